//! Bars: lying, upright, under the names of macro-areas, or to both sides of the national value.

mod lying;
mod rows;
mod series;
mod sheet;
mod upright;

pub use rows::{Bars, Row};
