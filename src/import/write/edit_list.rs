//! New entries in a YAML file, among those that stand there; and tables on one line, written anew.

use super::changes::{Changes, line_end, line_start};
use super::edit::{Edit, Stuck};
use super::words::whose;
use crate::import::hold::held::{entry, listed};
use crate::import::said::Who;
use crate::parse::yaml::{Node, Tree};
use std::collections::BTreeMap;

impl Edit<'_> {
    /// Puts new entries among those of `values` or `rows`, each after the nearest one that comes before it in the order
    /// of territories or items.
    pub fn list_entries(
        &self,
        under: &'static str,
        new: Vec<(Who, String)>,
        rewritten: BTreeMap<usize, String>,
        changes: &mut Changes,
    ) -> Result<(), Stuck> {
        if new.is_empty() && rewritten.is_empty() {
            return Ok(());
        }
        let root = &self.file.root;
        let Some((key, node)) = entry(root, under) else {
            let lines: String = new.iter().map(|(_, line)| self.below(line, "  ")).collect();
            match entry(root, "others") {
                Some((others, _)) => {
                    let start = line_start(self.text, others.at.start as usize);
                    changes.insert(start, format!("{under}:{lines}{}", self.newline));
                }
                None => changes.insert(self.last_line(), format!("{}{under}:{lines}", self.newline)),
            }
            return Ok(());
        };
        let list = listed(root, under);
        if list.is_empty() {
            let bytes = self.bytes(key.at, node);
            let nothing = match &node.tree {
                Tree::Null => true,
                Tree::Map(_) => !self.text[bytes.clone()].contains('#'),
                _ => false,
            };
            if !nothing {
                return Err(self.stuck(node));
            }
            let colon = self.after_colon(key.at);
            if !bytes.is_empty() && bytes.start >= colon {
                changes.replace(colon..bytes.end, "");
            }
            let lines: String = new.iter().map(|(_, line)| self.below(line, "  ")).collect();
            changes.insert(line_end(self.text, bytes.end.max(colon)), lines);
            return Ok(());
        }
        if self.is_flow(node) {
            return self.rewrite_flow(node, new, &rewritten, changes);
        }
        let order = |place: usize| self.whose(&list[place].0.value);
        for (who, line) in new {
            // A block's lines are indented as those of the first.
            let first = list[0].0.at.start as usize;
            let indent = &self.text[line_start(self.text, first)..first];
            let before = (0..list.len()).filter(|place| order(*place).is_some_and(|other| other < who));
            let nearest = before.max_by_key(|place| order(*place));
            match nearest {
                Some(place) => {
                    let (key, node) = &list[place];
                    let end = line_end(self.text, self.end(key.at, node));
                    changes.insert(end, self.below(&line, indent));
                }
                None => {
                    let line = self.below(&line, indent);
                    changes.insert(first - indent.len(), format!("{}{}", &line[self.newline.len()..], self.newline));
                }
            }
        }
        Ok(())
    }

    /// Lines below another, indented.
    fn below(&self, lines: &str, indent: &str) -> String {
        lines.split('\n').map(|line| format!("{}{indent}{line}", self.newline)).collect()
    }

    /// A table on one line, `{ Lazio: 12, Umbria: 3 }`, with other and with further entries.
    fn rewrite_flow(
        &self,
        node: &Node,
        new: Vec<(Who, String)>,
        rewritten: &BTreeMap<usize, String>,
        changes: &mut Changes,
    ) -> Result<(), Stuck> {
        let Tree::Map(list) = &node.tree else { return Err(self.stuck(node)) };
        let mut lines: Vec<(Option<Who>, String)> = Vec::new();
        for (place, (key, value)) in list.iter().enumerate() {
            let as_it_is = || self.text[key.at.start as usize..self.end(key.at, value)].to_owned();
            lines.push((self.whose(&key.value), rewritten.get(&place).cloned().unwrap_or_else(as_it_is)));
        }
        for (who, line) in new {
            if line.contains('\n') {
                return Err(self.stuck(node));
            }
            let after = lines.iter().rposition(|(other, _)| other.is_some_and(|other| other < who));
            lines.insert(after.map_or(0, |place| place + 1), (Some(who), line));
        }
        let lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
        self.flow(node, &lines, changes)
    }

    /// Puts a table on one line in the place of another; a remark within could not stay.
    pub fn flow(&self, node: &Node, entries: &[String], changes: &mut Changes) -> Result<(), Stuck> {
        let start = node.at.start as usize;
        let end = self.closing(start);
        if self.text[start..end].contains(" #") {
            return Err(self.stuck(node));
        }
        changes.replace(start..end, format!("{{ {} }}", entries.join(", ")));
        Ok(())
    }

    /// The territory or item that a key names.
    fn whose(&self, name: &str) -> Option<Who> {
        whose(name, self.series)
    }
}
