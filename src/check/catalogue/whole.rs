//! indicators.yaml: its groups and its indicators.

use super::{indicator, names};
use crate::data::indicator::{Catalogue, Group};
use crate::diag::Diagnostic;
use crate::parse::draft::Draft;

/// Checks indicators.yaml.
pub fn catalogue(draft: &Draft, faults: &mut Vec<Diagnostic>) -> Catalogue {
    let groups = draft
        .groups
        .iter()
        .map(|(id, title)| Group { id: id.value.clone(), title: title.value.clone() })
        .collect::<Vec<_>>();
    let indicators = draft
        .indicators
        .iter()
        .map(|indicator| indicator::indicator(indicator, &groups, &draft.sources, faults))
        .collect();
    names::of_files(draft, faults);
    names::of_things(draft, faults);
    Catalogue { groups, indicators }
}
