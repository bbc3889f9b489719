//! What stands behind one figure, row by row, with all that must travel with it: whoever has this alone can tell source,
//! period, denominator, exceptions and who is missing.

use super::dataset::{Behind, Dataset, Since};
use super::datasets::dataset;
use crate::check::{Body, Checked, EditionData, FigureData, Series};
use crate::data::indicator::{Indicator, Part};
use crate::data::status::Status;
use crate::data::territory::TerritoryId;
use crate::lang;
use crate::resolve::figure::change::{self, AskedChange, change_id};
use crate::resolve::figure::figure::Figure;
use crate::resolve::figure::over_time;
use crate::resolve::figure::rank::ranking;
use crate::resolve::figure::words::words;
use crate::resolve::named::asked;
use crate::resolve::names::dataset_name;

/// What stands behind one of the figures of an edition, by the edition's place in the collection. Where its values are
/// those of no one data file, they are its table, as printed.
///
/// # Panics
/// Where there is no such edition.
pub fn behind(checked: &Checked, index: usize, figure: &Figure) -> Behind {
    let edition = &checked.editions[index];
    let of_series = edition.series.iter().find(|((index, part), _)| {
        let indicator = &checked.catalogue.indicators[*index];
        dataset_name(indicator, *part) == figure.dataset
    });
    if let Some((&(_, part), series)) = of_series {
        return of_one(checked, edition, part, series);
    }
    let changes = edition.entries().filter_map(AskedChange::of);
    let id =
        |asked: &AskedChange<'_>| change_id(&checked.catalogue.indicators[asked.indicator], asked.part, asked.view);
    let of_change =
        changes.filter(|asked| id(asked) == figure.dataset).find_map(|asked| of_two(checked, edition, asked));
    let over_time = || over_time(checked, edition, &asked(checked, index, &figure.dataset)?);
    of_change.or_else(over_time).unwrap_or_else(|| {
        let rows = figure.table.rows.iter().map(|row| row.cells.clone()).collect();
        let data = Dataset { name: figure.dataset.clone(), head: figure.table.head.clone(), rows };
        Behind { period: figure.provenance.period_iso.clone(), data, ..Behind::default() }
    })
}

fn of_one(checked: &Checked, edition: &EditionData, part: Part, series: &Series) -> Behind {
    let indicator = &checked.catalogue.indicators[series.indicator];
    let mut data = dataset(checked, edition, part, series);
    if part != Part::Table {
        let ranks = ranks(checked, indicator, series);
        let first = data.rows.len() - series.observations().len();
        add(&mut data, "rank", |row, _| {
            row.checked_sub(first).and_then(|row| ranks.get(row).copied().flatten()).map(|rank| rank.to_string())
        });
    }
    national_and_missing(checked, &mut data);
    let items = match part {
        Part::Territories => Vec::new(),
        Part::Items | Part::Table => {
            let listed = indicator.items_of(series.definition);
            listed.iter().map(|item| (item.id.clone(), item.title.clone())).collect()
        }
    };
    Behind {
        period: series.period.iso(),
        unit: if part == Part::Table { String::new() } else { indicator.unit().to_owned() },
        denominator: denominator(indicator, series, part),
        since: None,
        origin: indicator.origin.clone(),
        items,
        data,
    }
}

fn of_two(checked: &Checked, edition: &EditionData, asked: AskedChange<'_>) -> Option<Behind> {
    let mut data = change::dataset(checked, edition, asked)?;
    let indicator = &checked.catalogue.indicators[asked.indicator];
    let series = edition.series(asked.indicator, asked.part)?;
    let older = checked.editions.iter().find(|edition| edition.id == asked.since)?;
    let old = older.series(asked.indicator, asked.part)?;
    national_and_missing(checked, &mut data);
    Some(Behind {
        period: series.period.iso(),
        unit: indicator.unit().to_owned(),
        denominator: denominator(indicator, series, asked.part),
        since: Some(Since {
            edition: older.id.clone(),
            period: old.period.iso(),
            denominator: denominator(indicator, old, asked.part),
        }),
        origin: indicator.origin.clone(),
        items: Vec::new(),
        data,
    })
}

