//! What a deck answers to “and in Molise?”: the figures of every territory, as JSON inside the page.
//!
//! The same few words stand in thousands of cells, so each is written once, and cells name it by its place in a list.

use crate::resolve::{Edition, Profile};
use serde::Serialize;
use std::collections::BTreeMap;

/// The figures of all territories, as the script of a deck reads them.
#[derive(Serialize)]
struct Territories<'a> {
    head: &'a [String],
    /// For each column, whether it holds numbers.
    numeric: &'a [bool],
    /// What stands in cells, and the names of figures, each once.
    words: Vec<&'a str>,
    territories: Vec<Territory<'a>>,
}

#[derive(Serialize)]
struct Territory<'a> {
    name: &'a str,
    aliases: &'a [String],
    title: &'a str,
    summary: &'a str,
    /// The rows of a territory: for each, the figure it leads to or nothing, then its cells, all by their places in
    /// `words`.
    rows: Vec<Vec<Option<usize>>>,
    notes: Vec<String>,
    source: String,
}

/// A list of words in which each stands once.
#[derive(Default)]
struct Once<'a> {
    words: Vec<&'a str>,
    places: BTreeMap<&'a str, usize>,
}

impl<'a> Once<'a> {
    fn place(&mut self, word: &'a str) -> usize {
        *self.places.entry(word).or_insert_with(|| {
            self.words.push(word);
            self.words.len() - 1
        })
    }
}

/// The figures of all territories of an edition; `None` where it has none. No sign in the text can end the element of
/// HTML in which it stands.
pub(in crate::render) fn json(edition: &Edition) -> Option<String> {
    let table = &edition.profiles.first()?.table;
    let mut once = Once::default();
    let territories = edition.profiles.iter().map(|profile| territory(profile, edition, &mut once)).collect();
    Some(in_html(&Territories { head: &table.head, numeric: &table.numeric, territories, words: once.words }))
}

fn territory<'a>(profile: &'a Profile, edition: &'a Edition, once: &mut Once<'a>) -> Territory<'a> {
    let rows = profile.table.rows.iter().enumerate().map(|(place, row)| {
        let figure = profile.figures.get(place).copied().flatten();
        let figure = figure.map(|figure| once.place(&edition.figures[figure].id));
        std::iter::once(figure).chain(row.cells.iter().map(|cell| Some(once.place(cell)))).collect()
    });
    Territory {
        name: &profile.name,
        aliases: &profile.aliases,
        title: &profile.title,
        summary: &profile.summary,
        rows: rows.collect(),
        notes: profile.notes.iter().map(|note| format!("{} {}", note.mark, note.text).trim().to_owned()).collect(),
        source: format!("{} {}", profile.source_label, profile.source),
    }
}

/// A value as JSON that may stand inside an element of HTML.
pub(in crate::render) fn in_html(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("words and numbers are JSON").replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::in_html;

    #[test]
    fn no_word_can_end_the_element_it_stands_in() {
        assert_eq!(in_html(&["</script><!--"]), "[\"\\u003c/script>\\u003c!--\"]");
    }
}
