//! A sheet: cells with what they hold and where they stand, so that a fault can show a cell of a spreadsheet as it
//! shows a line of a file.

use crate::data::cell::as_it_was;
use crate::files::{FileId, Source, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What one cell holds.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(feature = "spreadsheets"), expect(dead_code, reason = "cells of a text are words"))]
pub enum Content {
    /// Nothing.
    Empty,
    /// Words, and numbers that are written out.
    Text(String),
    /// A number of a spreadsheet.
    Number {
        /// As the spreadsheet counts with it.
        value: f64,
        /// Whether the cell shows it as a percentage: 0.41 as 41%.
        percent: bool,
    },
    /// True or false.
    Truth(bool),
    /// A date, as ISO 8601 writes it.
    Date(String),
    /// An error of the spreadsheet, or a formula it never worked out; as it shows.
    Broken(String),
}

/// One cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What it holds.
    pub content: Content,
    /// Its place in [`Sheet::source`].
    pub at: Span,
    /// `B7`.
    pub name: String,
}

/// Cells that a workbook shows as one: the first and the last row and column, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// Rows.
    pub rows: (usize, usize),
    /// Columns.
    pub columns: (usize, usize),
}

impl Merge {
    /// Whether it lies over a place.
    pub fn covers(&self, row: usize, column: usize) -> bool {
        (self.rows.0..=self.rows.1).contains(&row) && (self.columns.0..=self.columns.1).contains(&column)
    }
}

/// What a workbook says of its cells beside what they hold; nothing for a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aside {
    /// Cells shown as one.
    pub merges: Vec<Merge>,
    /// Rows that are hidden, or left out by a filter.
    pub hidden_rows: BTreeSet<usize>,
    /// Columns that are hidden.
    pub hidden_columns: BTreeSet<usize>,
    /// Marks set above the line in a cell: they are footnotes.
    pub footnotes: BTreeMap<(usize, usize), String>,
}

/// A table of cells as it was found.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its name in the workbook; none for a text.
    pub name: Option<String>,
    /// Rows; each as long as its last cell that holds something.
    pub rows: Vec<Vec<Cell>>,
    /// What else is said of them.
    pub aside: Aside,
    /// Its rows as lines of a text, so that line 7 is row 7: where faults are shown.
    pub source: Source,
}

impl Sheet {
    /// A sheet from its contents. `path` is how it is called in messages; it will be file 0 of their sources.
    pub fn new(path: String, name: Option<String>, contents: Vec<Vec<Content>>) -> Sheet {
        let (mut text, mut rows) = (String::new(), Vec::with_capacity(contents.len()));
        for (row, contents) in contents.into_iter().enumerate() {
            let mut cells = Vec::with_capacity(contents.len());
            let filled = contents.iter().rposition(|content| *content != Content::Empty).map_or(0, |last| last + 1);
            for (column, content) in contents.into_iter().take(filled).enumerate() {
                if column > 0 {
                    text.push_str(" | ");
                }
                let start = text.len();
                text.push_str(&shown(&content));
                let at = Span::new(FileId(0), start, text.len());
                cells.push(Cell { content, at, name: format!("{}{}", letters(column), row + 1) });
            }
            text.push('\n');
            rows.push(cells);
        }
        Sheet { source: Source::new(path, text), name, rows, aside: Aside::default() }
    }

    /// The cells that are hidden, taken for blank.
    pub fn without_hidden(mut self) -> Sheet {
        for (row, cells) in self.rows.iter_mut().enumerate() {
            let row_hidden = self.aside.hidden_rows.contains(&row);
            for (column, cell) in cells.iter_mut().enumerate() {
                if row_hidden || self.aside.hidden_columns.contains(&column) {
                    cell.content = Content::Empty;
                }
            }
        }
        self
    }

    /// A sheet of a text: every cell is words.
    pub fn of_text(path: String, rows: Vec<Vec<String>>) -> Sheet {
        let content = |cell: String| match as_it_was(&cell) {
            text if text.trim().is_empty() => Content::Empty,
            text => Content::Text(text.to_owned()),
        };
        let contents = rows.into_iter().map(|row| row.into_iter().map(content).collect()).collect();
        Sheet::new(path, None, contents)
    }
}

impl Content {
    /// Its words; none where it is no text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Content::Text(text) => Some(text.trim()),
            _ => None,
        }
    }
}

/// The cell on one line.
pub fn shown(content: &Content) -> String {
    match content {
        Content::Empty => String::new(),
        Content::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Content::Number { value, percent: false } => value.to_string(),
        Content::Number { value, percent: true } => super::number::Decimal::of_spreadsheet(*value)
            .map_or(value.to_string(), |number| format!("{}%", number.hundredfold().text())),
        Content::Truth(true) => "TRUE".to_owned(),
        Content::Truth(false) => "FALSE".to_owned(),
        Content::Date(date) => date.clone(),
        Content::Broken(words) => words.clone(),
    }
}

/// `A`, `Z`, `AA`: a column as spreadsheets call it, counted from 0.
pub fn letters(mut column: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(b'A' + (column % 26) as u8);
        match column / 26 {
            0 => break,
            more => column = more - 1,
        }
    }
    name.reverse();
    name.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::{Content, Sheet, letters};

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn the_line_of_a_cell_is_its_row() {
        let text = |words: &str| Content::Text(words.to_owned());
        let rows = vec![vec![], vec![text("Lazio"), Content::Number { value: 0.145, percent: true }, Content::Empty]];
        let sheet = Sheet::new("t.xlsx".into(), None, rows);
        assert_eq!(sheet.source.text, "\nLazio | 14.5%\n");
        let cell = &sheet.rows[1][1];
        assert_eq!((&*cell.name, &sheet.source.text[cell.at.start as usize..cell.at.end as usize]), ("B2", "14.5%"));
    }
}
