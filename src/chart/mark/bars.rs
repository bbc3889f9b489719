//! Horizontal bars, ranked or by item: names, bars, values, an axis from zero, and the names without a value.

use super::rows::{Absent, LARGE, MIDDLE, Row, SMALL, Setting, Type, label_face, label_lines, label_size, set};
use super::target;
use crate::chart::axis::{self, Axis};
use crate::chart::plot::{Panel, Plot};
use crate::chart::text::{line, measure, wrap};
use crate::chart::ticks::Measure;
use crate::chart::{Areas, Bar, Bars, Drawing, Labelled, Room, Scale, Target, pages};
use crate::scene::{Anchor, Color, Face, Node, Rect, Stroke};
use crate::theme::Palette;

/// A bar's part of its row.
const THICKNESS: f64 = 0.71;

/// The outline of a bar that is marked, in pixels.
const OUTLINE: f64 = 2.5;

/// The face of the name of a macro-area.
const HEAD_FACE: Face = Face::SansSemi;

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

/// A place for a row: a bar, or a line of the name of what follows.
#[derive(Clone)]
enum Slot<'a> {
    Bar(&'a Bar),
    Head(String, &'static Labelled),
}

/// The name of a place that has none.
static NAMELESS: Labelled = Labelled { name: String::new(), mark: String::new() };

impl Row for Slot<'_> {
    fn label(&self) -> &Labelled {
        match self {
            Slot::Bar(bar) => bar.label(),
            Slot::Head(_, nameless) => nameless,
        }
    }

    fn is_national(&self) -> bool {
        matches!(self, Slot::Bar(bar) if bar.national)
    }

    fn is_bold(&self) -> bool {
        matches!(self, Slot::Bar(bar) if bar.is_bold())
    }
}

/// What is drawn on one axis.
struct Listed<'a> {
    slots: Vec<Slot<'a>>,
    axis_max: f64,
    axis_suffix: &'a str,
    target: Option<&'a Target>,
    absent: (&'a str, &'a [Labelled]),
}

impl Listed<'_> {
    fn bars(&self) -> impl Iterator<Item = &Bar> {
        self.slots.iter().filter_map(Slot::bar)
    }
}

impl Slot<'_> {
    fn bar(&self) -> Option<&Bar> {
        match self {
            Slot::Bar(bar) => Some(bar),
            Slot::Head(..) => None,
        }
    }
}

/// Draws bars: one drawing, or one a page.
pub fn draw(bars: &Bars, room: &Room, palette: &Palette) -> Vec<Drawing> {
    let listed = Listed {
        slots: bars.rows.iter().map(Slot::Bar).collect(),
        axis_max: bars.axis_max,
        axis_suffix: &bars.axis_suffix,
        target: bars.target.as_ref(),
        absent: (&bars.absent_word, &bars.absent),
    };
    draw_listed(listed, room, palette)
}

/// Draws bars under the names of macro-areas, the national one above them.
pub fn draw_areas(areas: &Areas, room: &Room, palette: &Palette) -> Vec<Drawing> {
    let kind = type_of(room);
    let mut slots: Vec<Slot<'_>> = areas.national.iter().map(Slot::Bar).collect();
    let mut absent = areas.absent.clone();
    for area in &areas.areas {
        if !area.rows.is_empty() {
            let title = wrap(HEAD_FACE, kind.labels[0], room.width, 0.0, &area.title);
            slots.extend(title.into_iter().map(|line| Slot::Head(line, &NAMELESS)));
            slots.extend(area.rows.iter().map(Slot::Bar));
        }
        absent.extend(area.absent.iter().cloned());
    }
    let listed = Listed {
        slots,
        axis_max: areas.axis_max,
        axis_suffix: &areas.axis_suffix,
        target: areas.target.as_ref(),
        absent: (&areas.absent_word, &absent),
    };
    draw_listed(listed, room, palette)
}

fn type_of(room: &Room) -> &'static Type {
    match room.scale {
        Scale::Large => &LARGE,
        Scale::Small => &SMALL,
    }
}

