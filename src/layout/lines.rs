//! Lines that text of several faces breaks into, as a browser breaks it: as late as it can, after spaces and hyphens.

use crate::scene::Face;
use crate::theme::measure;

/// A piece of text in one face.
pub(super) struct Run<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// Its face.
    pub(super) face: Face,
    /// Whether it stands whole on a line.
    pub(super) whole: bool,
    /// Space around it, before and after together, as a part of its size.
    pub(super) around: f64,
}

impl Run<'_> {
    /// Its width on one line.
    pub(super) fn width(&self, size: f64) -> f64 {
        self.part(self.text, size) + self.around * size
    }

    fn part(&self, text: &str, size: f64) -> f64 {
        measure(self.face, size, text)
    }

    fn padding(&self, size: f64) -> f64 {
        self.around * size / 2.0
    }
}

/// How many lines `runs` take at a size in a width, both in pixels; at least one.
pub(super) fn break_lines(runs: &[Run], size: f64, width: f64) -> f64 {
    let mut lines = Lines { count: 1.0, used: 0.0, space: 0.0, word: 0.0, width };
    for run in runs {
        lines.word += run.padding(size);
        for piece in pieces(run) {
            match piece {
                "\n" => lines.end(),
                " " => lines.gap(run.part(" ", size)),
                word => {
                    lines.word += run.part(word, size);
                    if word.ends_with('-') {
                        lines.gap(0.0);
                    }
                }
            }
        }
        lines.word += run.padding(size);
    }
    lines.place();
    lines.count
}

/// The longest piece that does not break.
pub(super) fn widest_word(runs: &[Run], size: f64) -> f64 {
    let (mut widest, mut word) = (0.0, 0.0);
    for run in runs {
        word += run.padding(size);
        for piece in pieces(run) {
            if piece == " " || piece == "\n" {
                word = 0.0;
            } else {
                word += run.part(piece, size);
            }
            widest = f64::max(widest, word);
        }
        word += run.padding(size);
    }
    widest
}

/// Text being set: `word` waits until it is known to be whole.
struct Lines {
    count: f64,
    used: f64,
    space: f64,
    word: f64,
    width: f64,
}

impl Lines {
    /// The word so far is whole.
    fn place(&mut self) {
        if self.word == 0.0 {
            return;
        }
        if self.used > 0.0 && self.used + self.space + self.word > self.width {
            self.count += 1.0;
            self.used = 0.0;
        }
        self.used += if self.used > 0.0 { self.space + self.word } else { self.word };
        // A word longer than a line goes on in the next.
        while self.used > self.width {
            self.count += 1.0;
            self.used -= self.width;
        }
        (self.space, self.word) = (0.0, 0.0);
    }

    /// A place where a line may end.
    fn gap(&mut self, space: f64) {
        self.place();
        self.space = self.space.max(space);
    }

    /// A place where a line must end.
    fn end(&mut self) {
        self.place();
        self.count += 1.0;
        (self.used, self.space) = (0.0, 0.0);
    }
}

/// Spaces, line ends, and what stands between them, cut after hyphens between letters.
fn pieces<'a>(run: &Run<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    let mut rest = run.text;
    let whole = run.whole;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let mut end = first.len_utf8();
        if whole {
            end = rest.len();
        } else if first == '\n' {
            end = 1;
        } else if first.is_ascii_whitespace() {
            end = rest.find(|sign: char| !sign.is_ascii_whitespace() || sign == '\n').unwrap_or(rest.len());
            rest = &rest[end..];
            return Some(" ");
        } else {
            let mut before = first;
            for (at, sign) in rest.char_indices().skip(1) {
                end = at;
                if sign.is_ascii_whitespace() || (before == '-' && sign.is_alphabetic()) {
                    break;
                }
                end = at + sign.len_utf8();
                before = sign;
            }
        }
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}
