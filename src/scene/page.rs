//! Pages: drawn things in the order in which they are read, each with what it is to somebody who does not see it.
//!
//! `layout` makes pages and `render` writes them. As in a scene, lengths are pixels of a 96 dpi screen, y grows
//! downwards, and every text has been measured: nothing is left to decide.

use super::{Color, Face, Node};

/// Some pages under one title.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What it is, in a sentence or two; may be empty.
    pub description: String,
    /// The language of its words (BCP 47).
    pub lang: String,
    /// Where it comes from: text by the keywords that the file of a figure has.
    pub about: Vec<(&'static str, String)>,
    /// Its pages.
    pub pages: Vec<Page>,
    /// Its headings as an outline, each with its place.
    pub outline: Vec<Entry>,
}

/// A line of the outline, with the lines under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its words.
    pub title: String,
    /// The place it leads to.
    pub at: Place,
    /// The lines under it.
    pub under: Vec<Entry>,
}

/// A place in a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The page, counted from 0.
    pub page: usize,
    /// The distance from its upper edge, in pixels.
    pub y: f64,
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The width, in pixels.
    pub width: f64,
    /// The height, in pixels.
    pub height: f64,
    /// Where the pages are counted anew from this one: what stands before the number, such as "A-", and the number.
    pub counted: Option<(String, usize)>,
    /// What stands on it, in reading order.
    pub parts: Vec<Part>,
}

/// Content that belongs together, and what it is to a reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is.
    pub role: Role,
    /// The language of its words (BCP 47), where it is not that of the document.
    pub lang: Option<String>,
    /// Whether it goes on from the last part of the page before, which has the same role.
    pub continues: bool,
    /// How its lengths become those of the part, or of the page, in which it stands.
    pub at: At,
    /// Its content, in reading order.
    pub content: Vec<Content>,
}

/// A move and a scale, the scale first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct At {
    /// The move to the right, in pixels.
    pub x: f64,
    /// The move downwards, in pixels.
    pub y: f64,
    /// The scale: 2 makes everything twice as large.
    pub scale: f64,
}

/// What a part may hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Words on one line.
    Words(Words),
    /// A node that is only seen and never read: a ground, a rule, a frame.
    Ornament(Node),
    /// The nodes of a drawing; only a figure has it, or a label that is drawn.
    Drawing(Vec<Node>),
    /// A part within it.
    Part(Part),
}

/// Words on one line, all of one kind, from left to right.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The left end.
    pub x: f64,
    /// The y of the baseline.
    pub y: f64,
    /// Typeface and weight.
    pub face: Face,
    /// The size, in pixels.
    pub size: f64,
    /// The colour of the letters.
    pub fill: Color,
    /// Whether the letters lean.
    pub slanted: bool,
    /// The further space after each sign, in pixels.
    pub spacing: f64,
    /// The measured width in pixels, without the space that may end the words.
    pub width: f64,
    /// The words, with the space that separates them from what follows.
    pub text: String,
}

/// What a part is.
#[derive(Clone, Debug, PartialEq)]
pub enum Role {
    /// What is not read, because it stands on every page alike.
    Ornament,
    /// Parts that belong together, such as those of a slide or of a chapter.
    Section,
    /// A heading: its level, from 1, and its words.
    Heading(u8, String),
    /// Running text.
    Paragraph,
    /// A quotation.
    Quote,
    /// A box beside the text.
    Aside,
    /// A list; whether it is numbered.
    List(bool),
    /// An item of a list: a label, then a body.
    Item,
    /// The sign or number before an item.
    Label,
    /// The words of an item.
    Body,
    /// A table.
    Table,
    /// The head of a table.
    TableHead,
    /// The rows of a table below its head.
    TableBody,
    /// A row of a table.
    Row,
    /// A cell that is the head of a column or of a row.
    HeadCell(Scope),
    /// A cell of a table.
    Cell,
    /// A drawing, with its alternative in words.
    Figure {
        /// The text alternative.
        alternative: String,
        /// The width and the height in pixels, before [`Part::at`] is applied.
        size: (f64, f64),
    },
    /// The words under a figure or above a table.
    Caption,
    /// A table of contents.
    Contents,
    /// A line of a table of contents.
    ContentsLine,
    /// Words that lead somewhere, and what they say to a reader who asks where.
    Link(Target, String),
}

/// Which cells a head belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those below it.
    Column,
    /// Those beside it.
    Row,
}

/// Where words lead.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// An address outside the document.
    Address(String),
    /// A place in the document.
    Place(Place),
}

impl At {
    /// No move and no scale: the part stands where its lengths say.
    pub const HERE: At = At { x: 0.0, y: 0.0, scale: 1.0 };
}

impl Part {
    /// A part without content.
    pub fn new(role: Role) -> Part {
        Part { role, lang: None, continues: false, at: At::HERE, content: Vec::new() }
    }

    /// The words of the part and of all parts within it, in reading order.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for content in &self.content {
            match content {
                Content::Words(words) => text.push_str(&words.text),
                Content::Part(part) => text.push_str(&part.text()),
                Content::Ornament(_) | Content::Drawing(_) => {}
            }
        }
        text
    }
}
