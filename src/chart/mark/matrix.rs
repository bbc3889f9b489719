//! An availability table: a row a territory, a column an item, filled where it is there, hollow where it is not,
//! a dash where the source does not say. So a cell is read without its colour.

use super::pen::Pen;
use crate::chart::plot::{Panel, Plot};
use crate::chart::recorder::Recorder;
use crate::chart::text::{balance, line, measure, wrap};
use crate::chart::{Drawing, Labelled, Matrix, MatrixRow, Room, Scale, pages};
use crate::data::observation::Cell;
use crate::scene::{Anchor, Face, Node, Text};
use crate::theme::Palette;
use plotters::coord::types::RangedCoordf64;

/// Heights as parts of the size: middle of small letters, ascenders, descenders, one line of heads to the next.
const MIDDLE: f64 = 0.346;
const SMALL_MIDDLE: f64 = 0.25;
const ASCENT: f64 = 0.75;
const DESCENT: f64 = 0.24;
const STEP: f64 = 1.1;

/// Sizes of type and cells, in pixels.
struct Type {
    /// Labels of rows: smallest, largest.
    labels: (f64, f64),
    /// Heads of columns.
    head: f64,
    /// The words of the legend.
    legend: f64,
    /// How far heads are turned from the level, in degrees: the first at which neighbours do not touch.
    turns: &'static [f64],
    /// From here on a head takes more lines, if there is space between the columns.
    head_length: f64,
    /// Shortest and tallest row, widest column.
    row: (f64, f64),
    column: f64,
    /// The widest label column, as a part of the width.
    label_column: f64,
}

const LARGE: Type = Type {
    labels: (15.0, 18.0),
    head: 15.0,
    legend: 15.0,
    turns: &[38.0, 60.0, 90.0],
    head_length: 170.0,
    row: (15.4, 34.0),
    column: 84.0,
    label_column: 0.3,
};

const SMALL: Type = Type {
    labels: (12.0, 12.0),
    head: 12.0,
    legend: 12.0,
    turns: &[90.0],
    head_length: 170.0,
    row: (17.0, 17.0),
    column: 30.0,
    label_column: 0.37,
};

/// What all pages of a table share.
struct Setting {
    left: f64,
    column: f64,
    turn: f64,
    size: f64,
    row: f64,
    heads: Vec<Vec<String>>,
    heads_height: f64,
    legend: Legend,
    pages: usize,
}

/// Samples and words: in the corner between labels and heads, where there is space, else below the rows.
struct Legend {
    /// Kind of cell, left and top of its sample from the left and top of the legend, its words.
    entries: Vec<(Cell, f64, f64, String)>,
    /// Width and height of a sample.
    sample: (f64, f64),
    corner: bool,
    height: f64,
}

impl Legend {
    /// What it takes below the rows.
    fn below(&self) -> f64 {
        if self.corner { 0.0 } else { self.height }
    }
}

/// Draws a table: one drawing, or one a page.
pub fn draw(matrix: &Matrix, room: &Room, palette: &Palette) -> Vec<Drawing> {
    let kind = match room.scale {
        Scale::Large => &LARGE,
        Scale::Small => &SMALL,
    };
    let setting = set(matrix, room, kind);
    pages(&matrix.rows, setting.pages)
        .into_iter()
        .map(|rows| page(matrix, rows, room, kind, &setting, palette))
        .collect()
}

/// A table's columns at one turn of their heads.
struct Columns {
    turn: f64,
    width: f64,
    heads: Vec<Vec<String>>,
}

