//! What stands beside territories at their places: the value of the whole, what the steps mean, the facts; and below
//! them the values that have no room at theirs.

use crate::chart::text::{line, measure, unbroken, wrap};
use crate::chart::{Drawing, Place, Places, Room, Scale};
use crate::scene::{Anchor, Color, Face, Group, Node, Path, Rect, Stroke, Text};
use crate::theme::{Palette, STEPS, Tint};

/// Height of capitals, as a part of the size.
pub const CAPITAL: f64 = 0.69;

/// From a line to the next, as a part of the size.
const LEADING: f64 = 1.3;

/// Sizes of type and distances, in pixels.
pub struct Type {
    /// The value of the whole, and what it is.
    whole: (f64, f64),
    /// What steps mean, facts and lists.
    words: f64,
    /// Width and height of a sample of a step.
    sample: (f64, f64),
    /// Values at their places, from the largest to the smallest.
    pub values: &'static [f64],
    /// The least size of a short name.
    pub least: f64,
    /// Names and values beside their place.
    pub beside: f64,
    /// The part of the width for the places, where words stand beside them.
    pub share: f64,
    /// Between the places and the words beside them, and the narrowest such words.
    aside: (f64, f64),
    /// Between what stands one above the other.
    gap: f64,
}

const LARGE: Type = Type {
    whole: (56.0, 21.0),
    words: 17.0,
    sample: (30.0, 19.0),
    values: &[18.0, 17.0, 16.0, 15.0, 14.0, 13.0],
    least: 13.0,
    beside: 15.0,
    share: 0.56,
    aside: (56.0, 190.0),
    gap: 22.0,
};

const SMALL: Type = Type {
    whole: (27.0, 14.0),
    words: 13.0,
    sample: (22.0, 14.0),
    values: &[14.0, 13.0, 12.0],
    least: 12.0,
    beside: 12.0,
    share: 1.0,
    aside: (0.0, f64::INFINITY),
    gap: 12.0,
};

/// The sizes for a room.
pub const fn kind(room: &Room) -> &'static Type {
    match room.scale {
        Scale::Large => &LARGE,
        Scale::Small => &SMALL,
    }
}

/// Territories drawn where they lie.
pub struct Ground {
    /// What is drawn.
    pub nodes: Vec<Node>,
    /// Its size.
    pub size: (f64, f64),
    /// Those whose values have no room there.
    pub listed: Vec<usize>,
}

/// How what has no value looks in the samples: a box.
pub type Unknown = fn((f64, f64), (f64, f64), &Palette) -> Vec<Node>;

/// Sets a ground and the words about it. `ground` draws it at a place in a room of a width and height.
///
/// Values that have no room at their place are listed below; where a slide has no height for that, beside, and where
/// not there either, the ground is drawn smaller.
pub fn set(
    places: &Places,
    room: &Room,
    palette: &Palette,
    unknown: Unknown,
    ground: impl Fn((f64, f64), (f64, f64)) -> Ground,
) -> Vec<Drawing> {
    let composed = |height: f64, aside: bool| {
        let room = Room { height, ..*room };
        compose(places, &room, palette, unknown, &ground, aside)
    };
    let floor = room.top + room.height;
    let mut best = composed(room.height, false);
    if room.paged && room.height > 0.0 && best.bottom > floor {
        let aside = composed(room.height, true);
        let mut height = room.height;
        for _ in 0..SMALLER {
            if aside.bottom <= floor || best.bottom <= floor {
                break;
            }
            height = (height - (best.bottom - floor).max(4.0)).max(1.0);
            let smaller = composed(height, false);
            if smaller.bottom < best.bottom {
                best = smaller;
            }
        }
        if aside.bottom < best.bottom {
            best = aside;
        }
    }
    vec![best]
}

/// How often a ground is made smaller in search of room.
const SMALLER: u32 = 8;

