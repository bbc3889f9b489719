//! What a table says: of whom, which value; every cell that cannot be read is a fault, and none is guessed.

use super::layout::{Grid, Group, Holds, Layout, Line, Lines, Passed};
use super::names::{Names, yes_or_no};
use super::number::{Decimal, Mark, Numeral, is_absent};
use super::sheet::{Cell as Place, Content, shown};
use super::{Empty, Options};
use crate::data::indicator::Part;
use crate::data::observation::Cell;
use crate::data::period::Period;
use crate::data::status::Status;
use crate::data::territory::TerritoryId;
use crate::diag::{Code, Diagnostic, Words};
use crate::words;
use std::collections::BTreeMap;

/// Of whom a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// The whole.
    National,
    /// A territory.
    Territory(TerritoryId),
    /// An item.
    Item(usize),
    /// An item in a territory.
    Cell(TerritoryId, usize),
}

/// What the table says of one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// A number.
    pub value: Option<Decimal>,
    /// How many.
    pub count: Option<u32>,
    /// Of how many.
    pub of: Option<u32>,
    /// A status, or an absence.
    pub status: Option<Status>,
    /// Yes, no or missing.
    pub cell: Option<Cell>,
    /// A date or window of its own.
    pub period: Option<Period>,
    /// A note.
    pub note: Option<String>,
    /// The key of a source of its own.
    pub source: Option<String>,
}

impl Said {
    /// Whether it gives neither a value nor an absence.
    pub fn is_nothing(&self) -> bool {
        self.value.is_none() && self.count.is_none() && self.status.is_none() && self.cell.is_none()
    }
}

/// One value of the table.
#[derive(Clone, Debug)]
pub struct Reading<'s> {
    /// Indicator and part.
    pub series: (usize, Part),
    /// Of whom.
    pub who: Who,
    /// What is said.
    pub said: Said,
    /// The row it stands in.
    pub row: usize,
    /// The cell; none where it is blank.
    pub place: Option<&'s Place>,
}

/// All that a table says, and what was done to read it.
#[derive(Debug, Default)]
pub struct Readings<'s> {
    /// One for each value.
    pub list: Vec<Reading<'s>>,
    /// Columns whose decimal mark the cells show, or the author said.
    pub marks: Vec<(usize, Mark)>,
    /// Columns whose cells are formatted as percentages, so that 0.41 is 41.
    pub percentages: Vec<usize>,
    /// Columns whose numbers were fractions.
    pub hundredfold: Vec<usize>,
    /// Columns whose numbers were rounded, with how many.
    pub rounded: Vec<(usize, usize)>,
    /// Columns of sources of which no cell is a key: they are not read.
    pub free_sources: Vec<usize>,
    /// Rows of other periods than the edition's, of which the edition's own stands in another row.
    pub other_periods: Vec<usize>,
    /// How many rows speak of another indicator than the one asked for.
    pub not_asked: usize,
    /// Rows that name no indicator, or no item.
    pub passed: Vec<Passed>,
    /// Notes beside cells without a value: they are not read.
    pub idle_notes: Vec<usize>,
}

/// Reads all values of a table.
pub fn readings<'s>(
    layout: &Layout<'s>,
    names: &Names<'_>,
    options: &Options,
    period_of: &dyn Fn(usize) -> Period,
    is_source: &dyn Fn(&str) -> bool,
    faults: &mut Vec<Diagnostic>,
) -> Readings<'s> {
    let mut readings = Readings::default();
    two_names(layout, names, faults);
    for group in &layout.groups {
        read_group(layout, group, names, options, is_source, &mut readings, faults);
    }
    for &(column, indicator, item) in &layout.cells {
        for &(row, line) in &layout.rows {
            let Line::Territory(territory) = line else { continue };
            let place = layout.grid.get(row, column);
            let cell = cell(place, options.empty, faults);
            let said = Said { cell, ..Said::default() };
            let series = (indicator, Part::Table);
            readings.list.push(Reading { series, who: Who::Cell(territory, item), said, row, place });
        }
    }
    once(layout, &mut readings, period_of, faults);
    readings
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

