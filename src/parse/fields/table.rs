//! Keys of a YAML table, taken one by one; what is left over is a fault, and so is what is lacking.

use super::entries::entries;
use super::number::count;
use super::text::{text, word};
use crate::data::period::Day;
use crate::diag::{Code, Diagnostic, Term, Words, did_you_mean, nearest};
use crate::files::{Placed, Span};
use crate::parse::spelling::{self, wrong_date};
use crate::parse::yaml::{Node, Tree};
use crate::words;

/// The keys of one table of a file.
pub struct Fields<'f> {
    /// What the table is, in the author's words: "an indicator".
    what: Term,
    /// Where the table stands.
    pub at: Span,
    entries: Vec<(Placed<String>, Option<Node>)>,
    asked: Vec<&'static str>,
    faults: &'f mut Vec<Diagnostic>,
}

impl<'f> Fields<'f> {
    /// Opens a table; `None`, with a fault, where the node is no table.
    pub fn open(node: Node, what: Term, faults: &'f mut Vec<Diagnostic>) -> Option<Fields<'f>> {
        let at = node.at;
        let entries = entries(node, what, faults)?;
        let entries = entries.into_iter().map(|(key, value)| (key, Some(value))).collect();
        Some(Fields { what, at, entries, asked: Vec::new(), faults })
    }

    /// Takes a key with its value, whatever it is; a key without a value counts as absent.
    pub fn take(&mut self, name: &'static str) -> Option<(Span, Node)> {
        self.asked.push(name);
        let there = |value: &Option<Node>| value.as_ref().is_some_and(|node| !is_null(node));
        let (key, value) = self.entries.iter_mut().find(|(key, value)| key.value == name && there(value))?;
        Some((key.at, value.take()?))
    }

    /// The place of a key whose value was taken, though perhaps it could not be read; none where the key is not
    /// there.
    pub fn was_given(&self, name: &str) -> Option<Span> {
        self.entries.iter().find(|(key, value)| key.value == name && value.is_none()).map(|(key, _)| key.at)
    }

    /// Says that a key must be there.
    pub fn lacks(&mut self, name: &'static str) {
        self.faults.push(lack(self.what, self.at, name));
    }

    /// A text that must be there.
    pub fn required_text(&mut self, name: &'static str) -> Option<Placed<String>> {
        match self.take(name) {
            Some((_, node)) => text(node, Term::same(name), self.faults),
            None => {
                self.lacks(name);
                None
            }
        }
    }

    /// A text that may be there.
    pub fn text(&mut self, name: &'static str) -> Option<Placed<String>> {
        let (_, node) = self.take(name)?;
        text(node, Term::same(name), self.faults)
    }

    /// A day that may be there.
    pub fn day(&mut self, name: &'static str) -> Option<Placed<Day>> {
        let words = self.text(name)?;
        if let Some(day) = Day::parse(&words.value) {
            return Some(Placed::new(day, words.at));
        }
        let message = words!("`{}` is not a day of the calendar", "`{}` non è un giorno del calendario", words.value);
        let hint = words!("write year, month and day: 2024-08-31", "scrivi anno, mese e giorno: 2024-08-31");
        let meant = spelling::period(words.value.trim()).filter(|meant| Day::parse(&meant.iso).is_some());
        self.faults.push(wrong_date(&words, message, meant, hint));
        None
    }

    /// A count that may be there.
    pub fn count(&mut self, name: &'static str) -> Option<Placed<u32>> {
        let (_, node) = self.take(name)?;
        let words = text(node, Term::same(name), self.faults)?;
        count(&words, self.faults)
    }

    /// A key whose value, where there is one, is one of some words.
    pub fn word<T: Copy>(&mut self, name: &'static str, words: &[(&'static str, T)]) -> Option<Placed<T>> {
        let given = self.text(name)?;
        word(&given, Words::same(format!("`{name}`")), words, self.faults)
    }

    /// A key that must be there, and whose value is one of some words.
    pub fn required_word<T: Copy>(&mut self, name: &'static str, words: &[(&'static str, T)]) -> Option<Placed<T>> {
        let given = self.required_text(name)?;
        word(&given, Words::same(format!("`{name}`")), words, self.faults)
    }

    /// The list to which further faults are added.
    pub fn faults(&mut self) -> &mut Vec<Diagnostic> {
        self.faults
    }

    /// Every key that was not asked for is a fault. Where one is nearly a key that is lacking, that is one slip of the pen
    /// and one fault.
    pub fn close(self) {
        let given: Vec<String> = self.entries.iter().map(|(key, _)| key.value.clone()).collect();
        let lacking = || self.asked.iter().copied().filter(|asked| !given.iter().any(|given| given == asked));
        for (key, value) in self.entries {
            let Some(value) = value.filter(|value| !(is_null(value) && self.asked.contains(&key.value.as_str())))
            else {
                continue;
            };
            let (what, name) = (self.what, &key.value);
            let hint = match nearest(name, self.asked.iter().copied()) {
                Some(near) => {
                    let meant = lack(what, self.at, near);
                    self.faults.retain(|fault| *fault != meant);
                    match spelling::unseen(name) {
                        Some(sign) => words!(
                            "a sign that is not seen stands in it, {sign}: write `{near}`",
                            "contiene un segno che non si vede, {sign}: scrivi `{near}`"
                        ),
                        None => did_you_mean(near),
                    }
                }
                None if spelling::unseen(name).is_some() => {
                    let sign = spelling::unseen(name).unwrap_or_default();
                    words!(
                        "a sign that is not seen stands in it, {sign}: write the key again",
                        "contiene un segno che non si vede, {sign}: riscrivi la chiave"
                    )
                }
                // A comma has cut a text in two: `{ title: Prima, e ora }`.
                None if is_null(&value) && name.contains(' ') => words!(
                    "within {{ }} a text with a comma needs quotes: \"..., {name}\"",
                    "tra {{ }} un testo con una virgola va tra virgolette: \"..., {name}\""
                ),
                None => {
                    let all = self.asked.join(", ");
                    words!("{what} may have: {all}", "{what} può avere: {all}"; what)
                }
            };
            let message = words!("{what} has no key `{name}`", "{what} non ha una chiave `{name}`"; what);
            let fault = Diagnostic::new(Code::UnknownKey, key.at, message, hint);
            self.faults.push(fault.fix_case(&key, lacking()));
            if let Tree::Map(_) = value.tree {
                entries(value, Term::new("a table", "un blocco"), self.faults);
            }
        }
    }
}

