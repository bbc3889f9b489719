//! Percentages that an author typed: found in the text as a reader will see it, whatever its marks.

use super::draft::TypedShare;
use crate::data::number::Number;
use crate::files::{FileId, Span};
use std::ops::Range;

/// Words that make a number a percentage.
const SIGNS: [&str; 5] = ["%", "per cento", "percento", "per cent", "percent"];

/// The percentages typed in a piece of a file whose bindings are masked. Comments are passed over, but not notes for
/// the speaker, which are said aloud; addresses of links are not looked into.
pub fn shares(file: FileId, text: &str, within: Range<usize>) -> Vec<TypedShare> {
    let (signs, places) = seen(text, within);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(digit) = signs[from..].find(|sign: char| sign.is_ascii_digit()).map(|at| from + at) {
        let rest = &signs[digit..];
        let length = rest.find(|sign: char| !sign.is_ascii_digit() && !matches!(sign, ',' | '.')).unwrap_or(rest.len());
        let number = rest[..length].trim_end_matches([',', '.']);
        from = digit + number.len();
        let after = signs[from..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let in_a_word = |before: char| before.is_alphanumeric() || matches!(before, '.' | ',');
        let sign = SIGNS.into_iter().find(|sign| after.starts_with(sign));
        let (Some(sign), false) = (sign, signs[..digit].ends_with(in_a_word)) else { continue };
        from = signs.len() - after.len() + sign.len();
        let Ok(value) = Number::parse(&number.replace(',', ".")) else { continue };
        let (start, end) = (places[digit], places[from - 1] + 1);
        let line = signs[..digit].rfind('\n').map_or(0, |newline| newline + 1);
        found.push(TypedShare {
            at: Span::new(file, start, end),
            written: signs[digit..from].to_owned(),
            value,
            sentence: signs[line..].lines().next().unwrap_or("").to_owned(),
        });
    }
    found
}

/// The text without its marks, and for each of its bytes the place in the file.
fn seen(text: &str, within: Range<usize>) -> (String, Vec<usize>) {
    let (mut signs, mut places) = (String::new(), Vec::new());
    let mut at = within.start;
    while at < within.end {
        let rest = &text[at..within.end];
        let Some(sign) = rest.chars().next() else { break };
        if let Some(comment) = rest.strip_prefix("<!--") {
            let own = !comment.trim_start().to_ascii_lowercase().starts_with("note:");
            at += if own { rest.find("-->").map_or(rest.len(), |end| end + 3) } else { 4 };
            continue;
        }
        if rest.starts_with("](") {
            at += rest.find(')').map_or(rest.len(), |end| end + 1);
            continue;
        }
        let (shown, length) = match sign {
            '*' | '_' | '\\' | '`' => (None, 1),
            '&' if rest.starts_with("&nbsp;") => (Some(' '), "&nbsp;".len()),
            sign => (Some(sign), sign.len_utf8()),
        };
        if let Some(shown) = shown {
            signs.push(shown);
            places.extend((0..shown.len_utf8()).map(|byte| at + byte));
        }
        at += length;
    }
    (signs, places)
}
