//! A figure: the series that it shows, which the edition has, and how it shows it.

use super::lines;
use super::shown::{has_places, highlight};
use crate::check::checked::{EntryData, FigureData};
use crate::check::context::{Context, Older};
use crate::check::questions::worded;
use crate::check::questions::worded::About;
use crate::check::unknown::unknown_indicator;
use crate::data::indicator::Part;
use crate::data::period::Period;
use crate::data::view::View;
use crate::diag::{Code, Diagnostic, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::parse::draft::ShownDraft;
use crate::words;

/// Checks a figure, whose entry stands at `at`: its series, its view, the territories it marks, the editions that
/// lines go through, and what is said of it.
pub(super) fn shown(
    draft: &ShownDraft,
    at: Span,
    context: &Context<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<EntryData> {
    let (indicator, part) = series("figure", &draft.show, context, faults)?;
    let view = view(draft, part, faults)?;
    has_places(draft, view, context.territories, faults);
    let highlight = match &draft.highlight {
        Some((at, names)) => highlight(names, *at, part, context.territories, faults),
        None => Vec::new(),
    };
    let older = match view {
        View::Lines => {
            let at = draft.highlight.as_ref().map_or(at, |(own, _)| *own);
            lines::names(highlight.len(), at, faults);
            lines::lines(&draft.show, (indicator, part), context, faults)?
        }
        _ => Vec::new(),
    };
    let key = (indicator, part);
    let has = |older: &&Older<'_>| older.series.has(&key);
    let first = older.first().and_then(|first| context.older.iter().filter(has).find(|older| older.id == first));
    let periods = first.map(|first| &first.series.series[&key]).into_iter().chain([&context.series.series[&key]]);
    let periods: Vec<Period> = periods.map(|series| series.period).collect();
    let words = worded::words(&draft.words, &About { indicator, part, periods: &periods }, context, faults);
    Some(EntryData::Figure(FigureData { indicator, part, view, words, highlight, older }))
}

/// The series that a name such as `documenti/items` means, which the edition has. `word` is the key of the entry, for
/// hints.
pub(super) fn series(
    word: &str,
    name: &Placed<String>,
    context: &Context<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Option<(usize, Part)> {
    let (id, part) = match name.value.split_once('/') {
        Some((id, part)) => (id, Some(part)),
        None => (name.value.as_str(), None),
    };
    let indicators = &context.catalogue.indicators;
    let Some(index) = indicators.iter().position(|indicator| indicator.id == id) else {
        if !context.catalogue_faulty {
            let mut fault = unknown_indicator(&Placed::new(id.to_owned(), name.at), indicators);
            // The place is that of the whole, `documenti/items`.
            if let (Some(fix), Some(part)) = (&mut fault.fix, part) {
                fix.text = format!("{}/{part}", fix.text);
            }
            faults.push(fault);
        }
        return None;
    };
    let has_items = !indicators[index].items().is_empty();
    let part = match (part, has_items) {
        (None, false) => Part::Territories,
        (Some(part), true) if Part::read(part).is_some() => Part::read(part)?,
        (Some(_), false) => {
            let message = words!("`{id}` is a share: it has one figure", "`{id}` è una quota: ha una figura sola");
            let hint = words!("write `{word}: {id}`", "scrivi `{word}: {id}`");
            faults.push(Diagnostic::new(Code::UnknownEntry, name.at, message, hint));
            return None;
        }
        (_, true) => {
            let message =
                words!("`{}` does not say which figure of `{id}`", "`{}` non dice quale figura di `{id}`", name.value);
            let hint = words!(
                "write `{id}/items`, `{id}/table` or `{id}/territories`",
                "scrivi `{id}/items`, `{id}/table` o `{id}/territories`"
            );
            faults.push(Diagnostic::new(Code::UnknownEntry, name.at, message, hint));
            return None;
        }
    };
    if !context.series.series.contains_key(&(index, part)) {
        if !context.unread && !context.series.given.contains(&(index, part)) {
            let message = words!(
                "`{}` has no observations in the edition {}",
                "`{}` non ha osservazioni nell’edizione {}",
                name.value,
                context.edition
            );
            let hint = words!(
                "add them to editions/{0}/observations/, or give the edition an outline.yaml of its own without this line",
                "aggiungile in editions/{0}/observations/, o dai all’edizione un suo outline.yaml senza questa riga",
                context.folder
            );
            faults.push(Diagnostic::new(Code::NoData, name.at, message, hint));
        }
        return None;
    }
    Some((index, part))
}

/// The view in which a figure is shown, which its part can have.
fn view(draft: &ShownDraft, part: Part, faults: &mut Vec<Diagnostic>) -> Option<View> {
    let Some(word) = &draft.view else { return Some(View::plain(part)) };
    let words: Vec<&str> = View::of(part).map(View::word).collect();
    let found = View::of(part).find(|view| view.word() == word.value);
    if found.is_none() {
        let show = &draft.show.value;
        let message = words!("`{show}` has no figure `{}`", "`{show}` non ha una figura `{}`", word.value);
        let hint = match nearest(&word.value, words.iter().copied()) {
            Some(near) => did_you_mean(near),
            None => words!("it can be shown as: {}", "si può mostrare come: {}", words.join(", ")),
        };
        faults.push(Diagnostic::new(Code::UnknownEntry, word.at, message, hint).fix_case(word, words));
    }
    found
}
