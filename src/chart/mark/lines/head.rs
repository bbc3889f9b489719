//! What is said above the panel: where lines are broken, and what a hollow circle means.

use super::dashes::dashes;
use super::sizes::Sizes;
use crate::chart::mark::dumbbell::{group, hollow, jagged};
use crate::chart::mark::rows::MIDDLE;
use crate::chart::text::{line, wrap};
use crate::chart::{Line, Lines, Room, Weight};
use crate::scene::{Anchor, Color, Face, Node};
use crate::theme::Palette;

/// Whether a line with a name has a missing value: then a hollow circle says so.
pub fn has_hollow(lines: &Lines) -> bool {
    named(lines).any(|row| row.points.iter().any(|point| point.value.is_none()))
}

/// The lines with a name.
pub fn named(lines: &Lines) -> impl Iterator<Item = &Line> {
    lines.rows.iter().filter(|row| row.weight != Weight::Quiet)
}

/// What is said at the head: samples of what is not a line, and what they mean.
pub struct Head {
    /// What is drawn.
    pub nodes: Vec<Node>,
    /// Its height.
    pub height: f64,
}

/// The head of a chart of lines; empty where nothing must be said.
pub fn head(lines: &Lines, room: &Room, sizes: &Sizes, palette: &Palette) -> Head {
    let size = sizes.head;
    let indent = size * 1.35;
    let (mut breaks, mut hollows) = (Vec::new(), Vec::new());
    let (mut broken, mut legend): (Vec<Node>, Vec<Node>) = (Vec::new(), Vec::new());
    let mut count = 0;
    let baseline = |count: usize| room.top + count as f64 * sizes.head_line + size;
    let mut said = |words: &str, face: Face, color: Color, texts: &mut Vec<Node>| {
        let first = baseline(count);
        for words in wrap(face, size, room.width - indent, 0.0, words) {
            texts.push(Node::Text(line(
                (room.left + indent, baseline(count)),
                Anchor::Start,
                face,
                size,
                color,
                words,
            )));
            count += 1;
        }
        (room.left + size * 0.45, first - MIDDLE * size)
    };
    for found in &lines.breaks {
        let (x, y) = said(&found.words, Face::SansSemi, palette.accent, &mut broken);
        breaks.push(dashes(&[(x, y - size * 0.5), (x, y + size * 0.5)], (4.0, 6.5), palette.accent, 2.0));
    }
    if named(lines).any(|row| row.points.iter().any(|point| point.parted)) {
        let at = said(&lines.parted_word, Face::SansSemi, palette.accent, &mut broken);
        breaks.push(jagged(at, size * 0.42, palette.accent));
    }
    if has_hollow(lines) {
        let at = said(&lines.missing_word, Face::Sans, palette.quiet, &mut legend);
        hollows.push(hollow(at, sizes.hollow.0, sizes.hollow.1, palette.mark, palette.paper));
    }
    let groups = [("breaks", breaks), ("missing", hollows), ("broken", broken), ("legend", legend)];
    let nodes = groups.into_iter().filter_map(|(class, nodes)| group(class, nodes)).collect();
    Head { nodes, height: count as f64 * sizes.head_line }
}
