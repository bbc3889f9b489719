//! The one series of a chart of bars: its colours, its printed values, and the cells it stands for.

use super::rows::Bars;
use crate::chart::Bar;
use crate::render::office::chart::parts::{self, format_of, label_properties, rich, series_head, shows};
use crate::render::office::chart::pen::Pen;
use crate::render::office::text::Look;
use crate::render::office::workbook::Sheet;
use crate::render::office::xml::{escape, fill, stroke};
use crate::scene::Color;
use crate::theme::Palette;
use std::collections::BTreeMap;

/// The outline of a bar that an author marks, in pixels.
const OUTLINE: f64 = 2.5;

impl Bars<'_> {
    /// The `ser` element. Printed values have a size in pixels and are turned by degrees clockwise; those of bars that are
    /// `crossed` by the line of the target stand on a ground, on which that line is not seen.
    pub(super) fn series(
        &self,
        sheet: &Sheet,
        size: f64,
        turned: f64,
        crossed: &dyn Fn(&Bar) -> bool,
        pen: Pen<'_>,
    ) -> String {
        let palette = pen.palette;
        let last = self.rows.len();
        let usual = self.usual_format();
        format!(
            "<c:ser>{}<c:spPr>{}</c:spPr><c:invertIfNegative val=\"0\"/>{}<c:dLbls>{}\
             <c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{}\
             <c:dLblPos val=\"outEnd\"/>{}</c:dLbls><c:cat>{}</c:cat><c:val>{}</c:val></c:ser>",
            series_head(sheet, 0, 1),
            fill(palette.mark, palette),
            self.points(palette),
            self.labels(&usual, size, turned, crossed, pen),
            escape(&usual),
            label_properties(look_of_label(size, palette.ink), turned, palette),
            shows(true),
            parts::words_of(sheet, 0, 1, last),
            parts::numbers_of(sheet, 1, 1, last, "General"),
        )
    }

    /// The colour of a bar.
    fn color(&self, bar: &Bar, palette: &Palette) -> Color {
        match self.around {
            Some(_) if bar.value < 0.0 => palette.quiet,
            _ if bar.national => palette.accent,
            _ => palette.mark,
        }
    }

    /// The `dPt` elements: the bars that have a colour or an outline of their own.
    fn points(&self, palette: &Palette) -> String {
        let mut points = String::new();
        let is_own = |bar: &Bar| self.color(bar, palette) != palette.mark || bar.highlight;
        for (index, bar) in self.placed_bars().filter(|(_, bar)| is_own(bar)) {
            let line = if bar.highlight { stroke(palette.ink, OUTLINE, palette) } else { String::new() };
            points.push_str(&format!(
                "<c:dPt><c:idx val=\"{index}\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/><c:spPr>{}{line}</c:spPr></c:dPt>",
                fill(self.color(bar, palette), palette)
            ));
        }
        points
    }

    /// The format by which Excel prints most of the values as they are printed elsewhere.
    fn usual_format(&self) -> String {
        let mut formats: BTreeMap<String, usize> = BTreeMap::new();
        for format in self.bars().filter_map(|bar| format_of(&bar.printed, bar.value)) {
            *formats.entry(format).or_default() += 1;
        }
        formats.into_iter().max_by_key(|(_, count)| *count).map_or_else(|| "General".to_owned(), |(format, _)| format)
    }

    /// The `dLbl` elements: the printed values that the usual format, colour and ground do not give.
    fn labels(&self, usual: &str, size: f64, turned: f64, crossed: &dyn Fn(&Bar) -> bool, pen: Pen<'_>) -> String {
        let palette = pen.palette;
        let mut labels = String::new();
        for (index, bar) in self.placed_bars() {
            let format = format_of(&bar.printed, bar.value);
            if !bar.national && !crossed(bar) && format.as_deref() == Some(usual) {
                continue;
            }
            let label = look_of_label(size, if bar.national { palette.accent } else { palette.ink });
            let words = match &format {
                Some(format) => {
                    format!("<c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/>", escape(format))
                }
                None => rich(&[(&bar.printed, label)], pen),
            };
            let look = if format.is_some() { label_properties(label, turned, palette) } else { String::new() };
            let ground = if crossed(bar) { fill(palette.paper, palette) } else { "<a:noFill/>".to_owned() };
            labels.push_str(&format!(
                "<c:dLbl><c:idx val=\"{index}\"/>{words}<c:spPr>{ground}<a:ln><a:noFill/></a:ln></c:spPr>{look}\
                 <c:dLblPos val=\"outEnd\"/>{}</c:dLbl>",
                shows(true)
            ));
        }
        labels
    }
}

fn look_of_label(size: f64, color: Color) -> Look {
    Look { size: Some(size), bold: true, color: Some(color), ..Look::default() }
}
