//! Charts that Office draws, each with the workbook it draws from.

pub mod bars;
pub mod dumbbell;
pub mod lines;
pub mod parts;
pub mod pen;
pub mod placed;
