//! How far back an edition looks.

use super::sentences::narratives;
use crate::check::{Checked, EditionData, EntryData, Series};

/// The place of the oldest edition that anything written of an edition may speak of: its own, where it looks at none. An
/// edition beyond that place may change, and no file of this one does. What the author's text says of older editions was
/// worked out by the check, and stands in the edition itself.
///
/// # Panics
/// Where there is no such edition.
pub fn oldest_seen(checked: &Checked, index: usize) -> usize {
    let (edition, last) = (&checked.editions[index], checked.editions.len() - 1);
    // What may be compared with a draft depends on which others are drafts.
    if checked.editions.iter().any(|edition| edition.draft) {
        return last;
    }
    let place = |id: &str| checked.editions.iter().position(|edition| edition.id == id).unwrap_or(last);
    let older = |has: &dyn Fn(&EditionData) -> bool| (index + 1..=last).find(|place| has(&checked.editions[*place]));
    let by_outline = edition.entries().filter_map(|entry| match entry {
        EntryData::Figure(figure) => figure.older.first().map(|id| place(id)),
        EntryData::Change { since, .. } => Some(place(since)),
        EntryData::Narrative { name, .. } => {
            older(&|edition| narratives(edition).any(|(other, _)| other == name.as_str()))
        }
        _ => None,
    });
    // The last that has a series, and the last in which it has values: pages of changes and of territories speak of them.
    let by_series = edition.series.keys().flat_map(|key| {
        let with_values = |edition: &EditionData| edition.series.get(key).is_some_and(Series::has_values);
        [older(&|edition| edition.series.contains_key(key)), older(&with_values)]
    });
    let next = (index + 1).min(last);
    by_outline.chain(by_series.flatten()).fold(next, usize::max)
}
