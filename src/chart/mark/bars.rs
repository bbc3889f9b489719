//! Horizontal bars, ranked or by item: names, bars, values, an axis from zero, and the names without a value.

use crate::chart::axis::{self, Axis};
use crate::chart::plot::{Panel, Plot};
use crate::chart::text::{balance, line, unbroken, wrap};
use crate::chart::ticks::Measure;
use crate::chart::{Bar, Bars, Drawing, Labelled, Room, Scale, pages};
use crate::scene::{Anchor, Face, Group, Node, Rect, Text};
use crate::theme::{Palette, measure};

/// A bar's part of its row.
const THICKNESS: f64 = 0.71;

/// From the middle of capitals down to the baseline, as a part of the size.
const MIDDLE: f64 = 0.346;

/// Sizes of type and rows, in pixels.
struct Type {
    /// Labels, from the largest to the smallest.
    labels: &'static [f64],
    /// Tick labels and ranks.
    tick: f64,
    /// The list of names without a value, and its lines.
    list: f64,
    /// The widest label columns, first the one preferred, as parts of the width.
    columns: &'static [f64],
    /// The tallest row.
    tallest: f64,
    /// Row of the smallest label, as a part of its size.
    tightest: f64,
    /// Ticks at most.
    ticks: usize,
    /// The shortest axis beside which ranks still stand.
    shortest_axis: f64,
}

const LARGE: Type = Type {
    labels: &[22.0, 21.0, 20.0, 19.0, 18.0, 17.0, 16.0, 15.0],
    tick: 15.0,
    list: 16.0,
    columns: &[0.38, 0.47],
    tallest: 64.0,
    tightest: 1.27,
    ticks: 5,
    shortest_axis: 300.0,
};

const SMALL: Type = Type {
    labels: &[13.0],
    tick: 12.0,
    list: 13.0,
    columns: &[0.44],
    tallest: 27.0,
    tightest: 1.7,
    ticks: 3,
    shortest_axis: 110.0,
};

/// Row of a label that is not the smallest, as a part of its size.
const EASY: f64 = 1.6;

/// How much smaller than the others a long label may be, so that it stands on one line.
const SHRINK: f64 = 0.85;

/// How rows are set: found once for all pages of a figure, so that they look alike.
struct Setting {
    size: f64,
    /// Of a label that would be too long.
    least: f64,
    pitch: f64,
    /// Width of the label column; nothing where labels stand above their bars.
    column: f64,
    /// Labels stand above their bars, on this many lines.
    above: Option<usize>,
    pages: usize,
}

/// Draws bars: one drawing, or one a page.
pub fn draw(bars: &Bars, room: &Room, palette: &Palette) -> Vec<Drawing> {
    let kind = match room.scale {
        Scale::Large => &LARGE,
        Scale::Small => &SMALL,
    };
    let list = absent(bars, room, kind, palette);
    let list_height = list.len().saturating_sub(1) as f64 * list_size(bars, kind) * 1.4;
    if bars.rows.is_empty() {
        let mut nodes = Vec::new();
        push_list(&mut nodes, list, room.top);
        return vec![Drawing { nodes, right: room.right(), bottom: room.top + list_height }];
    }
    let under = axis::DROP + kind.tick;
    let list_gap = if list.is_empty() { 0.0 } else { kind.list };
    let setting = set(&bars.rows, room, kind, room.height - axis::RISE - under - list_gap - list_height);
    let mut drawings: Vec<Drawing> = Vec::new();
    let mut list = Some(list);
    for (page, rows) in pages(&bars.rows, setting.pages).into_iter().enumerate() {
        let top = room.top + axis::RISE;
        let bottom = top + setting.pitch * rows.len() as f64;
        let nodes = panel(bars, rows, room, kind, &setting, palette);
        let mut drawing = Drawing { nodes, right: room.right(), bottom: bottom + under };
        if page + 1 == setting.pages
            && let Some(list) = list.take()
        {
            push_list(&mut drawing.nodes, list, drawing.bottom + list_gap);
            drawing.bottom += list_gap + list_height;
        }
        drawings.push(drawing);
    }
    drawings
}

