//! How a figure is drawn, before it is said in a language: for who does not see it.

use crate::data::territory::Called;

/// A kind of drawing, with what must be known of its parts.
pub enum Shape<'f> {
    /// Horizontal bars.
    Bars,
    /// The same under the titles of macro-areas.
    Areas,
    /// Upright bars.
    Columns,
    /// Bars to both sides of a line, and what the line is: "Italia: 41%".
    Distance(&'f str),
    /// A panel for each macro-area.
    Strip,
    /// Two circles of each: of when the hollow one is, and the full one; whether a line may join them.
    Dumbbell([&'f str; 2], bool),
    /// A line of each between two upright axes.
    Slope([&'f str; 2], bool),
    /// A table of so many columns.
    Matrix(usize),
    /// Lines through some dates.
    Lines(&'f [String]),
    /// Squares at their places, and what the steps of their colours are.
    Tiles(&'f [String]),
    /// The map of Italy.
    Map(&'f [String]),
}

/// What each kind of drawing is called in a list of figures.
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

/// What is said of a drawing.
pub struct DrawnFacts<'f> {
    /// Which it is.
    pub shape: Shape<'f>,
    /// How sentences call a row.
    pub called: &'f Called,
    /// The name of the whole, where it is drawn among the others.
    pub whole: Option<&'f str>,
    /// The end of the axis as printed: "100%".
    pub axis: &'f str,
}
