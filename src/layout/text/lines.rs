//! The lines into which text of several kinds breaks. As in a browser, a line ends as late as it can, after spaces and
//! where [`may_break`] allows it.

use super::ink::Ink;
use crate::face::measure;
use crate::scene::Face;
use crate::scene::page::Target;
use std::ops::Range;

/// A piece of text of one kind.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::layout) struct Run<'a> {
    /// The words.
    pub(in crate::layout) text: &'a str,
    /// Its face.
    pub(in crate::layout) face: Face,
    /// The size, in pixels.
    pub(in crate::layout) size: f64,
    /// Its colour.
    pub(in crate::layout) ink: Ink,
    /// Whether it is never broken over lines.
    pub(in crate::layout) whole: bool,
    /// The space around it, before and after together, as a part of its size.
    pub(in crate::layout) around: f64,
    /// The further space after each sign, as a part of its size.
    pub(in crate::layout) spacing: f64,
    /// Whether its letters lean.
    pub(in crate::layout) slanted: bool,
    /// Whether it stands on a ground of its own.
    pub(in crate::layout) boxed: bool,
    /// Where it leads, if it is a link.
    pub(in crate::layout) link: Option<Target>,
    /// Whether a line below it shows that it leads somewhere.
    pub(in crate::layout) underlined: bool,
}

/// The part of a run that stands on a line.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::layout) struct Piece {
    /// The place of its run among the runs of the text.
    pub(in crate::layout) run: usize,
    /// Its bytes within the text of the run.
    pub(in crate::layout) bytes: Range<usize>,
    /// Its width as measured, in pixels.
    pub(in crate::layout) width: f64,
}

impl<'a> Run<'a> {
    /// Words that do not lead anywhere, on no ground of their own; `size` is in pixels.
    pub(in crate::layout) fn new(text: &'a str, face: Face, size: f64, ink: Ink) -> Run<'a> {
        Run {
            text,
            face,
            size,
            ink,
            whole: false,
            around: 0.0,
            spacing: 0.0,
            slanted: false,
            boxed: false,
            link: None,
            underlined: true,
        }
    }

    /// The run with further space after each sign, as a part of its size.
    pub(in crate::layout) fn spaced(self, spacing: f64) -> Run<'a> {
        Run { spacing, ..self }
    }

    /// The width of the run on one line, in pixels, measured without kerning.
    pub(in crate::layout) fn width(&self) -> f64 {
        self.part(self.text) + self.around * self.size
    }

    /// The width of the run on one line, in pixels, as a browser sets it: with kerning.
    pub(in crate::layout) fn set_width(&self) -> f64 {
        self.drawn(self.text) + self.around * self.size
    }

    fn part(&self, text: &str) -> f64 {
        let spaces = if self.spacing == 0.0 { 0.0 } else { self.spacing * self.size * text.chars().count() as f64 };
        measure(self.face, self.size, text) + spaces
    }

    /// The space before the words, in pixels.
    pub(in crate::layout) fn padding(&self) -> f64 {
        self.around * self.size / 2.0
    }

    /// Whether the run is words alone, with neither a ground nor a link to be placed.
    pub(in crate::layout) fn is_plain(&self) -> bool {
        self.link.is_none() && !self.boxed
    }
}

impl Piece {
    /// The space before and after the words of the piece, in pixels, where its run begins and ends in it.
    pub(in crate::layout) fn around(&self, runs: &[Run]) -> (f64, f64) {
        let run = &runs[self.run];
        let side = |is_end: bool| if is_end { run.padding() } else { 0.0 };
        (side(self.bytes.start == 0), side(self.bytes.end == run.text.len()))
    }

    /// The words of the piece, in which each white space is one plain space.
    pub(in crate::layout) fn text(&self, runs: &[Run]) -> String {
        let text = &runs[self.run].text[self.bytes.clone()];
        let mut words = String::with_capacity(text.len());
        for sign in text.chars() {
            let space = sign.is_ascii_whitespace() || sign == '\u{a0}';
            match space {
                true if sign != '\u{a0}' && words.ends_with(' ') => {}
                true => words.push(' '),
                false => words.push(sign),
            }
        }
        words
    }
}

