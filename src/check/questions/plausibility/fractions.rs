//! Fractions in the place of percentages.

use super::asked::{Asked, Before};

use crate::data::comparability::{Comparability, compare};
use crate::data::number::{Number, Rounded};
use crate::diag::{Code, Diagnostic};
use crate::words;

impl Asked<'_> {
    /// 0.41 in the place of 41, in all values of a file or in most of them; one alone is a jump. Whether any was found.
    pub(super) fn fractions(&self, faults: &mut Vec<Diagnostic>) -> bool {
        let (one, small) = (Number::whole(1), self.before().next().is_some_and(|before| self.was_small(&before)));
        let (mut typed, mut greater) = (Vec::new(), 0);
        for (place, observation) in self.observations() {
            match observation.value {
                Some(value) if value > one => greater += 1,
                Some(value) if observation.count.is_none() => typed.push((place, value)),
                _ => {}
            }
        }
        // One good value among them does not make the others good; but then it is the older ones that tell.
        if greater > 0 && !self.are_hundredths() {
            return false;
        }
        let found = typed.iter().find(|(_, value)| as_written(*value).decimals > 0);
        let Some(&(place, value)) = found.filter(|_| typed.len() >= 3 && !small && self.series.note.is_none()) else {
            return false;
        };
        let written = as_written(value);
        let meant = Number::from(Rounded { units: written.units * 100, ..written }).to_data();
        let (value, count, all) = (value.to_data(), typed.len(), typed.len() + greater);
        let message = match greater {
            0 => words!(
                "{value} is {value}%: all values of this file lie between 0 and 1",
                "{value} vuol dire {value}%: tutti i valori di questo file stanno tra 0 e 1"
            ),
            _ => words!(
                "{value} is {value}%: {count} of {all} values of this file lie between 0 and 1, about a hundredth of what they \
                 were",
                "{value} vuol dire {value}%: {count} valori di questo file su {all} stanno tra 0 e 1, circa un centesimo di \
                 quello che erano"
            ),
        };
        let hint = words!(
            "did you mean {meant}? Values are percentages; if they are as small as that, say so in a `note` of the file",
            "forse {meant}? I valori sono percentuali; se sono davvero così piccoli, dillo in una nota (`note`) del file"
        );
        faults.push(Diagnostic::new(Code::Fractions, self.at(place), message, hint));
        true
    }

    /// Whether two in three, or more, of the values that may be compared are about a hundredth of what they were: from
    /// half of that to twice as much. Zero is no part of anything, so it does not count.
    fn are_hundredths(&self) -> bool {
        let (mut compared, mut hundredths) = (0, 0);
        for (place, observation) in self.observations() {
            let (Some(value), Some((_, _, older))) = (observation.value, self.last_change(place, observation)) else {
                continue;
            };
            let Some(older) = older.value.map(Number::to_f64).filter(|older| *older > 1.0) else { continue };
            let times = value.to_f64() * 100.0 / older;
            compared += 1;
            hundredths += usize::from(value <= Number::whole(1) && (0.5..=2.0).contains(&times));
        }
        hundredths >= 3 && hundredths * 3 >= compared * 2
    }

    /// Whether an older series lies between 0 and 1 as well: then it is the measure that is small.
    fn was_small(&self, before: &Before<'_>) -> bool {
        let known: Vec<Number> = before.series.observations().iter().filter_map(|value| value.value).collect();
        let (older, newer) = (before.series, self.series);
        let compared = compare(self.indicator, (older.definition, older.period), (newer.definition, newer.period));
        known.len() >= 3
            && known.iter().all(|value| *value <= Number::whole(1))
            && !matches!(compared, Comparability::Broken(_))
    }
}

/// A number with the decimals it takes to write it.
pub(super) fn as_written(value: Number) -> Rounded {
    value.rounded(value.decimals().unwrap_or(6))
}
