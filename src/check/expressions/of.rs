//! A series that an expression names, and its values as they are printed.

use crate::check::checked::{Body, Series};
use crate::data::indicator::{Indicator, Part};
use crate::data::number::{Number, Rounded};
use crate::data::observation::Observation;
use crate::data::points::Points;
use crate::data::value::Value;

/// A series that an expression names.
#[derive(Clone, Copy)]
pub(super) struct Of<'c> {
    pub(super) index: usize,
    pub(super) part: Part,
    pub(super) indicator: &'c Indicator,
    pub(super) series: &'c Series,
}

/// Which value of a series: that of the whole, or that of a row.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Which {
    National,
    Row(usize),
}

impl<'c> Of<'c> {
    /// Its observations, one a territory or one an item.
    pub(super) fn values(self) -> &'c [Observation] {
        self.series.observations()
    }

    /// The observation of one of them, or of the whole.
    pub(super) fn observation(self, which: Which) -> Option<&'c Observation> {
        match (which, &self.series.body) {
            (Which::Row(row), _) => self.values().get(row),
            (Which::National, Body::Territories { national, .. }) => Some(national),
            (Which::National, Body::Items(_) | Body::Table { .. }) => None,
        }
    }

    /// A value rounded as it is printed.
    pub(super) fn rounded(self, which: Which) -> Option<Rounded> {
        Some(self.observation(which)?.value?.rounded(self.indicator.decimals))
    }

    /// A value as a percentage.
    pub(super) fn share(self, value: Rounded) -> Value {
        Value::Share { value: Number::from(value), decimals: self.indicator.decimals }
    }

    /// The rows that have a value, each with its value as printed.
    pub(super) fn known(self) -> impl Iterator<Item = (usize, Rounded)> {
        (0..self.values().len()).filter_map(move |row| Some((row, self.rounded(Which::Row(row))?)))
    }

    /// The greatest value as printed, or the least.
    pub(super) fn extreme(self, greatest: bool) -> Option<Rounded> {
        let values = self.known().map(|(_, value)| value);
        if greatest { values.max() } else { values.min() }
    }

    /// How far the least value is from the greatest.
    pub(super) fn spread(self) -> Value {
        let known = self.values().iter().filter(|one| one.value.is_some());
        let exact: Option<Vec<(Number, &Observation)>> = known.clone().map(|one| Some((one.exact?, one))).collect();
        // Where one is known as printed alone, nobody knows who is first among those that print the same.
        let ends = match exact {
            Some(all) => {
                let least = all.iter().min_by_key(|(exact, _)| *exact);
                least.zip(all.iter().max_by_key(|(exact, _)| *exact)).map(|(least, most)| [least.1, most.1])
            }
            None => None,
        };
        match (ends, self.extreme(true), self.extreme(false)) {
            (Some([least, most]), ..) => Points::between(least, most, self.indicator.decimals)
                .map_or(Value::Missing, |points| self.points(points)),
            (None, Some(most), Some(least)) => {
                let value = Number::from(most).minus(Number::from(least));
                Value::Points { value, decimals: self.indicator.decimals }
            }
            _ => Value::Missing,
        }
    }

    /// A difference in percentage points.
    pub(super) fn points(self, points: Points) -> Value {
        Value::Points { value: points.as_printed(), decimals: self.indicator.decimals }
    }
}
