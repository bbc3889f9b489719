//! Checked -> Collection: ranks, ties, notes and sentences; nothing is left to look up.

mod compare;
mod data;
mod figure;
mod names;
mod report;
mod territory;

pub use compare::changes::{
    Against, CellChange, Changes, Comparison, Counts, DefinitionNamed, FigureChange, FigureNews, Named, NoteChange,
    PrintedValue, RowChange, State, TextsChange, Unchanged, changes,
};
pub use compare::compared::Kind;
pub use compare::seen::oldest_seen;
pub use compare::sentences::{ClaimChange, TextChange};
pub use figure::told_apart::told_apart;
pub use report::{
    Audience, Behind, Closing, Collection, Cover, Dataset, Edition, Entry, Event, Figure, Latest, LinkEntry, Masthead,
    Note, Overview, OverviewColumn, OverviewRow, Own, Passage, Profile, Provenance, Section, Since, SourceEntry, Step,
    Table, TableRow,
};

use crate::check::{Body, Checked, EditionData, EntryData, FigureData, MOST_NAMES, PassageData, Series, StepData};
use crate::data::address::{is_reserved, slug};
use crate::data::indicator::Part;
use crate::data::period::Period;
use crate::data::prose::{Block, Inline, map_blocks, map_inlines, plain};
use crate::data::talk::Qr;
use crate::data::territory::TerritoryId;
use crate::data::value::Value;
use crate::data::view::{ChangeView, View};
use crate::diag::Language;
use crate::files::Span;
use crate::lang::{self, terms};
use figure::change::Asked;
use std::collections::{BTreeMap, BTreeSet};

/// What the home page shows of a site.
pub fn collection(checked: &Checked) -> Collection {
    let site = &checked.site;
    let licence = site.licence.as_ref();
    Collection {
        site: Masthead {
            language: site.language,
            authors: site.authors,
            title: site.title.clone(),
            description: site.description.clone(),
            organisation: site.organisation.clone(),
            licence: licence.map_or_else(String::new, |(name, _)| name.clone()),
            licence_url: licence.and_then(|(_, url)| url.clone()),
            url: site.url.clone(),
        },
        covers: checked.editions.iter().map(|edition| cover(edition, site.language)).collect(),
        latest: latest(checked),
    }
}

/// Where each figure is shown last.
fn latest(checked: &Checked) -> Vec<Latest> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    // Each figure with the editions that have it, the newest first.
    let mut all: Vec<(String, Vec<usize>)> = Vec::new();
    for (edition, data) in checked.editions.iter().enumerate() {
        for id in figure_ids(checked, data) {
            match places.get(&id) {
                Some(&place) => all[place].1.push(edition),
                None => {
                    places.insert(id.clone(), all.len());
                    all.push((id, vec![edition]));
                }
            }
        }
    }
    let latest = |(figure, editions): (String, Vec<usize>)| {
        let edition = editions.iter().copied().find(|&edition| !checked.editions[edition].draft);
        let edition = edition.unwrap_or(editions[0]);
        Latest { figure, edition, current: editions.into_iter().filter(|&other| other <= edition).collect() }
    };
    all.into_iter().map(latest).collect()
}

/// The names of the figures that the outline of an edition shows.
fn figure_ids<'d>(checked: &'d Checked, data: &'d EditionData) -> impl Iterator<Item = String> + 'd {
    let indicators = &checked.catalogue.indicators;
    data.entries().filter_map(move |entry| match entry {
        EntryData::Figure(FigureData { indicator, part, view, .. }) => {
            Some(names::view_id(&indicators[*indicator], *part, *view))
        }
        EntryData::Change { indicator, part, view, .. } => {
            Some(figure::change::change_id(&indicators[*indicator], *part, *view))
        }
        _ => None,
    })
}

fn cover(data: &EditionData, language: Language) -> Cover {
    let is_figure = |entry: &&EntryData| matches!(entry, EntryData::Figure(_) | EntryData::Change { .. });
    Cover {
        id: data.id.clone(),
        title: data.title.clone(),
        subtitle: data.subtitle.clone(),
        period: lang::period(language, data.period),
        period_iso: data.period.iso(),
        draft: data.draft,
        event: data.event.as_ref().map(|event| Event {
            name: event.name.clone(),
            place: event.place.clone(),
            date: event.date.map_or_else(String::new, |day| lang::day(language, day)),
            tag: event.tag.clone(),
        }),
        figures: data.entries().filter(is_figure).count(),
    }
}