/// Breaks `runs` in a width and hands each line on; returns how many lines there are, at least one.
pub(in crate::layout) fn break_lines(runs: &[Run], width: f64, each: &mut dyn FnMut(&[Piece])) -> usize {
    let mut lines = Lines { count: 1, used: 0.0, line: Vec::new(), word: Vec::new(), space: None, width, runs, each };
    let mut before = Before::default();
    for (index, run) in runs.iter().enumerate() {
        let mut from = 0;
        let padding = run.padding();
        if padding > 0.0 {
            lines.add(index, 0..0, padding);
        }
        for piece in pieces(run, &mut before) {
            let bytes = from..from + piece.text.len();
            from = bytes.end;
            if piece.text == "\n" && !run.whole {
                lines.end();
            } else if piece.is_space {
                lines.gap(index, bytes, run.part(" "));
            } else {
                if piece.is_free {
                    lines.place();
                }
                lines.add(index, bytes, run.part(piece.text));
            }
        }
        if padding > 0.0 {
            lines.add(index, from..from, padding);
        }
    }
    lines.place();
    lines.finish()
}

/// How many lines `runs` break into in a width, at least one.
pub(in crate::layout) fn count_lines(runs: &[Run], width: f64) -> usize {
    let ends = |run: &Run| !run.whole && run.text.contains('\n');
    let whole: f64 = runs.iter().map(Run::width).sum();
    // Most texts are well within one line, which their width alone tells.
    match whole < width * (1.0 - KERNED) && !runs.iter().any(ends) {
        true => 1,
        false => break_lines(runs, width, &mut |_| {}),
    }
}

/// The width of the longest part that does not break, in pixels.
pub(in crate::layout) fn widest_word(runs: &[Run]) -> f64 {
    let (mut widest, mut word) = (0.0, 0.0);
    let mut before = Before::default();
    for run in runs {
        word += run.padding();
        for piece in pieces(run, &mut before) {
            match (piece.is_space, piece.is_free) {
                (true, _) => word = 0.0,
                (_, true) => word = run.drawn(piece.text),
                _ => word += run.drawn(piece.text),
            }
            widest = f64::max(widest, word);
        }
        word += run.padding();
    }
    widest
}

/// The least width in which `runs` take as many lines as in the whole width, in pixels. A title of several lines set in
/// it does not leave its last word alone.
pub(in crate::layout) fn balanced(runs: &[Run], width: f64) -> f64 {
    let count = count_lines(runs, width);
    if count == 1 {
        return width;
    }
    let (mut narrow, mut wide) = (widest_word(runs).min(width), width);
    while wide - narrow > 1.0 {
        let middle = (narrow + wide) / 2.0;
        if count_lines(runs, middle) > count { narrow = middle } else { wide = middle }
    }
    wide
}

/// Text while it is broken: a word waits until it is known to be complete, a space until something follows it.
struct Lines<'s> {
    count: usize,
    used: f64,
    line: Vec<Piece>,
    word: Vec<Piece>,
    space: Option<Piece>,
    width: f64,
    runs: &'s [Run<'s>],
    each: &'s mut dyn FnMut(&[Piece]),
}

