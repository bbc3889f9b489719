//! Claims: what a sentence says of the data is held against the data, at every build.

use super::say::say;
use super::value::Values;
use crate::check::checked::ClaimData;
use crate::check::context::Context;
use crate::data::value::Value;
use crate::diag::{Code, Diagnostic, Words};
use crate::files::{Placed, Span};
use crate::parse::draft::{Claim, Condition, Expression, Operator};
use crate::words;

/// Tests a claim; one that fails while values are still to be given is a to-do. `sentence` is the place of the
/// sentence before it; `shared` says that other editions read it too.
///
/// # Errors
/// The claim is false or cannot be tested; the error holds no fault where another fault has said why.
pub fn test(
    claim: &Claim,
    sentence: Span,
    shared: bool,
    values: &mut Values<'_>,
    context: &Context<'_>,
) -> Result<ClaimData, Option<Diagnostic>> {
    values.unfinished = false;
    let tested = hold(claim, sentence, shared, values, context);
    let later = |fault: &Diagnostic| matches!(fault.code, Code::FalseClaim | Code::UnreadableClaim);
    match tested {
        Err(Some(fault)) if values.unfinished && later(&fault) => {
            let message = words!(
                "to be tested when the values are given: {}",
                "da verificare quando ci saranno i valori: {}",
                claim.text()
            );
            let hint = words!("give the values first", "prima vanno dati i valori");
            Err(Some(Diagnostic::new(Code::ToDo, claim.at, message, hint).warning()))
        }
        tested => tested,
    }
}

/// Holds a claim against the data.
fn hold(
    claim: &Claim,
    sentence: Span,
    shared: bool,
    values: &mut Values<'_>,
    context: &Context<'_>,
) -> Result<ClaimData, Option<Diagnostic>> {
    let mut sides: Vec<(String, Value)> = Vec::new();
    let mut holds = false;
    values.without.clear();
    for conditions in &claim.alternatives {
        let mut all = true;
        for condition in conditions {
            if !is_asked(&condition.left) && !is_asked(&condition.right) {
                return Err(Some(asks_nothing(condition)));
            }
            let left = values.value(&condition.left)?;
            let right = values.value(&condition.right)?;
            all &= compare(condition, &left, &right, values)?;
            for (expression, value) in [(&condition.left, left), (&condition.right, right)] {
                if is_asked(expression) && !sides.iter().any(|(text, _)| *text == expression.text) {
                    sides.push((expression.text.clone(), value));
                }
            }
        }
        holds |= all;
    }
    if holds {
        let text = claim.text();
        let mut without = std::mem::take(&mut values.without);
        without.dedup();
        return Ok(ClaimData { at: claim.at, text, sides, without });
    }
    let Words { en, it } = said(&sides);
    let message = match shared {
        true => words!("the data of {} say otherwise: {}", "i dati di {} dicono altro: {}", context.edition, "@"),
        false => words!("the data say otherwise: {}", "i dati dicono altro: {}", "@"),
    };
    let message = Words { en: message.en.replace('@', &en), it: message.it.replace('@', &it) };
    let hint = words!(
        "write what is true now, in the sentence and in its claim; or mend the figure, if that is what is wrong",
        "scrivi ciò che ora è vero, nella frase e nella sua affermazione; oppure correggi il dato, se è il dato a essere sbagliato"
    );
    let fault = Diagnostic::new(Code::FalseClaim, sentence, message, hint);
    Err(Some(fault.other(claim.at, words!("this was tested", "questo è stato verificato"))))
}

/// Whether an expression asks something of the data: its value is news.
fn is_asked(expression: &Expression) -> bool {
    use crate::parse::draft::Piece;
    expression.pieces.iter().any(|piece| matches!(piece, Piece::Reference(_) | Piece::Call(_)))
}

/// What is true whatever the data are, or false, is no claim about them.
fn asks_nothing(condition: &Condition) -> Diagnostic {
    let message = words!("this asks nothing of the data", "questo non chiede nulla ai dati");
    let hint = words!(
        "name an indicator on one side: consenso.italia < 50; docs/claims.md has examples",
        "nomina un indicatore da una parte: consenso.italia < 50; gli esempi sono in docs/claims.md"
    );
    Diagnostic::new(Code::UnreadableClaim, condition.at, message, hint)
}