/// Resolves one edition, by its place in the collection.
///
/// # Panics
/// Where there is no such edition.
pub fn edition(checked: &Checked, index: usize) -> Edition {
    let mut edition = talk(checked, index, None);
    edition.behind = edition.figures.iter().map(|figure| data::behind::behind(checked, index, figure)).collect();
    edition.datasets = all_datasets(checked, &checked.editions[index]);
    edition
}

/// The data files of an edition: of its series, then of its figures over several editions.
fn all_datasets(checked: &Checked, data: &EditionData) -> Vec<Dataset> {
    let mut datasets = data::datasets::datasets(checked, data);
    for entry in data.entries() {
        match entry {
            EntryData::Figure(asked) if asked.view == View::Lines => {
                datasets.extend(figure::lines::dataset(checked, data, asked));
            }
            EntryData::Change { indicator, part, since, view, words } => {
                let asked = Asked { indicator: *indicator, part: *part, since, view: *view, words, marked: None };
                datasets.extend(figure::change::dataset(checked, data, asked));
            }
            _ => {}
        }
    }
    datasets
}

/// What is said and shown in one edition, by its place in the collection, without its data files; for one territory, which
/// is then marked in every figure and has its profile.
///
/// # Panics
/// Where there is no such edition.
pub fn talk(checked: &Checked, index: usize, audience: Option<TerritoryId>) -> Edition {
    let data = &checked.editions[index];
    let language = checked.site.language;
    let mut cover = cover(data, language);

    // Figures stand once each, in the order of the outline, and are counted in it.
    let mut figures = Vec::new();
    let mut keys: Vec<Key> = Vec::new();
    for entry in data.entries() {
        let number = keys.len() + 1;
        match entry {
            EntryData::Figure(asked) => {
                if let Some(figure) = figure_of(checked, index, &marking(asked, audience), number) {
                    keys.push(Key::of(asked));
                    figures.push(figure);
                }
            }
            EntryData::Change { indicator, part, since, view, words } => {
                let marked = audience.filter(|_| *part == Part::Territories);
                let asked = Asked { indicator: *indicator, part: *part, since, view: *view, words, marked };
                if let Some(figure) = figure::change::figure(checked, data, asked, number) {
                    keys.push(Key::ChangeOf(*indicator, *part, *view));
                    figures.push(figure);
                }
            }
            _ => {}
        }
    }

    // Addresses that authors fixed are taken first, wherever they stand.
    let passages = data.entries().flat_map(|entry| match entry {
        EntryData::Narrative { passages, .. } => passages.as_slice(),
        _ => &[],
    });
    let fixed = passages.filter_map(|passage| Some(passage.id.as_ref()?.value.clone())).collect();
    let first_of = |indicator: usize| {
        let shows = |part: Part| {
            let is_it = |key: &&Key| matches!(key, Key::Of(of, its, _) if *of == indicator && *its == part);
            keys.iter().position(|key| is_it(&key))
        };
        shows(Part::Territories).or_else(|| shows(Part::Table))
    };
    let profiles = territory::profile::profiles(checked, index, first_of);
    let tag = cover.event.as_ref().map_or("", |event| &event.tag);
    let mut steps = Steps { checked, data, language, tag, keys: &keys, ids: fixed };
    let mut outline: Vec<Step> = data.outline.iter().filter_map(|step| steps.step(step)).collect();
    let own = audience.and_then(|id| profiles.get(usize::from(id.0)));
    if let Some(own) = own {
        address(&mut cover, &mut outline, own);
    }
    Edition {
        audience: own.map(|own| Audience { id: own.id.clone(), name: own.name.clone() }),
        sources: sources(checked, data, language),
        notes: data.notes.clone(),
        cuts: data.cuts.clone(),
        behind: Vec::new(),
        datasets: Vec::new(),
        figures,
        outline,
        profiles,
        cover,
    }
}

