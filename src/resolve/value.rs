//! Numbers in narrative: what a sentence asked of the data, ready to print.

use crate::data::value::Value;
use crate::lang::it;

/// The text of a value. One that is missing is said to be missing.
pub fn print(value: &Value) -> String {
    match value {
        Value::Share { value, decimals } => it::percent(*value, *decimals),
        Value::Points { value, decimals } => it::points(*value, *decimals),
        Value::Plain { value, decimals } => it::number(*value, *decimals),
        Value::Names(names) if names.is_empty() => it::NOBODY.to_owned(),
        Value::Names(names) => it::list(names),
        Value::Period(period) => it::when(*period),
        Value::Text(text) => text.clone(),
        Value::Missing => it::MISSING.to_owned(),
    }
}
