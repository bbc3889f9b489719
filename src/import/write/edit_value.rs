//! One value in a YAML file that is there already: what becomes of each of its keys.

use super::changes::{Changes, line_end, line_start};
use super::edit::{Edit, Stuck};
use super::words::{keys_of, value_text};
use crate::data::status::Status;
use crate::files::Placed;
use crate::import::hold::held::TODO;
use crate::import::hold::plan::Write;
use crate::parse::yaml::{Node, Tree};

/// Keys of a value, in the order they are written.
const KEYS: [&str; 8] = ["value", "count", "of", "status", "as_of", "window", "note", "source"];

/// What becomes of a key.
enum Becomes {
    /// It is written with this text.
    Said(String),
    /// It is taken away.
    Gone,
}

impl Edit<'_> {
    /// One value, where it stands.
    pub fn value(&self, key: &Placed<String>, node: &Node, write: &Write, changes: &mut Changes) -> Result<(), Stuck> {
        match &node.tree {
            Tree::Map(_) if self.is_flow(node) => self.flow(node, &self.keys_in_flow(node, write), changes),
            Tree::Map(entries) => {
                self.keys_in_block(entries, write, changes);
                Ok(())
            }
            Tree::List(_) => Err(self.stuck(node)),
            Tree::Scalar(_) | Tree::Null => {
                self.put(key.at, node, &value_text(write, self.series.indicator), changes);
                Ok(())
            }
        }
    }

    /// A value with its name, as an entry of a table on one line.
    pub fn in_flow(&self, key: &Placed<String>, node: &Node, write: &Write) -> Result<String, Stuck> {
        let name = &self.text[key.at.start as usize..key.at.end as usize];
        match &node.tree {
            Tree::Map(_) if self.is_flow(node) => {
                Ok(format!("{name}: {{ {} }}", self.keys_in_flow(node, write).join(", ")))
            }
            Tree::Map(_) | Tree::List(_) => Err(self.stuck(node)),
            Tree::Scalar(_) | Tree::Null => Ok(format!("{name}: {}", value_text(write, self.series.indicator))),
        }
    }

    /// What becomes of the keys of a value that has some.
    fn becomes(&self, write: &Write) -> Vec<(&'static str, Becomes)> {
        let mut keys: Vec<(&'static str, Becomes)> = Vec::new();
        let said = keys_of(write, self.series.indicator);
        for name in KEYS {
            match said.iter().find(|(key, _)| *key == name) {
                Some((_, words)) => keys.push((name, Becomes::Said(words.clone()))),
                // What is not said of the new number was said of the old one.
                None if ["value", "count", "of"].contains(&name) => keys.push((name, Becomes::Gone)),
                None => {}
            }
        }
        keys
    }

    /// Whether a status that stands there is an absence, which a number ends.
    fn is_ended(&self, node: &Node, write: &Write) -> bool {
        let status = match &node.tree {
            Tree::Scalar(words) => Status::read(words.trim()),
            _ => None,
        };
        let todo = matches!(&node.tree, Tree::Scalar(words) if words.trim() == TODO);
        !write.is_absent() && (todo || status.is_some_and(Status::is_absent))
    }

    /// The keys of a value on one line, with what becomes of them.
    fn keys_in_flow(&self, node: &Node, write: &Write) -> Vec<String> {
        let Tree::Map(entries) = &node.tree else { return Vec::new() };
        let mut becomes = self.becomes(write);
        let mut kept: Vec<(&str, String)> = Vec::new();
        for (key, value) in entries {
            let name = key.value.as_str();
            let place = becomes.iter().position(|(of, _)| *of == name);
            match place.map(|place| becomes.remove(place).1) {
                Some(Becomes::Said(words)) => kept.push((name, format!("{name}: {words}"))),
                Some(Becomes::Gone) => {}
                None if name == "status" && self.is_ended(value, write) => {}
                None => {
                    kept.push((name, self.text[key.at.start as usize..self.end(key.at, value)].to_owned()));
                }
            }
        }
        for (name, becomes) in becomes {
            if let Becomes::Said(words) = becomes {
                let place = kept.iter().position(|(other, _)| rank(other) > rank(name)).unwrap_or(kept.len());
                kept.insert(place, (name, format!("{name}: {words}")));
            }
        }
        kept.into_iter().map(|(_, words)| words).collect()
    }

    /// Changes the keys of a value that has a line for each.
    fn keys_in_block(&self, entries: &[(Placed<String>, Node)], write: &Write, changes: &mut Changes) {
        let mut new: Vec<(&'static str, String)> = Vec::new();
        let mut gone: Vec<&(Placed<String>, Node)> = Vec::new();
        let becomes = self.becomes(write);
        for (name, becomes) in becomes {
            let found = entries.iter().find(|(key, _)| key.value == name);
            match (becomes, found) {
                (Becomes::Said(words), Some((key, node))) => self.put(key.at, node, &words, changes),
                (Becomes::Said(words), None) => new.push((name, words)),
                (Becomes::Gone, Some(found)) => gone.push(found),
                (Becomes::Gone, None) => {}
            }
        }
        let status = entries.iter().find(|(key, node)| key.value == "status" && self.is_ended(node, write));
        gone.extend(status.filter(|_| write.status.is_none()));
        // What comes takes the place of what goes; the rest of both goes line by line, or comes below.
        let mut gone = gone.into_iter();
        for (name, words) in new {
            if let Some((key, node)) = gone.next() {
                changes.replace(key.at.start as usize..self.end(key.at, node), format!("{name}: {words}"));
                continue;
            }
            let before = entries.iter().rev().find(|(key, _)| rank(&key.value) < rank(name));
            if let Some((key, node)) = before.or(entries.last()) {
                let start = key.at.start as usize;
                let indent = &self.text[line_start(self.text, start)..start];
                let end = line_end(self.text, self.end(key.at, node));
                changes.insert(end, format!("{}{indent}{name}: {words}", self.newline));
            }
        }
        for (key, node) in gone {
            let (start, end) = (key.at.start as usize, self.end(key.at, node));
            let (line, after) = (line_start(self.text, start), line_end(self.text, end));
            let alone = self.text[line..start].trim().is_empty() && self.text[end..after].trim().is_empty();
            if alone {
                // With its line feed; a remark behind it stays in a line of its own.
                let next = self.text[after..].find('\n').map_or(self.text.len(), |newline| after + newline + 1);
                changes.replace(line..next, "");
            } else {
                changes.replace(start..end, "");
            }
        }
    }
}

/// The place of a key among those of a value; unknown ones come last.
fn rank(key: &str) -> usize {
    KEYS.iter().position(|known| *known == key).unwrap_or(KEYS.len())
}
