//! Changes to a text at places of it: everything else stays, byte for byte.

use std::ops::Range;

/// Changes to one text, gathered in any order.
#[derive(Debug, Default)]
pub struct Changes(Vec<(Range<usize>, String)>);

impl Changes {
    /// Other words in the place of some.
    pub fn replace(&mut self, place: Range<usize>, words: impl Into<String>) {
        self.0.push((place, words.into()));
    }

    /// Words where there were none; of several at one place, the first stands first.
    pub fn insert(&mut self, place: usize, words: impl Into<String>) {
        self.0.push((place..place, words.into()));
    }

    /// The text with all changes; none where two of them meet in the same words.
    pub fn apply(mut self, text: &str) -> Option<String> {
        // What is inserted where a change begins stands before it.
        self.0.sort_by_key(|(place, _)| (place.start, place.end));
        let (mut changed, mut at) = (String::with_capacity(text.len() + 256), 0);
        for (place, words) in self.0 {
            changed.push_str(text.get(at..place.start)?);
            changed.push_str(&words);
            at = place.end;
        }
        changed.push_str(text.get(at..)?);
        Some(changed)
    }
}

/// Where the line of a place begins.
pub fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Where the words of its line end, before the line feed and carriage return.
pub fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    if text[at..end].ends_with('\r') { end - 1 } else { end }
}

/// How lines end in a text.
pub fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::Changes;

    #[test]
    fn changes_leave_all_else_as_it_is() {
        let mut changes = Changes::default();
        changes.replace(4..6, "12");
        changes.insert(6, "!");
        changes.insert(0, "# ");
        changes.insert(6, "?");
        assert_eq!(changes.apply("a:  5 \r\n").unwrap(), "# a:  12!?\r\n");
    }

    #[test]
    fn two_changes_of_the_same_words_are_refused() {
        let mut changes = Changes::default();
        changes.replace(0..3, "a");
        changes.replace(2..4, "b");
        assert_eq!(changes.apply("12345"), None);
    }
}
