//! Which cells of a table tell a time, and whether it is the one that the values are wanted for. A time is never passed
//! over: it dates the values that it governs, or it stops the import with its cell.

use super::grid::Grid;
use super::names::Role;
use super::number::Numeral;
use super::sheet::{Cell, Content, shown};
use super::table::{Column, Holds, Layout, Why};
use super::time::{self, Time};
use crate::data::indicator::Indicator;
use crate::data::period::{Month, Period, Timing};
use crate::diag::{Code, Diagnostic, Words};
use crate::import::request::Request;
use crate::import::said::{Is, Readings, Told};
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

    /// Whether a title that names a time speaks of these values: of their own, or of a day at the end of their window.
    pub fn is_titled(&self, time: Time) -> bool {
        let at_end = self.timing == Timing::Flow && time.from == time.to && time.to == self.edition.to;
        self.is(time) == Is::Own || at_end
    }

    /// The times that some words name; of words without a year, those of the edition's.
    pub fn named(&self, text: &str) -> Vec<Time> {
        let times = time::within(text);
        if times.is_empty() { time::without_year(text, self.edition.to.year) } else { times }
    }

    /// Whether a time has a day of the edition.
    pub fn is_of_edition(&self, time: Time) -> bool {
        time.overlaps(self.edition)
    }

    /// Whether the author said the date.
    pub fn is_said(&self) -> bool {
        self.said.is_some()
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
    // One odd word among times does not make them less; a number does, for 2017 may then be a number too.
    let is_number = |cell: &&&Cell| match &cell.content {
        Content::Number { .. } => true,
        Content::Text(text) => Numeral::read(text).is_some(),
        _ => false,
    };
    let numbers = cells.iter().filter(|cell| time_of(cell).is_none()).filter(is_number).count();
    let mostly = numbers == 0 && 2 * times >= cells.len();
    time::is_head(&folded) || (times > 0 && (mostly || time::speaks_of_time(&folded)))
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
        let Some(cell) = layout.grid.spread(row, column) else {
            told = told.and(blank_below(layout, row, column, period == Some(column), wanted, faults));
            continue;
        };
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
            // A date of two readings, of which either could be written, is asked about.
            Is::Other if period == Some(column) && time.or.is_some_and(|or| wanted.dates(Time::day(or)).is_some()) => {
                return (Told::Other(cell, Is::Unclear, (column, row)), None);
            }
            is => return (Told::Other(cell, is, (column, row)), None),
        }
    }
    (told, date)
}

/// A blank cell below a time: a table that says each time once, for all rows down to the next. Where that is another time
/// than the one wanted, whose the row is must be said.
fn blank_below<'s>(
    layout: &Layout<'s>,
    row: usize,
    column: usize,
    is_period: bool,
    wanted: &Wanted,
    faults: &mut Vec<Diagnostic>,
) -> Told<'s> {
    // To the right of the names, a date that is not given is the edition's.
    if is_period && column > layout.named() {
        return Told::Nothing;
    }
    let top = layout.header.map_or(0, |header| header + 1);
    let Some(cell) = (top..row).rev().find_map(|row| layout.grid.get(row, column)) else { return Told::Nothing };
    if time_of(cell).is_some_and(|time| wanted.is(time) == Is::Own) {
        return Told::Own;
    }
    let Some(name) = layout.grid.spread(row, layout.named()) else { return Told::Nothing };
    if !faults.iter().any(|fault| fault.at == name.at) {
        let said = shown(&cell.content);
        let message = words!(
            "the cell below «{said}» is blank in this row: does «{said}» hold for it too?",
            "in questa riga la cella sotto «{said}» è vuota: «{said}» vale anche qui?"
        );
        let hint = words!("write its time into each row", "scrivi in ogni riga il suo periodo");
        let fault = Diagnostic::new(Code::WrongDate, name.at, message, hint).label(Words::same(name.name.clone()));
        faults.push(fault.other(cell.at, Words::same(cell.name.clone())));
    }
    Told::Nothing
}

