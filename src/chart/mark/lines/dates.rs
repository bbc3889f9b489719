//! The dates below the axis: their words, and which of them have room.

use super::sizes::APART;
use crate::chart::mark::rows::Type;
use crate::chart::text::measure;
use crate::chart::{Date, Lines, Room};
use crate::scene::Face;

/// The words below the axis.
pub struct Dates {
    /// Lines of each date.
    pub words: Vec<Vec<String>>,
    /// Width of each.
    pub widths: Vec<f64>,
    /// In how many rows they stand.
    pub rows: usize,
}

/// The most rows of dates: those for which there is room in none are in the table.
pub const ROWS: usize = 2;

/// A date that stands below the axis.
pub struct Placed {
    /// Which of all.
    pub index: usize,
    /// Its middle.
    pub x: f64,
    /// Its row, from the top.
    pub row: usize,
}

/// From one line of a date to the next, as a part of its size.
pub const DATE_LINE: f64 = 1.2;

impl Dates {
    /// The dates of some lines, in one row.
    pub fn set(lines: &Lines, kind: &Type) -> Dates {
        let words = |date: &Date| {
            let all = [date.words[0].clone(), date.words[1].clone(), date.without.clone()];
            all.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>()
        };
        let words: Vec<Vec<String>> = lines.dates.iter().map(words).collect();
        let width =
            |words: &Vec<String>| words.iter().map(|words| measure(Face::Sans, kind.tick, words)).fold(0.0, f64::max);
        Dates { widths: words.iter().map(width).collect(), words, rows: 1 }
    }

    /// Height of one row: of its tallest date.
    pub fn row(&self, kind: &Type) -> f64 {
        let most = self.words.iter().map(Vec::len).max().unwrap_or(0);
        kind.tick * (1.0 + DATE_LINE * most.saturating_sub(1) as f64)
    }

    /// Height of all rows.
    pub fn height(&self, kind: &Type) -> f64 {
        self.row(kind) * self.rows as f64 + kind.tick * APART * (self.rows - 1) as f64
    }

    /// The dates that have room, from the places of all: the last and the first are placed before the others, and the
    /// first row is filled before the next.
    pub fn placed(&self, at: &[f64], room: &Room, kind: &Type) -> Vec<Placed> {
        let mut placed: Vec<Placed> = Vec::new();
        let last = at.len().saturating_sub(1);
        let order = [last, 0].into_iter().chain((1..last).rev()).take(at.len());
        for index in order {
            let half = self.widths[index] / 2.0;
            let middle = at[index].min(room.right() - half).max(room.left + half);
            let apart = kind.tick * 0.7;
            let is_clear = |other: &Placed| (other.x - middle).abs() >= half + self.widths[other.index] / 2.0 + apart;
            let has_room = |row: &usize| placed.iter().filter(|other| other.row == *row).all(is_clear);
            if let Some(row) = (0..ROWS).find(has_room) {
                placed.push(Placed { index, x: middle, row });
            }
        }
        placed.sort_by_key(|placed| placed.index);
        placed
    }
}
