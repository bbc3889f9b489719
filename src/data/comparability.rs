//! Whether two series of one indicator may be held against each other.
//!
//! Another list of items, another denominator or another window is another measure: a difference between the two says
//! nothing. Eurostat flags such a series with `b`, a break; the OECD Data and Metadata Reporting and Presentation
//! Handbook (2007) asks that it be explained. Here it is refused, unless the author says why it may stand.

use super::indicator::Indicator;
use super::period::Period;

/// Whether two series may be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparability {
    /// They measure the same.
    Same,
    /// They do not, and the author says why they may be compared all the same: to be printed at every comparison.
    Allowed {
        /// Why.
        because: String,
    },
    /// They may not.
    Broken(Break),
}

/// What came between two series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// Another version of the definition: places in [`Indicator::definitions`].
    Definition {
        /// Of the older.
        from: usize,
        /// Of the newer.
        to: usize,
    },
    /// Windows of another length, in months.
    Window {
        /// Of the older.
        from: u32,
        /// Of the newer.
        to: u32,
    },
}

/// Holds the definition and period of an older series against those of a newer one.
pub fn compare(indicator: &Indicator, older: (usize, Period), newer: (usize, Period)) -> Comparability {
    let mut because: Vec<&str> = Vec::new();
    // A version may continue the one before it, and so on: each step has its reason.
    let (mut at, mut steps) = (newer.0, 0);
    while at != older.0 {
        match &indicator.definitions[at].continues {
            Some(continues) if steps < indicator.definitions.len() => {
                because.push(&continues.because);
                at = continues.definition;
                steps += 1;
            }
            _ => return Comparability::Broken(Break::Definition { from: older.0, to: newer.0 }),
        }
    }
    if let (Some(from), Some(to)) = (older.1.months(), newer.1.months())
        && from != to
    {
        return Comparability::Broken(Break::Window { from, to });
    }
    match because.is_empty() {
        true => Comparability::Same,
        false => Comparability::Allowed { because: because.join(" ") },
    }
}
