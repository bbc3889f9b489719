//! A share that no count of its total gives.

use super::asked::{Asked, Place};
use super::fractions::as_written;

use crate::data::indicator::{Kind, Part};
use crate::data::number::Number;
use crate::data::status::Status;
use crate::diag::{Code, Diagnostic, Words};
use crate::words;

impl Asked<'_> {
    /// A share that no count of its total gives. National values are means, not shares of the total.
    pub(super) fn no_share(&self, faults: &mut Vec<Diagnostic>) {
        let known = match (&self.indicator.kind, self.part) {
            (Kind::Availability { .. }, Part::Territories) => self.indicator.definitions[self.series.definition].total,
            (Kind::Availability { .. }, Part::Items) => Some(self.territories.len() as u32),
            _ => None,
        };
        let mut none: Vec<(usize, Number, u32)> = Vec::new();
        // Those that say of how many they are: another total is a change, not an addition.
        let mut own_total: Vec<usize> = Vec::new();
        for (place, observation) in self.series.observations().iter().enumerate() {
            // A count has been held against its share already.
            let (Some(value), None) = (observation.value, observation.count) else { continue };
            if let Some(total) = observation.of.or(known).filter(|_| !is_approximate(observation.status))
                && value.count_up_to(total, if self.indicator.uncapped.is_some() { u32::MAX } else { total }).is_err()
            {
                own_total.extend(observation.of.map(|_| place));
                none.push((place, value, total));
            }
        }
        match none[..] {
            // So many of one total: it is the total that is wrong.
            [(first, _, total), _, _, ..] if none.iter().all(|(_, _, other)| *other == total) => {
                let name = |place: usize| self.name(Place::At(place));
                let list = none.iter().map(|(place, value, _)| format!("{} {}", name(*place), value.to_data()));
                let (count, list) = (none.len(), list.collect::<Vec<_>>().join(", "));
                let message = words!(
                    "{count} values of this file are no share of {total}: {list}",
                    "{count} valori di questo file non sono una quota di {total}: {list}"
                );
                let values: Vec<Number> = none.iter().map(|(_, value, _)| *value).collect();
                let hint = mend_all(&values, total, own_total.len() == values.len());
                faults.push(Diagnostic::new(Code::NoShare, self.written.at(first), message, hint));
            }
            _ => {
                for (place, value, total) in none {
                    let hint = mend_one(value, total, own_total.contains(&place));
                    let message = no_share_of(value, total);
                    faults.push(Diagnostic::new(Code::NoShare, self.written.at(place), message, hint));
                }
            }
        }
    }
}

/// Whether a status says that a value is about so much, or of something else.
const fn is_approximate(status: Status) -> bool {
    matches!(
        status,
        Status::Estimated | Status::Imputed | Status::LowReliability | Status::Unvalidated | Status::DefinitionDiffers
    )
}

/// "40 is no share of 16", with the shares on both sides.
fn no_share_of(value: Number, total: u32) -> Words {
    let shown = value.to_data();
    let Err((below, above)) = value.count_of(total) else { return Words::default() };
    let share = |count: u32| Number::share(count, total).map(|share| share.rounded(as_written(value).decimals));
    match share(below).zip(share(above)) {
        None => words!("{shown} of nothing is no share", "{shown} di niente non è una quota"),
        Some((less, more)) => words!(
            "{shown} is no share of {total}: {below} of {total} is {less}, {above} of {total} is {more}",
            "{shown} non è una quota di {total}: {below} su {total} è {less}, {above} su {total} è {more}"
        ),
    }
}

/// What to do about one value that is no share of a total: it may be rounded otherwise than it should, or be of another
/// total, not far off.
fn mend_one(value: Number, total: u32, own: bool) -> Words {
    let shown = value.to_data();
    let rounded = as_written(value);
    let Err((below, above)) = value.count_of(total) else { return Words::default() };
    // The nearest above first: it is halves that are rounded down.
    let near = [above, below].into_iter().find_map(|count| {
        let share = Number::share(count, total)?.rounded(as_written(value).decimals);
        (rounded.units.abs_diff(share.units) == 1).then_some((count, share))
    });
    let about = words!(
        "if the source says “about”, add `status: low-reliability`",
        "se la fonte dice «circa», aggiungi `status: low-reliability`"
    );
    let (about, circa) = (about.en, about.it);
    match (near, another_total(&[value], total)) {
        (Some((count, share)), _) => words!(
            "if it is {count} of {total}, write {share}, as shares are rounded half up; {about}",
            "se sono {count} su {total}, scrivi {share}: dalla metà in su si arrotonda per eccesso; {circa}"
        ),
        (None, Some((other, count))) if own => words!(
            "check it with its source: if it is {count} of {other}, which is {shown}, change `of` to {other}; {about}",
            "confrontalo con la fonte: se sono {count} su {other}, cioè {shown}, cambia `of` in {other}; {circa}"
        ),
        (None, Some((other, count))) => words!(
            "check it with its source: if it is {count} of {other}, which is {shown}, add `of: {other}`; {about}",
            "confrontalo con la fonte: se sono {count} su {other}, cioè {shown}, aggiungi `of: {other}`; {circa}"
        ),
        (None, None) if own => words!(
            "check it with its source, and change `of` to how many it is of; {about}",
            "confrontalo con la fonte, e scrivi in `of` su quanti è calcolato; {circa}"
        ),
        (None, None) => words!(
            "check it with its source, and say of how many it is with `of: ...`; {about}",
            "confrontalo con la fonte, e di’ con `of: ...` su quanti è calcolato; {circa}"
        ),
    }
}

/// What to do about many values that are no share of a total.
fn mend_all(values: &[Number], total: u32, own: bool) -> Words {
    match another_total(values, total) {
        Some((other, _)) if own => words!(
            "all of them are shares of {other}: if that is the total of the source, change `of` to {other} in each",
            "tutti sono quote di {other}: se è questo il totale della fonte, cambia `of` in {other} per ciascuno"
        ),
        Some((other, _)) => words!(
            "all of them are shares of {other}: if that is the total of the source, these values follow another version of the \
             definition, or have `of: {other}` each",
            "tutti sono quote di {other}: se è questo il totale della fonte, seguono un’altra versione della definizione, \
             oppure hanno ciascuno `of: {other}`"
        ),
        None => words!(
            "check the total with the source: `total` in indicators.yaml, or `of` beside a value",
            "confronta il totale con la fonte: `total` in indicators.yaml, oppure `of` accanto a un valore"
        ),
    }
}

/// A total near another one of which all values are shares, and the count that gives the first.
fn another_total(values: &[Number], total: u32) -> Option<(u32, u32)> {
    let near = (1..=5).flat_map(|apart| [total.checked_sub(apart), total.checked_add(apart)]).flatten();
    near.filter(|other| *other > 1).find_map(|other| {
        let counts: Option<Vec<u32>> = values.iter().map(|value| value.count_of(other).ok()).collect();
        Some((other, *counts?.first()?))
    })
}
