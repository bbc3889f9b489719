//! The units that a table names over its values. All values are in per cent: another unit stops the import.

use super::dating::above;
use super::sheet::{Cell, Content, shown};
use super::table::{Column, Holds, Layout, Why};
use crate::data::territory::fold;
use crate::diag::{Code, Diagnostic, Words};
use crate::files::{FileId, Span};
use crate::import::said::Readings;
use crate::words;
use std::collections::BTreeSet;

/// A unit that is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    /// `%`, "valori percentuali".
    PerCent,
    /// "v.a.", "valori assoluti", "numero": right for counts.
    Absolute,
    /// `‰`, "per 1.000 abitanti", "in migliaia", `€`.
    Other,
}

/// Words that begin with these name per cent.
const PER_CENT: [&str; 5] = ["percent", "perc ", "prozent", "pourcent", "v perc"];

/// What names another unit, where thousands are not set apart.
const OTHER: [&str; 23] = [
    "per mille",
    "pro mille",
    "per 1000",
    "per 10000",
    "per 100000",
    "per 1000000",
    "x 1000",
    "ogni 1000",
    "pour 1000",
    "pro 1000",
    "je 1000",
    "migliaia",
    "thousand",
    "milioni",
    "miliardi",
    "mila ",
    "mln ",
    "mld ",
    "euro ",
    "eur ",
    "per mil ",
    "pm ",
    "promille",
];

/// What names numbers that are counts.
const ABSOLUTE: [&str; 6] =
    ["valori assoluti", "valore assoluto", "numeri assoluti", "numero assoluto", "absolute", "v a "];

/// What names them where nothing else stands beside it.
const NUMBER: [&str; 8] = ["numero", "numeri", "n", "num", "nr", "number", "count", "conteggio"];

/// Heads of columns of units, folded.
const HEADS: [&str; 18] = [
    "einheit",
    "measure unit",
    "moltiplicatore",
    "multiplier",
    "multiplo",
    "scala",
    "scale",
    "u m",
    "um",
    "unidad",
    "unit",
    "unit measure",
    "unit mult",
    "unit multiplier",
    "unit of measure",
    "unita",
    "unita di misura",
    "unite",
];

/// What a column of units has for per cent, or for numbers as they stand, folded.
const PLAIN: [&str; 10] = ["0", "1", "p", "pc", "pct", "perc", "percent", "unita", "units", "ratio"];

/// The unit that some words name; none where they name none.
fn unit(text: &str) -> Option<Unit> {
    // 1.000, 1,000 and 1 000 are one number.
    let signs: Vec<char> = text.chars().collect();
    let digit = |place: Option<usize>| place.and_then(|place| signs.get(place)).is_some_and(char::is_ascii_digit);
    let apart = |place: usize| {
        !signs[place].is_alphanumeric() && digit(place.checked_sub(1)) && (1..=3).all(|more| digit(Some(place + more)))
    };
    let joined: String = (0..signs.len()).filter(|place| !apart(*place)).map(|place| signs[place]).collect();
    let folded = format!("{} ", fold(&joined));
    let names = |words: &str| folded.starts_with(words) || folded.contains(&format!(" {words}"));
    if text.contains(['‰', '€', '$', '£']) || OTHER.iter().any(|words| names(words)) {
        return Some(Unit::Other);
    }
    if text.contains('%') || names("per cento") || PER_CENT.iter().any(|words| names(words)) {
        return Some(Unit::PerCent);
    }
    let absolute = NUMBER.contains(&folded.trim_end()) || ABSOLUTE.iter().any(|words| names(words));
    absolute.then_some(Unit::Absolute)
}

/// Whether words, such as those that a workbook shows beside a number, name a unit that is not per cent.
#[cfg(feature = "spreadsheets")]
pub fn is_other(text: &str) -> bool {
    unit(text) == Some(Unit::Other)
}

/// The unit nearest to the values of a column, with its cell: in its head, below it, else above.
fn nearest<'s>(layout: &Layout<'s>, column: usize) -> Option<(Unit, usize, &'s Cell)> {
    let mut above = above(layout, column);
    let header = layout.header;
    above.sort_by_key(|(row, ..)| match header {
        Some(header) if *row >= header => *row - header,
        Some(header) => 1000 + header - *row,
        None => usize::MAX - *row,
    });
    above.into_iter().find_map(|(row, _, cell)| Some((unit(&shown(&cell.content))?, row, cell)))
}

/// Whether the head of a column, or what stands between it and the values, says per cent.
pub fn in_per_cent(layout: &Layout<'_>, column: usize) -> bool {
    let says = |(unit, row, _): (Unit, usize, &Cell)| {
        unit == Unit::PerCent && layout.header.is_some_and(|header| row >= header)
    };
    layout.ours || nearest(layout, column).is_some_and(says)
}

/// Whether a head says that its column has units.
pub fn is_head(header: &str) -> bool {
    HEADS.contains(&&*fold(header))
}

