//! What the whole site and each edition have alike: their sources, and the signs of their texts.

use crate::data::period::Day;
use crate::diag::Diagnostic;
use crate::face::Blocks;
use crate::files::Placed;

/// One source, of sources.yaml or of edition.yaml.
#[derive(Debug)]
pub struct SourceDraft {
    pub id: Placed<String>,
    pub publisher: Placed<String>,
    pub title: Placed<String>,
    pub url: Option<Placed<String>>,
    pub date: Option<Placed<Day>>,
    pub note: Option<Placed<String>>,
}

/// Signs of the authors' texts beyond Latin-1.
#[derive(Clone, Debug, Default)]
pub struct Signs {
    /// Blocks of further signs that are in use.
    pub blocks: Blocks,
    /// A fault for each text with signs that would have to be drawn and cannot be.
    pub undrawn: Vec<Diagnostic>,
}
