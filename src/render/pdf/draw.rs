//! Nodes of a scene and words of a page on a surface: paths, and glyphs of the bundled faces.

use super::said;
use crate::face;
use crate::face::Glyph;
use crate::face::shape;
use crate::scene::page::Words;
use crate::scene::{Anchor, Color, Node, Path, Rect, Stroke, Text};
use krilla::color::rgb;
use krilla::geom::{self, PathBuilder, Point, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use std::sync::OnceLock;

/// How far the control points of a quarter of a circle are from its ends, as a part of the radius.
const ARC: f64 = 0.552_284_8;

/// A font for the writer of PDF, read once.
fn font(of: face::Font) -> Font {
    static ALL: [OnceLock<Font>; face::Font::COUNT] = [const { OnceLock::new() }; face::Font::COUNT];
    let read = || Font::new(of.bytes().into(), 0).expect("a bundled font is a font");
    ALL[of.place()].get_or_init(read).clone()
}

/// Draws a node with all nodes in it.
pub(super) fn draw(surface: &mut Surface<'_>, node: &Node) {
    match node {
        Node::Group(group) => group.nodes.iter().for_each(|node| draw(surface, node)),
        Node::Rect(rect) => shape_of(surface, rectangle(rect), rect.fill, rect.stroke),
        Node::Path(path) => shape_of(surface, outlines(path), path.fill, path.stroke),
        Node::Text(text) => line(surface, text),
    }
}

/// Fills a path and draws along it; a path without a size draws nothing.
fn shape_of(surface: &mut Surface<'_>, path: Option<geom::Path>, fill: Option<Color>, stroke: Option<Stroke>) {
    let (Some(path), true) = (path, fill.is_some() || stroke.is_some()) else { return };
    surface.set_fill(fill.map(paint));
    surface.set_stroke(stroke.map(|stroke| krilla::paint::Stroke {
        paint: color(stroke.color).into(),
        width: stroke.width as f32,
        miter_limit: 4.0,
        line_cap: LineCap::Butt,
        line_join: LineJoin::Round,
        opacity: NormalizedF32::ONE,
        dash: None,
    }));
    surface.draw_path(&path);
}

fn paint(fill: Color) -> Fill {
    Fill { paint: color(fill).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn color(Color(rgb): Color) -> rgb::Color {
    rgb::Color::new((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

fn outlines(path: &Path) -> Option<geom::Path> {
    let mut builder = PathBuilder::new();
    for outline in &path.outlines {
        for (corner, &(x, y)) in outline.iter().enumerate() {
            match corner {
                0 => builder.move_to(x as f32, y as f32),
                _ => builder.line_to(x as f32, y as f32),
            }
        }
        if path.closed {
            builder.close();
        }
    }
    builder.finish()
}

fn rectangle(rect: &Rect) -> Option<geom::Path> {
    let Rect { x, y, width, height, .. } = *rect;
    let radius = rect.radius.min(width / 2.0).min(height / 2.0);
    let mut builder = PathBuilder::new();
    if radius <= 0.0 {
        builder.push_rect(geom::Rect::from_xywh(x as f32, y as f32, width as f32, height as f32)?);
        return builder.finish();
    }
    let (right, bottom, near) = (x + width, y + height, radius * (1.0 - ARC));
    let at = |x: f64, y: f64| (x as f32, y as f32);
    let (start_x, start_y) = at(x + radius, y);
    builder.move_to(start_x, start_y);
    // Each side, and the corner after it: the end of the side, two control points, the end of the corner.
    for [side, first, second, end] in [
        [at(right - radius, y), at(right - near, y), at(right, y + near), at(right, y + radius)],
        [at(right, bottom - radius), at(right, bottom - near), at(right - near, bottom), at(right - radius, bottom)],
        [at(x + radius, bottom), at(x + near, bottom), at(x, bottom - near), at(x, bottom - radius)],
        [at(x, y + radius), at(x, y + near), at(x + near, y), at(x + radius, y)],
    ] {
        builder.line_to(side.0, side.1);
        builder.cubic_to(first.0, first.1, second.0, second.1, end.0, end.1);
    }
    builder.close();
    builder.finish()
}

/// Draws a line of text. It ends in a space that nobody sees, so that its last word and the first of the next line stay
/// two words.
fn line(surface: &mut Surface<'_>, text: &Text) {
    let words = said(&text.text) + " ";
    let glyphs = shape(text.face, text.size, &words);
    let width: f64 = glyphs.iter().rev().skip(1).map(|glyph| glyph.advance).sum();
    let before = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => width / 2.0,
        Anchor::End => width,
    };
    let like = Like { size: text.size, fill: text.fill };
    match text.rotate {
        0.0 => set(surface, &glyphs, &words, (text.x - before, text.y), like),
        degrees => {
            let there = Transform::from_translate(text.x as f32, text.y as f32);
            surface.push_transform(&there);
            surface.push_transform(&Transform::from_rotate(degrees as f32));
            set(surface, &glyphs, &words, (-before, 0.0), like);
            surface.pop();
            surface.pop();
        }
    }
}

/// Draws words of a page.
pub(super) fn words(surface: &mut Surface<'_>, words: &Words) {
    let text = said(&words.text);
    let mut glyphs = shape(words.face, words.size, &text);
    if words.spacing != 0.0 {
        for (place, glyph) in glyphs.iter_mut().enumerate() {
            glyph.x += place as f64 * words.spacing;
            glyph.advance += words.spacing;
        }
    }
    let like = Like { size: words.size, fill: words.fill };
    if !words.slanted {
        return set(surface, &glyphs, &text, (words.x, words.y), like);
    }
    let there = Transform::from_row(1.0, 0.0, -SLANT, 1.0, words.x as f32, words.y as f32);
    surface.push_transform(&there);
    set(surface, &glyphs, &text, (0.0, 0.0), like);
    surface.pop();
}

/// How far leaning words lean, as in browsers where a face has no italic: one step to the side for four upwards.
const SLANT: f32 = 0.25;

/// How a line of glyphs looks.
#[derive(Clone, Copy)]
struct Like {
    size: f64,
    fill: Color,
}

/// Draws glyphs from a point on.
fn set(surface: &mut Surface<'_>, glyphs: &[Glyph], text: &str, (x, y): (f64, f64), like: Like) {
    let Like { size, fill } = like;
    surface.set_fill(Some(paint(fill)));
    surface.set_stroke(None);
    for run in glyphs.chunk_by(|one, next| one.font == next.font && (one.id == 0) == (next.id == 0)) {
        match run[0].id {
            0 => boxes(surface, run, (x, y), like),
            _ => {
                let placed = placed(run, glyphs, text, size);
                let start = Point::from_xy((x + run[0].x) as f32, y as f32);
                surface.draw_glyphs(start, &placed, font(run[0].font), text, size as f32, false);
            }
        }
    }
}

/// The glyphs of a run as the writer of PDF wants them: advances in ems, and the bytes of the text for which each
/// stands.
fn placed(run: &[Glyph], all: &[Glyph], text: &str, size: f64) -> Vec<KrillaGlyph> {
    let mut pen = run[0].x;
    let place = |glyph: &Glyph| {
        let next = all.iter().map(|other| other.cluster).filter(|start| *start > glyph.cluster).min();
        let range = glyph.cluster..next.unwrap_or(text.len());
        let offset = glyph.x - pen;
        pen += glyph.advance;
        let [advance, offset, rise] = [glyph.advance, offset, glyph.rise].map(|length| (length / size) as f32);
        KrillaGlyph::new(GlyphId::new(u32::from(glyph.id)), advance, offset, rise, 0.0, range, None)
    };
    run.iter().map(place).collect()
}

/// Draws the signs that no face has as boxes, since PDF/UA allows no glyph for them.
fn boxes(surface: &mut Surface<'_>, run: &[Glyph], (x, y): (f64, f64), Like { size, fill }: Like) {
    for glyph in run {
        let (edge, width) = (size * 0.06, glyph.advance.max(size * 0.3));
        let square = Rect {
            x: x + glyph.x + edge,
            y: y - size * 0.65,
            width: width - 2.0 * edge,
            height: size * 0.65,
            radius: 0.0,
            fill: None,
            stroke: Some(Stroke { color: fill, width: edge }),
        };
        shape_of(surface, rectangle(&square), square.fill, square.stroke);
    }
    surface.set_fill(Some(paint(fill)));
    surface.set_stroke(None);
}