impl Columns {
    /// The width of `room` less labels and totals is `space`; the last heads lean out over the totals, to `end`.
    fn at(turn: f64, matrix: &Matrix, kind: &Type, space: f64, end: f64) -> Columns {
        let (sin, cos) = turn.to_radians().sin_cos();
        let count = matrix.columns.len().max(1) as f64;
        let even = (space / count).min(kind.column);
        let narrow = even.min((end - kind.head_length * cos) / (count - 0.5));
        let lines = ((narrow * sin / (kind.head * STEP)).floor() as usize).max(1);
        let heads: Vec<Vec<String>> = matrix.columns.iter().map(|head| head_lines(head, kind, lines)).collect();
        let lean = |(index, lines): (usize, &Vec<String>)| {
            (end - (widest(lines, kind) + advance(lines.len(), kind, turn)) * cos) / (index as f64 + 0.5)
        };
        let width = heads.iter().enumerate().map(lean).fold(even, f64::min);
        Columns { turn, width, heads }
    }

    /// Whether heads side by side stand clear of each other.
    fn clear(&self, kind: &Type) -> bool {
        let lines = self.heads.iter().map(Vec::len).max().unwrap_or(1) as f64;
        self.width * self.turn.to_radians().sin() >= self.need(kind, lines)
    }

    fn need(&self, kind: &Type, lines: f64) -> f64 {
        ((lines - 1.0) * STEP + ASCENT + DESCENT) * kind.head * 0.98
    }
}

fn set(matrix: &Matrix, room: &Room, kind: &Type) -> Setting {
    // Across: labels, cells, totals.
    let widest_label = matrix.rows.iter().map(|row| measure(face(row), 1.0, &row.label.printed())).fold(0.0, f64::max);
    let labels = |size: f64| (widest_label * size).min(room.width * kind.label_column);
    let gap = kind.labels.0 * 0.5;
    let beside = labels(kind.labels.1) + gap;
    let space = room.width - beside - totals_width(matrix, kind.labels.1) - kind.labels.1 * 0.5;
    let at = |turn: &f64| Columns::at(*turn, matrix, kind, space, room.width - beside - kind.head);
    let columns = kind.turns.iter().map(at).find(|columns| columns.clear(kind)).unwrap_or_else(|| {
        // So many columns that even upright heads would touch: the table is wider than its room.
        let columns = at(&90.0);
        let lines = columns.heads.iter().map(Vec::len).max().unwrap_or(1) as f64;
        Columns { width: columns.need(kind, lines), ..columns }
    });
    let Columns { turn, width: column, heads } = columns;
    let (sin, cos) = turn.to_radians().sin_cos();
    let total = vec![matrix.total.clone()];
    let rise = heads.iter().chain([&total]).map(|lines| {
        let from_middle = ASCENT + (lines.len() as f64 - 1.0) / 2.0 * STEP;
        (widest(lines, kind) + advance(lines.len(), kind, turn)) * sin + from_middle * kind.head * cos
    });
    let heads_height = rise.fold(0.0, f64::max) + kind.head * 0.6;

    // Downwards: heads, rows, legend.
    let legend = legend(matrix, room, kind, (labels(kind.labels.0), heads_height - kind.head * 0.6));
    let height = room.height - heads_height - legend.below();
    let rows = matrix.rows.len().max(1);
    let names = matrix.rows.iter().map(|row| label_lines(row, kind.labels.0, labels(kind.labels.0)).len());
    let shortest = kind.row.0.max(names.max().unwrap_or(1) as f64 * kind.labels.0 * 1.02);
    let fits = |count: &usize| !room.paged || rows.div_ceil(*count) as f64 * shortest <= height;
    let pages = (1..=rows).find(fits).unwrap_or(rows);
    let row = (height / rows.div_ceil(pages) as f64).min(kind.row.1).max(shortest);
    let row = (row * 10.0).floor() / 10.0;
    let size =
        if shortest > kind.row.0 { kind.labels.0 } else { (row * 0.75).floor().clamp(kind.labels.0, kind.labels.1) };
    Setting { left: room.left + labels(size) + gap, column, turn, size, row, heads, heads_height, legend, pages }
}

/// The rows of one page, and where they stand, in pixels.
struct Page<'p> {
    matrix: &'p Matrix,
    rows: &'p [MatrixRow],
    room: &'p Room,
    kind: &'p Type,
    setting: &'p Setting,
    palette: &'p Palette,
    /// The right end of the cells.
    right: f64,
    /// The upper end of the cells.
    top: f64,
    /// Their lower end.
    bottom: f64,
}

