//! What a file leaves out: territories and items that are neither given nor declared missing, sources that are not
//! named.

use super::one_file::OneFile;
use crate::data::indicator::Part;
use crate::diag::{Code, Diagnostic};
use crate::files::Span;
use crate::words;

impl OneFile<'_> {
    /// What is neither given nor declared is a fault, once for all of them; but not where as many names or rows
    /// could not be read, for those may be meant.
    pub(super) fn forgotten<'n>(
        &self,
        names: impl Iterator<Item = &'n str>,
        unknown: usize,
        faults: &mut Vec<Diagnostic>,
    ) {
        let names: Vec<&str> = names.collect();
        if names.len() <= unknown + self.draft.unread || self.draft.others.is_some() {
            return;
        }
        let all = names.join(", ");
        let message = match names.len() {
            1 => words!(
                "{all} is neither given nor declared missing",
                "{all}: non c’è né un dato né la parola `missing`"
            ),
            2 | 3 => words!(
                "{all} are neither given nor declared missing",
                "{all}: non c’è né un dato né la parola `missing`"
            ),
            count if self.draft.part.value == Part::Items => words!(
                "{count} items are neither given nor declared missing: {all}",
                "{count} voci non hanno un dato né la parola `missing`: {all}"
            ),
            count => words!(
                "{count} territories are neither given nor declared missing: {all}",
                "{count} territori non hanno un dato né la parola `missing`: {all}"
            ),
        };
        let hint = if self.draft.from_csv {
            words!(
                "add their rows; where no source gives a value, write `missing`",
                "aggiungi le righe; dove nessuna fonte dà un valore, scrivi `missing`"
            )
        } else {
            words!("add them, or say `others: missing`", "aggiungi quel che manca, o scrivi `others: missing`")
        };
        faults.push(Diagnostic::new(Code::ForgottenTerritory, self.draft.indicator.at, message, hint));
    }
}

/// The fault of a value that names no source.
pub(super) fn no_source(at: Span) -> Diagnostic {
    let message = words!("this value has no source", "questo valore non ha una fonte");
    let hint =
        words!("add `source: ...` here, or for the whole file", "aggiungi `source: ...` qui, o per tutto il file");
    Diagnostic::new(Code::NoSource, at, message, hint)
}
