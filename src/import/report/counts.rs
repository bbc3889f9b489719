//! The last line of a report, and how its lines are printed.

use super::series::absent;
use super::table::rows_read;
use crate::diag::{Language, Words};
use crate::import::hold::plan::Verdict;
use crate::import::hold::work::Work;
use crate::import::read::table::{Column, Holds, Layout};
use crate::import::said::{Readings, Said};
use crate::words;

/// The last line: how much was read, and what it means.
pub fn counts(layout: &Layout<'_>, readings: &Readings<'_>, works: &[Work<'_>]) -> Words {
    let unread = |column: &Column| {
        matches!(column.holds, Holds::Nothing(_) | Holds::Derived)
            || readings.free_sources.contains(&column.place)
            || readings.other_columns.contains(&column.place)
    };
    let (columns, all_columns) = (layout.columns.iter().filter(|column| !unread(column)).count(), layout.columns.len());
    let rows = rows_read(layout, readings) + layout.dated.len();
    let all_rows = layout.rows.len() + layout.passed.len() + layout.dated.len();
    let of = |wanted: &dyn Fn(&Verdict, &Said) -> bool| {
        let verdicts = works.iter().flat_map(|work| &work.plan.verdicts);
        verdicts.filter(|(_, said, verdict)| wanted(verdict, said)).count()
    };
    let is_new = |verdict: &Verdict| matches!(verdict, Verdict::New | Verdict::Filled);
    let new = of(&|verdict, said| is_new(verdict) && !absent(said));
    let missing = of(&|verdict, said| is_new(verdict) && absent(said));
    let same = of(&|verdict, _| *verdict == Verdict::Same);
    let different = of(&|verdict, _| matches!(verdict, Verdict::Different { .. }));
    let not_given = of(&|verdict, _| *verdict == Verdict::NotGiven);
    let (columns, rows) = match layout.grid.turned {
        false => ((columns, all_columns), (rows, all_rows)),
        true => ((rows, all_rows), (columns, all_columns)),
    };
    words!(
        "\nRead {} of {} columns and {} of {} rows. Values: {new} new, {missing} missing, {same} the same, \
         {different} different, {not_given} not given.",
        "\nColonne lette: {} su {}; righe lette: {} su {}. Valori nuovi: {new}, mancanti: {missing}, uguali: {same}, \
         diversi: {different}, non dati: {not_given}.",
        columns.0,
        columns.1,
        rows.0,
        rows.1
    )
}

/// Lines as they are printed in a language.
pub fn printed(lines: &[Words], language: Language) -> String {
    let lines = lines.iter().flat_map(|words| words.get(language).split('\n'));
    lines.map(|line| format!("{}\n", line.trim_end())).collect()
}
