//! Lines over time, in words: short dates, breaks, what is missing, the sentences of a figure.

use super::change::{finding, the};
use super::{list, period, when};
use crate::data::period::{Day, Month, Period};
use crate::lang::facts::{sentence, upper};
use crate::lang::lines::Ends;
use crate::lang::{LineTerms, LinesFacts};

/// Words that do not change with the data.
pub const LINE_TERMS: LineTerms = LineTerms {
    missing: "no data",
    parted: "line interrupted: the two values are not compared (see the notes)",
    absent: "no data at any date",
    not_joined: "not compared with the figure before",
    other_notes: "The other notes are in the table and in the data",
    edition: "edition",
};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A date on two short lines: `31 Aug` and `2024`, `Jun – Aug` and `2024`, `Nov 2024 –` and `Jan 2025`.
pub fn short_date(period: Period) -> [String; 2] {
    let month = |month: u8| MONTHS[usize::from(month) - 1];
    match period {
        Period::Day(Day { year, month: of, day }) => [format!("{day} {}", month(of)), year.to_string()],
        Period::Month(Month { year, month: of }) => [month(of).to_owned(), year.to_string()],
        Period::Window { from, to } if from.year == to.year => {
            [format!("{} – {}", month(from.month), month(to.month)), to.year.to_string()]
        }
        Period::Window { from, to } => {
            [format!("{} {} –", month(from.month), from.year), format!("{} {}", month(to.month), to.year)]
        }
    }
}

/// `from 31 March 2024 to 31 March 2025`
pub fn span(first: Period, last: Period) -> String {
    format!("from {} to {}", period(first), period(last))
}

/// That no line goes on between two dates, and why.
pub fn line_break([from, to]: [Period; 2], why: &str) -> String {
    format!("Between {} and {} the lines are interrupted: {why}", the(from), the(to))
}

/// That some lines do not go on between two dates, and why.
pub fn line_parted([from, to]: [Period; 2], why: &str, names: &[String]) -> String {
    format!("Between {} and {} these are not compared ({why}): {}", the(from), the(to), list(names))
}

/// Which values of the named lines are missing, and when.
pub fn line_gaps(gaps: &[(String, Vec<Period>)]) -> String {
    let one = |(name, whens): &(String, Vec<Period>)| {
        let whens: Vec<String> = whens.iter().map(|period| when(*period)).collect();
        format!("{name}, {}", list(&whens))
    };
    format!("No data: {}", gaps.iter().map(one).collect::<Vec<_>>().join("; "))
}

/// That of many items only the first and the last so many have a name.
pub fn line_names(of_each: usize) -> String {
    format!("The first {of_each} and the last {of_each} items have a name; the others are in the table")
}

/// The first and the last value of a line, without a word on those between them.
fn ends(name: &str, (_, (first, from), last): &Ends) -> String {
    match last {
        Some((last, to)) => format!("{name}: {first}, {}; {last}, {}.", when(*from), when(*to)),
        None => format!("{name}: {first}, {}.", when(*from)),
    }
}

/// What a figure of lines says.
pub fn lines_summary(facts: &LinesFacts<'_>) -> String {
    let dates = facts.dates;
    let count = if dates == 1 { "1 date".to_owned() } else { format!("{dates} dates") };
    let mut text = vec![format!("{count}, {}.", span(facts.first, facts.last))];
    let change = &facts.change;
    if change.broken.is_none() && facts.dates > 1 {
        text.push(match (change.before, change.after) == (facts.first, facts.last) {
            // The dates have just been said.
            true => finding(change, "", "at the first and the last"),
            false => {
                finding(change, &format!("between {} and {}", the(change.before), the(change.after)), "at both dates")
            }
        });
    }
    if let Some(national) = &facts.national {
        text.push(ends(&format!("{} as a whole", national.0), national));
    }
    text.extend(facts.highlighted.iter().map(|marked| ends(&marked.0, marked)));
    text.extend(facts.notes.iter().map(|note| sentence(&upper(note))));
    text.join(" ")
}
