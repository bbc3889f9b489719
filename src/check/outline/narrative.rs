//! A narrative that an outline names: its values are read from the data, its claims tested.

use crate::check::checked::{EntryData, PassageData, StepData};
use crate::check::context::Context;
use crate::check::expressions::Values;
use crate::check::expressions::claim;
use crate::check::questions::typed;
use crate::check::unknown::the_first;
use crate::data::address::is_reserved;
use crate::data::prose::{map_blocks, map_inlines};
use crate::data::value::Value;
use crate::diag::{Code, Diagnostic, Term, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::parse::check_id;
use crate::parse::draft::Expression;
use crate::words;

/// The slides of a narrative: the edition's own of that name, else the shared one.
pub(super) fn narrative(
    name: &Placed<String>,
    context: &Context<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<EntryData> {
    let in_either = || context.own.iter().chain(context.shared);
    let Some(found) = in_either().find(|narrative| narrative.name == name.value) else {
        let hint = match nearest(&name.value, in_either().map(|narrative| narrative.name.as_str())) {
            Some(near) => did_you_mean(near),
            None => words!(
                "write narrative/{0}.md, shared or in editions/{1}/",
                "scrivi narrative/{0}.md, in comune o in editions/{1}/",
                name.value,
                context.folder
            ),
        };
        let message = words!(
            "there is no narrative `{}` for the edition {}",
            "non c’è nessuna narrativa `{}` per l’edizione {}",
            name.value,
            context.edition
        );
        let fault = Diagnostic::new(Code::MissingFile, name.at, message, hint);
        faults.push(fault.fix_case(name, in_either().map(|narrative| narrative.name.as_str())));
        return None;
    };
    let shared = !context.own.iter().any(|own| std::ptr::eq(own, found));
    let mut values = Values::new(context);
    let mut passages = Vec::with_capacity(found.passages.len());
    for passage in &found.passages {
        typed::point_out(passage, context, faults);
        let mut claims = Vec::with_capacity(passage.claims.len());
        for (sentence, claim) in &passage.claims {
            match claim::test(claim, *sentence, shared, &mut values, context) {
                Ok(claim) => claims.push(claim),
                Err(fault) => faults.extend(fault),
            }
        }
        let mut read = |expression: &Expression| {
            let value = values.value(expression).unwrap_or_else(|fault| {
                faults.extend(fault);
                // Never printed: with a fault there is no report.
                Value::Missing
            });
            faults.extend(expression.percent.filter(|_| matches!(value, Value::Share { .. })).map(percent_twice));
            value
        };
        let title = map_inlines(&passage.title, &mut read);
        let blocks = map_blocks(&passage.blocks, &mut read);
        let speaker_notes = passage.speaker_notes.iter().map(|note| map_inlines(note, &mut read)).collect();
        // An override is allowed, and printed where it is used.
        let because = std::mem::take(&mut values.because).into_iter();
        let because = because.map(|(index, why)| format!("{}: {why}", context.catalogue.indicators[index].short));
        passages.push(PassageData {
            at: passage.at,
            id: passage.id.clone(),
            continues: passage.continues,
            title,
            blocks,
            stepwise: passage.stepwise,
            speaker_notes,
            claims,
            because: because.collect(),
        });
    }
    if passages.is_empty() && !found.faulty {
        let message = words!("the narrative `{}` is empty", "la narrativa `{}` è vuota", name.value);
        let hint = words!("write its first heading: `# Title`", "scrivi il primo titolo: `# Titolo`");
        faults.push(Diagnostic::new(Code::MissingFile, Span::top(found.file), message, hint));
    }
    let kicker = found.kicker.clone().unwrap_or_default();
    Some(EntryData::Narrative { name: name.value.clone(), kicker, passages })
}

/// The fault of a `%` behind a share, which is printed with its own.
fn percent_twice(at: Span) -> Diagnostic {
    let message = words!(
        "a share is printed with its `%`: here it would have two",
        "una quota si stampa con il suo `%`: qui ne avrebbe due"
    );
    let hint = words!("take this one away", "togli questo");
    Diagnostic::new(Code::UnknownBinding, at, message, hint).fix(at, "")
}

/// Adds the faults of ids of slides that the pages use for themselves, or that two slides have.
pub(super) fn fixed_addresses(steps: &[StepData], faults: &mut Vec<Diagnostic>) {
    let passages = steps.iter().flat_map(|step| match &step.entry {
        EntryData::Narrative { passages, .. } => passages.as_slice(),
        _ => &[],
    });
    let mut seen: Vec<&Placed<String>> = Vec::new();
    for id in passages.filter_map(|passage| passage.id.as_ref()) {
        if !check_id(id, Term::new("a slide", "una diapositiva"), faults) {
            continue;
        }
        if is_reserved(&id.value) {
            let message = words!(
                "`{}` is an address the pages use for themselves",
                "`{}` è un indirizzo che le pagine usano per sé",
                id.value
            );
            let hint = words!("choose another id", "scegli un altro id");
            faults.push(Diagnostic::new(Code::DuplicateKey, id.at, message, hint));
        } else if let Some(first) = seen.iter().find(|other| other.value == id.value) {
            let message = words!("two slides have the id `{}`", "due diapositive hanno l’id `{}`", id.value);
            let hint = words!("change one of the two", "cambiane uno");
            let fault = Diagnostic::new(Code::DuplicateKey, id.at, message, hint);
            faults.push(fault.other(first.at, the_first()));
        } else {
            seen.push(id);
        }
    }
}
