//! The formats in which a figure leaves the site.

/// A format. The word of the command line is the ending of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// A vector drawing.
    Svg,
    /// A picture of pixels.
    #[cfg(feature = "png")]
    Png,
    /// A page of vectors, tagged.
    #[cfg(feature = "pdf")]
    Pdf,
    /// The values, row by row.
    Csv,
    /// The values and all words.
    Json,
}

impl Format {
    /// All of them.
    pub const ALL: &'static [Format] = &[
        Format::Svg,
        #[cfg(feature = "png")]
        Format::Png,
        #[cfg(feature = "pdf")]
        Format::Pdf,
        Format::Csv,
        Format::Json,
    ];

    /// Those that a site has unless others are asked for.
    pub const SITE: [Format; 3] = [Format::Svg, Format::Csv, Format::Json];

    /// Its ending, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            #[cfg(feature = "png")]
            Format::Png => "png",
            #[cfg(feature = "pdf")]
            Format::Pdf => "pdf",
            Format::Csv => "csv",
            Format::Json => "json",
        }
    }

    /// Reads an ending, in capitals or not.
    pub fn read(ending: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.ending().eq_ignore_ascii_case(ending))
    }

    /// Whether a person can read its bytes.
    pub fn is_text(self) -> bool {
        matches!(self, Format::Svg | Format::Csv | Format::Json)
    }
}