type Cells = Plot<RangedCoordf64>;

fn page(
    matrix: &Matrix,
    rows: &[MatrixRow],
    room: &Room,
    kind: &Type,
    setting: &Setting,
    palette: &Palette,
) -> Drawing {
    let Setting { left, column, size, row: pitch, .. } = *setting;
    let columns = matrix.columns.len();
    let top = room.top + setting.heads_height;
    let right = left + column * columns as f64;
    let bottom = top + pitch * rows.len() as f64;
    let end_of_all = bottom + setting.legend.below();
    let end_of_totals = right + size * 0.5 + totals_width(matrix, size);
    let reach = room.right().max(end_of_totals);
    let panel = Panel { left, right, top, bottom };
    let plot = Plot::new((reach, end_of_all), RangedCoordf64::from(0.0..columns as f64), rows.len(), panel);
    let page = Page { matrix, rows, room, kind, setting, palette, right, top, bottom };
    page.cells(&plot);
    page.heads(&plot);
    page.labels(&plot);
    page.totals(&plot);
    page.legend(&plot);
    Drawing { nodes: plot.finish(), right: reach, bottom: end_of_all }
}

impl Page<'_> {
    /// The upper left corner of the legend.
    fn legend_corner(&self) -> (f64, f64) {
        let legend = &self.setting.legend;
        match (legend.corner, self.room.scale) {
            (true, _) => (self.room.left, self.top - legend.height),
            (false, Scale::Small) => (self.room.left, self.bottom),
            (false, Scale::Large) => (self.setting.left, self.bottom),
        }
    }

    fn cells(&self, plot: &Cells) {
        let gap = if self.room.scale == Scale::Small { 2.0 } else { 3.0 };
        let (mark, quiet) = (self.palette.mark, self.palette.quiet);
        let cells = [
            ("cells-yes", Pen { kind: Cell::Yes, color: mark, gap }),
            ("cells-no", Pen { kind: Cell::No, color: mark, gap }),
            ("cells-missing", Pen { kind: Cell::Missing, color: quiet, gap }),
        ];
        let Legend { entries, sample, .. } = &self.setting.legend;
        let (legend_left, legend_top) = self.legend_corner();
        for (class, pen) in cells {
            plot.group(class, |plot| {
                for (index, row) in self.rows.iter().enumerate() {
                    let corner =
                        |column: usize| [(column as f64, index as f64), (column as f64 + 1.0, index as f64 + 1.0)];
                    let here = row.cells.iter().enumerate().filter(|(_, here)| **here == pen.kind);
                    let corners: Vec<(f64, f64)> = here.flat_map(|(column, _)| corner(column)).collect();
                    plot.mark(&corners, |recorder, at| pen.draw(recorder, at));
                }
                // A sample in the legend is a cell like any other, so that it is drawn and coloured alike.
                for (_, x, y, _) in entries.iter().filter(|(kind, ..)| *kind == pen.kind) {
                    let (x, y) = (legend_left + x, legend_top + y);
                    if let Some(path) = pen.path(&[(x, y), (x + sample.0, y + sample.1)]) {
                        plot.record(path);
                    }
                }
            });
        }
    }

    fn heads(&self, plot: &Cells) {
        let Setting { turn, size, .. } = *self.setting;
        let (kind, color) = (self.kind, self.palette.ink);
        let (sin, cos) = turn.to_radians().sin_cos();
        plot.group("heads", |plot| {
            // The counts have a head like the columns, at the left end of theirs.
            let (down, along) = (SMALL_MIDDLE * kind.head, advance(1, kind, turn));
            let x = self.right + (size + kind.head) * 0.5 + down * sin + along * cos;
            let at = (x, self.top - kind.head * 0.5 + down * cos - along * sin);
            let total = line(at, Anchor::Start, Face::Sans, kind.head, color, self.matrix.total.as_str());
            plot.record(Node::Text(Text { rotate: -turn, ..total }));
            for (index, lines) in self.setting.heads.iter().enumerate() {
                plot.mark(&[(index as f64 + 0.5, 0.0)], |recorder, at| {
                    for (line_index, words) in lines.iter().enumerate() {
                        let line_from_middle = line_index as f64 - (lines.len() as f64 - 1.0) / 2.0;
                        let down = (line_from_middle * STEP + SMALL_MIDDLE) * kind.head;
                        let along = advance(lines.len(), kind, turn);
                        let x = at[0].0 + down * sin + along * cos;
                        let y = at[0].1 - kind.head * 0.5 + down * cos - along * sin;
                        let text = line((x, y), Anchor::Start, Face::Sans, kind.head, color, words.as_str());
                        recorder.record(Node::Text(Text { rotate: -turn, ..text }));
                    }
                });
            }
        });
    }

    /// Records something at the middle of each row.
    fn at_rows(&self, plot: &Cells, class: &'static str, record: impl Fn(&mut Recorder, &MatrixRow, f64)) {
        plot.group(class, |plot| {
            for (index, row) in self.rows.iter().enumerate() {
                plot.mark(&[(0.0, index as f64 + 0.5)], |recorder, at| record(recorder, row, at[0].1));
            }
        });
    }

    fn labels(&self, plot: &Cells) {
        let size = self.setting.size;
        let end = self.setting.left - self.kind.labels.0 * 0.5;
        self.at_rows(plot, "labels", |recorder, row, middle| {
            let lines = label_lines(row, size, end - self.room.left);
            for (index, words) in lines.iter().enumerate() {
                let down = (index as f64 - (lines.len() as f64 - 1.0) / 2.0) * size;
                let at = (end, middle + down + MIDDLE * size);
                let (face, color) = (face(row), self.palette.ink);
                recorder.record(Node::Text(line(at, Anchor::End, face, size, color, words.as_str())));
            }
        });
    }

    /// How many yes each row has, of how many that are known.
    fn totals(&self, plot: &Cells) {
        let (size, right) = (self.setting.size, self.right);
        let width = |row: &MatrixRow| measure(Face::SansBold, size, &row.yes.to_string());
        let widest_yes = self.rows.iter().map(width).fold(0.0, f64::max);
        let split = right + size * 0.5 + widest_yes;
        self.at_rows(plot, "totals", |recorder, row, middle| {
            if row.known > 0 {
                let (at, words) = ((split, middle + MIDDLE * size), row.yes.to_string());
                recorder.record(Node::Text(line(at, Anchor::End, Face::SansBold, size, self.palette.accent, words)));
            }
        });
        self.at_rows(plot, "totals known", |recorder, row, middle| {
            let at = (split + size * 0.1, middle + MIDDLE * size);
            let (at, words) = match row.known {
                0 => ((right + size * 0.5, at.1), self.matrix.words[2].clone()),
                known => (at, format!("/{known}")),
            };
            recorder.record(Node::Text(line(at, Anchor::Start, Face::Sans, size, self.palette.quiet, words)));
        });
    }

    fn legend(&self, plot: &Cells) {
        let Legend { entries, sample, .. } = &self.setting.legend;
        let (left, top) = self.legend_corner();
        let (size, color) = (self.kind.legend, self.palette.ink);
        plot.group("legend", |plot| {
            for (_, x, y, words) in entries {
                let x = left + x + sample.0 + size * 0.4;
                let at = (x, top + y + sample.1 / 2.0 + MIDDLE * size);
                plot.record(Node::Text(line(at, Anchor::Start, Face::Sans, size, color, words.as_str())));
            }
        });
    }
}

