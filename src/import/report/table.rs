//! How a table was read: its sheet, which way it lies, its rows, and what stands beside its cells.

use super::columns::column_words;
use crate::data::indicator::Indicator;
use crate::diag::Words;
use crate::import::read::decode::Encoding;
use crate::import::read::figures::Figures;
use crate::import::read::sheet::{Sheet, letters};
use crate::import::read::table::{Layout, Lines, Passed};
use crate::import::request::{Hidden, Request};
use crate::import::said::Readings;
use crate::words;

/// How the table was read: its sheet, which way it lies, its columns and rows.
pub fn table(
    file: &Figures<'_>,
    sheet: usize,
    layout: &Layout<'_>,
    readings: &Readings<'_>,
    indicators: &[Indicator],
    request: &Request<'_>,
) -> Vec<Words> {
    let mut lines = vec![head(file, sheet, layout)];
    lines.extend(encoding(file, sheet));
    lines.extend(other_sheets(file, sheet));
    lines.extend(aside(&file.sheets[sheet].0, request));
    lines.push(Words::default());
    lines.push(match layout.grid.turned {
        false => words!("Columns", "Colonne"),
        true => words!("Rows of the sheet", "Righe del foglio"),
    });
    let names: Vec<String> = layout.columns.iter().map(|column| layout.grid.column_name(column.place)).collect();
    let widest = names.iter().map(String::len).max().unwrap_or(0);
    let header_width = layout.columns.iter().map(|column| column.header.chars().count()).max().unwrap_or(0).min(40);
    for (column, name) in layout.columns.iter().zip(&names) {
        let header = &column.header;
        let pad = " ".repeat(header_width.saturating_sub(header.chars().count()));
        let meaning = column_words(column, layout, readings, indicators);
        let header = if header_width > 0 { format!("{header}{pad}  ") } else { String::new() };
        lines.push(Words {
            en: format!("  {name:widest$}  {header}{}", meaning.en),
            it: format!("  {name:widest$}  {header}{}", meaning.it),
        });
    }
    lines.push(Words::default());
    lines.extend(rows(layout, readings));
    lines
}

/// Which file and sheet it is, what its rows are, and where its heads stand.
fn head(file: &Figures<'_>, sheet: usize, layout: &Layout<'_>) -> Words {
    let name = file.name;
    let of_sheet = file.sheets[sheet].0.name.as_ref();
    let of_sheet = of_sheet.map_or(Words::default(), |sheet| words!(", sheet {sheet}", ", foglio {sheet}"));
    let lies = match (layout.lines, layout.grid.turned) {
        (Lines::Items(_), false) => words!("a row an item", "una riga per voce"),
        (Lines::Items(_), true) => words!("a column an item", "una colonna per voce"),
        (Lines::Territories, false) => words!("a row a territory", "una riga per territorio"),
        (Lines::Territories, true) => words!("a column a territory", "una colonna per territorio"),
    };
    let by_column = layout.groups.iter().any(|group| group.by_column.is_some());
    let lies = match by_column {
        false => lies,
        true => words!("a row a value", "una riga per valore"),
    };
    let heads = match layout.header.map(|row| layout.grid.row_name(row)) {
        None => words!("without a header", "senza intestazione"),
        Some(row) if layout.grid.turned => {
            words!("column {row} says what they are", "la colonna {row} dice che cosa sono")
        }
        Some(row) => words!("row {row} heads the columns", "la riga {row} intesta le colonne"),
    };
    Words {
        en: format!("{name}{}: {}; {}", of_sheet.en, lies.en, heads.en),
        it: format!("{name}{}: {}; {}", of_sheet.it, lies.it, heads.it),
    }
}

/// How a text was decoded, with the names that depend on it; nothing where it was plain UTF-8.
fn encoding(file: &Figures<'_>, sheet: usize) -> Option<Words> {
    let (encoding, _) = file.encoding?;
    let name = match encoding {
        Encoding::Utf8 => return None,
        Encoding::Utf16 => "UTF-16",
        Encoding::Windows1252 => "Windows-1252",
    };
    let cells = file.sheets[sheet].0.rows.iter().flatten().filter_map(|cell| cell.content.text());
    let mut accented: Vec<&str> = cells.filter(|text| !text.is_ascii()).collect();
    accented.sort_unstable();
    accented.dedup();
    let shown: Vec<String> = accented.iter().take(12).map(|text| format!("«{text}»")).collect();
    let shown = shown.join(", ");
    Some(match accented.is_empty() {
        true => words!("Read as {name}.", "Letto come {name}."),
        false => words!(
            "Read as {name}; these cells depend on it: {shown}",
            "Letto come {name}; ne dipendono queste celle: {shown}"
        ),
    })
}

fn other_sheets(file: &Figures<'_>, sheet: usize) -> Option<Words> {
    let others = file.sheets.iter().enumerate().filter(|(place, _)| *place != sheet);
    let names: Vec<String> = others.filter_map(|(_, (sheet, _))| sheet.name.clone()).collect();
    let names = names.join(", ");
    (!names.is_empty()).then(|| words!("Other sheets, not read: {names}", "Altri fogli, non letti: {names}"))
}

