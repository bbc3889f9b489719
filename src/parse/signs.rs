//! Signs of the authors' texts beyond Latin-1: which further signs the pages need, and those that no face draws.

use super::draft::{NarrativeDraft, Signs};
use super::yaml::{Node, Tree};
use crate::data::prose::{Block, Inline};
use crate::diag::{Code, Diagnostic, Term};
use crate::face::draws;
use crate::files::{FileId, Source, Span};
use crate::words;

impl Signs {
    /// Adds those of a YAML file: comments are nobody's to draw.
    pub fn of_yaml(&mut self, source: &Source, node: &Node) {
        if may_have(source, '\\') {
            self.node(source, node);
        }
    }

    /// Adds those of a file that are not seen themselves and change how words are shown: they turn their order, or end a
    /// text. The first is told.
    pub fn controls(&mut self, file: FileId, source: &Source) {
        if let Some((at, sign)) = source.text.char_indices().find(|(_, sign)| is_control(*sign)) {
            let code = format!("U+{:04X}", u32::from(sign));
            let message = words!(
                "a sign stands here that is not seen and changes what is, {code}",
                "qui c’è un segno che non si vede e altera ciò che si legge, {code}"
            );
            let hint = words!("take it away: write these words again", "toglilo: riscrivi queste parole");
            let at = Span::new(file, at, at + sign.len_utf8());
            self.undrawn.push(Diagnostic::new(Code::UndrawnSign, at, message, hint));
        }
    }

    /// Adds those of a CSV file, a cell a text.
    pub fn of_csv(&mut self, file: FileId, source: &Source) {
        if !may_have(source, '\0') {
            return;
        }
        let mut start = 0;
        for line in source.text.split_inclusive('\n') {
            let mut at = start;
            for cell in line.split_inclusive(',').filter(|_| !line.trim_start().starts_with('#')) {
                self.text(source, Span::new(file, at, at + cell.len()), cell);
                at += cell.len();
            }
            start += line.len();
        }
    }

    /// Adds those of narrative, a slide a text.
    pub fn of_narrative(&mut self, source: &Source, narrative: &NarrativeDraft) {
        if !may_have(source, '&') && !may_have(source, '\\') {
            return;
        }
        let whole = Span::top(narrative.file);
        narrative
            .kicker
            .iter()
            .for_each(|kicker| self.text(source, Span { end: source.text.len() as u32, ..whole }, kicker));
        let mut passages = narrative.passages.iter().peekable();
        while let Some(passage) = passages.next() {
            let end = passages.peek().map_or(source.text.len() as u32, |next| next.at.start);
            let mut words = String::new();
            inlines(&passage.title, &mut words);
            blocks(&passage.blocks, &mut words);
            passage.speaker_notes.iter().for_each(|note| inlines(note, &mut words));
            self.text(source, Span { end: end.max(passage.at.end), ..passage.at }, &words);
        }
    }

    /// Adds the signs of other texts to these.
    pub fn and(&mut self, others: Signs) {
        self.blocks = self.blocks.and(others.blocks);
        self.undrawn.extend(others.undrawn);
    }

    fn node(&mut self, source: &Source, node: &Node) {
        match &node.tree {
            Tree::Null => {}
            Tree::Scalar(words) => self.text(source, node.at, words),
            Tree::List(list) => list.iter().for_each(|node| self.node(source, node)),
            Tree::Map(entries) => {
                for (key, value) in entries {
                    self.blocks.add(&key.value);
                    self.node(source, value);
                }
            }
        }
    }

    /// Adds those of a text that stands within a place.
    fn text(&mut self, source: &Source, within: Span, words: &str) {
        self.blocks.add(words);
        // One fault for each kind, with the first of its signs.
        let mut kinds: Vec<(Term, Vec<char>)> = Vec::new();
        // A control has been told where it stands; written out in another way, here.
        let is_written_out = |sign: char| is_control(sign) && !source.text.contains(sign);
        let lacks = |sign: char| u32::from(sign) > 0xFF && !is_control(sign) && !draws(sign);
        for sign in words.chars().filter(|sign| lacks(*sign) || is_written_out(*sign)) {
            let kind = kind(sign);
            match kinds.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, signs)) if signs.contains(&sign) => {}
                Some((_, signs)) => signs.push(sign),
                None => kinds.push((kind, vec![sign])),
            }
        }
        self.undrawn.extend(kinds.iter().map(|(kind, signs)| undrawn(*kind, signs, place(source, within, signs[0]))));
    }
}

