//! What an author says of a figure in the outline: a text of YAML that may read numbers from the data, as narrative does.
//!
//! YAML may fold the lines of a text and take quotes away, so that a place in the text is none in the file. Bindings and
//! percentages are looked for in both: where they are the same, each has its place; where not, the whole text has it.

use super::binding;
use super::draft::{Expression, SaidDraft, TypedShare};
use super::fields::any_text;
use super::foreign;
use super::typed;
use super::yaml::{Node, Tree};
use crate::data::prose::Inline;
use crate::diag::{Code, Diagnostic, Term};
use crate::files::Span;
use crate::words;

/// Reads a text; `source` is the whole of its file.
pub fn said(node: Node, name: Term, source: &str, faults: &mut Vec<Diagnostic>) -> Option<SaidDraft> {
    let at = node.at;
    if matches!(&node.tree, Tree::Scalar(words) if !words.contains(char::is_alphanumeric)) {
        let message = words!("`{name}` has no words", "`{name}` non ha parole"; name);
        let hint = words!(
            "write them, or take the key away: then the words are written from the data",
            "scrivile, o togli la chiave: allora le parole sono scritte dai dati"
        );
        faults.push(Diagnostic::new(Code::SaysNothing, at, message, hint));
        return None;
    }
    let words = any_text(node, name, faults)?.value;
    if words.contains("<!--") {
        let message = words!("a comment is not read here", "qui un commento non si legge");
        let hint = words!(
            "take it away; a number that does not come from the data is declared beside: `fixed: [85%]`",
            "toglilo; un numero che non viene dai dati si dichiara accanto: `fixed: [85%]`"
        );
        faults.push(Diagnostic::new(Code::UnknownBinding, at, message, hint));
        return None;
    }

    if let Some(fault) = foreign::within_text(&words, at) {
        faults.push(fault);
        return None;
    }

    let (start, end) = (at.start as usize, at.end as usize);
    let mut found = Vec::new();
    let (masked, mut bindings) = binding::find(at.file, &words, &mut found);
    let mut parts = Vec::new();
    for part in binding::split(&masked, &bindings) {
        parts.push(part.map(str::to_owned));
    }
    let mut shares = typed::shares(at.file, &masked, 0..masked.len());
    let mut exact = false;
    if !(bindings.is_empty() && shares.is_empty() && found.is_empty())
        && let Some(written) = source.get(start..end)
    {
        // Places are counted from the start of the file.
        let mut in_file = Vec::new();
        let (masked, same) = binding::find(at.file, &(" ".repeat(start) + written), &mut in_file);
        let of_file = typed::shares(at.file, &masked, start..masked.len());
        let texts = |bindings: &[Expression]| bindings.iter().map(|one| one.text.clone()).collect::<Vec<_>>();
        let numbers = |shares: &[TypedShare]| shares.iter().map(|one| one.value).collect::<Vec<_>>();
        exact =
            texts(&same) == texts(&bindings) && numbers(&of_file) == numbers(&shares) && in_file.len() == found.len();
        if exact {
            (bindings, shares, found) = (same, of_file, in_file);
        }
    }
    if !exact {
        found.iter_mut().for_each(|fault| within(fault, at));
        shares.iter_mut().for_each(|share| share.at = at);
    }
    let is_read = found.is_empty();
    faults.extend(found);
    for share in &mut shares {
        share.sentence.clone_from(&words);
    }
    let part = |part: Result<String, usize>| match part {
        Ok(words) => Inline::Text(words),
        Err(number) => Inline::Value(bindings[number].clone()),
    };
    let parts = parts.into_iter().map(part).collect();
    is_read.then_some(SaidDraft { at, exact, parts, typed: shares })
}

/// A fault in a part of a text whose place in the file is not known.
pub fn within(fault: &mut Diagnostic, at: Span) {
    fault.at = at;
    fault.fix = None;
}
