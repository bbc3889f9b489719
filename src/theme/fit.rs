//! What a theme allows where a text does not fit its slide at the smallest usual size.

/// A step that is tried in turn. Where a theme allows none, a text that does not fit is a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// A text smaller than 24 of the 720 pixels of a slide's height, of which the author is warned.
    Small,
    /// Further slides, with "(1 di 2)" after the title.
    Split,
}

impl Fit {
    /// All of them.
    pub const ALL: [Fit; 2] = [Fit::Small, Fit::Split];

    /// The word for it in theme.yaml.
    pub const fn word(self) -> &'static str {
        match self {
            Fit::Small => "small",
            Fit::Split => "split",
        }
    }
}
