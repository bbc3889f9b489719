//! Observations: every territory known, once and accounted for; every value possible; share, count and table
//! in agreement.

use crate::check::checked::{Body, Series, SourceData};
use crate::check::expressions::exact::exact;
use crate::check::unknown::{one_more_unknown, the_first, twice, unknown_indicator, unknown_item};
use crate::data::indicator::{Catalogue, Definition, Indicator, Item, Kind, Part};
use crate::data::number::Number;
use crate::data::observation::{Cell, Observation};
use crate::data::period::{Period, Timing};
use crate::data::status::Status;
use crate::data::territory::Territories;
use crate::diag::{Code, Diagnostic, count_many, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::parse::draft::{Others, PeriodDraft, RowDraft, SeriesDraft, ValueDraft};
use crate::parse::value_lacking;
use crate::words;
use std::collections::{BTreeMap, BTreeSet};

/// What the series of one edition are checked against.
pub struct Context<'c> {
    /// Territories.
    pub territories: &'c Territories,
    /// Indicators.
    pub catalogue: &'c Catalogue,
    /// Whether indicators.yaml had faults, so that a name it does not have is no news.
    pub catalogue_faulty: bool,
    /// Sources in reach.
    pub sources: &'c [SourceData],
    /// Whether there is an edition.yaml to hold sources against.
    pub sourced: bool,
    /// The edition's period.
    pub period: Period,
    /// Whether a file of the edition could not be read: it may hold the table that others count from.
    pub unread: bool,
}

/// The series of one edition.
pub struct Observed {
    /// Those that could be checked.
    pub series: BTreeMap<(usize, Part), Series>,
    /// Where each of them is written.
    pub written: BTreeMap<(usize, Part), Written>,
    /// Those that a file holds, with or without faults: their lack is no news.
    pub given: BTreeSet<(usize, Part)>,
    /// Those of which values are still to be given.
    pub unfinished: BTreeSet<(usize, Part)>,
}

impl Observed {
    /// Whether a series was read and could be checked.
    pub fn has(&self, key: &(usize, Part)) -> bool {
        self.series.contains_key(key)
    }
}

/// Where the values of a series are written.
#[derive(Clone)]
pub struct Written {
    /// The words for the file as a whole.
    pub file: Span,
    /// Whether a file gives it, or it is counted from the table of another.
    pub given: bool,
    /// The national value.
    pub national: Option<Span>,
    /// One an observation, or a row of a table; none where it is only said that all others are missing, or counted.
    pub values: Vec<Option<Span>>,
}

impl Written {
    /// Where an observation stands, or the file as a whole.
    pub fn at(&self, place: usize) -> Span {
        self.values.get(place).copied().flatten().unwrap_or(self.file)
    }
}

