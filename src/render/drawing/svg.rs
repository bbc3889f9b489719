//! A scene as SVG: one element a line, colours as attributes, no ids, nothing to load. Words are text, or outlines for
//! programs without the faces. What a file that stands alone may hold is tested by [`super::profile`].
//!
//! What all things of a group share is said once, on the group. A page's own style sheet may recolour a figure by its
//! colours or by the classes of its groups, and a viewer without one shows it as drawn. Numbers have at most one decimal.

use super::look::{Look, Trait};
use crate::face::glyphs::{Spot, contours};
use crate::face::{Blocks, Step};
use crate::files::markup::{escape, printable};
use crate::render::web::style;
use crate::scene::{Anchor, Color, Face, Group, Node, Path, Rect, Scene, Stroke, Text};
use std::collections::BTreeMap;

/// Families of a face, the first of which is bundled.
const SANS: &str = "Titillium Web, Segoe UI, Arial, sans-serif";
const SERIF: &str = "Caladea, Cambria, Georgia, serif";

/// How much wider the text of another face may be, where the bundled one is not installed.
const WIDER: f64 = 1.2;

/// How words are written in a file that stands alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TextAs {
    /// Text that can be searched and edited, in the first of its faces that is installed. Lines that would leave the
    /// drawing in a wider face are held to their width.
    #[default]
    Live,
    /// Text with the bundled faces inside the file, those that it uses: for browsers, since office programs pass over
    /// them.
    Embedded,
    /// Shapes, the same in every program; each line says its words in `aria-label`.
    Outlined,
}

/// How wide a picture is shown, as high as its proportions ask.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// Pixels of a screen, 96 to the inch.
    Px(f64),
    /// Millimetres of paper.
    Mm(f64),
}

impl Width {
    /// The width in inches.
    pub fn inches(self) -> f64 {
        match self {
            Width::Px(px) => px / 96.0,
            Width::Mm(mm) => mm / 25.4,
        }
    }
}

/// A whole file, in pixels and with live text.
pub fn standalone(scene: &Scene) -> String {
    file(scene, TextAs::Live, Width::Px(scene.width))
}

/// A whole file: namespace, size, title and description.
pub fn file(scene: &Scene, text: TextAs, width: Width) -> String {
    let held_within = if text == TextAs::Live { scene.width } else { f64::INFINITY };
    let mut out = Writer { outlined: text == TextAs::Outlined, held_within, ..Writer::new() };
    out.text.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" overflow=\"visible\"");
    out.frame(scene);
    let (width, unit) = match width {
        Width::Px(px) => (px, ""),
        Width::Mm(mm) => (mm, "mm"),
    };
    let lengths = [("width", width), ("height", width * scene.height / scene.width)];
    for (name, length) in lengths {
        out.attribute(name, &format!("{}{unit}", (length * 100.0).round() / 100.0));
    }
    out.body(scene, text)
}

/// An element to stand inside HTML, with a class of its own. Every colour is said, black too, so that a style sheet may
/// put another in its place. Two drawings of one figure have one description: the first has it under an address, the
/// others name that.
pub fn inline(scene: &Scene, class: &str, description: Description<'_>) -> String {
    let mut out = Writer { root: Look { fill: Trait::Mixed, ..Look::ROOT }, described: description, ..Writer::new() };
    out.inline = true;
    out.text.push_str("<svg class=\"");
    out.escaped(class);
    out.text.push_str("\" role=\"img\"");
    if let Description::At(address) = description {
        out.attribute("aria-describedby", address);
    }
    out.frame(scene);
    bare(&out.body(scene, TextAs::Live))
}

