//! Words beside territories at their places.

use super::{list, number, percent};
use crate::data::number::Number;
use crate::data::territory::Called;
use crate::lang::facts::NAMES;
use crate::lang::places::PlaceTerms;

/// Words that do not change with the data.
pub const PLACE_TERMS: PlaceTerms = PlaceTerms {
    whole: ["national value", "overall value"],
    missing: "no value published",
    extremes: ["Highest", "Lowest", "Same value", "Only value"],
    without: "Without a value",
    values: "Values",
};

/// The range of a step of colour: `20 to under 40%`, and of the last `80 to 100%`.
pub fn step(from: Number, to: Number, decimals: u8, last: bool) -> String {
    let less = if last { "" } else { "under " };
    format!("{} to {less}{}", number(from, decimals), percent(to, decimals))
}

/// A value and who has it: `89%: Emilia-Romagna`; many names are counted: `1%: 12 territories`.
pub fn held_by(value: &str, who: &[String], called: &Called) -> String {
    match who.len() {
        few if few <= NAMES => format!("{value}: {}", list(who)),
        many => format!("{value}: {many} {}", called.many),
    }
}

/// How many of all: `9 of 21 territories`.
pub fn some_of(count: usize, all: usize, called: &Called) -> String {
    format!("{count} of {all} {}", called.many)
}
