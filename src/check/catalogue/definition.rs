//! The definitions of an indicator: the items that each lists, its total, and which other it continues.

use super::titles::titles;
use crate::check::unknown::the_first;
use crate::data::indicator::{Continues, Definition, Kind};
use crate::diag::{Code, Diagnostic, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::parse::draft::{DefinitionDraft, IndicatorDraft};
use crate::parse::keep_one;
use crate::words;

/// Checks one definition of an indicator of a kind.
pub(super) fn definition(
    version: &DefinitionDraft,
    kind: &Kind,
    draft: &IndicatorDraft,
    faults: &mut Vec<Diagnostic>,
) -> Definition {
    let is_share = *kind == Kind::Share;
    let total = version.total;
    if is_share {
        if let Some(total) = total {
            let message = words!(
                "a share has no total: only what is available is counted among items",
                "una quota non ha un totale: solo di una disponibilità si contano le voci"
            );
            let hint = words!("take `total` away", "togli `total`");
            faults.push(Diagnostic::new(Code::UnknownKey, total.at, message, hint));
        }
        let items = version.items.as_ref().map(|(at, _)| ("items", *at));
        let figures = version.figures.as_ref().map(|(at, _)| ("figures", *at));
        for (key, at) in items.into_iter().chain(figures) {
            let message = words!("`{key}` is for an availability only", "`{key}` vale solo per una `availability`");
            let hint = words!("take `{key}` away", "togli `{key}`");
            faults.push(Diagnostic::new(Code::UnknownKey, at, message, hint));
        }
    }
    let items = match &version.items {
        Some((at, names)) if !is_share => listed(*at, names, draft, faults),
        _ => (0..draft.items.len()).collect(),
    };
    let count = items.len() as u32;
    if let Some(total) = total.filter(|total| !is_share && total.value.is_some_and(|total| total < count)) {
        let message =
            words!("{count} items are listed, more than the total", "le voci elencate sono {count}, più del totale");
        let hint = words!("write `total: {count}`, or `unknown`", "scrivi `total: {count}`, o `unknown`");
        faults.push(Diagnostic::new(Code::CountAboveTotal, total.at, message, hint));
    }
    let own_words = version.figures.as_ref().filter(|_| !is_share);
    Definition {
        id: version.id.value.clone(),
        text: version.text.value.clone(),
        total: if is_share { None } else { total.map_or(Some(count), |total| total.value) },
        items,
        of: version.of.as_ref().map(|of| of.value.clone()),
        titles: own_words.map(|(_, own)| titles(own, draft)),
        continues: version.continues.as_ref().and_then(|said| continues(said, version, draft, faults)),
    }
}

/// The items that a version lists, in the order of the indicator's.
fn listed(at: Span, names: &[Placed<String>], draft: &IndicatorDraft, faults: &mut Vec<Diagnostic>) -> Vec<usize> {
    let known = || draft.items.iter().map(|item| item.id.value.as_str());
    let mut listed: Vec<(usize, Span)> = Vec::with_capacity(names.len());
    for name in names {
        let id = &draft.id.value;
        let Some(place) = known().position(|item| item == name.value) else {
            let message = words!("`{id}` has no item `{}`", "`{id}` non ha una voce `{}`", name.value);
            let hint = match nearest(&name.value, known()) {
                Some(near) => did_you_mean(near),
                None => words!(
                    "add it to the `items` of `{id}`, which are those of all its definitions",
                    "aggiungila alle `items` di `{id}`, che sono le voci di tutte le sue definizioni"
                ),
            };
            faults.push(Diagnostic::new(Code::UnknownItem, name.at, message, hint));
            continue;
        };
        if let Some((_, first)) = listed.iter().find(|(other, _)| *other == place) {
            let message = words!("`{}` is listed twice", "`{}` è nell’elenco due volte", name.value);
            let fault = Diagnostic::new(Code::DuplicateKey, name.at, message, keep_one());
            faults.push(fault.other(*first, the_first()));
            continue;
        }
        listed.push((place, name.at));
    }
    if names.is_empty() {
        let message = words!("a definition lists one item or more", "una definizione elenca una voce o più");
        let hint = words!(
            "write `items: [...]`, or take `items` away where it lists all of them",
            "scrivi `items: [...]`, o togli `items` se le elenca tutte"
        );
        faults.push(Diagnostic::new(Code::MissingKey, at, message, hint));
    }
    let mut places: Vec<usize> = listed.into_iter().map(|(place, _)| place).collect();
    places.sort_unstable();
    places
}

/// An item that no version lists would stand in no figure.
pub(super) fn unlisted(draft: &IndicatorDraft, faults: &mut Vec<Diagnostic>) {
    let lists: Vec<_> = draft.definitions.iter().filter_map(|version| version.items.as_ref()).collect();
    let known = |name: &Placed<String>| draft.items.iter().any(|item| item.id.value == name.value);
    // A name that is no item may be meant for one that seems forgotten.
    if lists.len() < draft.definitions.len() || !lists.iter().all(|(_, names)| names.iter().all(known)) {
        return;
    }
    for item in &draft.items {
        let id = &item.id;
        if !lists.iter().any(|(_, names)| names.iter().any(|name| name.value == id.value)) {
            let message = words!(
                "no definition lists `{}`: nobody would see it",
                "nessuna definizione elenca `{}`: non si vedrebbe mai",
                id.value
            );
            let hint = words!(
                "add it to the `items` of a definition, or take it away",
                "aggiungila alle `items` di una definizione, o toglila"
            );
            faults.push(Diagnostic::new(Code::UnknownItem, id.at, message, hint));
        }
    }
}

/// A version cannot continue itself, through others or not: which of them would be the older?
pub(super) fn circles(draft: &IndicatorDraft, faults: &mut Vec<Diagnostic>) {
    let next = |version: &DefinitionDraft| {
        let (other, _) = version.continues.as_ref()?;
        draft.definitions.iter().position(|definition| definition.id.value == other.value)
    };
    let mut said = vec![false; draft.definitions.len()];
    for start in 0..draft.definitions.len() {
        // A circle comes back to where it began within as many steps as there are versions.
        let mut path = vec![start];
        while let Some(place) = next(&draft.definitions[path[path.len() - 1]]).filter(|place| !path.contains(place)) {
            path.push(place);
        }
        let last = &draft.definitions[path[path.len() - 1]];
        let (Some((other, _)), true) = (&last.continues, next(last) == Some(start)) else { continue };
        // One step is a version that continues itself, which is told where it is read.
        if path.len() == 1 || path.iter().any(|&place| said[place]) {
            continue;
        }
        path.iter().for_each(|&place| said[place] = true);
        let names = path.iter().map(|&place| format!("`{}`", draft.definitions[place].id.value));
        let names = names.collect::<Vec<_>>().join(", ");
        let message = words!(
            "these definitions continue each other in a circle: {names}",
            "queste definizioni si continuano in circolo: {names}"
        );
        let hint = words!(
            "the newer continues the older: take the other `continues` away",
            "la più recente continua la più vecchia: togli l’altro `continues`"
        );
        let fault = Diagnostic::new(Code::UnknownWord, other.at, message, hint);
        faults.push(match &draft.definitions[start].continues {
            Some((first, _)) => fault.other(first.at, words!("and back", "e ritorno")),
            None => fault,
        });
    }
}

/// The version that another continues, which must be another one of the same indicator.
fn continues(
    (other, because): &(Placed<String>, Placed<String>),
    own: &DefinitionDraft,
    draft: &IndicatorDraft,
    faults: &mut Vec<Diagnostic>,
) -> Option<Continues> {
    let known = || draft.definitions.iter().map(|definition| definition.id.value.as_str());
    if let Some(definition) = known().position(|id| id == other.value).filter(|_| other.value != own.id.value) {
        return Some(Continues { definition, because: because.value.clone() });
    }
    let others: Vec<&str> = known().filter(|id| *id != own.id.value).collect();
    let others = others.join(", ");
    let message = words!(
        "`{}` has no other definition `{}`",
        "`{}` non ha un’altra definizione `{}`",
        draft.id.value,
        other.value
    );
    let hint = words!("its other definitions are: {others}", "le altre definizioni sono: {others}");
    faults.push(Diagnostic::new(Code::UnknownWord, other.at, message, hint));
    None
}
