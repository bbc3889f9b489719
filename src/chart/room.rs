//! Where a chart stands, and how large its type is.

/// Where a chart stands, in pixels of its scene.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Left end.
    pub left: f64,
    /// Upper end.
    pub top: f64,
    /// Width; all of it may be used.
    pub width: f64,
    /// Height that is wished for. Few rows need less; many grow beyond it, or go on in a further drawing.
    pub height: f64,
    /// Whether rows that do not fit go on in a further drawing.
    pub paged: bool,
    /// How large the type is.
    pub scale: Scale,
}

/// How large the type of a chart is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// For slides, plates and wide columns: labels of 15 pixels or more.
    Large,
    /// For a narrow column: labels of 13 pixels.
    Small,
}

impl Room {
    /// The right end.
    pub(super) fn right(&self) -> f64 {
        self.left + self.width
    }
}
