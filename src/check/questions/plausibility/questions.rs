//! The questions, in the order in which they are asked of each series.

use super::asked::Asked;
use crate::check::questions::swapped::swapped;

use crate::check::context::Older;
use crate::check::observations::Observed;
use crate::data::indicator::Catalogue;
use crate::data::territory::Territories;
use crate::diag::Diagnostic;

/// Asks about the figures of one edition, also against those of older ones, the newest of them first.
pub fn plausibility(
    edition: &Observed,
    older: &[Older<'_>],
    catalogue: &Catalogue,
    territories: &Territories,
    faults: &mut Vec<Diagnostic>,
) {
    let exchanged = swapped(edition, older, catalogue, faults);
    for (key, series) in &edition.series {
        let Some(written) = edition.written.get(key) else { continue };
        let (indicator, part) = (&catalogue.indicators[key.0], key.1);
        let asked = Asked { indicator, part, series, written, key: *key, older, territories };
        // What is counted from a table is not written, so it cannot be miswritten.
        if written.given {
            asked.all_the_same(faults);
            if asked.fractions(faults) {
                // They are wrong in every other way, too.
                continue;
            }
            asked.no_share(faults);
            asked.national_outside(faults);
            asked.sums(faults);
        }
        if !exchanged.contains(key) {
            asked.jumps(faults);
        }
    }
}
