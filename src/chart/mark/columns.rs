//! Upright bars in GIMBE's manner: values above them, names below, level where they fit, else turned.
//!
//! Where there is no room for a value or a name, in a narrow column or of a hundred territories, the same bars lie: there
//! every name has its line.

use super::bars;
use super::rows::{Absent, LARGE, MIDDLE, label_face};
use super::target;
use crate::chart::text::{line, measure, wrap};
use crate::chart::ticks::ticks;
use crate::chart::{Bar, Bars, Drawing, Room, Scale, pages};
use crate::scene::{Anchor, Face, Group, Node, Path, Rect, Stroke};
use crate::theme::Palette;

/// A bar's part of its place, and its greatest width in pixels.
const THICKNESS: f64 = 0.71;
const WIDEST: f64 = 72.0;

/// The widest place of a bar.
const PLACE: f64 = 130.0;

/// From a line of turned or broken text to the next, as a part of the size.
const STEP: f64 = 1.2;

/// No bar of the whole is shorter than this, in pixels.
const SHORTEST: f64 = 150.0;

/// Between a bar and its words.
const GAP: f64 = 7.0;

/// How names stand.
#[derive(Clone, Copy, PartialEq)]
enum Names {
    Level,
    /// Degrees.
    Turned(f64),
}

/// How columns are set: found once for all pages of a figure.
struct Setting {
    /// Where the axis begins.
    left: f64,
    /// Width of a bar's place.
    pitch: f64,
    /// Size of the values, and whether they are turned.
    value: (f64, bool),
    /// Size of the names.
    name: f64,
    names: Names,
    /// What values and names need above and below the bars.
    above: f64,
    below: f64,
}

/// Draws columns: one drawing, or one a page; or bars that lie.
pub fn draw(bars: &Bars, room: &Room, palette: &Palette) -> Vec<Drawing> {
    let upright = (room.scale == Scale::Large && !bars.rows.is_empty()).then(|| upright(bars, room, palette)).flatten();
    upright.unwrap_or_else(|| bars::draw(bars, room, palette))
}

fn upright(bars: &Bars, room: &Room, palette: &Palette) -> Option<Vec<Drawing>> {
    let words = target::Words::set(bars.target.as_ref(), room, &LARGE, true);
    let absent = Absent::set((&bars.absent_word, &bars.absent), false, room, &LARGE, palette);
    let (list_gap, list_height) = (absent.gap(&LARGE), absent.height());
    let height = room.height - words.height() - list_gap - list_height;
    let most_pages = if room.paged { bars.rows.len() } else { 1 };
    let (count, setting) = (1..=most_pages).find_map(|count| Some((count, set(bars, count, room, height)?)))?;
    let mut absent = Some(absent);
    let mut drawings = Vec::with_capacity(count);
    for (page, rows) in pages(&bars.rows, count).into_iter().enumerate() {
        let mut nodes = Vec::new();
        words.push_after_sample(&mut nodes, room.top, room, palette);
        let top = room.top + words.height() + setting.above;
        let bottom = room.top + words.height() + height - setting.below;
        panel(bars, rows, room, &setting, (top, bottom), palette, &mut nodes);
        let mut end = bottom + setting.below;
        if page + 1 == count
            && let Some(list) = absent.take()
        {
            list.push(&mut nodes, end + list_gap);
            end += list_gap + list_height;
        }
        drawings.push(Drawing { nodes, right: room.right(), bottom: end });
    }
    Some(drawings)
}

