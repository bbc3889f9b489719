//! Faults as an author reads them.

use super::{Diagnostic, Sources};

/// All faults, in order of file and place, with the words underlined and what to do; then a line that counts.
pub fn print(_faults: &[Diagnostic], _sources: &Sources) -> String {
    String::new()
}
