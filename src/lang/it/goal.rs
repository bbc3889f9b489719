//! A value to be reached, in Italian.

use super::numerals::{Before, after};
use crate::data::period::Day;
use crate::lang::Goal;
use crate::lang::facts::upper;

fn by(day: Day) -> String {
    format!("entro {}", after(Before::The, &super::day(day)))
}

/// The value to be reached, as it stands at its line: `Obiettivo: 80% entro il 30 settembre 2021`, `Piano: 80% entro il
/// 30 settembre 2021`.
pub fn target(goal: &Goal<'_>) -> String {
    let by = goal.by.map(|day| format!(" {}", by(day))).unwrap_or_default();
    let (value, name) = (&goal.printed, goal.text.unwrap_or("Obiettivo"));
    match goal.said() {
        [true, true] => name.to_owned(),
        [true, false] => format!("{name},{by}"),
        [false, true] => format!("{name}: {value}"),
        [false, false] => format!("{name}: {value}{by}"),
    }
}

/// The value to be reached, as it stands in a sentence with or without an article: `obiettivo dell’80% entro il 30
/// settembre 2021 (Piano)`.
pub fn goal(goal: &Goal<'_>) -> String {
    let by = goal.by.map(|day| format!(" {}", by(day))).unwrap_or_default();
    let value = after(Before::Of, &goal.printed);
    match (goal.text, goal.said()) {
        (None, _) => format!("obiettivo {value}{by}"),
        (Some(name), [false, said]) if !said || goal.by.is_none() => format!("obiettivo {value}{by} ({name})"),
        _ => format!("obiettivo ({})", target(goal)),
    }
}

/// The value to be reached, as it stands at the foot of a figure: what its line is, or, without a line, what is to be
/// reached; and who states it.
pub fn target_note(goal: &Goal<'_>, publisher: &str, has_line: bool) -> String {
    let words = self::goal(goal);
    let words = match words.strip_suffix(')') {
        Some(open) => format!("{open}; fonte: {publisher})"),
        None => format!("{words} (fonte: {publisher})"),
    };
    if has_line { format!("Linea: {words}") } else { upper(&words) }
}

/// What the line across a drawing means.
pub fn target_drawn(goal: &Goal<'_>) -> String {
    format!("Una linea segna l’{}.", self::goal(goal))
}
