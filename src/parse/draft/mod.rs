//! The draft: what the authors wrote, in the shape of their files. Names may be wrong, values may disagree;
//! only the spelling of numbers, dates and words has been read.

// A field bears the name of the key it is read from: docs/format.md says what each means.
#![allow(missing_docs)]

mod edition;
mod expression;
mod indicators;
mod narrative;
mod observations;
mod outline;
mod site;
mod sources;
mod territories;

pub use edition::{EditionDraft, EditionHead, EventDraft};
pub use expression::{Argument, Call, Claim, Condition, Expression, Function, Operator, Piece, Reference};
pub use indicators::{DefinitionDraft, FigureDraft, IndicatorDraft, ItemDraft, KindWord, TargetDraft};
pub use narrative::{NarrativeDraft, PassageDraft, TypedShare};
pub use observations::{Others, PeriodDraft, RowDraft, SeriesDraft, ValueDraft};
pub use outline::{EntryDraft, OutlineDraft, SaidDraft, ShownDraft, StepDraft, WordsDraft};
pub use site::{Draft, SiteDraft};
pub use sources::{Signs, SourceDraft};
pub use territories::{CalledDraft, TerritoriesDraft, TerritoryDraft};
