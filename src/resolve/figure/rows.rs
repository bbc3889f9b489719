//! The rows of a figure of one series: a bar or a name without one, and the row of the table that says the same.

use super::figure::{Table, TableRow};
use super::notes::{self, Notes};
use super::series::SeriesView;
use crate::chart::{Bar, Bars, Labelled};
use crate::data::observation::Observation;
use crate::lang::{self, Terms};

impl SeriesView<'_> {
    /// The chart of some bars, without what is to be reached.
    pub fn bars(&self, rows: Vec<Bar>, absent: Vec<Labelled>) -> Bars {
        Bars {
            rows,
            axis_max: self.indicator.end.to_f64(),
            axis_suffix: "%".to_owned(),
            target: None,
            absent,
            absent_word: self.terms().missing.to_owned(),
        }
    }

    /// A bar, and its row of the table; nothing where there is no value.
    pub fn bar(
        &self,
        name: &str,
        observation: &Observation,
        rank: Option<u32>,
        national: bool,
        notes: &mut Notes,
        table: &mut Table,
    ) -> Option<Bar> {
        let value = observation.value?;
        let printed = lang::percent(self.language, value, self.indicator.decimals);
        let label = Labelled { name: name.to_owned(), mark: notes.mark(name, observation) };
        self.row(&label, &printed, observation, rank, national, table);
        Some(Bar { label, rank, value: value.to_f64(), printed, national, highlight: false })
    }

    /// A name without a value, and its row of the table.
    pub fn absent(&self, name: &str, observation: &Observation, notes: &mut Notes, table: &mut Table) -> Labelled {
        let label = Labelled { name: name.to_owned(), mark: notes.mark(name, observation) };
        self.row(&label, self.terms().missing, observation, None, false, table);
        label
    }

    /// Columns: name, value, count, rank where there are ranks, note, source.
    pub fn head(&self, first: &str, ranked: bool) -> Table {
        let Terms { value, count, rank, note, source, .. } = *self.terms();
        let mut head = vec![first, value, count];
        if ranked {
            head.push(rank);
        }
        head.extend([note, source]);
        let numeric = head.iter().map(|name| [value, count, rank].contains(name)).collect();
        Table { head: head.into_iter().map(str::to_owned).collect(), rows: Vec::new(), numeric }
    }

    fn row(
        &self,
        label: &Labelled,
        printed: &str,
        observation: &Observation,
        rank: Option<u32>,
        national: bool,
        table: &mut Table,
    ) {
        let mut cells = vec![label.name.clone(), printed.to_owned()];
        cells.push(match (observation.count, observation.of) {
            (Some(count), Some(of)) => lang::out_of(self.language, count, of),
            _ => String::new(),
        });
        if table.head.iter().any(|head| head == self.terms().rank) {
            cells.push(rank.map_or_else(String::new, |rank| lang::rank(self.language, rank)));
        }
        cells.push(notes::words(self.language, observation).unwrap_or_default());
        cells.push(observation.source.as_deref().map_or_else(String::new, |key| self.publisher(key).to_owned()));
        table.rows.push(TableRow { national, cells });
    }
}

/// Adds a column before the notes: of the national row it is empty.
pub fn add_column(
    table: &mut Table,
    head: &str,
    numeric: bool,
    order: &[Option<usize>],
    cell: impl Fn(usize) -> String,
) {
    let place = table.head.len() - 2;
    table.head.insert(place, head.to_owned());
    table.numeric.insert(place, numeric);
    for (row, who) in table.rows.iter_mut().zip(order) {
        row.cells.insert(place, who.map_or_else(String::new, &cell));
    }
}
