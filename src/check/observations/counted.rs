//! What is counted from the table of an indicator: how many items each territory has, and how many territories each item.

use super::context::{Context, Written};
use super::one_file::OneFile;
use crate::check::checked::{Body, Series};
use crate::data::indicator::{Definition, Indicator, Part};
use crate::data::number::Number;
use crate::data::observation::{Cell, Observation};
use crate::data::period::Period;
use crate::data::status::Status;
use std::collections::BTreeMap;

/// A share counted from a table.
#[derive(Clone, Copy)]
pub(super) struct Counted<'t> {
    pub(super) count: u32,
    /// Of how many; never zero.
    pub(super) of: u32,
    pub(super) period: Period,
    pub(super) source: Option<&'t String>,
}

impl Counted<'_> {
    /// The percentage counted.
    pub(super) fn share(self) -> Number {
        Number::share(self.count, self.of).unwrap_or(Number::ZERO)
    }

    /// The observation counted, in a series of `period`. Where the table has another date, the value keeps that one
    /// as its own.
    pub(super) fn observation(self, period: Period) -> Observation {
        Observation {
            own_period: self.period != period,
            value: Some(self.share()),
            exact: Some(self.share()),
            count: Some(self.count),
            of: Some(self.of),
            status: Status::Normal,
            source: self.source.cloned(),
            ..Observation::missing(self.period)
        }
    }
}

impl OneFile<'_> {
    /// The table, where it follows the same definition: another one counts another list.
    pub(super) fn table_of(&self, definition: usize) -> Option<&Series> {
        self.table.filter(|table| table.definition == definition)
    }

    /// How many items the table gives a territory, where it knows all that are monitored.
    pub(super) fn row_count(&self, row: usize, definition: usize) -> Option<Counted<'_>> {
        self.table_of(definition).and_then(|table| counted_row(table, row, self.indicator))
    }

    /// How many territories the table gives an item, where it knows all of them.
    pub(super) fn column_count(&self, column: usize, definition: usize) -> Option<Counted<'_>> {
        self.table_of(definition).and_then(|table| counted_column(table, column))
    }
}

/// How many items a row of a table has, where every cell is known and the row has all that are monitored.
fn counted_row<'t>(table: &'t Series, row: usize, indicator: &Indicator) -> Option<Counted<'t>> {
    let Body::Table { cells, source } = &table.body else { return None };
    let row = cells.get(row)?;
    let Definition { total, .. } = &indicator.definitions[table.definition];
    let complete = !row.contains(&Cell::Missing) && *total == Some(row.len() as u32) && !row.is_empty();
    let count = row.iter().filter(|cell| **cell == Cell::Yes).count() as u32;
    complete.then_some(Counted { count, of: row.len() as u32, period: table.period, source: source.as_ref() })
}

/// How many territories have the item of a column, where every cell is known.
fn counted_column(table: &Series, column: usize) -> Option<Counted<'_>> {
    let Body::Table { cells, source } = &table.body else { return None };
    let mut count = 0;
    for row in cells {
        match row.get(column)? {
            Cell::Yes => count += 1,
            Cell::No => {}
            Cell::Missing => return None,
        }
    }
    (!cells.is_empty()).then_some(Counted {
        count,
        of: cells.len() as u32,
        period: table.period,
        source: source.as_ref(),
    })
}

/// How many items all territories have together, where every cell of the table is known.
fn counted_whole<'t>(table: &'t Series, indicator: &Indicator) -> Option<Counted<'t>> {
    let Body::Table { cells, .. } = &table.body else { return None };
    let rows: Option<Vec<Counted<'_>>> = (0..cells.len()).map(|row| counted_row(table, row, indicator)).collect();
    rows?.into_iter().reduce(|all, row| Counted { count: all.count + row.count, of: all.of + row.of, ..all })
}

/// The parts of an availability indicator that no file gives are counted from its table.
pub(super) fn derive(
    checked: &mut BTreeMap<(usize, Part), Series>,
    written: &mut BTreeMap<(usize, Part), Written>,
    context: &Context<'_>,
) {
    let mut derived = Vec::new();
    for (&(index, part), table) in &*checked {
        if part != Part::Table {
            continue;
        }
        let indicator = &context.catalogue.indicators[index];
        let observation = |counted: Option<Counted<'_>>| {
            counted.map_or(Observation::missing(table.period), |counted| counted.observation(table.period))
        };
        let series = |body: Body| Series { body, note: table.note.clone(), ..*table };
        if !checked.contains_key(&(index, Part::Items)) {
            let columns = 0..indicator.definitions[table.definition].items.len();
            let values = columns.map(|column| observation(counted_column(table, column)));
            derived.push(((index, Part::Items), series(Body::Items(values.collect()))));
        }
        if !checked.contains_key(&(index, Part::Territories)) {
            let rows = 0..context.territories.len();
            let values = rows.map(|row| observation(counted_row(table, row, indicator))).collect();
            let national = observation(counted_whole(table, indicator));
            derived.push(((index, Part::Territories), series(Body::Territories { national, values })));
        }
    }
    for ((index, part), series) in derived {
        if let Some(table) = written.get(&(index, Part::Table)) {
            // A share of items by territory stands where the row does, one of territories by item nowhere alone.
            let values = if part == Part::Territories { table.values.clone() } else { Vec::new() };
            written.insert((index, part), Written { given: false, values, ..table.clone() });
        }
        checked.insert((index, part), series);
    }
}
