//! The figure of one series over the editions: its lines, breaks, words, table and data.
//!
//! A value stands at the date it speaks of: a stock at its day, a flow at the end of its window, one with a date of its
//! own there. Two neighbours are joined where [`change`] gives a difference, and nothing is missing between them.

use super::described;
use super::goal;
use super::notes::{self, Notes};
use super::provenance::provenance;
use super::series::{add_publishers, own_words, sourced, texts, words};
use crate::chart::{Chart, Date, Labelled, Line, LineBreak, LinePoint, Lines, Weight};
use crate::check::{Checked, EditionData, FigureData, Series};
use crate::data::comparability::{Break, Change, Comparability, change, compare};
use crate::data::indicator::{Indicator, Part};
use crate::data::number::{Number, Rounded};
use crate::data::observation::Observation;
use crate::data::period::Period;
use crate::data::points::Rounding;
use crate::data::territory::TerritoryId;
use crate::data::view::View;
use crate::diag::Language;
use crate::lang::{self, LinesFacts, line_terms, terms};
use crate::resolve::compare::compared::{Compared, Side, Who, compared, observation};
use crate::resolve::data::datasets::cite;
use crate::resolve::names::view_id;
use crate::resolve::report::{Dataset, Figure, Note, Own, Provenance, Table, TableRow};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// No more lines than these, the national one apart, all have a name without being asked for.
const FEW: usize = 8;

/// Of the lines without a name, no more than these are told by name where a value is missing or has a note.
const TOLD: usize = 4;

/// Of more items, so many of the first and of the last have one.
const OF_EACH: usize = 4;

/// A series over the editions, the oldest first.
struct OverTime<'c> {
    checked: &'c Checked,
    language: Language,
    indicator: &'c Indicator,
    part: Part,
    sides: Vec<Side<'c>>,
    /// What came between each side and the one before it, where nothing of the one may be compared with the other.
    broken: Vec<Option<Break>>,
    /// Those with the greatest last value first, the national one in its rank.
    rows: Vec<Row<'c>>,
}

/// One row: its observations, side by side.
struct Row<'c> {
    who: Who,
    /// None where an item is not listed.
    values: Vec<Option<&'c Observation>>,
    /// What each has to do with the one before it.
    steps: Vec<Step>,
}

/// What an observation has to do with the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// One of the two is not known, or nothing may be said of what is between them.
    Apart,
    /// A line joins them.
    Joined,
    /// The same value of the same date.
    Repeated,
    /// They may not be compared.
    Refused(Break),
}

fn over_time<'c>(checked: &'c Checked, edition: &'c EditionData, asked: &FigureData) -> Option<OverTime<'c>> {
    let (index, part) = (asked.indicator, asked.part);
    let indicator = &checked.catalogue.indicators[index];
    let older = asked.older.iter().filter_map(|id| checked.editions.iter().find(|edition| edition.id == *id));
    let side = |edition: &'c EditionData| Some(Side { edition, series: edition.series(index, part)? });
    let sides: Vec<Side<'c>> = older.chain([edition]).filter_map(side).collect();
    if sides.is_empty() {
        return None;
    }
    let territories = (0..checked.territories.len()).map(|id| Who::Territory(TerritoryId(id as u16)));
    let whos: Vec<Who> = match part {
        Part::Territories => std::iter::once(Who::National).chain(territories).collect(),
        Part::Items => (0..indicator.items().len()).map(Who::Item).collect(),
        Part::Table => return None,
    };
    let mut rows = Vec::with_capacity(whos.len());
    for who in whos {
        let values: Vec<Option<&Observation>> =
            sides.iter().map(|side| observation(indicator, side.series, who)).collect();
        if values.iter().all(Option::is_none) {
            continue;
        }
        let steps = (0..sides.len()).map(|at| step(indicator, part, &sides, &values, at)).collect();
        rows.push(Row { who, values, steps });
    }
    let broken = (0..sides.len()).map(|at| broken(indicator, &sides, &rows, at)).collect();
    rows.sort_by_key(|row| {
        let printed =
            |value: &Option<&Observation>| value.and_then(|one| one.value).map(|one| one.rounded(indicator.decimals));
        let order = match row.who {
            Who::National => 0,
            Who::Territory(id) => 1 + usize::from(checked.territories.alphabetical(id)),
            Who::Item(place) => place,
        };
        (Reverse(row.values.iter().rev().map(printed).collect::<Vec<Option<Rounded>>>()), order)
    });
    Some(OverTime { checked, language: checked.site.language, indicator, part, sides, broken, rows })
}

