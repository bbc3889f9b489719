//! What all parts are written with: escaped words, lengths and colours.

use crate::files::markup::printable;
use crate::layout::Area;
use crate::scene::Color;
use crate::theme::Palette;

/// How many English Metric Units (EMU), the unit of length of the format, are a pixel of 96 to the inch.
const EMU: f64 = 9525.0;

/// The first line of every part.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The three namespaces of a part of slides: drawing, relations, presentation.
pub const NAMES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// Words as they stand in an element or in a quoted attribute. Signs that XML cannot hold become spaces.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in printable(text).chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// A length in pixels as English Metric Units.
pub fn emu(pixels: f64) -> i64 {
    (pixels * EMU).round() as i64
}

/// A length in pixels as hundredths of a point, in which the format measures type: 24 pixels are 1800.
pub fn hundredths(pixels: f64) -> i64 {
    (pixels * 75.0).round() as i64
}

/// A place on the slide as the children of an `xfrm` element.
pub fn place(area: &Area) -> String {
    let [x, y, width, height] = [area.x, area.y, area.width.max(0.0), area.height.max(0.0)].map(emu);
    format!("<a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/>")
}

/// The element of a colour. One of the palette is written by its name in the theme of the file, so that it changes when
/// the theme does; any other by its number.
pub fn color(color: Color, palette: &Palette) -> String {
    let tokens = tokens(palette);
    match tokens.iter().find(|(_, token)| *token == color) {
        Some((name, _)) => format!("<a:schemeClr val=\"{name}\"/>"),
        None => format!("<a:srgbClr val=\"{:06X}\"/>", color.0),
    }
}

/// The `solidFill` element of a colour.
pub fn fill(of: Color, palette: &Palette) -> String {
    format!("<a:solidFill>{}</a:solidFill>", color(of, palette))
}

/// The `ln` element: a line of a colour, its width in pixels.
pub fn stroke(of: Color, width: f64, palette: &Palette) -> String {
    format!("<a:ln w=\"{}\">{}</a:ln>", emu(width), fill(of, palette))
}

/// The colours of the palette by their names in the theme of the file. Ink and paper come first: another colour of the
/// palette that is equal to one of them goes by its name.
pub fn tokens(palette: &Palette) -> [(&'static str, Color); 10] {
    [
        ("tx1", palette.ink),
        ("bg1", palette.paper),
        ("tx2", palette.accent),
        ("bg2", palette.panel),
        ("accent1", palette.mark),
        ("accent2", palette.above),
        ("accent3", palette.below),
        ("accent4", palette.target),
        ("accent5", palette.quiet),
        ("accent6", palette.grid),
    ]
}

#[cfg(test)]
mod tests {
    use super::{emu, escape, hundredths};

    #[test]
    fn words_are_escaped_and_signs_that_xml_cannot_hold_are_spaces() {
        assert_eq!(escape("a<b>&\"c\"\u{1}\u{fffe}\n"), "a&lt;b&gt;&amp;&quot;c&quot;   ");
    }

    #[test]
    fn a_slide_of_1280_pixels_is_13_inches_and_a_third() {
        assert_eq!([emu(1280.0), emu(720.0)], [12_192_000, 6_858_000]);
        assert_eq!(hundredths(24.0), 1800);
    }
}
