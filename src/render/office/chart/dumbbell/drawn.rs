//! The whole dumbbell chart: its series on two axes, of which only that of values is seen.

use super::series::Series;
use super::sheet::sheet;
use super::sizes::Sizes;
use crate::chart::{Dumbbell, Pair, ticks};
use crate::layout::Area;
use crate::render::office::chart::parts::{self, ValueAxis, Written};
use crate::render::office::chart::pen::Pen;
use crate::render::office::chart::placed::{Placed, end, part};
use crate::theme::Palette;

/// Some rows of a dumbbell in an area of the slide; `size` is that of words, in pixels, and shrinks with low rows.
pub fn dumbbell(all: &Dumbbell, rows: &[Pair], area: &Area, size: f64, pen: Pen<'_>) -> Placed {
    let most = end(all.axis_max);
    let sizes = Sizes::of(rows, area, size, most);
    let sheet = sheet(all, rows, most, pen);
    let series = Series { rows, sheet: &sheet, sizes: &sizes, pen }.written();
    let inside = format!(
        "<c:scatterChart><c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>{series}\
         <c:axId val=\"1\"/><c:axId val=\"2\"/></c:scatterChart>{}{}",
        axis_of_values(most, &all.axis_suffix, pen.palette),
        axis_of_rows(rows.len(), pen.palette),
    );
    let Sizes { frame, plot, .. } = sizes;
    let space = parts::chart_space(&part(&plot, &frame), &inside, pen.words.lang, pen.palette);
    Placed { written: Written { part: space, sheet }, frame, plot, ends: (0.0, most) }
}

fn axis_of_values(most: f64, suffix: &str, palette: &Palette) -> String {
    ValueAxis {
        ids: (1, 2),
        side: "b",
        ends: (0.0, most),
        step: ticks(most, 5).get(1).copied(),
        format: &format!("0\"{}\"", suffix.replace('"', "”")),
        at_far_end: false,
        between: "midCat",
        shown: true,
    }
    .written(palette)
}

/// The axis on which the rows stand at 0.5, 1.5 and so on, from the lowest; it is not seen.
fn axis_of_rows(count: usize, palette: &Palette) -> String {
    ValueAxis {
        ids: (2, 1),
        side: "l",
        ends: (0.0, count.max(1) as f64),
        step: None,
        format: "0",
        at_far_end: false,
        between: "midCat",
        shown: false,
    }
    .written(palette)
}
