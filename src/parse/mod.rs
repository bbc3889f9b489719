//! Sources -> Draft: as written, every value with its place.
//!
//! Each file is read for itself and every fault of its spelling is found at once. Whether names mean anything,
//! and whether values agree, is for `check`.

mod binding;
mod blocks;
pub mod draft;
mod edition;
mod expression;
mod fields;
mod files;
mod foreign;
mod indicators;
mod narrative;
mod nesting;
mod observations;
mod outline;
mod paths;
mod said;
mod signs;
mod site;
mod spelling;
mod syntax;
mod table;
mod territories;
mod text;
mod todo;
mod typed;
pub mod yaml;

pub use blocks::block_starts;
pub use draft::Signs;
pub use expression::FUNCTIONS;
pub use fields::{check_id, keep_one};
pub use files::parse;
pub use observations::value_lacking;
pub use said::within;
pub use table::records;