/// Whether a condition holds.
fn compare(
    condition: &Condition,
    left: &Value,
    right: &Value,
    values: &Values<'_>,
) -> Result<bool, Option<Diagnostic>> {
    for (expression, value) in [(&condition.left, left), (&condition.right, right)] {
        if *value == Value::Missing {
            let text = &expression.text;
            let message = words!(
                "`{text}` has no value: this can be neither true nor false",
                "`{text}` non ha un valore: non può essere né vero né falso"
            );
            let hint = words!(
                "speak of what is known, or take the claim away",
                "parla di ciò che è noto, o togli l’affermazione"
            );
            return Err(Some(Diagnostic::new(Code::UnreadableClaim, expression.at, message, hint)));
        }
    }
    if let (Some(left), Some(right)) = (left.number(), right.number()) {
        return match condition.operator {
            Operator::Equal => Ok(left == right),
            Operator::NotEqual => Ok(left != right),
            Operator::Less => Ok(left < right),
            Operator::AtMost => Ok(left <= right),
            Operator::More => Ok(left > right),
            Operator::AtLeast => Ok(left >= right),
            Operator::In | Operator::NotIn => Err(Some(unlike(condition))),
        };
    }
    let left = names(&condition.left, left, values)?.ok_or_else(|| Some(unlike(condition)))?;
    let right = names(&condition.right, right, values)?.ok_or_else(|| Some(unlike(condition)))?;
    let within = |some: &[String], all: &[String]| some.iter().all(|name| all.contains(name));
    match condition.operator {
        Operator::Equal => Ok(within(&left, &right) && within(&right, &left)),
        Operator::NotEqual => Ok(!(within(&left, &right) && within(&right, &left))),
        Operator::In => Ok(!left.is_empty() && within(&left, &right)),
        Operator::NotIn => Ok(!left.iter().any(|name| right.contains(name))),
        Operator::Less | Operator::AtMost | Operator::More | Operator::AtLeast => Err(Some(unlike(condition))),
    }
}

/// A side as names; none where it is something else.
fn names(
    expression: &Expression,
    value: &Value,
    values: &Values<'_>,
) -> Result<Option<Vec<String>>, Option<Diagnostic>> {
    match value {
        Value::Names(names) => Ok(Some(names.clone())),
        Value::Text(text) => {
            let at = Span { start: expression.at.start + 1, end: expression.at.end - 1, ..expression.at };
            values.name(&Placed::new(text.clone(), at)).map(|name| Some(vec![name]))
        }
        _ => Ok(None),
    }
}

fn unlike(condition: &Condition) -> Diagnostic {
    let message = words!("these two cannot be compared", "queste due cose non si possono confrontare");
    let hint = words!(
        "numbers go with < <= > >= == !=; names go with ==, != and in",
        "i numeri si confrontano con < <= > >= == !=; i nomi con ==, != e in"
    );
    Diagnostic::new(Code::UnreadableClaim, condition.at, message, hint)
}

/// "`consenso.italia` is 41%, ..."
fn said(sides: &[(String, Value)]) -> Words {
    let mut all = Words::default();
    for (text, value) in sides {
        let value = say(value);
        let comma = if all.is_empty() { "" } else { ", " };
        all.en.push_str(&format!("{comma}`{text}` is {}", value.en));
        all.it.push_str(&format!("{comma}`{text}` è {}", value.it));
    }
    all
}

impl Claim {
    /// What it says, as it was written.
    fn text(&self) -> String {
        let all = self.alternatives.iter().map(|all| all.iter().map(|one| one.text.as_str()).collect::<Vec<_>>());
        all.map(|all| all.join(" and ")).collect::<Vec<_>>().join(" or ")
    }
}

impl ClaimData {
    /// What was compared, and who has no value: "`consenso.italia` is 41%".
    pub fn values(&self) -> Words {
        let mut all = said(&self.sides);
        if !self.without.is_empty() {
            let (en, it) = match self.without.len() {
                1..=3 => (self.without.join(", "), self.without.join(", ")),
                count => (format!("{count} of them"), format!("{count}")),
            };
            all.en.push_str(&format!("; no value: {en}"));
            all.it.push_str(&format!("; senza valore: {it}"));
        }
        all
    }
}
