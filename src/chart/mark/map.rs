//! Territories as they lie on the map of Italy: values inside where they fit, else beside with a line that leads there,
//! else in a list below. No two words meet, and none is cut.

use super::places::{CAPITAL, Ground, Type, boxed, group, kind, lines, set, words_on};
use crate::chart::text::{line, measure};
use crate::chart::{Drawing, Place, Places, Room};
use crate::data::map::{Map, Unit, italy};
use crate::scene::{Anchor, Face, Group, Node, Path, Stroke, Text};
use crate::theme::{Palette, STEPS, Tint};
use std::sync::LazyLock;

/// The map where a room has no height of its own: as a part of its width.
const NARROW: f64 = 1.0;

/// The least height of a map, in pixels.
const SHORTEST: f64 = 260.0;

/// Borders between territories, and the outline of one that is marked.
const BORDER: f64 = 1.2;
const OUTLINE: f64 = 2.6;

/// Between the lines that hatch what is not known.
const HATCH: f64 = 8.0;

/// Around words inside a territory, and around those outside.
const INSIDE: f64 = 3.0;
const OUTSIDE: f64 = 5.0;

/// How far words may stand from their territory, and the steps in which a place is looked for.
const FAR: f64 = 190.0;
const STEP: f64 = 6.0;
const WAYS: u32 = 24;

/// What a pixel of a line over another territory costs, against one over the sea.
const OVER_LAND: f64 = 2.5;

/// Draws a map.
pub fn draw(places: &Places, room: &Room, palette: &Palette) -> Vec<Drawing> {
    set(places, room, palette, hatched, |at, within| ground(places, room, palette, at, within))
}

/// Where the map lies: left, top, pixels a step.
#[derive(Clone, Copy)]
struct Lie(f64, f64, f64);

impl Lie {
    fn place(self, (x, y): (f64, f64)) -> (f64, f64) {
        (self.0 + x * self.2, self.1 + y * self.2)
    }

    fn outlines(self, unit: &Unit) -> Vec<Vec<(f64, f64)>> {
        let outline = |outline: &Vec<(f64, f64)>| outline.iter().map(|point| self.place(*point)).collect();
        unit.outlines.iter().map(outline).collect()
    }
}

fn ground(places: &Places, room: &Room, palette: &Palette, at: (f64, f64), within: (f64, f64)) -> Ground {
    let (map, kind) = (italy(), kind(room));
    let high = if room.height > 0.0 { within.1.max(SHORTEST) / map.height } else { f64::INFINITY };
    let scale = (within.0 * NARROW / map.width).min(high);
    let lie = Lie(at.0, at.1, scale);
    let size = (map.width * scale, map.height * scale);
    let tints = palette.steps();

    let units: Vec<(usize, &Place, &Unit)> =
        places.units.iter().zip(&map.units).enumerate().map(|(index, (place, unit))| (index, place, unit)).collect();
    let inside: Vec<Option<Text>> =
        units.iter().map(|(_, place, unit)| inside(place, unit, lie, kind, &tints, palette)).collect();
    let mut taken: Vec<Frame> = inside.iter().flatten().map(|text| Frame::of(text).wider(INSIDE / 2.0)).collect();

    // Beside: from the north, each where its line is shortest; then what has no place.
    let bounds = Frame { left: at.0, top: at.1, right: at.0 + size.0, bottom: at.1 + size.1 };
    let (mut ways, mut beside, mut listed) = (Vec::new(), Vec::new(), Vec::new());
    for (index, place, unit) in units.iter().filter(|(index, ..)| inside[*index].is_none()) {
        match outside(*index, place, unit, lie, kind, &bounds, &taken, &ways) {
            Some(found) => {
                taken.push(found.frame.wider(OUTSIDE));
                ways.push([found.from, found.to]);
                beside.push(found.texts(place, palette));
            }
            None => listed.push(*index),
        }
    }

    // What is not known lies above the rest, for its outline is the only sign of it.
    let mut drawn: Vec<&(usize, &Place, &Unit)> = units.iter().collect();
    drawn.sort_by_key(|(_, place, _)| place.step.is_none());
    let shapes = drawn.into_iter().map(|(index, place, unit)| {
        let mut nodes = shape(place, lie.outlines(unit), inside[*index].as_ref(), &tints, palette);
        nodes.extend(inside[*index].clone().map(Node::Text));
        group(place, &tints, nodes)
    });
    let mut nodes = vec![Node::Group(Group { class: "map", title: None, nodes: shapes.collect() })];
    let stroke = Some(Stroke { color: palette.ink, width: OUTLINE });
    let marked = units.iter().filter(|(_, place, _)| place.highlight);
    let marked = marked.map(|(_, _, unit)| Path { outlines: lie.outlines(unit), closed: true, fill: None, stroke });
    push(&mut nodes, "marked", marked.map(Node::Path).collect());
    push(&mut nodes, "leaders", leaders(&ways, palette));
    push(&mut nodes, "beside", beside.into_iter().flatten().collect());
    Ground { nodes, size, listed }
}

