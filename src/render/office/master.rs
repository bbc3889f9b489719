//! The master of slides, its layouts and the master of notes: where what stands, and how it looks.
//!
//! Places and sizes are those of `css/slide.css`, in pixels of a slide of 1280 by 720.

use super::package::{Package, Relations};
use super::shape::RECTANGLE;
use super::text::{DISC, RING};
use super::xml::{HEAD, NAMES, escape, hundredths, place};
use crate::lang::OfficeWords;
use crate::layout::Area;

/// The layouts, in the order of their files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The opening.
    Title,
    /// Narrative.
    Text,
    /// A figure with its measure and its foot.
    Figure,
    /// A divider.
    Section,
    /// An address, or a sentence, shown large.
    Statement,
    /// The end.
    Closing,
    /// What stands under the title is its own.
    TitleOnly,
}

const LAYOUTS: [Layout; 7] = [
    Layout::Title,
    Layout::Text,
    Layout::Figure,
    Layout::Section,
    Layout::Statement,
    Layout::Closing,
    Layout::TitleOnly,
];

/// Identifiers of layouts follow that of the master, and no slide has one of theirs.
const FIRST: u64 = 2_147_483_648;

impl Layout {
    /// The number of its file.
    pub fn number(self) -> usize {
        LAYOUTS.iter().position(|layout| *layout == self).unwrap_or_default() + 1
    }

    fn name(self, words: &OfficeWords) -> &'static str {
        match self {
            Layout::Title => words.title_slide,
            Layout::Text => words.title_and_text,
            Layout::Figure => words.figure,
            Layout::Section => words.section,
            Layout::Statement => words.statement,
            Layout::Closing => words.closing,
            Layout::TitleOnly => words.title_only,
        }
    }

    /// What colours mean on it: on a dark ground addresses are light.
    pub fn colors(self) -> &'static str {
        match self {
            Layout::Closing => {
                "<a:overrideClrMapping bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" \
                 accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"lt1\" folHlink=\"lt1\"/>"
            }
            _ => "<a:masterClrMapping/>",
        }
    }

    /// What the format calls it, where it has a word.
    fn kind(self) -> &'static str {
        match self {
            Layout::Title => " type=\"title\"",
            Layout::Text => " type=\"obj\"",
            Layout::Section => " type=\"secHead\"",
            Layout::TitleOnly => " type=\"titleOnly\"",
            Layout::Figure | Layout::Statement | Layout::Closing => "",
        }
    }
}

/// How the first level of a placeholder looks.
struct Level {
    size: f64,
    line: f64,
    color: &'static str,
    bold: bool,
    serif: bool,
    /// `l`, `r`.
    align: &'static str,
    capitals: bool,
}

const PLAIN: Level =
    Level { size: 27.0, line: 35.1, color: "tx1", bold: false, serif: false, align: "l", capitals: false };
const KICKER: Level = Level { size: 17.0, line: 22.0, color: "accent5", bold: true, capitals: true, ..PLAIN };
const MEASURE: Level = Level { size: 21.0, line: 28.0, color: "accent5", ..PLAIN };
const FOOT: Level = Level { size: 15.0, line: 20.0, color: "accent5", ..PLAIN };
const AT_RIGHT: Level = Level { align: "r", ..FOOT };
const NUMBER: Level = Level { color: "tx2", bold: true, ..AT_RIGHT };
const TITLE: Level = Level { size: 35.0, line: 42.0, color: "tx2", bold: true, serif: true, ..PLAIN };

impl Level {
    fn written(&self, level: u8) -> String {
        let bold = if self.bold { " b=\"1\"" } else { " b=\"0\"" };
        let capitals = if self.capitals { " cap=\"all\" spc=\"75\"" } else { " cap=\"none\"" };
        let face = if self.serif { "+mj-lt" } else { "+mn-lt" };
        format!(
            "<a:lvl{level}pPr marL=\"0\" indent=\"0\" algn=\"{}\"><a:lnSpc><a:spcPts val=\"{}\"/></a:lnSpc>\
             <a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:buNone/><a:defRPr sz=\"{}\"{bold}{capitals}><a:solidFill>\
             <a:schemeClr val=\"{}\"/></a:solidFill><a:latin typeface=\"{face}\"/></a:defRPr></a:lvl{level}pPr>",
            self.align,
            hundredths(self.line),
            hundredths(self.size),
            self.color
        )
    }
}

