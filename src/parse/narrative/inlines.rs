//! The text within a block: its words, its values from the data, its emphasis, its links.

use super::reader::Reader;
use crate::data::prose::Inline;
use crate::diag::Code;
use crate::parse::binding;
use crate::parse::draft::Expression;
use crate::words;
use pulldown_cmark::{Event, LinkType, Tag};
use std::ops::Range;

impl<'t, I: Iterator<Item = (Event<'t>, Range<usize>)>> Reader<'t, '_, I> {
    /// Inline text whose first event has been taken, up to the next block.
    pub(super) fn loose(&mut self, first: Event<'t>, range: Range<usize>) -> Vec<Inline<Expression>> {
        let mut inlines = Vec::new();
        self.said.within = range.start..range.start;
        self.inline(first, range, &mut inlines);
        while let Some((event, range)) = self.events.next_if(|(event, _)| is_inline(event)) {
            self.inline(event, range, &mut inlines);
        }
        inlines
    }

    /// The text of a paragraph, a heading or a cell; its end is taken.
    pub(super) fn text_block(&mut self, range: Range<usize>) -> Vec<Inline<Expression>> {
        self.said.within = range.start..range.start;
        self.inlines()
    }

    /// Inline text up to the end of what holds it; that end is taken.
    fn inlines(&mut self) -> Vec<Inline<Expression>> {
        let mut inlines = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, range, &mut inlines);
        }
        inlines
    }

    /// Adds one piece of inline text, whose first event has been taken.
    fn inline(&mut self, event: Event<'t>, range: Range<usize>, inlines: &mut Vec<Inline<Expression>>) {
        match event {
            Event::Text(text) => {
                self.said.within.end = range.end;
                self.half_comments(range);
                self.text(&text, inlines);
            }
            Event::Code(text) => inlines.push(Inline::Code(self.as_written(&text))),
            Event::SoftBreak => inlines.push(Inline::Text(" ".to_owned())),
            Event::HardBreak => inlines.push(Inline::Break),
            Event::Start(Tag::Strong) => {
                let parts = self.inlines();
                inlines.push(Inline::Strong(parts));
            }
            Event::Start(Tag::Emphasis) => {
                let parts = self.inlines();
                inlines.push(Inline::Emphasis(parts));
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let url = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.to_string(),
                };
                if self.as_written(&url) != url {
                    let message = words!(
                        "a link cannot lead to a number of the data",
                        "un collegamento non può portare a un numero dei dati"
                    );
                    let hint = words!("write the address itself", "scrivi l’indirizzo per intero");
                    self.fault(Code::UnsafeLink, range.clone(), message, hint);
                } else if url.is_empty() {
                    let message = words!("this link leads nowhere", "questo collegamento non porta da nessuna parte");
                    let hint = words!(
                        "write its address between the parentheses: [words](https://...)",
                        "scrivi l’indirizzo tra le parentesi: [parole](https://...)"
                    );
                    self.fault(Code::UnsafeLink, range.clone(), message, hint);
                } else if !is_safe(&url) {
                    let message = words!("a link may not go there", "un collegamento non può portare lì");
                    let hint = words!(
                        "begin it with https://, mailto: or #, or name a page of the site",
                        "fallo cominciare con https://, mailto: o #, o indica una pagina del sito"
                    );
                    self.fault(Code::UnsafeLink, range.clone(), message, hint);
                }
                let parts = self.inlines();
                inlines.push(Inline::Link(url, parts));
            }
            Event::Start(Tag::Image { .. }) => {
                let message = words!("narrative has no pictures", "nella narrativa non ci sono immagini");
                let hint = words!(
                    "put the figure in the outline; pictures of your own are not supported",
                    "metti la figura nella scaletta; le immagini proprie non sono previste"
                );
                self.fault(Code::UnsupportedMarkdown, range, message, hint);
                self.skip();
            }
            Event::InlineHtml(_) | Event::Html(_) => self.html(range),
            Event::FootnoteReference(_) => self.no_footnotes(range),
            Event::TaskListMarker(_) => {
                self.fault(
                    Code::UnsupportedMarkdown,
                    range,
                    words!("a slide has no boxes to tick", "una diapositiva non ha caselle da spuntare"),
                    words!("take `[ ]` or `[x]` away", "togli `[ ]` o `[x]`"),
                );
            }
            Event::Start(Tag::Strikethrough) => {
                let message = words!("a slide has no struck words", "una diapositiva non ha parole barrate");
                let hint = words!("take them away", "toglile");
                self.fault(Code::UnsupportedMarkdown, range, message, hint);
                self.skip();
            }
            Event::Start(_) => self.skip(),
            _ => {}
        }
    }

    /// A text with its masked bindings as they were written.
    fn as_written(&self, text: &str) -> String {
        let part = |part: Result<&str, usize>| match part {
            Ok(words) => words.to_owned(),
            Err(number) => {
                let at = self.bindings[number].at;
                self.written[at.start as usize..at.end as usize].to_owned()
            }
        };
        binding::split(text, self.bindings).into_iter().map(part).collect()
    }

    /// Adds words, and the values that stand masked among them.
    pub(super) fn text(&mut self, text: &str, inlines: &mut Vec<Inline<Expression>>) {
        for part in binding::split(text, self.bindings) {
            match part {
                Err(number) => inlines.push(Inline::Value(self.bindings[number].clone())),
                Ok(words) => match inlines.last_mut() {
                    Some(Inline::Text(before)) => before.push_str(words),
                    _ => inlines.push(Inline::Text(words.to_owned())),
                },
            }
        }
    }
}

/// Whether an event is of inline text, and begins no block.
fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Text(_)
        | Event::Code(_)
        | Event::SoftBreak
        | Event::HardBreak
        | Event::FootnoteReference(_)
        | Event::TaskListMarker(_)
        | Event::InlineHtml(_) => true,
        Event::Start(tag) => {
            matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough)
        }
        _ => false,
    }
}

/// Whether a link may lead to an address: of a page, of mail, of a place in the page or in the site, but never of a
/// script.
fn is_safe(url: &str) -> bool {
    let schemes = ["https://", "http://", "mailto:"];
    let has_scheme = url.split(['/', '?', '#']).next().is_some_and(|head| head.contains(':'));
    schemes.iter().any(|scheme| url.starts_with(scheme)) || (!has_scheme && !url.starts_with("//"))
}
