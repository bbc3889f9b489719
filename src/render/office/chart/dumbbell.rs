//! Two values of each row on one axis: points of an XY chart, hollow for what was and full for what is, with lines between
//! those that may be compared.

use super::bars::{Pen, Placed, end, part, rich};
use super::parts::{self, TICK, ValueAxis, Written, series_head, shows};
use crate::chart::{Dumbbell, Pair, ticks};
use crate::layout::Area;
use crate::render::office::text::{Look, room};
use crate::render::office::workbook::{Cell, Sheet};
use crate::render::office::xml::{color, emu, fill, stroke};
use crate::scene::{Color, Face};
use crate::theme::Palette;

/// The widest column of names, as a part of the width.
const COLUMN: f64 = 0.4;

const RISE: f64 = 6.0;
const UNDER: f64 = TICK * 2.0;
const TALLEST: f64 = 64.0;

/// Columns of the workbook.
const OLD: usize = 1;
const NEW: usize = 2;
const ROW: usize = 4;
const ZERO: usize = 5;
const FURTHEST: usize = 6;
const ALONG: usize = 7;
const DOWN: usize = 8;

/// Cells of a line: both ends, and nothing, so that it does not go on to the next.
const ENDS: usize = 3;

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
    let left = rows.iter().map(|pair| room(Face::SansBold, size, &name(pair))).fold(0.0, f64::max);
    let left = left.min(frame.width * COLUMN) + size * 1.5 + radius * 2.0;
    let most = end(all.axis_max);
    // The axis ends where the words after every point stay within the frame.
    let furthest = |pair: &Pair| pair.old.into_iter().chain(pair.new).fold(0.0, f64::max);
    let longest = |pair: &Pair| {
        let words = room(Face::SansBold, size, &said(pair)) + radius + size;
        let part = (furthest(pair) / most).clamp(0.0, 1.0);
        if part > 0.0 { (frame.width - left - words) / part } else { f64::INFINITY }
    };
    let widest = frame.width - left - TICK * 2.0;
    let width = rows.iter().map(longest).fold(widest, f64::min).max(widest * 0.2);
    let plot = Area { x: frame.x + left, y: frame.y + RISE, width, height: pitch * count };

    let sheet = sheet(all, rows, most, pen);
    let last = rows.len();
    let numbers = |column: usize| parts::numbers_of(&sheet, column, 1, last, "General");
    let at = |column: usize| places(&numbers(column), &numbers(ROW));
    let no_line = "<c:spPr><a:ln w=\"19050\"><a:noFill/></a:ln></c:spPr>";
    let no_marker = "<c:marker><c:symbol val=\"none\"/></c:marker>";
    let marker = |of: Color, hollow: bool| {
        let points = (radius * 2.0 * 0.75).round().clamp(2.0, 72.0);
        let look = match hollow {
            true => fill(hollow_of(of, palette), palette) + &stroke(of, 2.0, palette),
            false => fill(of, palette) + &stroke(of, 2.0, palette),
        };
        format!("<c:marker><c:symbol val=\"circle\"/><c:size val=\"{points}\"/><c:spPr>{look}</c:spPr></c:marker>")
    };
    // The whole, and what is marked among the others, has another colour and a bold name.
    let strong = |hollow: bool| -> String {
        let points = rows.iter().enumerate().filter(|(_, pair)| pair.national || pair.highlight);
        let one = |(index, pair): (usize, &Pair)| {
            let marker = marker(if pair.national { palette.accent } else { palette.ink }, hollow);
            format!("<c:dPt><c:idx val=\"{index}\"/>{marker}<c:bubble3D val=\"0\"/></c:dPt>")
        };
        points.map(one).collect()
    };
    let labels = |words: &dyn Fn(&Pair) -> String, side: &str| -> String {
        let one = |(index, pair): (usize, &Pair)| {
            format!(
                "<c:dLbl><c:idx val=\"{index}\"/>{}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>\
                 <c:dLblPos val=\"{side}\"/>{}</c:dLbl>",
                words(pair),
                shows(true)
            )
        };
        let each: String = rows.iter().enumerate().map(one).collect();
        format!("<c:dLbls>{each}{}</c:dLbls>", shows(false))
    };
    let tone = |pair: &Pair| if pair.national { palette.accent } else { palette.ink };
    // Some spaces keep the words clear of the point.
    let spaces = "\u{a0}".repeat(((radius + size * 0.4) / (size * 0.2)).ceil() as usize);
    let of_name = |pair: &Pair| {
        let look = Look {
            size: Some(size),
            bold: pair.national || pair.highlight,
            color: Some(tone(pair)),
            ..Look::default()
        };
        rich(&[(&format!("{}{spaces}", name(pair)), look)], pen)
    };
    let of_value = |pair: &Pair| {
        let bold = Look { size: Some(size), bold: true, color: Some(tone(pair)), ..Look::default() };
        let quiet = Look { bold: false, color: Some(palette.quiet), ..bold };
        rich(&[(&format!("{spaces}{}", pair.printed), bold), (&format!("\u{a0}{}", pair.said), quiet)], pen)
    };

    // The lines come first, so that points stand on them; of two at one place the full one is seen.
    let ends = |column: usize| parts::numbers_of(&sheet, column, 1, last * ENDS, "General");
    let links = format!(
        "<c:ser>{}<c:spPr><a:ln w=\"{}\" cap=\"flat\"><a:solidFill>{}</a:solidFill><a:round/></a:ln></c:spPr>{no_marker}{}</c:ser>",
        series_head(&sheet, 0, ALONG),
        emu(5.0),
        color(palette.link(palette.mark), palette),
        places(&ends(ALONG), &ends(DOWN)),
    );
    let points = |index: usize, column: usize, hollow: bool| {
        format!(
            "<c:ser>{}{no_line}{}{}{}</c:ser>",
            series_head(&sheet, index, column),
            marker(palette.mark, hollow),
            strong(hollow),
            at(column)
        )
    };
    let (before, after) = (points(1, OLD, true), points(2, NEW, false));
    let names = format!(
        "<c:ser>{}{no_line}{no_marker}{}{}</c:ser>",
        series_head(&sheet, 3, ZERO),
        labels(&of_name, "l"),
        at(ZERO)
    );
    let values = format!(
        "<c:ser>{}{no_line}{no_marker}{}{}</c:ser>",
        series_head(&sheet, 4, FURTHEST),
        labels(&of_value, "r"),
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
    let space = parts::chart_space(&part(&plot, &frame), &inside, pen.words.lang, palette);
    Placed { written: Written { part: space, sheet }, frame, plot, ends: (0.0, most) }
}

/// The inside of a hollow point: light and not white, for some programs draw no outline of a point.
pub fn hollow_of(of: Color, palette: &Palette) -> Color {
    of.mix(palette.paper, 0.25)
}

fn places(across: &str, down: &str) -> String {
    format!("<c:xVal>{across}</c:xVal><c:yVal>{down}</c:yVal><c:smooth val=\"0\"/>")
}

/// Names, both values and the words; then what is reckoned from them: where each row stands, and the ends of the lines.
fn sheet(all: &Dumbbell, rows: &[Pair], most: f64, pen: Pen<'_>) -> Sheet {
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
