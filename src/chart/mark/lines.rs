//! Lines over time: dates across, values from zero upwards, names at the ends of the lines that have one.
//!
//! A line joins only what may be compared and has nothing missing in between. Where no line may go on, an upright dashed
//! rule stands, and the head of the figure says why; where one line alone is parted, a jagged mark; what is missing in a
//! line with a name is a hollow circle below the axis, which is not mistaken for a zero.

use super::dumbbell::{full, group, hollow, jagged};
use super::rows::{Absent, LARGE, MIDDLE, SMALL, Type};
use super::spread::spread;
use crate::chart::axis::DROP;
use crate::chart::plot::{Panel, Plot};
use crate::chart::text::{balance, line, measure, wrap};
use crate::chart::ticks::{Measure, ticks};
use crate::chart::{Date, Drawing, Line, LinePoint, Lines, Room, Scale, Weight};
use crate::scene::{Anchor, Color, Face, Group, Node, Path, Stroke, Text};
use crate::theme::Palette;

/// Sizes in pixels that lines add to those of rows.
struct Sizes {
    /// Labels, from the largest to the smallest.
    labels: &'static [f64],
    /// Widths of the lines: national, named, quiet.
    widths: [f64; 3],
    /// Radii of their points.
    radii: [f64; 3],
    /// Radius and outline of a hollow circle.
    hollow: (f64, f64),
    /// Words at the head, and one line of them.
    head: f64,
    head_line: f64,
    /// From the last date to the labels.
    reach: f64,
    /// The widest label column, as a part of the width.
    column: f64,
    /// The least height of the panel.
    least: f64,
    /// Ticks of the values at most.
    ticks: usize,
}

const WIDE: Sizes = Sizes {
    labels: &[19.0, 18.0, 17.0, 16.0, 15.0],
    widths: [4.5, 2.6, 1.4],
    radii: [6.0, 4.2, 2.6],
    hollow: (5.5, 2.0),
    head: 17.0,
    head_line: 25.0,
    reach: 34.0,
    column: 0.36,
    least: 220.0,
    ticks: 6,
};

const NARROW: Sizes = Sizes {
    labels: &[13.0],
    widths: [3.5, 2.0, 1.1],
    radii: [4.5, 3.2, 1.8],
    hollow: (4.2, 1.8),
    head: 13.0,
    head_line: 19.0,
    reach: 20.0,
    column: 0.4,
    least: 250.0,
    ticks: 6,
};

/// Below the head.
const HEAD_GAP: f64 = 10.0;

/// From one line of a label to the next, and from one label to the next, as parts of the size.
const LEADING: f64 = 1.16;
const APART: f64 = 0.24;

/// Dashes of a rule and of what leads to a label: a dash, and from one to the next.
const DASH: (f64, f64) = (6.0, 11.0);
const DOT: (f64, f64) = (2.0, 6.0);

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
    nodes.extend(panel(lines, room, (top, bottom), (&labels, &dates), hollows, (kind, sizes), palette));
    let mut drawing = Drawing { nodes, right: room.right(), bottom: bottom + under };
    absent.push(&mut drawing.nodes, drawing.bottom + list_gap);
    drawing.bottom += list_gap + list_height;
    vec![drawing]
}

/// Whether a line with a name has a missing value: then a hollow circle says so.
fn has_hollow(lines: &Lines) -> bool {
    named(lines).any(|row| row.points.iter().any(|point| point.value.is_none()))
}

fn named(lines: &Lines) -> impl Iterator<Item = &Line> {
    lines.rows.iter().filter(|row| row.weight != Weight::Quiet)
}

/// What is said at the head: samples of what is not a line, and what they mean.
struct Head {
    nodes: Vec<Node>,
    height: f64,
}

