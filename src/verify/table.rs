//! Two tables of one figure: which values differ, row by row, and which rows and columns only one of them has.

use crate::diag::{Language, Words};
use crate::lang::terms;
use crate::provenance::Rows;
use crate::words;
use std::collections::BTreeMap;

/// The rows and columns that are not as they were, in the order of the newer table; `language` is that of their heads.
/// Values of ranks are left out: where one value changes, the ranks of others do.
pub fn differences(was: &Rows, is: &Rows, language: Language) -> Vec<Words> {
    let (Some((old_head, old)), Some((head, new))) = (was.split_first(), is.split_first()) else {
        return Vec::new();
    };
    let (old_columns, columns) = (counted(old_head), counted(head));
    let (old_rows, new_rows) = (counted_rows(old), counted_rows(new));
    let mut all = Vec::new();
    for ((column, _), _) in columns.iter().filter(|(key, _)| !old_columns.contains_key(key)) {
        all.push(words!("the column `{column}`, which was not there", "la colonna `{column}`, che non c’era"));
    }
    for ((column, _), _) in old_columns.iter().filter(|(key, _)| !columns.contains_key(key)) {
        all.push(words!("the column `{column}`, which is not there now", "la colonna `{column}`, che ora non c’è"));
    }
    let rank = terms(language).rank;
    let mut shared: Vec<(usize, usize)> = columns
        .iter()
        .filter(|((name, _), place)| **place > 0 && *name != rank)
        .filter_map(|(key, place)| Some((*old_columns.get(key)?, *place)))
        .collect();
    shared.sort_unstable_by_key(|(_, place)| *place);
    let cell = |row: &[String], column: usize| row.get(column).cloned().unwrap_or_default();
    let shown = |text: String| if text.is_empty() { "–".to_owned() } else { text };
    for (row, key) in new.iter().zip(keys(new)) {
        let called = key.0;
        let Some(before) = old_rows.get(&key).map(|place| &old[*place]) else {
            let value = cell(row, 1);
            all.push(words!("{called}: {value}, which was not there", "{called}: {value}, che non c’era"));
            continue;
        };
        let mut parts = Vec::new();
        for &(from, to) in &shared {
            let (then, now) = (cell(before, from), cell(row, to));
            if then != now {
                let column = if to == 1 { String::new() } else { format!("{} ", head[to]) };
                parts.push(format!("{column}{} → {}", shown(then), shown(now)));
            }
        }
        if !parts.is_empty() {
            all.push(Words::same(format!("{called}: {}", parts.join("; "))));
        }
    }
    for (row, key) in old.iter().zip(keys(old)).filter(|(_, key)| !new_rows.contains_key(key)) {
        let (called, value) = (key.0, cell(row, 1));
        all.push(words!("{called}: {value}, which is not there now", "{called}: {value}, che ora non c’è"));
    }
    all
}

/// A name, and how many of the same name stand before it: what stands twice is one more.
type Key<'t> = (&'t str, usize);

fn count<'t>(names: impl Iterator<Item = &'t str>) -> Vec<Key<'t>> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let key = |name| {
        let before = seen.entry(name).or_default();
        *before += 1;
        (name, *before - 1)
    };
    names.map(key).collect()
}

/// The rows by the names in their first cells.
fn keys(rows: &[Vec<String>]) -> Vec<Key<'_>> {
    count(rows.iter().map(|row| row.first().map_or("", String::as_str)))
}

/// The places of rows.
fn counted_rows(rows: &[Vec<String>]) -> BTreeMap<Key<'_>, usize> {
    keys(rows).into_iter().zip(0..).collect()
}

/// The places of columns.
fn counted(head: &[String]) -> BTreeMap<Key<'_>, usize> {
    count(head.iter().map(String::as_str)).into_iter().zip(0..).collect()
}

#[cfg(test)]
mod tests {
    use super::differences;
    use crate::diag::Language;

    fn table(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split('|').map(str::to_owned).collect()).collect()
    }

    fn told(was: &str, is: &str) -> Vec<String> {
        differences(&table(was), &table(is), Language::English).into_iter().map(|words| words.en).collect()
    }

    #[test]
    fn a_column_more_a_row_more_and_a_row_that_stands_twice_are_told() {
        let was = "name|value\nPuglia|69\nUmbria|29";
        assert!(told(was, was).is_empty());
        assert_eq!(
            told(was, "name|value|weight\nPuglia|69|2\nUmbria|29|1"),
            ["the column `weight`, which was not there"]
        );
        assert_eq!(told(was, "name\nPuglia\nUmbria"), ["the column `value`, which is not there now"]);
        assert_eq!(
            told(was, "name|value|value\nPuglia|69|1\nUmbria|29|2"),
            ["the column `value`, which was not there"]
        );
        assert_eq!(told(was, &format!("{was}\nPuglia|70")), ["Puglia: 70, which was not there"]);
        assert_eq!(told(&format!("{was}\nUmbria|29"), was), ["Umbria: 29, which is not there now"]);
        assert_eq!(told(was, "name|value\nUmbria|29\nPuglia|70"), ["Puglia: 69 → 70"]);
    }
}
