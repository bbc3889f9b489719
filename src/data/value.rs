//! What a sentence may ask of the data: a share, a difference, a count, names, a period.

use super::number::Number;
use super::period::Period;

/// The answer to a binding, or the value of one side of a claim. Its numbers are those that are printed, and so
/// rounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A percentage.
    Share {
        /// The number as printed.
        value: Number,
        /// How many decimals are shown.
        decimals: u8,
    },
    /// A difference of two percentages.
    Points {
        /// The number as printed; where it would print as nought though the two differ, the exact difference.
        value: Number,
        /// How many decimals are shown.
        decimals: u8,
    },
    /// A count, a rank, or what a calculation gives.
    Plain {
        /// The number as printed.
        value: Number,
        /// How many decimals are shown, 3 at most.
        decimals: u8,
    },
    /// Territories or items, in the order in which they are printed.
    Names(Vec<String>),
    /// A day, a month or a window.
    Period(Period),
    /// A text of the author's.
    Text(String),
    /// A value that no source gives.
    Missing,
}

impl Value {
    /// A count.
    pub fn count(count: usize) -> Value {
        Value::Plain { value: Number::whole(count as i64), decimals: 0 }
    }

    /// Its number, where it has one.
    pub fn number(&self) -> Option<Number> {
        match self {
            Value::Share { value, .. } | Value::Points { value, .. } | Value::Plain { value, .. } => Some(*value),
            Value::Names(_) | Value::Period(_) | Value::Text(_) | Value::Missing => None,
        }
    }
}
