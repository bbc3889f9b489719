//! Whether a text names a period: any usual way of writing it, in either language.
//!
//! "al 31 agosto 2024", "31/08/2024", "agosto 2024", "2024-08-31"; of a window both its months, its quarter or its half
//! year, "giugno-agosto 2024", "tra giugno e agosto 2024", "primo trimestre 2025"; of a whole year the year.

use super::{en, it};
use crate::data::period::{Day, Month, Period};
use crate::data::territory::fold;

/// Whether a text names all of some periods.
pub fn names(text: &str, periods: &[Period]) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let dates = dates(&words);
    periods.iter().all(|period| is_named(*period, &words, &dates))
}

/// A month in a text, with its year and, where it has one, its day.
struct Date {
    day: Option<u8>,
    month: Month,
}

fn is_named(period: Period, words: &[&str], dates: &[Date]) -> bool {
    let has = |month: Month| dates.iter().any(|date| date.month == month);
    match period {
        Period::Day(Day { year, month, day }) => {
            let month = Month { year, month };
            dates.iter().any(|date| date.month == month && date.day.is_none_or(|found| found == day))
        }
        Period::Month(month) => has(month),
        Period::Window { from, to } => (has(from) && has(to)) || is_part_named(from, to, words),
    }
}

/// Whether a window is a quarter, a half or the whole of a year, and the words name it as such.
fn is_part_named(from: Month, to: Month, words: &[&str]) -> bool {
    let months = to.month.checked_sub(from.month).map(|between| between + 1);
    let (length, kinds): (u8, &[&str]) = match months {
        _ if from.year != to.year => return false,
        Some(12) => return words.contains(&from.year.to_string().as_str()),
        Some(6) => (6, &["semestre", "semester", "half"]),
        Some(3) => (3, &["trimestre", "quarter"]),
        _ => return false,
    };
    if !(from.month - 1).is_multiple_of(length) {
        return false;
    }
    let place = usize::from((from.month - 1) / length);
    let ordinals: [&[&str]; 4] = [
        &["primo", "i", "1", "1o", "1º", "first", "1st"],
        &["secondo", "ii", "2", "2o", "2º", "second", "2nd"],
        &["terzo", "iii", "3", "3o", "3º", "third", "3rd"],
        &["quarto", "iv", "4", "4o", "4º", "fourth", "4th"],
    ];
    let short = [format!("q{}", place + 1), format!("t{}", place + 1)];
    let is_it = |at: usize| {
        let is_short = length == 3 && short.iter().any(|short| short == words[at]);
        let is_long = kinds.contains(&words[at]) && at > 0 && ordinals[place].contains(&words[at - 1]);
        is_short || is_long
    };
    let year = from.year.to_string();
    // "primo trimestre del 2025", "Q1 2025", "2025 Q1".
    let near = |at: usize| words[at.saturating_sub(2)..(at + 3).min(words.len())].contains(&year.as_str());
    (0..words.len()).any(|at| is_it(at) && near(at))
}

/// The months that a text names. A month without a year has the year of the next month that has one: "tra giugno e
/// agosto 2024".
fn dates(words: &[&str]) -> Vec<Date> {
    let mut dates = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).map(|at| words[at]);
        if let Some(number) = month(word) {
            let year_after = words[at + 1..].iter().find_map(|word| year(word));
            let after = words.get(at + 1).and_then(|word| day(word));
            // "31 agosto 2024", "August 31, 2024".
            let found = before(1).and_then(day).or(after);
            if let Some(year) = year_after {
                dates.push(Date { day: found, month: Month { year, month: number } });
            }
        } else if let Some(year) = year(word) {
            // "31/08/2024" and "08/2024".
            if let Some(month) = before(1).and_then(small).filter(|month| (1..=12).contains(month)) {
                let day = before(2).and_then(small).filter(|day| (1..=31).contains(day));
                dates.push(Date { day, month: Month { year, month } });
            }
            // "2024-08-31" and "2024-08"; after a month there may stand the next year of a window.
            let after = |ahead: usize| words.get(at + ahead).copied().and_then(small);
            if let Some(month) = after(1).filter(|month| (1..=12).contains(month)) {
                let is_year = words.get(at + 2).copied().and_then(self::year).is_some();
                let day = after(2).filter(|day| !is_year && (1..=31).contains(day));
                dates.push(Date { day, month: Month { year, month } });
            }
        }
    }
    dates
}

