//! What an edition holds of a series already: each value with its place, so that it can be changed where it stands.

use crate::data::indicator::{Catalogue, Part};
use crate::data::named::Named;
use crate::data::number::Number;
use crate::data::observation::Cell;
use crate::data::period::Period;
use crate::data::status::Status;
use crate::data::territory::Territories;
use crate::files::{FileId, Placed, Sources};
use crate::import::said::Who;
use crate::parse::draft::{Others, SeriesDraft};
use crate::parse::yaml::{Node, Tree};
use crate::parse::{records, yaml};
use std::collections::BTreeMap;

/// The word for a value that is still to be given.
pub const TODO: &str = "todo";

/// The files of one series: a YAML with values, or a CSV with or without a YAML beside it.
#[derive(Debug)]
pub struct Held {
    /// The YAML.
    pub yaml: Option<YamlFile>,
    /// The CSV.
    pub csv: Option<CsvFile>,
    /// What is held, by whom it is of.
    pub entries: BTreeMap<Who, Entry>,
    /// What is said of those not listed.
    pub others: Option<Others>,
    /// The source of values that name none.
    pub source: Option<String>,
    /// The date of values that have none of their own.
    pub period: Option<Period>,
    /// The version of the definition.
    pub definition: Option<String>,
}

/// A YAML file of observations, as a tree.
#[derive(Debug)]
pub struct YamlFile {
    /// Which.
    pub file: FileId,
    /// Its tree.
    pub root: Node,
}

/// A CSV file of observations, as records.
#[derive(Debug)]
pub struct CsvFile {
    /// Which.
    pub file: FileId,
    /// Rows of cells with their places; the first names the columns.
    pub records: Vec<Vec<Placed<String>>>,
}

/// What is held of one.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Where it stands.
    pub place: EntryPlace,
    /// Whether it is still to be given.
    pub todo: bool,
    /// A number.
    pub value: Option<Number>,
    /// How many.
    pub count: Option<u32>,
    /// How many there are in all: the denominator of a count.
    pub of: Option<u32>,
    /// A status.
    pub status: Option<Status>,
    /// Yes, no or missing.
    pub cell: Option<Cell>,
    /// Its own date.
    pub period: Option<Period>,
    /// Its note.
    pub note: Option<String>,
    /// Its own source.
    pub source: Option<String>,
    /// The words that mean nothing, where there are such.
    pub unreadable: Option<String>,
}

/// Where an entry stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum EntryPlace {
    /// The value of `national` in the YAML.
    #[default]
    National,
    /// The value of this place among `values`, or the row among `rows`.
    Listed(usize),
    /// The cell of an item, by its places among `rows` and in the row.
    Item(usize, usize),
    /// What its row says of all items that it does not list.
    Others(usize),
    /// A record of the CSV.
    Record(usize),
    /// A cell of the CSV: record and column.
    CsvCell(usize, usize),
}

impl Entry {
    /// Whether it says that its value is missing, and nothing else.
    pub fn is_plainly_missing(&self) -> bool {
        let missing = self.status == Some(Status::Missing) || self.cell == Some(Cell::Missing);
        let alone = self.period.is_none() && self.note.is_none() && self.source.is_none();
        missing && alone && self.value.is_none() && self.count.is_none() && self.unreadable.is_none()
    }

    /// Whether it has a value, as against an absence or nothing yet.
    pub fn has_value(&self) -> bool {
        let absent = self.status.is_some_and(Status::is_absent) || self.cell == Some(Cell::Missing);
        !self.todo && !absent && (self.value.is_some() || self.count.is_some() || self.cell.is_some())
    }
}

