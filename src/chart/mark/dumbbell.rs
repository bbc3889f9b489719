//! Dumbbells: two values of each row on one axis, a hollow circle for what was, a full one for what is, and a line
//! between them where they may be compared.
//!
//! Where they may not, nothing joins them: a jagged mark stands between, and the head of the figure says why.

use super::rows::{Absent, LARGE, MIDDLE, Row, SMALL, Setting, Type, label_face, label_lines, label_size, set};
use crate::chart::axis::{self, Axis};
use crate::chart::plot::{Panel, Plot};
use crate::chart::text::{line, measure, wrap};
use crate::chart::ticks::Measure;
use crate::chart::{Drawing, Dumbbell, Labelled, Pair, Room, Scale, pages};
use crate::scene::{Anchor, Color, Face, Group, Node, Path, Rect, Stroke, Text};
use crate::theme::Palette;

/// Sizes in pixels that dumbbells add to those of rows.
struct Sizes {
    /// Radius of a circle, at most; and the width of a hollow one's outline.
    radius: f64,
    outline: f64,
    /// Width of the line between two.
    link: f64,
    /// Words of the legend, and one line of it.
    legend: f64,
    legend_line: f64,
}

const WIDE: Sizes = Sizes { radius: 8.5, outline: 3.0, link: 5.0, legend: 17.0, legend_line: 25.0 };
const NARROW: Sizes = Sizes { radius: 6.0, outline: 2.4, link: 4.0, legend: 13.0, legend_line: 19.0 };

/// In a narrow column the words of a row stand above its circles: a line of them, and the height of the circles.
const NARROW_LINE: f64 = 16.0;
const NARROW_MARKS: f64 = 24.0;

/// Below the legend.
const LEGEND_GAP: f64 = 8.0;

impl Row for Pair {
    fn label(&self) -> &Labelled {
        &self.label
    }

    fn is_national(&self) -> bool {
        self.national
    }
    fn is_bold(&self) -> bool {
        self.national || self.highlight
    }
}

/// Draws dumbbells: one drawing, or one a page.
pub fn draw(dumbbell: &Dumbbell, room: &Room, palette: &Palette) -> Vec<Drawing> {
    let (kind, sizes) = match room.scale {
        Scale::Large => (&LARGE, &WIDE),
        Scale::Small => (&SMALL, &NARROW),
    };
    let (rows, names) = (&dumbbell.rows, (dumbbell.absent_word.as_str(), dumbbell.absent.as_slice()));
    let absent = Absent::set(names, rows.is_empty(), room, kind, palette);
    let legend = legend(dumbbell, room, sizes, palette);
    let begin = room.top + legend.height + if legend.height > 0.0 { LEGEND_GAP } else { 0.0 };
    if rows.is_empty() {
        let mut nodes = legend.nodes;
        let bottom = begin + absent.height();
        absent.push(&mut nodes, begin);
        return vec![Drawing { nodes, right: room.right(), bottom }];
    }
    let under = axis::DROP + kind.tick;
    let (list_gap, list_height) = (absent.gap(kind), absent.height());
    let height = room.height - (begin - room.top) - axis::RISE - under - list_gap - list_height;
    let setting = match room.scale {
        Scale::Large => set(rows, room, kind, height),
        Scale::Small => narrow(rows, room, kind),
    };
    let mut drawings: Vec<Drawing> = Vec::new();
    let mut absent = Some(absent);
    for (page, rows) in pages(rows, setting.pages).into_iter().enumerate() {
        let top = begin + axis::RISE;
        let bottom = top + setting.pitch * rows.len() as f64;
        let mut nodes = legend.nodes.clone();
        nodes.extend(panel(dumbbell, rows, room, top, (kind, sizes), &setting, palette));
        let mut drawing = Drawing { nodes, right: room.right(), bottom: bottom + under };
        if page + 1 == setting.pages
            && let Some(list) = absent.take()
        {
            list.push(&mut drawing.nodes, drawing.bottom + list_gap);
            drawing.bottom += list_gap + list_height;
        }
        drawings.push(drawing);
    }
    drawings
}

/// Rows of a narrow column: their words above their circles, on as many lines as the longest takes.
fn narrow(rows: &[Pair], room: &Room, kind: &Type) -> Setting {
    let size = kind.labels[0];
    let lines = rows.iter().map(|row| label_lines(row, size, room.width - tail(row, size) - size).len()).max();
    let lines = lines.unwrap_or(1);
    let pitch = lines as f64 * NARROW_LINE + NARROW_MARKS;
    Setting { size, least: size, pitch, column: 0.0, above: Some(lines), pages: 1 }
}

/// Width of the words after a row's circles: the value, and what came of it.
fn tail(row: &Pair, size: f64) -> f64 {
    if row.said.is_empty() {
        return measure(Face::SansBold, size, &row.printed);
    }
    said_after(row, size) + measure(Face::Sans, size, &row.said)
}

