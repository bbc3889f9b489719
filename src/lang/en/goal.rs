//! A value to be reached, in English.

use crate::lang::Goal;
use crate::lang::facts::upper;

/// What stands at the line: `Target: 80% by 30 September 2021`, `Plan: 80% by 30 September 2021`.
pub fn target(goal: &Goal<'_>) -> String {
    let by = goal.by.map(|day| format!(" by {}", super::day(day))).unwrap_or_default();
    let (value, name) = (&goal.printed, goal.text.unwrap_or("Target"));
    match goal.said() {
        [true, true] => name.to_owned(),
        [true, false] => format!("{name},{by}"),
        [false, true] => format!("{name}: {value}"),
        [false, false] => format!("{name}: {value}{by}"),
    }
}

/// In a sentence, after the article or without: `target of 80% by 30 September 2021 (Plan)`.
pub fn goal(goal: &Goal<'_>) -> String {
    let by = goal.by.map(|day| format!(" by {}", super::day(day))).unwrap_or_default();
    let value = &goal.printed;
    match (goal.text, goal.said()) {
        (None, _) => format!("target of {value}{by}"),
        (Some(name), [false, said]) if !said || goal.by.is_none() => format!("target of {value}{by} ({name})"),
        _ => format!("target ({})", target(goal)),
    }
}

/// At the foot of a figure: what its line is, or what is to be reached where it has no line, and who states it.
pub fn target_note(goal: &Goal<'_>, publisher: &str, has_line: bool) -> String {
    let words = self::goal(goal);
    let words = match words.strip_suffix(')') {
        Some(open) => format!("{open}; source: {publisher})"),
        None => format!("{words} (source: {publisher})"),
    };
    if has_line { format!("Line: {words}") } else { upper(&words) }
}

/// What a line across a drawing marks.
pub fn target_drawn(goal: &Goal<'_>) -> String {
    format!("A line marks the {}.", self::goal(goal))
}
