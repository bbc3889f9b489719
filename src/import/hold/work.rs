//! One series: what the edition holds of it, what the table says, and the files that follow.

use super::held::{self, Entry, Held, TODO};
use super::plan::{self, AskedSeries, OneForAll, Plan, Verdict};
use crate::check::Checked;
use crate::data::indicator::{Indicator, Part};
use crate::data::period::{Period, Timing};
use crate::diag::{Code, Diagnostic, Words};
use crate::files::{Source, Sources, Span};
use crate::import::command_line::CommandLine;
use crate::import::outcome::{NewText, Refused, nothing_written, refused};
use crate::import::read::dating::default_period;
use crate::import::request::Request;
use crate::import::said::{Reading, Said, Who};
use crate::import::write::edit::{self, Head, Stuck};
use crate::import::write::words::Series;
use crate::import::write::{edit_csv, fresh};
use crate::parse::draft::{EditionDraft, SeriesDraft};
use crate::{schema, words};

/// One series: what is held of it, and what is to become of it.
pub struct Work<'w> {
    /// The indicator.
    pub indicator: &'w Indicator,
    /// Which part.
    pub part: Part,
    /// What the table says of it.
    pub readings: Vec<&'w Reading<'w>>,
    /// What is asked of it.
    pub asked: AskedSeries<'w>,
    /// The site.
    pub checked: &'w Checked,
    /// The file that holds the values, or will.
    pub path: String,
    /// What the edition holds.
    pub held: Option<Held>,
    /// What is to become of it.
    pub plan: Plan,
    /// The date its values have.
    pub period: Period,
    /// The items that the definition it follows lists.
    pub items: &'w [usize],
    /// The definition to be written.
    pub definition: Option<String>,
}

impl Work<'_> {
    /// What its values are called by.
    pub fn series(&self) -> Series<'_> {
        let (indicator, part, items) = (self.indicator, self.part, self.items);
        Series { indicator, part, items, territories: &self.checked.territories }
    }
}

pub fn work<'w>(
    (indicator, part): (usize, Part),
    readings: Vec<&'w Reading<'w>>,
    edition: &EditionDraft,
    sources: &Sources,
    checked: &'w Checked,
    request: &Request<'w>,
) -> Result<Work<'w>, Refused> {
    let indicator = &checked.catalogue.indicators[indicator];
    let held = held_of(indicator, part, edition, sources, checked);
    let path = match &held {
        Some(Held { csv: Some(csv), .. }) => sources.get(csv.file).path.clone(),
        Some(Held { yaml: Some(yaml), .. }) => sources.get(yaml.file).path.clone(),
        _ => {
            let ending = match part {
                Part::Territories => String::new(),
                part => format!(".{}", part.word()),
            };
            format!("editions/{}/observations/{}{ending}.yaml", edition.folder, indicator.id)
        }
    };
    if held.is_none()
        && let Some(file) = sources.find(&path)
    {
        let message = words!(
            "this file would hold `{}`, {}, but it holds something else",
            "questo file conterrebbe `{}`, {}, ma contiene altro",
            indicator.id,
            part.word()
        );
        let hint = words!("give it another name", "dagli un altro nome");
        let fault = Diagnostic::new(Code::CannotEdit, Span::top(file), message, hint);
        return Err(refused(Vec::new(), nothing_written(), vec![fault], sources.clone()));
    }
    let said = match indicator.timing {
        Timing::Stock => request.as_of,
        Timing::Flow => request.window,
    };
    let said = said.and_then(Period::parse);
    let default = default_period(indicator, edition);
    let held_definition = held.as_ref().and_then(|held| held.definition.clone()).filter(|id| id != TODO);
    let stays = held.iter().flat_map(|held| held.entries.values()).any(Entry::has_value);
    let definition = definition(indicator, held_definition.as_deref(), stays, request)?;
    let version = definition.as_ref().or(held_definition.as_ref());
    let version = indicator.definitions.iter().find(|known| Some(&known.id) == version);
    let version = version.or(indicator.definitions.first());
    let total = match part {
        Part::Items => Some(checked.territories.len() as u32),
        _ => version.and_then(|definition| definition.total),
    };
    let asked = AskedSeries {
        indicator,
        part,
        source: request.source,
        period: said,
        default_period: default,
        total,
        replace: request.replace,
    };
    let plan = plan::plan(&readings, held.as_ref(), asked);
    let of_file = held.as_ref().map_or(said, |held| plan.period.or(held.period));
    let period = of_file.unwrap_or(default);
    let items = version.map_or(&[][..], |definition| &definition.items);
    Ok(Work { indicator, part, readings, asked, checked, path, plan, period, held, items, definition })
}

