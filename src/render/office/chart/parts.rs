//! What all charts of Office are made of: references to cells with the values that stand there, axes, labels, and the
//! part of the file as a whole.

use super::pen::Pen;
use crate::render::office::text::Look;
use crate::render::office::workbook::{Cell, FIRST_DAY, Sheet};
use crate::render::office::xml::{HEAD, escape, stroke};
use crate::scene::Color;
use crate::theme::Palette;

/// A chart and the workbook behind it.
pub struct Written {
    /// The XML of the part `chartN.xml`.
    pub part: String,
    /// The sheet of the workbook that the chart draws from.
    pub sheet: Sheet,
}

/// Where values stand within the frame of a chart, as parts of its width and height.
#[derive(Clone, Copy, Debug)]
pub struct Plot {
    /// Left edge, top, width and height of the axes, each from 0 to 1.
    pub at: [f64; 4],
    /// Whether a line goes on over an empty cell. Where it does not, an empty cell is a gap in the line.
    pub spans: bool,
}

impl Plot {
    fn layout(&self) -> String {
        let [x, y, w, h] = self.at.map(|part| format!("{:.5}", part.clamp(0.0, 1.0)));
        format!(
            "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>\
             <c:x val=\"{x}\"/><c:y val=\"{y}\"/><c:w val=\"{w}\"/><c:h val=\"{h}\"/></c:manualLayout></c:layout>"
        )
    }
}

/// The XML of a whole chart. `inside` holds its plots and axes, `lang` is the language of its words, such as `it-IT`.
pub fn chart_space(plot: &Plot, inside: &str, lang: &str, palette: &Palette) -> String {
    let look = Look { size: Some(15.0), color: Some(palette.ink), ..Look::default() };
    format!(
        "{HEAD}<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:date1904 val=\"0\"/>\
         <c:lang val=\"{lang}\"/><c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea>{}{inside}\
         <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea><c:plotVisOnly val=\"1\"/>\
         <c:dispBlanksAs val=\"{}\"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{}\
         <c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>",
        plot.layout(),
        if plot.spans { "span" } else { "gap" },
        text_properties(look, 0.0, palette),
    )
}

/// The `txPr` element: how the words of a chart look, turned by degrees clockwise.
pub fn text_properties(look: Look, turned: f64, palette: &Palette) -> String {
    // Level is said too: without it programs turn names, or leave some out, as they like.
    let body = format!("<a:bodyPr rot=\"{}\" vert=\"horz\"/>", (turned * 60000.0).round() as i64);
    properties_in(&body, look, palette)
}

/// The `txPr` element of the labels of values: unlike other words of a chart they never break, and stand in the middle
/// of their height.
pub fn label_properties(look: Look, turned: f64, palette: &Palette) -> String {
    let degrees = (turned * 60000.0).round() as i64;
    let body = format!(
        "<a:bodyPr rot=\"{degrees}\" vert=\"horz\" wrap=\"none\" lIns=\"38100\" tIns=\"0\" rIns=\"38100\" bIns=\"0\" anchor=\"ctr\"/>"
    );
    properties_in(&body, look, palette)
}

fn properties_in(body: &str, look: Look, palette: &Palette) -> String {
    let properties = look.properties("defRPr", "", "", palette);
    format!("<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{properties}</a:pPr><a:endParaRPr/></a:p></c:txPr>")
}

/// The `strRef` element: a reference to the rows of a column, from one to another, with the words that stand there.
/// Columns and rows are counted from 0, and the last row is included.
pub fn words_of(sheet: &Sheet, column: usize, from: usize, to: usize) -> String {
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        _ => String::new(),
    };
    let points: String = (from..=to)
        .enumerate()
        .filter_map(|(index, row)| Some((index, text(sheet.rows.get(row)?.get(column)?))))
        .map(|(index, text)| format!("<c:pt idx=\"{index}\"><c:v>{}</c:v></c:pt>", escape(&text)))
        .collect();
    format!(
        "<c:strRef><c:f>{}</c:f><c:strCache><c:ptCount val=\"{}\"/>{points}</c:strCache></c:strRef>",
        Sheet::range(column, from, to),
        to + 1 - from
    )
}

