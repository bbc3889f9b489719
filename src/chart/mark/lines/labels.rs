//! The names at the ends of the lines: how large they are set, and how much room they take.

use super::sizes::{APART, LEADING, Sizes};
use crate::chart::mark::rows::MIDDLE;
use crate::chart::text::{balance, line, measure, wrap};
use crate::chart::{Line, Lines, Room, Weight};
use crate::scene::{Anchor, Color, Face, Text};

/// The names at the right, of the lines that have one, from the top downwards.
pub struct Labels {
    /// Which line, its words line by line.
    pub rows: Vec<(usize, Vec<String>)>,
    /// Size of the type.
    pub size: f64,
    /// Width of the column.
    pub width: f64,
    /// Height of all labels.
    pub height: f64,
}

/// The face of a name.
pub fn face(weight: Weight) -> Face {
    if weight == Weight::National { Face::SansBold } else { Face::SansSemi }
}

impl Labels {
    /// The largest type with which all fit the height; the smallest where they fit with none.
    pub fn set(lines: &Lines, room: &Room, sizes: &Sizes, height: f64) -> Labels {
        let mut named: Vec<usize> =
            (0..lines.rows.len()).filter(|row| lines.rows[*row].weight != Weight::Quiet).collect();
        // Those of one value stand in the order of the rows.
        let end = |row: &usize| lines.rows[*row].points.iter().rev().find_map(|point| point.value).unwrap_or(0.0);
        named.sort_by(|one, two| end(two).total_cmp(&end(one)));
        let set = |size: f64| {
            let cap = room.width * sizes.column;
            let words = |row: &usize| {
                let Line { label, ending, weight, .. } = &lines.rows[*row];
                let words = format!("{} {ending}", label.printed());
                let face = face(*weight);
                let lines = match measure(face, size, &words) <= cap {
                    true => vec![words],
                    false => balance(face, size, cap, 2, &words).unwrap_or_else(|| wrap(face, size, cap, 0.0, &words)),
                };
                (*row, lines)
            };
            let rows: Vec<(usize, Vec<String>)> = named.iter().map(words).collect();
            let width = |(row, words): &(usize, Vec<String>)| {
                words.iter().map(|words| measure(face(lines.rows[*row].weight), size, words)).fold(0.0, f64::max)
            };
            let width = rows.iter().map(width).fold(0.0, f64::max);
            let height = rows.iter().map(|(_, words)| tall(words.len(), size)).sum();
            Labels { rows, size, width, height }
        };
        let fitting = sizes.labels.iter().map(|size| set(*size)).find(|labels| labels.height <= height);
        fitting.unwrap_or_else(|| set(sizes.labels.last().copied().unwrap_or(13.0)))
    }
}

/// Height of a label.
pub fn tall(lines: usize, size: f64) -> f64 {
    size * (lines as f64 * LEADING + APART)
}

/// A label of some lines around its middle, from `x` rightwards.
pub fn label((x, middle): (f64, f64), words: &[String], face: Face, size: f64, color: Color) -> Vec<Text> {
    let first = middle + MIDDLE * size - (words.len() as f64 - 1.0) / 2.0 * size * LEADING;
    let set = |(row, words): (usize, &String)| {
        line((x, first + row as f64 * size * LEADING), Anchor::Start, face, size, color, words.as_str())
    };
    words.iter().enumerate().map(set).collect()
}
