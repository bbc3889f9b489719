//! Keys of a YAML table, taken one by one; what is left over is a fault, and so is what is lacking.

use super::yaml::{Node, Tree};
use crate::data::number::{Number, NumberFault};
use crate::data::period::Day;
use crate::diag::{Code, Diagnostic, Placed, Span, nearest};

/// The keys of one table of a file.
pub struct Fields<'f> {
    /// What the table is, in the author's words: "an indicator".
    what: &'static str,
    /// Where the table is.
    pub at: Span,
    entries: Vec<(Placed<String>, Option<Node>)>,
    asked: Vec<&'static str>,
    faults: &'f mut Vec<Diagnostic>,
}

impl<'f> Fields<'f> {
    /// Opens a table; `None`, with a fault, where the node is no table.
    pub fn open(node: Node, what: &'static str, faults: &'f mut Vec<Diagnostic>) -> Option<Fields<'f>> {
        let at = node.at;
        let entries = entries(node, what, faults)?;
        let entries = entries.into_iter().map(|(key, value)| (key, Some(value))).collect();
        Some(Fields { what, at, entries, asked: Vec::new(), faults })
    }

    /// Takes a key with its value, whatever it is; a key without a value counts as absent.
    pub fn take(&mut self, name: &'static str) -> Option<(Span, Node)> {
        self.asked.push(name);
        let (key, value) = self.entries.iter_mut().find(|(key, value)| key.value == name && value.is_some())?;
        let node = value.take()?;
        (node.tree != Tree::Null).then_some((key.at, node))
    }

    /// Says that a key must be there.
    pub fn lacks(&mut self, name: &'static str) {
        let message = format!("{} must have `{name}`", self.what);
        let fault = Diagnostic::new(Code::MissingKey, self.at, message, format!("add `{name}: ...`"));
        self.faults.push(fault);
    }

    /// A text that must be there.
    pub fn required_text(&mut self, name: &'static str) -> Option<Placed<String>> {
        match self.take(name) {
            Some((_, node)) => text(node, name, self.faults),
            None => {
                self.lacks(name);
                None
            }
        }
    }

    /// A text that may be there.
    pub fn text(&mut self, name: &'static str) -> Option<Placed<String>> {
        let (_, node) = self.take(name)?;
        text(node, name, self.faults)
    }

    /// A day that may be there.
    pub fn day(&mut self, name: &'static str) -> Option<Placed<Day>> {
        let words = self.text(name)?;
        if let Some(day) = Day::parse(&words.value) {
            return Some(Placed::new(day, words.at));
        }
        let message = format!("`{}` is not a day of the calendar", words.value);
        self.faults.push(Diagnostic::new(Code::WrongDate, words.at, message, DAY_HINT));
        None
    }

    /// A count that may be there.
    pub fn count(&mut self, name: &'static str) -> Option<Placed<u32>> {
        let (_, node) = self.take(name)?;
        let words = text(node, name, self.faults)?;
        count(&words, self.faults)
    }

    /// One of some words, that may be there.
    pub fn word<T: Copy>(&mut self, name: &'static str, words: &[(&'static str, T)]) -> Option<Placed<T>> {
        let given = self.text(name)?;
        word(&given, &format!("`{name}`"), words, self.faults)
    }

    /// One of some words, that must be there.
    pub fn required_word<T: Copy>(&mut self, name: &'static str, words: &[(&'static str, T)]) -> Option<Placed<T>> {
        let given = self.required_text(name)?;
        word(&given, &format!("`{name}`"), words, self.faults)
    }

    /// Where further faults go.
    pub fn faults(&mut self) -> &mut Vec<Diagnostic> {
        self.faults
    }

    /// Every key that was not asked for is a fault.
    pub fn close(self) {
        for (key, value) in self.entries {
            let Some(value) = value.filter(|value| !(is_null(value) && self.asked.contains(&key.value.as_str())))
            else {
                continue;
            };
            let hint = match nearest(&key.value, self.asked.iter().copied()) {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!("{} may have: {}", self.what, self.asked.join(", ")),
            };
            let message = format!("{} has no key `{}`", self.what, key.value);
            self.faults.push(Diagnostic::new(Code::UnknownKey, key.at, message, hint));
            if let Tree::Map(_) = value.tree {
                entries(value, "a table", self.faults);
            }
        }
    }
}

/// What a day looks like.
pub const DAY_HINT: &str = "write year, month and day: 2024-08-31";

fn is_null(node: &Node) -> bool {
    node.tree == Tree::Null
}

/// The keys and values of a table, each key once. A flow table that a decimal comma has cut in two,
/// `{Lazio: 12,5}`, is valid YAML for something else: it is caught here, for every table of every file.
pub fn entries(node: Node, what: &'static str, faults: &mut Vec<Diagnostic>) -> Option<Vec<(Placed<String>, Node)>> {
    let Tree::Map(list) = node.tree else {
        let message = format!("{what} is a table of keys, `key: value`");
        let hint = match node.tree {
            Tree::Null => "add the keys below, indented by two spaces",
            _ => "write one `key: value` a line",
        };
        faults.push(Diagnostic::new(Code::WrongShape, node.at, message, hint));
        return None;
    };
    let mut kept: Vec<(Placed<String>, Node)> = Vec::with_capacity(list.len());
    for (key, value) in list {
        let all_digits = !key.value.is_empty() && key.value.bytes().all(|b| b.is_ascii_digit());
        if let (true, Tree::Null, Some((before, Node { tree: Tree::Scalar(whole), at }))) =
            (all_digits, &value.tree, kept.last())
            && Number::parse(whole).is_ok()
        {
            let at = Span { end: key.at.end, ..*at };
            let message = format!("`{whole},{}` uses the decimal comma", key.value);
            let hint = format!("write {whole}.{}", key.value);
            let label = format!("YAML reads {whole} for {}, then a key {}", before.value, key.value);
            faults.push(Diagnostic::new(Code::DecimalComma, at, message, hint).label(label));
            continue;
        }
        if let Some((first, _)) = kept.iter().find(|(other, _)| other.value == key.value) {
            let message = format!("`{}` stands twice in {what}", key.value);
            let fault = Diagnostic::new(Code::DuplicateKey, key.at, message, "keep one of the two");
            faults.push(fault.other(first.at, "first given here"));
            continue;
        }
        kept.push((key, value));
    }
    Some(kept)
}

