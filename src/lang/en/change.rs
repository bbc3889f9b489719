//! What changed, in words: differences in points, places with ties, breaks, the sentences of a comparison.

use super::{counted, list, period, points, rank, status};
use crate::data::comparability::Break;
use crate::data::number::Number;
use crate::data::period::Period;
use crate::data::points::{Points, Rounding};
use crate::data::territory::Called;
use crate::lang::facts::{NAMES, sentence, upper};
use crate::lang::{ChangeFacts, ChangeTerms, Moved};
use std::cmp::Ordering;

/// Words that do not change with the data.
pub const CHANGE_TERMS: ChangeTerms = ChangeTerms {
    title: "What changed",
    sides: ["before", "now"],
    notes: ["Note of the earlier edition", "Note of this edition"],
    difference: "Difference",
    absent: "no data in either",
    appeared: "no data before",
    vanished: "no data now",
    unlisted: "–",
    listed: "not listed before",
    no_longer_listed: "not listed now",
    repeated: "same datum",
    same_date: "The data of both editions have the same date: a difference is a correction",
    refused: "not compared",
};

/// A difference: "+26 points", "−1 point", "up less than 0.1 points"; "unchanged" of what is equal alone.
pub fn difference(difference: Points) -> String {
    match difference.direction() {
        Ordering::Equal => "unchanged".to_owned(),
        Ordering::Less if difference.is_slight() => format!("down {}", size(difference)),
        Ordering::Greater if difference.is_slight() => format!("up {}", size(difference)),
        Ordering::Less => format!("−{}", size(difference)),
        Ordering::Greater => format!("+{}", size(difference)),
    }
}

/// How far a value is from another of the same time: "+26 points", "0.0 points", "less than 0.1 points below".
pub fn distance(difference: Points) -> String {
    match difference.direction() {
        Ordering::Equal => points(Number::ZERO, difference.rounded().decimals),
        Ordering::Less if difference.is_slight() => format!("{} below", size(difference)),
        Ordering::Greater if difference.is_slight() => format!("{} above", size(difference)),
        Ordering::Less | Ordering::Greater => self::difference(difference),
    }
}

/// How large a difference is, without its sign: "26 points".
fn size(difference: Points) -> String {
    points(difference.as_printed().magnitude(), difference.rounded().decimals)
}

/// What must be said of differences that stand together; nothing where they are the differences of what is printed.
pub fn rounding(of: Rounding) -> &'static str {
    match of {
        Rounding::Unseen => "",
        Rounding::Before { all: true } => "Differences are taken before rounding",
        Rounding::Before { all: false } => "Differences are taken before rounding where the exact values are known",
        Rounding::After { all: true } => "Differences are between the values as published, rounded",
        Rounding::After { all: false } => "Where the exact values are not known, differences are between rounded ones",
    }
}

/// A rank, and whether others share it: "9th", "joint 9th".
pub fn place(place: u32, tied: bool) -> String {
    format!("{}{}", if tied { "joint " } else { "" }, rank(place))
}

/// A rank that was gained or lost.
pub fn moved(was: &str, is: &str) -> String {
    format!("{is}, was {was}")
}

/// What a value was: "before 50%".
pub fn before(printed: &str) -> String {
    format!("before {printed}")
}

/// Why two values may not be compared, in a few words.
pub fn broken(between: Break) -> String {
    match between {
        Break::Definition { .. } => "different definitions".to_owned(),
        Break::Window { from, to } => {
            let months = |count: u32| counted(count as usize, "month", "months");
            format!("periods of different length, {} and {}", months(from), months(to))
        }
        Break::Total { from, to } => format!("different totals, {from} and {to}"),
        Break::Order => "the earlier figure is of a later date".to_owned(),
        Break::Status(of) => status(of).unwrap_or("different series").to_owned(),
    }
}

/// Why two values may not be compared, as a sentence.
pub fn not_compared(why: &str) -> String {
    format!("{}: the two values are not compared", upper(why))
}

