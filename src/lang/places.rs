//! Words beside territories at their places: what steps mean, the extremes, who has no value.

/// Words that do not change with the data.
#[derive(Debug)]
pub struct PlaceTerms {
    /// What the value of the whole is called: for a nation, and for a list of the authors' own.
    pub whole: [&'static str; 2],
    /// The meaning of the sign of a missing value.
    pub missing: &'static str,
    /// What stands before the greatest value, the least, the one that all have who have a value, and the only one there
    /// is.
    pub extremes: [&'static str; 4],
    /// What stands before the names that have no value.
    pub without: &'static str,
    /// What stands before a list of values.
    pub values: &'static str,
}
