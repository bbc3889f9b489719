//! What the series of an edition are checked against, and where their values are written.

use crate::check::checked::SourceData;
use crate::data::indicator::Catalogue;
use crate::data::period::Period;
use crate::data::territory::Territories;
use crate::files::Span;

/// What the series of one edition are checked against.
pub struct Context<'c> {
    /// The territories that exist.
    pub territories: &'c Territories,
    /// The indicators that exist.
    pub catalogue: &'c Catalogue,
    /// Whether indicators.yaml had faults, so that a name it does not have is no news.
    pub catalogue_faulty: bool,
    /// The sources that the edition may name.
    pub sources: &'c [SourceData],
    /// Whether there is an edition.yaml to hold sources against.
    pub sourced: bool,
    /// The period of the edition.
    pub period: Period,
    /// Whether a file of the edition could not be read: it may hold the table that others count from.
    pub unread: bool,
}

/// Where the values of a series are written.
#[derive(Clone)]
pub struct Written {
    /// The words for the file as a whole.
    pub file: Span,
    /// Whether a file gives it, or it is counted from the table of another.
    pub given: bool,
    /// Where the national value is written.
    pub national: Option<Span>,
    /// Where each observation, or each row of a table, is written; none for those that are counted, or missing
    /// because it is said so of all others.
    pub values: Vec<Option<Span>>,
}

impl Written {
    /// Where an observation is written; where it is written nowhere by itself, the words for the file.
    pub fn at(&self, place: usize) -> Span {
        self.values.get(place).copied().flatten().unwrap_or(self.file)
    }
}