/// The `numRef` element: a reference to the rows of a column, from one to another, with the numbers that stand there.
/// Columns and rows are counted from 0, and the last row is included; an empty cell has no point. `format` is that of
/// Excel for the numbers.
pub fn numbers_of(sheet: &Sheet, column: usize, from: usize, to: usize, format: &str) -> String {
    let number = |cell: &Cell| match cell {
        Cell::Number(number) => Some(*number),
        Cell::Day(day) => Some((day + FIRST_DAY) as f64),
        Cell::Formula(_, result) => *result,
        Cell::Empty | Cell::Text(_) => None,
    };
    let points: String = (from..=to)
        .enumerate()
        .filter_map(|(index, row)| Some((index, number(sheet.rows.get(row)?.get(column)?)?)))
        .map(|(index, number)| format!("<c:pt idx=\"{index}\"><c:v>{number}</c:v></c:pt>"))
        .collect();
    format!(
        "<c:numRef><c:f>{}</c:f><c:numCache><c:formatCode>{}</c:formatCode><c:ptCount val=\"{}\"/>{points}</c:numCache></c:numRef>",
        Sheet::range(column, from, to),
        escape(format),
        to + 1 - from
    )
}

/// The head of a series: its place among the series, counted from 0, and its name, which is the first cell of a column.
pub fn series_head(sheet: &Sheet, index: usize, column: usize) -> String {
    format!("<c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx>{}</c:tx>", words_of(sheet, column, 0, 0))
}

/// What a label shows: its value, or the words it has in place of it, where `value` is true; otherwise nothing.
pub fn shows(value: bool) -> String {
    let value = u8::from(value);
    format!(
        "<c:showLegendKey val=\"0\"/><c:showVal val=\"{value}\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>\
         <c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>"
    )
}

/// The `tx` element of a label that shows words of its own in place of its value: runs of words, each with its look. Runs
/// of nothing but spaces are left out.
pub fn rich(words: &[(&str, Look)], pen: Pen<'_>) -> String {
    let run = |(words, look): &(&str, Look)| {
        let properties = look.properties("rPr", pen.words.lang, "", pen.palette);
        format!("<a:r>{properties}<a:t>{}</a:t></a:r>", escape(words))
    };
    let runs: String = words.iter().filter(|(words, _)| !words.trim().is_empty()).map(run).collect();
    format!("<c:tx><c:rich><a:bodyPr wrap=\"none\"/><a:lstStyle/><a:p>{runs}</a:p></c:rich></c:tx>")
}

/// An axis of values.
pub struct ValueAxis<'a> {
    /// The number of this axis, and that of the axis it crosses.
    pub ids: (u32, u32),
    /// The side at which it stands, as the format writes it: `b` below, `l` at the left.
    pub side: &'a str,
    /// The least and the greatest value.
    pub ends: (f64, f64),
    /// From one tick to the next, in the unit of the values. Without it there are no gridlines, and Office chooses the
    /// ticks.
    pub step: Option<f64>,
    /// The format in which Excel writes the numbers at its ticks.
    pub format: &'a str,
    /// Whether it stands at the far end of the other axis: where rows run from the top, that end is below.
    pub at_far_end: bool,
    /// Where it crosses the other axis: `between` two bars, or, for points and lines, at the middle of one: `midCat`.
    pub between: &'a str,
    /// Whether it is seen at all.
    pub shown: bool,
}

/// The size of the words at ticks, in pixels.
pub const TICK: f64 = 15.0;

impl ValueAxis<'_> {
    /// The `valAx` element.
    pub fn written(&self, palette: &Palette) -> String {
        let (own, other) = self.ids;
        let (least, most) = self.ends;
        let grid = match self.step.is_some() && self.shown {
            true => {
                format!("<c:majorGridlines><c:spPr>{}</c:spPr></c:majorGridlines>", stroke(palette.grid, 1.0, palette))
            }
            false => String::new(),
        };
        let step = self.step.map_or_else(String::new, |step| format!("<c:majorUnit val=\"{step}\"/>"));
        let look = Look { size: Some(TICK), color: Some(palette.quiet), ..Look::default() };
        format!(
            "<c:valAx><c:axId val=\"{own}\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"{most}\"/>\
             <c:min val=\"{least}\"/></c:scaling><c:delete val=\"{}\"/><c:axPos val=\"{}\"/>{grid}\
             <c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>\
             <c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{}<c:crossAx val=\"{other}\"/>\
             <c:crosses val=\"{}\"/><c:crossBetween val=\"{}\"/>{step}</c:valAx>",
            u8::from(!self.shown),
            self.side,
            escape(self.format),
            text_properties(look, 0.0, palette),
            if self.at_far_end { "max" } else { "autoZero" },
            self.between,
        )
    }
}

