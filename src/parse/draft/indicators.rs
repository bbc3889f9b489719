//! indicators.yaml.

use crate::data::indicator::{Better, Part};
use crate::data::number::Number;
use crate::data::period::{Day, Timing};
use crate::files::{Placed, Span};

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
    /// The reason that `because` gives for `cap: none`.
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

/// One definition of an indicator.
#[derive(Debug)]
pub struct DefinitionDraft {
    pub id: Placed<String>,
    pub text: Placed<String>,
    /// Not said; said to be unknown; said.
    pub total: Option<Placed<Option<u32>>>,
    /// The items it lists, where it does not list all: the place of the list, and their keys.
    pub items: Option<(Span, Vec<Placed<String>>)>,
    /// What the share is a percentage of, where it is not what the indicator says.
    pub of: Option<Placed<String>>,
    /// Words of figures that are not the indicator's.
    pub figures: Option<(Span, Vec<FigureDraft>)>,
    /// Another version, and why the two may be compared.
    pub continues: Option<(Placed<String>, Placed<String>)>,
}

/// One item of an availability.
#[derive(Debug)]
pub struct ItemDraft {
    pub id: Placed<String>,
    pub title: Placed<String>,
    pub short: Option<Placed<String>>,
    pub aliases: Vec<Placed<String>>,
}
