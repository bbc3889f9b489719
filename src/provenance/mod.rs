//! What a file that leaves the site says of itself, written by `render` and read back by `verify`.

mod claim;
mod names;
mod seen;

pub use claim::{Claim, Rows, of_svg};
pub use names::DUBLIN_CORE;
pub use seen::{begins, canonical, ends, is_seen, mark, words};
