//! Faults and where they stand.
//!
//! A [`Diagnostic`] is the author's: a code, the words underlined, what is wrong and what to do. The machine's
//! faults (disk full, port taken) are [`crate::disk::MachineError`]; ours are panics with a sentence.

mod code;
mod diagnostic;
mod explain;
mod faults;
mod json;
mod mend;
mod nearest;
mod print;
mod rest;
mod sarif;
mod words;

pub use code::Code;
pub use diagnostic::{Diagnostic, Fix, Severity, in_order};
pub use explain::Explanation;
pub use faults::Faults;
pub use json::json;
pub use mend::{apply, sure};
pub use nearest::{did_you_mean, nearest};
pub use print::{print, print_mends};
pub use rest::{MOST_TOLD, count_many, count_rest, how_many};
pub use sarif::sarif;
pub use words::{Language, Term, Words};
