//! The draft: what the authors wrote, in the shape of their files. Names may be wrong, values may disagree;
//! only the spelling of numbers, dates and words has been read.

// A field bears the name of the key it is read from: docs/format.md says what each means.
#![allow(missing_docs)]

use crate::data::indicator::{Better, Part};
use crate::data::number::Number;
use crate::data::observation::Cell;
use crate::data::period::{Day, Period, Timing};
use crate::data::prose::{Block, Inline};
use crate::data::status::Status;
use crate::data::talk::{Cut, Qr};
use crate::diag::Diagnostic;
use crate::face::Blocks;
use crate::files::{FileId, Placed, Span};

/// All that was written.
#[derive(Debug, Default)]
pub struct Draft {
    /// site.yaml
    pub site: Option<SiteDraft>,
    /// indicators.yaml
    pub groups: Vec<(Placed<String>, Placed<String>)>,
    /// indicators.yaml
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
    /// Without a slash at its end.
    pub url: Option<Placed<String>>,
}

/// territories.yaml
#[derive(Debug)]
pub struct TerritoriesDraft {
    /// Where a fault of the list as a whole stands.
    pub at: Span,
    pub called: Option<CalledDraft>,
    pub national: Option<TerritoryDraft>,
    /// Key and title.
    pub areas: Vec<(Placed<String>, Placed<String>)>,
    pub list: Vec<TerritoryDraft>,
}

/// `called` of territories.yaml.
#[derive(Debug)]
pub struct CalledDraft {
    pub one: Placed<String>,
    pub many: Placed<String>,
    pub feminine: bool,
}

/// One territory, or the whole.
#[derive(Debug)]
pub struct TerritoryDraft {
    pub code: Placed<String>,
    pub name: Placed<String>,
    pub short: Option<Placed<String>>,
    pub aliases: Vec<Placed<String>>,
    pub area: Option<Placed<String>>,
    pub iso: Option<Placed<String>>,
    pub nuts: Option<Placed<String>>,
    pub article: Option<Placed<String>>,
    pub locative: Option<Placed<String>>,
    pub genitive: Option<Placed<String>>,
    /// Column and row, from 1.
    pub tile: Option<Placed<(u32, u32)>>,
}

/// One indicator of indicators.yaml.
#[derive(Debug)]
pub struct IndicatorDraft {
    pub id: Placed<String>,
    pub title: Placed<String>,
    pub short: Placed<String>,
    pub aliases: Vec<Placed<String>>,
    pub group: Placed<String>,
    pub kind: Placed<KindWord>,
    pub of: Placed<String>,
    /// `cap: none`, and why.
    pub uncapped: Option<Placed<String>>,
    pub timing: Placed<Timing>,
    pub better: Better,
    pub decimals: u8,
    /// A change of so many points wants a note.
    pub jump: Option<Placed<Number>>,
    pub target: Option<TargetDraft>,
    pub origin: Placed<String>,
    pub definitions: Vec<DefinitionDraft>,
    pub items: Vec<ItemDraft>,
    /// Words of the figures `items`, `table`, `territories`: title and measure.
    pub figures: Vec<FigureDraft>,
}

/// `target` of an indicator.
#[derive(Debug)]
pub struct TargetDraft {
    pub value: Placed<Number>,
    pub by: Option<Placed<Day>>,
    pub text: Option<Placed<String>>,
    pub source: Placed<String>,
}

/// Title and measure of one figure.
pub type FigureDraft = (Part, Placed<String>, Placed<String>);

/// The word after `kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindWord {
    Share,
    Availability,
}

/// One version of a definition.
#[derive(Debug)]
pub struct DefinitionDraft {
    pub id: Placed<String>,
    pub text: Placed<String>,
    /// Not said; said to be unknown; said.
    pub total: Option<Placed<Option<u32>>>,
    /// The items it lists, where it does not list all: the place of the list, and their keys.
    pub items: Option<(Span, Vec<Placed<String>>)>,
    /// What the share is of.
    pub of: Option<Placed<String>>,
    /// Words of figures that are not the indicator's.
    pub figures: Option<(Span, Vec<FigureDraft>)>,
    /// Another version, and why the two may be compared.
    pub continues: Option<(Placed<String>, Placed<String>)>,
}

/// One item.
#[derive(Debug)]
pub struct ItemDraft {
    pub id: Placed<String>,
    pub title: Placed<String>,
    pub short: Option<Placed<String>>,
    pub aliases: Vec<Placed<String>>,
}

/// One source.
#[derive(Debug)]
pub struct SourceDraft {
    pub id: Placed<String>,
    pub publisher: Placed<String>,
    pub title: Placed<String>,
    pub url: Option<Placed<String>>,
    pub date: Option<Placed<Day>>,
    pub note: Option<Placed<String>>,
}

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
    /// Its address: the id that edition.yaml gives, else the folder's name.
    pub fn id(&self) -> &str {
        let own = self.head.as_ref().and_then(|head| head.id.as_ref());
        own.map_or(&self.folder, |id| &id.value)
    }

    /// Whether something is left to do in it.
    pub fn has_todos(&self) -> bool {
        !self.todos.is_empty() || self.series.iter().any(SeriesDraft::has_todos)
    }
}

