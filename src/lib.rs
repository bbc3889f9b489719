//! fascicle turns indicator data and narrative into a talk, a report site and charts, edition after edition.
//!
//! One sentence: **load, parse, check, resolve, lay out, render, write.** Data climbs that stair once and never
//! comes back down; imports go the other way, each room using only rooms below it:
//!
//! - [`disk`] loads and writes: the only door to the file system. Everything below is pure.
//! - [`verify`]: a file that left the site, and the figure of today -> whether it still holds.
//! - [`scaffold`]: files to begin with, for an author: a project from nothing; Draft and Checked -> the next edition.
//! - [`render`]: Edition + Sheets -> Artifacts, a path and its bytes.
//! - [`layout`]: Edition -> Sheets, each figure a scene with every box measured.
//! - [`resolve`]: Checked -> Report and its Editions, nothing left to look up.
//! - [`import`]: a table of figures -> files of observations of an edition, held against what it has.
//! - [`check`](mod@check): Draft -> Checked, or every fault at once.
//! - [`chart`]: series -> Scene; plotters lives there and nowhere else.
//! - [`parse`]: Sources -> Draft, as written, every value with its place.
//! - [`schema`]: the shape of the authors' files, for editors.
//! - [`theme`], [`lang`]: colours, type, templates; numbers, dates, sentences.
//! - [`data`], [`scene`], [`diag`]: observations, drawn things, faults.

#![warn(missing_docs)]

pub mod chart;
pub mod check;
pub mod data;
pub mod diag;
pub mod disk;
pub mod face;
pub mod files;
mod full;
pub mod import;
pub mod lang;
pub mod layout;
mod mend;
pub mod parse;
mod picture;
pub mod provenance;
pub mod render;
pub mod resolve;
pub mod scaffold;
pub mod scene;
pub mod schema;
mod talks;
pub mod theme;
mod today;
pub mod verify;

pub use mend::{Mended, mend};
pub use picture::{Found, Wish};
pub use talks::Asked as AskedTalks;

use check::{Checked, EntryData, FigureData};
use data::talk::Cut;
use data::territory::Territories;
use diag::{Code, Diagnostic, Language, Severity, Words};
use disk::Loaded;
use face::Blocks;
use files::{FileId, Source, Sources, Span};
use parse::draft::Draft;
use rayon::prelude::*;
use render::{Artifact, Format, Renderer, Talks};
use resolve::{Against, Audience, Changes, Edition, Figure, Profile, Report};
use scaffold::{Asked, NewEdition};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};
use theme::{Theme, ThemeFaults};

/// What is asked for, beside the content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// A theme in place of the one that site.yaml names: how it is called in messages, and its files by path.
    pub theme: Option<(String, BTreeMap<String, Vec<u8>>)>,
    /// Only these editions, each by its address or its folder; all where empty.
    pub editions: Vec<String>,
    /// Whether a warning is a fault.
    pub strict: bool,
    /// Whether no talk is made: what is wrong with a talk alone, its length or a slide that is too full, is then no fault.
    pub no_talk: bool,
}

/// The author's faults, with the texts in which they stand.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    /// All of them, and the warnings.
    pub list: Vec<Diagnostic>,
    /// The files they speak of.
    pub sources: Sources,
}

/// A site that may be written: checked, with its theme.
#[derive(Clone, Debug)]
pub struct Site {
    checked: Checked,
    /// The texts that faults speak of.
    sources: Sources,
    report: Report,
    theme: Theme,
    /// How the folder of the theme is called in messages.
    theme_root: String,
    warnings: Faults,
    tested: Vec<Tested>,
    /// What its pages bring beyond the faces.
    signs: Blocks,
    /// Places in the report of the editions asked for.
    wanted: Vec<usize>,
    formats: Vec<Format>,
    talks: talks::Talks,
}

/// Something that narrative says of the data, tested and true.
#[derive(Clone, Debug)]
pub struct Tested {
    /// The edition's address.
    pub edition: String,
    /// The file, within the content folder.
    pub path: String,
    /// Its line, from 1.
    pub line: usize,
    /// The claim as written.
    pub claim: String,
    /// What its sides are: "consenso.italia is 41%".
    pub values: Words,
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
    let (draft, mut found) = parse::parse(sources);

