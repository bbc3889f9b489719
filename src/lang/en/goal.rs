//! A value to be reached, in English.

use crate::lang::Goal;
use crate::lang::facts::upper;

/// The value to be reached, as it stands at its line: `Target: 80% by 30 September 2021`, `Plan: 80% by 30 September
/// 2021`.
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

/// The value to be reached, as it stands in a sentence with or without an article: `target of 80% by 30 September 2021
/// (Plan)`.
pub fn goal(goal: &Goal<'_>) -> String {
    let by = goal.by.map(|day| format!(" by {}", super::day(day))).unwrap_or_default();
    let value = &goal.printed;
    match (goal.text, goal.said()) {
        (None, _) => format!("target of {value}{by}"),
        (Some(name), [false, said]) if !said || goal.by.is_none() => format!("target of {value}{by} ({name})"),
        _ => format!("target ({})", target(goal)),
    }
}

/// The value to be reached, as it stands at the foot of a figure: what its line is, or, without a line, what is to be
/// reached; and who states it.
pub fn target_note(goal: &Goal<'_>, publisher: &str, has_line: bool) -> String {
    let words = self::goal(goal);
    let words = match words.strip_suffix(')') {
        Some(open) => format!("{open}; source: {publisher})"),
        None => format!("{words} (source: {publisher})"),
    };
    if has_line { format!("Line: {words}") } else { upper(&words) }
}

/// What the line across a drawing means.
pub fn target_drawn(goal: &Goal<'_>) -> String {
    format!("A line marks the {}.", self::goal(goal))
}
