//! A table of words: columns as wide as they need, rows as high as their words, and a head that can be repeated where
//! the table goes on.

use super::flow::{shared, text_of};
use super::ink::Ink;
use super::lines::{Run, count_lines, widest_word};
use super::pen::{Align, Pen, Shape};
use crate::resolve::{Table, TableRow};
use crate::scene::Face;
use crate::scene::page::{Role, Scope};
use std::ops::Range;

/// The sizes of a table, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::layout) struct Type {
    /// The size of its words.
    pub(in crate::layout) size: f64,
    /// The height of their lines.
    pub(in crate::layout) line: f64,
    /// The space above and below the words of a cell, and the space at both sides of them.
    pub(in crate::layout) pads: (f64, f64),
    /// Whether the table is as wide as its place, though it needs less.
    pub(in crate::layout) stretched: bool,
    /// The face of the heads of rows.
    pub(in crate::layout) heads: Face,
    /// The size of the second column, where that column is what matters.
    pub(in crate::layout) second: Option<f64>,
}

/// The space between two blocks of rows that stand beside each other, in pixels.
const GAP: f64 = 36.0;

/// With fewer rows than this a part of a table does not stand alone.
const FEW: usize = 3;

/// A table of no more rows than this needs no second block.
const SHORT: usize = 8;

/// How many rows a long table begins with at least.
const FIRST: usize = 5;

/// Of a table whose rows stand closer: the height of a line, as a part of its size, and the space above and below the
/// words of a cell, in pixels.
const TIGHT: (f64, f64) = (1.17, 0.5);

/// The height of the rule under a row, in pixels.
const RULE: f64 = 1.0;

/// A table, or some of its columns, measured.
#[derive(Clone, Debug)]
pub(in crate::layout) struct Grid<'t> {
    table: &'t Table,
    kind: Type,
    /// The columns, by their places in the table.
    columns: Vec<usize>,
    /// The widths of the columns, without the space beside their words.
    widths: Vec<f64>,
    head: f64,
    rows: Vec<f64>,
}

/// Whether the head of a table stands there for the first time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::layout) enum Head {
    /// It stands there for the first time, and is read.
    First,
    /// It was read before, and is only seen.
    Again,
}

/// A table in a width. It is one grid, or, where its columns have no room beside each other, several, each of which
/// begins with the first column.
pub(in crate::layout) fn grids(table: &Table, kind: Type, width: f64) -> Vec<Grid<'_>> {
    let pad = 2.0 * kind.pads.1;
    let columns: Vec<(f64, f64)> = (0..table.head.len()).map(|column| needs(table, column, kind)).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut used = f64::INFINITY;
    for (column, (least, _)) in columns.iter().enumerate().skip(1).filter(|(column, _)| table.says(*column)) {
        if used + least + pad > width {
            groups.push(vec![0]);
            used = columns[0].0 + pad;
        }
        used += least + pad;
        groups.last_mut().expect("a group was begun").push(column);
    }
    if groups.is_empty() && !columns.is_empty() {
        groups.push(vec![0]);
    }
    let grid = |group: Vec<usize>| {
        let needs: Vec<(f64, f64)> = group.iter().map(|&column| columns[column]).collect();
        let most: f64 = needs.iter().map(|(_, most)| most).sum();
        let space = width - group.len() as f64 * pad;
        let widths = if kind.stretched { shared(&needs, space) } else { fair(&needs, space.min(most)) };
        let mut grid = Grid { table, kind, columns: group, widths, head: 0.0, rows: Vec::new() };
        grid.measure();
        grid
    };
    groups.into_iter().map(grid).collect()
}

/// Shares a width among columns: those that need no more than their share have what they need, and the others share the
/// rest.
fn fair(columns: &[(f64, f64)], space: f64) -> Vec<f64> {
    let mut widths: Vec<Option<f64>> = vec![None; columns.len()];
    let (mut left, mut open) = (space, columns.len());
    loop {
        let share = left / open.max(1) as f64;
        let open_ones = || columns.iter().enumerate().filter(|(place, _)| widths[*place].is_none());
        let needs_less = open_ones().find(|(_, (_, most))| *most <= share).map(|(place, (_, most))| (place, *most));
        let needs_more =
            || open_ones().find(|(_, (least, _))| *least > share).map(|(place, (least, _))| (place, *least));
        match needs_less.or_else(needs_more) {
            Some((place, width)) => {
                widths[place] = Some(width);
                (left, open) = (left - width, open - 1);
            }
            None => return widths.into_iter().map(|width| width.unwrap_or(share)).collect(),
        }
    }
}

