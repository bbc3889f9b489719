//! A file of observations, in YAML or CSV.

use crate::data::indicator::Part;
use crate::data::number::Number;
use crate::data::observation::Cell;
use crate::data::period::{Period, Timing};
use crate::data::status::Status;
use crate::files::{FileId, Placed, Span};

/// One file of observations.
#[derive(Debug)]
pub struct SeriesDraft {
    pub file: FileId,
    pub indicator: Placed<String>,
    pub part: Placed<Part>,
    pub period: Option<PeriodDraft>,
    pub source: Option<Placed<String>>,
    pub definition: Option<Placed<String>>,
    pub note: Option<Placed<String>>,
    pub national: Option<ValueDraft>,
    /// Territories or items, with their values.
    pub values: Vec<(Placed<String>, ValueDraft)>,
    /// Rows of a table.
    pub rows: Vec<(Placed<String>, RowDraft)>,
    /// What is said of those not listed.
    pub others: Option<Placed<Others>>,
    /// Whether the values stand in a CSV.
    pub from_csv: bool,
    /// Rows of a CSV that could not be read: whom they speak of is not known.
    pub unread: usize,
}

impl SeriesDraft {
    /// Whether some of its values are still to be given.
    pub fn has_todos(&self) -> bool {
        let mut values = self.national.iter().chain(self.values.iter().map(|(_, value)| value));
        values.any(|value| value.todo) || self.rows.iter().any(|(_, row)| row.todo)
    }
}

/// A date that a file or a value gives as its own: `as_of` or `window`.
#[derive(Clone, Copy, Debug)]
pub struct PeriodDraft {
    pub period: Placed<Period>,
    /// Which key said it; `None` for a column of a CSV, which has one for both.
    pub timing: Option<Timing>,
}

/// The word after `others`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    Missing,
    /// Counted from the table.
    Table,
}

/// A value with all that may stand beside it.
#[derive(Debug)]
pub struct ValueDraft {
    pub at: Span,
    pub value: Option<Placed<Number>>,
    pub count: Option<Placed<u32>>,
    pub of: Option<Placed<u32>>,
    pub status: Option<Placed<Status>>,
    pub period: Option<PeriodDraft>,
    pub note: Option<Placed<String>>,
    pub source: Option<Placed<String>>,
    /// Whether it is still to be given: the word `todo`.
    pub todo: bool,
    /// Whether a fault was found within, so that what is lacking is not a second fault.
    pub faulty: bool,
}

/// A row of an availability table.
#[derive(Debug)]
pub struct RowDraft {
    pub cells: Vec<(Placed<String>, Placed<Cell>)>,
    pub others: Option<Cell>,
    /// Whether some of it is still to be given: the word `todo`.
    pub todo: bool,
    /// Whether a cell could not be read.
    pub faulty: bool,
}
