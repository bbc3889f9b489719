//! Numbers in narrative: what a sentence asked of the data, ready to print.

use crate::data::prose::{Inline, map_inlines, plain};
use crate::data::value::Value;
use crate::diag::Language;
use crate::lang::{self, terms};

/// The text of a value. One that is missing is said to be missing.
pub fn print(value: &Value, language: Language) -> String {
    match value {
        Value::Share { value, decimals } => lang::percent(language, *value, *decimals),
        Value::Points { value, decimals } => lang::points(language, *value, *decimals),
        Value::Plain { value, decimals } => lang::number(language, *value, *decimals),
        Value::Names(names) if names.is_empty() => terms(language).nobody.to_owned(),
        Value::Names(names) => lang::list(language, names),
        Value::Period(period) => lang::when(language, *period),
        Value::Text(text) => text.clone(),
        Value::Missing => terms(language).missing.to_owned(),
    }
}

/// A text of an author's with its numbers, in the language of the author.
pub fn said(text: &[Inline<Value>], language: Language) -> String {
    plain(&map_inlines(text, &mut |value| print(value, language)))
}
