//! Which kind of file it is, told by its first bytes and not by its name.

/// A kind of file that a figure leaves in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A drawing.
    Svg,
    /// Pixels.
    Png,
    /// A page.
    Pdf,
    /// The values, row by row.
    Csv,
    /// The values and all words.
    Json,
}

impl Kind {
    /// The kind of some bytes; `None` where they are no text, and no picture that we write.
    pub fn of(bytes: &[u8]) -> Option<Kind> {
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Kind::Png);
        }
        if bytes.starts_with(b"%PDF-") {
            return Some(Kind::Pdf);
        }
        let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').trim_start();
        Some(match text.chars().next() {
            Some('<') => Kind::Svg,
            Some('{') => Kind::Json,
            _ => Kind::Csv,
        })
    }

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Kind::Svg => "svg",
            Kind::Png => "png",
            Kind::Pdf => "pdf",
            Kind::Csv => "csv",
            Kind::Json => "json",
        }
    }
}
