//! Cells of yes and no written into the rows of a YAML file.

use super::changes::{Changes, line_end, line_start};
use super::edit::{Edit, Stuck};
use super::words::{cell_word, key_text, new_row};
use crate::data::observation::Cell;
use crate::data::territory::TerritoryId;
use crate::files::Placed;
use crate::import::hold::held::{EntryPlace, Held, TODO, entry, listed};
use crate::import::hold::plan::Write;
use crate::import::said::Who;
use crate::parse::yaml::{Node, Tree};
use std::collections::BTreeMap;

/// The cells of one row that are written: places of items, and what is said of them.
type Cells<'w> = [(usize, &'w Write)];

/// A row that names its items, each on its key.
struct Row<'r> {
    node: &'r Node,
    entries: &'r [(Placed<String>, Node)],
    /// The key that speaks of all items without a key of their own.
    others: Option<&'r Placed<String>>,
    /// That key and its value, where it asks for what is still to be given and nothing is, once the cells are written.
    done: Option<(&'r Placed<String>, &'r Node)>,
    /// Items of the cells, with the word of each.
    words: Vec<(&'r str, &'static str)>,
}

impl Row<'_> {
    fn word_of(&self, id: &str) -> Option<&'static str> {
        self.words.iter().find(|(item, _)| *item == id).map(|(_, word)| *word)
    }

    /// Keys to be added: those of cells whose item has none.
    fn unlisted(&self) -> Vec<String> {
        let has_key = |id: &str| self.entries.iter().any(|(key, _)| key.value == id);
        let new = self.words.iter().filter(|(id, _)| !has_key(id));
        new.map(|(id, word)| format!("{id}: {word}")).collect()
    }
}

fn word(write: &Write) -> &'static str {
    write.cell.map_or(TODO, cell_word)
}

fn is_todo(node: &Node) -> bool {
    matches!(&node.tree, Tree::Scalar(words) if words.trim() == TODO)
}

impl Edit<'_> {
    /// The rows of a table.
    pub fn table(&self, held: &Held, writes: &BTreeMap<Who, Write>, changes: &mut Changes) -> Result<(), Stuck> {
        if held.csv.is_some() {
            return Ok(());
        }
        let rows = listed(&self.file.root, "rows");
        let flow = entry(&self.file.root, "rows").filter(|(_, node)| self.is_flow(node) && !rows.is_empty());
        if let Some((_, node)) = flow {
            return Err(self.stuck(node));
        }
        let mut by_territory: BTreeMap<TerritoryId, Vec<(usize, &Write)>> = BTreeMap::new();
        for (who, write) in writes {
            if let Who::Cell(territory, item) = who {
                by_territory.entry(*territory).or_default().push((*item, write));
            }
        }
        let mut new: Vec<(Who, String)> = Vec::new();
        for (territory, cells) in by_territory {
            let place = |item: usize| held.entries.get(&Who::Cell(territory, item)).map(|entry| &entry.place);
            let row = cells.iter().find_map(|(item, _)| match place(*item) {
                Some(EntryPlace::Item(row, _) | EntryPlace::Others(row)) => Some(*row),
                _ => None,
            });
            match row.map(|row| &rows[row]) {
                Some((key, node)) => self.row(key, node, &cells, changes)?,
                None => new.push((Who::Territory(territory), self.new_row(held, territory, &cells))),
            }
        }
        self.list_entries("rows", new, BTreeMap::new(), changes)
    }

    /// A row for a territory that has none.
    fn new_row(&self, held: &Held, territory: TerritoryId, cells: &Cells<'_>) -> String {
        let name = &self.series.territories.get(territory).name;
        let said = |item: usize| cells.iter().find(|(of, _)| *of == item).map(|(_, write)| word(write));
        // What was said of its row until now, with all the others.
        let unsaid = held.others.map_or(TODO, |_| cell_word(Cell::Missing));
        new_row(&key_text(name), self.series, |item| said(item).or(Some(unsaid)))
    }

    /// A row that is there already.
    fn row(&self, key: &Placed<String>, node: &Node, cells: &Cells<'_>, changes: &mut Changes) -> Result<(), Stuck> {
        let items = self.series.indicator.items();
        let Tree::Map(entries) = &node.tree else {
            // One word for the whole row: it becomes a word an item, and stands for those not concerned.
            let old = match &node.tree {
                Tree::Scalar(words) => words.trim(),
                _ => TODO,
            };
            let mut words: Vec<String> =
                cells.iter().map(|(item, write)| format!("{}: {}", items[*item].id, word(write))).collect();
            if cells.len() < self.series.items.len() {
                words.push(format!("others: {old}"));
            }
            self.put(key.at, node, &format!("{{ {} }}", words.join(", ")), changes);
            return Ok(());
        };
        let others = entry(node, "others");
        // Nothing is left to be given once every item is.
        let all_said = self.series.items.iter().all(|item| {
            entries.iter().any(|(key, _)| key.value == items[*item].id) || cells.iter().any(|(other, _)| other == item)
        });
        let row = Row {
            node,
            entries,
            others: others.map(|(key, _)| key),
            done: others.filter(|(_, node)| all_said && is_todo(node)),
            words: cells.iter().map(|(item, write)| (items[*item].id.as_str(), word(write))).collect(),
        };
        if self.is_flow(node) {
            return self.row_in_flow(&row, changes);
        }
        self.row_in_block(&row, changes);
        Ok(())
    }

    /// A row in braces is written anew; what is said of all other items stays behind the items.
    fn row_in_flow(&self, row: &Row<'_>, changes: &mut Changes) -> Result<(), Stuck> {
        let unlisted = row.unlisted();
        let mut words: Vec<String> = Vec::new();
        let is_done = |key: &Placed<String>| row.done.is_some_and(|(other, _)| other.at == key.at);
        for (key, value) in row.entries.iter().filter(|(key, _)| !is_done(key)) {
            if key.value == "others" {
                words.extend(unlisted.iter().cloned());
            }
            words.push(match row.word_of(&key.value) {
                Some(word) => format!("{}: {word}", key.value),
                None => self.text[key.at.start as usize..self.end(key.at, value)].to_owned(),
            });
        }
        if row.others.is_none() || row.done.is_some() {
            words.extend(unlisted);
        }
        self.flow(row.node, &words, changes)
    }

    /// A row with a line an item: words change where they stand, and new lines come below.
    fn row_in_block(&self, row: &Row<'_>, changes: &mut Changes) {
        for (key, value) in row.entries {
            if let Some(word) = row.word_of(&key.value) {
                self.put(key.at, value, word, changes);
            }
        }
        let mut unlisted = row.unlisted().into_iter();
        if let Some((key, value)) = row.done {
            let first = unlisted.next().unwrap_or_default();
            changes.replace(key.at.start as usize..self.end(key.at, value), first);
        }
        let last = row.entries.last();
        let Some(anchor) = row.others.filter(|_| row.done.is_none()).or(last.map(|(key, _)| key)) else { return };
        let start = anchor.at.start as usize;
        let indent = &self.text[line_start(self.text, start)..start];
        let end = last.map_or(start, |(key, node)| line_end(self.text, self.end(key.at, node)));
        for words in unlisted {
            changes.insert(end, format!("{}{indent}{words}", self.newline));
        }
    }
}
