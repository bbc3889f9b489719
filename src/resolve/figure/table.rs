//! The figure of a table of yes and no: its rows in the order of how often they say yes, and what they have in common.

use super::figure::{Table, TableRow};
use super::series::{Content, SeriesView};
use crate::chart::{Chart, Labelled, Matrix, MatrixRow};
use crate::data::indicator::Item;
use crate::data::observation::Cell;
use crate::data::territory::{Called, TerritoryId};
use crate::lang::{self, Extremes, TableFacts, whose};
use std::cmp::Reverse;

/// The cells of a series, counted. Rows are named by the place of their territory in its list.
struct Counted<'v, 'd> {
    of: &'v SeriesView<'d>,
    cells: &'d [Vec<Cell>],
    /// The columns.
    items: Vec<&'d Item>,
    /// How many cells of each row say yes.
    yes: Vec<u32>,
    /// How many cells of each row are known.
    known: Vec<u32>,
    /// The rows as the figure shows them, those with most yes first.
    order: Vec<usize>,
}

impl<'d> SeriesView<'d> {
    /// A row a territory, a column an item.
    pub fn table(&self, cells: &'d [Vec<Cell>], source: Option<&'d str>) -> Content<'d> {
        let counted = Counted::new(self, cells);
        let called = lang::called(self.language, &self.checked.territories);
        let matrix = counted.matrix();
        Content {
            table: counted.table(&matrix, &called),
            chart: Chart::Matrix(matrix),
            summary: counted.summary(&called),
            notes: self.with_general(Vec::new(), true),
            sources: source.into_iter().collect(),
        }
    }
}

impl<'v, 'd> Counted<'v, 'd> {
    fn new(of: &'v SeriesView<'d>, cells: &'d [Vec<Cell>]) -> Counted<'v, 'd> {
        let count = |row: &[Cell], of: Cell| row.iter().filter(|cell| **cell == of).count() as u32;
        let yes: Vec<u32> = cells.iter().map(|row| count(row, Cell::Yes)).collect();
        let known: Vec<u32> = cells.iter().map(|row| row.len() as u32 - count(row, Cell::Missing)).collect();
        let mut order: Vec<usize> = (0..cells.len()).collect();
        let alphabetical = |row: usize| of.checked.territories.alphabetical(TerritoryId(row as u16));
        order.sort_by_key(|&row| (Reverse(yes[row]), alphabetical(row)));
        let items = of.indicator.items_of(of.series.definition);
        Counted { of, cells, items, yes, known, order }
    }

    fn matrix(&self) -> Matrix {
        let unmarked = |name: &str| Labelled { name: name.to_owned(), mark: String::new() };
        let row = |&row: &usize| MatrixRow {
            label: unmarked(&self.of.checked.territories.get(TerritoryId(row as u16)).name),
            highlight: self.of.is_marked(row),
            cells: self.cells[row].clone(),
            yes: self.yes[row],
            known: self.known[row],
        };
        Matrix {
            columns: self.items.iter().map(|item| unmarked(&item.short)).collect(),
            rows: self.order.iter().map(row).collect(),
            words: self.of.terms().cells.map(str::to_owned),
            total: self.of.terms().total.to_owned(),
        }
    }

    fn table(&self, matrix: &Matrix, called: &Called) -> Table {
        let printed = self.of.terms().yes_no;
        let mut head = vec![lang::upper(&called.one)];
        head.extend(self.items.iter().map(|item| item.short.clone()));
        head.push(self.of.terms().total.to_owned());
        let row = |row: &MatrixRow| {
            let mut cells = vec![row.label.name.clone()];
            cells.extend(row.cells.iter().map(|cell| printed[*cell as usize].to_owned()));
            cells.push(lang::out_of(self.of.language, row.yes, row.known));
            TableRow { national: false, cells }
        };
        Table {
            numeric: (1..=head.len()).map(|column| column == head.len()).collect(),
            rows: matrix.rows.iter().map(row).collect(),
            head,
        }
    }

    /// The titles of the items of which every cell is of one kind.
    fn items_all(&self, kind: Cell) -> Vec<String> {
        let all = |column: usize| self.cells.iter().all(|row| row[column] == kind);
        let kept = self.items.iter().enumerate().filter(|(column, _)| all(*column));
        kept.map(|(_, item)| item.title.clone()).collect()
    }

    /// The rows with most and with least yes. Rows of which different numbers of cells are known have no order to speak
    /// of.
    fn ends(&self) -> Option<[usize; 2]> {
        let is_comparable =
            self.known.windows(2).all(|pair| pair[0] == pair[1]) && self.known.first().is_some_and(|known| *known > 0);
        let (first, last) = self.order.first().zip(self.order.last()).filter(|_| is_comparable)?;
        Some([*first, *last])
    }

    fn summary(&self, called: &Called) -> String {
        let (language, all) = (self.of.language, &self.of.checked.territories);
        let of = |row: usize| lang::out_of(language, self.yes[row], self.known[row]);
        let who = |most: u32| {
            let rows = self.order.iter().filter(|row| self.yes[**row] == most);
            rows.map(|&row| whose(language, all.get(TerritoryId(row as u16)))).collect::<Vec<_>>()
        };
        let ends = self.ends();
        let extremes = ends.map(|[first, last]| Extremes {
            max: of(first),
            max_who: who(self.yes[first]),
            min: of(last),
            min_who: who(self.yes[last]),
        });
        let all_have = ends.filter(|[first, last]| self.yes[*first] == self.yes[*last]);
        let marked = self.of.asked.highlight.iter();
        let highlighted: Vec<String> =
            marked.map(|id| lang::stands(language, &all.get(*id).name, None, &of(usize::from(id.0)))).collect();
        let facts = TableFacts {
            when: self.of.when,
            called,
            territories: self.cells.len(),
            items: self.items.len(),
            extremes,
            all_have: all_have.map(|[row, _]| [self.yes[row], self.known[row]]),
            everywhere: &self.items_all(Cell::Yes),
            unknown: &self.items_all(Cell::Missing),
            highlighted: &highlighted,
            notes: &[],
        };
        lang::table_summary(language, &facts)
    }
}