    // Check: what remains cannot name what is not there.
    let mut themes: Vec<&str> = loaded.themes.keys().map(String::as_str).collect();
    if !themes.contains(&theme::BUILTIN) {
        themes.push(theme::BUILTIN);
    }
    let checked = check::check(&draft, &themes, &mut found);
    diag::count_rest(&mut found);
    drop_unasked(&mut found, &draft, request, sources);
    if request.no_talk {
        found.retain(|fault| fault.code != Code::TalkTooLong);
    }
    if request.strict {
        found.iter_mut().for_each(|warning| warning.severity = Severity::Fault);
    }
    let Some(checked) = checked.filter(|_| !found.iter().any(Diagnostic::is_fault)) else {
        return Err(Faults { list: found, sources: sources.clone() });
    };

    // The theme, with the author's files in the place of ours; a template that does not compile is told here.
    let of_site = || {
        let name = &checked.site.theme;
        loaded.themes.get(name).map(|files| (format!("themes/{name}"), files.clone()))
    };
    let (called, files) = request.theme.clone().or_else(of_site).unwrap_or_default();
    let named = |faults: ThemeFaults| Faults {
        list: faults.faults,
        sources: Sources { root: called.clone(), ..faults.sources },
    };
    let theme = Theme::read(files).map_err(named)?;
    Renderer::new(&theme).map_err(named)?;

    let report = resolve::report(&checked);
    let wanted = wanted(&checked, &request.editions)?;

    // Lay out: what does not fit its slide is the author's to shorten, and nobody's to cut.
    if !request.no_talk {
        found.extend(full::overfull(&checked, &wanted, &theme, request.strict));
    }
    if found.iter().any(Diagnostic::is_fault) {
        return Err(Faults { list: found, sources: sources.clone() });
    }
    let warnings = match found.is_empty() {
        true => Faults::default(),
        false => Faults { list: found, sources: sources.clone() },
    };
    let tested = wanted.iter().flat_map(|&index| tested(&checked, index, sources)).collect();
    Ok(Site {
        checked,
        sources: sources.clone(),
        report,
        theme,
        theme_root: called,
        warnings,
        tested,
        signs: draft.signs.blocks,
        wanted,
        formats: Format::SITE.to_vec(),
        talks: talks::Talks::default(),
    })
}

/// The files of the next edition, made from an older one.
///
/// # Errors
/// Every fault of the author's files; what is asked for cannot be made.
pub fn new_edition(loaded: &Loaded, asked: &Asked) -> Result<NewEdition, Faults> {
    let sources = &loaded.sources;
    let (draft, mut found) = parse::parse(sources);
    let themes: Vec<&str> = loaded.themes.keys().map(String::as_str).chain([theme::BUILTIN]).collect();
    let checked = check::check(&draft, &themes, &mut found);
    let Some(checked) = checked.filter(|_| !found.iter().any(Diagnostic::is_fault)) else {
        return Err(Faults { list: found, sources: sources.clone() });
    };
    let (last, period) = scaffold::choose(asked, &draft, &checked)
        .map_err(|refused| Faults { list: vec![refused.fault], sources: refused.said })?;
    Ok(scaffold::next_edition(last, period, &checked, sources))
}

/// What one edition says that was tested.
fn tested(checked: &Checked, index: usize, sources: &Sources) -> Vec<Tested> {
    let edition = &checked.editions[index];
    let passages = edition.entries().flat_map(|entry| match entry {
        EntryData::Narrative { passages, .. } => passages.as_slice(),
        _ => &[],
    });
    let claims = passages.flat_map(|passage| &passage.claims);
    claims
        .map(|claim| {
            let source = sources.get(claim.at.file);
            Tested {
                edition: edition.id.clone(),
                path: source.path.clone(),
                line: source.line(claim.at.start),
                claim: claim.text.clone(),
                values: claim.values(),
            }
        })
        .collect()
}

/// Takes away the warnings that stand in the files of editions nobody asked for. Their faults stay: a site is sound as
/// a whole, or not at all.
fn drop_unasked(found: &mut Vec<Diagnostic>, draft: &Draft, request: &Request, sources: &Sources) {
    if request.editions.is_empty() {
        return;
    }
    let folders: Vec<&str> =
        request.editions.iter().filter_map(|name| Some(draft.edition(name)?.folder.as_str())).collect();
    found.retain(|fault| {
        let path = sources.get(fault.at.file).path.strip_prefix("editions/");
        let folder = path.and_then(|path| path.split('/').next());
        fault.is_fault() || folder.is_none_or(|folder| folders.contains(&folder))
    });
}

