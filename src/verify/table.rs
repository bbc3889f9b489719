//! Two tables of one figure: which values differ, row by row.

use super::claim::Rows;
use crate::diag::{Language, Words};
use crate::lang::terms;
use crate::words;

/// The rows that are not as they were, in the order of the newer table; `language` is that of their heads. Ranks are
/// left out: where one value changes, those of others do.
pub fn differences(was: &Rows, is: &Rows, language: Language) -> Vec<Words> {
    let (Some((old_head, old)), Some((head, new))) = (was.split_first(), is.split_first()) else {
        return Vec::new();
    };
    let rank = terms(language).rank;
    let columns: Vec<(usize, usize, &String)> = head
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(_, name)| *name != rank)
        .filter_map(|(column, name)| Some((old_head.iter().position(|old| old == name)?, column, name)))
        .collect();
    let name = |row: &[String]| row.first().cloned().unwrap_or_default();
    let cell = |row: &[String], column: usize| row.get(column).cloned().unwrap_or_default();
    let nothing = "–".to_owned();
    let shown = |text: String| if text.is_empty() { nothing.clone() } else { text };
    let mut all = Vec::new();
    for row in new {
        let called = name(row);
        let Some(before) = old.iter().find(|old| name(old) == called) else {
            let value = cell(row, 1);
            all.push(words!("{called}: {value}, which was not there", "{called}: {value}, che non c’era"));
            continue;
        };
        let mut parts = Vec::new();
        for (from, to, head) in &columns {
            let (then, now) = (cell(before, *from), cell(row, *to));
            if then != now {
                let head = if *to == 1 { String::new() } else { format!("{head} ") };
                parts.push(format!("{head}{} → {}", shown(then), shown(now)));
            }
        }
        if !parts.is_empty() {
            all.push(Words::same(format!("{called}: {}", parts.join("; "))));
        }
    }
    for row in old.iter().filter(|old| !new.iter().any(|row| name(row) == name(old))) {
        let (called, value) = (name(row), cell(row, 1));
        all.push(words!("{called}: {value}, which is not there now", "{called}: {value}, che ora non c’è"));
    }
    all
}
