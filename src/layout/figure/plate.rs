//! The plate: a figure that may leave the site alone, with its title, measure, marks, notes and source.

use crate::chart::{self, Drawing, Room, Scale, balance, line, measure, wrap};
use crate::lang::terms;
use crate::layout::figure::scene::scene;
use crate::resolve::{Figure, Masthead, Provenance};
use crate::scene::{Anchor, Color, Face, Group, Node, Path, Rect, Scene, Stroke, Text};
use crate::theme::Palette;

/// The size wished for a plate, in pixels of 96 to the inch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlateSize {
    /// The width. The plate has it, unless a table has too many columns to be read in it.
    pub width: f64,
    /// The height. A figure that needs more gets more, and one that needs less leaves space; without a height it is as
    /// high as it needs.
    pub height: Option<f64>,
}

/// A figure that may leave the site alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Plate {
    /// The drawing. A small plate is drawn larger and shown smaller, so its lengths may differ from those wished for.
    pub scene: Scene,
    /// How many pixels of 96 to the inch are one pixel of the scene.
    pub unit: f64,
}

impl PlateSize {
    /// The size on the site: 1200 pixels wide, and as high as it needs.
    pub const SITE: PlateSize = PlateSize { width: 1200.0, height: None };

    /// A size on paper, in millimetres.
    pub fn mm(width: f64, height: Option<f64>) -> PlateSize {
        let px = |mm: f64| mm / 25.4 * 96.0;
        PlateSize { width: px(width), height: height.map(px) }
    }
}

impl Plate {
    /// The width and the height at which it is shown, in pixels of 96 to the inch.
    pub fn size(&self) -> (f64, f64) {
        (self.scene.width * self.unit, self.scene.height * self.unit)
    }

    /// The plate on another ground, or without one. Words and marks keep their colours, which were chosen for paper.
    #[must_use]
    pub fn on(mut self, ground: Option<Color>) -> Plate {
        match ground {
            Some(_) => {
                if let Some(Node::Group(Group { nodes, .. })) = self.scene.nodes.first_mut()
                    && let Some(Node::Rect(rect)) = nodes.first_mut()
                {
                    rect.fill = ground;
                }
            }
            None => drop(self.scene.nodes.remove(0)),
        }
        self
    }
}

/// The smallest type in print, in pixels of 96 to the inch: 8 points.
const LEAST: f64 = 8.0 / 72.0 * 96.0;

/// Sizes of type and distances of a plate, in pixels of the scene.
struct Kind {
    scale: Scale,
    margin: f64,
    kicker: f64,
    title: f64,
    measure: f64,
    foot: f64,
    origin: f64,
    /// The spaces above the chart, below it, and below the rule.
    gaps: (f64, f64, f64),
    /// The height wished for the chart.
    chart: f64,
    /// The smallest type that charts, or the plate, have at this scale.
    least: f64,
}

const LARGE: Kind = Kind {
    scale: Scale::Large,
    margin: 40.0,
    kicker: 15.0,
    title: 32.0,
    measure: 19.0,
    foot: 15.0,
    origin: 13.0,
    gaps: (18.0, 18.0, 14.0),
    chart: 540.0,
    least: 13.0,
};

const SMALL: Kind = Kind {
    scale: Scale::Small,
    margin: 14.0,
    kicker: 12.0,
    title: 19.0,
    measure: 13.0,
    foot: 12.0,
    origin: 12.0,
    gaps: (12.0, 10.0, 8.0),
    chart: 0.0,
    least: 12.0,
};

/// The narrowest margin, in pixels of the scene.
const TIGHT: f64 = 4.0;

/// The distance from line to line, as a part of the size.
const LEADING: f64 = 1.25;

/// The width of the widest scene, in its pixels.
const WIDEST: f64 = 1200.0;

/// The width below which large type is shown smaller.
const EASY: f64 = 760.0;

/// The width of the narrowest scene that has large type.
const NARROWEST: f64 = 620.0;

/// Draws the plate of a figure.
///
/// Its smallest type is at least 8 points in print. From 1200 pixels on, a plate grows as a whole. Below that, type
/// keeps its size and the figure has less room, until it must shrink with it; and from 134 mm downwards it is set as
/// for a telephone.
pub fn plate(figure: &Figure, site: &Masthead, palette: &Palette, size: PlateSize) -> Plate {
    let (kind, width) = setting(size.width);
    let unit = size.width / width;
    let height = size.height.map(|height| height / unit);
    let scene = draw(figure, site, palette, &kind, width, height);
    // A table takes of the margins what its columns need.
    let scene = match scene.width > width {
        true => draw(figure, site, palette, &Kind { margin: TIGHT, ..kind }, width, height),
        false => scene,
    };
    Plate { scene, unit }
}

/// The sizes of a plate that is shown `shown` pixels wide, and the width of its scene.
fn setting(shown: f64) -> (Kind, f64) {
    // Rounded down to a tenth, so that a width is written as it is.
    let smallest = |kind: &Kind| (shown * kind.least / LEAST * 10.0).floor() / 10.0;
    match smallest(&LARGE) {
        large if large >= NARROWEST => (LARGE, shown.max(large.min(EASY)).min(WIDEST)),
        _ => (SMALL, smallest(&SMALL)),
    }
}

