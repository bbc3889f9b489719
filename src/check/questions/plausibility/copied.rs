//! A file whose values are those of an older edition.

use super::asked::Asked;

use crate::check::checked::{Body, Series};
use crate::data::observation::{Cell, Observation};
use crate::diag::{Code, Diagnostic};
use crate::words;

/// Fewer values than these that are all the same may well be.
const ENOUGH: usize = 5;

impl Asked<'_> {
    /// New figures are seldom the old ones; a copied file is, also where one of its values was taken away or the
    /// national one was made new.
    pub(super) fn all_the_same(&self, faults: &mut Vec<Diagnostic>) {
        let Some(before) = self.before().next().filter(|_| self.series.note.is_none()) else { return };
        let Some((count, other_date)) = same_body(self.series, before.series) else { return };
        if count < ENOUGH || !other_date || !self.same_list(before.series) {
            return;
        }
        let edition = before.edition;
        let message = words!(
            "these {count} values are all the same as those of the edition {edition}",
            "questi {count} valori sono tutti uguali a quelli dell’edizione {edition}"
        );
        let hint = words!(
            "put the new figures in; if nothing has changed, say so in a `note` of the file",
            "inserisci i dati nuovi; se davvero non è cambiato nulla, dillo in una nota (`note`) del file"
        );
        let fault = Diagnostic::new(Code::SameAsBefore, self.written.file, message, hint).warning();
        faults.push(fault.other(before.written.file, words!("the older ones", "quelli precedenti")));
    }
}

/// How many values two series both know, where all that the newer one knows are the same, and whether some have another
/// date. The national value is not among them: it may be new, or counted anew, above values that were copied.
fn same_body(newer: &Series, older: &Series) -> Option<(usize, bool)> {
    let values = |newer: &[Observation], older: &[Observation]| {
        let known = || newer.iter().zip(older).filter(|(newer, _)| newer.value.is_some());
        let same = newer.len() == older.len() && known().all(|(newer, older)| newer.value == older.value);
        same.then(|| (known().count(), known().any(|(newer, older)| newer.period != older.period)))
    };
    match (&newer.body, &older.body) {
        (Body::Territories { values: new, .. }, Body::Territories { values: old, .. })
        | (Body::Items(new), Body::Items(old)) => values(new, old),
        (Body::Table { cells: new, .. }, Body::Table { cells: old, .. }) => {
            let lengths = |cells: &[Vec<Cell>]| cells.iter().map(Vec::len).collect::<Vec<_>>();
            let pairs = || new.iter().flatten().zip(old.iter().flatten());
            let known = || pairs().filter(|(new, _)| **new != Cell::Missing);
            let same = lengths(new) == lengths(old) && known().all(|(new, old)| new == old);
            same.then(|| (known().count(), newer.period != older.period))
        }
        _ => None,
    }
}
