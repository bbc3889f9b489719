//! Periods: of an edition against the name of its folder, and of editions against each other. Both are questions.

use super::edition::Measured;
use crate::data::period::{Month, Period};
use crate::diag::{Code, Diagnostic, Words};
use crate::words;

/// Asks about the periods of editions, the newest of them first.
pub fn periods(editions: &[Measured<'_>], faults: &mut Vec<Diagnostic>) {
    for (place, edition) in editions.iter().enumerate() {
        faults.extend(folder(edition));
        faults.extend(editions.get(place + 1).and_then(|older| overlap(edition, older)));
    }
}

/// Readers find an edition under its address, which names a period: another one than its own. An address that names none
/// answers.
fn folder(edition: &Measured<'_>) -> Option<Diagnostic> {
    let said = edition.draft.head.as_ref()?.period?;
    let named = Period::parse_folder(&edition.id)?;
    let holds = |one: Period, other: Period| one.start() <= other.start() && other.end() <= one.end();
    if holds(named, said.value) || holds(said.value, named) {
        return None;
    }
    let (period, address) = (said.value.iso(), &edition.id);
    let message = words!(
        "the period is {period}, and the address of the edition is `{address}`",
        "il periodo è {period}, e l’indirizzo dell’edizione è `{address}`"
    );
    let hint = words!(
        "take `period` away, for the folder names it; or rename the folder, or give an `id` that is no other period",
        "togli `period`, perché lo dice la cartella; oppure cambia nome alla cartella, o dai un `id` che non sia un altro periodo"
    );
    Some(Diagnostic::new(Code::PeriodOfFolder, said.at, message, hint).warning())
}

/// The warning that two editions are of the same months: one may be a copy. A note of either that names the other
/// answers.
fn overlap(newer: &Measured<'_>, older: &Measured<'_>) -> Option<Diagnostic> {
    let is_day = |period: Period| matches!(period, Period::Day(_));
    let end = older.period.end();
    let apart = newer.period.start() > Month { year: end.year, month: end.month };
    // A stock of a day may well be of the last one of a window.
    if apart || ((is_day(newer.period) || is_day(older.period)) && newer.period != older.period) {
        return None;
    }
    let names = |one: &Measured<'_>, other: &Measured<'_>| {
        one.draft.head.iter().flat_map(|head| &head.notes).any(|note| note.value.contains(&other.id))
    };
    if names(newer, older) || names(older, newer) {
        return None;
    }
    let (ours, theirs, id) = (newer.period.iso(), older.period.iso(), &older.id);
    let message = match ours == theirs {
        true => words!(
            "the edition `{id}` has the same period, {theirs}",
            "l’edizione `{id}` ha lo stesso periodo, {theirs}"
        ),
        false => words!(
            "this period, {ours}, and that of the edition `{id}`, {theirs}, overlap",
            "questo periodo, {ours}, e quello dell’edizione `{id}`, {theirs}, si sovrappongono"
        ),
    };
    let hint = words!(
        "correct the one that is wrong; if both are right, say so in `notes` of edition.yaml, and name `{id}`: readers will ask",
        "correggi quello sbagliato; se sono giusti, dillo nelle `notes` di edition.yaml, e nomina `{id}`: chi legge se lo chiederà"
    );
    let said = |edition: &Measured<'_>| edition.draft.head.as_ref().and_then(|head| head.period);
    let at = |edition: &Measured<'_>| said(edition).map_or(edition.draft.at, |period| period.at);
    let fault = Diagnostic::new(Code::PeriodsOverlap, at(newer), message, hint).warning();
    Some(fault.other(at(older), Words::same(theirs)))
}
