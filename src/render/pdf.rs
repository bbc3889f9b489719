//! A scene as a PDF of one page, as large as the figure: vectors, fonts subset, text that can be read, copied and found.
//!
//! It is held against PDF/UA-1 (ISO 14289-1) as it is written. Groups of a plate tell what is a heading, what a paragraph
//! and what the drawing, which is a Figure with the title and the description as its alternative. There is no date and
//! no random number in it: the same scene, the same bytes.

use crate::layout::Plate;
use crate::scene::{Anchor, Color, Face, Node, Path, Rect, Scene, Stroke, Text};
use crate::theme::{Glyph, face_bytes, shape};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{self, PathBuilder, Point, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, BBox, ContentTag, SpanTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings, color::rgb};
use std::num::NonZeroU16;
use std::sync::LazyLock;

/// Points to the pixel: 72 of one, 96 of the other make an inch.
const POINTS: f64 = 0.75;

/// How far a quarter of a circle's control points are from its ends, in radii.
const ARC: f64 = 0.552_284_8;

/// In the order of [`Face`].
static FONTS: LazyLock<[Font; 4]> = LazyLock::new(|| {
    [Face::Sans, Face::SansSemi, Face::SansBold, Face::Serif]
        .map(|face| Font::new(face_bytes(face).into(), 0).expect("a bundled font is a font"))
});

/// What a part of a plate is to somebody who does not see it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Nothing: grounds and rules.
    Ornament,
    /// The title.
    Heading,
    /// Words.
    Paragraph,
    /// The drawing.
    Figure,
}

/// The whole file. `about` is what the metadata say of where it comes from, as [`crate::resolve::Provenance::pairs`] gives it.
///
/// # Panics
/// Where the writer refuses what any scene may hold: a fault of ours.
pub fn document(plate: &Plate, about: &[(&str, String)]) -> Vec<u8> {
    let (scene, unit) = (&plate.scene, plate.unit * POINTS);
    let ua = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = ua.expect("PDF/UA-1 alone contradicts nothing");
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let size = [scene.width, scene.height].map(|length| (length * unit) as f32);
    let settings = PageSettings::from_wh(size[0], size[1]).expect("a scene has a size");

    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_scale(unit as f32, unit as f32));
    let whole = geom::Rect::from_xywh(0.0, 0.0, size[0], size[1]).expect("a scene has a size");
    let tree = parts(&mut surface, scene, unit, whole);
    surface.pop();
    surface.finish();
    page.finish();

    document.set_tag_tree(tree);
    let mut outline = Outline::new();
    outline.push_child(OutlineNode::new(said(&scene.title), XyzDestination::new(0, Point::from_xy(0.0, 0.0))));
    document.set_outline(outline);
    document.set_metadata(metadata(scene, about));
    document.finish().unwrap_or_else(|error| panic!("a scene is no sound PDF: {error:?}"))
}

/// What has a place of its own in the metadata goes there; the rest are keywords, a line each, `key: words`, where a
/// further line of the words begins with a tab.
fn metadata(scene: &Scene, about: &[(&str, String)]) -> Metadata {
    let of_scene = ["Title", "Description", "dc:language"];
    let authors = about.iter().filter(|(key, _)| *key == "Author").map(|(_, words)| said(words)).collect();
    let others = about.iter().filter(|(key, _)| *key != "Author" && !of_scene.contains(key));
    let lines: Vec<String> = others.map(|(key, words)| format!("{key}: {}", words.replace('\n', "\n\t"))).collect();
    let keywords = if lines.is_empty() { Vec::new() } else { vec![kept(&lines.join("\n"), &['\n', '\t'])] };
    Metadata::new()
        .title(said(&scene.title))
        .description(said(&scene.description))
        .language(scene.lang.clone())
        .authors(authors)
        .keywords(keywords)
        .creator("fascicle".to_owned())
        .producer("fascicle".to_owned())
}

/// Draws the scene part by part; what stands together and is alike is one part.
fn parts(surface: &mut Surface<'_>, scene: &Scene, unit: f64, whole: geom::Rect) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(scene.lang.clone()));
    let mut rest = &scene.nodes[..];
    while let Some((first, _)) = rest.split_first() {
        let role = role(first);
        // A label and what it is the label of are one paragraph.
        let alike =
            |at: usize, node: &Node| self::role(node) == role && (role == Role::Figure || follows(&rest[at - 1], node));
        let count = 1 + rest[1..].iter().enumerate().take_while(|(index, node)| alike(index + 1, node)).count();
        let (part, after) = rest.split_at(count);
        rest = after;
        let tag = match role {
            Role::Ornament => ContentTag::Artifact(Artifact::new(ArtifactType::Background, Some(whole))),
            Role::Figure => ContentTag::Other,
            Role::Heading | Role::Paragraph => ContentTag::Span(SpanTag::empty()),
        };
        let content = surface.start_tagged(tag);
        part.iter().for_each(|node| draw(surface, node));
        surface.end_tagged();
        let mut group = match role {
            Role::Ornament => continue,
            Role::Heading => TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(said(&scene.title)))),
            Role::Paragraph => TagGroup::new(Tag::P),
            Role::Figure => {
                let alternative = said(&format!("{}. {}", scene.title, scene.description));
                TagGroup::new(Tag::Figure(Some(alternative)).with_bbox(Some(BBox::new(0, bounds(part, unit, whole)))))
            }
        };
        let lang = match first {
            Node::Group(one) if one.class == "kicker" => &scene.others.kicker,
            Node::Group(one) if one.class == "head" => &scene.others.title,
            _ => &None,
        };
        group.tag.set_lang(lang.clone());
        group.push(content);
        tree.push(group);
    }
    tree
}

