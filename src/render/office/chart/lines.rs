//! Lines over time, on an axis of dates, and slopes, on two.
//!
//! A line joins only what may be compared: where it may not go on, another series begins, and what is missing is a gap.
//! What stands beside the lines, names with their last values, dates and marks, are shapes in the places of the drawing.

use super::parts::{self, NameAxis, Plot, ValueAxis, Written, series_head};
use super::pen::Pen;
use super::placed::{Placed, end, part};
use crate::chart::{LinePoint, Lines, Pair, Slope, Weight, ticks};
use crate::layout::Area;
use crate::render::office::workbook::{Cell, Sheet};
use crate::render::office::xml::{color, emu, fill};
use crate::scene::Color;
use crate::theme::Palette;

/// How many ticks the axis of values has at most, as in the drawing.
const TICKS: usize = 6;

/// How a line is drawn: its colour, its width, and the radius of its points, both in pixels.
type Style = (Color, f64, f64);

/// A line of the chart: its name, its values by date, and how it is drawn.
struct Series {
    name: String,
    values: Vec<Option<f64>>,
    style: Style,
}

/// Whether the lines can stand on an axis of their dates: more than one, and no day on which a line has two values, or
/// to which it goes back.
pub fn fits(lines: &Lines) -> bool {
    let differ =
        |two: &[LinePoint]| two[0].day > two[1].day || (two[0].day == two[1].day && two[0].value != two[1].value);
    lines.dates.len() > 1 && !lines.rows.iter().any(|row| row.points.windows(2).any(differ))
}

