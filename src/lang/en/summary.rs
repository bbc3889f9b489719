//! What a figure says, in a few sentences: finding, extremes, ties, the whole, missing, exceptions.
//!
//! The sentences are made from facts, so they are as true as the figure.

use super::{counted, goal, list};
use crate::data::territory::Called;
use crate::lang::facts::{Extremes, ItemsFacts, NAMES, TableFacts, TerritoriesFacts, sentence, upper};

/// What a figure of ranked territories says.
pub fn territories_summary(facts: &TerritoriesFacts<'_>) -> String {
    let called = facts.called;
    let mut text = vec![format!("{} {}.", upper(facts.when), found(facts)), whole(facts)];
    if !facts.ranges.is_empty() {
        text.push(format!("By macro-area: {}.", facts.ranges.join("; ")));
    }
    text.extend(reached(facts));
    text.extend(highlighted(facts.highlighted));
    let all = facts.known + facts.missing.len();
    if facts.known > 0 {
        text.extend(missing(facts.missing, all, &called.one, &called.many));
    }
    text.extend(facts.notes.iter().map(|note| sentence(note)));
    text.join(" ")
}

/// The greatest and the least value, or distance, and who has them.
fn found(facts: &TerritoriesFacts<'_>) -> String {
    let called = facts.called;
    let Some(Extremes { max, max_who, min, min_who }) = &facts.extremes else {
        return format!("no {} has a published value", called.one);
    };
    let all = all_those(facts);
    if facts.distance {
        let whole = if facts.built_in { "national value" } else { "value of the whole" };
        let who = |who: &[String]| match who.len() {
            few if few <= NAMES => list(who),
            many => format!("{many} {}", called.many),
        };
        return match max == min {
            _ if facts.known == 1 => format!("the only known distance from the {whole} is {max} ({})", list(max_who)),
            true => format!("the distance from the {whole} is the same for {all}: {max}"),
            false => {
                format!("the distance from the {whole} goes from {max} ({}) to {min} ({})", who(max_who), who(min_who))
            }
        };
    }
    match max == min {
        _ if facts.known == 1 => format!("the only published value is {max}, {}", places(max_who)),
        true => format!("{all} have the same value, {max}"),
        false => {
            let (top, bottom) = (where_it_is(max_who, called), where_it_is(min_who, called));
            format!("the highest value, {max}, is {top}; the lowest, {min}, is {bottom}")
        }
    }
}

/// The value of the whole, and how many territories are above and below it.
fn whole(facts: &TerritoriesFacts<'_>) -> String {
    let (called, whole) = (facts.called, facts.whole);
    let Some((value, sides)) = &facts.national else {
        return format!("There is no value for {} as a whole.", whole.article);
    };
    let stands = match (sides, facts.known) {
        (_, 0) => String::new(),
        // Of distances it is said already.
        ([above, _, below], _) if facts.distance && (facts.known == 1 || above + below == 0) => String::new(),
        ([_, level, _], known) if *level == known => ", the same".to_owned(),
        ([above, ..], 1) => format!(", which is {}", if *above == 1 { "lower" } else { "higher" }),
        ([above, level, below], _) => {
            let mut parts = vec![
                match above {
                    0 => format!("no {} is above it", called.one),
                    1 => format!("1 {} is above it", called.one),
                    _ => format!("{above} {} are above it", called.many),
                },
                match below {
                    0 => "none is below".to_owned(),
                    1 => "1 is below".to_owned(),
                    _ => format!("{below} are below"),
                },
            ];
            if *level > 0 {
                parts.insert(1, counted(*level, "equals it", "equal it"));
            }
            format!("; {}", list(&parts))
        }
    };
    format!("{} as a whole: {value}{stands}.", upper(&whole.locative))
}

/// How many territories reach the value that is to be reached.
fn reached(facts: &TerritoriesFacts<'_>) -> Option<String> {
    let (target, reached) = facts.target.filter(|_| facts.known > 0)?;
    let (called, goal) = (facts.called, goal(target));
    let with = if facts.missing.is_empty() { "" } else { " with a value" };
    Some(match (reached, facts.known) {
        (0, 1) => format!("The only published value does not reach the {goal}."),
        (_, 1) => format!("The only published value reaches the {goal}."),
        (0, _) => format!("No {}{with} reaches the {goal}.", called.one),
        (all, known) if all == known => format!("{} reach the {goal}.", upper(&all_those(facts))),
        (1, known) => format!("1 of {known} {}{with} reaches the {goal}.", called.many),
        (some, known) => format!("{some} of {known} {}{with} reach the {goal}.", called.many),
    })
}

/// The territories that have a value, where all of them do something: `all 21 territories`, `both nations with a
/// value`.
fn all_those(facts: &TerritoriesFacts<'_>) -> String {
    let with = if facts.missing.is_empty() { "" } else { " with a value" };
    format!("{}{with}", all(facts.known, facts.called))
}

