//! The master of slides, its layouts and the master of notes: which placeholders they have, where those stand and how
//! their words look.
//!
//! Places and sizes are those of `css/slide.css`, in pixels of a slide of 1280 by 720.

mod holders;
mod layout;
mod layouts;
mod level;
mod notes;
mod slides;

pub use layout::Layout;
pub use notes::add_notes;
pub use slides::add;
