//! What changed from one edition to another, with words ready to print: values, ranks, notes, what is missing,
//! definitions, sentences.

use super::compared::Kind;
use super::sentences::{ClaimChange, TextChange};
use crate::data::observation::Cell;
use serde::Serialize;

/// What changed, for people and for machines: the fields are those of the JSON, in its order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Changes {
    /// The newer edition.
    pub edition: Named,
    /// The edition it is compared with; none where each thing is compared with the last that has it.
    pub since: Option<Named>,
    /// Figures that both have.
    pub figures: Vec<FigureChange>,
    /// Figures the older editions have not.
    pub added: Vec<FigureNews>,
    /// Figures the newer edition has not.
    pub gone: Vec<FigureNews>,
    /// The notes on the edition as a whole.
    pub notes: Vec<TextsChange>,
    /// The narratives.
    pub narratives: Vec<TextsChange>,
}

/// An edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its address.
    pub id: String,
    /// "gennaio – marzo 2025"
    pub period: String,
}

/// The values of one indicator, or of one part of it, in two editions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureChange {
    /// As the figure is called: `documenti-items`.
    pub id: String,
    /// Key of the indicator.
    pub indicator: String,
    /// `territories`, `items`, `table`.
    pub part: &'static str,
    /// "Utilizzo · Consenso"
    pub kicker: String,
    /// The title of the figure.
    pub title: String,
    /// What the numbers are: "% degli assistiti".
    pub measure: String,
    /// The older edition.
    pub since: Named,
    /// When the values are of: "al 31 agosto 2024", "al 31 marzo 2025".
    pub when: [String; 2],
    /// Whether they may be compared.
    pub comparison: Comparison,
    /// The definitions followed, where they are not one.
    pub definitions: Option<[DefinitionNamed; 2]>,
    /// The note on the series as a whole, where it is not what it was.
    pub note: Option<NoteChange>,
    /// How many rose and fell, the greatest changes, the national value, in sentences; empty for a table.
    pub summary: String,
    /// What must be said of the differences: that they are taken before rounding, or of rounded values; else empty.
    pub rounding: &'static str,
    /// How many of each kind; the national value is not counted.
    pub counts: Counts,
    /// The rows that changed; where nothing may be compared, all that have a value. Never those of a table.
    pub rows: Vec<RowChange>,
    /// The rows that did not, with their value.
    pub unchanged: Vec<Unchanged>,
    /// Names of those without a value in both.
    pub absent: Vec<String>,
    /// The cells of a table that changed.
    pub cells: Vec<CellChange>,
    /// Whether places among the territories may be compared: the same ones have a value, and all may be compared.
    pub ranks_compared: bool,
    /// Whether the newer edition's report shows the figure.
    pub shown: bool,
    /// What the rows are: "Territorio", "Voce".
    #[serde(skip)]
    pub row_head: String,
    /// Whether what the rows are is feminine, as "voci" are.
    #[serde(skip)]
    pub feminine: bool,
}

/// Whether two series may be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Whether they may.
    pub state: State,
    /// Why not, or why all the same, or that both are of one date; else empty.
    pub words: String,
}

/// Whether two series may be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// They measure the same.
    Same,
    /// They do not, but the author says why they may.
    Allowed,
    /// They may not.
    Broken,
}

/// A definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DefinitionNamed {
    /// Its key.
    pub id: String,
    /// In words.
    pub text: String,
}

/// A note that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteChange {
    /// What it was.
    pub old: Option<String>,
    /// What it is.
    pub new: Option<String>,
}

/// How many of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Greater than before.
    pub rose: usize,
    /// Less than before.
    pub fell: usize,
    /// As before.
    pub unchanged: usize,
    /// The older value once more, of the same date.
    pub repeated: usize,
    /// Without a value before.
    pub appeared: usize,
    /// Without a value now.
    pub vanished: usize,
    /// Without a value in both.
    pub absent: usize,
    /// With two values that may not be compared.
    pub refused: usize,
}

/// A row that changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowChange {
    /// The territory's code, or the item's key.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether it is the whole.
    pub national: bool,
    /// The older value.
    pub old: PrintedValue,
    /// The newer value.
    pub new: PrintedValue,
    /// What came between them.
    pub kind: Kind,
    /// New less old, in points; none where there is no difference to speak of.
    pub points: Option<f64>,
    /// What came between the two values, in words: "+26 punti", "prima n.d."
    pub difference: String,
    /// What came between two values that may not be compared; else empty.
    pub why: String,
    /// The place among the territories, then and now; empty where there is none.
    pub places: [String; 2],
    /// The place in words: where one was gained or lost, and that may be said, the old one too.
    pub place: String,
    /// How many places it has gained, where that may be said and is not a matter of ties.
    pub moved: Option<i64>,
    /// What must be known of the value, where it is not what it was.
    pub note: Option<NoteChange>,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PrintedValue {
    /// The value itself; none where it is missing.
    pub value: Option<f64>,
    /// As printed: "39%", "n.d."
    pub printed: String,
}

/// A row that did not change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unchanged {
    /// The territory's code, or the item's key.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The value, as printed; and whether it is the same datum, of the same date.
    pub printed: String,
}

/// A cell of a table that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CellChange {
    /// The territory's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The item's key.
    pub item: String,
    /// Its name.
    pub title: String,
    /// "sì", "no", "n.d."
    pub old: &'static str,
    /// What the cell says now, in the same words.
    pub new: &'static str,
    /// What the cell said and says, as data.
    #[serde(skip)]
    pub states: [Cell; 2],
}

/// A figure that only one of the two has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureNews {
    /// As the figure is called.
    pub id: String,
    /// "Utilizzo · Consenso"
    pub kicker: String,
    /// Its title.
    pub title: String,
    /// The edition that has it.
    pub edition: Named,
}

/// Texts of two editions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextsChange {
    /// The name of the narrative; empty for the notes of the edition.
    pub name: String,
    /// Its first heading, as readers know it.
    #[serde(skip)]
    pub title: String,
    /// The older edition; none where no older one has the narrative.
    pub since: Option<Named>,
    /// What was added, removed and changed.
    pub changes: Vec<TextChange>,
    /// What it claims of the data, where that is not what it was.
    pub claims: Vec<ClaimChange>,
}

impl Counts {
    /// The one that counts rows of a kind.
    pub(super) fn of(&mut self, kind: Kind) -> &mut usize {
        match kind {
            Kind::Rose => &mut self.rose,
            Kind::Fell => &mut self.fell,
            Kind::Unchanged => &mut self.unchanged,
            Kind::Repeated => &mut self.repeated,
            Kind::Appeared => &mut self.appeared,
            Kind::Vanished => &mut self.vanished,
            Kind::Absent => &mut self.absent,
            Kind::Refused => &mut self.refused,
        }
    }
}

impl Changes {
    /// Whether nothing changed at all.
    pub fn is_nothing(&self) -> bool {
        let Changes { figures, added, gone, notes, narratives, .. } = self;
        figures.iter().all(FigureChange::is_nothing)
            && [added, gone].iter().all(|news| news.is_empty())
            && [notes, narratives].iter().all(|texts| texts.is_empty())
    }
}

impl FigureChange {
    /// Whether nothing changed.
    pub fn is_nothing(&self) -> bool {
        let same = self.definitions.is_none() && self.note.is_none() && self.comparison.state != State::Broken;
        same && self.rows.is_empty() && self.cells.is_empty()
    }
}
