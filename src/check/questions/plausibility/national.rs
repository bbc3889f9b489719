//! The value of the whole beside those of its parts: outside their range, or not their sum.

use super::asked::{Asked, Place};

use crate::check::checked::Body;
use crate::data::indicator::Kind;
use crate::data::observation::Observation;
use crate::diag::{Code, Diagnostic, Words};
use crate::words;

impl Asked<'_> {
    /// A mean lies between the least and the greatest of what it is a mean of. Where some are missing, they may be
    /// the ones.
    pub(super) fn national_outside(&self, faults: &mut Vec<Diagnostic>) {
        let Body::Territories { national, values } = &self.series.body else { return };
        let decimals = self.indicator.decimals;
        let known: Vec<_> = values.iter().filter_map(|value| Some(value.value?.rounded(decimals))).collect();
        let (Some(value), Some(least), Some(greatest)) = (national.value, known.iter().min(), known.iter().max())
        else {
            return;
        };
        let value = value.rounded(decimals);
        if known.len() < values.len() || national.note.is_some() || (*least..=*greatest).contains(&value) {
            return;
        }
        let count = known.len();
        let message = words!(
            "the national value, {value}, is outside the range of its {count} territories, {least} to {greatest}",
            "il valore nazionale, {value}, è fuori dall’intervallo dei suoi {count} territori, da {least} a {greatest}"
        );
        let hint = words!(
            "check it with its source; if it is right, say why in a `note` on the national value",
            "confrontalo con la fonte; se è giusto, di’ perché in una nota (`note`) al valore nazionale"
        );
        faults.push(Diagnostic::new(Code::NationalOutside, self.at(Place::National), message, hint));
    }

    /// The counts of all parts that do not add up to that of the whole, or their totals to its total.
    pub(super) fn sums(&self, faults: &mut Vec<Diagnostic>) {
        let Body::Territories { national, values } = &self.series.body else { return };
        let of_date = |value: &&Observation| value.period == national.period;
        if self.indicator.kind != Kind::Share || national.note.is_some() || !values.iter().all(|value| of_date(&value))
        {
            return;
        }
        let sum = |of: fn(&Observation) -> Option<u32>| -> Option<(u64, u64)> {
            let parts: Vec<u32> = values.iter().map(of).collect::<Option<_>>()?;
            let whole = of(national)?;
            // A part above the whole is a fault of its own.
            let fits = parts.iter().all(|part| *part <= whole);
            fits.then(|| (parts.into_iter().map(u64::from).sum(), u64::from(whole)))
        };
        let sums = [sum(|value| value.count), sum(|value| value.of)];
        if sums.iter().flatten().all(|(parts, whole)| parts == whole) {
            return;
        }
        let [counts, totals] = sums;
        let said = |which: fn((u64, u64)) -> u64| match (counts.map(which), totals.map(which)) {
            (Some(count), Some(total)) => words!("{count} of {total}", "{count} su {total}"),
            (one, other) => Words::same(one.or(other).unwrap_or_default().to_string()),
        };
        let (parts, whole) = (said(|sums| sums.0), said(|sums| sums.1));
        let (count, name) = (Words::same(values.len().to_string()), Words::same(&self.territories.national().name));
        let message = words!(
            "the {count} territories add up to {parts}; {name} has {whole}",
            "i {count} territori sommano a {parts}; {name} ha {whole}";
            count, name, parts, whole
        );
        let hint = words!(
            "check both with their sources; if both are right, say why in a `note` on the national value",
            "confronta entrambi con le fonti; se sono giusti, di’ perché in una nota (`note`) al valore nazionale"
        );
        faults.push(Diagnostic::new(Code::SumsDisagree, self.at(Place::National), message, hint));
    }
}
