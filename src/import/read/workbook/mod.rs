//! XLSX and ODS workbooks as sheets of cells.

mod bounds;
mod ods;
mod sheets;
mod xlsx;
mod xml;

pub use bounds::Unread;
pub use sheets::sheets;
