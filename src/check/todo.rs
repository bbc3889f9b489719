//! To-dos: what is left to do in an edition. A draft may have some, a published edition none.

use crate::diag::{Code, Diagnostic, Words};
use crate::files::{Placed, Span};
use crate::parse::draft::{Draft, EditionDraft, EntryDraft, SeriesDraft};
use crate::words;

/// Adds what is left to do in an edition: a warning for each thing in a draft, a fault elsewhere. The values of one
/// file are one thing; `whole` is the name of the national value.
pub fn todos(edition: &EditionDraft, whole: &str, faults: &mut Vec<Diagnostic>) {
    let published = edition.head.as_ref().is_some_and(|head| !head.draft);
    let mut push = |at: Span, message: Words, hint: Words| {
        let fault = Diagnostic::new(Code::ToDo, at, message, hint);
        faults.push(if published { fault } else { fault.warning() });
    };
    for Placed { value: what, at } in &edition.todos {
        let (message, hint) = match published {
            false => (Words::same(what), words!("do it, then take the comment away", "fallo, poi togli il commento")),
            true => (
                words!(
                    "still to do in a published edition: {what}",
                    "ancora da fare in un’edizione pubblicata: {what}"
                ),
                words!(
                    "do it and take the comment away; until then write `status: draft` in edition.yaml",
                    "fallo e togli il commento; fino ad allora scrivi `status: draft` in edition.yaml"
                ),
            ),
        };
        push(*at, message, hint);
    }
    for series in &edition.series {
        let Some((at, message)) = values(series, whole) else { continue };
        let hint = match published {
            false => words!(
                "in the place of each `todo` write a value, or `missing` where no source gives one",
                "al posto di ogni `todo` scrivi un valore, o `missing` dove nessuna fonte lo dà"
            ),
            true => words!(
                "in the place of each `todo` write a value, or `missing`; until then `status: draft` in edition.yaml",
                "al posto di ogni `todo` scrivi un valore, o `missing`; fino ad allora `status: draft` in edition.yaml"
            ),
        };
        push(at, message, hint);
    }
}

/// What is left to do in narrative that editions share: a fault where a published one reads it, a warning where only
/// drafts do.
pub fn shared(draft: &Draft, faults: &mut Vec<Diagnostic>) {
    for (narrative, Placed { value: what, at }) in &draft.todos {
        let mut readers = draft.editions.iter().filter(|edition| reads(edition, narrative, draft)).peekable();
        if readers.peek().is_none() {
            // That nobody reads it is a fault of its own.
            continue;
        }
        let published = readers.find(|edition| edition.head.as_ref().is_some_and(|head| !head.draft));
        let Some(published) = published else {
            let hint = words!("do it, then take the comment away", "fallo, poi togli il commento");
            faults.push(Diagnostic::new(Code::ToDo, *at, Words::same(what), hint).warning());
            continue;
        };
        let edition = published.id();
        let message = words!(
            "still to do in a text that the published edition {edition} reads: {what}",
            "ancora da fare in un testo letto dall’edizione pubblicata {edition}: {what}"
        );
        let hint = words!(
            "do it and take the comment away; or give a draft its own text, in editions/FOLDER/narrative/{narrative}.md",
            "fallo e togli il commento; o dai alla bozza un testo suo, in editions/CARTELLA/narrative/{narrative}.md"
        );
        faults.push(Diagnostic::new(Code::ToDo, *at, message, hint));
    }
}

/// Whether an edition reads a narrative of those that are shared: it has none of its own with that name.
fn reads(edition: &EditionDraft, narrative: &str, draft: &Draft) -> bool {
    let entries = edition.outline.iter().chain(draft.outline.as_ref().filter(|_| edition.outline.is_none()));
    let named = |entry: &EntryDraft| matches!(entry, EntryDraft::Narrative(name) if name.value == narrative);
    !edition.narratives.iter().any(|own| own.name == narrative)
        && entries.flat_map(|outline| &outline.entries).any(|entry| named(&entry.value))
}

/// What is still to be given in a file: where the first of it stands, and how much it is.
fn values(series: &SeriesDraft, whole: &str) -> Option<(Span, Words)> {
    let national = series.national.iter().map(|value| (whole, value.at, value.todo));
    let values = series.values.iter().map(|(name, value)| (name.value.as_str(), value.at, value.todo));
    let rows = series.rows.iter().map(|(name, row)| (name.value.as_str(), name.at, row.todo));
    let all: Vec<(&str, Span, bool)> = national.chain(values).chain(rows).collect();
    let names: Vec<&str> = all.iter().filter(|(_, _, todo)| *todo).map(|(name, ..)| *name).collect();
    let at = all.iter().find(|(_, _, todo)| *todo)?.1;
    let (left, all, names) = (names.len(), all.len(), names.join(", "));
    let message = match (series.rows.is_empty(), left == all) {
        (true, _) if left == 1 => {
            words!("1 of {all} values is still to be given: {names}", "resta da dare 1 valore su {all}: {names}")
        }
        (false, _) if left == 1 => {
            words!("1 of {all} rows is still to be filled: {names}", "resta da riempire 1 riga su {all}: {names}")
        }
        (true, true) => words!("all {all} values are still to be given", "restano da dare tutti i {all} valori"),
        (true, false) => words!(
            "{left} of {all} values are still to be given: {names}",
            "restano da dare {left} valori su {all}: {names}"
        ),
        (false, true) => words!("all {all} rows are still to be filled", "restano da riempire tutte le {all} righe"),
        (false, false) => words!(
            "{left} of {all} rows are still to be filled: {names}",
            "restano da riempire {left} righe su {all}: {names}"
        ),
    };
    Some((at, message))
}
