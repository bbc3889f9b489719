//! Words on a page: lines broken and measured, paragraphs, tables, and the pen that sets them.

pub(super) mod flow;
pub(super) mod grid;
pub(super) mod ink;
pub(super) mod lines;
pub(super) mod pen;