fn draw_listed(listed: Listed<'_>, room: &Room, palette: &Palette) -> Vec<Drawing> {
    let kind = type_of(room);
    let absent = Absent::set(listed.absent, listed.slots.is_empty(), room, kind, palette);
    if listed.slots.is_empty() {
        let (mut nodes, bottom) = (Vec::new(), room.top + absent.height());
        absent.push(&mut nodes, room.top);
        return vec![Drawing { nodes, right: room.right(), bottom }];
    }
    let under = axis::DROP + kind.tick;
    let (list_gap, list_height) = (absent.gap(kind), absent.height());
    let words = target::Words::set(listed.target, room, kind, false);
    let room = Room { top: room.top + words.height(), height: room.height - words.height(), ..*room };
    let height = room.height - axis::RISE - under - list_gap - list_height;
    let (setting, parts) = parts(&listed, &room, kind, height);
    let last = parts.len() - 1;
    let mut drawings: Vec<Drawing> = Vec::new();
    let mut absent = Some(absent);
    for (page, rows) in parts.into_iter().enumerate() {
        let top = room.top + axis::RISE;
        let bottom = top + setting.pitch * rows.len() as f64;
        let nodes = panel(&listed, &rows, &room, kind, &setting, &words, palette);
        let mut drawing = Drawing { nodes, right: room.right(), bottom: bottom + under };
        if page == last
            && let Some(list) = absent.take()
        {
            list.push(&mut drawing.nodes, drawing.bottom + list_gap);
            drawing.bottom += list_gap + list_height;
        }
        drawings.push(drawing);
    }
    drawings
}