/// Where the description of a drawing inside a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Description<'a> {
    /// In the drawing.
    Inside,
    /// In the drawing, with this address for others.
    Here(&'a str),
    /// In another drawing of the page, at this address.
    At(&'a str),
}

/// A drawing as HTML may write it: no line ends between elements, no quotation marks around one plain word.
fn bare(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        let (tag, after) = tag.split_at(tag.find('>').map_or(tag.len(), |end| end + 1));
        out.push_str(before.trim_matches('\n'));
        let mut parts = tag.split("=\"");
        out.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (value, next) = part.split_once('"').unwrap_or((part, ""));
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"#.-_".contains(&byte);
            // Before the end of an element without content a slash would belong to the word.
            let quote = if !value.is_empty() && value.bytes().all(plain) && next != "/>" { "" } else { "\"" };
            for piece in ["=", quote, value, quote, next] {
                out.push_str(piece);
            }
        }
        rest = after;
    }
    out.push_str(rest.trim_matches('\n'));
    out
}

struct Writer<'a> {
    text: String,
    /// Whether it stands inside HTML.
    inline: bool,
    described: Description<'a>,
    /// From where the things of the group are measured, in tenths.
    from: (i64, i64),
    /// Level lines stay between zero and this, whatever their face.
    held_within: f64,
    /// Whether words are shapes.
    outlined: bool,
    /// What holds outside of all nodes.
    root: Look,
}

