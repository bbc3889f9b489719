//! A scene as shapes of Office: rectangles, outlines and lines of text that can be moved and changed, all in one group.

use super::shape::{END_GROUP, Inside, Name, Shapes};
use super::text::{Look, Setting, Words, paragraph};
use super::xml::{color, emu, fill};
use crate::layout::Area;
use crate::scene::{Anchor, Color, Node, Path, Rect, Stroke, Text};
use crate::theme::Palette;

/// How much wider than ours the widest face is that a program may take in its place.
const WIDEST: f64 = 1.4;

/// The left margin of a slide, in pixels.
const MARGIN: f64 = 40.0;

/// How much smaller words are set at most so as not to leave that margin, as a part of their size.
const SMALLER: f64 = 0.78;

/// The width of a slide less the narrowest right margin, in pixels.
const SLIDE: f64 = 1276.0;

/// Where a scene stands on a slide: moved, and shrunk where it is larger than its place.
#[derive(Clone, Copy, Debug)]
pub struct Fit {
    /// The left edge and the top of the scene, in pixels of the slide.
    pub at: (f64, f64),
    /// The pixels of the slide for one of the scene.
    pub scale: f64,
}

impl Fit {
    /// The place of a scene of some width and height in the middle of an area, shrunk where it would not fit.
    pub fn within(area: &Area, width: f64, height: f64) -> Fit {
        let scale = (area.width / width).min(area.height / height).min(1.0);
        let at = (area.x + (area.width - width * scale) / 2.0, area.y + (area.height - height * scale) / 2.0);
        Fit { at, scale }
    }

    /// The place on the slide of a point of the scene.
    pub fn point(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (self.at.0 + x * self.scale, self.at.1 + y * self.scale)
    }
}

/// Adds nodes of a scene as one group of shapes that takes an area; without nodes it adds nothing.
pub fn add(shapes: &mut Shapes, nodes: &[&Node], fit: &Fit, area: &Area, name: &Name<'_>, words: &Words<'_>) {
    if nodes.is_empty() {
        return;
    }
    let mut written = shapes.begin_group(name, area);
    let mut writer = Writer { shapes, fit, words };
    nodes.iter().for_each(|node| writer.node(node, &mut written));
    written.push_str(END_GROUP);
    shapes.push(&written);
}

/// All texts of some nodes, and of the groups among them, in their order.
pub fn texts<'n>(nodes: &[&'n Node]) -> Vec<&'n Text> {
    let mut found = Vec::new();
    for node in nodes {
        match node {
            Node::Group(group) => found.extend(texts(&group.nodes.iter().collect::<Vec<_>>())),
            Node::Text(text) => found.push(text),
            Node::Rect(_) | Node::Path(_) => {}
        }
    }
    found
}

/// Whether two texts are one line, such as a word and what is said of it in another face or colour.
fn goes_on(one: &Node, next: &Node) -> bool {
    let (Node::Text(one), Node::Text(next)) = (one, next) else { return false };
    let level = |text: &Text| text.rotate == 0.0 && text.anchor == Anchor::Start;
    let gap = next.x - one.x - one.width;
    level(one) && level(next) && one.y == next.y && gap >= 0.0 && gap <= one.size.max(one.width * 0.35)
}

struct Writer<'w, 's> {
    shapes: &'s mut Shapes,
    fit: &'w Fit,
    words: &'w Words<'w>,
}

impl Writer<'_, '_> {
    fn node(&mut self, node: &Node, written: &mut String) {
        match node {
            Node::Group(group) => group.nodes.chunk_by(goes_on).for_each(|line| match line {
                [node] => self.node(node, written),
                line => written.push_str(&self.text(&texts(&line.iter().collect::<Vec<_>>()))),
            }),
            Node::Rect(rect) => written.push_str(&self.rect(rect)),
            Node::Path(path) => written.push_str(&self.path(path)),
            Node::Text(text) => written.push_str(&self.text(&[text])),
        }
    }

    fn rect(&mut self, rect: &Rect) -> String {
        let (x, y) = self.fit.point((rect.x, rect.y));
        let area = Area { x, y, width: rect.width * self.fit.scale, height: rect.height * self.fit.scale };
        let shorter = rect.width.min(rect.height).max(1e-6);
        let round = (rect.radius / shorter).min(0.5);
        let geometry = match round {
            round if round >= 0.499 => "<a:prstGeom prst=\"ellipse\"><a:avLst/></a:prstGeom>".to_owned(),
            round if round > 0.0 => format!(
                "<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\" fmla=\"val {}\"/></a:avLst></a:prstGeom>",
                (round * 100_000.0).round() as i64
            ),
            _ => "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>".to_owned(),
        };
        let look = self.look(rect.fill, rect.stroke);
        self.shapes.shape("", &area, &geometry, &look)
    }

