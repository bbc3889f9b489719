//! The talk of an edition, step by step.

pub(super) mod overview;
pub(super) mod passage;
pub(super) mod step;
pub(super) mod steps;
