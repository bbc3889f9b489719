//! What changed between two editions.

pub(super) mod changes;
pub(super) mod compared;
pub(super) mod editions;
mod figures;
mod named;
pub(super) mod seen;
pub(super) mod sentences;
