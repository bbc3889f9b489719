//! What has been checked: every name means something, every value is possible, nothing is forgotten.

use crate::data::indicator::{Catalogue, Part};
use crate::data::observation::{Cell, Observation};
use crate::data::period::{Day, Period};
use crate::data::prose::{Block, Inline};
use crate::data::talk::{Cut, Kind, Qr, Timed};
use crate::data::territory::{Territories, TerritoryId};
use crate::data::value::Value;
use crate::data::view::{ChangeView, View};
use crate::diag::Language;
use crate::files::{Placed, Span};
use std::collections::BTreeMap;

/// A whole site, checked.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What holds for all editions.
    pub site: SiteData,
    /// The territories.
    pub territories: Territories,
    /// Groups and indicators.
    pub catalogue: Catalogue,
    /// Editions, the newest first.
    pub editions: Vec<EditionData>,
}

/// What holds for all editions.
#[derive(Clone, Debug)]
pub struct SiteData {
    /// Name of the site.
    pub title: String,
    /// One sentence; may be empty.
    pub description: String,
    /// Who publishes.
    pub organisation: String,
    /// Of all that the tool writes.
    pub language: Language,
    /// Of what the authors wrote.
    pub authors: Language,
    /// Name of the theme.
    pub theme: String,
    /// Name and address.
    pub licence: Option<(String, Option<String>)>,
    /// The address at which it is published, without a slash at its end.
    pub url: Option<String>,
}

/// One edition.
#[derive(Clone, Debug)]
pub struct EditionData {
    /// Address.
    pub id: String,
    /// Name of its folder.
    pub folder: String,
    /// Title of the talk.
    pub title: String,
    /// May be empty.
    pub subtitle: String,
    /// Reporting period.
    pub period: Period,
    /// From 1: how many times it was published, this one included.
    pub revision: u32,
    /// Whether it is a draft.
    pub draft: bool,
    /// Where it was given.
    pub event: Option<EventData>,
    /// Notes on the whole.
    pub notes: Vec<String>,
    /// Sources in reach: those of the edition, then the shared ones.
    pub sources: Vec<SourceData>,
    /// The observations: by indicator and part.
    pub series: BTreeMap<(usize, Part), Series>,
    /// The talk in order.
    pub outline: Vec<StepData>,
    /// Cuts of the talk, by name; of those in minutes the core fits.
    pub cuts: Vec<(String, Cut)>,
}

/// A step of the talk, and how long it takes.
#[derive(Clone, Debug)]
pub struct StepData {
    /// Where it stands.
    pub at: Span,
    /// What it is.
    pub entry: EntryData,
    /// All its slides together.
    pub seconds: u32,
    /// Whether the talk can do without it.
    pub extra: bool,
}

/// An occasion.
#[derive(Clone, Debug)]
pub struct EventData {
    /// Name.
    pub name: String,
    /// May be empty.
    pub place: String,
    /// Day.
    pub date: Option<Day>,
    /// May be empty.
    pub tag: String,
}

/// A source.
#[derive(Clone, Debug)]
pub struct SourceData {
    /// Key.
    pub id: String,
    /// Who published.
    pub publisher: String,
    /// What.
    pub title: String,
    /// May be empty.
    pub url: String,
    /// Day.
    pub date: Option<Day>,
    /// May be empty.
    pub note: String,
}

/// The observations of one indicator, or of one part of it.
#[derive(Clone, Debug)]
pub struct Series {
    /// Its place in the catalogue.
    pub indicator: usize,
    /// Its place in [`crate::data::indicator::Indicator::definitions`].
    pub definition: usize,
    /// Of the series as a whole.
    pub period: Period,
    /// On the figure as a whole.
    pub note: Option<String>,
    /// The values.
    pub body: Body,
}

/// The values of a series.
#[derive(Clone, Debug)]
pub enum Body {
    /// One a territory, in geographic order.
    Territories {
        /// The source's national value.
        national: Observation,
        /// One a territory.
        values: Vec<Observation>,
    },
    /// One an item, in the order of [`crate::data::indicator::Indicator::items_of`] its definition.
    Items(Vec<Observation>),
    /// Territory by item.
    Table {
        /// Rows in geographic order, cells in the order of the items of the definition.
        cells: Vec<Vec<Cell>>,
        /// Whose table.
        source: Option<String>,
    },
}

/// A figure, and how it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureData {
    /// Indicator.
    pub indicator: usize,
    /// Which of its figures.
    pub part: Part,
    /// How it is shown.
    pub view: View,
    /// What its author says of it.
    pub words: WordsData,
    /// Territories that are marked, in the order of the author's list; none where the figure has items.
    pub highlight: Vec<TerritoryId>,
    /// Of lines, the addresses of the older editions they go through, the oldest first; else none.
    pub older: Vec<String>,
}

/// What an author says of a figure, with numbers read from the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordsData {
    /// In place of the indicator's, or of the finding.
    pub title: Option<Vec<Inline<Value>>>,
    /// In place of the one written from the data.
    pub summary: Option<Vec<Inline<Value>>>,
}

