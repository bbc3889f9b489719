//! The sheets of an XLSX or ODS workbook, each cell with the number it holds and not the one it happens to show.

use super::bounds::{LARGEST, LAST, Unread};
use super::{ods, xlsx};
use crate::import::read::sheet::{Aside, Content, Sheet, shown};
use crate::import::read::units::is_other;
use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::{Cursor, Read};

/// Reads all sheets that hold cells, in the workbook's order. `path` is how the file is called in messages. With each
/// stands whether it is hidden.
///
/// # Errors
/// The workbook is damaged, locked or of another kind.
pub fn sheets(path: &str, bytes: &[u8]) -> Result<Vec<(Sheet, bool)>, Unread> {
    whole(bytes)?;
    // An ODS begins with a file that says what it is.
    let is_ods = bytes.get(30..38) == Some(b"mimetype");
    if is_ods { ods(path, bytes) } else { xlsx(path, bytes) }
}

/// Every part read to its end, which holds it against its checksum: who reads only the cells never comes to that, and a
/// damaged digit would pass for a figure.
fn whole(bytes: &[u8]) -> Result<(), Unread> {
    let damaged = |why: String| Unread::Damaged(why);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    let mut length = 0;
    for part in 0..archive.len() {
        let part = archive.by_index(part).map_err(|error| damaged(error.to_string()))?;
        length += std::io::copy(&mut part.take(LARGEST + 1), &mut std::io::sink())
            .map_err(|error| damaged(error.to_string()))?;
        if length > LARGEST {
            return Err(damaged(format!("more than {} MiB", LARGEST >> 20)));
        }
    }
    Ok(())
}

fn xlsx(path: &str, bytes: &[u8]) -> Result<Vec<(Sheet, bool)>, Unread> {
    let unread = |error: XlsxError| match error {
        XlsxError::Password => Unread::Locked,
        error => Unread::Damaged(error.to_string()),
    };
    let beside = xlsx::Beside::read(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(unread)?;
    let metadata = workbook.sheets_metadata().to_owned();
    let mut sheets = Vec::new();
    for sheet in metadata.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let mut rows = Grid::default();
        // A formula that nobody worked out has no value: it must not pass for an empty cell.
        let mut formulas = workbook.worksheet_cells_reader(&sheet.name).map_err(unread)?;
        while let Some(cell) = formulas.next_cell_with_formula_metadata().map_err(unread)? {
            if cell.formula.is_some() && cell.value == DataRef::Empty {
                rows.put(cell.pos, Content::Broken("=".to_owned()))?;
            }
        }
        drop(formulas);
        let mut reader = workbook.worksheet_cells_reader(&sheet.name).map_err(unread)?;
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(unread)? {
            let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
            let format = format.map_or("", |format| format.format_code.as_str());
            let shows_day = format.is_empty() || shows(format, 'd') || !shows(format, 'y');
            let content = content(Data::from(cell.get_value().clone()), shows(format, '%'), shows_day);
            let content = with_unit(content, &beside_number(format));
            if content != Content::Empty {
                rows.put(cell.get_position(), content)?;
            }
        }
        let of = beside.of_sheet(bytes, &sheet.name)?;
        for (at, text) in of.texts {
            rows.replace(at, Content::Text(text));
        }
        // What a formula holds until then is what nobody worked out.
        for at in of.formulas.iter().filter(|_| beside.stale) {
            rows.replace(*at, Content::Broken("=".to_owned()));
        }
        let hidden = sheet.visible != SheetVisible::Visible;
        sheets.push((rows.sheet(path, sheet.name, of.aside), hidden));
    }
    Ok(sheets)
}

fn ods(path: &str, bytes: &[u8]) -> Result<Vec<(Sheet, bool)>, Unread> {
    let unread = |error: calamine::OdsError| match error {
        calamine::OdsError::Password => Unread::Locked,
        error => Unread::Damaged(error.to_string()),
    };
    let mut beside = ods::beside(bytes)?;
    let mut workbook = Ods::new(Cursor::new(bytes)).map_err(unread)?;
    let metadata = workbook.sheets_metadata().to_owned();
    let mut sheets = Vec::new();
    for sheet in metadata {
        let range = workbook.worksheet_range(&sheet.name).map_err(unread)?;
        let mut rows = Grid::default();
        let (top, left) = range.start().unwrap_or_default();
        let of = beside.remove(&sheet.name).unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let place = (top as usize + row, left as usize + column);
            let content = content(value.clone(), of.percent.contains(&place), !of.without_day.contains(&place));
            rows.put((place.0 as u32, place.1 as u32), content)?;
        }
        for (at, text) in of.texts {
            rows.replace(at, Content::Text(text));
        }
        for (row, column) in of.unworked {
            rows.put((row as u32, column as u32), Content::Broken("=".to_owned()))?;
        }
        let hidden = sheet.visible != SheetVisible::Visible;
        sheets.push((rows.sheet(path, sheet.name, of.aside), hidden));
    }
    Ok(sheets)
}

/// Cells put at their places.
#[derive(Default)]
struct Grid(Vec<Vec<Content>>);

