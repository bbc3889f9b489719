//! One series over the editions: what stands side by side, what may be joined, what came between.
//!
//! A value stands at the date it speaks of: a stock at its day, a flow at the end of its window, one with a date of its
//! own there. Two neighbours are joined where [`change`] gives a difference, and nothing is missing between them.

use super::notes;
use crate::check::{Checked, EditionData, FigureData, Series};
use crate::data::comparability::{Break, Change, Comparability, change, compare};
use crate::data::indicator::{Indicator, Part};
use crate::data::number::{Number, Rounded};
use crate::data::observation::Observation;
use crate::data::period::Period;
use crate::data::territory::TerritoryId;
use crate::data::view::View;
use crate::diag::Language;
use crate::lang::{self, terms};
use crate::resolve::compare::compared::{Compared, Side, Who, compared, observation};
use crate::resolve::data::dataset::Dataset;
use crate::resolve::data::datasets::cite;
use crate::resolve::names::view_id;
use std::cmp::Reverse;

/// A series over the editions, the oldest first.
pub struct OverTime<'c> {
    /// The whole site.
    pub checked: &'c Checked,
    /// The language of the words.
    pub language: Language,
    /// What is measured.
    pub indicator: &'c Indicator,
    /// The part of it: territories, items, or the table of both.
    pub part: Part,
    /// The series, with their editions.
    pub sides: Vec<Side<'c>>,
    /// What came between each side and the one before it, where nothing of the one may be compared with the other.
    pub broken: Vec<Option<Break>>,
    /// Every row, those with the greatest last value first, the national one in its rank.
    pub rows: Vec<Row<'c>>,
}

/// One row: its observations, side by side.
pub struct Row<'c> {
    /// The territory, the whole or the item that it speaks of.
    pub who: Who,
    /// None where an item is not listed.
    pub values: Vec<Option<&'c Observation>>,
    /// What each has to do with the one before it.
    pub steps: Vec<Step>,
}

/// What an observation has to do with the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// One of the two is not known, or nothing may be said of what is between them.
    Apart,
    /// A line joins them.
    Joined,
    /// Both are of one date and have one value: nobody has measured again.
    Repeated,
    /// They may not be compared.
    Refused(Break),
}

/// The series that an outline asks for, over the editions that have it; none of a table, and none where no edition has it.
pub fn over_time<'c>(checked: &'c Checked, edition: &'c EditionData, asked: &FigureData) -> Option<OverTime<'c>> {
    let (index, part) = (asked.indicator, asked.part);
    let indicator = &checked.catalogue.indicators[index];
    let older = asked.older.iter().filter_map(|id| checked.editions.iter().find(|edition| edition.id == *id));
    let side = |edition: &'c EditionData| Some(Side { edition, series: edition.series(index, part)? });
    let sides: Vec<Side<'c>> = older.chain([edition]).filter_map(side).collect();
    if sides.is_empty() {
        return None;
    }
    let territories = (0..checked.territories.len()).map(|id| Who::Territory(TerritoryId(id as u16)));
    let whos: Vec<Who> = match part {
        Part::Territories => std::iter::once(Who::National).chain(territories).collect(),
        Part::Items => (0..indicator.items().len()).map(Who::Item).collect(),
        Part::Table => return None,
    };
    let mut rows = Vec::with_capacity(whos.len());
    for who in whos {
        let values: Vec<Option<&Observation>> =
            sides.iter().map(|side| observation(indicator, side.series, who)).collect();
        if values.iter().all(Option::is_none) {
            continue;
        }
        let steps = (0..sides.len()).map(|at| step(indicator, part, &sides, &values, at)).collect();
        rows.push(Row { who, values, steps });
    }
    let broken = (0..sides.len()).map(|at| broken(indicator, &sides, &rows, at)).collect();
    rows.sort_by_key(|row| {
        let printed =
            |value: &Option<&Observation>| value.and_then(|one| one.value).map(|one| one.rounded(indicator.decimals));
        let order = match row.who {
            Who::National => 0,
            Who::Territory(id) => 1 + usize::from(checked.territories.alphabetical(id)),
            Who::Item(place) => place,
        };
        (Reverse(row.values.iter().rev().map(printed).collect::<Vec<Option<Rounded>>>()), order)
    });
    Some(OverTime { checked, language: checked.site.language, indicator, part, sides, broken, rows })
}