/// What a step of the talk is.
#[derive(Clone, Debug)]
pub enum EntryData {
    /// The opening.
    Title,
    /// Narrative.
    Narrative {
        /// File name without ending.
        name: String,
        /// Above the titles; may be empty.
        kicker: String,
        /// Slides.
        passages: Vec<PassageData>,
    },
    /// An address.
    Link {
        /// Where.
        url: String,
        /// What.
        title: Option<String>,
        /// A sentence.
        text: Option<String>,
        /// Above the title.
        kicker: Option<String>,
        /// The code to photograph.
        qr: Option<Qr>,
    },
    /// The indicators at a glance.
    Overview {
        /// Title.
        title: Option<String>,
        /// Above the title.
        kicker: Option<String>,
    },
    /// A figure.
    Figure(FigureData),
    /// What changed in a figure since an older edition; not of a table.
    Change {
        /// Indicator.
        indicator: usize,
        /// Which of its figures.
        part: Part,
        /// The older edition's address; it has the series too.
        since: String,
        /// How it is shown.
        view: ChangeView,
        /// What its author says of it.
        words: WordsData,
    },
    /// A divider: a group.
    Section(usize),
    /// The end.
    Closing {
        /// Large words.
        title: Option<String>,
        /// Below.
        text: Option<String>,
        /// An address.
        url: Option<String>,
        /// The code to photograph.
        qr: Option<Qr>,
    },
}

/// A slide of narrative.
#[derive(Clone, Debug)]
pub struct PassageData {
    /// Its heading, or the rule that begins it.
    pub at: Span,
    /// Fixed by the author; no other slide has it.
    pub id: Option<Placed<String>>,
    /// Heading.
    pub title: Vec<Inline<Value>>,
    /// Whether the heading is the one of the slide before.
    pub continues: bool,
    /// Text.
    pub blocks: Vec<Block<Value>>,
    /// Whether the items of its lists appear one by one.
    pub stepwise: bool,
    /// For the speaker.
    pub speaker_notes: Vec<Vec<Inline<Value>>>,
    /// What it says that was tested.
    pub claims: Vec<ClaimData>,
    /// Why two versions of a definition are compared here all the same: to be printed below.
    pub because: Vec<String>,
}

/// Something a sentence says of the data, which is so.
#[derive(Clone, Debug)]
pub struct ClaimData {
    /// The claim.
    pub at: Span,
    /// As the author wrote it.
    pub text: String,
    /// What was compared, and what it is: `consenso.italia`, 41%.
    pub sides: Vec<(String, Value)>,
    /// Who has no value among those a side speaks of.
    pub without: Vec<String>,
}

impl FigureData {
    /// A figure in one of its views, with nothing of an author's.
    pub fn new(indicator: usize, part: Part, view: View) -> FigureData {
        FigureData { indicator, part, view, words: WordsData::default(), highlight: Vec::new(), older: Vec::new() }
    }
}

impl Checked {
    /// The same, for words of another language: what the tool writes follows, what authors wrote stays.
    pub fn speak(&mut self, language: Language) {
        if language != self.site.language {
            self.site.language = language;
            self.territories = super::territories::in_language(&self.territories, language);
        }
    }
}

/// What a step is planned to take where its author does not say: a slide that is only passed through, and any other.
const PASSING: u32 = 20;
const SLIDE: u32 = 60;

impl StepData {
    /// A step that takes as long as its author says, else as long as its slides usually do: a minute, of narrative each;
    /// twenty seconds where they are only passed through.
    pub fn new(at: Span, entry: EntryData, seconds: Option<u32>, extra: bool) -> StepData {
        let usual = match &entry {
            EntryData::Title | EntryData::Section(_) | EntryData::Closing { .. } => PASSING,
            EntryData::Narrative { passages, .. } => SLIDE * passages.len() as u32,
            _ => SLIDE,
        };
        StepData { at, entry, seconds: seconds.unwrap_or(usual), extra }
    }

    /// The step, as far as a cut asks.
    pub fn timed(&self) -> Timed {
        let kind = match self.entry {
            EntryData::Section(_) => Kind::Section,
            EntryData::Figure(_) | EntryData::Change { .. } => Kind::Figure,
            _ => Kind::Other,
        };
        Timed { kind, seconds: self.seconds, extra: self.extra }
    }
}

impl EditionData {
    /// What stands in the talk, in order.
    pub fn entries(&self) -> impl Iterator<Item = &EntryData> {
        self.outline.iter().map(|step| &step.entry)
    }

    /// A series, where there is one.
    pub fn series(&self, indicator: usize, part: Part) -> Option<&Series> {
        self.series.get(&(indicator, part))
    }
}

impl Series {
    /// Whether any value is given; a draft may have none yet, and then says nothing of what came before.
    pub fn has_values(&self) -> bool {
        let national = match &self.body {
            Body::Territories { national, .. } => national.value.is_some(),
            Body::Items(_) | Body::Table { .. } => false,
        };
        national || self.observations().iter().any(|value| value.value.is_some())
    }

    /// Its observations without the national one: territories or items; none for a table.
    pub fn observations(&self) -> &[Observation] {
        match &self.body {
            Body::Territories { values, .. } => values,
            Body::Items(values) => values,
            Body::Table { .. } => &[],
        }
    }
}
