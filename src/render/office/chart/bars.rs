//! Bars: lying, upright, under the names of macro-areas, or to both sides of the national value.

use super::parts::{self, NameAxis, Plot, TICK, ValueAxis, Written, format_of, label_properties, series_head, shows};
use crate::chart::{Bar, Labelled, ticks, wrap};
use crate::lang::OfficeWords;
use crate::layout::Area;
use crate::render::office::text::{Look, room, wider};
use crate::render::office::workbook::{Cell, Sheet};
use crate::render::office::xml::{escape, fill, stroke};
use crate::scene::{Color, Face};
use crate::theme::Palette;
use std::collections::BTreeMap;

/// A bar's part of its row, and the gap that Office wants for it: parts of a bar in hundredths.
const THICKNESS: f64 = 0.71;

/// The outline of a bar that is marked, in pixels.
const OUTLINE: f64 = 2.5;

/// The widest column of names, as a part of the width; where names would break even when set smaller.
const COLUMN: f64 = 0.47;
const WIDEST_COLUMN: f64 = 0.58;

/// Above the rows, below them, and the tallest row.
const RISE: f64 = 6.0;
const UNDER: f64 = TICK * 2.0;
const TALLEST: f64 = 64.0;

/// The least size of names under upright bars, in pixels.
const SMALLEST_NAME: f64 = 12.0;

/// What stands in a row.
pub enum Row<'a> {
    /// A bar.
    Bar(&'a Bar),
    /// The name of the bars below.
    Head(&'a str),
}

/// What all bars of a figure share.
pub struct Bars<'a> {
    /// Rows, as they are shown.
    pub rows: Vec<Row<'a>>,
    /// Names without a value: in the workbook they stand below, and the word for it.
    pub absent: Vec<&'a Labelled>,
    /// "n.d."
    pub absent_word: &'a str,
    /// The end of the axis.
    pub axis_max: f64,
    /// "%"
    pub suffix: &'a str,
    /// What the values are: "% degli assistiti · al 31 agosto 2024".
    pub measure: &'a str,
    /// The whole, from which the values are distances.
    pub around: Option<f64>,
    /// A value to be reached.
    pub target: Option<f64>,
}

/// What a chart is written with.
#[derive(Clone, Copy)]
pub struct Pen<'a> {
    /// Colours.
    pub palette: &'a Palette,
    /// OfficeWords of the file.
    pub words: &'a OfficeWords,
}

/// A chart with the place of its values on the slide, in pixels.
pub struct Placed {
    /// The part and the workbook.
    pub written: Written,
    /// Where the whole frame stands.
    pub frame: Area,
    /// Where the axes stand.
    pub plot: Area,
    /// The ends of the axis of values.
    pub ends: (f64, f64),
}

impl Placed {
    /// Where a value of a lying chart stands.
    pub fn x(&self, value: f64) -> f64 {
        let (least, most) = self.ends;
        self.plot.x + self.plot.width * ((value - least) / (most - least)).clamp(0.0, 1.0)
    }

    /// Where a value of an upright chart stands.
    pub fn y(&self, value: f64) -> f64 {
        let (least, most) = self.ends;
        self.plot.bottom() - self.plot.height * ((value - least) / (most - least)).clamp(0.0, 1.0)
    }
}

/// A part of `whole`, in parts of it.
pub fn part(of: &Area, whole: &Area) -> Plot {
    let (width, height) = (whole.width.max(1.0), whole.height.max(1.0));
    Plot {
        at: [(of.x - whole.x) / width, (of.y - whole.y) / height, of.width / width, of.height / height],
        spans: false,
    }
}

/// Axis ends that are no length are one.
pub fn end(max: f64) -> f64 {
    if max.is_finite() && max > 0.0 { max } else { 1.0 }
}

fn printed(label: &Labelled) -> String {
    format!("{}{}", label.name, label.mark)
}

