//! How a figure is drawn, for people who do not see it, before it is said in a language.

use crate::data::territory::Called;

/// A kind of drawing, with what must be known of its parts.
pub enum Shape<'f> {
    /// Horizontal bars.
    Bars,
    /// Horizontal bars under the titles of macro-areas.
    Areas,
    /// Upright bars.
    Columns,
    /// Bars to both sides of a line, and the value at that line: "Italia: 41%".
    Distance(&'f str),
    /// A panel for each macro-area.
    Strip,
    /// Two circles for each row: the period of the hollow one, then of the full one; and whether a line may join them.
    Dumbbell([&'f str; 2], bool),
    /// A line for each row between two upright axes: the period of each axis; and whether a line may join the values.
    Slope([&'f str; 2], bool),
    /// A table, and how many columns it has.
    Matrix(usize),
    /// Lines over time, and their dates.
    Lines(&'f [String]),
    /// A square for each territory, and the range of values of each step of colour.
    Tiles(&'f [String]),
    /// The map of Italy, and the range of values of each step of colour.
    Map(&'f [String]),
}

/// The name of each kind of drawing in a list of figures.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named by what it calls")]
pub struct ShapeNames {
    pub bars: &'static str,
    pub areas: &'static str,
    pub columns: &'static str,
    pub distance: &'static str,
    pub strip: &'static str,
    pub change: &'static str,
    pub matrix: &'static str,
    pub lines: &'static str,
    pub tiles: &'static str,
    pub map: &'static str,
}

/// What must be known to describe a drawing.
pub struct DrawnFacts<'f> {
    /// The kind of drawing.
    pub shape: Shape<'f>,
    /// The common noun by which sentences call a row.
    pub called: &'f Called,
    /// The name of the whole, where it is drawn among the others.
    pub whole: Option<&'f str>,
    /// The end of the axis, as printed: "100%".
    pub axis: &'f str,
}
