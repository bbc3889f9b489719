//! The words of the figures of an indicator of items.

use crate::data::indicator::{AvailabilityTitles, FigureWords, Part};
use crate::parse::draft::{FigureDraft, IndicatorDraft};

/// The words of the figures: a version's own, else the indicator's.
pub(super) fn titles(own: &[FigureDraft], draft: &IndicatorDraft) -> AvailabilityTitles {
    // A figure whose words are lacking is a fault already; the indicator's own words stand in until it is mended.
    let words = |part: Part| {
        let found = own.iter().chain(&draft.figures).find(|(of, _, _)| *of == part);
        let (title, measure) = found.map_or((&draft.title, &draft.of), |(_, title, measure)| (title, measure));
        FigureWords { title: title.value.clone(), measure: measure.value.clone() }
    };
    AvailabilityTitles { items: words(Part::Items), table: words(Part::Table), territories: words(Part::Territories) }
}