impl Lines<'_> {
    fn add(&mut self, run: usize, bytes: Range<usize>, width: f64) {
        append(&mut self.word, Piece { run, bytes, width });
    }

    /// Adds the word that waits, which is complete, to a line.
    fn place(&mut self) {
        let word: f64 = self.word.iter().map(|piece| piece.width).sum();
        if self.word.is_empty() {
            return;
        }
        let space = self.space.as_ref().map_or(0.0, |space| space.width);
        if self.used > 0.0 && !self.holds(self.used + space + word) {
            self.break_here();
        }
        if let Some(space) = self.space.take()
            && self.used > 0.0
        {
            self.used += space.width;
            append(&mut self.line, space);
        }
        if !self.holds(self.used + word) {
            return self.force();
        }
        self.used += word;
        for piece in self.word.drain(..) {
            append(&mut self.line, piece);
        }
    }

    /// Whether the line has room for the word that waits. With kerning, as browsers set them, words are a little
    /// narrower and seldom wider; they are measured so where that decides.
    fn holds(&self, width: f64) -> bool {
        if (width - self.width).abs() > KERNED * self.width {
            return width <= self.width;
        }
        let pieces = self.line.iter().chain(&self.space).chain(&self.word);
        let mut all: Vec<Piece> = Vec::new();
        pieces.for_each(|piece| append(&mut all, piece.clone()));
        let set = |piece: &Piece| {
            let (before, after) = piece.around(self.runs);
            before + self.runs[piece.run].drawn(&piece.text(self.runs)) + after
        };
        all.iter().map(set).sum::<f64>() <= self.width
    }

    /// Breaks a word that is longer than a line sign by sign.
    fn force(&mut self) {
        for piece in std::mem::take(&mut self.word) {
            let run = &self.runs[piece.run];
            if piece.bytes.is_empty() {
                self.used += piece.width;
                append(&mut self.line, piece);
                continue;
            }
            for (at, sign) in run.text[piece.bytes.clone()].char_indices() {
                let bytes = piece.bytes.start + at..piece.bytes.start + at + sign.len_utf8();
                let width = run.part(&run.text[bytes.clone()]);
                if self.used > 0.0 && self.used + width > self.width {
                    self.break_here();
                }
                self.used += width;
                append(&mut self.line, Piece { run: piece.run, bytes, width });
            }
        }
    }

    /// Ends the word at a place where a line may end.
    fn gap(&mut self, run: usize, bytes: Range<usize>, width: f64) {
        self.place();
        if self.space.is_none() && !self.line.is_empty() {
            self.space = Some(Piece { run, bytes, width });
        }
    }

    /// Ends the line at a place where it must end.
    fn end(&mut self) {
        self.place();
        self.break_here();
    }

    fn break_here(&mut self) {
        // The space that parts two words stays with the first, unseen.
        if let Some(space) = self.space.take() {
            append(&mut self.line, Piece { width: 0.0, ..space });
        }
        (self.each)(&self.line);
        self.line.clear();
        self.count += 1;
        self.used = 0.0;
    }

    fn finish(self) -> usize {
        (self.each)(&self.line);
        self.count
    }
}

/// Adds a piece, joined to the one before it where it continues that.
fn append(pieces: &mut Vec<Piece>, piece: Piece) {
    match pieces.last_mut() {
        Some(last) if last.run == piece.run && last.bytes.end == piece.bytes.start => {
            last.bytes.end = piece.bytes.end;
            last.width += piece.width;
        }
        _ => pieces.push(piece),
    }
}

/// How much kerning changes a width at most, as a part of it.
const KERNED: f64 = 0.04;

/// A part of a run that does not break.
struct Unbroken<'a> {
    text: &'a str,
    /// Whether it is white space.
    is_space: bool,
    /// Whether a line may end before it, though no space stands there.
    is_free: bool,
}

/// The last two signs that were read.
#[derive(Clone, Copy, Default)]
struct Before(Option<char>, Option<char>);

/// Whether a line may end between two signs that are no spaces; `earlier` stands before them. This is done as Chromium
/// does it, which has a table of its own for ASCII and follows Unicode elsewhere.
fn may_break(earlier: Option<char>, before: char, next: char) -> bool {
    let opens = matches!(next, '(' | '[' | '{' | '<');
    let closes = matches!(
        next,
        '!' | ')'
            | ','
            | '.'
            | '/'
            | ':'
            | ';'
            | '?'
            | ']'
            | '}'
            | '»'
            | '«'
            | '”'
            | '“'
            | '’'
            | '‘'
            | '–'
            | '…'
            | '‐'
            | '\''
            | '\u{a0}'
            | '\u{202f}'
            | '\u{2060}'
            | '\u{2011}'
    );
    match before {
        '-' if next.is_ascii_digit() => earlier.is_some_and(|sign| sign.is_ascii_alphanumeric()),
        '-' => !closes && next != '$',
        '–' | '‐' | '—' | '…' | '?' => !(closes || matches!(next, '"' | '-' | '|')),
        '/' | '|' | '}' | '!' if !next.is_ascii() => !closes,
        '!' | '"' | '#' | '%' | '&' | ')' | '*' | '+' | ',' | '.' | ':' | ';' | '=' | '>' | '\\' | ']' | '|' | '}'
        | '~' => opens || next == '—',
        '(' | '[' | '{' | '\'' | '«' | '»' | '“' | '”' | '‘' | '’' | '\u{a0}' | '\u{202f}' | '\u{2060}' => {
            false
        }
        _ => next == '—',
    }
}