/// Where a unit is named.
enum Named<'s> {
    Cell(&'s Cell),
    Sheet(&'s str),
}

/// The unit of a column of values: as its head or what stands below that says; else a row alone among the values, the
/// head of the names, a title, the sheet.
fn of_column<'s>(layout: &Layout<'s>, column: usize, sheet: Option<&'s str>) -> Option<(Unit, Named<'s>)> {
    let near = nearest(layout, column).map(|(unit, row, cell)| (unit, row, Named::Cell(cell)));
    let (heads, above) = match near {
        Some((unit, row, cell)) if layout.header.is_some_and(|header| row >= header) => (Some((unit, cell)), None),
        near => (None, near.map(|(unit, _, cell)| (unit, cell))),
    };
    let of_cell = |cell: &'s Cell| Some((unit(&shown(&cell.content))?, Named::Cell(cell)));
    let head = || layout.grid.get(layout.header?, layout.named()).and_then(of_cell);
    let of_sheet = || Some((unit(sheet?)?, Named::Sheet(sheet?)));
    heads.or_else(|| layout.alone().find_map(of_cell)).or_else(head).or(above).or_else(of_sheet)
}

/// A fault for each cell that names another unit for a column of values.
pub fn other_units(layout: &Layout<'_>, sheet: Option<&str>) -> Vec<Diagnostic> {
    let mut faults: Vec<Diagnostic> = Vec::new();
    for group in layout.groups.iter().filter(|_| !layout.ours) {
        let Some(column) = group.value.or(group.count) else { continue };
        let Some((unit, named)) = of_column(layout, column, sheet) else { continue };
        let right = unit == Unit::PerCent || (unit == Unit::Absolute && group.value.is_none());
        let (at, said, label) = match named {
            Named::Cell(cell) => (cell.at, shown(&cell.content), Some(Words::same(cell.name.clone()))),
            Named::Sheet(name) => (Span::top(FileId(0)), name.to_owned(), None),
        };
        let is_number = matches!(named, Named::Cell(cell) if !matches!(cell.content, Content::Text(_)));
        if right || is_number || faults.iter().any(|fault| fault.at == at) {
            continue;
        }
        let message = words!(
            "«{said}» names another unit than per cent, in which the values are wanted",
            "«{said}» nomina un’unità diversa dalla percentuale, in cui servono i valori"
        );
        let hint = words!(
            "give the values in per cent; or, where the words do not concern them, head the column with %",
            "riporta i valori in percentuale; oppure, se le parole non li riguardano, intesta la colonna con %"
        );
        let fault = Diagnostic::new(Code::NoTable, at, message, hint);
        faults.push(match label {
            Some(label) => fault.label(label),
            None => fault,
        });
    }
    faults
}

/// A fault for each column that nobody reads and that says another unit of a value that is read.
pub fn other_units_of_rows(layout: &Layout<'_>, readings: &Readings<'_>) -> Vec<Diagnostic> {
    let unread = |column: &&Column| matches!(&column.holds, Holds::Nothing(why) if *why != Why::Skipped);
    let rows: BTreeSet<usize> =
        readings.list.iter().filter(|reading| reading.said.value.is_some()).map(|reading| reading.row).collect();
    let wrong = |column: &Column| {
        let heads = is_head(&column.header);
        rows.iter().filter_map(|row| layout.grid.spread(*row, column.place)).find(|cell| {
            let said = shown(&cell.content);
            let folded = fold(&said);
            let plain = PLAIN.contains(&folded.as_str()) || folded.starts_with("pc ");
            match unit(&said) {
                Some(Unit::PerCent) => false,
                Some(Unit::Other) if matches!(cell.content, Content::Text(_)) => true,
                _ => heads && !plain,
            }
        })
    };
    let columns = layout.columns.iter().filter(unread).filter_map(|column| Some((column, wrong(column)?)));
    let fault = |(column, cell): (&Column, &Cell)| {
        let (said, name) = (shown(&cell.content), layout.called(column));
        let message = words!(
            "«{said}», in the column «{name}», is another unit than per cent, in which the values are wanted",
            "«{said}», nella colonna «{name}», è un’unità diversa dalla percentuale, in cui servono i valori"
        );
        let hint = words!(
            "give the values in per cent; or, where they are and the column speaks of something else, leave it out \
             with `--skip {name}`",
            "riporta i valori in percentuale; oppure, se lo sono e la colonna parla d’altro, escludila con \
             `--skip {name}`"
        );
        Diagnostic::new(Code::NoTable, cell.at, message, hint).label(Words::same(cell.name.clone()))
    };
    columns.map(fault).collect()
}

#[cfg(test)]
mod tests {
    use super::{Unit, unit};

    #[test]
    fn units_are_named_in_many_ways() {
        for text in [
            "Consenso (‰)",
            "Tavola 4 - Consenso, per 1.000 abitanti",
            "per 100 000 inhabitants",
            "Popolazione in migliaia",
            "tasso per mille",
            "(in thousands)",
            "per 1000",
            "€",
            "spesa in euro",
        ] {
            assert_eq!(unit(text), Some(Unit::Other), "{text}");
        }
        for text in ["Consenso (%)", "%", "Valori percentuali", "per cento", "Percentage (%)", "In Prozent"] {
            assert_eq!(unit(text), Some(Unit::PerCent), "{text}");
        }
        for text in ["v.a.", "Valori assoluti", "numero", "N."] {
            assert_eq!(unit(text), Some(Unit::Absolute), "{text}");
        }
        for text in ["Consenso", "Tavola 1.000", "1.000", "2018", "Persone", "Eurostat", "Tavola numero 4"] {
            assert_eq!(unit(text), None, "{text}");
        }
    }
}
