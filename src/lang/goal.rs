//! A value to be reached, before it is said in a language: its name, its value, its date, each said once.

use crate::data::period::{Day, Month, Period};

/// A value to be reached.
#[derive(Clone, Debug)]
pub struct Goal<'g> {
    /// The value as printed: "80%".
    pub printed: String,
    /// The day by which it is to be reached.
    pub by: Option<Day>,
    /// Its name in the author's words: "Piano", "PNRR: 85% entro il 2025".
    pub text: Option<&'g str>,
}

impl Goal<'_> {
    /// Whether the author's words say the value, and whether they say the date.
    pub(super) fn said(&self) -> [bool; 2] {
        let text = self.text.unwrap_or_default();
        [shares(text).any(|share| share == plain(&self.printed)), self.by.is_none_or(|day| is_named(text, day))]
    }
}

/// A printed share without its sign, with a point for decimals.
fn plain(printed: &str) -> String {
    printed.trim_end_matches('%').replace(',', ".")
}

/// The shares that a text names: `85%`, `12,5 %`, `85 per cento`.
fn shares(text: &str) -> impl Iterator<Item = String> {
    let is_part = |sign: char| sign.is_ascii_digit() || sign == ',' || sign == '.';
    text.match_indices(|sign: char| sign.is_ascii_digit()).filter_map(move |(at, _)| {
        let is_first = !text[..at].ends_with(is_part);
        let end = text[at..].find(|sign| !is_part(sign)).map_or(text.len(), |end| at + end);
        let rest = text[end..].trim_start();
        let has_sign = ["%", "per cent", "percent"].iter().any(|sign| rest.starts_with(sign));
        (is_first && has_sign).then(|| plain(&text[at..end]))
    })
}

/// Whether a text names a day. The last day of a year is also named by the year alone.
fn is_named(text: &str, day: Day) -> bool {
    let ends = |month, last| day.month == month && day.day == last;
    let year = |from| {
        let [from, to] = [from, 12].map(|month| Month { year: day.year, month });
        super::names(text, &[Period::Window { from, to }])
    };
    super::names(text, &[Period::Day(day)]) || (ends(12, 31) && year(1))
}

#[cfg(test)]
mod tests {
    use super::Goal;
    use crate::data::period::Day;
    use crate::diag::Language;
    use crate::lang;

    fn goal(printed: &str, by: Option<(u16, u8, u8)>, text: Option<&'static str>) -> Goal<'static> {
        let by = by.map(|(year, month, day)| Day { year, month, day });
        Goal { printed: printed.to_owned(), by, text }
    }

    #[test]
    fn name_value_and_date_are_said_once_each() {
        let (day, end) = (Some((2021, 9, 30)), Some((2025, 12, 31)));
        let cases = [
            (
                goal("80%", day, None),
                "Obiettivo: 80% entro il 30 settembre 2021",
                "obiettivo dell’80% entro il 30 settembre 2021",
            ),
            (goal("80%", None, None), "Obiettivo: 80%", "obiettivo dell’80%"),
            (
                goal("61,2%", day, Some("Piano")),
                "Piano: 61,2% entro il 30 settembre 2021",
                "obiettivo del 61,2% entro il 30 settembre 2021 (Piano)",
            ),
            (goal("80%", None, Some("Piano")), "Piano: 80%", "obiettivo dell’80% (Piano)"),
            (
                goal("85%", end, Some("PNRR: 85% entro il 2025")),
                "PNRR: 85% entro il 2025",
                "obiettivo (PNRR: 85% entro il 2025)",
            ),
            (
                goal("30%", day, Some("Entro il 30 settembre 2021")),
                "Entro il 30 settembre 2021: 30%",
                "obiettivo (Entro il 30 settembre 2021: 30%)",
            ),
            (
                goal("85%", day, Some("Piano 85%")),
                "Piano 85%, entro il 30 settembre 2021",
                "obiettivo (Piano 85%, entro il 30 settembre 2021)",
            ),
            (
                goal("85%", day, Some("Piano 185%")),
                "Piano 185%: 85% entro il 30 settembre 2021",
                "obiettivo dell’85% entro il 30 settembre 2021 (Piano 185%)",
            ),
        ];
        for (goal, label, words) in cases {
            assert_eq!(lang::target(Language::Italian, &goal), label);
            assert_eq!(lang::goal(Language::Italian, &goal), words);
        }
        let plan = goal("80%", day, Some("Plan"));
        assert_eq!(lang::target(Language::English, &plan), "Plan: 80% by 30 September 2021");
        assert_eq!(lang::goal(Language::English, &plan), "target of 80% by 30 September 2021 (Plan)");
        let early = goal("8%", Some((2021, 4, 8)), None);
        assert_eq!(lang::goal(Language::Italian, &early), "obiettivo dell’8% entro l’8 aprile 2021");
    }

    #[test]
    fn a_note_speaks_of_a_line_only_where_one_is_drawn() {
        let note = |text, drawn| lang::target_note(Language::Italian, &goal("80%", None, text), "Governo", drawn);
        assert_eq!(note(None, true), "Linea: obiettivo dell’80% (fonte: Governo)");
        assert_eq!(note(Some("Piano"), true), "Linea: obiettivo dell’80% (Piano; fonte: Governo)");
        assert_eq!(note(Some("Piano"), false), "Obiettivo dell’80% (Piano; fonte: Governo)");
    }
}
