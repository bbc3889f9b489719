//! outline.yaml: the talk in order.

use super::draft::{EntryDraft, OutlineDraft, ShownDraft, WordsDraft};
use super::fields::{Fields, entries, list, text};
use super::said::said;
use super::site::no_address;
use super::yaml::{Node, Tree};
use crate::diag::{Code, Diagnostic, Placed, Term, did_you_mean, nearest};
use crate::words;

const WORDS: [&str; 8] = ["title", "narrative", "link", "overview", "figure", "change", "section", "closing"];

/// Reads an outline, whose file has the text `source`; `None` where the file is no YAML.
pub fn outline(node: Option<Node>, source: &str, faults: &mut Vec<Diagnostic>) -> OutlineDraft {
    let found = faults.len();
    let nodes = node.and_then(|node| list(node, Term::new("an outline", "una scaletta"), faults));
    let faulty = nodes.is_none();
    let entries = nodes.unwrap_or_default().into_iter().filter_map(|node| entry(node, source, faults)).collect();
    OutlineDraft { faulty: faulty || faults.len() > found, entries }
}

fn entry(node: Node, source: &str, faults: &mut Vec<Diagnostic>) -> Option<Placed<EntryDraft>> {
    let at = node.at;
    if let Tree::Scalar(word) = &node.tree {
        let entry = match word.as_str() {
            "title" => EntryDraft::Title,
            "overview" => EntryDraft::Overview { title: None, kicker: None },
            "closing" => EntryDraft::Closing { title: None, text: None, url: None },
            other => {
                faults.push(unknown(&Placed::new(other.to_owned(), at)));
                return None;
            }
        };
        return Some(Placed::new(entry, at));
    }
    let mut pairs = entries(node, Term::new("an entry of the outline", "una voce della scaletta"), faults)?;
    if pairs.len() != 1 {
        let message = words!("an entry of the outline has one key", "una voce della scaletta ha una chiave sola");
        let hint = words!("begin each entry with `- `", "fai cominciare ogni voce con `- `");
        faults.push(Diagnostic::new(Code::WrongShape, at, message, hint));
        return None;
    }
    let (key, value) = pairs.pop()?;
    let plain = |text: Option<Placed<String>>| text.map(|text| text.value);
    let entry = match key.value.as_str() {
        "narrative" => EntryDraft::Narrative(text(value, Term::same("narrative"), faults)?),
        "figure" => EntryDraft::Figure(figure(value, source, faults)?),
        "section" => EntryDraft::Section(text(value, Term::same("section"), faults)?),
        "change" => {
            if let Tree::Scalar(_) = value.tree {
                EntryDraft::Change {
                    figure: text(value, Term::same("change"), faults)?,
                    since: None,
                    view: None,
                    words: WordsDraft::default(),
                }
            } else {
                let mut fields = Fields::open(value, Term::same("`change`"), faults)?;
                let figure = fields.required_text("figure");
                let (since, view) = (fields.text("since"), fields.text("as"));
                let words = words_of(&mut fields, source);
                fields.close();
                EntryDraft::Change { figure: figure?, since, view, words }
            }
        }
        "link" => {
            if let Tree::Scalar(url) = value.tree {
                let url = Placed::new(url, value.at);
                EntryDraft::Link { url: address(url, faults)?, title: None, text: None, kicker: None }
            } else {
                let mut fields = Fields::open(value, Term::same("`link`"), faults)?;
                let url = fields.required_text("url");
                let (title, text) = (plain(fields.text("title")), plain(fields.text("text")));
                let kicker = plain(fields.text("kicker"));
                fields.close();
                EntryDraft::Link { url: address(url?, faults)?, title, text, kicker }
            }
        }
        "overview" => {
            let mut fields = Fields::open(value, Term::same("`overview`"), faults)?;
            let entry =
                EntryDraft::Overview { title: plain(fields.text("title")), kicker: plain(fields.text("kicker")) };
            fields.close();
            entry
        }
        "closing" => {
            let mut fields = Fields::open(value, Term::same("`closing`"), faults)?;
            let (title, text) = (plain(fields.text("title")), plain(fields.text("text")));
            let url = fields.text("url");
            fields.close();
            let url = match url {
                Some(url) => Some(address(url, faults)?),
                None => None,
            };
            EntryDraft::Closing { title, text, url }
        }
        _ => {
            faults.push(unknown(&key));
            return None;
        }
    };
    Some(Placed::new(entry, at))
}

/// A figure: its name, or that and how it is shown.
fn figure(value: Node, source: &str, faults: &mut Vec<Diagnostic>) -> Option<ShownDraft> {
    if let Tree::Scalar(_) = value.tree {
        let show = text(value, Term::same("figure"), faults)?;
        return Some(ShownDraft { show, view: None, words: WordsDraft::default(), highlight: None });
    }
    let mut fields = Fields::open(value, Term::same("`figure`"), faults)?;
    let show = fields.required_text("show");
    let view = fields.text("as");
    let words = words_of(&mut fields, source);
    let highlight = fields.take("highlight").map(|(at, node)| (at, names(node, fields.faults())));
    fields.close();
    Some(ShownDraft { show: show?, view, words, highlight })
}

/// What an author says of a figure.
fn words_of(fields: &mut Fields<'_>, source: &str) -> WordsDraft {
    let mut own = |key: &'static str| {
        let (_, node) = fields.take(key)?;
        said(node, Term::same(key), source, fields.faults())
    };
    let (title, summary) = (own("title"), own("summary"));
    let fixed = match fields.take("fixed") {
        Some((_, Node { tree: Tree::List(numbers), .. })) => numbers,
        Some((_, one)) => vec![one],
        None => Vec::new(),
    };
    let number = |node: Node| text(node, Term::new("a number in `fixed`", "un numero in `fixed`"), fields.faults());
    let fixed = fixed.into_iter().filter_map(number).collect();
    WordsDraft { title, summary, fixed }
}

/// The territories to mark.
fn names(node: Node, faults: &mut Vec<Diagnostic>) -> Vec<Placed<String>> {
    let nodes = list(node, Term::same("`highlight`"), faults).unwrap_or_default();
    nodes
        .into_iter()
        .filter_map(|node| text(node, Term::new("a name in `highlight`", "un nome in `highlight`"), faults))
        .collect()
}

fn unknown(word: &Placed<String>) -> Diagnostic {
    let hint = match nearest(&word.value, WORDS) {
        Some(known) => did_you_mean(known),
        None => words!("an entry is one of: {}", "una voce è una di queste: {}", WORDS.join(", ")),
    };
    let message = words!("an outline has no entry `{}`", "una scaletta non ha una voce `{}`", word.value);
    Diagnostic::new(Code::UnknownEntry, word.at, message, hint).fix_case(word, WORDS)
}

/// An address to go to from a slide.
fn address(url: Placed<String>, faults: &mut Vec<Diagnostic>) -> Option<Placed<String>> {
    if url.value.starts_with("https://") || url.value.starts_with("http://") {
        return Some(url);
    }
    faults.push(no_address(&url));
    None
}
