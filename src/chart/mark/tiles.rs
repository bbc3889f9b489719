//! Territories as tiles: a square each, at its place in a grid, with its short name and its value.

use super::places::{CAPITAL, Ground, boxed, group, kind, lines, outlined, set, words_on};
use crate::chart::text::{line, measure};
use crate::chart::{Drawing, Place, Places, Room};
use crate::scene::{Anchor, Face, Group, Node, Stroke};
use crate::theme::Palette;

/// The largest tile with the space after it, in pixels.
const LARGEST: f64 = 74.0;

/// Around the words in a tile, together.
const PADDING: f64 = 6.0;

/// The outline of a tile that is marked.
const OUTLINE: f64 = 3.0;

/// Draws a tile map.
pub fn draw(places: &Places, room: &Room, palette: &Palette) -> Vec<Drawing> {
    set(places, room, palette, dashed, |at, within| ground(places, room, palette, at, within))
}

fn ground(places: &Places, room: &Room, palette: &Palette, at: (f64, f64), within: (f64, f64)) -> Ground {
    let kind = kind(room);
    let columns = places.units.iter().map(|unit| unit.tile.0 + 1).max().unwrap_or(1);
    let rows = places.units.iter().map(|unit| unit.tile.1 + 1).max().unwrap_or(1);
    let widest = |face, of: fn(&Place) -> String| {
        places.units.iter().map(|unit| measure(face, 1.0, &of(unit))).fold(0.0, f64::max)
    };
    let code = |unit: &Place| format!("{}{}", unit.short, unit.label.mark);
    let (names, values) = (widest(Face::Sans, code), widest(Face::SansBold, |unit| unit.printed.clone()));

    // As large as the room allows, and as words need it; only the width is a wall.
    let wall = within.0 / f64::from(columns);
    let need = (kind.least * names.max(values) + PADDING).max(kind.least * 2.6) + gap(wall);
    let high = if room.height > 0.0 { within.1 / f64::from(rows) } else { LARGEST };
    let pitch = ((wall.min(high).min(LARGEST).max(need)).min(wall) * 10.0).floor() / 10.0;
    let side = pitch - gap(pitch);
    let fits = |size: &&f64| **size * values <= side - PADDING && **size * 2.2 <= side;
    let value = kind.values.iter().find(|size| fits(size) && **size <= side * 0.31).or(kind.values.last());
    let value = value.copied().filter(|size| fits(&size));
    let name = value.map_or(side * 0.3, |value| value * 0.86).max(kind.least);

    let tints = palette.steps();
    let mut tiles = Vec::with_capacity(places.units.len());
    let mut marked = Vec::new();
    for unit in &places.units {
        let (x, y) = (at.0 + f64::from(unit.tile.0) * pitch, at.1 + f64::from(unit.tile.1) * pitch);
        let fill = words_on(unit, &tints, palette);
        let mut nodes = match unit.step {
            Some(step) => vec![outlined((x, y), (side, side), 4.0, tints[step].fill, palette)],
            None => dashed((x, y), (side, side), palette),
        };
        // A long one is set smaller than the others.
        let words = code(unit);
        let name = name.min((side - PADDING / 2.0) / measure(Face::Sans, 1.0, &words));
        let height = CAPITAL * name + value.map_or(0.0, |value| (CAPITAL + 0.42) * value);
        let (middle, top) = (x + side / 2.0, y + (side - height) / 2.0);
        let baseline = top + CAPITAL * name;
        nodes.push(Node::Text(line((middle, baseline), Anchor::Middle, Face::Sans, name, fill, words)));
        if let Some(size) = value {
            let at = (middle, top + height);
            nodes.push(Node::Text(line(at, Anchor::Middle, Face::SansBold, size, fill, &*unit.printed)));
        }
        tiles.push(group(unit, &tints, nodes));
        if unit.highlight {
            let stroke = Some(Stroke { color: palette.ink, width: OUTLINE });
            marked.push(boxed((x, y), (side, side), 4.0, None, stroke));
        }
    }
    let mut nodes = vec![Node::Group(Group { class: "tiles", title: None, nodes: tiles })];
    if !marked.is_empty() {
        nodes.push(Node::Group(Group { class: "marked", title: None, nodes: marked }));
    }
    let listed = if value.is_none() { (0..places.units.len()).collect() } else { Vec::new() };
    let size = (f64::from(columns) * pitch - gap(pitch), f64::from(rows) * pitch - gap(pitch));
    Ground { nodes, size, listed }
}

/// The gap between two tiles.
fn gap(pitch: f64) -> f64 {
    if pitch > 40.0 { 3.0 } else { 2.0 }
}

/// A box of dashes: nothing is known of what would be in it.
fn dashed((x, y): (f64, f64), (width, height): (f64, f64), palette: &Palette) -> Vec<Node> {
    let inset = 0.5;
    let (left, top, right, bottom) = (x + inset, y + inset, x + width - inset, y + height - inset);
    let arm = (height / 6.0).min(5.0);
    let mut dashes = Vec::with_capacity(24);
    for (x, inwards) in [(left, arm), (right, -arm)] {
        for (y, downwards) in [(top, arm), (bottom, -arm)] {
            dashes.push(vec![(x, y + downwards), (x, y), (x + inwards, y)]);
        }
    }
    let along = |from: f64, to: f64| {
        let free = to - from - 2.0 * arm;
        let count = (free / 9.0).round().max(1.0);
        let step = free / count;
        (0..count as usize).map(move |dash| {
            let begin = from + arm + (dash as f64 + 0.28) * step;
            (begin, begin + step * 0.44)
        })
    };
    for (from, to) in along(left, right) {
        dashes.extend([top, bottom].map(|y| vec![(from, y), (to, y)]));
    }
    for (from, to) in along(top, bottom) {
        dashes.extend([left, right].map(|x| vec![(x, from), (x, to)]));
    }
    vec![lines(dashes, palette.quiet, 1.0)]
}
