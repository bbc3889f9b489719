//! A change that readers will ask about.

use super::asked::{Asked, Place};

use crate::data::indicator::Part;
use crate::data::number::Number;
use crate::diag::{Code, Diagnostic, Words};
use crate::words;

impl Asked<'_> {
    /// A change that somebody will ask about, against the last value that may be compared.
    ///
    /// Only a note on the value answers: one on the file speaks of all of them, and was perhaps written for another.
    pub(super) fn jumps(&self, faults: &mut Vec<Diagnostic>) {
        for (place, newer) in self.observations().filter(|(_, newer)| newer.note.is_none()) {
            let Some((points, before, older)) = self.last_change(place, newer) else { continue };
            let jump = Number::from(points.rounded()).magnitude();
            let (Some(was), Some(is), true) = (older.value, newer.value, jump >= self.indicator.jump) else { continue };
            let printed = |value: Number| value.rounded(self.indicator.decimals);
            let (name, edition) = (self.name(place), before.edition);
            let (was, is, jump) = (printed(was), printed(is), jump.to_data());
            let message = words!(
                "{name}: {was} in the edition {edition}, {is} here: a jump of {jump} points",
                "{name}: {was} nell’edizione {edition}, {is} qui: un salto di {jump} punti"
            );
            let hint = self.note_on(name);
            let fault = Diagnostic::new(Code::Jump, self.at(place), message, hint);
            let other = match place {
                Place::National => before.written.national.unwrap_or(before.written.file),
                Place::At(place) => before.written.at(self.place_in(place, before.series).unwrap_or(place)),
            };
            let when = older.period.iso();
            faults.push(fault.other(other, Words::same(when)));
        }
    }

    /// How a jump is answered: what is counted from a table has a place for a note in a file of its own.
    fn note_on(&self, name: &str) -> Words {
        if self.written.given {
            return words!(
                "check both with their sources; if both are right, say so in a `note` on this value: readers will ask",
                "confronta i due valori con le fonti; se sono giusti, dillo in una nota (`note`) a questo valore: chi \
                 legge se lo chiederà"
            );
        }
        let id = &self.indicator.id;
        match self.part {
            Part::Items => words!(
                "check both tables with their sources; if both are right, say so in {id}.items.yaml: `{name}: {{ note: ... }}`, \
                 and `others: table`",
                "confronta le due tabelle con le fonti; se sono giuste, dillo in {id}.items.yaml: `{name}: {{ note: ... }}`, e \
                 `others: table`"
            ),
            _ => words!(
                "check both tables with their sources; if both are right, give the values of the territories in {id}.yaml, \
                 this one with a `note`",
                "confronta le due tabelle con le fonti; se sono giuste, scrivi i valori dei territori in {id}.yaml, questo \
                 con una nota (`note`)"
            ),
        }
    }
}