/// The largest type with which all rows fit, on as few pages as can be.
fn set(rows: &[Bar], room: &Room, kind: &Type, height: f64) -> Setting {
    let widest = rows.iter().map(|bar| measure(label_face(bar), 1.0, &bar.label.printed())).fold(0.0, f64::max);
    let most_lines = |size, width| rows.iter().map(|bar| label_lines(bar, size, width).len()).max().unwrap_or(1);
    let smallest = kind.labels.iter().copied().fold(f64::INFINITY, f64::min);
    for count in 1.. {
        let most = rows.len().div_ceil(count) as f64;
        for part in kind.columns {
            let cap = room.width * part;
            for &size in kind.labels {
                let last = size == smallest && (!room.paged || most <= 1.0);
                let one_line = size * if size == smallest { kind.tightest } else { EASY };
                if one_line * most > height && !last {
                    continue;
                }
                let least = (size * SHRINK).max(smallest);
                let lines = if widest * size > cap { most_lines(size, cap) } else { 1 };
                let above = (room.scale == Scale::Small && lines > 2).then(|| most_lines(size, room.width - size));
                let need = match (above, lines) {
                    (Some(lines), _) => lines as f64 * size * 1.25 + 26.0,
                    (None, 1) => one_line,
                    (None, lines) => size * (1.16 * lines as f64 + 0.3),
                };
                // Lines that do not fit become one, if that is not much smaller.
                let (need, least) = match need * most > height && widest * least <= cap {
                    true => (one_line, least),
                    false => (need, size),
                };
                if need * most <= height || last {
                    let pitch = (height / most).min(kind.tallest).max(need);
                    let column = if above.is_some() { 0.0 } else { (widest * size).min(cap) };
                    return Setting { size, least, pitch: (pitch * 10.0).floor() / 10.0, column, above, pages: count };
                }
            }
        }
    }
    unreachable!("a page of one row always fits")
}

/// Axis, bars and words of one page.
fn panel(bars: &Bars, rows: &[Bar], room: &Room, kind: &Type, setting: &Setting, palette: &Palette) -> Vec<Node> {
    let Setting { size, pitch, .. } = *setting;
    let scale = Measure::to(bars.axis_max);
    let value_gap = size * 0.45;
    let widest_value = bars.rows.iter().map(|bar| measure(Face::SansBold, size, &bar.printed)).fold(0.0, f64::max);
    let right = room.right() - value_gap - widest_value.max(kind.tick * 1.2);
    let label_gap = if setting.column > 0.0 { size * 0.65 } else { 0.0 };
    let deepest = bars.rows.iter().filter_map(|bar| bar.rank).max();
    let rank_width = deepest.map_or(0.0, |rank| measure(Face::Sans, kind.tick, &rank.to_string()));
    let rank_column = if rank_width > 0.0 { rank_width + size } else { 0.0 };
    let ranked = rank_width > 0.0
        && setting.above.is_none()
        && right - room.left - rank_column - setting.column - label_gap >= kind.shortest_axis;
    let label_end = room.left + setting.column + if ranked { rank_column } else { 0.0 };
    let half_tick = measure(Face::Sans, kind.tick, &format!("0{}", bars.axis_suffix)) / 2.0;
    let left = (label_end + label_gap).max(room.left + half_tick);

    let top = room.top + axis::RISE;
    let bottom = top + pitch * rows.len() as f64;
    let size_of_scene = (room.right(), bottom + axis::DROP + kind.tick);
    let plot = Plot::new(size_of_scene, scale.clone(), rows.len(), Panel { left, right, top, bottom });
    let axis =
        Axis { measure: &scale, suffix: &bars.axis_suffix, most: kind.ticks, size: kind.tick, rows: rows.len(), pitch };
    axis::draw(&plot, &axis, palette);

    // Where in its row a bar stands, in rows.
    let (begin, end) = match setting.above {
        Some(_) => (1.0 - 20.0 / pitch, 1.0 - 6.0 / pitch),
        None => ((1.0 - THICKNESS) / 2.0, (1.0 + THICKNESS) / 2.0),
    };
    let middle = (begin + end) / 2.0;
    let bar = |plot: &Plot<Measure>, row: usize, bar: &Bar| {
        let (from, to) = (row as f64 + begin, row as f64 + end);
        let fill = if bar.national { palette.accent } else { palette.mark };
        plot.mark(&[(0.0, from), (scale.within(bar.value), to)], |recorder, at| {
            let ((x, y), (end, bottom)) = (at[0], at[1]);
            if end > x {
                let rect =
                    Rect { x, y, width: end - x, height: bottom - y, radius: 2.0, fill: Some(fill), stroke: None };
                recorder.record(Node::Rect(rect));
            }
        });
    };
    let value = |plot: &Plot<Measure>, row: usize, bar: &Bar| {
        let fill = if bar.national { palette.accent } else { palette.ink };
        plot.mark(&[(scale.within(bar.value), row as f64 + middle)], |recorder, at| {
            let at = (at[0].0 + value_gap, at[0].1 + MIDDLE * size);
            recorder.record(Node::Text(line(at, Anchor::Start, Face::SansBold, size, fill, bar.printed.as_str())));
        });
    };
    let label = |plot: &Plot<Measure>, row: usize, bar: &Bar| {
        let fill = if bar.national { palette.accent } else { palette.ink };
        let face = label_face(bar);
        let size = if setting.least < size { label_size(bar, size, setting) } else { size };
        plot.mark(&[(0.0, row as f64), (0.0, row as f64 + middle)], |recorder, at| {
            let step = size * 1.16;
            let (x, anchor, width, first) = match setting.above {
                Some(lines) => {
                    let lines = lines as f64 - label_lines(bar, size, room.right() - left).len() as f64;
                    (left, Anchor::Start, room.right() - left, at[0].1 + 4.0 + size + lines * step)
                }
                None => {
                    let lines = label_lines(bar, size, setting.column).len() as f64;
                    let first = at[1].1 + MIDDLE * size - (lines - 1.0) / 2.0 * step;
                    (label_end, Anchor::End, setting.column, first)
                }
            };
            for (index, words) in label_lines(bar, size, width).into_iter().enumerate() {
                let at = (x, first + index as f64 * step);
                recorder.record(Node::Text(line(at, anchor, face, size, fill, words)));
            }
        });
    };
    let rank = |plot: &Plot<Measure>, row: usize, bar: &Bar| {
        let Some(rank) = bar.rank else { return };
        plot.mark(&[(0.0, row as f64 + middle)], |recorder, at| {
            let at = (room.left + rank_width, at[0].1 + MIDDLE * kind.tick);
            let words = rank.to_string();
            recorder.record(Node::Text(line(at, Anchor::End, Face::Sans, kind.tick, palette.quiet, words)));
        });
    };

    let each = |class, national: bool, draw: &dyn Fn(&Plot<Measure>, usize, &Bar)| {
        plot.group(class, |plot| {
            for (row, bar) in rows.iter().enumerate().filter(|(_, bar)| bar.national == national) {
                draw(plot, row, bar);
            }
        });
    };
    each("bars", false, &bar);
    if ranked {
        each("ranks", false, &rank);
    }
    each("labels", false, &label);
    each("values", false, &value);
    each("national", true, &|plot, row, national| {
        bar(plot, row, national);
        label(plot, row, national);
        value(plot, row, national);
    });
    plot.finish()
}

