//! Words as Office writes them: runs with their look, and paragraphs of runs. What is not said is inherited from the
//! placeholder and the layout.

use super::package::Relations;
use super::xml::{self, escape, hundredths};
use crate::data::prose::Inline;
use crate::face::measure;
use crate::scene::{Color, Face};
use crate::theme::Palette;

/// How words look, as far as they differ from what their place says.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Their size, in pixels.
    pub size: Option<f64>,
    /// Whether they are bold.
    pub bold: bool,
    /// Whether they lean.
    pub italic: bool,
    /// Their colour.
    pub color: Option<Color>,
    /// Whether they are set in the face of titles; otherwise they have that of text.
    pub serif: bool,
}

impl Look {
    /// The look of a text of a drawing; its size is in pixels.
    pub fn of(face: Face, size: f64, color: Color) -> Look {
        let bold = matches!(face, Face::SansSemi | Face::SansBold | Face::Serif);
        Look { size: Some(size), bold, italic: false, color: Some(color), serif: face == Face::Serif }
    }

    /// The element `rPr`, `defRPr` or `endParaRPr`, by its name. `lang` and `link`, the XML of a link, may be empty.
    pub fn properties(&self, name: &str, lang: &str, link: &str, palette: &Palette) -> String {
        let lang = if lang.is_empty() { String::new() } else { format!(" lang=\"{lang}\"") };
        let size = self.size.map_or_else(String::new, |size| format!(" sz=\"{}\"", hundredths(size)));
        let bold = if self.bold { " b=\"1\"" } else { "" };
        let italic = if self.italic { " i=\"1\"" } else { "" };
        let fill = self.color.map_or_else(String::new, |color| xml::fill(color, palette));
        let face = if self.serif { "<a:latin typeface=\"+mj-lt\"/>" } else { "" };
        format!("<a:{name}{lang}{size}{bold}{italic}>{fill}{face}{link}</a:{name}>")
    }
}

/// Writes words in one language.
pub struct Words<'a> {
    /// The language of the words: `it-IT`.
    pub lang: &'a str,
    /// Colours.
    pub palette: &'a Palette,
}

impl Words<'_> {
    /// A run of words; empty where there are none.
    pub fn run(&self, text: &str, look: Look) -> String {
        self.linked(text, look, "")
    }

    /// A run of words that leads somewhere; `link` is the XML of a `hlinkClick`, or empty.
    pub fn linked(&self, text: &str, look: Look, link: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        let properties = look.properties("rPr", self.lang, link, self.palette);
        format!("<a:r>{properties}<a:t>{}</a:t></a:r>", escape(text))
    }

    /// The number of the slide, which Office counts anew when slides are moved.
    pub fn slide_number(&self, number: usize, look: Look) -> String {
        let properties = look.properties("rPr", self.lang, "", self.palette);
        // Any identifier serves, as long as it stands once in its paragraph.
        let id = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}";
        format!("<a:fld id=\"{id}\" type=\"slidenum\">{properties}<a:t>{number}</a:t></a:fld>")
    }

    /// The runs of a line of an author's. Its links become relations of the slide; `at` finds the number of the slide
    /// that an address within this deck names.
    pub fn inlines(
        &self,
        inlines: &[Inline],
        look: Look,
        relations: &mut Relations,
        at: &dyn Fn(&str) -> Option<usize>,
    ) -> String {
        let mut runs = String::new();
        self.add(inlines, look, "", relations, at, &mut runs);
        runs
    }

    fn add(
        &self,
        inlines: &[Inline],
        look: Look,
        link: &str,
        relations: &mut Relations,
        at: &dyn Fn(&str) -> Option<usize>,
        runs: &mut String,
    ) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Value(text) | Inline::Code(text) => {
                    runs.push_str(&self.linked(text, look, link));
                }
                Inline::Strong(parts) => {
                    let look = Look { bold: true, color: look.color.or(Some(self.palette.accent)), ..look };
                    self.add(parts, look, link, relations, at, runs);
                }
                Inline::Emphasis(parts) => self.add(parts, Look { italic: true, ..look }, link, relations, at, runs),
                Inline::Link(address, parts) => {
                    let link = super::text::link(address, relations, at);
                    self.add(parts, look, &link, relations, at, runs);
                }
                Inline::Break => runs.push_str("<a:br/>"),
            }
        }
    }
}

/// The `hlinkClick` element of an address: one of the web, one of mail, or a slide of this deck, which `at` finds. It
/// is empty for every other address, which a file that travels alone could not reach.
pub fn link(address: &str, relations: &mut Relations, at: &dyn Fn(&str) -> Option<usize>) -> String {
    if let Some(slide) = address.strip_prefix('#').and_then(at) {
        return slide_link(slide, relations);
    }
    let is_outside = ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
    if !is_outside {
        return String::new();
    }
    format!("<a:hlinkClick r:id=\"{}\"/>", relations.outside(&uri(address)))
}

