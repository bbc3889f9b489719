//! One file of observations: its definition, its date, its source, and the items that it names.

use super::context::{Context, Written};
use super::exact::exact;
use crate::check::checked::Series;
use crate::check::unknown::unknown_item;
use crate::data::indicator::{Indicator, Item, Part};
use crate::data::period::{Period, Timing};
use crate::diag::{Code, Diagnostic, did_you_mean, nearest};
use crate::files::Placed;
use crate::parse::draft::{PeriodDraft, SeriesDraft};
use crate::words;

/// One file of observations, with what it is held against.
pub(super) struct OneFile<'c> {
    pub(super) draft: &'c SeriesDraft,
    pub(super) context: &'c Context<'c>,
    pub(super) indicator: &'c Indicator,
    pub(super) table: Option<&'c Series>,
    /// Whether the table, or whether there is one, could not be read as a whole.
    pub(super) table_in_doubt: bool,
}

impl OneFile<'_> {
    /// The series of the file, and where its values are written; none where its definition is not known.
    pub(super) fn checked(&self, index: usize, faults: &mut Vec<Diagnostic>) -> Option<(Series, Written)> {
        let definition = self.definition(faults)?;
        let period = match &self.draft.period {
            Some(own) => {
                self.timed(own, faults).unwrap_or_else(|| default_period(self.indicator.timing, self.context.period))
            }
            None => default_period(self.indicator.timing, self.context.period),
        };
        if let Some(source) = &self.draft.source {
            self.source(source, faults);
        }
        let file = self.draft.indicator.at;
        let mut written = Written { file, given: true, national: None, values: Vec::new() };
        let mut body = match self.draft.part.value {
            Part::Territories => self.territories(definition, period, &mut written, faults),
            Part::Items => self.items(definition, period, &mut written, faults),
            Part::Table => self.table(definition, &mut written, faults),
        };
        exact(&mut body, self.indicator.decimals);
        let note = self.draft.note.as_ref().map(|note| note.value.clone());
        Some((Series { indicator: index, definition, period, note, body }, written))
    }

    /// The place, in the list of the indicator, of the definition that the file follows.
    fn definition(&self, faults: &mut Vec<Diagnostic>) -> Option<usize> {
        let definitions = &self.indicator.definitions;
        let known = || definitions.iter().map(|definition| definition.id.as_str()).filter(|id| !id.is_empty());
        let all = known().collect::<Vec<_>>().join(", ");
        match &self.draft.definition {
            None if definitions.len() == 1 => Some(0),
            None if definitions.is_empty() => None,
            None => {
                let message = words!(
                    "`{}` has several definitions: say which this follows",
                    "`{}` ha più definizioni: di’ quale segue questo file",
                    self.indicator.id
                );
                let hint =
                    words!("add `definition: ...`, one of: {all}", "aggiungi `definition: ...`, una di queste: {all}");
                faults.push(Diagnostic::new(Code::MissingKey, self.draft.indicator.at, message, hint));
                None
            }
            Some(id) => {
                let found = definitions.iter().position(|definition| definition.id == id.value);
                if found.is_none() {
                    // None is guessed: values under another definition would be compared that are not to be.
                    let hint = match all.is_empty() {
                        true => words!(
                            "it has one definition without a name: take this key away",
                            "ha una sola definizione, senza nome: togli questa chiave"
                        ),
                        false => words!(
                            "name the one that these values follow: {all}; or declare it in indicators.yaml",
                            "indica quella che questi valori seguono: {all}; o dichiarala in indicators.yaml"
                        ),
                    };
                    let message = words!(
                        "`{}` has no definition `{}`",
                        "`{}` non ha una definizione `{}`",
                        self.indicator.id,
                        id.value
                    );
                    let fault = Diagnostic::new(Code::UnknownWord, id.at, message, hint).fix_case(id, known());
                    faults.extend((!self.context.catalogue_faulty).then_some(fault));
                }
                found
            }
        }
    }

    /// The date that a file or a value gives as its own; a fault where it does not suit the timing of the indicator.
    pub(super) fn timed(&self, own: &PeriodDraft, faults: &mut Vec<Diagnostic>) -> Option<Period> {
        let (period, at) = (own.period.value, own.period.at);
        let (message, hint) = match (self.indicator.timing, own.timing, period) {
            (Timing::Stock, Some(Timing::Flow), _) => (
                words!(
                    "`{}` is a stock: it has a date, not a window",
                    "`{}` è un dato di stock: ha una data, non una finestra di mesi",
                    self.indicator.id
                ),
                words!("write `as_of: 2024-08-31`", "scrivi `as_of: 2024-08-31`"),
            ),
            (Timing::Flow, Some(Timing::Stock), _) => (
                words!(
                    "`{}` is a flow: it has a window, not a date",
                    "`{}` è un dato di flusso: ha una finestra di mesi, non una data",
                    self.indicator.id
                ),
                words!("write `window: 2024-06/2024-08`", "scrivi `window: 2024-06/2024-08`"),
            ),
            (Timing::Stock, _, Period::Window { .. }) => (
                words!("a stock stands at one date", "un dato di stock vale a una data"),
                words!(
                    "write a day or a month: 2024-08-31, 2024-05",
                    "scrivi un giorno o un mese: 2024-08-31, 2024-05"
                ),
            ),
            (Timing::Flow, _, Period::Day(_)) => (
                words!("a flow fills whole months", "un dato di flusso copre mesi interi"),
                words!(
                    "write the first and the last month: 2024-06/2024-08",
                    "scrivi il primo e l’ultimo mese: 2024-06/2024-08"
                ),
            ),
            _ => return Some(period),
        };
        faults.push(Diagnostic::new(Code::WrongTiming, at, message, hint));
        None
    }

    /// Faults of a source that is named and not declared.
    pub(super) fn source(&self, id: &Placed<String>, faults: &mut Vec<Diagnostic>) {
        if !self.context.sourced || self.context.sources.iter().any(|source| source.id == id.value) {
            return;
        }
        let hint = match nearest(&id.value, self.context.sources.iter().map(|source| source.id.as_str())) {
            Some(name) => did_you_mean(name),
            None => words!(
                "declare it under `sources` of edition.yaml, or in sources.yaml",
                "dichiarala sotto `sources` in edition.yaml, o in sources.yaml"
            ),
        };
        let message = words!("there is no source `{}`", "non c’è nessuna fonte `{}`", id.value);
        let fault = Diagnostic::new(Code::UnknownSource, id.at, message, hint);
        faults.push(fault.fix_case(id, self.context.sources.iter().map(|source| source.id.as_str())));
    }

    /// The place of an item in the list of the definition followed.
    pub(super) fn item(&self, name: &Placed<String>, items: &[&Item], faults: &mut Vec<Diagnostic>) -> Option<usize> {
        let found = items.iter().position(|item| item.id == name.value);
        if found.is_none() && !self.context.catalogue_faulty {
            faults.push(unknown_item(name, self.indicator, items));
        }
        found
    }
}

/// A stock stands at the end of the edition's period, a flow fills it.
fn default_period(timing: Timing, edition: Period) -> Period {
    match timing {
        Timing::Stock => Period::Day(edition.end()),
        Timing::Flow => edition,
    }
}