/// The largest type with which all values and names of so many pages stand clear of each other.
fn set(bars: &Bars, count: usize, room: &Room, height: f64) -> Option<Setting> {
    let most = bars.rows.len().div_ceil(count) as f64;
    let tick = ticks(bars.axis_max, LARGE.ticks).into_iter().map(|tick| format!("{tick}{}", bars.axis_suffix));
    let beside = tick.map(|tick| measure(Face::Sans, LARGE.tick, &tick)).fold(0.0, f64::max) + GAP;
    let pitch = |left: f64| ((room.right() - left) / most).min(PLACE);
    let names: Vec<(String, f64)> = bars
        .rows
        .iter()
        .map(|bar| (bar.label.printed(), label_face(bar)))
        .map(|(name, face)| (name.clone(), measure(face, 1.0, &name)))
        .collect();
    let longest = names.iter().map(|(_, width)| *width).fold(0.0, f64::max);
    let sizes = || LARGE.labels.iter().copied().filter(|size| *size <= 18.0);

    // Names: level on three lines at most, else turned by half, else upright.
    let (mut left, mut found) = (room.left + beside, None);
    for size in sizes() {
        let width = pitch(left) - GAP;
        let lines = |bar: &Bar| level(bar, size, width).map(|lines| lines.len());
        if let Some(lines) = bars.rows.iter().map(lines).try_fold(0, |most, lines| Some(most.max(lines?))) {
            found = Some((size, Names::Level, GAP + lines as f64 * size * STEP));
            break;
        }
    }
    if found.is_none() {
        let half = std::f64::consts::FRAC_1_SQRT_2;
        // The first name of a page reaches to the left of its bar.
        let reach = |size: f64, pitch: f64| {
            let of_page = |page: &[(String, f64)]| {
                let reach = page
                    .iter()
                    .enumerate()
                    .map(|(index, (_, width))| width * size * half - (index as f64 + 0.5) * pitch);
                reach.fold(0.0, f64::max)
            };
            pages(&names, count).into_iter().map(of_page).fold(0.0, f64::max) + size
        };
        for size in sizes() {
            let begin = room.left + beside.max(reach(size, pitch(room.left + beside)) + size);
            let wide = pitch(begin);
            let clear = wide * half >= size * STEP && room.left + reach(size, wide) <= begin;
            if clear && begin - room.left <= room.width * 0.14 {
                left = begin;
                found = Some((size, Names::Turned(-45.0), GAP + (longest * size + size) * half + size * 0.3));
                break;
            }
            if pitch(left) >= size * STEP {
                found = Some((size, Names::Turned(-90.0), GAP + longest * size));
                break;
            }
        }
    }
    let (name, names, below) = found?;
    let pitch = pitch(left);

    // Values: level, else turned.
    let widest = bars.rows.iter().map(|bar| measure(Face::SansBold, 1.0, &bar.printed)).fold(0.0, f64::max);
    let is_level = |size: &f64| widest * size + GAP <= pitch;
    let value = match LARGE.labels.iter().copied().filter(|size| *size <= 20.0).find(is_level) {
        Some(size) => (size, false),
        None => (sizes().find(|size| pitch >= size * STEP)?, true),
    };
    let above = GAP + if value.1 { widest * value.0 } else { value.0 };
    (height - above - below >= SHORTEST).then_some(Setting { left, pitch, value, name, names, above, below })
}

/// A name on three lines at most, no word broken.
fn level(bar: &Bar, size: f64, width: f64) -> Option<Vec<String>> {
    let (face, name) = (label_face(bar), bar.label.printed());
    let whole_words = name.split(' ').all(|word| measure(face, size, word) <= width);
    let lines = whole_words.then(|| wrap(face, size, width, 0.0, &name))?;
    (lines.len() <= 3).then_some(lines)
}

