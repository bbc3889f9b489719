//! A file that left the site, and the content of today -> whether it is ours, still holds, or was altered.
//!
//! Whoever asks brings the bytes, and a way to ask what the figure is today: drawn anew from a content folder, or read
//! from a site. Nothing here opens a file, and any file may come: it is bounded, and never believed further than what
//! was drawn anew can confirm. A mark that is written in a file is no signature: who alters both is found out only
//! against the content.

mod answer;
mod chunks;
mod compare;
mod data;
mod drawing;
mod file;
mod json;
mod judge;
mod kind;
#[cfg(feature = "png")]
mod pixels;
mod table;
mod today;
mod within;

pub use crate::provenance::{Claim, Rows};
pub use answer::{Answer, Verdict};
pub use file::{LARGEST, claim_of, verify};
pub use kind::Kind;
pub use today::{Ask, Known, Newer, Today};
pub use within::{Found, LARGEST_DOCUMENT, find};
