//! One file of narrative: its front matter, its text cut into slides, and what a slide may not lack.

use super::reader::{Reader, Said};
use crate::diag::{Code, Diagnostic, Term};
use crate::files::{FileId, Source, Span};
use crate::parse::draft::NarrativeDraft;
use crate::parse::fields::Fields;
use crate::parse::nesting::{Bounded, too_deep};
use crate::parse::{binding, foreign, typed, yaml};
use crate::words;
use pulldown_cmark::{Options, Parser};
use std::cell::Cell;

/// Reads one file of narrative.
pub fn narrative(file: FileId, source: &Source, faults: &mut Vec<Diagnostic>) -> NarrativeDraft {
    let found = faults.len();
    let name = source.path.rsplit('/').next().unwrap_or("").trim_end_matches(".md").to_owned();
    let body = front_matter_length(&source.text);
    let kicker = kicker(file, source, body, faults);
    // Places are counted from the start of the file, so the front matter is kept as that many blank bytes.
    let (front, rest) = source.text.split_at(body);
    let (text, bindings) = binding::find(file, &(blank(front) + rest), faults);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        // Read so that they can be refused, rather than printed as typed.
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    foreign::narrative(file, &text, body, faults);
    let deep = Cell::new(None);
    let events = Bounded::new(Parser::new_ext(&text, options).into_offset_iter(), &deep).peekable();
    let written = source.text.as_str();
    let masked = text.as_str();
    let mut reader = Reader { file, written, masked, events, bindings: &bindings, faults, said: Said::default() };
    let mut passages = reader.passages();
    faults.extend(deep.get().map(|start| too_deep(file, written, start)));
    let starts: Vec<usize> = passages.iter().map(|passage| passage.at.start as usize).collect();
    for (place, passage) in passages.iter_mut().enumerate() {
        let end = starts.get(place + 1).copied().unwrap_or(masked.len());
        passage.typed = typed::shares(file, masked, starts[place].max(body)..end);
    }
    if passages.iter().any(|passage| passage.title.is_empty()) {
        let message = words!(
            "this text has no heading: a slide needs one",
            "questo testo non ha un titolo: ogni diapositiva ne vuole uno"
        );
        let hint = words!("begin the text with a heading: `# Title`", "comincia il testo con un titolo: `# Titolo`");
        let start = body + source.text[body..].len() - source.text[body..].trim_start().len();
        let line = source.text[start..].lines().next().unwrap_or("").len();
        let at = Span::new(file, start, start + line);
        faults.push(Diagnostic::new(Code::MissingKey, at, message, hint));
    }
    NarrativeDraft { name, file, kicker, passages, faulty: faults.len() > found }
}

/// Bytes of the front matter, with both its lines of hyphens.
pub fn front_matter_length(text: &str) -> usize {
    let Some(first) = text.split_inclusive('\n').next().filter(|line| line.trim_end() == "---") else { return 0 };
    let mut length = first.len();
    for line in text[length..].split_inclusive('\n') {
        length += line.len();
        if line.trim_end() == "---" {
            return length;
        }
    }
    0
}

/// The words above the titles of its slides, which the front matter gives.
fn kicker(file: FileId, source: &Source, body: usize, faults: &mut Vec<Diagnostic>) -> Option<String> {
    let front = source.text[..body].trim_end().strip_suffix("---").filter(|front| front.len() > 3)?;
    // The first line of hyphens becomes blank, so that places stay.
    let text = front.replacen("---", "   ", 1);
    let front = Source::new(source.path.clone(), text);
    match yaml::read(file, &front) {
        Ok(node) if node.tree == yaml::Tree::Null => None,
        Ok(node) => {
            let mut fields =
                Fields::open(node, Term::new("the head of a narrative", "un’intestazione di narrativa"), faults)?;
            let kicker = fields.text("kicker");
            fields.close();
            kicker.map(|kicker| kicker.value)
        }
        Err(fault) => {
            faults.push(fault);
            None
        }
    }
}

/// A text with each byte but its line feeds made a space, so that places in what follows stay.
fn blank(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}