impl Grid {
    fn put(&mut self, (row, column): (u32, u32), content: Content) -> Result<(), Unread> {
        if row > LAST.0 || column > LAST.1 {
            return Err(Unread::Damaged("a cell beyond the last row or column".to_owned()));
        }
        let (row, column) = (row as usize, column as usize);
        if self.0.len() <= row {
            self.0.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.0[row];
        if cells.len() <= column {
            cells.resize(column + 1, Content::Empty);
        }
        cells[column] = content;
        Ok(())
    }

    /// Another content for a cell that holds something.
    fn replace(&mut self, (row, column): (usize, usize), content: Content) {
        if let Some(cell) = self.0.get_mut(row).and_then(|row| row.get_mut(column)) {
            *cell = content;
        }
    }

    fn sheet(self, path: &str, name: String, mut aside: Aside) -> Sheet {
        // What is hidden beyond all cells hides nothing.
        let columns = self.0.iter().map(Vec::len).max().unwrap_or(0);
        aside.hidden_rows.retain(|row| *row < self.0.len());
        aside.hidden_columns.retain(|column| *column < columns);
        Sheet { aside, ..Sheet::new(format!("{path}, {name}"), Some(name), self.0) }
    }
}

/// Whether a format has a sign that is no text of its own: `0.0%;[Red]-0.0%` shows a hundred times the number,
/// `dd/mm/yyyy` a day.
fn shows(format: &str, wanted: char) -> bool {
    // A sign in quotes, in brackets, or after a backslash, is only shown.
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for sign in format.chars() {
        match sign {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            '\\' if !quoted => escaped = true,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            sign if !quoted && !bracketed && sign.eq_ignore_ascii_case(&wanted) => return true,
            _ => {}
        }
    }
    false
}

/// What a format shows beside a number: ` ‰` of `0" ‰"`, `€` of `#,##0 [$€-410]`. Of several formats, the first is for
/// numbers above nought.
fn beside_number(format: &str) -> String {
    let (mut quoted, mut bracketed, mut escaped) = (false, String::new(), false);
    let (mut in_brackets, mut beside) = (false, String::new());
    for sign in format.chars() {
        match sign {
            _ if escaped => {
                escaped = false;
                beside.push(sign);
            }
            '"' if !in_brackets => quoted = !quoted,
            _ if quoted => beside.push(sign),
            '\\' => escaped = true,
            '[' => (in_brackets, bracketed) = (true, String::new()),
            ']' => {
                in_brackets = false;
                beside.extend(bracketed.strip_prefix('$').map(|sign| sign.split('-').next().unwrap_or_default()));
            }
            _ if in_brackets => bracketed.push(sign),
            ';' => break,
            '€' | '$' | '£' | '‰' => beside.push(sign),
            _ => {}
        }
    }
    beside.trim().to_owned()
}

/// A number that is shown with another unit than per cent is what it shows, and not the number alone.
fn with_unit(content: Content, unit: &str) -> Content {
    match content {
        Content::Number { percent: false, .. } if is_other(unit) => {
            Content::Text(format!("{} {unit}", shown(&content)))
        }
        content => content,
    }
}

fn content(data: Data, percent: bool, shows_day: bool) -> Content {
    let as_shown = |date: String| if shows_day { date } else { date.get(..7).map(str::to_owned).unwrap_or(date) };
    match data {
        Data::Empty => Content::Empty,
        Data::Int(value) => Content::Number { value: value as f64, percent },
        Data::Float(value) => Content::Number { value, percent },
        Data::String(text) if text.trim().is_empty() => Content::Empty,
        Data::String(text) if is_error(&text) => Content::Broken(text),
        Data::String(text) => Content::Text(text),
        Data::Bool(truth) => Content::Truth(truth),
        Data::DateTime(date) => Content::Date(as_shown(day(&date))),
        Data::DateTimeIso(date) => Content::Date(as_shown(date.split('T').next().unwrap_or_default().to_owned())),
        Data::DurationIso(duration) => Content::Date(duration),
        Data::Error(error) => Content::Broken(error.to_string()),
    }
}

/// Errors that LibreOffice leaves as words in the cell.
fn is_error(text: &str) -> bool {
    text.starts_with('#') && text.ends_with(['!', '?', 'A', 'D']) || text.starts_with("Err:")
}

fn day(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::{Unread, beside_number, sheets, shows};

    #[test]
    fn a_per_cent_sign_counts_where_it_is_no_text() {
        for (format, percent) in [
            ("0%", true),
            ("0.0%", true),
            ("#,##0.00%;[Red]-0.00%", true),
            ("0\"%\"", false),
            ("0\\%", false),
            ("0.0\" di \"0%", true),
            ("General", false),
            ("[$%-410]0", false),
        ] {
            assert_eq!(shows(format, '%'), percent, "{format}");
        }
    }

    #[test]
    fn what_a_format_shows_beside_a_number_is_known() {
        for (format, beside) in [
            ("0\" ‰\"", "‰"),
            ("0\\‰", "‰"),
            ("#,##0 [$€-410];[Red]-#,##0 [$€-410]", "€"),
            ("0.0\" per mille\"", "per mille"),
            ("General", ""),
            ("[$-410]0", ""),
            ("[Red]0.0", ""),
        ] {
            assert_eq!(beside_number(format), beside, "{format}");
        }
    }

    #[test]
    fn a_file_that_is_no_workbook_says_so() {
        assert!(matches!(sheets("t.xlsx", b"PK\x03\x04 and then nothing"), Err(Unread::Damaged(_))));
    }
}
