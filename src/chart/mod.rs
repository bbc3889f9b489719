//! Charts: series become drawn things. plotters lives here and nowhere else.
//!
//! A chart is given a [`Room`] and fills it from the top. What does not fit goes on in a further drawing, or the
//! drawing grows downwards: the room says which. Names are never cut and never overlap.

mod axis;
mod mark;
mod plot;
mod recorder;
mod series;
mod text;
mod ticks;

pub use series::{Area, Areas, Bar, Bars, Chart, Distance, Dumbbell, Labelled, Matrix, MatrixRow, Pair, Target};
pub use series::{Date, Line, LineBreak, LinePoint, Lines, Slope, Weight};
pub use series::{Place, Places, Whole};
pub use text::{balance, line, measure, wrap};
pub use ticks::ticks;

use crate::scene::Node;
use crate::theme::Palette;

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

/// A chart, or a part of one, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What is drawn, back to front.
    pub nodes: Vec<Node>,
    /// Its right end: the room's, unless there are more columns than it can hold.
    pub right: f64,
    /// Its lower end.
    pub bottom: f64,
}

/// Draws a chart: one drawing, or as many as its rows need where the room is paged.
pub fn draw(chart: &Chart, room: &Room, palette: &Palette) -> Vec<Drawing> {
    match chart {
        Chart::Bars(bars) => mark::bars::draw(bars, room, palette),
        Chart::Areas(areas) => mark::bars::draw_areas(areas, room, palette),
        Chart::Columns(bars) => mark::columns::draw(bars, room, palette),
        Chart::Distance(distance) => mark::distance::draw(distance, room, palette),
        Chart::Strip(areas) => mark::strip::draw(areas, room, palette),
        Chart::Dumbbell(dumbbell) => mark::dumbbell::draw(dumbbell, room, palette),
        Chart::Matrix(matrix) => mark::matrix::draw(matrix, room, palette),
        Chart::Lines(lines) => mark::lines::draw(lines, room, palette),
        Chart::Slope(slope) => mark::slope::draw(slope, room, palette),
        Chart::Tiles(places) => mark::tiles::draw(places, room, palette),
        Chart::Map(places) => mark::map::draw(places, room, palette),
    }
}

impl Room {
    fn right(&self) -> f64 {
        self.left + self.width
    }
}

impl Labelled {
    /// The name with its mark, as printed.
    fn printed(&self) -> String {
        format!("{}{}", self.name, self.mark)
    }
}

/// Shares rows among pages as evenly as can be, in order: 19 rows on two pages are 10 and 9.
pub fn pages<T>(rows: &[T], count: usize) -> Vec<&[T]> {
    let mut rest = rows;
    (0..count)
        .map(|page| {
            let (here, after) = rest.split_at(rest.len().div_ceil(count - page));
            rest = after;
            here
        })
        .collect()
}