/// What the observation of a row in one edition has to do with the one before it.
fn step(indicator: &Indicator, part: Part, sides: &[Side<'_>], values: &[Option<&Observation>], at: usize) -> Step {
    let Some(before) = at.checked_sub(1) else { return Step::Apart };
    let (Some(was), Some(is)) = (values[before], values[at]) else { return Step::Apart };
    let definitions = [sides[before].series.definition, sides[at].series.definition];
    match change(indicator, part, (definitions[0], was), (definitions[1], is), []) {
        Change::Refused(found) => Step::Refused(found),
        Change::Unknown => Step::Apart,
        Change::Points { points, .. } => match was.period.end() == is.period.end() {
            false => Step::Joined,
            true if points.direction().is_eq() => Step::Repeated,
            // A correction: both stand, and no line leads upright from one to the other.
            true => Step::Apart,
        },
    }
}

/// What parts a side from the one before it: the series themselves, or one reason that all rows have.
fn broken(indicator: &Indicator, sides: &[Side<'_>], rows: &[Row<'_>], at: usize) -> Option<Break> {
    let [was, is] = [sides[at.checked_sub(1)?].series, sides[at].series];
    if let Comparability::Broken(found) = compare(indicator, (was.definition, was.period), (is.definition, is.period)) {
        return Some(found);
    }
    let mut all = None;
    for row in rows {
        match row.steps[at] {
            Step::Refused(found) if all.is_none_or(|all| all == found) => all = Some(found),
            Step::Apart => {}
            Step::Refused(_) | Step::Joined | Step::Repeated => return None,
        }
    }
    all
}

impl OverTime<'_> {
    /// Code and name of a row.
    pub fn called(&self, who: Who) -> (&str, &str) {
        let of = match who {
            Who::National => self.checked.territories.national(),
            Who::Territory(id) => self.checked.territories.get(id),
            Who::Item(place) => {
                let item = &self.indicator.items()[place];
                return (&item.id, &item.title);
            }
        };
        (&of.code, &of.name)
    }

    /// The period of the series at a place.
    pub fn period(&self, at: usize) -> Period {
        self.sides[at].series.period
    }

    /// The place of the newest series.
    pub fn last(&self) -> usize {
        self.sides.len() - 1
    }

    /// A share of the indicator, as printed.
    pub fn print(&self, value: Number) -> String {
        lang::percent(self.language, value, self.indicator.decimals)
    }

    /// A value as printed: "n.d." where it is missing, a dash where the row is not listed.
    pub fn printed(&self, row: &Row<'_>, at: usize) -> String {
        match row.values[at] {
            Some(Observation { value: Some(value), .. }) => self.print(*value),
            Some(_) => terms(self.language).missing.to_owned(),
            None => lang::change_terms(self.language).unlisted.to_owned(),
        }
    }

    /// Whether one value alone may not be compared with the one before, where others may.
    pub fn is_parted(&self, row: &Row<'_>, at: usize) -> bool {
        matches!(row.steps[at], Step::Refused(_)) && self.broken[at].is_none()
    }

    /// The first and the last date of the last stretch without a break, held against each other.
    pub fn stretch(&self) -> Option<Compared<'_>> {
        let last = self.last();
        let begin = (0..=last).rev().find(|at| self.broken[*at].is_some()).filter(|at| *at < last).unwrap_or(0);
        let between: Vec<&Series> = self.sides[begin + 1..last.max(begin + 1)].iter().map(|side| side.series).collect();
        let ends = [self.sides[begin], self.sides[last]];
        compared(self.checked, self.part, ends, &between, self.language)
    }
}

/// The addresses of the editions older than one that have a series, the oldest first; none where they are all of its
/// date, or it is a table.
pub fn older(checked: &Checked, index: usize, key: (usize, Part)) -> Option<Vec<String>> {
    let end = |edition: &EditionData| Some(edition.series.get(&key)?.period.end());
    let own = end(&checked.editions[index]);
    let older = || checked.editions[index + 1..].iter().rev().filter(|edition| edition.series.contains_key(&key));
    let is_line = key.1 != Part::Table && older().any(|edition| end(edition) != own);
    is_line.then(|| older().map(|edition| edition.id.clone()).collect())
}

/// Every observation of every edition, and what parts it from the one before.
pub fn dataset(checked: &Checked, edition: &EditionData, asked: &FigureData) -> Option<Dataset> {
    let lines = over_time(checked, edition, asked)?;
    let first = if lines.part == Part::Items { "item" } else { "territory" };
    let head = [
        first,
        "name",
        "value_edition",
        "value",
        "numerator",
        "denominator",
        "unit",
        "status",
        "period",
        "version",
        "break",
        "note",
        "source",
    ];
    let mut rows = Vec::new();
    for row in &lines.rows {
        let (code, name) = lines.called(row.who);
        for (at, Side { edition, series }) in lines.sides.iter().enumerate() {
            let Some(value) = row.values[at] else { continue };
            let number = |count: Option<u32>| count.map_or_else(String::new, |count| count.to_string());
            let parted = match row.steps[at] {
                Step::Refused(found) => found.word(),
                Step::Apart | Step::Joined | Step::Repeated => "",
            };
            rows.push(vec![
                code.to_owned(),
                name.to_owned(),
                edition.id.clone(),
                value.value.map_or_else(String::new, Number::to_data),
                number(value.count),
                number(value.of),
                lines.indicator.unit().to_owned(),
                value.status.code().to_owned(),
                value.period.iso(),
                lines.indicator.definitions[series.definition].id.clone(),
                parted.to_owned(),
                notes::words(lines.language, value).unwrap_or_default(),
                cite(edition, value.source.as_deref()),
            ]);
        }
    }
    let name = view_id(lines.indicator, lines.part, View::Lines);
    Some(Dataset { name, head: head.map(str::to_owned).to_vec(), rows })
}
