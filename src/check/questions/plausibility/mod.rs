//! Plausibility: the questions a careful colleague asks of figures that are possible and yet hardly true.
//!
//! Each question can be answered: the author says in a `note` that the figure is right, and readers see the note as
//! well. What can have no answer, such as 120% or a count above its total, is refused in `observations`.

mod asked;
mod copied;
mod fractions;
mod jumps;
mod national;
mod no_share;
mod questions;

pub use questions::plausibility;
