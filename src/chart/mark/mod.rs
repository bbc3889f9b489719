//! The marks: what stands for a value.

pub mod bars;
pub mod dumbbell;
pub mod matrix;
mod rows;
