//! What a figure says, in a few sentences: finding, extremes, ties, national value, missing, exceptions.
//!
//! The sentences are made from facts, so they are as true as the figure.

use super::numerals::{Before, after, the_many};
use super::{counted, goal, list};
use crate::data::territory::Called;
use crate::lang::facts::{Extremes, ItemsFacts, NAMES, TableFacts, TerritoriesFacts, sentence, upper};

/// What a figure of ranked territories says.
pub fn territories_summary(facts: &TerritoriesFacts<'_>) -> String {
    let called = facts.called;
    let mut text = vec![format!("{} {}.", upper(facts.when), found(facts)), whole(facts)];
    if !facts.ranges.is_empty() {
        text.push(format!("Per macro-area: {}.", facts.ranges.join("; ")));
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
        return format!("{} ha un valore pubblicato", none_of(called));
    };
    let of_all = match (facts.known, called.feminine) {
        (0..=2, _) => "",
        (_, true) => "tutte ",
        (_, false) => "tutti ",
    };
    let all = those(facts);
    if facts.distance {
        let whole = if facts.built_in { "valore nazionale" } else { "valore complessivo" };
        let who = |who: &[String]| match who.len() {
            few if few <= NAMES => list(who),
            many => format!("{many} {}", called.many),
        };
        return match max == min {
            _ if facts.known == 1 => format!("l’unica distanza nota dal {whole} è {max} ({})", list(max_who)),
            true => format!("la distanza dal {whole} è la stessa per {all}: {max}"),
            false => format!("la distanza dal {whole} va da {max} ({}) a {min} ({})", who(max_who), who(min_who)),
        };
    }
    match max == min {
        _ if facts.known == 1 => format!("l’unico valore pubblicato è quello {}: {max}", list(max_who)),
        true => format!("{all} hanno {of_all}lo stesso valore, {max}"),
        false => {
            let (top, bottom) = (of_whom(max_who, called), of_whom(min_who, called));
            format!("il valore più alto, {max}, è {top}; il più basso, {min}, è {bottom}")
        }
    }
}

/// The value of the whole, and how many territories are above and below it.
fn whole(facts: &TerritoriesFacts<'_>) -> String {
    let called = facts.called;
    // Of a list of one's own the whole may be a Region or a town.
    let value_of_whole = if facts.built_in { "Valore nazionale" } else { "Valore complessivo" };
    let whole = &facts.whole.name;
    let Some((value, sides)) = &facts.national else {
        return match facts.built_in {
            true => "Il valore nazionale non è disponibile.".to_owned(),
            false => format!("Il valore complessivo ({whole}) non è disponibile."),
        };
    };
    let stands = match (sides, facts.known) {
        (_, 0) => String::new(),
        // Of distances it is said already.
        ([above, _, below], _) if facts.distance && (facts.known == 1 || above + below == 0) => String::new(),
        ([_, level, _], known) if *level == known => ", lo stesso".to_owned(),
        ([above, ..], 1) => format!(", più {}", if *above == 1 { "basso" } else { "alto" }),
        ([above, level, below], _) => {
            let mut parts = vec![
                match above {
                    0 => format!("{} lo supera", none_of(called)),
                    1 => format!("1 {} lo supera", called.one),
                    _ => format!("{above} {} lo superano", called.many),
                },
                match below {
                    0 => format!("{} resta sotto", if called.feminine { "nessuna" } else { "nessuno" }),
                    _ => counted(*below, "resta sotto", "restano sotto"),
                },
            ];
            if *level > 0 {
                parts.insert(1, counted(*level, "lo eguaglia", "lo eguagliano"));
            }
            format!("; {}", list(&parts))
        }
    };
    format!("{value_of_whole} ({whole}): {value}{stands}.")
}

/// How many territories reach the value that is to be reached.
fn reached(facts: &TerritoriesFacts<'_>) -> Option<String> {
    let (target, reached) = facts.target.filter(|_| facts.known > 0)?;
    let (called, goal) = (facts.called, goal(target));
    let with = if facts.missing.is_empty() { "" } else { " con un valore" };
    Some(match (reached, facts.known) {
        (0, 1) => format!("L’unico valore pubblicato non raggiunge l’{goal}."),
        (_, 1) => format!("L’unico valore pubblicato raggiunge l’{goal}."),
        (0, _) => format!("{}{with} raggiunge l’{goal}.", upper(&none_of(called))),
        (all, known) if all == known => format!("{} raggiungono l’{goal}.", upper(&all_those(facts))),
        (1, known) => format!("1 {} su {known}{with} raggiunge l’{goal}.", called.one),
        (some, known) => format!("{some} {} su {known}{with} raggiungono l’{goal}.", called.many),
    })
}

/// The territories that have a value: `i 21 territori`, `le 8 Regioni con un valore`.
fn those(facts: &TerritoriesFacts<'_>) -> String {
    let with = if facts.missing.is_empty() { "" } else { " con un valore" };
    format!("{}{with}", the(facts.known, facts.called))
}

/// The territories that have a value, where all of them do something: `tutti i 21 territori`, but `i 2 territori`.
fn all_those(facts: &TerritoriesFacts<'_>) -> String {
    all(facts.known, facts.called, &those(facts))
}

fn all(count: usize, called: &Called, those: &str) -> String {
    let all = if called.feminine { "tutte" } else { "tutti" };
    if count > 2 { format!("{all} {those}") } else { those.to_owned() }
}

/// Some territories with their article: `i 21 territori`, `gli 8 territori`, `le 8 Regioni`.
fn the(count: usize, called: &Called) -> String {
    let the = if called.feminine { "le" } else { the_many(count) };
    format!("{the} {count} {}", called.many)
}

