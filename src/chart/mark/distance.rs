//! Distances from the national value: bars to both sides of it, each with its sign and its words.
//!
//! A point is as long in all figures: the axis is the measure's own, from nothing to the whole, with its zero at the
//! national value. Names stand above their bars where the room is narrow.

use super::rows::{Absent, LARGE, MIDDLE, SMALL, Type, label_face, label_lines, set};
use crate::chart::text::{line, measure, wrap};
use crate::chart::{Bar, Distance, Drawing, Room, Scale, pages};
use crate::scene::{Anchor, Face, Group, Node, Path, Rect, Stroke};
use crate::theme::Palette;

/// A bar's part of its row.
const THICKNESS: f64 = 0.71;

/// The bar of a row whose name stands above it, and the space around.
const BAR: f64 = 14.0;
const SPACE: f64 = 9.0;

/// Between the head of the axis and the rows, and between rows and ticks.
const RISE: f64 = 8.0;

/// Draws distances: one drawing, or one a page.
pub fn draw(distance: &Distance, room: &Room, palette: &Palette) -> Vec<Drawing> {
    let kind = match room.scale {
        Scale::Large => &LARGE,
        Scale::Small => &SMALL,
    };
    let is_alone = distance.rows.is_empty();
    let absent = Absent::set((&distance.absent_word, &distance.absent), is_alone, room, kind, palette);
    let (list_gap, list_height) = (absent.gap(kind), absent.height());
    if is_alone {
        let mut nodes = Vec::new();
        absent.push(&mut nodes, room.top);
        return vec![Drawing { nodes, right: room.right(), bottom: room.top + list_height }];
    }
    let zero = wrap(Face::SansBold, kind.tick, room.width, 0.0, &distance.zero_label);
    let head = zero.len() as f64 * kind.tick * 1.3 + RISE;
    let under = RISE + kind.tick;
    let frame = Frame { distance, room, kind, zero, head, palette };
    let height = room.height - head - under - list_gap - list_height;
    let (rows, pitch) = match room.scale {
        Scale::Large => {
            let setting = set(&distance.rows, room, kind, height);
            let (size, column) = (setting.size, setting.column);
            (pages(&distance.rows, setting.pages), Beside { size, column, pitch: setting.pitch }.into())
        }
        Scale::Small => (pages(&distance.rows, 1), None),
    };
    let last = rows.len() - 1;
    let mut absent = Some(absent);
    let mut drawings = Vec::with_capacity(rows.len());
    for (page, rows) in rows.into_iter().enumerate() {
        let (mut nodes, mut bottom) = match &pitch {
            Some(beside) => frame.beside(rows, beside),
            None => frame.above(rows),
        };
        if page == last
            && let Some(list) = absent.take()
        {
            list.push(&mut nodes, bottom + list_gap);
            bottom += list_gap + list_height;
        }
        drawings.push(Drawing { nodes, right: room.right(), bottom });
    }
    drawings
}

/// Names beside their bars.
struct Beside {
    size: f64,
    column: f64,
    pitch: f64,
}

/// What all pages share.
struct Frame<'f> {
    distance: &'f Distance,
    room: &'f Room,
    kind: &'f Type,
    /// The words at zero.
    zero: Vec<String>,
    head: f64,
    palette: &'f Palette,
}

