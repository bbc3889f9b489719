//! Sizes of lines over time, in pixels.

/// Sizes in pixels that lines add to those of rows.
pub struct Sizes {
    /// Labels, from the largest to the smallest.
    pub labels: &'static [f64],
    /// Widths of the lines: national, named, quiet.
    pub widths: [f64; 3],
    /// Radii of their points.
    pub radii: [f64; 3],
    /// Radius and outline of a hollow circle.
    pub hollow: (f64, f64),
    /// Words at the head.
    pub head: f64,
    /// One line of them.
    pub head_line: f64,
    /// From the last date to the labels.
    pub reach: f64,
    /// The widest label column, as a part of the width.
    pub column: f64,
    /// The least height of the panel.
    pub least: f64,
    /// Ticks of the values at most.
    pub ticks: usize,
}

/// For slides, plates and wide columns.
pub const WIDE: Sizes = Sizes {
    labels: &[19.0, 18.0, 17.0, 16.0, 15.0],
    widths: [4.5, 2.6, 1.4],
    radii: [6.0, 4.2, 2.6],
    hollow: (5.5, 2.0),
    head: 17.0,
    head_line: 25.0,
    reach: 34.0,
    column: 0.36,
    least: 220.0,
    ticks: 6,
};

/// For a narrow column.
pub const NARROW: Sizes = Sizes {
    labels: &[13.0],
    widths: [3.5, 2.0, 1.1],
    radii: [4.5, 3.2, 1.8],
    hollow: (4.2, 1.8),
    head: 13.0,
    head_line: 19.0,
    reach: 20.0,
    column: 0.4,
    least: 250.0,
    ticks: 6,
};

/// Below the head.
pub const HEAD_GAP: f64 = 10.0;

/// From one line of a label to the next, as a part of its size.
pub const LEADING: f64 = 1.16;

/// From one label to the next, as a part of its size.
pub const APART: f64 = 0.24;

/// Dashes of a rule: a dash, and from one to the next.
pub const DASH: (f64, f64) = (6.0, 11.0);

/// Dashes of what leads to a label.
pub const DOT: (f64, f64) = (2.0, 6.0);
