//! A chart in its place on a slide, and what it is written with.

use super::parts::{Plot, Written};
use crate::lang::OfficeWords;
use crate::layout::Area;
use crate::theme::Palette;

/// What a chart is written with.
#[derive(Clone, Copy)]
pub struct Pen<'a> {
    /// Colours.
    pub palette: &'a Palette,
    /// OfficeWords of the file.
    pub words: &'a OfficeWords,
}

/// A chart with the place of its values on the slide, in pixels.
pub struct Placed {
    /// The part and the workbook.
    pub written: Written,
    /// Where the whole frame stands.
    pub frame: Area,
    /// Where the axes stand.
    pub plot: Area,
    /// The ends of the axis of values.
    pub ends: (f64, f64),
}

impl Placed {
    /// Where a value of a lying chart stands.
    pub fn x(&self, value: f64) -> f64 {
        let (least, most) = self.ends;
        self.plot.x + self.plot.width * ((value - least) / (most - least)).clamp(0.0, 1.0)
    }

    /// Where a value of an upright chart stands.
    pub fn y(&self, value: f64) -> f64 {
        let (least, most) = self.ends;
        self.plot.bottom() - self.plot.height * ((value - least) / (most - least)).clamp(0.0, 1.0)
    }
}

/// A part of `whole`, in parts of it.
pub fn part(of: &Area, whole: &Area) -> Plot {
    let (width, height) = (whole.width.max(1.0), whole.height.max(1.0));
    Plot {
        at: [(of.x - whole.x) / width, (of.y - whole.y) / height, of.width / width, of.height / height],
        spans: false,
    }
}

/// Axis ends that are no length are one.
pub fn end(max: f64) -> f64 {
    if max.is_finite() && max > 0.0 { max } else { 1.0 }
}
