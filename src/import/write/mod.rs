//! New values into the text of an edition's files, with every other word left as it was.

pub(super) mod changes;
pub(super) mod edit;
pub(super) mod edit_csv;
pub(super) mod fresh;
