//! Plausibility: the questions a careful colleague asks of figures that are possible and yet hardly true.
//!
//! Each question can be answered: the author says in a `note` that the figure is right, and readers see the note as
//! well. What can have no answer, such as 120% or a count above its total, is asked in `series`.

use super::swapped::swapped;
use crate::check::checked::{Body, Series};
use crate::check::context::Older;
use crate::check::observations::{Observed, Written};
use crate::data::comparability::{Change, Comparability, change, compare};
use crate::data::indicator::{Catalogue, Indicator, Kind, Part};
use crate::data::number::{Number, Rounded};
use crate::data::observation::{Cell, Observation};
use crate::data::points::Points;
use crate::data::status::Status;
use crate::data::territory::{Territories, TerritoryId};
use crate::diag::{Code, Diagnostic, Words};
use crate::files::Span;
use crate::words;

/// Fewer values than these that are all the same may well be.
const ENOUGH: usize = 5;

/// Asks about the figures of one edition, also against those of older ones, the newest of them first.
pub fn plausibility(
    edition: &Observed,
    older: &[Older<'_>],
    catalogue: &Catalogue,
    territories: &Territories,
    faults: &mut Vec<Diagnostic>,
) {
    let exchanged = swapped(edition, older, catalogue, faults);
    for (key, series) in &edition.series {
        let Some(written) = edition.written.get(key) else { continue };
        // Beyond what could not be read nothing is asked: it may be what came between.
        let is_read =
            |older: &&Older<'_>| !older.unread && (older.series.has(key) || !older.series.given.contains(key));
        let before = older.iter().take_while(is_read).filter_map(|older| {
            let series = older.series.series.get(key)?;
            Some(Before { edition: older.id, series, written: older.series.written.get(key)? })
        });
        let (indicator, part) = (&catalogue.indicators[key.0], key.1);
        let asked = Asked { indicator, part, series, written, before: before.collect(), territories };
        // What is counted from a table is not written, so it cannot be miswritten.
        if written.given {
            asked.all_the_same(faults);
            if asked.fractions(faults) {
                // They are wrong in every other way, too.
                continue;
            }
            asked.no_share(faults);
            asked.national_outside(faults);
            asked.sums(faults);
        }
        if !exchanged.contains(key) {
            asked.jumps(faults);
        }
    }
}

/// A series that is asked about.
struct Asked<'a> {
    indicator: &'a Indicator,
    part: Part,
    series: &'a Series,
    written: &'a Written,
    /// The same series in older editions, the newest of them first.
    before: Vec<Before<'a>>,
    territories: &'a Territories,
}

/// A series of an older edition.
struct Before<'a> {
    edition: &'a str,
    series: &'a Series,
    written: &'a Written,
}

/// Which observation of a series: the national one, or one by its place.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    National,
    At(usize),
}

