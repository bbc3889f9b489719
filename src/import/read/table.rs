//! A table, understood: its grid, what each of its columns and rows is, and which columns speak of one value.

use super::grid::Grid;
use super::names::Role;
use super::sheet::{Cell, Content};
use crate::data::territory::TerritoryId;

/// A table, understood.
#[derive(Debug)]
pub struct Layout<'s> {
    /// The cells, turned where indicators or items stand in rows.
    pub grid: Grid<'s>,
    /// The row that heads the columns, where there is one.
    pub header: Option<usize>,
    /// What the rows are.
    pub lines: Lines,
    /// Every column that holds something, with what it means.
    pub columns: Vec<Column>,
    /// Values that stand together, one a row.
    pub groups: Vec<Group>,
    /// Columns of yes and no: column, indicator, item.
    pub cells: Vec<(usize, usize, usize)>,
    /// What stands beside those.
    pub beside: Group,
    /// Columns that tell times, whatever their heads: of all values of their rows.
    pub times: Vec<usize>,
    /// Rows that tell times, of all values below and above them: `Anno`, in a table with territories side by side.
    pub dated: Vec<usize>,
    /// Whether the program wrote the file: what it derives is not brought back.
    pub ours: bool,
    /// The rows that are read.
    pub rows: Vec<(usize, Line)>,
    /// The rows that are not.
    pub passed: Vec<Passed>,
}

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// Territories.
    Territories,
    /// Items of an indicator.
    Items(usize),
}

/// What one row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The whole.
    National,
    /// A territory.
    Territory(TerritoryId),
    /// An item.
    Item(usize),
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its place in the grid.
    pub place: usize,
    /// The words above it.
    pub header: String,
    /// What it holds.
    pub holds: Holds,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The names of the rows.
    Names,
    /// Their names again, such as codes.
    MoreNames,
    /// Values of an indicator; because `--indicator` says so, not the header.
    Indicator(usize, bool),
    /// Yes and no, for an item of an indicator.
    Item(usize, usize),
    /// What its header says.
    Role(Role),
    /// Times, beside what its header says.
    Time,
    /// What the program derives when it writes a file.
    Derived,
    /// Nothing that is read.
    Nothing(Why),
}

/// Why a column is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing has its name; the nearest name.
    Unknown(Option<String>),
    /// It has no header.
    Unnamed,
    /// Another indicator was asked for.
    NotAsked,
    /// Two things have its name.
    Ambiguous,
    /// It belongs to one of several columns of values, and does not say which.
    WhoseIsIt,
    /// The table has its indicators in rows.
    Long,
    /// No cell of it is a status.
    NoStatus,
    /// `--skip` leaves it out.
    Skipped,
    /// Its head is another time than the one wanted.
    OtherTime,
}

/// Columns that speak of one value a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The indicator; none where a column names it.
    pub indicator: Option<usize>,
    /// The column that names the indicator.
    pub by_column: Option<usize>,
    /// The column that names an item.
    pub item: Option<usize>,
    /// Values.
    pub value: Option<usize>,
    /// How many.
    pub count: Option<usize>,
    /// The column of denominators.
    pub of: Option<usize>,
    /// Status.
    pub status: Option<usize>,
    /// Date or window.
    pub period: Option<usize>,
    /// Note.
    pub note: Option<usize>,
    /// Source.
    pub source: Option<usize>,
}

impl Group {
    /// The columns it reads.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        let values = [self.value, self.count, self.of, self.status, self.period, self.note, self.source];
        [self.by_column, self.item].into_iter().chain(values).flatten()
    }
}

/// A row that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// Its place in the grid.
    pub place: usize,
    /// Its first words.
    pub words: String,
    /// The name that may be meant.
    pub near: Option<String>,
}

impl<'s> Layout<'s> {
    /// The column of the names of the rows.
    pub fn named(&self) -> usize {
        self.columns.iter().find(|column| column.holds == Holds::Names).map_or(0, |column| column.place)
    }

    /// Words that stand alone in a row among the values, which is not read: they head the rows below them.
    pub fn alone(&self) -> impl Iterator<Item = &'s Cell> {
        let last = self.rows.last().map_or(0, |(row, _)| *row);
        let among =
            move |passed: &&Passed| self.header.is_some_and(|header| passed.place > header) && passed.place < last;
        self.passed.iter().filter(among).filter_map(|passed| {
            let mut cells = (0..self.grid.columns).filter_map(|column| self.grid.get(passed.place, column));
            cells.next().filter(|cell| cells.next().is_none() && matches!(cell.content, Content::Text(_)))
        })
    }

    /// What a column is called by: its head, or its letter.
    pub fn called(&self, column: &Column) -> String {
        if column.header.is_empty() { self.grid.column_name(column.place) } else { column.header.clone() }
    }

    /// The columns of values.
    pub fn values(&self) -> impl Iterator<Item = usize> {
        let groups = self.groups.iter().filter_map(|group| group.value.or(group.count));
        groups.chain(self.cells.iter().map(|(column, ..)| *column))
    }

    /// The columns that are read.
    pub fn used(&self) -> impl Iterator<Item = usize> {
        let names = std::iter::once(self.named());
        let groups = self.groups.iter().chain([&self.beside]).flat_map(Group::columns);
        let cells = self.cells.iter().map(|(column, ..)| *column);
        names.chain(groups).chain(cells).chain(self.times.iter().copied())
    }
}
