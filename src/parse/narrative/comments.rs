//! Comments: what is said beside the text, to the speaker and to the tool. All other HTML is refused.

use super::reader::Reader;
use crate::diag::{Code, Diagnostic, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::parse::expression;
use crate::words;
use pulldown_cmark::Event;
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

impl<'t, I: Iterator<Item = (Event<'t>, Range<usize>)>> Reader<'t, '_, I> {
    /// Reads HTML that is one comment or more; anything else is a fault.
    pub(super) fn html(&mut self, range: Range<usize>) {
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

    /// Adds the fault of `<!--` or `-->` in a text: the comment is not whole, and would be printed.
    pub(super) fn half_comments(&mut self, range: Range<usize>) {
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
}
