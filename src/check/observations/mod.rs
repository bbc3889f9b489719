//! The observations of an edition: every file, each value with its time, its source and its place.

pub(super) mod series;
