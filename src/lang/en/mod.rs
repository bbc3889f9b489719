//! English, as official statistics of the United Kingdom are written: `1,234.5`, `31 August 2024`, lists without a
//! comma before "and".

mod change;
mod described;
mod goal;
pub(super) mod interface;
mod lines;
pub(super) mod office;
mod pages;
mod places;
mod profile;
pub(super) mod stage;
mod summary;

pub use change::{
    CHANGE_TERMS, allowed, before, broken, change_finding, change_summary, defined, difference, distance, headline,
    moved, not_compared, place, rounding, uncapped,
};
pub use described::{SHAPE_NAMES, at_a_place, drawn, row_of_table, values};
pub use goal::{goal, target, target_drawn, target_note};
pub use lines::{LINE_TERMS, line_break, line_gaps, line_names, line_parted, lines_summary, short_date, span};
pub use pages::PAGE_WORDS;
pub use places::{PLACE_TERMS, held_by, some_of, step};
pub use profile::{PROFILE_TERMS, among, in_figures, profile_summary};
pub use summary::{distance_measure, items_summary, range, stands, table_summary, territories_summary};

use super::{Forms, Terms};
use crate::data::number::{Number, Rounded};
use crate::data::period::{Day, Month, Period};
use crate::data::status::Status;

/// Words that do not change with the data. A missing value is called "no data": "n/a" is also read as "not applicable",
/// which is another status.
pub const TERMS: Terms = Terms {
    missing: "no data",
    nobody: "none",
    source: "Source",
    cells: ["available", "not available", "no data"],
    yes_no: ["yes", "no", "no data"],
    territory: "territory",
    territories: "territories",
    item: "Item",
    value: "Value",
    count: "Count",
    rank: "Rank",
    distance: "Distance",
    area: "Macro-area",
    elsewhere: "Other territories",
    note: "Note",
    total: "Total",
    at_a_glance: "At a glance",
    thanks: "Thank you",
    period: "Reference period",
    of: "of",
    origin: ["Edition", "revision", "data"],
};

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `1,234.5`: a point for decimals, commas for thousands, a true minus.
pub fn number(value: Number, decimals: u8) -> String {
    let rounded = value.rounded(decimals);
    let scale = 10_u64.pow(u32::from(decimals));
    let magnitude = rounded.units.unsigned_abs();
    let whole = (magnitude / scale).to_string();
    let mut text = String::new();
    if rounded.units < 0 {
        text.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if decimals > 0 {
        text.push_str(&format!(".{:0width$}", magnitude % scale, width = usize::from(decimals)));
    }
    text
}

/// `44.6%`
pub fn percent(value: Number, decimals: u8) -> String {
    format!("{}%", number(value, decimals))
}

/// `26 points`, `1 point`, `−2 points`, `less than 0.1 points`: a difference of two percentages.
pub fn points(value: Number, decimals: u8) -> String {
    if value != Number::ZERO && value.rounded(decimals).units == 0 {
        let least = points(Rounded { units: 1, decimals }.into(), decimals);
        return format!("{}less than {least}", if value < Number::ZERO { "down " } else { "" });
    }
    let one = value.magnitude().rounded(decimals) == Number::whole(1).rounded(decimals);
    format!("{} {}", number(value, decimals), if one { "point" } else { "points" })
}

/// `31 August 2024`
pub fn day(day: Day) -> String {
    format!("{} {} {}", day.day, month_name(day.month), day.year)
}

fn month_name(month: u8) -> &'static str {
    MONTHS[usize::from(month) - 1]
}

/// `June – August 2024`, `November 2024 – January 2025`, `May 2024`, `31 August 2024`; a whole year is `2024`.
pub fn period(period: Period) -> String {
    match period {
        Period::Day(date) => day(date),
        Period::Month(Month { year, month }) => format!("{} {year}", month_name(month)),
        Period::Window { from: Month { year, month: 1 }, to: Month { year: last, month: 12 } } if year == last => {
            year.to_string()
        }
        Period::Window { from, to } if from.year == to.year => {
            format!("{} – {} {}", month_name(from.month), month_name(to.month), to.year)
        }
        Period::Window { from, to } => {
            format!("{} {} – {} {}", month_name(from.month), from.year, month_name(to.month), to.year)
        }
    }
}

