//! What a figure says, in a few sentences: finding, extremes, ties, the whole, missing, exceptions.
//!
//! Written from facts, so that the words are as true as the figure.

use super::{counted, list};
use crate::data::period::Day;
use crate::data::territory::Called;
use crate::lang::facts::{Extremes, ItemsFacts, NAMES, TableFacts, TerritoriesFacts, sentence, upper};

/// Of ranked territories.
pub fn territories_summary(facts: &TerritoriesFacts<'_>) -> String {
    let (when, called) = (upper(facts.when), facts.called);
    let mut text = Vec::new();
    match &facts.extremes {
        None => text.push(format!("{when} no {} has a published value.", called.one)),
        Some(Extremes { max, max_who, min, min_who }) if facts.distance => {
            let who = |who: &[String]| match who.len() {
                few if few <= NAMES => list(who),
                many => format!("{many} {}", called.many),
            };
            let whole = if facts.built_in { "national value" } else { "value of the whole" };
            text.push(match max == min {
                true => format!("{when} the distance from the {whole} is {max} ({}).", who(max_who)),
                false => format!(
                    "{when} the distance from the {whole} goes from {max} ({}) to {min} ({}).",
                    who(max_who),
                    who(min_who)
                ),
            });
        }
        Some(Extremes { max, max_who, .. }) if facts.known == 1 => {
            text.push(format!("{when} the only published value is {max}, {}.", places(max_who)));
        }
        Some(Extremes { max, min, .. }) if max == min => {
            text.push(format!("{when} all {} {} with a value are at {max}.", facts.known, called.many));
        }
        Some(Extremes { max, max_who, min, min_who }) => {
            let (top, bottom) = (where_it_is(max_who, called), where_it_is(min_who, called));
            text.push(format!("{when} the highest value, {max}, is {top}; the lowest, {min}, is {bottom}."));
        }
    }
    let whole = facts.whole;
    match &facts.national {
        Some((value, [above, level, below])) if facts.known > 0 => {
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
            text.push(format!("{} as a whole: {value}; {}.", upper(&whole.locative), list(&parts)));
        }
        Some((value, _)) => text.push(format!("{} as a whole: {value}.", upper(&whole.locative))),
        None => text.push(format!("There is no value for {} as a whole.", whole.article)),
    }
    if !facts.ranges.is_empty() {
        text.push(format!("By macro-area: {}.", facts.ranges.join("; ")));
    }
    if let Some((words, reached)) = facts.target.as_ref().filter(|_| facts.known > 0) {
        text.push(match reached {
            0 => format!("No value reaches the target ({words})."),
            _ => {
                let reach = if *reached == 1 { "reaches" } else { "reach" };
                let many = &called.many;
                format!("{reached} of {} {many} with a value {reach} the target ({words}).", facts.known)
            }
        });
    }
    text.extend(highlighted(facts.highlighted));
    let all = facts.known + facts.missing.len();
    if facts.known > 0 {
        text.extend(missing(facts.missing, all, &called.one, &called.many));
    }
    text.extend(facts.notes.iter().map(|note| sentence(note)));
    text.join(" ")
}

/// Of items.
pub fn items_summary(facts: &ItemsFacts<'_>) -> String {
    let when = upper(facts.when);
    let mut text = Vec::new();
    match &facts.extremes {
        None => text.push(format!("{when} no item has a published value.")),
        Some(Extremes { max, max_who, .. }) if facts.known == 1 => {
            text.push(format!("{when} the only published value is {max}: {}.", list(max_who)));
        }
        Some(Extremes { max, min, .. }) if max == min => {
            text.push(format!("{when} all {} items with a value are at {max}.", facts.known));
        }
        Some(Extremes { max, max_who, min, min_who }) => {
            text.push(format!("{when} the highest share is {max}: {}.", named(max_who)));
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

/// Of a table.
pub fn table_summary(facts: &TableFacts<'_>) -> String {
    let rows = counted(facts.territories, &facts.called.one, &facts.called.many);
    let columns = counted(facts.items, "item", "items");
    let mut text = vec![format!("Table of {rows} by {columns}, {}.", facts.when)];
    match &facts.extremes {
        Some(Extremes { max, min, .. }) if max == min => {
            text.push(format!("All {} have the same number of items, {max}.", facts.called.many));
        }
        Some(Extremes { max, max_who, min, min_who }) => {
            let (top, bottom) = (where_it_is(max_who, facts.called), where_it_is(min_who, facts.called));
            text.push(format!(
                "The greatest number of items available, {max}, is {top}; the smallest, {min}, is {bottom}."
            ));
        }
        None => {}
    }
    text.extend(highlighted(facts.highlighted));
    if !facts.everywhere.is_empty() {
        text.push(format!("Available everywhere: {}.", list(facts.everywhere)));
    }
    if !facts.unknown.is_empty() {
        text.push(format!("The source does not say, for any {}: {}.", facts.called.one, list(facts.unknown)));
    }
    text.extend(facts.notes.iter().map(|note| sentence(note)));
    text.join(" ")
}

/// `in Wales`, `in England and Scotland, tied`, `shared by 9 nations`.
fn where_it_is(who: &[String], called: &Called) -> String {
    match who.len() {
        1 => places(who),
        few if few <= NAMES => format!("{}, tied", places(who)),
        many => format!("shared by {many} {}", called.many),
    }
}

/// Names with their preposition, which is said once where all have "in": `in England, Wales and the North East`.
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

/// Those that are marked.
fn highlighted(who: &[String]) -> Option<String> {
    (!who.is_empty()).then(|| format!("Highlighted: {}.", list(who)))
}

/// Where one stands: `Puglia 3rd of 13 (69%)`.
pub fn stands(name: &str, place: Option<(String, usize)>, printed: &str) -> String {
    match place {
        Some((place, known)) => format!("{name} {place} of {known} ({printed})"),
        None => format!("{name} ({printed})"),
    }
}

/// `Isole from 10% to 23%`, `Centro 29%`.
pub fn range(area: &str, low: &str, high: &str) -> String {
    if low == high { format!("{area} {low}") } else { format!("{area} from {low} to {high}") }
}

/// `Target: 85% by 31 December 2025`
pub fn target(printed: &str, by: Option<Day>) -> String {
    by.map_or_else(|| format!("Target: {printed}"), |day| format!("Target: {printed} by {}", super::day(day)))
}

/// `Line: Target: 85% by 31 December 2025 (source: ...)`
pub fn target_line(words: &str, publisher: &str) -> String {
    format!("Line: {words} (source: {publisher})")
}

/// `% of patients, distance from the national value in points`
pub fn distance_measure(measure: &str, built_in: bool) -> String {
    format!("{measure}, distance from the {} in points", if built_in { "national value" } else { "value of the whole" })
}