/// Checks all files of observations of one edition. Tables come first, for the others are held against them.
pub fn series(drafts: &[SeriesDraft], context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Observed {
    let mut checked = BTreeMap::new();
    let mut written = BTreeMap::new();
    let mut given: BTreeMap<(usize, Part), Span> = BTreeMap::new();
    let mut unfinished = BTreeSet::new();
    // Tables with a fault: what is counted from them is not known, and its lack no news.
    let mut in_doubt = BTreeSet::new();
    let tables_first = drafts.iter().filter(|draft| draft.part.value == Part::Table);
    let others = drafts.iter().filter(|draft| draft.part.value != Part::Table);
    for draft in tables_first.chain(others) {
        let Some(indicator) = find_indicator(draft, context, faults) else { continue };
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
        let one = One { draft, context, indicator: &context.catalogue.indicators[indicator], table, table_in_doubt };
        let found = faults.len();
        let checked_one = one.check(indicator, faults);
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

fn find_indicator(draft: &SeriesDraft, context: &Context<'_>, faults: &mut Vec<Diagnostic>) -> Option<usize> {
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

/// One file of observations, with what it is held against.
struct One<'c> {
    draft: &'c SeriesDraft,
    context: &'c Context<'c>,
    indicator: &'c Indicator,
    table: Option<&'c Series>,
    /// Whether the table, or whether there is one, could not be read as a whole.
    table_in_doubt: bool,
}

impl One<'_> {
    fn check(&self, index: usize, faults: &mut Vec<Diagnostic>) -> Option<(Series, Written)> {
        let definition = self.definition(faults)?;
        let period = match &self.draft.period {
            Some(own) => {
                self.timed(own, faults).unwrap_or_else(|| default_period(self.indicator.timing, self.context.period))
            }
            None => default_period(self.indicator.timing, self.context.period),
        };
        if let Some(source) = &self.draft.source {
            self.source(source, faults);
        }
        let file = self.draft.indicator.at;
        let mut written = Written { file, given: true, national: None, values: Vec::new() };
        let mut body = match self.draft.part.value {
            Part::Territories => self.territories(definition, period, &mut written, faults),
            Part::Items => self.items(definition, period, &mut written, faults),
            Part::Table => self.table(definition, &mut written, faults),
        };
        exact(&mut body, self.indicator.decimals);
        let note = self.draft.note.as_ref().map(|note| note.value.clone());
        Some((Series { indicator: index, definition, period, note, body }, written))
    }

    fn definition(&self, faults: &mut Vec<Diagnostic>) -> Option<usize> {
        let definitions = &self.indicator.definitions;
        let known = || definitions.iter().map(|definition| definition.id.as_str()).filter(|id| !id.is_empty());
        let all = known().collect::<Vec<_>>().join(", ");
        match &self.draft.definition {
            None if definitions.len() == 1 => Some(0),
            None if definitions.is_empty() => None,
            None => {
                let message = words!(
                    "`{}` has several definitions: say which this follows",
                    "`{}` ha più definizioni: di’ quale segue questo file",
                    self.indicator.id
                );
                let hint =
                    words!("add `definition: ...`, one of: {all}", "aggiungi `definition: ...`, una di queste: {all}");
                faults.push(Diagnostic::new(Code::MissingKey, self.draft.indicator.at, message, hint));
                None
            }
            Some(id) => {
                let found = definitions.iter().position(|definition| definition.id == id.value);
                if found.is_none() {
                    // None is guessed: values under another definition would be compared that are not to be.
                    let hint = match all.is_empty() {
                        true => words!(
                            "it has one definition without a name: take this key away",
                            "ha una sola definizione, senza nome: togli questa chiave"
                        ),
                        false => words!(
                            "name the one that these values follow: {all}; or declare it in indicators.yaml",
                            "indica quella che questi valori seguono: {all}; o dichiarala in indicators.yaml"
                        ),
                    };
                    let message = words!(
                        "`{}` has no definition `{}`",
                        "`{}` non ha una definizione `{}`",
                        self.indicator.id,
                        id.value
                    );
                    let fault = Diagnostic::new(Code::UnknownWord, id.at, message, hint).fix_case(id, known());
                    faults.extend((!self.context.catalogue_faulty).then_some(fault));
                }
                found
            }
        }
    }

    /// A date of its own, held against the indicator's timing.
    fn timed(&self, own: &PeriodDraft, faults: &mut Vec<Diagnostic>) -> Option<Period> {
        let (period, at) = (own.period.value, own.period.at);
        let (message, hint) = match (self.indicator.timing, own.timing, period) {
            (Timing::Stock, Some(Timing::Flow), _) => (
                words!(
                    "`{}` is a stock: it has a date, not a window",
                    "`{}` è un dato di stock: ha una data, non una finestra di mesi",
                    self.indicator.id
                ),
                words!("write `as_of: 2024-08-31`", "scrivi `as_of: 2024-08-31`"),
            ),
            (Timing::Flow, Some(Timing::Stock), _) => (
                words!(
                    "`{}` is a flow: it has a window, not a date",
                    "`{}` è un dato di flusso: ha una finestra di mesi, non una data",
                    self.indicator.id
                ),
                words!("write `window: 2024-06/2024-08`", "scrivi `window: 2024-06/2024-08`"),
            ),
            (Timing::Stock, _, Period::Window { .. }) => (
                words!("a stock stands at one date", "un dato di stock vale a una data"),
                words!(
                    "write a day or a month: 2024-08-31, 2024-05",
                    "scrivi un giorno o un mese: 2024-08-31, 2024-05"
                ),
            ),
            (Timing::Flow, _, Period::Day(_)) => (
                words!("a flow fills whole months", "un dato di flusso copre mesi interi"),
                words!(
                    "write the first and the last month: 2024-06/2024-08",
                    "scrivi il primo e l’ultimo mese: 2024-06/2024-08"
                ),
            ),
            _ => return Some(period),
        };
        faults.push(Diagnostic::new(Code::WrongTiming, at, message, hint));
        None
    }

    fn source(&self, id: &Placed<String>, faults: &mut Vec<Diagnostic>) {
        if !self.context.sourced || self.context.sources.iter().any(|source| source.id == id.value) {
            return;
        }
        let hint = match nearest(&id.value, self.context.sources.iter().map(|source| source.id.as_str())) {
            Some(name) => did_you_mean(name),
            None => words!(
                "declare it under `sources` of edition.yaml, or in sources.yaml",
                "dichiarala sotto `sources` in edition.yaml, o in sources.yaml"
            ),
        };
        let message = words!("there is no source `{}`", "non c’è nessuna fonte `{}`", id.value);
        let fault = Diagnostic::new(Code::UnknownSource, id.at, message, hint);
        faults.push(fault.fix_case(id, self.context.sources.iter().map(|source| source.id.as_str())));
    }

    /// Values by territory, with the national one.
    fn territories(
        &self,
        definition: usize,
        period: Period,
        written: &mut Written,
        faults: &mut Vec<Diagnostic>,
    ) -> Body {
        let all = self.context.territories;
        let total = self.indicator.definitions[definition].total;
        let mut national = self.draft.national.as_ref();
        let mut national_at = national.map(|national| national.at);
        let mut found: Vec<Option<(&ValueDraft, Span)>> = vec![None; all.len()];
        let mut unknown = 0;
        for (name, value) in &self.draft.values {
            let first = match all.known(&name.value) {
                None => {
                    unknown += 1;
                    one_more_unknown(name, unknown, all, faults);
                    continue;
                }
                Some(None) => {
                    let first = national_at;
                    national = Some(value);
                    national_at = Some(name.at);
                    first
                }
                Some(Some(id)) => {
                    let place = &mut found[usize::from(id.0)];
                    let first = place.map(|(_, at)| at);
                    *place = Some((value, name.at));
                    first
                }
            };
            // What stands twice may be meant for what is not there.
            unknown += usize::from(first.is_some());
            faults.extend(first.map(|first| twice(name, first)));
            count_many(faults);
        }
        if national.is_none() {
            let name = &all.national().name;
            let message = words!(
                "{name} is neither given nor declared missing",
                "{name}: non c’è né un dato né la parola `missing`"
            );
            let hint = words!(
                "add `national:` with the source's value, or `national: missing`",
                "aggiungi `national:` con il valore della fonte, o `national: missing`"
            );
            faults.push(Diagnostic::new(Code::ForgottenTerritory, self.draft.indicator.at, message, hint));
        }
        let forgotten = all.iter().filter(|(id, _)| found[usize::from(id.0)].is_none());
        self.forgotten(forgotten.map(|(_, territory)| territory.name.as_str()), unknown, faults);
        written.national = national.map(place);
        written.values = found.iter().map(|value| value.map(|(value, _)| place(value))).collect();
        let national =
            national.map_or(Observation::missing(period), |value| self.observation(value, None, total, period, faults));
        let values = found.into_iter().enumerate().map(|(row, value)| match value {
            Some((value, _)) => self.observation(value, self.row_count(row, definition), total, period, faults),
            None => Observation::missing(period),
        });
        let values: Vec<Observation> = values.collect();
        if self.indicator.kind == Kind::Share {
            faults.extend(less_than_a_part(&national, &values, written, all));
        }
        Body::Territories { values, national }
    }

    /// Values by item.
    fn items(&self, definition: usize, period: Period, written: &mut Written, faults: &mut Vec<Diagnostic>) -> Body {
        let items = self.indicator.items_of(definition);
        let of = Some(self.context.territories.len() as u32);
        let mut found: Vec<Option<(&ValueDraft, Span)>> = vec![None; items.len()];
        let mut unknown = 0;
        for (name, value) in &self.draft.values {
            let Some(item) = self.item(name, &items, faults) else {
                unknown += 1;
                continue;
            };
            if let Some((_, first)) = found[item].replace((value, name.at)) {
                unknown += 1;
                faults.push(twice(name, first));
            }
        }
        let from_table = self.draft.others.as_ref().filter(|others| others.value == Others::Table);
        if let (Some(others), None, false) = (from_table, self.table_of(definition), self.table_in_doubt) {
            let id = &self.indicator.id;
            let (message, hint) = match self.table {
                None => (
                    words!("`{id}` has no table in this edition", "`{id}` non ha una tabella in questa edizione"),
                    words!(
                        "write `others: missing`, or add the table",
                        "scrivi `others: missing`, o aggiungi la tabella"
                    ),
                ),
                Some(_) => (
                    words!(
                        "the table of `{id}` follows another definition",
                        "la tabella di `{id}` segue un’altra definizione"
                    ),
                    words!(
                        "write `others: missing`, or the same `definition` in both files",
                        "scrivi `others: missing`, o la stessa `definition` nei due file"
                    ),
                ),
            };
            faults.push(Diagnostic::new(Code::NoData, others.at, message, hint));
        }
        let forgotten = items.iter().zip(&found).filter(|(_, value)| value.is_none());
        self.forgotten(forgotten.map(|(item, _)| item.id.as_str()), unknown, faults);
        written.values = found.iter().map(|value| value.map(|(value, _)| place(value))).collect();
        let values = found.into_iter().enumerate().map(|(column, value)| {
            let counted = self.column_count(column, definition);
            match value {
                Some((value, _)) => self.observation(value, counted, of, period, faults),
                None if from_table.is_some() => {
                    counted.map_or(Observation::missing(period), |counted| counted.observation(period))
                }
                None => Observation::missing(period),
            }
        });
        Body::Items(values.collect())
    }

    /// Territory by item.
    fn table(&self, definition: usize, written: &mut Written, faults: &mut Vec<Diagnostic>) -> Body {
        let all = self.context.territories;
        let items = self.indicator.items_of(definition);
        let mut found: Vec<Option<(&RowDraft, Span)>> = vec![None; all.len()];
        let mut unknown = 0;
        for (name, row) in &self.draft.rows {
            count_many(faults);
            match all.known(&name.value) {
                None => {
                    unknown += 1;
                    one_more_unknown(name, unknown, all, faults);
                }
                Some(None) => {
                    let message = words!(
                        "a table has no national row: it is counted",
                        "una tabella non ha la riga nazionale: si ricava contando"
                    );
                    let hint = words!("take this row away", "togli questa riga");
                    faults.push(Diagnostic::new(Code::UnknownTerritory, name.at, message, hint));
                }
                Some(Some(id)) => {
                    if let Some((_, first)) = found[usize::from(id.0)].replace((row, name.at)) {
                        unknown += 1;
                        faults.push(twice(name, first));
                    }
                }
            }
        }
        let forgotten = all.iter().filter(|(id, _)| found[usize::from(id.0)].is_none());
        self.forgotten(forgotten.map(|(_, territory)| territory.name.as_str()), unknown, faults);
        // A table in which nothing is given yet has nobody to name.
        let is_given = |row: &RowDraft| {
            row.others.iter().chain(row.cells.iter().map(|(_, cell)| &cell.value)).any(|cell| *cell != Cell::Missing)
        };
        if self.draft.source.is_none() && self.draft.rows.iter().any(|(_, row)| is_given(row)) {
            faults.push(no_source(self.draft.indicator.at));
        }
        written.values = found.iter().map(|row| row.map(|(_, at)| at)).collect();
        // The columns of a CSV are the same in every row: an unknown one is said once.
        let mut said: Vec<Span> = Vec::new();
        let mut cells = Vec::with_capacity(found.len());
        for row in found {
            let Some((row, at)) = row else {
                cells.push(vec![Cell::Missing; items.len()]);
                continue;
            };
            let mut own: Vec<Option<Cell>> = vec![row.others; items.len()];
            let mut named = vec![None; items.len()];
            let mut misspelt = 0;
            for (name, cell) in &row.cells {
                if said.contains(&name.at) {
                    misspelt += 1;
                    continue;
                }
                let Some(item) = self.item(name, &items, faults) else {
                    said.push(name.at);
                    misspelt += 1;
                    continue;
                };
                if let Some(first) = named[item].replace(name.at) {
                    misspelt += 1;
                    faults.push(twice(name, first));
                }
                own[item] = Some(cell.value);
            }
            let lacking: Vec<_> =
                items.iter().zip(&own).filter(|(_, cell)| cell.is_none()).map(|(item, _)| item.id.as_str()).collect();
            if lacking.len() > misspelt {
                let message =
                    words!("this row says nothing of {}", "questa riga non dice nulla di {}", lacking.join(", "));
                let hint = words!(
                    "add a cell for each, or `others: yes`, `no` or `missing`",
                    "aggiungi una cella per ciascuna, o `others: yes`, `no` o `missing`"
                );
                faults.push(Diagnostic::new(Code::UnknownItem, at, message, hint));
            }
            cells.push(own.into_iter().map(|cell| cell.unwrap_or(Cell::Missing)).collect());
        }
        Body::Table { cells, source: self.draft.source.as_ref().map(|source| source.value.clone()) }
    }

    /// The place of an item in the list of the definition followed.
    fn item(&self, name: &Placed<String>, items: &[&Item], faults: &mut Vec<Diagnostic>) -> Option<usize> {
        let found = items.iter().position(|item| item.id == name.value);
        if found.is_none() && !self.context.catalogue_faulty {
            faults.push(unknown_item(name, self.indicator, items));
        }
        found
    }

    /// What is neither given nor declared is a fault, once for all of them; but not where as many names or rows
    /// could not be read, for those may be meant.
    fn forgotten<'n>(&self, names: impl Iterator<Item = &'n str>, unknown: usize, faults: &mut Vec<Diagnostic>) {
        let names: Vec<&str> = names.collect();
        if names.len() <= unknown + self.draft.unread || self.draft.others.is_some() {
            return;
        }
        let all = names.join(", ");
        let message = match names.len() {
            1 => words!(
                "{all} is neither given nor declared missing",
                "{all}: non c’è né un dato né la parola `missing`"
            ),
            2 | 3 => words!(
                "{all} are neither given nor declared missing",
                "{all}: non c’è né un dato né la parola `missing`"
            ),
            count if self.draft.part.value == Part::Items => words!(
                "{count} items are neither given nor declared missing: {all}",
                "{count} voci non hanno un dato né la parola `missing`: {all}"
            ),
            count => words!(
                "{count} territories are neither given nor declared missing: {all}",
                "{count} territori non hanno un dato né la parola `missing`: {all}"
            ),
        };
        let hint = if self.draft.from_csv {
            words!(
                "add their rows; where no source gives a value, write `missing`",
                "aggiungi le righe; dove nessuna fonte dà un valore, scrivi `missing`"
            )
        } else {
            words!("add them, or say `others: missing`", "aggiungi quel che manca, o scrivi `others: missing`")
        };
        faults.push(Diagnostic::new(Code::ForgottenTerritory, self.draft.indicator.at, message, hint));
    }

    /// One value, from what is written and what the table counts.
    fn observation(
        &self,
        draft: &ValueDraft,
        counted: Option<Counted<'_>>,
        total: Option<u32>,
        series_period: Period,
        faults: &mut Vec<Diagnostic>,
    ) -> Observation {
        let period = match &draft.period {
            Some(own) => self.timed(own, faults).unwrap_or(series_period),
            None => series_period,
        };
        let mut observation = Observation {
            own_period: period != series_period,
            note: draft.note.as_ref().map(|note| note.value.clone()),
            ..Observation::missing(period)
        };
        if draft.todo {
            draft.source.iter().for_each(|source| self.source(source, faults));
            return observation;
        }
        let status = draft.status.map_or(Status::Normal, |status| status.value);
        if status.is_absent() {
            if let Some(value) = &draft.value {
                let message = words!(
                    "a value that is `{}` has no number",
                    "un valore che è `{}` non ha un numero",
                    status.word()
                );
                let hint = words!("take the number or the status away", "togli il numero o lo stato");
                faults.push(Diagnostic::new(Code::Disagreement, value.at, message, hint));
            }
            if let Some(count) = draft.count.or(draft.of) {
                let message = words!(
                    "a value that is `{}` has no count",
                    "un valore che è `{}` non ha un conteggio",
                    status.word()
                );
                let hint = words!("take the count or the status away", "togli il conteggio o lo stato");
                faults.push(Diagnostic::new(Code::Disagreement, count.at, message, hint));
            }
            if let Some(source) = &draft.source {
                self.source(source, faults);
                observation.source = Some(source.value.clone());
            }
            observation.status = status;
            return observation;
        }
        if draft.faulty {
            return observation;
        }
        let before = faults.len();
        let given = self.given(draft, total, faults);
        if faults.len() > before {
            return observation;
        }
        let Some((value, count, of)) = given else {
            // Nothing but a note: the table has the value.
            let only_a_note = draft.status.is_none() && draft.period.is_none() && draft.source.is_none();
            return match counted.filter(|_| only_a_note && observation.note.is_some()) {
                Some(counted) => Observation { note: observation.note, ..counted.observation(series_period) },
                None if only_a_note && self.table_in_doubt => observation,
                None => {
                    faults.push(value_lacking(draft.at));
                    observation
                }
            };
        };
        let counted = counted.filter(|counted| counted.period == period && !self.table_in_doubt);
        if let Some(counted) = counted {
            let decimals = self.indicator.decimals;
            let shown = (value.rounded(decimals), counted.share().rounded(decimals));
            if shown.0 != shown.1 {
                let (count, of) = (counted.count, counted.of);
                let message = words!(
                    "{} here, but the table of the same date counts {count} of {of}: {}",
                    "{} qui, ma la tabella della stessa data ne conta {count} su {of}: {}",
                    shown.0,
                    shown.1
                );
                let hint = words!(
                    "mend the one that is wrong, or take the value away and explain with a `note`",
                    "correggi quello sbagliato, o togli il valore e spiega con una `note`"
                );
                faults.push(Diagnostic::new(Code::Disagreement, draft.at, message, hint));
                // Nothing more can be asked of it.
                return observation;
            }
        }
        let source = draft.source.as_ref().or(self.draft.source.as_ref());
        match (&draft.source, source) {
            (Some(own), _) => self.source(own, faults),
            (None, None) => faults.push(no_source(draft.at)),
            (None, Some(_)) => {}
        }
        observation.value = Some(value);
        observation.exact = counted.filter(|_| count.is_none()).map(Counted::share);
        observation.count = count;
        observation.of = of;
        observation.status = status;
        observation.source = source.map(|source| source.value.clone());
        observation
    }

    /// The value that is written: a share, a count of a total, or both in agreement.
    fn given(
        &self,
        draft: &ValueDraft,
        total: Option<u32>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<(Number, Option<u32>, Option<u32>)> {
        if let Some(value) = draft.value.filter(|value| !self.indicator.allows(value.value)) {
            faults.push(self.out_of_range(value));
            return None;
        }
        let Some(count) = draft.count else {
            if let (Some(of), None) = (draft.of, draft.value) {
                let message = words!("a total without a count", "un totale senza il conteggio");
                let hint = words!("add `count: ...`: how many of them", "aggiungi `count: ...`: quanti tra questi");
                faults.push(Diagnostic::new(Code::MissingKey, of.at, message, hint));
            }
            return draft.value.map(|value| (value.value, None, draft.of.map(|of| of.value)));
        };
        let Some(of) = draft.of.map(|of| of.value).or(total) else {
            let message = words!("a count without its total", "un conteggio senza il suo totale");
            let hint = words!("add `of: ...`: of how many", "aggiungi `of: ...`: su quanti");
            faults.push(Diagnostic::new(Code::MissingKey, count.at, message, hint));
            return None;
        };
        let uncapped = self.indicator.uncapped.is_some();
        let Some(share) = Number::share(count.value, of).filter(|_| uncapped || count.value <= of) else {
            let message = match of {
                0 => words!("{} of nothing is no share", "{} su zero non è una quota", count.value),
                _ => words!("{} of {of}: more than all of them", "{} su {of}: più del totale", count.value),
            };
            let hint = match (of, &self.indicator.kind) {
                (1.., Kind::Share) => words!(
                    "check `count` and `of`; where the whole is no cap, say so of the indicator: `cap: none`, and why, `because: ...`",
                    "controlla `count` e `of`; se il totale non è un limite, dillo nell’indicatore: `cap: none`, e perché, \
                     `because: ...`"
                ),
                _ => words!("check `count` and `of`", "controlla `count` e `of`"),
            };
            faults.push(Diagnostic::new(Code::CountAboveTotal, count.at, message, hint));
            return None;
        };
        let decimals = self.indicator.decimals;
        if let Some(value) = draft.value.filter(|value| value.value.rounded(decimals) != share.rounded(decimals)) {
            let shown = share.rounded(decimals);
            let message = words!(
                "{} of {of} is {shown}, not {}",
                "{} su {of} fa {shown}, non {}",
                count.value,
                value.value.to_data()
            );
            let hint = words!("write {shown}, or mend the count", "scrivi {shown}, o correggi il conteggio");
            faults.push(Diagnostic::new(Code::Disagreement, value.at, message, hint));
            return None;
        }
        Some((share, Some(count.value), Some(of)))
    }

    /// A value below nothing, or above the whole where the whole is a cap.
    fn out_of_range(&self, value: Placed<Number>) -> Diagnostic {
        let given = value.value.written();
        let message = match self.indicator.uncapped {
            None => words!("{given} is not between 0 and 100", "{given} non è tra 0 e 100"),
            Some(_) => words!("{given} is less than 0", "{given} è meno di 0"),
        };
        let hint = match self.indicator.kind {
            Kind::Share if value.value > Number::HUNDRED => words!(
                "a share is a percentage of the whole: check the figure with its source; where the whole is no cap, as of doses \
                 delivered, say so of the indicator: `cap: none`, and why, `because: ...`",
                "una quota è una percentuale del totale: controlla la cifra sulla fonte; se il totale non è un limite, come per \
                 le dosi consegnate, dillo nell’indicatore: `cap: none`, e perché, `because: ...`"
            ),
            _ => words!(
                "a share is a percentage of the whole: check the figure with its source",
                "una quota è una percentuale del totale: controlla la cifra sulla fonte"
            ),
        };
        Diagnostic::new(Code::OutOfRange, value.at, message, hint)
    }

    /// The table, where it follows the same definition: another one counts another list.
    fn table_of(&self, definition: usize) -> Option<&Series> {
        self.table.filter(|table| table.definition == definition)
    }

    /// How many items the table gives a territory, where it knows all that are monitored.
    fn row_count(&self, row: usize, definition: usize) -> Option<Counted<'_>> {
        self.table_of(definition).and_then(|table| counted_row(table, row, self.indicator))
    }

    /// How many territories the table gives an item, where it knows all of them.
    fn column_count(&self, column: usize, definition: usize) -> Option<Counted<'_>> {
        self.table_of(definition).and_then(|table| counted_column(table, column))
    }
}