fn draw(figure: &Figure, site: &Masthead, palette: &Palette, kind: &Kind, width: f64, height: Option<f64>) -> Scene {
    let inner = width - 2.0 * kind.margin;
    let column = Column { left: kind.margin, width: inner };
    let mut nodes = Vec::new();
    let mut y = kind.margin;
    if let Some(warning) = figure.provenance.warning() {
        let texts = column.lines(&mut y, Face::SansBold, kind.measure, palette.accent, 0.0, warning);
        nodes.push(group("draft", texts));
        y += 6.0;
    }
    if !figure.kicker.is_empty() {
        let kicker = figure.kicker.to_uppercase();
        let texts = column.lines(&mut y, Face::SansSemi, kind.kicker, palette.quiet, 0.0, &kicker);
        nodes.push(group("kicker", texts));
        y += 4.0;
    }
    nodes.push(group("head", column.lines(&mut y, Face::Serif, kind.title, palette.accent, 0.0, &figure.title)));
    if !figure.measure.is_empty() {
        y += 4.0;
        let texts = column.lines(&mut y, Face::Sans, kind.measure, palette.quiet, 0.0, &figure.measure);
        nodes.push(group("measure", texts));
    }
    y += kind.gaps.0;

    // The chart gets what head and foot leave of a height that is wished for.
    let below = foot(figure, kind, &column, palette, 0.0).1;
    let room = height.map_or(kind.chart, |height| (height - y - below).floor());
    let room = Room { left: kind.margin, top: y, width: inner, height: room.max(0.0), paged: false, scale: kind.scale };
    let mut right = width - kind.margin;
    for Drawing { nodes: drawn, right: drawn_to, bottom } in chart::draw(&figure.chart, &room, palette) {
        nodes.extend(drawn);
        (right, y) = (right.max(drawn_to), bottom);
    }
    let width = if right > inner + kind.margin { (right + kind.margin).ceil() } else { width };

    // The foot stands at the end of it.
    let column = Column { width: width - 2.0 * kind.margin, ..column };
    let below = foot(figure, kind, &column, palette, 0.0).1;
    let from = height.map_or(y, |height| y.max(height - below));
    let (footer, bottom) = foot(figure, kind, &column, palette, from);
    nodes.extend(footer);
    let height = height.map_or_else(|| bottom.ceil(), |height| height.max(bottom));
    let ground = Rect { x: 0.0, y: 0.0, width, height, radius: 0.0, fill: Some(palette.paper), stroke: None };
    nodes.insert(0, Node::Group(Group { class: "paper", title: None, nodes: vec![Node::Rect(ground)] }));
    scene(figure, site, (width, height), nodes)
}

/// Adds rule, source and notes below a chart that ends at `y`; returns where the plate ends.
fn foot(figure: &Figure, kind: &Kind, column: &Column, palette: &Palette, mut y: f64) -> (Vec<Node>, f64) {
    let size = kind.foot;
    y += kind.gaps.1;
    let mut nodes = vec![column.rule(y, palette.grid)];
    y += kind.gaps.2;
    let at = (column.left, y + size);
    let label = line(at, Anchor::Start, Face::SansBold, size, palette.accent, figure.source_label.as_str());
    // Where the bundled face is not installed, another may be wider by a quarter.
    let indent = label.width + (size * 0.5).max(label.width / 4.0);
    nodes.push(group("source", vec![label]));
    let mut texts = column.lines(&mut y, Face::Sans, size, palette.quiet, indent, &figure.source);
    for note in &figure.notes {
        y += 3.0;
        let words = format!("{} {}", note.mark, note.text);
        texts.extend(column.lines(&mut y, Face::Sans, size, palette.quiet, 0.0, words.trim()));
    }
    nodes.push(group("foot", texts));
    if let Some(words) = origin(figure, kind.origin, column.width) {
        y += 6.0;
        nodes.push(group("origin", column.lines(&mut y, Face::Sans, kind.origin, palette.quiet, 0.0, &words)));
    }
    (nodes, y + kind.margin * 0.7)
}

/// The line that tells the edition, the revision and the data of a figure; where there is room, whose it is stands
/// before, and the licence in the middle. `None` for a figure of no edition.
fn origin(figure: &Figure, size: f64, width: f64) -> Option<String> {
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
    let fits = |words: &&String| measure(Face::Sans, size, words) <= width;
    Some(shorter.iter().find(fits).unwrap_or(&shorter[2]).clone())
}

/// The column in which words stand.
struct Column {
    left: f64,
    width: f64,
}

impl Column {
    /// Sets a paragraph at `y`, its first line shorter by `indent`, and moves `y` below it.
    fn lines(&self, y: &mut f64, face: Face, size: f64, fill: Color, indent: f64, text: &str) -> Vec<Text> {
        let mut texts = Vec::new();
        let mut broken = wrap(face, size, self.width, indent, text);
        if face == Face::Serif && broken.len() > 1 {
            // A title of several lines has no last word alone.
            broken = balance(face, size, self.width, broken.len(), text).unwrap_or(broken);
        }
        for (index, words) in broken.into_iter().enumerate() {
            let x = self.left + if index == 0 { indent } else { 0.0 };
            texts.push(line((x, *y + size), Anchor::Start, face, size, fill, words));
            *y += size * LEADING;
        }
        texts
    }

    fn rule(&self, y: f64, color: Color) -> Node {
        let outlines = vec![vec![(self.left, y), (self.left + self.width, y)]];
        let path = Path { outlines, closed: false, fill: None, stroke: Some(Stroke { color, width: 1.0 }) };
        Node::Group(Group { class: "rule", title: None, nodes: vec![Node::Path(path)] })
    }
}

fn group(class: &'static str, texts: Vec<Text>) -> Node {
    Node::Group(Group { class, title: None, nodes: texts.into_iter().map(Node::Text).collect() })
}