/// Composes the drawing in a room whose whole height the ground may take. `aside` puts the list of values beside the
/// ground, where facts stand otherwise.
fn compose(
    places: &Places,
    room: &Room,
    palette: &Palette,
    unknown: Unknown,
    ground: &impl Fn((f64, f64), (f64, f64)) -> Ground,
    aside: bool,
) -> Drawing {
    let kind = kind(room);
    let at = (room.left, room.top);
    let mut nodes = Vec::new();
    let beside = |drawn: &Ground| room.width - drawn.size.0 - kind.aside.0 >= kind.aside.1;
    let drawn = kind.aside.1.is_finite().then(|| ground(at, (room.width * kind.share, room.height)));
    let mut pen = Pen { palette, kind, nodes: &mut nodes };
    let (ground, bottom) = match drawn.filter(beside) {
        Some(drawn) => {
            let left = room.left + drawn.size.0 + kind.aside.0;
            let column = (left, room.right() - left);
            let end = room.top + drawn.size.1;
            let whole = pen.whole(places, column, room.top, true);
            let legend = pen.legend(places, column, whole + kind.gap, unknown);
            let bottom = if aside {
                pen.list(places, &drawn.listed, column, legend).max(end)
            } else {
                // The summary has them, too: where there is no room they are not said twice.
                let facts = pen.facts(places, column, legend + kind.gap, end.max(room.top + room.height));
                pen.list(places, &drawn.listed, (room.left, room.width), facts.max(end))
            };
            (drawn.nodes, bottom)
        }
        None => {
            // One below the other.
            let column = (room.left, room.width);
            let top = pen.whole(places, column, room.top, false) + kind.gap;
            let drawn = ground((room.left, top), (room.width, (room.top + room.height - top).max(0.0)));
            let legend = pen.legend(places, column, top + drawn.size.1 + kind.gap, unknown);
            (drawn.nodes, pen.list(places, &drawn.listed, column, legend))
        }
    };
    nodes.extend(ground);
    Drawing { nodes, right: room.right(), bottom: bottom.ceil() }
}

struct Pen<'p> {
    palette: &'p Palette,
    kind: &'static Type,
    nodes: &'p mut Vec<Node>,
}

/// Left end and width.
type Column = (f64, f64);

impl Pen<'_> {
    /// The value of the whole and what it is, one above the other or on one line; the lower end is given.
    fn whole(&mut self, places: &Places, (left, width): Column, top: f64, above: bool) -> f64 {
        let (large, small) = self.kind.whole;
        let accent = self.palette.accent;
        let whole = &places.whole;
        let value = line((left, top + large * CAPITAL), Anchor::Start, Face::Serif, large, accent, &*whole.printed);
        let said = format!("{}: {}", whole.label.printed(), whole.said);
        let mut texts = Vec::new();
        let indent = value.width + small * 0.6;
        let beside = !above && indent + measure(Face::Sans, small, &said) <= width;
        let lines = if beside { vec![said] } else { wrap(Face::Sans, small, width, 0.0, &said) };
        let mut y = value.y;
        texts.push(value);
        for words in lines {
            let x = if beside { left + indent } else { left };
            y += if beside { 0.0 } else { small * 1.45 };
            texts.push(line((x, y), Anchor::Start, Face::Sans, small, accent, words));
        }
        self.group("national", texts);
        y + small * 0.3
    }

    /// What the steps mean, and what is missing looks like: in as many columns as there is room for.
    fn legend(&mut self, places: &Places, (left, width): Column, top: f64, unknown: Unknown) -> f64 {
        let Type { words: size, sample, .. } = *self.kind;
        let tints = self.palette.steps();
        let missing = format!("{}: {}", places.absent[0], places.absent[1]);
        let indent = sample.0 + size * 0.55;
        let all: Vec<&String> = places.steps.iter().chain([&missing]).collect();
        let widest = all.iter().map(|words| measure(Face::Sans, size, words)).fold(0.0, f64::max);
        let columns = if self.kind.share < 1.0 { 1 } else { ((width / (indent + widest + size)) as usize).clamp(1, 2) };
        let pitch = size * 1.55;
        let rows = all.len().div_ceil(columns);
        let (mut nodes, mut texts) = (Vec::new(), Vec::new());
        let (mut bottom, mut y) = (top, top);
        for (place, words) in all.into_iter().enumerate() {
            if place % rows == 0 {
                y = top;
            }
            let x = left + (place / rows) as f64 * (width / columns as f64);
            let at = (x, y + (pitch - sample.1) / 2.0);
            nodes.extend(match tints.get(place) {
                Some(tint) => vec![outlined(at, sample, 3.0, tint.fill, self.palette)],
                None => unknown(at, sample, self.palette),
            });
            let wide = if columns == 1 { width - indent } else { f64::INFINITY };
            for words in wrap(Face::Sans, size, wide, 0.0, words) {
                let at = (x + indent, y + (pitch + size * CAPITAL) / 2.0);
                texts.push(line(at, Anchor::Start, Face::Sans, size, self.palette.quiet, words));
                y += size * LEADING;
            }
            y += pitch - size * LEADING;
            bottom = f64::max(bottom, y);
        }
        nodes.extend(texts.into_iter().map(Node::Text));
        self.nodes.push(Node::Group(Group { class: "legend", title: None, nodes }));
        bottom
    }

    /// What is said beside, as long as it ends above `end`.
    fn facts(&mut self, places: &Places, (left, width): Column, top: f64, end: f64) -> f64 {
        let size = self.kind.words;
        let mut texts = Vec::new();
        let mut y = top;
        for [word, words] in &places.facts {
            y += self.paragraph(&mut texts, word, words, (left, width), y, self.palette.ink) + size * 0.35;
        }
        if texts.is_empty() || y > end {
            return top - self.kind.gap;
        }
        self.group("facts", texts);
        y
    }

    /// Values that have no room at their place, below `top`.
    fn list(&mut self, places: &Places, listed: &[usize], column: Column, top: f64) -> f64 {
        if listed.is_empty() {
            return top;
        }
        let said = |place: &usize| {
            let Place { label, printed, .. } = &places.units[*place];
            unbroken(&format!("{} {printed}", label.printed()))
        };
        let names: Vec<String> = listed.iter().map(said).collect();
        let mut texts = Vec::new();
        let top = top + self.kind.gap;
        let quiet = self.palette.quiet;
        let height = self.paragraph(&mut texts, &places.listed, &names.join(", "), column, top, quiet);
        self.group("absent", texts);
        top + height
    }

    /// A word in bold and what follows it, line by line; the height is given.
    fn paragraph(
        &self,
        texts: &mut Vec<Text>,
        word: &str,
        words: &str,
        (left, width): Column,
        top: f64,
        fill: Color,
    ) -> f64 {
        let size = self.kind.words;
        let head = line((left, top + size), Anchor::Start, Face::SansBold, size, fill, word);
        // Where the bundled face is not installed, another may be wider by a sixth.
        let indent = head.width + (size * 0.5).max(head.width / 6.0);
        texts.push(head);
        let lines = wrap(Face::Sans, size, width, indent, words);
        let height = lines.len() as f64 * size * LEADING;
        for (index, words) in lines.into_iter().enumerate().filter(|(_, words)| !words.is_empty()) {
            let at = (left + if index == 0 { indent } else { 0.0 }, top + size + index as f64 * size * LEADING);
            texts.push(line(at, Anchor::Start, Face::Sans, size, fill, words));
        }
        height
    }

    fn group(&mut self, class: &'static str, texts: Vec<Text>) {
        self.nodes.push(Node::Group(Group { class, title: None, nodes: texts.into_iter().map(Node::Text).collect() }));
    }
}