/// The days of all values, the oldest first: those of the editions, and those that single values have of their own.
fn days(lines: &Lines) -> Vec<i64> {
    let of_points = lines.rows.iter().flat_map(|row| row.points.iter().map(|point| point.day));
    let mut days: Vec<i64> = lines.dates.iter().map(|date| date.day).chain(of_points).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Lines over time, whose values stand in `plot`; the frame of the chart is somewhat larger, so that points at the edge
/// are not cut.
pub fn lines(lines: &Lines, plot: &Area, pen: Pen<'_>) -> Placed {
    let palette = pen.palette;
    let days = days(lines);
    // At the day of one line's own the others have an empty cell, over which they go on.
    let spans = days.len() > lines.dates.len();
    let mut all = Vec::new();
    // The strongest lines are drawn last.
    for weight in [Weight::Quiet, Weight::Named, Weight::National] {
        let style = match weight {
            Weight::National => (palette.accent, 4.5, 6.0),
            Weight::Named => (palette.mark, 2.6, 4.2),
            Weight::Quiet => (palette.link(palette.mark), 1.4, 2.6),
        };
        for row in lines.rows.iter().filter(|row| row.weight == weight) {
            let name = format!("{}{}", row.label.name, row.label.mark);
            all.extend(parted(&name, &row.points, &days, spans).into_iter().map(|(name, values)| Series {
                name,
                values,
                style,
            }));
        }
    }
    let mut rows = vec![vec![Cell::Text(pen.words.date.to_owned())]];
    rows.extend(days.iter().map(|day| vec![Cell::Day(*day)]));
    let mut sheet = Sheet { rows };
    fill_in(&mut sheet, &all);
    // Who has no value at all is said, without a number.
    for label in &lines.absent {
        let name = format!("{}{}", label.name, label.mark);
        sheet.rows[0].push(Cell::Text(format!("{name} ({})", lines.absent_word)));
    }

    let last = days.len();
    let categories = parts::numbers_of(&sheet, 0, 1, last, "yyyy\\-mm\\-dd");
    let series: String = all
        .iter()
        .enumerate()
        .map(|(index, one)| written(one, index, &sheet, &categories, last, pen.palette))
        .collect();
    let most = end(lines.axis_max);
    let ticks = ticks(most, TICKS);
    let suffix = lines.axis_suffix.replace('"', "”");
    let inside = format!(
        "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>{series}<c:marker val=\"1\"/>\
         <c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>{}{}",
        date_axis(palette),
        ValueAxis {
            ids: (2, 1),
            side: "l",
            ends: (0.0, most),
            step: ticks.get(1).copied(),
            format: &format!("0\"{suffix}\""),
            at_far_end: false,
            between: "midCat",
            shown: true,
        }
        .written(palette)
    );
    placed((plot, 56.0, spans), sheet, &inside, (0.0, most), pen)
}

/// A line for each pair of values, from the older to the newer; where the two may not be compared they are two points
/// without a line.
pub fn slope(slope: &Slope, plot: &Area, pen: Pen<'_>) -> Placed {
    let palette = pen.palette;
    let style = |pair: &Pair| match (pair.national, pair.highlight) {
        (true, _) => (palette.accent, 4.5, 6.5),
        (_, true) => (palette.ink, 4.5, 6.5),
        _ => (palette.mark, 2.4, 4.5),
    };
    // The strongest lines are drawn last.
    let strength = |pair: &Pair| u8::from(pair.highlight) + 2 * u8::from(pair.national);
    let mut pairs: Vec<&Pair> = slope.pairs.rows.iter().collect();
    pairs.sort_by_key(|pair| strength(pair));
    let mut all = Vec::new();
    for pair in pairs {
        let name = format!("{}{}", pair.label.name, pair.label.mark);
        let style = style(pair);
        match (pair.old, pair.new, pair.joined) {
            (Some(_), Some(_), false) => all.extend([
                Series { name: name.clone(), values: vec![pair.old, None], style },
                Series { name: format!("{name} (2)"), values: vec![None, pair.new], style },
            ]),
            _ => all.push(Series { name, values: vec![pair.old, pair.new], style }),
        }
    }
    let mut rows = vec![vec![Cell::Text(pen.words.date.to_owned())]];
    rows.extend(slope.pairs.legend.iter().map(|words| vec![Cell::Text(words.clone())]));
    let mut sheet = Sheet { rows };
    fill_in(&mut sheet, &all);
    for label in &slope.pairs.absent {
        let name = format!("{}{}", label.name, label.mark);
        sheet.rows[0].push(Cell::Text(format!("{name} ({})", slope.pairs.absent_word)));
    }
    let categories = parts::words_of(&sheet, 0, 1, 2);
    let series: String =
        all.iter().enumerate().map(|(index, one)| written(one, index, &sheet, &categories, 2, pen.palette)).collect();
    let most = end(slope.pairs.axis_max);
    let inside = format!(
        "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>{series}<c:marker val=\"1\"/>\
         <c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>{}{}",
        NameAxis { ids: (1, 2), side: "b", from_top: false, names: "none", size: 17.0, turned: 0.0, line: None }
            .written(palette),
        ValueAxis {
            ids: (2, 1),
            side: "l",
            ends: (0.0, most),
            step: None,
            format: "0",
            at_far_end: false,
            between: "midCat",
            shown: false,
        }
        .written(palette)
    );
    placed((plot, 0.0, false), sheet, &inside, (0.0, most), pen)
}

/// The values of a row by date, cut where they may not be joined: "Lazio", "Lazio (2)". Where lines go on over empty cells
/// they are cut at what is missing, too.
fn parted(name: &str, points: &[LinePoint], days: &[i64], spans: bool) -> Vec<(String, Vec<Option<f64>>)> {
    let mut series: Vec<(String, Vec<Option<f64>>)> = Vec::new();
    let (mut before_is_known, mut any_is_known) = (false, false);
    for point in points {
        let Some(place) = days.iter().position(|day| *day == point.day) else { continue };
        let is_known = point.value.is_some();
        let cut = is_known && (before_is_known || (spans && any_is_known)) && !(before_is_known && point.joined);
        before_is_known = is_known;
        any_is_known |= is_known;
        if series.is_empty() || cut {
            let name = if series.is_empty() { name.to_owned() } else { format!("{name} ({})", series.len() + 1) };
            series.push((name, vec![None; days.len()]));
        }
        if let (Some((_, values)), Some(value)) = (series.last_mut(), point.value) {
            values[place] = Some(value);
        }
    }
    series
}

/// Adds a column for each series: its name, then its values.
fn fill_in(sheet: &mut Sheet, all: &[Series]) {
    for series in all {
        sheet.rows[0].push(Cell::Text(series.name.clone()));
        for (row, value) in sheet.rows[1..].iter_mut().zip(&series.values) {
            row.push(value.map_or(Cell::Empty, Cell::Number));
        }
    }
}

fn written(series: &Series, index: usize, sheet: &Sheet, categories: &str, last: usize, palette: &Palette) -> String {
    let (of, width, radius) = series.style;
    let size = (radius * 2.0 * 0.75).round().clamp(2.0, 72.0);
    format!(
        "<c:ser>{}<c:spPr><a:ln w=\"{}\" cap=\"rnd\"><a:solidFill>{}</a:solidFill><a:round/></a:ln></c:spPr><c:marker>\
         <c:symbol val=\"circle\"/><c:size val=\"{size}\"/><c:spPr>{}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>\
         <c:cat>{categories}</c:cat><c:val>{}</c:val><c:smooth val=\"0\"/></c:ser>",
        series_head(sheet, index, index + 1),
        emu(width),
        color(of, palette),
        fill(of, palette),
        parts::numbers_of(sheet, index + 1, 1, last, "General"),
    )
}

/// The axis of days, which stand at their true distances. The words below it stand beside the chart, at the days of the
/// editions.
fn date_axis(palette: &Palette) -> String {
    format!(
        "<c:dateAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/>\
         <c:axPos val=\"b\"/><c:numFmt formatCode=\"yyyy\\-mm\\-dd\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>\
         <c:minorTickMark val=\"none\"/><c:tickLblPos val=\"none\"/><c:spPr>{}</c:spPr><c:crossAx val=\"2\"/>\
         <c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblOffset val=\"100\"/><c:baseTimeUnit val=\"days\"/></c:dateAx>",
        crate::render::office::xml::stroke(palette.grid, 1.0, palette)
    )
}

/// A chart in a frame that leaves some room around the values for points and ticks. Given are the place of the values,
/// further room at the left in pixels, and whether lines go on over empty cells.
fn placed(
    (plot, left, spans): (&Area, f64, bool),
    sheet: Sheet,
    inside: &str,
    ends: (f64, f64),
    pen: Pen<'_>,
) -> Placed {
    let around = 12.0;
    let frame = Area {
        x: plot.x - around - left,
        y: plot.y - around,
        width: plot.width + 2.0 * around + left,
        height: plot.height + 2.0 * around,
    };
    let part = Plot { spans, ..part(plot, &frame) };
    let space = parts::chart_space(&part, inside, pen.words.lang, pen.palette);
    Placed { written: Written { part: space, sheet }, frame, plot: *plot, ends }
}

#[cfg(test)]
mod tests {
    use super::parted;
    use crate::chart::LinePoint;

    #[test]
    fn a_line_is_cut_where_two_values_may_not_be_joined_and_a_missing_one_is_a_gap() {
        let point = |day, value, joined| LinePoint { day, value, joined, parted: false };
        let points = [
            point(1, Some(10.0), false),
            point(2, Some(12.0), true),
            point(3, Some(50.0), false),
            point(4, None, false),
        ];
        let series = parted("Lazio", &points, &[1, 2, 3, 4], false);
        assert_eq!(
            series,
            [
                ("Lazio".to_owned(), vec![Some(10.0), Some(12.0), None, None]),
                ("Lazio (2)".to_owned(), vec![None, None, Some(50.0), None]),
            ]
        );
        let gap = parted(
            "Lazio",
            &[point(1, Some(10.0), false), point(2, None, false), point(3, Some(9.0), false)],
            &[1, 2, 3],
            false,
        );
        assert_eq!(gap, [("Lazio".to_owned(), vec![Some(10.0), None, Some(9.0)])]);
    }

    #[test]
    fn over_the_day_of_another_line_a_line_goes_on_and_over_what_it_lacks_it_does_not() {
        let point = |day, value, joined| LinePoint { day, value, joined, parted: false };
        let points = [
            point(1, Some(10.0), false),
            point(3, Some(12.0), true),
            point(5, None, false),
            point(7, Some(9.0), false),
        ];
        let series = parted("Lazio", &points, &[1, 2, 3, 5, 7], true);
        assert_eq!(
            series,
            [
                ("Lazio".to_owned(), vec![Some(10.0), None, Some(12.0), None, None]),
                ("Lazio (2)".to_owned(), vec![None, None, None, None, Some(9.0)]),
            ]
        );
    }
}