/// The whole cannot count less than one of its parts, nor be of less.
fn less_than_a_part(
    national: &Observation,
    values: &[Observation],
    written: &Written,
    all: &Territories,
) -> Option<Diagnostic> {
    // A part of another date is no part of this whole.
    let of_date = || all.iter().zip(values).enumerate().filter(|(_, (_, value))| value.period == national.period);
    let below = |of: fn(&Observation) -> Option<u32>| {
        let whole = of(national)?;
        let parts = of_date().filter_map(|(place, ((_, territory), value))| Some((of(value)?, place, &territory.name)));
        let (part, place, name) = parts.max_by_key(|(part, place, _)| (*part, std::cmp::Reverse(*place)))?;
        (part > whole).then_some((whole, part, place, name))
    };
    let (whole, part, place, name) = below(|value| value.count).or_else(|| below(|value| value.of))?;
    let national = &all.national().name;
    let message = words!(
        "{national} has {whole}, less than {name} alone, which has {part}",
        "{national} ha {whole}, meno della sola {name}, che ha {part}"
    );
    let hint = words!(
        "check both with their sources: the whole holds each of its parts",
        "controlla entrambi sulle fonti: l’insieme contiene ciascuna delle sue parti"
    );
    let fault = Diagnostic::new(Code::CountAboveTotal, written.national.unwrap_or(written.file), message, hint);
    Some(fault.other(written.at(place), words!("the part", "la parte")))
}

