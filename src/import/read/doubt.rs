//! What makes a table doubtful although it can be read: a value might go where it does not belong.

use super::names::{Meaning, Names, Role};
use super::number::Numeral;
use super::sheet::{Cell, Content, shown};
use super::table::{Holds, Layout, Lines, Passed, Why};
use super::{parted, units};
use crate::data::status::Status;
use crate::diag::{Code, Diagnostic, Words};
use crate::import::request::Request;
use crate::words;
use std::collections::BTreeSet;

/// All that is doubtful in a table.
pub fn doubts(layout: &Layout<'_>, names: &Names<'_>, sheet: Option<&str>, request: &Request<'_>) -> Vec<Diagnostic> {
    let mut faults = unheaded(layout);
    faults.extend(units::other_units(layout, sheet));
    faults.extend(parted::parts(layout, names, sheet));
    faults.extend(named_twice(layout, names));
    faults.extend(statuses(layout, names));
    faults.extend(unnamed_rows(layout));
    faults.extend(merged(layout));
    if request.hidden.is_none() {
        faults.extend(hidden(layout));
    }
    faults.extend(layout.passed.iter().filter_map(|passed| second_table(layout, names, passed)));
    faults
}

fn fault(cell: &Cell, message: Words, hint: Words) -> Diagnostic {
    Diagnostic::new(Code::NoTable, cell.at, message, hint)
}

fn is_number(layout: &Layout<'_>, row: usize, column: usize) -> bool {
    match layout.grid.get(row, column).map(|cell| &cell.content) {
        Some(Content::Number { .. }) => true,
        Some(Content::Text(text)) => Numeral::read(text).is_some(),
        _ => false,
    }
}

/// A number under no head.
fn unheaded(layout: &Layout<'_>) -> Vec<Diagnostic> {
    let unnamed = layout.columns.iter().filter(|column| column.holds == Holds::Nothing(Why::Unnamed));
    let numbers = unnamed.filter(|_| layout.header.is_some()).filter_map(|column| {
        let row = layout.rows.iter().map(|(row, _)| *row).find(|row| is_number(layout, *row, column.place))?;
        layout.grid.get(row, column.place)
    });
    let doubt = |cell: &Cell| {
        fault(
            cell,
            words!("a number stands in a column without a header", "un numero sta in una colonna senza intestazione"),
            words!(
                "a comma may have cut a number in two: separate cells with semicolons, or put numbers in quotes; else \
                 head the column, or take it away",
                "una virgola può aver tagliato in due un numero: separa le celle con punti e virgola, o metti i numeri \
                 tra virgolette; altrimenti intesta la colonna, o toglila"
            ),
        )
    };
    numbers.map(doubt).collect()
}

/// A name that two indicators have, or two items: which of them is meant, nobody can know.
fn named_twice(layout: &Layout<'_>, names: &Names<'_>) -> Vec<Diagnostic> {
    let mut faults: Vec<Diagnostic> = Vec::new();
    let rows = (0..layout.grid.rows).filter(|row| layout.header.is_none_or(|header| *row > header));
    let rows: Vec<usize> = rows.collect();
    let mut ask = |column: usize, of: Option<usize>| {
        let cells =
            rows.iter().filter_map(|row| Some((layout.grid.get(*row, column)?, layout.grid.text(*row, column)?)));
        for (cell, text) in cells.filter(|(_, text)| names.is_of_two(of, text)) {
            let message = words!("two things have the name «{text}»", "due cose hanno il nome «{text}»");
            let hint = words!(
                "give one of them another name, in indicators.yaml and here",
                "dai a una delle due un altro nome, in indicators.yaml e qui"
            );
            faults.push(fault(cell, message, hint).label(Words::same(cell.name.clone())));
        }
    };
    if let Lines::Items(indicator) = layout.lines {
        ask(layout.named(), Some(indicator));
    }
    for group in &layout.groups {
        if let Some(column) = group.by_column {
            ask(column, None);
        }
        if let (Some(column), Some(indicator)) = (group.item, group.indicator) {
            ask(column, Some(indicator));
        }
    }
    faults
}

/// A status in a row of its own, over or below the values of a table with territories side by side.
fn statuses(layout: &Layout<'_>, names: &Names<'_>) -> Option<Diagnostic> {
    let is_status = |text: &str| names.header(text) == [Meaning::Role(Role::Status)];
    let below = layout.passed.iter().filter(|passed| layout.header.is_some_and(|header| passed.place > header));
    let mut rows = below.filter(|passed| layout.grid.text(passed.place, layout.named()).is_some_and(is_status));
    let cell = rows.find_map(|passed| {
        let mut cells = layout.values().filter_map(|column| layout.grid.spread(passed.place, column));
        cells.find(|cell| Status::read(&shown(&cell.content).to_lowercase()).is_some_and(|is| is != Status::Normal))
    })?;
    let message = words!(
        "this status is of values that stand side by side, where it cannot be read",
        "questo stato è di valori affiancati, e lì non si può leggere"
    );
    let hint = words!(
        "put the territories into rows, with a column for the status; or take it away",
        "metti i territori nelle righe, con una colonna per lo stato; oppure toglilo"
    );
    Some(fault(cell, message, hint).label(Words::same(cell.name.clone())))
}

