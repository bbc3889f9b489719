//! Shapes of a slide: placeholders, boxes of text, rectangles, frames of charts and tables, groups.

use super::package::Relations;
use super::xml::{escape, place};
use crate::layout::Area;

/// The shapes of a slide while they are written, in the order in which a reader of screens reads them.
#[derive(Default)]
pub struct Shapes {
    tree: String,
    last: u32,
    /// The relations of the slide that holds them.
    pub relations: Relations,
}

/// The name of a shape, and what it says to somebody who does not see it.
#[derive(Clone, Copy, Default)]
pub struct Name<'a> {
    /// The name in Office's list of all shapes.
    pub name: &'a str,
    /// A short name for readers of screens; may be empty.
    pub title: &'a str,
    /// The text alternative; may be empty.
    pub alternative: &'a str,
}

impl<'a> Name<'a> {
    /// The name of a shape whose own words say all there is to say.
    pub fn plain(name: &'a str) -> Name<'a> {
        Name { name, ..Name::default() }
    }
}

/// How text stands in its box.
#[derive(Clone, Copy, Default)]
pub struct Inside {
    /// Where it stands, as the format writes it: `t` at the top, `ctr` in the middle, `b` at the bottom; the top where
    /// it is empty.
    pub anchor: &'static str,
    /// The space between the box and its words, in pixels: left, top, right, bottom.
    pub insets: [f64; 4],
    /// Whether its lines are never broken.
    pub unbroken: bool,
}

impl Shapes {
    /// The `spTree` element that holds all shapes.
    pub fn tree(&self) -> String {
        format!(
            "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>\
             <a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/>\
             <a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>{}</p:spTree>",
            self.tree
        )
    }

    /// Adds shapes that are written already.
    pub fn push(&mut self, shapes: &str) {
        self.tree.push_str(shapes);
    }

    fn id(&mut self) -> u32 {
        // The tree itself is the first.
        self.last = self.last.max(1) + 1;
        self.last
    }

    /// The `cNvPr` element of a shape, with an identifier of its own.
    pub fn named(&mut self, name: &Name<'_>) -> String {
        let id = self.id();
        let attribute = |key: &str, text: &str| match text {
            "" => String::new(),
            text => format!(" {key}=\"{}\"", escape(text)),
        };
        let (descr, title) = (attribute("descr", name.alternative), attribute("title", name.title));
        format!("<p:cNvPr id=\"{id}\" name=\"{}\"{descr}{title}/>", escape(&format!("{} {id}", name.name)))
    }

    /// Adds the words of a placeholder of the layout. `kind` is what the attributes of `ph` say; without an area it
    /// stands where the layout has it; `inside` is what stands in `bodyPr`.
    pub fn placeholder(&mut self, name: &str, kind: &str, area: Option<&Area>, inside: &str, paragraphs: &str) {
        let named = self.named(&Name::plain(name));
        let at = area.map_or_else(String::new, |area| format!("<a:xfrm>{}</a:xfrm>", place(area)));
        let paragraphs = if paragraphs.is_empty() { "<a:p/>" } else { paragraphs };
        self.tree.push_str(&format!(
            "<p:sp><p:nvSpPr>{named}<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>\
             <p:spPr>{at}</p:spPr><p:txBody><a:bodyPr>{inside}</a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        ));
    }

    /// Adds a box of text; `look` is the XML of its fill and its outline, and where it is empty the box has neither.
    pub fn text_box(&mut self, name: &str, area: &Area, inside: &Inside, look: &str, paragraphs: &str) {
        let written = self.text_box_of(name, area, inside, look, paragraphs, 0.0);
        self.tree.push_str(&written);
    }

    /// The XML of a box of text, to stand in a group; `turned` is in degrees clockwise, and `look` is as in
    /// [`Shapes::text_box`].
    pub fn text_box_of(
        &mut self,
        name: &str,
        area: &Area,
        inside: &Inside,
        look: &str,
        paragraphs: &str,
        turned: f64,
    ) -> String {
        let named = self.named(&Name::plain(name));
        let look = if look.is_empty() { "<a:noFill/>" } else { look };
        let turned = match turned {
            0.0 => String::new(),
            degrees => format!(" rot=\"{}\"", (degrees.rem_euclid(360.0) * 60000.0).round() as i64),
        };
        format!(
            "<p:sp><p:nvSpPr>{named}<p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm{turned}>{}</a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>{look}</p:spPr><p:txBody>{}<a:lstStyle/>{paragraphs}\
             </p:txBody></p:sp>",
            place(area),
            inside.written()
        )
    }

    /// The XML of a shape without words, to stand in a group or to be pushed. `geometry` is the XML of its outline,
    /// `look` that of its fill and its line.
    pub fn shape(&mut self, name: &str, area: &Area, geometry: &str, look: &str) -> String {
        let named = self.named(&Name::plain(name));
        format!(
            "<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>{geometry}{look}</p:spPr></p:sp>",
            place(area)
        )
    }

    /// The head of a group, to be followed by the shapes in it and by [`END_GROUP`]. It must be asked for before those
    /// shapes are written, for identifiers are given in this order.
    pub fn begin_group(&mut self, name: &Name<'_>, area: &Area) -> String {
        let named = self.named(name);
        let at = place(area);
        let inner = at.replace("a:off", "a:chOff").replace("a:ext", "a:chExt");
        format!(
            "<p:grpSp><p:nvGrpSpPr>{named}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{at}{inner}</a:xfrm></p:grpSpPr>"
        )
    }

    /// Adds the frame of a chart or a table. `kind` is the last word of the name of its XML, `held` that XML; in the
    /// placeholder of figures it takes the place that the layout has for them.
    pub fn frame(&mut self, name: &Name<'_>, in_placeholder: bool, area: &Area, kind: &str, held: &str) {
        let named = self.named(name);
        let at = place(area).replace("a:xfrm", "p:xfrm");
        let of = if in_placeholder { "<p:nvPr><p:ph idx=\"15\"/></p:nvPr>" } else { "<p:nvPr/>" };
        self.tree.push_str(&format!(
            "<p:graphicFrame><p:nvGraphicFramePr>{named}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/>\
             </p:cNvGraphicFramePr>{of}</p:nvGraphicFramePr><p:xfrm>{at}</p:xfrm><a:graphic>\
             <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/{kind}\">{held}</a:graphicData>\
             </a:graphic></p:graphicFrame>"
        ));
    }
}

/// The end of a group.
pub const END_GROUP: &str = "</p:grpSp>";

/// The geometry of a rectangle.
pub const RECTANGLE: &str = "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>";

impl Inside {
    /// The `bodyPr` element.
    pub fn written(&self) -> String {
        let [left, top, right, bottom] = self.insets.map(super::xml::emu);
        let anchor = if self.anchor.is_empty() { "t" } else { self.anchor };
        let wrap = if self.unbroken { "none" } else { "square" };
        format!(
            "<a:bodyPr wrap=\"{wrap}\" lIns=\"{left}\" tIns=\"{top}\" rIns=\"{right}\" bIns=\"{bottom}\" rtlCol=\"0\" \
             anchor=\"{anchor}\"><a:noAutofit/></a:bodyPr>"
        )
    }
}
