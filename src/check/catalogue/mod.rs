//! Groups and indicators: every group named, every item once, every word there.

mod definition;
mod indicator;
mod names;
mod of;
mod titles;
mod whole;

pub use whole::catalogue;
