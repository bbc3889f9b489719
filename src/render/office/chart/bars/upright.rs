//! Bars that stand upright, side by side.

use super::rows::{Bars, THICKNESS};
use crate::chart::{Bar, ticks, wrap};
use crate::layout::Area;
use crate::render::office::chart::parts::{self, NameAxis, TICK, ValueAxis, Written};
use crate::render::office::chart::pen::Pen;
use crate::render::office::chart::placed::{Placed, end, part};
use crate::render::office::text::{room, wider};
use crate::scene::Face;
use crate::theme::Palette;
use std::f64::consts::FRAC_1_SQRT_2;

/// The least size of names under upright bars, in pixels.
const SMALLEST_NAME: f64 = 12.0;

/// The widest place of one bar, in pixels.
const WIDEST_PLACE: f64 = 130.0;

/// The width of the widest bar, in pixels.
const WIDEST_BAR: f64 = 72.0;

impl Bars<'_> {
    /// Upright bars in an area of the slide. `names` and `values` are each a size in pixels and a turn in degrees
    /// clockwise; level names that would break are set smaller, or else turned.
    pub fn upright(&self, area: &Area, names: (f64, f64), values: (f64, f64), pen: Pen<'_>) -> Placed {
        let count = self.rows.len().max(1) as f64;
        let most = end(self.axis_max);
        let ticks = ticks(most, 5);
        let step = if ticks.len() > 1 { ticks[1] } else { most };
        let suffix = self.suffix.replace('"', "”");
        let left = room(Face::Sans, TICK, &format!("{most}{suffix}")) + 12.0;
        let names = if names.1 == 0.0 { self.level_names(names.0, (area.width - left) / count) } else { names };
        let under = self.room_under(names, (area.width - left) / count);
        let left = left.max(self.reach_of_first_name(names) - 10.0);
        let widest = self.bars().map(|bar| room(Face::SansBold, values.0, &bar.printed)).fold(0.0, f64::max);
        let above = if values.1 == 0.0 { values.0 * 1.6 } else { widest + 12.0 };
        let pitch = ((area.width - left - 4.0) / count).min(WIDEST_PLACE);
        let frame = *area;
        let plot = Area {
            x: frame.x + left,
            y: frame.y + above,
            width: pitch * count,
            height: (frame.height - above - under).max(frame.height * 0.2),
        };
        let thick = (pitch * THICKNESS).min(WIDEST_BAR) / pitch;
        let sheet = self.sheet(pen.words);
        let crossed = |bar: &Bar| self.crosses_target(bar, above / plot.height * most);
        let inside = [
            Self::plot("col", &self.series(&sheet, values.0, values.1, &crossed, pen), thick),
            upright_names(names, pen.palette),
            upright_values((0.0, most), step, &suffix, pen.palette),
        ];
        let space = parts::chart_space(&part(&plot, &frame), &inside.concat(), pen.words.lang, pen.palette);
        Placed { written: Written { part: space, sheet }, frame, plot, ends: (0.0, most) }
    }

    /// The height that names need under the bars, in pixels; `place` is the width that a bar has for itself.
    fn room_under(&self, names: (f64, f64), place: f64) -> f64 {
        let (size, turned) = names;
        let longest = self.names().map(|name| room(Face::Sans, size, &name)).fold(0.0, f64::max);
        match turned {
            0.0 => {
                let width = place.min(WIDEST_PLACE) - 7.0;
                let lines =
                    self.names().map(|name| wrap(Face::Sans, size * wider(Face::Sans), width, 0.0, &name).len());
                lines.max().unwrap_or(1) as f64 * size * 1.55 + 10.0
            }
            -90.0 => longest + 16.0,
            _ => (longest + size) * FRAC_1_SQRT_2 + 20.0,
        }
    }

    /// How far the first name reaches to the left of its bar, in pixels: those that are turned by half do.
    fn reach_of_first_name(&self, (size, turned): (f64, f64)) -> f64 {
        match turned {
            -45.0 => self.names().next().map_or(0.0, |name| room(Face::Sans, size, &name) * FRAC_1_SQRT_2),
            _ => 0.0,
        }
    }

    /// The size and the turn of names in the width that a bar has for itself. No word may break in whichever face it is
    /// shown, so names are set smaller, or else turned.
    fn level_names(&self, size: f64, place: f64) -> (f64, f64) {
        let words = |name: String| name.split(' ').map(|word| room(Face::Sans, size, word)).fold(0.0, f64::max);
        let widest = self.names().map(words).fold(1.0, f64::max);
        let fitting = size * ((place - 8.0) / widest).min(1.0);
        if fitting >= SMALLEST_NAME { (fitting, 0.0) } else { (size, -45.0) }
    }
}

fn upright_names((size, turned): (f64, f64), palette: &Palette) -> String {
    NameAxis { ids: (1, 2), side: "b", from_top: false, names: "nextTo", size, turned, line: Some((palette.grid, 1.0)) }
        .written(palette)
}

fn upright_values(ends: (f64, f64), step: f64, suffix: &str, palette: &Palette) -> String {
    ValueAxis {
        ids: (2, 1),
        side: "l",
        ends,
        step: Some(step),
        format: &format!("0\"{suffix}\""),
        at_far_end: false,
        between: "between",
        shown: true,
    }
    .written(palette)
}
