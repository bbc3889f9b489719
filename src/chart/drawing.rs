//! A chart becomes drawn things: each is handed to the file of its mark.

use super::mark;
use super::room::Room;
use super::series::Chart;
use crate::scene::Node;
use crate::theme::Palette;

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
