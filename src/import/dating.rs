//! Which cells of a table tell a time, and whether it is the one that the values are wanted for. A time is never passed
//! over: it dates the values that it governs, or it stops the import with its cell.

use super::Request;
use super::grid::Grid;
use super::names::Role;
use super::said::{Is, Readings, Told};
use super::sheet::{Cell, Content, shown};
use super::table::{Column, Holds, Layout, Why};
use super::time::{self, Time};
use crate::data::indicator::Indicator;
use crate::data::period::{Month, Period, Timing};
use crate::diag::{Code, Diagnostic, FileId, Span, Words};
use crate::parse::draft::EditionDraft;
use crate::words;
use std::collections::BTreeSet;

/// When the values of an indicator are wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Stock or flow.
    timing: Timing,
    /// The edition's period.
    edition: Time,
    /// The date or window that the author said.
    said: Option<Period>,
    /// The date or window of values that say none.
    pub period: Period,
}

/// The date of values that say none.
pub fn default_period(indicator: &Indicator, edition: &EditionDraft) -> Period {
    let own = edition.head.as_ref().and_then(|head| head.period).map(|period| period.value);
    // A folder that names no period is a fault of the edition's, and shown as such.
    let month = Month { year: 1900, month: 1 };
    let period = own.or_else(|| Period::parse_folder(&edition.folder)).unwrap_or(Period::Month(month));
    match indicator.timing {
        Timing::Stock => Period::Day(period.end()),
        Timing::Flow => period,
    }
}

impl Wanted {
    /// When the values of an indicator are wanted in an edition.
    pub fn new(indicator: &Indicator, edition: &EditionDraft, request: &Request<'_>) -> Wanted {
        let said = match indicator.timing {
            Timing::Stock => request.as_of,
            Timing::Flow => request.window,
        };
        let said = said.and_then(Period::parse);
        let default = default_period(indicator, edition);
        let of_edition = default_period(&Indicator { timing: Timing::Flow, ..indicator.clone() }, edition);
        let period = said.unwrap_or(default);
        Wanted { timing: indicator.timing, edition: Time::of(of_edition), said, period }
    }

    /// What a time is to the values. A stock at the end of the edition is of the edition's year, quarter and month that
    /// end with it; a flow fills its window, no more and no less.
    pub fn is(&self, time: Time) -> Is {
        match time.or {
            None if self.is_own(time) => Is::Own,
            None => Is::Other,
            Some(other) => {
                let other = Time::of(Period::Day(other));
                let either = [Time { or: None, ..time }, other].iter().any(|time| self.is_own(*time));
                if either { Is::Unclear } else { Is::Other }
            }
        }
    }

    fn is_own(&self, time: Time) -> bool {
        let own = Time::of(self.period);
        if time.across {
            return time.holds(own) && self.period.months() == Some(12);
        }
        time == own
            || match (self.timing, self.said) {
                // Who says the day says where in a year it lies.
                (Timing::Stock, Some(_)) => time.holds(own),
                (Timing::Stock, None) => self.edition.holds(time) && time.to == self.edition.to,
                (Timing::Flow, _) => false,
            }
    }

    /// A date or window of its own that a value may have: earlier than the edition's end, and as the indicator's are.
    fn dates(&self, time: Time) -> Option<Period> {
        let period = time.period()?;
        let fits = match (self.timing, period) {
            (Timing::Stock, Period::Day(_) | Period::Month(_))
            | (Timing::Flow, Period::Month(_) | Period::Window { .. }) => true,
            (Timing::Stock, Period::Window { .. }) | (Timing::Flow, Period::Day(_)) => false,
        };
        (fits && time.to <= self.edition.to).then_some(period)
    }
}

/// The time that a cell says and nothing else.
pub fn time_of(cell: &Cell) -> Option<Time> {
    match &cell.content {
        Content::Text(text) => time::whole(text),
        Content::Date(date) => time::whole(date),
        Content::Number { percent: false, .. } => time::whole(&shown(&cell.content)),
        _ => None,
    }
}

/// Whether a column tells times: its head says so, or all its cells are such.
pub fn tells_times(header: &str, cells: &[&Cell]) -> bool {
    let folded = crate::data::territory::fold(header);
    let times = cells.iter().filter(|cell| time_of(cell).is_some()).count();
    time::is_head(&folded) || (times > 0 && (times == cells.len() || time::speaks_of_time(&folded)))
}

