//! fascicle turns indicator data and narrative into a talk, a report site and charts, edition after edition.
//!
//! One sentence: **load, parse, check, resolve, lay out, render, write.** Data climbs that stair once and never
//! comes back down; imports go the other way, each room using only rooms below it:
//!
//! - [`disk`] loads and writes: the only door to the file system. Everything below is pure.
//! - [`render`]: Edition + Sheets -> Artifacts, a path and its bytes.
//! - [`layout`]: Edition -> Sheets, each figure a scene with every box measured.
//! - [`resolve`]: Checked -> Report and its Editions, nothing left to look up.
//! - [`check`](mod@check): Draft -> Checked, or every fault at once.
//! - [`chart`]: series -> Scene; plotters lives there and nowhere else.
//! - [`parse`]: Sources -> Draft, as written, every value with its place.
//! - [`theme`], [`lang`]: colours, type, templates; numbers, dates, sentences.
//! - [`data`], [`scene`], [`diag`]: observations, drawn things, faults.

#![warn(missing_docs)]

pub mod chart;
pub mod check;
pub mod data;
pub mod diag;
pub mod disk;
pub mod lang;
pub mod layout;
pub mod parse;
pub mod render;
pub mod resolve;
pub mod scene;
pub mod theme;

use check::{Checked, EntryData};
use diag::{Code, Diagnostic, Sources, Span};
use disk::Loaded;
use rayon::prelude::*;
use render::{Artifact, Renderer};
use resolve::{Edition, Report};
use std::collections::BTreeMap;
use theme::{Theme, ThemeFaults};

/// What is asked for, beside the content.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Files of a theme in place of the one that site.yaml names: path within the theme, bytes.
    pub theme: Option<BTreeMap<String, Vec<u8>>>,
    /// Only these editions; all where empty.
    pub editions: Vec<String>,
}

/// The author's faults, with the texts in which they stand.
#[derive(Clone, Debug)]
pub struct Faults {
    /// All of them.
    pub list: Vec<Diagnostic>,
    /// The files they speak of.
    pub sources: Sources,
}

/// A site that may be written: checked, with its theme.
#[derive(Debug)]
pub struct Site {
    checked: Checked,
    report: Report,
    theme: Theme,
    /// Places in the report of the editions asked for.
    wanted: Vec<usize>,
}

/// How much there is in a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Editions asked for.
    pub editions: usize,
    /// Their slides, without the further slides of long figures.
    pub slides: usize,
    /// Their figures.
    pub figures: usize,
}

/// Why a site was not written.
#[derive(Debug)]
pub enum WriteError<E> {
    /// A template of the theme fails on these contents.
    Faults(Faults),
    /// Whoever takes the artifacts refused one.
    Put(E),
}

/// From files to a site that may be written. Opens no file and asks no clock: the same input gives the same site.
///
/// # Errors
/// Every fault of the author's files; where those have none, every fault of the theme.
pub fn check(loaded: &Loaded, request: &Request) -> Result<Site, Faults> {
    let sources = &loaded.sources;

    // Read: as written, every value with its place.
    let (draft, mut faults) = parse::parse(sources);

    // Check: what remains cannot name what is not there.
    let mut themes: Vec<&str> = loaded.themes.keys().map(String::as_str).collect();
    if !themes.contains(&theme::BUILTIN) {
        themes.push(theme::BUILTIN);
    }
    let checked = check::check(&draft, &themes, &mut faults);
    let Some(checked) = checked.filter(|_| faults.is_empty()) else {
        return Err(Faults { list: faults, sources: sources.clone() });
    };

    // The theme, with the author's files in the place of ours.
    let files = request.theme.as_ref().or_else(|| loaded.themes.get(&checked.site.theme)).cloned();
    let theme = Theme::read(files.unwrap_or_default()).map_err(Faults::from)?;

    // A template that does not compile is a fault to be told before anything is drawn.
    Renderer::new(&theme).map_err(Faults::from)?;

    let report = resolve::report(&checked);
    let wanted = wanted(&report, &request.editions, sources)?;
    Ok(Site { checked, report, theme, wanted })
}

/// The places of the editions asked for.
fn wanted(report: &Report, names: &[String], sources: &Sources) -> Result<Vec<usize>, Faults> {
    if names.is_empty() {
        return Ok((0..report.covers.len()).collect());
    }
    let ids: Vec<&str> = report.covers.iter().map(|cover| cover.id.as_str()).collect();
    let unknown = names.iter().filter(|name| !ids.contains(&name.as_str()));
    let list: Vec<Diagnostic> = unknown
        .filter_map(|name| {
            let at = Span::top(sources.find("site.yaml")?);
            let hint = match diag::nearest(name, ids.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("editions are: {}", ids.join(", ")),
            };
            Some(Diagnostic::new(Code::UnknownEdition, at, format!("there is no edition `{name}`"), hint))
        })
        .collect();
    if !list.is_empty() {
        return Err(Faults { list, sources: sources.clone() });
    }
    Ok((0..ids.len()).filter(|&index| names.iter().any(|name| name == ids[index])).collect())
}

impl Site {
    /// What the home page shows.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Everything said and shown in one edition, by its place in the report.
    ///
    /// # Panics
    /// Where there is no such edition.
    pub fn edition(&self, index: usize) -> Edition {
        resolve::edition(&self.checked, index)
    }

    /// How much there is.
    pub fn summary(&self) -> Summary {
        let entries = || self.wanted.iter().flat_map(|&index| &self.checked.editions[index].outline);
        let slides = |entry: &EntryData| match entry {
            EntryData::Narrative { passages, .. } => passages.len(),
            _ => 1,
        };
        Summary {
            editions: self.wanted.len(),
            slides: entries().map(slides).sum(),
            figures: entries().filter(|entry| matches!(entry, EntryData::Figure { .. })).count(),
        }
    }

    /// Resolves, lays out, renders and hands over every artifact: one edition a task, and only one in memory for each
    /// thread. The order of artifacts is not fixed; their paths and bytes are.
    ///
    /// # Errors
    /// The first fault of a template, or the first refusal of `put`.
    pub fn write<E: Send>(&self, put: impl Fn(Artifact) -> Result<(), E> + Sync) -> Result<(), WriteError<E>> {
        let faults = |faults: ThemeFaults| WriteError::Faults(faults.into());
        let renderer = Renderer::new(&self.theme).map_err(faults)?;
        let put_all = |artifacts: Vec<Artifact>| artifacts.into_iter().try_for_each(&put).map_err(WriteError::Put);
        put_all(renderer.home(&self.report).map_err(faults)?)?;
        self.wanted.par_iter().try_for_each(|&index| {
            let edition = self.edition(index);
            let sheets = layout::layout(&edition, &self.report.site, &self.theme);
            put_all(renderer.edition(&self.report, index, &edition, &sheets).map_err(faults)?)
        })
    }
}

impl From<ThemeFaults> for Faults {
    fn from(faults: ThemeFaults) -> Faults {
        Faults { list: faults.faults, sources: faults.sources }
    }
}
