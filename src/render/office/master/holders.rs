//! The placeholders and shapes of a master or of a layout, while they are written.

use super::level::{AT_RIGHT, FOOT, KICKER, NUMBER};
use crate::lang::OfficeWords;
use crate::layout::Area;
use crate::render::office::shape::RECTANGLE;
use crate::render::office::xml::{escape, place};

/// The left edge of words, in pixels.
pub(super) const LEFT: f64 = 56.0;

/// The greatest width of words from there, in pixels.
pub(super) const WIDE: f64 = 1168.0;

/// The left edge of words on a layout with a band, in pixels.
pub(super) const BANDED: f64 = 110.0;

/// An area by its left edge, its top, its width and its height, in pixels.
pub(super) fn area(x: f64, y: f64, width: f64, height: f64) -> Area {
    Area { x, y, width, height }
}

/// The placeholders and shapes of one layout, or of a master.
pub(super) struct Holders<'w> {
    written: String,
    /// How many have been added: the identifier of the next is two more, for the tree itself has the first.
    last: u32,
    /// The words of the file in its language: names of placeholders among them.
    pub(super) words: &'w OfficeWords,
}

impl<'w> Holders<'w> {
    /// No placeholder yet.
    pub(super) fn new(words: &'w OfficeWords) -> Holders<'w> {
        Holders { written: String::new(), last: 0, words }
    }

    /// Adds shapes that are written already.
    pub(super) fn push(&mut self, shapes: &str) {
        self.written.push_str(shapes);
    }

    /// Adds a placeholder with a name and a place. `kind` is what the attributes of `ph` say, `anchor` whether words stand
    /// at the top (`t`), in the middle (`ctr`) or at the bottom (`b`), `style` the written [`Level`](super::level::Level)s
    /// of its own, which may be none, and `field` whether it holds the number of the slide.
    pub(super) fn add(&mut self, name: &str, kind: &str, area: &Area, anchor: &str, style: &str, field: bool) {
        self.last += 1;
        let id = self.last + 1;
        let lang = self.words.lang;
        let run = match field {
            true => format!(
                "<a:fld id=\"{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}\" type=\"slidenum\"><a:rPr lang=\"{lang}\"/><a:t>‹#›</a:t></a:fld>"
            ),
            false => format!("<a:r><a:rPr lang=\"{lang}\"/><a:t>{}</a:t></a:r>", escape(name)),
        };
        let list = if style.is_empty() { "<a:lstStyle/>".into() } else { format!("<a:lstStyle>{style}</a:lstStyle>") };
        self.written.push_str(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
             <p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>{RECTANGLE}</p:spPr><p:txBody>\
             <a:bodyPr vert=\"horz\" wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"{anchor}\">\
             <a:normAutofit/></a:bodyPr>{list}<a:p>{run}</a:p></p:txBody></p:sp>",
            escape(&format!("{name} {id}")),
            place(area)
        ));
    }

    /// Adds a rectangle that every slide of the layout shows, in a colour of the theme of the file.
    pub(super) fn shape(&mut self, name: &str, area: &Area, color: &str) {
        self.last += 1;
        let id = self.last + 1;
        self.written.push_str(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{}\"/><p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr><p:spPr>\
             <a:xfrm>{}</a:xfrm>{RECTANGLE}<a:solidFill><a:schemeClr val=\"{color}\"/></a:solidFill><a:ln><a:noFill/></a:ln>\
             </p:spPr></p:sp>",
            escape(&format!("{name} {id}")),
            place(area)
        ));
    }

    /// Adds the placeholder of the few words above the title.
    pub(super) fn kicker(&mut self) {
        let words = self.words;
        let at = area(LEFT, 36.0, WIDE, 22.0);
        self.add(words.kicker, "type=\"body\" sz=\"quarter\" idx=\"13\"", &at, "t", &KICKER.written(1), false);
    }

    /// Adds the placeholder of the title.
    pub(super) fn title(&mut self) {
        self.add(self.words.title, "type=\"title\"", &area(LEFT, 62.0, WIDE, 42.0), "t", "", false);
    }

    /// Adds what stands below the line at the foot: the tag of the event and the number, and the source where it is asked
    /// for.
    pub(super) fn foot(&mut self, with_source: bool) {
        let words = self.words;
        if with_source {
            let at = area(LEFT, 679.0, 820.0, 25.0);
            self.add(words.source, "type=\"body\" sz=\"quarter\" idx=\"16\"", &at, "t", &FOOT.written(1), false);
        }
        let at = area(918.0, 679.0, 272.0, 20.0);
        self.add(words.footer, "type=\"ftr\" sz=\"quarter\" idx=\"11\"", &at, "t", &AT_RIGHT.written(1), false);
        let at = area(1194.0, 679.0, 30.0, 20.0);
        self.add(words.number, "type=\"sldNum\" sz=\"quarter\" idx=\"12\"", &at, "t", &NUMBER.written(1), true);
    }

    /// The `spTree` element that holds all that was added.
    pub(super) fn tree(self) -> String {
        format!(
            "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>\
             <a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/>\
             <a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>{}</p:spTree>",
            self.written
        )
    }
}