/// A row's label on one line where the column is wide enough.
fn label_lines(row: &MatrixRow, size: f64, width: f64) -> Vec<String> {
    let (face, name) = (face(row), row.label.printed());
    // Rounding must not break a label that gave the column its width.
    let width = width + 0.01;
    if measure(face, size, &name) <= width {
        return vec![name];
    }
    balance(face, size, width, 2, &name).unwrap_or_else(|| wrap(face, size, width, 0.0, &name))
}

/// The face of a row's label.
fn face(row: &MatrixRow) -> Face {
    if row.highlight { Face::SansBold } else { Face::Sans }
}

/// The longest line of a head.
fn widest(lines: &[String], kind: &Type) -> f64 {
    lines.iter().map(|words| measure(Face::Sans, kind.head, words)).fold(0.0, f64::max)
}

/// How far along its direction a head of several lines begins, so that the last clears the cells.
fn advance(lines: usize, kind: &Type, turn: f64) -> f64 {
    let (sin, cos) = turn.to_radians().sin_cos();
    let last = (lines as f64 - 1.0) / 2.0 * STEP;
    let below = (last + SMALL_MIDDLE + DESCENT) * kind.head * cos - kind.head * 0.45;
    (below / sin).max(0.0)
}

/// Yes and no always, missing where it occurs; `corner` is the space between labels and heads.
fn legend(matrix: &Matrix, room: &Room, kind: &Type, corner: (f64, f64)) -> Legend {
    let size = kind.legend;
    let sample = (size * 1.4, size * 0.85);
    let occurs = matrix.rows.iter().any(|row| row.cells.contains(&Cell::Missing));
    let cells = [Cell::Yes, Cell::No, Cell::Missing].into_iter().zip(&matrix.words);
    let cells = cells.filter(|(cell, _)| *cell != Cell::Missing || occurs);
    let cells: Vec<(Cell, &String, f64)> =
        cells.map(|(cell, words)| (cell, words, sample.0 + size * 0.4 + measure(Face::Sans, size, words))).collect();

    // One below the other in the corner.
    let step = size * 1.4;
    let height = step * cells.len() as f64 + size * 0.3;
    if height <= corner.1 && cells.iter().all(|(.., width)| *width <= corner.0) {
        let entry =
            |(row, (cell, words, _)): (usize, &(Cell, &String, f64))| (*cell, 0.0, row as f64 * step, (*words).clone());
        let entries = cells.iter().enumerate().map(entry).collect();
        return Legend { entries, sample, corner: true, height };
    }

    // Side by side below, on as many lines as they need.
    let available = if room.scale == Scale::Small { room.width } else { room.width * (1.0 - kind.label_column) };
    let (mut x, mut y) = (0.0, size);
    let mut entries = Vec::new();
    for (cell, words, width) in cells {
        if x > 0.0 && x + width > available {
            (x, y) = (0.0, y + size * 1.5);
        }
        entries.push((cell, x, y, words.clone()));
        x += width + size * 1.4;
    }
    Legend { entries, sample, corner: false, height: y + size * 1.2 }
}

/// A head on one line where it is short, else on as few as keep it short, else on as many as there is space for.
fn head_lines(head: &Labelled, kind: &Type, most: usize) -> Vec<String> {
    let text = head.printed();
    let whole = measure(Face::Sans, kind.head, &text);
    if whole <= kind.head_length || most < 2 {
        return vec![text];
    }
    (2..=most)
        .find_map(|count| balance(Face::Sans, kind.head, kind.head_length, count, &text))
        .or_else(|| balance(Face::Sans, kind.head, whole, most, &text))
        .unwrap_or_else(|| vec![text])
}

/// What the head of the counts takes, as a part of its width: it leans over them and beyond.
const LEANING: f64 = 1.2;

fn totals_width(matrix: &Matrix, size: f64) -> f64 {
    let width = |row: &MatrixRow| match row.known {
        0 => measure(Face::Sans, size, &matrix.words[2]),
        known => {
            measure(Face::SansBold, size, &row.yes.to_string())
                + measure(Face::Sans, size, &format!("/{known}"))
                + size * 0.1
        }
    };
    matrix.rows.iter().map(width).fold(measure(Face::Sans, size * LEANING, &matrix.total), f64::max)
}
