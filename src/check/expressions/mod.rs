//! What narrative says of the data: values, names and differences between braces, and claims that are tested.

pub(super) mod claim;
pub(super) mod exact;
pub(super) mod value;