fn step(indicator: &Indicator, part: Part, sides: &[Side<'_>], values: &[Option<&Observation>], at: usize) -> Step {
    let Some(before) = at.checked_sub(1) else { return Step::Apart };
    let (Some(was), Some(is)) = (values[before], values[at]) else { return Step::Apart };
    let definitions = [sides[before].series.definition, sides[at].series.definition];
    match change(indicator, part, (definitions[0], was), (definitions[1], is), []) {
        Change::Refused(found) => Step::Refused(found),
        Change::Unknown => Step::Apart,
        Change::Points { points, .. } => match was.period.end() == is.period.end() {
            false => Step::Joined,
            true if points.direction().is_eq() => Step::Repeated,
            // A correction: both stand, and no line leads upright from one to the other.
            true => Step::Apart,
        },
    }
}

/// What parts a side from the one before it: the series themselves, or one reason that all rows have.
fn broken(indicator: &Indicator, sides: &[Side<'_>], rows: &[Row<'_>], at: usize) -> Option<Break> {
    let [was, is] = [sides[at.checked_sub(1)?].series, sides[at].series];
    if let Comparability::Broken(found) = compare(indicator, (was.definition, was.period), (is.definition, is.period)) {
        return Some(found);
    }
    let mut all = None;
    for row in rows {
        match row.steps[at] {
            Step::Refused(found) if all.is_none_or(|all| all == found) => all = Some(found),
            Step::Apart => {}
            Step::Refused(_) | Step::Joined | Step::Repeated => return None,
        }
    }
    all
}

impl OverTime<'_> {
    fn called(&self, who: Who) -> (&str, &str) {
        let of = match who {
            Who::National => self.checked.territories.national(),
            Who::Territory(id) => self.checked.territories.get(id),
            Who::Item(place) => {
                let item = &self.indicator.items()[place];
                return (&item.id, &item.title);
            }
        };
        (&of.code, &of.name)
    }

    fn period(&self, at: usize) -> Period {
        self.sides[at].series.period
    }

    fn last(&self) -> usize {
        self.sides.len() - 1
    }

    fn print(&self, value: Number) -> String {
        lang::percent(self.language, value, self.indicator.decimals)
    }

    /// A value as printed: "n.d." where it is missing, a dash where the row is not listed.
    fn printed(&self, row: &Row<'_>, at: usize) -> String {
        match row.values[at] {
            Some(Observation { value: Some(value), .. }) => self.print(*value),
            Some(_) => terms(self.language).missing.to_owned(),
            None => lang::change_terms(self.language).unlisted.to_owned(),
        }
    }

    /// Whether one value alone may not be compared with the one before, where others may.
    fn is_parted(&self, row: &Row<'_>, at: usize) -> bool {
        matches!(row.steps[at], Step::Refused(_)) && self.broken[at].is_none()
    }

    /// Every row with a value, and how strongly it is drawn: those an author highlights have a name, else all where they
    /// are few; of many items, the first and the last.
    fn weights(&self, highlight: &[TerritoryId]) -> Vec<Option<Weight>> {
        let has_value = |row: &Row<'_>| row.values.iter().flatten().any(|value| value.value.is_some());
        let count = self.rows.iter().filter(|row| row.who != Who::National && has_value(row)).count();
        let mut place = 0;
        let weight = |row: &Row<'_>| {
            if !has_value(row) {
                return None;
            }
            place += usize::from(row.who != Who::National);
            let is_named = match row.who {
                Who::National => return Some(Weight::National),
                Who::Territory(id) if !highlight.is_empty() => highlight.contains(&id),
                Who::Item(_) if count > FEW => place <= OF_EACH || place + OF_EACH > count,
                Who::Territory(_) | Who::Item(_) => count <= FEW,
            };
            Some(if is_named { Weight::Named } else { Weight::Quiet })
        };
        self.rows.iter().map(weight).collect()
    }

    fn points(&self, row: &Row<'_>) -> Vec<LinePoint> {
        let point = |at: usize| {
            let observation = row.values[at]?;
            let Some(value) = observation.value else {
                let day = self.period(at).end().number();
                return Some(LinePoint { day, value: None, joined: false, parted: false });
            };
            (row.steps[at] != Step::Repeated).then(|| LinePoint {
                day: observation.period.end().number(),
                value: Some(value.to_f64()),
                joined: row.steps[at] == Step::Joined,
                parted: self.is_parted(row, at),
            })
        };
        (0..self.sides.len()).filter_map(point).collect()
    }

    /// The last value as printed, with its date where it is not that of the newest series.
    fn ending(&self, row: &Row<'_>) -> String {
        let known = row.values.iter().rev().flatten().find_map(|one| Some((one.value?, one.period)));
        known.map_or_else(String::new, |(value, period)| {
            let printed = self.print(value);
            if period.end() == self.period(self.last()).end() {
                return printed;
            }
            format!("{printed} ({})", lang::short_date(self.language, period).join(" "))
        })
    }

    /// The dates of the axis, each once.
    fn dates(&self) -> Vec<Date> {
        let mut dates: Vec<Date> = Vec::new();
        let days: BTreeSet<i64> = (0..self.sides.len()).map(|at| self.period(at).end().number()).collect();
        for day in days {
            let at: Vec<usize> = (0..self.sides.len()).filter(|at| self.period(*at).end().number() == day).collect();
            let lacks = |row: &&Row<'_>| {
                let mut values = at.iter().filter_map(|at| row.values[*at]).peekable();
                values.peek().is_some() && values.all(|one| one.value.is_none())
            };
            let count = self.rows.iter().filter(lacks).count();
            let without = if count > 0 { format!("{}: {count}", terms(self.language).missing) } else { String::new() };
            let words = at.last().map(|at| lang::short_date(self.language, self.period(*at))).unwrap_or_default();
            dates.push(Date { day, words, without });
        }
        dates
    }

    /// Where no line goes on, with its two periods and why.
    fn breaks(&self) -> impl Iterator<Item = ([Period; 2], String)> {
        let breaks = self.broken.iter().enumerate().filter_map(|(at, found)| Some((at, (*found)?)));
        breaks.map(|(at, found)| ([self.period(at - 1), self.period(at)], lang::broken(self.language, found)))
    }

    /// Where some lines alone do not go on: the two periods, why, and whose.
    fn parted(&self) -> Vec<String> {
        let mut said = Vec::new();
        for at in 1..self.sides.len() {
            let mut found: Vec<(Break, Vec<String>)> = Vec::new();
            for row in self.rows.iter().filter(|row| self.is_parted(row, at)) {
                let (Step::Refused(why), name) = (row.steps[at], self.called(row.who).1.to_owned()) else { continue };
                match found.iter_mut().find(|(known, _)| *known == why) {
                    Some((_, names)) => names.push(name),
                    None => found.push((why, vec![name])),
                }
            }
            let between = [self.period(at - 1), self.period(at)];
            said.extend(found.iter().map(|(why, names)| {
                lang::line_parted(self.language, between, &lang::broken(self.language, *why), names)
            }));
        }
        said
    }

    /// What must be known of the values of a row, each with the date of its series; and at which sides.
    fn said(&self, row: &Row<'_>) -> Vec<(usize, String)> {
        let words = |(at, value): (usize, &Option<&Observation>)| Some((at, notes::words(self.language, (*value)?)?));
        row.values.iter().enumerate().filter_map(words).collect()
    }

    fn note_of(&self, said: &[(usize, String)]) -> String {
        let one = |(at, words): &(usize, String)| {
            let period = lang::period(self.language, self.period(*at));
            format!("{} ({period})", words.trim_end_matches('.'))
        };
        said.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// Notes on the figure as a whole, besides those on breaks and on what is missing.
    fn general(&self) -> Vec<String> {
        let language = self.language;
        let mut all: Vec<String> = Vec::new();
        let mut add = |text: String| {
            if !all.contains(&text) {
                all.push(text);
            }
        };
        for pair in self.sides.windows(2) {
            let [was, is] = [pair[0].series, pair[1].series];
            let found = compare(self.indicator, (was.definition, was.period), (is.definition, is.period));
            if let Comparability::Allowed { because } = found {
                add(lang::allowed(language, &because));
            }
        }
        let mut known: Vec<usize> = Vec::new();
        for Side { series, .. } in &self.sides {
            if !known.contains(&series.definition) {
                known.push(series.definition);
            }
        }
        if known.len() > 1 {
            for definition in known {
                let first = self.sides.iter().find(|side| side.series.definition == definition);
                let since = first.map_or_else(String::new, |side| lang::period(language, side.series.period));
                add(lang::defined(language, &since, &self.indicator.definitions[definition].text));
            }
        }
        if let Some(why) = &self.indicator.uncapped {
            add(lang::uncapped(self.language, why));
        }
        let notes: Vec<(&String, Period)> =
            self.sides.iter().filter_map(|side| Some((side.series.note.as_ref()?, side.series.period))).collect();
        for (note, period) in &notes {
            match notes.iter().all(|(other, _)| other == note) {
                true if notes.len() == self.sides.len() => add((*note).clone()),
                _ => add(format!("{}: {note}", lang::period(language, *period))),
            }
        }
        all
    }

    /// Columns: name, one an edition, note.
    fn table(&self, first: &str) -> Table {
        let when = |at: usize| {
            let when = lang::when(self.language, self.period(at));
            let twice = (0..self.sides.len()).filter(|other| self.period(*other) == self.period(at)).count() > 1;
            if twice {
                format!("{when} ({} {})", line_terms(self.language).edition, self.sides[at].edition.id)
            } else {
                when
            }
        };
        let mut head = vec![lang::upper(first)];
        head.extend((0..self.sides.len()).map(when));
        head.push(terms(self.language).note.to_owned());
        let numeric = (0..head.len()).map(|column| column > 0 && column + 1 < head.len()).collect();
        let rows = self.rows.iter().map(|row| {
            let said = self.said(row);
            let mut cells = vec![self.called(row.who).1.to_owned()];
            cells.extend((0..self.sides.len()).map(|at| {
                let mark = if said.iter().any(|(of, _)| *of == at) || self.is_parted(row, at) { "*" } else { "" };
                format!("{}{mark}", self.printed(row, at))
            }));
            let parted = (0..self.sides.len()).filter(|at| self.is_parted(row, *at));
            let parted = parted.map(|at| {
                let period = lang::period(self.language, self.period(at));
                format!("{} ({period})", line_terms(self.language).not_joined)
            });
            let own = Some(self.note_of(&said)).filter(|note| !note.is_empty());
            cells.push(own.into_iter().chain(parted).collect::<Vec<_>>().join("; "));
            TableRow { national: row.who == Who::National, cells }
        });
        Table { rows: rows.collect(), head, numeric }
    }

    fn source(&self) -> String {
        let mut publishers = Vec::new();
        for (at, side) in self.sides.iter().enumerate() {
            let keys = self.rows.iter().filter_map(|row| row.values[at]?.source.as_deref());
            add_publishers(side.edition, &keys.collect::<Vec<_>>(), &mut publishers);
        }
        sourced(self.language, &self.indicator.origin, &publishers)
    }

    /// All definitions followed.
    fn definition(&self) -> String {
        let mut texts: Vec<String> = Vec::new();
        let used: BTreeSet<usize> = self.sides.iter().map(|side| side.series.definition).collect();
        for definition in &used {
            let of = &self.indicator.definitions[*definition];
            texts.push(if used.len() == 1 { of.text.clone() } else { format!("{}: {}", of.id, of.text) });
        }
        texts.join(" ")
    }

    /// The first and the last date of the last stretch without a break, held against each other.
    fn stretch(&self) -> Option<Compared<'_>> {
        let last = self.last();
        let begin = (0..=last).rev().find(|at| self.broken[*at].is_some()).filter(|at| *at < last).unwrap_or(0);
        let between: Vec<&Series> = self.sides[begin + 1..last.max(begin + 1)].iter().map(|side| side.series).collect();
        let ends = [self.sides[begin], self.sides[last]];
        compared(self.checked, self.part, ends, &between, self.language)
    }

    /// What the figure says, with what came of its last stretch.
    fn summary(&self, stretch: &Compared<'_>, highlight: &[TerritoryId], notes: Vec<String>) -> String {
        let (language, last) = (self.language, self.last());
        let change = stretch.facts(self.checked);
        let national = self.rows.iter().find(|row| row.who == Who::National).filter(|_| change.national.is_none());
        let ends_of = |row: &Row<'_>| {
            let value = |one: &Observation| Some((self.print(one.value?), one.period));
            let first = row.values.iter().flatten().find_map(|one| value(one))?;
            let last = row.values.iter().rev().flatten().find_map(|one| value(one)).filter(|last| last.1 != first.1);
            Some((self.called(row.who).1.to_owned(), first, last))
        };
        let row_of = |id: &TerritoryId| self.rows.iter().find(|row| row.who == Who::Territory(*id));
        let highlighted = highlight.iter().filter_map(row_of).filter_map(ends_of).collect();
        lang::lines_summary(
            language,
            &LinesFacts {
                dates: self.sides.len(),
                first: self.period(0),
                last: self.period(last),
                national: national.and_then(ends_of),
                change,
                highlighted,
                notes,
            },
        )
    }
}

