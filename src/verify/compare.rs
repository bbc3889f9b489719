//! Two drawings of one figure: what differs, and what it is called.

use super::drawing::Leaf;
use crate::diag::{Term, Words};
use crate::words;
use std::collections::{BTreeMap, HashMap};

/// The most pairs of things that are held against each other between two that agree; beyond, they are taken in order.
const MOST_PAIRS: usize = 250_000;

/// The most signs of a text that are shown.
const MOST_SIGNS: usize = 80;

/// From so many things on, what is true of all of them is said once.
const MANY: usize = 4;

/// What our drawing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ours {
    /// The one that the file was made with.
    Original,
    /// One of today, which is not that any more.
    OfToday,
}

impl Ours {
    /// The word before what our drawing has.
    fn drawn(self) -> Term {
        match self {
            Ours::Original => Term::new("it was drawn", "era"),
            Ours::OfToday => Term::new("today it would be drawn", "oggi sarebbe"),
        }
    }

    /// The words between a text and the one that stands in our drawing.
    fn was(self) -> Term {
        match self {
            Ours::Original => Term::new("was", "era"),
            Ours::OfToday => Term::new("today would be", "oggi sarebbe"),
        }
    }
}

/// How a file's drawing differs from ours, said of the file: "the bar of Puglia is 612 wide, it was drawn 512 wide".
pub fn differences(ours: &[Leaf], theirs: &[Leaf], which: Ours) -> Vec<Words> {
    let pairs = aligned(ours, theirs);

    // How many things of a group changed in the same way.
    let mut alike: BTreeMap<(&str, Change<'_>), usize> = BTreeMap::new();
    for (a, b) in pairs.iter().filter_map(|(a, b)| Some((&ours[(*a)?], &theirs[(*b)?]))) {
        for change in changes(a, b) {
            *alike.entry((&a.class, change)).or_default() += 1;
        }
    }

    let mut said = Vec::new();
    for (a, b) in pairs {
        match (a.map(|a| &ours[a]), b.map(|b| &theirs[b])) {
            (Some(a), Some(b)) => {
                for change in changes(a, b) {
                    match alike.get_mut(&(a.class.as_str(), change)) {
                        // It was said with the first.
                        Some(0) => {}
                        Some(count) if *count >= MANY => {
                            said.push(changed(&several(&a.class, *count), change, which));
                            *count = 0;
                        }
                        _ => said.push(changed(&named(a, ours), change, which)),
                    }
                }
                if a.text != b.text {
                    said.push(reworded(a, b, ours, which));
                }
            }
            (Some(a), None) => {
                let thing = named(a, ours);
                said.push(match which {
                    Ours::Original => words!("taken away: {thing}", "manca: {thing}"; thing),
                    Ours::OfToday => words!("not in it: {thing}", "non c’è: {thing}"; thing),
                });
            }
            (None, Some(b)) => {
                let thing = stranger(b);
                said.push(words!("added: {thing}", "in più: {thing}"; thing));
            }
            (None, None) => {}
        }
    }
    said
}

/// One attribute: its name, what it was and what it is.
type Change<'l> = (&'l str, Option<&'l str>, Option<&'l str>);

/// The attributes that are not as they were drawn.
fn changes<'l>(was: &'l Leaf, is: &'l Leaf) -> Vec<Change<'l>> {
    let names = was.attributes.keys().chain(is.attributes.keys().filter(|name| !was.attributes.contains_key(*name)));
    let both = names.map(|name| {
        let value = |leaf: &'l Leaf| leaf.attributes.get(name).map(String::as_str);
        (name.as_str(), value(was), value(is))
    });
    both.filter(|(_, was, is)| !is_same(*was, *is)).collect()
}

/// Whether two values look the same: `512` and `512.0`, `#4A8CC9` and `#4a8cc9`.
fn is_same(was: Option<&str>, is: Option<&str>) -> bool {
    let (Some(was), Some(is)) = (was, is) else { return was == is };
    let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    was.eq_ignore_ascii_case(is) || matches!((number(was), number(is)), (Some(was), Some(is)) if was == is)
}

