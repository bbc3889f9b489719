//! The units that a table names over its values. All values are in per cent: another unit stops the import.

use super::dating::above;
use super::sheet::{Cell, Content, shown};
use super::table::Layout;
use crate::data::territory::fold;
use crate::diag::{Code, Diagnostic, Words};
use crate::words;

/// A unit that is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    /// `%`, "valori percentuali".
    PerCent,
    /// `‰`, "per 1.000 abitanti", "in migliaia".
    Other,
}

/// Words that begin with these name per cent.
const PER_CENT: [&str; 5] = ["percent", "perc ", "prozent", "pourcent", "v perc"];

/// What names another unit, where thousands are not set apart.
const OTHER: [&str; 14] = [
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
];

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
    if text.contains('‰') || OTHER.iter().any(|words| names(words)) {
        return Some(Unit::Other);
    }
    (text.contains('%') || names("per cento") || PER_CENT.iter().any(|words| names(words))).then_some(Unit::PerCent)
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

/// A fault for each column of values over which another unit stands.
pub fn other_units(layout: &Layout<'_>) -> Vec<Diagnostic> {
    let mut faults: Vec<Diagnostic> = Vec::new();
    let columns = layout.groups.iter().filter_map(|group| group.value.or(group.count));
    for column in columns {
        let Some((Unit::Other, _, cell)) = nearest(layout, column) else { continue };
        if !matches!(cell.content, Content::Text(_)) || faults.iter().any(|fault| fault.at == cell.at) {
            continue;
        }
        let said = shown(&cell.content);
        let message = words!(
            "«{said}» names another unit than per cent, in which the values are wanted",
            "«{said}» nomina un’unità diversa dalla percentuale, in cui servono i valori"
        );
        let hint = words!(
            "give the values in per cent; or, where the words do not concern them, head the column with %",
            "riporta i valori in percentuale; oppure, se le parole non li riguardano, intesta la colonna con %"
        );
        faults.push(Diagnostic::new(Code::NoTable, cell.at, message, hint).label(Words::same(cell.name.clone())));
    }
    faults
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
        ] {
            assert_eq!(unit(text), Some(Unit::Other), "{text}");
        }
        for text in ["Consenso (%)", "%", "Valori percentuali", "per cento", "Percentage (%)", "In Prozent"] {
            assert_eq!(unit(text), Some(Unit::PerCent), "{text}");
        }
        for text in ["Consenso", "Tavola 1.000", "1.000", "2018", "Persone"] {
            assert_eq!(unit(text), None, "{text}");
        }
    }
}
