//! One territory among the others, in Italian.

use super::counted;
use crate::data::territory::Territory;
use crate::lang::facts::upper;
use crate::lang::profile::{ProfileFacts, ProfileTerms};

/// Words that do not change with the data.
pub const PROFILE_TERMS: ProfileTerms =
    ProfileTerms {
        indicator: "Indicatore", change: "Variazione", since: "Variazione dai valori di prima", none: "–"
    };

/// `L’Umbria in cifre`
pub fn in_figures(territory: &Territory) -> String {
    format!("{} in cifre", upper(&territory.article))
}

/// `12ª su 17`
pub fn among(place: &str, of: usize) -> String {
    format!("{place} su {of}")
}

/// How the values of a territory stand to those of the whole.
pub fn profile_summary(facts: &ProfileFacts<'_>) -> String {
    let (of, all) = (&facts.territory.genitive, counted(facts.indicators, "indicatore", "indicatori"));
    if facts.known == 0 {
        return format!("Di {all}, il valore {of} non è noto per nessuno.");
    }
    let whole = &facts.national.genitive;
    let ways = [
        (facts.above, format!("sopra quello {whole}")),
        (facts.level, format!("pari a quello {whole}")),
        (facts.below, format!("sotto quello {whole}")),
    ];
    facts.told(format!("Su {all}, il valore {of} è noto in {}", facts.known), &ways, " in ")
}
