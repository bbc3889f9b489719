//! What marks in rows share: how large their labels are, on how many pages they stand, and the list of names that have
//! no mark.

use crate::chart::text::{balance, line, measure, unbroken, wrap};
use crate::chart::{Labelled, Room, Scale};
use crate::scene::{Anchor, Face, Group, Node, Text};
use crate::theme::Palette;

/// A row of a figure.
pub trait Row {
    /// Its name and mark.
    fn label(&self) -> &Labelled;
    /// Whether it is the whole.
    fn is_national(&self) -> bool;
    /// Whether its name is bold: it is the whole, or marked among the others.
    fn is_bold(&self) -> bool {
        self.is_national()
    }
}

/// From the middle of capitals down to the baseline, as a part of the size.
pub const MIDDLE: f64 = 0.346;

/// Sizes of type and rows, in pixels.
pub struct Type {
    /// Labels, from the largest to the smallest.
    pub labels: &'static [f64],
    /// Tick labels and ranks.
    pub tick: f64,
    /// The list of names without a value, and its lines.
    pub list: f64,
    /// The widest label columns, first the one preferred, as parts of the width.
    pub columns: &'static [f64],
    /// The tallest row.
    pub tallest: f64,
    /// Row of the smallest label, as a part of its size.
    pub tightest: f64,
    /// Ticks at most.
    pub ticks: usize,
    /// The shortest axis beside which ranks still stand.
    pub shortest_axis: f64,
}

/// For slides, plates and wide columns.
pub const LARGE: Type = Type {
    labels: &[22.0, 21.0, 20.0, 19.0, 18.0, 17.0, 16.0, 15.0],
    tick: 15.0,
    list: 16.0,
    columns: &[0.38, 0.47],
    tallest: 64.0,
    tightest: 1.27,
    ticks: 5,
    shortest_axis: 300.0,
};

/// For a narrow column.
pub const SMALL: Type = Type {
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
pub struct Setting {
    /// Size of the labels.
    pub size: f64,
    /// Size of a label that would be too long otherwise.
    pub least: f64,
    /// Height of a row.
    pub pitch: f64,
    /// Width of the label column; nothing where labels stand above their bars.
    pub column: f64,
    /// Labels stand above their bars, on this many lines.
    pub above: Option<usize>,
    /// How many drawings it takes.
    pub pages: usize,
}

/// The largest type with which all rows fit, on as few pages as can be.
pub fn set(rows: &[impl Row], room: &Room, kind: &Type, height: f64) -> Setting {
    let widest = rows.iter().map(|row| measure(label_face(row), 1.0, &row.label().printed())).fold(0.0, f64::max);
    let most_lines = |size, width| rows.iter().map(|row| label_lines(row, size, width).len()).max().unwrap_or(1);
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

/// The face of a label.
pub fn label_face(row: &impl Row) -> Face {
    if row.is_bold() { Face::SansBold } else { Face::Sans }
}

/// The size at which a label stands on one line.
pub fn label_size(row: &impl Row, size: f64, setting: &Setting) -> f64 {
    let widest = setting.column / measure(label_face(row), 1.0, &row.label().printed());
    ((widest * 10.0).floor() / 10.0).clamp(setting.least, size)
}

/// A label on one line where it is narrow enough, else on as few as can be.
pub fn label_lines(row: &impl Row, size: f64, width: f64) -> Vec<String> {
    let (face, text) = (label_face(row), row.label().printed());
    // Rounding must not break a label that gave the column its width.
    let width = width + 0.01;
    if measure(face, size, &text) <= width {
        return vec![text];
    }
    balance(face, size, width, 2, &text).unwrap_or_else(|| wrap(face, size, width, 0.0, &text))
}

/// The list of names without a value: its word, then the names; line by line, with the baseline from its top.
pub struct Absent {
    texts: Vec<Text>,
    size: f64,
}

impl Absent {
    /// Sets the list. One that stands alone is said as large as a label.
    pub fn set(
        (word, names): (&str, &[Labelled]),
        is_alone: bool,
        room: &Room,
        kind: &Type,
        palette: &Palette,
    ) -> Absent {
        let size = if is_alone { kind.labels[0] } else { kind.list };
        let mut texts = Vec::new();
        if names.is_empty() {
            return Absent { texts, size };
        }
        let names: Vec<String> = names.iter().map(Labelled::printed).map(|name| unbroken(&name)).collect();
        // Where the bundled face is not installed, another may be wider by a quarter.
        let width = measure(Face::SansSemi, size, word);
        let indent = width + (size * 0.5).max(width / 4.0);
        texts.push(line((room.left, 0.0), Anchor::Start, Face::SansSemi, size, palette.quiet, word));
        for (index, words) in wrap(Face::Sans, size, room.width, indent, &names.join(", ")).into_iter().enumerate() {
            let at = (room.left + if index == 0 { indent } else { 0.0 }, index as f64 * size * 1.4);
            texts.push(line(at, Anchor::Start, Face::Sans, size, palette.quiet, words));
        }
        Absent { texts, size }
    }

    /// The space between what stands above and the list.
    pub fn gap(&self, kind: &Type) -> f64 {
        if self.texts.is_empty() { 0.0 } else { kind.list }
    }

    /// Height of its lines; the first holds the word and the first names.
    pub fn height(&self) -> f64 {
        self.texts.len().saturating_sub(1) as f64 * self.size * 1.4
    }

    /// Draws it from `top` downwards.
    pub fn push(self, nodes: &mut Vec<Node>, top: f64) {
        if self.texts.is_empty() {
            return;
        }
        let texts = self.texts.into_iter().map(|text| Node::Text(Text { y: top + text.size + text.y, ..text }));
        nodes.push(Node::Group(Group { class: "absent", title: None, nodes: texts.collect() }));
    }
}
