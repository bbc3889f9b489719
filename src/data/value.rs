//! What a sentence asks of the data: a share, a difference, a count, names.

use super::number::Number;
use super::period::Period;

/// The answer to a binding, or to one side of a claim. Numbers are those that are printed: rounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A percentage.
    Share {
        /// As printed.
        value: Number,
        /// Decimals shown.
        decimals: u8,
    },
    /// A difference of two percentages.
    Points {
        /// As printed; where that would be nought and the two are not equal, the difference itself.
        value: Number,
        /// Decimals shown.
        decimals: u8,
    },
    /// A count, a rank, or what a calculation gives.
    Plain {
        /// As printed.
        value: Number,
        /// Decimals shown, 3 at most.
        decimals: u8,
    },
    /// Territories or items, in the order they are printed.
    Names(Vec<String>),
    /// When.
    Period(Period),
    /// A text of the author's.
    Text(String),
    /// No source says.
    Missing,
}

impl Value {
    /// How many.
    pub fn count(count: usize) -> Value {
        Value::Plain { value: Number::whole(count as i64), decimals: 0 }
    }

    /// The number, where it is one.
    pub fn number(&self) -> Option<Number> {
        match self {
            Value::Share { value, .. } | Value::Points { value, .. } | Value::Plain { value, .. } => Some(*value),
            Value::Names(_) | Value::Period(_) | Value::Text(_) | Value::Missing => None,
        }
    }
}
