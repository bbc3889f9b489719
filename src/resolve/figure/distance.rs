//! How far each territory is from the whole: order, ties and sides of a figure of distances.

use crate::data::number::Number;
use crate::data::observation::Observation;
use crate::data::points::{Points, greatest};
use crate::diag::Language;
use crate::lang::{self, Extremes};
use std::cmp::{Ordering, Reverse};

/// The distances of the territories, in the order of their list.
pub struct Distances {
    language: Language,
    all: Vec<Option<Points>>,
}

impl Distances {
    /// The distances of values from that of the whole, with so many decimals; none where one of the two is missing.
    pub fn new(language: Language, national: &Observation, values: &[Observation], decimals: u8) -> Distances {
        Distances { language, all: values.iter().map(|value| Points::between(national, value, decimals)).collect() }
    }

    /// The distance of one territory.
    pub fn of(&self, index: usize) -> Option<Points> {
        self.all[index]
    }

    /// As printed; empty where there is none.
    pub fn printed(&self, index: usize) -> String {
        self.of(index).map_or_else(String::new, |points| lang::distance(self.language, points))
    }

    /// The distances that are known.
    pub fn known(&self) -> impl Iterator<Item = Points> {
        self.all.iter().copied().flatten()
    }

    /// Puts ranked territories in the order of their distances, those of one value too.
    pub fn sort(&self, ranked: &mut [(usize, u32)]) {
        ranked.sort_by_key(|(index, rank)| (*rank, Reverse(self.of(*index).map(Points::number))));
    }

    /// How many are above the whole, level with it and below.
    pub fn sides(&self) -> [usize; 3] {
        [Ordering::Greater, Ordering::Equal, Ordering::Less]
            .map(|side| self.known().filter(|points| points.direction() == side).count())
    }

    /// The furthest above and the furthest below, of ranked territories.
    pub fn extremes(&self, ranked: &[(usize, u32)], name: impl Fn(usize) -> String) -> Option<Extremes> {
        let known: Vec<(usize, Points)> =
            ranked.iter().filter_map(|(index, _)| Some((*index, self.of(*index)?))).collect();
        let most = greatest(&known, Points::number);
        let least = greatest(&known, |points| Number::ZERO.minus(points.number()));
        let (max, min) = (self.printed(*most.first()?), self.printed(*least.first()?));
        // Several that are below the last decimal print the same.
        let all = || known.iter().map(|(index, _)| *index).collect();
        let (most, least): (Vec<usize>, Vec<usize>) = if max == min { (all(), all()) } else { (most, least) };
        let names = |who: Vec<usize>| who.into_iter().map(&name).collect();
        Some(Extremes { max, max_who: names(most), min, min_who: names(least) })
    }
}