/// A list, or a fault.
pub fn list(node: Node, what: &str, faults: &mut Vec<Diagnostic>) -> Option<Vec<Node>> {
    if let Tree::List(list) = node.tree {
        return Some(list);
    }
    let message = format!("{what} is a list");
    faults.push(Diagnostic::new(Code::WrongShape, node.at, message, "begin each element with `- `"));
    None
}

/// A text, or a fault.
pub fn text(node: Node, name: &str, faults: &mut Vec<Diagnostic>) -> Option<Placed<String>> {
    match node.tree {
        Tree::Scalar(words) if !words.trim().is_empty() => Some(Placed::new(words, node.at)),
        Tree::Scalar(_) | Tree::Null => {
            let fault = Diagnostic::new(Code::MissingKey, node.at, format!("`{name}` is empty"), "write its text");
            faults.push(fault);
            None
        }
        Tree::List(_) | Tree::Map(_) => {
            let hint = "put the text on the line of the key; in quotes if it has a colon, `#`, `{` or `[`";
            let fault = Diagnostic::new(Code::WrongShape, node.at, format!("`{name}` is a single text"), hint);
            faults.push(fault);
            None
        }
    }
}

/// One of some words, or a fault.
pub fn word<T: Copy>(
    given: &Placed<String>,
    name: &str,
    words: &[(&'static str, T)],
    faults: &mut Vec<Diagnostic>,
) -> Option<Placed<T>> {
    if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == given.value) {
        return Some(Placed::new(*meaning, given.at));
    }
    let all = words.iter().map(|(word, _)| *word);
    let hint = match nearest(&given.value, all.clone()) {
        Some(word) => format!("did you mean `{word}`?"),
        None => format!("write one of: {}", all.collect::<Vec<_>>().join(", ")),
    };
    let message = format!("`{}` is no word for {name}", given.value);
    faults.push(Diagnostic::new(Code::UnknownWord, given.at, message, hint));
    None
}

/// A number, or a fault that says in what way it is none.
pub fn number(words: &Placed<String>, faults: &mut Vec<Diagnostic>) -> Option<Placed<Number>> {
    let given = words.value.trim();
    let (code, message, hint) = match Number::parse(given) {
        Ok(number) => return Some(Placed::new(number, words.at)),
        Err(NumberFault::DecimalComma) => {
            let point = given.replace('.', "").replace(',', ".");
            (Code::DecimalComma, format!("`{given}` uses the decimal comma"), format!("write {point}"))
        }
        Err(NumberFault::NotFinite) => (
            Code::NotFinite,
            format!("`{given}` is not a finite number"),
            "write the number of the source, or `missing`".to_owned(),
        ),
        Err(NumberFault::Percent) => {
            let bare = given.trim_end_matches('%').trim_end().replace(',', ".");
            (
                Code::NotANumber,
                format!("`{given}` carries its unit"),
                format!("write {bare}: the unit is the indicator's"),
            )
        }
        Err(NumberFault::NotANumber) => {
            let hint = match given.to_lowercase().as_str() {
                "n.d." | "n.d" | "nd" | "na" | "n/a" | "-" | "–" | ".." | "..." | "…" => {
                    "say it with the word `missing`"
                }
                _ => "write a number such as 41 or 13.7, or the word `missing`",
            };
            (Code::NotANumber, format!("`{given}` is not a number"), hint.to_owned())
        }
    };
    faults.push(Diagnostic::new(code, words.at, message, hint));
    None
}

/// A whole number that is not negative, or a fault.
pub fn count(words: &Placed<String>, faults: &mut Vec<Diagnostic>) -> Option<Placed<u32>> {
    let given = words.value.trim();
    let digits = !given.is_empty() && given.len() <= 9 && given.bytes().all(|b| b.is_ascii_digit());
    if let (true, Ok(count)) = (digits, given.parse()) {
        return Some(Placed::new(count, words.at));
    }
    let message = format!("`{given}` is not a whole number");
    faults.push(Diagnostic::new(Code::NotANumber, words.at, message, "write how many, such as 14"));
    None
}

/// An id: what may stand in an address and a file name.
pub fn check_id(id: &Placed<String>, what: &str, faults: &mut Vec<Diagnostic>) -> bool {
    let fine = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
    if !id.value.is_empty() && id.value.bytes().all(fine) && !id.value.starts_with('-') {
        return true;
    }
    let hint = "use lower-case letters without accents, digits, `_` and `-`: it stands in addresses and file names";
    let message = format!("`{}` cannot be the key of {what}", id.value);
    faults.push(Diagnostic::new(Code::UnknownWord, id.at, message, hint));
    false
}
