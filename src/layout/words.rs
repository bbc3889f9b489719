//! Words as they are set in several places: what stays together, and a source with its notes.

use super::text::ink::Ink;
use super::text::lines::Run;
use crate::resolve::Note;
use crate::scene::Face;

/// A text whose lines break neither before a middle dot nor beside the dash of a range.
pub(crate) fn tied(text: &str) -> String {
    text.replace(" · ", "\u{a0}· ").replace(" – ", "\u{a0}–\u{a0}")
}

/// A source and the notes after it, separated by dots. After a full stop no dot follows.
pub(crate) fn source_words(source: &str, notes: &[Note]) -> String {
    let mut words = tied(source);
    for note in notes {
        words += if is_sentence(&words) { " " } else { "\u{a0}· " };
        if !note.mark.is_empty() {
            words += &format!("{}\u{a0}", note.mark);
        }
        words += &tied(&note.text);
    }
    words
}

/// Whether words end as a sentence does.
pub(crate) fn is_sentence(words: &str) -> bool {
    words.ends_with(['.', '!', '?', '…'])
}

/// The runs of a source: the word for a source, then the source and its notes as [`source_words`] joins them; `size` is
/// in pixels.
pub(in crate::layout) fn source_runs<'w>(label: &'w str, words: &'w str, size: f64) -> [Run<'w>; 3] {
    [
        Run::new(label, Face::SansBold, size, Ink::Accent),
        Run::new(" ", Face::Sans, size, Ink::Quiet),
        Run::new(words, Face::Sans, size, Ink::Quiet),
    ]
}
