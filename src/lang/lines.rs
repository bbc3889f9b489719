//! Lines over time, before they are said in a language.

use super::ChangeFacts;
use crate::data::period::Period;

/// Words of lines that do not change with the data.
#[derive(Debug)]
pub struct LineTerms {
    /// What a hollow circle stands for.
    pub missing: &'static str,
    /// What a jagged mark in a line stands for.
    pub parted: &'static str,
    /// Before the names of those without a value at any date.
    pub absent: &'static str,
    /// In the table, of a value that may not be held against the one before.
    pub not_joined: &'static str,
    /// Where the notes are that the figure has not.
    pub other_notes: &'static str,
    /// Before the address of an edition.
    pub edition: &'static str,
}

/// A name, its first value as printed with its date, and its last one, where it is another.
pub type Ends = (String, (String, Period), Option<(String, Period)>);

/// What lines say.
pub struct LinesFacts<'f> {
    /// How many editions they go through.
    pub dates: usize,
    /// Of when the oldest values are.
    pub first: Period,
    /// Of when the newest are.
    pub last: Period,
    /// What came between the first and the last date of the last stretch without a break.
    pub change: ChangeFacts<'f>,
    /// The first and the last value of the whole, as printed, and of when they are, where `change` does not say them.
    pub national: Option<Ends>,
    /// The same of the territories that an author marks.
    pub highlighted: Vec<Ends>,
    /// Breaks, what is missing, notes: sentences.
    pub notes: Vec<String>,
}
