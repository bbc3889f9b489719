//! Figures and editions as tables for other programs.

pub(super) mod behind;
pub(super) mod dataset;
pub(super) mod datasets;
