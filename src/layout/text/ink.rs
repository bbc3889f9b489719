//! Colours of words and shapes by what they are for, before a palette gives them.

/// A colour by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::layout) enum Ink {
    /// Text.
    Text,
    /// Lesser text.
    Quiet,
    /// Heads.
    Accent,
    /// Marks.
    Mark,
    /// Rules.
    Grid,
    /// Boxes.
    Panel,
    /// The ground.
    Paper,
    /// The ground of titles; words on it, and lesser ones.
    Banner,
    /// Words on it.
    OnBanner,
    /// Lesser words on it.
    FaintOnBanner,
}
