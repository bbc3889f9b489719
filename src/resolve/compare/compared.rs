//! Two series of one indicator held against each other, row by row: what moved, what stayed, what may not be compared.

use crate::check::{Body, Checked, EditionData, Series};
use crate::data::comparability::{Break, Change, Comparability, change, compare};
use crate::data::indicator::{Indicator, Part};
use crate::data::number::{Number, Rounded};
use crate::data::observation::Observation;
use crate::data::points::{Points, Rounding};
use crate::data::territory::TerritoryId;
use crate::diag::Language;
use crate::lang::{self, ChangeFacts, Moved, change_terms, terms};
use crate::resolve::figure::rank::ranking;
use serde::Serialize;
use std::cmp::{Ordering, Reverse};

/// A series and its edition.
#[derive(Clone, Copy)]
pub struct Side<'c> {
    /// The edition.
    pub edition: &'c EditionData,
    /// The series in it.
    pub series: &'c Series,
}

/// Two series held against each other: shares of territories or of items.
pub struct Compared<'c> {
    /// The language of its words.
    pub language: Language,
    /// What is measured.
    pub indicator: &'c Indicator,
    /// The part of it: territories, items, or the table of both.
    pub part: Part,
    /// The older, then the newer.
    pub sides: [Side<'c>; 2],
    /// Whether the two measure the same.
    pub comparability: Comparability,
    /// What came between the two, where no value of the one may be compared with one of the other.
    pub broken: Option<Break>,
    /// Every row, those with the greatest new value first, then those that have only an old one, then the others.
    pub rows: Vec<Row<'c>>,
    /// Whether ranks may be held against each other: the same territories have a value, and all may be compared.
    pub same_ranks: bool,
}

/// What a row speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The whole.
    National,
    /// A territory.
    Territory(TerritoryId),
    /// An item, by its place among those of all definitions.
    Item(usize),
}

/// One row: the two observations, as printed, and what may be said of them.
pub struct Row<'c> {
    /// What it speaks of.
    pub who: Who,
    /// The older observation, then the newer; none where an item is not listed.
    pub observations: [Option<&'c Observation>; 2],
    /// Their values as printed.
    pub printed: [Option<Rounded>; 2],
    /// What came between them.
    pub difference: Difference,
    /// Their places among the territories, where there are ranks and they have a value.
    pub places: [Option<SharedPlace>; 2],
}

/// What came between two observations, without its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Greater than before.
    Rose,
    /// Less than before.
    Fell,
    /// As before.
    Unchanged,
    /// The older value once more, with its own date: nobody has measured again.
    Repeated,
    /// Without a value before.
    Appeared,
    /// Without a value now.
    Vanished,
    /// Without a value in both.
    Absent,
    /// With two values that may not be compared.
    Refused,
}

/// What came between two observations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// New less old.
    Points(Points),
    /// The older value once more, with its own date: nobody has measured again.
    Repeated,
    /// There was no value, and there is one.
    Appeared,
    /// There was a value, and there is none.
    Vanished,
    /// There was none and is none.
    Absent,
    /// Both are there, but may not be compared.
    Refused(Break),
}

/// A place among the territories, which several may share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedPlace {
    /// Counted from 1; rows of one value share it.
    pub rank: u32,
    /// How many share it.
    pub tied: u32,
}

impl SharedPlace {
    /// Whether two places have none in common: four that share the 9th hold the places from 9 to 12.
    pub fn is_other(self, than: SharedPlace) -> bool {
        self.rank + self.tied <= than.rank || than.rank + than.tied <= self.rank
    }
}

/// Whether two series may be compared, the older first.
pub fn comparability(indicator: &Indicator, [old, new]: [&Series; 2]) -> Comparability {
    compare(indicator, (old.definition, old.period), (new.definition, new.period))
}

/// Holds two series of one indicator and part against each other; none for tables. `between` are the same series in
/// the editions between the two.
pub fn compared<'c>(
    checked: &'c Checked,
    part: Part,
    sides: [Side<'c>; 2],
    between: &[&'c Series],
    language: Language,
) -> Option<Compared<'c>> {
    let [old, new] = sides.map(|side| side.series);
    let indicator = &checked.catalogue.indicators[new.indicator];
    let territories = (0..checked.territories.len()).map(|id| Who::Territory(TerritoryId(id as u16)));
    let whos: Vec<Who> = match part {
        Part::Territories => std::iter::once(Who::National).chain(territories).collect(),
        Part::Items => (0..indicator.items().len()).map(Who::Item).collect(),
        Part::Table => return None,
    };
    let mut rows = Vec::with_capacity(whos.len());
    for who in whos {
        let observations = [old, new].map(|series| observation(indicator, series, who));
        if observations == [None, None] {
            continue;
        }
        let between = between.iter().filter_map(|series| observation(indicator, series, who));
        let printed = observations.map(|value| value?.value.map(|value| value.rounded(indicator.decimals)));
        let difference = match observations {
            [Some(was), Some(is)] => difference((indicator, part), [(old, was), (new, is)], between, printed),
            _ => known(printed),
        };
        rows.push(Row { who, observations, printed, difference, places: [None; 2] });
    }
    let comparability = comparability(indicator, [old, new]);
    let broken = broken(&comparability, &rows);
    let same_ranks = broken.is_none() && places(&mut rows, indicator.decimals, checked);
    rows.sort_by_key(|row| {
        let order = match row.who {
            Who::National => 0,
            Who::Territory(id) => 1 + usize::from(checked.territories.alphabetical(id)),
            Who::Item(place) => place,
        };
        (Reverse(row.value(1)), Reverse(row.value(0)), order)
    });
    Some(Compared { language, indicator, part, sides, comparability, broken, rows, same_ranks })
}

