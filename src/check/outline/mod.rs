//! Outlines: every figure has data, every narrative its file, nothing stands twice.

mod change;
mod entry;
mod figure;
mod lines;
mod narrative;
mod shown;
mod talk;
mod time;

pub use lines::NAMES as MOST_NAMES;
pub use shown::highlight;
pub use talk::{Talk, outline};
pub use time::{time, times, too_long};
