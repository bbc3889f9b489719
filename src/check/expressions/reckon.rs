//! What stands between names and calls: arithmetic and filters, which Tera reckons.

use super::value::{Answer, Values, unknown};
use crate::data::number::Number;
use crate::data::value::Value;
use crate::parse::draft::{Expression, Piece};
use crate::words;

impl<'c> Values<'c> {
    /// Arithmetic and filters, by Tera; the parts that are ours stand in it as variables.
    pub(super) fn reckon(&mut self, expression: &Expression) -> Answer<Value> {
        let (mut source, mut decimals) = ("{{".to_owned(), 0);
        let mut variables = tera::Context::new();
        for (number, piece) in expression.pieces.iter().enumerate() {
            let value = match piece {
                Piece::Verbatim(text) => {
                    source.push(' ');
                    source.push_str(text);
                    continue;
                }
                Piece::Reference(reference) => self.reference(reference)?,
                Piece::Call(call) => self.call(call)?,
                Piece::Text(text) => Value::Text(text.value.clone()),
                Piece::Names(names) => self.names(&names.value)?,
            };
            let name = format!("v{number}");
            match &value {
                Value::Missing => return Ok(Value::Missing),
                Value::Share { value, decimals: own }
                | Value::Points { value, decimals: own }
                | Value::Plain { value, decimals: own } => {
                    decimals = decimals.max(*own);
                    match own {
                        0 => variables.insert(name.clone(), &value.rounded(0).units),
                        _ => variables.insert(name.clone(), &Number::from(value.rounded(*own)).to_f64()),
                    }
                }
                Value::Names(names) => variables.insert(name.clone(), names),
                Value::Text(text) => variables.insert(name.clone(), text),
                Value::Period(_) => {
                    let message = words!("nothing can be reckoned with a date", "con una data non si può calcolare");
                    let hint = words!("let it stand alone", "scrivila da sola");
                    return Err(unknown(expression.at, message, hint));
                }
            }
            source.push(' ');
            source.push_str(&name);
        }
        source.push_str(" }}");
        let answer = tera::Tera::default().render_str(&source, &variables, false).map_err(|error| {
            let reason = error.to_string();
            let message = match reason.contains("divide by 0") || reason.contains("modulo by 0") {
                true => words!("nothing can be divided by 0", "per 0 non si può dividere"),
                false => words!("this cannot be reckoned", "questo non si può calcolare"),
            };
            let hint = match reason.contains("divide by 0") || reason.contains("modulo by 0") {
                true => words!(
                    "here the divisor is 0 in the data: say it otherwise, or take it away",
                    "qui il divisore nei dati è 0: dillo in un altro modo, o toglilo"
                ),
                false => words!(
                "numbers take + - * / and parentheses, lists of names take `| length`; docs/claims.md has examples",
                "con i numeri usa + - * / e le parentesi, con gli elenchi di nomi `| length`; gli esempi sono in docs/claims.md"
            )};
            unknown(expression.at, message, hint)
        })?;
        let Ok(float) = answer.trim().parse::<f64>() else { return Ok(Value::Text(answer)) };
        let Some(value) = Number::nearest(float) else {
            let message =
                words!("this number is too great to be printed", "questo numero è troppo grande per essere stampato");
            let hint = words!("a billion is the most", "il massimo è un miliardo");
            return Err(unknown(expression.at, message, hint));
        };
        match value.decimals() {
            Some(own) if own <= decimals.max(3) => Ok(Value::Plain { value, decimals: own }),
            _ => {
                let message = words!(
                    "{answer} has too many decimals to be printed",
                    "{answer} ha troppi decimali per essere stampato"
                );
                let hint = words!(
                    "say how many, after parentheses: (...) | round(precision=1)",
                    "di’ quanti, dopo le parentesi: (...) | round(precision=1)"
                );
                Err(unknown(expression.at, message, hint))
            }
        }
    }
}