/// What the cells of a row say of when its values hold, with the date to be written where one is said.
pub fn told_by_row<'s>(
    layout: &Layout<'s>,
    row: usize,
    period: Option<usize>,
    wanted: &Wanted,
    faults: &mut Vec<Diagnostic>,
) -> (Told<'s>, Option<Period>) {
    let (mut told, mut date) = (Told::Nothing, None);
    let columns = period.into_iter().chain(layout.times.iter().copied());
    for column in columns {
        let Some(cell) = layout.grid.spread(row, column) else { continue };
        let Some(time) = time_of(cell) else {
            // Said once for each cell, however many values its row has.
            if !faults.iter().any(|fault| fault.at == cell.at) {
                faults.push(unread(cell, period == Some(column)));
            }
            continue;
        };
        match wanted.is(time) {
            Is::Own => {
                date = date.or(Some(wanted.period));
                if matches!(told, Told::Nothing) {
                    told = Told::Own;
                }
            }
            Is::Other if period == Some(column) && wanted.dates(time).is_some() => {
                (told, date) = (Told::Dated, wanted.dates(time));
            }
            is => return (Told::Other(cell, is, (column, row)), None),
        }
    }
    (told, date)
}

/// What stands over a column of values says of when they hold: its head, and what lies above and below that.
pub fn told_by_head<'s>(layout: &Layout<'s>, column: usize, wanted: &Wanted) -> Told<'s> {
    let mut told = Told::Nothing;
    for (row, place, cell) in above(layout, column) {
        let heads = layout.header == Some(row);
        let times = match time_of(cell) {
            Some(time) => vec![time],
            None if heads => time::within(&shown(&cell.content)),
            None => continue,
        };
        for time in times {
            match wanted.is(time) {
                Is::Own => told = Told::Own,
                is => return Told::Other(cell, is, (place, row)),
            }
        }
    }
    told
}

/// The cells that stand over the values of a column: its head; of the rows above that and between it and the values,
/// the nearest to the left.
pub fn above<'s>(layout: &Layout<'s>, column: usize) -> Vec<(usize, usize, &'s Cell)> {
    let grid = &layout.grid;
    let Some((first, _)) = layout.rows.first() else { return Vec::new() };
    let nearest = |row: usize| (0..=column).rev().find_map(|place| Some((row, place, grid.get(row, place)?)));
    let own = |row: usize| Some((row, column, grid.spread(row, column)?));
    let cell = |row: usize| match layout.header {
        Some(header) if row == header => own(row),
        // Below the head, a row with a name is one of the table, of somebody else.
        Some(header) if row > header && grid.get(row, layout.named()).is_some() => None,
        None => None,
        Some(_) => nearest(row),
    };
    (0..*first).filter_map(cell).collect()
}

/// All that the table says of another time than the one that its values are wanted for.
pub fn faults(
    layout: &Layout<'_>,
    sheet: Option<&str>,
    readings: &Readings<'_>,
    wanted: &dyn Fn(usize) -> Wanted,
) -> Vec<Diagnostic> {
    let indicators: BTreeSet<usize> = readings.list.iter().map(|reading| reading.series.0).collect();
    let wants: Vec<Wanted> = indicators.into_iter().map(wanted).collect();
    // What was settled already, value by value, is not told again by its title.
    let mut faults = others(layout, readings, wanted);
    for fault in titles(layout, sheet.filter(|_| !layout.ours), &wants) {
        if !faults.iter().any(|other| other.at == fault.at) {
            faults.push(fault);
        }
    }
    faults
}

/// Titles, and lines below, that name another time; and rows among the values that head those below them.
fn titles(layout: &Layout<'_>, sheet: Option<&str>, wanted: &[Wanted]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    // Who says the date has read the title.
    let unsaid = || wanted.iter().filter(|wanted| wanted.said.is_none());
    let contradicts = |times: &[Time]| {
        !times.is_empty() && unsaid().any(|wanted| !times.iter().any(|time| time.overlaps(wanted.edition)))
    };
    let other = |cell: &Cell| time_of(cell).is_some_and(|time| unsaid().any(|wanted| wanted.is(time) != Is::Own));
    let Some(wants) = unsaid().next() else { return faults };
    if let Some(name) = sheet.filter(|name| contradicts(&time::within(name))) {
        let message = words!(
            "the sheet «{name}» names another time than the edition’s, {}",
            "il foglio «{name}» nomina un periodo diverso da quello dell’edizione, {}",
            wants.edition_words()
        );
        faults.push(Diagnostic::new(Code::NoTable, Span::top(FileId(0)), message, elsewhere()));
    }
    let grid = &layout.grid;
    let first = layout.rows.first().map_or(0, |(row, _)| *row);
    let (top, last) = (layout.header.unwrap_or(first), layout.rows.last().map_or(0, |(row, _)| *row));
    let read: BTreeSet<usize> = layout.rows.iter().map(|(row, _)| *row).chain(layout.header).collect();
    let used: BTreeSet<usize> = layout.used().collect();
    for row in 0..grid.rows {
        let cells: Vec<(usize, &Cell)> = (0..grid.columns).filter_map(|at| Some((at, grid.get(row, at)?))).collect();
        let only_times = cells.iter().all(|(_, cell)| time_of(cell).is_some());
        for (column, cell) in cells {
            // In a turned table, the rows of the sheet above the names hold titles.
            let beside = grid.turned && column < layout.named() && !used.contains(&column);
            let is_title = beside || row < top;
            let wrong = match &cell.content {
                _ if is_title && time_of(cell).is_some() => beside && other(cell),
                Content::Text(text) if is_title => contradicts(&time::within(text)),
                // Below the table stand days of publication: there, only a line that says a time alone is one.
                Content::Text(text) if row > last => only_times && text.len() > 4 && other(cell),
                _ => only_times && !read.contains(&row) && row > first && row < last && other(cell),
            };
            if wrong {
                faults.push(contradiction(cell, wants));
                break;
            }
        }
    }
    faults
}

