//! Sources: a declared one that no value names would vanish in silence.

use crate::diag::{Code, Diagnostic};
use crate::parse::draft::{Draft, EditionDraft, SourceDraft};
use crate::words;

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
    let whole = |series: &crate::parse::draft::SeriesDraft| {
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
