//! Data for other programs: CSV and JSON.

pub(super) mod csv;
pub mod figure;
