//! The slides of a deck as pages: every word placed, as `css/slide.css` and a browser place it.
//!
//! The same code lays out a slide to measure it ([`overflow`]) and to write it ([`slide_page`]), so the two agree.

mod appendix;
pub(super) mod deck;
mod document;
mod figure;
pub(super) mod fit;
mod head;
mod large;
mod lay;
pub(super) mod passage;
mod plain;
mod stage;

pub use document::slides;
pub(super) use document::{document, of_slides, redirect};
pub use figure::{Around, around};
pub(super) use large::event_line;
pub(super) use lay::{overflow, slide_page};
pub use plain::is_dense;
pub(super) use stage::Stage;