impl<'a> Writer<'a> {
    fn new() -> Writer<'a> {
        Writer {
            text: String::with_capacity(16384),
            inline: false,
            described: Description::Inside,
            from: (0, 0),
            held_within: f64::INFINITY,
            outlined: false,
            root: Look::ROOT,
        }
    }

    fn frame(&mut self, scene: &Scene) {
        self.text.push_str(" lang=\"");
        self.escaped(&scene.lang);
        self.number("\" viewBox=\"0 0 ", scene.width);
        self.number(" ", scene.height);
        self.text.push('"');
    }

    fn body(mut self, scene: &Scene, text: TextAs) -> String {
        if text != TextAs::Outlined {
            self.attribute("font-family", SANS);
        }
        self.text.push_str(">\n<title");
        self.spoken(scene.others.title.as_deref());
        self.text.push('>');
        self.escaped(&scene.title);
        self.text.push_str("</title>\n");
        if !matches!(self.described, Description::At(_)) {
            self.text.push_str("<desc");
            if let Description::Here(address) = self.described {
                self.attribute("id", address);
            }
            self.spoken(scene.others.description.as_deref());
            self.text.push('>');
            self.escaped(&scene.description);
            self.text.push_str("</desc>\n");
        }
        if text == TextAs::Embedded {
            self.text.push_str("<style>\n");
            for (face, blocks) in faces(&scene.nodes) {
                self.text.push_str(&style::further(face, blocks));
                self.text.push_str(style::face(face));
            }
            self.text.push_str("</style>\n");
        }
        for node in &scene.nodes {
            match node {
                // Parts of a plate: their words may be the author's.
                Node::Group(group) => {
                    let lang = match group.class {
                        "kicker" => scene.others.kicker.as_deref(),
                        "head" => scene.others.title.as_deref(),
                        _ => None,
                    };
                    self.group(group, lang, Look::of(node, self.outlined), self.root);
                }
                _ => self.node(node, self.root),
            }
        }
        self.text.push_str("</svg>\n");
        self.text
    }

    fn node(&mut self, node: &Node, around: Look) {
        let look = Look::of(node, self.outlined);
        match node {
            Node::Group(group) => self.group(group, None, look, around),
            Node::Rect(rect) => self.rect(rect, look, around),
            Node::Path(path) => self.path(path, look, around),
            Node::Text(text) if self.outlined => self.shapes(text, look, around),
            Node::Text(text) => self.line(text, look, around),
        }
    }

    /// Says in which language words are, where it is not that of the drawing.
    fn spoken(&mut self, lang: Option<&str>) {
        if let Some(lang) = lang {
            self.attribute("lang", lang);
        }
    }

    fn group(&mut self, group: &Group, lang: Option<&str>, look: Look, mut around: Look) {
        self.text.push_str("<g");
        self.spoken(lang);
        if !group.class.is_empty() {
            self.attribute("class", group.class);
        }
        self.look(look, &mut around);
        let from = if self.inline { shared(&group.nodes) } else { (0, 0) };
        if from != (0, 0) {
            self.text.push_str(" transform=\"translate(");
            self.decimal(from.0);
            if from.1 != 0 {
                self.text.push(' ');
                self.decimal(from.1);
            }
            self.text.push_str(")\"");
        }
        self.text.push_str(">\n");
        if let Some(title) = &group.title {
            self.text.push_str("<title>");
            self.escaped(title);
            self.text.push_str("</title>\n");
        }
        // What is shared is shared by things alone, never by groups: theirs are measured from the corner.
        let outer = std::mem::replace(&mut self.from, from);
        for node in &group.nodes {
            self.node(node, around);
        }
        self.from = outer;
        self.text.push_str("</g>\n");
    }

    fn rect(&mut self, rect: &Rect, look: Look, mut around: Look) {
        if self.inline {
            return self.outlined_rect(rect, look, around);
        }
        self.text.push_str("<rect");
        self.place(rect.x, rect.y);
        self.number(" width=\"", rect.width);
        self.number("\" height=\"", rect.height);
        if rect.radius > 0.0 {
            self.number("\" rx=\"", rect.radius);
        }
        self.text.push('"');
        self.look(look, &mut around);
        self.text.push_str("/>\n");
    }

    /// A rectangle as a circle or a path: where a page is set anew to be read, rectangles lose their height.
    fn outlined_rect(&mut self, rect: &Rect, look: Look, mut around: Look) {
        let (x, y) = (tenths(rect.x) - self.from.0, tenths(rect.y) - self.from.1);
        let (width, height) = (tenths(rect.width), tenths(rect.height));
        let radius = tenths(rect.radius).min(width / 2).min(height / 2);
        if radius > 0 && (width - height).abs() <= 1 && radius >= width / 2 {
            for (name, length) in [("<circle cx=\"", x + radius), (" cy=\"", y + radius), (" r=\"", radius)] {
                self.text.push_str(name);
                self.decimal(length);
                self.text.push('"');
            }
        } else {
            let (level, upright) = (width - 2 * radius, height - 2 * radius);
            self.text.push_str("<path d=\"");
            self.pair('M', x + radius, y);
            for (side, length, [a, b, c, d]) in [
                ('h', level, [radius, 0, radius, radius]),
                ('v', upright, [0, radius, -radius, radius]),
                ('h', -level, [-radius, 0, -radius, -radius]),
                ('v', -upright, [0, -radius, radius, -radius]),
            ] {
                if radius > 0 {
                    self.short(side, length);
                    self.pair('q', a, b);
                    self.pair(' ', c, d);
                } else if side == 'h' || length > 0 {
                    self.short(side, length);
                }
            }
            self.text.push_str("z\"");
        }
        self.look(look, &mut around);
        self.text.push_str("/>\n");
    }

    /// Moves are relative after the first, and level or upright lines have one number.
    fn path(&mut self, path: &Path, look: Look, mut around: Look) {
        self.text.push_str("<path d=\"");
        let mut at = (0, 0);
        for (index, outline) in path.outlines.iter().enumerate() {
            let mut start = at;
            for (corner, point) in outline.iter().enumerate() {
                let (x, y) = (tenths(point.0), tenths(point.1));
                let (dx, dy) = (x - at.0, y - at.1);
                match (index, corner) {
                    (0, 0) => self.pair('M', x, y),
                    (_, 0) => self.pair('m', dx, dy),
                    _ if dy == 0 => self.short('h', dx),
                    _ if dx == 0 => self.short('v', dy),
                    _ => self.pair('l', dx, dy),
                }
                at = (x, y);
                if corner == 0 {
                    start = at;
                }
            }
            if path.closed {
                self.text.push('z');
                at = start;
            }
        }
        self.text.push('"');
        self.look(look, &mut around);
        self.text.push_str("/>\n");
    }

    fn line(&mut self, text: &Text, look: Look, mut around: Look) {
        if text.rotate == 0.0 {
            self.text.push_str("<text");
            self.place(text.x, text.y);
            if self.would_leave(text) {
                self.number(" textLength=\"", text.width);
                self.text.push_str("\" lengthAdjust=\"spacingAndGlyphs\"");
            }
        } else {
            self.number("<text transform=\"translate(", text.x);
            self.number(" ", text.y);
            self.number(")rotate(", text.rotate);
            self.text.push_str(")\"");
        }
        self.look(look, &mut around);
        self.text.push('>');
        self.escaped(&text.text);
        self.text.push_str("</text>\n");
    }

    /// A line of text as one path, in hundredths: its curves are finer than a tenth.
    fn shapes(&mut self, text: &Text, look: Look, mut around: Look) {
        self.text.push_str("<path aria-label=\"");
        self.escaped(&text.text);
        self.text.push_str("\" d=\"");
        let hundredths = |(x, y): Spot| ((x * 100.0).round() as i64, (y * 100.0).round() as i64);
        let (mut at, mut start, mut first) = ((0, 0), (0, 0), true);
        contours(text, |step| {
            let letter = match step {
                Step::Move(..) if first => 'M',
                Step::Move(..) => 'm',
                Step::Line(..) => 'l',
                Step::Quad(..) => 'q',
                Step::Cubic(..) => 'c',
                Step::Close => 'z',
            };
            first = false;
            self.text.push(letter);
            let mut to = at;
            for (index, point) in step.points().enumerate() {
                to = hundredths(point);
                for (axis, length) in [to.0 - at.0, to.1 - at.1].into_iter().enumerate() {
                    if length >= 0 && index + axis > 0 {
                        self.text.push(' ');
                    }
                    self.fraction(length, 100);
                }
            }
            match step {
                Step::Move(..) => start = to,
                Step::Close => to = start,
                _ => {}
            }
            at = to;
        });
        self.text.push('"');
        self.look(look, &mut around);
        self.text.push_str("/>\n");
    }

    /// Where a thing stands; inside a page what is zero goes without saying.
    fn place(&mut self, x: f64, y: f64) {
        for (name, length) in [(" x=\"", tenths(x) - self.from.0), (" y=\"", tenths(y) - self.from.1)] {
            if length != 0 || !self.inline {
                self.text.push_str(name);
                self.decimal(length);
                self.text.push('"');
            }
        }
    }

    fn would_leave(&self, text: &Text) -> bool {
        let before = match text.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => 0.5,
            Anchor::End => 1.0,
        };
        let start = text.x - text.width * WIDER * before;
        self.held_within.is_finite() && (start < 0.0 || start + text.width * WIDER > self.held_within)
    }

    /// The attributes of a look that do not hold already.
    fn look(&mut self, look: Look, around: &mut Look) {
        if let Some(fill) = look.fill.news(&mut around.fill) {
            self.color("fill", fill);
        }
        let before = around.stroke;
        if let Some(stroke) = look.stroke.news(&mut around.stroke) {
            self.color("stroke", stroke.map(|stroke| stroke.color));
            let width = |around| if let Trait::Is(Some(Stroke { width, .. })) = around { width } else { 1.0 };
            if let Some(stroke) = stroke
                && stroke.width != width(before)
            {
                self.number(" stroke-width=\"", stroke.width);
                self.text.push('"');
            }
            if stroke.is_some() && matches!(before, Trait::Is(None)) {
                self.attribute("stroke-linejoin", "round");
            }
        }
        if let Some(serif) = look.serif.news(&mut around.serif) {
            self.attribute("font-family", if serif { SERIF } else { SANS });
        }
        if let Some(size) = look.size.news(&mut around.size) {
            self.number(" font-size=\"", size);
            self.text.push('"');
        }
        if let Some(weight) = look.weight.news(&mut around.weight) {
            self.number(" font-weight=\"", f64::from(weight));
            self.text.push('"');
        }
        if let Some(anchor) = look.anchor.news(&mut around.anchor) {
            let word = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            self.attribute("text-anchor", word);
        }
    }

    fn color(&mut self, name: &str, color: Option<Color>) {
        match color {
            Some(color) => self.attribute(name, &color.hex()),
            None => self.attribute(name, "none"),
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        for part in [" ", name, "=\"", value, "\""] {
            self.text.push_str(part);
        }
    }

    fn pair(&mut self, command: char, x: i64, y: i64) {
        self.short(command, x);
        if y >= 0 {
            self.text.push(' ');
        }
        self.decimal(y);
    }

    fn short(&mut self, command: char, length: i64) {
        self.text.push(command);
        self.decimal(length);
    }

    fn number(&mut self, before: &str, number: f64) {
        self.text.push_str(before);
        self.decimal(tenths(number));
    }

    /// Writes tenths as a decimal number.
    fn decimal(&mut self, tenths: i64) {
        self.fraction(tenths, 10);
    }

    /// Writes tenths or hundredths as a decimal number.
    fn fraction(&mut self, parts: i64, in_one: u64) {
        if parts < 0 {
            self.text.push('-');
        }
        let (mut whole, part) = (parts.unsigned_abs() / in_one, parts.unsigned_abs() % in_one);
        let mut digits = [0; 20];
        let mut first = digits.len();
        loop {
            first -= 1;
            digits[first] = b'0' + (whole % 10) as u8;
            whole /= 10;
            if whole == 0 {
                break;
            }
        }
        self.text.extend(digits[first..].iter().map(|digit| char::from(*digit)));
        if part > 0 {
            self.text.push('.');
            let (tens, ones) = if in_one == 100 { (part / 10, part % 10) } else { (part, 0) };
            self.text.push(char::from(b'0' + tens as u8));
            if ones > 0 {
                self.text.push(char::from(b'0' + ones as u8));
            }
        }
    }

    /// Text or an attribute's value: for XML and HTML alike.
    fn escaped(&mut self, text: &str) {
        escape(&printable(text), &mut self.text);
    }
}