fn push(nodes: &mut Vec<Node>, class: &'static str, drawn: Vec<Node>) {
    if !drawn.is_empty() {
        nodes.push(Node::Group(Group { class, title: None, nodes: drawn }));
    }
}

/// A territory in the tint of its step, or hatched.
fn shape(
    place: &Place,
    outlines: Vec<Vec<(f64, f64)>>,
    text: Option<&Text>,
    tints: &[Tint; STEPS],
    palette: &Palette,
) -> Vec<Node> {
    let path = |fill, color| {
        let stroke = Some(Stroke { color, width: BORDER });
        Node::Path(Path { outlines: outlines.clone(), closed: true, fill: Some(fill), stroke })
    };
    match place.step {
        Some(step) => vec![path(tints[step].fill, palette.quiet)],
        None => {
            let lines_of = hatch(&outlines, text.map(|text| Frame::of(text).wider(2.0)));
            let mut nodes = vec![path(palette.paper, palette.quiet)];
            nodes.extend((!lines_of.is_empty()).then(|| lines(lines_of, palette.grid, 1.0)));
            nodes
        }
    }
}

/// The value inside a territory, where one of its boxes is large enough.
fn inside(place: &Place, unit: &Unit, lie: Lie, kind: &Type, tints: &[Tint; STEPS], palette: &Palette) -> Option<Text> {
    let words = format!("{}{}", place.printed, place.label.mark);
    let width = measure(Face::SansBold, 1.0, &words);
    let sizes = kind.values.iter().skip(kind.values.len().saturating_sub(3));
    let (size, space) = sizes.into_iter().find_map(|&size| {
        let room = |space: &crate::data::map::Space| {
            let across = space.width * lie.2 - width * size - INSIDE;
            let down = space.height * lie.2 - CAPITAL * size - INSIDE;
            across.min(down)
        };
        let best = unit.boxes.iter().max_by(|one, two| room(one).total_cmp(&room(two)))?;
        (room(best) >= 0.0).then_some((size, best))
    })?;
    let (x, y) = lie.place(space.middle);
    let at = (x, y + CAPITAL * size / 2.0);
    Some(line(at, Anchor::Middle, Face::SansBold, size, words_on(place, tints, palette), words))
}

/// Words beside a territory: their frame, and the line that leads from them to it.
struct Beside {
    name: String,
    size: f64,
    frame: Frame,
    from: (f64, f64),
    to: (f64, f64),
}

impl Beside {
    fn texts(&self, place: &Place, palette: &Palette) -> [Node; 2] {
        let baseline = self.frame.bottom - DESCENT * self.size;
        let words =
            |x, anchor, face, words: &str| Node::Text(line((x, baseline), anchor, face, self.size, palette.ink, words));
        // Both begin where they stand, so that programs with a wider face set them as one line.
        let value = self.frame.right - measure(Face::SansBold, self.size, &place.printed);
        [
            words(self.frame.left, Anchor::Start, Face::Sans, &self.name),
            words(value, Anchor::Start, Face::SansBold, &place.printed),
        ]
    }
}

/// From the baseline down to the lowest letters, as a part of the size.
const DESCENT: f64 = 0.22;

/// A place for the name and the value of a territory off the land: the one with the shortest way to it.
#[allow(clippy::too_many_arguments)]
fn outside(
    index: usize,
    place: &Place,
    unit: &Unit,
    lie: Lie,
    kind: &Type,
    bounds: &Frame,
    taken: &[Frame],
    ways: &[[(f64, f64); 2]],
) -> Option<Beside> {
    let size = kind.values.iter().copied().find(|size| *size <= kind.beside).unwrap_or(kind.least);
    let anchor = lie.place(unit.boxes.iter().max_by(|one, two| one.height.total_cmp(&two.height))?.middle);
    let value = measure(Face::SansBold, size, &place.printed);
    [place.label.printed(), format!("{}{}", place.short, place.label.mark)].into_iter().find_map(|name| {
        let name_width = measure(Face::Sans, size, &name);
        // Where the bundled face is not installed, another may be wider by a sixth.
        let width = name_width + (size * 0.4).max(name_width / 6.0) + value;
        let half = (width / 2.0, (CAPITAL + DESCENT) * size / 2.0);
        let around = |far: u32| {
            (0..WAYS).map(move |way| (f64::from(far) * STEP, f64::from(way) * std::f64::consts::TAU / f64::from(WAYS)))
        };
        let mut best: Option<(f64, Beside)> = None;
        for (far, way) in (1..=(FAR / STEP) as u32).flat_map(around) {
            // The frame grows with the way to it, not with its width: its near edge is `far` away.
            let middle = (anchor.0 + way.cos() * (far + half.0), anchor.1 + way.sin() * (far + half.1));
            let frame = Frame {
                left: middle.0 - half.0,
                right: middle.0 + half.0,
                top: middle.1 - half.1,
                bottom: middle.1 + half.1,
            };
            let clear = frame.wider(OUTSIDE);
            if !bounds.holds(&frame) || taken.iter().any(|other| other.meets(&clear)) {
                continue;
            }
            let from = clear_point(&frame.wider(2.0), anchor);
            let length = (from.0 - anchor.0).hypot(from.1 - anchor.1);
            if best.as_ref().is_some_and(|(least, _)| *least <= length) || LAND.is_under(&clear, lie) {
                continue;
            }
            let crosses = taken.iter().any(|other| other.is_crossed([from, anchor]))
                || ways.iter().any(|other| cross(*other, [from, anchor]))
                || ways.iter().any(|other| clear.is_crossed(*other));
            if crosses {
                continue;
            }
            let cost = length + OVER_LAND * LAND.of_others(index, from, anchor, lie);
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, Beside { name: name.clone(), size, frame, from, to: anchor }));
            }
        }
        best.map(|(_, beside)| beside)
    })
}

