//! What is read on a terminal.

pub(crate) mod changes;
