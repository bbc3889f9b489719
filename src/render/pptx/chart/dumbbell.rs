//! Two values of each row on one axis: points of an XY chart, hollow for what was and full for what is, with error bars
//! for the lines between those that may be compared.

use super::bars::{Pen, Placed, end, part, rich};
use super::parts::{self, Plot, TICK, ValueAxis, Written, series_head, shows};
use crate::chart::{Dumbbell, Pair, ticks};
use crate::layout::Area;
use crate::render::pptx::text::Look;
use crate::render::pptx::workbook::{Cell, Sheet};
use crate::render::pptx::xml::{color, emu, fill, stroke};
use crate::scene::Face;
use crate::theme::measure;

/// Names and values may be set in another face, and wider.
const WIDER: f64 = 1.12;

/// The widest column of names, as a part of the width.
const COLUMN: f64 = 0.4;

const RISE: f64 = 6.0;
const UNDER: f64 = TICK * 2.0;
const TALLEST: f64 = 64.0;

/// Columns of the workbook.
const OLD: usize = 1;
const NEW: usize = 2;
const FALL: usize = 3;
const RISEN: usize = 4;
const ROW: usize = 5;
const ZERO: usize = 6;
const FURTHEST: usize = 7;

/// Some rows of a dumbbell in an area, with type of a size.
pub fn dumbbell(all: &Dumbbell, rows: &[Pair], area: &Area, size: f64, pen: Pen<'_>) -> Placed {
    let palette = pen.palette;
    let count = rows.len().max(1) as f64;
    let pitch = ((area.height - RISE - UNDER) / count).clamp(1.0, TALLEST);
    let size = size.min(pitch * 0.72).max(12.0);
    let height = pitch * count + RISE + UNDER;
    let frame = Area { y: area.y + (area.height - height).max(0.0) / 2.0, height, ..*area };
    let name = |pair: &Pair| format!("{}{}", pair.label.name, pair.label.mark);
    let said = |pair: &Pair| format!("{} {}", pair.printed, pair.said).trim().to_owned();
    let radius = 8.5_f64.min(pitch * 0.36);
    let left = rows.iter().map(|pair| measure(Face::SansBold, size, &name(pair))).fold(0.0, f64::max) * WIDER;
    let left = left.min(frame.width * COLUMN) + size + radius;
    let most = end(all.axis_max);
    // The axis ends where the words after every point stay within the frame.
    let furthest = |pair: &Pair| pair.old.into_iter().chain(pair.new).fold(0.0, f64::max);
    let longest = |pair: &Pair| {
        let words = measure(Face::SansBold, size, &said(pair)) * WIDER + radius + size;
        let part = (furthest(pair) / most).clamp(0.0, 1.0);
        if part > 0.0 { (frame.width - left - words) / part } else { f64::INFINITY }
    };
    let widest = frame.width - left - TICK * 2.0;
    let width = rows.iter().map(longest).fold(widest, f64::min).max(widest * 0.2);
    let plot = Area { x: frame.x + left, y: frame.y + RISE, width, height: pitch * count };

    let sheet = sheet(all, rows, most, pen);
    let last = rows.len();
    let numbers = |column: usize| parts::numbers_of(&sheet, column, 1, last, "General");
    let at = |column: usize| format!("<c:xVal>{}</c:xVal><c:yVal>{}</c:yVal><c:smooth val=\"0\"/>", numbers(column), numbers(ROW));
    let no_line = "<c:spPr><a:ln w=\"19050\"><a:noFill/></a:ln></c:spPr>";
    let no_marker = "<c:marker><c:symbol val=\"none\"/></c:marker>";
    let marker = |inside: String, line: String| {
        let points = (radius * 2.0 * 0.75).round().clamp(2.0, 72.0);
        format!(
            "<c:marker><c:symbol val=\"circle\"/><c:size val=\"{points}\"/><c:spPr>{inside}{line}</c:spPr></c:marker>"
        )
    };
    let none = "<a:ln><a:noFill/></a:ln>".to_owned();
    let national = |draw: &dyn Fn() -> String| -> String {
        let points = rows.iter().enumerate().filter(|(_, pair)| pair.national);
        points
            .map(|(index, _)| format!("<c:dPt><c:idx val=\"{index}\"/>{}<c:bubble3D val=\"0\"/></c:dPt>", draw()))
            .collect()
    };
    let label = |index: usize, words: &str, look: Look, side: &str| {
        format!(
            "<c:dLbl><c:idx val=\"{index}\"/>{}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val=\"{side}\"/>{}</c:dLbl>",
            rich(words, look, pen),
            shows(true)
        )
    };
    let look = |pair: &Pair, bold: bool| {
        let tone = if pair.national { palette.accent } else { palette.ink };
        Look { size: Some(size), bold: bold || pair.national, color: Some(tone), ..Look::default() }
    };
    let labels = |words: &dyn Fn(&Pair) -> String, bold: bool, side: &str| -> String {
        let each: String = rows
            .iter()
            .enumerate()
            .map(|(index, pair)| label(index, &words(pair), look(pair, bold), side))
            .collect();
        format!("<c:dLbls>{each}{}</c:dLbls>", shows(false))
    };

    // The lines come first, so that points stand on them; of two at one place the full one is seen.
    let links = format!(
        "<c:ser>{}{no_line}{no_marker}<c:errBars><c:errDir val=\"x\"/><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/>\
         <c:noEndCap val=\"1\"/><c:plus>{}</c:plus><c:minus>{}</c:minus><c:spPr><a:ln w=\"{}\"><a:solidFill>{}</a:solidFill>\
         </a:ln></c:spPr></c:errBars>{}</c:ser>",
        head(&sheet, 0, RISEN),
        numbers(FALL),
        numbers(RISEN),
        emu(5.0),
        color(palette.link(palette.mark), palette),
        at(NEW),
    );
    let hollow = |of| marker(fill(palette.paper, palette), stroke(of, 3.0, palette));
    let before = format!(
        "<c:ser>{}{no_line}{}{}{}</c:ser>",
        head(&sheet, 1, OLD),
        hollow(palette.mark),
        national(&|| hollow(palette.accent)),
        at(OLD)
    );
    let full = |of| marker(fill(of, palette), none.clone());
    let after = format!(
        "<c:ser>{}{no_line}{}{}{}</c:ser>",
        head(&sheet, 2, NEW),
        full(palette.mark),
        national(&|| full(palette.accent)),
        at(NEW)
    );
    let names =
        format!("<c:ser>{}{no_line}{no_marker}{}{}</c:ser>", head(&sheet, 3, ZERO), labels(&name, false, "l"), at(ZERO));
    let values = format!(
        "<c:ser>{}{no_line}{no_marker}{}{}</c:ser>",
        head(&sheet, 4, FURTHEST),
        labels(&said, true, "r"),
        at(FURTHEST)
    );
    let step = ticks(most, 5).get(1).copied();
    let suffix = all.axis_suffix.replace('"', "”");
    let inside = format!(
        "<c:scatterChart><c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>{links}{before}{after}{names}{values}\
         <c:axId val=\"1\"/><c:axId val=\"2\"/></c:scatterChart>{}{}",
        ValueAxis {
            ids: (1, 2),
            side: "b",
            ends: (0.0, most),
            step,
            format: &format!("0\"{suffix}\""),
            at_far_end: false,
            between: "midCat",
            shown: true,
        }
        .written(palette),
        ValueAxis {
            ids: (2, 1),
            side: "l",
            ends: (0.0, count),
            step: None,
            format: "0",
            at_far_end: false,
            between: "midCat",
            shown: false,
        }
        .written(palette),
    );
    let at: Plot = part(&plot, &frame);
    let space = parts::chart_space(&at, &inside, pen.words.lang, palette);
    Placed { written: Written { part: space, sheet }, frame, plot, ends: (0.0, most) }
}

