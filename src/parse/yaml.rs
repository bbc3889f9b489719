//! YAML as a tree in which every key and value has its place.
//!
//! serde-saphyr does the parsing; this tree keeps what typed reading would throw away: the words as written
//! (`1.10`, `no`, `12,5`), repeated keys, and the order of keys. So one pass over a file finds all its faults.

use super::syntax;
use crate::diag::{Code, Diagnostic};
use crate::files::{FileId, Placed, Source, Span};
use crate::words;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_saphyr::{Location, Options, Spanned};
use std::fmt;

/// A value of a YAML file, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What is there.
    pub tree: Tree,
    /// Where; of a list or a table, its first line.
    pub at: Span,
}

/// What a YAML file may hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// Nothing: `key:` with no value, `~`, `null`.
    Null,
    /// One word or text, as written, without its quotes.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in the order of the file; a key may stand twice.
    Map(Vec<(Placed<String>, Node)>),
}

/// Reads one file; an empty file is [`Tree::Null`].
///
/// # Errors
/// The place where the text stops being YAML, said as far as the parser knows it.
pub fn read(file: FileId, source: &Source) -> Result<Node, Diagnostic> {
    let text = source.text.as_str();
    let whole = Span::new(file, 0, 0);
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Node { tree: Tree::Null, at: whole });
    }
    match serde_saphyr::from_str_with_options::<Spanned<Raw>>(text, options()) {
        Ok(raw) => Ok(place(raw, file, text)),
        Err(error) => Err(syntax_fault(file, text, &error)),
    }
}

/// Whether a text is YAML.
fn is_yaml(text: &str) -> bool {
    serde_saphyr::from_str_with_options::<Spanned<Raw>>(text, options()).is_ok()
}

/// Tables within tables.
const DEEPEST: usize = 32;

fn options() -> Options {
    serde_saphyr::options! {
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        with_snippet: false,
        budget: serde_saphyr::budget! { max_aliases: 0, max_anchors: 0, max_depth: DEEPEST },
    }
}

/// What serde-saphyr hands over, before places are bytes.
enum Raw {
    Null,
    /// A scalar that YAML reads as a number or a truth value: its words stand in the source.
    Plain,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, a list or a table of keys")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = access.next_element()? {
            list.push(element);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}

fn place(raw: Spanned<Raw>, file: FileId, text: &str) -> Node {
    let mut at = span(file, raw.referenced, text);
    if matches!(raw.value, Raw::List(_) | Raw::Map(_)) {
        // A fault of a whole table is shown at its first line: nobody wants forty lines underlined.
        let first_line = text[at.start as usize..].lines().next().unwrap_or("");
        at.end = at.start + first_line.trim_end().len() as u32;
    }
    let tree = match raw.value {
        Raw::Null => Tree::Null,
        Raw::Plain => Tree::Scalar(text[at.start as usize..at.end as usize].to_owned()),
        Raw::Text(words) => Tree::Scalar(words),
        Raw::List(list) => Tree::List(list.into_iter().map(|element| place(element, file, text)).collect()),
        Raw::Map(entries) => Tree::Map(
            entries
                .into_iter()
                .map(|(key, value)| {
                    let at = span(file, key.referenced, text);
                    // `NULL`, `2024` and `true` are words like any other.
                    let words = match key.value {
                        Raw::Text(words) => words,
                        _ => text[at.start as usize..at.end as usize].to_owned(),
                    };
                    (Placed::new(words, at), place(value, file, text))
                })
                .collect(),
        ),
    };
    Node { tree, at }
}

/// Bytes of a place, without the white space that a block's span may trail.
fn span(file: FileId, location: Location, text: &str) -> Span {
    let start = (location.span().byte_offset().unwrap_or(0) as usize).min(text.len());
    let length = location.span().byte_len().unwrap_or(0) as usize;
    let end = (start + length).min(text.len());
    let words = text.get(start..end).unwrap_or("");
    Span::new(file, start, start + words.trim_end().len())
}