/// The figure. `number` counts figures from 1.
pub fn figure(checked: &Checked, edition: &EditionData, asked: &FigureData, number: usize) -> Option<Figure> {
    let lines = over_time(checked, edition, asked)?;
    let (indicator, language, part) = (lines.indicator, lines.language, lines.part);
    let newest = lines.sides[lines.last()].series;
    let weights = lines.weights(&asked.highlight);

    let mut notes = Notes::new(language);
    let (mut rows, mut absent, mut gaps, mut unmarked) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut is_all_said = true;
    let missing = |row: &Row<'_>| -> Vec<Period> {
        let is_missing = |at: &usize| row.values[*at].is_some_and(|value| value.value.is_none());
        (0..lines.sides.len()).filter(is_missing).map(|at| lines.period(at)).collect()
    };
    let quiet = || lines.rows.iter().zip(&weights).filter(|(_, weight)| **weight == Some(Weight::Quiet));
    let told = quiet().filter(|(row, _)| !missing(row).is_empty() || !lines.said(row).is_empty()).count() <= TOLD;
    for (row, weight) in lines.rows.iter().zip(&weights) {
        let name = lines.called(row.who).1.to_owned();
        let Some(weight) = *weight else {
            is_all_said &= lines.said(row).is_empty();
            absent.push(Labelled { name, mark: String::new() });
            continue;
        };
        let said = lines.said(row);
        if weight != Weight::Quiet || told {
            gaps.extend(Some((name.clone(), missing(row))).filter(|(_, missing)| !missing.is_empty()));
        }
        let mark = match weight {
            Weight::National | Weight::Named => notes.mark_words(&name, lines.note_of(&said)),
            Weight::Quiet => {
                is_all_said &= told || said.is_empty();
                // A line without a name has no place for a mark.
                unmarked.extend((told && !said.is_empty()).then(|| format!("{name}: {}", lines.note_of(&said))));
                String::new()
            }
        };
        let all: Vec<String> = (0..lines.sides.len()).map(|at| lines.printed(row, at)).collect();
        rows.push(Line {
            title: format!("{name}: {}", all.join(", ")),
            label: Labelled { name, mark },
            ending: lines.ending(row),
            points: lines.points(row),
            weight,
        });
    }
    if !told {
        let last = lines.period(lines.last());
        let lacking = quiet().filter(|(row, _)| missing(row).contains(&last));
        let names: Vec<&str> = lacking.map(|(row, _)| lines.called(row.who).1).collect();
        gaps.extend((!names.is_empty()).then(|| (lang::list(language, &names), vec![last])));
    }

    let marked = notes.finish();
    let breaks: Vec<([Period; 2], String)> =
        lines.breaks().map(|(between, why)| (between, lang::line_break(language, between, &why))).collect();
    let mut general = lines.parted();
    general.extend((!gaps.is_empty()).then(|| lang::line_gaps(language, &gaps)));
    general.extend(unmarked);
    let mut said: Vec<String> = breaks.iter().map(|(_, words)| words.clone()).collect();
    said.extend(general.iter().cloned());
    said.extend(texts(&marked));
    let own = own_words(checked, &asked.words);
    let is_few = part != Part::Items || weights.iter().all(|weight| *weight != Some(Weight::Quiet));
    general.extend((!is_few).then(|| lang::line_names(language, OF_EACH)));
    general.extend(goal::note(language, edition, (indicator, part), false).map(|note| note.text));
    general.extend(lines.general());
    let stretch = lines.stretch()?;
    let rounding = stretch.rounding();
    if own.summary.is_none() && matches!(rounding, Rounding::Before { .. }) {
        general.push(lang::rounding(language, rounding).to_owned());
    }
    general.extend((!is_all_said).then(|| line_terms(language).other_notes.to_owned()));
    let general = general.into_iter().map(|text| Note { mark: String::new(), text });
    let notes: Vec<Note> = general.chain(marked).collect();

    let called = match part {
        Part::Items => lang::items(language),
        Part::Territories | Part::Table => lang::called(language, &checked.territories),
    };
    let (title, measure) = words(indicator, newest.definition, part);
    let (title, is_own) = (own.title.unwrap_or(title), own.summary.is_some());
    let span = lang::span(language, lines.period(0), newest.period);
    let of_all = rows.iter().flat_map(|row: &Line| &row.points).filter_map(|point| point.value);
    let axis_max = super::change::axis_max(of_all.fold(0.0, f64::max), indicator);
    let id = view_id(indicator, part, View::Lines);
    let terms_of_lines = line_terms(language);
    let chart = Chart::Lines(Lines {
        dates: lines.dates(),
        rows,
        axis_max,
        axis_suffix: "%".to_owned(),
        breaks: breaks
            .into_iter()
            .map(|([from, to], words)| LineBreak { from: from.end().number(), to: to.end().number(), words })
            .collect(),
        parted_word: terms_of_lines.parted.to_owned(),
        missing_word: terms_of_lines.missing.to_owned(),
        absent,
        absent_word: terms_of_lines.absent.to_owned(),
    });
    Some(Figure {
        own: Own { kicker: true, title: true, summary: is_own },
        drawn: described::drawn(language, &chart, &called, &checked.territories.national().name),
        caption: lang::caption(language, &title, &indicator.origin, &span),
        kicker: format!("{} · {}", checked.catalogue.groups[indicator.group].title, indicator.short),
        number: lang::figure(language, number),
        definition: lines.definition(),
        summary: own.summary.unwrap_or_else(|| lines.summary(&stretch, &asked.highlight, said)),
        chart,
        table: lines.table(&called.one),
        source_label: terms(language).source.to_owned(),
        source: lines.source(),
        notes,
        provenance: Provenance {
            period: span.clone(),
            ..provenance(checked, edition, &lines.sides, &measure, language)
        },
        dataset: id.clone(),
        id,
        title,
        measure: format!("{measure} · {span}"),
    })
}