fn over_time(checked: &Checked, edition: &EditionData, asked: &FigureData) -> Option<Behind> {
    let mut data = over_time::dataset(checked, edition, asked)?;
    let indicator = &checked.catalogue.indicators[asked.indicator];
    let series = edition.series(asked.indicator, asked.part)?;
    let oldest = asked.older.first().and_then(|id| checked.editions.iter().find(|edition| edition.id == *id));
    national_and_missing(checked, &mut data);
    let since = oldest.and_then(|oldest| {
        let old = oldest.series(asked.indicator, asked.part)?;
        let (period, denominator) = (old.period.iso(), denominator(indicator, old, asked.part));
        Some(Since { edition: oldest.id.clone(), period, denominator })
    });
    Some(Behind {
        period: series.period.iso(),
        unit: indicator.unit().to_owned(),
        denominator: denominator(indicator, series, asked.part),
        since,
        origin: indicator.origin.clone(),
        items: Vec::new(),
        data,
    })
}

/// What the shares are of, in words: the measure without its sign. A table has none.
fn denominator(indicator: &Indicator, series: &Series, part: Part) -> String {
    match part {
        Part::Table => String::new(),
        Part::Items | Part::Territories => {
            let (_, measure) = words(indicator, series.definition, part);
            measure.strip_prefix('%').unwrap_or(&measure).trim().to_owned()
        }
    }
}

/// Ranks of the territories, in their order; items have none.
fn ranks(checked: &Checked, indicator: &Indicator, series: &Series) -> Vec<Option<u32>> {
    let Body::Territories { values, .. } = &series.body else { return Vec::new() };
    let known: Vec<_> = values.iter().map(|value| value.value).collect();
    let alphabetical = |index: usize| checked.territories.alphabetical(TerritoryId(index as u16));
    let mut ranks = vec![None; values.len()];
    for (index, rank) in ranking(&known, indicator.decimals, alphabetical) {
        ranks[index] = Some(rank);
    }
    ranks
}

/// Says of each row whether it is the whole, and, where it has no value, why.
fn national_and_missing(checked: &Checked, data: &mut Dataset) {
    let whole = &checked.territories.national().code;
    if data.head[0] == "territory" {
        add(data, "national", |_, row| Some(if row[0] == *whole { "yes" } else { "no" }.to_owned()));
    }
    for (status, missing) in [("old_status", "old_missing"), ("status", "missing")] {
        let Some(status) = data.head.iter().position(|head| head == status) else { continue };
        add(data, missing, |_, row| {
            let status = Status::read(&row[status]).filter(|status| status.is_absent())?;
            Some(lang::absence(checked.site.language, status).to_owned())
        });
    }
}

/// Adds a column before those of notes and sources, which are long.
fn add(data: &mut Dataset, head: &str, cell: impl Fn(usize, &[String]) -> Option<String>) {
    let place = data.head.iter().position(|head| head == "note").unwrap_or(data.head.len());
    for (index, row) in data.rows.iter_mut().enumerate() {
        let cell = cell(index, row).unwrap_or_default();
        row.insert(place, cell);
    }
    data.head.insert(place, head.to_owned());
}

impl Behind {
    /// Names of those without a value, in the order of the rows; in a table, of those of whom nothing is known; over
    /// editions, of those without one in the newest.
    pub fn missing(&self) -> impl Iterator<Item = &str> {
        let column = |name: &str| self.data.head.iter().position(|head| head == name);
        let (missing, note) = (column("missing"), column("note"));
        let is_table = self.unit.is_empty();
        // The columns of a table between name and note hold the items and whether the row is the whole.
        let unknown = move |row: &[String]| {
            let cells = row.get(2..note.unwrap_or(2)).unwrap_or_default();
            let items = cells.get(..self.items.len()).unwrap_or_default();
            !items.is_empty() && items.iter().all(|cell| cell == "missing")
        };
        // Names of editions are dates: the last in the alphabet is the newest.
        let edition = column("value_edition");
        let newest = edition.and_then(|column| self.data.rows.iter().map(|row| &row[column]).max());
        let is_of_newest = move |row: &[String]| edition.is_none_or(|column| Some(&row[column]) == newest);
        let is_missing = move |row: &&Vec<String>| match is_table {
            true => unknown(row),
            false if !is_of_newest(row) => false,
            false => missing.and_then(|column| row.get(column)).is_some_and(|why| !why.is_empty()),
        };
        self.data.rows.iter().filter(is_missing).filter_map(|row| row.get(1)).map(String::as_str)
    }
}