/// The figure that has a name in an edition, by the edition's place in the collection: as its outline shows it, else as the
/// series alone would be shown; `None` where the edition has no such series, or it cannot be shown so.
///
/// # Panics
/// Where there is no such edition.
pub fn asked(checked: &Checked, index: usize, id: &str) -> Option<FigureData> {
    let data = &checked.editions[index];
    let is_it = |asked: &FigureData| {
        let indicator = &checked.catalogue.indicators[asked.indicator];
        names::view_id(indicator, asked.part, asked.view) == id && data.series(asked.indicator, asked.part).is_some()
    };
    let in_outline = data.entries().find_map(|entry| match entry {
        EntryData::Figure(asked) if is_it(asked) => Some(asked.clone()),
        _ => None,
    });
    in_outline.or_else(|| all_views(checked, index).find(is_it))
}

/// Every view of every series of an edition, whether or not its outline shows it.
fn all_views(checked: &Checked, index: usize) -> impl Iterator<Item = FigureData> + '_ {
    let keys = checked.editions[index].series.keys();
    let views = keys.flat_map(|&(indicator, part)| View::of(part).map(move |view| (indicator, part, view)));
    views.filter_map(move |(indicator, part, view)| {
        let mut asked = FigureData::new(indicator, part, view);
        let territories = &checked.territories;
        match view {
            View::Lines => asked.older = figure::lines::older(checked, index, (indicator, part))?,
            View::Tiles if !territories.have_tiles() => return None,
            View::Map if !territories.is_built_in() => return None,
            _ => {}
        }
        Some(asked)
    })
}

/// A figure of an edition, by the edition's place in the collection, whether its outline shows it or not; `None` where the
/// edition has no such series. `number` counts figures from 1.
///
/// # Panics
/// Where there is no such edition or indicator.
pub fn figure_of(checked: &Checked, index: usize, asked: &FigureData, number: usize) -> Option<Figure> {
    let data = &checked.editions[index];
    if asked.view == View::Lines {
        return figure::lines::figure(checked, data, asked, number);
    }
    let series = data.series(asked.indicator, asked.part)?;
    Some(figure::series::figure(checked, data, series, asked, number))
}

/// The names of the figures an edition can show: those of its outline, in its order; then every other view of its data.
///
/// # Panics
/// Where there is no such edition.
pub fn figure_names(checked: &Checked, index: usize) -> (Vec<String>, Vec<String>) {
    let data = &checked.editions[index];
    let indicators = &checked.catalogue.indicators;
    let shown: Vec<String> = figure_ids(checked, data).collect();
    let views = all_views(checked, index).map(|one| names::view_id(&indicators[one.indicator], one.part, one.view));
    let others = views.filter(|id| !shown.contains(id)).collect();
    (shown, others)
}

/// What stands behind a figure of an edition.
///
/// # Panics
/// Where there is no such edition.
pub fn behind(checked: &Checked, index: usize, figure: &Figure) -> Behind {
    data::behind::behind(checked, index, figure)
}

/// The slides of narrative of one edition, each with the place of its heading; their addresses are left open.
pub fn passages(checked: &Checked, index: usize) -> impl Iterator<Item = (Span, Passage)> {
    let data = &checked.editions[index];
    let narratives = data.entries().filter_map(|entry| match entry {
        EntryData::Narrative { kicker, passages, .. } => Some((kicker, passages)),
        _ => None,
    });
    narratives.flat_map(move |(kicker, passages)| {
        passages.iter().map(move |passage| (passage.at, self::passage(kicker, passage, checked.site.language)))
    })
}

fn passage(kicker: &str, passage: &PassageData, language: Language) -> Passage {
    let mut print = |value: &Value| figure::value::tied(value, language);
    let mut blocks = map_blocks(&passage.blocks, &mut print);
    let because =
        passage.because.iter().map(|why| Block::Paragraph(vec![Inline::Emphasis(vec![Inline::Text(why.clone())])]));
    blocks.extend(because);
    Passage {
        id: String::new(),
        kicker: kicker.to_owned(),
        title: map_inlines(&passage.title, &mut print),
        continues: passage.continues,
        blocks,
        stepwise: passage.stepwise,
        small: false,
        speaker_notes: passage
            .speaker_notes
            .iter()
            .map(|note| plain(&map_inlines(note, &mut |value| figure::value::print(value, language))))
            .collect(),
    }
}

