//! One edition held against older ones: which figures both have, which are new or gone, which texts have changed.

use super::changes::{Changes, FigureNews, Named, TextsChange};
use super::compared::{Side, between};
use super::figures::figure;
use super::named::{kicker, named};
use super::sentences::{ClaimChange, Paragraph, TextChange, claims, differences, narratives, paragraphs, title};
use crate::check::{Checked, EditionData};
use crate::data::indicator::Part;
use crate::diag::Language;
use crate::resolve::figure::words::words;
use crate::resolve::names::figure_id;
use std::collections::BTreeSet;

/// With which older edition a newer one is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// With this one, by its place in the collection.
    Edition(usize),
    /// Each thing with the last older edition that has it.
    Last,
}

/// What changed in the edition `newer`, by its place in the collection, said in a language; none where there is nothing
/// older.
///
/// # Panics
/// Where there is no such edition.
pub fn changes(checked: &Checked, newer: usize, against: Against, language: Language) -> Option<Changes> {
    let edition = &checked.editions[newer];
    let named = |edition: &EditionData| named(edition, language);
    // The places of those it may be compared with.
    let places = match against {
        Against::Edition(place) => place..place + 1,
        Against::Last => newer + 1..checked.editions.len(),
    };
    let since = checked.editions[places.clone()].first()?;
    // What is published is not held against a draft, whose values may still be to be given, unless that is asked for.
    let may = |older: &EditionData| !older.draft || edition.draft || matches!(against, Against::Edition(_));
    let last_with = |key: &(usize, Part)| {
        places.clone().find(|place| {
            let older = &checked.editions[*place];
            may(older) && older.series.contains_key(key)
        })
    };

    let (mut figures, mut added) = (Vec::new(), Vec::new());
    // How far back the comparison goes: what is older than that was gone before.
    let mut reach = places.start;
    for (&key, series) in &edition.series {
        match last_with(&key) {
            Some(place) => {
                reach = reach.max(place);
                let was = &checked.editions[place];
                let sides = [Side { edition: was, series: &was.series[&key] }, Side { edition, series }];
                figures.push(figure(checked, key.1, sides, &between(checked, newer, place, key), language));
            }
            None => added.push(news(checked, key, edition, language)),
        }
    }
    let (older, near) = (&checked.editions[places.clone()], &checked.editions[places.start..=reach]);
    let had: BTreeSet<(usize, Part)> = near.iter().flat_map(|older| older.series.keys()).copied().collect();
    let gone = had.into_iter().filter(|key| !edition.series.contains_key(key));
    let gone = gone.filter_map(|key| Some(news(checked, key, &checked.editions[last_with(&key)?], language))).collect();

    let plain = |edition: &EditionData| edition.notes.iter().map(|note| Paragraph::plain(note)).collect::<Vec<_>>();
    let notes = texts(["", ""], Some(named(since)), differences(&plain(since), &plain(edition)), Vec::new());
    Some(Changes {
        edition: named(edition),
        since: matches!(against, Against::Edition(_)).then(|| named(since)),
        figures,
        added,
        gone,
        notes: notes.into_iter().collect(),
        narratives: told(edition, older, near, language),
    })
}

/// The narratives of an edition against those of the last older one that has them; then those that are gone.
fn told<'e>(
    edition: &'e EditionData,
    older: &'e [EditionData],
    near: &'e [EditionData],
    language: Language,
) -> Vec<TextsChange> {
    let of = |edition: &'e EditionData, name: &str| narratives(edition).find(|(other, _)| *other == name);
    let last_with = |name: &str| older.iter().find_map(|older| Some((older, of(older, name)?.1)));
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in std::iter::once(edition).chain(near).flat_map(narratives) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let paragraphs = |passages| paragraphs(passages, language);
    let change = |name: &str| {
        let new = of(edition, name).map_or(&[][..], |(_, passages)| passages);
        let (since, old) =
            last_with(name).map_or((None, &[][..]), |(edition, passages)| (Some(named(edition, language)), passages));
        let title = title(if new.is_empty() { old } else { new }, language);
        texts([name, &title], since, differences(&paragraphs(old), &paragraphs(new)), claims(old, new, language))
    };
    names.into_iter().filter_map(change).collect()
}

/// What changed in one text; nothing where nothing did.
fn texts(
    [name, title]: [&str; 2],
    since: Option<Named>,
    changes: Vec<TextChange>,
    claims: Vec<ClaimChange>,
) -> Option<TextsChange> {
    let is_same = changes.is_empty() && claims.is_empty();
    (!is_same).then(|| TextsChange { name: name.to_owned(), title: title.to_owned(), since, changes, claims })
}

/// A figure that one of two editions alone has.
fn news(checked: &Checked, (index, part): (usize, Part), edition: &EditionData, language: Language) -> FigureNews {
    let indicator = &checked.catalogue.indicators[index];
    let definition = edition.series(index, part).map_or(0, |series| series.definition);
    let (title, _) = words(indicator, definition, part);
    FigureNews {
        id: figure_id(indicator, part),
        kicker: kicker(checked, indicator),
        title,
        edition: named(edition, language),
    }
}
