//! What was typed: names and dates that must mean something, each fault shown in its words.

use super::outcome::{Refused, nothing_written, refused};
use super::read::names::Names;
use super::request::Request;
use super::said::Reading;
use crate::check::Checked;
use crate::data::indicator::{Indicator, Part};
use crate::data::period::{Period, Timing};
use crate::diag::{Code, Diagnostic, Words, did_you_mean, nearest};
use crate::files::Sources;
use crate::parse::draft::{Draft, EditionDraft};
use crate::words;
use std::collections::BTreeMap;

/// Names and dates of the command line: each must mean something.
pub fn on_command_line<'d>(
    draft: &'d Draft,
    checked: Option<&Checked>,
    request: &Request<'_>,
) -> Result<(&'d EditionDraft, Option<usize>), Refused> {
    let mut faults = CommandLine::default();
    let id = |edition: &'d EditionDraft| {
        let own = edition.head.as_ref().and_then(|head| head.id.as_ref());
        own.map_or(edition.folder.as_str(), |id| id.value.as_str())
    };
    let found =
        draft.editions.iter().find(|edition| edition.folder == request.edition || id(edition) == request.edition);
    if found.is_none() {
        let name = request.edition;
        let message = words!("there is no edition `{name}`", "non c’è nessuna edizione `{name}`");
        let known: Vec<&str> = draft.editions.iter().map(|edition| edition.folder.as_str()).collect();
        let all = known.join(", ");
        let hint = match nearest(name, known) {
            Some(near) => did_you_mean(near),
            None => words!(
                "editions are: {all}; a new one is a folder in editions/ with an edition.yaml",
                "le edizioni sono: {all}; una nuova è una cartella in editions/ con il suo edition.yaml"
            ),
        };
        faults.add(Code::UnknownEdition, "--edition", name, message, hint);
    }
    let in_reach = found.map_or(Vec::new(), |edition| sources_in_reach(draft, edition));
    let sourced = found.is_some_and(|edition| edition.head.is_some());
    if sourced && !in_reach.contains(&request.source) {
        let (source, edition) = (request.source, request.edition);
        let message = words!("there is no source `{source}`", "non c’è nessuna fonte `{source}`");
        let declare = words!(
            "declare it under `sources` of editions/{edition}/edition.yaml, with `publisher` and `title`",
            "dichiarala sotto `sources` in editions/{edition}/edition.yaml, con `publisher` e `title`"
        );
        let hint = match nearest(source, in_reach.iter().copied()) {
            Some(near) => Words {
                en: format!("did you mean `{near}`? else {}", declare.en),
                it: format!("forse intendevi `{near}`? altrimenti {}", declare.it),
            },
            None => declare,
        };
        faults.add(Code::UnknownSource, "--source", source, message, hint);
    }
    let indicators = checked.map_or(&[][..], |checked| &checked.catalogue.indicators);
    let mut asked = None;
    if let (Some(name), Some(checked)) = (request.indicator, checked) {
        // A key is one indicator's, whatever others are called.
        let key = indicators.iter().position(|indicator| indicator.id == name);
        asked = key.or_else(|| Names::new(&checked.territories, indicators).indicator(name));
        if asked.is_none() {
            let known: Vec<&str> = indicators.iter().map(|indicator| indicator.id.as_str()).collect();
            let all = known.join(", ");
            let message = words!("there is no indicator `{name}`", "non c’è nessun indicatore `{name}`");
            let hint = match nearest(name, known) {
                Some(near) => did_you_mean(near),
                None => words!("indicators are: {all}", "gli indicatori sono: {all}"),
            };
            faults.add(Code::UnknownIndicator, "--indicator", name, message, hint);
        }
    }
    for (option, words) in [("--as-of", request.as_of), ("--window", request.window)] {
        if let Some(words) = words.filter(|words| Period::parse(words).is_none()) {
            let message = words!("`{words}` is no date of the calendar", "`{words}` non è una data del calendario");
            let hint = match option {
                "--as-of" => words!("write a day or a month: 2025-03-31", "scrivi un giorno o un mese: 2025-03-31"),
                _ => words!(
                    "write the first and the last month: 2025-01/2025-03",
                    "scrivi il primo e l’ultimo mese: 2025-01/2025-03"
                ),
            };
            faults.add(Code::WrongDate, option, words, message, hint);
        }
    }
    match found {
        Some(edition) if faults.list.is_empty() => Ok((edition, asked)),
        _ => Err(refused(Vec::new(), nothing_written(), faults.list, faults.sources)),
    }
}

/// Faults of what was typed: the words themselves are what is shown.
#[derive(Default)]
pub struct CommandLine {
    /// The faults.
    pub list: Vec<Diagnostic>,
    /// What was typed.
    pub sources: Sources,
}

impl CommandLine {
    /// A fault in the words of an option.
    pub fn add(&mut self, code: Code, option: &str, words: &str, message: Words, hint: Words) {
        let at = self.sources.typed(format!("{option} {words}"), option.len() + 1);
        self.list.push(Diagnostic::new(code, at, message, hint));
    }
}

/// Keys of the sources that an edition sees.
pub fn sources_in_reach<'d>(draft: &'d Draft, edition: &'d EditionDraft) -> Vec<&'d str> {
    let own = edition.head.iter().flat_map(|head| &head.sources);
    own.chain(&draft.sources).map(|source| source.id.value.as_str()).collect()
}

/// `--as-of`, `--window` and `--definition` must concern something of the table.
pub fn dates_and_definitions_concern(
    series: &BTreeMap<(usize, Part), Vec<&Reading<'_>>>,
    indicators: &[Indicator],
    request: &Request<'_>,
) -> Result<(), Refused> {
    let of = || series.keys().map(|(indicator, _)| &indicators[*indicator]);
    let mut faults = CommandLine::default();
    for (option, words, timing) in
        [("--as-of", request.as_of, Timing::Stock), ("--window", request.window, Timing::Flow)]
    {
        let Some(words) = words else { continue };
        if of().any(|indicator| indicator.timing == timing) {
            continue;
        }
        let (message, hint) = match timing {
            Timing::Stock => (
                words!("no indicator of this table stands at a date", "nessun indicatore della tabella è a una data"),
                words!("flows have a window: `--window`", "i flussi hanno un periodo: `--window`"),
            ),
            Timing::Flow => (
                words!("no indicator of this table fills a window", "nessun indicatore della tabella copre un periodo"),
                words!("stocks have a date: `--as-of`", "gli stock hanno una data: `--as-of`"),
            ),
        };
        faults.add(Code::WrongTiming, option, words, message, hint);
    }
    if let Some(id) = request.definition {
        let known: Vec<&str> = of()
            .flat_map(|indicator| &indicator.definitions)
            .map(|definition| definition.id.as_str())
            .filter(|id| !id.is_empty())
            .collect();
        if !known.contains(&id) {
            let all = known.join(", ");
            let message = words!(
                "no indicator of this table has a definition `{id}`",
                "nessun indicatore della tabella ha una definizione `{id}`"
            );
            let hint = match known.is_empty() {
                true => words!("leave `--definition` out", "togli `--definition`"),
                false => words!("definitions are: {all}", "le definizioni sono: {all}"),
            };
            faults.add(Code::UnknownWord, "--definition", id, message, hint);
        }
    }
    match faults.list.is_empty() {
        true => Ok(()),
        false => Err(refused(Vec::new(), nothing_written(), faults.list, faults.sources)),
    }
}
