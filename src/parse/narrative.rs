//! narrative/*.md: front matter and Markdown, cut into slides.
//!
//! Raw HTML is refused: what the pages hold is ours to answer for. Comments are the exception, for they never
//! reach a page: `<!-- note: ... -->` is the speaker's, `<!-- claim: ... -->` is what the sentence before it says,
//! `<!-- fixed: ... -->` names numbers that do not come from the data, and `<!-- steps -->` makes the items of a slide
//! appear one by one.

use super::binding;
use super::draft::{Claim, Expression, NarrativeDraft, PassageDraft};
use super::expression;
use super::fields::Fields;
use super::foreign;
use super::nesting::{Bounded, too_deep};
use super::typed;
use super::yaml;
use crate::data::prose::{Block, Callout, Inline, Side};
use crate::diag::{Code, Diagnostic, Term, Words, did_you_mean, nearest};
use crate::files::{FileId, Placed, Source, Span};
use crate::words;
use pulldown_cmark::{Alignment, BlockQuoteKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::cell::Cell;
use std::iter::Peekable;
use std::ops::Range;

/// Words that begin a comment which is read.
const COMMENTS: [&str; 5] = ["claim", "fixed", "note", "steps", "todo"];
/// What an Italian might write in their place.
const ITALIAN: [(&str, &str); 6] = [
    ("affermazione", "claim"),
    ("fissi", "fixed"),
    ("fisso", "fixed"),
    ("nota", "note"),
    ("passi", "steps"),
    ("tesi", "claim"),
];

/// Reads one file.
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

fn blank(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

struct Reader<'t, 'f, I: Iterator<Item = (Event<'t>, Range<usize>)>> {
    file: FileId,
    /// The text as written, with its bindings.
    written: &'f str,
    /// The same with its bindings masked.
    masked: &'f str,
    events: Peekable<I>,
    bindings: &'f [Expression],
    faults: &'f mut Vec<Diagnostic>,
    /// What stands beside the text of the passage being read.
    said: Said,
}

/// What stands beside the text of a passage.
#[derive(Default)]
struct Said {
    notes: Vec<Vec<Inline<Expression>>>,
    claims: Vec<(Span, Claim)>,
    fixed: Vec<Placed<String>>,
    stepwise: bool,
    /// Where the last claim ends, and what it is about.
    last_claim: Option<(usize, Span)>,
    /// The bytes of the last paragraph, list item or heading, as far as it has been read.
    within: Range<usize>,
}

impl Said {
    /// Gives all of it to a passage that is complete.
    fn of(&mut self, passage: PassageDraft) -> PassageDraft {
        let said = std::mem::take(self);
        let (claims, fixed, stepwise) = (said.claims, said.fixed, said.stepwise);
        PassageDraft { speaker_notes: said.notes, claims, fixed, stepwise, ..passage }
    }
}

impl<'t, I: Iterator<Item = (Event<'t>, Range<usize>)>> Reader<'t, '_, I> {
    fn passages(&mut self) -> Vec<PassageDraft> {
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

    fn fault(&mut self, code: Code, range: Range<usize>, message: Words, hint: Words) {
        self.faults.push(Diagnostic::new(code, Span::new(self.file, range.start, range.end), message, hint));
    }

    /// One block, whose first event has been taken.
    fn block(&mut self, event: Event<'t>, range: Range<usize>) -> Option<Block<Expression>> {
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

    /// Blocks up to an end.
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
    fn skip(&mut self) {
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

    fn no_footnotes(&mut self, range: Range<usize>) {
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

    /// One comment or more, or a fault.
    fn html(&mut self, range: Range<usize>) {
        let (mut at, end) = (range.start, range.start + self.written[range].trim_end().len());
        while at < end {
            let written = self.written;
            let rest = &written[at..end];
            let start = at + rest.len() - rest.trim_start().len();
            let close = written[start..end].strip_prefix("<!--").and_then(|rest| rest.find("-->"));
            let Some(close) = close.map(|close| start + 4 + close) else {
                if written[start..].starts_with("<!--") {
                    self.open_comment(start);
                    return;
                }
                // The end of a tag that has been told is no second fault.
                let told = |fault: &Diagnostic| fault.code == Code::RawHtml && fault.at.file == self.file;
                if written[start..].starts_with("</") && self.faults.iter().any(told) {
                    return;
                }
                let message = words!("narrative has no HTML", "la narrativa non contiene HTML");
                let hint = words!(
                    "write it in Markdown; a box is `> [!NOTE]`, a speaker's note is `<!-- note: ... -->`",
                    "scrivilo in Markdown; un riquadro è `> [!NOTE]`, una nota per chi parla è `<!-- note: ... -->`"
                );
                self.faults.push(Diagnostic::new(Code::RawHtml, Span::new(self.file, start, end), message, hint));
                return;
            };
            self.comment(start..close + 3);
            at = close + 3;
        }
    }

    /// A comment that never ends: what it says would be printed, and no claim in it tested.
    fn open_comment(&mut self, start: usize) {
        let line = self.written[start..].lines().next().unwrap_or("").trim_end().len();
        let message = words!("this comment is not closed", "questo commento non è chiuso");
        let hint = words!("close it with `-->`", "chiudilo con `-->`");
        self.fault(Code::RawHtml, start..start + line, message, hint);
    }

    /// The signs of a comment in a text, where they are none: their comment is not whole, and would be printed.
    fn half_comments(&mut self, range: Range<usize>) {
        let text = &self.written[range.clone()];
        let is_plain = |at: usize| !self.written[..at].ends_with('\\');
        let begins = text.match_indices('<').map(|(at, _)| range.start + at);
        let open = begins.into_iter().find(|at| self.written[*at..].starts_with("<!--") && is_plain(*at));
        if let Some(open) = open {
            self.open_comment(open);
        } else if let Some(at) = text.find("-->").map(|at| range.start + at).filter(|at| is_plain(*at)) {
            let message = words!("`-->` would be printed as it is typed", "`-->` si leggerebbe così com’è scritto");
            let hint = words!(
                "a comment begins with `<!--`; an arrow is →",
                "un commento comincia con `<!--`; una freccia è →"
            );
            self.fault(Code::UnsupportedMarkdown, at..at + 3, message, hint);
        }
    }

    /// A comment, with its signs.
    fn comment(&mut self, range: Range<usize>) {
        let inner = range.start + 4..range.end - 3;
        let (written, masked) = (&self.written[inner.clone()], &self.masked[inner]);
        let begins = range.start + 4 + written.len() - written.trim_start().len();
        let words = written.trim();
        if words.contains("<!--") {
            self.open_comment(range.start);
            return;
        }
        if words.eq_ignore_ascii_case("steps") {
            self.said.stepwise = true;
            return;
        }
        let (word, rest) = words.split_once(':').map_or((words, None), |(word, rest)| (word, Some(rest)));
        let Some(rest) = rest.filter(|_| COMMENTS.iter().any(|known| word.trim().eq_ignore_ascii_case(known))) else {
            self.own_comment(words, begins);
            return;
        };
        let after = begins + words.len() - rest.len();
        let word = word.trim().to_ascii_lowercase();
        if word == "note" {
            let mut words = Vec::new();
            let note = masked.split_once(':').map_or("", |(_, note)| note);
            self.text(&note.split_whitespace().collect::<Vec<_>>().join(" "), &mut words);
            self.said.notes.push(words);
        } else if word == "claim" {
            let at = Span::new(self.file, after, begins + words.len());
            let Some(sentence) = self.sentence(range.start).or_else(|| self.sentence_of_the_last(range.start)) else {
                let message =
                    words!("this claim stands behind no sentence", "questa affermazione non segue nessuna frase");
                let hint = words!(
                    "put it at the end of the sentence, or of the list item, that it is about",
                    "mettila alla fine della frase, o della voce di elenco, di cui parla"
                );
                self.faults.push(Diagnostic::new(Code::UnreadableClaim, at, message, hint));
                return;
            };
            match expression::claim(at, self.written) {
                Ok(claim) => self.said.claims.push((sentence, claim)),
                Err(fault) => self.faults.push(fault),
            }
            self.said.last_claim = Some((range.end, sentence));
            // What follows is another sentence.
            self.said.within.start = range.end.min(self.said.within.end.max(range.end));
            self.said.within.end = self.said.within.start;
        } else if word == "steps" {
            self.said.stepwise = true;
        } else if word == "fixed" {
            let mut at = after;
            for part in rest.split_inclusive([';', '\n']).flat_map(|part| part.split_inclusive(", ")) {
                let number = part.trim().trim_end_matches([',', ';']);
                let start = at + part.len() - part.trim_start().len();
                let place = Span::new(self.file, start, start + number.len());
                self.said.fixed.push(Placed::new(number.to_owned(), place));
                at += part.len();
            }
        }
    }

    /// A comment that is the author's own; unless it is one of ours with a slip of the pen, which nobody would test.
    fn own_comment(&mut self, words: &str, begins: usize) {
        let first = words.split(|sign: char| sign.is_whitespace() || sign == ':').next().unwrap_or("");
        let lower = first.to_lowercase();
        let translated = ITALIAN.iter().find(|(italian, _)| *italian == lower).map(|(_, word)| *word);
        let meant = match words[first.len()..].trim_start().starts_with(':') {
            true => translated.or_else(|| nearest(&lower, COMMENTS)),
            // Without its colon: "note to myself" is one's own.
            false if words == first && ["step", "passi", "passo"].contains(&lower.as_str()) => Some("steps"),
            false => COMMENTS.into_iter().find(|word| *word == lower && ["claim", "fixed"].contains(word)),
        };
        let Some(meant) = meant else { return };
        let at = Span::new(self.file, begins, begins + first.len());
        let message = words!(
            "a comment that begins with `{first}` is read by nobody",
            "un commento che comincia con `{first}` non lo legge nessuno"
        );
        let hint = match meant {
            "steps" => did_you_mean(meant),
            _ => words!("did you mean `{meant}:`?", "forse intendevi `{meant}:`?"),
        };
        self.faults.push(Diagnostic::new(Code::UnknownWord, at, message, hint).warning());
    }

    /// What the claim right before is about: one sentence may have several.
    fn sentence_of_the_last(&self, before: usize) -> Option<Span> {
        let (end, sentence) = self.said.last_claim?;
        self.written.get(end..before)?.trim().is_empty().then_some(sentence)
    }

    /// The sentence that ends before a place: the last one of the text block being read, or read last.
    fn sentence(&self, before: usize) -> Option<Span> {
        let within = &self.said.within;
        let text = &self.written[within.start..before.min(within.end.max(within.start))];
        let text = text.trim_end();
        // A sentence ends in a stop, a space and a capital; "n.d. in" and "P.A. di" do not.
        let mut stops = text.char_indices().filter(|(at, sign)| {
            let rest = &text[at + sign.len_utf8()..];
            let next = rest.trim_start().trim_start_matches(['*', '_', '«', '“', '"']);
            matches!(sign, '.' | '!' | '?') && rest.starts_with([' ', '\n']) && next.starts_with(char::is_uppercase)
        });
        let from = stops.next_back().map_or(0, |(at, sign)| at + sign.len_utf8());
        let from = from + text[from..].len() - text[from..].trim_start().len();
        (from < text.len()).then(|| Span::new(self.file, within.start + from, within.start + text.len()))
    }

    /// Inline text whose first event has been taken, up to the next block.
    fn loose(&mut self, first: Event<'t>, range: Range<usize>) -> Vec<Inline<Expression>> {
        let mut inlines = Vec::new();
        self.said.within = range.start..range.start;
        self.inline(first, range, &mut inlines);
        while let Some((event, range)) = self.events.next_if(|(event, _)| is_inline(event)) {
            self.inline(event, range, &mut inlines);
        }
        inlines
    }

    /// The text of a paragraph, a heading or a cell; its end is taken.
    fn text_block(&mut self, range: Range<usize>) -> Vec<Inline<Expression>> {
        self.said.within = range.start..range.start;
        self.inlines(range)
    }

    /// Inline text up to the end of what holds it; that end is taken.
    fn inlines(&mut self, _of: Range<usize>) -> Vec<Inline<Expression>> {
        let mut inlines = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, range, &mut inlines);
        }
        inlines
    }

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
                let parts = self.inlines(range);
                inlines.push(Inline::Strong(parts));
            }
            Event::Start(Tag::Emphasis) => {
                let parts = self.inlines(range);
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
                let parts = self.inlines(range);
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

    fn text(&mut self, text: &str, inlines: &mut Vec<Inline<Expression>>) {
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

/// How many cells a line of a table holds.
fn cells_of(line: &str) -> usize {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(line);
    let bars = line.char_indices().filter(|(at, sign)| *sign == '|' && !line[..*at].ends_with('\\'));
    bars.count() + 1
}

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

/// Where links may go: pages, mail, a place of the page, a place of the site. Never a script.
fn is_safe(url: &str) -> bool {
    let schemes = ["https://", "http://", "mailto:"];
    let has_scheme = url.split(['/', '?', '#']).next().is_some_and(|head| head.contains(':'));
    schemes.iter().any(|scheme| url.starts_with(scheme)) || (!has_scheme && !url.starts_with("//"))
}
