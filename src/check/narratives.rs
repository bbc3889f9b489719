//! Narratives that no outline names.

use crate::diag::{Code, Diagnostic, Words, nearest};
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
            matches!(&entry.value, EntryDraft::Narrative(name) if meant(&name.value, &narrative.name, is_there))
        });
        if !read {
            let name = &narrative.name;
            let message = in_no_outline(name);
            let hint = words!(
                "add `- narrative: {name}` to an outline, or take the file away",
                "aggiungi `- narrative: {name}` a una scaletta, o togli il file"
            );
            faults.push(Diagnostic::new(Code::StrayFile, Span::top(narrative.file), message, hint));
        }
    }
}

/// Whether an entry names a narrative, or misspells its name.
pub fn meant(entry: &str, narrative: &str, is_there: impl Fn(&str) -> bool) -> bool {
    entry == narrative || (!is_there(entry) && nearest(entry, [narrative]).is_some())
}

/// What is said of a narrative that nobody would read.
pub fn in_no_outline(name: &str) -> Words {
    words!(
        "`{name}` is in no outline: nobody would read it",
        "`{name}` non è in nessuna scaletta: nessuno lo leggerebbe"
    )
}
