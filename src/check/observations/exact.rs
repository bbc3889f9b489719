//! Which values are known before they were rounded: those of counts, and those that a source gives with more decimals
//! than are shown.

use crate::check::checked::Body;
use crate::data::number::Number;
use crate::data::observation::Observation;

/// Says of the values of one file which of them are exact. A source that gives one value with more decimals than are
/// shown gives all of them so: 40 beside its 39.6 is 40.0.
pub fn exact(body: &mut Body, decimals: u8) {
    let mut values: Vec<&mut Observation> = match body {
        Body::Territories { national, values } => std::iter::once(national).chain(values).collect(),
        Body::Items(values) => values.iter_mut().collect(),
        Body::Table { .. } => return,
    };
    let is_finer = |value: Number| value.decimals().is_none_or(|own| own > decimals);
    let mut finer: Vec<Option<String>> = Vec::new();
    for value in values.iter().filter(|one| one.count.is_none() && one.value.is_some_and(is_finer)) {
        if !finer.contains(&value.source) {
            finer.push(value.source.clone());
        }
    }
    for value in values.iter_mut().filter(|one| one.exact.is_none()) {
        value.exact = value.value.filter(|_| value.count.is_some() || finer.contains(&value.source));
    }
}
