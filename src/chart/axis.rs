//! The axis of a measure: gridlines behind the marks, tick labels under them.

use super::plot::Plot;
use super::recorder::GRID;
use super::ticks::Measure;
use crate::scene::Color;
use crate::theme::Palette;
use plotters::coord::ranged1d::Ranged;
use plotters::element::{PathElement, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontFamily, RGBColor, ShapeStyle, TextStyle};

/// How far gridlines reach above the first row, in pixels.
pub const RISE: f64 = 6.0;

/// From the last row to the top of the tick labels, in pixels.
pub const DROP: f64 = 8.0;

/// An axis to draw.
pub struct Axis<'a> {
    /// Its coordinate.
    pub measure: &'a Measure,
    /// After each tick: "%".
    pub suffix: &'a str,
    /// How many ticks at most.
    pub most: usize,
    /// Size of the tick labels, pixels.
    pub size: f64,
    /// Rows it spans.
    pub rows: usize,
    /// Pixels of a row.
    pub pitch: f64,
}

/// Draws gridlines and tick labels.
pub fn draw(plot: &Plot<Measure>, axis: &Axis, palette: &Palette) {
    let ticks = axis.measure.key_points(axis.most);
    let rows = axis.rows as f64;
    let line = ShapeStyle { color: rgb(palette.grid).to_rgba(), filled: false, stroke_width: GRID as u32 };
    plot.group("grid", |plot| {
        for tick in &ticks {
            plot.element(&PathElement::new(vec![(*tick, -RISE / axis.pitch), (*tick, rows)], line));
        }
    });
    let color = rgb(palette.quiet);
    let style =
        TextStyle::from((FontFamily::SansSerif, axis.size * GRID)).color(&color).pos(Pos::new(HPos::Center, VPos::Top));
    plot.group("ticks", |plot| {
        for tick in &ticks {
            let words = format!("{tick}{}", axis.suffix);
            plot.element(&Text::new(words, (*tick, rows + DROP / axis.pitch), style.clone()));
        }
    });
}

fn rgb(Color(value): Color) -> RGBColor {
    let [_, red, green, blue] = value.to_be_bytes();
    RGBColor(red, green, blue)
}
