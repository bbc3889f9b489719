//! The formats in which figures and editions leave the site.

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// A vector drawing.
    Svg,
    /// The same with its words as shapes; `chart` has it by `--text outlined`.
    Outlined,
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
    /// The slides of a whole edition; no figure alone has it.
    #[cfg(feature = "pptx")]
    Pptx,
}

impl Format {
    /// All that a figure can have.
    pub const ALL: &'static [Format] = &[
        Format::Svg,
        #[cfg(feature = "png")]
        Format::Png,
        #[cfg(feature = "pdf")]
        Format::Pdf,
        Format::Csv,
        Format::Json,
    ];

    /// All that a site can have: those of figures, and those of editions.
    pub const BUILD: &'static [Format] = &[
        Format::Svg,
        Format::Outlined,
        #[cfg(feature = "png")]
        Format::Png,
        #[cfg(feature = "pdf")]
        Format::Pdf,
        Format::Csv,
        Format::Json,
        #[cfg(feature = "pptx")]
        Format::Pptx,
    ];

    /// Those that a site has unless others are asked for.
    pub const SITE: [Format; 3] = [Format::Svg, Format::Csv, Format::Json];

    /// Its ending, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Outlined => "outlined.svg",
            #[cfg(feature = "png")]
            Format::Png => "png",
            #[cfg(feature = "pdf")]
            Format::Pdf => "pdf",
            Format::Csv => "csv",
            Format::Json => "json",
            #[cfg(feature = "pptx")]
            Format::Pptx => "pptx",
        }
    }

    /// The word of the command line: its ending, but for `svg-outlined`.
    pub const fn word(self) -> &'static str {
        match self {
            Format::Outlined => "svg-outlined",
            other => other.ending(),
        }
    }

    /// Whether a figure alone has it.
    pub fn is_of_figures(self) -> bool {
        self == Format::Outlined || Format::ALL.contains(&self)
    }

    /// Reads the ending of a figure's file, in capitals or not.
    pub fn read(ending: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.ending().eq_ignore_ascii_case(ending))
    }

    /// Whether a person can read its bytes.
    pub fn is_text(self) -> bool {
        matches!(self, Format::Svg | Format::Outlined | Format::Csv | Format::Json)
    }
}