/// Whether a sign is not seen itself and changes how words are shown.
fn is_control(sign: char) -> bool {
    let turns = matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (sign.is_control() && !['\n', '\r', '\t'].contains(&sign))
}

/// Whether a file may have signs beyond Latin-1: as they are, or written out behind a sign.
fn may_have(source: &Source, escape: char) -> bool {
    source.text.bytes().any(|byte| byte >= 0xC4 || char::from(byte) == escape)
}

/// The place of a sign; where it is written out in another way, the first line of its text.
fn place(source: &Source, within: Span, sign: char) -> Span {
    let (start, end) = (within.start as usize, within.end as usize);
    let text = source.text.get(start..end).unwrap_or("");
    match text.find(sign) {
        Some(at) => Span::new(within.file, start + at, start + at + sign.len_utf8()),
        None => Span::new(within.file, start, start + text.lines().next().unwrap_or("").len()),
    }
}

fn undrawn(kind: Term, signs: &[char], at: Span) -> Diagnostic {
    let (sign, others) = (signs[0], signs.len() - 1);
    let code = format!("U+{:04X}", u32::from(sign));
    let message = match others {
        0 => words!(
            "`{sign}` ({code}, {kind}) is not in the faces of the program: pictures and slides would lack it",
            "`{sign}` ({code}, {kind}) non è nei caratteri del programma: immagini e diapositive ne sarebbero prive";
            kind
        ),
        _ => words!(
            "`{sign}` ({code}, {kind}) and {others} more of its kind in this text are not in the faces of the program: \
             pictures and slides would lack them",
            "`{sign}` ({code}, {kind}) e altri {others} dello stesso tipo in questo testo non sono nei caratteri del programma: \
             immagini e diapositive ne sarebbero prive";
            kind
        ),
    };
    let hint = words!(
        "say it in words, or in Latin, Greek or Cyrillic letters",
        "dillo a parole, o in lettere latine, greche o cirilliche"
    );
    Diagnostic::new(Code::UndrawnSign, at, message, hint)
}

/// What a sign is, as far as its block tells.
fn kind(sign: char) -> Term {
    let (en, it) = match u32::from(sign) {
        _ if is_control(sign) => ("a sign that is not seen", "un segno che non si vede"),
        0x3E2..=0x3EF | 0x2C80..=0x2CFF => ("a Coptic letter", "una lettera copta"),
        0x530..=0x58F => ("an Armenian letter", "una lettera armena"),
        0x590..=0x5FF | 0xFB1D..=0xFB4F => ("a Hebrew letter", "una lettera ebraica"),
        0x600..=0x8FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE => ("an Arabic letter", "una lettera araba"),
        0x900..=0xDFF => ("a letter of India", "una lettera indiana"),
        0xE00..=0xE7F => ("a Thai letter", "una lettera thailandese"),
        0x10A0..=0x10FF | 0x1C90..=0x1CBF | 0x2D00..=0x2D2F => ("a Georgian letter", "una lettera georgiana"),
        0x1100..=0x11FF | 0xAC00..=0xD7AF => ("a Korean letter", "una lettera coreana"),
        0x3040..=0x30FF => ("a Japanese letter", "una lettera giapponese"),
        0x2E80..=0x303F | 0x3100..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => {
            ("a Chinese or Japanese sign", "un segno cinese o giapponese")
        }
        0xE000..=0xF8FF | 0xF0000..=0x10FFFF => ("of private use", "di uso privato"),
        0xFF00..=0xFFEF => ("a sign of full width", "un segno a larghezza piena"),
        0x1D400..=0x1D7FF => ("a letter of formulas", "una lettera da formule"),
        0x2300..=0x2BFF | 0x1F000..=0x1FAFF => ("an emoji or pictogram", "un’emoji o un pittogramma"),
        _ => ("a sign of another script", "un segno di un’altra scrittura"),
    };
    Term::new(en, it)
}

fn inlines<V>(parts: &[Inline<V>], words: &mut String) {
    for part in parts {
        match part {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::Strong(parts) | Inline::Emphasis(parts) | Inline::Link(_, parts) => inlines(parts, words),
            Inline::Value(_) | Inline::Break => {}
        }
    }
}

fn blocks<V>(all: &[Block<V>], words: &mut String) {
    for block in all {
        match block {
            Block::Paragraph(parts) | Block::Heading(_, parts) => inlines(parts, words),
            Block::List(_, items) => items.iter().for_each(|item| blocks(item, words)),
            Block::Callout(_, inner) | Block::Quote(inner) => blocks(inner, words),
            Block::Table(_, head, rows) => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| inlines(cell, words));
            }
        }
    }
}
