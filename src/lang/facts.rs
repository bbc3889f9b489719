//! What a figure says, before it is said in a language: finding, extremes, ties, the whole, missing, exceptions.

use super::Goal;
use crate::data::territory::{Called, Territory};

/// The greatest and the least value, and who has them.
pub struct Extremes {
    /// As printed.
    pub max: String,
    /// Who has it: territories as [`super::whose`] names them, items by their titles.
    pub max_who: Vec<String>,
    /// As printed.
    pub min: String,
    /// Who has it.
    pub min_who: Vec<String>,
}

/// Facts of ranked territories.
pub struct TerritoriesFacts<'f> {
    /// When, as an adverb: "al 31 agosto 2024", "on 31 August 2024".
    pub when: &'f str,
    /// How sentences call a territory.
    pub called: &'f Called,
    /// None where no territory has a value.
    pub extremes: Option<Extremes>,
    /// Whether the extremes are distances from the value of the whole, and who has them plain names.
    pub distance: bool,
    /// From where to where each macro-area reaches, as [`super::range`] says it; none where areas are not shown.
    pub ranges: &'f [String],
    /// What is to be reached, and how many territories do.
    pub target: Option<(&'f Goal<'f>, usize)>,
    /// Territories with a value.
    pub known: usize,
    /// The value of the whole as printed, and how many territories are above, level and below.
    pub national: Option<(String, [usize; 3])>,
    /// The whole.
    pub whole: &'f Territory,
    /// Whether the whole is the nation of a list that is built in.
    pub built_in: bool,
    /// Where those that are marked stand, as [`super::stands`] says it.
    pub highlighted: &'f [String],
    /// Names without a value.
    pub missing: &'f [String],
    /// Notes with marks.
    pub notes: &'f [String],
}

/// Facts of items.
pub struct ItemsFacts<'f> {
    /// When, as an adverb.
    pub when: &'f str,
    /// None where no item has a value.
    pub extremes: Option<Extremes>,
    /// Items with a value.
    pub known: usize,
    /// Names without a value.
    pub missing: &'f [String],
    /// Notes with marks.
    pub notes: &'f [String],
}

/// Facts of a table.
pub struct TableFacts<'f> {
    /// When, as an adverb.
    pub when: &'f str,
    /// How sentences call a territory.
    pub called: &'f Called,
    /// Rows.
    pub territories: usize,
    /// Columns.
    pub items: usize,
    /// The most items and who has them, as [`super::out_of`] prints them.
    pub extremes: Option<Extremes>,
    /// How many items every row has, of how many, where all have as many.
    pub all_have: Option<[u32; 2]>,
    /// Items every territory has.
    pub everywhere: &'f [String],
    /// What those that are marked have, as [`super::stands`] says it.
    pub highlighted: &'f [String],
    /// Items no row is known of.
    pub unknown: &'f [String],
    /// Notes with marks.
    pub notes: &'f [String],
}

/// No more names than this are said for an extreme; the table has them all.
pub(super) const NAMES: usize = 6;

/// A text with its first letter upper.
pub fn upper(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// A text that ends like a sentence.
pub(super) fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '»']) { text.to_owned() } else { format!("{text}.") }
}
