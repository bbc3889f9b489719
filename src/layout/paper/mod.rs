//! Pages to print: the handout and the report, with headings, narrative and figures.

pub(super) mod handout;
pub(super) mod report;
pub(super) mod sheet;
