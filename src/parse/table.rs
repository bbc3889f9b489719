//! Files of observations in CSV: one row a territory or an item, or a table of yes and no.

use super::draft::{PeriodDraft, RowDraft, SeriesDraft};
use super::fields::{count, keep_one};
use super::observations::{TODO, cell, empty, scalar, status};
use super::site::period;
use crate::data::indicator::Part;
use crate::data::observation::Cell;
use crate::diag::{Code, Diagnostic, Words, count_many, did_you_mean, nearest};
use crate::files::{FileId, Placed, Source, Span};
use crate::words;

const COLUMNS: [&str; 10] = ["territory", "item", "value", "count", "of", "status", "period", "note", "source", "name"];

/// Reads one file; its name, `documenti.table.csv`, says indicator and part.
pub fn table(file: FileId, source: &Source, faults: &mut Vec<Diagnostic>) -> Option<SeriesDraft> {
    let name = source.path.rsplit('/').next().unwrap_or("").trim_end_matches(".csv");
    let (indicator, part) = match name.split_once('.') {
        None => (name, Some(Part::Territories)),
        Some((indicator, part)) => (indicator, Part::read(part)),
    };
    let top = Span::top(file);
    let Some(part) = part else {
        let message = words!(
            "`{name}.csv` names no part of an indicator",
            "`{name}.csv` non indica nessuna parte di un indicatore"
        );
        let hint = words!(
            "name it indicator.csv, indicator.items.csv or indicator.table.csv",
            "chiamalo indicatore.csv, indicatore.items.csv o indicatore.table.csv"
        );
        faults.push(Diagnostic::new(Code::StrayFile, top, message, hint));
        return None;
    };
    let mut series = SeriesDraft {
        file,
        indicator: Placed::new(indicator.to_owned(), top),
        part: Placed::new(part, top),
        period: None,
        source: None,
        definition: None,
        note: None,
        national: None,
        values: Vec::new(),
        rows: Vec::new(),
        others: None,
        from_csv: true,
        unread: 0,
    };
    let mut records = records(file, &source.text, faults)?.into_iter();
    let Some(head) = records.next() else {
        let message = words!("the file is empty", "il file è vuoto");
        let hint = words!(
            "the first line names the columns: territory,value,source",
            "la prima riga dà il nome alle colonne: territory,value,source"
        );
        faults.push(Diagnostic::new(Code::CsvSyntax, top, message, hint));
        return None;
    };
    let key = if part == Part::Items { "item" } else { "territory" };
    if !head.iter().any(|column| column.value == key) {
        faults.push(no_names(&head, key, top));
        return None;
    }
    let found = faults.len();
    columns(&head, key, part, faults);
    // A table with a wrong head would be wrong again in every row.
    if part == Part::Table && faults.len() > found {
        return None;
    }
    let records: Vec<_> = records.collect();
    if let Some(fault) = every_row_is_longer(&head, &records) {
        faults.push(fault);
        return None;
    }
    for record in records {
        count_many(faults);
        // What a spreadsheet leaves below its table.
        if record.iter().all(|cell| cell.value.is_empty()) {
            continue;
        }
        if record.len() != head.len() {
            faults.push(another_length(&head, &record));
            series.unread += 1;
            continue;
        }
        row(&head, record, key, &mut series, faults);
    }
    Some(series)
}

/// The fault of a head that has no column of names; `key` is what that column is called, `top` the top of the file.
fn no_names(head: &[Placed<String>], key: &str, top: Span) -> Diagnostic {
    let at = head.first().map_or(top, |first| Span { end: head[head.len() - 1].at.end, ..first.at });
    let semicolons = head.len() == 1 && head[0].value.contains(';');
    let near = head.iter().find(|column| nearest(&column.value, [key]).is_some());
    let hint = match near {
        _ if semicolons => words!(
            "separate columns with commas: semicolons are for spreadsheets",
            "separa le colonne con la virgola: il punto e virgola è dei fogli di calcolo"
        ),
        Some(near) => words!("write `{key}` in the place of `{}`", "scrivi `{key}` al posto di `{}`", near.value),
        None => words!("name the column of names `{key}`", "chiama `{key}` la colonna dei nomi"),
    };
    let fault = Diagnostic::new(Code::CsvSyntax, at, no_column(key), hint);
    match head.iter().find(|column| column.value.to_lowercase() == key) {
        Some(in_capitals) => fault.fix(in_capitals.at, key),
        None => fault,
    }
}