/// A figure with the territory marked for which the talk is.
fn marking(asked: &FigureData, audience: Option<TerritoryId>) -> FigureData {
    let mut asked = asked.clone();
    let can = asked.part != Part::Items && (asked.view != View::Lines || asked.highlight.len() < MOST_NAMES);
    asked.highlight.extend(audience.filter(|id| can && !asked.highlight.contains(id)));
    asked
}

/// Makes a talk one for a territory: it says so in its title, shows its profile before the first figure, and comes back to
/// it at the end.
fn address(cover: &mut Cover, outline: &mut Vec<Step>, profile: &Profile) {
    let said = [profile.name.as_str(), &cover.subtitle];
    cover.subtitle = said.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ");
    let is_before = |entry: &Entry| matches!(entry, Entry::Figure(_) | Entry::Section(_) | Entry::Closing(_));
    let place = outline.iter().position(|step| is_before(&step.entry)).unwrap_or(outline.len());
    // What does not fit there is told where the talk begins.
    let Some(at) = outline.first().map(|step| step.at) else { return };
    let entry = Entry::Profile(profile.clone());
    outline.insert(place, Step { entry, seconds: PROFILE_SECONDS, extra: false, at });
    for step in outline {
        if let Entry::Closing(closing) = &mut step.entry {
            let said = [profile.summary.as_str(), &closing.text];
            closing.text = said.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
        }
    }
}

/// Planned for the profile of a territory, in seconds.
pub const PROFILE_SECONDS: u32 = 60;

/// What a figure shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Key {
    /// An indicator, which of its figures, and how it is shown.
    Of(usize, Part, View),
    /// What changed in it.
    ChangeOf(usize, Part, ChangeView),
}

impl Key {
    fn of(figure: &FigureData) -> Key {
        Key::Of(figure.indicator, figure.part, figure.view)
    }
}

/// The outline of one edition, step by step.
struct Steps<'s> {
    checked: &'s Checked,
    data: &'s EditionData,
    language: Language,
    tag: &'s str,
    /// What each figure shows.
    keys: &'s [Key],
    /// Addresses given.
    ids: BTreeSet<String>,
}