impl Asked<'_> {
    /// A share that no count of its total gives. National values are means, not shares of the total.
    fn no_share(&self, faults: &mut Vec<Diagnostic>) {
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

    /// A mean lies between the least and the greatest of what it is a mean of. Where some are missing, they may be
    /// the ones.
    fn national_outside(&self, faults: &mut Vec<Diagnostic>) {
        let Body::Territories { national, values } = &self.series.body else { return };
        let decimals = self.indicator.decimals;
        let known: Vec<_> = values.iter().filter_map(|value| Some(value.value?.rounded(decimals))).collect();
        let (Some(value), Some(least), Some(greatest)) = (national.value, known.iter().min(), known.iter().max())
        else {
            return;
        };
        let value = value.rounded(decimals);
        if known.len() < values.len() || national.note.is_some() || (*least..=*greatest).contains(&value) {
            return;
        }
        let count = known.len();
        let message = words!(
            "the national value, {value}, is outside the range of its {count} territories, {least} to {greatest}",
            "il valore nazionale, {value}, è fuori dall’intervallo dei suoi {count} territori, da {least} a {greatest}"
        );
        let hint = words!(
            "check it with its source; if it is right, say why in a `note` on the national value",
            "confrontalo con la fonte; se è giusto, di’ perché in una nota (`note`) al valore nazionale"
        );
        faults.push(Diagnostic::new(Code::NationalOutside, self.at(Place::National), message, hint));
    }

    /// The counts of all parts that do not add up to that of the whole, or their totals to its total.
    fn sums(&self, faults: &mut Vec<Diagnostic>) {
        let Body::Territories { national, values } = &self.series.body else { return };
        let of_date = |value: &&Observation| value.period == national.period;
        if self.indicator.kind != Kind::Share || national.note.is_some() || !values.iter().all(|value| of_date(&value))
        {
            return;
        }
        let sum = |of: fn(&Observation) -> Option<u32>| -> Option<(u64, u64)> {
            let parts: Vec<u32> = values.iter().map(of).collect::<Option<_>>()?;
            let whole = of(national)?;
            // A part above the whole is a fault of its own.
            let fits = parts.iter().all(|part| *part <= whole);
            fits.then(|| (parts.into_iter().map(u64::from).sum(), u64::from(whole)))
        };
        let sums = [sum(|value| value.count), sum(|value| value.of)];
        if sums.iter().flatten().all(|(parts, whole)| parts == whole) {
            return;
        }
        let [counts, totals] = sums;
        let said = |which: fn((u64, u64)) -> u64| match (counts.map(which), totals.map(which)) {
            (Some(count), Some(total)) => words!("{count} of {total}", "{count} su {total}"),
            (one, other) => Words::same(one.or(other).unwrap_or_default().to_string()),
        };
        let (parts, whole) = (said(|sums| sums.0), said(|sums| sums.1));
        let (count, name) = (Words::same(values.len().to_string()), Words::same(&self.territories.national().name));
        let message = words!(
            "the {count} territories add up to {parts}; {name} has {whole}",
            "i {count} territori sommano a {parts}; {name} ha {whole}";
            count, name, parts, whole
        );
        let hint = words!(
            "check both with their sources; if both are right, say why in a `note` on the national value",
            "confronta entrambi con le fonti; se sono giusti, di’ perché in una nota (`note`) al valore nazionale"
        );
        faults.push(Diagnostic::new(Code::SumsDisagree, self.at(Place::National), message, hint));
    }

    /// A change that somebody will ask about, against the last value that may be compared.
    ///
    /// Only a note on the value answers: one on the file speaks of all of them, and was perhaps written for another.
    fn jumps(&self, faults: &mut Vec<Diagnostic>) {
        for (place, newer) in self.observations().filter(|(_, newer)| newer.note.is_none()) {
            let Some((points, before, older)) = self.last_change(place, newer) else { continue };
            let jump = Number::from(points.rounded()).magnitude();
            let (Some(was), Some(is), true) = (older.value, newer.value, jump >= self.indicator.jump) else { continue };
            let printed = |value: Number| value.rounded(self.indicator.decimals);
            let (name, edition) = (self.name(place), before.edition);
            let (was, is, jump) = (printed(was), printed(is), jump.to_data());
            let message = words!(
                "{name}: {was} in the edition {edition}, {is} here: a jump of {jump} points",
                "{name}: {was} nell’edizione {edition}, {is} qui: un salto di {jump} punti"
            );
            let hint = self.note_on(name);
            let fault = Diagnostic::new(Code::Jump, self.at(place), message, hint);
            let other = match place {
                Place::National => before.written.national.unwrap_or(before.written.file),
                Place::At(place) => before.written.at(self.place_in(place, before.series).unwrap_or(place)),
            };
            let when = older.period.iso();
            faults.push(fault.other(other, Words::same(when)));
        }
    }

    /// How a jump is answered: what is counted from a table has a place for a note in a file of its own.
    fn note_on(&self, name: &str) -> Words {
        if self.written.given {
            return words!(
                "check both with their sources; if both are right, say so in a `note` on this value: readers will ask",
                "confronta i due valori con le fonti; se sono giusti, dillo in una nota (`note`) a questo valore: chi \
                 legge se lo chiederà"
            );
        }
        let id = &self.indicator.id;
        match self.part {
            Part::Items => words!(
                "check both tables with their sources; if both are right, say so in {id}.items.yaml: `{name}: {{ note: ... }}`, \
                 and `others: table`",
                "confronta le due tabelle con le fonti; se sono giuste, dillo in {id}.items.yaml: `{name}: {{ note: ... }}`, e \
                 `others: table`"
            ),
            _ => words!(
                "check both tables with their sources; if both are right, give the values of the territories in {id}.yaml, \
                 this one with a `note`",
                "confronta le due tabelle con le fonti; se sono giuste, scrivi i valori dei territori in {id}.yaml, questo \
                 con una nota (`note`)"
            ),
        }
    }

    /// The change since the last known value that may be compared, in points; in which edition that one is.
    fn last_change(&self, place: Place, newer: &Observation) -> Option<(Points, &Before<'_>, &Observation)> {
        newer.value?;
        let mut between: Vec<&Observation> = Vec::new();
        for before in &self.before {
            let Some(older) = self.same(place, before.series) else { continue };
            let (was, is) = ((before.series.definition, older), (self.series.definition, newer));
            if let Change::Points { points, .. } = change(self.indicator, self.part, was, is, between.iter().copied()) {
                return Some((points, before, older));
            }
            between.push(older);
        }
        None
    }

    /// New figures are seldom the old ones; a copied file is, also where one of its values was taken away or the
    /// national one was made new.
    fn all_the_same(&self, faults: &mut Vec<Diagnostic>) {
        let Some(before) = self.before.first().filter(|_| self.series.note.is_none()) else { return };
        let Some((count, other_date)) = same_body(self.series, before.series) else { return };
        if count < ENOUGH || !other_date || !self.same_list(before.series) {
            return;
        }
        let edition = before.edition;
        let message = words!(
            "these {count} values are all the same as those of the edition {edition}",
            "questi {count} valori sono tutti uguali a quelli dell’edizione {edition}"
        );
        let hint = words!(
            "put the new figures in; if nothing has changed, say so in a `note` of the file",
            "inserisci i dati nuovi; se davvero non è cambiato nulla, dillo in una nota (`note`) del file"
        );
        let fault = Diagnostic::new(Code::SameAsBefore, self.written.file, message, hint).warning();
        faults.push(fault.other(before.written.file, words!("the older ones", "quelli precedenti")));
    }

    /// 0.41 in the place of 41, in all values of a file or in most of them; one alone is a jump. Whether any was found.
    fn fractions(&self, faults: &mut Vec<Diagnostic>) -> bool {
        let (one, small) = (Number::whole(1), self.before.first().is_some_and(|before| self.was_small(before)));
        let (mut typed, mut greater) = (Vec::new(), 0);
        for (place, observation) in self.observations() {
            match observation.value {
                Some(value) if value > one => greater += 1,
                Some(value) if observation.count.is_none() => typed.push((place, value)),
                _ => {}
            }
        }
        // One good value among them does not make the others good; but then it is the older ones that tell.
        if greater > 0 && !self.are_hundredths() {
            return false;
        }
        let found = typed.iter().find(|(_, value)| as_written(*value).decimals > 0);
        let Some(&(place, value)) = found.filter(|_| typed.len() >= 3 && !small && self.series.note.is_none()) else {
            return false;
        };
        let written = as_written(value);
        let meant = Number::from(Rounded { units: written.units * 100, ..written }).to_data();
        let (value, count, all) = (value.to_data(), typed.len(), typed.len() + greater);
        let message = match greater {
            0 => words!(
                "{value} is {value}%: all values of this file lie between 0 and 1",
                "{value} vuol dire {value}%: tutti i valori di questo file stanno tra 0 e 1"
            ),
            _ => words!(
                "{value} is {value}%: {count} of {all} values of this file lie between 0 and 1, about a hundredth of what they \
                 were",
                "{value} vuol dire {value}%: {count} valori di questo file su {all} stanno tra 0 e 1, circa un centesimo di \
                 quello che erano"
            ),
        };
        let hint = words!(
            "did you mean {meant}? Values are percentages; if they are as small as that, say so in a `note` of the file",
            "forse {meant}? I valori sono percentuali; se sono davvero così piccoli, dillo in una nota (`note`) del file"
        );
        faults.push(Diagnostic::new(Code::Fractions, self.at(place), message, hint));
        true
    }

    /// Whether two in three, or more, of the values that may be compared are about a hundredth of what they were: from
    /// half of that to twice as much. Zero is no part of anything, so it does not count.
    fn are_hundredths(&self) -> bool {
        let (mut compared, mut hundredths) = (0, 0);
        for (place, observation) in self.observations() {
            let (Some(value), Some((_, _, older))) = (observation.value, self.last_change(place, observation)) else {
                continue;
            };
            let Some(older) = older.value.map(Number::to_f64).filter(|older| *older > 1.0) else { continue };
            let times = value.to_f64() * 100.0 / older;
            compared += 1;
            hundredths += usize::from(value <= Number::whole(1) && (0.5..=2.0).contains(&times));
        }
        hundredths >= 3 && hundredths * 3 >= compared * 2
    }

    /// Whether an older series lies between 0 and 1 as well: then it is the measure that is small.
    fn was_small(&self, before: &Before<'_>) -> bool {
        let known: Vec<Number> = before.series.observations().iter().filter_map(|value| value.value).collect();
        let (older, newer) = (before.series, self.series);
        let compared = compare(self.indicator, (older.definition, older.period), (newer.definition, newer.period));
        known.len() >= 3
            && known.iter().all(|value| *value <= Number::whole(1))
            && !matches!(compared, Comparability::Broken(_))
    }

    /// The observations, the national one first; none of a table.
    fn observations(&self) -> impl Iterator<Item = (Place, &Observation)> {
        let national = match &self.series.body {
            Body::Territories { national, .. } => Some((Place::National, national)),
            Body::Items(_) | Body::Table { .. } => None,
        };
        let values = self.series.observations().iter().enumerate();
        national.into_iter().chain(values.map(|(place, value)| (Place::At(place), value)))
    }

    /// The observation of the same thing in another series of the indicator.
    fn same<'s>(&self, place: Place, other: &'s Series) -> Option<&'s Observation> {
        match (place, &other.body) {
            (Place::National, Body::Territories { national, .. }) => Some(national),
            (Place::National, _) => None,
            (Place::At(place), _) => other.observations().get(self.place_in(place, other)?),
        }
    }

    /// The place of the same thing in another series of the indicator: items may be listed elsewhere, or not at all.
    fn place_in(&self, place: usize, other: &Series) -> Option<usize> {
        if self.part == Part::Territories {
            return Some(place);
        }
        self.indicator.place_of(place, self.series.definition, other.definition)
    }

    /// Whether two series count the same items, or none.
    fn same_list(&self, other: &Series) -> bool {
        let items = |series: &Series| &self.indicator.definitions[series.definition].items;
        self.part == Part::Territories || items(self.series) == items(other)
    }

    fn at(&self, place: Place) -> Span {
        match place {
            Place::National => self.written.national.unwrap_or(self.written.file),
            Place::At(place) => self.written.at(place),
        }
    }

    fn name(&self, place: Place) -> &str {
        match place {
            Place::National => &self.territories.national().name,
            Place::At(place) if self.part == Part::Territories => &self.territories.get(TerritoryId(place as u16)).name,
            Place::At(place) => {
                self.indicator.items_of(self.series.definition).get(place).map_or("", |item| item.id.as_str())
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

/// A number with the decimals it takes to write it.
fn as_written(value: Number) -> Rounded {
    value.rounded(value.decimals().unwrap_or(6))
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

/// How many values two series both know, where all that the newer one knows are the same, and whether some have another
/// date. The national value is not among them: it may be new, or counted anew, above values that were copied.
fn same_body(newer: &Series, older: &Series) -> Option<(usize, bool)> {
    let values = |newer: &[Observation], older: &[Observation]| {
        let known = || newer.iter().zip(older).filter(|(newer, _)| newer.value.is_some());
        let same = newer.len() == older.len() && known().all(|(newer, older)| newer.value == older.value);
        same.then(|| (known().count(), known().any(|(newer, older)| newer.period != older.period)))
    };
    match (&newer.body, &older.body) {
        (Body::Territories { values: new, .. }, Body::Territories { values: old, .. })
        | (Body::Items(new), Body::Items(old)) => values(new, old),
        (Body::Table { cells: new, .. }, Body::Table { cells: old, .. }) => {
            let lengths = |cells: &[Vec<Cell>]| cells.iter().map(Vec::len).collect::<Vec<_>>();
            let pairs = || new.iter().flatten().zip(old.iter().flatten());
            let known = || pairs().filter(|(new, _)| **new != Cell::Missing);
            let same = lengths(new) == lengths(old) && known().all(|(new, old)| new == old);
            same.then(|| (known().count(), newer.period != older.period))
        }
        _ => None,
    }
}
