//! The series of one edition: each of its files of observations is checked, tables first, and what a table counts is
//! added to them.

use super::context::{Context, Written};
use super::counted::derive;
use super::one_file::OneFile;
use crate::check::checked::Series;
use crate::check::unknown::{the_first, unknown_indicator};
use crate::data::indicator::Part;
use crate::diag::{Code, Diagnostic};
use crate::files::Span;
use crate::parse::draft::SeriesDraft;
use crate::words;
use std::collections::{BTreeMap, BTreeSet};

/// The series of one edition.
pub struct Observed {
    /// The series that could be checked, by indicator and part.
    pub series: BTreeMap<(usize, Part), Series>,
    /// Where each of them is written.
    pub written: BTreeMap<(usize, Part), Written>,
    /// The series that a file holds, with or without faults: that one of these lacks is told by its own faults.
    pub given: BTreeSet<(usize, Part)>,
    /// The series of which values are still to be given.
    pub unfinished: BTreeSet<(usize, Part)>,
}

impl Observed {
    /// Whether a series was read and could be checked.
    pub fn has(&self, key: &(usize, Part)) -> bool {
        self.series.contains_key(key)
    }
}

/// Checks all files of observations of one edition. Tables come first, for the others are held against them.
pub fn observed(drafts: &[SeriesDraft], context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Observed {
    let mut checked = BTreeMap::new();
    let mut written = BTreeMap::new();
    let mut given: BTreeMap<(usize, Part), Span> = BTreeMap::new();
    let mut unfinished = BTreeSet::new();
    // Tables with a fault: what is counted from them is not known, and its lack no news.
    let mut in_doubt = BTreeSet::new();
    let tables_first = drafts.iter().filter(|draft| draft.part.value == Part::Table);
    let others = drafts.iter().filter(|draft| draft.part.value != Part::Table);
    for draft in tables_first.chain(others) {
        let Some(indicator) = indicator_of(draft, context, faults) else { continue };
        let key = (indicator, draft.part.value);
        if let Some(first) = given.get(&key) {
            let message = words!(
                "two files hold `{}`, {}",
                "due file contengono `{}`, {}",
                draft.indicator.value,
                draft.part.value.word()
            );
            let hint = words!("keep one of the two, or name another `part`", "tienine uno, o indica un’altra `part`");
            let fault = Diagnostic::new(Code::DuplicateFile, draft.indicator.at, message, hint);
            faults.push(fault.other(*first, the_first()));
            continue;
        }
        given.insert(key, draft.indicator.at);
        match key.1 {
            _ if !draft.has_todos() => {}
            // What is counted from it is not known either.
            Part::Table => {
                unfinished.extend([Part::Table, Part::Items, Part::Territories].map(|part| (indicator, part)))
            }
            _ => drop(unfinished.insert(key)),
        }
        let table = checked.get(&(indicator, Part::Table));
        let table_in_doubt = context.unread || in_doubt.contains(&indicator);
        let one =
            OneFile { draft, context, indicator: &context.catalogue.indicators[indicator], table, table_in_doubt };
        let found = faults.len();
        let checked_one = one.checked(indicator, faults);
        let is_unread = draft.unread > 0 || draft.rows.iter().any(|(_, row)| row.faulty);
        if key.1 == Part::Table && (is_unread || faults.len() > found) {
            in_doubt.insert(indicator);
        }
        if let Some((series, places)) = checked_one {
            checked.insert(key, series);
            written.insert(key, places);
        }
    }
    derive(&mut checked, &mut written, context);
    Observed { series: checked, written, given: given.into_keys().collect(), unfinished }
}

/// The place in the catalogue of the indicator that a file names, where it exists and has the part named.
fn indicator_of(draft: &SeriesDraft, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Option<usize> {
    let id = &draft.indicator;
    let indicators = &context.catalogue.indicators;
    let Some(index) = indicators.iter().position(|indicator| indicator.id == id.value) else {
        if !context.catalogue_faulty {
            faults.push(unknown_indicator(id, indicators));
        }
        return None;
    };
    if draft.part.value != Part::Territories && indicators[index].items().is_empty() {
        let message = words!(
            "`{}` is a share: it has no {}",
            "`{}` è una quota: non ha la parte `{}`",
            id.value,
            draft.part.value.word()
        );
        let hint = words!(
            "take `part` away, or declare the indicator `kind: availability`",
            "togli `part`, o dichiara l’indicatore `kind: availability`"
        );
        faults.push(Diagnostic::new(Code::UnknownWord, draft.part.at, message, hint));
        return None;
    }
    Some(index)
}