/// A period after a measure: `as of 31 August 2024`; all but a day as [`period`] gives it.
pub fn when(when: Period) -> String {
    match when {
        Period::Day(_) => format!("as of {}", period(when)),
        _ => period(when),
    }
}

/// `no value in the data of 31 March 2024`
pub fn without_value(when: Period) -> String {
    format!("no value in the data of {}", period(when))
}

/// A period as an adverb: `on 31 August 2024`, `in May 2024`, `in 2024`, `between June and August 2024`.
pub fn adverb(when: Period) -> String {
    match when {
        Period::Day(_) => format!("on {}", period(when)),
        Period::Month(_) => format!("in {}", period(when)),
        Period::Window { from: Month { year, month: 1 }, to: Month { year: last, month: 12 } } if year == last => {
            format!("in {year}")
        }
        Period::Window { from, to } if from.year == to.year => {
            format!("between {} and {} {}", month_name(from.month), month_name(to.month), to.year)
        }
        Period::Window { from, to } => {
            format!("between {} {} and {} {}", month_name(from.month), from.year, month_name(to.month), to.year)
        }
    }
}

/// `a, b and c`
pub fn list(names: &[impl AsRef<str>]) -> String {
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [before @ .., last] => {
            let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", before.join(", "), last.as_ref())
        }
    }
}

/// `1 nation`, `4 nations`
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// What a status means to a reader; nothing for an ordinary value, and for one that is simply missing.
pub fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Normal | Status::Missing => None,
        Status::Break => Some("break in the series"),
        Status::DefinitionDiffers => Some("another definition"),
        Status::Estimated => Some("estimated by the source"),
        Status::Imputed => Some("imputed by the source"),
        Status::Provisional => Some("provisional"),
        Status::LowReliability => Some("approximate"),
        Status::Unvalidated => Some("not validated"),
        Status::NotCollected => Some("not collected"),
        Status::NotApplicable => Some("not applicable"),
        Status::Suppressed => Some("withheld"),
    }
}

/// Why there is no value: `no source gives the value`.
pub fn absence(status: Status) -> &'static str {
    match status {
        Status::Missing => "no source gives the value",
        absent if absent.is_absent() => self::status(absent).unwrap_or_default(),
        _ => "",
    }
}

/// `Figure 3`
pub fn figure(number: usize) -> String {
    format!("Figure {number}")
}

/// `12 of 16`, `3,664,839 of 4,198,088`
pub fn out_of(count: u32, of: u32) -> String {
    let [count, of] = [count, of].map(|count| number(Number::whole(count.into()), 0));
    format!("{count} of {of}")
}

