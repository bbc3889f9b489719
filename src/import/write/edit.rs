//! Values written into a YAML file of observations where they stand: comments, order, and every key that is not
//! concerned stay as they are.

use super::changes::{Changes, line_end, line_start, newline};
use crate::data::indicator::{Indicator, Part};
use crate::data::observation::Cell;
use crate::data::period::{Period, Timing};
use crate::data::status::Status;
use crate::data::territory::Territories;
use crate::diag::Words;
use crate::files::{Placed, Span};
use crate::import::hold::held::{Entry, EntryPlace, Held, TODO, YamlFile, entry, listed};
use crate::import::hold::plan::Write;
use crate::import::said::Who;
use crate::parse::yaml::{Node, Tree};
use crate::words;
use std::collections::BTreeMap;
use std::ops::Range;

/// Why a file cannot be changed in its place: the words that stand in the way.
#[derive(Debug)]
pub struct Stuck {
    /// Where.
    pub at: Span,
    /// Why.
    pub why: Words,
}

/// What holds for a series, and what its values are called.
#[derive(Clone, Copy)]
pub struct Series<'s> {
    /// The indicator.
    pub indicator: &'s Indicator,
    /// Which part.
    pub part: Part,
    /// Its items, as the definition it follows lists them: places among the indicator's.
    pub items: &'s [usize],
    /// Territories.
    pub territories: &'s Territories,
}

/// Keys of a value, in the order they are written.
const KEYS: [&str; 8] = ["value", "count", "of", "status", "as_of", "window", "note", "source"];

/// The word of a cell.
pub fn cell_word(cell: Cell) -> &'static str {
    match cell {
        Cell::Yes => "yes",
        Cell::No => "no",
        Cell::Missing => "missing",
    }
}

/// Keys of the file as a whole that change, with their text.
pub struct Head {
    /// `source`.
    pub source: Option<String>,
    /// `as_of` or `window`.
    pub period: Option<Period>,
    /// `definition`.
    pub definition: Option<String>,
}

/// The text of a YAML file with its values written, and those of `national`; what a CSV beside it holds is not its.
///
/// # Errors
/// The file is written in a way that cannot be changed in its place.
pub fn edited(
    text: &str,
    file: &YamlFile,
    held: &Held,
    writes: &BTreeMap<Who, Write>,
    head: &Head,
    series: Series<'_>,
) -> Result<String, Stuck> {
    let edit = Edit { text, file, series, newline: newline(text) };
    let mut changes = Changes::default();
    if writes.is_empty() && head.source.is_none() && head.period.is_none() && head.definition.is_none() {
        return Ok(text.to_owned());
    }
    let Tree::Map(_) = file.root.tree else { return Err(edit.stuck(&file.root)) };
    if edit.is_flow(&file.root) {
        return Err(edit.stuck(&file.root));
    }
    edit.head(head, &mut changes)?;
    match series.part {
        Part::Table => edit.table(held, writes, &mut changes)?,
        Part::Territories | Part::Items => edit.values(held, writes, &mut changes)?,
    }
    let at = file.root.at;
    let why = words!("its values stand in each other’s way", "i suoi valori si intralciano a vicenda");
    changes.apply(text).ok_or(Stuck { at, why })
}

/// One file being changed.
struct Edit<'e> {
    text: &'e str,
    file: &'e YamlFile,
    series: Series<'e>,
    newline: &'static str,
}

/// What becomes of a key.
enum Becomes {
    Said(String),
    Gone,
}