/// What came between two series, where nothing of the one may be compared with the other: every value may have its own
/// reason, such as another total, and one for all is a reason of the series.
fn broken(comparability: &Comparability, rows: &[Row<'_>]) -> Option<Break> {
    if let Comparability::Broken(between) = *comparability {
        return Some(between);
    }
    let mut found = None;
    for row in rows {
        match row.difference {
            Difference::Refused(between) if found.is_none_or(|found| found == between) => found = Some(between),
            Difference::Appeared | Difference::Vanished | Difference::Absent => {}
            Difference::Points(_) | Difference::Repeated | Difference::Refused(_) => return None,
        }
    }
    found
}

/// The series of one indicator and part in the editions between two, which are named by their places in the
/// collection.
pub fn between(checked: &Checked, newer: usize, older: usize, key: (usize, Part)) -> Vec<&Series> {
    checked.editions[newer + 1..older].iter().filter_map(|edition| edition.series.get(&key)).collect()
}

/// What a series says of one row; none where it does not list it.
pub fn observation<'s>(indicator: &Indicator, series: &'s Series, who: Who) -> Option<&'s Observation> {
    match (who, &series.body) {
        (Who::National, Body::Territories { national, .. }) => Some(national),
        (Who::Territory(id), Body::Territories { values, .. }) => values.get(usize::from(id.0)),
        (Who::Item(item), Body::Items(values)) => {
            values.get(indicator.definitions[series.definition].items.iter().position(|listed| *listed == item)?)
        }
        _ => None,
    }
}

impl Kind {
    /// The word in data files.
    pub const fn word(self) -> &'static str {
        match self {
            Kind::Rose => "rose",
            Kind::Fell => "fell",
            Kind::Unchanged => "unchanged",
            Kind::Repeated => "repeated",
            Kind::Appeared => "appeared",
            Kind::Vanished => "vanished",
            Kind::Absent => "absent",
            Kind::Refused => "refused",
        }
    }
}

impl Row<'_> {
    /// A value before it was rounded.
    pub fn value(&self, side: usize) -> Option<Number> {
        self.observations[side]?.value
    }

    /// A value as printed: "n.d." where it is missing, a dash where the row is not listed.
    pub fn print(&self, compared: &Compared<'_>, side: usize) -> String {
        match (self.printed[side], self.observations[side]) {
            (Some(value), _) => compared.print(value),
            (None, Some(_)) => terms(compared.language).missing.to_owned(),
            (None, None) => change_terms(compared.language).unlisted.to_owned(),
        }
    }

    /// What came between the two in words: "+26 punti", "prima n.d."; nothing where there was nothing and is nothing.
    pub fn words(&self, language: Language) -> String {
        let terms = change_terms(language);
        let words = match (&self.difference, self.observations) {
            (Difference::Points(points), _) => return lang::difference(language, *points),
            (Difference::Absent, _) => "",
            (Difference::Repeated, _) => terms.repeated,
            (Difference::Refused(_), _) => terms.refused,
            (Difference::Appeared, [None, _]) => terms.listed,
            (Difference::Appeared, _) => terms.appeared,
            (Difference::Vanished, [_, None]) => terms.no_longer_listed,
            (Difference::Vanished, _) => terms.vanished,
        };
        words.to_owned()
    }
}

impl Difference {
    /// Without its size.
    pub fn kind(&self) -> Kind {
        match self {
            Difference::Points(points) => match points.direction() {
                Ordering::Greater => Kind::Rose,
                Ordering::Equal => Kind::Unchanged,
                Ordering::Less => Kind::Fell,
            },
            Difference::Repeated => Kind::Repeated,
            Difference::Appeared => Kind::Appeared,
            Difference::Vanished => Kind::Vanished,
            Difference::Absent => Kind::Absent,
            Difference::Refused(_) => Kind::Refused,
        }
    }
}

