//! Values by territory, with the one of the whole.

use super::context::Written;
use super::one_file::OneFile;
use super::value::place;
use crate::check::checked::Body;
use crate::check::unknown::{one_more_unknown, twice};
use crate::data::indicator::Kind;
use crate::data::observation::Observation;
use crate::data::period::Period;
use crate::data::territory::Territories;
use crate::diag::{Code, Diagnostic, count_many};
use crate::files::Span;
use crate::parse::draft::ValueDraft;
use crate::words;

impl OneFile<'_> {
    /// Reads the values by territory, in geographic order, with the one of the whole.
    pub(super) fn territories(
        &self,
        definition: usize,
        period: Period,
        written: &mut Written,
        faults: &mut Vec<Diagnostic>,
    ) -> Body {
        let all = self.context.territories;
        let total = self.indicator.definitions[definition].total;
        let mut national = self.draft.national.as_ref();
        let mut national_at = national.map(|national| national.at);
        let mut found: Vec<Option<(&ValueDraft, Span)>> = vec![None; all.len()];
        let mut unknown = 0;
        for (name, value) in &self.draft.values {
            let first = match all.known(&name.value) {
                None => {
                    unknown += 1;
                    one_more_unknown(name, unknown, all, faults);
                    continue;
                }
                Some(None) => {
                    let first = national_at;
                    national = Some(value);
                    national_at = Some(name.at);
                    first
                }
                Some(Some(id)) => {
                    let place = &mut found[usize::from(id.0)];
                    let first = place.map(|(_, at)| at);
                    *place = Some((value, name.at));
                    first
                }
            };
            // What stands twice may be meant for what is not there.
            unknown += usize::from(first.is_some());
            faults.extend(first.map(|first| twice(name, first)));
            count_many(faults);
        }
        if national.is_none() {
            let name = &all.national().name;
            let message = words!(
                "{name} is neither given nor declared missing",
                "{name}: non c’è né un dato né la parola `missing`"
            );
            let hint = words!(
                "add `national:` with the source's value, or `national: missing`",
                "aggiungi `national:` con il valore della fonte, o `national: missing`"
            );
            faults.push(Diagnostic::new(Code::ForgottenTerritory, self.draft.indicator.at, message, hint));
        }
        let forgotten = all.iter().filter(|(id, _)| found[usize::from(id.0)].is_none());
        self.forgotten(forgotten.map(|(_, territory)| territory.name.as_str()), unknown, faults);
        written.national = national.map(place);
        written.values = found.iter().map(|value| value.map(|(value, _)| place(value))).collect();
        let national =
            national.map_or(Observation::missing(period), |value| self.observation(value, None, total, period, faults));
        let values = found.into_iter().enumerate().map(|(row, value)| match value {
            Some((value, _)) => self.observation(value, self.row_count(row, definition), total, period, faults),
            None => Observation::missing(period),
        });
        let values: Vec<Observation> = values.collect();
        if self.indicator.kind == Kind::Share {
            faults.extend(less_than_a_part(&national, &values, written, all));
        }
        Body::Territories { values, national }
    }
}

/// The whole cannot count less than one of its parts, nor be of less.
fn less_than_a_part(
    national: &Observation,
    values: &[Observation],
    written: &Written,
    all: &Territories,
) -> Option<Diagnostic> {
    // A part of another date is no part of this whole.
    let of_date = || all.iter().zip(values).enumerate().filter(|(_, (_, value))| value.period == national.period);
    let below = |of: fn(&Observation) -> Option<u32>| {
        let whole = of(national)?;
        let parts = of_date().filter_map(|(place, ((_, territory), value))| Some((of(value)?, place, &territory.name)));
        let (part, place, name) = parts.max_by_key(|(part, place, _)| (*part, std::cmp::Reverse(*place)))?;
        (part > whole).then_some((whole, part, place, name))
    };
    let (whole, part, place, name) = below(|value| value.count).or_else(|| below(|value| value.of))?;
    let national = &all.national().name;
    let message = words!(
        "{national} has {whole}, less than {name} alone, which has {part}",
        "{national} ha {whole}, meno della sola {name}, che ha {part}"
    );
    let hint = words!(
        "check both with their sources: the whole holds each of its parts",
        "controlla entrambi sulle fonti: l’insieme contiene ciascuna delle sue parti"
    );
    let fault = Diagnostic::new(Code::CountAboveTotal, written.national.unwrap_or(written.file), message, hint);
    Some(fault.other(written.at(place), words!("the part", "la parte")))
}
