//! What stands in a YAML table: its keys, and what each may hold. Whatever is otherwise is a fault.

mod entries;
mod number;
mod table;
mod text;

pub use entries::entries;
pub use number::{count, number, said_number};
pub use table::Fields;
pub use text::{any_text, check_id, keep_one, list, text, word};