/// The widths that a column needs: for its longest word, and for its longest cell.
fn needs(table: &Table, column: usize, kind: Type) -> (f64, f64) {
    let head = words(table, &table.head, None, column, kind);
    // Numbers do not break.
    let cell = |row: &TableRow| {
        let run = words(table, &row.cells, Some(row), column, kind);
        let word = if numeric(table, column) { run.width() } else { widest_word(std::slice::from_ref(&run)) };
        (word, run.width())
    };
    let head = (widest_word(std::slice::from_ref(&head)), head.width());
    let wider = |one: (f64, f64), other: (f64, f64)| (one.0.max(other.0), one.1.max(other.1));
    table.rows.iter().map(cell).fold(head, wider)
}

/// The runs of a cell; `row` is the row of the cell, `None` for the head.
fn words<'t>(table: &Table, cells: &'t [String], row: Option<&TableRow>, column: usize, kind: Type) -> Run<'t> {
    let words = cells.get(column).map_or("", String::as_str);
    let (face, ink, size) = match row {
        None => (Face::SansBold, Ink::OnBanner, kind.size),
        Some(row) if row.national => (Face::SansBold, Ink::Accent, kind.size),
        Some(_) if column == 0 => (kind.heads, Ink::Text, kind.size),
        Some(_) => match kind.second {
            Some(size) if column == 1 => (Face::SansBold, Ink::Accent, size),
            _ => (Face::Sans, Ink::Text, kind.size),
        },
    };
    Run { whole: row.is_some() && numeric(table, column), ..Run::new(words, face, size, ink) }
}

fn numeric(table: &Table, column: usize) -> bool {
    table.numeric.get(column).copied().unwrap_or_default()
}

impl<'t> Grid<'t> {
    fn measure(&mut self) {
        self.head = self.height(&self.table.head, None);
        self.rows = self.table.rows.iter().map(|row| self.height(&row.cells, Some(row)) + RULE).collect();
    }

    /// The width from edge to edge, in pixels.
    pub(in crate::layout) fn width(&self) -> f64 {
        self.widths.iter().sum::<f64>() + self.columns.len() as f64 * 2.0 * self.kind.pads.1
    }

