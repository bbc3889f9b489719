//! What a figure says, in a few sentences: finding, extremes, ties, national value, missing, exceptions.
//!
//! Written from facts, so that the words are as true as the figure.

use super::numerals::{Before, after, the_many};
use super::{counted, list};
use crate::data::period::Day;
use crate::data::territory::Called;
use crate::lang::facts::{Extremes, ItemsFacts, NAMES, TableFacts, TerritoriesFacts, sentence, upper};

/// Of ranked territories.
pub fn territories_summary(facts: &TerritoriesFacts<'_>) -> String {
    let (when, called) = (upper(facts.when), facts.called);
    let mut text = Vec::new();
    match &facts.extremes {
        None => text.push(format!("{when} {} ha un valore pubblicato.", none_of(called))),
        Some(Extremes { max, max_who, min, min_who }) if facts.distance => {
            let who = |who: &[String]| match who.len() {
                few if few <= NAMES => list(who),
                many => format!("{many} {}", called.many),
            };
            let whole = if facts.built_in { "valore nazionale" } else { "valore complessivo" };
            text.push(match max == min {
                true => format!("{when} la distanza dal {whole} è {max} ({}).", who(max_who)),
                false => {
                    format!("{when} la distanza dal {whole} va da {max} ({}) a {min} ({}).", who(max_who), who(min_who))
                }
            });
        }
        Some(Extremes { max, max_who, .. }) if facts.known == 1 => {
            text.push(format!("{when} l’unico valore pubblicato è quello {}: {max}.", list(max_who)));
        }
        Some(Extremes { max, min, .. }) if max == min => {
            let (the, all) = if called.feminine { ("le", "tutte") } else { (the_many(facts.known), "tutti") };
            text.push(format!("{when} {the} {} {} con un valore hanno {all} {max}.", facts.known, called.many));
        }
        Some(Extremes { max, max_who, min, min_who }) => {
            let top = of_whom(max_who, called);
            let bottom = of_whom(min_who, called);
            text.push(format!("{when} il valore più alto, {max}, è {top}; il più basso, {min}, è {bottom}."));
        }
    }
    // Of a list of one's own the whole may be a Region or a town.
    let value_of_whole = if facts.built_in { "Valore nazionale" } else { "Valore complessivo" };
    let whole = &facts.whole.name;
    match &facts.national {
        Some((value, [above, level, below])) if facts.known > 0 => {
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
            text.push(format!("{value_of_whole} ({whole}): {value}; {}.", list(&parts)));
        }
        Some((value, _)) => text.push(format!("{value_of_whole} ({whole}): {value}.")),
        None if facts.built_in => text.push("Il valore nazionale non è disponibile.".to_owned()),
        None => text.push(format!("Il valore complessivo ({whole}) non è disponibile.")),
    }
    if !facts.ranges.is_empty() {
        text.push(format!("Per macro-area: {}.", facts.ranges.join("; ")));
    }
    if let Some((words, reached)) = facts.target.as_ref().filter(|_| facts.known > 0) {
        text.push(match reached {
            0 => format!("Nessun valore raggiunge l’obiettivo ({words})."),
            _ => {
                let who = counted(*reached, &called.one, &called.many);
                let reach = if *reached == 1 { "raggiunge" } else { "raggiungono" };
                format!("{who} su {} con un valore {reach} l’obiettivo ({words}).", facts.known)
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
        None => text.push(format!("{when} nessuna voce ha un valore pubblicato.")),
        Some(Extremes { max, max_who, .. }) if facts.known == 1 => {
            text.push(format!("{when} l’unico valore pubblicato è {max}: {}.", list(max_who)));
        }
        Some(Extremes { max, min, .. }) if max == min => {
            text.push(format!("{when} le {} voci con un valore hanno tutte {max}.", facts.known));
        }
        Some(Extremes { max, max_who, min, min_who }) => {
            text.push(format!("{when} la quota più alta è {max}: {}.", named(max_who)));
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

/// Of a table.
pub fn table_summary(facts: &TableFacts<'_>) -> String {
    let rows = counted(facts.territories, &facts.called.one, &facts.called.many);
    let columns = counted(facts.items, "voce", "voci");
    let mut text = vec![format!("Tabella di {rows} per {columns}, {}.", facts.when)];
    if let Some(Extremes { max, max_who, min, min_who }) = &facts.extremes {
        let (top, bottom) = (of_whom(max_who, facts.called), of_whom(min_who, facts.called));
        text.push(format!("Il numero più alto di voci disponibili, {max}, è {top}; il più basso, {min}, è {bottom}."));
    }
    text.extend(highlighted(facts.highlighted));
    if !facts.everywhere.is_empty() {
        text.push(format!("Disponibili ovunque: {}.", list(facts.everywhere)));
    }
    if !facts.unknown.is_empty() {
        text.push(format!("La fonte non dice, per {}: {}.", none_of(facts.called), list(facts.unknown)));
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

/// `nessun territorio`, `nessuno Stato`, `nessuna Regione`, `nessun’area`.
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

/// Those that are marked.
fn highlighted(who: &[String]) -> Option<String> {
    (!who.is_empty()).then(|| format!("In evidenza: {}.", list(who)))
}

/// Where one stands: `Puglia 3ª su 13 (69%)`.
pub fn stands(name: &str, place: Option<(String, usize)>, printed: &str) -> String {
    match place {
        Some((place, known)) => format!("{name} {place} su {known} ({printed})"),
        None => format!("{name} ({printed})"),
    }
}

/// `Isole da 10% a 23%`, `Centro 29%`.
pub fn range(area: &str, low: &str, high: &str) -> String {
    if low == high { format!("{area} {low}") } else { format!("{area} da {low} a {high}") }
}

/// `Obiettivo: 85% entro il 31 dicembre 2025`
pub fn target(printed: &str, by: Option<Day>) -> String {
    match by {
        None => format!("Obiettivo: {printed}"),
        Some(day) => format!("Obiettivo: {printed} entro {}", after(Before::The, &super::day(day))),
    }
}

/// `Linea: PNRR: 85% entro il 2025 (fonte: ...)`
pub fn target_line(words: &str, publisher: &str) -> String {
    format!("Linea: {words} (fonte: {publisher})")
}

/// `% degli assistiti, distanza dal valore nazionale in punti`
pub fn distance_measure(measure: &str, built_in: bool) -> String {
    format!("{measure}, distanza dal valore {} in punti", if built_in { "nazionale" } else { "complessivo" })
}
