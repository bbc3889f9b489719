//! What becomes of one series: its new values, the same, the different, and what is still to be given.

use crate::data::indicator::Part;
use crate::data::observation::Cell;
use crate::data::status::Status;
use crate::diag::{Language, Words};
use crate::files::Sources;
use crate::import::hold::held::Held;
use crate::import::hold::plan::{Confirm, Verdict, said_words};
use crate::import::hold::work::Work;
use crate::import::request::Request;
use crate::import::said::{Said, Who};
use crate::import::write::words::name;
use crate::words;

/// Lines are no longer than this where they can be broken.
const WIDTH: usize = 100;

/// What becomes of one series.
pub fn series(work: &Work<'_>, request: &Request<'_>, sources: &Sources) -> Vec<Words> {
    let mut lines = vec![Words::default(), title(work, sources)];
    let of = |wanted: fn(&Verdict, &Said) -> bool| -> Vec<&(Who, Said, Verdict)> {
        work.plan.verdicts.iter().filter(|(_, said, verdict)| wanted(verdict, said)).collect()
    };
    let table = work.part == Part::Table;
    let with_values = |list: &[&(Who, Said, Verdict)]| {
        list.iter()
            .map(|(who, said, _)| {
                // The date of the series need not be said again.
                let said = Said { period: said.period.filter(|period| *period != work.period), ..said.clone() };
                let (name, said) = (short_name(*who, work), said_words(&said));
                Words { en: format!("{name} {}", said.en), it: format!("{name} {}", said.it) }
            })
            .collect::<Vec<Words>>()
    };
    let alone = |list: &[&(Who, Said, Verdict)]| -> Vec<Words> {
        list.iter().map(|(who, ..)| Words::same(short_name(*who, work))).collect()
    };
    let new = of(|verdict, said| *verdict == Verdict::New && !absent(said));
    let filled = of(|verdict, said| *verdict == Verdict::Filled && !absent(said));
    let missing = of(|verdict, said| matches!(verdict, Verdict::New | Verdict::Filled) && absent(said));
    let same = of(|verdict, _| *verdict == Verdict::Same);
    let not_given = of(|verdict, _| *verdict == Verdict::NotGiven);
    let valued = |label: Words, of: &[&(Who, Said, Verdict)]| match table {
        true => by_row(label, of, work),
        false => list(label, of.len(), &with_values(of)),
    };
    let named = |label: Words, of: &[&(Who, Said, Verdict)]| match table {
        true => by_row(label, of, work),
        false => list(label, of.len(), &alone(of)),
    };
    lines.extend(valued(words!("new", "nuovi"), &new));
    lines.extend(valued(words!("new, until now among the missing", "nuovi, finora tra i mancanti"), &filled));
    lines.extend(named(words!("said to be missing", "detti mancanti"), &missing));
    if !same.is_empty() {
        let count = same.len();
        lines.push(words!("  the same ({count})", "  uguali ({count})"));
    }
    // In a new file they are still to be given, which is said below.
    if work.held.is_some() {
        lines.extend(named(words!("not given, left alone", "non dati, lasciati come sono"), &not_given));
    }
    for (who, _, verdict) in &work.plan.verdicts {
        let Verdict::Different { old, new, confirm } = verdict else { continue };
        let name = short_name(*who, work);
        let (en, it) = match request.replace {
            true => ("replaced", "sostituito"),
            false => ("different", "diverso"),
        };
        lines.push(Words {
            en: format!("  {en}: {name} {} → {}", old.en, new.en),
            it: format!("  {it}: {name} {} → {}", old.it, new.it),
        });
        if request.replace {
            lines.extend(confirm.iter().map(|confirm| match confirm {
                Confirm::Note(note) => {
                    words!("    its note is kept, confirm it: «{note}»", "    la nota resta, da confermare: «{note}»")
                }
                Confirm::Period(period) => {
                    let date = period.iso();
                    words!(
                        "    its own date is kept, confirm it: {date}",
                        "    la data propria resta, da confermare: {date}"
                    )
                }
                Confirm::Source(source) => {
                    words!("    its source was {source}", "    la sua fonte era {source}")
                }
                Confirm::Status(status) => {
                    let status = status.word();
                    words!(
                        "    its status is kept, confirm it: {status}",
                        "    lo stato resta, da confermare: {status}"
                    )
                }
            }));
        }
    }
    lines.extend(head_changes(work));
    lines.extend(still_open(work));
    lines
}

/// Whether what a table says is that there is no value.
pub(super) fn absent(said: &Said) -> bool {
    said.status.is_some_and(Status::is_absent) || said.cell == Some(Cell::Missing)
}