/// The fault of a key that is lacking.
fn lack(what: Term, at: Span, name: &str) -> Diagnostic {
    let message = words!("{what} must have `{name}`", "{what} deve avere `{name}`"; what);
    let hint = match name {
        "figures" => words!(
            "add `figures:` and below it `items`, `table` and `territories`, each `{{ title: ..., measure: ... }}`",
            "aggiungi `figures:` e sotto `items`, `table` e `territories`, ognuna `{{ title: ..., measure: ... }}`"
        ),
        "items" | "territories" | "table" if what == Term::same("`figures`") => {
            words!("add `{name}: {{ title: ..., measure: ... }}`", "aggiungi `{name}: {{ title: ..., measure: ... }}`")
        }
        "items" => words!(
            "add `items:` and below it a line for each, `key: Name`",
            "aggiungi `items:` e sotto una riga per ciascuna, `chiave: Nome`"
        ),
        "groups" | "indicators" => words!(
            "add `{name}:` and below it a block for each; docs/format.md shows a whole file",
            "aggiungi `{name}:` e sotto un blocco per ciascuno; docs/format.md mostra un file intero"
        ),
        "cap" => words!("add `cap: none`, or take `because` away", "aggiungi `cap: none`, o togli `because`"),
        _ => words!("add `{name}: ...`", "aggiungi `{name}: ...`"),
    };
    Diagnostic::new(Code::MissingKey, at, message, hint)
}

fn is_null(node: &Node) -> bool {
    node.tree == Tree::Null
}