impl Steps<'_> {
    fn step(&mut self, step: &StepData) -> Option<Step> {
        Some(Step { entry: self.entry(&step.entry)?, seconds: step.seconds, extra: step.extra, at: step.at })
    }

    /// The address to photograph; of the deck, that of the whole talk.
    fn code(&self, qr: Option<Qr>, own: Option<&str>) -> Option<String> {
        match qr? {
            Qr::Own => own.map(str::to_owned),
            Qr::Deck => Some(format!("{}/{}/slides.html", self.checked.site.url.as_ref()?, self.data.id)),
        }
    }

    fn entry(&mut self, entry: &EntryData) -> Option<Entry> {
        Some(match entry {
            EntryData::Title => Entry::Title,
            EntryData::Narrative { name, kicker, passages, .. } => {
                Entry::Narrative(passages.iter().map(|passage| self.passage(name, kicker, passage)).collect())
            }
            EntryData::Link { url, title, text, kicker, qr } => {
                let shown = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest).trim_end_matches('/');
                let title = title.clone().unwrap_or_else(|| shown.to_owned());
                Entry::Link(LinkEntry {
                    id: self.address(&format!("link {title}")),
                    kicker: kicker.clone().unwrap_or_default(),
                    title,
                    url: url.clone(),
                    shown: shown.to_owned(),
                    text: text.clone().unwrap_or_default(),
                    qr: self.code(*qr, Some(url)),
                })
            }
            EntryData::Overview { title, kicker } => {
                Entry::Overview(self.overview(title.as_deref(), kicker.as_deref()))
            }
            EntryData::Figure(figure) => Entry::Figure(self.keys.iter().position(|key| *key == Key::of(figure))?),
            EntryData::Change { indicator, part, view, .. } => {
                let key = Key::ChangeOf(*indicator, *part, *view);
                Entry::Figure(self.keys.iter().position(|known| *known == key)?)
            }
            EntryData::Section(group) => Entry::Section(self.section(*group)),
            EntryData::Closing { title, text, url, qr } => Entry::Closing(Closing {
                id: self.address("closing"),
                title: title.clone().unwrap_or_else(|| terms(self.language).thanks.to_owned()),
                text: text.clone().unwrap_or_default(),
                url: url.clone(),
                qr: self.code(*qr, url.as_deref()),
            }),
        })
    }

    fn passage(&mut self, name: &str, kicker: &str, passage: &PassageData) -> Passage {
        let id = match &passage.id {
            Some(id) => id.value.clone(),
            // The address is made of words that outlive the figures in them.
            None => {
                let words = plain(&map_inlines(&passage.title, &mut |_| String::new()));
                self.passage_address(&format!("{name} {words}"))
            }
        };
        Passage { id, ..self::passage(kicker, passage, self.language) }
    }

    fn overview(&mut self, title: Option<&str>, kicker: Option<&str>) -> Overview {
        let first = |index: usize| self.keys.iter().position(|key| matches!(key, Key::Of(of, ..) if *of == index));
        let overview = figure::overview::overview(self.checked, self.data, [title, kicker], first);
        Overview { id: self.address("overview"), ..overview }
    }

    fn section(&mut self, group: usize) -> Section {
        let of = &self.checked.catalogue.groups[group];
        Section {
            id: self.address(&format!("section {}", of.id)),
            kicker: self.tag.to_owned(),
            title: of.title.clone(),
            period_label: terms(self.language).period.to_owned(),
            period: lang::period(self.language, self.data.period),
            exceptions: self.exceptions(group),
        }
    }

    /// Territories of a group whose values have a date of their own: "per il Friuli-Venezia Giulia: gennaio –
    /// marzo 2024". Where one has a window in a flow and a date in a stock, the window says both.
    fn exceptions(&self, group: usize) -> Vec<String> {
        let of_group = |series: &&Series| self.checked.catalogue.indicators[series.indicator].group == group;
        let mut found: Vec<(usize, Period)> = Vec::new();
        for series in self.data.series.values().filter(of_group) {
            let Body::Territories { values, .. } = &series.body else { continue };
            for (index, value) in values.iter().enumerate().filter(|(_, value)| value.own_period) {
                if !found.contains(&(index, value.period)) {
                    found.push((index, value.period));
                }
            }
        }
        found.sort_by_key(|(index, period)| (*index, period.start(), period.end()));
        let windows: Vec<(usize, Period)> =
            found.iter().filter(|(_, period)| matches!(period, Period::Window { .. })).copied().collect();
        let said_by_window = |index: usize, period: Period| {
            let is_stock = matches!(period, Period::Day(_));
            is_stock && windows.iter().any(|(other, window)| *other == index && window.end() == period.end())
        };
        found
            .iter()
            .filter(|(index, period)| !said_by_window(*index, *period))
            .map(|(index, period)| {
                let territory = self.checked.territories.get(TerritoryId(*index as u16));
                lang::exception(self.language, &territory.article, &lang::when(self.language, *period))
            })
            .collect()
    }

    /// The address of a step of the outline; the second of the same words has a number.
    fn address(&mut self, words: &str) -> String {
        let slug = slug(words);
        let mut id = slug.clone();
        let mut number = 2;
        while !self.ids.insert(id.clone()) {
            id = format!("{slug}-{number}");
            number += 1;
        }
        id
    }

    /// The address of a slide of narrative, which never takes one that the pages use for themselves.
    fn passage_address(&mut self, words: &str) -> String {
        if is_reserved(&slug(words)) { self.address(&format!("text {words} text")) } else { self.address(words) }
    }
}

/// The sources that values of the edition name, in the author's order.
fn sources(checked: &Checked, data: &EditionData, language: Language) -> Vec<SourceEntry> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for series in data.series.values() {
        let national = match &series.body {
            Body::Territories { national, .. } => national.source.as_deref(),
            Body::Table { source, .. } => source.as_deref(),
            Body::Items(_) => None,
        };
        used.extend(national);
        used.extend(series.observations().iter().filter_map(|value| value.source.as_deref()));
        let target = checked.catalogue.indicators[series.indicator].target.as_ref();
        used.extend(target.map(|target| target.source.as_str()));
    }
    data.sources
        .iter()
        .filter(|source| used.contains(source.id.as_str()))
        .map(|source| SourceEntry {
            id: source.id.clone(),
            publisher: source.publisher.clone(),
            title: source.title.clone(),
            url: source.url.clone(),
            date: source.date.map_or_else(String::new, |day| lang::day(language, day)),
            note: source.note.clone(),
        })
        .collect()
}
