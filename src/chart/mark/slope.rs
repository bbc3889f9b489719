//! Slopes: two upright axes from zero, a line from what was to what is, names with their values on either side.
//!
//! Those of one value share a label. Where the labels do not fit, and in narrow columns, the same rows stand as dumbbells.

use super::dumbbell::{self, full, group, jagged};
use super::rows::{Absent, LARGE, MIDDLE};
use super::spread::spread;
use crate::chart::plot::{Panel, Plot};
use crate::chart::text::{line, measure, wrap};
use crate::chart::ticks::Measure;
use crate::chart::{Drawing, Pair, Room, Scale, Slope};
use crate::scene::{Anchor, Color, Face, Group, Node, Path, Stroke};
use crate::theme::Palette;

/// Sizes of the labels, from the largest to the smallest.
const SIZES: [f64; 5] = [19.0, 18.0, 17.0, 16.0, 15.0];

/// The widest column of labels, as a part of the width.
const COLUMN: f64 = 0.36;

/// From one line of a label to the next, as a part of its size.
const LEADING: f64 = 1.16;

/// From one label to the next, as a part of its size.
const APART: f64 = 0.2;

/// From a label to its axis, in pixels: the stroke that leads there, and what is clear on both its sides.
const LEAD: f64 = 34.0;
const CLEAR: f64 = 8.0;

/// Words at the head, and one line of them.
const HEAD: f64 = 17.0;
const HEAD_LINE: f64 = 23.0;
const HEAD_GAP: f64 = 12.0;

/// Radii of points: of strong rows, and of the others.
const RADII: [f64; 2] = [6.5, 4.5];

/// Widths of lines: of strong rows, and of the others.
const WIDTHS: [f64; 2] = [4.5, 2.4];

/// Draws a slope in one drawing, or dumbbells.
pub fn draw(slope: &Slope, room: &Room, palette: &Palette) -> Vec<Drawing> {
    let drawn = (room.scale == Scale::Large && !slope.pairs.rows.is_empty()).then(|| wide(slope, room, palette));
    match drawn.flatten() {
        Some(drawing) => vec![drawing],
        None => dumbbell::draw(&slope.pairs, room, palette),
    }
}

/// The labels of one side, from the top downwards.
struct Side {
    labels: Vec<Label>,
    width: f64,
    height: f64,
}

/// The names of the rows that have one value on one side.
struct Label {
    value: f64,
    weight: Weight,
    words: Vec<String>,
}

/// How strongly a row is drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Plain,
    /// Marked among the others.
    Marked,
    /// The whole.
    National,
}

fn weight(pair: &Pair) -> Weight {
    match (pair.national, pair.highlight) {
        (true, _) => Weight::National,
        (_, true) => Weight::Marked,
        _ => Weight::Plain,
    }
}

fn side(slope: &Slope, is_new: bool, size: f64, cap: f64) -> Side {
    // What prints the same stands under one label; the whole has its own, and what is marked.
    let mut found: Vec<(f64, Weight, &str, Vec<String>)> = Vec::new();
    for (pair, before) in slope.pairs.rows.iter().zip(&slope.before) {
        let (value, printed) = if is_new { (pair.new, &pair.printed) } else { (pair.old, before) };
        let Some(value) = value else { continue };
        let weight = weight(pair);
        let of = found.iter_mut().find(|(_, other, known, _)| known == printed && *other == weight);
        match of {
            Some((_, _, _, names)) => names.push(pair.label.printed()),
            None => found.push((value, weight, printed, vec![pair.label.printed()])),
        }
    }
    found.sort_by(|one, two| two.0.total_cmp(&one.0).then(two.1.cmp(&one.1)));
    let labels: Vec<Label> = found
        .into_iter()
        .map(|(value, weight, printed, names)| {
            let names = names.join(", ");
            let words = if is_new { format!("{printed} {names}") } else { format!("{names} {printed}") };
            Label { value, weight, words: wrap(face(weight), size, cap, 0.0, &words) }
        })
        .collect();
    let width =
        |label: &Label| label.words.iter().map(|words| measure(face(label.weight), size, words)).fold(0.0, f64::max);
    Side {
        width: labels.iter().map(width).fold(0.0, f64::max),
        height: labels.iter().map(|label| tall(label, size)).sum(),
        labels,
    }
}

fn face(weight: Weight) -> Face {
    if weight == Weight::Plain { Face::Sans } else { Face::SansBold }
}

fn tall(label: &Label, size: f64) -> f64 {
    size * (label.words.len() as f64 * LEADING + APART)
}

