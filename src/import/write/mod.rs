//! New values into the text of an edition's files, with every other word left as it was.

pub(super) mod changes;
pub(super) mod edit;
pub(super) mod edit_csv;
mod edit_list;
mod edit_table;
mod edit_value;
pub(super) mod fresh;
pub(super) mod words;
