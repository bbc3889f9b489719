//! Rows of a data file, and what must travel with those of one figure.

/// A data file, as rows of text cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dataset {
    /// File name without ending.
    pub name: String,
    /// First row.
    pub head: Vec<String>,
    /// The others.
    pub rows: Vec<Vec<String>>,
}

/// What stands behind one figure: its values, row by row, and what must travel with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// When the values are of, ISO 8601; a row may have its own period.
    pub period: String,
    /// `percent`; empty for a table of yes and no.
    pub unit: String,
    /// What a share is of: "degli assistiti"; empty for a table.
    pub denominator: String,
    /// The older values, where the figure holds two editions against each other.
    pub since: Option<Since>,
    /// Whose measurement it is.
    pub origin: String,
    /// Key and title of each item, where rows or columns are items.
    pub items: Vec<(String, String)>,
    /// The rows: those of the data file, with rank, whether it is the whole, and why a value is missing.
    pub data: Dataset,
}

/// The older of two series held against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// Its edition.
    pub edition: String,
    /// ISO 8601.
    pub period: String,
    /// What a share is of.
    pub denominator: String,
}
