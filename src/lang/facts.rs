//! What a figure says, before it is said in a language: finding, extremes, ties, the whole, missing, exceptions.

use super::Goal;
use crate::data::territory::{Called, Territory};

/// The greatest and the least value, and who has them.
pub struct Extremes {
    /// The greatest value, as printed.
    pub max: String,
    /// Who has it: territories as [`super::whose`] names them, items by their titles.
    pub max_who: Vec<String>,
    /// The least value, as printed.
    pub min: String,
    /// Who has the least value, named as in `max_who`.
    pub min_who: Vec<String>,
}

/// Facts of ranked territories.
pub struct TerritoriesFacts<'f> {
    /// When the values hold, as an adverb: "al 31 agosto 2024", "on 31 August 2024".
    pub when: &'f str,
    /// The common noun by which sentences call a territory.
    pub called: &'f Called,
    /// The greatest and the least value; none where no territory has a value.
    pub extremes: Option<Extremes>,
    /// Whether the extremes are distances from the value of the whole; then those who have them are given by their
    /// plain names.
    pub distance: bool,
    /// The range of each macro-area, as [`super::range`] says it; empty where macro-areas are not shown.
    pub ranges: &'f [String],
    /// The value to be reached, and how many territories reach it.
    pub target: Option<(&'f Goal<'f>, usize)>,
    /// How many territories have a value.
    pub known: usize,
    /// The value of the whole as printed, and how many territories are above it, level with it and below it.
    pub national: Option<(String, [usize; 3])>,
    /// The whole.
    pub whole: &'f Territory,
    /// Whether the whole is the nation of a list that is built in.
    pub built_in: bool,
    /// The ranks of the territories that the author marks, as [`super::stands`] says them.
    pub highlighted: &'f [String],
    /// The names that have no value.
    pub missing: &'f [String],
    /// The notes, with their marks.
    pub notes: &'f [String],
}

/// Facts of items.
pub struct ItemsFacts<'f> {
    /// When the values hold, as an adverb.
    pub when: &'f str,
    /// The greatest and the least value; none where no item has a value.
    pub extremes: Option<Extremes>,
    /// How many items have a value.
    pub known: usize,
    /// The names that have no value.
    pub missing: &'f [String],
    /// The notes, with their marks.
    pub notes: &'f [String],
}

/// Facts of a table of yes and no.
pub struct TableFacts<'f> {
    /// When the table holds, as an adverb.
    pub when: &'f str,
    /// The common noun by which sentences call a territory.
    pub called: &'f Called,
    /// How many rows it has.
    pub territories: usize,
    /// How many columns it has.
    pub items: usize,
    /// The most and the fewest items that a row has, as [`super::out_of`] prints them, and who has them.
    pub extremes: Option<Extremes>,
    /// How many items every row has, and of how many; none where rows differ.
    pub all_have: Option<[u32; 2]>,
    /// The items that every territory has.
    pub everywhere: &'f [String],
    /// How many items the territories have that the author marks, as [`super::stands`] says it.
    pub highlighted: &'f [String],
    /// The items of which nothing is known for any row.
    pub unknown: &'f [String],
    /// The notes, with their marks.
    pub notes: &'f [String],
}

/// The most names that are said for an extreme; the table has them all.
pub(super) const NAMES: usize = 6;

/// A text with its first letter in upper case.
pub fn upper(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// A text that ends as a sentence does, with a full stop where it has no end yet.
pub(super) fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '»']) { text.to_owned() } else { format!("{text}.") }
}
