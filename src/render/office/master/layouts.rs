//! What stands on each layout.

use super::holders::{BANDED, Holders, LEFT, WIDE, area};
use super::layout::Layout;
use super::level::{KICKER, Level, MEASURE, PLAIN, TITLE};
use crate::lang::OfficeWords;
use crate::layout::Area;
use crate::render::office::xml::{HEAD, NAMES, escape};

/// The width of words beside a band.
const BESIDE: f64 = 1280.0 - 2.0 * BANDED;

/// The hairline above the foot.
const RULE: Area = Area { x: LEFT, y: 668.0, width: WIDE, height: 1.0 };

/// The band at the left edge.
const BAND: Area = Area { x: 0.0, y: 0.0, width: 34.0, height: 720.0 };

/// The XML of a level of white words.
fn in_white(level: &Level) -> String {
    Level { color: "bg1", ..*level }.written(1)
}

/// The whole part of a layout.
pub(super) fn layout_part(layout: Layout, words: &OfficeWords) -> String {
    let mut holders = Holders::new(words);
    match layout {
        Layout::Title => holders.opening(),
        Layout::Text => holders.text(),
        Layout::Figure => holders.figure(),
        Layout::Section => holders.divider(),
        Layout::Statement => holders.statement(),
        Layout::Closing => holders.closing(),
        Layout::TitleOnly => holders.title_only(),
    }
    let ground = layout.ground().map_or_else(String::new, |color| {
        format!("<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"{color}\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>")
    });
    let alone = if layout.ground().is_some() { " showMasterSp=\"0\"" } else { "" };
    format!(
        "{HEAD}<p:sldLayout {NAMES}{alone}{} preserve=\"1\" userDrawn=\"1\"><p:cSld name=\"{}\">{ground}{}</p:cSld><p:clrMapOvr>\
         {}</p:clrMapOvr></p:sldLayout>",
        layout.kind(),
        escape(layout.name(words)),
        holders.tree(),
        layout.colors()
    )
}

impl Holders<'_> {
    /// The opening: kicker, title and subtitle on a dark ground, event and tag at the foot.
    fn opening(&mut self) {
        self.shape(self.words.line, &BAND, "accent1");
        let large = Level { size: 60.0, line: 67.0, ..TITLE };
        let at = area(BANDED, 245.0, BESIDE, 134.0);
        self.add(self.words.title, "type=\"ctrTitle\"", &at, "t", &in_white(&large), false);
        let kicker = Level { size: 22.0, line: 30.0, ..KICKER };
        let at = area(BANDED, 200.0, BESIDE, 30.0);
        self.add(self.words.kicker, "type=\"body\" sz=\"quarter\" idx=\"13\"", &at, "t", &in_white(&kicker), false);
        let subtitle = Level { size: 28.0, line: 36.4, ..PLAIN };
        let at = area(BANDED, 403.0, BESIDE, 73.0);
        self.add(self.words.subtitle, "type=\"subTitle\" idx=\"1\"", &at, "t", &in_white(&subtitle), false);
        let event = Level { size: 21.0, line: 27.3, ..PLAIN };
        let at = area(BANDED, 628.0, 780.0, 28.0);
        self.add(self.words.event, "type=\"body\" sz=\"quarter\" idx=\"17\"", &at, "b", &in_white(&event), false);
        let at = area(900.0, 628.0, 270.0, 28.0);
        let tag = Level { align: "r", ..event };
        self.add(self.words.footer, "type=\"body\" sz=\"quarter\" idx=\"18\"", &at, "b", &in_white(&tag), false);
    }

    /// Narrative: kicker, title, text and foot.
    fn text(&mut self) {
        self.kicker();
        self.title();
        self.add(self.words.text, "idx=\"1\"", &area(LEFT, 132.0, WIDE, 528.0), "t", "", false);
        self.shape(self.words.line, &RULE, "accent6");
        self.foot(true);
    }

    /// A figure: kicker, title, measure, the figure and foot.
    fn figure(&mut self) {
        self.kicker();
        self.title();
        let at = area(LEFT, 108.0, WIDE, 28.0);
        self.add(self.words.measure, "type=\"body\" sz=\"quarter\" idx=\"14\"", &at, "t", &MEASURE.written(1), false);
        let at = area(LEFT, 152.0, WIDE, 508.0);
        self.add(self.words.content, "idx=\"15\"", &at, "t", "", false);
        self.foot(true);
    }

    /// A divider: kicker, title and text on a light ground, and a foot without a source.
    fn divider(&mut self) {
        self.shape(self.words.line, &BAND, "tx2");
        let at = area(BANDED, 230.0, BESIDE, 22.0);
        self.add(self.words.kicker, "type=\"body\" sz=\"quarter\" idx=\"13\"", &at, "t", &KICKER.written(1), false);
        let large = Level { size: 54.0, line: 62.0, ..TITLE };
        let at = area(BANDED, 264.0, BESIDE, 124.0);
        self.add(self.words.title, "type=\"title\"", &at, "t", &large.written(1), false);
        let period = Level { size: 27.0, line: 38.0, ..PLAIN };
        let at = area(BANDED, 416.0, BESIDE, 114.0);
        self.add(self.words.text, "type=\"body\" idx=\"1\"", &at, "t", &period.written(1), false);
        self.foot(false);
    }

    /// An address or a sentence shown large, with kicker, title and foot.
    fn statement(&mut self) {
        self.kicker();
        self.title();
        let large = Level { size: 56.0, line: 64.4, ..PLAIN };
        let at = area(LEFT, 120.0, WIDE, 480.0);
        self.add(self.words.text, "type=\"body\" idx=\"1\"", &at, "ctr", &large.written(1), false);
        self.shape(self.words.line, &RULE, "accent6");
        self.foot(true);
    }

    /// The end: title and text on a dark ground.
    fn closing(&mut self) {
        self.shape(self.words.line, &BAND, "accent1");
        let large = Level { size: 64.0, line: 72.0, ..TITLE };
        let at = area(BANDED, 230.0, BESIDE, 144.0);
        self.add(self.words.title, "type=\"title\"", &at, "b", &in_white(&large), false);
        let text = Level { size: 28.0, line: 36.4, ..PLAIN };
        let at = area(BANDED, 394.0, BESIDE, 120.0);
        self.add(self.words.text, "type=\"body\" idx=\"1\"", &at, "t", &in_white(&text), false);
    }

    /// Kicker, title and foot; what stands between them belongs to the slide.
    fn title_only(&mut self) {
        self.kicker();
        self.title();
        self.shape(self.words.line, &RULE, "accent6");
        self.foot(true);
    }
}
