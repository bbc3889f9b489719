//! One figure: its marks, ranks, notes, sentences and sources.

pub(super) mod change;
pub(super) mod described;
pub(super) mod distance;
#[expect(clippy::module_inception, reason = "the room is called for what it holds")]
pub(super) mod figure;
pub(super) mod goal;
mod items;
mod line_notes;
pub(super) mod lines;
pub(super) mod notes;
pub(super) mod over_time;
pub(super) mod places;
pub(super) mod provenance;
pub(super) mod rank;
mod rows;
pub(super) mod series;
mod shared;
mod table;
mod territories;
pub(super) mod told_apart;
pub(super) mod value;
pub(super) mod words;
