//! One territory among the others, before it is said in a language.

use crate::data::territory::Territory;

/// Words of a territory's profile that do not change with the data.
#[derive(Debug)]
pub struct ProfileTerms {
    /// Head of the column of indicators.
    pub indicator: &'static str,
    /// Head of the column of changes.
    pub change: &'static str,
    /// Before the dates from which changes are counted.
    pub since: &'static str,
    /// In the place of what cannot be reckoned.
    pub none: &'static str,
}

/// How the values of one territory stand to those of the whole.
#[derive(Debug)]
pub struct ProfileFacts<'f> {
    /// The territory.
    pub territory: &'f Territory,
    /// The whole.
    pub national: &'f Territory,
    /// How many indicators there are.
    pub indicators: usize,
    /// In how many its value is known.
    pub known: usize,
    /// In how many it is above that of the whole, as printed.
    pub above: usize,
    /// The same.
    pub level: usize,
    /// Below.
    pub below: usize,
}

impl ProfileFacts<'_> {
    /// Above, level, below and, where the value of the whole is not known, neither.
    pub(super) fn ways(&self) -> [usize; 4] {
        let &ProfileFacts { known, above, level, below, .. } = self;
        [above, level, below, known - above - level - below]
    }
}
