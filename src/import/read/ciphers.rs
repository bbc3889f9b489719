//! What stands in a cell, as a number, an absence, a count, a status, or yes and no; how numbers are written is seen from
//! their column, and never guessed.

use super::grid::Grid;
use super::names::yes_or_no;
use super::number::{Decimal, Mark, Numeral, is_absent};
use super::sheet::{Cell as Place, Content, shown};
use crate::data::observation::Cell;
use crate::data::status::Status;
use crate::diag::{Code, Diagnostic, Words};
use crate::import::request::{Empty, Options};
use crate::import::said::Readings;
use crate::lang::it::numerals::{Before, after};
use crate::words;
use std::collections::BTreeMap;

/// What stands in a cell of values, before its column has said how numbers are written in it.
enum Cipher {
    Nothing,
    Absent(Status),
    /// A number of a spreadsheet, or of a text with its per cent sign; whether that is certain to be a percentage.
    Number(Decimal, bool),
    Written(Numeral),
    Wrong,
}

/// The values of a column by row: a number, or an absence. `certain` says that the column is in per cent.
pub fn values(
    grid: &Grid<'_>,
    column: usize,
    (rows, certain): (&[(usize, usize)], bool),
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
    let mut numbers: Vec<Found> = Vec::new();
    for (row, indicator, cipher) in &ciphers {
        match cipher {
            Cipher::Absent(status) => drop(absent.insert(*row, (None, Some(*status)))),
            Cipher::Number(number, shown) => numbers.push((*row, *indicator, *number, *shown || certain)),
            Cipher::Written(numeral) => {
                // Where no cell tells, both marks read all of them alike.
                let number = numeral.with(mark.unwrap_or(Mark::Comma)).or_else(|| numeral.with(Mark::Point));
                let sure = numeral.percent || certain;
                numbers.extend(number.map(|number| (*row, *indicator, number, sure)));
            }
            Cipher::Nothing | Cipher::Wrong => {}
        }
    }
    settle_fractions(&mut numbers, (grid, column), options, readings, faults);
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

/// A number of a column: its row, its indicator, its value, and whether it is certain to be a percentage.
type Found = (usize, usize, Decimal, bool);

/// Numbers that all lie between 0 and 1 and are not certain to be percentages are fractions where that is asked for; else
/// it must be said what they are.
fn settle_fractions(
    numbers: &mut [Found],
    (grid, column): (&Grid<'_>, usize),
    options: &Options,
    readings: &mut Readings<'_>,
    faults: &mut Vec<Diagnostic>,
) {
    let mut indicators: Vec<usize> = numbers.iter().map(|(_, indicator, ..)| *indicator).collect();
    indicators.sort_unstable();
    indicators.dedup();
    for indicator in indicators {
        let beside_sure = numbers.iter().any(|(_, of, _, certain)| *of == indicator && *certain);
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
            faults.push(may_be_fractions(number, place, beside_sure));
        }
    }
}

/// The fault of numbers between 0 and 1 that may be fractions or shares, where nothing tells which. `beside_sure` says that others of
/// their column have a per cent sign.
fn may_be_fractions(number: &Decimal, place: &Place, beside_sure: bool) -> Diagnostic {
    let text = number.text();
    let comma = |number: &str| number.replace('.', ",");
    let share = Words { en: text.clone(), it: comma(&text) };
    let percent = format!("{}%", number.hundredfold().text());
    let percent = Words { it: after(Before::The, &comma(&percent)), en: percent };
    let others = if beside_sure {
        words!(" without a per cent sign", " senza il segno di percentuale")
    } else {
        Words::default()
    };
    let message = words!(
        "all numbers of this column{others} lie between 0 and 1: {share} may be {percent}, or less than one per cent",
        "tutti i numeri di questa colonna{others} stanno tra 0 e 1: {share} può essere {percent}, o meno dell’1%";
        others, share, percent
    );
    let hint = words!(
        "where they are fractions, add `--fractions`, which takes each a hundred times; where they are \
         percentages, write them with their sign: {text}%",
        "se sono frazioni, aggiungi `--fractions`, che moltiplica ciascuna per 100; se sono percentuali, \
         scrivile con il segno: {text}%"
    );
    Diagnostic::new(Code::FractionsOrShares, place.at, message, hint).label(cell_name(place))
}

/// How the sheet calls a cell.
pub fn cell_name(place: &Place) -> Words {
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
pub fn whole(grid: &Grid<'_>, row: usize, column: Option<usize>, faults: &mut Vec<Diagnostic>) -> Option<u32> {
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

/// A status; none where the value is like any other.
pub fn status_of(place: &Place, faults: &mut Vec<Diagnostic>) -> Option<Status> {
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

/// A cell of yes and no.
pub fn cell(place: Option<&Place>, empty: Option<Empty>, faults: &mut Vec<Diagnostic>) -> Option<Cell> {
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
