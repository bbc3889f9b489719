//! Small multiples: a panel of bars for each macro-area, all on one scale, with the national line through all.
//!
//! Panels stand side by side where there is room; what is higher than its page goes on in the next panel. A name has a
//! line of its own above its bar, and what has no value says so in its place.

use super::rows::{LARGE, SMALL, Type, label_face, label_lines};
use super::target;
use crate::chart::text::{line, measure, wrap};
use crate::chart::{Area, Areas, Bar, Drawing, Labelled, Room, Scale};
use crate::scene::{Anchor, Face, Group, Node, Path, Rect, Stroke};
use crate::theme::Palette;

/// The narrowest panel, and the space between two: aside, and one above the other.
const NARROWEST: f64 = 190.0;
const ASIDE: f64 = 28.0;
const BELOW: f64 = 22.0;

/// A bar, and the space below it.
const BAR: f64 = 13.0;
const SPACE: f64 = 9.0;

/// Draws panels: one drawing, or one a page.
pub fn draw(areas: &Areas, room: &Room, palette: &Palette) -> Vec<Drawing> {
    let kind = match room.scale {
        Scale::Large => &LARGE,
        Scale::Small => &SMALL,
    };
    let size = if room.scale == Scale::Large { 17.0 } else { kind.labels[0] };
    let panels: Vec<&Area> =
        areas.areas.iter().filter(|area| !area.rows.is_empty() || !area.absent.is_empty()).collect();
    let across = (((room.width + ASIDE) / (NARROWEST + ASIDE)) as usize).clamp(1, panels.len().clamp(1, 5));
    let width = (room.width - ASIDE * (across as f64 - 1.0)) / across as f64;
    let strip = Strip { areas, kind, size, width, palette };

    let words = target::Words::set(areas.target.as_ref(), room, kind, true);
    let national = strip.national();
    let head = words.height() + national.len() as f64 * size * 1.25 + if national.is_empty() { 0.0 } else { 8.0 };
    let height = if room.paged { (room.height - head).max(strip.least()) } else { f64::INFINITY };
    let mut pieces = Vec::new();
    for area in panels {
        strip.cut(area, height, &mut pieces);
    }
    // Rows of panels, each as high as its highest.
    let mut pages: Vec<Vec<(f64, &[Piece<'_>])>> = Vec::new();
    let mut y = head;
    for row in pieces.chunks(across) {
        let needed = row.iter().map(|piece| strip.height(piece)).fold(0.0, f64::max);
        let fits = !room.paged || y + needed <= room.height.max(head + needed * f64::from(u8::from(y <= head)));
        if pages.is_empty() || !fits {
            pages.push(Vec::new());
            y = head;
        }
        if let Some(page) = pages.last_mut() {
            page.push((room.top + y, row));
        }
        y += needed + BELOW;
    }
    if pages.is_empty() {
        pages.push(Vec::new());
    }
    let draw = |rows: Vec<(f64, &[Piece<'_>])>| {
        let mut nodes = Vec::new();
        words.push_after_sample(&mut nodes, room.top, room, palette);
        let lines = national.iter().enumerate().map(|(index, words)| {
            let at = (room.left, room.top + head - 8.0 - (national.len() - index) as f64 * size * 1.25 + size);
            Node::Text(line(at, Anchor::Start, Face::SansBold, size, palette.accent, words.as_str()))
        });
        group(&mut nodes, "national", lines.collect());
        let mut bottom = room.top + head;
        for (top, row) in rows {
            for (place, piece) in row.iter().enumerate() {
                let left = room.left + place as f64 * (width + ASIDE);
                strip.panel(&mut nodes, piece, left, top);
                bottom = bottom.max(top + strip.height(piece));
            }
        }
        Drawing { nodes, right: room.right(), bottom }
    };
    pages.into_iter().map(draw).collect()
}

/// A panel, or a part of one.
struct Piece<'a> {
    title: &'a str,
    rows: Vec<Entry<'a>>,
}

/// A row of a panel.
#[derive(Clone, Copy)]
enum Entry<'a> {
    Bar(&'a Bar),
    Absent(&'a Labelled),
}

/// What all panels share.
struct Strip<'a> {
    areas: &'a Areas,
    kind: &'a Type,
    size: f64,
    width: f64,
    palette: &'a Palette,
}

impl<'a> Strip<'a> {
    /// What the national line is: the key above all panels.
    fn national(&self) -> Vec<String> {
        let words = match (&self.areas.national, self.areas.absent.first()) {
            (Some(bar), _) => format!("| {}: {}", bar.label.printed(), bar.printed),
            (None, Some(absent)) => format!("{}: {}", absent.printed(), self.areas.absent_word),
            (None, None) => return Vec::new(),
        };
        wrap(Face::SansBold, self.size, self.width, 0.0, &words)
    }

    fn title(&self, title: &str) -> Vec<String> {
        wrap(Face::SansSemi, self.size, self.width, 0.0, title)
    }

    fn name(&self, entry: Entry<'_>) -> Vec<String> {
        let space = |printed: &str| self.width - measure(Face::SansBold, self.size, printed) - self.size * 0.6;
        match entry {
            Entry::Bar(bar) => label_lines(bar, self.size, space(&bar.printed)),
            Entry::Absent(label) => wrap(Face::Sans, self.size, space(&self.areas.absent_word), 0.0, &label.printed()),
        }
    }

    fn row(&self, entry: Entry<'_>) -> f64 {
        let words = self.name(entry).len() as f64 * self.size * 1.16 + self.size * 0.35;
        match entry {
            Entry::Bar(_) => words + BAR + SPACE,
            Entry::Absent(_) => words + SPACE,
        }
    }

    /// Title and ticks.
    fn frame(&self, title: &str) -> f64 {
        self.title(title).len() as f64 * self.size * 1.25 + 8.0 + self.kind.tick
    }

    fn height(&self, piece: &Piece<'_>) -> f64 {
        self.frame(piece.title) + piece.rows.iter().map(|entry| self.row(*entry)).sum::<f64>()
    }

    /// The height in which every panel has a row at least.
    fn least(&self) -> f64 {
        let of = |area: &Area| {
            let rows = area.rows.iter().map(Entry::Bar).chain(area.absent.iter().map(Entry::Absent));
            self.frame(&area.title) + rows.map(|entry| self.row(entry)).fold(0.0, f64::max)
        };
        self.areas.areas.iter().map(of).fold(0.0, f64::max)
    }

    /// Cuts a panel into as many as the height asks for.
    fn cut(&self, area: &'a Area, height: f64, pieces: &mut Vec<Piece<'a>>) {
        let mut rows = Vec::new();
        let mut used = self.frame(&area.title);
        for entry in area.rows.iter().map(Entry::Bar).chain(area.absent.iter().map(Entry::Absent)) {
            let row = self.row(entry);
            if used + row > height && !rows.is_empty() {
                pieces.push(Piece { title: &area.title, rows: std::mem::take(&mut rows) });
                used = self.frame(&area.title);
            }
            rows.push(entry);
            used += row;
        }
        pieces.push(Piece { title: &area.title, rows });
    }

    fn panel(&self, nodes: &mut Vec<Node>, piece: &Piece<'_>, left: f64, top: f64) {
        let (size, palette) = (self.size, self.palette);
        let max = if self.areas.axis_max > 0.0 { self.areas.axis_max } else { 1.0 };
        let at = |value: f64| left + self.width * if value.is_nan() { 0.0 } else { value.clamp(0.0, max) } / max;
        let (mut y, mut bands) = (top, Vec::new());
        let (mut heads, mut labels, mut values, mut bars) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for words in self.title(piece.title) {
            heads.push(Node::Text(line((left, y + size), Anchor::Start, Face::SansSemi, size, palette.quiet, words)));
            y += size * 1.25;
        }
        y += 4.0;
        for &entry in &piece.rows {
            let (face, fill, printed) = match entry {
                Entry::Bar(bar) => (label_face(bar), palette.ink, bar.printed.as_str()),
                Entry::Absent(_) => (Face::Sans, palette.quiet, self.areas.absent_word.as_str()),
            };
            let value_face = if matches!(entry, Entry::Bar(_)) { Face::SansBold } else { Face::Sans };
            let first = y + size;
            let right = left + self.width;
            values.push(Node::Text(line((right, first), Anchor::End, value_face, size, fill, printed)));
            for words in self.name(entry) {
                labels.push(Node::Text(line((left, y + size), Anchor::Start, face, size, fill, words)));
                y += size * 1.16;
            }
            y += size * 0.35;
            if let Entry::Bar(bar) = entry {
                bands.push((y - 2.0, y + BAR + 2.0));
                let inset = if bar.highlight { 1.2 } else { 0.0 };
                let width = at(bar.value) - left - 2.0 * inset;
                if width > 0.05 {
                    let stroke = bar.highlight.then_some(Stroke { color: palette.ink, width: 2.5 });
                    let (x, y, height) = (left + inset, y + inset, BAR - 2.0 * inset);
                    bars.push(Node::Rect(Rect { x, y, width, height, radius: 0.0, fill: Some(palette.mark), stroke }));
                }
                y += BAR;
            }
            y += SPACE;
        }
        group(nodes, "heads", heads);
        // Where nobody has a value there is nothing to be measured.
        if bands.is_empty() {
            group(nodes, "labels", labels);
            group(nodes, "values", values);
            return;
        }
        let upright = |x: f64| bands.iter().map(|(from, to)| vec![(x, *from), (x, *to)]).collect::<Vec<_>>();
        let path = |outlines, color, width| {
            Node::Path(Path { outlines, closed: false, fill: None, stroke: Some(Stroke { color, width }) })
        };
        group(nodes, "grid", vec![path([upright(left), upright(left + self.width)].concat(), palette.grid, 1.0)]);
        group(nodes, "bars", bars);
        group(nodes, "labels", labels);
        group(nodes, "values", values);
        if let Some(national) = &self.areas.national {
            let x = at(national.value);
            group(nodes, "national", vec![path(upright(x), palette.paper, 6.0), path(upright(x), palette.accent, 3.0)]);
        }
        if let Some(target) = &self.areas.target {
            let x = at(target.value);
            target::push_line(nodes, upright(x), palette);
        }
        let tick = |value: f64, anchor| {
            let (place, words) = ((at(value), y + self.kind.tick * 0.8), format!("{value}{}", self.areas.axis_suffix));
            Node::Text(line(place, anchor, Face::Sans, self.kind.tick, palette.quiet, words))
        };
        group(nodes, "ticks", vec![tick(0.0, Anchor::Start), tick(max, Anchor::End)]);
    }
}

fn group(nodes: &mut Vec<Node>, class: &'static str, of: Vec<Node>) {
    if !of.is_empty() {
        nodes.push(Node::Group(Group { class, title: None, nodes: of }));
    }
}
