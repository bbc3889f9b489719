//! What changed, in words: differences in points, places with ties, breaks, the sentences of a comparison.

use super::{counted, list, period, points, rank, status};
use crate::data::comparability::Break;
use crate::data::number::Rounded;
use crate::data::territory::Called;
use crate::lang::facts::{sentence, upper};
use crate::lang::{ChangeFacts, ChangeTerms, Moved};

/// Words that do not change with the data.
pub const CHANGE_TERMS: ChangeTerms = ChangeTerms {
    title: "What changed",
    sides: ["before", "now"],
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

/// A difference: "+26 points", "−1 point", "unchanged".
pub fn difference(difference: Rounded) -> String {
    if difference.units == 0 {
        return "unchanged".to_owned();
    }
    format!("{}{}", if difference.units < 0 { '−' } else { '+' }, size(difference))
}

/// How far a value is from another of the same time.
pub fn distance(difference: Rounded) -> String {
    if difference.units == 0 { "0 points".to_owned() } else { self::difference(difference) }
}

/// The same without its sign.
fn size(difference: Rounded) -> String {
    let size = Rounded { units: difference.units.abs(), ..difference };
    points(size.into(), size.decimals)
}

/// A rank, and whether others share it: "9th", "joint 9th".
pub fn place(place: u32, tied: bool) -> String {
    format!("{}{}", if tied { "joint " } else { "" }, rank(place))
}

/// A place that was gained or lost.
pub fn moved(was: &str, is: &str) -> String {
    format!("{is}, was {was}")
}

/// What was: "before 50%".
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

/// The same as a sentence.
pub fn not_compared(why: &str) -> String {
    format!("{}: the two values are not compared", upper(why))
}

/// What one side counts, where the other counts something else: `side` is "before" or "now".
pub fn defined(side: &str, text: &str) -> String {
    format!("definition, {side}: {}", text.trim_end_matches('.'))
}

/// What must be said where an author allows a comparison.
pub fn allowed(because: &str) -> String {
    format!("Different definitions, compared all the same: {because}")
}

/// The finding, as the title of a slide: the greatest change. Of a broken comparison nothing is found.
pub fn headline(subject: &str, facts: &ChangeFacts<'_>) -> String {
    if facts.broken.is_some() {
        return format!("{subject}: two measures that are not compared");
    }
    match facts.furthest(0)[..] {
        [] if !facts.moved.is_empty() => format!("{subject}: no value has changed"),
        [] if facts.refused.is_empty() => format!("{subject}: no value can be compared"),
        [] => format!("{subject}: values that are not compared"),
        [one] => format!("{subject}: {} from {} to {}", one.name, one.old, one.new),
        [one, other] if one.difference == other.difference => {
            format!("{subject}: {} {}", list(&[one.name, other.name]), difference(one.difference))
        }
        [one, ..] => {
            let count = facts.furthest(0).len();
            format!("{subject}: {count} {} change by {}", facts.called.many, size(one.difference))
        }
    }
}

/// The finding in sentences: how many rose and fell, who most, the whole.
pub fn change_finding(facts: &ChangeFacts<'_>) -> String {
    let between = format!("between {} and {}", period(facts.before), period(facts.after));
    let Called { one, many, .. } = &facts.called;
    if let Some(why) = &facts.broken {
        return format!("{} the values are not compared: {why}.", upper(&between));
    }
    let mut text = Vec::new();
    if facts.moved.is_empty() {
        text.push(format!("No {one} has two values to compare, {between}."));
    } else {
        let [up, down, same] = [1, -1, 0].map(|way| facts.count(way));
        let parts = [format!("{up} up"), format!("{down} down"), format!("{same} unchanged")];
        let known = counted(facts.moved.len(), one, many);
        let between = upper(&between);
        text.push(format!("{between}, of {known} with a value in both editions: {}.", list(&parts)));
    }
    text.extend(extreme(&facts.furthest(1), "The greatest rise"));
    text.extend(extreme(&facts.furthest(-1), "The greatest fall"));
    if let Some(Moved { name, territory, old, new, difference: by, .. }) = &facts.national {
        let whole = territory.map_or_else(|| (*name).to_owned(), |whole| upper(&whole.locative));
        text.push(match by.units {
            0 => format!("{whole} as a whole: {new}, unchanged."),
            _ => format!("{whole} as a whole: from {old} to {new}, {}.", difference(*by)),
        });
    }
    text.join(" ")
}

/// The same, then who has no value now or had none, and the notes: what a figure says.
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

/// Who moved most in one direction.
fn extreme(found: &[&Moved<'_>], words: &str) -> Option<String> {
    let points = difference(found.first()?.difference);
    Some(match found {
        [one] => {
            let place = match &one.territory {
                Some(territory) => territory.locative.clone(),
                None => format!("of “{}”", one.name),
            };
            format!("{words} is {place}: from {} to {} ({points}).", one.old, one.new)
        }
        _ => {
            let names: Vec<&str> = found.iter().map(|moved| moved.name).collect();
            format!("{words}, {points}: {}.", list(&names))
        }
    })
}
