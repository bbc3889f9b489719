//! Outlines: every figure has data, every narrative its file, nothing stands twice.

use super::checked::{Body, EntryData, FigureData, PassageData, Series, StepData};
use super::context::{Context, Older};
use super::expressions::Values;
use super::expressions::claim;
use super::lines;
use super::questions::typed;
use super::questions::worded;
use super::questions::worded::About;
use super::shown::{self, highlight};
use super::unknown::{the_first, unknown_indicator};
use crate::data::address::is_reserved;
use crate::data::indicator::{Catalogue, Indicator, Kind, Part};
use crate::data::period::Period;
use crate::data::prose::{map_blocks, map_inlines};
use crate::data::talk::{Cut, Qr, Timed, kept};
use crate::data::value::Value;
use crate::data::view::{ChangeView, View};
use crate::diag::{Code, Diagnostic, Term, Words, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::parse::draft::{EntryDraft, Expression, OutlineDraft, ShownDraft, StepDraft, WordsDraft};
use crate::parse::{check_id, keep_one};
use crate::words;

/// Checks an outline for one edition.
pub fn outline(draft: &OutlineDraft, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Talk {
    let mut seen: Vec<(String, Span)> = Vec::new();
    let mut steps = Vec::with_capacity(draft.entries.len());
    for entry in &draft.entries {
        if let Some(name) = once(&entry.value) {
            if let Some((_, first)) = seen.iter().find(|(other, _)| *other == name) {
                let message =
                    words!("`{name}` stands twice in the outline", "`{name}` compare due volte nella scaletta");
                let fault = Diagnostic::new(Code::DuplicateKey, entry.at, message, keep_one());
                faults.push(fault.other(*first, the_first()));
                continue;
            }
            seen.push((name, entry.at));
        }
        let checked = check(entry, context, faults);
        steps.extend(checked.map(|checked| StepData::new(entry.at, checked, entry.seconds, entry.extra)));
    }
    fixed_addresses(&steps, faults);
    let is_there = |name: &str| context.own.iter().chain(context.shared).any(|narrative| narrative.name == name);
    let named = |name: &str| {
        seen.iter()
            .any(|(entry, _)| entry.strip_prefix("narrative: ").is_some_and(|entry| meant(entry, name, is_there)))
    };
    for narrative in context.own.iter().filter(|own| !draft.faulty && !named(&own.name)) {
        let name = &narrative.name;
        let hint = words!(
            "add `- narrative: {name}` to the outline, or take the file away",
            "aggiungi `- narrative: {name}` alla scaletta, o togli il file"
        );
        faults.push(Diagnostic::new(Code::StrayFile, Span::top(narrative.file), in_no_outline(name), hint));
    }
    Talk { cuts: cuts(draft, &steps, context, faults), steps }
}

/// A talk, checked.
#[derive(Default)]
pub struct Talk {
    /// In order.
    pub steps: Vec<StepData>,
    /// By name.
    pub cuts: Vec<(String, Cut)>,
}

/// The cuts of a talk, each with time enough for its core.
fn cuts(
    draft: &OutlineDraft,
    steps: &[StepData],
    context: &Context<'_>,
    faults: &mut Vec<Diagnostic>,
) -> Vec<(String, Cut)> {
    let timed: Vec<Timed> = steps.iter().map(StepData::timed).collect();
    for (_, cut) in &draft.cuts {
        // Where a step has a fault, the time of the others is not that of the talk.
        if !draft.faulty
            && let (Cut::Minutes(minutes), Err(core)) = (cut.value, kept(&timed, cut.value))
        {
            faults.push(too_long(context.edition, minutes, core, &times(steps, context.catalogue), cut.at));
        }
    }
    draft.cuts.iter().map(|(name, cut)| (name.value.clone(), cut.value)).collect()
}

/// The steps of the core with the time that each takes, as an outline names them: `title` 20 s, `consenso` 5 min.
pub fn times(steps: &[StepData], catalogue: &Catalogue) -> String {
    let figure = |indicator: usize, part: Part| match &catalogue.indicators[indicator] {
        share if share.kind == Kind::Share => share.id.clone(),
        other => format!("{}/{}", other.id, part.word()),
    };
    let named = steps.iter().filter(|step| !step.extra).map(|step| {
        let name = match &step.entry {
            EntryData::Title => "title".to_owned(),
            EntryData::Narrative { name, .. } => name.clone(),
            EntryData::Link { .. } => "link".to_owned(),
            EntryData::Overview { .. } => "overview".to_owned(),
            EntryData::Figure(of) => figure(of.indicator, of.part),
            EntryData::Change { indicator, part, .. } => format!("change: {}", figure(*indicator, *part)),
            EntryData::Section(group) => format!("section: {}", catalogue.groups[*group].id),
            EntryData::Closing { .. } => "closing".to_owned(),
        };
        format!("`{name}` {}", time(step.seconds))
    });
    named.collect::<Vec<_>>().join(", ")
}

/// A time as an outline gives it: `20 s`, `5 min`, `1 min 30 s`.
pub fn time(seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, rest) => format!("{rest} s"),
        (whole, 0) => format!("{whole} min"),
        (whole, rest) => format!("{whole} min {rest} s"),
    }
}

