//! The words of a figure: its indicator's, its author's, and whose figures they are.

use super::figure::Note;
use super::value;
use crate::check::{Checked, EditionData, WordsData};
use crate::data::indicator::{Indicator, Part};
use crate::data::prose::Inline;
use crate::data::value::Value;
use crate::diag::Language;
use crate::lang;

/// Title and measure.
pub fn words(indicator: &Indicator, definition: usize, part: Part) -> (String, String) {
    match indicator.figure_words(definition, part) {
        None => (indicator.title.clone(), format!("% {}", indicator.whole(definition))),
        Some(words) => (words.title.clone(), words.measure.clone()),
    }
}

/// What an author says of a figure, ready to print.
#[derive(Default)]
pub struct OwnWords {
    /// In place of the indicator's title, or of the finding.
    pub title: Option<String>,
    /// In place of the summary written from the data.
    pub summary: Option<String>,
}

/// What an author says of a figure: numbers and dates as in the author's language, whatever ours is.
pub fn own_words(checked: &Checked, words: &WordsData) -> OwnWords {
    let said = |text: &Option<Vec<Inline<Value>>>| text.as_ref().map(|text| value::said(text, checked.site.authors));
    OwnWords { title: said(&words.title), summary: said(&words.summary) }
}

/// Adds the publishers of some sources, each once, in the author's order.
pub fn add_publishers<'d>(edition: &'d EditionData, keys: &[&str], publishers: &mut Vec<&'d str>) {
    for source in edition.sources.iter().filter(|source| keys.contains(&source.id.as_str())) {
        if !publishers.contains(&source.publisher.as_str()) {
            publishers.push(&source.publisher);
        }
    }
}

/// Whose measurement it is, and who published the values.
pub fn sourced(language: Language, origin: &str, publishers: &[&str]) -> String {
    match publishers {
        [] => origin.to_owned(),
        _ => lang::published_by(language, origin, publishers),
    }
}

/// What notes say, without their marks.
pub fn texts(notes: &[Note]) -> Vec<String> {
    notes.iter().map(|note| note.text.clone()).collect()
}
