//! Numbers in narrative: what a binding reads, ready to print.

use crate::check::{Body, Bound, Checked, EditionData, What};
use crate::data::indicator::Indicator;
use crate::data::number::Rounded;
use crate::data::observation::Observation;
use crate::data::territory::TerritoryId;
use crate::lang::it;

/// The text of a binding. A value that is missing is said to be missing.
pub fn print(bound: &Bound, checked: &Checked, edition: &EditionData) -> String {
    let Some(series) = edition.series(bound.indicator, bound.part) else { return it::MISSING.to_owned() };
    let indicator = &checked.catalogue.indicators[bound.indicator];
    let values = series.observations();
    match bound.what {
        What::National => match &series.body {
            Body::Territories { national, .. } => value(national, indicator),
            Body::Items(_) | Body::Table { .. } => it::MISSING.to_owned(),
        },
        What::Territory(TerritoryId(index)) => value(&values[usize::from(index)], indicator),
        What::Item(index) => value(&values[index], indicator),
        What::Max | What::Min => extreme(bound.what, values, indicator)
            .map_or_else(|| it::MISSING.to_owned(), |(at, _)| value(&values[at], indicator)),
        What::MaxWho | What::MinWho => who(bound.what, values, indicator, &series.body, checked),
        What::Known => values.iter().filter(|value| value.value.is_some()).count().to_string(),
        What::Missing => values.iter().filter(|value| value.value.is_none()).count().to_string(),
        What::Period => it::when(series.period),
    }
}

fn value(observation: &Observation, indicator: &Indicator) -> String {
    observation.value.map_or_else(|| it::MISSING.to_owned(), |value| it::percent(value, indicator.decimals))
}

/// Where the greatest or the least value stands, and the value as ranked.
fn extreme(what: What, values: &[Observation], indicator: &Indicator) -> Option<(usize, Rounded)> {
    let rounded = values.iter().enumerate();
    let rounded = rounded.filter_map(|(at, value)| Some((at, value.value?.rounded(indicator.decimals))));
    match what {
        What::Max | What::MaxWho => rounded.max_by_key(|(_, value)| *value),
        _ => rounded.min_by_key(|(_, value)| *value),
    }
}

/// The names that have it, in words.
fn who(what: What, values: &[Observation], indicator: &Indicator, body: &Body, checked: &Checked) -> String {
    let Some((_, extreme)) = extreme(what, values, indicator) else { return it::MISSING.to_owned() };
    let name = |index: usize| match body {
        Body::Items(_) => indicator.items()[index].title.clone(),
        Body::Territories { .. } | Body::Table { .. } => {
            checked.territories.get(TerritoryId(index as u16)).name.clone()
        }
    };
    let has = |value: &Observation| value.value.map(|value| value.rounded(indicator.decimals)) == Some(extreme);
    let mut found: Vec<usize> = (0..values.len()).filter(|index| has(&values[*index])).collect();
    if matches!(body, Body::Territories { .. }) {
        found.sort_by_key(|index| checked.territories.alphabetical(TerritoryId(*index as u16)));
    }
    let names: Vec<String> = found.into_iter().map(name).collect();
    it::list(&names)
}
