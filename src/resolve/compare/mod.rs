//! What changed between two editions.

pub(super) mod changes;
pub(super) mod compared;
pub(super) mod editions;
mod figures;
pub(super) mod seen;
pub(super) mod sentences;
