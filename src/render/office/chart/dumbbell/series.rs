//! The series of a dumbbell chart: lines, older points, newer points, names, printed values.

use super::sheet::{ALONG, DOWN, ENDS, FURTHEST, NEW, OLD, ROW, ZERO};
use super::sizes::{Sizes, name};
use crate::chart::Pair;
use crate::render::office::chart::parts::{self, rich, series_head, shows};
use crate::render::office::chart::pen::Pen;
use crate::render::office::text::Look;
use crate::render::office::workbook::Sheet;
use crate::render::office::xml::{color, emu, fill, stroke};
use crate::scene::Color;
use crate::theme::Palette;

/// A series without a line between its points.
const NO_LINE: &str = "<c:spPr><a:ln w=\"19050\"><a:noFill/></a:ln></c:spPr>";

/// A series whose points are not seen.
const NO_MARKER: &str = "<c:marker><c:symbol val=\"none\"/></c:marker>";

/// What the series are written from.
pub(super) struct Series<'a> {
    /// The rows, as they are shown.
    pub(super) rows: &'a [Pair],
    /// The workbook whose cells the series name.
    pub(super) sheet: &'a Sheet,
    /// Places and sizes.
    pub(super) sizes: &'a Sizes,
    /// Colours and words.
    pub(super) pen: Pen<'a>,
}

impl Series<'_> {
    /// All `ser` elements. The lines come first, so that points stand on them; of two points at one place the full one is
    /// seen.
    pub(super) fn written(&self) -> String {
        [self.links(), self.points(1, OLD, true), self.points(2, NEW, false), self.names(), self.values()].concat()
    }

    /// The lines between two values that may be compared.
    fn links(&self) -> String {
        let palette = self.pen.palette;
        let ends = |column: usize| parts::numbers_of(self.sheet, column, 1, self.rows.len() * ENDS, "General");
        format!(
            "<c:ser>{}<c:spPr><a:ln w=\"{}\" cap=\"flat\"><a:solidFill>{}</a:solidFill><a:round/></a:ln></c:spPr>{NO_MARKER}{}</c:ser>",
            series_head(self.sheet, 0, ALONG),
            emu(5.0),
            color(palette.link(palette.mark), palette),
            places(&ends(ALONG), &ends(DOWN)),
        )
    }

    /// The points of a column of values.
    fn points(&self, index: usize, column: usize, hollow: bool) -> String {
        format!(
            "<c:ser>{}{NO_LINE}{}{}{}</c:ser>",
            series_head(self.sheet, index, column),
            self.marker(self.pen.palette.mark, hollow),
            self.strong_points(hollow),
            self.at(column)
        )
    }

    /// The names of the rows, to the left of the axis.
    fn names(&self) -> String {
        let palette = self.pen.palette;
        let spaces = self.spaces();
        let words = |pair: &Pair| {
            let look = Look {
                size: Some(self.sizes.words),
                bold: pair.national || pair.highlight,
                color: Some(tone(pair, palette)),
                ..Look::default()
            };
            rich(&[(&format!("{}{spaces}", name(pair)), look)], self.pen)
        };
        format!(
            "<c:ser>{}{NO_LINE}{NO_MARKER}{}{}</c:ser>",
            series_head(self.sheet, 3, ZERO),
            self.labels(words, "l"),
            self.at(ZERO)
        )
    }

    /// What is printed of each row, to the right of its greater value.
    fn values(&self) -> String {
        let palette = self.pen.palette;
        let spaces = self.spaces();
        let words = |pair: &Pair| {
            let color = Some(tone(pair, palette));
            let bold = Look { size: Some(self.sizes.words), bold: true, color, ..Look::default() };
            let quiet = Look { bold: false, color: Some(palette.quiet), ..bold };
            let printed = format!("{spaces}{}", pair.printed);
            rich(&[(&printed, bold), (&format!("\u{a0}{}", pair.said), quiet)], self.pen)
        };
        format!(
            "<c:ser>{}{NO_LINE}{NO_MARKER}{}{}</c:ser>",
            series_head(self.sheet, 4, FURTHEST),
            self.labels(words, "r"),
            self.at(FURTHEST)
        )
    }

    /// The places of the points of a column, a row of the chart each.
    fn at(&self, column: usize) -> String {
        let numbers = |column: usize| parts::numbers_of(self.sheet, column, 1, self.rows.len(), "General");
        places(&numbers(column), &numbers(ROW))
    }

    /// How a point looks.
    fn marker(&self, of: Color, hollow: bool) -> String {
        let palette = self.pen.palette;
        let points = (self.sizes.radius * 2.0 * 0.75).round().clamp(2.0, 72.0);
        let inside = if hollow { hollow_of(of, palette) } else { of };
        let look = fill(inside, palette) + &stroke(of, 2.0, palette);
        format!("<c:marker><c:symbol val=\"circle\"/><c:size val=\"{points}\"/><c:spPr>{look}</c:spPr></c:marker>")
    }

    /// The points of the whole and of what is marked among the others: they have another colour.
    fn strong_points(&self, hollow: bool) -> String {
        let points = self.rows.iter().enumerate().filter(|(_, pair)| pair.national || pair.highlight);
        let one = |(index, pair): (usize, &Pair)| {
            let marker = self.marker(tone(pair, self.pen.palette), hollow);
            format!("<c:dPt><c:idx val=\"{index}\"/>{marker}<c:bubble3D val=\"0\"/></c:dPt>")
        };
        points.map(one).collect()
    }

    /// The words of every point, at its left (`l`) or at its right (`r`).
    fn labels(&self, words: impl Fn(&Pair) -> String, side: &str) -> String {
        let one = |(index, pair): (usize, &Pair)| {
            format!(
                "<c:dLbl><c:idx val=\"{index}\"/>{}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>\
                 <c:dLblPos val=\"{side}\"/>{}</c:dLbl>",
                words(pair),
                shows(true)
            )
        };
        let each: String = self.rows.iter().enumerate().map(one).collect();
        format!("<c:dLbls>{each}{}</c:dLbls>", shows(false))
    }

    /// The spaces that keep words clear of a point.
    fn spaces(&self) -> String {
        let size = self.sizes.words;
        "\u{a0}".repeat(((self.sizes.radius + size * 0.4) / (size * 0.2)).ceil() as usize)
    }
}

/// The colour of the words of a row, and of its points where they differ from the others.
fn tone(pair: &Pair, palette: &Palette) -> Color {
    if pair.national { palette.accent } else { palette.ink }
}

/// The inside of a hollow point: light and not white, for some programs draw no outline of a point.
pub fn hollow_of(of: Color, palette: &Palette) -> Color {
    of.mix(palette.paper, 0.25)
}

/// The places of points, by the references to the values across and to the heights.
fn places(across: &str, down: &str) -> String {
    format!("<c:xVal>{across}</c:xVal><c:yVal>{down}</c:yVal><c:smooth val=\"0\"/>")
}