/// The parts of a run that do not break: spaces, line ends and what stands between them, cut where a line may end.
fn pieces<'a>(run: &Run<'a>, last: &mut Before) -> impl Iterator<Item = Unbroken<'a>> {
    let mut rest = run.text;
    let whole = run.whole;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let is_space = !whole && first.is_ascii_whitespace();
        let is_free = last.1.is_some_and(|before| !is_space && may_break(last.0, before, first));
        let mut end = first.len_utf8();
        if is_space {
            *last = Before::default();
            let is_end = |sign: char| !sign.is_ascii_whitespace() || sign == '\n';
            end = if first == '\n' { 1 } else { rest.find(is_end).unwrap_or(rest.len()) };
        } else {
            *last = Before(last.1, Some(first));
            for (at, sign) in rest.char_indices().skip(1) {
                let before = last.1.unwrap_or(first);
                if !whole && (sign.is_ascii_whitespace() || may_break(last.0, before, sign)) {
                    break;
                }
                end = at + sign.len_utf8();
                *last = Before(last.1, Some(sign));
            }
        }
        let (text, after) = rest.split_at(end);
        rest = after;
        Some(Unbroken { text, is_space, is_free })
    })
}

#[cfg(test)]
mod tests {
    use super::{Run, balanced, break_lines};
    use crate::face::measure;
    use crate::layout::text::ink::Ink;
    use crate::scene::Face;
    use proptest::prelude::*;

    fn run(text: &str) -> Run<'_> {
        Run::new(text, Face::Sans, 20.0, Ink::Text)
    }

    fn lines(runs: &[Run], width: f64) -> Vec<String> {
        let mut lines = Vec::new();
        break_lines(runs, width, &mut |line| lines.push(line.iter().map(|piece| piece.text(runs)).collect()));
        lines
    }

    #[test]
    fn lines_end_after_spaces_and_hyphens_and_where_the_author_says() {
        let bold = Run { face: Face::SansBold, ..run("Friuli-Venezia Giulia") };
        let runs = [run("il "), bold, run(", e\nbasta")];
        assert_eq!(lines(&runs, 100.0), ["il Friuli-", "Venezia ", "Giulia, e", "basta"]);
    }

    #[test]
    fn a_number_stays_whole_and_a_word_longer_than_a_line_is_cut() {
        let value = Run { whole: true, ..run("1 234 567") };
        assert_eq!(lines(&[run("sono "), value], 100.0), ["sono ", "1 234 567"]);
        assert_eq!(lines(&[run("sono "), run("88\u{a0}punti in più")], 100.0), ["sono ", "88 punti in ", "più"]);
        assert_eq!(lines(&[run("www.salute.gov.it")], 80.0).concat(), "www.salute.gov.it");
    }

    #[test]
    fn a_balanced_title_has_as_many_lines_and_no_last_word_alone() {
        let title = [run("Il Fascicolo Sanitario Elettronico nelle Regioni italiane")];
        let wide = measure(Face::Sans, 20.0, "Il Fascicolo Sanitario Elettronico nelle Regioni ");
        assert_eq!(lines(&title, wide)[1], "italiane");
        assert_eq!(
            lines(&title, balanced(&title, wide)),
            ["Il Fascicolo Sanitario Elettronico ", "nelle Regioni italiane"]
        );
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_wide(text in "[a-zàè\u{a0}' -]{0,90}", width in 30.0..300.0) {
            let runs = [run(&text)];
            let lines = lines(&runs, width);
            let solid = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(solid(&lines.concat()), solid(&text));
            prop_assert!(lines.iter().all(|line| run(line.trim_end_matches(' ')).drawn(line.trim_end_matches(' ')) <= width + 1e-6));
        }
    }
}
