//! One territory among the others, in English.

use crate::data::territory::Territory;
use crate::lang::facts::upper;
use crate::lang::profile::{ProfileFacts, ProfileTerms};

/// Words that do not change with the data.
pub const PROFILE_TERMS: ProfileTerms =
    ProfileTerms { indicator: "Indicator", change: "Change", since: "Change from the previous values", none: "–" };

/// `The North East in figures`
pub fn in_figures(territory: &Territory) -> String {
    format!("{} in figures", upper(&territory.article))
}

/// A rank and how many have one: `12th of 17`.
pub fn among(place: &str, of: usize) -> String {
    format!("{place} of {of}")
}

/// How the values of a territory compare with those of the whole.
pub fn profile_summary(facts: &ProfileFacts<'_>) -> String {
    let (of, whole) = (&facts.territory.genitive, &facts.national.genitive);
    let ways = facts.ways();
    let only = ways.iter().position(|count| *count == facts.known).filter(|_| facts.known > 0);
    let short = ["above", "level", "below"];
    let long = |way: usize| format!("{} that {whole}", ["above", "level with", "below"][way]);
    if facts.indicators == 1 {
        return match only {
            None => format!("The value {of} is not known."),
            Some(3) => format!("The value {of} is known, that {whole} is not."),
            Some(way) => format!("The value {of} is {}.", long(way)),
        };
    }
    let all = facts.indicators;
    let known = match facts.known {
        0 => return format!("The value {of} is known for none of the {all} indicators."),
        known if known == all && all == 2 => "both indicators".to_owned(),
        known if known == all => format!("all {all} indicators"),
        known => format!("{known} of {all} indicators"),
    };
    let text = format!("The value {of} is known for {known}");
    match only {
        Some(3) => format!("{text}; that {whole} is not known."),
        Some(way) if facts.known > 1 => format!("{text}, always {}.", long(way)),
        Some(way) => format!("{text}, {}.", long(way)),
        None => {
            // The whole is named once.
            let mut said: Vec<String> = Vec::new();
            for (way, count) in ways[..3].iter().enumerate().filter(|(_, count)| **count > 0) {
                let words = if said.is_empty() { long(way) } else { short[way].to_owned() };
                said.push(format!("{words} in {count}"));
            }
            let unknown = match ways[3] {
                0 => String::new(),
                count => format!("; in {count} that {whole} is not known"),
            };
            format!("{text}: {}{unknown}.", said.join(", "))
        }
    }
}
