//! Pages: the report, the decks, the folders of figures, and the values that templates see.

pub(crate) mod changes;
pub mod context;
pub(super) mod fault;
pub(super) mod kit;
pub(crate) mod prose;
pub(super) mod recursion;
pub(super) mod style;
pub(super) mod table;
pub(super) mod talks;
pub(super) mod territories;
pub(super) mod turns;