/// How far behind the begin of a value what came of it is said. Where the bundled face is not installed, another may be
/// wider by a sixth.
fn said_after(row: &Pair, size: f64) -> f64 {
    measure(Face::SansBold, size, &row.printed) * (1.0 + 1.0 / 6.0) + size * 0.3
}

/// Samples and words at the head of a figure.
struct Legend {
    nodes: Vec<Node>,
    height: f64,
}

fn legend(dumbbell: &Dumbbell, room: &Room, sizes: &Sizes, palette: &Palette) -> Legend {
    let size = sizes.legend;
    let radius = size * 0.42;
    let indent = 2.0 * radius + size * 0.5;
    let (mut before, mut after, mut breaks) = (Vec::new(), Vec::new(), Vec::new());
    let (mut texts, mut words_of_break): (Vec<Text>, Vec<Text>) = (Vec::new(), Vec::new());
    let baseline = |line: usize| room.top + line as f64 * sizes.legend_line + size;
    let (mut x, mut row) = (room.left, 0);
    for (index, words) in dumbbell.legend.iter().enumerate() {
        let width = indent + measure(Face::Sans, size, words);
        if index > 0 && x + width > room.right() {
            (x, row) = (room.left, row + 1);
        }
        let center = (x + radius + sizes.outline / 2.0, baseline(row) - MIDDLE * size);
        match index {
            0 => before.push(hollow(center, radius, sizes.outline, palette.mark, palette.paper)),
            _ => after.push(full(center, radius, palette.mark)),
        }
        texts.push(line((x + indent, baseline(row)), Anchor::Start, Face::Sans, size, palette.quiet, words.as_str()));
        x += width + size * 1.6;
    }
    let mut lines = row + 1;
    if let Some(words) = &dumbbell.broken {
        let center = (room.left + radius + sizes.outline / 2.0, baseline(lines) - MIDDLE * size);
        breaks.push(jagged(center, radius, palette.accent));
        for words in wrap(Face::SansSemi, size, room.width - indent, 0.0, words) {
            let at = (room.left + indent, baseline(lines));
            words_of_break.push(line(at, Anchor::Start, Face::SansSemi, size, palette.accent, words));
            lines += 1;
        }
    }
    let groups = [("before", before), ("after", after), ("breaks", breaks)];
    let mut nodes: Vec<Node> = groups.into_iter().filter_map(|(class, nodes)| group(class, nodes)).collect();
    let of_texts = |texts: Vec<Text>| texts.into_iter().map(Node::Text).collect();
    nodes.extend(group("legend", of_texts(texts)));
    nodes.extend(group("broken", of_texts(words_of_break)));
    Legend { nodes, height: lines as f64 * sizes.legend_line }
}

pub(super) fn group(class: &'static str, nodes: Vec<Node>) -> Option<Node> {
    (!nodes.is_empty()).then_some(Node::Group(Group { class, title: None, nodes }))
}

pub(super) fn hollow((x, y): (f64, f64), radius: f64, width: f64, color: Color, paper: Color) -> Node {
    let radius = radius - width / 2.0;
    Node::Rect(Rect { fill: Some(paper), stroke: Some(Stroke { color, width }), ..round((x, y), radius) })
}

pub(super) fn full(center: (f64, f64), radius: f64, color: Color) -> Node {
    Node::Rect(Rect { fill: Some(color), ..round(center, radius) })
}

/// A circle, which is a square with round corners: scenes have no other.
fn round((x, y): (f64, f64), radius: f64) -> Rect {
    let (width, height) = (2.0 * radius, 2.0 * radius);
    Rect { x: x - radius, y: y - radius, width, height, radius, fill: None, stroke: None }
}

/// What stands between two values that may not be compared.
pub(super) fn jagged((x, y): (f64, f64), half: f64, color: Color) -> Node {
    let step = half * 0.36;
    let corners = [(-step, -half), (step, -half / 3.0), (-step, half / 3.0), (step, half)];
    let outlines = vec![corners.iter().map(|(dx, dy)| (x + dx, y + dy)).collect()];
    Node::Path(Path { outlines, closed: false, fill: None, stroke: Some(Stroke { color, width: 2.0 }) })
}

/// One page of dumbbells: where its parts stand, in pixels.
struct Frame<'f> {
    room: &'f Room,
    sizes: &'f Sizes,
    setting: &'f Setting,
    palette: &'f Palette,
    /// The measure of the values.
    scale: Measure,
    /// Radius of the circles.
    radius: f64,
    /// From the middle of a circle to its words.
    value_gap: f64,
    /// Where labels beside the circles end.
    label_end: f64,
    /// Where in its row the circles stand, in rows.
    middle: f64,
}

