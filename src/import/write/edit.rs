//! Values written into a YAML file of observations where they stand: comments, order, and every key that is not
//! concerned stay as they are.

use super::changes::{Changes, line_end, line_start, newline};
use super::words::{Series, key_text, name, period_key, plain, value_text};
use crate::data::indicator::Part;
use crate::data::period::Period;
use crate::diag::Words;
use crate::files::Span;
use crate::files::yaml::quoted;
use crate::import::hold::held::{EntryPlace, Held, YamlFile, entry, listed};
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
pub(super) struct Edit<'e> {
    /// Its text until now.
    pub text: &'e str,
    /// Its keys, each with its place in the text.
    pub file: &'e YamlFile,
    /// The series whose values it holds.
    pub series: Series<'e>,
    /// How its lines end.
    pub newline: &'static str,
}

impl Edit<'_> {
    /// What is said of a node that cannot be changed in its place.
    pub fn stuck(&self, node: &Node) -> Stuck {
        let why = words!(
            "it is written in a way that cannot be changed in its place",
            "è scritto in un modo che non si può modificare sul posto"
        );
        Stuck { at: node.at, why }
    }

    /// Whether a node is written in braces or brackets.
    pub fn is_flow(&self, node: &Node) -> bool {
        self.text[node.at.start as usize..].starts_with(['{', '['])
    }

    /// Where a node ends; the tree knows only the first line of a table.
    pub fn end(&self, key: Span, node: &Node) -> usize {
        match &node.tree {
            Tree::Null => node.at.end.max(self.after_colon(key) as u32) as usize,
            Tree::Scalar(_) => node.at.end as usize,
            _ if self.is_flow(node) => self.closing(node.at.start as usize),
            Tree::Map(entries) => entries.last().map_or(node.at.end as usize, |(key, node)| self.end(key.at, node)),
            Tree::List(list) => list.last().map_or(node.at.end as usize, |node| self.end(node.at, node)),
        }
    }

    /// One past the bracket that closes the one at `open`.
    pub fn closing(&self, open: usize) -> usize {
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
    pub fn after_colon(&self, key: Span) -> usize {
        let end = key.end as usize;
        self.text[end..].find(':').map_or(end, |colon| end + colon + 1)
    }

    /// The bytes of a value, with the sign that opens a text of several lines.
    pub fn bytes(&self, key: Span, node: &Node) -> Range<usize> {
        let (colon, end) = (self.after_colon(key), self.end(key, node));
        let between = self.text.get(colon..node.at.start as usize).unwrap_or("");
        let sign = between.find(['>', '|']).filter(|_| matches!(node.tree, Tree::Scalar(_)));
        sign.map_or(node.at.start as usize, |sign| colon + sign)..end
    }

    /// Writes a value in the place of another.
    pub fn put(&self, key: Span, node: &Node, words: &str, changes: &mut Changes) {
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
    pub fn last_line(&self) -> usize {
        self.text.trim_end().len()
    }

    /// A new entry of `values`.
    fn line(&self, who: Who, write: &Write) -> String {
        format!("{}: {}", key_text(&name(who, self.series)), value_text(write, self.series.indicator))
    }
}
