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

/// The text of a value within running text, where a line may end: a number and what it counts are held together by
/// no-break spaces, and names are not.
pub fn tied(value: &Value, language: Language) -> String {
    let printed = print(value, language);
    match value {
        Value::Names(_) | Value::Text(_) => printed,
        Value::Share { .. } | Value::Points { .. } | Value::Plain { .. } | Value::Missing => {
            printed.replace(' ', "\u{a0}")
        }
        Value::Period(_) => {
            let signs: Vec<char> = printed.chars().collect();
            let of = |place: usize| signs.get(place).copied().unwrap_or(' ');
            let is_day = |place: usize| place > 0 && of(place - 1).is_ascii_digit() && of(place + 1).is_alphabetic();
            let tied = signs.iter().enumerate().map(|(place, sign)| match sign {
                ' ' if is_day(place) => '\u{a0}',
                sign => *sign,
            });
            tied.collect()
        }
    }
}

/// A text of an author's with its numbers, in the language of the author.
pub fn said(text: &[Inline<Value>], language: Language) -> String {
    plain(&map_inlines(text, &mut |value| print(value, language)))
}
