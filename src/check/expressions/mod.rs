//! What narrative says of the data: values, names and differences between braces, and claims that are tested.

mod call;
mod called;
mod change;
pub(super) mod claim;
mod of;
mod reckon;
mod reference;
mod say;
mod value;

pub use say::say;
pub use value::Values;
