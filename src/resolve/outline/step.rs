//! What a step of a talk is, with words ready to print.

use super::overview::Overview;
use super::passage::Passage;
use crate::data::talk::{Kind, Timed};
use crate::files::Span;
use crate::resolve::territory::profile::Profile;

/// A step of the talk, with its time.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it is.
    pub entry: Entry,
    /// How long it is planned to take, all its slides together, in seconds.
    pub seconds: u32,
    /// Whether the talk may do without it where time is short.
    pub extra: bool,
    /// Where the outline asks for it.
    pub at: Span,
}

impl Step {
    /// The step, as far as a cut asks.
    pub fn timed(&self) -> Timed {
        let kind = match self.entry {
            Entry::Section(_) => Kind::Section,
            Entry::Figure(_) => Kind::Figure,
            _ => Kind::Other,
        };
        Timed { kind, seconds: self.seconds, extra: self.extra }
    }
}

/// What a step of the talk is: one slide or more, and a part of the report.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// The opening.
    Title,
    /// Narrative, cut into slides. Each slide has an address of its own.
    Narrative(Vec<Passage>),
    /// An address shown large.
    Link(LinkEntry),
    /// The indicators in columns.
    Overview(Overview),
    /// A figure, by its place in [`Edition::figures`](crate::resolve::Edition::figures).
    Figure(usize),
    /// A divider.
    Section(Section),
    /// The figures of the territory for which the talk is.
    Profile(Profile),
    /// The end.
    Closing(Closing),
}

/// An address shown large.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkEntry {
    /// Stable address.
    pub id: String,
    /// Above the title.
    pub kicker: String,
    /// Title.
    pub title: String,
    /// The address itself.
    pub url: String,
    /// The address as shown: without scheme.
    pub shown: String,
    /// A sentence; may be empty.
    pub text: String,
    /// The address to photograph, where the outline asks for a QR code.
    pub qr: Option<String>,
}

/// A divider.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Stable address.
    pub id: String,
    /// Above the title: the tag of the event.
    pub kicker: String,
    /// Title.
    pub title: String,
    /// "Periodo di riferimento"
    pub period_label: String,
    /// "giugno – agosto 2024"
    pub period: String,
    /// "per il Friuli-Venezia Giulia: gennaio – marzo 2024"
    pub exceptions: Vec<String>,
}

/// The end of the talk.
#[derive(Clone, Debug, PartialEq)]
pub struct Closing {
    /// Stable address.
    pub id: String,
    /// Large words.
    pub title: String,
    /// Below; may be empty.
    pub text: String,
    /// An address, if given.
    pub url: Option<String>,
    /// The address to photograph, where the outline asks for a QR code.
    pub qr: Option<String>,
}
