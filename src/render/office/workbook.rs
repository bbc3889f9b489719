//! The workbook behind a chart: what "Edit data" opens, and the ranges of it that the chart names.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook, XlsxError};

/// The name of the one sheet, as Office writes it in every language.
const SHEET: &str = "Sheet1";

/// What is added to our number of a day, which is 0 for the first of January 1900, to have the number that Excel has
/// for it. It holds after February 1900, which has a day too many in Excel.
pub const FIRST_DAY: i64 = 2;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// An empty cell: a missing value, which is not nought.
    Empty,
    /// Some words.
    Text(String),
    /// A number.
    Number(f64),
    /// A day, counted from the first of January 1900, which is 0.
    Day(i64),
    /// A formula, and the number that it gives; none where it gives no number.
    Formula(String, Option<f64>),
}

/// Rows of cells, the heads first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// A range of rows in a column as a formula names it, such as `Sheet1!$B$2:$B$22`. Column and rows are counted from
    /// 0, and the last row is included.
    pub fn range(column: usize, from: usize, to: usize) -> String {
        let letter = letters(column);
        match from == to {
            true => format!("{SHEET}!${letter}${}", from + 1),
            false => format!("{SHEET}!${letter}${}:${letter}${}", from + 1, to + 1),
        }
    }

    /// The bytes of the workbook; the same cells give the same bytes.
    pub fn written(&self) -> Vec<u8> {
        self.try_written().expect("a sheet in memory, of fewer rows than Excel has, can be written")
    }

    fn try_written(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let date = Format::new().set_num_format("yyyy-mm-dd");
        let sheet = workbook.add_worksheet();
        sheet.set_name(SHEET)?;
        sheet.set_column_width(0, 28)?;
        for (row, cells) in (0..).zip(&self.rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) => {
                        // The longest text of a cell.
                        let text: String = text.chars().take(32_767).collect();
                        sheet.write_string(row, column, text)?;
                    }
                    Cell::Number(number) => {
                        sheet.write_number(row, column, *number)?;
                    }
                    Cell::Formula(formula, result) => {
                        let result = result.map_or_else(String::new, |number| number.to_string());
                        sheet.write_formula(row, column, Formula::new(formula).set_result(result))?;
                    }
                    Cell::Day(day) => {
                        sheet.write_number_with_format(row, column, (day + FIRST_DAY) as f64, &date)?;
                    }
                }
            }
        }
        workbook.save_to_buffer()
    }
}

fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + (column % 26) as u8);
        match column / 26 {
            0 => break,
            more => column = more - 1,
        }
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn columns_have_letters_and_rows_are_counted_from_one() {
        assert_eq!(Sheet::range(1, 1, 21), "Sheet1!$B$2:$B$22");
        assert_eq!(Sheet::range(26, 0, 0), "Sheet1!$AA$1");
        assert_eq!(Sheet::range(701, 0, 0), "Sheet1!$ZZ$1");
    }
}