impl Frame<'_> {
    /// Names in a column, then the bars with their words at their ends.
    fn beside(&self, rows: &[Bar], setting: &Beside) -> (Vec<Node>, f64) {
        let Beside { size, column, pitch } = *setting;
        let room = self.room;
        let gap = size * 0.45;
        let widest = |negative: bool| {
            let rows = self.distance.rows.iter().filter(|row| (row.value < 0.0) == negative);
            rows.map(|row| measure(Face::SansBold, size, &row.printed) + gap).fold(0.0, f64::max)
        };
        let label_end = room.left + column;
        // A word never reaches beyond its side: zero is within the axis, and what is said of a bar is at its far end.
        let (left, right) =
            (label_end + size * 0.65 + widest(true), room.right() - widest(false).max(self.kind.tick * 1.5));
        let top = room.top + self.head;
        let bottom = top + pitch * rows.len() as f64;
        let mut nodes = Vec::new();
        let at = self.axis(&mut nodes, (left, right), (top, bottom));
        let middle = |row: usize| top + (row as f64 + 0.5) * pitch;
        let bar = |row: usize, bar: &Bar| {
            let half = pitch * THICKNESS / 2.0;
            self.bar(bar, [at(0.0), at(bar.value)], [middle(row) - half, middle(row) + half])
        };
        self.group(&mut nodes, "bars", rows.iter().enumerate().filter_map(|(row, of)| bar(row, of)).collect());
        let label = |(row, of): (usize, &Bar)| {
            let lines = label_lines(of, size, column);
            let first = middle(row) + MIDDLE * size - (lines.len() as f64 - 1.0) / 2.0 * size * 1.16;
            let face = label_face(of);
            let text = move |(index, words): (usize, String)| {
                let at = (label_end, first + index as f64 * size * 1.16);
                Node::Text(line(at, Anchor::End, face, size, self.palette.ink, words))
            };
            lines.into_iter().enumerate().map(text).collect::<Vec<_>>()
        };
        self.group(&mut nodes, "labels", rows.iter().enumerate().flat_map(label).collect());
        let value = |(row, of): (usize, &Bar)| {
            let (x, anchor) = match of.value < 0.0 {
                true => (at(of.value) - gap, Anchor::End),
                false => (at(of.value) + gap, Anchor::Start),
            };
            let place = (x, middle(row) + MIDDLE * size);
            Node::Text(line(place, anchor, Face::SansBold, size, self.palette.ink, of.printed.as_str()))
        };
        self.group(&mut nodes, "values", rows.iter().enumerate().map(value).collect());
        (nodes, bottom + RISE + self.kind.tick)
    }

    /// Each name with its words above its bar.
    fn above(&self, rows: &[Bar]) -> (Vec<Node>, f64) {
        let (room, size) = (self.room, self.kind.labels[0]);
        let top = room.top + self.head;
        let half = self.kind.tick * 1.6;
        let mut y = top;
        let (mut labels, mut values, mut bars) = (Vec::new(), Vec::new(), Vec::new());
        let fill = self.palette.ink;
        for row in rows {
            let value = measure(Face::SansBold, size, &row.printed);
            let lines = label_lines(row, size, room.width - value - size);
            y += size;
            let place = (room.right(), y);
            values.push(Node::Text(line(place, Anchor::End, Face::SansBold, size, fill, row.printed.as_str())));
            for (index, words) in lines.into_iter().enumerate() {
                y += if index > 0 { size * 1.2 } else { 0.0 };
                labels.push(Node::Text(line((room.left, y), Anchor::Start, label_face(row), size, fill, words)));
            }
            y += size * 0.35;
            bars.push((row, [y, y + BAR]));
            y += BAR + SPACE;
        }
        let mut nodes = Vec::new();
        let bands: Vec<[f64; 2]> = bars.iter().map(|(_, band)| *band).collect();
        let at = self.axis_in(&mut nodes, (room.left + half, room.right() - half), y, &bands);
        let drawn = bars.iter().filter_map(|(row, band)| self.bar(row, [at(0.0), at(row.value)], *band)).collect();
        self.group(&mut nodes, "bars", drawn);
        self.group(&mut nodes, "labels", labels);
        self.group(&mut nodes, "values", values);
        (nodes, y + RISE + self.kind.tick)
    }

    /// Draws the axis, whose grid crosses all rows without a gap.
    fn axis(
        &self,
        nodes: &mut Vec<Node>,
        across: (f64, f64),
        (top, bottom): (f64, f64),
    ) -> impl Fn(f64) -> f64 + use<> {
        self.axis_in(nodes, across, bottom, &[[top - RISE, bottom]])
    }

    /// Gridlines in some bands, ticks under them, and the words at zero. Gives the place of a distance.
    fn axis_in(
        &self,
        nodes: &mut Vec<Node>,
        (left, right): (f64, f64),
        bottom: f64,
        bands: &[[f64; 2]],
    ) -> impl Fn(f64) -> f64 + use<> {
        let max = if self.distance.axis_max > 0.0 { self.distance.axis_max } else { 1.0 };
        let zero = if self.distance.zero.is_nan() { 0.0 } else { self.distance.zero.clamp(0.0, max) };
        let at = move |distance: f64| {
            let value = zero + if distance.is_nan() { 0.0 } else { distance };
            left + (right - left) * value.clamp(0.0, max) / max
        };
        let step = if self.kind.ticks > 3 { max / 4.0 } else { max / 2.0 };
        let ticks: Vec<f64> = (-4..=4).map(|tick| f64::from(tick) * step).collect();
        let ticks = ticks.into_iter().filter(|tick| (-zero..=max - zero).contains(tick));
        let ticks: Vec<f64> = ticks.collect();
        let line_at = |tick: f64| bands.iter().map(|[from, to]| vec![(at(tick), *from), (at(tick), *to)]).collect();
        let path = |outlines, color, width| {
            Node::Path(Path { outlines, closed: false, fill: None, stroke: Some(Stroke { color, width }) })
        };
        let grid = ticks.iter().filter(|tick| **tick != 0.0);
        self.group(nodes, "grid", grid.map(|tick| path(line_at(*tick), self.palette.grid, 1.0)).collect());
        self.group(nodes, "zero", vec![path(line_at(0.0), self.palette.accent, 2.0)]);
        let words = |tick: &f64| {
            let sign = match tick.total_cmp(&0.0) {
                std::cmp::Ordering::Less => "−",
                std::cmp::Ordering::Equal => "",
                std::cmp::Ordering::Greater => "+",
            };
            let place = (at(*tick), bottom + RISE + self.kind.tick * 0.7);
            let (face, size, fill) = (Face::Sans, self.kind.tick, self.palette.quiet);
            Node::Text(line(place, Anchor::Middle, face, size, fill, format!("{sign}{}", tick.abs())))
        };
        self.group(nodes, "ticks", ticks.iter().map(words).collect());
        let said = self.zero.iter().enumerate().map(|(index, words)| {
            let width = measure(Face::SansBold, self.kind.tick, words);
            let x = (at(0.0) - width / 2.0).min(self.room.right() - width).max(self.room.left);
            let place = (x, self.room.top + self.kind.tick * (0.9 + 1.3 * index as f64));
            let words = words.as_str();
            Node::Text(line(place, Anchor::Start, Face::SansBold, self.kind.tick, self.palette.accent, words))
        });
        self.group(nodes, "national", said.collect());
        at
    }

    /// A bar from zero; none where there is no distance. What is less is not only on the other side: it is grey.
    fn bar(&self, bar: &Bar, ends: [f64; 2], [top, bottom]: [f64; 2]) -> Option<Node> {
        let inset = if bar.highlight { 1.2 } else { 0.0 };
        let (from, to) = (ends[0].min(ends[1]) + inset, ends[0].max(ends[1]) - inset);
        let fill = Some(if bar.value < 0.0 { self.palette.quiet } else { self.palette.mark });
        let stroke = bar.highlight.then_some(Stroke { color: self.palette.ink, width: 2.5 });
        let (y, height) = (top + inset, bottom - top - 2.0 * inset);
        (to - from > 0.05).then_some(Node::Rect(Rect {
            x: from,
            y,
            width: to - from,
            height,
            radius: 0.0,
            fill,
            stroke,
        }))
    }

    fn group(&self, nodes: &mut Vec<Node>, class: &'static str, of: Vec<Node>) {
        if !of.is_empty() {
            nodes.push(Node::Group(Group { class, title: None, nodes: of }));
        }
    }
}
