//! A table of figures -> files of observations of an edition, held against what the edition has.
//!
//! The stair in small: bytes become cells, cells a layout, the layout readings; readings are held against the edition,
//! and what is new is written into the text of its files, which are then checked as a build would. Nothing here opens
//! a file: [`import`] gives the texts to write, all of them or none.

mod command_line;
mod hold;
mod outcome;
mod prepared;
mod read;
mod report;
mod request;
mod said;
mod write;

pub use outcome::{Import, NewText};
pub use prepared::import;
pub use read::number::Mark;
pub use report::printed;
pub use request::{Empty, Hidden, Request};