fn head(lines: &Lines, room: &Room, sizes: &Sizes, palette: &Palette) -> Head {
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

/// The words below the axis.
struct Dates {
    /// Lines of each date.
    words: Vec<Vec<String>>,
    /// Width of each.
    widths: Vec<f64>,
    /// In how many rows they stand.
    rows: usize,
}

/// The most rows of dates: those for which there is room in none are in the table.
const ROWS: usize = 2;

/// A date that stands below the axis.
struct Placed {
    /// Which of all.
    index: usize,
    /// Its middle.
    x: f64,
    /// Its row, from the top.
    row: usize,
}

/// From one line of a date to the next, as a part of its size.
const DATE_LINE: f64 = 1.2;

impl Dates {
    fn set(lines: &Lines, kind: &Type) -> Dates {
        let words = |date: &Date| {
            let all = [date.words[0].clone(), date.words[1].clone(), date.without.clone()];
            all.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>()
        };
        let words: Vec<Vec<String>> = lines.dates.iter().map(words).collect();
        let width =
            |words: &Vec<String>| words.iter().map(|words| measure(Face::Sans, kind.tick, words)).fold(0.0, f64::max);
        Dates { widths: words.iter().map(width).collect(), words, rows: 1 }
    }

    /// Height of one row: of its tallest date.
    fn row(&self, kind: &Type) -> f64 {
        let most = self.words.iter().map(Vec::len).max().unwrap_or(0);
        kind.tick * (1.0 + DATE_LINE * most.saturating_sub(1) as f64)
    }

    /// Height of all rows.
    fn height(&self, kind: &Type) -> f64 {
        self.row(kind) * self.rows as f64 + kind.tick * APART * (self.rows - 1) as f64
    }

    /// Those that have room, from the places of all: the last and the first before the others, in the first row before
    /// the next.
    fn placed(&self, at: &[f64], room: &Room, kind: &Type) -> Vec<Placed> {
        let mut placed: Vec<Placed> = Vec::new();
        let last = at.len().saturating_sub(1);
        let order = [last, 0].into_iter().chain((1..last).rev()).take(at.len());
        for index in order {
            let half = self.widths[index] / 2.0;
            let middle = at[index].min(room.right() - half).max(room.left + half);
            let apart = kind.tick * 0.7;
            let is_clear = |other: &Placed| (other.x - middle).abs() >= half + self.widths[other.index] / 2.0 + apart;
            let has_room = |row: &usize| placed.iter().filter(|other| other.row == *row).all(is_clear);
            if let Some(row) = (0..ROWS).find(has_room) {
                placed.push(Placed { index, x: middle, row });
            }
        }
        placed.sort_by_key(|placed| placed.index);
        placed
    }
}

/// The names at the right, of the lines that have one, from the top downwards.
struct Labels {
    /// Which line, its words line by line.
    rows: Vec<(usize, Vec<String>)>,
    size: f64,
    /// Width of the column.
    width: f64,
    /// Of all.
    height: f64,
}

fn face(weight: Weight) -> Face {
    if weight == Weight::National { Face::SansBold } else { Face::SansSemi }
}

impl Labels {
    /// The largest type with which all fit the height; the smallest where they fit with none.
    fn set(lines: &Lines, room: &Room, sizes: &Sizes, height: f64) -> Labels {
        let mut named: Vec<usize> =
            (0..lines.rows.len()).filter(|row| lines.rows[*row].weight != Weight::Quiet).collect();
        // Those of one value stand in the order of the rows.
        let end = |row: &usize| lines.rows[*row].points.iter().rev().find_map(|point| point.value).unwrap_or(0.0);
        named.sort_by(|one, two| end(two).total_cmp(&end(one)));
        let set = |size: f64| {
            let cap = room.width * sizes.column;
            let words = |row: &usize| {
                let Line { label, ending, weight, .. } = &lines.rows[*row];
                let words = format!("{} {ending}", label.printed());
                let face = face(*weight);
                let lines = match measure(face, size, &words) <= cap {
                    true => vec![words],
                    false => balance(face, size, cap, 2, &words).unwrap_or_else(|| wrap(face, size, cap, 0.0, &words)),
                };
                (*row, lines)
            };
            let rows: Vec<(usize, Vec<String>)> = named.iter().map(words).collect();
            let width = |(row, words): &(usize, Vec<String>)| {
                words.iter().map(|words| measure(face(lines.rows[*row].weight), size, words)).fold(0.0, f64::max)
            };
            let width = rows.iter().map(width).fold(0.0, f64::max);
            let height = rows.iter().map(|(_, words)| tall(words.len(), size)).sum();
            Labels { rows, size, width, height }
        };
        let fitting = sizes.labels.iter().map(|size| set(*size)).find(|labels| labels.height <= height);
        fitting.unwrap_or_else(|| set(sizes.labels.last().copied().unwrap_or(13.0)))
    }
}

/// Height of a label.
fn tall(lines: usize, size: f64) -> f64 {
    size * (lines as f64 * LEADING + APART)
}

/// Where the panel lies from left to right, and its days.
struct Across {
    /// Its edges.
    left: f64,
    right: f64,
    /// The days that stand at them.
    first: i64,
    last: i64,
}

impl Across {
    /// Between the words of the values at the left and the names at the right.
    fn of(lines: &Lines, room: &Room, labels: &Labels, (kind, sizes): (&Type, &Sizes)) -> Across {
        let words = |value: f64| measure(Face::Sans, kind.tick, &format!("{value}{}", lines.axis_suffix));
        let widest = ticks(lines.axis_max, sizes.ticks).into_iter().map(words).fold(0.0, f64::max);
        let left = room.left + widest + kind.tick * 0.6 + sizes.radii[0];
        let right = (room.right() - labels.width - sizes.reach).max(left + 1.0);
        let of_points = lines.rows.iter().flat_map(|row| row.points.iter().map(|point| point.day));
        let days: Vec<i64> = lines.dates.iter().map(|date| date.day).chain(of_points).collect();
        let end = |day: Option<&i64>| day.copied().unwrap_or(0);
        Across { left, right, first: end(days.iter().min()), last: end(days.iter().max()) }
    }

    /// The places of the dates.
    fn dates(&self, lines: &Lines) -> Vec<f64> {
        let part = |day: i64| (day - self.first) as f64 / (self.last - self.first).max(1) as f64;
        lines.dates.iter().map(|date| self.left + part(date.day) * (self.right - self.left)).collect()
    }
}

/// Axes, lines, points and words.
fn panel(
    lines: &Lines,
    room: &Room,
    (top, bottom): (f64, f64),
    (labels, dates): (&Labels, &Dates),
    hollows: f64,
    (kind, sizes): (&Type, &Sizes),
    palette: &Palette,
) -> Vec<Node> {
    let scale = Measure::to(lines.axis_max);
    let end = scale.within(f64::INFINITY);
    let values = ticks(lines.axis_max, sizes.ticks);
    let value_words = |value: &f64| format!("{value}{}", lines.axis_suffix);
    let radius = sizes.radii[0];
    let Across { left, right, first, last } = Across::of(lines, room, labels, (kind, sizes));
    let days: Vec<i64> = lines.dates.iter().map(|date| date.day).collect();
    let across = Measure::to((last - first) as f64);
    let size_of_scene = (room.right(), bottom + DROP + hollows + dates.height(kind));
    let plot = Plot::new(size_of_scene, across, 1, Panel { left, right, top, bottom });
    let at = |day: i64, value: f64| ((day - first) as f64, 1.0 - scale.within(value) / end);

    // The grid: a level line a tick, a short upright one a date.
    plot.group("grid", |plot| {
        let stroke = Some(Stroke { color: palette.grid, width: 1.0 });
        let rule =
            |outline: Vec<(f64, f64)>| Node::Path(Path { outlines: vec![outline], closed: false, fill: None, stroke });
        for value in &values {
            plot.mark(&[at(first, *value)], |recorder, at| {
                recorder.record(rule(vec![(left - radius, at[0].1), (right + radius, at[0].1)]));
            });
        }
        for day in &days {
            plot.mark(&[at(*day, 0.0)], |recorder, at| {
                recorder.record(rule(vec![(at[0].0, bottom), (at[0].0, bottom + 5.0)]));
            });
        }
    });
    plot.group("ticks", |plot| {
        for value in &values {
            plot.mark(&[at(first, *value)], |recorder, at| {
                let at = (left - radius - kind.tick * 0.6, at[0].1 + MIDDLE * kind.tick);
                let words = value_words(value);
                recorder.record(Node::Text(line(at, Anchor::End, Face::Sans, kind.tick, palette.quiet, words)));
            });
        }
    });
    let uprights: Vec<(f64, f64)> = days.iter().map(|day| at(*day, 0.0)).collect();
    plot.group("ticks dates", |plot| {
        plot.mark(&uprights, |recorder, at| {
            let at: Vec<f64> = at.iter().map(|(x, _)| *x).collect();
            for placed in dates.placed(&at, room, kind).iter().filter(|placed| placed.row < dates.rows) {
                let head = bottom + DROP + hollows + placed.row as f64 * (dates.row(kind) + kind.tick * APART);
                for (row, words) in dates.words[placed.index].iter().enumerate() {
                    let y = head + kind.tick * (0.75 + row as f64 * DATE_LINE);
                    let words = words.as_str();
                    let words = line((placed.x, y), Anchor::Middle, Face::Sans, kind.tick, palette.quiet, words);
                    recorder.record(Node::Text(words));
                }
            }
        });
    });
    plot.group("breaks", |plot| {
        for found in &lines.breaks {
            plot.mark(&[at(found.from, 0.0), at(found.to, 0.0)], |recorder, at| {
                let x = (at[0].0 + at[1].0) / 2.0;
                recorder.record(dashes(&[(x, top), (x, bottom)], DASH, palette.accent, 2.0));
            });
        }
    });

    let style = |weight: Weight| match weight {
        Weight::National => (palette.accent, sizes.widths[0], sizes.radii[0]),
        Weight::Named => (palette.mark, sizes.widths[1], sizes.radii[1]),
        Weight::Quiet => (palette.link(palette.mark), sizes.widths[2], sizes.radii[2]),
    };
    let each = |class: &'static str, weight: Weight, draw: &dyn Fn(&Plot<Measure>, &Line)| {
        plot.group(class, |plot| {
            lines.rows.iter().filter(|row| row.weight == weight).for_each(|row| draw(plot, row));
        });
    };
    let known = |row: &Line| -> Vec<(f64, f64)> {
        row.points.iter().filter_map(|point| Some(at(point.day, point.value?))).collect()
    };
    let drawn = |plot: &Plot<Measure>, row: &Line| {
        let (color, width, _) = style(row.weight);
        plot.mark(&known(row), |recorder, at| {
            let outlines = runs(&row.points, at);
            if !outlines.is_empty() {
                let stroke = Some(Stroke { color, width });
                let path = Node::Path(Path { outlines, closed: false, fill: None, stroke });
                recorder.record(titled(path, row));
            }
        });
    };
    let points = |plot: &Plot<Measure>, row: &Line| {
        let (color, _, radius) = style(row.weight);
        plot.mark(&known(row), |recorder, at| {
            let points: Vec<Node> = at.iter().map(|at| full(*at, radius, color)).collect();
            if !points.is_empty() {
                recorder.record(Node::Group(Group { class: "points", title: Some(row.title.clone()), nodes: points }));
            }
        });
    };
    let parted = |plot: &Plot<Measure>, row: &Line| {
        let mut before = None;
        for point in &row.points {
            let Some(value) = point.value else { continue };
            if let (true, Some(before)) = (point.parted, before) {
                plot.mark(&[before, at(point.day, value)], |recorder, at| {
                    let middle = ((at[0].0 + at[1].0) / 2.0, (at[0].1 + at[1].1) / 2.0);
                    recorder.record(jagged(middle, radius * 1.2, palette.accent));
                });
            }
            before = Some(at(point.day, value));
        }
    };
    each("others", Weight::Quiet, &drawn);
    each("others", Weight::Quiet, &points);
    each("lines", Weight::Named, &drawn);
    each("lines", Weight::Named, &points);
    each("lines national", Weight::National, &drawn);
    each("lines national", Weight::National, &points);
    plot.group("breaks", |plot| named(lines).for_each(|row| parted(plot, row)));
    // One circle a date: of the whole where its value is missing, else of any other with a name.
    for (class, weight) in [("missing", Weight::Named), ("missing national", Weight::National)] {
        let lacks = |day: i64, weight: Weight| {
            let of = lines.rows.iter().filter(|row| row.weight == weight);
            of.flat_map(|row| &row.points).any(|point| point.day == day && point.value.is_none())
        };
        plot.group(class, |plot| {
            for day in days.iter().filter(|day| lacks(**day, weight)) {
                if weight == Weight::Named && lacks(*day, Weight::National) {
                    continue;
                }
                plot.mark(&[at(*day, 0.0)], |recorder, at| {
                    let center = (at[0].0, bottom + 6.0 + sizes.hollow.0);
                    recorder.record(hollow(center, sizes.hollow.0, sizes.hollow.1, style(weight).0, palette.paper));
                });
            }
        });
    }

    // Names, and what leads to them from the ends of their lines.
    let ends: Vec<(f64, f64)> = labels
        .rows
        .iter()
        .map(|(row, _)| {
            let last = lines.rows[*row].points.iter().rev().find_map(|point| Some(at(point.day, point.value?)));
            last.unwrap_or_else(|| at(first, 0.0))
        })
        .collect();
    let heights: Vec<f64> = labels.rows.iter().map(|(_, words)| tall(words.len(), labels.size)).collect();
    let middles = |ends: &[(f64, f64)]| {
        let wished: Vec<f64> = ends.iter().map(|(_, y)| *y).collect();
        let half = labels.size * 0.5;
        spread(&wished, &heights, top - half, bottom + half)
    };
    plot.group("leaders", |plot| {
        plot.mark(&ends, |recorder, ends| {
            for (((row, _), (x, y)), middle) in labels.rows.iter().zip(ends).zip(middles(ends)) {
                let start = x + style(lines.rows[*row].weight).2 + 3.0;
                let label = (right + sizes.reach - 5.0, middle);
                // Where the line ended before the last date, dots lead on; where it ends there, a short stroke.
                if start < right - 1.0 {
                    recorder.record(dashes(&[(start, *y), (right, *y), label], DOT, palette.quiet, 1.2));
                } else {
                    let stroke = Some(Stroke { color: palette.quiet, width: 1.2 });
                    let outlines = vec![vec![(start, *y), label]];
                    recorder.record(Node::Path(Path { outlines, closed: false, fill: None, stroke }));
                }
            }
        });
    });
    for (class, of) in [("labels", Weight::Named), ("national", Weight::National)] {
        plot.group(class, |plot| {
            plot.mark(&ends, |recorder, ends| {
                for ((row, words), middle) in labels.rows.iter().zip(middles(ends)) {
                    let weight = lines.rows[*row].weight;
                    if weight == of {
                        let color = if weight == Weight::National { palette.accent } else { palette.ink };
                        for text in label((right + sizes.reach, middle), words, face(weight), labels.size, color) {
                            recorder.record(Node::Text(text));
                        }
                    }
                }
            });
        });
    }
    plot.finish()
}

