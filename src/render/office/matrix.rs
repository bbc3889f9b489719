//! The table of what each territory has: signs for yes and no, and what they mean below it.

use super::page::{Page, alternative};
use super::shape::Name;
use super::table::{self, Cell, Table};
use super::text::{Look, Setting, Words, paragraph, room, wider};
use crate::chart::{self, Labelled, Matrix, MatrixRow};
use crate::data::observation;
use crate::face::measure;
use crate::lang::terms;
use crate::layout::Area;
use crate::resolve::Figure;
use crate::scene::{Color, Face, Scene};
use crate::theme::Palette;

/// The height of the line below the table that says what the signs mean, in pixels.
const LEGEND: f64 = 26.0;

/// The size of names of rows where rows are high enough, in pixels.
const NAME: f64 = 16.0;

/// The size of names of columns, in pixels.
const HEAD: f64 = 14.0;

/// Adds some rows of a table in an area, with what its signs mean below. Where its columns would be too narrow for a sign
/// it adds nothing and says `false`.
pub fn table(
    page: &mut Page<'_>,
    matrix: &Matrix,
    rows: &[MatrixRow],
    body: &Area,
    figure: &Figure,
    scene: &Scene,
) -> bool {
    let palette = page.talk.palette;
    let missing = terms(page.talk.site.language).missing;
    let Some(sizes) = Sizes::of(matrix, rows, body) else { return false };
    let corner = figure.table.head.first().cloned().unwrap_or_default();
    let writer = Writer { sizes: &sizes, words: &page.ours, missing, palette };
    let mut written = vec![(sizes.head, writer.heads(corner, &matrix.total))];
    written.extend(rows.iter().map(|row| (sizes.row, writer.row(row))));
    let mut widths = vec![sizes.first];
    widths.extend(std::iter::repeat_n(sizes.column, matrix.columns.len()));
    widths.push(sizes.last);
    let alternative = alternative(scene);
    let name = Name { name: page.file.table, title: &scene.title, alternative: &alternative };
    let table =
        Table { name, in_placeholder: true, area: *body, widths, rows: written, first_column: true, first_row: true };
    table::add(&mut page.shapes, &table, palette);
    let height = sizes.head + sizes.row * rows.len() as f64;
    let area = Area { y: body.y + height + 4.0, height: 22.0, ..*body };
    let look = Look { size: Some(14.0), color: Some(palette.ink), ..Look::default() };
    page.lines(page.file.labels, &area, &[meanings(matrix, missing).join("     ")], look, "l");
    true
}

/// The sign of a cell; `missing` is the word for a value that is not known.
fn sign(cell: &observation::Cell, missing: &'static str) -> &'static str {
    match cell {
        observation::Cell::Yes => "●",
        observation::Cell::No => "–",
        observation::Cell::Missing => missing,
    }
}

/// Whether any cell of the whole table is missing.
fn has_missing(matrix: &Matrix) -> bool {
    matrix.rows.iter().any(|row| row.cells.contains(&observation::Cell::Missing))
}

/// Each sign that occurs with what it means.
fn meanings(matrix: &Matrix, missing: &str) -> Vec<String> {
    ["●", "–", missing]
        .iter()
        .zip(&matrix.words)
        .take(if has_missing(matrix) { 3 } else { 2 })
        .map(|(sign, words)| if sign == words { words.clone() } else { format!("{sign} {words}") })
        .collect()
}

/// A name with the mark of its notes.
fn printed(label: &Labelled) -> String {
    format!("{}{}", label.name, label.mark)
}

/// The width of a line in the head, in pixels, in the face of ours.
fn length(line: &str) -> f64 {
    measure(Face::SansBold, HEAD, line)
}

/// How large the parts of a table are, in pixels, and how the names of its columns break.
struct Sizes {
    /// The width of the column of names.
    first: f64,
    /// The width of a column of signs.
    column: f64,
    /// The width of the column of totals.
    last: f64,
    /// The height of the head.
    head: f64,
    /// The height of a row.
    row: f64,
    /// The size of words in rows.
    size: f64,
    /// The height of a line in rows.
    line: f64,
    /// Whether the names of columns read upwards.
    upright: bool,
    /// The lines of the name of each column.
    names: Vec<Vec<String>>,
}

impl Sizes {
    /// The sizes of some rows in an area; none where there are no rows, or columns too narrow for a sign.
    fn of(matrix: &Matrix, rows: &[MatrixRow], body: &Area) -> Option<Sizes> {
        let widest = rows.iter().map(|row| measure(Face::Sans, NAME, &printed(&row.label))).fold(60.0, f64::max);
        let first = (widest * wider(Face::Sans) + 14.0).min(body.width * 0.34);
        let last = (room(Face::SansBold, HEAD, &matrix.total) + 8.0).max(62.0);
        let column = (body.width - first - last) / matrix.columns.len().max(1) as f64;
        let widest_sign = if has_missing(matrix) { 26.0 } else { 16.0 };
        if rows.is_empty() || column < widest_sign {
            return None;
        }
        let longest = matrix.columns.iter().map(|of| measure(Face::SansSemi, HEAD, &printed(of))).fold(0.0, f64::max);
        let upright = longest * 1.2 + 10.0 > column;
        // Heads that read upwards may have as many lines as their column is wide.
        let most_lines = if upright { ((column - 4.0) / (HEAD * 1.4)).floor().max(1.0) as usize } else { 1 };
        let names: Vec<Vec<String>> = matrix.columns.iter().map(|of| broken(&printed(of), most_lines)).collect();
        let longest = names.iter().flatten().map(|line| length(line)).fold(length(&matrix.total), f64::max);
        let head = if upright { longest * wider(Face::SansBold) + 10.0 } else { HEAD * 2.0 };
        let row = ((body.height - head - LEGEND) / rows.len() as f64).min(30.0);
        let size = (row * 0.72).clamp(12.0, NAME);
        let line = (size * 1.15).min(row.max(size));
        Some(Sizes { first, column, last, head, row, size, line, upright, names })
    }
}

/// The lines of a name, at most so many, so that the longest is as short as can be. Programs do not agree on how to break
/// words that read upwards, so they are broken here.
fn broken(name: &str, most_lines: usize) -> Vec<String> {
    let widest = |lines: &Vec<String>| lines.iter().map(|line| length(line)).fold(0.0, f64::max);
    let tries = (2..=most_lines)
        .filter_map(|count| chart::balance(Face::SansBold, HEAD, f64::INFINITY, count, name))
        .chain([vec![name.to_owned()]]);
    tries.min_by(|one, two| widest(one).total_cmp(&widest(two))).unwrap_or_default()
}

/// Writes cells.
struct Writer<'w> {
    sizes: &'w Sizes,
    words: &'w Words<'w>,
    /// The word for a value that is not known.
    missing: &'static str,
    palette: &'w Palette,
}