/// What stands over a column of values says of when they hold: its head, and what lies above and below that.
pub fn told_by_head<'s>(layout: &Layout<'s>, column: usize, wanted: &Wanted) -> Told<'s> {
    let mut told = Told::Nothing;
    for (row, _, cell) in above(layout, column) {
        let heads = layout.header == Some(row);
        let times = match time_of(cell) {
            Some(time) => vec![time],
            None if heads => wanted.named(&shown(&cell.content)),
            None => continue,
        };
        for time in times {
            match wanted.is(time) {
                Is::Own => told = Told::Own,
                is => return Told::Other(cell, is, (column, row)),
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
    let dated = layout.dated.iter().filter_map(|row| nearest(*row));
    (0..*first).filter_map(cell).chain(dated).collect()
}

/// Cells of rows that tell times, over a column of values, that cannot be read as times.
pub fn unread_above(layout: &Layout<'_>) -> Vec<Diagnostic> {
    let values = || layout.values().filter(|_| !layout.ours);
    let cells = layout.dated.iter().flat_map(|row| values().filter_map(|column| layout.grid.spread(*row, column)));
    cells.filter(|cell| time_of(cell).is_none()).map(|cell| unread(cell, false)).collect()
}

/// A fault for values that the table gives at another time than the one wanted: one for each cell that dates several
/// rows, else one for each column.
pub fn others(readings: &Readings<'_>, wanted: &dyn Fn(usize) -> Wanted) -> Vec<Diagnostic> {
    let mut faults: Vec<(bool, usize, Diagnostic)> = Vec::new();
    let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
    for reading in &readings.list {
        let Told::Other(cell, is, (column, row)) = reading.told else { continue };
        let heads = row != reading.row;
        let again = faults.iter().any(
            |(of_head, of, fault)| {
                if heads { fault.at == cell.at } else { (*of_head, *of) == (false, column) }
            },
        );
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
    pub fn edition_words(&self) -> String {
        self.period.iso()
    }
}

/// A cell that says another time.
pub fn contradiction(cell: &Cell, wants: &Wanted) -> Diagnostic {
    let said = shown(&cell.content);
    let message = words!(
        "this says «{said}», and the values are wanted for {}",
        "qui si dice «{said}», ma i valori servono per {}",
        wants.edition_words()
    );
    Diagnostic::new(Code::NoTable, cell.at, message, elsewhere()).label(Words::same(cell.name.clone()))
}

/// What to do with a table of another time.
pub fn elsewhere() -> Words {
    words!(
        "import it into the edition it belongs to; a column that says when something else happened is left out with \
         `--skip COLUMN`",
        "importala nell’edizione a cui appartiene; una colonna che dice quando è accaduto altro si esclude con \
         `--skip COLONNA`"
    )
}

/// A cell that may be two days.
pub fn unclear(cell: &Cell) -> Diagnostic {
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
    // Notes are no times because most of them are.
    let all = cells.iter().all(|cell| time_of(cell).is_some());
    let is_known = matches!(column.holds, Holds::Role(_));
    may && !cells.is_empty() && (all || (!is_known && tells_times(&column.header, &cells)))
}

/// Whether a row that is not read tells, over the values, when they hold: its name says so (`Anno`), or it stands between
/// the head and the values, and all its cells are times.
pub fn is_time_row(grid: &Grid<'_>, row: usize, named: usize, values: &[usize], between: bool) -> bool {
    let cells: Vec<&Cell> = values.iter().filter_map(|column| grid.spread(row, *column)).collect();
    let Some(name) = grid.text(row, named).filter(|_| !cells.is_empty()) else { return false };
    let speaks = time::speaks_of_time(&crate::data::territory::fold(name));
    (between || speaks) && tells_times(name, &cells)
}
