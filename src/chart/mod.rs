//! Charts: series become scenes. plotters lives here and nowhere else.

mod series;

pub use series::{Bar, Bars, Chart, Labelled, Matrix, MatrixRow};
