//! Draft -> Checked, or every fault at once.
//!
//! After this step no name is unknown, no value impossible, no territory forgotten. Checks that need one file
//! only are in `parse`; here are those that hold files against each other.

mod catalogue;
mod checked;
mod context;
mod expressions;
mod lines;
mod observations;
mod outline;
mod periods;
mod questions;
mod shown;
mod sources;
mod territories;
mod todo;
mod unknown;

use outline::Talk;

pub use checked::{
    Body, Checked, ClaimData, EditionData, EntryData, EventData, FigureData, PassageData, Series, SiteData, SourceData,
    StepData, WordsData,
};
pub use lines::NAMES as MOST_NAMES;
pub use outline::{time, times, too_long};

pub use shown::highlight;
pub use unknown::no_territory;

use crate::data::address::is_device;
use crate::data::indicator::{Catalogue, Indicator};
use crate::data::period::Period;
use crate::data::territory::Territories;
use crate::diag::{Code, Diagnostic, Language, count_rest, did_you_mean, nearest};
use crate::files::{FileId, Span};
use crate::parse::draft::{Draft, EditionDraft, EditionHead, EntryDraft, SiteDraft, SourceDraft};
use crate::words;
use observations::Observed;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use unknown::the_first;

/// Addresses that an edition may not have, for the site has them.
const RESERVED: [&str; 2] = ["assets", "latest"];

/// Faults that only follow where the list of territories itself is faulty.
const OF_TERRITORIES: [Code; 4] =
    [Code::UnknownTerritory, Code::DuplicateTerritory, Code::ForgottenTerritory, Code::NoTiles];

/// Checks a draft. `themes` are the names of those that exist. The faults found are added to those of parsing;
/// what is given back may be used only where there is none.
pub fn check(draft: &Draft, themes: &[&str], faults: &mut Vec<Diagnostic>) -> Option<Checked> {
    let site = draft.site.as_ref().map(|site| self::site(site, themes, faults));
    faults.extend(draft.site.as_ref().filter(|_| draft.editions.is_empty()).map(no_edition));
    let language = site.as_ref().map_or_else(Language::default, |site| site.language);
    let (territories, in_doubt) = territories::territories(draft, language, faults);
    let already = faults.len();
    let mut catalogue = catalogue::catalogue(draft, faults);
    let catalogue_faulty = draft.indicators_faulty || faults.len() > already;
    let shared = faults.len();

    // The figures of each edition for themselves, side by side.
    let measured = side_by_side(&draft.editions, faults, |edition, found| {
        measured(edition, draft, &catalogue, catalogue_faulty, &territories, found)
    });
    let mut measured: Vec<Measured<'_>> = measured.into_iter().flatten().collect();
    // Whose id is another's is known by its folder for the rest: what others say of either is no second fault.
    let doubles = same_address(draft, faults);
    let doubles = measured.iter_mut().filter(|measured| doubles.contains(&measured.draft.folder.as_str()));
    doubles.for_each(|double| double.id = double.draft.folder.clone());
    // Newest first; two of one period stand by their address.
    measured.sort_by(|a, b| (b.period.end(), b.period.start(), &b.id).cmp(&(a.period.end(), a.period.start(), &a.id)));

    let wrong: BTreeSet<FileId> = faults.iter().filter(|fault| fault.is_fault()).map(|fault| fault.at.file).collect();
    let unsure: Vec<bool> = measured.iter().map(|measured| measured.has_values_in(&wrong)).collect();

    // Whether they are likely, and what is said of them: both may look back at older ones.
    let places: Vec<usize> = (0..measured.len()).collect();
    if !catalogue_faulty && !in_doubt {
        side_by_side(&places, faults, |&place, found| {
            let (edition, older) = (&measured[place], older(&measured[place + 1..]));
            questions::plausibility::plausibility(&edition.observed, &older, &catalogue, &territories, found);
        });
    }
    let outlines = side_by_side(&places, faults, |&place, found| {
        let (edition, older) = (&measured[place], older(&measured[place + 1..]));
        let sure = (&catalogue, catalogue_faulty);
        let entries = outline_of(edition, &older, draft, language, sure, &territories, found);
        // What a sentence says of figures that could not be read shows when they can.
        if unsure[place..].contains(&true) {
            found.retain(|fault| !matches!(fault.code, Code::FalseClaim | Code::UnreadableClaim));
        }
        entries
    });
    if in_doubt {
        let mut of_editions = faults.split_off(shared);
        of_editions.retain(|fault| !OF_TERRITORIES.contains(&fault.code));
        faults.append(&mut of_editions);
    }
    periods::periods(&measured, faults);
    unread_narratives(draft, faults);
    todo::shared(draft, faults);
    sources::unused(draft, faults);
    undrawn(draft, faults);

    for measured in &measured {
        measured
            .observed
            .series
            .iter()
            .for_each(|((index, _), series)| reach(&mut catalogue.indicators[*index], series));
    }
    let editions = measured.into_iter().zip(outlines).filter_map(|(measured, outline)| measured.said(outline));
    Some(Checked { site: site?, editions: editions.collect(), territories, catalogue })
}

