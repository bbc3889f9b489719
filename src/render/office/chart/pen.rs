//! What a chart is written with.

use crate::lang::OfficeWords;
use crate::theme::Palette;

/// The colours and words with which a chart is written.
#[derive(Clone, Copy)]
pub struct Pen<'a> {
    /// The colours of the talk.
    pub palette: &'a Palette,
    /// The words of Office in the language of the file.
    pub words: &'a OfficeWords,
}
