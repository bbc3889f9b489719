//! What a table says: of whom, which value, of when; and what was done to read it.

use super::read::number::{Decimal, Mark};
use super::read::sheet::Cell as Place;
use super::read::table::Passed;
use crate::data::indicator::Part;
use crate::data::observation::Cell;
use crate::data::period::Period;
use crate::data::status::Status;
use crate::data::territory::TerritoryId;

/// What a value is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// The whole.
    National,
    /// A territory.
    Territory(TerritoryId),
    /// An item.
    Item(usize),
    /// An item in a territory.
    Cell(TerritoryId, usize),
}

/// What the table says of one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// A number.
    pub value: Option<Decimal>,
    /// How many.
    pub count: Option<u32>,
    /// How many there are in all: the denominator of a count.
    pub of: Option<u32>,
    /// A status, or an absence.
    pub status: Option<Status>,
    /// Yes, no or missing.
    pub cell: Option<Cell>,
    /// A date or window of its own.
    pub period: Option<Period>,
    /// A note.
    pub note: Option<String>,
    /// The key of a source of its own.
    pub source: Option<String>,
}

impl Said {
    /// Whether it gives neither a value nor an absence.
    pub fn is_nothing(&self) -> bool {
        self.value.is_none() && self.count.is_none() && self.status.is_none() && self.cell.is_none()
    }
}

/// One value of the table.
#[derive(Clone, Debug)]
pub struct Reading<'s> {
    /// Indicator and part.
    pub series: (usize, Part),
    /// What it is of.
    pub who: Who,
    /// What is said.
    pub said: Said,
    /// The row it stands in.
    pub row: usize,
    /// The cell; none where it is blank.
    pub place: Option<&'s Place>,
    /// What the table says of when it holds.
    pub told: Told<'s>,
    /// Whether it stands in a file that the program wrote, and is what the edition says already.
    pub again: bool,
}

/// What a time is to the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// The time that they are wanted for.
    Own,
    /// Another.
    Other,
    /// It may be two days, and one of them is theirs.
    Unclear,
}

/// What the table says of when a value holds.
#[derive(Clone, Copy, Debug, Default)]
pub enum Told<'s> {
    /// Nothing.
    #[default]
    Nothing,
    /// The time that it is wanted for.
    Own,
    /// An earlier one, which is written with it.
    Dated,
    /// Another one: the cell, whether it may be two days, and the column and row of the grid where it stands.
    Other(&'s Place, Is, (usize, usize)),
}

impl<'s> Told<'s> {
    /// What is said in two places: another time weighs most.
    pub fn and(self, other: Told<'s>) -> Told<'s> {
        match (self, other) {
            (Told::Other(..), _) | (_, Told::Nothing) => self,
            (Told::Nothing, _) | (_, Told::Other(..)) => other,
            (Told::Dated, _) | (_, Told::Dated) => Told::Dated,
            (Told::Own, Told::Own) => Told::Own,
        }
    }
}

/// All that a table says, and what was done to read it.
#[derive(Debug, Default)]
pub struct Readings<'s> {
    /// One for each value.
    pub list: Vec<Reading<'s>>,
    /// Columns whose decimal mark the cells show, or the author said.
    pub marks: Vec<(usize, Mark)>,
    /// Columns whose cells are formatted as percentages, so that 0.41 is 41.
    pub percentages: Vec<usize>,
    /// Columns whose numbers were fractions.
    pub hundredfold: Vec<usize>,
    /// Columns whose numbers were rounded, with how many.
    pub rounded: Vec<(usize, usize)>,
    /// Columns of sources of which no cell is a key: they are not read.
    pub free_sources: Vec<usize>,
    /// Columns whose heads, or units below them, say that they are in per cent.
    pub in_per_cent: Vec<usize>,
    /// Rows of other periods than the edition's, of which the edition's own stands in another row.
    pub other_periods: Vec<usize>,
    /// Columns of other periods, of which the edition's own stands in another column.
    pub other_columns: Vec<usize>,
    /// Rows that speak of another indicator than the one asked for.
    pub not_asked: Vec<usize>,
    /// Rows that name no indicator, or no item.
    pub passed: Vec<Passed>,
    /// Rows of the whole with cells of yes and no, which are of territories alone: those cells are not read.
    pub of_whole: Vec<usize>,
    /// Notes beside cells without a value: they are not read.
    pub idle_notes: Vec<usize>,
}