/// Things of both drawings, each with the one that it is in the other, in the order of ours.
fn aligned(ours: &[Leaf], theirs: &[Leaf]) -> Vec<(Option<usize>, Option<usize>)> {
    // What stands once in both, in the same order in both, is surely the same thing.
    let anchors = longest_rising(&once_in_both(ours, theirs));
    let mut pairs = Vec::with_capacity(ours.len().max(theirs.len()));
    let (mut a, mut b) = (0, 0);
    for (next_a, next_b) in anchors.into_iter().chain([(ours.len(), theirs.len())]) {
        between(ours, theirs, a..next_a, b..next_b, &mut pairs);
        if next_a < ours.len() {
            pairs.push((Some(next_a), Some(next_b)));
        }
        (a, b) = (next_a + 1, next_b + 1);
    }
    pairs
}

fn once_in_both(ours: &[Leaf], theirs: &[Leaf]) -> Vec<(usize, usize)> {
    let places = |leaves: &[Leaf]| {
        let mut places: HashMap<String, Option<usize>> = HashMap::with_capacity(leaves.len());
        for (place, leaf) in leaves.iter().enumerate() {
            // The class is no part of what is seen.
            let key = format!("{}\n{:?}\n{}", leaf.name, leaf.attributes, leaf.text);
            places.entry(key).and_modify(|known| *known = None).or_insert(Some(place));
        }
        places
    };
    let (ours, theirs) = (places(ours), places(theirs));
    let mut both: Vec<(usize, usize)> =
        ours.iter().filter_map(|(key, place)| Some(((*place)?, (*theirs.get(key)?)?))).collect();
    both.sort_unstable();
    both
}

/// The longest part of some pairs in which the second rises as the first does.
fn longest_rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The last pair of the best part of each length, and what comes before each pair.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (place, pair) in pairs.iter().enumerate() {
        let length = tails.partition_point(|tail| pairs[*tail].1 < pair.1);
        before.push(length.checked_sub(1).map(|shorter| tails[shorter]));
        match tails.get_mut(length) {
            Some(tail) => *tail = place,
            None => tails.push(place),
        }
    }
    let mut part = Vec::new();
    let mut at = tails.last().copied();
    while let Some(place) = at {
        part.push(pairs[place]);
        at = before[place];
    }
    part.reverse();
    part
}

/// Things between two that agree: each of ours with the likest of theirs, if any is like it.
fn between(
    ours: &[Leaf],
    theirs: &[Leaf],
    a: std::ops::Range<usize>,
    b: std::ops::Range<usize>,
    pairs: &mut Vec<(Option<usize>, Option<usize>)>,
) {
    let in_order = a.len().saturating_mul(b.len()) > MOST_PAIRS;
    let mut free: Vec<usize> = b.collect();
    for place in a {
        let candidates = if in_order { 1.min(free.len()) } else { free.len() };
        let best = (0..candidates)
            .map(|other| (likeness(&ours[place], &theirs[free[other]]), std::cmp::Reverse(other)))
            .filter(|(likeness, _)| *likeness > 0)
            .max();
        let other = best.map(|(_, std::cmp::Reverse(other))| free.remove(other));
        pairs.push((Some(place), other));
    }
    pairs.extend(free.into_iter().map(|other| (None, Some(other))));
}

/// How like two things are; 0 where they cannot be the same one.
fn likeness(a: &Leaf, b: &Leaf) -> usize {
    if a.name != b.name {
        return 0;
    }
    let same = a.attributes.iter().filter(|(name, value)| is_same(Some(value), b.attributes.get(*name).map(|v| &**v)));
    let same = same.count();
    let text = usize::from(a.text == b.text) * 3;
    let class = usize::from(a.class == b.class);
    // A thing of which hardly anything is left is another thing.
    let most = a.attributes.len().max(b.attributes.len());
    if 2 * same + text + class > most { 1 + same + text + class } else { 0 }
}