/// The number of a word of at most two digits.
fn small(word: &str) -> Option<u8> {
    if word.len() > 2 { None } else { word.parse().ok() }
}

/// The day that stands before or after a month: `31`, `1º`, `31st`, `l’8`.
fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|sign: char| !sign.is_ascii_digit());
    let rest = &word[digits.len()..];
    let is_end = matches!(rest, "" | "o" | "º" | "°" | "st" | "nd" | "rd" | "th");
    small(digits).filter(|day| is_end && (1..=31).contains(day))
}

fn year(word: &str) -> Option<u16> {
    if word.len() != 4 || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    word.parse().ok().filter(|year| (1900..2200).contains(year))
}

/// The month of a word: its name, or at least the first three letters of it.
fn month(word: &str) -> Option<u8> {
    let is_it = |name: &&str| {
        let name = name.to_lowercase();
        word.len() >= 3 && name.starts_with(word) && (word.len() <= 4 || word == name)
    };
    let place = |names: &[&str; 12]| names.iter().position(is_it);
    place(&it::MONTHS).or_else(|| place(&en::MONTHS)).map(|place| place as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::data::period::Period;

    fn is_named(period: &str, text: &str) -> bool {
        names(text, &[Period::parse(period).unwrap()])
    }

    #[test]
    fn a_day_is_named_in_any_usual_way() {
        for text in [
            "Al 31 agosto 2024 il consenso è basso",
            "Il consenso (agosto 2024)",
            "al 31/08/2024",
            "31.8.2024",
            "2024-08-31: basso",
            "nel 2024-08",
            "08/2024",
            "al 31 ago. 2024",
            "As of August 31, 2024",
            "on 31st August 2024",
            "tra maggio e agosto 2024",
        ] {
            assert!(is_named("2024-08-31", text), "{text}");
        }
        for text in
            ["Il consenso è basso", "nel 2024", "al 30 agosto 2024", "agosto 2023", "31 marzo 2024", "30/08/2024"]
        {
            assert!(!is_named("2024-08-31", text), "{text}");
        }
        for text in ["al 1° gennaio 2025", "al 1º gennaio 2025", "al 1 gennaio 2025", "1 January 2025"] {
            assert!(is_named("2025-01-01", text), "{text}");
        }
        assert!(is_named("2025-03-08", "all’8 marzo 2025") && is_named("2025-03-08", "all'8 marzo 2025"));
    }

    #[test]
    fn a_window_is_named_by_both_its_months_or_as_a_part_of_the_year() {
        for text in [
            "giugno – agosto 2024",
            "tra giugno e agosto 2024",
            "Da giu. ad ago. 2024",
            "2024-06/2024-08",
            "06/2024 – 08/2024",
        ] {
            assert!(is_named("2024-06/2024-08", text), "{text}");
        }
        for text in ["agosto 2024", "giugno 2024", "nel 2024", "giugno – agosto 2023", "secondo trimestre 2024"] {
            assert!(!is_named("2024-06/2024-08", text), "{text}");
        }
        for text in [
            "nel primo trimestre del 2025",
            "Q1 2025",
            "I trimestre 2025",
            "first quarter of 2025",
            "1° trimestre 2025",
        ] {
            assert!(is_named("2025-01/2025-03", text), "{text}");
        }
        assert!(!is_named("2025-01/2025-03", "secondo trimestre 2025"));
        assert!(is_named("2024-07/2024-12", "nel secondo semestre 2024") && is_named("2024-01/2024-12", "nel 2024"));
        assert!(is_named("2024-11/2025-01", "novembre 2024 – gennaio 2025"));
        assert!(!is_named("2024-11/2025-01", "novembre – gennaio 2025"));
    }

    #[test]
    fn both_ends_of_a_comparison_are_named() {
        let ends = ["2024-03-31", "2024-08-31"].map(|period| Period::parse(period).unwrap());
        assert!(names("Dal 31 marzo al 31 agosto 2024 è salito", &ends));
        assert!(names("tra marzo e agosto 2024", &ends));
        assert!(!names("Al 31 agosto 2024 è salito", &ends));
    }
}