fn all(count: usize, called: &Called) -> String {
    if count == 2 { format!("both {}", called.many) } else { format!("all {count} {}", called.many) }
}

/// What a figure of items says.
pub fn items_summary(facts: &ItemsFacts<'_>) -> String {
    let when = upper(facts.when);
    let mut text = Vec::new();
    match &facts.extremes {
        None => text.push(format!("{when} no item has a published value.")),
        Some(Extremes { max, max_who, .. }) if facts.known == 1 => {
            text.push(format!("{when} the only published value is {max}: {}.", list(max_who)));
        }
        Some(Extremes { max, min, .. }) if max == min => {
            let with = if facts.missing.is_empty() { "" } else { " with a value" };
            let all = if facts.known == 2 { "both".to_owned() } else { format!("all {}", facts.known) };
            text.push(format!("{when} {all} items{with} have the same value, {max}."));
        }
        Some(Extremes { max, max_who, min, min_who }) => {
            // Of an item that is not counted everywhere it may be known that more have it.
            let with = if facts.missing.is_empty() { "" } else { ", of the items with a value," };
            text.push(format!("{when} the highest share{with} is {max}: {}.", named(max_who)));
            text.push(format!("The lowest is {min}: {}.", named(min_who)));
        }
    }
    let all = facts.known + facts.missing.len();
    if facts.known > 0 {
        text.extend(missing(facts.missing, all, "item", "items"));
    }
    text.extend(facts.notes.iter().map(|note| sentence(note)));
    text.join(" ")
}

/// What a table of yes and no says.
pub fn table_summary(facts: &TableFacts<'_>) -> String {
    let called = facts.called;
    let rows = counted(facts.territories, &called.one, &called.many);
    let columns = counted(facts.items, "item", "items");
    let mut text = vec![format!("Table of {rows} by {columns}, {}.", facts.when)];
    if let Some([0, of]) = facts.all_have {
        text.push(format!("No {} has any item (0 of {of}).", called.one));
    } else if let Some([have, of]) = facts.all_have {
        let items = if of == 1 { "item" } else { "items" };
        text.push(format!("{} have {have} of {of} {items}.", upper(&all(facts.territories, called))));
    } else if let Some(Extremes { max, max_who, min, min_who }) = &facts.extremes {
        let (top, bottom) = (where_it_is(max_who, called), where_it_is(min_who, called));
        text.push(format!(
            "The greatest number of items available, {max}, is {top}; the smallest, {min}, is {bottom}."
        ));
    }
    text.extend(highlighted(facts.highlighted));
    if !facts.everywhere.is_empty() {
        text.push(format!("Available everywhere: {}.", list(facts.everywhere)));
    }
    if !facts.unknown.is_empty() {
        text.push(format!("The source does not say of any {} whether it has: {}.", called.one, list(facts.unknown)));
    }
    text.extend(facts.notes.iter().map(|note| sentence(note)));
    text.join(" ")
}

/// Where a value is found: `in Wales`, `in England and Scotland, tied`, `shared by 9 nations`.
fn where_it_is(who: &[String], called: &Called) -> String {
    match who.len() {
        1 => places(who),
        few if few <= NAMES => format!("{}, tied", places(who)),
        many => format!("shared by {many} {}", called.many),
    }
}

/// Names with their prepositions, said once where all have "in": `in England, Wales and the North East`.
fn places(who: &[String]) -> String {
    let bare: Option<Vec<&str>> = who.iter().map(|name| name.strip_prefix("in ")).collect();
    bare.map_or_else(|| list(who), |names| format!("in {}", list(&names)))
}

fn named(who: &[String]) -> String {
    if who.len() <= NAMES {
        return list(who);
    }
    format!("{} items ({})", who.len(), list(who))
}

fn missing(names: &[String], all: usize, one: &str, many: &str) -> Option<String> {
    let count = names.len();
    (count > 0).then(|| format!("No data for {} of {all}: {}.", counted(count, one, many), list(names)))
}

/// The ranks of the territories that the author marks.
fn highlighted(who: &[String]) -> Option<String> {
    (!who.is_empty()).then(|| format!("Highlighted: {}.", list(who)))
}

/// The rank of a territory: `Puglia 3rd of 13 (69%)`.
pub fn stands(name: &str, place: Option<(String, usize)>, printed: &str) -> String {
    match place {
        Some((place, known)) => format!("{name} {place} of {known} ({printed})"),
        None => format!("{name} ({printed})"),
    }
}

/// The range of the values of a macro-area: `Isole from 10% to 23%`, `Centro 29%`.
pub fn range(area: &str, low: &str, high: &str) -> String {
    if low == high { format!("{area} {low}") } else { format!("{area} from {low} to {high}") }
}

/// The measure of a figure of distances: `% of patients, distance from the national value in points`.
pub fn distance_measure(measure: &str, built_in: bool) -> String {
    format!("{measure}, distance from the {} in points", if built_in { "national value" } else { "value of the whole" })
}
