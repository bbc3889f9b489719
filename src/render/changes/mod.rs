//! What changed, for a terminal, for a machine and as a page.

pub use super::text::changes::text;
pub use super::web::changes::{ChangesView, view};

use crate::resolve::Changes;

/// The changes as JSON, ending with a line end. The fields are those of [`Changes`], in their order.
pub fn json(changes: &Changes) -> String {
    let mut text = serde_json::to_string_pretty(changes).expect("plain fields are JSON");
    text.push('\n');
    text
}