/// Where words stand at the left, and how wide they may be.
const LEFT: f64 = 56.0;
const WIDE: f64 = 1168.0;
const BANDED: f64 = 110.0;

fn area(x: f64, y: f64, width: f64, height: f64) -> Area {
    Area { x, y, width, height }
}

/// The placeholders of one layout, or of the master.
struct Holders<'w> {
    written: String,
    last: u32,
    words: &'w OfficeWords,
}

impl Holders<'_> {
    fn add(&mut self, name: &str, kind: &str, area: &Area, anchor: &str, style: &str, field: bool) {
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

    fn shape(&mut self, name: &str, area: &Area, color: &str) {
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

    fn kicker(&mut self) {
        let words = self.words;
        let at = area(LEFT, 36.0, WIDE, 22.0);
        self.add(words.kicker, "type=\"body\" sz=\"quarter\" idx=\"13\"", &at, "t", &KICKER.written(1), false);
    }

    fn title(&mut self) {
        self.add(self.words.title, "type=\"title\"", &area(LEFT, 62.0, WIDE, 42.0), "t", "", false);
    }

    /// What stands below the line at the foot.
    fn foot(&mut self, with_source: bool) {
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

    fn tree(self) -> String {
        format!(
            "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>\
             <a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/>\
             <a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>{}</p:spTree>",
            self.written
        )
    }
}

/// Adds the master of slides with its theme, and all layouts.
pub fn add(package: &mut Package, theme: &str, words: &OfficeWords) {
    let mut relations = Relations::default();
    let ids: String = LAYOUTS
        .iter()
        .map(|layout| {
            let relation = relations.to("slideLayout", &format!("../slideLayouts/slideLayout{}.xml", layout.number()));
            format!("<p:sldLayoutId id=\"{}\" r:id=\"{relation}\"/>", FIRST + layout.number() as u64)
        })
        .collect();
    relations.to("theme", "../theme/theme1.xml");

    let mut holders = Holders { written: String::new(), last: 0, words };
    holders.shape(words.line, &area(0.0, 40.0, 14.0, 44.0), "tx2");
    holders.title();
    let at = area(LEFT, 132.0, WIDE, 528.0);
    holders.add(words.text, "type=\"body\" idx=\"1\"", &at, "t", "", false);
    let at = area(918.0, 679.0, 272.0, 20.0);
    holders.add(words.footer, "type=\"ftr\" sz=\"quarter\" idx=\"3\"", &at, "t", &AT_RIGHT.written(1), false);
    let at = area(1194.0, 679.0, 30.0, 20.0);
    holders.add(words.number, "type=\"sldNum\" sz=\"quarter\" idx=\"4\"", &at, "t", &NUMBER.written(1), true);
    let master = format!(
        "{HEAD}<p:sldMaster {NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>\
         <a:effectLst/></p:bgPr></p:bg>{}</p:cSld>\
         <p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" \
         accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>\
         <p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr=\"0\" dt=\"0\"/>\
         <p:txStyles><p:titleStyle>{}</p:titleStyle><p:bodyStyle>{}</p:bodyStyle><p:otherStyle>{}</p:otherStyle></p:txStyles>\
         </p:sldMaster>",
        holders.tree(),
        TITLE.written(1),
        body_style(),
        others_style(),
    );
    package.add("ppt/slideMasters/slideMaster1.xml", "officedocument.presentationml.slideMaster", master, &relations);
    package.add("ppt/theme/theme1.xml", "officedocument.theme", theme.to_owned(), &Relations::default());

    for layout in LAYOUTS {
        let mut relations = Relations::default();
        relations.to("slideMaster", "../slideMasters/slideMaster1.xml");
        let path = format!("ppt/slideLayouts/slideLayout{}.xml", layout.number());
        package.add(&path, "officedocument.presentationml.slideLayout", written(layout, words), &relations);
    }
}

/// Nine levels, those of lists from the first on; what is no item of a list says so.
fn body_style() -> String {
    let level = |level: u8| {
        let (size, left) = if level == 1 { (27.0, 30.0) } else { (25.0, 30.0 * f64::from(level)) };
        format!(
            "<a:lvl{level}pPr marL=\"{}\" indent=\"{}\" algn=\"l\" defTabSz=\"914400\" rtl=\"0\" eaLnBrk=\"1\" latinLnBrk=\"0\" \
             hangingPunct=\"1\"><a:lnSpc><a:spcPts val=\"{}\"/></a:lnSpc><a:spcBef><a:spcPts val=\"{}\"/></a:spcBef>{}\
             <a:defRPr sz=\"{}\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
             <a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl{level}pPr>",
            super::xml::emu(left),
            super::xml::emu(-30.0),
            hundredths(size * 1.3),
            hundredths(if level == 1 { 15.0 } else { 8.0 }),
            if level == 1 { DISC } else { RING },
            hundredths(size)
        )
    };
    (1..=9).map(level).collect()
}

fn others_style() -> String {
    let level = |level: u8| {
        format!(
            "<a:lvl{level}pPr marL=\"0\" algn=\"l\" defTabSz=\"914400\" rtl=\"0\" eaLnBrk=\"1\" latinLnBrk=\"0\" \
             hangingPunct=\"1\"><a:defRPr sz=\"1800\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
             <a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl{level}pPr>"
        )
    };
    (1..=9).map(level).collect()
}

fn written(layout: Layout, words: &OfficeWords) -> String {
    let mut holders = Holders { written: String::new(), last: 0, words };
    let rule = area(LEFT, 668.0, WIDE, 1.0);
    let in_white = |level: &Level| Level { color: "bg1", ..*level }.written(1);
    let (mut ground, mut alone) = (None, false);
    let wide = 1280.0 - 2.0 * BANDED;
    match layout {
        Layout::Title => {
            (ground, alone) = (Some("tx2"), true);
            holders.shape(words.line, &area(0.0, 0.0, 34.0, 720.0), "accent1");
            let large = Level { size: 60.0, line: 67.0, ..TITLE };
            let at = area(BANDED, 245.0, wide, 134.0);
            holders.add(words.title, "type=\"ctrTitle\"", &at, "t", &in_white(&large), false);
            let kicker = Level { size: 22.0, line: 30.0, ..KICKER };
            let at = area(BANDED, 200.0, wide, 30.0);
            holders.add(words.kicker, "type=\"body\" sz=\"quarter\" idx=\"13\"", &at, "t", &in_white(&kicker), false);
            let subtitle = Level { size: 28.0, line: 36.4, ..PLAIN };
            let at = area(BANDED, 403.0, wide, 73.0);
            holders.add(words.subtitle, "type=\"subTitle\" idx=\"1\"", &at, "t", &in_white(&subtitle), false);
            let event = Level { size: 21.0, line: 27.3, ..PLAIN };
            let at = area(BANDED, 628.0, 780.0, 28.0);
            holders.add(words.event, "type=\"body\" sz=\"quarter\" idx=\"17\"", &at, "b", &in_white(&event), false);
            let at = area(900.0, 628.0, 270.0, 28.0);
            let tag = Level { align: "r", ..event };
            holders.add(words.footer, "type=\"body\" sz=\"quarter\" idx=\"18\"", &at, "b", &in_white(&tag), false);
        }
        Layout::Text => {
            holders.kicker();
            holders.title();
            holders.add(words.text, "idx=\"1\"", &area(LEFT, 132.0, WIDE, 528.0), "t", "", false);
            holders.shape(words.line, &rule, "accent6");
            holders.foot(true);
        }
        Layout::Figure => {
            holders.kicker();
            holders.title();
            let at = area(LEFT, 108.0, WIDE, 28.0);
            holders.add(words.measure, "type=\"body\" sz=\"quarter\" idx=\"14\"", &at, "t", &MEASURE.written(1), false);
            let at = area(LEFT, 152.0, WIDE, 508.0);
            holders.add(words.content, "idx=\"15\"", &at, "t", "", false);
            holders.foot(true);
        }
        Layout::Section => {
            (ground, alone) = (Some("bg2"), true);
            holders.shape(words.line, &area(0.0, 0.0, 34.0, 720.0), "tx2");
            let at = area(BANDED, 230.0, wide, 22.0);
            holders.add(words.kicker, "type=\"body\" sz=\"quarter\" idx=\"13\"", &at, "t", &KICKER.written(1), false);
            let large = Level { size: 54.0, line: 62.0, ..TITLE };
            let at = area(BANDED, 264.0, wide, 124.0);
            holders.add(words.title, "type=\"title\"", &at, "t", &large.written(1), false);
            let period = Level { size: 27.0, line: 38.0, ..PLAIN };
            let at = area(BANDED, 416.0, wide, 114.0);
            holders.add(words.text, "type=\"body\" idx=\"1\"", &at, "t", &period.written(1), false);
            holders.foot(false);
        }
        Layout::Statement => {
            holders.kicker();
            holders.title();
            let large = Level { size: 56.0, line: 64.4, ..PLAIN };
            let at = area(LEFT, 120.0, WIDE, 480.0);
            holders.add(words.text, "type=\"body\" idx=\"1\"", &at, "ctr", &large.written(1), false);
            holders.shape(words.line, &rule, "accent6");
            holders.foot(true);
        }
        Layout::Closing => {
            (ground, alone) = (Some("tx2"), true);
            holders.shape(words.line, &area(0.0, 0.0, 34.0, 720.0), "accent1");
            let large = Level { size: 64.0, line: 72.0, ..TITLE };
            let at = area(BANDED, 230.0, wide, 144.0);
            holders.add(words.title, "type=\"title\"", &at, "b", &in_white(&large), false);
            let text = Level { size: 28.0, line: 36.4, ..PLAIN };
            let at = area(BANDED, 394.0, wide, 120.0);
            holders.add(words.text, "type=\"body\" idx=\"1\"", &at, "t", &in_white(&text), false);
        }
        Layout::TitleOnly => {
            holders.kicker();
            holders.title();
            holders.shape(words.line, &rule, "accent6");
            holders.foot(true);
        }
    }
    let ground = ground.map_or_else(String::new, |color| {
        format!("<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"{color}\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>")
    });
    let alone = if alone { " showMasterSp=\"0\"" } else { "" };
    format!(
        "{HEAD}<p:sldLayout {NAMES}{alone}{} preserve=\"1\" userDrawn=\"1\"><p:cSld name=\"{}\">{ground}{}</p:cSld><p:clrMapOvr>\
         {}</p:clrMapOvr></p:sldLayout>",
        layout.kind(),
        escape(layout.name(words)),
        holders.tree(),
        layout.colors()
    )
}

/// Adds the master of notes, with a theme of its own, as the format asks.
pub fn add_notes(package: &mut Package, theme: &str, words: &OfficeWords) {
    let mut relations = Relations::default();
    relations.to("theme", "../theme/theme2.xml");
    let plain = Level { size: 16.0, line: 21.0, ..PLAIN }.written(1);
    let mut holders = Holders { written: String::new(), last: 0, words };
    holders.add(
        words.notes,
        "type=\"body\" sz=\"quarter\" idx=\"1\"",
        &area(72.0, 456.0, 576.0, 432.0),
        "t",
        "",
        false,
    );
    let image = format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"{} 3\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/>\
         </p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>{RECTANGLE}\
         <a:noFill/><a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"accent6\"/></a:solidFill></a:ln></p:spPr></p:sp>",
        escape(words.image),
        place(&area(72.0, 96.0, 576.0, 324.0))
    );
    holders.written.push_str(&image);
    let master = format!(
        "{HEAD}<p:notesMaster {NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>\
         <a:effectLst/></p:bgPr></p:bg>{}</p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" \
         accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" \
         folHlink=\"folHlink\"/><p:notesStyle>{plain}</p:notesStyle></p:notesMaster>",
        holders.tree()
    );
    package.add("ppt/notesMasters/notesMaster1.xml", "officedocument.presentationml.notesMaster", master, &relations);
    package.add("ppt/theme/theme2.xml", "officedocument.theme", theme.to_owned(), &Relations::default());
}
