//! Markdown no deeper than a page can be: what lies deeper is left out, and told.

use crate::diag::{Code, Diagnostic};
use crate::files::{FileId, Span};
use crate::words;
use pulldown_cmark::Event;
use std::cell::Cell;
use std::ops::Range;

/// Tags within tags: quotes, lists and their items, emphasis, links.
const DEEPEST: usize = 32;

/// Events with their places, without those that lie too deep: whoever reads them may call itself for each tag.
pub struct Bounded<'d, I> {
    events: I,
    depth: usize,
    /// The first place that was too deep.
    deep: &'d Cell<Option<usize>>,
}

impl<'d, I> Bounded<'d, I> {
    pub fn new(events: I, deep: &'d Cell<Option<usize>>) -> Bounded<'d, I> {
        Bounded { events, depth: 0, deep }
    }
}

impl<'t, I: Iterator<Item = (Event<'t>, Range<usize>)>> Iterator for Bounded<'_, I> {
    type Item = (Event<'t>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (event, range) = self.events.next()?;
            let inside = self.depth;
            match event {
                Event::Start(_) => self.depth += 1,
                Event::End(_) => self.depth -= 1,
                _ => {}
            }
            // The tag that is one too deep, and its end, are counted and not handed on.
            if inside.max(self.depth) <= DEEPEST {
                return Some((event, range));
            }
            let first = self.deep.get().unwrap_or(range.start);
            self.deep.set(Some(first));
        }
    }
}

/// The fault of a line in which something lies too deep.
pub fn too_deep(file: FileId, text: &str, start: usize) -> Diagnostic {
    let line = text[start..].lines().next().unwrap_or("").trim_end().len();
    let message = words!(
        "quotes, lists and emphasis lie {DEEPEST} deep in one another here, and deeper",
        "qui citazioni, elenchi ed enfasi stanno uno dentro l’altro per {DEEPEST} livelli, e oltre"
    );
    let hint = words!(
        "take signs away (`>`, `-`, `*`, `[`): a slide shows two or three levels",
        "togli dei segni (`>`, `-`, `*`, `[`): una diapositiva mostra due o tre livelli"
    );
    Diagnostic::new(Code::UnsupportedMarkdown, Span::new(file, start, start + line), message, hint)
}

#[cfg(test)]
mod tests {
    use super::{Bounded, DEEPEST};
    use pulldown_cmark::{Event, Parser};
    use std::cell::Cell;

    #[test]
    fn what_lies_too_deep_is_left_out_with_its_end() {
        let deep = Cell::new(None);
        let depth = |text: &str| {
            let (mut depth, mut deepest) = (0, 0);
            for (event, _) in Bounded::new(Parser::new(text).into_offset_iter(), &deep) {
                match event {
                    Event::Start(_) => depth += 1,
                    Event::End(_) => depth -= 1,
                    _ => {}
                }
                deepest = deepest.max(depth);
            }
            (depth, deepest, deep.take())
        };
        assert_eq!(depth("> > a"), (0, 3, None));
        assert_eq!(depth(&format!("{} a", ">".repeat(DEEPEST - 1))), (0, DEEPEST, None));
        assert_eq!(depth(&format!("{} a", ">".repeat(2_001))), (0, DEEPEST, Some(DEEPEST)));
    }
}
