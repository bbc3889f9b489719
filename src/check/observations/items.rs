//! Values by item, with those that are left to the table.

use super::context::Written;
use super::one_file::OneFile;
use super::value::place;
use crate::check::checked::Body;
use crate::check::unknown::twice;
use crate::data::observation::Observation;
use crate::data::period::Period;
use crate::diag::{Code, Diagnostic};
use crate::files::Span;
use crate::parse::draft::{Others, ValueDraft};
use crate::words;

impl OneFile<'_> {
    /// Reads the values by item, in the order in which the definition lists its items.
    pub(super) fn items(
        &self,
        definition: usize,
        period: Period,
        written: &mut Written,
        faults: &mut Vec<Diagnostic>,
    ) -> Body {
        let items = self.indicator.items_of(definition);
        let of = Some(self.context.territories.len() as u32);
        let mut found: Vec<Option<(&ValueDraft, Span)>> = vec![None; items.len()];
        let mut unknown = 0;
        for (name, value) in &self.draft.values {
            let Some(item) = self.item(name, &items, faults) else {
                unknown += 1;
                continue;
            };
            if let Some((_, first)) = found[item].replace((value, name.at)) {
                unknown += 1;
                faults.push(twice(name, first));
            }
        }
        let from_table = self.draft.others.as_ref().filter(|others| others.value == Others::Table);
        if let (Some(others), None, false) = (from_table, self.table_of(definition), self.table_in_doubt) {
            let id = &self.indicator.id;
            let (message, hint) = match self.table {
                None => (
                    words!("`{id}` has no table in this edition", "`{id}` non ha una tabella in questa edizione"),
                    words!(
                        "write `others: missing`, or add the table",
                        "scrivi `others: missing`, o aggiungi la tabella"
                    ),
                ),
                Some(_) => (
                    words!(
                        "the table of `{id}` follows another definition",
                        "la tabella di `{id}` segue un’altra definizione"
                    ),
                    words!(
                        "write `others: missing`, or the same `definition` in both files",
                        "scrivi `others: missing`, o la stessa `definition` nei due file"
                    ),
                ),
            };
            faults.push(Diagnostic::new(Code::NoData, others.at, message, hint));
        }
        let forgotten = items.iter().zip(&found).filter(|(_, value)| value.is_none());
        self.forgotten(forgotten.map(|(item, _)| item.id.as_str()), unknown, faults);
        written.values = found.iter().map(|value| value.map(|(value, _)| place(value))).collect();
        let values = found.into_iter().enumerate().map(|(column, value)| {
            let counted = self.column_count(column, definition);
            match value {
                Some((value, _)) => self.observation(value, counted, of, period, faults),
                None if from_table.is_some() => {
                    counted.map_or(Observation::missing(period), |counted| counted.observation(period))
                }
                None => Observation::missing(period),
            }
        });
        Body::Items(values.collect())
    }
}