    fn path(&mut self, path: &Path) -> String {
        let corners = || path.outlines.iter().flatten();
        let least = corners().fold((f64::INFINITY, f64::INFINITY), |(x, y), at| (x.min(at.0), y.min(at.1)));
        let most = corners().fold((f64::NEG_INFINITY, f64::NEG_INFINITY), |(x, y), at| (x.max(at.0), y.max(at.1)));
        if !(least.0.is_finite() && least.1.is_finite()) {
            return String::new();
        }
        let (x, y) = self.fit.point(least);
        let scale = self.fit.scale;
        let area = Area { x, y, width: (most.0 - least.0) * scale, height: (most.1 - least.1) * scale };
        let mut steps = String::new();
        for outline in &path.outlines {
            for (corner, at) in outline.iter().enumerate() {
                let name = if corner == 0 { "moveTo" } else { "lnTo" };
                let [x, y] = [(at.0 - least.0) * scale, (at.1 - least.1) * scale].map(emu);
                steps.push_str(&format!("<a:{name}><a:pt x=\"{x}\" y=\"{y}\"/></a:{name}>"));
            }
            if path.closed && !outline.is_empty() {
                steps.push_str("<a:close/>");
            }
        }
        let [width, height] = [area.width, area.height].map(emu);
        let filled = if path.fill.is_none() { " fill=\"none\"" } else { "" };
        let geometry = format!(
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst>\
             <a:path w=\"{width}\" h=\"{height}\"{filled}>{steps}</a:path></a:pathLst></a:custGeom>"
        );
        let look = self.look(path.fill, path.stroke);
        self.shapes.shape("", &area, &geometry, &look)
    }

    fn look(&self, of: Option<Color>, stroke: Option<Stroke>) -> String {
        let palette = self.words.palette;
        let inside = of.map_or_else(|| "<a:noFill/>".to_owned(), |color| fill(color, palette));
        inside + &line(stroke, self.fit.scale, palette)
    }

    /// A line of text in a box as wide as it was measured and some more, for another face may be wider. Texts that
    /// follow one another are written as one line, so that none runs into the next.
    fn text(&mut self, line: &[&Text]) -> String {
        let (text, last) = (line[0], line[line.len() - 1]);
        let (x, y) = self.fit.point((text.x, text.y));
        let width = (last.x + last.width - text.x) * self.fit.scale;
        // Words that end at their place are set somewhat smaller where another face would reach beyond the margin.
        let is_from_left = text.rotate == 0.0 && text.anchor == Anchor::End;
        let smaller = if is_from_left { ((x - MARGIN) / (width * WIDEST)).clamp(SMALLER, 1.0) } else { 1.0 };
        let scale = self.fit.scale * smaller;
        let (size, width) = (text.size * scale, width * smaller);
        let spare = width * 0.12 + size * 0.5;
        let height = size * 1.3;
        // The baseline stands about a quarter of the size above the lower edge of the line.
        let (top, mut wide) = (y - size * 1.0, width + spare);
        // Words at the right edge break where another face is so wide that they would reach beyond the slide.
        let room = SLIDE - x;
        let at_edge = text.rotate == 0.0 && text.anchor == Anchor::Start && width * WIDEST > room && width < room;
        if at_edge {
            wide = room;
        }
        let (left, align) = match text.anchor {
            Anchor::Start => (x, "l"),
            Anchor::Middle => (x - wide / 2.0, "ctr"),
            Anchor::End => (x - wide, "r"),
        };
        // Office turns a box about its middle; a scene, a text about its anchor.
        let middle = turned((left + wide / 2.0, top + height / 2.0), (x, y), text.rotate);
        let area = Area { x: middle.0 - wide / 2.0, y: middle.1 - height / 2.0, width: wide, height };
        let setting = Setting { align: Some(align), line: Some(height), ..Setting::default() };
        let run = |(place, text): (usize, &&Text)| {
            let space = if place + 1 < line.len() { " " } else { "" };
            self.words.run(&format!("{}{space}", text.text), Look::of(text.face, text.size * scale, text.fill))
        };
        let runs: String = line.iter().enumerate().map(run).collect();
        let line = paragraph(&setting, &runs);
        let inside = Inside { unbroken: !at_edge, ..Inside::default() };
        self.shapes.text_box_of("", &area, &inside, "", &line, text.rotate)
    }
}

fn turned((x, y): (f64, f64), (about_x, about_y): (f64, f64), degrees: f64) -> (f64, f64) {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (dx, dy) = (x - about_x, y - about_y);
    (about_x + dx * cos - dy * sin, about_y + dx * sin + dy * cos)
}

/// The `ln` element of an outline. Where there is no outline, that is written too, or the theme of the file would give
/// one.
pub fn line(stroke: Option<Stroke>, scale: f64, palette: &Palette) -> String {
    match stroke {
        Some(stroke) => format!(
            "<a:ln w=\"{}\"><a:solidFill>{}</a:solidFill><a:round/></a:ln>",
            emu(stroke.width * scale),
            color(stroke.color, palette)
        ),
        None => "<a:ln><a:noFill/></a:ln>".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fit, turned};
    use crate::layout::Area;

    #[test]
    fn a_scene_larger_than_its_place_is_shrunk_and_one_that_fits_stands_in_the_middle() {
        let area = Area { x: 10.0, y: 20.0, width: 100.0, height: 50.0 };
        assert!((Fit::within(&area, 200.0, 50.0).scale - 0.5).abs() < 1e-9);
        assert_eq!(Fit::within(&area, 60.0, 30.0).point((0.0, 0.0)), (30.0, 30.0));
    }

    #[test]
    fn a_text_that_reads_upwards_has_its_middle_above_its_anchor() {
        let (x, y) = turned((15.0, 0.0), (10.0, 0.0), -90.0);
        assert!((x - 10.0).abs() < 1e-9 && (y + 5.0).abs() < 1e-9);
    }
}
