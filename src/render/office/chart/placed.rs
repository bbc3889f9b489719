//! A chart in its place on a slide, and what it is written with.

use super::parts::{Plot, Written};
use crate::layout::Area;

/// A chart, and where it stands on its slide. Places are in pixels of the slide.
pub struct Placed {
    /// The XML of the chart, and its workbook.
    pub written: Written,
    /// Where the whole chart stands, names and ticks included.
    pub frame: Area,
    /// Where the axes stand.
    pub plot: Area,
    /// The least and the greatest value of the axis of values.
    pub ends: (f64, f64),
}

impl Placed {
    /// The place of a value across the slide, in a chart whose bars lie; a value beyond the axis stands at its end.
    pub fn x(&self, value: f64) -> f64 {
        let (least, most) = self.ends;
        self.plot.x + self.plot.width * ((value - least) / (most - least)).clamp(0.0, 1.0)
    }

    /// The place of a value down the slide, in a chart whose bars stand; a value beyond the axis stands at its end.
    pub fn y(&self, value: f64) -> f64 {
        let (least, most) = self.ends;
        self.plot.bottom() - self.plot.height * ((value - least) / (most - least)).clamp(0.0, 1.0)
    }
}

/// The place of the axes within the whole chart, as parts of its width and height.
pub fn part(of: &Area, whole: &Area) -> Plot {
    let (width, height) = (whole.width.max(1.0), whole.height.max(1.0));
    Plot {
        at: [(of.x - whole.x) / width, (of.y - whole.y) / height, of.width / width, of.height / height],
        spans: false,
    }
}

/// The end of an axis. Nought, or what is no number, would give an axis without a length: it ends at 1.
pub fn end(max: f64) -> f64 {
    if max.is_finite() && max > 0.0 { max } else { 1.0 }
}
