//! Territories at their places: each with its value, its step of the scale and its rank.

use super::notes::Notes;
use crate::chart::{Labelled, Place, Places, Whole};
use crate::data::number::{Number, Rounded};
use crate::data::observation::Observation;
use crate::data::territory::{Called, Territories, TerritoryId};
use crate::diag::Language;
use crate::lang::{self, Extremes, place_terms, terms};
use crate::theme::STEPS;

/// What is known of the territories of a figure.
pub struct Known<'k> {
    /// Language of the words.
    pub language: Language,
    /// Decimals of values.
    pub decimals: u8,
    /// The territories.
    pub territories: &'k Territories,
    /// How sentences call one.
    pub called: &'k Called,
    /// The value of the whole.
    pub national: &'k Observation,
    /// The others, in the order of their list.
    pub values: &'k [Observation],
    /// Their values, rounded as they are printed.
    pub rounded: &'k [Option<Rounded>],
    /// The territories with a value and their ranks, the greatest first.
    pub ranked: &'k [(usize, u32)],
    /// The greatest value and the least, and who has them.
    pub extremes: Option<Extremes>,
    /// The end of the scale, which begins at zero.
    pub scale: Number,
    /// Territories that are marked.
    pub highlight: &'k [TerritoryId],
}

/// Places them. Notes are those of the figure: a name that has its mark there has it here.
pub fn places(known: &Known<'_>, notes: &mut Notes) -> Places {
    let &Known { language, territories, scale, .. } = known;
    let bounds: [Number; STEPS + 1] =
        std::array::from_fn(|step| Number::nearest(scale.to_f64() * step as f64 / STEPS as f64).unwrap_or(scale));
    let decimals = bounds.iter().filter_map(|bound| bound.decimals()).max().unwrap_or_default();
    let steps =
        std::array::from_fn(|step| lang::step(language, bounds[step], bounds[step + 1], decimals, step + 1 == STEPS));
    let units = territories.iter().map(|(id, territory)| {
        let index = usize::from(id.0);
        let printed = printed(known, &known.values[index]);
        let rank = known.ranked.iter().find(|(other, _)| *other == index);
        let rank = rank.map_or_else(String::new, |(_, rank)| format!(" ({})", lang::rank(language, *rank)));
        Place {
            label: Labelled { name: territory.name.clone(), mark: notes.mark(&territory.name, &known.values[index]) },
            short: territory.short.clone(),
            tile: territory.tile.unwrap_or_default(),
            step: known.rounded[index].map(|value| step(value, scale)),
            said: format!("{}: {printed}{rank}", territory.name),
            printed,
            highlight: known.highlight.contains(&id),
        }
    });
    let whole = territories.national();
    let own = usize::from(!territories.is_built_in());
    Places {
        units: units.collect(),
        whole: Whole {
            label: Labelled { name: whole.name.clone(), mark: notes.mark(&whole.name, known.national) },
            said: place_terms(language).whole[own].to_owned(),
            printed: printed(known, known.national),
        },
        steps,
        absent: [terms(language).missing, place_terms(language).missing].map(str::to_owned),
        facts: facts(known),
        listed: place_terms(language).values.to_owned(),
    }
}

fn printed(known: &Known<'_>, value: &Observation) -> String {
    let missing = || terms(known.language).missing.to_owned();
    value.value.map_or_else(missing, |value| lang::percent(known.language, value, known.decimals))
}

/// The step of a value as printed, so that what reads 20% is never among those below it. The last step holds its end.
fn step(value: Rounded, scale: Number) -> usize {
    let part = Number::from(value).to_f64() * STEPS as f64 / scale.to_f64();
    (part.max(0.0) as usize).min(STEPS - 1)
}

fn facts(known: &Known<'_>) -> Vec<[String; 2]> {
    let terms = place_terms(known.language);
    let held = |value: &str, who: &[String]| lang::held_by(known.language, value, who, known.called);
    let [most, least, same, only] = terms.extremes;
    let mut facts = Vec::new();
    match &known.extremes {
        Some(Extremes { max, max_who, min, .. }) if max == min => {
            facts.push([(if max_who.len() == 1 { only } else { same }).to_owned(), held(max, max_who)]);
        }
        Some(Extremes { max, max_who, min, min_who }) => {
            facts.push([most.to_owned(), held(max, max_who)]);
            facts.push([least.to_owned(), held(min, min_who)]);
        }
        None => {}
    }
    let without = known.values.len() - known.ranked.len();
    if without > 0 {
        let of = lang::some_of(known.language, without, known.values.len(), known.called);
        facts.push([terms.without.to_owned(), of]);
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::step;
    use crate::data::number::Number;

    #[test]
    fn a_value_stands_in_the_step_that_its_print_says() {
        let of = |text: &str, decimals| step(Number::parse(text).unwrap().rounded(decimals), Number::HUNDRED);
        assert_eq!(["0", "19", "20", "39", "40", "60", "80", "100"].map(|text| of(text, 0)), [0, 0, 1, 1, 2, 3, 4, 4]);
        // 19.6 prints 20%, and 19.6%.
        assert_eq!((of("19.6", 0), of("19.6", 1)), (1, 0));
    }
}