/// An axis of names.
pub struct NameAxis<'a> {
    /// The number of this axis, and that of the axis it crosses.
    pub ids: (u32, u32),
    /// The side at which it stands, as the format writes it: `b` below, `l` at the left.
    pub side: &'a str,
    /// Whether its first name stands at the top, as beside bars that lie; names below a chart begin at the left.
    pub from_top: bool,
    /// Where its names stand: `nextTo` the axis, at the `low` end of the other one, or nowhere: `none`.
    pub names: &'a str,
    /// The size of names, in pixels.
    pub size: f64,
    /// How far names are turned, in degrees clockwise.
    pub turned: f64,
    /// The line where the other axis is nought: its colour, and its width in pixels. None where there is no line.
    pub line: Option<(Color, f64)>,
}

impl NameAxis<'_> {
    /// The `catAx` element.
    pub fn written(&self, palette: &Palette) -> String {
        let (own, other) = self.ids;
        let look = Look { size: Some(self.size), color: Some(palette.ink), ..Look::default() };
        let line = match self.line {
            Some((color, width)) => stroke(color, width, palette),
            None => "<a:ln><a:noFill/></a:ln>".to_owned(),
        };
        format!(
            "<c:catAx><c:axId val=\"{own}\"/><c:scaling><c:orientation val=\"{}\"/></c:scaling><c:delete val=\"0\"/>\
             <c:axPos val=\"{}\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>\
             <c:minorTickMark val=\"none\"/><c:tickLblPos val=\"{}\"/><c:spPr>{line}</c:spPr>{}<c:crossAx val=\"{other}\"/>\
             <c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"60\"/>\
             <c:tickLblSkip val=\"1\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>",
            if self.from_top { "maxMin" } else { "minMax" },
            self.side,
            self.names,
            text_properties(look, self.turned, palette),
        )
    }
}

/// The format by which Excel writes a value just as it is printed, found from the printed words; none where no format
/// would. The decimal mark is that of the reader's Office.
pub fn format_of(printed: &str, value: f64) -> Option<String> {
    let is_digit = |sign: char| sign.is_ascii_digit();
    let begin = printed.find(is_digit)?;
    let end = printed.rfind(is_digit)? + 1;
    let number = &printed[begin..end];
    let (whole, part) = match number.rsplit_once([',', '.']) {
        Some((whole, part)) => (whole, part),
        None => (number, ""),
    };
    if !whole.chars().chain(part.chars()).all(is_digit) {
        return None;
    }
    let decimals = part.len();
    let digits: f64 = format!("{whole}.{part}0").parse().ok()?;
    // What is printed is the value, rounded half away from nought.
    let scale = 10_f64.powi(decimals as i32);
    if ((value.abs() * scale * (1.0 + f64::EPSILON)).round() / scale - digits).abs() > 1e-9 {
        return None;
    }
    let zeros = if decimals == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(decimals)) };
    let quoted =
        |words: &str| if words.is_empty() { String::new() } else { format!("\"{}\"", words.replace('"', "”")) };
    let (sign, before) = match printed[..begin].chars().next_back() {
        Some(sign @ ('+' | '−' | '-')) => (Some(sign), &printed[..begin - sign.len_utf8()]),
        _ => (None, &printed[..begin]),
    };
    let after = quoted(&printed[end..]);
    let before = quoted(before);
    Some(match sign {
        None => format!("{before}{zeros}{after}"),
        Some(sign) => {
            let minus = if sign == '-' { '-' } else { '−' };
            let plus = if sign == '+' || value < 0.0 { "\"+\"" } else { "" };
            format!("{plus}{before}{zeros}{after};\"{minus}\"{before}{zeros}{after};{before}{zeros}{after}")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::format_of;

    #[test]
    fn a_format_is_told_from_the_print_and_refused_where_it_would_print_another() {
        assert_eq!(format_of("89%", 88.75).as_deref(), Some("0\"%\""));
        assert_eq!(format_of("62,5%", 62.5).as_deref(), Some("0.0\"%\""));
        assert_eq!(format_of("88%", 88.75), None);
        assert_eq!(format_of("−17 punti", -17.0).as_deref(), Some("\"+\"0\" punti\";\"−\"0\" punti\";0\" punti\""));
        assert_eq!(format_of("n.d.", 0.0), None);
    }
}
