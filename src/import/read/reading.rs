//! What a table says: of whom, which value; every cell that cannot be read is a fault, and none is guessed.

use super::ciphers::{cell, status_of, values, whole};
use super::dating::{Wanted, told_by_head, told_by_row};
use super::grid::Grid;
use super::names::Names;
use super::number::{Decimal, is_absent};
use super::own;
use super::sheet::{Cell as Place, shown};
use super::table::{Group, Holds, Layout, Line, Lines, Passed};
use super::units::in_per_cent;
use crate::check::EditionData;
use crate::data::indicator::Part;
use crate::data::status::Status;
use crate::diag::{Code, Diagnostic, Words};
use crate::import::hold::once::once;
use crate::import::request::{Empty, Options};
use crate::import::said::{Is, Reading, Readings, Said, Told, Who};
use crate::words;
use std::collections::BTreeMap;

/// What is known of the edition into which a table goes.
pub struct Into<'i> {
    /// When the values of an indicator are wanted.
    pub wanted: &'i dyn Fn(usize) -> Wanted,
    /// Whether a word is the key of a source in reach.
    pub is_source: &'i dyn Fn(&str) -> bool,
    /// What it says so far, where that could be checked.
    pub edition: Option<&'i EditionData>,
}
/// Reads all values of a table.
pub fn readings<'s>(
    layout: &Layout<'s>,
    names: &Names<'_>,
    options: &Options,
    into: &Into<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Readings<'s> {
    let mut readings = Readings::default();
    two_names(layout, names, faults);
    for group in &layout.groups {
        read_group(layout, group, names, options, into, &mut readings, faults);
    }
    for &(column, indicator, item) in &layout.cells {
        let wanted = (into.wanted)(indicator);
        let by_head = told_by_head(layout, column, &wanted);
        for &(row, line) in &layout.rows {
            let place = layout.grid.get(row, column);
            let Line::Territory(territory) = line else {
                let told = place.is_none() || readings.of_whole.contains(&row);
                readings.of_whole.extend((!told).then_some(row));
                continue;
            };
            let cell = cell(place, options.empty, faults);
            let (by_row, date) = told_by_row(layout, row, layout.beside.period, &wanted, faults);
            let said = Said { cell, period: date.filter(|_| layout.ours), ..Said::default() };
            let series = (indicator, Part::Table);
            let told = for_all(by_row.and(by_head), layout, row);
            let who = Who::Cell(territory, item);
            readings.list.push(Reading { series, who, said, row, place, told, again: false });
        }
    }
    for &(row, _) in layout.rows.iter().filter(|_| !layout.cells.is_empty() && !layout.ours) {
        beside_cells(layout, &layout.beside, row, into, faults);
    }
    // A table has one date.
    if layout.ours {
        own::settle(&mut readings, names.indicators, into.edition);
    }
    once(layout, &mut readings, faults);
    readings
}

/// A table of yes and no has one date for all its cells: an earlier one of a row is another.
fn for_all<'s>(told: Told<'s>, layout: &Layout<'s>, row: usize) -> Told<'s> {
    let column = layout.beside.period.or(layout.groups.iter().find_map(|group| group.period));
    match (told, column.and_then(|column| Some((column, layout.grid.spread(row, column)?)))) {
        (Told::Dated, Some((column, cell))) => Told::Other(cell, Is::Other, (column, row)),
        (told, _) => told,
    }
}

/// What a table of yes and no has no place for: a status or a note of one row.
fn beside_cells(layout: &Layout<'_>, group: &Group, row: usize, into: &Into<'_>, faults: &mut Vec<Diagnostic>) {
    let place = |column: Option<usize>| column.and_then(|column| layout.grid.spread(row, column));
    let is_normal = |place: &Place| Status::read(&shown(&place.content).to_lowercase()) == Some(Status::Normal);
    let status = place(group.status).filter(|place| !is_normal(place));
    let source = place(group.source).filter(|place| (into.is_source)(&shown(&place.content)));
    for place in [status, place(group.note), source].into_iter().flatten() {
        let message = words!(
            "a table of yes and no has one source for all its cells, and neither a status nor a note for one row",
            "una tabella di sì e no ha una sola fonte per tutte le celle, e né stato né nota per una riga"
        );
        let hint = words!(
            "leave the column out with `--skip COLUMN`, and write what it says into the file by hand",
            "escludi la colonna con `--skip COLONNA`, e scrivi a mano nel file quello che dice"
        );
        let known = faults.iter().any(|fault| fault.at == place.at || fault.message == message);
        if !known {
            faults.push(
                Diagnostic::new(Code::UnreadableCell, place.at, message, hint).label(Words::same(place.name.clone())),
            );
        }
    }
}

