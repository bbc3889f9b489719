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
    /// What the site is, in one sentence; may be empty.
    pub description: String,
    /// Who publishes.
    pub organisation: String,
    /// The language of all that the tool writes.
    pub language: Language,
    /// The language of what the authors wrote.
    pub authors: Language,
    /// Name of the theme.
    pub theme: String,
    /// The name of its licence, and the address of its text.
    pub licence: Option<(String, Option<String>)>,
    /// The address at which it is published, without a slash at its end.
    pub url: Option<String>,
}

/// One edition, checked.
#[derive(Clone, Debug)]
pub struct EditionData {
    /// Its address in the site.
    pub id: String,
    /// Name of its folder.
    pub folder: String,
    /// Title of the talk.
    pub title: String,
    /// A line below the title; may be empty.
    pub subtitle: String,
    /// The period that it reports on.
    pub period: Period,
    /// From 1: how many times it was published, this one included.
    pub revision: u32,
    /// Whether it is a draft.
    pub draft: bool,
    /// The occasion on which the talk was given.
    pub event: Option<EventData>,
    /// Notes on the edition as a whole.
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
    /// Where its entry stands in the outline.
    pub at: Span,
    /// What it shows.
    pub entry: EntryData,
    /// Seconds that all its slides take together.
    pub seconds: u32,
    /// Whether the talk can do without it.
    pub extra: bool,
}

/// An occasion on which a talk was given.
#[derive(Clone, Debug)]
pub struct EventData {
    /// What it is called.
    pub name: String,
    /// The place where it was held; may be empty.
    pub place: String,
    /// The day on which it was held.
    pub date: Option<Day>,
    /// Its tag in social media, with its `#`; may be empty.
    pub tag: String,
}

/// A source of observations.
#[derive(Clone, Debug)]
pub struct SourceData {
    /// The key by which observations name it.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// What it is called.
    pub title: String,
    /// The address at which it is found; may be empty.
    pub url: String,
    /// The day of its publication.
    pub date: Option<Day>,
    /// A note on it; may be empty.
    pub note: String,
}

/// The observations of one indicator, or of one part of it.
#[derive(Clone, Debug)]
pub struct Series {
    /// The place of its indicator in the catalogue.
    pub indicator: usize,
    /// The place of the definition it follows in [`crate::data::indicator::Indicator::definitions`].
    pub definition: usize,
    /// The period of the series as a whole; a value may have another.
    pub period: Period,
    /// A note on the series as a whole.
    pub note: Option<String>,
    /// The values.
    pub body: Body,
}

/// The values of a series.
#[derive(Clone, Debug)]
pub enum Body {
    /// A value for each territory.
    Territories {
        /// The source's national value.
        national: Observation,
        /// The values of the territories, in geographic order.
        values: Vec<Observation>,
    },
    /// A value for each item, in the order of [`crate::data::indicator::Indicator::items_of`] its
    /// definition.
    Items(Vec<Observation>),
    /// Which territory has which item.
    Table {
        /// Rows in geographic order, cells in the order of the items of the definition.
        cells: Vec<Vec<Cell>>,
        /// The key of the source of the table.
        source: Option<String>,
    },
}

/// A figure, and how it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureData {
    /// The place of the indicator in the catalogue.
    pub indicator: usize,
    /// Which of the indicator’s figures it is.
    pub part: Part,
    /// How it is shown.
    pub view: View,
    /// What its author says of it.
    pub words: WordsData,
    /// Territories that are marked, in the order of the author's list; none where the figure has items.
    pub highlight: Vec<TerritoryId>,
    /// The addresses of the older editions that lines go through, the oldest first; empty in all other views.
    pub older: Vec<String>,
}

/// What an author says of a figure, with numbers read from the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordsData {
    /// The title that stands in the place of that of the indicator, or of the finding.
    pub title: Option<Vec<Inline<Value>>>,
    /// The summary that stands in the place of the one written from the data.
    pub summary: Option<Vec<Inline<Value>>>,
}

/// What a step of the talk is.
#[derive(Clone, Debug)]
pub enum EntryData {
    /// The opening.
    Title,
    /// Slides of narrative.
    Narrative {
        /// File name without ending.
        name: String,
        /// Above the titles; may be empty.
        kicker: String,
        /// Slides.
        passages: Vec<PassageData>,
    },
    /// A page elsewhere.
    Link {
        /// Its address.
        url: String,
        /// The title of the slide.
        title: Option<String>,
        /// A sentence below the title.
        text: Option<String>,
        /// Above the title.
        kicker: Option<String>,
        /// The code to photograph.
        qr: Option<Qr>,
    },
    /// The indicators at a glance.
    Overview {
        /// The title of the slide.
        title: Option<String>,
        /// Above the title.
        kicker: Option<String>,
    },
    /// A figure.
    Figure(FigureData),
    /// What changed in a figure since an older edition; not of a table.
    Change {
        /// The place of the indicator in the catalogue.
        indicator: usize,
        /// Which of the indicator’s figures it is.
        part: Part,
        /// The older edition's address; it has the series too.
        since: String,
        /// How it is shown.
        view: ChangeView,
        /// What its author says of it.
        words: WordsData,
    },
    /// A slide that names a group of indicators, by its place in the catalogue.
    Section(usize),
    /// The last slide.
    Closing {
        /// Its words in large type.
        title: Option<String>,
        /// Its words below these.
        text: Option<String>,
        /// The address that it gives.
        url: Option<String>,
        /// The code to photograph.
        qr: Option<Qr>,
    },
}

/// A slide of narrative.
#[derive(Clone, Debug)]
pub struct PassageData {
    /// Where its heading stands, or the rule that begins it.
    pub at: Span,
    /// Fixed by the author; no other slide has it.
    pub id: Option<Placed<String>>,
    /// The words of its heading.
    pub title: Vec<Inline<Value>>,
    /// Whether the heading is the one of the slide before.
    pub continues: bool,
    /// What stands below the heading.
    pub blocks: Vec<Block<Value>>,
    /// Whether the items of its lists appear one by one.
    pub stepwise: bool,
    /// Notes that only the speaker sees.
    pub speaker_notes: Vec<Vec<Inline<Value>>>,
    /// What it says that was tested.
    pub claims: Vec<ClaimData>,
    /// Why two versions of a definition are compared here all the same: to be printed below.
    pub because: Vec<String>,
}

/// Something a sentence says of the data, which is so.
#[derive(Clone, Debug)]
pub struct ClaimData {
    /// Where the claim stands.
    pub at: Span,
    /// The claim as the author wrote it.
    pub text: String,
    /// What was compared, and what it is: `consenso.italia`, 41%.
    pub sides: Vec<(String, Value)>,
    /// The names of those that a side speaks of and that have no value.
    pub without: Vec<String>,
}

impl FigureData {
    /// A figure in one of its views, with nothing of an author's.
    pub fn new(indicator: usize, part: Part, view: View) -> FigureData {
        FigureData { indicator, part, view, words: WordsData::default(), highlight: Vec::new(), older: Vec::new() }
    }
}

impl Checked {
    /// Changes the language of what the tool writes; what authors wrote stays in theirs.
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

    /// The observations without the national one, by territory or by item; a table has none.
    pub fn observations(&self) -> &[Observation] {
        match &self.body {
            Body::Territories { values, .. } => values,
            Body::Items(values) => values,
            Body::Table { .. } => &[],
        }
    }
}
