//! Markdown is read into passages, each a slide.

use crate::data::prose::Inline;
use crate::diag::{Code, Diagnostic, Words};
use crate::files::{FileId, Placed, Span};
use crate::parse::draft::{Claim, Expression, PassageDraft};
use crate::words;
use pulldown_cmark::{Event, HeadingLevel, Tag};
use std::iter::Peekable;
use std::ops::Range;

/// What reads the Markdown of one file, event by event.
pub(super) struct Reader<'t, 'f, I: Iterator<Item = (Event<'t>, Range<usize>)>> {
    pub(super) file: FileId,
    /// The text as written, with its bindings.
    pub(super) written: &'f str,
    /// The text with its bindings masked, byte for byte as long.
    pub(super) masked: &'f str,
    pub(super) events: Peekable<I>,
    pub(super) bindings: &'f [Expression],
    pub(super) faults: &'f mut Vec<Diagnostic>,
    /// What stands beside the text of the passage being read.
    pub(super) said: Said,
}

/// What stands beside the text of a passage.
#[derive(Default)]
pub(super) struct Said {
    pub(super) notes: Vec<Vec<Inline<Expression>>>,
    pub(super) claims: Vec<(Span, Claim)>,
    pub(super) fixed: Vec<Placed<String>>,
    pub(super) stepwise: bool,
    /// Where the last claim ends, and the place of the sentence it is about.
    pub(super) last_claim: Option<(usize, Span)>,
    /// The bytes of the last paragraph, list item or heading, as far as it has been read.
    pub(super) within: Range<usize>,
}

impl Said {
    /// Gives all of it to a passage that is complete.
    pub(super) fn of(&mut self, passage: PassageDraft) -> PassageDraft {
        let said = std::mem::take(self);
        let (claims, fixed, stepwise) = (said.claims, said.fixed, said.stepwise);
        PassageDraft { speaker_notes: said.notes, claims, fixed, stepwise, ..passage }
    }
}

impl<'t, I: Iterator<Item = (Event<'t>, Range<usize>)>> Reader<'t, '_, I> {
    /// The slides of the text, in order.
    pub(super) fn passages(&mut self) -> Vec<PassageDraft> {
        let mut passages: Vec<PassageDraft> = Vec::new();
        let mut current: Option<PassageDraft> = None;
        while let Some((event, range)) = self.events.next() {
            let (id, continues) = match &event {
                Event::Rule => (None, true),
                // The id stands in the heading, whose place is near enough.
                Event::Start(Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, id, .. }) => {
                    (id.as_ref().map(|id| Placed::new(id.to_string(), self.heading(&range))), false)
                }
                _ => {
                    let block = self.block(event, range);
                    if block.is_some() && current.is_none() {
                        current = Some(self.passage(0..0, None, Vec::new()));
                    }
                    current.iter_mut().for_each(|current| current.blocks.extend(block.clone()));
                    continue;
                }
            };
            passages.extend(current.take().map(|done| self.said.of(done)));
            let title = match continues {
                true => passages.last().map_or_else(Vec::new, |before| before.title.clone()),
                false => self.text_block(range.clone()),
            };
            current = Some(PassageDraft { continues, ..self.passage(range, id, title) });
        }
        passages.extend(current.take().map(|done| self.said.of(done)));
        for empty in passages.iter().filter(|passage| passage.continues && passage.blocks.is_empty()) {
            let message = words!("this begins an empty slide", "qui comincia una diapositiva vuota");
            let hint = words!(
                "take this line of hyphens away, or write something below it",
                "togli questa riga di trattini, o scrivi qualcosa sotto"
            );
            let fault = Diagnostic::new(Code::UnsupportedMarkdown, empty.at, message, hint);
            self.faults.push(fault);
        }
        passages
    }

    /// A passage that begins at a heading or a rule, and holds nothing yet.
    fn passage(&self, at: Range<usize>, id: Option<Placed<String>>, title: Vec<Inline<Expression>>) -> PassageDraft {
        PassageDraft {
            at: self.heading(&at),
            id,
            title,
            continues: false,
            blocks: Vec::new(),
            speaker_notes: Vec::new(),
            stepwise: false,
            claims: Vec::new(),
            typed: Vec::new(),
            fixed: Vec::new(),
        }
    }

    /// The place of a heading or a rule, whose range may end with the line.
    fn heading(&self, range: &Range<usize>) -> Span {
        let end = range.end.saturating_sub(1).max(range.start);
        Span::new(self.file, range.start, end)
    }

    /// Adds a fault.
    pub(super) fn fault(&mut self, code: Code, range: Range<usize>, message: Words, hint: Words) {
        self.faults.push(Diagnostic::new(code, Span::new(self.file, range.start, range.end), message, hint));
    }
}
