//! Load and write: the only door to the file system.
//!
//! [`load`] brings in the authors' files as text, and the themes beside them as bytes. [`Staging`] takes the artifacts of a
//! build and puts them in place of the last site in one step, or not at all. What goes wrong here is the machine's
//! doing: a [`MachineError`], with the path and what to do. `Watch` hears of saves.

mod add;
mod begin;
mod edit;
mod error;
mod journal;
mod load;
mod look;
mod memory;
mod put;
mod step;
#[cfg(feature = "serve")]
mod watch;
mod write;

pub use add::{add_folder, put_files};
pub use begin::begin;
pub use edit::{read_figures, read_pasted, rewrite};
pub use error::MachineError;
pub use journal::{Settled, settle};
pub use load::{Links, Loaded, load, load_theme, load_with};
pub use look::look;
pub use memory::Memory;
pub use put::put_file;
#[cfg(feature = "serve")]
pub use watch::Watch;
pub use write::{Staging, Written, keep_apart};