/// The words of a value to underline: its number, where it has one.
fn place(value: &ValueDraft) -> Span {
    value.value.map_or(value.at, |number| number.at)
}

/// A share counted from a table.
#[derive(Clone, Copy)]
struct Counted<'t> {
    count: u32,
    /// Never zero.
    of: u32,
    period: Period,
    source: Option<&'t String>,
}

impl Counted<'_> {
    fn share(self) -> Number {
        Number::share(self.count, self.of).unwrap_or(Number::ZERO)
    }

    /// In a series of `period`: where the table has another date, the value has one of its own.
    fn observation(self, period: Period) -> Observation {
        Observation {
            own_period: self.period != period,
            value: Some(self.share()),
            exact: Some(self.share()),
            count: Some(self.count),
            of: Some(self.of),
            status: Status::Normal,
            source: self.source.cloned(),
            ..Observation::missing(self.period)
        }
    }
}

fn counted_row<'t>(table: &'t Series, row: usize, indicator: &Indicator) -> Option<Counted<'t>> {
    let Body::Table { cells, source } = &table.body else { return None };
    let row = cells.get(row)?;
    let Definition { total, .. } = &indicator.definitions[table.definition];
    let complete = !row.contains(&Cell::Missing) && *total == Some(row.len() as u32) && !row.is_empty();
    let count = row.iter().filter(|cell| **cell == Cell::Yes).count() as u32;
    complete.then_some(Counted { count, of: row.len() as u32, period: table.period, source: source.as_ref() })
}

