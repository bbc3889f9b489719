//! What each fault means, for whoever asks: a title, a few sentences, and the same lines wrong and right.
//!
//! The catalogue of `docs/faults.md` is written from here, and so are the rules of SARIF. Explanations stand together
//! by what the faults are of; [`Code::explanation`](super::Code::explanation) finds the one of a code.

mod editions;
mod explanation;
mod files;
mod names;
mod narrative;
mod observations;
mod questions;
mod said;
mod tables;
mod talk;
mod territories;
mod theme;

pub use said::Explanation;
