//! One edition: edition.yaml, and the files beside it.

use super::narrative::NarrativeDraft;
use super::observations::SeriesDraft;
use super::outline::OutlineDraft;
use super::sources::{Signs, SourceDraft};
use crate::data::period::{Day, Period};
use crate::files::{Placed, Span};

/// One folder of editions/.
#[derive(Debug)]
pub struct EditionDraft {
    /// The folder's name.
    pub folder: String,
    /// Where a fault of the edition as a whole stands: the top of edition.yaml, or of its first file.
    pub at: Span,
    /// edition.yaml, where it was there and could be read.
    pub head: Option<EditionHead>,
    pub outline: Option<OutlineDraft>,
    pub series: Vec<SeriesDraft>,
    pub narratives: Vec<NarrativeDraft>,
    /// Comments that begin `todo:`, in all its files: what is to do.
    pub todos: Vec<Placed<String>>,
    /// What stands in its texts beyond Latin-1.
    pub signs: Signs,
    /// Whether a file of observations could not be read, so that its absence is not a second fault.
    pub unread: bool,
}

impl EditionDraft {
    /// The address of the edition: the id that edition.yaml gives, else the name of the folder.
    pub fn id(&self) -> &str {
        let own = self.head.as_ref().and_then(|head| head.id.as_ref());
        own.map_or(&self.folder, |id| &id.value)
    }

    /// Whether something is left to do in it.
    pub fn has_todos(&self) -> bool {
        !self.todos.is_empty() || self.series.iter().any(SeriesDraft::has_todos)
    }
}

/// edition.yaml
#[derive(Debug)]
pub struct EditionHead {
    pub title: Placed<String>,
    pub subtitle: Option<Placed<String>>,
    pub period: Option<Placed<Period>>,
    pub id: Option<Placed<String>>,
    pub revision: Option<Placed<u32>>,
    pub draft: bool,
    pub event: Option<EventDraft>,
    pub notes: Vec<Placed<String>>,
    pub sources: Vec<SourceDraft>,
}

/// `event` of edition.yaml.
#[derive(Debug)]
pub struct EventDraft {
    pub name: Placed<String>,
    pub place: Option<Placed<String>>,
    pub date: Option<Placed<Day>>,
    pub tag: Option<Placed<String>>,
}