fn counted_column(table: &Series, column: usize) -> Option<Counted<'_>> {
    let Body::Table { cells, source } = &table.body else { return None };
    let mut count = 0;
    for row in cells {
        match row.get(column)? {
            Cell::Yes => count += 1,
            Cell::No => {}
            Cell::Missing => return None,
        }
    }
    (!cells.is_empty()).then_some(Counted {
        count,
        of: cells.len() as u32,
        period: table.period,
        source: source.as_ref(),
    })
}

/// Of all territories together, where every cell is known.
fn counted_whole<'t>(table: &'t Series, indicator: &Indicator) -> Option<Counted<'t>> {
    let Body::Table { cells, .. } = &table.body else { return None };
    let rows: Option<Vec<Counted<'_>>> = (0..cells.len()).map(|row| counted_row(table, row, indicator)).collect();
    rows?.into_iter().reduce(|all, row| Counted { count: all.count + row.count, of: all.of + row.of, ..all })
}

/// The parts of an availability indicator that no file gives are counted from its table.
fn derive(
    checked: &mut BTreeMap<(usize, Part), Series>,
    written: &mut BTreeMap<(usize, Part), Written>,
    context: &Context<'_>,
) {
    let mut derived = Vec::new();
    for (&(index, part), table) in &*checked {
        if part != Part::Table {
            continue;
        }
        let indicator = &context.catalogue.indicators[index];
        let observation = |counted: Option<Counted<'_>>| {
            counted.map_or(Observation::missing(table.period), |counted| counted.observation(table.period))
        };
        let series = |body: Body| Series { body, note: table.note.clone(), ..*table };
        if !checked.contains_key(&(index, Part::Items)) {
            let columns = 0..indicator.definitions[table.definition].items.len();
            let values = columns.map(|column| observation(counted_column(table, column)));
            derived.push(((index, Part::Items), series(Body::Items(values.collect()))));
        }
        if !checked.contains_key(&(index, Part::Territories)) {
            let rows = 0..context.territories.len();
            let values = rows.map(|row| observation(counted_row(table, row, indicator))).collect();
            let national = observation(counted_whole(table, indicator));
            derived.push(((index, Part::Territories), series(Body::Territories { national, values })));
        }
    }
    for ((index, part), series) in derived {
        if let Some(table) = written.get(&(index, Part::Table)) {
            // A share of items by territory stands where the row does, one of territories by item nowhere alone.
            let values = if part == Part::Territories { table.values.clone() } else { Vec::new() };
            written.insert((index, part), Written { given: false, values, ..table.clone() });
        }
        checked.insert((index, part), series);
    }
}

/// A stock stands at the end of the edition's period, a flow fills it.
fn default_period(timing: Timing, edition: Period) -> Period {
    match timing {
        Timing::Stock => Period::Day(edition.end()),
        Timing::Flow => edition,
    }
}

fn no_source(at: Span) -> Diagnostic {
    let message = words!("this value has no source", "questo valore non ha una fonte");
    let hint =
        words!("add `source: ...` here, or for the whole file", "aggiungi `source: ...` qui, o per tutto il file");
    Diagnostic::new(Code::NoSource, at, message, hint)
}