/// What a figure of items says.
pub fn items_summary(facts: &ItemsFacts<'_>) -> String {
    let when = upper(facts.when);
    let mut text = Vec::new();
    match &facts.extremes {
        None => text.push(format!("{when} nessuna voce ha un valore pubblicato.")),
        Some(Extremes { max, max_who, .. }) if facts.known == 1 => {
            text.push(format!("{when} l’unico valore pubblicato è {max}: {}.", list(max_who)));
        }
        Some(Extremes { max, min, .. }) if max == min => {
            let with = if facts.missing.is_empty() { "" } else { " con un valore" };
            let all = if facts.known > 2 { "tutte " } else { "" };
            text.push(format!("{when} le {} voci{with} hanno {all}lo stesso valore, {max}.", facts.known));
        }
        Some(Extremes { max, max_who, min, min_who }) => {
            let [max, min] = [max, min].map(|value| after(Before::Of, value));
            // Of an item that is not counted everywhere it may be known that more have it.
            let with = if facts.missing.is_empty() { "" } else { ", tra le voci con un valore," };
            text.push(format!("{when} la quota più alta{with} è {max}: {}.", named(max_who)));
            text.push(format!("La più bassa è {min}: {}.", named(min_who)));
        }
    }
    let all = facts.known + facts.missing.len();
    if facts.known > 0 {
        text.extend(missing(facts.missing, all, "voce", "voci"));
    }
    text.extend(facts.notes.iter().map(|note| sentence(note)));
    text.join(" ")
}

/// What a table of yes and no says.
pub fn table_summary(facts: &TableFacts<'_>) -> String {
    let called = facts.called;
    let rows = counted(facts.territories, &called.one, &called.many);
    let columns = counted(facts.items, "voce", "voci");
    let mut text = vec![format!("Tabella di {rows} per {columns}, {}.", facts.when)];
    if let Some([0, of]) = facts.all_have {
        text.push(format!("{} ha voci disponibili (0 su {of}).", upper(&none_of(called))));
    } else if let Some([have, of]) = facts.all_have {
        let who = all(facts.territories, called, &the(facts.territories, called));
        let have = counted(have as usize, "voce", "voci");
        text.push(format!("{} hanno {have} su {of}.", upper(&who)));
    } else if let Some(Extremes { max, max_who, min, min_who }) = &facts.extremes {
        let (top, bottom) = (of_whom(max_who, called), of_whom(min_who, called));
        text.push(format!("Il numero più alto di voci disponibili, {max}, è {top}; il più basso, {min}, è {bottom}."));
    }
    text.extend(highlighted(facts.highlighted));
    match facts.everywhere {
        [] => {}
        [only] => text.push(format!("Disponibile ovunque: {only}.")),
        many => text.push(format!("Disponibili ovunque: {}.", list(many))),
    }
    if !facts.unknown.is_empty() {
        text.push(format!("La fonte non dice di {} se abbia: {}.", none_of(called), list(facts.unknown)));
    }
    text.extend(facts.notes.iter().map(|note| sentence(note)));
    text.join(" ")
}

fn of_whom(who: &[String], called: &Called) -> String {
    match who {
        [only] => format!("quello {only}"),
        _ if who.len() <= NAMES => format!("quello {}, a pari merito", list(who)),
        _ => format!("condiviso da {} {}", who.len(), called.many),
    }
}

/// The words for no territory: `nessun territorio`, `nessuno Stato`, `nessuna Regione`, `nessun’area`.
pub(super) fn none_of(called: &Called) -> String {
    let one = called.one.as_str();
    let folded = crate::data::territory::fold(one);
    let vowel = |sign: char| "aeiou".contains(sign);
    let after_s = folded.strip_prefix('s').is_some_and(|rest| !rest.starts_with(vowel));
    let heavy = after_s || ["z", "gn", "ps", "pn", "x", "y"].iter().any(|start| folded.starts_with(start));
    match (called.feminine, folded.starts_with(vowel)) {
        (true, true) => format!("nessun’{one}"),
        (true, false) => format!("nessuna {one}"),
        (false, _) if heavy => format!("nessuno {one}"),
        (false, _) => format!("nessun {one}"),
    }
}

fn named(who: &[String]) -> String {
    if who.len() <= NAMES {
        return list(who);
    }
    format!("{} voci ({})", who.len(), list(who))
}

fn missing(names: &[String], all: usize, one: &str, many: &str) -> Option<String> {
    let count = names.len();
    (count > 0).then(|| {
        let verb = if count == 1 { "Manca il dato di" } else { "Mancano i dati di" };
        format!("{verb} {} su {all}: {}.", counted(count, one, many), list(names))
    })
}

/// The ranks of the territories that the author marks.
fn highlighted(who: &[String]) -> Option<String> {
    (!who.is_empty()).then(|| format!("In evidenza: {}.", list(who)))
}

/// The rank of a territory: `Puglia 3ª su 13 (69%)`.
pub fn stands(name: &str, place: Option<(String, usize)>, printed: &str) -> String {
    match place {
        Some((place, known)) => format!("{name} {place} su {known} ({printed})"),
        None => format!("{name} ({printed})"),
    }
}

/// The range of the values of a macro-area: `Isole dal 10% al 23%`, `Centro 29%`.
pub fn range(area: &str, low: &str, high: &str) -> String {
    match low == high {
        true => format!("{area} {low}"),
        false => format!("{area} {} {}", after(Before::From, low), after(Before::To, high)),
    }
}

/// The measure of a figure of distances: `% degli assistiti, distanza dal valore nazionale in punti`.
pub fn distance_measure(measure: &str, built_in: bool) -> String {
    format!("{measure}, distanza dal valore {} in punti", if built_in { "nazionale" } else { "complessivo" })
}
