//! The talk of one edition: its steps in order, none twice, and its cuts.

use super::time::{times, too_long};
use super::{entry, narrative};
use crate::check::checked::StepData;
use crate::check::context::Context;
use crate::check::narratives;
use crate::check::unknown::the_first;
use crate::data::indicator::Part;
use crate::data::talk::{Cut, Timed, kept};
use crate::data::view::{ChangeView, View};
use crate::diag::{Code, Diagnostic};
use crate::files::Span;
use crate::parse::draft::{EntryDraft, OutlineDraft};
use crate::parse::keep_one;
use crate::words;

/// A talk, checked.
#[derive(Default)]
pub struct Talk {
    /// Its steps, in order.
    pub steps: Vec<StepData>,
    /// Its cuts, each with its name.
    pub cuts: Vec<(String, Cut)>,
}

/// Checks an outline for one edition.
pub fn outline(draft: &OutlineDraft, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Talk {
    let mut seen: Vec<(String, Span)> = Vec::new();
    let mut steps = Vec::with_capacity(draft.entries.len());
    for entry in &draft.entries {
        if let Some(name) = once(&entry.value) {
            if let Some((_, first)) = seen.iter().find(|(other, _)| *other == name) {
                let message =
                    words!("`{name}` stands twice in the outline", "`{name}` compare due volte nella scaletta");
                let fault = Diagnostic::new(Code::DuplicateKey, entry.at, message, keep_one());
                faults.push(fault.other(*first, the_first()));
                continue;
            }
            seen.push((name, entry.at));
        }
        let checked = entry::entry(entry, context, faults);
        steps.extend(checked.map(|checked| StepData::new(entry.at, checked, entry.seconds, entry.extra)));
    }
    narrative::fixed_addresses(&steps, faults);
    let is_there = |name: &str| context.own.iter().chain(context.shared).any(|narrative| narrative.name == name);
    let named = |name: &str| {
        seen.iter().any(|(entry, _)| {
            entry.strip_prefix("narrative: ").is_some_and(|entry| narratives::meant(entry, name, is_there))
        })
    };
    for narrative in context.own.iter().filter(|own| !draft.faulty && !named(&own.name)) {
        let name = &narrative.name;
        let hint = words!(
            "add `- narrative: {name}` to the outline, or take the file away",
            "aggiungi `- narrative: {name}` alla scaletta, o togli il file"
        );
        faults.push(Diagnostic::new(Code::StrayFile, Span::top(narrative.file), narratives::in_no_outline(name), hint));
    }
    Talk { cuts: cuts(draft, &steps, context, faults), steps }
}

/// The cuts of a talk, each with time enough for its core.
fn cuts(
    draft: &OutlineDraft,
    steps: &[StepData],
    context: &Context<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Vec<(String, Cut)> {
    let timed: Vec<Timed> = steps.iter().map(StepData::timed).collect();
    for (_, cut) in &draft.cuts {
        // Where a step has a fault, the time of the others is not that of the talk.
        if !draft.faulty
            && let (Cut::Minutes(minutes), Err(core)) = (cut.value, kept(&timed, cut.value))
        {
            faults.push(too_long(context.edition, minutes, core, &times(steps, context.catalogue), cut.at));
        }
    }
    draft.cuts.iter().map(|(name, cut)| (name.value.clone(), cut.value)).collect()
}

/// The name by which an entry may stand once only.
fn once(entry: &EntryDraft) -> Option<String> {
    match entry {
        EntryDraft::Title => Some("title".to_owned()),
        EntryDraft::Overview { .. } => Some("overview".to_owned()),
        EntryDraft::Closing { .. } => Some("closing".to_owned()),
        EntryDraft::Narrative(name) => Some(format!("narrative: {}", name.value)),
        EntryDraft::Figure(figure) => {
            // The plain view is the same figure whether it is asked for or not.
            let plain = [Part::Territories, Part::Table].map(|part| View::plain(part).word());
            Some(match figure.view.as_ref().filter(|view| !plain.contains(&view.value.as_str())) {
                None => format!("figure: {}", figure.show.value),
                Some(view) => format!("figure: {} as {}", figure.show.value, view.value),
            })
        }
        EntryDraft::Change { figure, view, .. } => {
            let view = view.as_ref().filter(|view| view.value != ChangeView::Dumbbell.word());
            let figure = &figure.value;
            Some(view.map_or_else(|| format!("change: {figure}"), |view| format!("change: {figure} as {}", view.value)))
        }
        EntryDraft::Section(name) => Some(format!("section: {}", name.value)),
        EntryDraft::Link { url, .. } => Some(format!("link: {}", url.value)),
    }
}