/// What stands in a cell of values, before its column has said how numbers are written in it.
enum Cipher {
    Nothing,
    Absent(Status),
    /// A number of a spreadsheet, or of a text with its per cent sign; whether that is certain to be a percentage.
    Number(Decimal, bool),
    Written(Numeral),
    Wrong,
}

fn read_group<'s>(
    layout: &Layout<'s>,
    group: &Group,
    names: &Names<'_>,
    options: &Options,
    is_source: &dyn Fn(&str) -> bool,
    readings: &mut Readings<'s>,
    faults: &mut Vec<Diagnostic>,
) {
    let grid = &layout.grid;
    let mut rows: Vec<(usize, usize, Who)> = Vec::new();
    for &(row, line) in &layout.rows {
        match whose(grid, group, row, line, names, options.asked) {
            Ok(Some((indicator, who))) => rows.push((row, indicator, who)),
            Ok(None) => readings.not_asked += 1,
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
        Some(column) => values(grid, column, &numbers, options, readings, faults),
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
    for (row, indicator, who) in rows {
        let place = group.value.or(group.count).and_then(|column| grid.get(row, column));
        let mut said = Said::default();
        if is_cell(&who) {
            said.cell = cell(place, options.empty, faults);
        } else {
            let (value, absent) = values.remove(&row).unwrap_or_default();
            said.value = value;
            said.status = absent;
            said.count = whole(grid, row, group.count, faults);
            said.of = whole(grid, row, group.of, faults);
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
            let status = group.status.and_then(|column| grid.get(row, column));
            said.status = status.and_then(|place| status_of(place, faults)).or(said.status);
        }
        said.period = group.period.and_then(|column| grid.get(row, column)).and_then(|place| period(place, faults));
        said.note = group.note.and_then(|column| grid.get(row, column)).map(|place| shown(&place.content));
        said.source = sources.and_then(|column| grid.get(row, column)).and_then(|place| {
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
        });
        if said.is_nothing() && said.note.take().is_some() {
            readings.idle_notes.push(row);
        }
        let part = match who {
            Who::Item(_) => Part::Items,
            Who::Cell(..) => Part::Table,
            _ => Part::Territories,
        };
        readings.list.push(Reading { series: (indicator, part), who, said, row, place });
    }
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

/// The values of a column by row: a number, or an absence.
fn values(
    grid: &Grid<'_>,
    column: usize,
    rows: &[(usize, usize)],
    options: &Options,
    readings: &mut Readings<'_>,
    faults: &mut Vec<Diagnostic>,
) -> BTreeMap<usize, (Option<Decimal>, Option<Status>)> {
    let found = faults.len();
    let ciphers: Vec<(usize, usize, Cipher)> = rows
        .iter()
        .map(|(row, indicator)| (*row, *indicator, cipher(grid.get(*row, column), options.empty, faults)))
        .collect();
    let mark = mark(grid, column, &ciphers, options.decimal, faults);
    if faults.len() > found {
        return BTreeMap::new();
    }
    readings.marks.extend(mark.map(|mark| (column, mark)));
    if ciphers.iter().any(|(.., cipher)| matches!(cipher, Cipher::Number(_, true))) {
        readings.percentages.push(column);
    }

    // As numbers, with whether each is certain to be a percentage.
    let mut absent: BTreeMap<usize, (Option<Decimal>, Option<Status>)> = BTreeMap::new();
    let mut numbers: Vec<(usize, usize, Decimal, bool)> = Vec::new();
    for (row, indicator, cipher) in &ciphers {
        match cipher {
            Cipher::Absent(status) => drop(absent.insert(*row, (None, Some(*status)))),
            Cipher::Number(number, certain) => numbers.push((*row, *indicator, *number, *certain)),
            Cipher::Written(numeral) => {
                // Where no cell tells, both marks read all of them alike.
                let number = numeral.with(mark.unwrap_or(Mark::Comma)).or_else(|| numeral.with(Mark::Point));
                numbers.extend(number.map(|number| (*row, *indicator, number, numeral.percent)));
            }
            Cipher::Nothing | Cipher::Wrong => {}
        }
    }
    let mut indicators: Vec<usize> = numbers.iter().map(|(_, indicator, ..)| *indicator).collect();
    indicators.sort_unstable();
    indicators.dedup();
    for indicator in indicators {
        let own = numbers.iter_mut().filter(|(_, of, ..)| *of == indicator);
        let mut own: Vec<_> = own.filter(|(.., certain)| !*certain).collect();
        if own.is_empty() {
            continue;
        }
        if let Some((row, _, number, _)) = own.iter().find(|(_, _, number, _)| !number.is_fraction()) {
            // Some of the column are fractions, asked to be taken a hundred times, and one cannot be.
            let mixed = own.iter().any(|(_, _, number, _)| number.is_fraction() && !number.is_whole());
            if let (true, Some(place)) = (options.fractions && mixed, grid.get(*row, column)) {
                let text = number.text();
                let message = words!("{text} is no fraction of one", "{text} non è una frazione di uno");
                let hint = words!(
                    "with `--fractions`, all numbers of a column lie between 0 and 1: mend the cell, or leave it out",
                    "con `--fractions` tutti i numeri di una colonna stanno tra 0 e 1: correggi la cella, o togli l’opzione"
                );
                let fault = Diagnostic::new(Code::FractionsOrShares, place.at, message, hint);
                faults.push(fault.label(cell_name(place)));
            }
            continue;
        }
        if options.fractions {
            own.iter_mut().for_each(|(_, _, number, _)| *number = number.hundredfold());
            if !readings.hundredfold.contains(&column) {
                readings.hundredfold.push(column);
            }
        } else if let Some((row, _, number, _)) = own.iter().find(|(_, _, number, _)| !number.is_whole())
            && let Some(place) = grid.get(*row, column)
        {
            let (text, percent) = (number.text(), number.hundredfold().text());
            let message = words!(
                "all numbers of this column lie between 0 and 1: {text} may be {percent}%, or less than one per cent",
                "tutti i numeri di questa colonna stanno tra 0 e 1: {text} può essere il {percent}%, o meno dell’1%"
            );
            let hint = words!(
                "where they are fractions, add `--fractions`, which takes each a hundred times; where they are \
                 percentages, write them with their sign: {text}%",
                "se sono frazioni, aggiungi `--fractions`, che moltiplica ciascuna per 100; se sono percentuali, \
                 scrivile con il segno: {text}%"
            );
            faults.push(Diagnostic::new(Code::FractionsOrShares, place.at, message, hint).label(cell_name(place)));
        }
    }
    let mut rounded = 0;
    for (row, _, number, _) in numbers {
        let value = options.round.map_or(number, |decimals| number.rounded(decimals));
        rounded += usize::from(value != number);
        if let (None, Some(place)) = (value.number(), grid.get(row, column)) {
            let text = value.text();
            let message =
                words!("{text} has more digits than a published figure", "{text} ha più cifre di un dato pubblicato");
            let hint = words!(
                "add `--round 1` to round half up to one decimal, or round it in the spreadsheet",
                "aggiungi `--round 1` per arrotondare a un decimale (la metà per eccesso), o arrotonda nel foglio"
            );
            faults.push(Diagnostic::new(Code::UnreadableCell, place.at, message, hint).label(cell_name(place)));
        }
        absent.insert(row, (Some(value), None));
    }
    if rounded > 0 {
        readings.rounded.push((column, rounded));
    }
    absent
}

fn cell_name(place: &Place) -> Words {
    Words::same(place.name.clone())
}

fn cipher(place: Option<&Place>, empty: Option<Empty>, faults: &mut Vec<Diagnostic>) -> Cipher {
    let Some(place) = place else {
        return if empty == Some(Empty::Missing) { Cipher::Absent(Status::Missing) } else { Cipher::Nothing };
    };
    match &place.content {
        Content::Text(text) if text.trim() == "todo" => return Cipher::Nothing,
        Content::Text(text) if is_absent(text) => return Cipher::Absent(Status::Missing),
        Content::Text(text) => {
            let word = text.trim().to_lowercase();
            if let Some(status) = Status::read(&word).filter(|status| status.is_absent()) {
                return Cipher::Absent(status);
            }
            if let Some(numeral) = Numeral::read(text) {
                return Cipher::Written(numeral);
            }
        }
        Content::Number { value, percent } => {
            if let Some(number) = Decimal::of_spreadsheet(*value) {
                return Cipher::Number(if *percent { number.hundredfold() } else { number }, *percent);
            }
        }
        Content::Empty | Content::Truth(_) | Content::Date(_) | Content::Broken(_) => {}
    }
    faults.push(unreadable(place));
    Cipher::Wrong
}

/// A cell that is no number.
fn unreadable(place: &Place) -> Diagnostic {
    let words = shown(&place.content);
    let (message, hint) = match &place.content {
        Content::Date(_) => (
            words!("`{words}` is a date, not a number", "`{words}` è una data, non un numero"),
            words!(
                "spreadsheets make a date of 1.2 or 3/4: write the number again in a cell formatted as a number",
                "i fogli di calcolo fanno una data di 1.2 o 3/4: riscrivi il numero in una cella di formato numero"
            ),
        ),
        Content::Broken(words) if words == "=" => (
            words!("a formula that was never worked out", "una formula mai calcolata"),
            words!(
                "open the workbook in a spreadsheet, save it and import it again",
                "apri la cartella in un foglio di calcolo, salvala e importala di nuovo"
            ),
        ),
        Content::Broken(_) => (
            words!("`{words}` is an error of the spreadsheet", "`{words}` è un errore del foglio di calcolo"),
            words!("mend the formula, or write n.d.", "correggi la formula, o scrivi n.d."),
        ),
        _ => (
            words!(
                "`{words}` is neither a number nor a sign of absence",
                "`{words}` non è un numero né un segno di dato mancante"
            ),
            words!(
                "write the number alone, such as 12,5, or n.d.; remarks go into a column Note",
                "scrivi soltanto il numero, come 12,5, o n.d.; le osservazioni vanno in una colonna Note"
            ),
        ),
    };
    Diagnostic::new(Code::UnreadableCell, place.at, message, hint).label(cell_name(place))
}

/// The decimal mark of a column: the one said, else the one its cells show; none where none is needed.
fn mark(
    grid: &Grid<'_>,
    column: usize,
    ciphers: &[(usize, usize, Cipher)],
    said: Option<Mark>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Mark> {
    let numerals = || {
        ciphers.iter().filter_map(|(row, _, cipher)| match cipher {
            Cipher::Written(numeral) => Some((grid.get(*row, column)?, numeral)),
            _ => None,
        })
    };
    let telling = |mark: Mark| numerals().find(|(_, numeral)| numeral.tells() == Some(mark));
    let (comma, point) = (telling(Mark::Comma), telling(Mark::Point));
    let mark = match (said, comma, point) {
        (Some(said), ..) => Some(said),
        (None, Some((comma, _)), Some((point, _))) => {
            let message = words!(
                "one column, two decimal marks: `{}` and `{}`",
                "una colonna, due segni decimali: `{}` e `{}`",
                shown(&comma.content),
                shown(&point.content)
            );
            let hint = words!("write all its numbers alike", "scrivi tutti i suoi numeri allo stesso modo");
            let fault = Diagnostic::new(Code::AmbiguousNumber, point.at, message, hint).label(cell_name(point));
            faults.push(fault.other(comma.at, cell_name(comma)));
            return None;
        }
        (None, Some(_), None) => Some(Mark::Comma),
        (None, None, Some(_)) => Some(Mark::Point),
        (None, None, None) => None,
    };
    let Some(mark) = mark else {
        if let Some((place, numeral)) = numerals().find(|(_, numeral)| numeral.is_ambiguous()) {
            let reading = |mark| numeral.with(mark).map(Decimal::text).unwrap_or_default();
            let message = words!(
                "`{}` may be {} or {}, and no other cell of its column tells",
                "`{}` può essere {} o {}, e nessun’altra cella della colonna lo dice",
                shown(&place.content),
                reading(Mark::Comma),
                reading(Mark::Point)
            );
            let hint = words!(
                "say how decimals are written: `--decimal comma` as in 12,5, or `--decimal point` as in 12.5",
                "di’ come sono scritti i decimali: `--decimal comma` come in 12,5, o `--decimal point` come in 12.5"
            );
            faults.push(Diagnostic::new(Code::AmbiguousNumber, place.at, message, hint).label(cell_name(place)));
        }
        return None;
    };
    for (place, _) in numerals().filter(|(_, numeral)| numeral.with(mark).is_none()) {
        let message = match mark {
            Mark::Comma => words!(
                "`{}` is not written with a decimal comma",
                "`{}` non è scritto con la virgola decimale",
                shown(&place.content)
            ),
            Mark::Point => words!(
                "`{}` is not written with a decimal point",
                "`{}` non è scritto con il punto decimale",
                shown(&place.content)
            ),
        };
        let hint = words!(
            "mend it, or give `--decimal` as the column is written",
            "correggilo, o dai a `--decimal` il segno con cui è scritta la colonna"
        );
        faults.push(Diagnostic::new(Code::AmbiguousNumber, place.at, message, hint).label(cell_name(place)));
    }
    Some(mark)
}

/// A count: a whole number, so that `1.234` can only be a thousand and more.
fn whole(grid: &Grid<'_>, row: usize, column: Option<usize>, faults: &mut Vec<Diagnostic>) -> Option<u32> {
    let place = grid.get(row, column?)?;
    let number = match &place.content {
        Content::Text(text) if is_absent(text) => return None,
        Content::Text(text) => Numeral::read(text).filter(|numeral| !numeral.percent).and_then(|numeral| {
            let both = [Mark::Comma, Mark::Point].map(|mark| numeral.with(mark).filter(|number| number.is_whole()));
            both[0].or(both[1])
        }),
        Content::Number { value, percent: false } => Decimal::of_spreadsheet(*value).filter(|number| number.is_whole()),
        _ => None,
    };
    let count = number.and_then(|number| number.text().parse().ok());
    if count.is_none() {
        let words = shown(&place.content);
        let message = words!("`{words}` is no count", "`{words}` non è un conteggio");
        let hint = words!("write a whole number, such as 14", "scrivi un numero intero, come 14");
        faults.push(Diagnostic::new(Code::UnreadableCell, place.at, message, hint).label(cell_name(place)));
    }
    count
}

fn status_of(place: &Place, faults: &mut Vec<Diagnostic>) -> Option<Status> {
    let words = shown(&place.content);
    let status = Status::read(&words).or_else(|| Status::read(&words.to_lowercase()));
    match status {
        Some(status) => Some(status).filter(|status| *status != Status::Normal),
        None => {
            let all = Status::ALL.map(Status::word).join(", ");
            let message = words!("`{words}` is no status", "`{words}` non è uno stato");
            let hint = words!("a status is one of: {all}", "uno stato è uno di questi: {all}");
            faults.push(Diagnostic::new(Code::UnknownWord, place.at, message, hint).label(cell_name(place)));
            None
        }
    }
}

fn period(place: &Place, faults: &mut Vec<Diagnostic>) -> Option<Period> {
    let words = shown(&place.content);
    let period = Period::parse(&words);
    if period.is_none() {
        let message = words!("`{words}` is not a date or window", "`{words}` non è una data né un periodo");
        let hint =
            words!("write 2025-03-31, 2025-03 or 2025-01/2025-03", "scrivi 2025-03-31, 2025-03 o 2025-01/2025-03");
        faults.push(Diagnostic::new(Code::WrongDate, place.at, message, hint).label(cell_name(place)));
    }
    period
}

/// A cell of yes and no.
fn cell(place: Option<&Place>, empty: Option<Empty>, faults: &mut Vec<Diagnostic>) -> Option<Cell> {
    let Some(place) = place else {
        return empty.map(|empty| if empty == Empty::No { Cell::No } else { Cell::Missing });
    };
    let found = match &place.content {
        Content::Truth(truth) => Some(if *truth { Cell::Yes } else { Cell::No }),
        Content::Number { value, .. } if *value == 1.0 => Some(Cell::Yes),
        Content::Number { value, .. } if *value == 0.0 => Some(Cell::No),
        Content::Text(text) if text.trim() == "todo" => return None,
        Content::Text(text) => yes_or_no(text).or_else(|| is_absent(text).then_some(Cell::Missing)),
        _ => None,
    };
    if found.is_none() {
        let words = shown(&place.content);
        let message = words!("`{words}` is neither yes nor no", "`{words}` non è né sì né no");
        let hint = words!("write sì or no (or x, 1, 0), or n.d.", "scrivi sì o no (oppure x, 1, 0), o n.d.");
        faults.push(Diagnostic::new(Code::UnreadableCell, place.at, message, hint).label(cell_name(place)));
    }
    found
}

/// No value twice. Where rows of several periods speak of one, the row of the edition's own period is meant.
fn once<'s>(
    layout: &Layout<'s>,
    readings: &mut Readings<'s>,
    period_of: &dyn Fn(usize) -> Period,
    faults: &mut Vec<Diagnostic>,
) {
    let mut rows: BTreeMap<((usize, Part), Who), Vec<usize>> = BTreeMap::new();
    for (index, reading) in readings.list.iter().enumerate() {
        rows.entry((reading.series, reading.who)).or_default().push(index);
    }
    let mut dropped = Vec::new();
    for ((series, _), indices) in rows.into_iter().filter(|(_, indices)| indices.len() > 1) {
        let list = &readings.list;
        let dated = indices.iter().all(|&index| list[index].said.period.is_some());
        let own: Vec<usize> =
            indices.iter().copied().filter(|&index| list[index].said.period == Some(period_of(series.0))).collect();
        if let ([own], true) = (&own[..], dated) {
            dropped.extend(indices.into_iter().filter(|index| index != own));
            continue;
        }
        let (first, second) = (&list[indices[0]], &list[indices[1]]);
        let place = |reading: &Reading<'s>| {
            let name = (0..layout.grid.columns).find_map(|column| layout.grid.get(reading.row, column));
            reading.place.or(name)
        };
        let (Some(one), Some(other)) = (place(first), place(second)) else { continue };
        let message = words!(
            "the table gives this value twice: {} and {}",
            "la tabella dà questo valore due volte: {} e {}",
            one.name,
            other.name
        );
        let hint = words!(
            "keep one of the two, or name one column otherwise; with `--indicator` only its columns are read",
            "tienine uno, o dai un altro nome a una colonna; con `--indicator` si leggono soltanto le sue colonne"
        );
        let fault = Diagnostic::new(Code::TwiceInTable, other.at, message, hint).label(cell_name(other));
        faults.push(fault.other(one.at, cell_name(one)));
    }
    dropped.sort_unstable();
    for index in dropped.into_iter().rev() {
        let reading = readings.list.remove(index);
        if !readings.other_periods.contains(&reading.row) {
            readings.other_periods.push(reading.row);
        }
    }
    readings.other_periods.sort_unstable();
}
