//! Sources: those that an edition may name, and those that no value does, which would vanish in silence.

use super::checked::SourceData;
use super::unknown::the_first;
use crate::diag::{Code, Diagnostic};
use crate::parse::draft::{Draft, EditionDraft, SeriesDraft, SourceDraft};
use crate::words;

/// The sources that an edition may name: its own, then the shared ones.
pub fn in_reach(own: &[SourceDraft], shared: &[SourceDraft], faults: &mut Vec<Diagnostic>) -> Vec<SourceData> {
    for source in own {
        if let Some(first) = shared.iter().find(|shared| shared.id.value == source.id.value) {
            let message = words!(
                "the source `{}` is also in sources.yaml",
                "la fonte `{}` è anche in sources.yaml",
                source.id.value
            );
            let hint = words!("give one of the two another key", "dai un’altra chiave a una delle due");
            let fault = Diagnostic::new(Code::DuplicateKey, source.id.at, message, hint);
            faults.push(fault.other(first.id.at, the_first()));
        }
    }
    let data = |source: &SourceDraft| SourceData {
        id: source.id.value.clone(),
        publisher: source.publisher.value.clone(),
        title: source.title.value.clone(),
        url: source.url.as_ref().map_or_else(String::new, |url| url.value.clone()),
        date: source.date.map(|date| date.value),
        note: source.note.as_ref().map_or_else(String::new, |note| note.value.clone()),
    };
    own.iter().chain(shared).map(data).collect()
}

/// Warns of every source that nothing names: of an edition's own in that edition, of a shared one in all of them.
pub fn unused(draft: &Draft, faults: &mut Vec<Diagnostic>) {
    for edition in draft.editions.iter().filter(|edition| is_whole(edition)) {
        let own = edition.head.as_ref().map_or(&[][..], |head| &head.sources);
        let declared = declared(own, &draft.sources);
        faults.extend(own.iter().filter(|source| !names(edition, source, &declared)).map(warning));
    }
    if draft.editions.is_empty() || !draft.editions.iter().all(is_whole) {
        return;
    }
    let of_targets = || draft.indicators.iter().filter_map(|indicator| Some(&indicator.target.as_ref()?.source));
    let named = |source: &&SourceDraft| {
        of_targets().any(|name| name.value == source.id.value)
            || draft.editions.iter().any(|edition| {
                let own = edition.head.as_ref().map_or(&[][..], |head| &head.sources);
                names(edition, source, &declared(own, &draft.sources))
            })
    };
    faults.extend(draft.sources.iter().filter(|source| !named(source)).map(warning));
}

/// Whether all that names a source is there and could be read, so that none is missed for another fault.
fn is_whole(edition: &EditionDraft) -> bool {
    let whole = |series: &SeriesDraft| {
        series.unread == 0 && !series.has_todos() && !series.values.iter().any(|(_, value)| value.faulty)
    };
    !edition.unread && !edition.series.is_empty() && edition.series.iter().all(whole)
}

/// The names of the sources in reach of an edition.
fn declared<'d>(own: &'d [SourceDraft], shared: &'d [SourceDraft]) -> Vec<&'d str> {
    own.iter().chain(shared).map(|source| source.id.value.as_str()).collect()
}

/// Whether an edition names a source, or one that is not declared: that is a fault of its own, and may mean any.
fn names(edition: &EditionDraft, source: &SourceDraft, declared: &[&str]) -> bool {
    let id = source.id.value.as_str();
    let meant = |name: &str| name == id || !declared.contains(&name);
    edition.series.iter().any(|series| {
        let values = series.values.iter().map(|(_, value)| value).chain(&series.national);
        let of_values = values.filter_map(|value| value.source.as_ref());
        of_values.chain(&series.source).any(|name| meant(&name.value))
    })
}

fn warning(source: &SourceDraft) -> Diagnostic {
    let message = words!(
        "no value names the source `{}`: no page will show it",
        "nessun valore indica la fonte `{}`: nessuna pagina la mostrerà",
        source.id.value
    );
    let hint = words!(
        "name it where it belongs with `source: {0}`, or take it away",
        "indicala dove serve con `source: {0}`, o toglila",
        source.id.value
    );
    Diagnostic::new(Code::UnusedSource, source.id.at, message, hint).warning()
}
