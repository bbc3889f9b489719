//! A report: everything said and shown, with nothing left to look up.
//!
//! Every text is ready to print in the edition's language; none is escaped for any format.

use crate::chart::Chart;
use crate::data::prose::{Block, Inline};
use crate::data::talk::{Cut, Kind, Timed};
use crate::diag::Language;
use crate::files::Span;

/// A whole site, as its home page shows it. The editions themselves are resolved one at a time, for two hundred of
/// them would not sit well in memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    /// What holds for all editions.
    pub site: Masthead,
    /// Newest first.
    pub covers: Vec<Cover>,
    /// Each figure with the edition that shows it last, in the order in which editions show them, the newest first.
    pub latest: Vec<Latest>,
}

/// The edition in which a figure is found where no edition is named: the newest that is published and shows it; where
/// none is published, the newest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Latest {
    /// The figure.
    pub figure: String,
    /// Place of the edition among the covers.
    pub edition: usize,
    /// Places of the editions that have the figure and are no older: that edition, and the drafts after it.
    pub current: Vec<usize>,
}

/// What holds for all editions.
#[derive(Clone, Debug, PartialEq)]
pub struct Masthead {
    /// Of all that the tool writes.
    pub language: Language,
    /// Of what the authors wrote.
    pub authors: Language,
    /// Name of the site.
    pub title: String,
    /// One sentence under it.
    pub description: String,
    /// Who publishes.
    pub organisation: String,
    /// Licence of the contents, in words.
    pub licence: String,
    /// Its address, if given.
    pub licence_url: Option<String>,
    /// The address at which the site is published, without a slash at its end, if given: `https://fse.example`.
    pub url: Option<String>,
}

/// What an edition is called, of when it is and where it was given.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// Folder name in the output.
    pub id: String,
    /// Title of the talk.
    pub title: String,
    /// Subtitle; may be empty.
    pub subtitle: String,
    /// "giugno – agosto 2024".
    pub period: String,
    /// ISO 8601.
    pub period_iso: String,
    /// Where and when it was given.
    pub event: Option<Event>,
    /// "draft", "published": drafts say so on every page.
    pub draft: bool,
    /// How many figures it has.
    pub figures: usize,
}

/// One edition: a talk, a page and their figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// What it is called.
    pub cover: Cover,
    /// Figures in the order of the outline; each stands once.
    pub figures: Vec<Figure>,
    /// What stands behind each of [`Edition::figures`], in their order.
    pub behind: Vec<Behind>,
    /// The talk in order.
    pub outline: Vec<Step>,
    /// What each territory's figures are, in the order of their list.
    pub profiles: Vec<Profile>,
    /// The territory for which the talk is, where it is for one.
    pub audience: Option<Audience>,
    /// Sources used, in the author's order.
    pub sources: Vec<SourceEntry>,
    /// Data files: `<edition>/data/<name>.csv`.
    pub datasets: Vec<Dataset>,
    /// The author's notes on the edition as a whole.
    pub notes: Vec<String>,
    /// Cuts of the talk that its outline names.
    pub cuts: Vec<(String, Cut)>,
}

/// An occasion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// "19° Forum Risk Management"
    pub name: String,
    /// "Arezzo"; may be empty.
    pub place: String,
    /// "27 novembre 2024"; may be empty.
    pub date: String,
    /// "#ForumRisk19"; may be empty.
    pub tag: String,
}

/// For whom a talk is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audience {
    /// The territory, for addresses: `friuli-venezia-giulia`.
    pub id: String,
    /// Its name: "Friuli-Venezia Giulia".
    pub name: String,
}

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
    /// A figure, by its place in [`Edition::figures`].
    Figure(usize),
    /// A divider.
    Section(Section),
    /// The figures of the territory for which the talk is.
    Profile(Profile),
    /// The end.
    Closing(Closing),
}

/// One slide of narrative.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Stable address within the edition: `background-un-unico-punto-di-accesso`.
    pub id: String,
    /// Above the title; may be empty.
    pub kicker: String,
    /// The heading.
    pub title: Vec<Inline>,
    /// Whether the heading is the one of the slide before.
    pub continues: bool,
    /// What follows.
    pub blocks: Vec<Block>,
    /// Whether the items of its lists appear one by one on the stage.
    pub stepwise: bool,
    /// Whether its text is set below the usual sizes, for else it would not fit.
    pub small: bool,
    /// For the speaker.
    pub speaker_notes: Vec<String>,
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

/// The indicators at a glance, in columns, one a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// Stable address.
    pub id: String,
    /// Above the title.
    pub kicker: String,
    /// Title.
    pub title: String,
    /// One a group.
    pub columns: Vec<OverviewColumn>,
    /// "Fonte"
    pub source_label: String,
    /// Whose measurements, and who published the national values; empty where none has a value.
    pub source: String,
    /// With their marks.
    pub notes: Vec<Note>,
}

/// One group of the overview.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewColumn {
    /// Group title.
    pub title: String,
    /// Its indicators.
    pub rows: Vec<OverviewRow>,
}

/// One indicator of the overview.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewRow {
    /// Short name, with the mark of a note on its value.
    pub label: String,
    /// What it measures: "degli assistiti".
    pub of: String,
    /// National value as printed, or "n.d.".
    pub value: String,
    /// "al 31 agosto 2024".
    pub period: String,
    /// First figure of the indicator in [`Edition::figures`], to link to.
    pub figure: Option<usize>,
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

