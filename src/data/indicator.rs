//! What is measured: an indicator, its definition, its unit and its words.

use super::number::Number;
use super::period::{Day, Timing};

/// A whole indicator as declared once for all editions.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// The author's key: also the name of its files.
    pub id: String,
    /// The official name of the measure.
    pub title: String,
    /// A short name, for overviews and kickers.
    pub short: String,
    /// Other names that tables of figures give it.
    pub aliases: Vec<String>,
    /// Index of its group in [`Catalogue::groups`].
    pub group: usize,
    /// What is counted.
    pub kind: Kind,
    /// "degli assistiti": what the share is of, in words, with its preposition.
    pub of: String,
    /// Why its values may be more than a hundred, where they may: printed with each figure. Only a share can have it.
    pub uncapped: Option<String>,
    /// The end of its scale: a hundred, or, where values may pass it, a round value beyond all that it has in any
    /// edition.
    pub end: Number,
    /// How many decimals are shown, everywhere.
    pub decimals: u8,
    /// Whether it is a stock, counted at a moment, or a flow, counted over a window.
    pub timing: Timing,
    /// Whether more is better, or less, or neither.
    pub better: Better,
    /// A change since the last edition of this many points or more, which its author must have seen before it is
    /// published.
    pub jump: Number,
    /// The value that somebody has set out to reach, if there is one.
    pub target: Option<Target>,
    /// Who measures it, as printed at the foot of each figure.
    pub origin: String,
    /// What exactly is counted, in versions, in the order of the file. There is always one at least.
    pub definitions: Vec<Definition>,
}

/// A value to be reached, by a territory or by the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// In the unit of the indicator.
    pub value: Number,
    /// The day by which it is to be reached.
    pub by: Option<Day>,
    /// In the author's words: "PNRR: 85% entro il 2025".
    pub text: Option<String>,
    /// Key of the shared source that states it.
    pub source: String,
}

/// One version of a definition. Another list of items, another whole is another version, and values of two versions
/// are not compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The author's key, such as a year.
    pub id: String,
    /// What is counted, in words.
    pub text: String,
    /// The items it lists, by their places in [`Indicator::items`], in its own order. Empty for a share.
    pub items: Vec<usize>,
    /// How many items are monitored in all; `None` where no source says. Only an availability has it.
    pub total: Option<u32>,
    /// What the share is of, where it is not what [`Indicator::of`] says.
    pub of: Option<String>,
    /// The words of its figures, where they are not those of the indicator. Only an availability has them.
    pub titles: Option<AvailabilityTitles>,
    /// The older version with which it may be compared all the same.
    pub continues: Option<Continues>,
}

/// An author's word that two versions of a definition may be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Continues {
    /// Place of the other version in [`Indicator::definitions`].
    pub definition: usize,
    /// The author's reason, printed at every comparison.
    pub because: String,
}

/// What an indicator counts.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A percentage of a stated whole, 0 to 100 unless the indicator is uncapped.
    Share,
    /// Which items each territory has: territory by item, yes or no.
    Availability {
        /// The items, in the author's order.
        items: Vec<Item>,
        /// Words of the three figures.
        titles: AvailabilityTitles,
    },
}

/// One item of an availability indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The author's key.
    pub id: String,
    /// Full name.
    pub title: String,
    /// For column heads.
    pub short: String,
    /// Other names that tables of figures give it.
    pub aliases: Vec<String>,
}

/// Titles and measures of the figures an availability indicator gives.
#[derive(Clone, Debug, PartialEq)]
pub struct AvailabilityTitles {
    /// Share of territories by item.
    pub items: FigureWords,
    /// The table itself.
    pub table: FigureWords,
    /// Share of items by territory.
    pub territories: FigureWords,
}

/// Title and measure of one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureWords {
    /// The title over the figure.
    pub title: String,
    /// What the number is: "% delle Regioni e Province autonome".
    pub measure: String,
}

/// Which direction is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// The measure does not judge.
    Neither,
}

/// A group of indicators: a part of the talk.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The author's key.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// Groups and indicators of a site, in the author's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// The groups.
    pub groups: Vec<Group>,
    /// The indicators.
    pub indicators: Vec<Indicator>,
}

/// The part of an availability indicator that a file of observations holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Share of items by territory, or simply the values of a share.
    Territories,
    /// Share of territories by item.
    Items,
    /// Territory by item.
    Table,
}

impl Part {
    /// The word in file names, outline entries and figure names.
    pub const fn word(self) -> &'static str {
        match self {
            Part::Territories => "territories",
            Part::Items => "items",
            Part::Table => "table",
        }
    }

    /// Reads the word for a part; `None` where it is none.
    pub fn read(text: &str) -> Option<Part> {
        [Part::Territories, Part::Items, Part::Table].into_iter().find(|part| part.word() == text)
    }
}

impl Indicator {
    /// The unit's sign, as it stands in data files.
    pub const fn unit(&self) -> &'static str {
        "percent"
    }

    /// Whether it can have a value.
    pub fn allows(&self, value: Number) -> bool {
        value >= Number::ZERO && (self.uncapped.is_some() || value <= Number::HUNDRED)
    }

    /// Extends its scale as far as a value needs, to a round end.
    pub fn reach(&mut self, value: Number) {
        if self.uncapped.is_none() || value <= self.end {
            return;
        }
        let ends = (2..12)
            .flat_map(|power| [100, 125, 150, 200, 250, 300, 400, 500, 750].map(|end| end * 10_i64.pow(power - 2)));
        self.end = ends.map(Number::whole).find(|end| *end >= value).unwrap_or(value);
    }

    /// The items of all its definitions; empty for a share.
    pub fn items(&self) -> &[Item] {
        match &self.kind {
            Kind::Share => &[],
            Kind::Availability { items, .. } => items,
        }
    }

    /// The items that one definition lists, which are those of the series that follow it.
    ///
    /// # Panics
    /// Where there is no such definition.
    pub fn items_of(&self, definition: usize) -> Vec<&Item> {
        let all = self.items();
        self.definitions[definition].items.iter().map(|&place| &all[place]).collect()
    }

    /// The place that an item has in the list of the definition `other`, where `place` is the one it has in that of
    /// `definition`; `None` where the other does not list it.
    ///
    /// # Panics
    /// Where there is no such definition.
    pub fn place_of(&self, place: usize, definition: usize, other: usize) -> Option<usize> {
        let item = self.definitions[definition].items.get(place)?;
        self.definitions[other].items.iter().position(|other| other == item)
    }

    /// What the share is of, by one definition: "degli assistiti".
    ///
    /// # Panics
    /// Where there is no such definition.
    pub fn whole(&self, definition: usize) -> &str {
        self.definitions[definition].of.as_ref().unwrap_or(&self.of)
    }

    /// The title and the measure of one of the figures of an availability, by one definition; `None` for a share.
    ///
    /// # Panics
    /// Where there is no such definition.
    pub fn figure_words(&self, definition: usize, part: Part) -> Option<&FigureWords> {
        let Kind::Availability { titles, .. } = &self.kind else { return None };
        let titles = self.definitions[definition].titles.as_ref().unwrap_or(titles);
        Some(match part {
            Part::Items => &titles.items,
            Part::Table => &titles.table,
            Part::Territories => &titles.territories,
        })
    }
}
