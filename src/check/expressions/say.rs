//! A value as faults print it.

use crate::data::number::{Number, Rounded};
use crate::data::period::Period;
use crate::data::value::Value;
use crate::diag::Words;
use crate::words;

/// A value as faults and lists print it, with a point or a comma as the language wants.
pub fn say(value: &Value) -> Words {
    let number = |value: Number, decimals: u8| {
        let en = value.rounded(decimals).to_string();
        Words { it: en.replace('.', ","), en }
    };
    match value {
        Value::Share { value, decimals } => {
            let text = number(*value, *decimals);
            Words { en: text.en + "%", it: text.it + "%" }
        }
        Value::Points { value, decimals } if *value != Number::ZERO && value.rounded(*decimals).units == 0 => {
            let least = number(Rounded { units: 1, decimals: *decimals }.into(), *decimals);
            let (en, it) = if *value < Number::ZERO { ("below", "sotto") } else { ("above", "sopra") };
            Words { en: format!("less than {} {en} 0", least.en), it: format!("meno di {} {it} 0", least.it) }
        }
        Value::Points { value, decimals } | Value::Plain { value, decimals } => number(*value, *decimals),
        Value::Names(names) if names.is_empty() => words!("nobody", "nessuno"),
        Value::Names(names) => Words::same(names.join(", ")),
        Value::Period(period) => Words::same(Period::iso(*period)),
        Value::Text(text) => Words::same(format!("\"{text}\"")),
        Value::Missing => words!("missing", "mancante"),
    }
}
