//! Faults and where they stand.
//!
//! A [`Diagnostic`] is the author's: a code, the words underlined, what is wrong and what to do. The machine's
//! faults (disk full, port taken) are [`crate::disk::MachineError`]; ours are panics with a sentence.

mod code;
mod print;
mod source;

pub use code::Code;
pub use print::print;
pub use source::{FileId, Placed, Source, Sources, Span};

/// One fault of the author's, placed in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of fault.
    pub code: Code,
    /// The words underlined.
    pub at: Span,
    /// What is wrong, in the author's terms.
    pub message: String,
    /// A few words beside the underline; may be empty.
    pub label: String,
    /// A second place that explains the first: where the name was given before.
    pub other: Option<Box<(Span, String)>>,
    /// What to do.
    pub hint: String,
}

impl Diagnostic {
    /// A fault with its place, its sentence and its mend.
    pub fn new(code: Code, at: Span, message: impl Into<String>, hint: impl Into<String>) -> Diagnostic {
        Diagnostic { code, at, message: message.into(), label: String::new(), other: None, hint: hint.into() }
    }

    /// Adds a few words beside the underline.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Diagnostic {
        self.label = label.into();
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn other(mut self, at: Span, label: impl Into<String>) -> Diagnostic {
        self.other = Some(Box::new((at, label.into())));
        self
    }
}

/// The nearest of some known names, where one is near enough to be meant: "did you mean".
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase();
    known
        .into_iter()
        .map(|name| (name, strsim::damerau_levenshtein(&name.to_lowercase(), &folded)))
        .filter(|(name, distance)| *distance <= 1 + name.chars().count().min(word.chars().count()) / 4)
        .min_by_key(|(_, distance)| *distance)
        .map(|(name, _)| name)
}