/// What a thing of ours is called: "the bar of Puglia", "the text “Fonte”".
fn named(leaf: &Leaf, all: &[Leaf]) -> Words {
    let row = row(leaf, all);
    let class = leaf.class.split(' ').next().unwrap_or_default();
    match (leaf.name.as_str(), class, row) {
        ("svg", ..) => words!("the drawing as a whole", "il disegno nel suo insieme"),
        ("title", ..) => words!("the title for those who do not see it", "il titolo per chi non vede"),
        ("desc", ..) => words!("the description for those who do not see it", "la descrizione per chi non vede"),
        ("text", ..) => text(&leaf.text),
        ("rect" | "path", "bars" | "national" | "columns" | "distance", Some(row)) => {
            words!("the bar of {row}", "la barra di {row}")
        }
        ("rect", "before" | "after", Some(row)) => words!("the point of {row}", "il punto di {row}"),
        ("path", "links", Some(row)) => words!("the line of {row}", "la linea di {row}"),
        ("rect", "paper", _) => words!("the ground", "lo sfondo"),
        (_, "grid", _) => words!("a line of the grid", "una linea della griglia"),
        (name, "", _) => shape(name).into(),
        (name, _, Some(row)) => {
            let shape = shape(name);
            words!("{shape} of {row} (`{class}`)", "{shape} di {row} (`{class}`)"; shape)
        }
        (name, _, None) => {
            let shape = shape(name);
            words!("{shape} of the group `{class}`", "{shape} del gruppo `{class}`"; shape)
        }
    }
}

fn text(text: &str) -> Words {
    let short = shortened(text);
    words!("the text \"{short}\"", "il testo «{short}»")
}

/// No more of a text than tells which it is.
fn shortened(text: &str) -> String {
    let line = text.split(|sign: char| sign.is_whitespace() || sign.is_control());
    let line = line.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST_SIGNS) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

fn shape(name: &str) -> Term {
    match name {
        "rect" => Term::new("a rectangle", "un rettangolo"),
        "path" => Term::new("a path", "un tracciato"),
        "text" => Term::new("a text", "un testo"),
        "image" => Term::new("an image", "un’immagine"),
        "circle" | "ellipse" => Term::new("a circle", "un cerchio"),
        "line" | "polyline" => Term::new("a line", "una linea"),
        "polygon" => Term::new("a polygon", "un poligono"),
        "style" => Term::new("a style sheet", "un foglio di stile"),
        "script" => Term::new("a script", "uno script"),
        "title" => Term::new("a title", "un titolo"),
        "desc" => Term::new("a description", "una descrizione"),
        _ => Term::new("another element", "un altro elemento"),
    }
}

/// A thing that we did not draw.
fn stranger(leaf: &Leaf) -> Words {
    let get = |name: &str| leaf.attributes.get(name).map(String::as_str).filter(|value| value.len() <= 12);
    if leaf.name == "text" && !leaf.text.is_empty() {
        return text(&leaf.text);
    }
    let shape = shape(&leaf.name);
    match [get("x"), get("y"), get("width"), get("height")] {
        [Some(x), Some(y), Some(width), Some(height)] => words!(
            "{shape} {width} wide and {height} high, at {x}, {y}",
            "{shape} largo {width} e alto {height}, in {x}, {y}";
            shape
        ),
        _ => shape.into(),
    }
}

/// Many things of a group.
fn several(class: &str, count: usize) -> Words {
    match class {
        "" => words!("{count} things", "{count} elementi"),
        _ => words!("{count} things of the group `{class}`", "{count} elementi del gruppo `{class}`"),
    }
}

/// An attribute that changed.
fn changed(thing: &Words, (attribute, was, is): Change<'_>, which: Ours) -> Words {
    let drawn = which.drawn();
    let [old, new] = [was, is].map(|value| value.map_or_else(String::new, shortened));
    match (attribute, was, is) {
        ("width", Some(_), Some(_)) => {
            words!("{thing} is {new} wide, {drawn} {old} wide", "{thing}: larghezza {new}, {drawn} {old}"; thing, drawn)
        }
        ("height", Some(_), Some(_)) => {
            words!("{thing} is {new} high, {drawn} {old} high", "{thing}: altezza {new}, {drawn} {old}"; thing, drawn)
        }
        ("x" | "y", Some(_), Some(_)) => words!(
            "{thing} stands at {attribute} {new}, {drawn} at {old}",
            "{thing}: posizione {attribute} {new}, {drawn} {old}";
            thing, drawn
        ),
        ("fill" | "stroke", Some(_), Some(_)) => {
            words!("{thing} is {new}, {drawn} {old}", "{thing}: colore {new}, {drawn} {old}"; thing, drawn)
        }
        (_, Some(_), Some(_)) => words!(
            "{thing} has `{attribute}` {new}, {drawn} with {old}",
            "{thing}: `{attribute}` {new}, {drawn} {old}";
            thing, drawn
        ),
        (_, Some(_), None) => words!(
            "{thing} has no `{attribute}`, {drawn} with {old}",
            "{thing}: senza `{attribute}`, {drawn} {old}";
            thing, drawn
        ),
        (_, None, _) => words!(
            "{thing} has `{attribute}` {new}, {drawn} without",
            "{thing}: `{attribute}` {new}, {drawn} senza";
            thing, drawn
        ),
    }
}

