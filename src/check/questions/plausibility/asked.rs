//! A series that is asked about, beside what it was in older editions.

use crate::check::checked::{Body, Series};
use crate::check::context::Older;
use crate::check::observations::Written;
use crate::data::comparability::{Change, change};
use crate::data::indicator::{Indicator, Part};
use crate::data::observation::Observation;
use crate::data::points::Points;
use crate::data::territory::{Territories, TerritoryId};
use crate::files::Span;

/// A series that is asked about.
pub(super) struct Asked<'a> {
    pub(super) indicator: &'a Indicator,
    pub(super) part: Part,
    pub(super) series: &'a Series,
    pub(super) written: &'a Written,
    /// The indicator's place and the part, by which editions keep the series.
    pub(super) key: (usize, Part),
    /// The older editions, the newest of them first.
    pub(super) older: &'a [Older<'a>],
    pub(super) territories: &'a Territories,
}

/// A series of an older edition.
#[derive(Clone, Copy)]
pub(super) struct Before<'a> {
    pub(super) edition: &'a str,
    pub(super) series: &'a Series,
    pub(super) written: &'a Written,
}

/// Which observation of a series: the national one, or one by its place.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    National,
    At(usize),
}

impl<'a> Asked<'a> {
    /// The series as it was in older editions, the newest of them first; as far as it is wanted, for there may be
    /// hundreds. Beyond what could not be read nothing is asked: it may be what came between.
    pub(super) fn before(&self) -> impl Iterator<Item = Before<'a>> + use<'a> {
        let (key, older) = (self.key, self.older);
        let is_read =
            move |older: &&Older<'_>| !older.unread && (older.series.has(&key) || !older.series.given.contains(&key));
        older.iter().take_while(is_read).filter_map(move |older| {
            let series = older.series.series.get(&key)?;
            Some(Before { edition: older.id, series, written: older.series.written.get(&key)? })
        })
    }

    /// The change since the last known value that may be compared, in points; in which edition that one is.
    pub(super) fn last_change(
        &self,
        place: Place,
        newer: &Observation,
    ) -> Option<(Points, Before<'a>, &'a Observation)> {
        newer.value?;
        let mut between: Vec<&Observation> = Vec::new();
        for before in self.before() {
            let Some(older) = self.same(place, before.series) else { continue };
            let (was, is) = ((before.series.definition, older), (self.series.definition, newer));
            if let Change::Points { points, .. } = change(self.indicator, self.part, was, is, between.iter().copied()) {
                return Some((points, before, older));
            }
            between.push(older);
        }
        None
    }

    /// The observations, the national one first; none of a table.
    pub(super) fn observations(&self) -> impl Iterator<Item = (Place, &Observation)> {
        let national = match &self.series.body {
            Body::Territories { national, .. } => Some((Place::National, national)),
            Body::Items(_) | Body::Table { .. } => None,
        };
        let values = self.series.observations().iter().enumerate();
        national.into_iter().chain(values.map(|(place, value)| (Place::At(place), value)))
    }

    /// The observation of a thing in another series of the indicator.
    fn same<'s>(&self, place: Place, other: &'s Series) -> Option<&'s Observation> {
        match (place, &other.body) {
            (Place::National, Body::Territories { national, .. }) => Some(national),
            (Place::National, _) => None,
            (Place::At(place), _) => other.observations().get(self.place_in(place, other)?),
        }
    }

    /// The place of a thing in another series of the indicator: items may be listed elsewhere, or not at all.
    pub(super) fn place_in(&self, place: usize, other: &Series) -> Option<usize> {
        if self.part == Part::Territories {
            return Some(place);
        }
        self.indicator.place_of(place, self.series.definition, other.definition)
    }

    /// Whether two series count the same items, or none.
    pub(super) fn same_list(&self, other: &Series) -> bool {
        let items = |series: &Series| &self.indicator.definitions[series.definition].items;
        self.part == Part::Territories || items(self.series) == items(other)
    }

    /// Where an observation is written.
    pub(super) fn at(&self, place: Place) -> Span {
        match place {
            Place::National => self.written.national.unwrap_or(self.written.file),
            Place::At(place) => self.written.at(place),
        }
    }

    /// The name of a territory, the whole, or the key of an item.
    pub(super) fn name(&self, place: Place) -> &str {
        match place {
            Place::National => &self.territories.national().name,
            Place::At(place) if self.part == Part::Territories => &self.territories.get(TerritoryId(place as u16)).name,
            Place::At(place) => {
                self.indicator.items_of(self.series.definition).get(place).map_or("", |item| item.id.as_str())
            }
        }
    }
}
