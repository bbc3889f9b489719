//! What stands around the values and names another time than theirs: titles, the head of the names, rows among the values
//! that head those below them, remarks, the sheet. Each names the time of the values among others, or stops the import.

use super::dating::{Wanted, contradiction, elsewhere, others, time_of, unclear, unread_above};
use super::sheet::{Cell, Content, shown};
use super::table::Layout;
use super::time::{self, Time};
use crate::diag::{Code, Diagnostic};
use crate::files::{FileId, Span};
use crate::import::said::{Is, Readings, Told};
use crate::words;
use std::collections::{BTreeMap, BTreeSet};

/// What the values of each indicator are wanted for, and whether their rows and heads say it.
struct Around<'a>(&'a [(Wanted, bool)]);

impl Around<'_> {
    /// The times wanted that no author gave on the command line: whoever gives one has read the title.
    fn unsaid(&self) -> impl Iterator<Item = &(Wanted, bool)> {
        self.0.iter().filter(|(wanted, _)| !wanted.is_said())
    }

    /// Whether times are none of the values'. Where rows and heads have told theirs, a title may name more.
    fn contradict(&self, times: impl Fn(&Wanted) -> Vec<Time>) -> bool {
        self.unsaid().any(|(wanted, settled)| {
            let times = times(wanted);
            let fits = |time: &Time| wanted.is_titled(*time) || (*settled && wanted.is_of_edition(*time));
            !times.is_empty() && !times.iter().any(fits)
        })
    }

    fn words_contradict(&self, text: &str) -> bool {
        self.contradict(|wanted| wanted.named(text))
    }

    /// Whether a cell that says a time alone says another.
    fn is_other(&self, cell: &Cell) -> bool {
        time_of(cell).is_some_and(|time| self.unsaid().any(|(wanted, _)| wanted.is(time) != Is::Own))
    }

    fn fault(&self, cell: &Cell, wanted: &Wanted) -> Diagnostic {
        match time_of(cell) {
            Some(time) if wanted.is(time) == Is::Unclear => unclear(cell),
            _ => contradiction(cell, wanted),
        }
    }
}

/// All that the table says of another time than the one that its values are wanted for.
pub fn faults(
    layout: &Layout<'_>,
    sheet: Option<&str>,
    readings: &Readings<'_>,
    wanted: &dyn Fn(usize) -> Wanted,
) -> Vec<Diagnostic> {
    let mut settled: BTreeMap<usize, bool> = BTreeMap::new();
    for reading in &readings.list {
        *settled.entry(reading.series.0).or_insert(true) &= !matches!(reading.told, Told::Nothing);
    }
    let wants: Vec<(Wanted, bool)> = settled.into_iter().map(|(of, settled)| (wanted(of), settled)).collect();
    // What was settled already, value by value, is not told again by its title.
    let mut faults = others(readings, wanted);
    faults.extend(unread_above(layout));
    for fault in titles(layout, sheet.filter(|_| !layout.ours), &wants) {
        if !faults.iter().any(|other| other.at == fault.at) {
            faults.push(fault);
        }
    }
    faults
}

/// All that stands around the values and names another time.
fn titles(layout: &Layout<'_>, sheet: Option<&str>, wanted: &[(Wanted, bool)]) -> Vec<Diagnostic> {
    let (around, mut faults) = (Around(wanted), Vec::new());
    let Some((wants, _)) = around.unsaid().next() else { return faults };
    if let Some(name) = sheet.filter(|name| around.words_contradict(name)) {
        let message = words!(
            "the sheet «{name}» names another time than the edition’s, {}",
            "il foglio «{name}» nomina un periodo diverso da quello dell’edizione, {}",
            wants.edition_words()
        );
        faults.push(Diagnostic::new(Code::NoTable, Span::top(FileId(0)), message, elsewhere()));
    }
    let grid = &layout.grid;
    // The codes of territories have years of their own: NUTS 2021.
    let head = layout.header.and_then(|header| grid.get(header, layout.named()));
    let head = head.filter(|cell| !shown(&cell.content).to_lowercase().contains("nuts"));
    faults.extend(
        head.filter(|cell| around.words_contradict(&shown(&cell.content))).map(|cell| around.fault(cell, wants)),
    );
    for row in 0..grid.rows {
        let cells = (0..grid.columns).filter_map(|column| Some((column, grid.get(row, column)?)));
        let cells: Vec<(usize, &Cell)> = cells.collect();
        let wrong = cells.iter().find(|(column, cell)| is_wrong(layout, &around, row, *column, cell, &cells));
        faults.extend(wrong.map(|(_, cell)| around.fault(cell, wants)));
    }
    faults
}

/// Whether a cell outside the table names another time than the values'.
fn is_wrong(
    layout: &Layout<'_>,
    around: &Around<'_>,
    row: usize,
    column: usize,
    cell: &Cell,
    of_row: &[(usize, &Cell)],
) -> bool {
    let first = layout.rows.first().map_or(0, |(row, _)| *row);
    let (top, last) = (layout.header.unwrap_or(first), layout.rows.last().map_or(0, |(row, _)| *row));
    let used: BTreeSet<usize> = layout.used().collect();
    let only_times = of_row.iter().all(|(_, cell)| time_of(cell).is_some());
    let is_read =
        layout.header == Some(row) || layout.dated.contains(&row) || layout.rows.iter().any(|(of, _)| *of == row);
    // In a turned table, the rows of the sheet above the names hold titles.
    let beside = layout.grid.turned && column < layout.named() && !used.contains(&column);
    let alone = of_row.len() == 1;
    // Over the values, heads tell; further right, nothing else does.
    let over = layout.values().any(|value| column <= value);
    match &cell.content {
        _ if (beside || row < top) && time_of(cell).is_some() => (beside || (alone && !over)) && around.is_other(cell),
        Content::Text(text) if beside || row < top => around.words_contradict(text),
        _ if is_read => false,
        // Below the table stand days of publication: there, a line that says a time alone, or says that the data are of
        // one.
        Content::Text(text) if row > last => {
            (only_times && text.len() > 4 && around.is_other(cell)) || around.contradict(|_| time::of_data(text))
        }
        _ if row > last => false,
        // A row among the values heads those below it.
        _ if row < first && time_of(cell).is_some() && column != layout.named() => {
            alone && !over && around.is_other(cell)
        }
        Content::Text(text) if alone => around.words_contradict(text),
        _ => only_times && around.is_other(cell),
    }
}
