//! The workbook behind a dumbbell chart.

use crate::chart::{Dumbbell, Pair};
use crate::render::office::chart::pen::Pen;
use crate::render::office::workbook::{Cell, Sheet};

/// The column of the older values.
pub(super) const OLD: usize = 1;

/// The column of the newer values.
pub(super) const NEW: usize = 2;

/// The column of how high each row stands: the lowest is at 0.5.
pub(super) const ROW: usize = 4;

/// The column of noughts, at which the names stand.
pub(super) const ZERO: usize = 5;

/// The column of the greater of both values, beside which the printed words stand.
pub(super) const FURTHEST: usize = 6;

/// The column of the values at the ends of the lines.
pub(super) const ALONG: usize = 7;

/// The column of how high the ends of the lines stand.
pub(super) const DOWN: usize = 8;

/// The cells of a line: both ends, and an empty one, so that it does not go on to the next line.
pub(super) const ENDS: usize = 3;

/// A row for each name: both values, and what is printed beside them. Then what is reckoned from them: where each row
/// stands, and the two ends of each line. `most` is the greatest value of the axis.
pub(super) fn sheet(all: &Dumbbell, rows: &[Pair], most: f64, pen: Pen<'_>) -> Sheet {
    let words = pen.words;
    let text = |words: &str| Cell::Text(words.to_owned());
    let number = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Number);
    let mut cells = vec![vec![
        text(words.name),
        text(&all.legend[0]),
        text(&all.legend[1]),
        text(words.printed),
        text(words.row_of_chart),
        text(words.names),
        text(words.labels),
        text(words.along),
        text(words.down),
    ]];
    let count = rows.len();
    for (index, pair) in rows.iter().enumerate() {
        let furthest = pair.old.into_iter().chain(pair.new).fold(0.0, f64::max).min(most);
        let at = index + 2;
        cells.push(vec![
            text(&format!("{}{}", pair.label.name, pair.label.mark)),
            number(pair.old),
            number(pair.new),
            text(format!("{} {}", pair.printed, pair.said).trim()),
            Cell::Number((count - index) as f64 - 0.5),
            Cell::Number(0.0),
            Cell::Formula(format!("=MAX(B{at}:C{at})"), Some(furthest)),
        ]);
    }
    for label in &all.absent {
        let name = format!("{}{}", label.name, label.mark);
        cells.push(vec![text(&name), Cell::Empty, Cell::Empty, text(&all.absent_word)]);
    }
    // A block of cells for each line; where nothing may be joined they are empty.
    while cells.len() < count * ENDS + 1 {
        cells.push(Vec::new());
    }
    for (index, pair) in rows.iter().enumerate() {
        let (at, row) = (index + 2, Some((count - index) as f64 - 0.5));
        let (Some(old), Some(new), true) = (pair.old, pair.new, pair.joined) else { continue };
        for (end, (column, value)) in [("B", old), ("C", new)].into_iter().enumerate() {
            let of_line = &mut cells[1 + index * ENDS + end];
            of_line.resize(ALONG, Cell::Empty);
            of_line.push(Cell::Formula(format!("={column}{at}"), Some(value)));
            of_line.push(Cell::Formula(format!("=E{at}"), row));
        }
    }
    Sheet { rows: cells }
}
