//! Answers that are read on a terminal.

pub(crate) mod changes;
