//! What is said of one territory.

pub(super) mod profile;
