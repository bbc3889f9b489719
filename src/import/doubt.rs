//! What makes a table doubtful although it can be read: a value might go where it does not belong.

use super::layout::{Holds, Layout, Why};
use super::names::{Meaning, Names, Role};
use super::number::Numeral;
use super::sheet::Content;
use crate::data::territory::fold;
use crate::diag::{Code, Diagnostic};
use crate::words;

/// Words over a column that says when.
const WHEN: [&str; 10] =
    ["anno", "anni", "mese", "mesi", "month", "quarter", "semestre", "trimestre", "year", "data rilevazione"];

/// All that is doubtful in a table, for an edition of that name.
pub fn doubts(layout: &Layout<'_>, names: &Names<'_>, edition: &str) -> Vec<Diagnostic> {
    let grid = &layout.grid;
    let mut faults = Vec::new();
    let is_number = |row: usize, column: usize| match grid.get(row, column).map(|cell| &cell.content) {
        Some(Content::Number { .. }) => true,
        Some(Content::Text(text)) => Numeral::read(text).is_some(),
        _ => false,
    };
    let mut doubt = |row: usize, column: usize, message, hint| {
        if let Some(cell) = grid.get(row, column) {
            faults.push(Diagnostic::new(Code::NoTable, cell.at, message, hint));
        }
    };
    for column in &layout.columns {
        let place = column.place;
        let header = layout.header;
        let numbers = layout.rows.iter().map(|(row, _)| *row).find(|row| is_number(*row, place));
        match (&column.holds, header, numbers) {
            (Holds::Nothing(Why::Unnamed), Some(_), Some(row)) => doubt(
                row,
                place,
                words!(
                    "a number stands in a column without a header",
                    "un numero sta in una colonna senza intestazione"
                ),
                words!(
                    "a comma may have cut a number in two: separate cells with semicolons, or put numbers in quotes; else \
                     head the column, or take it away",
                    "una virgola può aver tagliato in due un numero: separa le celle con punti e virgola, o metti i numeri \
                     tra virgolette; altrimenti intesta la colonna, o toglila"
                ),
            ),
            (Holds::Nothing(_), Some(row), Some(_)) if WHEN.contains(&fold(&column.header).as_str()) => doubt(
                row,
                place,
                words!("this column says when, and cannot be read", "questa colonna dice quando, e non si può leggere"),
                words!(
                    "head it `Periodo`, with 2025-03-31 or 2025-01/2025-03 in its cells; or take it away, where all rows \
                     are of the edition's period",
                    "intestala `Periodo`, con 2025-03-31 o 2025-01/2025-03 nelle celle; oppure toglila, se tutte le righe \
                     sono del periodo dell’edizione"
                ),
            ),
            (Holds::Indicator(..) | Holds::Role(Role::Value), Some(row), _) if column.header.contains('‰') => doubt(
                row,
                place,
                words!("this column is per thousand", "questa colonna è per mille"),
                words!("give it in per cent", "riportala in percentuale"),
            ),
            // Asked for by `--indicator`, whatever its header: but not where that names another year.
            (Holds::Indicator(_, true), Some(row), _) if other_year(&column.header, edition) => doubt(
                row,
                place,
                words!(
                    "the header `{}` names another time than the edition {edition}",
                    "l’intestazione `{}` nomina un periodo diverso dall’edizione {edition}",
                    column.header
                ),
                words!(
                    "import it into the edition it belongs to, or mend the header",
                    "importala nell’edizione a cui appartiene, o correggi l’intestazione"
                ),
            ),
            _ => {}
        }
    }
    // A row below that heads columns once more: another table, whose values would be taken for the first one's.
    let named = layout.columns.iter().find(|column| column.holds == Holds::Names).map(|column| column.place);
    for passed in layout.passed.iter().filter(|passed| layout.header.is_some_and(|header| passed.place > header)) {
        let heads = |column: usize| {
            grid.text(passed.place, column).is_some_and(|text| {
                let meanings = names.header(text);
                let is_indicator = |meaning: &Meaning| matches!(meaning, Meaning::Indicator(_) | Meaning::Item(..));
                meanings.iter().any(|meaning| match Some(column) == named {
                    true => matches!(meaning, Meaning::Role(Role::Territory)),
                    false => is_indicator(meaning),
                })
            })
        };
        if let Some(column) = (0..grid.columns).find(|column| heads(*column)) {
            doubt(
                passed.place,
                column,
                words!("another table begins here", "qui comincia un’altra tabella"),
                words!(
                    "bring each in from a sheet or a file of its own",
                    "importale una alla volta, ognuna dal suo foglio o dal suo file"
                ),
            );
        }
    }
    faults
}

/// Whether some words name years, and none that the edition's name has.
fn other_year(words: &str, edition: &str) -> bool {
    let years = words.split(|sign: char| !sign.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let mut years = years.filter(|digits| digits.starts_with("19") || digits.starts_with("20")).peekable();
    years.peek().is_some() && !years.any(|year| edition.contains(year))
}
