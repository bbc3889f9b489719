//! Pages: drawn things with what each is to somebody who does not see it, in the order in which they are read.
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
    /// Language of its words, BCP 47.
    pub lang: String,
    /// Where it comes from, by keywords as those of a figure's file.
    pub about: Vec<(&'static str, String)>,
    /// Its pages.
    pub pages: Vec<Page>,
    /// Where its headings stand.
    pub outline: Vec<Entry>,
}

/// A line of the outline, with those under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its words.
    pub title: String,
    /// Where it leads.
    pub at: Place,
    /// The lines under it.
    pub under: Vec<Entry>,
}

/// A place in a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The page, from 0.
    pub page: usize,
    /// How far below its upper edge.
    pub y: f64,
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// What stands before its number, "A-", and the number, where pages are counted anew from it.
    pub counted: Option<(String, usize)>,
    /// What stands on it, in reading order.
    pub parts: Vec<Part>,
}

/// What belongs together, and what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is.
    pub role: Role,
    /// Language of its words, BCP 47, where it is not that of the document.
    pub lang: Option<String>,
    /// Whether it goes on from the last part of the page before, which has the same role.
    pub continues: bool,
    /// How its lengths become those of what it stands in.
    pub at: At,
    /// What it is made of, in reading order.
    pub content: Vec<Content>,
}

/// A move and a scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct At {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
    /// Larger or smaller.
    pub scale: f64,
}

/// What a part is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Words on one line.
    Words(Words),
    /// What is only seen: grounds, rules, frames.
    Ornament(Node),
    /// A drawing; only in a figure, or a label that is drawn.
    Drawing(Vec<Node>),
    /// A part within it.
    Part(Part),
}

/// Words on one line, of one kind, from left to right.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// Left end.
    pub x: f64,
    /// The baseline.
    pub y: f64,
    /// Typeface and weight.
    pub face: Face,
    /// Size.
    pub size: f64,
    /// Colour.
    pub fill: Color,
    /// Whether they lean.
    pub slanted: bool,
    /// Space after each sign.
    pub spacing: f64,
    /// Measured width, without the space that may end them.
    pub width: f64,
    /// The words, with the space that parts them from what follows.
    pub text: String,
}

/// What a part is.
#[derive(Clone, Debug, PartialEq)]
pub enum Role {
    /// Nothing that is read: what stands on every page alike.
    Ornament,
    /// Things that belong together: a slide, a chapter.
    Section,
    /// A heading, from 1, and its words.
    Heading(u8, String),
    /// Running text.
    Paragraph,
    /// Somebody's words.
    Quote,
    /// A box beside the text.
    Aside,
    /// A list; whether it is numbered.
    List(bool),
    /// An item of a list: a label and a body.
    Item,
    /// What stands before an item.
    Label,
    /// What an item says.
    Body,
    /// A table.
    Table,
    /// The rows of its head, and the others.
    TableHead,
    /// The others.
    TableBody,
    /// A row.
    Row,
    /// A head of a column or of a row.
    HeadCell(Scope),
    /// A cell.
    Cell,
    /// A drawing, said in words.
    Figure {
        /// The words.
        alternative: String,
        /// Its width and height, before [`Part::at`].
        size: (f64, f64),
    },
    /// What stands under a figure or over a table.
    Caption,
    /// The list of what is where.
    Contents,
    /// A line of it.
    ContentsLine,
    /// Words that lead somewhere.
    Link(Target, String),
}

/// What a head is the head of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Of what stands below it.
    Column,
    /// Of what stands beside it.
    Row,
}

/// Where words lead.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// To an address.
    Address(String),
    /// To a place in the document.
    Place(Place),
}

impl At {
    /// As it is.
    pub const HERE: At = At { x: 0.0, y: 0.0, scale: 1.0 };
}

impl Part {
    /// A part with nothing in it yet.
    pub fn new(role: Role) -> Part {
        Part { role, lang: None, continues: false, at: At::HERE, content: Vec::new() }
    }

    /// The words of the part and of all within, in reading order.
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