/// "consenso, al 2025-03-31: content/editions/..."
fn title(work: &Work<'_>, sources: &Sources) -> Words {
    let root = if sources.root.is_empty() { String::new() } else { format!("{}/", sources.root) };
    let (id, path, date) = (&work.indicator.id, format!("{root}{}", work.path), work.period.iso());
    let part = match (work.part, work.indicator.items().is_empty()) {
        (Part::Territories, true) => Words::default(),
        (Part::Territories, false) => words!(", by territory", ", per territorio"),
        (Part::Items, _) => words!(", by item", ", per voce"),
        (Part::Table, _) => words!(", territory by item", ", territorio per voce"),
    };
    let new = match work.held {
        Some(_) => Words::default(),
        None if work.plan.writes.is_empty() => words!(" (no file of its own)", " (senza un file proprio)"),
        None => words!(" (a new file)", " (file nuovo)"),
    };
    // Which version the values follow matters where there are several.
    let version = work.definition.as_ref().or(work.held.as_ref().and_then(|held| held.definition.as_ref()));
    let version = version
        .filter(|_| work.indicator.definitions.len() > 1)
        .map_or(Words::default(), |version| words!(", definition {version}", ", definizione {version}"));
    words!(
        "{id}{part}, {date}{version}: {path}{new}",
        "{id}{part}, {date}{version}: {path}{new}";
        part, version, new
    )
}

/// A territory, an item, or both of a cell.
fn short_name(who: Who, work: &Work<'_>) -> String {
    match who {
        Who::Cell(_, item) => {
            let territory = name(who, work.series());
            format!("{territory}, {}", work.indicator.items()[item].id)
        }
        who => name(who, work.series()),
    }
}

/// A list with its count, broken into lines; nothing where it is empty.
fn list(label: Words, count: usize, entries: &[Words]) -> Option<Words> {
    let lines = |language: Language| {
        let mut text = format!("  {} ({count}):", label.get(language));
        let mut length = text.chars().count();
        for (place, entry) in entries.iter().enumerate() {
            // A number may have a comma of its own.
            let apart = if place + 1 == entries.len() { "" } else { ";" };
            let entry = format!("{}{apart}", entry.get(language));
            let more = 1 + entry.chars().count();
            if length + more > WIDTH {
                text.push_str("\n   ");
                length = 3;
            }
            text.push_str(&format!(" {entry}"));
            length += more;
        }
        text
    };
    (!entries.is_empty()).then(|| Words { en: lines(Language::English), it: lines(Language::Italian) })
}

/// Cells of a table, counted by row.
fn by_row(label: Words, cells: &[&(Who, Said, Verdict)], work: &Work<'_>) -> Option<Words> {
    let mut rows: Vec<(String, usize)> = Vec::new();
    for (who, ..) in cells {
        let name = name(*who, work.series());
        match rows.last_mut() {
            Some((last, count)) if *last == name => *count += 1,
            _ => rows.push((name, 1)),
        }
    }
    let entries: Vec<Words> = rows.into_iter().map(|(name, count)| Words::same(format!("{name} {count}"))).collect();
    list(label, cells.len(), &entries)
}

/// Source and date of the file, where they change.
fn head_changes(work: &Work<'_>) -> Vec<Words> {
    let mut lines = Vec::new();
    if let (Some(held), Some(source)) = (&work.held, &work.plan.source) {
        lines.push(match &held.source {
            None => words!("  the source of the file becomes {source}", "  la fonte del file diventa {source}"),
            Some(old) => words!(
                "  the source of the file becomes {source}; it was {old}, of which no value is left without its own",
                "  la fonte del file diventa {source}; era {old}, di cui non restano valori senza fonte propria"
            ),
        });
    }
    if let (Some(_), Some(period)) = (&work.held, work.plan.period) {
        let date = period.iso();
        lines.push(words!("  the date of the file becomes {date}", "  la data del file diventa {date}"));
    }
    lines
}

/// What is still to be given once this is written.
fn still_open(work: &Work<'_>) -> Option<Words> {
    let all: Vec<Who> = match work.part {
        Part::Items => work.items.iter().copied().map(Who::Item).collect(),
        Part::Territories => {
            let territories = work.checked.territories.iter().map(|(id, _)| Who::Territory(id));
            std::iter::once(Who::National).chain(territories).collect()
        }
        Part::Table => {
            let territories = work.checked.territories.iter();
            territories.flat_map(|(id, _)| work.items.iter().map(move |item| Who::Cell(id, *item))).collect()
        }
    };
    // Where no file is written, the edition says what it says elsewhere: items counted from its table.
    if work.held.is_none() && work.plan.writes.is_empty() {
        return None;
    }
    let is_open = |who: &&Who| {
        let held_todo = |held: &Held| held.entries.get(who).is_some_and(|entry| entry.todo);
        !work.plan.writes.contains_key(who) && work.held.as_ref().is_none_or(held_todo)
    };
    let open: Vec<&Who> = all.iter().filter(is_open).collect();
    let label = words!("still to be given, `todo`", "ancora da dare, `todo`");
    if work.part == Part::Table || open.len() > 6 {
        let count = open.len();
        return (count > 0).then(|| words!("  {label} ({count})", "  {label} ({count})"; label));
    }
    let names: Vec<Words> = open.iter().map(|who| Words::same(short_name(**who, work))).collect();
    list(label, names.len(), &names)
}