/// Two axes with their labels; none where these do not fit.
fn wide(slope: &Slope, room: &Room, palette: &Palette) -> Option<Drawing> {
    let kind = &LARGE;
    let pairs = &slope.pairs;
    let lists: Vec<Absent> = slope
        .one_sided
        .iter()
        .map(|(words, names)| (words.as_str(), names.as_slice()))
        .chain([(pairs.absent_word.as_str(), pairs.absent.as_slice())])
        .map(|list| Absent::set(list, false, room, kind, palette))
        .collect();
    let under: f64 = lists.iter().map(|list| list.gap(kind) + list.height()).sum();
    let (mut nodes, begin) = head(slope, room, palette);
    let between = room.width * (1.0 - 2.0 * COLUMN) - 2.0 * (LEAD + CLEAR);
    let whens = pairs.legend.clone().map(|words| wrap(Face::SansSemi, HEAD, between.max(120.0), 0.0, &words));
    let lines_of_whens = whens.iter().map(Vec::len).max().unwrap_or(1) as f64;
    let top = begin + lines_of_whens * HEAD_LINE + HEAD_GAP;
    let height = room.top + room.height - top - under;
    let (size, [old, new]) = SIZES.into_iter().find_map(|size| {
        let sides = [false, true].map(|is_new| side(slope, is_new, size, room.width * COLUMN));
        sides.iter().all(|side| side.height <= height).then_some((size, sides))
    })?;
    let bottom = top + height;

    let half = whens.iter().flatten().map(|words| measure(Face::SansSemi, HEAD, words)).fold(0.0, f64::max) / 2.0;
    let left = room.left + (old.width + LEAD + CLEAR).max(half);
    let right = room.right() - (new.width + LEAD + CLEAR).max(half);
    let plot = Plot::new((room.right(), bottom + under), Measure::to(1.0), 1, Panel { left, right, top, bottom });
    let frame = Frame { slope, palette, left, right, top, bottom, size, scale: Measure::to(pairs.axis_max) };
    frame.axes(&plot, &whens, begin);
    frame.rows(&plot);
    nodes.extend(plot.finish());
    nodes.extend(frame.labels([&old, &new]));
    let mut drawing = Drawing { nodes, right: room.right(), bottom };
    for list in lists {
        let (gap, height) = (list.gap(kind), list.height());
        list.push(&mut drawing.nodes, drawing.bottom + gap);
        drawing.bottom += gap + height;
    }
    Some(drawing)
}

/// Two axes and what stands between and beside them, in pixels.
struct Frame<'f> {
    slope: &'f Slope,
    palette: &'f Palette,
    /// The older axis.
    left: f64,
    /// The newer axis.
    right: f64,
    /// The upper end of both.
    top: f64,
    /// The lower end of both.
    bottom: f64,
    /// Size of the labels.
    size: f64,
    /// The measure of the values.
    scale: Measure,
}