impl Edit<'_> {
    fn stuck(&self, node: &Node) -> Stuck {
        let why = words!(
            "it is written in a way that cannot be changed in its place",
            "è scritto in un modo che non si può modificare sul posto"
        );
        Stuck { at: node.at, why }
    }

    fn is_flow(&self, node: &Node) -> bool {
        self.text[node.at.start as usize..].starts_with(['{', '['])
    }

    /// Where a node ends; the tree knows only the first line of a table.
    fn end(&self, key: Span, node: &Node) -> usize {
        match &node.tree {
            Tree::Null => node.at.end.max(self.after_colon(key) as u32) as usize,
            Tree::Scalar(_) => node.at.end as usize,
            _ if self.is_flow(node) => self.closing(node.at.start as usize),
            Tree::Map(entries) => entries.last().map_or(node.at.end as usize, |(key, node)| self.end(key.at, node)),
            Tree::List(list) => list.last().map_or(node.at.end as usize, |node| self.end(node.at, node)),
        }
    }

    /// One past the bracket that closes the one at `open`.
    fn closing(&self, open: usize) -> usize {
        let bytes = self.text.as_bytes();
        let (mut depth, mut quote, mut before, mut at) = (0_usize, None, b' ', open);
        while at < bytes.len() {
            let byte = bytes[at];
            match (quote, byte) {
                (Some(b'"'), b'\\') => at += 1,
                (Some(sign), _) if byte == sign => quote = None,
                (Some(_), _) => {}
                // Elsewhere a quote is an apostrophe.
                (None, b'"' | b'\'') if [b'{', b'[', b',', b':'].contains(&before) => quote = Some(byte),
                (None, b'{' | b'[') => depth += 1,
                (None, b'}' | b']') => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return at + 1;
                    }
                }
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                before = byte;
            }
            at += 1;
        }
        bytes.len()
    }

    /// One past the colon of a key.
    fn after_colon(&self, key: Span) -> usize {
        let end = key.end as usize;
        self.text[end..].find(':').map_or(end, |colon| end + colon + 1)
    }

    /// The bytes of a value, with the sign that opens a text of several lines.
    fn bytes(&self, key: Span, node: &Node) -> Range<usize> {
        let (colon, end) = (self.after_colon(key), self.end(key, node));
        let between = self.text.get(colon..node.at.start as usize).unwrap_or("");
        let sign = between.find(['>', '|']).filter(|_| matches!(node.tree, Tree::Scalar(_)));
        sign.map_or(node.at.start as usize, |sign| colon + sign)..end
    }

    /// Writes a value in the place of another.
    fn put(&self, key: Span, node: &Node, words: &str, changes: &mut Changes) {
        match node.tree {
            Tree::Null if node.at.start == node.at.end => changes.insert(self.after_colon(key), format!(" {words}")),
            _ => changes.replace(self.bytes(key, node), words),
        }
    }

    /// The keys of the file as a whole.
    fn head(&self, head: &Head, changes: &mut Changes) -> Result<(), Stuck> {
        let root = &self.file.root;
        let below = entry(root, "definition").or(entry(root, "part")).or(entry(root, "indicator"));
        let Some((above, node)) = below else { return Err(self.stuck(root)) };
        let after = line_end(self.text, self.end(above.at, node));
        let period = head.period.map(|period| (period_key(self.series.indicator), period.iso()));
        let source = head.source.as_ref().map(|source| ("source", plain(source)));
        let definition = head.definition.as_ref().map(|definition| ("definition", quoted(definition)));
        for (name, words) in definition.into_iter().chain(period).chain(source) {
            // A date under the other key, or one still to be given, gives way.
            let found = entry(root, name);
            match found {
                Some((key, node)) => self.put(key.at, node, &words, changes),
                None => changes.insert(after, format!("{}{name}: {words}", self.newline)),
            }
        }
        Ok(())
    }

    /// Values of territories or items, and the national one.
    fn values(&self, held: &Held, writes: &BTreeMap<Who, Write>, changes: &mut Changes) -> Result<(), Stuck> {
        let root = &self.file.root;
        let mut new: Vec<(Who, String)> = Vec::new();
        let list = listed(root, "values");
        let flow = entry(root, "values").is_some_and(|(_, node)| self.is_flow(node));
        let mut rewritten: BTreeMap<usize, String> = BTreeMap::new();
        for (who, write) in writes {
            match held.entries.get(who).map(|entry| &entry.place) {
                Some(EntryPlace::National) => {
                    if let Some((key, node)) = entry(root, "national") {
                        self.value(key, node, write, changes)?;
                    }
                }
                Some(EntryPlace::Listed(place)) => {
                    let (key, node) = &list[*place];
                    if flow {
                        rewritten.insert(*place, self.in_flow(key, node, write)?);
                    } else {
                        self.value(key, node, write, changes)?;
                    }
                }
                // A record of the CSV beside it.
                Some(_) => {}
                None if held.csv.is_some() => {}
                None if *who == Who::National => self.new_national(write, changes),
                None => new.push((*who, self.line(*who, write))),
            }
        }
        self.list_entries("values", new, rewritten, changes)
    }

    /// `national`, above the values.
    fn new_national(&self, write: &Write, changes: &mut Changes) {
        let line = format!("national: {}", value_text(write, self.series.indicator));
        match entry(&self.file.root, "values") {
            Some((key, _)) => {
                let start = line_start(self.text, key.at.start as usize);
                changes.insert(start, format!("{line}{}", self.newline));
            }
            None => changes.insert(self.last_line(), format!("{}{line}", self.newline)),
        }
    }

    /// Where the last line that holds something ends.
    fn last_line(&self) -> usize {
        self.text.trim_end().len()
    }

    fn line(&self, who: Who, write: &Write) -> String {
        format!("{}: {}", key_text(&name(who, self.series)), value_text(write, self.series.indicator))
    }

    /// Puts new entries among those of `values` or `rows`, each after the nearest one that comes before it in the order
    /// of territories or items.
    fn list_entries(
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
    fn flow(&self, node: &Node, entries: &[String], changes: &mut Changes) -> Result<(), Stuck> {
        let start = node.at.start as usize;
        let end = self.closing(start);
        if self.text[start..end].contains(" #") {
            return Err(self.stuck(node));
        }
        changes.replace(start..end, format!("{{ {} }}", entries.join(", ")));
        Ok(())
    }

    fn whose(&self, name: &str) -> Option<Who> {
        whose(name, self.series)
    }

    /// One value, where it stands.
    fn value(&self, key: &Placed<String>, node: &Node, write: &Write, changes: &mut Changes) -> Result<(), Stuck> {
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

    /// The same as a text, within a table on one line.
    fn in_flow(&self, key: &Placed<String>, node: &Node, write: &Write) -> Result<String, Stuck> {
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

    /// The rows of a table.
    fn table(&self, held: &Held, writes: &BTreeMap<Who, Write>, changes: &mut Changes) -> Result<(), Stuck> {
        if held.csv.is_some() {
            return Ok(());
        }
        let rows = listed(&self.file.root, "rows");
        let flow = entry(&self.file.root, "rows").filter(|(_, node)| self.is_flow(node) && !rows.is_empty());
        if let Some((_, node)) = flow {
            return Err(self.stuck(node));
        }
        let items = self.series.indicator.items();
        let mut by_territory: BTreeMap<_, Vec<(usize, &Write)>> = BTreeMap::new();
        for (who, write) in writes {
            if let Who::Cell(territory, item) = who {
                by_territory.entry(*territory).or_default().push((*item, write));
            }
        }
        let mut new: Vec<(Who, String)> = Vec::new();
        for (territory, cells) in by_territory {
            let word = |write: &Write| write.cell.map_or(TODO, cell_word);
            let place = |item: usize| held.entries.get(&Who::Cell(territory, item)).map(|entry: &Entry| &entry.place);
            let row = cells.iter().find_map(|(item, _)| match place(*item) {
                Some(EntryPlace::Item(row, _) | EntryPlace::Others(row)) => Some(*row),
                _ => None,
            });
            let name = &self.series.territories.get(territory).name;
            let Some(row) = row else {
                let said = |item: usize| cells.iter().find(|(of, _)| *of == item).map(|(_, write)| word(write));
                // What was said of its row until now, with all the others.
                let unsaid = held.others.map_or(TODO, |_| cell_word(Cell::Missing));
                let row = new_row(&key_text(name), self.series, |item| said(item).or(Some(unsaid)));
                new.push((Who::Territory(territory), row));
                continue;
            };
            let (key, node) = &rows[row];
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
                continue;
            };
            let others = entry(node, "others");
            // Nothing is left to be given once every item is.
            let all_said = self.series.items.iter().all(|item| {
                entries.iter().any(|(key, _)| key.value == items[*item].id)
                    || cells.iter().any(|(other, _)| other == item)
            });
            let is_todo = |node: &Node| matches!(&node.tree, Tree::Scalar(words) if words.trim() == TODO);
            let done = others.filter(|(_, node)| all_said && is_todo(node));
            let word_of = |id: &str| cells.iter().find(|(item, _)| items[*item].id == id).map(|(_, write)| word(write));
            let unlisted: Vec<String> = cells
                .iter()
                .filter(|(item, _)| !entries.iter().any(|(key, _)| key.value == items[*item].id))
                .map(|(item, write)| format!("{}: {}", items[*item].id, word(write)))
                .collect();
            if self.is_flow(node) {
                let mut words: Vec<String> = Vec::new();
                let is_done = |key: &Placed<String>| done.is_some_and(|(other, _)| other.at == key.at);
                for (key, value) in entries.iter().filter(|(key, _)| !is_done(key)) {
                    if key.value == "others" {
                        words.extend(unlisted.iter().cloned());
                    }
                    words.push(match word_of(&key.value) {
                        Some(word) => format!("{}: {word}", key.value),
                        None => self.text[key.at.start as usize..self.end(key.at, value)].to_owned(),
                    });
                }
                if others.is_none() || done.is_some() {
                    words.extend(unlisted);
                }
                self.flow(node, &words, changes)?;
                continue;
            }
            for (key, value) in entries {
                if let Some(word) = word_of(&key.value) {
                    self.put(key.at, value, word, changes);
                }
            }
            let mut unlisted = unlisted.into_iter();
            if let Some((key, value)) = done {
                let first = unlisted.next().unwrap_or_default();
                changes.replace(key.at.start as usize..self.end(key.at, value), first);
            }
            let anchor = others.filter(|_| done.is_none()).map(|(key, _)| key).or(entries.last().map(|(key, _)| key));
            for words in unlisted {
                if let Some(key) = anchor {
                    let start = key.at.start as usize;
                    let indent = &self.text[line_start(self.text, start)..start];
                    let end = entries.last().map_or(start, |(key, node)| line_end(self.text, self.end(key.at, node)));
                    changes.insert(end, format!("{}{indent}{words}", self.newline));
                }
            }
        }
        self.list_entries("rows", new, BTreeMap::new(), changes)
    }
}

fn rank(key: &str) -> usize {
    KEYS.iter().position(|known| *known == key).unwrap_or(KEYS.len())
}

/// Whose a name of a file is.
pub fn whose(name: &str, series: Series<'_>) -> Option<Who> {
    use crate::data::named::Named;
    if series.part == Part::Items {
        return series.indicator.items().iter().position(|item| item.id == name).map(Who::Item);
    }
    match series.territories.named(name) {
        Named::Territory(id) => Some(Who::Territory(id)),
        Named::National => Some(Who::National),
        Named::Several(_) | Named::Level | Named::Unknown(_) => None,
    }
}

/// What one is called in a file.
pub fn name(who: Who, series: Series<'_>) -> String {
    match who {
        Who::National => series.territories.national().name.clone(),
        Who::Territory(id) | Who::Cell(id, _) => series.territories.get(id).name.clone(),
        Who::Item(item) => series.indicator.items()[item].id.clone(),
    }
}

/// The key of a date.
pub fn period_key(indicator: &Indicator) -> &'static str {
    match indicator.timing {
        Timing::Stock => "as_of",
        Timing::Flow => "window",
    }
}

