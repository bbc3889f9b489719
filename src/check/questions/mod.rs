//! What is possible and yet unlikely: asked of the author as a warning, never changed.

pub(super) mod plausibility;
pub(super) mod swapped;
pub(super) mod typed;
pub(super) mod worded;