/// What one of two definitions counts, where the other counts something else; `side` is "before" or "now".
pub fn defined(side: &str, text: &str) -> String {
    format!("definition, {side}: {}", text.trim_end_matches('.'))
}

/// That an author allows a comparison, and why.
pub fn allowed(because: &str) -> String {
    format!("Different definitions, compared all the same: {because}")
}

/// That a share may pass a hundred, and why.
pub fn uncapped(because: &str) -> String {
    format!("May pass 100%: {because}")
}

/// The finding as the title of a slide: the greatest change. Of a broken comparison there is no finding.
pub fn headline(subject: &str, facts: &ChangeFacts<'_>) -> String {
    if facts.broken.is_some() {
        return format!("{subject}: two measures that are not compared");
    }
    let furthest = facts.furthest(None);
    match furthest[..] {
        [] if !facts.moved.is_empty() => format!("{subject}: {}", nothing_moved(facts)),
        [] if facts.refused.is_empty() => format!("{subject}: no value can be compared"),
        [] => format!("{subject}: values that are not compared"),
        [one, ..] if one.difference.is_slight() => {
            format!("{subject}: changes of {}{}", size(one.difference), whole_moved(facts, |whole| !whole.is_slight()))
        }
        [one] if one.prints_the_same() => format!("{subject}: {} {}", one.name, difference(one.difference)),
        [one] => format!("{subject}: {} {}", one.name, values(one)),
        [one, other] if one.difference.rounded() == other.difference.rounded() => {
            format!("{subject}: {} {}", list(&[one.name, other.name]), difference(one.difference))
        }
        [one, ..] => {
            format!("{subject}: {} {} change by {}", furthest.len(), facts.called.many, size(one.difference))
        }
    }
}

/// That none of those with two values has moved.
fn nothing_moved(facts: &ChangeFacts<'_>) -> String {
    match whole_moved(facts, |_| true) {
        whole if !whole.is_empty() => format!("no {} has changed{whole}", facts.called.one),
        _ if facts.has_others() => "no change among the values that are compared".to_owned(),
        _ => "no value has changed".to_owned(),
    }
}

/// How the whole moved: ", Italy +0.1 points".
fn whole_moved(facts: &ChangeFacts<'_>, is_said: impl Fn(Points) -> bool) -> String {
    let moved =
        facts.national.as_ref().filter(|whole| whole.difference.direction().is_ne() && is_said(whole.difference));
    moved.map_or_else(String::new, |whole| format!(", {} {}", whole.name, difference(whole.difference)))
}

/// The finding in sentences: how many rose and fell, which moved most, and how the whole moved.
pub fn change_finding(facts: &ChangeFacts<'_>) -> String {
    let between = format!("between {} and {}", the(facts.before), the(facts.after));
    finding(facts, &between, "in both editions")
}

/// The finding in sentences. `between` tells of when the two values are, and is empty where that was just said; `both`
/// tells where they stand: "in both editions".
pub(super) fn finding(facts: &ChangeFacts<'_>, between: &str, both: &str) -> String {
    if let Some(why) = &facts.broken {
        return format!("{} the values are not compared: {why}.", upper(between));
    }
    let mut text = vec![ways(facts, between, both)];
    if facts.moved.len() > 1 {
        text.extend(extreme(facts, Ordering::Greater, "rise"));
        text.extend(extreme(facts, Ordering::Less, "fall"));
    }
    if let Some(national) = &facts.national {
        let whole = national.territory.map_or_else(|| national.name.to_owned(), |whole| upper(&whole.locative));
        text.push(format!("{whole} as a whole: {}, {}.", values(national), difference(national.difference)));
    }
    text.join(" ")
}

