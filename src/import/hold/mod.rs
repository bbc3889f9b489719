//! Readings held against the edition: what is new, what differs, and what was there already.

pub(super) mod held;
pub(super) mod once;
pub(super) mod plan;
pub(super) mod recheck;
pub(super) mod work;
