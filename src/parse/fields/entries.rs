//! The keys and values of a YAML table, each key once.

use super::text::keep_one;
use crate::data::number::Number;
use crate::diag::{Code, Diagnostic, Term, count_many};
use crate::files::{Placed, Span};
use crate::parse::spelling;
use crate::parse::yaml::{Node, Tree};
use crate::words;
use std::collections::HashMap;

/// The keys and values of a table, each key once. A flow table that a decimal comma has cut in two,
/// `{Lazio: 12,5}`, is valid YAML for something else: it is caught here, for every table of every file.
pub fn entries(node: Node, what: Term, faults: &mut Vec<Diagnostic>) -> Option<Vec<(Placed<String>, Node)>> {
    let Tree::Map(list) = node.tree else {
        let message = words!(
            "{what} is a table of keys, `key: value`",
            "{what} è un blocco di chiavi, `chiave: valore`";
            what
        );
        let hint = match node.tree {
            Tree::Null if node.at.end == 0 => {
                let message = words!("this file is empty", "questo file è vuoto");
                let hint = words!(
                    "write it: docs/format.md shows a whole one",
                    "scrivilo: docs/format.md ne mostra uno intero"
                );
                faults.push(Diagnostic::new(Code::WrongShape, node.at, message, hint));
                return None;
            }
            Tree::Null => {
                words!("add the keys below, indented by two spaces", "aggiungi le chiavi sotto, rientrate di due spazi")
            }
            _ => words!("write one `key: value` a line", "scrivi una `chiave: valore` per riga"),
        };
        faults.push(Diagnostic::new(Code::WrongShape, node.at, message, hint));
        return None;
    };
    if let Some(fault) = braces_around_a_number(&list, node.at) {
        faults.push(fault);
        return None;
    }
    let mut kept: Vec<(Placed<String>, Node)> = Vec::with_capacity(list.len());
    let mut seen: HashMap<String, Span> = HashMap::with_capacity(list.len());
    for (key, value) in list {
        if let (true, Tree::Null, Some((before, Node { tree: Tree::Scalar(whole), at }))) =
            (is_after_comma(&key.value), &value.tree, kept.last())
            && Number::parse(whole).is_ok()
        {
            let at = Span { end: key.at.end, ..*at };
            let (before, decimals) = (&before.value, &key.value);
            let label = words!(
                "YAML reads {whole} for {before}, then a key {decimals}",
                "YAML legge {whole} per {before}, poi una chiave {decimals}"
            );
            let fault = cut_in_two(whole, decimals, at).label(label);
            // Nothing but the comma stands between them, and it can be meant for a decimal one alone.
            let beside = (at.end - at.start) as usize == whole.len() + 1 + decimals.len();
            let mended = spelling::number(&format!("{whole},{decimals}")).filter(|_| beside);
            faults.push(match mended {
                Some(mended) => fault.fix(at, mended),
                None => fault,
            });
            continue;
        }
        count_many(faults);
        if let Some(first) = seen.get(&key.value) {
            let name = &key.value;
            let message = words!("`{name}` stands twice in {what}", "`{name}` compare due volte in {what}"; what);
            let fault = Diagnostic::new(Code::DuplicateKey, key.at, message, keep_one());
            faults.push(fault.other(*first, words!("first given here", "la prima volta è qui")));
            continue;
        }
        seen.insert(key.value.clone(), key.at);
        kept.push((key, value));
    }
    Some(kept)
}

/// Whether a key is what a decimal comma leaves behind it: digits, perhaps with a percent sign.
fn is_after_comma(key: &str) -> bool {
    let digits = key.strip_suffix('%').unwrap_or(key).trim_end();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number that a decimal comma has cut in two.
fn cut_in_two(whole: &str, decimals: &str, at: Span) -> Diagnostic {
    let bare = decimals.trim_end_matches('%').trim_end();
    if bare.len() < decimals.len() {
        let message =
            words!("`{whole},{decimals}` carries its unit", "`{whole},{decimals}` porta con sé l’unità di misura");
        let hint = words!(
            "write {whole}.{bare}: the unit is the indicator's",
            "scrivi {whole}.{bare}: l’unità è quella dell’indicatore"
        );
        return Diagnostic::new(Code::NotANumber, at, message, hint);
    }
    let message = words!("`{whole},{decimals}` uses the decimal comma", "`{whole},{decimals}` ha la virgola decimale");
    let hint = words!("write {whole}.{decimals}", "scrivi {whole}.{decimals}");
    Diagnostic::new(Code::DecimalComma, at, message, hint)
}

/// A number within braces, `{12,5}`: to YAML a table of two keys without values.
fn braces_around_a_number(list: &[(Placed<String>, Node)], table: Span) -> Option<Diagnostic> {
    let [(whole, Node { tree: Tree::Null, .. }), (decimals, Node { tree: Tree::Null, .. })] = list else { return None };
    if Number::parse(&whole.value).is_err() || !is_after_comma(&decimals.value) {
        return None;
    }
    let label = words!("YAML reads a table with two keys", "YAML legge un blocco con due chiavi");
    let fault = cut_in_two(&whole.value, &decimals.value, Span { end: decimals.at.end, ..whole.at }).label(label);
    // Nothing but the number stands between the braces, and nothing after them.
    let alone = whole.at.start == table.start + 1 && decimals.at.start == whole.at.end + 1;
    let mended = spelling::number(&format!("{},{}", whole.value, decimals.value));
    Some(match mended.filter(|_| alone && table.end == decimals.at.end + 1) {
        Some(mended) => fault.fix(table, mended),
        None => fault,
    })
}
