//! What checking a draft comes to: a site that may be used, or faults, and never both.

use super::checked::Checked;
use crate::diag::Diagnostic;

/// What checking a draft comes to. What was checked may be used only where no fault is left, and [`Outcome::sound`] is
/// how it is had.
#[must_use]
pub struct Outcome {
    checked: Option<Checked>,
    found: Vec<Diagnostic>,
}

impl Outcome {
    /// What could be checked, none where there is no site at all, and all faults and warnings.
    pub(super) fn new(checked: Option<Checked>, found: Vec<Diagnostic>) -> Outcome {
        Outcome { checked, found }
    }

    /// Changes what was found before it is decided on: warnings may become faults, and faults that do not concern what
    /// the caller is about to do may be taken away.
    pub fn sifted(mut self, sift: impl FnOnce(&mut Vec<Diagnostic>)) -> Outcome {
        sift(&mut self.found);
        self
    }

    /// What may be used, with the warnings.
    ///
    /// # Errors
    /// All faults and warnings, where one of them is a fault.
    pub fn sound(self) -> Result<(Checked, Vec<Diagnostic>), Vec<Diagnostic>> {
        match self.checked {
            Some(checked) if !self.found.iter().any(Diagnostic::is_fault) => Ok((checked, self.found)),
            _ => Err(self.found),
        }
    }

    /// All faults and warnings, for a caller that does not use what was checked.
    pub fn found(self) -> Vec<Diagnostic> {
        self.found
    }

    /// What could be checked despite its faults, and all of them: for a caller that decides by itself which of them are
    /// in its way.
    pub fn despite_faults(self) -> (Option<Checked>, Vec<Diagnostic>) {
        (self.checked, self.found)
    }
}
