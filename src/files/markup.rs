//! Words as HTML and XML hold them.

use std::borrow::Cow;

/// Appends a text as it stands in HTML, in elements and in quoted attributes.
pub fn escape(text: &str, into: &mut String) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let written = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        into.push_str(&text[from..at]);
        into.push_str(written);
        from = at + 1;
    }
    into.push_str(&text[from..]);
}

/// A text in which each sign that XML cannot hold is a space. Every format uses it, so that all say the same.
pub fn printable(text: &str) -> Cow<'_, str> {
    let strange = |sign: char| sign < ' ' || matches!(sign, '\u{fffe}' | '\u{ffff}');
    match text.contains(strange) {
        true => Cow::Owned(text.replace(strange, " ")),
        false => Cow::Borrowed(text),
    }
}