/// The point of a frame that is nearest.
fn clear_point(frame: &Frame, (x, y): (f64, f64)) -> (f64, f64) {
    (x.clamp(frame.left, frame.right), y.clamp(frame.top, frame.bottom))
}

/// Whether two lines cross.
fn cross([a, b]: [(f64, f64); 2], [c, d]: [(f64, f64); 2]) -> bool {
    let side = |p: (f64, f64), q: (f64, f64), r: (f64, f64)| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// Lines from words to their territories, with a dot at the end.
fn leaders(ways: &[[(f64, f64); 2]], palette: &Palette) -> Vec<Node> {
    if ways.is_empty() {
        return Vec::new();
    }
    let mut nodes = vec![lines(ways.iter().map(|way| way.to_vec()).collect(), palette.ink, 1.0)];
    let stroke = Some(Stroke { color: palette.ink, width: 1.0 });
    let dot = |(x, y): (f64, f64)| boxed((x - 2.5, y - 2.5), (5.0, 5.0), 2.5, Some(palette.paper), stroke);
    nodes.extend(ways.iter().map(|[_, to]| dot(*to)));
    nodes
}

/// A box that is hatched, for the samples.
fn hatched((x, y): (f64, f64), (width, height): (f64, f64), palette: &Palette) -> Vec<Node> {
    let (right, bottom) = (x + width - 0.5, y + height - 0.5);
    let (x, y) = (x + 0.5, y + 0.5);
    let outlines = vec![vec![(x, y), (right, y), (right, bottom), (x, bottom)]];
    let hatching = hatch(&outlines, None);
    let stroke = Some(Stroke { color: palette.quiet, width: BORDER });
    let outline = Node::Path(Path { outlines, closed: true, fill: Some(palette.paper), stroke });
    vec![outline, lines(hatching, palette.grid, 1.0)]
}

/// Lines that hatch an area, rising to the right; none goes through `free`.
fn hatch(outlines: &[Vec<(f64, f64)>], free: Option<Frame>) -> Vec<Vec<(f64, f64)>> {
    let mut lines = Vec::new();
    let points = || outlines.iter().flatten().map(|(x, y)| x + y);
    let (first, last) = (points().fold(f64::INFINITY, f64::min), points().fold(f64::NEG_INFINITY, f64::max));
    // On one line x + y is the same; the lines of two neighbours meet.
    let mut sum = (first / HATCH).ceil() * HATCH;
    while sum < last {
        let mut crossings: Vec<f64> = outlines
            .iter()
            .flat_map(|outline| outline.iter().zip(outline.iter().cycle().skip(1)))
            .filter_map(|(a, b)| {
                let (from, to) = (a.0 + a.1 - sum, b.0 + b.1 - sum);
                ((from > 0.0) != (to > 0.0)).then(|| a.0 + (b.0 - a.0) * from / (from - to))
            })
            .collect();
        crossings.sort_by(f64::total_cmp);
        for inside in crossings.chunks_exact(2) {
            let (from, to) = (inside[0], inside[1]);
            let parts = match free.map(|free| free.between(sum)) {
                Some((begin, end)) if begin < end => vec![(from, to.min(begin)), (from.max(end), to)],
                _ => vec![(from, to)],
            };
            let parts = parts.into_iter().filter(|(from, to)| to - from > 1.0);
            lines.extend(parts.map(|(from, to)| vec![(from, sum - from), (to, sum - to)]));
        }
        sum += HATCH;
    }
    lines
}

/// A level rectangle.
#[derive(Clone, Copy)]
struct Frame {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Frame {
    /// The frame of words that stand about their middle.
    fn of(text: &Text) -> Frame {
        let half = text.width / 2.0;
        let bottom = text.y + DESCENT * text.size;
        Frame { left: text.x - half, right: text.x + half, top: text.y - CAPITAL * text.size, bottom }
    }

    fn wider(self, by: f64) -> Frame {
        Frame { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    fn holds(&self, other: &Frame) -> bool {
        self.left <= other.left && self.top <= other.top && self.right >= other.right && self.bottom >= other.bottom
    }

    fn meets(&self, other: &Frame) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn is_crossed(&self, [from, to]: [(f64, f64); 2]) -> bool {
        let within = |(x, y): (f64, f64)| x > self.left && x < self.right && y > self.top && y < self.bottom;
        let corners =
            [(self.left, self.top), (self.right, self.bottom), (self.left, self.bottom), (self.right, self.top)];
        within(from)
            || within(to)
            || cross([corners[0], corners[1]], [from, to])
            || cross([corners[2], corners[3]], [from, to])
    }

    /// Where a line on which x + y is `sum` enters and leaves the frame, by x.
    fn between(&self, sum: f64) -> (f64, f64) {
        (self.left.max(sum - self.bottom), self.right.min(sum - self.top))
    }
}

/// Which territory lies where, in cells of some steps: so that words stand off the land.
struct Land {
    across: usize,
    down: usize,
    /// One more than the place of the territory; 0 for what is none.
    cells: Vec<u8>,
    /// How many cells of a row are land, before each and in all.
    before: Vec<u16>,
}

/// Steps of a cell.
const CELL: f64 = 8.0;

static LAND: LazyLock<Land> = LazyLock::new(|| Land::of(italy()));

impl Land {
    fn of(map: &Map) -> Land {
        let (across, down) = ((map.width / CELL) as usize + 1, (map.height / CELL) as usize + 1);
        let mut cells = vec![0; across * down];
        for (place, unit) in map.units.iter().enumerate() {
            let mut rows: Vec<Vec<f64>> = vec![Vec::new(); down];
            for outline in &unit.outlines {
                for (from, to) in outline.iter().zip(outline.iter().cycle().skip(1)) {
                    let (upper, lower) = if from.1 < to.1 { (from, to) } else { (to, from) };
                    let row_of = |y: f64| (y / CELL - 0.5).ceil().max(0.0) as usize;
                    for (row, crossings) in rows.iter_mut().enumerate().take(row_of(lower.1)).skip(row_of(upper.1)) {
                        let part = ((row as f64 + 0.5) * CELL - upper.1) / (lower.1 - upper.1);
                        crossings.push(upper.0 + part * (lower.0 - upper.0));
                    }
                }
            }
            for (row, mut crossings) in rows.into_iter().enumerate() {
                crossings.sort_by(f64::total_cmp);
                for inside in crossings.chunks_exact(2) {
                    let [from, to] = [inside[0], inside[1]].map(|x| ((x / CELL).round() as usize).min(across));
                    cells[row * across + from..row * across + to].fill(place as u8 + 1);
                }
            }
        }
        let mut before = Vec::with_capacity((across + 1) * down);
        for row in cells.chunks_exact(across) {
            let mut count = 0;
            before.push(count);
            before.extend(row.iter().map(|cell| {
                count += u16::from(*cell > 0);
                count
            }));
        }
        Land { across, down, cells, before }
    }

    /// Whether there is land under a frame.
    fn is_under(&self, frame: &Frame, Lie(left, top, scale): Lie) -> bool {
        let cell = |length: f64, most: usize| (length / scale / CELL).floor().clamp(0.0, most as f64) as usize;
        let columns =
            (cell(frame.left - left, self.across), (cell(frame.right - left, self.across) + 1).min(self.across));
        let rows = (cell(frame.top - top, self.down), (cell(frame.bottom - top, self.down) + 1).min(self.down));
        (rows.0..rows.1).any(|row| {
            let row = row * (self.across + 1);
            self.before[row + columns.1] > self.before[row + columns.0]
        })
    }

    /// How many pixels of a line lie over other territories than its own.
    fn of_others(&self, own: usize, from: (f64, f64), to: (f64, f64), Lie(left, top, scale): Lie) -> f64 {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let count = (length / 2.0).ceil().max(1.0);
        let over = (0..count as u32).filter(|part| {
            let part = (f64::from(*part) + 0.5) / count;
            let (x, y) = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
            let (column, row) = (((x - left) / scale / CELL) as usize, ((y - top) / scale / CELL) as usize);
            let cell = self.cells.get(row * self.across + column.min(self.across - 1)).copied().unwrap_or(0);
            cell > 0 && usize::from(cell) != own + 1
        });
        over.count() as f64 * length / count
    }
}