/// Axis, lines, circles and words of one page.
fn panel(
    dumbbell: &Dumbbell,
    rows: &[Pair],
    room: &Room,
    top: f64,
    (kind, sizes): (&Type, &Sizes),
    setting: &Setting,
    palette: &Palette,
) -> Vec<Node> {
    let Setting { size, pitch, .. } = *setting;
    let scale = Measure::to(dumbbell.axis_max);
    let is_narrow = setting.above.is_some();
    let radius = if is_narrow { sizes.radius } else { sizes.radius.min(pitch * 0.36) };
    let value_gap = radius + size * 0.5;
    let half_tick = |value: f64| measure(Face::Sans, kind.tick, &format!("{value}{}", dumbbell.axis_suffix)) / 2.0;
    let end_of_axis = room.right() - half_tick(dumbbell.axis_max).max(radius + sizes.outline);
    let label_end = room.left + setting.column;
    let label_gap = if is_narrow { 0.0 } else { size * 0.65 + radius };
    let left = (label_end + label_gap).max(room.left + half_tick(0.0).max(radius + sizes.outline));
    let right =
        if is_narrow { end_of_axis } else { fitting(dumbbell, left, end_of_axis, size, value_gap, room, &scale) };
    let bottom = top + pitch * rows.len() as f64;
    let size_of_scene = (room.right(), bottom + axis::DROP + kind.tick);
    let plot = Plot::new(size_of_scene, scale.clone(), rows.len(), Panel { left, right, top, bottom });
    let suffix = &dumbbell.axis_suffix;
    axis::draw(
        &plot,
        &Axis { measure: &scale, suffix, most: kind.ticks, size: kind.tick, rows: rows.len(), pitch },
        palette,
    );
    let middle = if is_narrow { 1.0 - NARROW_MARKS / 2.0 / pitch } else { 0.5 };
    let frame = Frame { room, sizes, setting, palette, scale, radius, value_gap, label_end, middle };
    frame.draw(&plot, rows);
    plot.finish()
}

