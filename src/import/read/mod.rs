//! A table as its file holds it -> readings: a value, its territory, its time and its unit.

pub(super) mod ciphers;
pub(super) mod dating;
pub(super) mod decode;
pub(super) mod doubt;
pub(super) mod figures;
pub(super) mod grid;
pub(super) mod layout;
pub(super) mod names;
pub(super) mod number;
pub(super) mod own;
pub(super) mod parted;
pub(super) mod reading;
pub(super) mod rows;
pub(super) mod sheet;
pub(super) mod table;
pub(super) mod time;
pub(super) mod titles;
pub(super) mod units;
#[cfg(feature = "spreadsheets")]
pub(super) mod workbook;
