//! The plate: a figure that can leave the site alone, with its title, measure, marks, notes and source.

use super::scene;
use crate::chart::{self, Drawing, Room, Scale, balance, line, wrap};
use crate::lang::terms;
use crate::resolve::{Figure, Provenance, Site};
use crate::scene::{Anchor, Color, Face, Group, Node, Path, Rect, Scene, Stroke, Text};
use crate::theme::{Palette, measure};

/// Width of a plate and its margins, in pixels.
const WIDTH: f64 = 1200.0;
const MARGIN: f64 = 40.0;
const INNER: f64 = WIDTH - 2.0 * MARGIN;

/// Height wished for the figure itself.
const PLOT_HEIGHT: f64 = 540.0;

/// Sizes of type, from a line to the next as a part of the size.
const KICKER: f64 = 15.0;
const TITLE: f64 = 32.0;
const MEASURE: f64 = 19.0;
const FOOT: f64 = 15.0;
const ORIGIN: f64 = 13.0;
const LEADING: f64 = 1.25;

/// Draws the plate of a figure.
pub(super) fn draw(figure: &Figure, site: &Site, palette: &Palette) -> Scene {
    let mut nodes = Vec::new();
    let mut y = MARGIN;
    if !figure.kicker.is_empty() {
        let kicker = figure.kicker.to_uppercase();
        let texts = lines(&mut y, Face::SansSemi, KICKER, palette.quiet, 0.0, &kicker);
        nodes.push(group("kicker", texts));
        y += 4.0;
    }
    nodes.push(group("head", lines(&mut y, Face::Serif, TITLE, palette.accent, 0.0, &figure.title)));
    if !figure.measure.is_empty() {
        y += 4.0;
        nodes.push(group("measure", lines(&mut y, Face::Sans, MEASURE, palette.quiet, 0.0, &figure.measure)));
    }
    y += 18.0;

    let room = Room { left: MARGIN, top: y, width: INNER, height: PLOT_HEIGHT, paged: false, scale: Scale::Large };
    for Drawing { nodes: drawn, bottom, .. } in chart::draw(&figure.chart, &room, palette) {
        nodes.extend(drawn);
        y = bottom;
    }

    y += 18.0;
    nodes.push(rule(y, palette.grid));
    y += 14.0;
    let label =
        line((MARGIN, y + FOOT), Anchor::Start, Face::SansBold, FOOT, palette.accent, figure.source_label.as_str());
    let indent = label.width + FOOT * 0.5;
    nodes.push(group("source", vec![label]));
    let mut foot = lines(&mut y, Face::Sans, FOOT, palette.quiet, indent, &figure.source);
    for note in &figure.notes {
        y += 3.0;
        let words = format!("{} {}", note.mark, note.text);
        foot.extend(lines(&mut y, Face::Sans, FOOT, palette.quiet, 0.0, words.trim()));
    }
    nodes.push(group("foot", foot));
    if let Some(words) = origin(figure) {
        y += 6.0;
        nodes.push(group("origin", lines(&mut y, Face::Sans, ORIGIN, palette.quiet, 0.0, &words)));
    }

    let height = (y + MARGIN * 0.7).ceil();
    let ground = Rect { x: 0.0, y: 0.0, width: WIDTH, height, radius: 0.0, fill: Some(palette.paper), stroke: None };
    nodes.insert(0, Node::Group(Group { class: "paper", title: None, nodes: vec![Node::Rect(ground)] }));
    scene(figure, site, (WIDTH, height), nodes)
}

/// Of which edition and revision the figure is, and of which data; before them whose it is, and in their midst its
/// licence, where there is room for them. `None` for a figure of no edition.
fn origin(figure: &Figure) -> Option<String> {
    let Provenance { edition, revision, data, organisation, licence, language, .. } = &figure.provenance;
    if edition.is_empty() {
        return None;
    }
    let [of_edition, of_revision, of_data] = terms(*language).origin;
    let edition = format!("{of_edition} {edition}");
    let revision = format!("{of_revision} {revision}");
    let data = format!("{of_data} {data}");
    let whole = [organisation, &edition, &revision, licence, &data];
    let joined = |parts: &[&String]| {
        let parts: Vec<&str> = parts.iter().map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    };
    let shorter = [joined(&whole), joined(&whole[1..]), joined(&[&edition, &revision, &data])];
    let fits = |words: &&String| measure(Face::Sans, ORIGIN, words) <= INNER;
    Some(shorter.iter().find(fits).unwrap_or(&shorter[2]).clone())
}

/// A paragraph from `y` downwards, its first line shorter by `indent`; `y` is then below it.
fn lines(y: &mut f64, face: Face, size: f64, fill: Color, indent: f64, text: &str) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut broken = wrap(face, size, INNER, indent, text);
    if face == Face::Serif && broken.len() > 1 {
        // A title of several lines has no last word alone.
        broken = balance(face, size, INNER, broken.len(), text).unwrap_or(broken);
    }
    for (index, words) in broken.into_iter().enumerate() {
        let x = MARGIN + if index == 0 { indent } else { 0.0 };
        texts.push(line((x, *y + size), Anchor::Start, face, size, fill, words));
        *y += size * LEADING;
    }
    texts
}

fn group(class: &'static str, texts: Vec<Text>) -> Node {
    Node::Group(Group { class, title: None, nodes: texts.into_iter().map(Node::Text).collect() })
}

fn rule(y: f64, color: Color) -> Node {
    let outlines = vec![vec![(MARGIN, y), (WIDTH - MARGIN, y)]];
    let path = Path { outlines, closed: false, fill: None, stroke: Some(Stroke { color, width: 1.0 }) };
    Node::Group(Group { class: "rule", title: None, nodes: vec![Node::Path(path)] })
}