impl Frame<'_> {
    /// The place of a value on one of the axes, in the measures of the plot.
    fn at(&self, is_new: bool, value: f64) -> (f64, f64) {
        let end = self.scale.within(f64::INFINITY);
        (if is_new { 1.0 } else { 0.0 }, 1.0 - self.scale.within(value) / end)
    }

    fn color(&self, weight: Weight) -> Color {
        match weight {
            Weight::National => self.palette.accent,
            Weight::Marked => self.palette.ink,
            Weight::Plain => self.palette.mark,
        }
    }

    /// The two axes, and above each of when its values are.
    fn axes(&self, plot: &Plot<Measure>, whens: &[Vec<String>; 2], begin: f64) {
        plot.group("grid", |plot| {
            for x in [self.left, self.right] {
                let stroke = Some(Stroke { color: self.palette.grid, width: 2.0 });
                let outlines = vec![vec![(x, self.top - HEAD_GAP / 2.0), (x, self.bottom)]];
                plot.record(Node::Path(Path { outlines, closed: false, fill: None, stroke }));
            }
        });
        plot.group("legend", |plot| {
            for (x, words) in [self.left, self.right].into_iter().zip(whens) {
                for (row, words) in words.iter().enumerate() {
                    let at = (x, begin + row as f64 * HEAD_LINE + HEAD);
                    let (color, words) = (self.palette.quiet, words.as_str());
                    plot.record(Node::Text(line(at, Anchor::Middle, Face::SansSemi, HEAD, color, words)));
                }
            }
        });
    }

    /// Lines, breaks and points of all rows; the whole in groups of its own.
    fn rows(&self, plot: &Plot<Measure>) {
        let each = |class: &'static str, national: bool, draw: &dyn Fn(&Plot<Measure>, &Pair, &str)| {
            plot.group(class, |plot| {
                let rows = self.slope.pairs.rows.iter().zip(&self.slope.before);
                for (pair, before) in rows.filter(|(pair, _)| pair.national == national) {
                    draw(plot, pair, before);
                }
            });
        };
        each("links", false, &|plot, pair, before| self.link(plot, pair, before));
        each("links national", true, &|plot, pair, before| self.link(plot, pair, before));
        each("breaks", false, &|plot, pair, _| self.parted(plot, pair));
        each("breaks", true, &|plot, pair, _| self.parted(plot, pair));
        each("after", false, &|plot, pair, _| self.points(plot, pair));
        each("after national", true, &|plot, pair, _| self.points(plot, pair));
    }

    fn link(&self, plot: &Plot<Measure>, pair: &Pair, before: &str) {
        let (Some(old), Some(new), true) = (pair.old, pair.new, pair.joined) else { return };
        plot.mark(&[self.at(false, old), self.at(true, new)], |recorder, at| {
            let width = WIDTHS[usize::from(weight(pair) == Weight::Plain)];
            let stroke = Some(Stroke { color: self.palette.link(self.color(weight(pair))), width });
            let path = Node::Path(Path { outlines: vec![at.to_vec()], closed: false, fill: None, stroke });
            let title = Some(format!("{}: {before}, {}", pair.label.name, pair.printed));
            recorder.record(Node::Group(Group { class: "link", title, nodes: vec![path] }));
        });
    }

    /// A jagged mark where nothing joins two values. Where all are parted, the head says so.
    fn parted(&self, plot: &Plot<Measure>, pair: &Pair) {
        let (Some(old), Some(new), false) = (pair.old, pair.new, pair.joined) else { return };
        if self.slope.pairs.broken.is_none() {
            plot.mark(&[self.at(false, old), self.at(true, new)], |recorder, at| {
                let middle = ((at[0].0 + at[1].0) / 2.0, (at[0].1 + at[1].1) / 2.0);
                recorder.record(jagged(middle, RADII[0], self.palette.accent));
            });
        }
    }

    fn points(&self, plot: &Plot<Measure>, pair: &Pair) {
        for (is_new, value) in [(false, pair.old), (true, pair.new)] {
            let Some(value) = value else { continue };
            plot.mark(&[self.at(is_new, value)], |recorder, at| {
                let weight = weight(pair);
                recorder.record(full(at[0], RADII[usize::from(weight == Weight::Plain)], self.color(weight)));
            });
        }
    }

    /// The labels of both sides, and what leads to each from its axis.
    fn labels(&self, sides: [&Side; 2]) -> impl Iterator<Item = Node> {
        let mut texts: [Vec<Node>; 2] = Default::default();
        let mut leaders = Vec::new();
        for (is_new, side) in [false, true].into_iter().zip(sides) {
            let heights: Vec<f64> = side.labels.iter().map(|label| tall(label, self.size)).collect();
            let y = |label: &Label| self.top + self.at(is_new, label.value).1 * (self.bottom - self.top);
            let ends: Vec<f64> = side.labels.iter().map(y).collect();
            let (axis, way) = if is_new { (self.right, 1.0) } else { (self.left, -1.0) };
            let x = axis + way * (LEAD + CLEAR);
            let middles = spread(&ends, &heights, self.top, self.bottom);
            for ((label, end), middle) in side.labels.iter().zip(&ends).zip(middles) {
                let from = (axis + way * (RADII[0] + 3.0), *end);
                leaders.push(vec![from, (x - way * CLEAR * 0.6, middle)]);
                let national = label.weight == Weight::National;
                texts[usize::from(national)].extend(self.label(label, is_new, (x, middle)));
            }
        }
        let stroke = Some(Stroke { color: self.palette.quiet, width: 1.0 });
        let leaders = Node::Path(Path { outlines: leaders, closed: false, fill: None, stroke });
        let [labels, national] = texts;
        let groups = [("leaders", vec![leaders]), ("labels", labels), ("national", national)];
        groups.into_iter().filter_map(|(class, nodes)| group(class, nodes))
    }

    /// The lines of one label around its middle.
    fn label<'l>(&self, label: &'l Label, is_new: bool, (x, middle): (f64, f64)) -> impl Iterator<Item = Node> + 'l {
        let (size, anchor) = (self.size, if is_new { Anchor::Start } else { Anchor::End });
        let fill = if label.weight == Weight::National { self.palette.accent } else { self.palette.ink };
        let first = middle + MIDDLE * size - (label.words.len() as f64 - 1.0) / 2.0 * size * LEADING;
        label.words.iter().enumerate().map(move |(row, words)| {
            let at = (x, first + row as f64 * size * LEADING);
            Node::Text(line(at, anchor, face(label.weight), size, fill, words.as_str()))
        })
    }
}

/// Why nothing is joined, and where what follows begins.
fn head(slope: &Slope, room: &Room, palette: &Palette) -> (Vec<Node>, f64) {
    let Some(words) = &slope.pairs.broken else { return (Vec::new(), room.top) };
    let indent = HEAD * 1.35;
    let mut texts = Vec::new();
    for (row, words) in wrap(Face::SansSemi, HEAD, room.width - indent, 0.0, words).into_iter().enumerate() {
        let at = (room.left + indent, room.top + row as f64 * HEAD_LINE + HEAD);
        texts.push(Node::Text(line(at, Anchor::Start, Face::SansSemi, HEAD, palette.accent, words)));
    }
    let begin = room.top + texts.len() as f64 * HEAD_LINE + HEAD_GAP / 2.0;
    let sample = jagged((room.left + HEAD * 0.45, room.top + HEAD - MIDDLE * HEAD), HEAD * 0.42, palette.accent);
    let groups = [group("breaks", vec![sample]), group("broken", texts)];
    (groups.into_iter().flatten().collect(), begin)
}
