//! Percentages typed by hand: one that the data have, or nearly have, will be wrong in the next edition.

use crate::check::checked::Body;
use crate::check::context::Context;
use crate::check::expressions::say;
use crate::data::indicator::Part;
use crate::data::number::Number;
use crate::data::territory::{TerritoryId, fold};
use crate::data::value::Value;
use crate::diag::{Code, Diagnostic};
use crate::files::Placed;
use crate::parse::draft::{PassageDraft, TypedShare};
use crate::words;

/// Points out what was typed by hand in a slide.
pub fn point_out(passage: &PassageDraft, context: &Context<'_>, faults: &mut Vec<Diagnostic>) {
    let declare = |number: &str| format!("<!-- fixed: {number} -->");
    of_text(&passage.typed, &passage.fixed, declare, context, faults);
}

/// Points out what was typed by hand in the words of a figure, `fixed` being declared beside them.
pub fn beside(typed: &[TypedShare], fixed: &[Placed<String>], context: &Context<'_>, faults: &mut Vec<Diagnostic>) {
    of_text(typed, fixed, |number| format!("`fixed: [{number}]`"), context, faults);
}

fn of_text(
    typed: &[TypedShare],
    fixed: &[Placed<String>],
    declare: impl Fn(&str) -> String,
    context: &Context<'_>,
    faults: &mut Vec<Diagnostic>,
) {
    let fixed: Vec<Number> = fixed.iter().filter_map(|fixed| number(&fixed.value)).collect();
    for typed in typed.iter().filter(|typed| !fixed.contains(&typed.value)) {
        faults.extend(same(typed, &declare(&typed.written), context));
    }
}

/// The number that a declared text begins with: `85%`, `28,6 per cento`, `2025`.
fn number(fixed: &str) -> Option<Number> {
    let end = fixed.find(|sign: char| !sign.is_ascii_digit() && !matches!(sign, ',' | '.')).unwrap_or(fixed.len());
    Number::parse(&fixed[..end].replace(',', ".")).ok()
}

/// The value of the data that is meant, as far as one can tell.
fn same(typed: &TypedShare, declare: &str, context: &Context<'_>) -> Option<Diagnostic> {
    let sentence = fold(&typed.sentence);
    let says = |words: &str| {
        let words = fold(words);
        !words.is_empty() && format!(" {sentence} ").contains(&format!(" {words} "))
    };
    let mut best: Option<(u8, bool, String, Value)> = None;
    for (&(index, part), series) in &context.series.series {
        let indicator = &context.catalogue.indicators[index];
        let about = [&indicator.id, &indicator.short, &indicator.title].into_iter().any(|words| says(words))
            || fold(&indicator.short).split(' ').any(|word| word.len() > 4 && says(word));
        let prefix = match part {
            Part::Items => format!("{}.items", indicator.id),
            Part::Territories | Part::Table => indicator.id.clone(),
        };
        let mut values: Vec<(String, bool, u8, Option<Number>)> = Vec::new();
        if let Body::Territories { national, .. } = &series.body {
            let whole = context.territories.national();
            values.push((
                format!("{prefix}.{}", fold(&whole.name).replace(' ', "_")),
                says(&whole.name),
                2,
                national.value,
            ));
        }
        let items = indicator.items_of(series.definition);
        for (row, observation) in series.observations().iter().enumerate() {
            let (key, named) = match part {
                Part::Items => (&items[row].id, says(&items[row].title)),
                Part::Territories | Part::Table => {
                    let territory = context.territories.get(TerritoryId(row as u16));
                    (&territory.name, says(&territory.name))
                }
            };
            values.push((format!("{prefix}[\"{key}\"]"), named, 0, observation.value));
        }
        for (binding, named, more, value) in values {
            let Some(value) = value else { continue };
            let printed = Number::from(value.rounded(indicator.decimals));
            let equal = printed == typed.value;
            // One that was rounded otherwise, or was true last time: only where the sentence speaks of it.
            let near = printed.minus(typed.value).magnitude() <= Number::whole(1) && about && (named || more > 0);
            if !equal && !near {
                continue;
            }
            let score = u8::from(equal) * 8 + u8::from(about) * 4 + u8::from(named) * 4 + more;
            if best.as_ref().is_none_or(|(least, ..)| score > *least) {
                best = Some((score, equal, binding, Value::Share { value: printed, decimals: indicator.decimals }));
            }
        }
    }
    let (_, equal, binding, value) = best?;
    let (number, value) = (&typed.written, say(&value));
    let message = match equal {
        true => {
            words!("`{number}` is typed by hand, and is `{binding}`", "`{number}` è scritto a mano, ed è `{binding}`")
        }
        false => crate::diag::Words {
            en: format!("`{number}` is typed by hand; `{binding}` is {}", value.en),
            it: format!("`{number}` è scritto a mano; `{binding}` è {}", value.it),
        },
    };
    let hint = words!(
        "write {{{{ {binding} }}}}; if it does not come from the data, say so: {declare}",
        "scrivi {{{{ {binding} }}}}; se non viene dai dati, dillo: {declare}"
    );
    Some(Diagnostic::new(Code::TypedNumber, typed.at, message, hint).warning())
}