/// Where things begin that all begin at one height or at one side, in tenths: it is said once, on their group.
fn shared(nodes: &[Node]) -> (i64, i64) {
    let place = |node: &Node| match node {
        Node::Text(text) if text.rotate == 0.0 => Some((tenths(text.x), tenths(text.y))),
        Node::Rect(rect) => Some((tenths(rect.x), tenths(rect.y))),
        _ => None,
    };
    let places: Option<Vec<(i64, i64)>> = nodes.iter().map(place).collect();
    // What is said once costs as much as what is said three times.
    let Some(places) = places.filter(|places| places.len() > 3) else { return (0, 0) };
    let (x, y) = places[0];
    let all = |same: fn(&(i64, i64), (i64, i64)) -> bool| places.iter().all(|place| same(place, (x, y)));
    (if all(|a, b| a.0 == b.0) { x } else { 0 }, if all(|a, b| a.1 == b.1) { y } else { 0 })
}

/// The faces in use, each once, with the blocks of further signs that are set in it.
fn faces(nodes: &[Node]) -> BTreeMap<Face, Blocks> {
    let mut faces: BTreeMap<Face, Blocks> = BTreeMap::new();
    let mut open: Vec<&[Node]> = vec![nodes];
    while let Some(nodes) = open.pop() {
        for node in nodes {
            match node {
                Node::Group(group) => open.push(&group.nodes),
                Node::Text(text) => faces.entry(text.face).or_default().add(&text.text),
                Node::Rect(_) | Node::Path(_) => {}
            }
        }
    }
    faces
}

fn tenths(length: f64) -> i64 {
    (length * 10.0).round() as i64
}
