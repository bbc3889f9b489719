//! What has changed in a figure since an older edition.

use super::figure::series;
use crate::check::checked::{Body, EntryData, Series};
use crate::check::context::{Context, Older};
use crate::check::questions::worded;
use crate::check::questions::worded::About;
use crate::data::indicator::{Indicator, Part};
use crate::data::view::ChangeView;
use crate::diag::{Code, Diagnostic, did_you_mean, nearest};
use crate::files::Placed;
use crate::parse::draft::WordsDraft;
use crate::words;

/// A figure of what has changed, which an older edition has too.
pub(super) fn change(
    name: &Placed<String>,
    since: Option<&Placed<String>>,
    view: Option<&Placed<String>>,
    words: &WordsDraft,
    context: &Context<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<EntryData> {
    let view = match view {
        None => ChangeView::Dumbbell,
        Some(word) => change_view(word, faults)?,
    };
    let key @ (indicator, part) = series("change", name, context, faults)?;
    if part == Part::Table {
        let id = &context.catalogue.indicators[indicator].id;
        let message = words!("a table has no figure of what changed", "una tabella non ha una figura dei cambiamenti");
        let hint = words!(
            "write `change: {id}/items` or `change: {id}/territories`",
            "scrivi `change: {id}/items` o `change: {id}/territories`"
        );
        faults.push(Diagnostic::new(Code::UnknownEntry, name.at, message, hint));
        return None;
    }
    let has = |older: &&Older<'_>| older.series.series.contains_key(&key);
    let found = match since {
        // A draft whose values are still to be given has nothing to say of what came before.
        None => context.older.iter().find(|older| has(older) && !older.series.unfinished.contains(&key)),
        Some(since) => Some(named(since, context, faults)?),
    };
    let place = since.unwrap_or(name);
    // A series that could not be read is not said to be lacking.
    let said = |older: &Older<'_>| !older.series.has(&key) && (older.unread || older.series.given.contains(&key));
    let Some(older) = found.filter(has) else {
        let silent = found.map_or_else(|| context.older.iter().any(said), said);
        if !silent {
            let figure = &name.value;
            let message = match since {
                Some(since) => {
                    let since = &since.value;
                    words!("the edition {since} has no `{figure}`", "l’edizione {since} non ha `{figure}`")
                }
                None => words!(
                    "no edition older than {} has `{figure}`",
                    "nessuna edizione precedente a {} ha `{figure}`",
                    context.edition
                ),
            };
            let with: Vec<&str> = context.older.iter().filter(has).map(|older| older.id).collect();
            let hint = match with.join(", ") {
                none if none.is_empty() => words!("take this line away", "togli questa riga"),
                with => words!("older editions that have it: {with}", "edizioni precedenti che lo hanno: {with}"),
            };
            faults.push(Diagnostic::new(Code::NoData, place.at, message, hint));
        }
        return None;
    };
    let (old, new) = (&older.series.series[&key], &context.series.series[&key]);
    let is_last = since.is_some() || !context.older.iter().take_while(|one| one.id != older.id).any(said);
    if is_last && has_value(new) && !in_common(&context.catalogue.indicators[indicator], old, new) {
        let since = older.id;
        let message = words!(
            "`{}` has nothing in common with the edition {since}: no row has a value in both",
            "`{}` non ha nulla in comune con l’edizione {since}: nessuna riga ha un valore in entrambe",
            name.value
        );
        let hint = words!(
            "name another edition, `change: {{ figure: {0}, since: ... }}`, or take this line away",
            "indica un’altra edizione, `change: {{ figure: {0}, since: ... }}`, o togli questa riga",
            name.value
        );
        // The figure says so, and draws what there is.
        faults.push(Diagnostic::new(Code::NoData, place.at, message, hint).warning());
    }
    let periods = [old.period, new.period];
    let words = worded::words(words, &About { indicator, part, periods: &periods }, context, faults);
    Some(EntryData::Change { indicator, part, since: older.id.to_owned(), view, words })
}

/// How a figure of what changed is shown.
fn change_view(word: &Placed<String>, faults: &mut Vec<Diagnostic>) -> Option<ChangeView> {
    let words = ChangeView::ALL.map(ChangeView::word);
    let found = ChangeView::ALL.into_iter().find(|view| view.word() == word.value);
    if found.is_none() {
        let message = words!("what changed is not shown as `{}`", "un cambiamento non si mostra come `{}`", word.value);
        let hint = match nearest(&word.value, words) {
            Some(near) => did_you_mean(near),
            None => words!("it can be shown as: {}", "si può mostrare come: {}", words.join(", ")),
        };
        faults.push(Diagnostic::new(Code::UnknownEntry, word.at, message, hint).fix_case(word, words));
    }
    found
}

/// Whether a series has a value at all: where it has none, there is nothing to be astonished at.
fn has_value(series: &Series) -> bool {
    series.observations().iter().any(|value| value.value.is_some())
}

/// Whether some row has a value in both.
fn in_common(indicator: &Indicator, old: &Series, new: &Series) -> bool {
    let national = |series: &Series| match &series.body {
        Body::Territories { national, .. } => national.value.is_some(),
        Body::Items(_) | Body::Table { .. } => false,
    };
    let has_old = |row: usize| {
        let place = match new.body {
            Body::Items(_) => indicator.place_of(row, new.definition, old.definition),
            Body::Territories { .. } | Body::Table { .. } => Some(row),
        };
        place.and_then(|place| old.observations().get(place)).is_some_and(|value| value.value.is_some())
    };
    let mut rows = new.observations().iter().enumerate();
    (national(old) && national(new)) || rows.any(|(row, value)| value.value.is_some() && has_old(row))
}

/// The edition that `since` names; a fault where no older one has that address.
fn named<'c>(since: &Placed<String>, context: &Context<'c>, faults: &mut Vec<Diagnostic>) -> Option<&'c Older<'c>> {
    let found = context.older.iter().find(|older| older.id == since.value);
    if found.is_none() {
        let older: Vec<&str> = context.older.iter().map(|older| older.id).collect();
        // None is guessed: another edition is another comparison.
        let hint = match older.join(", ") {
            none if none.is_empty() => words!("take this line away", "togli questa riga"),
            older => words!("older editions are: {older}", "le edizioni precedenti sono: {older}"),
        };
        let message = words!(
            "there is no edition `{}` older than {}",
            "non c’è un’edizione `{}` precedente a {}",
            since.value,
            context.edition
        );
        faults.push(Diagnostic::new(Code::UnknownEdition, since.at, message, hint));
    }
    found
}