fn head(sheet: &Sheet, index: usize, column: usize) -> String {
    series_head(sheet, index, column)
}

/// Names, both values, how far the one is from the other to either side, and where in the chart each row stands.
fn sheet(all: &Dumbbell, rows: &[Pair], most: f64, pen: Pen<'_>) -> Sheet {
    let words = pen.words;
    let text = |words: &str| Cell::Text(words.to_owned());
    let number = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Number);
    let mut cells = vec![vec![
        text(words.name),
        text(&all.legend[0]),
        text(&all.legend[1]),
        text("−"),
        text(words.difference),
        text(words.position),
        text(words.name),
        text(words.change),
        text(words.printed),
    ]];
    let count = rows.len();
    for (index, pair) in rows.iter().enumerate() {
        let (mut fall, mut rise) = (0.0, 0.0);
        if let (Some(old), Some(new), true) = (pair.old, pair.new, pair.joined) {
            (fall, rise) = ((old - new).max(0.0), (new - old).max(0.0));
        }
        let furthest = pair.old.into_iter().chain(pair.new).fold(0.0, f64::max).min(most);
        cells.push(vec![
            text(&format!("{}{}", pair.label.name, pair.label.mark)),
            number(pair.old),
            number(pair.new),
            Cell::Number(fall),
            Cell::Number(rise),
            Cell::Number((count - index) as f64 - 0.5),
            Cell::Number(0.0),
            Cell::Number(furthest),
            text(format!("{} {}", pair.printed, pair.said).trim()),
        ]);
    }
    for label in &all.absent {
        let mut row = vec![text(&format!("{}{}", label.name, label.mark))];
        row.extend(std::iter::repeat_n(Cell::Empty, FURTHEST));
        row.push(text(&all.absent_word));
        cells.push(row);
    }
    Sheet { rows: cells }
}