fn syntax_fault(file: FileId, text: &str, error: &serde_saphyr::Error) -> Diagnostic {
    let at = error.location().map_or(Span::top(file), |location| {
        let line = nth_line(text, location.line() as usize);
        let sign = text[line.clone()].char_indices().nth((location.column() as usize).saturating_sub(1));
        let start = line.start + sign.map_or(line.len(), |(offset, _)| offset);
        let words = text[start..line.end].trim_end().len();
        Span::new(file, start, start + words)
    });
    let message = error.without_snippet().render();
    // The place is shown, not told.
    let message = message.split(" at line ").next().unwrap_or(&message);
    if message.contains("multiple YAML documents") {
        let message = words!(
            "this file holds two YAML documents, one below the other",
            "questo file contiene due documenti YAML, uno sotto l’altro"
        );
        let hint =
            words!("take the line of `---` away, or make two files of it", "togli la riga con `---`, o fanne due file");
        return Diagnostic::new(Code::YamlSyntax, at, message, hint);
    }
    if message.contains("depth") || message.contains("recursion") {
        let message = words!(
            "here tables stand within tables, more than {DEEPEST} of them",
            "qui ci sono blocchi dentro blocchi, più di {DEEPEST}"
        );
        let hint = words!(
            "no file needs more than a few: docs/format.md shows a whole one",
            "a nessun file ne servono più di alcuni: docs/format.md ne mostra uno intero"
        );
        return Diagnostic::new(Code::YamlSyntax, at, message, hint);
    }
    if message.contains("budget") || message.contains("unknown anchor") {
        let message = words!(
            "this uses YAML that an author's file does not need: anchors, or tables within tables without end",
            "questo YAML non serve in un file di autore: ancore, o blocchi dentro blocchi senza fine"
        );
        let hint = words!(
            "write each value where it belongs, without `&` and `*`; put a text that begins with them in quotes",
            "scrivi ogni valore dove serve, senza `&` e `*`; metti tra virgolette un testo che comincia così"
        );
        return Diagnostic::new(Code::YamlSyntax, at, message, hint);
    }
    syntax::fault(file, text, at, message, is_yaml)
}

/// Bytes of a line, counted from 1, without its end; the end of the text where there is no such line.
fn nth_line(text: &str, number: usize) -> std::ops::Range<usize> {
    let mut start = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        if index + 1 == number {
            return start..start + line.trim_end_matches(['\n', '\r']).len();
        }
        start += line.len();
    }
    text.len()..text.len()
}

#[cfg(test)]
mod tests {
    use super::{Node, Tree, read};
    use crate::files::{FileId, Source};

    fn tree(text: &str) -> Node {
        let source = Source::new("t.yaml", text);
        read(FileId(0), &source).unwrap_or_else(|fault| panic!("{fault:?}"))
    }

    fn show(node: &Node, text: &str) -> String {
        let words = &text[node.at.start as usize..node.at.end as usize];
        match &node.tree {
            Tree::Null => "null".into(),
            Tree::Scalar(scalar) => format!("{scalar}@{words}"),
            Tree::List(list) => format!("[{}]", list.iter().map(|n| show(n, text)).collect::<Vec<_>>().join(" ")),
            Tree::Map(entries) => {
                let entries = entries.iter().map(|(key, value)| {
                    format!("{}@{}={}", key.value, &text[key.at.start as usize..key.at.end as usize], show(value, text))
                });
                format!("{{{}}}", entries.collect::<Vec<_>>().join(" "))
            }
        }
    }

    #[test]
    fn words_stay_as_written_and_every_one_has_its_place() {
        let text = "a: 1.10\nb: no\nc: \"12\"\nd: {Lazio: 12,5}\ne: [x, 2024-05]\nf:\na: 'due'\nè: ü\n";
        assert_eq!(
            show(&tree(text), text),
            "{a@a=1.10@1.10 b@b=no@no c@c=12@\"12\" d@d={Lazio@Lazio=12@12 5@5=null} e@e=[x@x 2024-05@2024-05] \
             f@f=null a@a=due@'due' è@è=ü@ü}"
        );
    }
}