impl Writer<'_> {
    /// The head: what stands in the corner, the names of the columns, the word for totals.
    fn heads(&self, corner: String, total: &str) -> Vec<Cell> {
        let upright = self.sizes.upright;
        let mut heads = vec![self.heading(&[corner], false)];
        heads.extend(self.sizes.names.iter().map(|lines| self.heading(lines, upright)));
        heads.push(self.heading(&[total.to_owned()], upright));
        heads
    }

    fn heading(&self, lines: &[String], upright: bool) -> Cell {
        let palette = self.palette;
        let look = Look { size: Some(HEAD), bold: true, color: Some(palette.ink), ..Look::default() };
        // All heads are aligned alike, that in the corner too.
        let align = Some(if self.sizes.upright { "l" } else { "ctr" });
        let setting = Setting { align, line: Some(HEAD * 1.15), ..Setting::default() };
        let runs: Vec<String> = lines.iter().map(|line| self.words.run(line, look)).collect();
        Cell {
            text: paragraph(&setting, &runs.join("<a:br/>")),
            below: Some((palette.accent, 2.0)),
            anchor: if upright { "ctr" } else { "b" },
            margins: if upright { [2.0, 2.0, 2.0, 2.0] } else { [2.0, 2.0, 2.0, 3.0] },
            upright,
            ..Cell::default()
        }
    }

    /// A row: its name, a sign for each column, and how many of the known cells are yes.
    fn row(&self, row: &MatrixRow) -> Vec<Cell> {
        let palette = self.palette;
        let name = self.run(&printed(&row.label), row.highlight, palette.ink);
        let mut cells = vec![self.cell("r", &name, [0.0, 0.0, 8.0, 0.0])];
        cells.extend(row.cells.iter().map(|of| self.sign(of)));
        let total = match row.known {
            0 => self.run(self.missing, false, palette.quiet),
            known => {
                self.run(&row.yes.to_string(), true, palette.accent)
                    + &self.run(&format!("/{known}"), false, palette.quiet)
            }
        };
        cells.push(self.cell("ctr", &total, [0.0; 4]));
        cells
    }

    fn sign(&self, of: &observation::Cell) -> Cell {
        let palette = self.palette;
        let color = match of {
            observation::Cell::Yes => palette.mark,
            observation::Cell::No | observation::Cell::Missing => palette.quiet,
        };
        let run = self.run(sign(of, self.missing), *of == observation::Cell::Yes, color);
        let ground = (*of == observation::Cell::No).then_some(palette.panel);
        Cell { fill: ground, ..self.cell("ctr", &run, [0.0; 4]) }
    }

    fn run(&self, words: &str, bold: bool, color: Color) -> String {
        self.words.run(words, Look { size: Some(self.sizes.size), bold, color: Some(color), ..Look::default() })
    }

    fn cell(&self, align: &'static str, runs: &str, margins: [f64; 4]) -> Cell {
        let setting = Setting { align: Some(align), line: Some(self.sizes.line), ..Setting::default() };
        Cell {
            text: paragraph(&setting, runs),
            below: Some((self.palette.grid, 1.0)),
            anchor: "ctr",
            margins,
            ..Cell::default()
        }
    }
}
