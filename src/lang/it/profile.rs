//! One territory among the others, in Italian.

use super::counted;
use crate::data::territory::Territory;
use crate::lang::facts::upper;
use crate::lang::profile::{ProfileFacts, ProfileTerms};

/// Words that do not change with the data.
pub const PROFILE_TERMS: ProfileTerms = ProfileTerms {
    indicator: "Indicatore",
    change: "Variazione",
    since: "Variazione rispetto ai valori precedenti",
    none: "–",
};

/// `L’Umbria in cifre`
pub fn in_figures(territory: &Territory) -> String {
    format!("{} in cifre", upper(&territory.article))
}

/// A rank and how many have one: `12ª su 17`.
pub fn among(place: &str, of: usize) -> String {
    format!("{place} su {of}")
}

/// How the values of a territory compare with those of the whole.
pub fn profile_summary(facts: &ProfileFacts<'_>) -> String {
    let (of, whole) = (&facts.territory.genitive, &facts.national.genitive);
    let ways = facts.ways();
    let only = ways.iter().position(|count| *count == facts.known).filter(|_| facts.known > 0);
    let short = ["sopra", "pari", "sotto"];
    let long = |way: usize| format!("{} quello {whole}", ["sopra", "pari a", "sotto"][way]);
    if facts.indicators == 1 {
        return match only {
            None => format!("Il valore {of} non è noto."),
            Some(3) => format!("Il valore {of} è noto, quello {whole} no."),
            Some(way) => format!("Il valore {of} è {}.", long(way)),
        };
    }
    let all = facts.indicators;
    let known = match facts.known {
        0 => return format!("Il valore {of} non è noto per nessuno dei {all} indicatori."),
        known if known == all && all == 2 => "entrambi gli indicatori".to_owned(),
        known if known == all => format!("tutti e {all} gli indicatori"),
        known => format!("{} su {all}", counted(known, "indicatore", "indicatori")),
    };
    let text = format!("Il valore {of} è noto per {known}");
    match only {
        Some(3) => format!("{text}; quello {whole} non è noto."),
        Some(way) if facts.known > 1 => format!("{text}, sempre {}.", long(way)),
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
                count => format!("; in {count} quello {whole} non è noto"),
            };
            format!("{text}: {}{unknown}.", said.join(", "))
        }
    }
}