/// A number of a value's column in a row that has no name at all.
fn unnamed_rows(layout: &Layout<'_>) -> Option<Diagnostic> {
    let named = layout.named();
    let values: BTreeSet<usize> = layout.groups.iter().filter_map(|group| group.value.or(group.count)).collect();
    let first = layout.rows.first()?.0;
    let cell = layout.passed.iter().filter(|passed| passed.place > first).find_map(|passed| {
        layout.grid.get(passed.place, named).is_none().then_some(())?;
        let number = values.iter().find(|column| is_number(layout, passed.place, **column))?;
        layout.grid.get(passed.place, *number).filter(|cell| super::dating::time_of(cell).is_none())
    })?;
    Some(fault(
        cell,
        words!("a number stands in a row without a name", "un numero sta in una riga senza nome"),
        words!(
            "name the territory of its row, or take the row away",
            "scrivi il territorio della riga, o togli la riga"
        ),
    ))
}

/// One cell over the values of several rows or columns says one value for all, or for the first.
fn merged(layout: &Layout<'_>) -> Vec<Diagnostic> {
    let groups = layout.groups.iter().flat_map(|group| [group.value, group.count, group.of]).flatten();
    let columns: BTreeSet<usize> = groups.chain(layout.cells.iter().map(|(column, ..)| *column)).collect();
    let mut faults: Vec<Diagnostic> = Vec::new();
    for (row, _) in &layout.rows {
        for column in &columns {
            let Some(cell) = layout.grid.merged(*row, *column) else { continue };
            if faults.iter().any(|fault| fault.at == cell.at) {
                continue;
            }
            let message = words!(
                "this cell is merged with others: the value of which of them is «{}»?",
                "questa cella è unita ad altre: di quale di esse è il valore «{}»?",
                shown(&cell.content)
            );
            let hint = words!(
                "split it in the spreadsheet, and write into each cell its own value",
                "dividila nel foglio di calcolo, e scrivi in ogni cella il suo valore"
            );
            faults.push(fault(cell, message, hint).label(Words::same(cell.name.clone())));
        }
    }
    faults
}

/// Rows and columns that hold what would be read, and that nobody sees who opens the workbook.
fn hidden(layout: &Layout<'_>) -> Option<Diagnostic> {
    let grid = &layout.grid;
    let used: BTreeSet<usize> = layout.used().collect();
    let rows = || layout.rows.iter().map(|(row, _)| *row);
    let row = rows().find(|row| grid.hides_row(*row));
    let column = used.iter().copied().find(|column| grid.hides_column(*column));
    let in_row = row.and_then(|row| used.iter().find_map(|column| grid.get(row, *column)));
    let in_column = column.and_then(|column| rows().find_map(|row| grid.get(row, column)));
    let cell = in_row.or(in_column)?;
    let message = words!(
        "the workbook hides, or filters out, a row or column that would be read",
        "la cartella nasconde, o esclude con un filtro, una riga o colonna che verrebbe letta"
    );
    let hint = words!(
        "say what is meant: `--hidden read` reads hidden rows and columns, `--hidden skip` leaves them out",
        "di’ che cosa si intende: `--hidden read` legge righe e colonne nascoste, `--hidden skip` le lascia fuori"
    );
    Some(fault(cell, message, hint).label(Words::same(cell.name.clone())))
}

/// A row below that heads columns once more: another table, whose values would be taken for the first one's. In a table
/// of a row a value, the name of an indicator is no head.
fn second_table(layout: &Layout<'_>, names: &Names<'_>, passed: &Passed) -> Option<Diagnostic> {
    let grid = &layout.grid;
    layout.header.filter(|header| passed.place > *header)?;
    let named = layout.named();
    let values = layout.groups.iter().filter_map(|group| group.value.or(group.count));
    if values.clone().any(|column| is_number(layout, passed.place, column)) {
        return None;
    }
    let naming: BTreeSet<usize> =
        layout.groups.iter().flat_map(|group| [group.by_column, group.item]).flatten().collect();
    let heads = |column: &usize| {
        grid.text(passed.place, *column).is_some_and(|text| {
            let meanings = names.header(text);
            let is_indicator = |meaning: &Meaning| matches!(meaning, Meaning::Indicator(_) | Meaning::Item(..));
            meanings.iter().any(|meaning| match *column == named {
                true => matches!(meaning, Meaning::Role(Role::Territory)),
                false => is_indicator(meaning),
            })
        })
    };
    let column = (0..grid.columns).filter(|column| !naming.contains(column)).find(heads)?;
    let cell = grid.get(passed.place, column)?;
    Some(fault(
        cell,
        words!("another table begins here", "qui comincia un’altra tabella"),
        words!(
            "bring each in from a sheet or a file of its own",
            "importale una alla volta, ognuna dal suo foglio o dal suo file"
        ),
    ))
}
