//! A figure as a PDF of one page, as large as the figure.
//!
//! The groups of a plate tell what is a heading, what a paragraph and what the drawing. The drawing is tagged as a
//! Figure, with its title and description as the alternative.

use super::draw::draw;
use super::{POINTS, begin, metadata, said};
use crate::layout::Plate;
use crate::scene::{Node, Scene};
use krilla::destination::XyzDestination;
use krilla::geom::{self, Point, Transform};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, BBox, ContentTag, SpanTag, Tag, TagGroup, TagTree};
use std::num::NonZeroU16;

/// What a group of a plate is to somebody who does not see it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Nothing: a ground or a rule.
    Ornament,
    /// The title.
    Heading,
    /// Words below or above the drawing.
    Paragraph,
    /// The drawing.
    Figure,
}

/// The whole file. `about` is where the figure comes from, as [`crate::resolve::Provenance::pairs`] gives it, and goes
/// into the metadata.
///
/// # Panics
/// Where the writer refuses something that any scene may hold: a fault of ours.
pub fn document(plate: &Plate, about: &[(&str, String)]) -> Vec<u8> {
    let (scene, unit) = (&plate.scene, plate.unit * POINTS);
    let mut document = begin();
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
    document.set_metadata(metadata([&scene.title, &scene.description, &scene.lang], about));
    document.finish().unwrap_or_else(|error| panic!("a scene is no sound PDF: {error:?}"))
}

/// Draws the scene part by part; neighbours of one role that belong together are one part.
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
        "draft" | "kicker" | "measure" | "source" | "foot" | "origin" => Role::Paragraph,
        _ => Role::Figure,
    }
}

/// Whether a group of words continues the one before it, as the words of a source continue its label.
fn follows(before: &Node, node: &Node) -> bool {
    let class = |node: &Node| if let Node::Group(group) = node { group.class } else { "" };
    matches!((class(before), class(node)), ("source", "foot"))
}

/// The box of the drawing, in points: as wide as the page, and as high as what stands in it.
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
