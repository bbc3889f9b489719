//! The cells of a sheet by row and column, as it lies or turned.

use super::sheet::{Cell, Content, Sheet, letters};

/// The cells of a sheet by row and column, or turned.
#[derive(Clone, Copy, Debug)]
pub struct Grid<'s> {
    sheet: &'s Sheet,
    /// Whether its rows are the columns of the sheet.
    pub turned: bool,
    /// How many rows.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
}

impl<'s> Grid<'s> {
    /// A sheet as it lies, or turned.
    pub fn new(sheet: &'s Sheet, turned: bool) -> Grid<'s> {
        let height = sheet.rows.len();
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
        let (rows, columns) = if turned { (width, height) } else { (height, width) };
        Grid { sheet, turned, rows, columns }
    }

    /// A cell that holds something.
    pub fn get(&self, row: usize, column: usize) -> Option<&'s Cell> {
        let (row, column) = if self.turned { (column, row) } else { (row, column) };
        self.sheet.rows.get(row)?.get(column).filter(|cell| cell.content != Content::Empty)
    }

    /// The words of a cell.
    pub fn text(&self, row: usize, column: usize) -> Option<&'s str> {
        self.get(row, column)?.content.text()
    }

    /// How the sheet calls a column of the grid: `B`, or the row `3`.
    pub fn column_name(&self, column: usize) -> String {
        if self.turned { (column + 1).to_string() } else { letters(column) }
    }

    /// How the sheet calls a row of the grid: `3`, or the column `B`.
    pub fn row_name(&self, row: usize) -> String {
        if self.turned { letters(row) } else { (row + 1).to_string() }
    }

    /// A cell, or the one that was merged with others and lies over this place.
    pub fn spread(&self, row: usize, column: usize) -> Option<&'s Cell> {
        self.get(row, column).or_else(|| self.merged(row, column))
    }

    /// The cell that lies over this place and others, where some were merged into one.
    pub fn merged(&self, row: usize, column: usize) -> Option<&'s Cell> {
        let (row, column) = if self.turned { (column, row) } else { (row, column) };
        let merge = self.sheet.aside.merges.iter().find(|merge| merge.covers(row, column))?;
        self.sheet.rows.get(merge.rows.0)?.get(merge.columns.0).filter(|cell| cell.content != Content::Empty)
    }

    /// Whether the workbook hides a row of the grid.
    pub fn hides_row(&self, row: usize) -> bool {
        let aside = &self.sheet.aside;
        if self.turned { aside.hidden_columns.contains(&row) } else { aside.hidden_rows.contains(&row) }
    }

    /// Whether the workbook hides a column of the grid.
    pub fn hides_column(&self, column: usize) -> bool {
        let aside = &self.sheet.aside;
        if self.turned { aside.hidden_rows.contains(&column) } else { aside.hidden_columns.contains(&column) }
    }
}
