//! The workbook behind a chart of bars.

use super::rows::{Bars, Row, printed};
use crate::lang::OfficeWords;
use crate::render::office::workbook::{Cell, Sheet};

impl Bars<'_> {
    /// A row for each name: its value, the value as printed, and its rank where bars are ranked; below them the names that
    /// have no value.
    pub(super) fn sheet(&self, words: &OfficeWords) -> Sheet {
        let text = |words: &str| if words.is_empty() { Cell::Empty } else { Cell::Text(words.to_owned()) };
        let ranked = self.bars().any(|bar| bar.rank.is_some());
        let mut head = vec![text(words.name), text(self.measure), text(words.printed)];
        head.extend(ranked.then(|| text(words.rank)));
        let mut rows = vec![head];
        for (row, name) in self.rows.iter().zip(self.names()) {
            let mut cells = vec![Cell::Text(name)];
            if let Row::Bar(bar) = row {
                cells.extend([Cell::Number(bar.value), text(&bar.printed)]);
                cells.extend(bar.rank.map(|rank| Cell::Number(f64::from(rank))));
            }
            rows.push(cells);
        }
        for label in &self.absent {
            rows.push(vec![text(&printed(label)), Cell::Empty, text(self.absent_word)]);
        }
        Sheet { rows }
    }
}
