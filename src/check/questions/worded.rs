//! What an author says of a figure in place of the tool: it says something, names the period, and what it reads is there.

use super::typed;
use crate::check::checked::WordsData;
use crate::check::context::Context;
use crate::check::expressions::{Values, say};
use crate::data::indicator::Part;
use crate::data::period::Period;
use crate::data::prose::{Inline, map_inlines, plain};
use crate::data::territory::fold;
use crate::data::value::Value;
use crate::diag::{Code, Diagnostic};
use crate::lang;
use crate::parse::draft::{SaidDraft, WordsDraft};
use crate::parse::within;
use crate::words;

/// What the words are about.
pub struct About<'a> {
    /// The place of the indicator in the catalogue.
    pub indicator: usize,
    /// Which of the indicator’s figures it is.
    pub part: Part,
    /// The periods of its values; where it shows several editions, that of the oldest and that of the newest.
    pub periods: &'a [Period],
}

/// The words with their numbers. Those at which something is wrong are a fault.
pub fn words(draft: &WordsDraft, about: &About<'_>, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> WordsData {
    let mut read = |said: &SaidDraft| {
        typed::beside(&said.typed, &draft.fixed, context, faults);
        let mut values = Values::new(context);
        let mut value = |expression: &_| {
            values.value(expression).unwrap_or_else(|fault| {
                faults.extend(fault.map(|mut fault| {
                    if !said.exact {
                        within(&mut fault, said.at);
                    }
                    fault
                }));
                // Never printed: with a fault there is no report.
                Value::Missing
            })
        };
        map_inlines(&said.parts, &mut value)
    };
    let title = draft.title.as_ref().map(&mut read);
    let summary = draft.summary.as_ref().map(&mut read);
    if let (Some(said), Some(summary)) = (&draft.summary, &summary) {
        faults.extend(wrong(said, &printed(summary, context), title.as_deref(), about, context));
    }
    WordsData { title, summary }
}

/// A text as far as a check reads it: dates as they are printed.
fn printed(text: &[Inline<Value>], context: &Context<'_>) -> String {
    let value = |value: &Value| match value {
        Value::Period(period) => lang::when(context.language, *period),
        value => say(value).get(context.language).to_owned(),
    };
    plain(&map_inlines(text, &mut { value }))
}

/// What is wrong with a summary.
fn wrong(
    said: &SaidDraft,
    summary: &str,
    title: Option<&[Inline<Value>]>,
    about: &About<'_>,
    context: &Context<'_>,
) -> Option<Diagnostic> {
    let indicator = &context.catalogue.indicators[about.indicator];
    let series = &context.series.series[&(about.indicator, about.part)];
    let of_indicator = indicator.figure_words(series.definition, about.part);
    let title = match (title, of_indicator) {
        (Some(title), _) => printed(title, context),
        (None, Some(words)) => words.title.clone(),
        (None, None) => indicator.title.clone(),
    };
    let when = match about.periods {
        [first, .., last] => lang::span(context.language, *first, *last),
        [only] => lang::adverb(context.language, *only),
        [] => String::new(),
    };
    // The title, alone or with the date that stands below it anyway.
    let folded = fold(summary);
    let nothing_more = [format!("{title} {when}"), format!("{when} {title}"), title];
    if nothing_more.iter().any(|said| fold(said) == folded) {
        let message = words!("the summary says what the title says", "il riassunto ripete il titolo: non dice altro");
        let hint = words!(
            "say what the figure shows; without `summary` it is written from the data",
            "di’ che cosa mostra la figura; senza `summary` è scritto dai dati"
        );
        return Some(Diagnostic::new(Code::SaysNothing, said.at, message, hint));
    }
    if lang::names(summary, about.periods) {
        return None;
    }
    let message = words!(
        "the summary does not say of when the values of {} are",
        "il riassunto non dice a quando si riferiscono i valori di {}",
        context.edition
    );
    let id = &indicator.id;
    let binding = match (about.part, about.periods) {
        (Part::Territories, [_]) => Some(format!("{{{{ {id}.period }}}}")),
        (Part::Items, [_]) => Some(format!("{{{{ {id}.items.period }}}}")),
        _ => None,
    };
    let hint = match binding {
        Some(binding) => words!(
            "write in it `{when}`, or {binding}, which is right in every edition",
            "scrivici «{when}», oppure {binding}, che è giusto in ogni edizione"
        ),
        None => words!("write in it `{when}`", "scrivici «{when}»"),
    };
    Some(Diagnostic::new(Code::NoPeriodSaid, said.at, message, hint))
}