/// Words that changed.
fn reworded(was: &Leaf, is: &Leaf, all: &[Leaf], which: Ours) -> Words {
    let [before, now] = apart(&was.text, &is.text);
    let verb = which.was();
    if was.name != "text" {
        let thing = named(was, all);
        return words!("{thing}: \"{now}\" {verb} \"{before}\"", "{thing}: «{now}» {verb} «{before}»"; thing, verb);
    }
    let row = row(was, all).filter(|_| was.class.split(' ').any(|class| class == "values"));
    let of = row.map_or_else(String::new, |row| format!(" ({row})"));
    words!("the text \"{now}\" {verb} \"{before}\"{of}", "il testo «{now}» {verb} «{before}»{of}"; verb)
}

/// Two texts, cut to where they differ.
pub fn apart(was: &str, is: &str) -> [String; 2] {
    /// How many signs of what is the same stand before the first that is not.
    const BEFORE: usize = 20;
    let same = was.chars().zip(is.chars()).take_while(|(was, is)| was == is).count();
    let is_short = |text: &str| text.chars().count() <= MOST_SIGNS;
    [was, is].map(|text| match same.checked_sub(BEFORE) {
        Some(cut) if cut > 0 && !(is_short(was) && is_short(is)) => {
            format!("…{}", shortened(&text.chars().skip(cut).collect::<String>()))
        }
        _ => shortened(text),
    })
}

/// The name of the row or column of a thing: of the label at its height, or within it, or at its side.
fn row(leaf: &Leaf, all: &[Leaf]) -> Option<String> {
    let of = |leaf: &Leaf, name: &str| leaf.attributes.get(name).and_then(|value| value.parse::<f64>().ok());
    let (left, top, right, bottom) = match leaf.name.as_str() {
        "rect" => {
            let (x, y) = (of(leaf, "x")?, of(leaf, "y")?);
            (x, y, x + of(leaf, "width")?, y + of(leaf, "height")?)
        }
        "text" => {
            let (x, y, size) = (of(leaf, "x")?, of(leaf, "y")?, of(leaf, "font-size")?);
            (x, y - size, x, y)
        }
        "path" => {
            let start = leaf.attributes.get("d")?.strip_prefix('M')?;
            let (x, rest) = start.split_once([' ', ','])?;
            let end = rest.find(|sign: char| sign.is_ascii_alphabetic()).unwrap_or(rest.len());
            let (x, y) = (x.parse::<f64>().ok()?, rest[..end].parse::<f64>().ok()?);
            (x, y - 12.0, x, y + 12.0)
        }
        _ => return None,
    };
    let is_name = |text: &&Leaf| {
        let is_label = text.class == "labels" || text.class == "national";
        text.name == "text" && is_label && text.text.chars().any(char::is_alphabetic)
    };
    let middle = |text: &Leaf| Some(of(text, "y")? - of(text, "font-size").unwrap_or(16.0) * 0.35);
    let off = |text: &Leaf| {
        let (x, y) = (of(text, "x")?, middle(text)?);
        let beside = (y - (top + bottom) / 2.0).abs();
        let inside = x >= left && x <= right && y >= top && y <= bottom;
        let at_its_height = y >= top - 2.0 && y <= bottom + 2.0;
        (inside || at_its_height).then_some(if inside { -1.0 } else { beside })
    };
    let near = all.iter().filter(is_name).filter_map(|text| Some((off(text)?, &text.text)));
    let (_, name) = near.min_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(name.clone())
}
