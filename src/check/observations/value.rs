//! One value: its number or its count, in agreement with each other and with the table, its date and its source.

use super::counted::Counted;
use super::lacking::no_source;
use super::one_file::OneFile;
use crate::data::indicator::Kind;
use crate::data::number::Number;
use crate::data::observation::Observation;
use crate::data::period::Period;
use crate::data::status::Status;
use crate::diag::{Code, Diagnostic};
use crate::files::{Placed, Span};
use crate::parse::draft::ValueDraft;
use crate::parse::value_lacking;
use crate::words;

impl OneFile<'_> {
    /// The observation of one value, from what is written and what the table counts. `total` is of how many a count
    /// is where it does not say; `series_period` is the period of a value that has none of its own.
    pub(super) fn observation(
        &self,
        draft: &ValueDraft,
        counted: Option<Counted<'_>>,
        total: Option<u32>,
        series_period: Period,
        faults: &mut Vec<Diagnostic>,
    ) -> Observation {
        let period = match &draft.period {
            Some(own) => self.timed(own, faults).unwrap_or(series_period),
            None => series_period,
        };
        let mut observation = Observation {
            own_period: period != series_period,
            note: draft.note.as_ref().map(|note| note.value.clone()),
            ..Observation::missing(period)
        };
        if draft.todo {
            draft.source.iter().for_each(|source| self.source(source, faults));
            return observation;
        }
        let status = draft.status.map_or(Status::Normal, |status| status.value);
        if status.is_absent() {
            return self.absent(draft, status, observation, faults);
        }
        if draft.faulty {
            return observation;
        }
        let before = faults.len();
        let given = self.given(draft, total, faults);
        if faults.len() > before {
            return observation;
        }
        let Some((value, count, of)) = given else {
            // Nothing but a note: the table has the value.
            let only_a_note = draft.status.is_none() && draft.period.is_none() && draft.source.is_none();
            return match counted.filter(|_| only_a_note && observation.note.is_some()) {
                Some(counted) => Observation { note: observation.note, ..counted.observation(series_period) },
                None if only_a_note && self.table_in_doubt => observation,
                None => {
                    faults.push(value_lacking(draft.at));
                    observation
                }
            };
        };
        let counted = counted.filter(|counted| counted.period == period && !self.table_in_doubt);
        if let Some(fault) = counted.and_then(|counted| self.unlike_the_table(draft, value, counted)) {
            faults.push(fault);
            // Nothing more can be asked of it.
            return observation;
        }
        let source = draft.source.as_ref().or(self.draft.source.as_ref());
        match (&draft.source, source) {
            (Some(own), _) => self.source(own, faults),
            (None, None) => faults.push(no_source(draft.at)),
            (None, Some(_)) => {}
        }
        observation.value = Some(value);
        observation.exact = counted.filter(|_| count.is_none()).map(Counted::share);
        observation.count = count;
        observation.of = of;
        observation.status = status;
        observation.source = source.map(|source| source.value.clone());
        observation
    }

    /// The observation of a value that its status says is absent: it has a source, and neither number nor count.
    fn absent(
        &self,
        draft: &ValueDraft,
        status: Status,
        observation: Observation,
        faults: &mut Vec<Diagnostic>,
    ) -> Observation {
        if let Some(value) = &draft.value {
            let message =
                words!("a value that is `{}` has no number", "un valore che è `{}` non ha un numero", status.word());
            let hint = words!("take the number or the status away", "togli il numero o lo stato");
            faults.push(Diagnostic::new(Code::Disagreement, value.at, message, hint));
        }
        if let Some(count) = draft.count.or(draft.of) {
            let message =
                words!("a value that is `{}` has no count", "un valore che è `{}` non ha un conteggio", status.word());
            let hint = words!("take the count or the status away", "togli il conteggio o lo stato");
            faults.push(Diagnostic::new(Code::Disagreement, count.at, message, hint));
        }
        draft.source.iter().for_each(|source| self.source(source, faults));
        let source = draft.source.as_ref().map(|source| source.value.clone());
        Observation { status, source, ..observation }
    }

    /// The fault of a value that, as printed, is not the share that the table of the same date counts.
    fn unlike_the_table(&self, draft: &ValueDraft, value: Number, counted: Counted<'_>) -> Option<Diagnostic> {
        let decimals = self.indicator.decimals;
        let (given, of_table) = (value.rounded(decimals), counted.share().rounded(decimals));
        if given == of_table {
            return None;
        }
        let (count, of) = (counted.count, counted.of);
        let message = words!(
            "{given} here, but the table of the same date counts {count} of {of}: {of_table}",
            "{given} qui, ma la tabella della stessa data ne conta {count} su {of}: {of_table}"
        );
        let hint = words!(
            "mend the one that is wrong, or take the value away and explain with a `note`",
            "correggi quello sbagliato, o togli il valore e spiega con una `note`"
        );
        Some(Diagnostic::new(Code::Disagreement, draft.at, message, hint))
    }

    /// The value that is written: a share, a count of a total, or both in agreement.
    fn given(
        &self,
        draft: &ValueDraft,
        total: Option<u32>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<(Number, Option<u32>, Option<u32>)> {
        if let Some(value) = draft.value.filter(|value| !self.indicator.allows(value.value)) {
            faults.push(self.out_of_range(value));
            return None;
        }
        let Some(count) = draft.count else {
            if let (Some(of), None) = (draft.of, draft.value) {
                let message = words!("a total without a count", "un totale senza il conteggio");
                let hint = words!("add `count: ...`: how many of them", "aggiungi `count: ...`: quanti tra questi");
                faults.push(Diagnostic::new(Code::MissingKey, of.at, message, hint));
            }
            return draft.value.map(|value| (value.value, None, draft.of.map(|of| of.value)));
        };
        let Some(of) = draft.of.map(|of| of.value).or(total) else {
            let message = words!("a count without its total", "un conteggio senza il suo totale");
            let hint = words!("add `of: ...`: of how many", "aggiungi `of: ...`: su quanti");
            faults.push(Diagnostic::new(Code::MissingKey, count.at, message, hint));
            return None;
        };
        let uncapped = self.indicator.uncapped.is_some();
        let Some(share) = Number::share(count.value, of).filter(|_| uncapped || count.value <= of) else {
            let message = match of {
                0 => words!("{} of nothing is no share", "{} su zero non è una quota", count.value),
                _ => words!("{} of {of}: more than all of them", "{} su {of}: più del totale", count.value),
            };
            let hint = match (of, &self.indicator.kind) {
                (1.., Kind::Share) => words!(
                    "check `count` and `of`; where the whole is no cap, say so of the indicator: `cap: none`, and why, `because: ...`",
                    "controlla `count` e `of`; se il totale non è un limite, dillo nell’indicatore: `cap: none`, e perché, \
                     `because: ...`"
                ),
                _ => words!("check `count` and `of`", "controlla `count` e `of`"),
            };
            faults.push(Diagnostic::new(Code::CountAboveTotal, count.at, message, hint));
            return None;
        };
        let decimals = self.indicator.decimals;
        if let Some(value) = draft.value.filter(|value| value.value.rounded(decimals) != share.rounded(decimals)) {
            let shown = share.rounded(decimals);
            let message = words!(
                "{} of {of} is {shown}, not {}",
                "{} su {of} fa {shown}, non {}",
                count.value,
                value.value.to_data()
            );
            let hint = words!("write {shown}, or mend the count", "scrivi {shown}, o correggi il conteggio");
            faults.push(Diagnostic::new(Code::Disagreement, value.at, message, hint));
            return None;
        }
        Some((share, Some(count.value), Some(of)))
    }

    /// A value below nothing, or above the whole where the whole is a cap.
    fn out_of_range(&self, value: Placed<Number>) -> Diagnostic {
        let given = value.value.written();
        let message = match self.indicator.uncapped {
            None => words!("{given} is not between 0 and 100", "{given} non è tra 0 e 100"),
            Some(_) => words!("{given} is less than 0", "{given} è meno di 0"),
        };
        let hint = match self.indicator.kind {
            Kind::Share if value.value > Number::HUNDRED => words!(
                "a share is a percentage of the whole: check the figure with its source; where the whole is no cap, as of doses \
                 delivered, say so of the indicator: `cap: none`, and why, `because: ...`",
                "una quota è una percentuale del totale: controlla la cifra sulla fonte; se il totale non è un limite, come per \
                 le dosi consegnate, dillo nell’indicatore: `cap: none`, e perché, `because: ...`"
            ),
            _ => words!(
                "a share is a percentage of the whole: check the figure with its source",
                "una quota è una percentuale del totale: controlla la cifra sulla fonte"
            ),
        };
        Diagnostic::new(Code::OutOfRange, value.at, message, hint)
    }
}

/// The words of a value to underline: its number, where it has one.
pub(super) fn place(value: &ValueDraft) -> Span {
    value.value.map_or(value.at, |number| number.at)
}
