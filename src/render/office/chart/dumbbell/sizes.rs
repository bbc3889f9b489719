//! Where the parts of a dumbbell chart stand, and how large they are.

use crate::chart::Pair;
use crate::layout::Area;
use crate::render::office::chart::parts::TICK;
use crate::render::office::text::room;
use crate::scene::Face;

/// The widest column of names, as a part of the width of the chart.
const COLUMN: f64 = 0.4;

/// The room above the rows, in pixels.
const RISE: f64 = 6.0;

/// The room below the rows, in which the ticks stand, in pixels.
const UNDER: f64 = TICK * 2.0;

/// The height of the tallest row, in pixels.
const TALLEST: f64 = 64.0;

/// Places and sizes, all in pixels of the slide.
pub(super) struct Sizes {
    /// Where the whole chart stands.
    pub(super) frame: Area,
    /// Where the axes and the points stand.
    pub(super) plot: Area,
    /// The size of words.
    pub(super) words: f64,
    /// The radius of a point.
    pub(super) radius: f64,
}

impl Sizes {
    /// The sizes of some rows in an area, with words of `size` where rows are high enough; `most` is the greatest value of
    /// the axis.
    pub(super) fn of(rows: &[Pair], area: &Area, size: f64, most: f64) -> Sizes {
        let count = rows.len().max(1) as f64;
        let pitch = ((area.height - RISE - UNDER) / count).clamp(1.0, TALLEST);
        let words = size.min(pitch * 0.72).max(12.0);
        let height = pitch * count + RISE + UNDER;
        let frame = Area { y: area.y + (area.height - height).max(0.0) / 2.0, height, ..*area };
        let radius = 8.5_f64.min(pitch * 0.36);
        let longest = rows.iter().map(|pair| room(Face::SansBold, words, &name(pair))).fold(0.0, f64::max);
        let left = longest.min(frame.width * COLUMN) + words * 1.5 + radius * 2.0;
        let width = width_of_plot(rows, frame.width - left, words, radius, most);
        let plot = Area { x: frame.x + left, y: frame.y + RISE, width, height: pitch * count };
        Sizes { frame, plot, words, radius }
    }
}

/// The width of the axis in the room beside the names: it ends where the words after every point stay within that room.
fn width_of_plot(rows: &[Pair], within: f64, size: f64, radius: f64, most: f64) -> f64 {
    let longest = |pair: &Pair| {
        let said = format!("{} {}", pair.printed, pair.said);
        let words = room(Face::SansBold, size, said.trim()) + radius + size;
        let furthest = pair.old.into_iter().chain(pair.new).fold(0.0, f64::max);
        let part = (furthest / most).clamp(0.0, 1.0);
        if part > 0.0 { (within - words) / part } else { f64::INFINITY }
    };
    let widest = within - TICK * 2.0;
    rows.iter().map(longest).fold(widest, f64::min).max(widest * 0.2)
}

/// The name of a row with the mark of its notes.
pub(super) fn name(pair: &Pair) -> String {
    format!("{}{}", pair.label.name, pair.label.mark)
}
