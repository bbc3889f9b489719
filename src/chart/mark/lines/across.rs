//! The panel from left to right: its edges, and the places of the dates.

use super::labels::Labels;
use super::sizes::Sizes;
use crate::chart::mark::rows::Type;
use crate::chart::text::measure;
use crate::chart::ticks::ticks;
use crate::chart::{Lines, Room};
use crate::scene::Face;

/// Where the panel lies from left to right, and its days.
#[derive(Clone, Copy)]
pub struct Across {
    /// Its left edge.
    pub left: f64,
    /// Its right edge.
    pub right: f64,
    /// The day that stands at the left edge.
    pub first: i64,
    /// The day that stands at the right edge.
    pub last: i64,
}

impl Across {
    /// The room that is left between the words of the values and the names of the lines.
    pub fn of(lines: &Lines, room: &Room, labels: &Labels, (kind, sizes): (&Type, &Sizes)) -> Across {
        let words = |value: f64| measure(Face::Sans, kind.tick, &format!("{value}{}", lines.axis_suffix));
        let widest = ticks(lines.axis_max, sizes.ticks).into_iter().map(words).fold(0.0, f64::max);
        let left = room.left + widest + kind.tick * 0.6 + sizes.radii[0];
        let right = (room.right() - labels.width - sizes.reach).max(left + 1.0);
        let of_points = lines.rows.iter().flat_map(|row| row.points.iter().map(|point| point.day));
        let days: Vec<i64> = lines.dates.iter().map(|date| date.day).chain(of_points).collect();
        let end = |day: Option<&i64>| day.copied().unwrap_or(0);
        Across { left, right, first: end(days.iter().min()), last: end(days.iter().max()) }
    }

    /// The places of the dates.
    pub fn dates(&self, lines: &Lines) -> Vec<f64> {
        let part = |day: i64| (day - self.first) as f64 / (self.last - self.first).max(1) as f64;
        lines.dates.iter().map(|date| self.left + part(date.day) * (self.right - self.left)).collect()
    }
}