/// Reads the files of one series. None where its text cannot be read again, which parsing has told already.
pub fn held(draft: &SeriesDraft, sources: &Sources, catalogue: &Catalogue, territories: &Territories) -> Option<Held> {
    let stem = |file: FileId| sources.get(file).path.rsplit_once('.').map_or("", |(stem, _)| stem).to_owned();
    let is_csv = |file: FileId| sources.get(file).path.ends_with(".csv");
    let csv_file = match (draft.from_csv, is_csv(draft.file)) {
        (false, _) => None,
        (true, true) => Some(draft.file),
        // The YAML of the same stem stands for both.
        (true, false) => sources.find(&format!("{}.csv", stem(draft.file))),
    };
    let yaml_file = (!is_csv(draft.file)).then_some(draft.file);
    let yaml = match yaml_file {
        Some(file) => Some(YamlFile { file, root: yaml::read(file, sources.get(file)).ok()? }),
        None => None,
    };
    let csv = match csv_file {
        Some(file) => Some(CsvFile { file, records: records(file, &sources.get(file).text, &mut Vec::new())? }),
        None => None,
    };
    let indicator = catalogue.indicators.iter().find(|indicator| indicator.id == draft.indicator.value)?;
    let whose = |name: &str, part: Part| match part {
        Part::Items => indicator.items().iter().position(|item| item.id == name).map(Who::Item),
        Part::Territories | Part::Table => match territories.named(name) {
            Named::Territory(id) => Some(Who::Territory(id)),
            Named::National => Some(Who::National),
            Named::Several(_) | Named::Level | Named::Unknown(_) => None,
        },
    };
    let items = || indicator.items().iter().map(|item| item.id.as_str());
    let part = draft.part.value;
    let mut entries = BTreeMap::new();
    if let Some(yaml) = &yaml {
        if part == Part::Table {
            for (row, (name, node)) in listed(&yaml.root, "rows").iter().enumerate() {
                let Some(Who::Territory(territory)) = whose(&name.value, part) else { continue };
                for (item, id) in items().enumerate() {
                    entries.entry(Who::Cell(territory, item)).or_insert_with(|| row_cell(node, row, id));
                }
            }
        } else {
            if let Some((_, node)) = entry(&yaml.root, "national") {
                entries.insert(Who::National, value(node, EntryPlace::National));
            }
            for (place, (name, node)) in listed(&yaml.root, "values").iter().enumerate() {
                let Some(who) = whose(&name.value, part) else { continue };
                entries.entry(who).or_insert_with(|| value(node, EntryPlace::Listed(place)));
            }
        }
    }
    if let Some(CsvFile { records, .. }) = &csv
        && let Some((head, rows)) = records.split_first()
    {
        let key = if part == Part::Items { "item" } else { "territory" };
        let named = head.iter().position(|column| column.value == key)?;
        for (row, record) in rows.iter().enumerate().filter(|(_, record)| record.len() == head.len()) {
            let Some(who) = whose(&record[named].value, part) else { continue };
            match (part, who) {
                (Part::Table, Who::Territory(territory)) => {
                    for (column, name) in head.iter().enumerate() {
                        if let Some(item) = items().position(|id| id == name.value) {
                            let mut entry = Entry { place: EntryPlace::CsvCell(row + 1, column), ..Entry::default() };
                            cell_word(&record[column].value, &mut entry);
                            entries.entry(Who::Cell(territory, item)).or_insert(entry);
                        }
                    }
                }
                (Part::Table, _) => {}
                _ => drop(entries.entry(who).or_insert_with(|| record_value(head, record, row + 1))),
            }
        }
    }
    Some(Held {
        yaml,
        csv,
        entries,
        others: draft.others.as_ref().map(|others| others.value),
        source: draft.source.as_ref().map(|source| source.value.clone()),
        period: draft.period.map(|period| period.period.value),
        definition: draft.definition.as_ref().map(|definition| definition.value.clone()),
    })
}

/// A key of a table with its value.
pub fn entry<'n>(node: &'n Node, key: &str) -> Option<(&'n Placed<String>, &'n Node)> {
    let Tree::Map(entries) = &node.tree else { return None };
    entries.iter().find(|(name, _)| name.value == key).map(|(name, value)| (name, value))
}

