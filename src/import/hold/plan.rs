//! The table held against the edition: what is new, the same, different, or not given; and what is to be written.

use super::held::{Entry, Held, TODO};
use crate::data::indicator::{Indicator, Part};
use crate::data::number::Number;
use crate::data::observation::Cell;
use crate::data::period::Period;
use crate::data::status::Status;
use crate::diag::{Language, Words};
use crate::import::read::number::Decimal;
use crate::import::said::{Reading, Said, Who};
use crate::parse::draft::Others;
use crate::words;
use std::collections::BTreeMap;

/// What is to become of one series.
#[derive(Debug)]
pub struct Plan {
    /// Each reading with what it means for the edition, in the order of the file.
    pub verdicts: Vec<(Who, Said, Verdict)>,
    /// What is to be written.
    pub writes: BTreeMap<Who, Write>,
    /// The source of the file, where it is to change: nothing that stays relies on the old one.
    pub source: Option<String>,
    /// The date of the file, where it is to change.
    pub period: Option<Period>,
    /// The table has another source, or another date, and cells that stay: a table has one for all.
    pub one_for_all: Option<OneForAll>,
}

/// What a table has once for all its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OneForAll {
    /// A source: the one it has.
    Source(String),
    /// A date: the one it has.
    Period(Period),
}

/// What a reading means for the edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Not there until now, or still to be given.
    New,
    /// Among the others until now, which are missing.
    Filled,
    /// There, and the same.
    Same,
    /// There, and something else.
    Different {
        /// As it is.
        old: Words,
        /// As the table has it.
        new: Words,
        /// What stands beside the value and may speak of the old one: kept, to be confirmed.
        confirm: Vec<Confirm>,
    },
    /// The cell is blank.
    NotGiven,
}

/// What stands beside a value and is kept when the value is replaced; its source alone gives way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirm {
    /// A note.
    Note(String),
    /// A date of its own.
    Period(Period),
    /// A status.
    Status(Status),
    /// Its own source, which is replaced with it.
    Source(String),
}

/// What one value is to be: keys that are `None` stay as they are, but for the number and its absence, of which one
/// takes the place of the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Write {
    /// The number.
    pub value: Option<Decimal>,
    /// How many.
    pub count: Option<u32>,
    /// How many there are in all: the denominator of a count.
    pub of: Option<u32>,
    /// An absence, or a status.
    pub status: Option<Status>,
    /// Yes, no or missing.
    pub cell: Option<Cell>,
    /// Its own date.
    pub period: Option<Period>,
    /// Its note.
    pub note: Option<String>,
    /// Its own source.
    pub source: Option<String>,
}

impl Write {
    /// Whether it is an absence.
    pub fn is_absent(&self) -> bool {
        self.status.is_some_and(Status::is_absent) || self.cell == Some(Cell::Missing)
    }
}

/// What is asked of a series, beside the table.
#[derive(Clone, Copy, Debug)]
pub struct AskedSeries<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Which part.
    pub part: Part,
    /// The source of values whose row names none.
    pub source: &'a str,
    /// The date said for them, where one was.
    pub period: Option<Period>,
    /// The date of values of a file that says none.
    pub default_period: Period,
    /// The whole of a count that does not say its own.
    pub total: Option<u32>,
    /// Whether a value that is there may be replaced.
    pub replace: bool,
}

