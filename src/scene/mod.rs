//! Drawn things: the geometry of a figure, with nothing left to decide.
//!
//! A scene is made by `chart` and `layout` and written by `render` as SVG (later PDF, PNG, PPTX). Lengths are
//! pixels of a 96 dpi screen, y grows downwards. Every text has been measured.

pub mod page;

/// A colour, `0xRRGGBB`. Always opaque: office programs and resvg agree on nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Color(pub u32);

/// A figure, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The width, in pixels.
    pub width: f64,
    /// The height, in pixels.
    pub height: f64,
    /// The language of its words (BCP 47).
    pub lang: String,
    /// The languages of the author's words that are not in that one.
    pub others: OtherLanguages,
    /// Its title: the accessible name.
    pub title: String,
    /// What it says: the accessible description.
    pub description: String,
    /// What is drawn, back to front.
    pub nodes: Vec<Node>,
}

/// The languages (BCP 47) of words that are not in the language of the drawing; `None` where they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherLanguages {
    /// The language of the words above the title.
    pub kicker: Option<String>,
    /// The language of the title.
    pub title: Option<String>,
    /// The language of the description.
    pub description: Option<String>,
}

/// One drawn thing.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Nodes that belong together.
    Group(Group),
    /// A rectangle.
    Rect(Rect),
    /// Outlines of straight lines, open or closed.
    Path(Path),
    /// One line of text.
    Text(Text),
}

/// Nodes that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The class of the group, for style sheets: `bars`, `grid`, `national`; may be empty.
    pub class: &'static str,
    /// What the group says to a reader who points at it: "Lazio: 8%".
    pub title: Option<String>,
    /// The nodes, back to front.
    pub nodes: Vec<Node>,
}

/// A rectangle.
#[derive(Clone, Debug, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub x: f64,
    /// The top.
    pub y: f64,
    /// The width, in pixels.
    pub width: f64,
    /// The height, in pixels.
    pub height: f64,
    /// The radius of the corners, in pixels.
    pub radius: f64,
    /// The colour inside, if it is filled.
    pub fill: Option<Color>,
    /// The outline, if it has one.
    pub stroke: Option<Stroke>,
}

/// One or more outlines of straight lines, drawn alike; corners are round where there is a stroke.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The corners of each outline, in order.
    pub outlines: Vec<Vec<(f64, f64)>>,
    /// Whether the last corner of each joins its first.
    pub closed: bool,
    /// The colour inside, if they are filled.
    pub fill: Option<Color>,
    /// The line along the outlines, if there is one.
    pub stroke: Option<Stroke>,
}

/// A line's colour and width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// The colour of the line.
    pub color: Color,
    /// The width of the line, in pixels.
    pub width: f64,
}

/// One line of text, at its baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The x of the anchor.
    pub x: f64,
    /// The y of the baseline at the anchor.
    pub y: f64,
    /// The turn about the anchor, in degrees clockwise.
    pub rotate: f64,
    /// The part of the text that stands at the anchor.
    pub anchor: Anchor,
    /// Typeface and weight.
    pub face: Face,
    /// The size, in pixels.
    pub size: f64,
    /// The colour of the letters.
    pub fill: Color,
    /// The words.
    pub text: String,
    /// The width as measured with the bundled face, in pixels.
    pub width: f64,
}

/// The part of a text that stands at its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A bundled face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Titillium Web 400.
    Sans,
    /// Titillium Web 600.
    SansSemi,
    /// Titillium Web 700.
    SansBold,
    /// Caladea 700.
    Serif,
}

impl Color {
    /// The colour as style sheets write it: `#4A8CC9`.
    pub fn hex(self) -> String {
        format!("#{:06X}", self.0)
    }

    /// The colour that is seen where this one covers a ground in part: `part` of this colour, from 0 to 1, and the rest
    /// of the ground's.
    #[must_use]
    pub fn mix(self, ground: Color, part: f64) -> Color {
        let channel = |shift: u32| {
            let [own, other] = [self.0, ground.0].map(|rgb| f64::from((rgb >> shift) & 0xFF));
            ((own * part + other * (1.0 - part)).round() as u32) << shift
        };
        Color(channel(16) | channel(8) | channel(0))
    }

    /// Reads `#4A8CC9`; `None` for any other form.
    pub fn parse(text: &str) -> Option<Color> {
        let digits = text.strip_prefix('#')?;
        (digits.len() == 6).then(|| u32::from_str_radix(digits, 16).ok().map(Color))?
    }
}
