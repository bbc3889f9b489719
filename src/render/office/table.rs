//! Tables of Office: cells of runs, with their grounds, lines and margins.

use super::shape::{Name, Shapes};
use super::xml::{emu, fill, stroke};
use crate::layout::Area;
use crate::scene::Color;
use crate::theme::Palette;

/// A cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// The XML of its paragraphs; may be empty.
    pub text: String,
    /// The colour of its ground; none where what lies below is seen.
    pub fill: Option<Color>,
    /// The line below: colour and width in pixels.
    pub below: Option<(Color, f64)>,
    /// Where its words stand, as the format writes it: `t` at the top, `ctr` in the middle, `b` at the bottom; the
    /// middle where it is empty.
    pub anchor: &'static str,
    /// The space between the cell and its words, in pixels: left, top, right, bottom.
    pub margins: [f64; 4],
    /// Whether its words read upwards.
    pub upright: bool,
}

/// A table to add.
pub struct Table<'t> {
    /// Its name, and what it says to somebody who does not see it.
    pub name: Name<'t>,
    /// Whether it stands in the placeholder of figures.
    pub in_placeholder: bool,
    /// Its left edge and its top; width and height follow from its columns and rows.
    pub area: Area,
    /// Widths of columns, in pixels.
    pub widths: Vec<f64>,
    /// The height of each row, in pixels, and its cells; the first row is the head.
    pub rows: Vec<(f64, Vec<Cell>)>,
    /// Whether the first column holds the names of rows.
    pub first_column: bool,
    /// Whether the first row holds the names of columns.
    pub first_row: bool,
}

/// Adds a table to the shapes of a slide.
pub fn add(shapes: &mut Shapes, table: &Table<'_>, palette: &Palette) {
    let columns: String = table.widths.iter().map(|width| format!("<a:gridCol w=\"{}\"/>", emu(*width))).collect();
    let mut rows = String::new();
    for (height, cells) in &table.rows {
        let cells: String = cells.iter().map(|cell| written(cell, palette)).collect();
        rows.push_str(&format!("<a:tr h=\"{}\">{cells}</a:tr>", emu(*height)));
    }
    let first_row = if table.first_row { " firstRow=\"1\"" } else { "" };
    let first_column = if table.first_column { " firstCol=\"1\"" } else { "" };
    let held = format!("<a:tbl><a:tblPr{first_row}{first_column}/><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>");
    let height = table.rows.iter().map(|(height, _)| height).sum();
    let width = table.widths.iter().sum();
    shapes.frame(&table.name, table.in_placeholder, &Area { width, height, ..table.area }, "table", &held);
}

fn written(cell: &Cell, palette: &Palette) -> String {
    let [left, top, right, bottom] = cell.margins.map(emu);
    let upright = if cell.upright { " vert=\"vert270\"" } else { "" };
    let anchor = if cell.anchor.is_empty() { "ctr" } else { cell.anchor };
    let none = |side: &str| format!("<a:{side} w=\"0\"><a:noFill/></a:{side}>");
    let below = match cell.below {
        Some((color, width)) => stroke(color, width, palette).replace("a:ln", "a:lnB"),
        None => none("lnB"),
    };
    let ground = cell.fill.map_or_else(|| "<a:noFill/>".to_owned(), |color| fill(color, palette));
    let text = if cell.text.is_empty() { "<a:p/>" } else { &cell.text };
    format!(
        "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody><a:tcPr marL=\"{left}\" marR=\"{right}\" marT=\"{top}\" \
         marB=\"{bottom}\"{upright} anchor=\"{anchor}\">{}{}{}{below}{ground}</a:tcPr></a:tc>",
        none("lnL"),
        none("lnR"),
        none("lnT"),
    )
}
