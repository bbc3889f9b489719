//! Shared narratives that no edition reads.

use super::outline;
use crate::diag::{Code, Diagnostic};
use crate::files::Span;
use crate::parse::draft::{Draft, EntryDraft};
use crate::words;

/// Adds the faults of shared narratives that no outline names: they would vanish in silence.
pub fn unread(draft: &Draft, faults: &mut Vec<Diagnostic>) {
    let outlines = || draft.editions.iter().filter_map(|edition| edition.outline.as_ref()).chain(&draft.outline);
    if outlines().any(|outline| outline.faulty) {
        return;
    }
    let entries: Vec<_> = outlines().flat_map(|outline| &outline.entries).collect();
    let own = || draft.editions.iter().flat_map(|edition| &edition.narratives);
    let is_there = |name: &str| draft.narratives.iter().chain(own()).any(|narrative| narrative.name == name);
    for narrative in &draft.narratives {
        let read = entries.iter().any(|entry| {
            matches!(&entry.value, EntryDraft::Narrative(name) if outline::meant(&name.value, &narrative.name, is_there))
        });
        if !read {
            let name = &narrative.name;
            let message = outline::in_no_outline(name);
            let hint = words!(
                "add `- narrative: {name}` to an outline, or take the file away",
                "aggiungi `- narrative: {name}` a una scaletta, o togli il file"
            );
            faults.push(Diagnostic::new(Code::StrayFile, Span::top(narrative.file), message, hint));
        }
    }
}