impl Frame<'_> {
    /// All rows, back to front; the whole stands in groups of its own.
    fn draw(&self, plot: &Plot<Measure>, rows: &[Pair]) {
        let each = |class, national: bool, draw: &dyn Fn(&Plot<Measure>, usize, &Pair)| {
            plot.group(class, |plot| {
                for (row, pair) in rows.iter().enumerate().filter(|(_, pair)| pair.national == national) {
                    draw(plot, row, pair);
                }
            });
        };
        each("links", false, &|plot, row, pair| self.link(plot, row, pair));
        each("links national", true, &|plot, row, pair| self.link(plot, row, pair));
        plot.group("breaks", |plot| rows.iter().enumerate().for_each(|(row, pair)| self.parted(plot, row, pair)));
        each("before", false, &|plot, row, pair| self.before(plot, row, pair));
        each("before national", true, &|plot, row, pair| self.before(plot, row, pair));
        each("after", false, &|plot, row, pair| self.after(plot, row, pair));
        each("after national", true, &|plot, row, pair| self.after(plot, row, pair));
        each("labels", false, &|plot, row, pair| self.label(plot, row, pair));
        each("values", false, &|plot, row, pair| self.value(plot, row, pair));
        each("national", true, &|plot, row, national| {
            self.label(plot, row, national);
            self.value(plot, row, national);
        });
        plot.group("differences", |plot| {
            rows.iter().enumerate().for_each(|(row, pair)| self.difference(plot, row, pair));
        });
    }

    /// The colour of the circles of a row. Not by colour alone: what is marked has a bold name, too.
    fn mark(&self, pair: &Pair) -> Color {
        match (pair.national, pair.highlight) {
            (true, _) => self.palette.accent,
            (_, true) => self.palette.ink,
            _ => self.palette.mark,
        }
    }

    /// The colour of the words of a row.
    fn ink(&self, pair: &Pair) -> Color {
        if pair.national { self.palette.accent } else { self.palette.ink }
    }

    /// The place of a value, in the measures of the plot.
    fn at(&self, row: usize, value: f64) -> (f64, f64) {
        (self.scale.within(value), row as f64 + self.middle)
    }

    /// The line between two values that may be compared.
    fn link(&self, plot: &Plot<Measure>, row: usize, pair: &Pair) {
        let (Some(old), Some(new), true) = (pair.old, pair.new, pair.joined) else { return };
        plot.mark(&[self.at(row, old), self.at(row, new)], |recorder, at| {
            let (from, to) = (at[0].0.min(at[1].0), at[0].0.max(at[1].0));
            if to - from > self.radius {
                let stroke = Stroke { color: self.palette.link(self.mark(pair)), width: self.sizes.link };
                let outlines = vec![vec![(from, at[0].1), (to, at[0].1)]];
                recorder.record(Node::Path(Path { outlines, closed: false, fill: None, stroke: Some(stroke) }));
            }
        });
    }

    /// What stands between two values that may not, where there is room.
    fn parted(&self, plot: &Plot<Measure>, row: usize, pair: &Pair) {
        let (Some(old), Some(new), false) = (pair.old, pair.new, pair.joined) else { return };
        plot.mark(&[self.at(row, old), self.at(row, new)], |recorder, at| {
            if (at[0].0 - at[1].0).abs() > 2.0 * self.radius + 14.0 {
                let middle = ((at[0].0 + at[1].0) / 2.0, at[0].1);
                recorder.record(jagged(middle, self.radius, self.palette.accent));
            }
        });
    }

    fn before(&self, plot: &Plot<Measure>, row: usize, pair: &Pair) {
        let Some(old) = pair.old else { return };
        plot.mark(&[self.at(row, old)], |recorder, at| {
            recorder.record(hollow(at[0], self.radius, self.sizes.outline, self.mark(pair), self.palette.paper));
        });
    }

    fn after(&self, plot: &Plot<Measure>, row: usize, pair: &Pair) {
        let Some(new) = pair.new else { return };
        plot.mark(&[self.at(row, new)], |recorder, at| {
            recorder.record(full(at[0], self.radius, self.mark(pair)));
        });
    }

    /// Words of a row stand at the right end of the column, or after the circle that is further right.
    fn said_at(&self, plot: &Plot<Measure>, row: usize, pair: &Pair, record: &dyn Fn((f64, f64)) -> Node) {
        let size = self.setting.size;
        let furthest = pair.old.into_iter().chain(pair.new).fold(0.0, f64::max);
        plot.mark(&[self.at(row, furthest), (0.0, row as f64)], |recorder, at| {
            let place = match self.setting.above {
                Some(_) => (self.room.right() - tail(pair, size), at[1].1 + 4.0 + size),
                None => (at[0].0 + self.value_gap, at[0].1 + MIDDLE * size),
            };
            recorder.record(record(place));
        });
    }

    fn value(&self, plot: &Plot<Measure>, row: usize, pair: &Pair) {
        let (size, fill) = (self.setting.size, self.ink(pair));
        let words = |at| Node::Text(line(at, Anchor::Start, Face::SansBold, size, fill, pair.printed.as_str()));
        self.said_at(plot, row, pair, &words);
    }

    fn difference(&self, plot: &Plot<Measure>, row: usize, pair: &Pair) {
        if pair.said.is_empty() {
            return;
        }
        let (size, fill) = (self.setting.size, self.palette.quiet);
        let indent = said_after(pair, size);
        let words = |(x, y): (f64, f64)| {
            Node::Text(line((x + indent, y), Anchor::Start, Face::Sans, size, fill, pair.said.as_str()))
        };
        self.said_at(plot, row, pair, &words);
    }

    fn label(&self, plot: &Plot<Measure>, row: usize, pair: &Pair) {
        let (setting, fill, face) = (self.setting, self.ink(pair), label_face(pair));
        let size = if setting.least < setting.size { label_size(pair, setting.size, setting) } else { setting.size };
        plot.mark(&[(0.0, row as f64), (0.0, row as f64 + self.middle)], |recorder, at| {
            let (x, anchor, width) = match setting.above {
                Some(_) => (self.room.left, Anchor::Start, self.room.width - tail(pair, size) - size),
                None => (self.label_end, Anchor::End, setting.column),
            };
            let lines = label_lines(pair, size, width);
            let (first, step) = match setting.above {
                Some(_) => (at[0].1 + 4.0 + size, NARROW_LINE),
                None => {
                    let step = size * 1.16;
                    (at[1].1 + MIDDLE * size - (lines.len() as f64 - 1.0) / 2.0 * step, step)
                }
            };
            for (index, words) in lines.into_iter().enumerate() {
                let at = (x, first + index as f64 * step);
                recorder.record(Node::Text(line(at, anchor, face, size, fill, words)));
            }
        });
    }
}

/// Where the axis ends, so that the words after every circle stay within the room.
fn fitting(dumbbell: &Dumbbell, left: f64, end: f64, size: f64, value_gap: f64, room: &Room, scale: &Measure) -> f64 {
    let whole = scale.within(f64::INFINITY);
    let longest = |pair: &Pair| {
        let furthest = pair.old.into_iter().chain(pair.new).fold(0.0, f64::max);
        let part = scale.within(furthest) / whole;
        let space = room.right() - left - value_gap - tail(pair, size);
        if part > 0.0 { space / part } else { f64::INFINITY }
    };
    let length = dumbbell.rows.iter().map(longest).fold(end - left, f64::min);
    // Words that leave no room for an axis are longer than any that are said.
    left + length.max((end - left) * 0.2)
}
