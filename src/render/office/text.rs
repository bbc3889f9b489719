//! Words: runs with their look, and paragraphs of them. What is not said is inherited from placeholder and layout.

use super::package::Relations;
use super::xml::{self, escape, hundredths};
use crate::data::prose::Inline;
use crate::face::measure;
use crate::scene::{Color, Face};
use crate::theme::Palette;

/// How words look, where they do not look as their place has them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Pixels.
    pub size: Option<f64>,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Colour.
    pub color: Option<Color>,
    /// Whether in the face of titles; elsewhere that of text.
    pub serif: bool,
}

impl Look {
    /// The look of a text of a drawing.
    pub fn of(face: Face, size: f64, color: Color) -> Look {
        let bold = matches!(face, Face::SansSemi | Face::SansBold | Face::Serif);
        Look { size: Some(size), bold, italic: false, color: Some(color), serif: face == Face::Serif }
    }

    /// The attributes and children of `rPr`, `defRPr` or `endParaRPr`; `link` is the last child.
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

/// Where a paragraph leads to, and how.
pub struct Words<'a> {
    /// The language of the words: `it-IT`.
    pub lang: &'a str,
    /// Colours.
    pub palette: &'a Palette,
}

impl Words<'_> {
    /// A run.
    pub fn run(&self, text: &str, look: Look) -> String {
        self.linked(text, look, "")
    }

    /// A run that leads somewhere, by a `hlinkClick`.
    pub fn linked(&self, text: &str, look: Look, link: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        let properties = look.properties("rPr", self.lang, link, self.palette);
        format!("<a:r>{properties}<a:t>{}</a:t></a:r>", escape(text))
    }

    /// The number of the slide, which the program counts.
    pub fn slide_number(&self, number: usize, look: Look) -> String {
        let properties = look.properties("rPr", self.lang, "", self.palette);
        // Any identifier serves, as long as it stands once in its paragraph.
        let id = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}";
        format!("<a:fld id=\"{id}\" type=\"slidenum\">{properties}<a:t>{number}</a:t></a:fld>")
    }

    /// Runs of an author's line. Addresses lead where they lead; `at` finds the slide of an address of this deck.
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

/// The `hlinkClick` of an address: one of the web or of the post, or a slide of this deck. Others cannot be reached from
/// a file that travels alone: nothing.
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

/// The `hlinkClick` to a slide, by its number.
pub fn slide_link(slide: usize, relations: &mut Relations) -> String {
    let id = relations.to("slide", &format!("slide{slide}.xml"));
    format!("<a:hlinkClick r:id=\"{id}\" action=\"ppaction://hlinksldjump\"/>")
}

/// An address in the signs of RFC 3986: PowerPoint offers to repair a file with any other.
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

/// How much wider a face is that stands in for one of ours where it is not installed: as DejaVu is, wider than Arial.
pub fn wider(face: Face) -> f64 {
    match face {
        Face::Sans => 1.22,
        Face::SansSemi | Face::SansBold => 1.4,
        Face::Serif => 1.28,
    }
}

/// The room that a line of text needs in whichever face it is shown.
pub fn room(face: Face, size: f64, text: &str) -> f64 {
    measure(face, size, text) * wider(face)
}

/// How a paragraph is set, where it is not set as its place has it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting {
    /// Level, from 0.
    pub level: u8,
    /// `l`, `ctr`, `r`.
    pub align: Option<&'static str>,
    /// From line to line, in pixels.
    pub line: Option<f64>,
    /// Above, in pixels.
    pub before: Option<f64>,
    /// From the left edge to the words, and how far the sign before them stands to their left, in pixels.
    pub indent: Option<(f64, f64)>,
    /// What stands before the words.
    pub bullet: Bullet,
}

/// What stands before the words of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Bullet {
    /// As in its place.
    #[default]
    Inherited,
    /// Nothing.
    None,
    /// A disc; in lists of lists a ring.
    Disc,
    /// A ring.
    Ring,
    /// A number, counted from this one.
    Number(u64),
}

/// A paragraph of runs.
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

/// The signs of lists, of the colour of marks.
pub const DISC: &str = "<a:buClr><a:schemeClr val=\"accent1\"/></a:buClr><a:buSzPct val=\"110000\"/>\
     <a:buFont typeface=\"Arial\"/><a:buChar char=\"•\"/>";
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
