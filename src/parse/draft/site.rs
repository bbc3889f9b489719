//! The whole site: every file of it, and what holds for all editions.

use super::edition::EditionDraft;
use super::indicators::IndicatorDraft;
use super::narrative::NarrativeDraft;
use super::outline::OutlineDraft;
use super::sources::{Signs, SourceDraft};
use super::territories::TerritoriesDraft;
use crate::files::Placed;

/// What the authors wrote, in all their files.
#[derive(Debug, Default)]
pub struct Draft {
    /// site.yaml
    pub site: Option<SiteDraft>,
    /// The groups of indicators.yaml: key and title.
    pub groups: Vec<(Placed<String>, Placed<String>)>,
    /// The indicators of indicators.yaml.
    pub indicators: Vec<IndicatorDraft>,
    /// Whether indicators.yaml had faults, so that a name it does not have is no news.
    pub indicators_faulty: bool,
    /// territories.yaml, where there is one.
    pub territories: Option<TerritoriesDraft>,
    /// Whether territories.yaml had faults, so that a name it does not have is no news.
    pub territories_faulty: bool,
    /// sources.yaml
    pub sources: Vec<SourceDraft>,
    /// outline.yaml
    pub outline: Option<OutlineDraft>,
    /// narrative/
    pub narratives: Vec<NarrativeDraft>,
    /// Comments that begin `todo:` in the shared narrative, each with the narrative's name.
    pub todos: Vec<(String, Placed<String>)>,
    /// editions/, in the order of their folders.
    pub editions: Vec<EditionDraft>,
    /// What stands in all texts beyond Latin-1.
    pub signs: Signs,
}

impl Draft {
    /// An edition by its address; where none has that one, by its folder.
    pub fn edition(&self, name: &str) -> Option<&EditionDraft> {
        let by_id = self.editions.iter().find(|edition| edition.id() == name);
        by_id.or_else(|| self.editions.iter().find(|edition| edition.folder == name))
    }
}

/// site.yaml
#[derive(Debug)]
pub struct SiteDraft {
    pub title: Placed<String>,
    pub description: Option<Placed<String>>,
    pub organisation: Placed<String>,
    pub language: Placed<String>,
    pub theme: Option<Placed<String>>,
    pub licence: Option<(Placed<String>, Option<Placed<String>>)>,
    /// The address at which the site is published, without a slash at its end.
    pub url: Option<Placed<String>>,
}