/// Takes the scale of an indicator that has no cap as far as its values, and its target.
fn reach(indicator: &mut Indicator, series: &Series) {
    let national = match &series.body {
        Body::Territories { national, .. } => Some(national),
        Body::Items(_) | Body::Table { .. } => None,
    };
    let values = series.observations().iter().chain(national).filter_map(|value| value.value);
    let target = indicator.target.as_ref().map(|target| target.value);
    for value in values.chain(target) {
        indicator.reach(value);
    }
}

/// Signs that no face draws; where something else is wrong with their words, that is told.
fn undrawn(draft: &Draft, faults: &mut Vec<Diagnostic>) {
    let told = |at: Span, faults: &[Diagnostic]| {
        faults.iter().any(|fault| fault.at.file == at.file && fault.at.start < at.end && at.start < fault.at.end)
    };
    let news: Vec<_> = draft.signs.undrawn.iter().filter(|fault| !told(fault.at, faults)).cloned().collect();
    faults.extend(news);
}

/// Does one thing to each, side by side, and keeps the faults in order. A fault of a shared file is found once for each
/// edition: once is enough.
fn side_by_side<'t, T: Sync, R: Send>(
    list: &'t [T],
    faults: &mut Vec<Diagnostic>,
    check: impl Fn(&'t T, &mut Vec<Diagnostic>) -> R + Sync,
) -> Vec<R> {
    let one = |one: &'t T| {
        let mut found = Vec::new();
        let done = check(one, &mut found);
        count_rest(&mut found);
        (done, found)
    };
    let checked: Vec<(R, Vec<Diagnostic>)> = list.par_iter().map(one).collect();
    let mut all = Vec::with_capacity(checked.len());
    let mut told: BTreeMap<(Span, Code), Vec<usize>> = BTreeMap::new();
    for (place, fault) in faults.iter().enumerate() {
        told.entry((fault.at, fault.code)).or_default().push(place);
    }
    for (done, found) in checked {
        all.push(done);
        for fault in found {
            let same = told.entry((fault.at, fault.code)).or_default();
            if !same.iter().any(|&place| faults[place] == fault) {
                same.push(faults.len());
                faults.push(fault);
            }
        }
    }
    all
}

fn site(draft: &SiteDraft, themes: &[&str], faults: &mut Vec<Diagnostic>) -> SiteData {
    let tag = draft.language.value.as_str();
    let language = Language::ALL.into_iter().find(|language| language.tag() == tag);
    if language.is_none() {
        let message = words!(
            "`{tag}` is not a language the tool writes in",
            "`{tag}` non è una lingua in cui lo strumento scrive"
        );
        let hint =
            words!("write `en` for English or `it` for Italian", "scrivi `it` per l’italiano o `en` per l’inglese");
        faults.push(Diagnostic::new(Code::UnknownWord, draft.language.at, message, hint));
    }
    if let Some(theme) = draft.theme.as_ref().filter(|theme| !themes.contains(&theme.value.as_str())) {
        let hint = match nearest(&theme.value, themes.iter().copied()) {
            Some(near) => did_you_mean(near),
            None => words!("themes are: {}", "i temi sono: {}", themes.join(", ")),
        };
        let message = words!("there is no theme `{}`", "non c’è nessun tema `{}`", theme.value);
        let fault = Diagnostic::new(Code::UnknownTheme, theme.at, message, hint);
        faults.push(fault.fix_case(theme, themes.iter().copied()));
    }
    let text = |text: &Option<crate::files::Placed<String>>| text.as_ref().map(|text| text.value.clone());
    SiteData {
        title: draft.title.value.clone(),
        description: text(&draft.description).unwrap_or_default(),
        organisation: draft.organisation.value.clone(),
        language: language.unwrap_or_default(),
        authors: language.unwrap_or_default(),
        theme: text(&draft.theme).unwrap_or_else(|| crate::theme::BUILTIN.to_owned()),
        licence: draft.licence.as_ref().map(|(name, url)| (name.value.clone(), text(url))),
        url: text(&draft.url),
    }
}

