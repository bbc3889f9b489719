//! Charts: series become drawn things. plotters lives here and nowhere else.
//!
//! A chart is given a [`Room`] and fills it from the top. What does not fit goes on in a further drawing, or the
//! drawing grows downwards: the room says which. Names are never cut and never overlap.

mod axis;
mod drawing;
mod mark;
mod plan;
mod plot;
mod recorder;
mod room;
mod series;
mod text;
mod ticks;

pub use drawing::{Drawing, draw, pages};
pub use plan::{Level, Plan, Set, Upright, plan};
pub use room::{Room, Scale};
pub use series::{Area, Areas, Bar, Bars, Chart, Distance, Dumbbell, Labelled, Matrix, MatrixRow, Pair, Target};
pub use series::{Date, Line, LineBreak, LinePoint, Lines, Slope, Weight};
pub use series::{Place, Places, Whole};
pub use text::{balance, line, measure, wrap};
pub use ticks::ticks;
