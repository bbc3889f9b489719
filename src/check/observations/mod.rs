//! The observations of an edition: every territory known, once and accounted for; every value possible, with its time,
//! its source and its place; share, count and table in agreement.

mod context;
mod counted;
mod exact;
mod items;
mod lacking;
mod observed;
mod one_file;
mod table;
mod territories;
mod value;

pub use context::{Context, Written};
pub use observed::{Observed, observed};
