//! Horizontal bars, ranked or by item: names, bars, values, an axis from zero, and the names without a value.

use super::rows::{Absent, LARGE, MIDDLE, Row, SMALL, Setting, Type, label_face, label_lines, label_size, set};
use crate::chart::axis::{self, Axis};
use crate::chart::plot::{Panel, Plot};
use crate::chart::text::line;
use crate::chart::ticks::Measure;
use crate::chart::{Bar, Bars, Drawing, Labelled, Room, Scale, pages};
use crate::scene::{Anchor, Face, Node, Rect, Stroke};
use crate::theme::{Palette, measure};

/// A bar's part of its row.
const THICKNESS: f64 = 0.71;

/// The outline of a bar that is marked, in pixels.
const OUTLINE: f64 = 2.5;

impl Row for Bar {
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

/// Draws bars: one drawing, or one a page.
pub fn draw(bars: &Bars, room: &Room, palette: &Palette) -> Vec<Drawing> {
    let kind = match room.scale {
        Scale::Large => &LARGE,
        Scale::Small => &SMALL,
    };
    let absent = Absent::set((&bars.absent_word, &bars.absent), bars.rows.is_empty(), room, kind, palette);
    if bars.rows.is_empty() {
        let (mut nodes, bottom) = (Vec::new(), room.top + absent.height());
        absent.push(&mut nodes, room.top);
        return vec![Drawing { nodes, right: room.right(), bottom }];
    }
    let under = axis::DROP + kind.tick;
    let (list_gap, list_height) = (absent.gap(kind), absent.height());
    let setting = set(&bars.rows, room, kind, room.height - axis::RISE - under - list_gap - list_height);
    let mut drawings: Vec<Drawing> = Vec::new();
    let mut absent = Some(absent);
    for (page, rows) in pages(&bars.rows, setting.pages).into_iter().enumerate() {
        let top = room.top + axis::RISE;
        let bottom = top + setting.pitch * rows.len() as f64;
        let nodes = panel(bars, rows, room, kind, &setting, palette);
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
                // Not by colour alone: what is marked has an outline, within the bar, and a bold name.
                let stroke = bar.highlight.then_some(Stroke { color: palette.ink, width: OUTLINE });
                let inset = if bar.highlight { (OUTLINE / 2.0).min((end - x) / 2.0) } else { 0.0 };
                let (width, height) = (end - x - 2.0 * inset, bottom - y - 2.0 * inset);
                let (x, y) = (x + inset, y + inset);
                recorder.record(Node::Rect(Rect { x, y, width, height, radius: 2.0, fill: Some(fill), stroke }));
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