/// The entries of a table of a file; none where it has none.
pub fn listed<'n>(root: &'n Node, key: &str) -> &'n [(Placed<String>, Node)] {
    match entry(root, key) {
        Some((_, Node { tree: Tree::Map(entries), .. })) => entries,
        _ => &[],
    }
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.tree {
        Tree::Scalar(words) => Some(words.trim()),
        _ => None,
    }
}

/// A value of a YAML file.
fn value(node: &Node, place: EntryPlace) -> Entry {
    let mut held = Entry { place, ..Entry::default() };
    match &node.tree {
        Tree::Null => held.todo = true,
        Tree::Scalar(words) => number_or_word(words.trim(), &mut held),
        Tree::List(_) => held.unreadable = Some("[...]".to_owned()),
        Tree::Map(entries) => {
            for (key, node) in entries {
                let Some(words) = scalar(node) else { continue };
                match key.value.as_str() {
                    "value" => number_or_word(words, &mut held),
                    "count" => held.count = words.parse().ok(),
                    "of" => held.of = words.parse().ok(),
                    "status" if words == TODO => held.todo = true,
                    "status" => held.status = Status::read(words),
                    "as_of" | "window" => held.period = Period::parse(words),
                    "note" => held.note = Some(words.to_owned()),
                    "source" => held.source = Some(words.to_owned()),
                    _ => {}
                }
            }
        }
    }
    held
}

fn number_or_word(words: &str, held: &mut Entry) {
    if words == TODO {
        held.todo = true;
    } else if let Ok(number) = Number::parse(words) {
        held.value = Some(number);
    } else if let Some(status) = Status::read(words).filter(|status| status.is_absent() && words.len() > 3) {
        held.status = Some(status);
    } else {
        held.unreadable = Some(words.to_owned());
    }
}

/// What a row of a YAML table says of an item.
fn row_cell(node: &Node, row: usize, item: &str) -> Entry {
    let mut held = Entry { place: EntryPlace::Others(row), ..Entry::default() };
    let words = match &node.tree {
        Tree::Map(cells) => {
            if let Some(cell) = cells.iter().position(|(name, _)| name.value == item) {
                held.place = EntryPlace::Item(row, cell);
                scalar(&cells[cell].1)
            } else {
                entry(node, "others").and_then(|(_, node)| scalar(node))
            }
        }
        _ => scalar(node),
    };
    // A row that says nothing of the item is still to say it.
    cell_word(words.unwrap_or(TODO), &mut held);
    held
}

fn cell_word(words: &str, held: &mut Entry) {
    match words {
        TODO | "" => held.todo = true,
        "missing" | "n.d." => held.cell = Some(Cell::Missing),
        words => {
            held.cell = crate::import::read::names::yes_or_no(words);
            if held.cell.is_none() {
                held.unreadable = Some(words.to_owned());
            }
        }
    }
}

/// A value of a CSV.
fn record_value(head: &[Placed<String>], record: &[Placed<String>], row: usize) -> Entry {
    let mut held = Entry { place: EntryPlace::Record(row), ..Entry::default() };
    for (column, words) in head.iter().zip(record).filter(|(_, words)| !words.value.is_empty()) {
        let words = words.value.as_str();
        match column.value.as_str() {
            "value" => number_or_word(words, &mut held),
            "count" => held.count = words.parse().ok(),
            "of" => held.of = words.parse().ok(),
            "status" if words == TODO => held.todo = true,
            "status" => held.status = Status::read(words),
            "period" => held.period = Period::parse(words),
            "note" => held.note = Some(words.to_owned()),
            "source" => held.source = Some(words.to_owned()),
            _ => {}
        }
    }
    let nothing = held.value.is_none() && held.count.is_none() && held.status.is_none() && held.unreadable.is_none();
    held.todo |= nothing;
    held
}