/// The figures of one edition, before anything is said of them.
struct Measured<'d> {
    draft: &'d EditionDraft,
    id: String,
    period: Period,
    sources: Vec<SourceData>,
    observed: Observed,
}

impl Measured<'_> {
    /// Whether a value, or a whole file, is among those that something is wrong with.
    fn has_values_in(&self, wrong: &BTreeSet<FileId>) -> bool {
        self.draft.unread
            || self.draft.series.iter().any(|series| {
                // The values of a CSV stand elsewhere than its head.
                let values = series.values.first().map(|(_, value)| value.at.file);
                let rows = series.rows.first().map(|(name, _)| name.at.file);
                values.into_iter().chain(rows).chain([series.file]).any(|file| wrong.contains(&file))
            })
    }

    /// The edition with what is said in it; none where its head could not be read.
    fn said(self, talk: Talk) -> Option<EditionData> {
        let head = self.draft.head.as_ref()?;
        Some(EditionData {
            id: self.id,
            folder: self.draft.folder.clone(),
            title: head.title.value.clone(),
            subtitle: head.subtitle.as_ref().map_or_else(String::new, |text| text.value.clone()),
            period: self.period,
            revision: head.revision.as_ref().map_or(1, |revision| revision.value),
            draft: head.draft,
            event: head.event.as_ref().map(|event| EventData {
                name: event.name.value.clone(),
                place: event.place.as_ref().map_or_else(String::new, |text| text.value.clone()),
                date: event.date.map(|date| date.value),
                tag: event.tag.as_ref().map_or_else(String::new, |text| text.value.clone()),
            }),
            notes: head.notes.iter().map(|note| note.value.clone()).collect(),
            sources: self.sources,
            series: self.observed.series,
            outline: talk.steps,
            cuts: talk.cuts,
        })
    }
}

fn measured<'d>(
    draft: &'d EditionDraft,
    all: &Draft,
    catalogue: &Catalogue,
    catalogue_faulty: bool,
    territories: &Territories,
    faults: &mut Vec<Diagnostic>,
) -> Option<Measured<'d>> {
    if draft.series.is_empty() && !draft.unread {
        let folder = &draft.folder;
        let message = words!("the edition `{folder}` has no observations", "l’edizione `{folder}` non ha osservazioni");
        let hint = words!(
            "add editions/{folder}/observations/, with one file an indicator",
            "aggiungi editions/{folder}/observations/, con un file per indicatore"
        );
        faults.push(Diagnostic::new(Code::EmptyEdition, draft.at, message, hint));
    }
    let head = draft.head.as_ref();
    let period = self::period(draft, head, faults)?;
    let id = address(draft, head, faults);
    let sources = self::sources(head.map_or(&[][..], |head| &head.sources), &all.sources, faults);
    let sourced = head.is_some();
    let unread = draft.unread;
    let context =
        observations::Context { territories, catalogue, catalogue_faulty, sources: &sources, sourced, period, unread };
    let observed = observations::observed(&draft.series, &context, faults);
    todo::todos(draft, &territories.national().name, faults);
    Some(Measured { draft, id, period, sources, observed })
}

