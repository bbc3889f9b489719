//! The figure of one series over the editions: its lines, its dates and its words.

use super::change::axis_max;
use super::figure::{Figure, Note};
use super::goal;
use super::notes::Notes;
use super::over_time::{OverTime, Row, Step, over_time};
use super::shared::{self, Heading, Parts, Subject};
use super::words::{add_publishers, sourced, texts, words};
use crate::chart::{Chart, Date, Labelled, Line, LineBreak, LinePoint, Lines, Weight};
use crate::check::{Checked, EditionData, FigureData};
use crate::data::indicator::Part;
use crate::data::observation::Observation;
use crate::data::period::Period;
use crate::data::points::Rounding;
use crate::data::territory::TerritoryId;
use crate::data::view::View;
use crate::lang::{self, LinesFacts, line_terms, terms};
use crate::resolve::compare::compared::{Compared, Who};
use crate::resolve::names::view_id;
use std::collections::BTreeSet;

/// No more lines than these, the national one apart, all have a name without being asked for.
const FEW: usize = 8;

/// Where no more lines without a name than these have a missing value or a note, the foot of the figure names them.
const TOLD: usize = 4;

/// Where there are more items, so many of the first and so many of the last have a name.
const OF_EACH: usize = 4;

/// The lines of a figure, and what its foot must say of them.
struct Told {
    /// Every row with a value.
    lines: Vec<Line>,
    /// Every row without.
    absent: Vec<Labelled>,
    /// Names, and the dates at which they have no value.
    gaps: Vec<(String, Vec<Period>)>,
    /// What must be known of values of lines without a name, which have no place for a mark.
    unmarked: Vec<String>,
    /// Notes with the marks that names have.
    marked: Vec<Note>,
    /// Whether these notes leave nothing out that must be known of a value.
    is_all: bool,
}

/// The figure. `number` counts figures from 1.
pub fn figure(checked: &Checked, edition: &EditionData, asked: &FigureData, number: usize) -> Option<Figure> {
    let lines = over_time(checked, edition, asked)?;
    let (indicator, language, part) = (lines.indicator, lines.language, lines.part);
    let newest = lines.sides[lines.last()].series;
    let weights = lines.weights(&asked.highlight);
    let stretch = lines.stretch()?;
    let told = lines.told(&weights);
    let breaks: Vec<LineBreak> = lines.line_breaks();

    // What the foot says of single lines, the summary says too.
    let mut of_lines = lines.parted();
    of_lines.extend((!told.gaps.is_empty()).then(|| lang::line_gaps(language, &told.gaps)));
    of_lines.extend(told.unmarked.iter().cloned());
    let mut said: Vec<String> = breaks.iter().map(|found| found.words.clone()).collect();
    said.extend(of_lines.iter().cloned());
    said.extend(texts(&told.marked));
    let summary = lines.summary(&stretch, &asked.highlight, said);

    let mut general = of_lines;
    let is_few = part != Part::Items || weights.iter().all(|weight| *weight != Some(Weight::Quiet));
    general.extend((!is_few).then(|| lang::line_names(language, OF_EACH)));
    general.extend(goal::note(language, edition, (indicator, part), false).map(|note| note.text));
    general.extend(lines.general());
    let rounding = stretch.rounding();
    if asked.words.summary.is_none() && matches!(rounding, Rounding::Before { .. }) {
        general.push(lang::rounding(language, rounding).to_owned());
    }
    general.extend((!told.is_all).then(|| line_terms(language).other_notes.to_owned()));
    let general = general.into_iter().map(|text| Note { mark: String::new(), text });
    let notes: Vec<Note> = general.chain(told.marked).collect();

    let called = match part {
        Part::Items => lang::items(language),
        Part::Territories | Part::Table => lang::called(language, &checked.territories),
    };
    let (_, measure) = words(indicator, newest.definition, part);
    let span = lang::span(language, lines.period(0), newest.period);
    let id = view_id(indicator, part, View::Lines);
    let subject = Subject { checked, edition, indicator, part, sides: &lines.sides, words: &asked.words, number };
    let parts = Parts {
        dataset: id.clone(),
        id,
        heading: Heading::OfIndicator,
        measure: format!("{measure} · {span}"),
        when: span,
        definition: lines.definition(),
        summary,
        chart: Chart::Lines(lines.chart(told.lines, told.absent, breaks)),
        table: lines.table(&called.one),
        source: lines.source(),
        notes,
    };
    Some(shared::figure(&subject, parts))
}