/// What the figures of one territory are, an indicator a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The territory, for addresses: `friuli-venezia-giulia`. Its slide is `profile-` and this.
    pub id: String,
    /// Its name: "Friuli-Venezia Giulia".
    pub name: String,
    /// Other words by which somebody may ask for it: "Friuli VG", "FVG".
    pub aliases: Vec<String>,
    /// Above the title; may be empty.
    pub kicker: String,
    /// "Il Friuli-Venezia Giulia in cifre"
    pub title: String,
    /// How often it is above the whole, and how often no value is known.
    pub summary: String,
    /// Indicator, value, place among how many, value of the whole, distance from it, change since the last edition.
    pub table: Table,
    /// For each row of the table the figure to go to, by its place in [`Edition::figures`].
    pub figures: Vec<Option<usize>>,
    /// With their marks.
    pub notes: Vec<Note>,
    /// "Fonte"
    pub source_label: String,
    /// Whose measurements.
    pub source: String,
}

/// A figure with all its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// File name and address: `documenti-items`.
    pub id: String,
    /// Above the title: "Utilizzo · Consenso".
    pub kicker: String,
    /// Title.
    pub title: String,
    /// Measure, date, place: "% degli assistiti · al 31 agosto 2024".
    pub measure: String,
    /// "Figura 3".
    pub number: String,
    /// Caption for the report, as GIMBE's: title with origin and date in brackets.
    pub caption: String,
    /// What exactly is counted, in the words of the indicator's definition.
    pub definition: String,
    /// A few sentences written from the data: finding, extremes, ties, national value, missing, exceptions.
    pub summary: String,
    /// Which of these words are the author's.
    pub own: Own,
    /// What kind of drawing it is and what its parts mean, for who does not see it.
    pub drawn: String,
    /// The drawing's matter.
    pub chart: Chart,
    /// The same as a table.
    pub table: Table,
    /// "Fonte".
    pub source_label: String,
    /// Whose measurement, and who published the values.
    pub source: String,
    /// Notes with their marks, in the order of their marks.
    pub notes: Vec<Note>,
    /// Names of data files that hold it.
    pub dataset: String,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// Which words of a figure are its author's, as they stand, and not ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// What stands above the title.
    pub kicker: bool,
    /// The title.
    pub title: bool,
    /// The summary.
    pub summary: bool,
}

/// Where a figure comes from, beside what its words say. It goes wherever the figure goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The edition's address: `2024-06_2024-08`.
    pub edition: String,
    /// Of the values, ISO 8601; of two editions, the older first: `2024-08-31, 2025-03-31`.
    pub period_iso: String,
    /// The same in words: "al 31 agosto 2024".
    pub period: String,
    /// Of the words.
    pub language: Language,
    /// Who publishes.
    pub organisation: String,
    /// Licence, in words; may be empty.
    pub licence: String,
    /// Its address, if given.
    pub licence_url: Option<String>,
    /// How many times the edition was published, this one included.
    pub revision: u32,
    /// Whether the edition is a draft: what leaves it says so.
    pub draft: bool,
    /// The first twelve hexadecimal digits of the BLAKE3 hash of the data: the same in every language and drawing.
    pub data: String,
    /// The address at which the site is published, if given.
    pub site: Option<String>,
}

/// A note of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// "*"; empty where the note is on the figure as a whole.
    pub mark: String,
    /// "Friuli-Venezia Giulia: gennaio – marzo 2024".
    pub text: String,
}

/// A table of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Heads of columns.
    pub head: Vec<String>,
    /// Rows; as many cells as heads.
    pub rows: Vec<TableRow>,
    /// Which columns hold numbers, and stand right.
    pub numeric: Vec<bool>,
}

impl Table {
    /// Whether a row says anything in a column: one in which none does is not shown.
    pub fn says(&self, column: usize) -> bool {
        column == 0 || self.rows.iter().any(|row| row.cells.get(column).is_some_and(|cell| !cell.is_empty()))
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Whether it is the national row.
    pub national: bool,
    /// The cells; the first is the row's head.
    pub cells: Vec<String>,
}

/// A source, for the list at the end of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceEntry {
    /// Stable address.
    pub id: String,
    /// Who published.
    pub publisher: String,
    /// What.
    pub title: String,
    /// Where; empty where it is not online.
    pub url: String,
    /// "27 novembre 2024"; may be empty.
    pub date: String,
    /// The author's remark; may be empty.
    pub note: String,
}

/// What stands behind one figure: its values, row by row, and what must travel with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// Of the values as a whole, ISO 8601; a row may have its own.
    pub period: String,
    /// `percent`; empty for a table of yes and no.
    pub unit: String,
    /// What a share is of: "degli assistiti"; empty for a table.
    pub denominator: String,
    /// The older values, where the figure holds two editions against each other.
    pub since: Option<Since>,
    /// Whose measurement it is.
    pub origin: String,
    /// Key and title of each item, where rows or columns are items.
    pub items: Vec<(String, String)>,
    /// The rows: those of the data file, with rank, whether it is the whole, and why a value is missing.
    pub data: Dataset,
}

/// The older of two series held against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// Its edition.
    pub edition: String,
    /// ISO 8601.
    pub period: String,
    /// What a share is of.
    pub denominator: String,
}

/// A data file, as rows of text cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dataset {
    /// File name without ending.
    pub name: String,
    /// First row.
    pub head: Vec<String>,
    /// The others.
    pub rows: Vec<Vec<String>>,
}
