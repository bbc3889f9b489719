//! Data files: every observation of an edition with status, period, note and source. A table has one column an item.

use super::dataset::Dataset;
use crate::check::{Body, Checked, EditionData, Series, SourceData};
use crate::data::indicator::Part;
use crate::data::number::Number;
use crate::data::observation::{Cell, Observation};
use crate::diag::Language;
use crate::resolve::figure::notes::words;
use crate::resolve::names::dataset_name;

const TERRITORIES: [&str; 10] =
    ["territory", "name", "value", "numerator", "denominator", "unit", "status", "period", "note", "source"];
const ITEMS: [&str; 10] =
    ["item", "name", "value", "numerator", "denominator", "unit", "status", "period", "note", "source"];

/// One file for each series: `consenso`, `documenti`, `documenti-items`, `documenti-table`.
pub fn datasets(checked: &Checked, edition: &EditionData) -> Vec<Dataset> {
    edition.series.iter().map(|(&(_, part), series)| dataset(checked, edition, part, series)).collect()
}

/// The file of one series.
pub fn dataset(checked: &Checked, edition: &EditionData, part: Part, series: &Series) -> Dataset {
    let indicator = &checked.catalogue.indicators[series.indicator];
    let name = dataset_name(indicator, part);
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
            note(checked.site.language, observation, series.note.as_deref()),
            cite(edition, observation.source.as_deref()),
        ]
    };
    let all = &checked.territories;
    let items = indicator.items_of(series.definition);
    match &series.body {
        Body::Territories { national, values } => {
            let whole = all.national();
            let mut rows = vec![row(&whole.code, &whole.name, national)];
            rows.extend(all.iter().zip(values).map(|((_, of), value)| row(&of.code, &of.name, value)));
            Dataset { name, head: TERRITORIES.map(str::to_owned).to_vec(), rows }
        }
        Body::Items(values) => {
            let rows = items.iter().zip(values).map(|(item, value)| row(&item.id, &item.title, value));
            Dataset { name, head: ITEMS.map(str::to_owned).to_vec(), rows: rows.collect() }
        }
        Body::Table { cells, source } => {
            let source = cite(edition, source.as_deref());
            let mut head = vec!["territory".to_owned(), "name".to_owned()];
            head.extend(items.iter().map(|item| item.id.clone()));
            head.extend(["period".to_owned(), "note".to_owned(), "source".to_owned()]);
            let rows = all.iter().zip(cells).map(|((_, territory), row)| {
                let mut texts = vec![territory.code.clone(), territory.name.clone()];
                texts.extend(row.iter().map(|cell| word(*cell).to_owned()));
                texts.extend([series.period.iso(), series.note.clone().unwrap_or_default(), source.clone()]);
                texts
            });
            Dataset { name, head, rows: rows.collect() }
        }
    }
}

/// The word of a cell, as an author writes it.
fn word(cell: Cell) -> &'static str {
    match cell {
        Cell::Yes => "yes",
        Cell::No => "no",
        Cell::Missing => "missing",
    }
}

/// The note of the value, then the one of the series: a row may leave alone.
fn note(language: Language, observation: &Observation, general: Option<&str>) -> String {
    let own = words(language, observation);
    own.as_deref().into_iter().chain(general).collect::<Vec<_>>().join(" · ")
}

/// Publisher, title and address of a source.
pub fn cite(edition: &EditionData, key: Option<&str>) -> String {
    let found = key.and_then(|key| edition.sources.iter().find(|source| source.id == key));
    found.map_or_else(String::new, |SourceData { publisher, title, url, .. }| {
        let parts = [publisher, title, url];
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
    })
}