/// The place of an edition, by its address; where none has that one, by its folder.
fn place(checked: &Checked, name: &str) -> Option<usize> {
    let editions = || checked.editions.iter();
    let by_id = editions().position(|edition| edition.id == name);
    by_id.or_else(|| editions().position(|edition| edition.folder == name))
}

/// The places of the editions asked for, in their order.
fn wanted(checked: &Checked, names: &[String]) -> Result<Vec<usize>, Faults> {
    if names.is_empty() {
        return Ok((0..checked.editions.len()).collect());
    }
    match unknown(checked, names, "--edition ") {
        Some(faults) => Err(faults),
        None => Ok(places(checked, names)),
    }
}

/// The places of editions by their names, each once.
fn places(checked: &Checked, names: &[String]) -> Vec<usize> {
    let mut places: Vec<usize> = names.iter().filter_map(|name| place(checked, name)).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// A fault for each name that is no edition; none where all are. The fault is in what was asked, so that is what is
/// shown, with the words before it.
fn unknown(checked: &Checked, names: &[String], before: &str) -> Option<Faults> {
    let ids: Vec<&str> = checked.editions.iter().map(|edition| edition.id.as_str()).collect();
    let mut sources = Sources::default();
    let mut list = Vec::new();
    for name in names.iter().filter(|name| place(checked, name).is_none()) {
        let hint = match diag::nearest(name, ids.iter().copied()) {
            Some(near) => diag::did_you_mean(near),
            None => words!("editions are: {}", "le edizioni sono: {}", ids.join(", ")),
        };
        let message = words!("there is no edition `{name}`", "non c’è nessuna edizione `{name}`");
        let at = Span::new(FileId(sources.files.len() as u32), before.len(), before.len() + name.len());
        list.push(Diagnostic::new(Code::UnknownEdition, at, message, hint));
        sources.files.push(Source::new("command line", format!("{before}{name}")));
    }
    (!list.is_empty()).then_some(Faults { list, sources })
}

impl Site {
    /// Asks also for what the last site lacks: editions, for the home page leads to all of them; and those that have
    /// become the newest of a figure, for theirs is what stands under `latest/`. `is_there` knows the files of the last
    /// site by their path, `is_same` by their bytes, too.
    ///
    /// # Errors
    /// A template of the theme that does not compile.
    pub fn complete(
        &mut self,
        is_there: impl Fn(&str) -> bool,
        is_same: impl Fn(&Artifact) -> bool,
    ) -> Result<(), Faults> {
        if self.wanted.len() == self.report.covers.len() {
            return Ok(());
        }
        let covers = self.report.covers.iter().enumerate();
        let missing = covers.filter(|(_, cover)| !is_there(&format!("{}/index.html", cover.id)));
        let mut missing: BTreeSet<usize> = missing.map(|(index, _)| index).collect();
        // A notice names the newest edition: another notice, another edition.
        let renderer = Renderer::new(&self.theme).map_err(|faults| self.of_the_theme(faults))?;
        let moved = self.report.latest.iter().filter(|latest| !is_same(&renderer.notice(&self.report, latest)));
        missing.extend(moved.map(|latest| latest.edition));
        self.wanted.extend(missing.into_iter().filter(|index| !self.wanted.contains(index)).collect::<Vec<_>>());
        Ok(())
    }

    /// Whether a file of the last site stays as it is: those of an edition that belongs to the site and is not asked for.
    pub fn leaves(&self, path: &str) -> bool {
        let mut parts = path.split('/');
        let is_left = |index: usize| !self.wanted.contains(&index);
        match [parts.next(), parts.next(), parts.next()] {
            [Some(render::LATEST), Some("figures"), Some(figure)] => {
                self.report.latest.iter().any(|latest| latest.figure == figure && is_left(latest.edition))
            }
            [Some(id), ..] => self.report.covers.iter().position(|cover| cover.id == id).is_some_and(is_left),
            _ => false,
        }
    }

    /// Asks for the figures of the site in these formats, and no others.
    pub fn draw_as(&mut self, formats: &[Format]) {
        self.formats = formats.to_vec();
        self.formats.sort_unstable();
        self.formats.dedup();
        if formats.iter().any(|format| matches!(format.ending(), "pdf" | "pptx")) {
            self.warn_of(self.theme.only_in_pages());
        }
    }

    /// Adds what is told of the theme to what is told of the content, each under the folder that it is in.
    fn warn_of(&mut self, found: ThemeFaults) {
        if found.faults.is_empty() {
            return;
        }
        let content = if self.warnings.list.is_empty() { &self.sources } else { &self.warnings.sources };
        let named = |root: &str, source: &Source| Source { path: format!("{root}/{}", source.path), ..source.clone() };
        let mut files: Vec<Source> = content.files.iter().map(|source| named(&content.root, source)).collect();
        let before = files.len() as u32;
        files.extend(found.sources.files.iter().map(|source| named(&self.theme_root, source)));
        self.warnings.sources = Sources { root: String::new(), files };
        self.warnings.list.extend(found.faults.into_iter().map(|mut fault| {
            fault.at.file.0 += before;
            fault
        }));
    }

    /// What somebody should look at, though the site can be made.
    pub fn warnings(&self) -> &Faults {
        &self.warnings
    }

    /// What the narrative of the editions asked for says of the data, each tested and true.
    pub fn tested(&self) -> &[Tested] {
        &self.tested
    }

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

    /// The figure of an edition, by its place in the report, that has a name: `consenso`, `consenso-areas`; as the
    /// outline shows it, else as it would be shown alone.
    ///
    /// # Panics
    /// Where there is no such edition.
    pub fn asked(&self, index: usize, id: &str) -> Option<FigureData> {
        resolve::asked(&self.checked, index, id)
    }

    /// A figure of an edition, by its place in the report, whether its outline shows it or not; `None` where the edition
    /// has no observations for it. `number` counts figures from 1.
    ///
    /// # Panics
    /// Where there is no such edition or indicator.
    pub fn figure(&self, index: usize, asked: &FigureData, number: usize) -> Option<Figure> {
        resolve::figure_of(&self.checked, index, asked, number)
    }

    /// The territories of the site.
    pub fn territories(&self) -> &Territories {
        &self.checked.territories
    }

    /// What changed between two editions, or, in the one named, else in the newest, since the last older edition that
    /// has each thing; said in a language. Of two, the older is held against the newer, whichever is named first.
    ///
    /// # Errors
    /// A name that is no edition, or nothing older to compare with.
    pub fn changes(&self, names: &[String], language: Language) -> Result<Changes, Faults> {
        let ids: Vec<&str> = self.report.covers.iter().map(|cover| cover.id.as_str()).collect();
        let before = "fascicle changes ";
        if let Some(faults) = unknown(&self.checked, names, before) {
            return Err(faults);
        }
        // Newest first.
        let places = places(&self.checked, names);
        let found = match (&places[..], names.len()) {
            ([newer, older, ..], _) => resolve::changes(&self.checked, *newer, Against::Edition(*older), language),
            ([_], 2..) => None,
            ([newer], _) => resolve::changes(&self.checked, *newer, Against::Last, language),
            ([], _) if ids.is_empty() => None,
            ([], _) => resolve::changes(&self.checked, 0, Against::Last, language),
        };
        found.ok_or_else(|| {
            let asked = format!("{before}{}", names.join(" "));
            let id = places.first().and_then(|place| ids.get(*place)).or(ids.first()).copied().unwrap_or_default();
            let message = match names.len() {
                2.. => words!("`{id}` is named twice", "`{id}` è indicata due volte"),
                _ => words!(
                    "there is no edition older than `{id}` to compare with",
                    "non c’è un’edizione precedente a `{id}` con cui fare il confronto"
                ),
            };
            let ids = ids.join(", ");
            let hint = words!("editions are, the newest first: {ids}", "le edizioni, dalla più recente: {ids}");
            let at = Span::new(FileId(0), before.len().min(asked.len()), asked.trim_end().len());
            let list = vec![Diagnostic::new(Code::UnknownEdition, at, message, hint)];
            Faults { list, sources: Sources { files: vec![Source::new("command line", asked)], ..Sources::default() } }
        })
    }

    /// The talks of an edition beside the whole one, by its place in the report.
    fn further_talks(&self, index: usize, edition: &Edition) -> Talks {
        let is_asked = self.talks.editions.contains(&index);
        let mut cuts = edition.cuts.clone();
        if let Some(asked) = self.minutes().filter(|(name, _)| is_asked && !cuts.iter().any(|(known, _)| known == name))
        {
            cuts.push(asked);
        }
        let ids = self.talks.audiences.iter().filter(|_| is_asked);
        let audience = |of: &Profile| Audience { id: of.id.clone(), name: of.name.clone() };
        let audiences = ids.filter_map(|id| edition.profiles.get(usize::from(id.0))).map(audience).collect();
        Talks { cuts, audiences }
    }

    /// The cut to the minutes that were asked for.
    fn minutes(&self) -> Option<(String, Cut)> {
        self.talks.minutes.map(|minutes| Talks::named(minutes, &self.report))
    }

    /// How much there is.
    pub fn summary(&self) -> Summary {
        let entries = || self.wanted.iter().flat_map(|&index| self.checked.editions[index].entries());
        let slides = |entry: &EntryData| match entry {
            EntryData::Narrative { passages, .. } => passages.len(),
            _ => 1,
        };
        Summary {
            editions: self.wanted.len(),
            slides: entries().map(slides).sum(),
            figures: entries().filter(|entry| matches!(entry, EntryData::Figure(_) | EntryData::Change { .. })).count(),
        }
    }

    /// Resolves, lays out, renders and hands over every artifact: one edition a task, and only one in memory for each
    /// thread. The order of artifacts is not fixed; their paths and bytes are.
    ///
    /// # Errors
    /// The first fault of a template, or the first refusal of `put`.
    pub fn write<E: Send>(&self, put: impl Fn(Artifact) -> Result<(), E> + Sync) -> Result<(), WriteError<E>> {
        let faults = |faults: ThemeFaults| WriteError::Faults(self.of_the_theme(faults));
        let renderer = Renderer::new(&self.theme).map_err(faults)?.with(&self.formats).with_signs(self.signs);
        let put_all = |artifacts: Vec<Artifact>| artifacts.into_iter().try_for_each(&put).map_err(WriteError::Put);
        put_all(renderer.home(&self.report).map_err(faults)?)?;
        let too_long = Mutex::new(Vec::new());
        self.wanted.par_iter().try_for_each(|&index| {
            let edition = self.edition(index);
            let sheets = layout::layout(&edition, &self.report.site, &self.theme);
            let over = full::overlong(&self.report.site, &edition, &sheets);
            if !over.is_empty() {
                // Nothing more is written, but all that is too long is told.
                too_long.lock().unwrap_or_else(PoisonError::into_inner).extend(over);
                return Ok(());
            }
            let further = self.further_talks(index, &edition);
            put_all(renderer.edition(&self.report, index, &edition, &sheets, &further).map_err(faults)?)?;
            drop((edition, sheets));
            // For a territory the cut that was asked for, and not those that the outline names.
            let cuts: Vec<_> = self.minutes().into_iter().collect();
            self.talks.audiences.par_iter().filter(|_| self.talks.editions.contains(&index)).try_for_each(|&id| {
                let edition = resolve::talk(&self.checked, index, Some(id));
                let sheets = layout::layout_of_talk(&edition, &self.report.site, &self.theme);
                let over = full::overlong(&self.report.site, &edition, &sheets);
                if !over.is_empty() {
                    too_long.lock().unwrap_or_else(PoisonError::into_inner).extend(over);
                    return Ok(());
                }
                put_all(renderer.talks(&self.report, &edition, &sheets, &cuts).map_err(faults)?)
            })?;
            match resolve::changes(&self.checked, index, Against::Last, self.checked.site.language) {
                Some(changes) => put_all(vec![renderer.changes(&self.report, index, &changes).map_err(faults)?]),
                None => Ok(()),
            }
        })?;
        self.told(too_long.into_inner().unwrap_or_else(PoisonError::into_inner)).map_err(WriteError::Faults)
    }

    /// Lays out every slide of the editions asked for, as [`Site::write`] does, and writes nothing.
    ///
    /// # Errors
    /// Slides on which there is too much.
    pub fn fits(&self) -> Result<(), Faults> {
        let of_edition = |&index: &usize| {
            let edition = resolve::talk(&self.checked, index, None);
            let sheets = layout::layout_of_talk(&edition, &self.report.site, &self.theme);
            full::overlong(&self.report.site, &edition, &sheets)
        };
        self.told(self.wanted.par_iter().flat_map_iter(of_edition).collect())
    }

    /// Faults of the theme, in files as the author calls them.
    fn of_the_theme(&self, faults: ThemeFaults) -> Faults {
        Faults { list: faults.faults, sources: Sources { root: self.theme_root.clone(), ..faults.sources } }
    }

    /// Faults of slides, in the order of their places.
    fn told(&self, mut list: Vec<Diagnostic>) -> Result<(), Faults> {
        if list.is_empty() {
            return Ok(());
        }
        // What editions share is told of one of them.
        list.sort_by_key(|fault| (fault.at, fault.message.en.clone()));
        list.dedup_by_key(|fault| fault.at);
        list.extend(self.warnings.list.iter().cloned());
        Err(Faults { list, sources: self.sources.clone() })
    }
}
