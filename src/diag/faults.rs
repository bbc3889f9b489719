//! Faults with the texts in which they stand.

use super::Diagnostic;
use crate::files::Sources;

/// The author's faults, with the texts in which they stand.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    /// All of them, and the warnings.
    pub list: Vec<Diagnostic>,
    /// The files they speak of.
    pub sources: Sources,
}