/// What an edition holds of a series.
pub fn held_of(
    indicator: &Indicator,
    part: Part,
    edition: &EditionDraft,
    sources: &Sources,
    checked: &Checked,
) -> Option<Held> {
    let is_it = |series: &&SeriesDraft| series.indicator.value == indicator.id && series.part.value == part;
    let draft = edition.series.iter().find(is_it)?;
    held::held(draft, sources, &checked.catalogue, &checked.territories)
}

/// The version of the definition to be written into a file that does not say it.
fn definition(
    indicator: &Indicator,
    held: Option<&str>,
    stays: bool,
    request: &Request<'_>,
) -> Result<Option<String>, Refused> {
    let known: Vec<&str> = indicator.definitions.iter().map(|definition| definition.id.as_str()).collect();
    let asked = request.definition.filter(|id| known.contains(id));
    let mut faults = CommandLine::default();
    match (held, asked) {
        // Of a new edition, whose values are still to be given, the file may follow another.
        (Some(held), Some(asked)) if held != asked && !stays => return Ok(Some(asked.to_owned())),
        (Some(held), Some(asked)) if held != asked => {
            let message = words!(
                "the values of `{}` that are there follow the definition `{held}`",
                "i valori di `{}` già presenti seguono la definizione `{held}`",
                indicator.id
            );
            let hint = words!(
                "leave `--definition` out, or change it in the file first",
                "togli `--definition`, o cambiala prima nel file"
            );
            faults.add(Code::UnknownWord, "--definition", asked, message, hint);
        }
        (None, None) if known.len() > 1 => {
            let all = known.join(", ");
            let message = words!(
                "`{}` has several definitions: say which these values follow",
                "`{}` ha più definizioni: di’ quale seguono questi valori",
                indicator.id
            );
            let hint = words!(
                "add `--definition`, one of: {all}; or `--indicator` for the others alone",
                "aggiungi `--definition`, una di queste: {all}; o `--indicator` per importare soltanto gli altri"
            );
            faults.add(Code::MissingKey, "import", request.name, message, hint);
        }
        // A new edition carries the definition of the last one: with its first values, somebody says that it holds.
        (Some(held), None) if known.len() > 1 && !stays => {
            let all = known.join(", ");
            let message = words!(
                "`{}` has several definitions, and its file has `{held}` from an older edition: say which these values follow",
                "`{}` ha più definizioni, e il suo file ha `{held}` da un’edizione precedente: di’ quale seguono questi valori",
                indicator.id
            );
            let hint = words!(
                "add `--definition`, one of: {all}; or `--indicator` for the others alone",
                "aggiungi `--definition`, una di queste: {all}; o `--indicator` per importare soltanto gli altri"
            );
            faults.add(Code::MissingKey, "import", request.name, message, hint);
        }
        (Some(_), _) => return Ok(None),
        (None, asked) => return Ok(asked.map(str::to_owned)),
    }
    Err(refused(Vec::new(), nothing_written(), faults.list, faults.sources))
}