/// A row with two names that are not the same.
fn two_names(layout: &Layout<'_>, names: &Names<'_>, faults: &mut Vec<Diagnostic>) {
    for column in layout.columns.iter().filter(|column| column.holds == Holds::MoreNames) {
        for &(row, line) in &layout.rows {
            let Some(place) = layout.grid.get(row, column.place) else { continue };
            let other = place.content.text().and_then(|text| match layout.lines {
                Lines::Territories => Some(names.territory(text)?.map_or(Line::National, Line::Territory)),
                Lines::Items(indicator) => names.item(indicator, text).map(Line::Item),
            });
            if other.is_some_and(|other| other != line) {
                let message = words!(
                    "row {}: `{}` is another than the name of its row",
                    "riga {}: «{}» non è lo stesso nome che ha la riga",
                    layout.grid.row_name(row),
                    shown(&place.content)
                );
                let hint = words!(
                    "mend the one that is wrong; two tables side by side are imported one at a time",
                    "correggi quello sbagliato; due tabelle affiancate si importano una alla volta"
                );
                faults.push(Diagnostic::new(Code::TwiceInTable, place.at, message, hint));
            }
        }
    }
}

fn read_group<'s>(
    layout: &Layout<'s>,
    group: &Group,
    names: &Names<'_>,
    options: &Options,
    into: &Into<'_>,
    readings: &mut Readings<'s>,
    faults: &mut Vec<Diagnostic>,
) {
    let (grid, is_source) = (&layout.grid, into.is_source);
    let mut rows: Vec<(usize, usize, Who)> = Vec::new();
    for &(row, line) in &layout.rows {
        match whose(grid, group, row, line, names, options.asked) {
            Ok(Some((indicator, who))) => rows.push((row, indicator, who)),
            Ok(None) => readings.not_asked.push(row),
            Err(near) => {
                let column = group.by_column.or(group.item);
                let words = column.and_then(|column| grid.get(row, column)).map(|cell| shown(&cell.content));
                readings.passed.push(Passed { place: row, words: words.unwrap_or_default(), near });
            }
        }
    }
    let is_cell = |who: &Who| matches!(who, Who::Cell(..));
    let numbers: Vec<(usize, usize)> =
        rows.iter().filter(|(.., who)| !is_cell(who)).map(|(row, indicator, _)| (*row, *indicator)).collect();
    let mut values = match group.value {
        Some(column) => {
            let certain = in_per_cent(layout, column);
            readings.in_per_cent.extend(certain.then_some(column));
            values(grid, column, (&numbers, certain), options, readings, faults)
        }
        None => BTreeMap::new(),
    };
    let sources = group.source.filter(|column| {
        let given = || rows.iter().filter_map(|(row, ..)| grid.get(*row, *column));
        let any = given().any(|cell| is_source(&shown(&cell.content)));
        if !any && given().next().is_some() {
            readings.free_sources.push(*column);
        }
        any
    });
    let column = group.value.or(group.count);
    for (row, indicator, who) in rows {
        let wanted = (into.wanted)(indicator);
        let by_head = column.map_or(Told::Nothing, |column| told_by_head(layout, column, &wanted));
        let (by_row, date) = told_by_row(layout, row, group.period, &wanted, faults);
        let mut told = by_row.and(by_head);
        let place = group.value.or(group.count).and_then(|column| grid.get(row, column));
        let mut said = Said::default();
        if is_cell(&who) {
            said.cell = cell(place, options.empty, faults);
            told = for_all(told, layout, row);
            if !layout.ours {
                beside_cells(layout, group, row, into, faults);
            }
        } else {
            said = numbers_said(grid, group, row, values.remove(&row).unwrap_or_default(), options, faults);
        }
        said.period = date;
        said.note = group.note.and_then(|column| grid.spread(row, column)).map(|place| shown(&place.content));
        said.source =
            sources.and_then(|column| grid.spread(row, column)).and_then(|place| source_of(place, is_source, faults));
        if is_cell(&who) {
            (said.note, said.source, said.period) = (None, None, None);
        }
        if said.is_nothing() && said.note.take().is_some() {
            readings.idle_notes.push(row);
        }
        let part = match who {
            Who::Item(_) => Part::Items,
            Who::Cell(..) => Part::Table,
            _ => Part::Territories,
        };
        readings.list.push(Reading { series: (indicator, part), who, said, row, place, told, again: false });
    }
}

