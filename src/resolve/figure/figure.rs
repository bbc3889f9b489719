//! A figure with all its words, as pages, drawings and files show it.

use crate::chart::Chart;
use crate::diag::Language;

/// A figure with all its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// File name and address: `documenti-items`.
    pub id: String,
    /// Above the title: "Utilizzo · Consenso".
    pub kicker: String,
    /// Title.
    pub title: String,
    /// Measure, date, place: "% degli assistiti · al 31 agosto 2024".
    pub measure: String,
    /// "Figura 3".
    pub number: String,
    /// Caption for the report, as GIMBE's: title with origin and date in brackets.
    pub caption: String,
    /// What exactly is counted, in the words of the indicator's definition.
    pub definition: String,
    /// A few sentences written from the data: finding, extremes, ties, national value, missing, exceptions.
    pub summary: String,
    /// Which of these words are the author's.
    pub own: Own,
    /// What kind of drawing it is and what its parts mean, for who does not see it.
    pub drawn: String,
    /// The rows, values and words that are drawn.
    pub chart: Chart,
    /// The values as a table.
    pub table: Table,
    /// "Fonte".
    pub source_label: String,
    /// Whose measurement, and who published the values.
    pub source: String,
    /// Notes with their marks, in the order of their marks.
    pub notes: Vec<Note>,
    /// Names of data files that hold it.
    pub dataset: String,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// Which words of a figure are its author's, as they stand, and not ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// What stands above the title.
    pub kicker: bool,
    /// The title.
    pub title: bool,
    /// The summary.
    pub summary: bool,
}

/// Where a figure comes from, beside what its words say. It goes wherever the figure goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The edition's address: `2024-06_2024-08`.
    pub edition: String,
    /// When the values are of, ISO 8601; of two editions, the older first: `2024-08-31, 2025-03-31`.
    pub period_iso: String,
    /// When the values are of, in words: "al 31 agosto 2024".
    pub period: String,
    /// The language of the words.
    pub language: Language,
    /// Who publishes.
    pub organisation: String,
    /// Licence, in words; may be empty.
    pub licence: String,
    /// Its address, if given.
    pub licence_url: Option<String>,
    /// How many times the edition was published, this one included.
    pub revision: u32,
    /// Whether the edition is a draft: what leaves it says so.
    pub draft: bool,
    /// The first twelve hexadecimal digits of the BLAKE3 hash of the data: the same in every language and drawing.
    pub data: String,
    /// The address at which the site is published, if given.
    pub site: Option<String>,
}

/// A note of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// "*"; empty where the note is on the figure as a whole.
    pub mark: String,
    /// "Friuli-Venezia Giulia: gennaio – marzo 2024".
    pub text: String,
}

/// A table of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Heads of columns.
    pub head: Vec<String>,
    /// Rows; as many cells as heads.
    pub rows: Vec<TableRow>,
    /// Which columns hold numbers, and stand right.
    pub numeric: Vec<bool>,
}

impl Table {
    /// Whether a row says anything in a column: one in which none does is not shown.
    pub fn says(&self, column: usize) -> bool {
        column == 0 || self.rows.iter().any(|row| row.cells.get(column).is_some_and(|cell| !cell.is_empty()))
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Whether it is the national row.
    pub national: bool,
    /// The cells; the first is the row's head.
    pub cells: Vec<String>,
}
