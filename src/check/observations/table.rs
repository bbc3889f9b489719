//! The table of an indicator: which territory has which item.

use super::context::Written;
use super::lacking::no_source;
use super::one_file::OneFile;
use crate::check::checked::Body;
use crate::check::unknown::{one_more_unknown, twice};
use crate::data::indicator::Item;
use crate::data::observation::Cell;
use crate::diag::{Code, Diagnostic, count_many};
use crate::files::Span;
use crate::parse::draft::RowDraft;
use crate::words;

impl OneFile<'_> {
    /// Reads the table: a row for each territory, a cell for each item of the definition.
    pub(super) fn table(&self, definition: usize, written: &mut Written, faults: &mut Vec<Diagnostic>) -> Body {
        let all = self.context.territories;
        let items = self.indicator.items_of(definition);
        let mut found: Vec<Option<(&RowDraft, Span)>> = vec![None; all.len()];
        let mut unknown = 0;
        for (name, row) in &self.draft.rows {
            count_many(faults);
            match all.known(&name.value) {
                None => {
                    unknown += 1;
                    one_more_unknown(name, unknown, all, faults);
                }
                Some(None) => {
                    let message = words!(
                        "a table has no national row: it is counted",
                        "una tabella non ha la riga nazionale: si ricava contando"
                    );
                    let hint = words!("take this row away", "togli questa riga");
                    faults.push(Diagnostic::new(Code::UnknownTerritory, name.at, message, hint));
                }
                Some(Some(id)) => {
                    if let Some((_, first)) = found[usize::from(id.0)].replace((row, name.at)) {
                        unknown += 1;
                        faults.push(twice(name, first));
                    }
                }
            }
        }
        let forgotten = all.iter().filter(|(id, _)| found[usize::from(id.0)].is_none());
        self.forgotten(forgotten.map(|(_, territory)| territory.name.as_str()), unknown, faults);
        // A table in which nothing is given yet has nobody to name.
        let is_given = |row: &RowDraft| {
            row.others.iter().chain(row.cells.iter().map(|(_, cell)| &cell.value)).any(|cell| *cell != Cell::Missing)
        };
        if self.draft.source.is_none() && self.draft.rows.iter().any(|(_, row)| is_given(row)) {
            faults.push(no_source(self.draft.indicator.at));
        }
        written.values = found.iter().map(|row| row.map(|(_, at)| at)).collect();
        // The columns of a CSV are the same in every row: an unknown one is said once.
        let mut unknown_names: Vec<Span> = Vec::new();
        let cells = found.into_iter().map(|row| match row {
            Some((row, at)) => self.cells(row, at, &items, &mut unknown_names, faults),
            None => vec![Cell::Missing; items.len()],
        });
        let cells = cells.collect();
        Body::Table { cells, source: self.draft.source.as_ref().map(|source| source.value.clone()) }
    }

    /// The cells of one row, in the order of `items`; `at` is the name of its territory. `unknown_names` are the names
    /// that have been told to be no items, and grow by those of this row.
    fn cells(
        &self,
        row: &RowDraft,
        at: Span,
        items: &[&Item],
        unknown_names: &mut Vec<Span>,
        faults: &mut Vec<Diagnostic>,
    ) -> Vec<Cell> {
        let mut own: Vec<Option<Cell>> = vec![row.others; items.len()];
        let mut named = vec![None; items.len()];
        let mut misspelt = 0;
        for (name, cell) in &row.cells {
            if unknown_names.contains(&name.at) {
                misspelt += 1;
                continue;
            }
            let Some(item) = self.item(name, items, faults) else {
                unknown_names.push(name.at);
                misspelt += 1;
                continue;
            };
            if let Some(first) = named[item].replace(name.at) {
                misspelt += 1;
                faults.push(twice(name, first));
            }
            own[item] = Some(cell.value);
        }
        let lacking: Vec<_> =
            items.iter().zip(&own).filter(|(_, cell)| cell.is_none()).map(|(item, _)| item.id.as_str()).collect();
        if lacking.len() > misspelt {
            let message = words!("this row says nothing of {}", "questa riga non dice nulla di {}", lacking.join(", "));
            let hint = words!(
                "add a cell for each, or `others: yes`, `no` or `missing`",
                "aggiungi una cella per ciascuna, o `others: yes`, `no` o `missing`"
            );
            faults.push(Diagnostic::new(Code::UnknownItem, at, message, hint));
        }
        own.into_iter().map(|cell| cell.unwrap_or(Cell::Missing)).collect()
    }
}
