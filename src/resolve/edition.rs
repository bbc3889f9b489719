//! One edition: its talk, its figures, the data behind them, its sources.

use super::cover::{Cover, cover};
use super::data::behind::behind;
use super::data::dataset::{Behind, Dataset};
use super::data::datasets::datasets;
use super::figure::change::{self, AskedChange};
use super::figure::figure::Figure;
use super::figure::over_time;
use super::named::figure_of;
use super::outline::step::{Entry, Step};
use super::outline::steps::{Shown, steps};
use super::territory::profile::{Profile, profiles};
use crate::check::{Body, Checked, EditionData, EntryData, FigureData, MOST_NAMES};
use crate::data::indicator::Part;
use crate::data::talk::Cut;
use crate::data::territory::TerritoryId;
use crate::data::view::View;
use crate::lang;
use std::collections::BTreeSet;

/// One edition: a talk, a page and their figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// What it is called.
    pub cover: Cover,
    /// Figures in the order of the outline; each stands once.
    pub figures: Vec<Figure>,
    /// What stands behind each of [`Edition::figures`], in their order.
    pub behind: Vec<Behind>,
    /// The talk in order.
    pub outline: Vec<Step>,
    /// What each territory's figures are, in the order of their list.
    pub profiles: Vec<Profile>,
    /// The territory for which the talk is, where it is for one.
    pub audience: Option<Audience>,
    /// Sources used, in the author's order.
    pub sources: Vec<SourceEntry>,
    /// Data files: `<edition>/data/<name>.csv`.
    pub datasets: Vec<Dataset>,
    /// The author's notes on the edition as a whole.
    pub notes: Vec<String>,
    /// Cuts of the talk that its outline names.
    pub cuts: Vec<(String, Cut)>,
}

/// The territory for which a talk is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// The territory, for addresses: `friuli-venezia-giulia`.
    pub id: String,
    /// Its name: "Friuli-Venezia Giulia".
    pub name: String,
}

/// A source, for the list at the end of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceEntry {
    /// Stable address.
    pub id: String,
    /// Who published.
    pub publisher: String,
    /// What.
    pub title: String,
    /// Where; empty where it is not online.
    pub url: String,
    /// "27 novembre 2024"; may be empty.
    pub date: String,
    /// The author's remark; may be empty.
    pub note: String,
}

/// Resolves one edition, by its place in the collection.
///
/// # Panics
/// Where there is no such edition.
pub fn edition(checked: &Checked, index: usize) -> Edition {
    let mut edition = talk(checked, index, None);
    edition.behind = edition.figures.iter().map(|figure| behind(checked, index, figure)).collect();
    edition.datasets = all_datasets(checked, &checked.editions[index]);
    edition
}

/// The data files of an edition: of its series, then of its figures over several editions.
fn all_datasets(checked: &Checked, data: &EditionData) -> Vec<Dataset> {
    let of_figures = data.entries().filter_map(|entry| match entry {
        EntryData::Figure(asked) if asked.view == View::Lines => over_time::dataset(checked, data, asked),
        entry => change::dataset(checked, data, AskedChange::of(entry)?),
    });
    datasets(checked, data).into_iter().chain(of_figures).collect()
}

/// What is said and shown in one edition, by its place in the collection, without its data files; for one territory,
/// which is then marked in every figure and has its profile.
///
/// # Panics
/// Where there is no such edition.
pub fn talk(checked: &Checked, index: usize, audience: Option<TerritoryId>) -> Edition {
    let data = &checked.editions[index];
    let mut cover = cover(data, checked.site.language);
    let (shown, figures): (Vec<Shown>, Vec<Figure>) = shown(checked, index, audience).into_iter().unzip();
    let first_of = |indicator: usize| {
        let shows = |part: Part| shown.iter().position(|shown| shown.is_of(indicator, part));
        shows(Part::Territories).or_else(|| shows(Part::Table))
    };
    let profiles = profiles(checked, index, first_of);
    let mut outline = steps(checked, data, &shown);
    let own = audience.and_then(|id| profiles.get(usize::from(id.0)));
    if let Some(own) = own {
        address(&mut cover, &mut outline, own);
    }
    Edition {
        audience: own.map(|own| Audience { id: own.id.clone(), name: own.name.clone() }),
        sources: sources(checked, data),
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

/// The figures of an outline, with what each shows: they stand once each, in its order, and are counted in it.
fn shown(checked: &Checked, index: usize, audience: Option<TerritoryId>) -> Vec<(Shown, Figure)> {
    let data = &checked.editions[index];
    let mut shown: Vec<(Shown, Figure)> = Vec::new();
    for entry in data.entries() {
        let number = shown.len() + 1;
        let figure = match (entry, AskedChange::of(entry)) {
            (EntryData::Figure(asked), _) => figure_of(checked, index, &marking(asked, audience), number),
            (_, Some(asked)) => {
                let marked = audience.filter(|_| asked.part == Part::Territories);
                change::figure(checked, data, AskedChange { marked, ..asked }, number)
            }
            _ => None,
        };
        shown.extend(Shown::by(entry).zip(figure));
    }
    shown
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

/// The sources that values of the edition name, in the author's order.
fn sources(checked: &Checked, data: &EditionData) -> Vec<SourceEntry> {
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
            date: source.date.map_or_else(String::new, |day| lang::day(checked.site.language, day)),
            note: source.note.clone(),
        })
        .collect()
}
