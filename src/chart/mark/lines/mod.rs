//! Lines over time: dates across, values from zero upwards, names at the ends of the lines that have one.
//!
//! A line joins only what may be compared and has nothing missing in between. Where no line may go on, an upright dashed
//! rule stands, and the head of the figure says why; where one line alone is parted, a jagged mark; what is missing in a
//! line with a name is a hollow circle below the axis, which is not mistaken for a zero.

mod across;
mod dashes;
mod dates;
mod draw;
mod head;
mod labels;
mod panel;
mod sizes;

pub use draw::draw;
