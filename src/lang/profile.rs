//! One territory among the others, before it is said in a language.

use crate::data::territory::Territory;

/// Words of a territory's profile that do not change with the data.
#[derive(Debug)]
pub struct ProfileTerms {
    /// The head of the column of indicators.
    pub indicator: &'static str,
    /// The head of the column of changes.
    pub change: &'static str,
    /// What stands before the dates from which changes are counted.
    pub since: &'static str,
    /// What stands in the place of what cannot be reckoned.
    pub none: &'static str,
}

/// How the values of one territory compare with those of the whole.
#[derive(Debug)]
pub struct ProfileFacts<'f> {
    /// The territory.
    pub territory: &'f Territory,
    /// The whole.
    pub national: &'f Territory,
    /// How many indicators there are.
    pub indicators: usize,
    /// In how many indicators the value of the territory is known.
    pub known: usize,
    /// In how many it is above that of the whole, as printed.
    pub above: usize,
    /// In how many it prints as that of the whole.
    pub level: usize,
    /// In how many it is below that of the whole, as printed.
    pub below: usize,
}

impl ProfileFacts<'_> {
    /// How many values are above, level and below, and how many are none of these, because the value of the whole is
    /// not known.
    pub(super) fn ways(&self) -> [usize; 4] {
        let &ProfileFacts { known, above, level, below, .. } = self;
        [above, level, below, known - above - level - below]
    }
}