/// `1st`, `2nd`, `3rd`, `11th`
pub fn rank(rank: u32) -> String {
    let ending = match (rank % 10, rank % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{rank}{ending}")
}

/// The title, and in brackets whose data of when; there is one pair of brackets, never two.
pub fn caption(title: &str, origin: &str, when: &str) -> String {
    match title.strip_suffix(')') {
        Some(open) => format!("{open}; data: {origin}, {when})"),
        None => format!("{title} (data: {origin}, {when})"),
    }
}

/// Who measures, and who published the values.
pub fn published_by(origin: &str, publishers: &[&str]) -> String {
    format!("{origin} · values published by {}", list(publishers))
}

/// That only some of the monitored items are listed, and how many are monitored, where that is known.
pub fn partial_list(listed: usize, total: Option<u32>) -> String {
    match total {
        Some(total) => format!("Partial list: {listed} of {total} items monitored"),
        None => {
            let items = counted(listed, "item known", "items known");
            format!("Partial list: {items}; how many are monitored is not published")
        }
    }
}

/// That a territory has a date of its own, by its name with its article, if it has one: `for Wales: as of 31 March
/// 2024`.
pub fn exception(article: &str, when: &str) -> String {
    format!("for {article}: {when}")
}

/// The forms of a name: `in Wales`, `of the North East`.
pub fn forms(name: &str, article: Option<&str>) -> Forms {
    let article = match article.map(str::trim) {
        None => name.to_owned(),
        Some(word) if word.eq_ignore_ascii_case("the") => format!("{word} {name}"),
        Some(whole) => whole.to_owned(),
    };
    Forms { locative: format!("in {article}"), genitive: format!("of {article}"), article }
}

#[cfg(test)]
mod tests {
    use super::{adverb, caption, forms, list, number, partial_list, percent, period, rank, when};
    use crate::data::number::Number;
    use crate::data::period::Period;

    #[test]
    fn numbers_are_written_as_the_english_write_them() {
        let written = |text: &str, decimals| number(Number::parse(text).unwrap(), decimals);
        assert_eq!(written("1234567.89", 1), "1,234,567.9");
        assert_eq!(written("1234.5", 1), "1,234.5");
        assert_eq!(written("999", 0), "999");
        assert_eq!(super::out_of(3_664_839, 4_198_088), "3,664,839 of 4,198,088");
        assert_eq!(written("62.5", 0), "63");
        assert_eq!(written("-0.25", 1), "−0.3");
        assert_eq!(percent(Number::parse("44.6").unwrap(), 1), "44.6%");
    }

    #[test]
    fn dates_are_written_as_the_english_write_them() {
        let all = |text: &str| {
            let read = Period::parse(text).unwrap();
            [period(read), when(read), adverb(read)]
        };
        assert_eq!(all("2024-08-31"), ["31 August 2024", "as of 31 August 2024", "on 31 August 2024"]);
        assert_eq!(
            all("2024-06/2024-08"),
            ["June – August 2024", "June – August 2024", "between June and August 2024"]
        );
        assert_eq!(
            all("2024-11/2025-01"),
            ["November 2024 – January 2025", "November 2024 – January 2025", "between November 2024 and January 2025"]
        );
        assert_eq!(all("2024-05"), ["May 2024", "May 2024", "in May 2024"]);
        assert_eq!(all("2021-01/2021-12"), ["2021", "2021", "in 2021"]);
        assert_eq!(all("2021-01/2022-12")[0], "January 2021 – December 2022");
    }

    #[test]
    fn a_list_ends_in_and() {
        assert_eq!(list(&["England", "Scotland", "Wales"]), "England, Scotland and Wales");
        assert_eq!(list(&["Wales"]), "Wales");
        assert_eq!(list(&[""; 0]), "");
    }

    #[test]
    fn ranks_have_their_endings() {
        let ranks = [1, 2, 3, 4, 11, 12, 13, 21, 22, 111, 121].map(rank);
        assert_eq!(ranks, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "111th", "121st"]);
    }

    #[test]
    fn names_take_their_article_where_they_have_one() {
        let of = |name, article| {
            let forms = forms(name, article);
            (forms.locative, forms.genitive)
        };
        assert_eq!(of("Wales", None), ("in Wales".into(), "of Wales".into()));
        for article in ["the", "the North East"] {
            assert_eq!(of("North East", Some(article)), ("in the North East".into(), "of the North East".into()));
        }
    }

    #[test]
    fn a_caption_has_one_pair_of_brackets() {
        assert_eq!(caption("Recycling", "Defra", "2021"), "Recycling (data: Defra, 2021)");
        assert_eq!(caption("Recycling (%)", "Defra", "2021"), "Recycling (%; data: Defra, 2021)");
        assert_eq!(partial_list(1, None), "Partial list: 1 item known; how many are monitored is not published");
    }
}
