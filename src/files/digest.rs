//! Digests of what goes in: two that are equal were made of the same bytes.

use super::{Source, Sources};
use std::fmt::{self, Write};

/// A digest in the making. Where one part ends and the next begins counts too, so that "ab" and "c" differ from "a" and
/// "bc".
#[derive(Clone, Debug, Default)]
pub struct Digest(blake3::Hasher);

impl Digest {
    /// Adds some bytes as one part.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    /// Adds the debug text of a value as one part.
    pub fn show(&mut self, value: &dyn fmt::Debug) {
        let mut text = String::new();
        // A string takes whatever is written to it.
        let _ = write!(text, "{value:?}");
        self.add(text.as_bytes());
    }

    /// Adds the files whose paths `asked` accepts.
    pub fn files(&mut self, sources: &Sources, asked: impl Fn(&str) -> bool) {
        sources.files.iter().filter(|file| asked(&file.path)).for_each(|file| self.file(file));
    }

    /// Adds a file: its path, its text and what is known of it besides.
    pub fn file(&mut self, file: &Source) {
        self.add(file.path.as_bytes());
        self.add(file.text.as_bytes());
        let Source { path: _, text: _, not_utf8_at, absent, unread } = file;
        self.show(&(not_utf8_at, absent, unread));
    }

    /// The digest of all that was added, in 64 hexadecimal digits.
    pub fn hex(&self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::Digest;

    #[test]
    fn where_a_part_ends_counts() {
        let of = |parts: &[&str]| {
            let mut digest = Digest::default();
            parts.iter().for_each(|part| digest.add(part.as_bytes()));
            digest.hex()
        };
        assert_eq!(of(&["ab", "c"]), of(&["ab", "c"]));
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
    }
}
