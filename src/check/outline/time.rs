//! How long the steps of a talk take, and what is said where that is too long.

use crate::check::checked::{EntryData, StepData};
use crate::data::indicator::{Catalogue, Kind, Part};
use crate::diag::{Code, Diagnostic, Term};
use crate::files::Span;
use crate::words;

/// The steps of the core with the time that each takes, as an outline names them: `title` 20 s, `consenso` 5 min.
pub fn times(steps: &[StepData], catalogue: &Catalogue) -> String {
    let figure = |indicator: usize, part: Part| match &catalogue.indicators[indicator] {
        share if share.kind == Kind::Share => share.id.clone(),
        other => format!("{}/{}", other.id, part.word()),
    };
    let named = steps.iter().filter(|step| !step.extra).map(|step| {
        let name = match &step.entry {
            EntryData::Title => "title".to_owned(),
            EntryData::Narrative { name, .. } => name.clone(),
            EntryData::Link { .. } => "link".to_owned(),
            EntryData::Overview { .. } => "overview".to_owned(),
            EntryData::Figure(of) => figure(of.indicator, of.part),
            EntryData::Change { indicator, part, .. } => format!("change: {}", figure(*indicator, *part)),
            EntryData::Section(group) => format!("section: {}", catalogue.groups[*group].id),
            EntryData::Closing { .. } => "closing".to_owned(),
        };
        format!("`{name}` {}", time(step.seconds))
    });
    named.collect::<Vec<_>>().join(", ")
}

/// A time as an outline gives it: `20 s`, `5 min`, `1 min 30 s`.
pub fn time(seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, rest) => format!("{rest} s"),
        (whole, 0) => format!("{whole} min"),
        (whole, rest) => format!("{whole} min {rest} s"),
    }
}

/// A core that takes longer than there is time; `times` are those of its steps.
pub fn too_long(edition: &str, minutes: u32, core: u32, times: &str, at: Span) -> Diagnostic {
    let (whole, rest) = (core / 60, core % 60);
    let unit = if minutes == 1 { Term::new("minute", "minuto") } else { Term::new("minutes", "minuti") };
    let message = words!(
        "the core of the talk of {edition} takes {whole} min {rest} s: more than {minutes} {unit}",
        "la parte essenziale dell’intervento di {edition} dura {whole} min {rest} s: più di {minutes} {unit}"; unit
    );
    let hint = words!(
        "mark more steps of the outline with `extra: true`, give them fewer `minutes`, or ask for more time; its steps now: {times}",
        "segna altri passi della scaletta con `extra: true`, dai loro meno `minutes`, o chiedi più tempo; i suoi passi ora: {times}"
    );
    Diagnostic::new(Code::TalkTooLong, at, message, hint)
}