/// What a row says in numbers: its value or absence, its counts, its status.
fn numbers_said(
    grid: &Grid<'_>,
    group: &Group,
    row: usize,
    (value, absent): (Option<Decimal>, Option<Status>),
    options: &Options,
    faults: &mut Vec<Diagnostic>,
) -> Said {
    let mut said = Said {
        value,
        status: absent,
        count: whole(grid, row, group.count, faults),
        of: whole(grid, row, group.of, faults),
        ..Said::default()
    };
    // A count gives the value that its own column leaves blank, and its absence is the value's.
    if said.count.is_some() && group.value.is_none_or(|column| grid.get(row, column).is_none()) {
        said.status = None;
    } else if said.is_nothing() {
        let count = group.count.and_then(|column| grid.text(row, column));
        said.status = count.filter(|text| is_absent(text)).map(|_| Status::Missing);
        let blank = group.count.filter(|_| group.value.is_none() && count.is_none());
        let blank = blank.filter(|column| grid.get(row, *column).is_none());
        let missing = blank.is_some() && options.empty == Some(Empty::Missing);
        said.status = said.status.or(missing.then_some(Status::Missing));
    }
    let status = group.status.and_then(|column| grid.spread(row, column));
    said.status = status.and_then(|place| status_of(place, faults)).or(said.status);
    said
}

/// The key of a source that a cell names; a fault where no source has it.
fn source_of(place: &Place, is_source: &dyn Fn(&str) -> bool, faults: &mut Vec<Diagnostic>) -> Option<String> {
    let source = shown(&place.content);
    if is_source(&source) {
        return Some(source);
    }
    let message = words!("no source has the key `{source}`", "nessuna fonte ha la chiave `{source}`");
    let hint = words!(
        "write the key of a source of edition.yaml or sources.yaml, or leave the cell empty",
        "scrivi la chiave di una fonte di edition.yaml o sources.yaml, o lascia vuota la cella"
    );
    faults.push(Diagnostic::new(Code::UnknownSource, place.at, message, hint));
    None
}

/// Indicator and name of a row; none where another indicator was asked for, an error with a near name where it has
/// none that is known.
fn whose(
    grid: &Grid<'_>,
    group: &Group,
    row: usize,
    line: Line,
    names: &Names<'_>,
    asked: Option<usize>,
) -> Result<Option<(usize, Who)>, Option<String>> {
    let indicator = match (group.indicator, group.by_column) {
        (Some(indicator), _) => indicator,
        (None, column) => {
            let text = column.and_then(|column| grid.text(row, column)).unwrap_or("");
            names.indicator(text).ok_or_else(|| names.near(text))?
        }
    };
    if asked.is_some_and(|asked| asked != indicator) {
        return Ok(None);
    }
    let item = match group.item.and_then(|column| grid.text(row, column)) {
        Some(text) => Some(names.item(indicator, text).ok_or_else(|| names.near(text))?),
        None => None,
    };
    let who = match (line, item) {
        (Line::National, None) => Who::National,
        (Line::Territory(territory), None) => Who::Territory(territory),
        (Line::Territory(territory), Some(item)) => Who::Cell(territory, item),
        (Line::Item(item), _) => Who::Item(item),
        // How many territories have an item, given as a row of the whole.
        (Line::National, Some(item)) => Who::Item(item),
    };
    Ok(Some((indicator, who)))
}
