//! The seven layouts on which slides stand.

use crate::lang::OfficeWords;

/// The layouts of slides, in the order of their files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The opening of the talk.
    Title,
    /// Narrative: paragraphs, lists, boxes and quotes.
    Text,
    /// A figure, with its measure above it and its source at the foot.
    Figure,
    /// A divider, with which a group of figures begins.
    Section,
    /// An address, or a sentence, shown large.
    Statement,
    /// The end of the talk.
    Closing,
    /// A title, below which the slide has shapes of its own.
    TitleOnly,
}

/// All layouts, in the order of their files.
pub(super) const LAYOUTS: [Layout; 7] = [
    Layout::Title,
    Layout::Text,
    Layout::Figure,
    Layout::Section,
    Layout::Statement,
    Layout::Closing,
    Layout::TitleOnly,
];

impl Layout {
    /// The number of its file, from 1.
    pub fn number(self) -> usize {
        LAYOUTS.iter().position(|layout| *layout == self).unwrap_or_default() + 1
    }

    /// The name that Office shows for it, in the language of the file.
    pub(super) fn name(self, words: &OfficeWords) -> &'static str {
        match self {
            Layout::Title => words.title_slide,
            Layout::Text => words.title_and_text,
            Layout::Figure => words.figure,
            Layout::Section => words.section,
            Layout::Statement => words.statement,
            Layout::Closing => words.closing,
            Layout::TitleOnly => words.title_only,
        }
    }

    /// The element that says what the colours of the theme mean on it: on a dark ground links are light.
    pub fn colors(self) -> &'static str {
        match self {
            Layout::Closing => {
                "<a:overrideClrMapping bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" \
                 accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"lt1\" folHlink=\"lt1\"/>"
            }
            _ => "<a:masterClrMapping/>",
        }
    }

    /// The attribute `type`, by which the format knows a usual layout; empty where it has no word for this one.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Layout::Title => " type=\"title\"",
            Layout::Text => " type=\"obj\"",
            Layout::Section => " type=\"secHead\"",
            Layout::TitleOnly => " type=\"titleOnly\"",
            Layout::Figure | Layout::Statement | Layout::Closing => "",
        }
    }

    /// The colour of its ground, by its name in the theme of the file; none where the ground is that of the master, and
    /// only there the shapes of the master are shown.
    pub(super) fn ground(self) -> Option<&'static str> {
        match self {
            Layout::Title | Layout::Closing => Some("tx2"),
            Layout::Section => Some("bg2"),
            Layout::Text | Layout::Figure | Layout::Statement | Layout::TitleOnly => None,
        }
    }
}
