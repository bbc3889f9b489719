//! A value to be reached: its words above the marks, and its line through them, which makes room for words.

use super::rows::Type;
use crate::chart::text::{measure, wrap};
use crate::chart::{Room, Target, line};
use crate::scene::{Anchor, Face, Group, Node, Path, Stroke, Text};
use crate::theme::Palette;

/// The line, and the ground at its sides, on which it is seen over dark bars too.
const WIDTH: f64 = 2.0;
const HALO: f64 = 5.0;

/// The sample of the line before its words, and the space after it.
const SAMPLE: (f64, f64) = (26.0, 8.0);

/// The words of a target, broken where the room ends.
pub struct Words {
    lines: Vec<String>,
    size: f64,
}

impl Words {
    /// Sets the words; none where there is no target. After a sample of the line they have less room.
    pub fn set(target: Option<&Target>, room: &Room, kind: &Type, sample: bool) -> Words {
        let size = kind.tick;
        let width = room.width - if sample { SAMPLE.0 + SAMPLE.1 } else { 0.0 };
        let lines = target.map(|target| wrap(Face::SansSemi, size, width, 0.0, &target.label)).unwrap_or_default();
        Words { lines, size }
    }

    /// The height they need, with the space below them.
    pub fn height(&self) -> f64 {
        if self.lines.is_empty() { 0.0 } else { self.lines.len() as f64 * self.size * 1.3 + 6.0 }
    }

    /// Draws them from `top`, each line as near to `x` as the room lets it.
    pub fn push_at(&self, nodes: &mut Vec<Node>, x: f64, top: f64, room: &Room, palette: &Palette) {
        let at = |words: &str| {
            let width = measure(Face::SansSemi, self.size, words);
            (x - width / 2.0).min(room.right() - width).max(room.left)
        };
        self.push(nodes, top, palette, at);
    }

    /// Draws them from `top` after a sample of the line, and fitting it.
    pub fn push_after_sample(&self, nodes: &mut Vec<Node>, top: f64, room: &Room, palette: &Palette) {
        self.push(nodes, top, palette, |_| room.left + SAMPLE.0 + SAMPLE.1);
        if !self.lines.is_empty() {
            let middle = top + self.size * 0.65;
            push_line(nodes, vec![vec![(room.left, middle), (room.left + SAMPLE.0, middle)]], palette);
        }
    }

    fn push(&self, nodes: &mut Vec<Node>, top: f64, palette: &Palette, x: impl Fn(&str) -> f64) {
        let text = |(index, words): (usize, &String)| {
            let at = (x(words), top + self.size + index as f64 * self.size * 1.3);
            Node::Text(line(at, Anchor::Start, Face::SansSemi, self.size, palette.ink, words.as_str()))
        };
        if !self.lines.is_empty() {
            let nodes_of = self.lines.iter().enumerate().map(text).collect();
            nodes.push(Node::Group(Group { class: "target", title: None, nodes: nodes_of }));
        }
    }
}

/// Draws pieces of the line on a strip of the ground.
pub fn push_line(nodes: &mut Vec<Node>, pieces: Vec<Vec<(f64, f64)>>, palette: &Palette) {
    if pieces.is_empty() {
        return;
    }
    let path = |color, width, outlines| {
        Node::Path(Path { outlines, closed: false, fill: None, stroke: Some(Stroke { color, width }) })
    };
    let both = vec![path(palette.paper, HALO, pieces.clone()), path(palette.ink, WIDTH, pieces)];
    nodes.push(Node::Group(Group { class: "target", title: None, nodes: both }));
}

/// The pieces of an upright line at `x` from `top` to `bottom` that keep clear of texts.
pub fn upright(x: f64, top: f64, bottom: f64, texts: &[&Text]) -> Vec<Vec<(f64, f64)>> {
    let blocked = texts.iter().filter_map(|text| {
        let start = match text.anchor {
            Anchor::Start => text.x,
            Anchor::Middle => text.x - text.width / 2.0,
            Anchor::End => text.x - text.width,
        };
        let across = x + HALO > start && x - HALO < start + text.width;
        across.then_some((text.y - text.size * 0.9, text.y + text.size * 0.3))
    });
    pieces(top, bottom, blocked.collect()).into_iter().map(|(from, to)| vec![(x, from), (x, to)]).collect()
}

/// What is left from `from` to `to` between intervals; pieces too short to be seen are left out.
pub fn pieces(from: f64, to: f64, mut blocked: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    blocked.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut left = Vec::new();
    let mut at = from;
    for (begin, end) in blocked.into_iter().chain([(to, to)]) {
        if begin.min(to) - at >= 3.0 {
            left.push((at, begin.min(to)));
        }
        at = at.max(end);
    }
    left
}

/// All texts of some nodes.
pub fn texts(nodes: &[Node]) -> Vec<&Text> {
    let mut found = Vec::new();
    for node in nodes {
        match node {
            Node::Group(group) => found.extend(texts(&group.nodes)),
            Node::Text(text) => found.push(text),
            Node::Rect(_) | Node::Path(_) => {}
        }
    }
    found
}
