//! Times as tables write them, in Italian, English, German, French and Spanish: `2018`, `2019/20`, `IV trim. 2017`,
//! `2017-Q4`, `Dic-17`, `31.12.2018`. What may be two days is said to be, and nothing is guessed.

mod between;
mod forms;
mod found;
mod signs;
#[cfg(test)]
mod tests;
#[expect(clippy::module_inception, reason = "the room is called for what it holds")]
mod time;
mod words;

pub use found::{of_data, whole, within, without_year};
pub use time::Time;
pub use words::{is_head, speaks_of_time};
