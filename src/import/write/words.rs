//! Names, keys and values as the files of an edition write them.

use crate::data::indicator::{Indicator, Part};
use crate::data::named::Named;
use crate::data::observation::Cell;
use crate::data::period::Timing;
use crate::data::territory::Territories;
use crate::files::yaml::quoted;
use crate::import::hold::held::TODO;
use crate::import::hold::plan::Write;
use crate::import::said::Who;

/// What holds for a series, and what its values are called.
#[derive(Clone, Copy)]
pub struct Series<'s> {
    /// The indicator.
    pub indicator: &'s Indicator,
    /// Which part.
    pub part: Part,
    /// Its items, as the definition it follows lists them: places among the indicator's.
    pub items: &'s [usize],
    /// Territories.
    pub territories: &'s Territories,
}

/// The word of a cell.
pub fn cell_word(cell: Cell) -> &'static str {
    match cell {
        Cell::Yes => "yes",
        Cell::No => "no",
        Cell::Missing => "missing",
    }
}

/// The territory, the whole or the item that a name in a file means.
pub fn whose(name: &str, series: Series<'_>) -> Option<Who> {
    if series.part == Part::Items {
        return series.indicator.items().iter().position(|item| item.id == name).map(Who::Item);
    }
    match series.territories.named(name) {
        Named::Territory(id) => Some(Who::Territory(id)),
        Named::National => Some(Who::National),
        Named::Several(_) | Named::Level | Named::Unknown(_) => None,
    }
}

/// What one is called in a file.
pub fn name(who: Who, series: Series<'_>) -> String {
    match who {
        Who::National => series.territories.national().name.clone(),
        Who::Territory(id) | Who::Cell(id, _) => series.territories.get(id).name.clone(),
        Who::Item(item) => series.indicator.items()[item].id.clone(),
    }
}

/// The key of a date.
pub fn period_key(indicator: &Indicator) -> &'static str {
    match indicator.timing {
        Timing::Stock => "as_of",
        Timing::Flow => "window",
    }
}

/// What a value says, by key.
pub fn keys_of(write: &Write, indicator: &Indicator) -> Vec<(&'static str, String)> {
    let mut keys: Vec<(&'static str, String)> = Vec::new();
    keys.extend(write.value.map(|value| ("value", value.text())));
    keys.extend(write.count.map(|count| ("count", count.to_string())));
    keys.extend(write.of.map(|of| ("of", of.to_string())));
    keys.extend(write.status.map(|status| ("status", status.word().to_owned())));
    keys.extend(write.period.map(|period| (period_key(indicator), period.iso())));
    keys.extend(write.note.as_ref().map(|note| ("note", quoted(note))));
    keys.extend(write.source.as_ref().map(|source| ("source", plain(source))));
    keys
}

/// A value as it is written: a number, a word, or a table of keys.
pub fn value_text(write: &Write, indicator: &Indicator) -> String {
    let keys = keys_of(write, indicator);
    match &keys[..] {
        [("value", words)] => words.clone(),
        [("status", words)] if write.is_absent() => words.clone(),
        _ => {
            let keys: Vec<String> = keys.into_iter().map(|(name, words)| format!("{name}: {words}")).collect();
            format!("{{ {} }}", keys.join(", "))
        }
    }
}

/// A row of a table: one word where all its cells are alike, else a line an item.
pub fn new_row<'w>(name: &str, series: Series<'_>, said: impl Fn(usize) -> Option<&'w str>) -> String {
    let words: Vec<(usize, &str)> = series.items.iter().map(|item| (*item, said(*item).unwrap_or(TODO))).collect();
    if words.iter().all(|(_, word)| *word == TODO) {
        return format!("{name}: {TODO}");
    }
    let items = series.indicator.items();
    let lines = words.into_iter().map(|(item, word)| format!("\n  {}: {word}", items[item].id));
    format!("{name}:{}", lines.collect::<String>())
}

/// A key as it may stand in YAML.
pub fn key_text(name: &str) -> String {
    plain(name)
}

/// A text without quotes where YAML reads it as itself, else in quotes.
pub fn plain(text: &str) -> String {
    let letters = text.chars().next().is_some_and(char::is_alphabetic);
    let harmless =
        |sign: char| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '_' | '.' | '\'' | '’' | '/' | '(' | ')');
    let word = matches!(
        text.to_ascii_lowercase().as_str(),
        "yes" | "no" | "true" | "false" | "null" | "on" | "off" | "y" | "n" | "nan" | "inf"
    );
    if letters && text.chars().all(harmless) && !word && text.trim() == text { text.to_owned() } else { quoted(text) }
}
