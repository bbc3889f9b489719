//! A table of figures -> files of observations of an edition, held against what the edition has.
//!
//! The stair in small: bytes become cells, cells a layout, the layout readings; readings are held against the edition,
//! and what is new is written into the text of its files, which are then checked as a build would. Nothing here opens
//! a file: [`import`] gives the texts to write, all of them or none.

mod command_line;
mod hold;
mod read;
mod report;
mod said;
mod write;

pub use read::number::Mark;
pub use report::printed;

use crate::data::indicator::Part;
use crate::diag::{Diagnostic, Words};
use crate::files::Sources;
use crate::{check, parse, words};
use command_line::{dates_and_definitions_concern, on_command_line, sources_in_reach};
use read::dating::Wanted;
use read::layout::Look;
use read::names::Names;
use read::reading::Into;
use said::Reading;
use std::collections::BTreeMap;

/// What a blank cell means, where the author says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// No source gives the value.
    Missing,
    /// In a table of yes and no: no.
    No,
}

/// What becomes of rows and columns that a workbook hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// They are read like the others.
    Read,
    /// They are taken for blank.
    Skip,
}

/// What is to be brought in, and how.
#[derive(Clone, Debug, Default)]
pub struct Request<'r> {
    /// How the file is called in messages.
    pub name: &'r str,
    /// What it holds.
    pub bytes: &'r [u8],
    /// The edition, by its folder or its id.
    pub edition: &'r str,
    /// The key of the source.
    pub source: &'r str,
    /// Only this indicator.
    pub indicator: Option<&'r str>,
    /// Only this sheet of a workbook.
    pub sheet: Option<&'r str>,
    /// Columns left out, by their heads or letters.
    pub skip: &'r [String],
    /// What becomes of hidden rows and columns.
    pub hidden: Option<Hidden>,
    /// The date of stocks, where it is not the edition's.
    pub as_of: Option<&'r str>,
    /// The window of flows, where it is not the edition's.
    pub window: Option<&'r str>,
    /// The version of the definition, for new files of indicators that have several.
    pub definition: Option<&'r str>,
    /// The decimal mark, where no cell tells.
    pub decimal: Option<Mark>,
    /// What a blank cell means.
    pub empty: Option<Empty>,
    /// Whether numbers from 0 to 1 are fractions.
    pub fractions: bool,
    /// How many decimals are kept.
    pub round: Option<u8>,
    /// Whether values that are there may be replaced.
    pub replace: bool,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Import {
    /// What was read and how, line by line; empty where nothing could be.
    pub report: Vec<Words>,
    /// The files to write, all or none; empty where nothing changes or where it is refused.
    pub files: Vec<NewText>,
    /// How many values the files bring.
    pub values: usize,
    /// Why nothing is written, in one line, where it is refused.
    pub refused: Option<Words>,
    /// Why it is refused; or, of what is to be written, the questions it raises and the warnings.
    pub faults: Vec<Diagnostic>,
    /// The texts they speak of.
    pub sources: Sources,
}

/// The new text of a file of the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewText {
    /// Its path in the folder.
    pub path: String,
    /// Its text until now; none where it is new.
    pub before: Option<String>,
    /// Its text from now on.
    pub after: String,
}

/// How cells are to be read.
struct Options {
    asked: Option<usize>,
    empty: Option<Empty>,
    decimal: Option<Mark>,
    fractions: bool,
    round: Option<u8>,
}

/// Holds a table of figures against an edition, and prepares its files. Opens no file.
pub fn import(sources: &Sources, request: &Request<'_>) -> Import {
    match prepared(sources, request) {
        Ok(import) => import,
        Err(refused) => *refused,
    }
}

/// A refusal is an [`Import`] without files.
type Refused = Box<Import>;

fn refused(report: Vec<Words>, why: Words, faults: Vec<Diagnostic>, sources: Sources) -> Refused {
    Box::new(Import { report, refused: Some(why), faults, sources, ..Import::default() })
}

fn nothing_written() -> Words {
    words!("Nothing was written.", "Non è stato scritto nulla.")
}

fn nothing_read() -> Words {
    words!("No row gave a value: nothing was written.", "Nessuna riga ha dato un valore: non è stato scritto nulla.")
}

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
    let own = |indicator: usize, time| wanted(indicator).is(time) == said::Is::Own;
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
