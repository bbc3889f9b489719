//! Lines over time, before they are said in a language.

use super::ChangeFacts;
use crate::data::period::Period;

/// Words of lines that do not change with the data.
#[derive(Debug)]
pub struct LineTerms {
    /// The meaning of a hollow circle.
    pub missing: &'static str,
    /// The meaning of a jagged mark in a line.
    pub parted: &'static str,
    /// What stands before the names that have no value at any date.
    pub absent: &'static str,
    /// What the table says of a value that may not be compared with the one before it.
    pub not_joined: &'static str,
    /// Where a reader finds the notes that the figure does not have.
    pub other_notes: &'static str,
    /// What stands before the address of an edition.
    pub edition: &'static str,
}

/// A name, its first value as printed with its period, and its last value with its period where that is another.
pub type Ends = (String, (String, Period), Option<(String, Period)>);

/// What a figure of lines says.
pub struct LinesFacts<'f> {
    /// How many editions they go through.
    pub dates: usize,
    /// The period of the oldest values.
    pub first: Period,
    /// The period of the newest values.
    pub last: Period,
    /// What changed between the first and the last date of the newest stretch without a break.
    pub change: ChangeFacts<'f>,
    /// The first and the last value of the whole, where `change` does not say them.
    pub national: Option<Ends>,
    /// The first and the last value of each territory that the author marks.
    pub highlighted: Vec<Ends>,
    /// Sentences on breaks and missing values, and the notes.
    pub notes: Vec<String>,
}
