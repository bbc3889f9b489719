//! The formats in which figures and editions leave the site.

/// A format in which a figure or an edition leaves the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// An SVG whose words are text.
    Svg,
    /// An SVG whose words are shapes, the same in every program. The command `chart` makes it where it is given `--text
    /// outlined`.
    Outlined,
    /// A PNG.
    #[cfg(feature = "png")]
    Png,
    /// A PDF of vectors with tags, which readers of screens follow.
    #[cfg(feature = "pdf")]
    Pdf,
    /// The values as CSV, a row each.
    Csv,
    /// The values and all words as JSON.
    Json,
    /// The slides of a whole edition as PowerPoint; a figure alone does not have it.
    #[cfg(feature = "pptx")]
    Pptx,
}

impl Format {
    /// All formats that a figure can have.
    pub const ALL: &'static [Format] = &[
        Format::Svg,
        #[cfg(feature = "png")]
        Format::Png,
        #[cfg(feature = "pdf")]
        Format::Pdf,
        Format::Csv,
        Format::Json,
    ];

    /// All formats that a site can have: those of figures, and those of editions.
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

    /// The formats that a site has unless others are asked for.
    pub const SITE: [Format; 3] = [Format::Svg, Format::Csv, Format::Json];

    /// The ending of its files, without the dot.
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

    /// The word for it on the command line: its ending, except for `svg-outlined`.
    pub const fn word(self) -> &'static str {
        match self {
            Format::Outlined => "svg-outlined",
            other => other.ending(),
        }
    }

    /// Whether it is a format of single figures.
    pub fn is_of_figures(self) -> bool {
        self == Format::Outlined || Format::ALL.contains(&self)
    }

    /// The format of a figure's file, by its ending in capitals or not; `None` where it is no such ending.
    pub fn read(ending: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.ending().eq_ignore_ascii_case(ending))
    }

    /// Whether its files are texts that a person can read.
    pub fn is_text(self) -> bool {
        matches!(self, Format::Svg | Format::Outlined | Format::Csv | Format::Json)
    }
}
