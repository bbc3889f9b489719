//! Lines of text: broken where the measured width ends, never cut.

use crate::face;
use crate::scene::{Anchor, Color, Face, Text};

/// How much wider another engine, or a face in the place of ours, may set a text before it meets what is beside it or
/// leaves its drawing.
const SLACK: f64 = 1.05;

/// The room that a line of text is given: its width, and somewhat more.
pub fn measure(face: Face, size: f64, text: &str) -> f64 {
    face::measure(face, size, text) * SLACK
}

/// One level line of text, as wide as our faces set it.
pub fn line(at: (f64, f64), anchor: Anchor, face: Face, size: f64, fill: Color, text: impl Into<String>) -> Text {
    let text = text.into();
    let width = face::measure(face, size, &text);
    Text { x: at.0, y: at.1, rotate: 0.0, anchor, face, size, fill, text, width }
}

/// Breaks a text into lines that are given at most `width` pixels; the first is shorter by `indent`. Lines end at spaces, where
/// no space fits in the middle of a word; a no-break space holds, and is a plain one in the lines.
pub fn wrap(face: Face, size: f64, width: f64, indent: f64, text: &str) -> Vec<String> {
    let space = measure(face, size, " ");
    let mut lines = vec![String::new()];
    let mut used = indent;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let length = measure(face, size, word);
        let gap = if lines.last().is_some_and(|line| line.is_empty()) { 0.0 } else { space };
        if used + gap + length <= width {
            extend(&mut lines, if gap > 0.0 { " " } else { "" });
            extend(&mut lines, word);
            used += gap + length;
        } else if length <= width {
            lines.push(word.to_owned());
            used = length;
        } else {
            // A word longer than a line.
            if gap > 0.0 {
                lines.push(String::new());
                used = 0.0;
            }
            for sign in word.chars() {
                let length = measure(face, size, sign.encode_utf8(&mut [0; 4]));
                if used + length > width && used > 0.0 {
                    lines.push(String::new());
                    used = 0.0;
                }
                extend(&mut lines, sign.encode_utf8(&mut [0; 4]));
                used += length;
            }
        }
    }
    lines.into_iter().map(|line| line.replace(NO_BREAK, " ")).collect()
}

/// Breaks a text into at most `count` lines, as even as can be; `None` where a line would have to be wider than
/// `width`.
pub fn balance(face: Face, size: f64, width: f64, count: usize, text: &str) -> Option<Vec<String>> {
    let whole = measure(face, size, text);
    let mut narrow = whole / count as f64;
    while narrow < width {
        let lines = wrap(face, size, narrow, 0.0, text);
        let kept = lines.iter().map(String::len).sum::<usize>() + lines.len() - 1 == text.len();
        if lines.len() <= count && kept {
            return Some(lines);
        }
        narrow += size / 2.0;
    }
    let lines = wrap(face, size, width, 0.0, text);
    (lines.len() <= count).then_some(lines)
}

/// A name that [`wrap`] does not break.
pub(super) fn unbroken(name: &str) -> String {
    name.replace(' ', NO_BREAK)
}

const NO_BREAK: &str = "\u{a0}";

fn extend(lines: &mut [String], part: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use super::{balance, measure, wrap};
    use crate::scene::Face;
    use proptest::prelude::*;

    #[test]
    fn two_lines_are_about_as_long() {
        let lines = balance(Face::Sans, 15.0, 300.0, 2, "Lettera di dimissione ospedaliera").unwrap();
        assert_eq!(lines, ["Lettera di dimissione", "ospedaliera"]);
        assert_eq!(balance(Face::Sans, 15.0, 60.0, 2, "Lettera di dimissione ospedaliera"), None);
    }

    #[test]
    fn a_long_word_leaves_a_first_line_that_has_no_room() {
        assert_eq!(wrap(Face::Sans, 16.0, 20.0, 18.0, "aè"), ["", "aè"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_wide(text in "[a-zàè' -]{0,90}", width in 20.0..300.0, indent in 0.0..20.0) {
            let lines = wrap(Face::Sans, 16.0, width, indent, &text);
            let solid = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(solid(&lines.concat()), solid(&text));
            for (index, line) in lines.iter().enumerate() {
                let before = if index == 0 { indent } else { 0.0 };
                prop_assert!(line.is_empty() || before + measure(Face::Sans, 16.0, line) <= width + 1e-6);
            }
        }
    }
}
