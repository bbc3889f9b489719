//! Bars that lie, one row below the other.

use super::rows::{Bars, THICKNESS};
use crate::chart::ticks;
use crate::layout::Area;
use crate::render::office::chart::parts::{self, NameAxis, TICK, ValueAxis, Written};
use crate::render::office::chart::pen::Pen;
use crate::render::office::chart::placed::{Placed, end, part};
use crate::render::office::text::room;
use crate::scene::Face;
use crate::theme::Palette;

/// The widest column of names, as a part of the width of the chart.
const COLUMN: f64 = 0.47;

/// The widest column of names that would break even when they are set smaller, as a part of the width of the chart.
const WIDEST_COLUMN: f64 = 0.58;

/// The room above the rows, in pixels.
const RISE: f64 = 6.0;

/// The room below the rows, in which the ticks stand, in pixels.
const UNDER: f64 = TICK * 2.0;

/// The height of the tallest row, in pixels.
const TALLEST: f64 = 64.0;

/// The axis of values below the bars.
struct Axis {
    /// The least and the greatest value.
    ends: (f64, f64),
    /// From one tick to the next, in the unit of the values.
    step: f64,
    /// The room for printed values to the right of it, in pixels.
    right: f64,
}

impl Bars<'_> {
    /// Lying bars in an area of the slide; `size` is that of names and values, in pixels, and shrinks with low rows.
    pub fn lying(&self, area: &Area, size: f64, pen: Pen<'_>) -> Placed {
        let rows = self.rows.len().max(1) as f64;
        let pitch = ((area.height - RISE - UNDER) / rows).clamp(1.0, TALLEST);
        let size = size.min(pitch * 0.72).max(12.0);
        let height = pitch * rows + RISE + UNDER;
        let frame = Area { y: area.y + (area.height - height).max(0.0) / 2.0, height, ..*area };
        let (name_size, left) = self.column_of_names(size, frame.width);
        let axis = self.axis(size, frame.width - left);
        let ends = axis.ends;
        let width = (frame.width - left - axis.right).max(frame.width * 0.2);
        let plot = Area { x: frame.x + left, y: frame.y + RISE, width, height: pitch * rows };
        let sheet = self.sheet(pen.words);
        let crossed = |bar: &_| {
            let label = self.room_of_value(bar, size);
            self.crosses_target(bar, label / width * (ends.1 - ends.0))
        };
        let inside = [
            Self::plot("bar", &self.series(&sheet, size, 0.0, &crossed, pen), THICKNESS),
            self.lying_names(name_size, pen.palette),
            self.lying_values(&axis, pen.palette),
        ];
        let space = parts::chart_space(&part(&plot, &frame), &inside.concat(), pen.words.lang, pen.palette);
        Placed { written: Written { part: space, sheet }, frame, plot, ends }
    }

    /// The size of names, and the width of their column, both in pixels. Names that would break are set somewhat smaller
    /// than `size`.
    fn column_of_names(&self, size: f64, width: f64) -> (f64, f64) {
        let longest = self.names().map(|name| room(Face::Sans, size, &name)).fold(0.0, f64::max);
        let name_size = (size * (width * COLUMN / longest.max(1.0)).clamp(0.78, 1.0)).max(12.0);
        (name_size, (longest * name_size / size).min(width * WIDEST_COLUMN) + size)
    }

    /// The axis in a width beside the names, in pixels.
    fn axis(&self, size: f64, within: f64) -> Axis {
        let most = end(self.axis_max);
        let right = self.room_of_values(false, size).max(TICK * 1.5);
        match self.around {
            None => {
                let ticks = ticks(most, 5);
                Axis { ends: (0.0, most), step: if ticks.len() > 1 { ticks[1] } else { most }, right }
            }
            Some(zero) => self.axis_around(zero, size, within, right),
        }
    }

    /// The axis of distances from the national value, which goes to both sides of nought.
    fn axis_around(&self, zero: f64, size: f64, within: f64, right: f64) -> Axis {
        let most = end(self.axis_max);
        // Whole steps from zero to both sides, as far as the measure goes: where no bar is beyond the last, less.
        let step = most / 4.0;
        let furthest = self.bars().map(|bar| bar.value).fold(0.0, f64::max);
        let whole = ((most - zero) / step).floor().max((furthest / step).ceil()).max(1.0);
        let mut ends = (-(zero / step).ceil() * step, whole * step);
        // Names stand beside the axis: words of the bars below zero need room within it.
        let lowest = self.bars().map(|bar| bar.value).fold(0.0, f64::min);
        for _ in 0..4 {
            let point = (within - right) / (ends.1 - ends.0);
            if lowest == 0.0 || (lowest - ends.0) * point >= self.room_of_values(true, size) {
                break;
            }
            ends.0 -= step;
        }
        Axis { ends, step, right }
    }

    /// The room that the longest printed value needs beside its bar, in pixels: of the bars below nought, or of the others.
    fn room_of_values(&self, below: bool, size: f64) -> f64 {
        let bars = self.bars().filter(|bar| (bar.value < 0.0) == below);
        bars.map(|bar| room(Face::SansBold, size, &bar.printed)).fold(0.0, f64::max) + size * 0.8
    }

    /// The room that the printed value of a bar needs beside it, in pixels.
    fn room_of_value(&self, bar: &crate::chart::Bar, size: f64) -> f64 {
        room(Face::SansBold, size, &bar.printed) + size * 0.8
    }

    fn lying_names(&self, size: f64, palette: &Palette) -> String {
        NameAxis {
            ids: (1, 2),
            side: "l",
            from_top: true,
            names: if self.around.is_some() { "low" } else { "nextTo" },
            size,
            turned: 0.0,
            line: Some(if self.around.is_some() { (palette.accent, 2.0) } else { (palette.grid, 1.0) }),
        }
        .written(palette)
    }

    fn lying_values(&self, axis: &Axis, palette: &Palette) -> String {
        let format = match self.around {
            None => format!("0.##\"{}\"", self.suffix.replace('"', "”")),
            Some(_) => "\"+\"0.##;\"−\"0.##;0".to_owned(),
        };
        let format = if axis.step.fract() == 0.0 { format.replace("0.##", "0") } else { format };
        ValueAxis {
            ids: (2, 1),
            side: "b",
            ends: axis.ends,
            step: Some(axis.step),
            format: &format,
            at_far_end: true,
            between: "between",
            shown: true,
        }
        .written(palette)
    }
}
