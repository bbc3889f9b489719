//! Two values of each row on one axis: points of an XY chart, hollow for what was and full for what is, with lines between
//! those that may be compared.

mod drawn;
mod series;
mod sheet;
mod sizes;

pub use drawn::dumbbell;
pub use series::hollow_of;
