//! What was read and how, what matched and what did not, and what it means for the edition; for people, in lines.

mod columns;
mod counts;
mod series;
mod table;

pub use counts::{counts, printed};
pub use series::series;
pub use table::table;
