//! What a figure says, in a few sentences: finding, extremes, ties, national value, missing, exceptions.
//!
//! Written from facts, so that the words are as true as the figure.

use super::{counted, list};

/// The greatest and the least value, and who has them.
pub struct Extremes {
    /// As printed.
    pub max: String,
    /// Who has it.
    pub max_who: Vec<String>,
    /// As printed.
    pub min: String,
    /// Who has it.
    pub min_who: Vec<String>,
}

/// Facts of ranked territories. Names in `extremes` follow *di*: "dell’Umbria".
pub struct TerritoriesFacts<'f> {
    /// When, as an adverb: "al 31 agosto 2024".
    pub when: &'f str,
    /// None where no territory has a value.
    pub extremes: Option<Extremes>,
    /// Territories with a value.
    pub known: usize,
    /// The national value as printed, and how many territories are above, level and below.
    pub national: Option<(String, [usize; 3])>,
    /// The name of the whole.
    pub whole: &'f str,
    /// Names without a value.
    pub missing: &'f [String],
    /// Notes with marks.
    pub notes: &'f [String],
}

/// Facts of items.
pub struct ItemsFacts<'f> {
    /// When, as an adverb: "al 31 agosto 2024".
    pub when: &'f str,
    /// None where no item has a value.
    pub extremes: Option<Extremes>,
    /// Items with a value.
    pub known: usize,
    /// Names without a value.
    pub missing: &'f [String],
    /// Notes with marks.
    pub notes: &'f [String],
}

/// Facts of a table.
pub struct TableFacts<'f> {
    /// When, as an adverb: "al 31 agosto 2024".
    pub when: &'f str,
    /// Rows.
    pub territories: usize,
    /// Columns.
    pub items: usize,
    /// The most items and who has them, "12 su 13"; names follow *di*.
    pub extremes: Option<Extremes>,
    /// Items every territory has.
    pub everywhere: &'f [String],
    /// Items no row is known of.
    pub unknown: &'f [String],
    /// Notes with marks.
    pub notes: &'f [String],
}

/// No more names than this are said for an extreme; the table has them all.
const NAMES: usize = 6;

/// Of ranked territories.
pub fn territories_summary(facts: &TerritoriesFacts<'_>) -> String {
    let when = upper(facts.when);
    let mut text = Vec::new();
    match &facts.extremes {
        None => text.push(format!("{when} nessun territorio ha un valore pubblicato.")),
        Some(Extremes { max, max_who, .. }) if facts.known == 1 => {
            text.push(format!("{when} l’unico valore pubblicato è quello {}: {max}.", list(max_who)));
        }
        Some(Extremes { max, min, .. }) if max == min => {
            text.push(format!("{when} i {} territori con un valore hanno tutti {max}.", facts.known));
        }
        Some(Extremes { max, max_who, min, min_who }) => {
            let top = of_whom(max_who);
            let bottom = of_whom(min_who);
            text.push(format!("{when} il valore più alto, {max}, è {top}; il più basso, {min}, è {bottom}."));
        }
    }
    match &facts.national {
        Some((value, [above, level, below])) if facts.known > 0 => {
            let mut parts = vec![
                match above {
                    0 => "nessun territorio lo supera".to_owned(),
                    _ => counted(*above, "territorio lo supera", "territori lo superano"),
                },
                match below {
                    0 => "nessuno resta sotto".to_owned(),
                    _ => counted(*below, "resta sotto", "restano sotto"),
                },
            ];
            if *level > 0 {
                parts.insert(1, counted(*level, "lo eguaglia", "lo eguagliano"));
            }
            text.push(format!("Valore nazionale ({}): {value}; {}.", facts.whole, list(&parts)));
        }
        Some((value, _)) => text.push(format!("Valore nazionale ({}): {value}.", facts.whole)),
        None => text.push("Il valore nazionale non è disponibile.".to_owned()),
    }
    let all = facts.known + facts.missing.len();
    if facts.known > 0 {
        text.extend(missing(facts.missing, all, "territorio", "territori"));
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
    let rows = counted(facts.territories, "territorio", "territori");
    let columns = counted(facts.items, "voce", "voci");
    let mut text = vec![format!("Tabella di {rows} per {columns}, {}.", facts.when)];
    if let Some(Extremes { max, max_who, min, min_who }) = &facts.extremes {
        let (top, bottom) = (of_whom(max_who), of_whom(min_who));
        text.push(format!("Il numero più alto di voci disponibili, {max}, è {top}; il più basso, {min}, è {bottom}."));
    }
    if !facts.everywhere.is_empty() {
        text.push(format!("Disponibili ovunque: {}.", list(facts.everywhere)));
    }
    if !facts.unknown.is_empty() {
        text.push(format!("La fonte non dice, per nessun territorio: {}.", list(facts.unknown)));
    }
    text.extend(facts.notes.iter().map(|note| sentence(note)));
    text.join(" ")
}

fn of_whom(who: &[String]) -> String {
    match who {
        [only] => format!("quello {only}"),
        _ if who.len() <= NAMES => format!("quello {}, a pari merito", list(who)),
        _ => format!("condiviso da {} territori", who.len()),
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

/// A text with its first letter upper.
fn upper(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// A text that ends like a sentence.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '»']) { text.to_owned() } else { format!("{text}.") }
}