/// Holds the readings of one series against what the edition holds of it.
pub fn plan(readings: &[&Reading<'_>], held: Option<&Held>, asked: AskedSeries<'_>) -> Plan {
    let entry = |who: Who| held.and_then(|held| held.entries.get(&who));
    let others = held.and_then(|held| held.others);
    let file_period = held.and_then(|held| held.period).unwrap_or(asked.default_period);
    let mut verdicts: Vec<(Who, Said, Verdict)> = readings
        .iter()
        .map(|reading| {
            // What is said of the others is not said of the whole.
            let others = others.filter(|_| reading.who != Who::National);
            let verdict = match reading.again {
                true => Verdict::Same,
                false => verdict(&reading.said, entry(reading.who), others, file_period, asked),
            };
            (reading.who, reading.said.clone(), verdict)
        })
        .collect();
    verdicts.sort_by_key(|(who, ..)| *who);

    let written = |verdict: &Verdict| match verdict {
        Verdict::New | Verdict::Filled => true,
        Verdict::Different { .. } => asked.replace,
        Verdict::Same | Verdict::NotGiven => false,
    };
    let writing: BTreeMap<Who, &Said> =
        verdicts.iter().filter(|(.., verdict)| written(verdict)).map(|(who, said, _)| (*who, said)).collect();
    let confirmed = |who: &Who| verdicts.iter().any(|(of, _, verdict)| of == who && *verdict == Verdict::Same);

    // What stays relies on the source and the date of the file, unless it has its own. The cells of a table that the
    // new one gives alike are of the new one as well as of the old.
    let mut staying = held.into_iter().flat_map(|held| &held.entries).filter(|(who, entry)| {
        let again = asked.part == Part::Table && confirmed(who);
        entry.has_value() && !writing.contains_key(*who) && !again
    });
    let (mut relies_on_source, mut relies_on_period) = (false, false);
    for (_, entry) in staying.by_ref() {
        relies_on_source |= entry.source.is_none();
        relies_on_period |= entry.period.is_none();
    }
    let has_values = writing.values().any(|said| !is_absent(said));
    let held_source = held.and_then(|held| held.source.as_deref()).filter(|source| *source != TODO);
    let other_source = held.is_some() && has_values && held_source != Some(asked.source);
    let other_period = asked.period.filter(|period| !writing.is_empty() && *period != file_period);
    let in_csv = held.is_some_and(|held| held.yaml.is_none());
    let table = asked.part == Part::Table;
    let mut one_for_all = None;
    if table && relies_on_source && other_source {
        one_for_all = held_source.map(|source| OneForAll::Source(source.to_owned()));
    } else if table && relies_on_period && other_period.is_some() {
        one_for_all = Some(OneForAll::Period(file_period));
    }
    let source = (other_source && !relies_on_source && !in_csv).then(|| asked.source.to_owned());
    let period = other_period.filter(|_| held.is_some() && !relies_on_period && !in_csv);

    // What a value says for itself is what its file does not say for it.
    let of_file = match held {
        None => (Some(asked.source), asked.period.unwrap_or(asked.default_period)),
        Some(_) => (source.as_deref().or(held_source), period.unwrap_or(file_period)),
    };
    let writes = writing.into_iter().map(|(who, said)| (who, write(said, entry(who), of_file, asked))).collect();
    Plan { writes, source, period, one_for_all, verdicts }
}

fn is_absent(said: &Said) -> bool {
    said.status.is_some_and(Status::is_absent) || said.cell == Some(Cell::Missing)
}

fn verdict(
    said: &Said,
    held: Option<&Entry>,
    others: Option<Others>,
    file_period: Period,
    asked: AskedSeries<'_>,
) -> Verdict {
    if said.is_nothing() {
        return Verdict::NotGiven;
    }
    let Some(entry) = held else {
        let plainly_missing = said.status == Some(Status::Missing) || said.cell == Some(Cell::Missing);
        return match others {
            Some(Others::Missing) if plainly_missing && said.note.is_none() => Verdict::Same,
            Some(Others::Missing) => Verdict::Filled,
            Some(Others::Table) | None => Verdict::New,
        };
    };
    if entry.todo {
        return Verdict::New;
    }
    if is_same(said, entry, file_period, asked) {
        return Verdict::Same;
    }
    // Who says no more than that a value is missing has none to lose.
    if entry.is_plainly_missing() && !is_absent(said) {
        return Verdict::Filled;
    }
    let mut confirm = Vec::new();
    if let (Some(note), None) = (&entry.note, &said.note) {
        confirm.push(Confirm::Note(note.clone()));
    }
    if let (Some(period), None, None) = (entry.period, said.period, asked.period) {
        confirm.push(Confirm::Period(period));
    }
    if let (Some(status), None, false) = (entry.status, said.status, entry.status.is_some_and(Status::is_absent)) {
        confirm.push(Confirm::Status(status));
    }
    let source = said.source.as_deref().unwrap_or(asked.source);
    if let Some(own) = entry.source.as_ref().filter(|own| *own != source && !is_absent(said)) {
        confirm.push(Confirm::Source(own.clone()));
    }
    let (was, is) = (entry.period.unwrap_or(file_period), said.period.or(asked.period));
    let dated = |words: Words, period: Period| match is.is_some_and(|is| is != was) {
        true => Words { en: format!("{}, {}", words.en, period.iso()), it: format!("{}, {}", words.it, period.iso()) },
        false => words,
    };
    let old = dated(entry_words(entry), was);
    let new = dated(said_words(&Said { period: None, ..said.clone() }), is.unwrap_or(was));
    Verdict::Different { old, new, confirm }
}

/// Whether what is held says what the table says. A share that is held as a count agrees as printed; what the table
/// leaves open does not matter.
fn is_same(said: &Said, entry: &Entry, file_period: Period, asked: AskedSeries<'_>) -> bool {
    if entry.unreadable.is_some() || said.cell != entry.cell {
        return false;
    }
    let absent = |status: Option<Status>| status.filter(|status| status.is_absent());
    if absent(said.status) != absent(entry.status) || (said.status.is_some() && said.status != entry.status) {
        return false;
    }
    if said.count.is_some() && (said.count != entry.count || said.of.or(asked.total) != entry.of.or(asked.total)) {
        return false;
    }
    if let Some(value) = said.value.and_then(Decimal::number) {
        let decimals = asked.indicator.decimals;
        let counted = entry.count.zip(entry.of.or(asked.total)).and_then(|(count, of)| Number::share(count, of));
        let same = match (entry.value, counted) {
            (Some(held), _) => held == value,
            (None, Some(counted)) => counted.rounded(decimals) == value.rounded(decimals),
            (None, None) => false,
        };
        if !same {
            return false;
        }
    }
    let period = said.period.or(asked.period);
    let same_period = period.is_none_or(|period| period == entry.period.unwrap_or(file_period));
    let told = |told: &Option<String>, held: &Option<String>| told.is_none() || told == held;
    // A row's own source is told; that of the whole import does not make a value another.
    let same_source = said.source.is_none() || entry.source.is_none() || said.source == entry.source;
    (same_period || is_absent(said)) && told(&said.note, &entry.note) && same_source
}

fn write(said: &Said, entry: Option<&Entry>, of_file: (Option<&str>, Period), asked: AskedSeries<'_>) -> Write {
    let absent = is_absent(said);
    let table = asked.part == Part::Table;
    let source = said.source.as_deref().unwrap_or(asked.source);
    let own_source = entry.and_then(|entry| entry.source.as_deref());
    let says_source = !absent && !table && (of_file.0 != Some(source) || own_source.is_some_and(|own| own != source));
    let period = said.period.or(asked.period);
    let own_period = entry.and_then(|entry| entry.period);
    let says_period =
        |period: &Period| !table && (*period != of_file.1 || own_period.is_some_and(|own| own != *period));
    // An absence needs no date but one the row gives.
    let period = if absent { said.period } else { period };
    Write {
        value: said.value,
        count: said.count,
        of: said.of,
        status: said.status,
        cell: said.cell,
        period: period.filter(says_period),
        note: said.note.clone(),
        source: says_source.then(|| source.to_owned()),
    }
}

/// What is held, in few words: `12.5`, `94 (15/16)`, `missing`.
fn entry_words(entry: &Entry) -> Words {
    if let Some(words) = &entry.unreadable {
        return Words::same(format!("`{words}`"));
    }
    words(entry.value.map(Number::to_data), entry.count, entry.of, entry.status, entry.cell, None)
}

/// What the table says, in few words.
pub fn said_words(said: &Said) -> Words {
    words(said.value.map(Decimal::text), said.count, said.of, said.status, said.cell, said.period)
}

fn words(
    value: Option<String>,
    count: Option<u32>,
    of: Option<u32>,
    status: Option<Status>,
    cell: Option<Cell>,
    period: Option<Period>,
) -> Words {
    let counted = count.map(|count| match of {
        Some(of) => format!("{count}/{of}"),
        None => count.to_string(),
    });
    let number = match (value, counted) {
        (Some(value), Some(counted)) => Some((value, format!(" ({counted})"))),
        (value, counted) => value.or(counted).map(|number| (number, String::new())),
    };
    let number = number.map(|(number, counted)| Words {
        en: format!("{number}{counted}"),
        it: format!("{}{counted}", number.replace('.', ",")),
    });
    let cell = cell.map(|cell| match cell {
        Cell::Yes => words!("yes", "sì"),
        Cell::No => words!("no", "no"),
        Cell::Missing => words!("missing", "n.d."),
    });
    let status = status.filter(|status| *status != Status::Normal).map(|status| match status {
        Status::Missing => words!("missing", "n.d."),
        status => Words::same(status.word()),
    });
    let period = period.map(|period| Words::same(period.iso()));
    let said: Vec<Words> = number.into_iter().chain(cell).chain(status).chain(period).collect();
    let joined = |language| said.iter().map(|words| words.get(language)).collect::<Vec<_>>().join(", ");
    Words { en: joined(Language::English), it: joined(Language::Italian) }
}
