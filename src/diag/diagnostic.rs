//! One fault of the author's: a code, the words underlined, what is wrong and what mends it.

use super::{Code, Words};
use crate::files::{Placed, Span};

/// Whether the site can be made all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site cannot be made.
    Fault,
    /// The site can be made, but somebody should look; when strict, this is a fault too.
    Warning,
}

/// One fault of the author's, placed in a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// Which kind of fault.
    pub code: Code,
    /// Whether it stops the build.
    pub severity: Severity,
    /// The words underlined.
    pub at: Span,
    /// What is wrong, in the author's terms.
    pub message: Words,
    /// A few words beside the underline; may be empty.
    pub label: Words,
    /// A second place that explains the first: where the name was given before.
    pub other: Option<Box<(Span, Words)>>,
    /// What to do.
    pub hint: Words,
    /// The mend, where it is sure: what to write in the place of which words.
    pub fix: Option<Fix>,
    /// How many more of its kind there are in its file, which are counted and not told.
    pub rest: u32,
}

/// A sure mend: a text in the place of some words. It never changes what a number says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fix {
    /// The words to replace; none where something is added.
    pub at: Span,
    /// What to write there.
    pub text: String,
}

impl Diagnostic {
    /// A fault with its place, its sentence and its mend.
    pub fn new(code: Code, at: Span, message: impl Into<Words>, hint: impl Into<Words>) -> Diagnostic {
        let (message, hint) = (message.into().brief(), hint.into().brief());
        Diagnostic {
            code,
            severity: Severity::Fault,
            at,
            message,
            label: Words::default(),
            other: None,
            hint,
            fix: None,
            rest: 0,
        }
    }

    /// Turns the fault into a warning: the site can be made all the same.
    #[must_use]
    pub fn warning(mut self) -> Diagnostic {
        self.severity = Severity::Warning;
        self
    }

    /// Adds a few words beside the underline.
    #[must_use]
    pub fn label(mut self, label: impl Into<Words>) -> Diagnostic {
        self.label = label.into();
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn other(mut self, at: Span, label: impl Into<Words>) -> Diagnostic {
        self.other = Some(Box::new((at, label.into())));
        self
    }

    /// Adds a sure mend.
    #[must_use]
    pub fn fix(mut self, at: Span, text: impl Into<String>) -> Diagnostic {
        self.fix = Some(Fix { at, text: text.into() });
        self
    }

    /// Adds the mend of a name that differs from a known one only by capital letters. A name that stands nowhere in the
    /// text, such as that of a file, has none.
    #[must_use]
    pub fn fix_case<'a>(self, name: &Placed<String>, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
        let folded = name.value.to_lowercase();
        let known = known.into_iter().find(|known| known.to_lowercase() == folded);
        match known.filter(|known| *known != name.value && name.at.start < name.at.end) {
            Some(known) => self.fix(name.at, known),
            None => self,
        }
    }

    /// Whether it stops the build.
    pub fn is_fault(&self) -> bool {
        self.severity == Severity::Fault
    }
}

/// Faults in the order of files and places.
pub fn in_order(faults: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut ordered: Vec<&Diagnostic> = faults.iter().collect();
    ordered.sort_by_key(|fault| (fault.at, fault.code));
    ordered
}