/// Axis, bars and words of one page, between two heights.
fn panel(
    bars: &Bars,
    rows: &[Bar],
    room: &Room,
    setting: &Setting,
    (top, bottom): (f64, f64),
    palette: &Palette,
    nodes: &mut Vec<Node>,
) {
    let Setting { left, pitch, value: (value_size, turned), name, names, .. } = *setting;
    let max = if bars.axis_max.is_finite() && bars.axis_max > 0.0 { bars.axis_max } else { 1.0 };
    let at = |value: f64| bottom - (bottom - top) * if value.is_nan() { 0.0 } else { value.clamp(0.0, max) } / max;
    let right = left + pitch * rows.len() as f64;
    let group = |class, nodes| Node::Group(Group { class, title: None, nodes });

    nodes.extend(axis(max, &bars.axis_suffix, (left, right), at, palette));
    let middle = |index: usize| left + (index as f64 + 0.5) * pitch;
    let thick = (pitch * THICKNESS).min(WIDEST);
    let bar = |index: usize, bar: &Bar| {
        let (y, inset) = (at(bar.value), if bar.highlight { 1.2 } else { 0.0 });
        let height = bottom - y - 2.0 * inset;
        (height > 0.05).then(|| {
            let fill = Some(if bar.national { palette.accent } else { palette.mark });
            let stroke = bar.highlight.then_some(Stroke { color: palette.ink, width: 2.5 });
            let (x, width) = (middle(index) - thick / 2.0 + inset, thick - 2.0 * inset);
            Node::Rect(Rect { x, y: y + inset, width, height, radius: 0.0, fill, stroke })
        })
    };
    let label = |index: usize, bar: &Bar| -> Vec<Node> {
        let (face, fill) = (label_face(bar), if bar.national { palette.accent } else { palette.ink });
        let center = middle(index);
        match names {
            Names::Level => {
                let lines = level(bar, name, pitch - GAP).unwrap_or_default().into_iter().enumerate();
                let text = |(number, words): (usize, String)| {
                    let place = (center, bottom + GAP + name * 0.8 + number as f64 * name * STEP);
                    Node::Text(line(place, Anchor::Middle, face, name, fill, words))
                };
                lines.map(text).collect()
            }
            Names::Turned(rotate) => {
                let down = if rotate == -90.0 { (MIDDLE * name, GAP) } else { (MIDDLE * name, GAP + name * 0.5) };
                let place = (center + down.0, bottom + down.1);
                let text = line(place, Anchor::End, face, name, fill, bar.label.printed());
                vec![Node::Text(crate::scene::Text { rotate, ..text })]
            }
        }
    };
    let value = |index: usize, bar: &Bar| {
        let (fill, y) = (if bar.national { palette.accent } else { palette.ink }, at(bar.value) - GAP + 1.0);
        let words = bar.printed.as_str();
        Node::Text(match turned {
            false => line((middle(index), y), Anchor::Middle, Face::SansBold, value_size, fill, words),
            true => {
                let place = (middle(index) + MIDDLE * value_size, y);
                let text = line(place, Anchor::Start, Face::SansBold, value_size, fill, words);
                crate::scene::Text { rotate: -90.0, ..text }
            }
        })
    };
    let of = |national: bool| rows.iter().enumerate().filter(move |(_, bar)| bar.national == national);
    nodes.push(group("bars", of(false).filter_map(|(index, row)| bar(index, row)).collect()));
    nodes.push(group("labels", of(false).flat_map(|(index, row)| label(index, row)).collect()));
    nodes.push(group("values", of(false).map(|(index, row)| value(index, row)).collect()));
    let national = of(true)
        .flat_map(|(index, row)| bar(index, row).into_iter().chain(label(index, row)).chain([value(index, row)]));
    nodes.push(group("national", national.collect()));
    nodes.retain(|node| !matches!(node, Node::Group(group) if group.nodes.is_empty()));

    if let Some(target) = &bars.target {
        let y = at(target.value);
        let clear = |bar: &Bar| {
            let foot = at(bar.value) - GAP + 1.0;
            let height = if turned { measure(Face::SansBold, value_size, &bar.printed) } else { value_size * 0.8 };
            y < foot - height - 4.0 || y > foot + 4.0
        };
        let blocked = rows.iter().enumerate().filter(|(_, bar)| !clear(bar)).map(|(index, bar)| {
            let width = if turned { value_size } else { measure(Face::SansBold, value_size, &bar.printed) };
            (middle(index) - width / 2.0 - 4.0, middle(index) + width / 2.0 + 4.0)
        });
        let pieces = target::pieces(left, right.max(left + 40.0).min(room.right()), blocked.collect());
        let pieces = pieces.into_iter().map(|(from, to)| vec![(from, y), (to, y)]).collect();
        target::push_line(nodes, pieces, palette);
    }
}

/// The lines of ticks with their words, left of the bars. `at` is the height of a value.
fn axis(max: f64, suffix: &str, (left, right): (f64, f64), at: impl Fn(f64) -> f64, palette: &Palette) -> [Node; 2] {
    let levels = ticks(max, LARGE.ticks);
    let rule = |tick: &f64| {
        let outlines = vec![vec![(left, at(*tick)), (right, at(*tick))]];
        let stroke = Some(Stroke { color: palette.grid, width: 1.0 });
        Node::Path(Path { outlines, closed: false, fill: None, stroke })
    };
    let label = |tick: &f64| {
        let place = (left - GAP, at(*tick) + MIDDLE * LARGE.tick);
        let words = format!("{tick}{suffix}");
        Node::Text(line(place, Anchor::End, Face::Sans, LARGE.tick, palette.quiet, words))
    };
    let groups = [("grid", levels.iter().map(rule).collect()), ("ticks", levels.iter().map(label).collect())];
    groups.map(|(class, nodes)| Node::Group(Group { class, title: None, nodes }))
}
