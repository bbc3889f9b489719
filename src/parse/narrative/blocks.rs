//! The blocks of a slide: paragraphs, lists, quotes, boxes, tables.

use super::reader::Reader;
use crate::data::prose::{Block, Callout, Side};
use crate::diag::Code;
use crate::parse::draft::Expression;
use crate::words;
use pulldown_cmark::{Alignment, BlockQuoteKind, Event, Tag, TagEnd};
use std::ops::Range;

impl<'t, I: Iterator<Item = (Event<'t>, Range<usize>)>> Reader<'t, '_, I> {
    /// Reads one block, whose first event has been taken; none where it shows nothing.
    pub(super) fn block(&mut self, event: Event<'t>, range: Range<usize>) -> Option<Block<Expression>> {
        match event {
            Event::Start(Tag::Paragraph) => {
                let inlines = self.text_block(range);
                (!inlines.is_empty()).then_some(Block::Paragraph(inlines))
            }
            Event::Start(Tag::Heading { level, .. }) => Some(Block::Heading(level as u8, self.text_block(range))),
            Event::Start(Tag::List(start)) => {
                let mut items = Vec::new();
                while let Some((event, _)) =
                    self.events.next_if(|(event, _)| *event != Event::End(TagEnd::List(start.is_some())))
                {
                    if event == Event::Start(Tag::Item) {
                        items.push(self.blocks(TagEnd::Item));
                    }
                }
                self.events.next();
                Some(Block::List(start, items))
            }
            Event::Start(Tag::BlockQuote(kind)) => {
                let inner = self.blocks(TagEnd::BlockQuote(kind));
                let callout = match kind {
                    None => return Some(Block::Quote(inner)),
                    Some(BlockQuoteKind::Note) => Callout::Note,
                    Some(BlockQuoteKind::Tip) => Callout::Tip,
                    Some(BlockQuoteKind::Important) => Callout::Important,
                    Some(BlockQuoteKind::Warning | BlockQuoteKind::Caution) => Callout::Warning,
                };
                Some(Block::Callout(callout, inner))
            }
            Event::Start(Tag::Table(columns)) => Some(self.table(&columns)),
            Event::Start(Tag::HtmlBlock) => {
                self.html_block(range);
                None
            }
            Event::Start(Tag::CodeBlock(_)) => {
                self.fault(
                    Code::UnsupportedMarkdown,
                    range,
                    words!(
                        "a slide has no place for a block of code",
                        "in una diapositiva non c’è posto per un blocco di codice"
                    ),
                    words!(
                        "a line that begins with four spaces is code: take the spaces away",
                        "una riga che comincia con quattro spazi è codice: togli gli spazi"
                    ),
                );
                self.skip();
                None
            }
            Event::Start(Tag::FootnoteDefinition(_)) => {
                self.no_footnotes(range);
                self.skip();
                None
            }
            Event::Start(Tag::MetadataBlock(_)) => {
                self.skip();
                None
            }
            // Tight list items hold text without a paragraph.
            other => {
                let inlines = self.loose(other, range);
                (!inlines.is_empty()).then_some(Block::Paragraph(inlines))
            }
        }
    }

    /// Reads the blocks of a list item, a quote or a box, up to its end, which is taken.
    fn blocks(&mut self, end: TagEnd) -> Vec<Block<Expression>> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if event == Event::End(end) {
                break;
            }
            if event == Event::Rule {
                self.fault(
                    Code::UnsupportedMarkdown,
                    range,
                    words!("a slide cannot begin inside a list", "una diapositiva non può cominciare dentro un elenco"),
                    words!("end the list first", "chiudi prima l’elenco"),
                );
                continue;
            }
            blocks.extend(self.block(event, range));
        }
        blocks
    }

    /// Passes over the rest of a block.
    pub(super) fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    /// A table, whose first event has been taken.
    fn table(&mut self, columns: &[Alignment]) -> Block<Expression> {
        let side = |column: &Alignment| match column {
            Alignment::None | Alignment::Left => Side::Left,
            Alignment::Center => Side::Middle,
            Alignment::Right => Side::Right,
        };
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        let mut row = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableRow) => {
                    let cells = cells_of(&self.written[range.clone()]);
                    if cells != head.len() {
                        let message = words!(
                            "this row has {cells} cells, the head has {}",
                            "le celle di questa riga sono {cells}, quelle dell’intestazione {}",
                            head.len()
                        );
                        let hint = words!(
                            "one cell a column; a bar within a cell is written `\\|`",
                            "una cella per colonna; una barra dentro una cella si scrive `\\|`"
                        );
                        self.fault(Code::UnsupportedMarkdown, range, message, hint);
                    }
                }
                Event::Start(Tag::TableCell) => row.push(self.text_block(range)),
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table(columns.iter().map(side).collect(), head, rows)
    }

    /// The fault of a footnote.
    pub(super) fn no_footnotes(&mut self, range: Range<usize>) {
        let message = words!("a slide has no footnotes", "una diapositiva non ha note a piè di pagina");
        let hint =
            words!("say it in the text, or in a note for the speaker", "dillo nel testo, o in una nota per chi parla");
        self.fault(Code::UnsupportedMarkdown, range, message, hint);
    }

    /// A block of HTML, whose first event has been taken.
    fn html_block(&mut self, range: Range<usize>) {
        self.skip();
        self.html(range);
    }
}

/// How many cells a line of a table holds.
fn cells_of(line: &str) -> usize {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(line);
    let bars = line.char_indices().filter(|(at, sign)| *sign == '|' && !line[..*at].ends_with('\\'));
    bars.count() + 1
}
