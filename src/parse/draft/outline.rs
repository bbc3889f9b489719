//! outline.yaml.

use super::expression::Expression;
use super::narrative::TypedShare;
use crate::data::prose::Inline;
use crate::data::talk::{Cut, Qr};
use crate::files::{Placed, Span};

/// outline.yaml
#[derive(Debug)]
pub struct OutlineDraft {
    /// Whether a fault was found within, so that what it does not name is no news.
    pub faulty: bool,
    pub entries: Vec<StepDraft>,
    /// Cuts of the talk, by name.
    pub cuts: Vec<(Placed<String>, Placed<Cut>)>,
}

/// One entry of an outline, and how long it takes.
#[derive(Debug)]
pub struct StepDraft {
    pub at: Span,
    pub value: EntryDraft,
    /// Seconds that all its slides take together.
    pub seconds: Option<u32>,
    /// Whether the talk can do without it.
    pub extra: bool,
}

/// One entry of an outline.
#[derive(Debug)]
pub enum EntryDraft {
    Title,
    Narrative(Placed<String>),
    Link {
        url: Placed<String>,
        title: Option<String>,
        text: Option<String>,
        kicker: Option<String>,
        qr: Option<Placed<Qr>>,
    },
    Overview {
        title: Option<String>,
        kicker: Option<String>,
    },
    Figure(ShownDraft),
    /// What changed in a figure since an older edition.
    Change {
        figure: Placed<String>,
        since: Option<Placed<String>>,
        view: Option<Placed<String>>,
        words: WordsDraft,
    },
    Section(Placed<String>),
    Closing {
        title: Option<String>,
        text: Option<String>,
        url: Option<Placed<String>>,
        qr: Option<Placed<Qr>>,
    },
}

/// A figure, and how it is to be shown.
#[derive(Debug)]
pub struct ShownDraft {
    /// `consenso`, `documenti/items`
    pub show: Placed<String>,
    /// The word after `as:`.
    pub view: Option<Placed<String>>,
    pub words: WordsDraft,
    /// Territories to mark: where the list stands, and their names.
    pub highlight: Option<(Span, Vec<Placed<String>>)>,
}

/// What an author says of a figure.
#[derive(Debug, Default)]
pub struct WordsDraft {
    /// The title that stands in the place of that of the indicator, or of the finding.
    pub title: Option<SaidDraft>,
    /// The summary that stands in the place of the one written from the data.
    pub summary: Option<SaidDraft>,
    /// Numbers declared to be fixed: `85%`, `2025`.
    pub fixed: Vec<Placed<String>>,
}

/// A text that may read numbers from the data.
#[derive(Debug)]
pub struct SaidDraft {
    pub at: Span,
    /// Whether places within the text are places in the file.
    pub exact: bool,
    /// Text and values; never empty of words.
    pub parts: Vec<Inline<Expression>>,
    /// Percentages typed by hand.
    pub typed: Vec<TypedShare>,
}