/// Older editions, as far as a newer one may look at them.
fn older<'m>(measured: &'m [Measured<'_>]) -> Vec<context::Older<'m>> {
    let older =
        |older: &'m Measured<'_>| context::Older { id: &older.id, series: &older.observed, unread: older.draft.unread };
    measured.iter().map(older).collect()
}

/// The talk of one edition.
fn outline_of(
    edition: &Measured<'_>,
    older: &[context::Older<'_>],
    all: &Draft,
    language: Language,
    (catalogue, catalogue_faulty): (&Catalogue, bool),
    territories: &Territories,
    faults: &mut Vec<Diagnostic>,
) -> Talk {
    let draft = edition.draft;
    let Some(entries) = draft.outline.as_ref().or(all.outline.as_ref()) else {
        let message = words!("the edition `{}` has no outline", "l’edizione `{}` non ha una scaletta", draft.folder);
        let hint = words!(
            "write outline.yaml, beside site.yaml or in the folder of the edition",
            "scrivi outline.yaml, accanto a site.yaml o nella cartella dell’edizione"
        );
        faults.push(Diagnostic::new(Code::MissingFile, draft.at, message, hint));
        return Talk::default();
    };
    let context = context::Context {
        edition: &edition.id,
        folder: &draft.folder,
        has_address: all.site.as_ref().is_none_or(|site| site.url.is_some()),
        language,
        catalogue,
        territories,
        series: &edition.observed,
        older,
        catalogue_faulty,
        unread: draft.unread,
        own: &draft.narratives,
        shared: &all.narratives,
    };
    self::outline::outline(entries, &context, faults)
}

/// What edition.yaml says, else what the folder's name says.
fn period(draft: &EditionDraft, head: Option<&EditionHead>, faults: &mut Vec<Diagnostic>) -> Option<Period> {
    if let Some(period) = head.and_then(|head| head.period) {
        return Some(period.value);
    }
    let period = Period::parse_folder(&draft.folder);
    if period.is_none() {
        let message = words!(
            "the folder `{}` is not named after a period",
            "la cartella `{}` non ha il nome di un periodo",
            draft.folder
        );
        let hint = words!(
            "name it like 2024-06_2024-08 or 2024-11, or add `period:` to its edition.yaml",
            "chiamala come 2024-06_2024-08 o 2024-11, o aggiungi `period:` al suo edition.yaml"
        );
        faults.push(Diagnostic::new(Code::WrongDate, draft.at, message, hint));
    }
    period
}

/// What edition.yaml says, else the folder's name; fit for an address.
fn address(draft: &EditionDraft, head: Option<&EditionHead>, faults: &mut Vec<Diagnostic>) -> String {
    if let Some(id) = head.and_then(|head| head.id.as_ref()) {
        if RESERVED.contains(&id.value.as_str()) {
            let message =
                words!("`{}` is an address of the site itself", "`{}` è un indirizzo del sito stesso", id.value);
            let hint = words!("choose another id", "scegli un altro id");
            faults.push(Diagnostic::new(Code::DuplicateEdition, id.at, message, hint));
        }
        return id.value.clone();
    }
    let fine = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
    let whole = draft.folder.bytes().all(fine) && !draft.folder.starts_with(['-', '_']);
    if !whole || is_device(&draft.folder) || RESERVED.contains(&draft.folder.as_str()) {
        let message = words!(
            "the folder `{}` cannot be an address",
            "la cartella `{}` non può essere un indirizzo",
            draft.folder
        );
        let hint = words!(
            "name it like 2024-06_2024-08, or add `id:` to its edition.yaml",
            "chiamala come 2024-06_2024-08, o aggiungi `id:` al suo edition.yaml"
        );
        faults.push(Diagnostic::new(Code::DuplicateEdition, draft.at, message, hint));
    }
    draft.folder.clone()
}

/// A site without an edition would take the place of the last one, and every page with it.
fn no_edition(site: &SiteDraft) -> Diagnostic {
    let message =
        words!("there is no edition: the site would be empty", "non c’è nessuna edizione: il sito sarebbe vuoto");
    let hint = words!(
        "write the first one in editions/, in a folder named after its period; docs/format.md shows a whole one",
        "scrivi la prima in editions/, in una cartella con il nome del suo periodo; docs/format.md ne mostra una intera"
    );
    Diagnostic::new(Code::EmptyEdition, Span::top(site.title.at.file), message, hint)
}

/// Two editions cannot have one address: the folders of those whose id is another's. An id gives way to a folder.
fn same_address<'d>(draft: &'d Draft, faults: &mut Vec<Diagnostic>) -> Vec<&'d str> {
    let id_of = |edition: &'d EditionDraft| edition.head.as_ref().and_then(|head| head.id.as_ref());
    let (of_ids, of_folders): (Vec<_>, Vec<_>) = draft.editions.iter().partition(|edition| id_of(edition).is_some());
    let (mut seen, mut doubles): (Vec<(&str, Span)>, Vec<&str>) = (Vec::new(), Vec::new());
    for edition in of_folders.into_iter().chain(of_ids) {
        let (id, at) = id_of(edition).map_or((edition.folder.as_str(), edition.at), |id| (id.value.as_str(), id.at));
        match seen.iter().find(|(other, _)| *other == id) {
            Some((_, first)) => {
                let message = words!("two editions have the id `{id}`", "due edizioni hanno l’id `{id}`");
                let hint = words!(
                    "an id is the address of an edition in the site: change one of the two",
                    "un id è l’indirizzo di un’edizione nel sito: cambiane uno"
                );
                let fault = Diagnostic::new(Code::DuplicateEdition, at, message, hint);
                faults.push(fault.other(*first, the_first()));
                doubles.push(edition.folder.as_str());
            }
            None => seen.push((id, at)),
        }
    }
    doubles
}

/// A shared narrative that no edition reads would vanish in silence.
fn unread_narratives(draft: &Draft, faults: &mut Vec<Diagnostic>) {
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

/// Sources in reach: the edition's own, then the shared ones.
fn sources(own: &[SourceDraft], shared: &[SourceDraft], faults: &mut Vec<Diagnostic>) -> Vec<SourceData> {
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
