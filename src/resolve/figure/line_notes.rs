//! What must be said of a series over the editions beside its lines: the table, and the notes at the foot.

use super::figure::{Table, TableRow};
use super::notes;
use super::over_time::{OverTime, Row, Step};
use crate::data::comparability::{Break, Comparability, compare};
use crate::data::observation::Observation;
use crate::data::period::Period;
use crate::lang::{self, line_terms, terms};
use crate::resolve::compare::compared::{Side, Who};

impl OverTime<'_> {
    /// Where no line goes on, with its two periods and why.
    pub fn breaks(&self) -> impl Iterator<Item = ([Period; 2], String)> {
        let breaks = self.broken.iter().enumerate().filter_map(|(at, found)| Some((at, (*found)?)));
        breaks.map(|(at, found)| ([self.period(at - 1), self.period(at)], lang::broken(self.language, found)))
    }

    /// Where some lines alone do not go on: the two periods, why, and whose.
    pub fn parted(&self) -> Vec<String> {
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
    pub fn said(&self, row: &Row<'_>) -> Vec<(usize, String)> {
        let words = |(at, value): (usize, &Option<&Observation>)| Some((at, notes::words(self.language, (*value)?)?));
        row.values.iter().enumerate().filter_map(words).collect()
    }

    /// What must be known of the values of a row, as one text.
    pub fn note_of(&self, said: &[(usize, String)]) -> String {
        let one = |(at, words): &(usize, String)| {
            let period = lang::period(self.language, self.period(*at));
            format!("{} ({period})", words.trim_end_matches('.'))
        };
        said.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// Notes on the figure as a whole, besides those on breaks and on what is missing.
    pub fn general(&self) -> Vec<String> {
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
    pub fn table(&self, first: &str) -> Table {
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
}