/// A label of some lines around its middle, from `x` rightwards.
fn label((x, middle): (f64, f64), words: &[String], face: Face, size: f64, color: Color) -> Vec<Text> {
    let first = middle + MIDDLE * size - (words.len() as f64 - 1.0) / 2.0 * size * LEADING;
    let set = |(row, words): (usize, &String)| {
        line((x, first + row as f64 * size * LEADING), Anchor::Start, face, size, color, words.as_str())
    };
    words.iter().enumerate().map(set).collect()
}

/// Outlines of what may be joined, from the places of the points that have a value. A step of no length is none.
fn runs(points: &[LinePoint], at: &[(f64, f64)]) -> Vec<Vec<(f64, f64)>> {
    let mut outlines: Vec<Vec<(f64, f64)>> = Vec::new();
    let known = points.iter().filter(|point| point.value.is_some());
    for (index, (point, at_point)) in known.zip(at).enumerate() {
        if point.joined && index > 0 {
            match outlines.last_mut() {
                Some(run) if run.last() == Some(&at[index - 1]) => run.push(*at_point),
                _ => outlines.push(vec![at[index - 1], *at_point]),
            }
        }
    }
    outlines
}

fn titled(node: Node, row: &Line) -> Node {
    Node::Group(Group { class: "line", title: Some(row.title.clone()), nodes: vec![node] })
}

/// A line of dashes along some corners.
fn dashes(corners: &[(f64, f64)], (dash, step): (f64, f64), color: Color, width: f64) -> Node {
    let mut outlines = Vec::new();
    for pair in corners.windows(2) {
        let ((x, y), (dx, dy)) = (pair[0], (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1));
        let length = dx.hypot(dy);
        let mut from = 0.0;
        while from < length {
            let to = (from + dash).min(length);
            outlines.push([from, to].map(|far| (x + dx * far / length, y + dy * far / length)).to_vec());
            from += step;
        }
    }
    Node::Path(Path { outlines, closed: false, fill: None, stroke: Some(Stroke { color, width }) })
}
