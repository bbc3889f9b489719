//! What a theme allows where a text does not fit its slide at the smallest usual size.

/// A step that is tried. Without any, such a text is a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// A size below 24 of the 720 pixels of a slide's height, which is pointed out.
    Small,
    /// Further slides: "(1 di 2)".
    Split,
}

impl Fit {
    /// All of them.
    pub const ALL: [Fit; 2] = [Fit::Small, Fit::Split];

    /// Its word in theme.yaml.
    pub const fn word(self) -> &'static str {
        match self {
            Fit::Small => "small",
            Fit::Split => "split",
        }
    }
}