/// The fault of a row that has more cells than the head, or fewer.
fn another_length(head: &[Placed<String>], record: &[Placed<String>]) -> Diagnostic {
    let (first, last) = (record[0].at, record[record.len() - 1].at);
    let at = Span { end: last.end, ..first };
    let message = words!(
        "this row has {} cells, the head has {}",
        "le celle di questa riga sono {}, quelle dell’intestazione {}",
        record.len(),
        head.len()
    );
    let hint = words!(
        "one cell a column; a text with a comma stands in double quotes; decimals have a point",
        "una cella per colonna; un testo con una virgola sta tra virgolette; i decimali hanno il punto"
    );
    Diagnostic::new(Code::CsvSyntax, at, message, hint)
}

/// The fault of a column that the head forgets: no row has as many cells as the head, and all have as many as each
/// other. It is told once.
fn every_row_is_longer(head: &[Placed<String>], records: &[Vec<Placed<String>>]) -> Option<Diagnostic> {
    let rows = || records.iter().filter(|record| !record.iter().all(|cell| cell.value.is_empty()));
    let cells = rows().next()?.len();
    if cells == head.len() || rows().count() < 2 || rows().any(|row| row.len() != cells) {
        return None;
    }
    let at = Span { end: head[head.len() - 1].at.end, ..head[0].at };
    let columns = head.len();
    let message = words!(
        "the head has {columns} cells, every row below it {cells}",
        "le celle dell’intestazione sono {columns}, quelle di ogni riga {cells}"
    );
    let hint = words!(
        "one cell a column, in the head and in every row; a text with a comma stands in double quotes; decimals have a point",
        "una cella per colonna, nell’intestazione e in ogni riga; un testo con una virgola sta tra virgolette; i decimali \
         hanno il punto"
    );
    Some(Diagnostic::new(Code::CsvSyntax, at, message, hint))
}

fn no_column(name: &str) -> Words {
    words!("there is no column `{name}`", "non c’è nessuna colonna `{name}`")
}

/// Every column known, named and once.
fn columns(head: &[Placed<String>], key: &str, part: Part, faults: &mut Vec<Diagnostic>) {
    // Names of territories and of items are not for one file.
    let known = || COLUMNS.into_iter().filter(|column| *column == key || !["territory", "item"].contains(column));
    for (place, column) in head.iter().enumerate() {
        let name = column.value.as_str();
        if name.is_empty() {
            let message = words!("a column without a name", "una colonna senza nome");
            let hint = words!(
                "name it in the first line, or take the column away",
                "dalle un nome nella prima riga, o togli la colonna"
            );
            faults.push(Diagnostic::new(Code::CsvSyntax, column.at, message, hint));
        } else if let Some(first) = head[..place].iter().find(|other| other.value == name) {
            let message = words!("the column `{name}` stands twice", "la colonna `{name}` compare due volte");
            let fault = Diagnostic::new(Code::DuplicateKey, column.at, message, keep_one());
            faults.push(fault.other(first.at, words!("the first", "la prima volta è qui")));
        } else if part != Part::Table && !known().any(|known| known == name) {
            let hint = match nearest(name, known()) {
                Some(known) => did_you_mean(known),
                None => {
                    let all = known().collect::<Vec<_>>().join(", ");
                    words!("columns are: {all}", "le colonne sono: {all}")
                }
            };
            let given = |known: &&str| head.iter().any(|column| column.value == *known);
            let fault = Diagnostic::new(Code::UnknownKey, column.at, no_column(name), hint);
            faults.push(fault.fix_case(column, known().filter(|known| !given(known))));
        }
    }
}

