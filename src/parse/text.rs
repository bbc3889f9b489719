//! The text of a file, and the tree or the narrative that is read from it.

use super::draft::{NarrativeDraft, Signs};
use super::paths::name_it_yaml;
use super::{narrative, yaml};
use crate::diag::{Code, Diagnostic};
use crate::files::{FileId, Source, Span};
use crate::words;

/// The tree of a YAML file; none, with a fault, where it cannot be read.
pub(super) fn yaml(
    file: FileId,
    source: &Source,
    signs: &mut Signs,
    faults: &mut Vec<Diagnostic>,
) -> Option<yaml::Node> {
    text(file, source, faults)?;
    // It is read all the same, so that what it says is not said to be lacking.
    faults.extend(source.path.strip_suffix(".yml").map(|stem| name_it_yaml(file, stem)));
    signs.controls(file, source);
    match yaml::read(file, source) {
        Ok(node) => {
            signs.of_yaml(source, &node);
            Some(node)
        }
        Err(fault) => {
            faults.push(fault);
            None
        }
    }
}

/// The narrative of a Markdown file; none, with a fault, where there is no text to read.
pub(super) fn markdown(
    file: FileId,
    source: &Source,
    signs: &mut Signs,
    faults: &mut Vec<Diagnostic>,
) -> Option<NarrativeDraft> {
    text(file, source, faults)?;
    signs.controls(file, source);
    let narrative = narrative::narrative(file, source, faults);
    signs.of_narrative(source, &narrative);
    Some(narrative)
}

/// Whether a file is there and is text: `None`, with a fault, where it is not.
pub(super) fn text(file: FileId, source: &Source, faults: &mut Vec<Diagnostic>) -> Option<()> {
    if source.absent {
        let message = words!("this file is not there", "questo file non c’è");
        let hint =
            words!("write it: docs/format.md shows a whole one", "scrivilo: docs/format.md ne mostra uno intero");
        faults.push(Diagnostic::new(Code::MissingFile, Span::top(file), message, hint));
        return None;
    }
    // It has been told what stands there.
    if source.unread.is_some() {
        return None;
    }
    let byte = match source.not_utf8_at {
        None => return Some(()),
        Some(byte) => byte,
    };
    let start = byte as usize;
    let length = source.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let message = words!("from here on this file is not UTF-8 text", "da qui in poi questo file non è testo in UTF-8");
    let hint = words!("save it again with the encoding UTF-8", "salvalo di nuovo con la codifica UTF-8");
    faults.push(Diagnostic::new(Code::NotText, Span::new(file, start, start + length), message, hint));
    None
}
