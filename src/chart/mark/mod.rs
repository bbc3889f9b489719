//! The marks: what stands for a value.

pub mod bars;
pub mod columns;
pub mod distance;
pub mod dumbbell;
pub mod lines;
pub mod map;
pub mod matrix;
mod pen;
mod places;
mod rows;
pub mod slope;
mod spread;
pub mod strip;
mod target;
pub mod tiles;