/// The addresses of the editions older than one that have a series, the oldest first; none where they are all of its
/// date, or it is a table.
pub fn older(checked: &Checked, index: usize, key: (usize, Part)) -> Option<Vec<String>> {
    let end = |edition: &EditionData| Some(edition.series.get(&key)?.period.end());
    let own = end(&checked.editions[index]);
    let older = || checked.editions[index + 1..].iter().rev().filter(|edition| edition.series.contains_key(&key));
    let is_line = key.1 != Part::Table && older().any(|edition| end(edition) != own);
    is_line.then(|| older().map(|edition| edition.id.clone()).collect())
}

/// Every observation of every edition, and what parts it from the one before.
pub fn dataset(checked: &Checked, edition: &EditionData, asked: &FigureData) -> Option<Dataset> {
    let lines = over_time(checked, edition, asked)?;
    let first = if lines.part == Part::Items { "item" } else { "territory" };
    let head = [
        first,
        "name",
        "value_edition",
        "value",
        "numerator",
        "denominator",
        "unit",
        "status",
        "period",
        "version",
        "break",
        "note",
        "source",
    ];
    let mut rows = Vec::new();
    for row in &lines.rows {
        let (code, name) = lines.called(row.who);
        for (at, Side { edition, series }) in lines.sides.iter().enumerate() {
            let Some(value) = row.values[at] else { continue };
            let number = |count: Option<u32>| count.map_or_else(String::new, |count| count.to_string());
            let parted = match row.steps[at] {
                Step::Refused(found) => found.word(),
                Step::Apart | Step::Joined | Step::Repeated => "",
            };
            rows.push(vec![
                code.to_owned(),
                name.to_owned(),
                edition.id.clone(),
                value.value.map_or_else(String::new, Number::to_data),
                number(value.count),
                number(value.of),
                lines.indicator.unit().to_owned(),
                value.status.code().to_owned(),
                value.period.iso(),
                lines.indicator.definitions[series.definition].id.clone(),
                parted.to_owned(),
                notes::words(lines.language, value).unwrap_or_default(),
                cite(edition, value.source.as_deref()),
            ]);
        }
    }
    let name = view_id(lines.indicator, lines.part, View::Lines);
    Some(Dataset { name, head: head.map(str::to_owned).to_vec(), rows })
}
