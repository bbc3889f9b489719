//! A line of text as the contours of its glyphs, in the coordinates of its scene: for formats in which words are shapes.

use super::shape;
use crate::face::{Step, outline};
use crate::files::markup::printable;
use crate::scene::{Anchor, Text};

/// A point of a scene, in pixels.
pub(crate) type Spot = (f64, f64);

/// Hands on every step of every contour of a text, placed in its scene. An anchor at the middle or the end counts from
/// the width as kerned, which is what browsers do and may be a little less than the one measured.
pub(crate) fn contours(text: &Text, mut each: impl FnMut(Step)) {
    let glyphs = shape(text.face, text.size, &printable(&text.text));
    let width = glyphs.iter().map(|glyph| glyph.advance).sum::<f64>();
    let start = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => -width / 2.0,
        Anchor::End => -width,
    };
    let (sin, cos) = if text.rotate == 0.0 { (0.0, 1.0) } else { text.rotate.to_radians().sin_cos() };
    for glyph in glyphs {
        let place = |x: f64, y: f64| {
            let (x, y) = (start + glyph.x + x * text.size, y * text.size - glyph.rise);
            (text.x + x * cos - y * sin, text.y + x * sin + y * cos)
        };
        outline(glyph.font, glyph.id).iter().for_each(|step| each(step.map(place)));
    }
}