/// A territory's group, and what it says to those who ask. Words on a step stand in a group of that step.
pub fn group(place: &Place, tints: &[Tint; STEPS], nodes: Vec<Node>) -> Node {
    let (words, mut nodes): (Vec<Node>, Vec<Node>) = nodes.into_iter().partition(|node| matches!(node, Node::Text(_)));
    match place.step {
        Some(step) if !words.is_empty() => {
            nodes.push(Node::Group(Group { class: tints[step].class, title: None, nodes: words }));
        }
        _ => nodes.extend(words),
    }
    Node::Group(Group { class: "place", title: Some(place.said.clone()), nodes })
}

/// The colour of words on a territory.
pub fn words_on(place: &Place, tints: &[Tint; STEPS], palette: &Palette) -> Color {
    place.step.map_or(palette.quiet, |step| tints[step].text)
}

/// A rectangle.
pub fn boxed(at: (f64, f64), size: (f64, f64), radius: f64, fill: Option<Color>, stroke: Option<Stroke>) -> Node {
    Node::Rect(Rect { x: at.0, y: at.1, width: size.0, height: size.1, radius, fill, stroke })
}

/// A rectangle in the tint of a step: the lightest are near the ground, so the outline shows where it ends.
pub fn outlined((x, y): (f64, f64), (width, height): (f64, f64), radius: f64, fill: Color, palette: &Palette) -> Node {
    let stroke = Some(Stroke { color: palette.quiet, width: BORDER });
    let inset = BORDER / 2.0;
    boxed((x + inset, y + inset), (width - BORDER, height - BORDER), radius, Some(fill), stroke)
}

/// The outline of what has a value, in a colour that a theme must have read on its paper.
const BORDER: f64 = 1.0;

/// Open lines.
pub fn lines(outlines: Vec<Vec<(f64, f64)>>, color: Color, width: f64) -> Node {
    Node::Path(Path { outlines, closed: false, fill: None, stroke: Some(Stroke { color, width }) })
}