fn label_face(bar: &Bar) -> Face {
    if bar.national { Face::SansBold } else { Face::Sans }
}

/// The size at which a label stands on one line.
fn label_size(bar: &Bar, size: f64, setting: &Setting) -> f64 {
    let widest = setting.column / measure(label_face(bar), 1.0, &bar.label.printed());
    ((widest * 10.0).floor() / 10.0).clamp(setting.least, size)
}

/// A label on one line where it is narrow enough, else on as few as can be.
fn label_lines(bar: &Bar, size: f64, width: f64) -> Vec<String> {
    let (face, text) = (label_face(bar), bar.label.printed());
    // Rounding must not break a label that gave the column its width.
    let width = width + 0.01;
    if measure(face, size, &text) <= width {
        return vec![text];
    }
    balance(face, size, width, 2, &text).unwrap_or_else(|| wrap(face, size, width, 0.0, &text))
}

/// The list of names without a value: its word, then the names; line by line, with the baseline from its top.
fn absent(bars: &Bars, room: &Room, kind: &Type, palette: &Palette) -> Vec<Text> {
    if bars.absent.is_empty() {
        return Vec::new();
    }
    let size = list_size(bars, kind);
    let names: Vec<String> = bars.absent.iter().map(Labelled::printed).map(|name| unbroken(&name)).collect();
    let indent = measure(Face::SansSemi, size, &bars.absent_word) + size * 0.5;
    let mut texts = Vec::new();
    let word = line((room.left, 0.0), Anchor::Start, Face::SansSemi, size, palette.quiet, bars.absent_word.as_str());
    texts.push(word);
    for (index, words) in wrap(Face::Sans, size, room.width, indent, &names.join(", ")).into_iter().enumerate() {
        let at = (room.left + if index == 0 { indent } else { 0.0 }, index as f64 * size * 1.4);
        texts.push(line(at, Anchor::Start, Face::Sans, size, palette.quiet, words));
    }
    texts
}

/// A list that stands alone is said as large as a label.
fn list_size(bars: &Bars, kind: &Type) -> f64 {
    if bars.rows.is_empty() { kind.labels[0] } else { kind.list }
}

fn push_list(nodes: &mut Vec<Node>, list: Vec<Text>, top: f64) {
    if list.is_empty() {
        return;
    }
    let nodes_of_list = list.into_iter().map(|text| Node::Text(Text { y: top + text.size + text.y, ..text }));
    nodes.push(Node::Group(Group { class: "absent", title: None, nodes: nodes_of_list.collect() }));
}