/// What a workbook says beside its cells: what it hides, and the marks of footnotes.
fn aside(sheet: &Sheet, request: &Request<'_>) -> Vec<Words> {
    let aside = &sheet.aside;
    let mut lines = Vec::new();
    let rows = ranges(aside.hidden_rows.iter().map(|row| row + 1), |row| row.to_string());
    let columns = ranges(aside.hidden_columns.iter().copied(), letters);
    let skipped = request.hidden == Some(Hidden::Skip);
    for (what, which) in [(words!("rows", "righe"), rows), (words!("columns", "colonne"), columns)] {
        if which.is_empty() {
            continue;
        }
        lines.push(match skipped {
            true => words!("Hidden {what}, not read: {which}", "{what} nascoste, non lette: {which}"; what),
            false => words!("Hidden {what}: {which}", "{what} nascoste: {which}"; what),
        });
    }
    let marks = aside.footnotes.iter().map(|((row, column), mark)| format!("{}{} «{mark}»", letters(*column), row + 1));
    let marks: Vec<String> = marks.collect();
    if !marks.is_empty() {
        let more = marks.len().saturating_sub(12);
        let shown = marks.into_iter().take(12).collect::<Vec<_>>().join(", ");
        let more = match more {
            0 => Words::default(),
            more => words!(" and {more} more", " e altre {more}"),
        };
        lines.push(words!(
            "Marks set above the line are footnotes, not read: {shown}{more}",
            "I segni in apice sono note a piè di tabella, non letti: {shown}{more}";
            more
        ));
    }
    lines
}

/// Numbers that follow each other as one range: "2–7, 9".
fn ranges(places: impl Iterator<Item = usize>, name: impl Fn(usize) -> String) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for place in places {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == place => *last = place,
            _ => ranges.push((place, place)),
        }
    }
    let ranges = ranges.into_iter().map(|(first, last)| match first == last {
        true => name(first),
        false => format!("{}–{}", name(first), name(last)),
    });
    ranges.collect::<Vec<_>>().join(", ")
}

/// How many rows gave a value, a note or a date.
pub(super) fn rows_read(layout: &Layout<'_>, readings: &Readings<'_>) -> usize {
    let alone = if layout.groups.is_empty() { readings.of_whole.len() } else { 0 };
    let unread = readings.passed.len() + readings.not_asked.len() + readings.other_periods.len() + alone;
    layout.rows.len().saturating_sub(unread)
}

/// How many rows were read, and which were not and why.
fn rows(layout: &Layout<'_>, readings: &Readings<'_>) -> Vec<Words> {
    let mut lines = vec![match (layout.grid.turned, rows_read(layout, readings)) {
        (false, 1) => words!("Rows: 1 read", "Righe: 1 letta"),
        (false, count) => words!("Rows: {count} read", "Righe: {count} lette"),
        (true, 1) => words!("Columns of the sheet: 1 read", "Colonne del foglio: 1 letta"),
        (true, count) => words!("Columns of the sheet: {count} read", "Colonne del foglio: {count} lette"),
    }];
    let mut passed: Vec<&Passed> = layout.passed.iter().chain(&readings.passed).collect();
    passed.sort_by_key(|passed| passed.place);
    for Passed { place, words, near } in passed {
        let row = layout.grid.row_name(*place);
        let words: String = match words.chars().count() {
            0..=70 => words.clone(),
            _ => words.chars().take(68).chain(['…']).collect(),
        };
        lines.push(match near {
            Some(near) => words!(
                "  not read: {row} «{words}»; did you mean «{near}»?",
                "  non letta: {row} «{words}»; forse intendevi «{near}»?"
            ),
            None => words!("  not read: {row} «{words}»", "  non letta: {row} «{words}»"),
        });
    }
    let names = |rows: &[usize]| ranges(rows.iter().copied(), |row| layout.grid.row_name(row));
    if !readings.not_asked.is_empty() {
        let rows = names(&readings.not_asked);
        lines.push(words!("  not read, because not asked for: {rows}", "  non lette, perché non richieste: {rows}"));
    }
    if !readings.other_periods.is_empty() {
        let rows = names(&readings.other_periods);
        lines.push(words!(
            "  not read, because another row has the edition’s own period: {rows}",
            "  non lette, perché un’altra riga è del periodo dell’edizione: {rows}"
        ));
    }
    if !readings.of_whole.is_empty() {
        let rows = names(&readings.of_whole);
        lines.push(words!(
            "  yes and no not read, for they are of territories, and these rows of the whole: {rows}",
            "  sì e no non letti, perché sono dei territori, e queste righe sono del totale: {rows}"
        ));
    }
    if !layout.dated.is_empty() {
        let rows = names(&layout.dated);
        lines.push(words!("  times of the values: {rows}", "  date e periodi dei valori: {rows}"));
    }
    if !readings.idle_notes.is_empty() {
        let rows = names(&readings.idle_notes);
        lines.push(words!(
            "  notes not read, for there is no value beside them: {rows}",
            "  note non lette, perché accanto non c’è un valore: {rows}"
        ));
    }
    lines
}