fn role(node: &Node) -> Role {
    let Node::Group(group) = node else { return Role::Figure };
    match group.class {
        "paper" | "rule" => Role::Ornament,
        "head" => Role::Heading,
        "kicker" | "measure" | "source" | "foot" | "origin" => Role::Paragraph,
        _ => Role::Figure,
    }
}

/// Whether a part of words goes on with this one: the words of a source after its label.
fn follows(before: &Node, node: &Node) -> bool {
    let class = |node: &Node| if let Node::Group(group) = node { group.class } else { "" };
    matches!((class(before), class(node)), ("source", "foot"))
}

/// The box of the drawing, in points: from edge to edge, as high as what stands in it.
fn bounds(nodes: &[Node], unit: f64, whole: geom::Rect) -> geom::Rect {
    let (mut top, mut bottom) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut add = |from: f64, to: f64| (top, bottom) = (top.min(from), bottom.max(to));
    extent(nodes, &mut add);
    let [top, bottom] = [top, bottom].map(|y| ((y * unit) as f32).clamp(0.0, whole.height()));
    geom::Rect::from_ltrb(0.0, top, whole.width(), bottom).filter(|_| top < bottom).unwrap_or(whole)
}

fn extent(nodes: &[Node], add: &mut impl FnMut(f64, f64)) {
    for node in nodes {
        match node {
            Node::Group(group) => extent(&group.nodes, add),
            Node::Rect(rect) => add(rect.y, rect.y + rect.height),
            Node::Path(path) => path.outlines.iter().flatten().for_each(|&(_, y)| add(y, y)),
            Node::Text(text) if text.rotate == 0.0 => add(text.y - text.size, text.y + text.size * 0.3),
            Node::Text(text) => {
                let rise = (text.width + text.size) * text.rotate.to_radians().sin();
                add(text.y.min(text.y + rise), text.y.max(text.y + rise));
            }
        }
    }
}

fn draw(surface: &mut Surface<'_>, node: &Node) {
    match node {
        Node::Group(group) => group.nodes.iter().for_each(|node| draw(surface, node)),
        Node::Rect(rect) => shape_of(surface, rectangle(rect), rect.fill, rect.stroke),
        Node::Path(path) => shape_of(surface, outlines(path), path.fill, path.stroke),
        Node::Text(text) => words(surface, text),
    }
}

/// Fills and strokes a path; one without a size is nothing.
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

/// A line of text. It ends in a space that nobody sees, so that its last word and the first of the next line stay two.
fn words(surface: &mut Surface<'_>, text: &Text) {
    let line = said(&text.text) + " ";
    let glyphs = shape(text.face, text.size, &line);
    let width: f64 = glyphs.iter().rev().skip(1).map(|glyph| glyph.advance).sum();
    let before = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => width / 2.0,
        Anchor::End => width,
    };
    surface.push_transform(&Transform::from_translate(text.x as f32, text.y as f32));
    if text.rotate != 0.0 {
        surface.push_transform(&Transform::from_rotate(text.rotate as f32));
    }
    surface.set_fill(Some(paint(text.fill)));
    surface.set_stroke(None);
    for run in glyphs.chunk_by(|one, next| (one.id == 0) == (next.id == 0)) {
        let start = run[0].x - before;
        match run[0].id {
            0 => boxes(surface, run, before, text),
            _ => {
                let placed = placed(run, &glyphs, &line, text.size);
                let start = Point::from_xy(start as f32, 0.0);
                surface.draw_glyphs(start, &placed, FONTS[text.face as usize].clone(), &line, text.size as f32, false);
            }
        }
    }
    if text.rotate != 0.0 {
        surface.pop();
    }
    surface.pop();
}

/// Glyphs of a run as the writer wants them: moves in ems, and the bytes of the text that each stands for.
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

/// Signs that the face does not have, as boxes: PDF/UA has no glyph for them.
fn boxes(surface: &mut Surface<'_>, run: &[Glyph], before: f64, text: &Text) {
    for glyph in run {
        let (edge, width) = (text.size * 0.06, glyph.advance.max(text.size * 0.3));
        let square = Rect {
            x: glyph.x - before + edge,
            y: -text.size * 0.65,
            width: width - 2.0 * edge,
            height: text.size * 0.65,
            radius: 0.0,
            fill: None,
            stroke: Some(Stroke { color: text.fill, width: edge }),
        };
        shape_of(surface, rectangle(&square), square.fill, square.stroke);
    }
    surface.set_fill(Some(paint(text.fill)));
    surface.set_stroke(None);
}

/// Words without the signs that no text of a PDF may hold.
fn said(text: &str) -> String {
    kept(text, &[])
}

fn kept(text: &str, also: &[char]) -> String {
    let never = |sign: char| {
        (sign.is_control() && !also.contains(&sign)) || matches!(sign, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    text.chars().map(|sign| if never(sign) { ' ' } else { sign }).collect()
}
