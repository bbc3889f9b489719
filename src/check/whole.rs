//! A draft is checked: what holds for the whole site first, then the figures of each edition, then what is said of them.

use super::checked::{Body, Checked, Series};
use super::edition::{self, Measured, measured, older};
use super::outcome::Outcome;
use super::side_by_side::side_by_side;
use super::{address, catalogue, narratives, periods, questions, signs, site, sources, territories, todo};
use crate::data::indicator::Indicator;
use crate::diag::{Code, Diagnostic, Language};
use crate::files::FileId;
use crate::parse::draft::Draft;
use std::collections::BTreeSet;

/// Faults that only follow where the list of territories itself is faulty.
const OF_TERRITORIES: [Code; 4] =
    [Code::UnknownTerritory, Code::DuplicateTerritory, Code::ForgottenTerritory, Code::NoTiles];

/// Checks a draft. `themes` are the names of those that exist; `parsed` is what parsing found, to which is added what is
/// found here.
pub fn check(draft: &Draft, themes: &[&str], parsed: Vec<Diagnostic>) -> Outcome {
    let mut found = parsed;
    let checked = checked(draft, themes, &mut found);
    Outcome::new(checked, found)
}

/// The site as far as it could be checked; none where there is no site.yaml that could be read.
fn checked(draft: &Draft, themes: &[&str], faults: &mut Vec<Diagnostic>) -> Option<Checked> {
    let site = draft.site.as_ref().map(|site| site::site(site, themes, faults));
    faults.extend(draft.site.as_ref().filter(|_| draft.editions.is_empty()).map(site::no_edition));
    let language = site.as_ref().map_or_else(Language::default, |site| site.language);
    let (territories, in_doubt) = territories::territories(draft, language, faults);
    let already = faults.len();
    let mut catalogue = catalogue::catalogue(draft, faults);
    let catalogue_faulty = draft.indicators_faulty || faults.len() > already;
    let shared = faults.len();

    // The figures of each edition for themselves, side by side.
    let measured = side_by_side(&draft.editions, faults, |edition, found| {
        measured(edition, draft, &catalogue, catalogue_faulty, &territories, found)
    });
    let mut measured: Vec<Measured<'_>> = measured.into_iter().flatten().collect();
    // Whose id is another's is known by its folder for the rest: what others say of either is no second fault.
    let doubles = address::same_address(draft, faults);
    let doubles = measured.iter_mut().filter(|measured| doubles.contains(&measured.draft.folder.as_str()));
    doubles.for_each(|double| double.id = double.draft.folder.clone());
    // Newest first; two of one period stand by their address.
    measured.sort_by(|a, b| (b.period.end(), b.period.start(), &b.id).cmp(&(a.period.end(), a.period.start(), &a.id)));

    let wrong: BTreeSet<FileId> = faults.iter().filter(|fault| fault.is_fault()).map(|fault| fault.at.file).collect();
    let unsure: Vec<bool> = measured.iter().map(|measured| measured.has_values_in(&wrong)).collect();

    // Whether they are likely, and what is said of them: both may look back at older ones.
    let places: Vec<usize> = (0..measured.len()).collect();
    if !catalogue_faulty && !in_doubt {
        side_by_side(&places, faults, |&place, found| {
            let (edition, older) = (&measured[place], older(&measured[place + 1..]));
            questions::plausibility::plausibility(&edition.observed, &older, &catalogue, &territories, found);
        });
    }
    let outlines = side_by_side(&places, faults, |&place, found| {
        let (edition, older) = (&measured[place], older(&measured[place + 1..]));
        let sure = (&catalogue, catalogue_faulty);
        let entries = edition::talk(edition, &older, draft, language, sure, &territories, found);
        // What a sentence says of figures that could not be read shows when they can.
        if unsure[place..].contains(&true) {
            found.retain(|fault| !matches!(fault.code, Code::FalseClaim | Code::UnreadableClaim));
        }
        entries
    });
    if in_doubt {
        let mut of_editions = faults.split_off(shared);
        of_editions.retain(|fault| !OF_TERRITORIES.contains(&fault.code));
        faults.append(&mut of_editions);
    }
    periods::periods(&measured, faults);
    narratives::unread(draft, faults);
    todo::shared(draft, faults);
    sources::unused(draft, faults);
    signs::undrawn(draft, faults);

    for ((index, _), series) in measured.iter().flat_map(|measured| &measured.observed.series) {
        reach(&mut catalogue.indicators[*index], series);
    }
    let editions = measured.into_iter().zip(outlines).filter_map(|(measured, outline)| measured.said(outline));
    Some(Checked { site: site?, editions: editions.collect(), territories, catalogue })
}

/// Takes the scale of an indicator that has no cap as far as its values, and its target.
fn reach(indicator: &mut Indicator, series: &Series) {
    let national = match &series.body {
        Body::Territories { national, .. } => Some(national),
        Body::Items(_) | Body::Table { .. } => None,
    };
    let values = series.observations().iter().chain(national).filter_map(|value| value.value);
    let target = indicator.target.as_ref().map(|target| target.value);
    for value in values.chain(target) {
        indicator.reach(value);
    }
}