impl Bars<'_> {
    fn bars(&self) -> impl Iterator<Item = &Bar> {
        self.rows.iter().filter_map(|row| match row {
            Row::Bar(bar) => Some(*bar),
            Row::Head(_) => None,
        })
    }

    fn names(&self) -> impl Iterator<Item = String> {
        self.rows.iter().map(|row| match row {
            Row::Bar(bar) => printed(&bar.label),
            Row::Head(title) => title.to_uppercase(),
        })
    }

    fn sheet(&self, words: &OfficeWords) -> Sheet {
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

    /// Lying bars in an area, with type of a size.
    pub fn lying(&self, area: &Area, size: f64, pen: Pen<'_>) -> Placed {
        let palette = pen.palette;
        let rows = self.rows.len().max(1) as f64;
        let pitch = ((area.height - RISE - UNDER) / rows).clamp(1.0, TALLEST);
        let size = size.min(pitch * 0.72).max(12.0);
        let height = pitch * rows + RISE + UNDER;
        let frame = Area { y: area.y + (area.height - height).max(0.0) / 2.0, height, ..*area };
        let widest = |words: &mut dyn Iterator<Item = String>| {
            words.map(|words| room(Face::Sans, size, &words)).fold(0.0, f64::max)
        };
        // Names that would break are set somewhat smaller.
        let longest = widest(&mut self.names());
        let name_size = (size * (area.width * COLUMN / longest.max(1.0)).clamp(0.78, 1.0)).max(12.0);
        let names = (longest * name_size / size).min(area.width * WIDEST_COLUMN) + size;
        let of_values = |less: bool| {
            let bars = self.bars().filter(|bar| (bar.value < 0.0) == less);
            bars.map(|bar| room(Face::SansBold, size, &bar.printed)).fold(0.0, f64::max) + size * 0.8
        };
        let most = end(self.axis_max);
        let (ends, step, left, right) = match self.around {
            None => {
                let ticks = ticks(most, 5);
                let step = if ticks.len() > 1 { ticks[1] } else { most };
                ((0.0, most), step, names, of_values(false).max(TICK * 1.5))
            }
            Some(zero) => {
                // Whole steps from zero to both sides, as far as the measure goes: where no bar is beyond the last, less.
                let step = most / 4.0;
                let furthest = self.bars().map(|bar| bar.value).fold(0.0, f64::max);
                let whole = ((most - zero) / step).floor().max((furthest / step).ceil()).max(1.0);
                let mut ends = (-(zero / step).ceil() * step, whole * step);
                let right = of_values(false).max(TICK * 1.5);
                // Names stand beside the axis: words of the bars below zero need room within it.
                let lowest = self.bars().map(|bar| bar.value).fold(0.0, f64::min);
                for _ in 0..4 {
                    let point = (frame.width - names - right) / (ends.1 - ends.0);
                    if lowest == 0.0 || (lowest - ends.0) * point >= of_values(true) {
                        break;
                    }
                    ends.0 -= step;
                }
                (ends, step, names, right)
            }
        };
        let width = (frame.width - left - right).max(frame.width * 0.2);
        let plot = Area { x: frame.x + left, y: frame.y + RISE, width, height: pitch * rows };
        let sheet = self.sheet(pen.words);
        let crossed = |bar: &Bar| {
            let label = room(Face::SansBold, size, &bar.printed) + size * 0.8;
            let reach = label / width * (ends.1 - ends.0);
            self.target.is_some_and(|target| bar.value < target + reach * 0.1 && bar.value + reach > target)
        };
        let axis_format = match self.around {
            None => format!("0.##\"{}\"", self.suffix.replace('"', "”")),
            Some(_) => "\"+\"0.##;\"−\"0.##;0".to_owned(),
        };
        let axis_format = if step.fract() == 0.0 { axis_format.replace("0.##", "0") } else { axis_format };
        let inside = format!(
            "<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>{}\
             <c:gapWidth val=\"{}\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>{}{}",
            self.series(&sheet, size, 0.0, &crossed, pen),
            gap(THICKNESS),
            NameAxis {
                ids: (1, 2),
                side: "l",
                from_top: true,
                names: if self.around.is_some() { "low" } else { "nextTo" },
                size: name_size,
                turned: 0.0,
                line: Some(if self.around.is_some() { (palette.accent, 2.0) } else { (palette.grid, 1.0) }),
            }
            .written(palette),
            ValueAxis {
                ids: (2, 1),
                side: "b",
                ends,
                step: Some(step),
                format: &axis_format,
                at_far_end: true,
                between: "between",
                shown: true,
            }
            .written(palette),
        );
        let space = parts::chart_space(&part(&plot, &frame), &inside, pen.words.lang, palette);
        Placed { written: Written { part: space, sheet }, frame, plot, ends }
    }

    /// Upright bars in an area; names and values of these sizes, turned by these degrees.
    pub fn upright(&self, area: &Area, names: (f64, f64), values: (f64, f64), pen: Pen<'_>) -> Placed {
        let palette = pen.palette;
        let count = self.rows.len().max(1) as f64;
        let most = end(self.axis_max);
        let ticks = ticks(most, 5);
        let step = if ticks.len() > 1 { ticks[1] } else { most };
        let suffix = self.suffix.replace('"', "”");
        let left = room(Face::Sans, TICK, &format!("{most}{suffix}")) + 12.0;
        let names = if names.1 == 0.0 { self.level_names(names.0, (area.width - left) / count) } else { names };
        let longest = self.names().map(|name| room(Face::Sans, names.0, &name)).fold(0.0, f64::max);
        let half = std::f64::consts::FRAC_1_SQRT_2;
        let under = match names.1 {
            0.0 => {
                let pitch = ((area.width - left) / count).min(130.0) - 7.0;
                let lines =
                    self.names().map(|name| wrap(Face::Sans, names.0 * wider(Face::Sans), pitch, 0.0, &name).len());
                lines.max().unwrap_or(1) as f64 * names.0 * 1.55 + 10.0
            }
            -90.0 => longest + 16.0,
            _ => (longest + names.0) * half + 20.0,
        };
        // The first name of those that are turned by half reaches to the left of its bar.
        let reach = if names.1 == -45.0 {
            self.names().next().map_or(0.0, |name| room(Face::Sans, names.0, &name) * half)
        } else {
            0.0
        };
        let left = left.max(reach - 10.0);
        let widest = self.bars().map(|bar| room(Face::SansBold, values.0, &bar.printed)).fold(0.0, f64::max);
        let above = if values.1 == 0.0 { values.0 * 1.6 } else { widest + 12.0 };
        let pitch = ((area.width - left - 4.0) / count).min(130.0);
        let frame = *area;
        let plot = Area {
            x: frame.x + left,
            y: frame.y + above,
            width: pitch * count,
            height: (frame.height - above - under).max(frame.height * 0.2),
        };
        let thick = (pitch * THICKNESS).min(72.0) / pitch;
        let sheet = self.sheet(pen.words);
        let crossed = |bar: &Bar| {
            let reach = above / plot.height * most;
            self.target.is_some_and(|target| bar.value < target + reach * 0.1 && bar.value + reach > target)
        };
        let inside = format!(
            "<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>{}\
             <c:gapWidth val=\"{}\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>{}{}",
            self.series(&sheet, values.0, values.1, &crossed, pen),
            gap(thick),
            NameAxis {
                ids: (1, 2),
                side: "b",
                from_top: false,
                names: "nextTo",
                size: names.0,
                turned: names.1,
                line: Some((palette.grid, 1.0)),
            }
            .written(palette),
            ValueAxis {
                ids: (2, 1),
                side: "l",
                ends: (0.0, most),
                step: Some(step),
                format: &format!("0\"{suffix}\""),
                at_far_end: false,
                between: "between",
                shown: true,
            }
            .written(palette),
        );
        let space = parts::chart_space(&part(&plot, &frame), &inside, pen.words.lang, palette);
        Placed { written: Written { part: space, sheet }, frame, plot, ends: (0.0, most) }
    }

    /// Size and turn of names under upright bars that have a width each: no word breaks in whichever face it is shown, so
    /// names are set smaller, or else turned.
    fn level_names(&self, size: f64, pitch: f64) -> (f64, f64) {
        let words = |name: String| name.split(' ').map(|word| room(Face::Sans, size, word)).fold(0.0, f64::max);
        let widest = self.names().map(words).fold(1.0, f64::max);
        let fitting = size * ((pitch - 8.0) / widest).min(1.0);
        if fitting >= SMALLEST_NAME { (fitting, 0.0) } else { (size, -45.0) }
    }

    /// The one series: its colours, its labels as printed, and its cells.
    /// `crossed` labels have a ground, on which the line of a target is not seen.
    fn series(&self, sheet: &Sheet, size: f64, turned: f64, crossed: &dyn Fn(&Bar) -> bool, pen: Pen<'_>) -> String {
        let palette = pen.palette;
        let last = self.rows.len();
        let bars = || {
            self.rows.iter().enumerate().filter_map(|(index, row)| match row {
                Row::Bar(bar) => Some((index, *bar)),
                Row::Head(_) => None,
            })
        };
        let mark = |bar: &Bar| match self.around {
            Some(_) if bar.value < 0.0 => palette.quiet,
            _ if bar.national => palette.accent,
            _ => palette.mark,
        };
        let mut points = String::new();
        for (index, bar) in bars().filter(|(_, bar)| mark(bar) != palette.mark || bar.highlight) {
            let line = if bar.highlight { stroke(palette.ink, OUTLINE, palette) } else { String::new() };
            points.push_str(&format!(
                "<c:dPt><c:idx val=\"{index}\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/><c:spPr>{}{line}</c:spPr></c:dPt>",
                fill(mark(bar), palette)
            ));
        }
        // Most values are printed alike; those that are not have a label of their own.
        let mut formats: BTreeMap<String, usize> = BTreeMap::new();
        for format in bars().filter_map(|(_, bar)| format_of(&bar.printed, bar.value)) {
            *formats.entry(format).or_default() += 1;
        }
        let usual = formats.iter().max_by_key(|(_, count)| **count).map_or("General", |(format, _)| format);
        let label = |color: Color| Look { size: Some(size), bold: true, color: Some(color), ..Look::default() };
        let mut labels = String::new();
        for (index, bar) in bars() {
            let format = format_of(&bar.printed, bar.value);
            if !bar.national && !crossed(bar) && format.as_deref() == Some(usual) {
                continue;
            }
            let color = if bar.national { palette.accent } else { palette.ink };
            let words = match &format {
                Some(format) => {
                    format!("<c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/>", escape(format))
                }
                None => rich(&[(&bar.printed, label(color))], pen),
            };
            let look = if format.is_some() { label_properties(label(color), turned, palette) } else { String::new() };
            let ground = if crossed(bar) { fill(palette.paper, palette) } else { "<a:noFill/>".to_owned() };
            labels.push_str(&format!(
                "<c:dLbl><c:idx val=\"{index}\"/>{words}<c:spPr>{ground}<a:ln><a:noFill/></a:ln></c:spPr>{look}\
                 <c:dLblPos val=\"outEnd\"/>{}</c:dLbl>",
                shows(true)
            ));
        }
        format!(
            "<c:ser>{}<c:spPr>{}</c:spPr><c:invertIfNegative val=\"0\"/>{points}<c:dLbls>{labels}\
             <c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{}\
             <c:dLblPos val=\"outEnd\"/>{}</c:dLbls><c:cat>{}</c:cat><c:val>{}</c:val></c:ser>",
            series_head(sheet, 0, 1),
            fill(palette.mark, palette),
            escape(usual),
            label_properties(label(palette.ink), turned, palette),
            shows(true),
            parts::words_of(sheet, 0, 1, last),
            parts::numbers_of(sheet, 1, 1, last, "General"),
        )
    }
}

/// OfficeWords of a label in place of its value, each with its look.
pub fn rich(words: &[(&str, Look)], pen: Pen<'_>) -> String {
    let run = |(words, look): &(&str, Look)| {
        let properties = look.properties("rPr", pen.words.lang, "", pen.palette);
        format!("<a:r>{properties}<a:t>{}</a:t></a:r>", escape(words))
    };
    let runs: String = words.iter().filter(|(words, _)| !words.trim().is_empty()).map(run).collect();
    format!("<c:tx><c:rich><a:bodyPr wrap=\"none\"/><a:lstStyle/><a:p>{runs}</a:p></c:rich></c:tx>")
}

/// The gap between two bars, in hundredths of one, that leaves them this part of their place.
fn gap(thick: f64) -> i64 {
    (((1.0 - thick) / thick * 100.0).round() as i64).clamp(0, 500)
}

#[cfg(test)]
mod tests {
    use super::gap;

    #[test]
    fn a_gap_of_41_leaves_a_bar_71_hundredths_of_its_row() {
        assert_eq!(gap(0.71), 41);
    }
}
