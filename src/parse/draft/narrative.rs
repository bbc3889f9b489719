//! Narrative: its slides, and the percentages typed in it.

use super::expression::{Claim, Expression};
use crate::data::number::Number;
use crate::data::prose::{Block, Inline};
use crate::files::{FileId, Placed, Span};

/// One file of narrative.
#[derive(Debug)]
pub struct NarrativeDraft {
    /// The name of the file without its ending.
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
    /// Where its heading stands, or the rule that begins it.
    pub at: Span,
    /// The id that `{#id}` gives the slide.
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

/// A percentage that an author typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedShare {
    /// The place of the number, with its `%`.
    pub at: Span,
    /// The number as it is typed.
    pub written: String,
    pub value: Number,
    /// The line in which it stands.
    pub sentence: String,
}