/// The `hlinkClick` element that leads to a slide, given by its number.
pub fn slide_link(slide: usize, relations: &mut Relations) -> String {
    let id = relations.to("slide", &format!("slide{slide}.xml"));
    format!("<a:hlinkClick r:id=\"{id}\" action=\"ppaction://hlinksldjump\"/>")
}

/// An address in the signs that RFC 3986 allows: PowerPoint offers to repair a file whose addresses have others.
fn uri(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => written.push(byte as char),
            b':' | b'/' | b'?' | b'#' | b'@' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' => {
                written.push(byte as char);
            }
            b';' | b'=' | b'%' => written.push(byte as char),
            byte => written.push_str(&format!("%{byte:02X}")),
        }
    }
    written
}

/// How much wider than one of our faces the face may be that stands in for it where it is not installed. DejaVu is the
/// widest that is met; it is wider than Arial.
pub fn wider(face: Face) -> f64 {
    match face {
        Face::Sans => 1.22,
        Face::SansSemi | Face::SansBold => 1.4,
        Face::Serif => 1.28,
    }
}

/// The width that a line of text needs in whichever face it is shown, in pixels.
pub fn room(face: Face, size: f64, text: &str) -> f64 {
    measure(face, size, text) * wider(face)
}

/// How a paragraph is set, as far as it differs from what its place says.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting {
    /// The level within lists, from 0.
    pub level: u8,
    /// The edge at which lines are aligned, as the format writes it: `l`, `ctr` or `r`.
    pub align: Option<&'static str>,
    /// The distance from line to line, in pixels.
    pub line: Option<f64>,
    /// The space above, in pixels.
    pub before: Option<f64>,
    /// From the left edge to the words, and how far the sign before them stands to their left, in pixels.
    pub indent: Option<(f64, f64)>,
    /// What stands before the words.
    pub bullet: Bullet,
}

/// What stands before the words of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Bullet {
    /// The sign that its place gives.
    #[default]
    Inherited,
    /// No sign.
    None,
    /// A disc; in lists of lists a ring.
    Disc,
    /// A ring.
    Ring,
    /// This number, with a full stop.
    Number(u64),
}

/// The XML of a paragraph of runs.
pub fn paragraph(setting: &Setting, runs: &str) -> String {
    let mut attributes = String::new();
    if let Some((left, hang)) = setting.indent {
        attributes += &format!(" marL=\"{}\" indent=\"{}\"", xml::emu(left), -xml::emu(hang));
    }
    if setting.level > 0 {
        attributes += &format!(" lvl=\"{}\"", setting.level.min(8));
    }
    if let Some(align) = setting.align {
        attributes += &format!(" algn=\"{align}\"");
    }
    let mut children = String::new();
    if let Some(line) = setting.line {
        children += &format!("<a:lnSpc><a:spcPts val=\"{}\"/></a:lnSpc>", hundredths(line));
    }
    if let Some(before) = setting.before {
        children += &format!("<a:spcBef><a:spcPts val=\"{}\"/></a:spcBef>", hundredths(before));
    }
    match setting.bullet {
        Bullet::Inherited => {}
        Bullet::None => children += "<a:buNone/>",
        Bullet::Disc => children += DISC,
        Bullet::Ring => children += RING,
        Bullet::Number(start) => {
            let start = if start == 1 { String::new() } else { format!(" startAt=\"{}\"", start.clamp(1, 32767)) };
            children += &format!("<a:buFont typeface=\"+mj-lt\"/><a:buAutoNum type=\"arabicPeriod\"{start}/>");
        }
    }
    format!("<a:p><a:pPr{attributes}>{children}</a:pPr>{runs}</a:p>")
}

/// The disc before an item of a list, in the colour of marks.
pub const DISC: &str = "<a:buClr><a:schemeClr val=\"accent1\"/></a:buClr><a:buSzPct val=\"110000\"/>\
     <a:buFont typeface=\"Arial\"/><a:buChar char=\"•\"/>";

/// The ring before an item of a list within a list, in the colour of marks.
pub const RING: &str = "<a:buClr><a:schemeClr val=\"accent1\"/></a:buClr><a:buSzPct val=\"110000\"/>\
     <a:buFont typeface=\"Arial\"/><a:buChar char=\"◦\"/>";

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn an_address_keeps_the_signs_of_addresses_and_no_others() {
        assert_eq!(uri("https://a.it/b c?d=è&e=%20#f|"), "https://a.it/b%20c?d=%C3%A8&e=%20#f%7C");
    }
}