impl OverTime<'_> {
    /// The lines, and what must be said of them. Where many lines without a name have something to say, they say it in
    /// the table alone.
    fn told(&self, weights: &[Option<Weight>]) -> Told {
        let mut notes = Notes::new(self.language);
        let (mut lines, mut absent, mut gaps, mut unmarked) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut is_all = true;
        let quiet = || self.rows.iter().zip(weights).filter(|(_, weight)| **weight == Some(Weight::Quiet));
        let has_more = |row: &Row<'_>| !self.missing(row).is_empty() || !self.said(row).is_empty();
        let are_quiet_told = quiet().filter(|(row, _)| has_more(row)).count() <= TOLD;
        for (row, weight) in self.rows.iter().zip(weights) {
            let (name, said) = (self.called(row.who).1.to_owned(), self.said(row));
            let Some(weight) = *weight else {
                is_all &= said.is_empty();
                absent.push(Labelled { name, mark: String::new() });
                continue;
            };
            if weight != Weight::Quiet || are_quiet_told {
                gaps.extend(Some((name.clone(), self.missing(row))).filter(|(_, missing)| !missing.is_empty()));
            }
            let mark = match weight {
                Weight::National | Weight::Named => notes.mark_words(&name, self.note_of(&said)),
                Weight::Quiet => {
                    is_all &= are_quiet_told || said.is_empty();
                    let note = || format!("{name}: {}", self.note_of(&said));
                    unmarked.extend((are_quiet_told && !said.is_empty()).then(note));
                    String::new()
                }
            };
            lines.push(self.line(row, weight, Labelled { name, mark }));
        }
        if !are_quiet_told {
            let last = self.period(self.last());
            let lacking = quiet().filter(|(row, _)| self.missing(row).contains(&last));
            let names: Vec<&str> = lacking.map(|(row, _)| self.called(row.who).1).collect();
            gaps.extend((!names.is_empty()).then(|| (lang::list(self.language, &names), vec![last])));
        }
        Told { lines, absent, gaps, unmarked, marked: notes.finish(), is_all }
    }

    /// The dates at which a row has no value.
    fn missing(&self, row: &Row<'_>) -> Vec<Period> {
        let is_missing = |at: &usize| row.values[*at].is_some_and(|value| value.value.is_none());
        (0..self.sides.len()).filter(is_missing).map(|at| self.period(at)).collect()
    }

    fn line(&self, row: &Row<'_>, weight: Weight, label: Labelled) -> Line {
        let all: Vec<String> = (0..self.sides.len()).map(|at| self.printed(row, at)).collect();
        Line {
            title: format!("{}: {}", label.name, all.join(", ")),
            label,
            ending: self.ending(row),
            points: self.points(row),
            weight,
        }
    }

    /// Where no line goes on, with words that say why.
    fn line_breaks(&self) -> Vec<LineBreak> {
        let found = self.breaks().map(|(between, why)| LineBreak {
            from: between[0].end().number(),
            to: between[1].end().number(),
            words: lang::line_break(self.language, between, &why),
        });
        found.collect()
    }

    fn chart(&self, rows: Vec<Line>, absent: Vec<Labelled>, breaks: Vec<LineBreak>) -> Lines {
        let values = rows.iter().flat_map(|row| &row.points).filter_map(|point| point.value);
        let terms = line_terms(self.language);
        Lines {
            dates: self.dates(),
            axis_max: axis_max(values.fold(0.0, f64::max), self.indicator),
            axis_suffix: "%".to_owned(),
            rows,
            breaks,
            parted_word: terms.parted.to_owned(),
            missing_word: terms.missing.to_owned(),
            absent,
            absent_word: terms.absent.to_owned(),
        }
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

    fn source(&self) -> String {
        let mut publishers = Vec::new();
        for (at, side) in self.sides.iter().enumerate() {
            let keys = self.rows.iter().filter_map(|row| row.values[at]?.source.as_deref());
            add_publishers(side.edition, &keys.collect::<Vec<_>>(), &mut publishers);
        }
        sourced(self.language, &self.indicator.origin, &publishers)
    }

    /// The definitions that the series follow, each with its key where they are several.
    fn definition(&self) -> String {
        let mut texts: Vec<String> = Vec::new();
        let used: BTreeSet<usize> = self.sides.iter().map(|side| side.series.definition).collect();
        for definition in &used {
            let of = &self.indicator.definitions[*definition];
            texts.push(if used.len() == 1 { of.text.clone() } else { format!("{}: {}", of.id, of.text) });
        }
        texts.join(" ")
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