/// A core that takes longer than there is time; `times` are those of its steps.
pub fn too_long(edition: &str, minutes: u32, core: u32, times: &str, at: Span) -> Diagnostic {
    let (whole, rest) = (core / 60, core % 60);
    let unit = if minutes == 1 { Term::new("minute", "minuto") } else { Term::new("minutes", "minuti") };
    let message = words!(
        "the core of the talk of {edition} takes {whole} min {rest} s: more than {minutes} {unit}",
        "la parte essenziale dell’intervento di {edition} dura {whole} min {rest} s: più di {minutes} {unit}"; unit
    );
    let hint = words!(
        "mark more steps of the outline with `extra: true`, give them fewer `minutes`, or ask for more time; its steps now: {times}",
        "segna altri passi della scaletta con `extra: true`, dai loro meno `minutes`, o chiedi più tempo; i suoi passi ora: {times}"
    );
    Diagnostic::new(Code::TalkTooLong, at, message, hint)
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

/// An address that an author fixes is one the pages do not use, and no other slide has it.
fn fixed_addresses(steps: &[StepData], faults: &mut Vec<Diagnostic>) {
    let passages = steps.iter().flat_map(|step| match &step.entry {
        EntryData::Narrative { passages, .. } => passages.as_slice(),
        _ => &[],
    });
    let mut seen: Vec<&Placed<String>> = Vec::new();
    for id in passages.filter_map(|passage| passage.id.as_ref()) {
        if !check_id(id, Term::new("a slide", "una diapositiva"), faults) {
            continue;
        }
        if is_reserved(&id.value) {
            let message = words!(
                "`{}` is an address the pages use for themselves",
                "`{}` è un indirizzo che le pagine usano per sé",
                id.value
            );
            let hint = words!("choose another id", "scegli un altro id");
            faults.push(Diagnostic::new(Code::DuplicateKey, id.at, message, hint));
        } else if let Some(first) = seen.iter().find(|other| other.value == id.value) {
            let message = words!("two slides have the id `{}`", "due diapositive hanno l’id `{}`", id.value);
            let hint = words!("change one of the two", "cambiane uno");
            let fault = Diagnostic::new(Code::DuplicateKey, id.at, message, hint);
            faults.push(fault.other(first.at, the_first()));
        } else {
            seen.push(id);
        }
    }
}

/// What may stand once only, and its name.
fn once(entry: &EntryDraft) -> Option<String> {
    match entry {
        EntryDraft::Title => Some("title".to_owned()),
        EntryDraft::Overview { .. } => Some("overview".to_owned()),
        EntryDraft::Closing { .. } => Some("closing".to_owned()),
        EntryDraft::Narrative(name) => Some(format!("narrative: {}", name.value)),
        EntryDraft::Figure(figure) => {
            // The plain view is the same figure whether it is asked for or not.
            let plain = [Part::Territories, Part::Table].map(|part| View::plain(part).word());
            Some(match figure.view.as_ref().filter(|view| !plain.contains(&view.value.as_str())) {
                None => format!("figure: {}", figure.show.value),
                Some(view) => format!("figure: {} as {}", figure.show.value, view.value),
            })
        }
        EntryDraft::Change { figure, view, .. } => {
            let view = view.as_ref().filter(|view| view.value != ChangeView::Dumbbell.word());
            let figure = &figure.value;
            Some(view.map_or_else(|| format!("change: {figure}"), |view| format!("change: {figure} as {}", view.value)))
        }
        EntryDraft::Section(name) => Some(format!("section: {}", name.value)),
        EntryDraft::Link { url, .. } => Some(format!("link: {}", url.value)),
    }
}

fn check(entry: &StepDraft, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Option<EntryData> {
    match &entry.value {
        EntryDraft::Title => Some(EntryData::Title),
        EntryDraft::Overview { title, kicker } => {
            Some(EntryData::Overview { title: title.clone(), kicker: kicker.clone() })
        }
        EntryDraft::Closing { title, text, url, qr } => Some(EntryData::Closing {
            title: title.clone(),
            text: text.clone(),
            url: url.as_ref().map(|url| url.value.clone()),
            qr: qr.as_ref().and_then(|qr| code(qr, url.is_some(), context, faults)),
        }),
        EntryDraft::Link { url, title, text, kicker, qr } => Some(EntryData::Link {
            url: url.value.clone(),
            title: title.clone(),
            text: text.clone(),
            kicker: kicker.clone(),
            qr: qr.as_ref().and_then(|qr| code(qr, true, context, faults)),
        }),
        EntryDraft::Section(name) => {
            let groups = &context.catalogue.groups;
            let found = groups.iter().position(|group| group.id == name.value);
            if found.is_none() && !context.catalogue_faulty {
                let hint = match nearest(&name.value, groups.iter().map(|group| group.id.as_str())) {
                    Some(near) => did_you_mean(near),
                    None => words!(
                        "a section names a group of indicators.yaml",
                        "una sezione porta il nome di un gruppo di indicators.yaml"
                    ),
                };
                let message = words!("there is no group `{}`", "non c’è nessun gruppo `{}`", name.value);
                let fault = Diagnostic::new(Code::UnknownGroup, name.at, message, hint);
                faults.push(fault.fix_case(name, groups.iter().map(|group| group.id.as_str())));
            }
            found.map(EntryData::Section)
        }
        EntryDraft::Figure(draft) => {
            let (indicator, part) = figure("figure", &draft.show, context, faults)?;
            let view = view(draft, part, faults)?;
            shown::has_places(draft, view, context.territories, faults);
            let highlight = match &draft.highlight {
                Some((at, names)) => highlight(names, *at, part, context.territories, faults),
                None => Vec::new(),
            };
            let older = match view {
                View::Lines => {
                    let at = draft.highlight.as_ref().map_or(entry.at, |(at, _)| *at);
                    lines::names(highlight.len(), at, faults);
                    lines::lines(&draft.show, (indicator, part), context, faults)?
                }
                _ => Vec::new(),
            };
            let key = (indicator, part);
            let has = |older: &&Older<'_>| older.series.has(&key);
            let first =
                older.first().and_then(|first| context.older.iter().filter(has).find(|older| older.id == first));
            let periods =
                first.map(|first| &first.series.series[&key]).into_iter().chain([&context.series.series[&key]]);
            let periods: Vec<Period> = periods.map(|series| series.period).collect();
            let words = worded::words(&draft.words, &About { indicator, part, periods: &periods }, context, faults);
            Some(EntryData::Figure(FigureData { indicator, part, view, words, highlight, older }))
        }
        EntryDraft::Change { figure, since, view, words } => {
            change(figure, since.as_ref(), view.as_ref(), words, context, faults)
        }
        EntryDraft::Narrative(name) => narrative(name, context, faults),
    }
}

/// A code to photograph has an address.
fn code(qr: &Placed<Qr>, has_own: bool, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Option<Qr> {
    let (message, hint) = match qr.value {
        Qr::Own if !has_own => (
            words!("there is no address for a QR code", "non c’è un indirizzo per il codice QR"),
            words!(
                "add `url: https://...` beside it, or write `qr: deck`",
                "aggiungi accanto `url: https://...`, o scrivi `qr: deck`"
            ),
        ),
        Qr::Deck if !context.has_address => (
            words!("the address of the deck is not known", "l’indirizzo delle diapositive non è noto"),
            words!(
                "add `url: https://...` to site.yaml, the address at which the site is published",
                "aggiungi a site.yaml `url: https://...`, l’indirizzo a cui il sito è pubblicato"
            ),
        ),
        Qr::Own | Qr::Deck => return Some(qr.value),
    };
    faults.push(Diagnostic::new(Code::NoAddress, qr.at, message, hint));
    None
}

/// Which series a figure shows; the edition has it.
fn figure(
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

/// How a figure is shown; a part can have some views and not others.
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

/// A figure that an older edition has too.
fn change(
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
    let key @ (indicator, part) = figure("change", name, context, faults)?;
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

/// An edition that `since` names; it is older.
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

/// A share is printed with its sign: one more would stand behind it.
fn percent_twice(at: Span) -> Diagnostic {
    let message = words!(
        "a share is printed with its `%`: here it would have two",
        "una quota si stampa con il suo `%`: qui ne avrebbe due"
    );
    let hint = words!("take this one away", "togli questo");
    Diagnostic::new(Code::UnknownBinding, at, message, hint).fix(at, "")
}

fn narrative(name: &Placed<String>, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Option<EntryData> {
    let in_either = || context.own.iter().chain(context.shared);
    let Some(found) = in_either().find(|narrative| narrative.name == name.value) else {
        let hint = match nearest(&name.value, in_either().map(|narrative| narrative.name.as_str())) {
            Some(near) => did_you_mean(near),
            None => words!(
                "write narrative/{0}.md, shared or in editions/{1}/",
                "scrivi narrative/{0}.md, in comune o in editions/{1}/",
                name.value,
                context.folder
            ),
        };
        let message = words!(
            "there is no narrative `{}` for the edition {}",
            "non c’è nessuna narrativa `{}` per l’edizione {}",
            name.value,
            context.edition
        );
        let fault = Diagnostic::new(Code::MissingFile, name.at, message, hint);
        faults.push(fault.fix_case(name, in_either().map(|narrative| narrative.name.as_str())));
        return None;
    };
    let shared = !context.own.iter().any(|own| std::ptr::eq(own, found));
    let mut values = Values::new(context);
    let mut passages = Vec::with_capacity(found.passages.len());
    for passage in &found.passages {
        typed::point_out(passage, context, faults);
        let mut claims = Vec::with_capacity(passage.claims.len());
        for (sentence, claim) in &passage.claims {
            match claim::test(claim, *sentence, shared, &mut values, context) {
                Ok(claim) => claims.push(claim),
                Err(fault) => faults.extend(fault),
            }
        }
        let mut read = |expression: &Expression| {
            let value = values.value(expression).unwrap_or_else(|fault| {
                faults.extend(fault);
                // Never printed: with a fault there is no report.
                Value::Missing
            });
            faults.extend(expression.percent.filter(|_| matches!(value, Value::Share { .. })).map(percent_twice));
            value
        };
        let title = map_inlines(&passage.title, &mut read);
        let blocks = map_blocks(&passage.blocks, &mut read);
        let speaker_notes = passage.speaker_notes.iter().map(|note| map_inlines(note, &mut read)).collect();
        // An override is allowed, and printed where it is used.
        let because = std::mem::take(&mut values.because).into_iter();
        let because = because.map(|(index, why)| format!("{}: {why}", context.catalogue.indicators[index].short));
        passages.push(PassageData {
            at: passage.at,
            id: passage.id.clone(),
            continues: passage.continues,
            title,
            blocks,
            stepwise: passage.stepwise,
            speaker_notes,
            claims,
            because: because.collect(),
        });
    }
    if passages.is_empty() && !found.faulty {
        let message = words!("the narrative `{}` is empty", "la narrativa `{}` è vuota", name.value);
        let hint = words!("write its first heading: `# Title`", "scrivi il primo titolo: `# Titolo`");
        faults.push(Diagnostic::new(Code::MissingFile, Span::top(found.file), message, hint));
    }
    let kicker = found.kicker.clone().unwrap_or_default();
    Some(EntryData::Narrative { name: name.value.clone(), kicker, passages })
}
