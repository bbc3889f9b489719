//! The explanation of a fault.

use crate::diag::Term;

/// What a kind of fault means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What the fault is called, in two or three words.
    pub title: Term,
    /// What the fault means, and what is right.
    pub meaning: Term,
    /// The file in which the example stands, or the command line.
    pub place: Term,
    /// Lines with the mistake.
    pub wrong: &'static str,
    /// The lines of the mistake, put right.
    pub right: &'static str,
}

/// An explanation from `[title, meaning]` in English and in Italian, the file in which the example stands, and the
/// lines of the example with the mistake and without it.
pub(super) const fn said(
    en: [&'static str; 2],
    it: [&'static str; 2],
    file: &'static str,
    lines: [&'static str; 2],
) -> Explanation {
    Explanation {
        title: Term::new(en[0], it[0]),
        meaning: Term::new(en[1], it[1]),
        place: Term::same(file),
        wrong: lines[0],
        right: lines[1],
    }
}
