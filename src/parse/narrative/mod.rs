//! narrative/*.md: front matter and Markdown, cut into slides.
//!
//! Raw HTML is refused: what the pages hold is ours to answer for. Comments are the exception, for they never
//! reach a page: `<!-- note: ... -->` is the speaker's, `<!-- claim: ... -->` is what the sentence before it says,
//! `<!-- fixed: ... -->` names numbers that do not come from the data, and `<!-- steps -->` makes the items of a slide
//! appear one by one.

mod blocks;
mod comments;
mod file;
mod inlines;
mod reader;

pub use file::{front_matter_length, narrative};
