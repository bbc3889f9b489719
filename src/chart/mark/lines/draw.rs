//! Lines over time in one drawing: the head, the panel, and below it those without a value.

use super::across::Across;
use super::dates::{Dates, ROWS};
use super::head::{has_hollow, head};
use super::labels::Labels;
use super::panel::{Frame, panel};
use super::sizes::{HEAD_GAP, NARROW, WIDE};
use crate::chart::axis::DROP;
use crate::chart::mark::rows::{Absent, LARGE, SMALL};
use crate::chart::{Drawing, Lines, Room, Scale};
use crate::theme::Palette;

/// Draws lines, in one drawing: where there are many names, it grows.
pub fn draw(lines: &Lines, room: &Room, palette: &Palette) -> Vec<Drawing> {
    let (kind, sizes) = match room.scale {
        Scale::Large => (&LARGE, &WIDE),
        Scale::Small => (&SMALL, &NARROW),
    };
    let absent = Absent::set((&lines.absent_word, &lines.absent), lines.rows.is_empty(), room, kind, palette);
    let head = head(lines, room, sizes, palette);
    let begin = room.top + head.height + if head.height > 0.0 { HEAD_GAP } else { 0.0 };
    let mut nodes = head.nodes;
    if lines.rows.is_empty() {
        let bottom = begin + absent.height();
        absent.push(&mut nodes, begin);
        return vec![Drawing { nodes, right: room.right(), bottom }];
    }

    let mut dates = Dates::set(lines, kind);
    let hollows = if has_hollow(lines) { sizes.hollow.0 * 2.0 + 6.0 } else { 0.0 };
    let (list_gap, list_height) = (absent.gap(kind), absent.height());
    // Half a tick label stands above the axis of values.
    let top = begin + kind.tick * 0.5;
    let height = |dates: &Dates| {
        let under = DROP + hollows + dates.height(kind);
        room.top + room.height - top - under - list_gap - list_height
    };
    let mut labels = Labels::set(lines, room, sizes, height(&dates).max(sizes.least));
    let at = Across::of(lines, room, &labels, (kind, sizes)).dates(lines);
    if dates.placed(&at, room, kind).iter().any(|placed| placed.row > 0) {
        dates.rows = ROWS;
        labels = Labels::set(lines, room, sizes, height(&dates).max(sizes.least));
    }
    let (height, under) = (height(&dates), DROP + hollows + dates.height(kind));
    let bottom = top + height.max(sizes.least).max(labels.height);
    let across = Across::of(lines, room, &labels, (kind, sizes));
    let frame =
        Frame { lines, room, top, bottom, across, labels: &labels, dates: &dates, hollows, kind, sizes, palette };
    nodes.extend(panel(&frame));
    let mut drawing = Drawing { nodes, right: room.right(), bottom: bottom + under };
    absent.push(&mut drawing.nodes, drawing.bottom + list_gap);
    drawing.bottom += list_gap + list_height;
    vec![drawing]
}
