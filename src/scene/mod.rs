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
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Language of the words, BCP 47.
    pub lang: String,
    /// Where words of the author's are in another.
    pub others: OtherLanguages,
    /// What it is: the accessible name.
    pub title: String,
    /// What it says: the accessible description.
    pub description: String,
    /// What is drawn, back to front.
    pub nodes: Vec<Node>,
}

/// The language of words that are not in that of the drawing, BCP 47.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherLanguages {
    /// Of what stands above the title.
    pub kicker: Option<String>,
    /// Of the title.
    pub title: Option<String>,
    /// Of the description.
    pub description: Option<String>,
}

/// One drawn thing.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Things that belong together.
    Group(Group),
    /// A rectangle.
    Rect(Rect),
    /// Straight lines, open or closed outlines.
    Path(Path),
    /// One line of text.
    Text(Text),
}

/// Things that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they are, for styles: `bars`, `grid`, `national`; may be empty.
    pub class: &'static str,
    /// What they say, where a reader may ask: "Lazio: 8%".
    pub title: Option<String>,
    /// The things.
    pub nodes: Vec<Node>,
}

/// A rectangle.
#[derive(Clone, Debug, PartialEq)]
pub struct Rect {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Radius of the corners.
    pub radius: f64,
    /// Inside.
    pub fill: Option<Color>,
    /// Outline.
    pub stroke: Option<Stroke>,
}

/// One or more outlines of straight lines, drawn alike; corners are round where there is a stroke.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The corners of each outline, in order.
    pub outlines: Vec<Vec<(f64, f64)>>,
    /// Whether the last corner of each joins its first.
    pub closed: bool,
    /// Inside.
    pub fill: Option<Color>,
    /// Outline.
    pub stroke: Option<Stroke>,
}

/// A line's colour and width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Width.
    pub width: f64,
}

/// One line of text, at its baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where the anchor is.
    pub x: f64,
    /// The baseline.
    pub y: f64,
    /// Degrees about (x, y), clockwise.
    pub rotate: f64,
    /// Which part of the text stands at x.
    pub anchor: Anchor,
    /// Typeface and weight.
    pub face: Face,
    /// Size.
    pub size: f64,
    /// Colour.
    pub fill: Color,
    /// The words.
    pub text: String,
    /// Measured width with the bundled font.
    pub width: f64,
}

/// Which part of a text stands at its x.
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
    /// `#4A8CC9`
    pub fn hex(self) -> String {
        format!("#{:06X}", self.0)
    }

    /// The colour of a veil that lets a ground through: `part` of this one, the rest of the ground's.
    #[must_use]
    pub fn mix(self, ground: Color, part: f64) -> Color {
        let channel = |shift: u32| {
            let [own, other] = [self.0, ground.0].map(|rgb| f64::from((rgb >> shift) & 0xFF));
            ((own * part + other * (1.0 - part)).round() as u32) << shift
        };
        Color(channel(16) | channel(8) | channel(0))
    }

    /// Reads `#4A8CC9`.
    pub fn parse(text: &str) -> Option<Color> {
        let digits = text.strip_prefix('#')?;
        (digits.len() == 6).then(|| u32::from_str_radix(digits, 16).ok().map(Color))?
    }
}
