//! The files that the program writes, back again: data, and the CSV of a figure. What it derives when it writes them is
//! not brought back, and a value that is the edition's own already changes nothing.

use super::dating::time_of;
use super::names::Names;
use super::number::Decimal;
use super::sheet::{Sheet, shown};
use super::table::{Column, Holds};
use super::time::Time;
use crate::check::{Body, EditionData};
use crate::data::indicator::Indicator;
use crate::data::number::Number;
use crate::data::observation::{Cell, Observation};
use crate::data::period::Period;
use crate::data::status::Status;
use crate::diag::{Code, Diagnostic, Words};
use crate::import::said::Told;
use crate::import::said::{Reading, Readings, Who};
use crate::words;

/// The columns by which the files of shares are known, with the first.
const SHARES: [&str; 7] = ["name", "value", "numerator", "denominator", "unit", "status", "period"];

/// Columns that the program derives: what they say stands elsewhere in the authors' files.
const DERIVED: [&str; 18] = [
    "unit",
    "rank",
    "national",
    "missing",
    "note",
    "source",
    "figure",
    "title",
    "measure",
    "share_of",
    "definition",
    "figure_note",
    "origin",
    "edition",
    "revision",
    "data",
    "language",
    "organisation",
];

/// Whether the heads are those of a file that the program writes.
pub fn is_ours(columns: &[Column]) -> bool {
    let heads: Vec<&str> = columns.iter().map(|column| column.header.as_str()).collect();
    let of_shares = heads.iter().skip(1).take(SHARES.len()).eq(SHARES.iter());
    let items = columns.iter().skip(2).take_while(|column| matches!(column.holds, Holds::Item(..))).count();
    let of_table = heads.get(1) == Some(&"name") && items > 0 && heads.get(2 + items) == Some(&"period");
    matches!(heads.first(), Some(&"territory" | &"item")) && (of_shares || of_table)
}

/// Whether a column of such a file is derived.
pub fn is_derived(header: &str) -> bool {
    DERIVED.contains(&header) || header == "licence"
}

/// The indicator of a file that the program wrote: its figure, or the file itself, has its name.
pub fn indicator(sheet: &Sheet, name: &str, names: &Names<'_>) -> Option<usize> {
    let head = sheet.rows.first()?;
    let heads: Vec<String> = head.iter().map(|cell| shown(&cell.content)).collect();
    if !heads.iter().skip(1).take(SHARES.len()).eq(SHARES.iter()) {
        return None;
    }
    let figure = heads.iter().position(|head| head == "figure");
    let figure = figure.and_then(|column| sheet.rows.get(1)?.get(column)).map(|cell| shown(&cell.content));
    let stem = figure.as_deref().or(name.strip_suffix(".csv"))?;
    // `documenti-items` and `consenso-map` are figures of theirs; of two names that begin it, the longer is meant.
    let is_of = |id: &str| stem.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let ids = names.indicators.iter().enumerate().filter(|(_, indicator)| is_of(&indicator.id));
    ids.max_by_key(|(_, indicator)| indicator.id.len()).map(|(place, _)| place)
}

/// A fault where the program wrote the file and it has the values of several editions: nothing of it is brought back.
pub fn of_editions(sheet: &Sheet, edition: &str) -> Option<Diagnostic> {
    let head = sheet.rows.first()?;
    let has = |wanted: &str| head.iter().find(|cell| cell.content.text() == Some(wanted));
    let (first, compared) = (head.first()?, has("old_value").filter(|_| has("difference").is_some()));
    let cell = has("name").and(compared.or(has("value_edition")))?;
    let is_ours = ["territory", "item"].contains(&first.content.text()?);
    let message = match compared {
        Some(_) => words!(
            "this CSV of fascicle compares two editions: it is not brought back",
            "questo CSV di fascicle confronta due edizioni: non si riporta"
        ),
        None => words!(
            "this CSV of fascicle has lines of several editions: it is not brought back",
            "questo CSV di fascicle ha le linee di più edizioni: non si riporta"
        ),
    };
    let hint = words!(
        "the values of one edition are those of the folder `{edition}/data/` of the site: change and import that CSV",
        "i valori di una sola edizione sono nella cartella `{edition}/data/` del sito: modifica e importa quel CSV"
    );
    is_ours.then(|| Diagnostic::new(Code::NoTable, cell.at, message, hint).label(Words::same(cell.name.clone())))
}

/// Holds each value of such a file against what the edition says: one that is the same is said again and changes
/// nothing; of one that is not, only what differs is new.
pub fn settle(readings: &mut Readings<'_>, indicators: &[Indicator], edition: Option<&EditionData>) {
    for reading in &mut readings.list {
        reading.said.note = None;
        let known = edition.and_then(|edition| known(reading, indicators, edition));
        let Some((known, period)) = known else { continue };
        let said = match reading.told {
            Told::Other(cell, ..) => time_of(cell).and_then(Time::period),
            _ => reading.said.period,
        };
        let dated = said == Some(period);
        if dated {
            reading.told = Told::Own;
        }
        match known {
            Known::Value(observation) => settle_value(reading, observation, dated),
            Known::Cell(cell) => reading.again = reading.said.cell == Some(cell) && dated,
        }
    }
}

/// What an edition says of one.
enum Known<'e> {
    Value(&'e Observation),
    Cell(Cell),
}

fn known<'e>(reading: &Reading<'_>, indicators: &[Indicator], edition: &'e EditionData) -> Option<(Known<'e>, Period)> {
    let series = edition.series.get(&reading.series)?;
    let items = &indicators[reading.series.0].definitions.get(series.definition)?.items;
    let place = |item: usize| items.iter().position(|listed| *listed == item);
    let value = |observation: &'e Observation| (Known::Value(observation), observation.period);
    Some(match (&series.body, reading.who) {
        (Body::Territories { national, .. }, Who::National) => value(national),
        (Body::Territories { values, .. }, Who::Territory(id)) => value(values.get(usize::from(id.0))?),
        (Body::Items(values), Who::Item(item)) => value(values.get(place(item)?)?),
        (Body::Table { cells, .. }, Who::Cell(id, item)) => {
            (Known::Cell(*cells.get(usize::from(id.0))?.get(place(item)?)?), series.period)
        }
        _ => return None,
    })
}

fn settle_value(reading: &mut Reading<'_>, is: &Observation, dated: bool) {
    let said = &mut reading.said;
    let same_value = said.value.map(Decimal::text) == is.value.map(Number::to_data);
    let same_status = said.status.unwrap_or(Status::Normal) == is.status;
    if same_value && same_status && (said.count, said.of) == (is.count, is.of) && dated {
        reading.again = true;
        return;
    }
    // A share of counts is derived from them.
    let counted = said.count.zip(said.of).and_then(|(count, of)| Number::share(count, of));
    if said.value.is_some()
        && (same_value || counted.map(Number::to_data) == said.value.map(Decimal::text))
        && counted.is_some()
    {
        said.value = None;
    }
    if dated {
        said.period = None;
    }
    if same_status && !is.status.is_absent() {
        said.status = None;
    }
}

#[cfg(test)]
mod tests {
    use super::is_derived;

    #[test]
    fn what_a_file_of_ours_derives_is_known() {
        assert!(["note", "source", "unit", "figure", "licence"].iter().all(|head| is_derived(head)));
        assert!(["territory", "value", "numerator", "status", "period"].iter().all(|head| !is_derived(head)));
    }
}