/// Values that are there and differ are replaced only where that is asked for: until then, nothing is written at all.
pub fn conflicts(works: &[Work<'_>], request: &Request<'_>, report: &[Words]) -> Result<(), Refused> {
    for work in works {
        let id = &work.indicator.id;
        let why = match &work.plan.one_for_all {
            None => continue,
            Some(OneForAll::Source(source)) => words!(
                "The table of `{id}` is of the source `{source}`, and cells of it stay: import with `--source {source}`, \
                 or a whole table. Nothing was written.",
                "La tabella di `{id}` è della fonte `{source}`, e alcune sue celle restano: importa con \
                 `--source {source}`, o una tabella intera. Non è stato scritto nulla."
            ),
            Some(OneForAll::Period(period)) => {
                let date = period.iso();
                words!(
                    "The table of `{id}` has the date {date}, and cells of it stay: a table has one date for all. \
                     Nothing was written.",
                    "La tabella di `{id}` ha la data {date}, e alcune sue celle restano: una tabella ha una sola data. \
                     Non è stato scritto nulla."
                )
            }
        };
        return Err(refused(report.to_vec(), why, Vec::new(), Sources::default()));
    }
    let differs = |(.., verdict): &&(Who, Said, Verdict)| matches!(verdict, Verdict::Different { .. });
    let different: usize = works.iter().map(|work| work.plan.verdicts.iter().filter(differs).count()).sum();
    if different == 0 || request.replace {
        return Ok(());
    }
    let why = match different {
        1 => words!(
            "1 value is there and differs: nothing was written. With `--replace` the new one takes its place.",
            "1 valore c’è già ed è diverso: non è stato scritto nulla. Con `--replace` il nuovo ne prende il posto."
        ),
        different => words!(
            "{different} values are there and differ: nothing was written. With `--replace` the new ones take their \
             places.",
            "{different} valori ci sono già e sono diversi: non è stato scritto nulla. Con `--replace` i nuovi ne \
             prendono il posto."
        ),
    };
    Err(refused(report.to_vec(), why, Vec::new(), Sources::default()))
}

/// The files of one series, with its values.
pub fn texts(
    work: &Work<'_>,
    request: &Request<'_>,
    sources: &Sources,
    report: &[Words],
) -> Result<Vec<NewText>, Refused> {
    let plan = &work.plan;
    if plan.writes.is_empty() {
        return Ok(Vec::new());
    }
    let stuck = |stuck: Stuck| {
        let hint = words!(
            "write the values into this file by hand, or rewrite the line as the other files are written",
            "scrivi i valori in questo file a mano, o riscrivi la riga come negli altri file"
        );
        let fault = Diagnostic::new(Code::CannotEdit, stuck.at, stuck.why, hint);
        refused(report.to_vec(), nothing_written(), vec![fault], sources.clone())
    };
    let Some(held) = &work.held else {
        let said = match work.indicator.timing {
            Timing::Stock => request.as_of,
            Timing::Flow => request.window,
        };
        let head = Head {
            source: Some(request.source.to_owned()),
            period: said.and_then(Period::parse),
            definition: work.definition.clone(),
        };
        // Where the edition's files name their schemas, so does this one.
        let folder = work.path.split("/observations/").next().unwrap_or("");
        let of_edition = sources.find(&format!("{folder}/edition.yaml")).map(|file| sources.get(file).text.as_str());
        let named = of_edition.is_some_and(|text| text.starts_with(schema::FIRST_LINE));
        let line = schema::first_line(&work.path).filter(|_| named).unwrap_or_default();
        let after = line + &fresh::fresh(&plan.writes, &head, work.series());
        return Ok(vec![NewText { path: work.path.clone(), before: None, after }]);
    };
    let mut files = Vec::new();
    if let Some(csv) = &held.csv {
        let Source { path, text, .. } = sources.get(csv.file);
        let after = edit_csv::edited(text, csv, held, &plan.writes, work.series()).map_err(stuck)?;
        files.push(NewText { path: path.clone(), before: Some(text.clone()), after });
    }
    if let Some(yaml) = &held.yaml {
        let Source { path, text, .. } = sources.get(yaml.file);
        let head = Head { source: plan.source.clone(), period: plan.period, definition: work.definition.clone() };
        let after = edit::edited(text, yaml, held, &plan.writes, &head, work.series()).map_err(stuck)?;
        files.push(NewText { path: path.clone(), before: Some(text.clone()), after });
    }
    Ok(files)
}