/// How many moved in which direction.
fn ways(facts: &ChangeFacts<'_>, between: &str, both: &str) -> String {
    let Called { one, many, .. } = &facts.called;
    let then = |words: &str| {
        let comma = if between.is_empty() { "" } else { ", " };
        upper(&format!("{between}{comma}{words}"))
    };
    let ways = [(Ordering::Greater, "up"), (Ordering::Less, "down"), (Ordering::Equal, "unchanged")];
    let found = ways.map(|(way, words)| (facts.count(way), words));
    let found: Vec<(usize, &str)> = found.into_iter().filter(|(count, _)| *count > 0).collect();
    match (&facts.moved[..], &found[..]) {
        ([], _) => match between {
            "" => format!("No {one} has two values to compare."),
            _ => format!("No {one} has two values to compare, {between}."),
        },
        ([only], [(_, way), ..]) => {
            let by = match only.difference.direction() {
                Ordering::Equal => String::new(),
                _ => format!(" ({})", difference(only.difference)),
            };
            then(&format!("the only {one} with a value {both} is {way}: {}, {}{by}.", only.name, values(only)))
        }
        (all, [(_, way)]) => {
            let all = match all.len() {
                2 => format!("both {many} with a value {both} are {way}."),
                count => format!("all {count} {many} with a value {both} are {way}."),
            };
            then(&all)
        }
        (all, _) => {
            let said: Vec<String> = found.iter().map(|(count, words)| format!("{count} {words}")).collect();
            then(&format!("of {} {many} with a value {both}: {}.", all.len(), list(&said)))
        }
    }
}

/// What a value was and is: "from 41% to 43%". A value that is the same is said once; of two that only print the same
/// it is said that they are rounded.
fn values(moved: &Moved<'_>) -> String {
    match moved.difference.direction() {
        Ordering::Equal => moved.new.clone(),
        _ if moved.prints_the_same() => format!("{} rounded", moved.new),
        _ => format!("from {} to {}", moved.old, moved.new),
    }
}

/// What a figure says: the finding in sentences, then who has no value now or had none before, and the notes.
pub fn change_summary(facts: &ChangeFacts<'_>) -> String {
    let mut text = vec![change_finding(facts)];
    let mut named = |words: &str, names: &[String]| {
        if !names.is_empty() {
            text.push(format!("{words}: {}.", list(names)));
        }
    };
    if facts.broken.is_none() {
        named("Not compared", &facts.refused);
    }
    named("The same datum, of the same date, in both editions", &facts.repeated);
    named("No data before, a value now", &facts.appeared);
    named("No data now, a value before", &facts.vanished);
    named("No data in either edition", &facts.absent);
    text.extend(facts.notes.iter().map(|note| sentence(note)));
    text.join(" ")
}

/// A period after *between*: "31 August 2024", "the quarter June–August 2024", "May 2024".
pub(super) fn the(when: Period) -> String {
    let Period::Window { from, to } = when else { return period(when) };
    let of_months = match when.months() {
        Some(12) if from.month == 1 => return period(when),
        Some(3) => "quarter",
        Some(6) => "half-year",
        _ => "period",
    };
    let months = if from.year == to.year { period(when).replace(" – ", "–") } else { period(when) };
    format!("the {of_months} {months}")
}

/// The greatest move in one direction, and whose it is.
fn extreme(facts: &ChangeFacts<'_>, way: Ordering, word: &str) -> Option<String> {
    let (found, count) = (facts.furthest(Some(way)), facts.count(way));
    let points = difference(found.first()?.difference);
    Some(match found[..] {
        [one] => {
            let place = match &one.territory {
                Some(territory) => territory.locative.clone(),
                None => format!("of “{}”", one.name),
            };
            let most = if count == 1 { "only" } else { "greatest" };
            format!("The {most} {word} is {place}: {} ({points}).", values(one))
        }
        _ if found.len() <= NAMES => {
            let names: Vec<&str> = found.iter().map(|moved| moved.name).collect();
            format!("The greatest {word}, {points}: {}.", list(&names))
        }
        _ => format!("The greatest {word}, {points}, is of {} {}.", found.len(), facts.called.many),
    })
}
