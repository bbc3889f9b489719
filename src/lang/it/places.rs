//! Words beside territories at their places.

use super::numerals::{Before, after};
use super::{list, number, percent};
use crate::data::number::Number;
use crate::data::territory::Called;
use crate::lang::facts::NAMES;
use crate::lang::places::PlaceTerms;

/// Words that do not change with the data.
pub const PLACE_TERMS: PlaceTerms = PlaceTerms {
    whole: ["valore nazionale", "valore complessivo"],
    missing: "dato non disponibile",
    extremes: ["Massimo", "Minimo", "Stesso valore", "Unico valore"],
    without: "Senza dato",
    values: "Valori",
};

/// The range of a step of colour: `dal 20 a meno del 40%`, and of the last `dall’80 al 100%`.
pub fn step(from: Number, to: Number, decimals: u8, last: bool) -> String {
    let (from, to) = (after(Before::From, &number(from, decimals)), percent(to, decimals));
    match last {
        true => format!("{from} {}", after(Before::To, &to)),
        false => format!("{from} a meno {}", after(Before::Of, &to)),
    }
}

/// A value and who has it: `89%: Emilia-Romagna`; many names are counted: `1%: 12 territori`.
pub fn held_by(value: &str, who: &[String], called: &Called) -> String {
    match who.len() {
        few if few <= NAMES => format!("{value}: {}", list(who)),
        many => format!("{value}: {many} {}", called.many),
    }
}

/// How many of all: `9 territori su 21`.
pub fn some_of(count: usize, all: usize, called: &Called) -> String {
    format!("{} su {all}", super::counted(count, &called.one, &called.many))
}
