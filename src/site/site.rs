//! A site that may be written, and what it knows of itself.

use super::talks::Talks;
use super::tested::Tested;
use crate::check::{Checked, EntryData, FigureData};
use crate::data::territory::Territories;
use crate::diag::Faults;
use crate::face::Blocks;
use crate::files::{Source, Sources};
use crate::render::Format;
use crate::resolve::{self, Collection, Edition, Figure};
use crate::theme::{Theme, ThemeFaults};
use std::collections::BTreeMap;

/// A site that may be written: checked, with its theme.
#[derive(Clone, Debug)]
pub struct Site {
    pub(super) checked: Checked,
    /// The texts that faults speak of.
    pub(super) sources: Sources,
    pub(super) report: Collection,
    pub(super) theme: Theme,
    /// How the folder of the theme is called in messages.
    pub(super) theme_root: String,
    pub(super) warnings: Faults,
    pub(super) tested: Vec<Tested>,
    /// What its pages bring beyond the faces.
    pub(super) signs: Blocks,
    /// Places in the report of all editions, by their addresses.
    pub(super) places: BTreeMap<String, usize>,
    /// Places in the report of the editions asked for.
    pub(super) wanted: Vec<usize>,
    pub(super) formats: Vec<Format>,
    pub(super) talks: Talks,
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

impl Site {
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
    pub fn report(&self) -> &Collection {
        &self.report
    }

    /// Everything said and shown in one edition, by its place in the collection.
    ///
    /// # Panics
    /// Where there is no such edition.
    pub fn edition(&self, index: usize) -> Edition {
        resolve::edition(&self.checked, index)
    }

    /// The figure of an edition, by its place in the collection, that has a name: `consenso`, `consenso-areas`; as the
    /// outline shows it, else as it would be shown alone.
    ///
    /// # Panics
    /// Where there is no such edition.
    pub fn asked(&self, index: usize, id: &str) -> Option<FigureData> {
        resolve::asked(&self.checked, index, id)
    }

    /// A figure of an edition, by its place in the collection, whether its outline shows it or not; `None` where the edition
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

    /// Faults of the theme, in files as the author calls them.
    pub(super) fn of_the_theme(&self, faults: ThemeFaults) -> Faults {
        Faults { list: faults.faults, sources: Sources { root: self.theme_root.clone(), ..faults.sources } }
    }
}
