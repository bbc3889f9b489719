//! Words beside territories at their places: what steps mean, the extremes, who has no value.

/// Words that do not change with the data.
#[derive(Debug)]
pub struct PlaceTerms {
    /// What the value of the whole is, of a nation and of a list of the authors' own.
    pub whole: [&'static str; 2],
    /// What the sign of a missing value means.
    pub missing: &'static str,
    /// Before the greatest value, the least, one that all have that have one, and the only one there is.
    pub extremes: [&'static str; 4],
    /// Before those without a value.
    pub without: &'static str,
    /// Before a list of values.
    pub values: &'static str,
}