/// Of the values that the table gives at another time, each cell that says so, once for its column.
fn others(layout: &Layout<'_>, readings: &Readings<'_>, wanted: &dyn Fn(usize) -> Wanted) -> Vec<Diagnostic> {
    let mut faults: Vec<(bool, usize, Diagnostic)> = Vec::new();
    let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
    for reading in &readings.list {
        let Told::Other(cell, is, (column, row)) = reading.told else { continue };
        let heads = layout.rows.first().is_some_and(|(first, _)| row < *first);
        let again = faults.iter().any(|(of_head, of, _)| (*of_head, *of) == (heads, column));
        if again || !seen.insert((column, row)) {
            continue;
        }
        let wants = wanted(reading.series.0);
        let fault = match is {
            Is::Unclear => unclear(cell),
            _ => contradiction(cell, &wants),
        };
        faults.push((heads, column, fault));
    }
    faults.into_iter().map(|(.., fault)| fault).collect()
}

impl Wanted {
    /// What the edition's values hold for, in words.
    fn edition_words(&self) -> String {
        self.period.iso()
    }
}

fn contradiction(cell: &Cell, wants: &Wanted) -> Diagnostic {
    let said = shown(&cell.content);
    let message = words!(
        "this says «{said}», and the values are wanted for {}",
        "qui si dice «{said}», ma i valori servono per {}",
        wants.edition_words()
    );
    Diagnostic::new(Code::NoTable, cell.at, message, elsewhere()).label(Words::same(cell.name.clone()))
}

fn elsewhere() -> Words {
    words!(
        "import it into the edition it belongs to; a column that says when something else happened is left out with \
         `--skip COLUMN`",
        "importala nell’edizione a cui appartiene; una colonna che dice quando è accaduto altro si esclude con \
         `--skip COLONNA`"
    )
}

fn unclear(cell: &Cell) -> Diagnostic {
    let said = shown(&cell.content);
    let days = time_of(cell).and_then(|time| Some((time.from.iso(), time.or?.iso())));
    let (one, other) = days.unwrap_or_default();
    let message = words!("`{said}` may be {one} or {other}", "`{said}` può essere {one} o {other}");
    let hint =
        words!("write the one that is meant, as {one} or {other}", "scrivi quale si intende, come {one} o {other}");
    Diagnostic::new(Code::WrongDate, cell.at, message, hint).label(Words::same(cell.name.clone()))
}

fn unread(cell: &Cell, is_period: bool) -> Diagnostic {
    let said = shown(&cell.content);
    let message = match is_period {
        true => words!("`{said}` is not a date or window", "`{said}` non è una data né un periodo"),
        false => words!(
            "`{said}` is in a column that says when, and cannot be read as a time",
            "`{said}` sta in una colonna che dice quando, e non si può leggere come data o periodo"
        ),
    };
    let hint = words!(
        "write 2025-03-31, 2025-03 or 2025-01/2025-03; or leave the column out with `--skip COLUMN`, where all rows are \
         of the edition’s own period",
        "scrivi 2025-03-31, 2025-03 o 2025-01/2025-03; oppure escludi la colonna con `--skip COLONNA`, se tutte le righe \
         sono del periodo dell’edizione"
    );
    Diagnostic::new(Code::WrongDate, cell.at, message, hint).label(Words::same(cell.name.clone()))
}

/// Whether a column of a grid tells times: of its rows that are read.
pub fn is_time_column(grid: &Grid<'_>, column: &Column, rows: impl Iterator<Item = usize>) -> bool {
    let may = match &column.holds {
        Holds::Nothing(why) => *why != Why::Skipped,
        holds => matches!(holds, Holds::Role(Role::Period | Role::Note | Role::Source | Role::Status)),
    };
    let cells: Vec<&Cell> = rows.filter_map(|row| grid.get(row, column.place)).collect();
    may && !cells.is_empty() && tells_times(&column.header, &cells)
}
