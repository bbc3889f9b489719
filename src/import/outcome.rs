//! What came of an import: the files to write, or why there are none.

use crate::diag::{Diagnostic, Words};
use crate::files::Sources;
use crate::words;

/// What came of it.
#[derive(Debug, Default)]
pub struct Import {
    /// What was read and how, line by line; empty where nothing could be.
    pub report: Vec<Words>,
    /// The files to write, all or none; empty where nothing changes or where it is refused.
    pub files: Vec<NewText>,
    /// How many values the files bring.
    pub values: usize,
    /// Why nothing is written, in one line, where it is refused.
    pub refused: Option<Words>,
    /// Why it is refused; or, of what is to be written, the questions it raises and the warnings.
    pub faults: Vec<Diagnostic>,
    /// The texts they speak of.
    pub sources: Sources,
}

/// The new text of a file of the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewText {
    /// Its path in the folder.
    pub path: String,
    /// Its text until now; none where it is new.
    pub before: Option<String>,
    /// Its text from now on.
    pub after: String,
}

/// A refusal is an [`Import`] without files.
pub type Refused = Box<Import>;

/// An import that is refused, with what was read until then.
pub fn refused(report: Vec<Words>, why: Words, faults: Vec<Diagnostic>, sources: Sources) -> Refused {
    Box::new(Import { report, refused: Some(why), faults, sources, ..Import::default() })
}

/// What is said where nothing was written.
pub fn nothing_written() -> Words {
    words!("Nothing was written.", "Non è stato scritto nulla.")
}
