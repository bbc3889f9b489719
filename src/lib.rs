//! fascicle turns indicator data and narrative into a talk, a report site and charts, edition after edition.
//!
//! One sentence: **load, parse, check, resolve, lay out, render, write.** Data climbs that stair once and never
//! comes back down; imports go the other way, each room using only rooms below it:
//!
//! - [`site`] is the sentence as code: a checked site, and what is written of it.
//! - [`disk`] loads and writes: the only door to the file system. Everything below is pure.
//! - [`verify`]: a file that left the site, and the figure of today -> whether it still holds.
//! - [`scaffold`]: files to begin with, for an author: a project from nothing; Draft and Checked -> the next edition.
//! - [`render`]: Collection + Book -> Artifacts, a path and its bytes.
//! - [`provenance`]: what a file that leaves the site says of itself.
//! - [`layout`]: Edition -> Book: figures, decks and pages with every box measured.
//! - [`resolve`]: Checked -> Collection and its Editions, nothing left to look up.
//! - [`import`]: a table of figures -> files of observations of an edition, held against what it has.
//! - [`check`]: Draft -> Checked, or every fault at once.
//! - [`chart`]: series -> Scene; plotters lives there and nowhere else.
//! - [`parse`]: Sources -> Draft, as written, every value with its place.
//! - [`schema`]: the shape of the authors' files, for editors.
//! - [`theme`], [`lang`], [`face`]: colours, templates; numbers, dates, sentences; the faces and their measures.
//! - [`diag`]: faults and where they stand.
//! - [`data`], [`scene`], [`files`]: observations, drawn things, texts.

#![warn(missing_docs)]

pub mod chart;
pub mod check;
pub mod data;
pub mod diag;
pub mod disk;
pub mod face;
pub mod files;
pub mod import;
pub mod lang;
pub mod layout;
pub mod parse;
pub mod provenance;
pub mod render;
pub mod resolve;
pub mod scaffold;
pub mod scene;
pub mod schema;
pub mod site;
pub mod theme;
pub mod verify;

pub use diag::Faults;
pub use site::{AskedTalks, Found, Mended, MendedFile, Ready, Request, Site, Summary, Tested, Wish, mend, new_edition};