    /// The table with its rows closer to each other.
    pub(in crate::layout) fn tight(&self) -> Grid<'t> {
        let kind = Type { line: self.kind.size * TIGHT.0, pads: (TIGHT.1, self.kind.pads.1), ..self.kind };
        let mut grid = Grid { kind, ..self.clone() };
        grid.measure();
        grid
    }

    /// The height that it needs to begin, in pixels, in a width and on pages of a height. A short table needs all of
    /// its height, and so does one that should stand `whole` and takes less than half a page; any other needs its head
    /// and some rows.
    pub(in crate::layout) fn least(&self, width: f64, height: f64, whole: bool) -> f64 {
        if !whole {
            let few = if self.rows.len() <= SHORT { SHORT } else { FIRST };
            return self.head + self.rows.iter().take(few).sum::<f64>();
        }
        let blocks = self.blocks((0, self.rows.len()), width, height / 2.0);
        let block = |block: &Range<usize>| self.head + self.rows[block.clone()].iter().sum::<f64>();
        match blocks.last().is_none_or(|last| last.end == self.rows.len()) {
            true => blocks.iter().map(block).fold(0.0, f64::max),
            false => self.head + self.rows.iter().take(FEW).sum::<f64>(),
        }
    }

    /// Some of its rows, in blocks that stand beside each other, as many as a width and a height hold. Where all rows
    /// fit, the blocks are about equally high; one or two rows never go on alone.
    pub(in crate::layout) fn blocks(&self, (from, rows): (usize, usize), width: f64, height: f64) -> Vec<Range<usize>> {
        let across = ((width + GAP) / (self.width() + GAP)).floor().max(1.0) as usize;
        let mut to = from;
        let mut blocks = Vec::new();
        while blocks.len() < across && to < rows {
            let count = self.fitting(to, height).min(rows - to);
            blocks.push(to..to + count);
            to += count;
        }
        if to < rows {
            let last = blocks.len() - 1;
            let left = rows - to;
            if left < FEW && blocks[last].len() > 2 * FEW {
                blocks[last].end -= FEW - left;
            }
            return blocks;
        }
        // A short table stands in one block, a long one in blocks about as high as each other.
        let count = (to - from).div_ceil(across).max(SHORT);
        let even: Vec<Range<usize>> = (from..to).step_by(count).map(|start| start..(start + count).min(to)).collect();
        let fits = |block: &Range<usize>| self.fitting(block.start, height) >= block.len();
        if even.iter().all(fits) { even } else { blocks }
    }

    /// Sets blocks of rows beside each other, in a part that was begun as a table; returns their height in pixels.
    /// `head` says whether the head of the first block is read; those of the other blocks are only seen.
    pub(in crate::layout) fn set_blocks(
        &self,
        blocks: &[Range<usize>],
        (x, y): (f64, f64),
        head: Head,
        pen: &mut dyn Pen,
    ) -> f64 {
        let mut height: f64 = 0.0;
        for (place, block) in blocks.iter().enumerate() {
            let left = x + place as f64 * (self.width() + GAP);
            let head = if place == 0 { head } else { Head::Again };
            height = height.max(self.set(block.clone(), (left, y), head, pen));
        }
        height
    }

    /// The heights of its rows, in pixels.
    pub(in crate::layout) fn rows(&self) -> &[f64] {
        &self.rows
    }

    /// How many rows, from one on, stand in a height below the head; at least one.
    pub(in crate::layout) fn fitting(&self, from: usize, height: f64) -> usize {
        let mut left = height - self.head;
        let fits = |row: &&f64| {
            left -= **row;
            left >= -0.01
        };
        self.rows[from..].iter().take_while(fits).count().max(1).min(self.rows.len() - from)
    }

    fn height(&self, cells: &[String], row: Option<&TableRow>) -> f64 {
        let lines = |(place, &column): (usize, &usize)| {
            let run = [words(self.table, cells, row, column, self.kind)];
            count_lines(&run, self.widths[place] + 0.01)
        };
        let lines = self.columns.iter().enumerate().map(lines).max().unwrap_or(1);
        lines as f64 * self.kind.line + 2.0 * self.kind.pads.0
    }

    /// Sets some rows below the head, in a part that was begun as a table; returns their height in pixels.
    pub(in crate::layout) fn set(&self, rows: Range<usize>, (x, y): (f64, f64), head: Head, pen: &mut dyn Pen) -> f64 {
        match head {
            Head::First => pen.open(Role::TableHead),
            Head::Again => pen.open(Role::Ornament),
        }
        pen.shape(self.bar((x, y), self.head, Ink::Banner));
        let cells = |pen: &mut dyn Pen| self.cells(&self.table.head, None, (x, y), self.head, pen);
        match head {
            Head::First => {
                pen.open(Role::Row);
                cells(pen);
                pen.close();
            }
            Head::Again => cells(pen),
        }
        pen.close();
        let mut top = y + self.head;
        pen.open(Role::TableBody);
        for place in rows {
            let (row, height) = (&self.table.rows[place], self.rows[place]);
            pen.open(Role::Row);
            if row.national {
                pen.shape(self.bar((x, top), height, Ink::Panel));
            }
            pen.shape(self.bar((x, top + height - RULE), RULE, Ink::Grid));
            self.cells(&row.cells, Some(row), (x, top), height - RULE, pen);
            pen.close();
            top += height;
        }
        pen.close();
        top - y
    }

    fn bar(&self, at: (f64, f64), height: f64, ink: Ink) -> Shape {
        Shape { at, size: (self.width(), height), radius: 0.0, fill: Some(ink), stroke: None }
    }

    /// Sets the cells of the head or of a row.
    fn cells(&self, cells: &[String], row: Option<&TableRow>, (x, y): (f64, f64), height: f64, pen: &mut dyn Pen) {
        let Type { line, pads: (above, beside), .. } = self.kind;
        let mut left = x;
        for (&column, width) in self.columns.iter().zip(&self.widths) {
            let run = [words(self.table, cells, row, column, self.kind)];
            let align = if numeric(self.table, column) { Align::Right } else { Align::Left };
            // Words of a head stand at its foot.
            let lines = count_lines(&run, width + 0.01) as f64;
            let down = if row.is_none() { height - 2.0 * above - lines * line } else { 0.0 };
            pen.open(match (row, column) {
                (None, _) => Role::HeadCell(Scope::Column),
                (Some(_), 0) => Role::HeadCell(Scope::Row),
                (Some(_), _) => Role::Cell,
            });
            text_of(&run, line, (left + beside, y + above + down), (align, width + 0.01), pen);
            pen.close();
            left += width + 2.0 * beside;
        }
    }
}