impl SeriesDraft {
    /// Whether some of its values are still to be given.
    pub fn has_todos(&self) -> bool {
        let mut values = self.national.iter().chain(self.values.iter().map(|(_, value)| value));
        values.any(|value| value.todo) || self.rows.iter().any(|(_, row)| row.todo)
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

/// One file of observations.
#[derive(Debug)]
pub struct SeriesDraft {
    pub file: FileId,
    pub indicator: Placed<String>,
    pub part: Placed<Part>,
    pub period: Option<PeriodDraft>,
    pub source: Option<Placed<String>>,
    pub definition: Option<Placed<String>>,
    pub note: Option<Placed<String>>,
    pub national: Option<ValueDraft>,
    /// Territories or items, with their values.
    pub values: Vec<(Placed<String>, ValueDraft)>,
    /// Rows of a table.
    pub rows: Vec<(Placed<String>, RowDraft)>,
    /// What is said of those not listed.
    pub others: Option<Placed<Others>>,
    /// Whether the values stand in a CSV.
    pub from_csv: bool,
    /// Rows of a CSV that could not be read: whom they speak of is not known.
    pub unread: usize,
}

/// A date of its own: `as_of` or `window`.
#[derive(Clone, Copy, Debug)]
pub struct PeriodDraft {
    pub period: Placed<Period>,
    /// Which key said it; `None` for a column of a CSV, which has one for both.
    pub timing: Option<Timing>,
}

/// The word after `others`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    Missing,
    /// Counted from the table.
    Table,
}

/// A value with all that may stand beside it.
#[derive(Debug)]
pub struct ValueDraft {
    pub at: Span,
    pub value: Option<Placed<Number>>,
    pub count: Option<Placed<u32>>,
    pub of: Option<Placed<u32>>,
    pub status: Option<Placed<Status>>,
    pub period: Option<PeriodDraft>,
    pub note: Option<Placed<String>>,
    pub source: Option<Placed<String>>,
    /// Whether it is still to be given: the word `todo`.
    pub todo: bool,
    /// Whether a fault was found within, so that what is lacking is not a second fault.
    pub faulty: bool,
}

/// A row of an availability table.
#[derive(Debug)]
pub struct RowDraft {
    pub cells: Vec<(Placed<String>, Placed<Cell>)>,
    pub others: Option<Cell>,
    /// Whether some of it is still to be given: the word `todo`.
    pub todo: bool,
    /// Whether a cell could not be read.
    pub faulty: bool,
}

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
    /// All its slides together.
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
    /// In place of the indicator's, or of the finding.
    pub title: Option<SaidDraft>,
    /// In place of the one written from the data.
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

/// One file of narrative.
#[derive(Debug)]
pub struct NarrativeDraft {
    /// File name without ending.
    pub name: String,
    pub file: FileId,
    pub kicker: Option<String>,
    pub passages: Vec<PassageDraft>,
    /// Whether a fault was found within.
    pub faulty: bool,
}

/// One slide of narrative.
#[derive(Debug)]
pub struct PassageDraft {
    /// Its heading, or the rule that begins it.
    pub at: Span,
    /// Fixed by `{#id}`.
    pub id: Option<Placed<String>>,
    pub title: Vec<Inline<Expression>>,
    /// Whether a rule begins it, so that its title is the one before.
    pub continues: bool,
    pub blocks: Vec<Block<Expression>>,
    /// Whether the items of its lists appear one by one.
    pub stepwise: bool,
    pub speaker_notes: Vec<Vec<Inline<Expression>>>,
    /// What it says, each with the sentence that says it.
    pub claims: Vec<(Span, Claim)>,
    /// Percentages typed by hand.
    pub typed: Vec<TypedShare>,
    /// Numbers declared to be fixed: `85%`, `2025`.
    pub fixed: Vec<Placed<String>>,
}

/// What narrative asks of the data, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    pub at: Span,
    /// As written.
    pub text: String,
    /// In order; never empty.
    pub pieces: Vec<Piece>,
    /// The percent sign that is written behind it.
    pub percent: Option<Span>,
}

/// A part of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Operators, numbers, parentheses, filters: Tera's own.
    Verbatim(String),
    /// `"Puglia"`
    Text(Placed<String>),
    /// `["Puglia", "Lazio"]`
    Names(Placed<Vec<Placed<String>>>),
    Reference(Reference),
    Call(Call),
}

/// `consenso.max.who`: a name and the steps to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub at: Span,
    pub name: Placed<String>,
    pub steps: Vec<Placed<String>>,
}

/// `above(consenso, italia, area = "sud")`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub at: Span,
    pub function: Placed<Function>,
    pub arguments: Vec<Argument>,
}

/// An argument, with its name where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    pub name: Option<Placed<String>>,
    pub value: Expression,
}

/// What can be asked of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// Who is above a value.
    Above,
    /// Who is below it.
    Below,
    /// Those with the least values.
    Bottom,
    /// The difference from an older edition.
    Change,
    /// Who has a value.
    Equal,
    /// Who has fallen since an older edition.
    Falls,
    /// Who has a value at all.
    Known,
    /// Who has none.
    Missing,
    /// Who has risen since an older edition.
    Rises,
    /// From the least value to the greatest.
    Spread,
    /// Those with the greatest values.
    Top,
}

/// `<!-- claim: consenso.italia < 50 -->`: what a sentence says, to be tested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Without the words around it.
    pub at: Span,
    /// It holds where all conditions of one alternative do.
    pub alternatives: Vec<Vec<Condition>>,
}

/// Two things compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub at: Span,
    /// As written.
    pub text: String,
    pub left: Expression,
    pub operator: Operator,
    pub right: Expression,
}

/// How two things are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
    In,
    NotIn,
}

/// A percentage that an author typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedShare {
    /// With its sign.
    pub at: Span,
    /// As typed.
    pub written: String,
    pub value: Number,
    /// The line it stands in.
    pub sentence: String,
}

/// Signs of the authors' texts beyond Latin-1.
#[derive(Clone, Debug, Default)]
pub struct Signs {
    /// Blocks of further signs that are in use.
    pub blocks: Blocks,
    /// A fault for each text with signs that would have to be drawn and cannot be.
    pub undrawn: Vec<Diagnostic>,
}