/// How rows are set, and which stand on each page: as evenly as can be. No name stands apart from the bars below it,
/// and one whose bars go on stands on the next page again.
fn parts<'a>(listed: &Listed<'a>, room: &Room, kind: &Type, height: f64) -> (Setting, Vec<Vec<Slot<'a>>>) {
    let slots = listed.slots.as_slice();
    let setting = set(slots, room, kind, height);
    let is_head = |slot: &Slot<'_>| matches!(slot, Slot::Head(..));
    if setting.pages == 1 || !slots.iter().any(is_head) {
        let parts = pages(slots, setting.pages).into_iter().map(<[Slot<'_>]>::to_vec).collect();
        return (setting, parts);
    }
    // Names that are repeated, or that move on, need room too.
    let spare = Slot::Head(String::new(), &NAMELESS);
    let padded: Vec<Slot<'_>> =
        slots.iter().cloned().chain(std::iter::repeat_n(spare, 3 * (setting.pages + 1))).collect();
    let setting = set(&padded, room, kind, height);
    let most = (height / setting.pitch + 1e-6) as usize;
    let mut parts: Vec<Vec<Slot<'_>>> = Vec::new();
    let mut begin = 0;
    while begin < slots.len() {
        let head = slots[..begin].iter().rposition(is_head).filter(|_| !is_head(&slots[begin]));
        let first =
            head.map_or(begin, |last| slots[..last].iter().rposition(|slot| !is_head(slot)).map_or(0, |it| it + 1));
        let repeated = head.map_or(0, |last| last + 1 - first);
        let rest = slots.len() - begin;
        let even = rest.div_ceil(setting.pages.saturating_sub(parts.len()).max(1));
        let mut end = begin + even.min(most.saturating_sub(repeated).max(1)).min(rest);
        while end > begin + 1 && end < slots.len() && is_head(&slots[end - 1]) {
            end -= 1;
        }
        parts.push(slots[first..first + repeated].iter().chain(&slots[begin..end]).cloned().collect());
        begin = end;
    }
    (setting, parts)
}

/// One page of bars: where its parts stand, in pixels.
struct Frame<'f> {
    room: &'f Room,
    kind: &'f Type,
    setting: &'f Setting,
    palette: &'f Palette,
    /// The measure of the values.
    scale: Measure,
    /// Where the axis begins and ends.
    axis: (f64, f64),
    /// Where labels beside the bars end.
    label_end: f64,
    /// From a bar to its value.
    value_gap: f64,
    /// Width of the ranks, where there is room for them.
    ranks: Option<f64>,
    /// Where in its row a bar begins and ends, in rows.
    band: (f64, f64),
}

/// Axis, bars and words of one page.
fn panel(
    listed: &Listed<'_>,
    rows: &[Slot<'_>],
    room: &Room,
    kind: &Type,
    setting: &Setting,
    words: &target::Words,
    palette: &Palette,
) -> Vec<Node> {
    let frame = Frame::new(listed, room, kind, setting, palette);
    let (left, right) = frame.axis;
    let pitch = setting.pitch;
    let top = room.top + axis::RISE;
    let bottom = top + pitch * rows.len() as f64;
    let size_of_scene = (room.right(), bottom + axis::DROP + kind.tick);
    let plot = Plot::new(size_of_scene, frame.scale.clone(), rows.len(), Panel { left, right, top, bottom });
    let axis = Axis {
        measure: &frame.scale,
        suffix: listed.axis_suffix,
        most: kind.ticks,
        size: kind.tick,
        rows: rows.len(),
        pitch,
    };
    axis::draw(&plot, &axis, palette);
    frame.draw(&plot, rows);
    let mut nodes = plot.finish();
    if let Some(target) = listed.target {
        let x = left + (right - left) * frame.scale.within(target.value) / frame.scale.end();
        let pieces = target::upright(x, room.top, bottom, &target::texts(&nodes));
        target::push_line(&mut nodes, pieces, palette);
        words.push_at(&mut nodes, x, room.top - words.height(), room, palette);
    }
    nodes
}

impl<'f> Frame<'f> {
    fn new(
        listed: &Listed<'_>,
        room: &'f Room,
        kind: &'f Type,
        setting: &'f Setting,
        palette: &'f Palette,
    ) -> Frame<'f> {
        let Setting { size, pitch, .. } = *setting;
        let value_gap = size * 0.45;
        let widest_value = listed.bars().map(|bar| measure(Face::SansBold, size, &bar.printed)).fold(0.0, f64::max);
        let right = room.right() - value_gap - widest_value.max(kind.tick * 1.2);
        let label_gap = if setting.column > 0.0 { size * 0.65 } else { 0.0 };
        let deepest = listed.bars().filter_map(|bar| bar.rank).max();
        let rank_width = deepest.map_or(0.0, |rank| measure(Face::Sans, kind.tick, &rank.to_string()));
        let rank_column = if rank_width > 0.0 { rank_width + size } else { 0.0 };
        let ranked = rank_width > 0.0
            && setting.above.is_none()
            && right - room.left - rank_column - setting.column - label_gap >= kind.shortest_axis;
        let label_end = room.left + setting.column + if ranked { rank_column } else { 0.0 };
        let half_tick = measure(Face::Sans, kind.tick, &format!("0{}", listed.axis_suffix)) / 2.0;
        let left = (label_end + label_gap).max(room.left + half_tick);
        let band = match setting.above {
            Some(_) => (1.0 - 20.0 / pitch, 1.0 - 6.0 / pitch),
            None => ((1.0 - THICKNESS) / 2.0, (1.0 + THICKNESS) / 2.0),
        };
        let scale = Measure::to(listed.axis_max);
        let (axis, ranks) = ((left, right), ranked.then_some(rank_width));
        Frame { room, kind, setting, palette, scale, axis, label_end, value_gap, ranks, band }
    }

    /// The middle of a bar in its row, in rows.
    fn middle(&self) -> f64 {
        (self.band.0 + self.band.1) / 2.0
    }

    /// The colour of the words of a bar.
    fn ink(&self, bar: &Bar) -> Color {
        if bar.national { self.palette.accent } else { self.palette.ink }
    }

    /// All rows, those of the whole in a group of their own.
    fn draw(&self, plot: &Plot<Measure>, rows: &[Slot<'_>]) {
        let bars = || rows.iter().enumerate().filter_map(|(row, slot)| Some((row, slot.bar()?)));
        let each = |class, national: bool, draw: &dyn Fn(&Plot<Measure>, usize, &Bar)| {
            plot.group(class, |plot| {
                for (row, bar) in bars().filter(|(_, bar)| bar.national == national) {
                    draw(plot, row, bar);
                }
            });
        };
        each("bars", false, &|plot, row, bar| self.bar(plot, row, bar));
        if let Some(width) = self.ranks {
            each("ranks", false, &|plot, row, bar| self.rank(plot, row, bar, width));
        }
        each("labels", false, &|plot, row, bar| self.label(plot, row, bar));
        each("values", false, &|plot, row, bar| self.value(plot, row, bar));
        each("national", true, &|plot, row, national| {
            self.bar(plot, row, national);
            self.label(plot, row, national);
            self.value(plot, row, national);
        });
        self.heads(plot, rows);
    }

    fn bar(&self, plot: &Plot<Measure>, row: usize, bar: &Bar) {
        let (from, to) = (row as f64 + self.band.0, row as f64 + self.band.1);
        let fill = if bar.national { self.palette.accent } else { self.palette.mark };
        plot.mark(&[(0.0, from), (self.scale.within(bar.value), to)], |recorder, at| {
            let ((x, y), (end, bottom)) = (at[0], at[1]);
            if end > x {
                // Not by colour alone: what is marked has an outline, within the bar, and a bold name.
                let stroke = bar.highlight.then_some(Stroke { color: self.palette.ink, width: OUTLINE });
                let inset = if bar.highlight { (OUTLINE / 2.0).min((end - x) / 2.0) } else { 0.0 };
                let (width, height) = (end - x - 2.0 * inset, bottom - y - 2.0 * inset);
                let (x, y) = (x + inset, y + inset);
                recorder.record(Node::Rect(Rect { x, y, width, height, radius: 0.0, fill: Some(fill), stroke }));
            }
        });
    }

    fn value(&self, plot: &Plot<Measure>, row: usize, bar: &Bar) {
        let (size, fill) = (self.setting.size, self.ink(bar));
        plot.mark(&[(self.scale.within(bar.value), row as f64 + self.middle())], |recorder, at| {
            let at = (at[0].0 + self.value_gap, at[0].1 + MIDDLE * size);
            recorder.record(Node::Text(line(at, Anchor::Start, Face::SansBold, size, fill, bar.printed.as_str())));
        });
    }

    fn label(&self, plot: &Plot<Measure>, row: usize, bar: &Bar) {
        let (setting, fill, face) = (self.setting, self.ink(bar), label_face(bar));
        let size = if setting.least < setting.size { label_size(bar, setting.size, setting) } else { setting.size };
        let left = self.axis.0;
        plot.mark(&[(0.0, row as f64), (0.0, row as f64 + self.middle())], |recorder, at| {
            let step = size * 1.16;
            let (x, anchor, width, first) = match setting.above {
                Some(lines) => {
                    let width = self.room.right() - left;
                    let lines = lines as f64 - label_lines(bar, size, width).len() as f64;
                    (left, Anchor::Start, width, at[0].1 + 4.0 + size + lines * step)
                }
                None => {
                    let lines = label_lines(bar, size, setting.column).len() as f64;
                    let first = at[1].1 + MIDDLE * size - (lines - 1.0) / 2.0 * step;
                    (self.label_end, Anchor::End, setting.column, first)
                }
            };
            for (index, words) in label_lines(bar, size, width).into_iter().enumerate() {
                let at = (x, first + index as f64 * step);
                recorder.record(Node::Text(line(at, anchor, face, size, fill, words)));
            }
        });
    }

    fn rank(&self, plot: &Plot<Measure>, row: usize, bar: &Bar, width: f64) {
        let Some(rank) = bar.rank else { return };
        let (size, color) = (self.kind.tick, self.palette.quiet);
        plot.mark(&[(0.0, row as f64 + self.middle())], |recorder, at| {
            let at = (self.room.left + width, at[0].1 + MIDDLE * size);
            recorder.record(Node::Text(line(at, Anchor::End, Face::Sans, size, color, rank.to_string())));
        });
    }

    /// Names above the bars that they hold together.
    fn heads(&self, plot: &Plot<Measure>, rows: &[Slot<'_>]) {
        let Setting { size, pitch, .. } = *self.setting;
        plot.group("heads", |plot| {
            for (row, slot) in rows.iter().enumerate() {
                let Slot::Head(words, _) = slot else { continue };
                plot.mark(&[(0.0, row as f64 + 1.0)], |recorder, at| {
                    let at = (self.room.left, at[0].1 - (pitch * 0.16).max(size * 0.2));
                    let (color, words) = (self.palette.quiet, words.as_str());
                    recorder.record(Node::Text(line(at, Anchor::Start, HEAD_FACE, size, color, words)));
                });
            }
        });
    }
}