fn row(
    head: &[Placed<String>],
    record: Vec<Placed<String>>,
    key: &str,
    series: &mut SeriesDraft,
    faults: &mut Vec<Diagnostic>,
) {
    let found = faults.len();
    let mut name = None;
    let mut value = empty(Span { end: record[record.len() - 1].at.end, ..record[0].at });
    let (mut cells, mut todo) = (Vec::new(), false);
    let mut absence = None;
    for (column, words) in head.iter().zip(record) {
        if column.value == key {
            name = Some(words);
            continue;
        }
        if series.part.value == Part::Table {
            if column.value != "name" {
                todo |= words.value == TODO;
                // A cell that cannot be read stands for itself all the same: it is not forgotten.
                let cell = cell(&words, faults).unwrap_or(Placed::new(Cell::Missing, words.at));
                cells.push((column.clone(), cell));
            }
            continue;
        }
        if words.value.trim().is_empty() {
            continue;
        }
        match column.value.as_str() {
            "value" => {
                // The status of another column is kept apart from the word of an absence.
                let mut said = empty(words.at);
                scalar(&words, &mut said, faults);
                value.value = said.value;
                value.todo = said.todo;
                absence = said.status;
            }
            "count" => value.count = count(&words, faults),
            "of" => value.of = count(&words, faults),
            "status" => value.status = status(&words, faults),
            "period" => {
                value.period = period(&words, faults).map(|period| PeriodDraft { period, timing: None });
            }
            "note" => value.note = Some(words),
            "source" => value.source = Some(words),
            _ => {}
        }
    }
    let Some(name) = name else { return };
    match (absence, value.status) {
        (Some(word), Some(status)) if word.value != status.value => {
            let (one, other) = (word.value.word(), status.value.word());
            let message =
                words!("`{one}` in one cell, `{other}` in another", "`{one}` in una cella, `{other}` in un’altra");
            let hint = words!("keep the one that is meant", "tieni quella che intendi");
            faults.push(Diagnostic::new(Code::Disagreement, status.at, message, hint));
        }
        (Some(_), None) => value.status = absence,
        _ => {}
    }
    value.faulty = faults.len() > found;
    if series.part.value == Part::Table {
        series.rows.push((name, RowDraft { cells, others: None, todo, faulty: value.faulty }));
    } else {
        series.values.push((name, value));
    }
}

/// Records with the place of each cell.
pub fn records(file: FileId, text: &str, faults: &mut Vec<Diagnostic>) -> Option<Vec<Vec<Placed<String>>>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).comment(Some(b'#')).from_reader(text.as_bytes());
    let mut records = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Some(records),
            Err(error) => {
                let message = words!("{error}", "questo non è CSV: {error}");
                let hint = words!("save it as CSV again", "salvalo di nuovo come CSV");
                faults.push(Diagnostic::new(Code::CsvSyntax, Span::top(file), message, hint));
                return None;
            }
        }
        let start = record.position().map_or(0, |position| position.byte() as usize);
        let start = after_comments(text, start);
        let places = places(text, start);
        let cells = record.iter().enumerate().map(|(column, cell)| {
            let (from, to) = places.get(column).copied().unwrap_or((start, start));
            Placed::new(cell.trim().to_owned(), Span::new(file, from, to))
        });
        records.push(cells.collect());
    }
}

/// The byte at which a record begins, after the blank lines and comments before it.
fn after_comments(text: &str, mut start: usize) -> usize {
    loop {
        start += text[start..].bytes().take_while(|b| matches!(b, b'\n' | b'\r')).count();
        if !text[start..].starts_with('#') {
            return start;
        }
        start += text[start..].find('\n').unwrap_or(text.len() - start);
    }
}

/// The places of the cells of the record that begins at `start`, for csv tells only that of the record.
fn places(text: &str, start: usize) -> Vec<(usize, usize)> {
    let (mut places, mut from, mut quoted) = (Vec::new(), start, false);
    for (offset, byte) in text.bytes().enumerate().skip(start) {
        match byte {
            // A quote opens a cell at its start only; within, two of them are one, and leave it open.
            b'"' if quoted || offset == from => quoted = !quoted,
            b',' if !quoted => {
                places.push((from, offset));
                from = offset + 1;
            }
            b'\n' | b'\r' if !quoted => {
                places.push((from, offset));
                return places;
            }
            _ => {}
        }
    }
    places.push((from, text.len()));
    places
}