impl Compared<'_> {
    /// Code and name of a row.
    pub fn called<'c>(&'c self, checked: &'c Checked, who: Who) -> (&'c str, &'c str) {
        let of = match who {
            Who::National => checked.territories.national(),
            Who::Territory(id) => checked.territories.get(id),
            Who::Item(place) => {
                let item = &self.indicator.items()[place];
                return (&item.id, &item.title);
            }
        };
        (&of.code, &of.name)
    }

    /// A value of this indicator as printed.
    pub fn print(&self, value: Rounded) -> String {
        lang::percent(self.language, value.into(), self.indicator.decimals)
    }

    /// What must be said of its differences.
    pub fn rounding(&self) -> Rounding {
        let of = |row: &Row<'_>| if let Difference::Points(points) = row.difference { Some(points) } else { None };
        Rounding::of(self.rows.iter().filter_map(of))
    }

    /// What its sentences are made of.
    pub fn facts<'f>(&'f self, checked: &'f Checked) -> ChangeFacts<'f> {
        let called = match self.part {
            Part::Items => lang::items(self.language),
            Part::Territories | Part::Table => lang::called(self.language, &checked.territories),
        };
        let periods = self.sides.map(|side| side.series.period);
        let mut facts = ChangeFacts::new(periods, called, checked.territories.is_built_in());
        facts.broken = self.broken.map(|between| lang::broken(self.language, between));
        for row in &self.rows {
            let (_, name) = self.called(checked, row.who);
            let with = |value: Rounded| format!("{name} ({})", self.print(value));
            match (&row.difference, row.printed) {
                (Difference::Points(points), [Some(old), Some(new)]) => {
                    let moved = self.moved(checked, row.who, [old, new], *points);
                    match row.who {
                        Who::National => facts.national = Some(moved),
                        Who::Territory(_) | Who::Item(_) => facts.moved.push(moved),
                    }
                }
                (Difference::Repeated, [_, Some(new)]) => facts.repeated.push(with(new)),
                (Difference::Appeared, [_, Some(new)]) => facts.appeared.push(with(new)),
                (Difference::Vanished, [Some(old), _]) => facts.vanished.push(with(old)),
                (Difference::Refused(_), _) => facts.refused.push(name.to_owned()),
                _ => facts.absent.push(name.to_owned()),
            }
        }
        facts
    }

    fn moved<'f>(&'f self, checked: &'f Checked, who: Who, [old, new]: [Rounded; 2], difference: Points) -> Moved<'f> {
        let territory = match who {
            Who::National => Some(checked.territories.national()),
            Who::Territory(id) => Some(checked.territories.get(id)),
            Who::Item(_) => None,
        };
        let (_, name) = self.called(checked, who);
        Moved { name, territory, old: self.print(old), new: self.print(new), difference }
    }
}

fn difference<'o>(
    (indicator, part): (&Indicator, Part),
    [(was, old), (is, new)]: [(&Series, &Observation); 2],
    between: impl Iterator<Item = &'o Observation>,
    printed: [Option<Rounded>; 2],
) -> Difference {
    match change(indicator, part, (was.definition, old), (is.definition, new), between) {
        Change::Refused(between) => Difference::Refused(between),
        // Two values of one date, though their series are not.
        Change::Points { points, .. }
            if points.direction().is_eq() && was.period != is.period && old.period == new.period =>
        {
            Difference::Repeated
        }
        Change::Points { points, .. } => Difference::Points(points),
        Change::Unknown => known(printed),
    }
}

/// Which of two is known, where not both are.
fn known(printed: [Option<Rounded>; 2]) -> Difference {
    match printed {
        [None, Some(_)] => Difference::Appeared,
        [Some(_), _] => Difference::Vanished,
        [None, None] => Difference::Absent,
    }
}

/// Gives every territory with a value its place in each edition, and says whether places may be compared.
fn places(rows: &mut [Row<'_>], decimals: u8, checked: &Checked) -> bool {
    let of = |row: &Row<'_>| if let Who::Territory(id) = row.who { Some(id) } else { None };
    for side in 0..2 {
        let values: Vec<Option<Number>> =
            rows.iter().map(|row| row.value(side).filter(|_| of(row).is_some())).collect();
        let ranked =
            ranking(&values, decimals, |index| of(&rows[index]).map(|id| checked.territories.alphabetical(id)));
        for &(index, rank) in &ranked {
            let tied = ranked.iter().filter(|(_, other)| *other == rank).count() as u32;
            rows[index].places[side] = Some(SharedPlace { rank, tied });
        }
    }
    let mut territories = rows.iter().filter(|row| of(row).is_some()).peekable();
    territories.peek().is_some()
        && territories
            .all(|row| matches!(row.difference, Difference::Points(_) | Difference::Repeated | Difference::Absent))
}
