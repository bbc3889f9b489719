//! One territory among the others, in English.

use super::counted;
use crate::data::territory::Territory;
use crate::lang::facts::upper;
use crate::lang::profile::{ProfileFacts, ProfileTerms};

/// Words that do not change with the data.
pub const PROFILE_TERMS: ProfileTerms =
    ProfileTerms { indicator: "Indicator", change: "Change", since: "Change since the values before", none: "–" };

/// `The North East in figures`
pub fn in_figures(territory: &Territory) -> String {
    format!("{} in figures", upper(&territory.article))
}

/// `12th of 17`
pub fn among(place: &str, of: usize) -> String {
    format!("{place} of {of}")
}

/// How the values of a territory stand to those of the whole.
pub fn profile_summary(facts: &ProfileFacts<'_>) -> String {
    let (of, all) = (&facts.territory.genitive, counted(facts.indicators, "indicator", "indicators"));
    if facts.known == 0 {
        return format!("Of {all}, the value {of} is known for none.");
    }
    let whole = &facts.national.genitive;
    let ways = [
        (facts.above, format!("above that {whole}")),
        (facts.level, format!("level with that {whole}")),
        (facts.below, format!("below that {whole}")),
    ];
    facts.told(format!("Of {all}, the value {of} is known in {}", facts.known), &ways, " in ")
}
