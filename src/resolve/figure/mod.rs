//! One figure: its marks, ranks, notes, sentences and sources.

pub(super) mod change;
pub(super) mod described;
pub(super) mod distance;
pub(super) mod goal;
pub(super) mod lines;
pub(super) mod notes;
pub(super) mod overview;
pub(super) mod places;
pub(super) mod provenance;
pub(super) mod rank;
pub(super) mod series;
pub(super) mod told_apart;
pub(super) mod value;
