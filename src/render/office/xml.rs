//! What all parts are written with: escaped words, lengths, colours.

use crate::files::markup::printable;
use crate::layout::Area;
use crate::scene::Color;
use crate::theme::Palette;

/// English Metric Units to the pixel of 96 to the inch.
const EMU: f64 = 9525.0;

/// The head of every part.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The three names of a part of slides: drawing, relations, presentation.
pub const NAMES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// Words as they stand in an element or in a quoted attribute; signs that XML cannot hold are a space.
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

/// Pixels as EMU.
pub fn emu(pixels: f64) -> i64 {
    (pixels * EMU).round() as i64
}

/// Pixels as hundredths of a point, in which type is measured: 24 pixels are 1800.
pub fn hundredths(pixels: f64) -> i64 {
    (pixels * 75.0).round() as i64
}

/// Where something stands, as the inside of an `xfrm`.
pub fn place(area: &Area) -> String {
    let [x, y, width, height] = [area.x, area.y, area.width.max(0.0), area.height.max(0.0)].map(emu);
    format!("<a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/>")
}

/// A colour as the theme of the file knows it, so that another theme changes it; one of no token as it is.
pub fn color(color: Color, palette: &Palette) -> String {
    let tokens = tokens(palette);
    match tokens.iter().find(|(_, token)| *token == color) {
        Some((name, _)) => format!("<a:schemeClr val=\"{name}\"/>"),
        None => format!("<a:srgbClr val=\"{:06X}\"/>", color.0),
    }
}

/// The same as a fill.
pub fn fill(of: Color, palette: &Palette) -> String {
    format!("<a:solidFill>{}</a:solidFill>", color(of, palette))
}

/// A line of a width in pixels.
pub fn stroke(of: Color, width: f64, palette: &Palette) -> String {
    format!("<a:ln w=\"{}\">{}</a:ln>", emu(width), fill(of, palette))
}

/// The tokens by their names in a theme of Office. Ink and paper come first: another token of their colour is they.
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
