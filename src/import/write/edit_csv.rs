//! Values written into a CSV of observations where they stand.

use super::changes::{Changes, line_end, newline};
use super::edit::Stuck;
use super::words::{Series, cell_word, name, whose};
use crate::data::indicator::Part;
use crate::data::observation::Cell;
use crate::data::period::Period;
use crate::data::status::Status;
use crate::files::{Placed, Span};
use crate::import::hold::held::{CsvFile, EntryPlace, Held, TODO};
use crate::import::hold::plan::Write;
use crate::import::read::number::Decimal;
use crate::import::said::Who;
use crate::words;
use std::collections::BTreeMap;

/// The text of a CSV with its values written. Columns that it lacks come last; rows that it lacks come in the order of
/// territories or items.
///
/// # Errors
/// The file is written in a way that cannot be changed in its place.
pub fn edited(
    text: &str,
    file: &CsvFile,
    held: &Held,
    writes: &BTreeMap<Who, Write>,
    series: Series<'_>,
) -> Result<String, Stuck> {
    let Some((head, rows)) = file.records.split_first() else { return Ok(text.to_owned()) };
    let mut changes = Changes::default();
    let mut columns: Vec<String> = head.iter().map(|column| column.value.clone()).collect();
    let key = if series.part == Part::Items { "item" } else { "territory" };

    let held_status = |who: &Who| held.entries.get(who).and_then(|entry| entry.status);

    // What becomes of each record, and the records to come, cell by cell.
    let mut becomes: BTreeMap<usize, BTreeMap<String, String>> = BTreeMap::new();
    let mut new: BTreeMap<Who, BTreeMap<String, String>> = BTreeMap::new();
    for (who, write) in writes {
        let place = held.entries.get(who).map(|entry| &entry.place);
        match (place, who) {
            (Some(EntryPlace::CsvCell(row, column)), _) => {
                let cell = write.cell.map_or(TODO, cell_word).to_owned();
                becomes.entry(*row).or_default().insert(columns[*column].clone(), cell);
            }
            (Some(EntryPlace::Record(row)), _) => {
                becomes.entry(*row).or_default().extend(cells(write, held_status(who)))
            }
            (None, Who::Cell(territory, item)) => {
                let row = new.entry(Who::Territory(*territory)).or_default();
                let id = series.indicator.items()[*item].id.clone();
                row.insert(id, write.cell.map_or(TODO, cell_word).to_owned());
            }
            (None, who) => drop(new.insert(*who, cells(write, None).into_iter().collect())),
            // The value of the YAML beside it.
            (Some(_), _) => {}
        }
    }
    let said = || becomes.values().chain(new.values()).flatten().filter(|(_, words)| !words.is_empty());
    let lacking = |column: &&String| !columns.contains(*column);
    let mut more: Vec<String> = said().map(|(column, _)| column).filter(lacking).cloned().collect();
    more.sort();
    more.dedup();
    let added = columns.len();
    columns.extend(more);

    let end_of = |record: &[Placed<String>]| record.last().map_or(0, |cell| cell.at.end as usize);
    for (row, record) in file.records.iter().enumerate() {
        let blank = record.iter().all(|cell| cell.value.is_empty()) && record.len() == 1;
        if blank {
            continue;
        }
        let own = becomes.get(&row);
        // Whose row it is cannot be told: it may be one of those to be written.
        if record.len() != head.len() {
            let (first, last) = (record[0].at, record[record.len() - 1].at);
            let why = words!(
                "this row has another number of cells than the head",
                "questa riga ha un numero di celle diverso dall’intestazione"
            );
            return Err(Stuck { at: Span { end: last.end, ..first }, why });
        }
        for (column, cell) in own.into_iter().flatten() {
            if let Some(place) = columns[..added].iter().position(|name| name == column) {
                let at = record[place].at;
                changes.replace(at.start as usize..at.end as usize, escaped(cell));
            }
        }
        for column in &columns[added..] {
            let cell = match row {
                0 => column.as_str(),
                _ => own.and_then(|own| own.get(column)).map_or("", String::as_str),
            };
            changes.insert(end_of(record), format!(",{}", escaped(cell)));
        }
    }

    let named = head.iter().position(|column| column.value == key);
    let order = |record: &[Placed<String>]| whose(&record.get(named?)?.value, series);
    for (who, cells) in new {
        let line = new_record(&columns, &cells, who, (key, series), held);
        let before = rows.iter().filter(|record| order(record).is_some_and(|other| other < who));
        let after = before.max_by_key(|record| order(record)).map_or(&head[..], Vec::as_slice);
        changes.insert(line_end(text, end_of(after)), format!("{}{}", newline(text), line));
    }
    let at = Span::top(file.file);
    let why = words!("its values stand in each other’s way", "i suoi valori si intralciano a vicenda");
    changes.apply(text).ok_or(Stuck { at, why })
}

/// The record of one that has none; `key` is the column of its name.
fn new_record(
    columns: &[String],
    cells: &BTreeMap<String, String>,
    who: Who,
    (key, series): (&str, Series<'_>),
    held: &Held,
) -> String {
    let cell = |column: &String| match cells.get(column) {
        Some(cell) => escaped(cell),
        None if column == key => escaped(&name(who, series)),
        // What was said of its row until now, with all the others.
        None if series.part == Part::Table && column != "name" => {
            held.others.map_or(TODO, |_| cell_word(Cell::Missing)).to_owned()
        }
        None => String::new(),
    };
    columns.iter().map(cell).collect::<Vec<_>>().join(",")
}

/// The cells of a value, by column. A number and its absence take each other's place; a status that is no absence stays.
fn cells(write: &Write, held: Option<Status>) -> Vec<(String, String)> {
    let absent = write.status.filter(|status| status.is_absent());
    let value = match (absent, write.value) {
        (Some(status), _) => status.word().to_owned(),
        (None, value) => value.map_or(String::new(), Decimal::text),
    };
    let count = |count: Option<u32>| count.map_or(String::new(), |count| count.to_string());
    let status = match (absent, write.status) {
        (None, Some(status)) => Some(status.word().to_owned()),
        (Some(_), _) => Some(String::new()),
        (None, None) => held.filter(|held| held.is_absent()).map(|_| String::new()),
    };
    let mut cells =
        vec![("value".to_owned(), value), ("count".to_owned(), count(write.count)), ("of".to_owned(), count(write.of))];
    cells.extend(status.map(|status| ("status".to_owned(), status)));
    cells.extend(write.period.map(Period::iso).map(|period| ("period".to_owned(), period)));
    cells.extend(write.note.clone().map(|note| ("note".to_owned(), note)));
    cells.extend(write.source.clone().map(|source| ("source".to_owned(), source)));
    cells
}

/// A cell, in quotes where it must be.
fn escaped(cell: &str) -> String {
    // A line that begins with # is a comment.
    match cell.contains([',', '"', '\n', '\r']) || cell.starts_with('#') {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}
