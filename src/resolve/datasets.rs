//! Data files: every observation of an edition with status, period, note and source.

use super::notes::words;
use super::report::Dataset;
use crate::check::{Body, Checked, EditionData, SourceData};
use crate::data::indicator::Part;
use crate::data::number::Number;
use crate::data::observation::{Cell, Observation};
use crate::data::period::Period;
use crate::data::status::Status;

const TERRITORIES: [&str; 10] =
    ["territory", "name", "value", "numerator", "denominator", "unit", "status", "period", "note", "source"];
const ITEMS: [&str; 10] =
    ["item", "name", "value", "numerator", "denominator", "unit", "status", "period", "note", "source"];
const TABLE: [&str; 8] = ["territory", "name", "item", "item_name", "available", "status", "period", "source"];

/// One file for each series: `consenso`, `documenti`, `documenti-items`, `documenti-table`.
pub fn datasets(checked: &Checked, edition: &EditionData) -> Vec<Dataset> {
    edition
        .series
        .iter()
        .map(|(&(index, part), series)| {
            let indicator = &checked.catalogue.indicators[index];
            let name = match part {
                Part::Territories => indicator.id.clone(),
                Part::Items | Part::Table => format!("{}-{}", indicator.id, part.word()),
            };
            let row = |code: &str, name: &str, observation: &Observation| {
                let number = |count: Option<u32>| count.map_or_else(String::new, |count| count.to_string());
                vec![
                    code.to_owned(),
                    name.to_owned(),
                    observation.value.map_or_else(String::new, Number::to_data),
                    number(observation.count),
                    number(observation.of),
                    indicator.unit().to_owned(),
                    observation.status.code().to_owned(),
                    observation.period.iso(),
                    note(observation, series.note.as_deref()),
                    cite(edition, observation.source.as_deref()),
                ]
            };
            let all = &checked.territories;
            let items = indicator.items();
            match &series.body {
                Body::Territories { national, values } => {
                    let whole = all.national();
                    let mut rows = vec![row(&whole.code, &whole.name, national)];
                    rows.extend(all.iter().zip(values).map(|((_, of), value)| row(&of.code, &of.name, value)));
                    Dataset { name, head: TERRITORIES.to_vec(), rows }
                }
                Body::Items(values) => {
                    let rows = items.iter().zip(values).map(|(item, value)| row(&item.id, &item.title, value));
                    Dataset { name, head: ITEMS.to_vec(), rows: rows.collect() }
                }
                Body::Table { cells, source } => {
                    let source = cite(edition, source.as_deref());
                    let rows = all.iter().zip(cells).flat_map(|((_, territory), row)| {
                        let cell = |(item, cell): (&crate::data::indicator::Item, &Cell)| {
                            let names = [&territory.code, &territory.name, &item.id, &item.title];
                            let mut texts: Vec<String> = names.into_iter().cloned().collect();
                            texts.extend(available(*cell, series.period, &source));
                            texts
                        };
                        items.iter().zip(row).map(cell).collect::<Vec<_>>()
                    });
                    Dataset { name, head: TABLE.to_vec(), rows: rows.collect() }
                }
            }
        })
        .collect()
}

/// The cells after the names: availability, status, period, source.
fn available(cell: Cell, period: Period, source: &str) -> [String; 4] {
    let (word, status) = match cell {
        Cell::Yes => ("yes", Status::Normal),
        Cell::No => ("no", Status::Normal),
        Cell::Missing => ("", Status::Missing),
    };
    [word.to_owned(), status.code().to_owned(), period.iso(), source.to_owned()]
}

/// The note of the value, then the one of the series: a row may leave alone.
fn note(observation: &Observation, general: Option<&str>) -> String {
    let own = words(observation);
    own.as_deref().into_iter().chain(general).collect::<Vec<_>>().join(" · ")
}

/// Publisher, title and address of a source.
fn cite(edition: &EditionData, key: Option<&str>) -> String {
    let found = key.and_then(|key| edition.sources.iter().find(|source| source.id == key));
    found.map_or_else(String::new, |SourceData { publisher, title, url, .. }| {
        let parts = [publisher, title, url];
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
    })
}
