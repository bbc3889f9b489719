//! Colours of words and shapes by what they are for, before a palette gives them.

/// A colour, by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::layout) enum Ink {
    /// Text.
    Text,
    /// Lesser text.
    Quiet,
    /// Titles and heads.
    Accent,
    /// The marks of figures.
    Mark,
    /// Rules and gridlines.
    Grid,
    /// The ground of boxes.
    Panel,
    /// The ground of pages.
    Paper,
    /// The ground of slides with a title alone.
    Banner,
    /// Words on that ground.
    OnBanner,
    /// Lesser words on that ground.
    FaintOnBanner,
}
