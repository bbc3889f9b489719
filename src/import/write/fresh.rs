//! A file of observations that was not there before.

use super::edit::Head;
use super::words::{Series, cell_word, key_text, name, new_row, period_key, plain, value_text};
use crate::data::indicator::Part;
use crate::data::status::Status;
use crate::files::yaml::quoted;
use crate::import::hold::held::TODO;
use crate::import::hold::plan::Write;
use crate::import::said::Who;
use std::collections::BTreeMap;

/// The text of a new file. Whom the table does not speak of is still to be given, `todo`; only where it says of
/// everyone else that the value is missing does the file say so in one line.
pub fn fresh(writes: &BTreeMap<Who, Write>, head: &Head, series: Series<'_>) -> String {
    let mut text = format!("indicator: {}\n", series.indicator.id);
    if series.part != Part::Territories {
        text.push_str(&format!("part: {}\n", series.part.word()));
    }
    if let Some(definition) = &head.definition {
        text.push_str(&format!("definition: {}\n", quoted(definition)));
    }
    if let Some(period) = head.period {
        text.push_str(&format!("{}: {}\n", period_key(series.indicator), period.iso()));
    }
    if let Some(source) = &head.source {
        text.push_str(&format!("source: {}\n", plain(source)));
    }
    match series.part {
        Part::Table => text.push_str(&rows(writes, series)),
        Part::Territories | Part::Items => text.push_str(&values(writes, series)),
    }
    text
}

fn values(writes: &BTreeMap<Who, Write>, series: Series<'_>) -> String {
    let mut text = String::new();
    if series.part == Part::Territories {
        let national = writes.get(&Who::National).map_or(TODO.to_owned(), |write| value_text(write, series.indicator));
        text.push_str(&format!("national: {national}\n"));
    }
    let all: Vec<Who> = match series.part {
        Part::Items => series.items.iter().copied().map(Who::Item).collect(),
        _ => series.territories.iter().map(|(id, _)| Who::Territory(id)).collect(),
    };
    let plainly_missing = |who: &Who| {
        let missing = Write { status: Some(Status::Missing), ..Write::default() };
        writes.get(who) == Some(&missing)
    };
    let absent = all.iter().filter(|who| plainly_missing(who)).count();
    // Said of all the others: each other one is either given or said to be missing.
    let others = absent > 0 && all.iter().all(|who| writes.contains_key(who)) && absent < all.len();
    text.push_str("values:\n");
    for who in all.iter().filter(|who| !(others && plainly_missing(who))) {
        let value = writes.get(who).map_or(TODO.to_owned(), |write| value_text(write, series.indicator));
        text.push_str(&format!("  {}: {value}\n", key_text(&name(*who, series))));
    }
    if others {
        text.push_str("others: missing\n");
    }
    text
}

fn rows(writes: &BTreeMap<Who, Write>, series: Series<'_>) -> String {
    let mut text = String::from("rows:\n");
    for (territory, of) in series.territories.iter() {
        let said = |item: usize| {
            let cell = writes.get(&Who::Cell(territory, item))?.cell?;
            Some(cell_word(cell))
        };
        let row = new_row(&key_text(&of.name), series, said);
        text.extend(row.split('\n').map(|line| format!("  {line}\n")));
    }
    text
}
