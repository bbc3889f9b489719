//! The steps of an import, in order: the table is read, held against the edition, and written into new texts.

use super::command_line::{dates_and_definitions_concern, on_command_line, sources_in_reach};
use super::outcome::{Import, NewText, Refused, nothing_written, refused};
use super::read::dating::Wanted;
use super::read::layout::Look;
use super::read::names::Names;
use super::read::reading::Into;
use super::request::{Options, Request};
use super::said::{Is, Reading};
use super::{hold, read, report};
use crate::data::indicator::Part;
use crate::diag::Words;
use crate::files::Sources;
use crate::{check, parse, words};
use std::collections::BTreeMap;

/// Holds a table of figures against an edition, and prepares its files. Opens no file.
pub fn import(sources: &Sources, request: &Request<'_>) -> Import {
    match prepared(sources, request) {
        Ok(import) => import,
        Err(refused) => *refused,
    }
}

/// The steps of an import, one after the other; each may refuse it.
fn prepared(sources: &Sources, request: &Request<'_>) -> Result<Import, Refused> {
    // What the edition is, as far as it must be right to be changed.
    let (draft, found) = parse::parse(sources);
    let (checked, before) = check::check(&draft, &[crate::theme::BUILTIN], found).despite_faults();
    let (edition, asked) = on_command_line(&draft, checked.as_ref(), request)?;
    let checked = hold::recheck::sound(&before, sources, edition, checked)?;
    let indicators = &checked.catalogue.indicators;
    let names = Names::new(&checked.territories, indicators);
    let wanted = |indicator: usize| Wanted::new(&indicators[indicator], edition, request);

    // What the table says.
    let file = read::figures::read(request)?;
    if let Some(fault) = file.sheets.first().and_then(|(sheet, _)| read::own::of_editions(sheet, &edition.folder)) {
        let sources = Sources { root: String::new(), files: vec![file.sheets[0].0.source.clone()] };
        return Err(refused(Vec::new(), nothing_written(), vec![fault], sources));
    }
    let asked = asked.or_else(|| read::own::indicator(&file.sheets.first()?.0, request.name, &names));
    let own = |indicator: usize, time| wanted(indicator).is(time) == Is::Own;
    let look = Look { names: &names, asked, skip: request.skip, own: &own };
    let (layout, sheet) = read::figures::table(&file, &look, request)?;
    let options = Options {
        asked,
        empty: request.empty,
        decimal: request.decimal,
        fractions: request.fractions,
        round: request.round,
    };
    let sheet_name = file.sheets[sheet].0.name.as_deref();
    let mut faults = read::doubt::doubts(&layout, &names, sheet_name, request);
    let in_reach = sources_in_reach(&draft, edition);
    let is_source = |key: &str| in_reach.contains(&key);
    let so_far = checked.editions.iter().find(|of| of.folder == edition.folder);
    let into = Into { wanted: &wanted, is_source: &is_source, edition: so_far };
    let readings = read::reading::readings(&layout, &names, &options, &into, &mut faults);
    faults.extend(read::titles::faults(&layout, sheet_name, &readings, &wanted));
    faults.extend(read::units::other_units_of_rows(&layout, &readings));
    let mut report = report::table(&file, sheet, &layout, &readings, indicators, request);
    let of_table = || Sources { root: String::new(), files: vec![file.sheets[sheet].0.source.clone()] };
    if !faults.is_empty() {
        return Err(refused(report, nothing_written(), faults, of_table()));
    }

    if readings.list.is_empty() || readings.list.iter().all(|reading| reading.said.is_nothing()) {
        return Err(refused(report, nothing_read(), Vec::new(), Sources::default()));
    }

    // What that means for the edition.
    let mut series: BTreeMap<(usize, Part), Vec<&Reading<'_>>> = BTreeMap::new();
    for reading in &readings.list {
        series.entry(reading.series).or_default().push(reading);
    }
    dates_and_definitions_concern(&series, indicators, request)?;
    let mut works = Vec::new();
    for (key, readings) in series {
        works.push(hold::work::work(key, readings, edition, sources, &checked, request)?);
    }
    report.extend(works.iter().flat_map(|work| report::series(work, request, sources)));
    report.push(report::counts(&layout, &readings, &works));
    hold::work::conflicts(&works, request, &report)?;

    // The files, written anew in memory and checked as a build would.
    let mut files = Vec::new();
    for work in &works {
        files.extend(hold::work::texts(work, request, sources, &report)?);
    }
    files.retain(|file: &NewText| file.before.as_ref() != Some(&file.after));
    let values = works.iter().map(|work| work.plan.writes.len()).sum();
    let (mut faults, sources, draft) = hold::recheck::recheck(sources, &before, &files);
    faults.extend(works.iter().filter_map(|work| hold::recheck::not_there(work, &edition.folder, &draft, &sources)));
    if faults.iter().any(|fault| fault.is_fault() && !hold::recheck::QUESTIONS.contains(&fault.code)) {
        let why = words!(
            "The files would have faults, shown as they would be: nothing was written.",
            "I file avrebbero errori, mostrati come sarebbero: non è stato scritto nulla."
        );
        return Err(refused(report, why, faults, sources));
    }
    Ok(Import { report, files, values, refused: None, faults, sources })
}

/// What is said where the table holds no value.
fn nothing_read() -> Words {
    words!("No row gave a value: nothing was written.", "Nessuna riga ha dato un valore: non è stato scritto nulla.")
}
