//! Bindings: every number that narrative names is there to be read.

use super::checked::{Bound, What};
use super::context::Context;
use super::series::{unknown_indicator, unknown_territory};
use crate::data::indicator::{Indicator, Part};
use crate::data::territory::{Named, Territories};
use crate::diag::{Code, Diagnostic, Placed, nearest};
use crate::parse::draft::Binding;

const WORDS: [&str; 8] = ["italia", "max", "min", "known", "missing", "period", "items", "territories"];

/// What a binding means in an edition.
///
/// # Errors
/// A name that means nothing, or an indicator without observations in the edition; `None` where another fault has
/// said why.
pub fn bind(binding: &Binding, context: &Context<'_>) -> Result<Bound, Option<Diagnostic>> {
    let name = &binding.indicator;
    let indicators = &context.catalogue.indicators;
    let index = indicators.iter().position(|indicator| indicator.id == name.value);
    let Some(index) = index else {
        return Err((!context.catalogue_faulty).then(|| unknown_indicator(name, indicators)));
    };
    let indicator = &indicators[index];
    let mut steps = binding.steps.iter();
    let mut step = steps.next();
    let mut part = Part::Territories;
    if let Some(named) = step.and_then(|step| Part::read(&step.value)).filter(|part| *part != Part::Table)
        && !indicator.items().is_empty()
    {
        part = named;
        step = steps.next();
    }
    if !context.series.series.contains_key(&(index, part)) {
        let said = context.unread || context.series.given.contains(&(index, part));
        let message = format!("`{}` has no observations in the edition {}", name.value, context.edition);
        let hint = "take the sentence out of this edition's narrative, or add the observations";
        return Err((!said).then(|| Diagnostic::new(Code::NoData, binding.at, message, hint)));
    }
    let Some(step) = step else {
        let hint = format!("write {{{{ {}.italia }}}}, or .max, .min, .known, .missing, .period", name.value);
        let message = "this names an indicator, not a number of it";
        return Err(Some(Diagnostic::new(Code::UnknownBinding, binding.at, message, hint)));
    };
    let mut what = match step.value.as_str() {
        "max" => What::Max,
        "min" => What::Min,
        "known" => What::Known,
        "missing" => What::Missing,
        "period" => What::Period,
        _ => row(step, part, indicator, context.territories).map_err(Some)?,
    };
    if let Some(who) = steps.next() {
        what = match (what, who.value.as_str()) {
            (What::Max, "who") => What::MaxWho,
            (What::Min, "who") => What::MinWho,
            _ => {
                let message = format!("nothing is called `{}` here", who.value);
                let hint = "only .max and .min have .who";
                return Err(Some(Diagnostic::new(Code::UnknownBinding, who.at, message, hint)));
            }
        };
    }
    if let Some(more) = steps.next() {
        let message = format!("nothing is called `{}` here", more.value);
        return Err(Some(Diagnostic::new(Code::UnknownBinding, more.at, message, "take this step away")));
    }
    Ok(Bound { indicator: index, part, what })
}

/// A territory, the whole, or an item.
fn row(
    step: &Placed<String>,
    part: Part,
    indicator: &Indicator,
    territories: &Territories,
) -> Result<What, Diagnostic> {
    if part == Part::Items {
        let items = indicator.items();
        return items.iter().position(|item| item.id == step.value).map(What::Item).ok_or_else(|| {
            let message = format!("`{}` has no item `{}`", indicator.id, step.value);
            let hint = match nearest(&step.value, items.iter().map(|item| item.id.as_str())) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "the items are those of indicators.yaml".to_owned(),
            };
            Diagnostic::new(Code::UnknownItem, step.at, message, hint)
        });
    }
    match territories.named(&step.value) {
        Named::National => Ok(What::National),
        Named::Territory(id) => Ok(What::Territory(id)),
        Named::Unknown(near) => match nearest(&step.value, WORDS) {
            Some(word) => {
                let message = format!("nothing is called `{}` here", step.value);
                Err(Diagnostic::new(Code::UnknownBinding, step.at, message, format!("did you mean `{word}`?")))
            }
            None => Err(unknown_territory(step, near)),
        },
    }
}
