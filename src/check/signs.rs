//! Signs that no face of the program draws.

use crate::diag::Diagnostic;
use crate::files::Span;
use crate::parse::draft::Draft;

/// Adds the faults of signs that no face draws, but not where the words that hold them have another fault.
pub fn undrawn(draft: &Draft, faults: &mut Vec<Diagnostic>) {
    let told = |at: Span, faults: &[Diagnostic]| {
        faults.iter().any(|fault| fault.at.file == at.file && fault.at.start < at.end && at.start < fault.at.end)
    };
    let news: Vec<_> = draft.signs.undrawn.iter().filter(|fault| !told(fault.at, faults)).cloned().collect();
    faults.extend(news);
}