/// What a value says, by key.
fn keys_of(write: &Write, indicator: &Indicator) -> Vec<(&'static str, String)> {
    let mut keys: Vec<(&'static str, String)> = Vec::new();
    keys.extend(write.value.map(|value| ("value", value.text())));
    keys.extend(write.count.map(|count| ("count", count.to_string())));
    keys.extend(write.of.map(|of| ("of", of.to_string())));
    keys.extend(write.status.map(|status| ("status", status.word().to_owned())));
    keys.extend(write.period.map(|period| (period_key(indicator), period.iso())));
    keys.extend(write.note.as_ref().map(|note| ("note", quoted(note))));
    keys.extend(write.source.as_ref().map(|source| ("source", plain(source))));
    keys
}

/// A value as it is written: a number, a word, or a table of keys.
pub fn value_text(write: &Write, indicator: &Indicator) -> String {
    let keys = keys_of(write, indicator);
    match &keys[..] {
        [("value", words)] => words.clone(),
        [("status", words)] if write.is_absent() => words.clone(),
        _ => {
            let keys: Vec<String> = keys.into_iter().map(|(name, words)| format!("{name}: {words}")).collect();
            format!("{{ {} }}", keys.join(", "))
        }
    }
}

/// A row of a table: one word where all its cells are alike, else a line an item.
pub fn new_row<'w>(name: &str, series: Series<'_>, said: impl Fn(usize) -> Option<&'w str>) -> String {
    let words: Vec<(usize, &str)> = series.items.iter().map(|item| (*item, said(*item).unwrap_or(TODO))).collect();
    if words.iter().all(|(_, word)| *word == TODO) {
        return format!("{name}: {TODO}");
    }
    let items = series.indicator.items();
    let lines = words.into_iter().map(|(item, word)| format!("\n  {}: {word}", items[item].id));
    format!("{name}:{}", lines.collect::<String>())
}

/// A key as it may stand in YAML.
pub fn key_text(name: &str) -> String {
    plain(name)
}

/// A text without quotes where YAML reads it as itself, else in quotes.
pub fn plain(text: &str) -> String {
    let letters = text.chars().next().is_some_and(char::is_alphabetic);
    let harmless =
        |sign: char| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '_' | '.' | '\'' | '’' | '/' | '(' | ')');
    let word = matches!(
        text.to_ascii_lowercase().as_str(),
        "yes" | "no" | "true" | "false" | "null" | "on" | "off" | "y" | "n" | "nan" | "inf"
    );
    if letters && text.chars().all(harmless) && !word && text.trim() == text { text.to_owned() } else { quoted(text) }
}

/// A text in double quotes.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            sign if sign.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(sign))),
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}
