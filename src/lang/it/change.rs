//! What changed, in words: differences in points, places with ties, breaks, the sentences of a comparison.

use super::numerals::{Before, after, the_many};
use super::summary::none_of;
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
    title: "Che cosa è cambiato",
    sides: ["prima", "ora"],
    notes: ["Nota dell’edizione precedente", "Nota di questa edizione"],
    difference: "Differenza",
    absent: "n.d. in entrambe",
    appeared: "prima n.d.",
    vanished: "ora n.d.",
    unlisted: "–",
    listed: "prima non in elenco",
    no_longer_listed: "ora non in elenco",
    repeated: "stesso dato",
    same_date: "I dati delle due edizioni hanno la stessa data: una differenza è una correzione",
    refused: "non si confronta",
};

/// A difference: "+26 punti", "−1 punto", "meno di 0,1 punti in più"; "invariato" of what is equal alone.
pub fn difference(difference: Points) -> String {
    match difference.direction() {
        Ordering::Equal => "invariato".to_owned(),
        Ordering::Less if difference.is_slight() => format!("{} in meno", size(difference)),
        Ordering::Greater if difference.is_slight() => format!("{} in più", size(difference)),
        Ordering::Less => format!("−{}", size(difference)),
        Ordering::Greater => format!("+{}", size(difference)),
    }
}

/// How far a value is from another of the same time: "+26 punti", "0,0 punti", "meno di 0,1 punti sotto".
pub fn distance(difference: Points) -> String {
    match difference.direction() {
        Ordering::Equal => points(Number::ZERO, difference.rounded().decimals),
        Ordering::Less if difference.is_slight() => format!("{} sotto", size(difference)),
        Ordering::Greater if difference.is_slight() => format!("{} sopra", size(difference)),
        Ordering::Less | Ordering::Greater => self::difference(difference),
    }
}

/// How large a difference is, without its sign: "26 punti".
fn size(difference: Points) -> String {
    points(difference.as_printed().magnitude(), difference.rounded().decimals)
}

/// What must be said of differences that stand together; nothing where they are the differences of what is printed.
pub fn rounding(of: Rounding) -> &'static str {
    match of {
        Rounding::Unseen => "",
        Rounding::Before { all: true } => "Le differenze sono calcolate prima dell’arrotondamento",
        Rounding::Before { all: false } => {
            "Le differenze sono calcolate prima dell’arrotondamento, dove i valori esatti sono noti"
        }
        Rounding::After { all: true } => "Le differenze sono tra i valori arrotondati, come pubblicati",
        Rounding::After { all: false } => {
            "Dove i valori esatti non sono noti, le differenze sono tra quelli arrotondati"
        }
    }
}

/// A rank, and whether others share it: "9ª", "9ª a pari merito".
pub fn place(place: u32, tied: bool) -> String {
    format!("{}{}", rank(place), if tied { " a pari merito" } else { "" })
}

/// A rank that was gained or lost.
pub fn moved(was: &str, is: &str) -> String {
    format!("{is}, era {was}")
}

/// What a value was: "prima 50%".
pub fn before(printed: &str) -> String {
    format!("prima {printed}")
}

/// Why two values may not be compared, in a few words.
pub fn broken(between: Break) -> String {
    match between {
        Break::Definition { .. } => "definizioni diverse".to_owned(),
        Break::Window { from, to } => {
            let months = |count: u32| counted(count as usize, "mese", "mesi");
            format!("periodi di durata diversa, {} e {}", months(from), months(to))
        }
        Break::Total { from, to } => format!("totali diversi, {from} e {to}"),
        Break::Order => "il dato precedente ha una data successiva".to_owned(),
        Break::Status(of) => status(of).unwrap_or("serie diverse").to_owned(),
    }
}

/// Why two values may not be compared, as a sentence.
pub fn not_compared(why: &str) -> String {
    format!("{}: i due valori non si confrontano", upper(why))
}

/// What one of two definitions counts, where the other counts something else; `side` is "prima" or "ora".
pub fn defined(side: &str, text: &str) -> String {
    format!("definizione, {side}: {}", text.trim_end_matches('.'))
}

/// That an author allows a comparison, and why.
pub fn allowed(because: &str) -> String {
    format!("Definizioni diverse, confronto ammesso: {because}")
}

/// That a share may pass a hundred, and why.
pub fn uncapped(because: &str) -> String {
    format!("Può superare il 100%: {because}")
}

/// The finding as the title of a slide: the greatest change. Of a broken comparison there is no finding.
pub fn headline(subject: &str, facts: &ChangeFacts<'_>) -> String {
    if facts.broken.is_some() {
        return format!("{subject}: due misure che non si confrontano");
    }
    let furthest = facts.furthest(None);
    match furthest[..] {
        [] if !facts.moved.is_empty() => format!("{subject}: {}", nothing_moved(facts)),
        [] if facts.refused.is_empty() => format!("{subject}: nessun valore si può confrontare"),
        [] => format!("{subject}: valori che non si confrontano"),
        [one, ..] if one.difference.is_slight() => {
            format!(
                "{subject}: variazioni di {}{}",
                size(one.difference),
                whole_moved(facts, |whole| !whole.is_slight())
            )
        }
        [one] if one.prints_the_same() => format!("{subject}: {} {}", one.name, difference(one.difference)),
        [one] => {
            let name = one.territory.map_or(one.name, |territory| &territory.article);
            let plural = ["le ", "gli ", "i "].iter().any(|article_of_many| name.starts_with(article_of_many));
            let verb = if plural { "passano" } else { "passa" };
            format!("{subject}: {name} {verb} {}", from_to(one))
        }
        [one, other] if one.difference.rounded() == other.difference.rounded() => {
            format!("{subject}: {} {}", list(&[one.name, other.name]), difference(one.difference))
        }
        [one, ..] => {
            format!("{subject}: {} {} cambiano di {}", furthest.len(), facts.called.many, size(one.difference))
        }
    }
}

/// That none of those with two values has moved.
fn nothing_moved(facts: &ChangeFacts<'_>) -> String {
    match whole_moved(facts, |_| true) {
        whole if !whole.is_empty() => format!("{} cambia{whole}", none_of(&facts.called)),
        _ if facts.has_others() => "nessun cambiamento tra i valori che si confrontano".to_owned(),
        _ => "nessun valore è cambiato".to_owned(),
    }
}

/// How the whole moved, where that can be printed: ", Italia +0,1 punti".
fn whole_moved(facts: &ChangeFacts<'_>, is_said: impl Fn(Points) -> bool) -> String {
    let moved =
        facts.national.as_ref().filter(|whole| whole.difference.direction().is_ne() && is_said(whole.difference));
    moved.map_or_else(String::new, |whole| format!(", {} {}", whole.name, difference(whole.difference)))
}

/// What a value was and is: "dall’11,0% al 61,2%".
fn from_to(moved: &Moved<'_>) -> String {
    format!("{} {}", after(Before::From, &moved.old), after(Before::To, &moved.new))
}

/// The finding in sentences: how many rose and fell, which moved most, and how the whole moved.
pub fn change_finding(facts: &ChangeFacts<'_>) -> String {
    let between = format!("tra {} e {}", the(facts.before), the(facts.after));
    finding(facts, &between, "in entrambe le edizioni")
}

/// The finding in sentences. `between` tells of when the two values are, and is empty where that was just said; `both`
/// tells where they stand.
pub(super) fn finding(facts: &ChangeFacts<'_>, between: &str, both: &str) -> String {
    if let Some(why) = &facts.broken {
        return format!("{} i valori non si confrontano: {why}.", upper(between));
    }
    let mut text = vec![ways(facts, between, both)];
    if facts.moved.len() > 1 {
        text.extend(extreme(facts, Ordering::Greater, "aumento"));
        text.extend(extreme(facts, Ordering::Less, "calo"));
    }
    if let Some(national) = &facts.national {
        let whole = if facts.built_in { "Valore nazionale" } else { "Valore complessivo" };
        text.push(format!("{whole} ({}): {}, {}.", national.name, values(national), difference(national.difference)));
    }
    text.join(" ")
}

/// How many moved in which direction.
fn ways(facts: &ChangeFacts<'_>, between: &str, both: &str) -> String {
    let Called { one, many, feminine } = &facts.called;
    let then = |words: &str| {
        let comma = if between.is_empty() { "" } else { ", " };
        upper(&format!("{between}{comma}{words}"))
    };
    let same = match (feminine, facts.moved.len()) {
        (true, 1) => "invariata",
        (true, _) => "invariate",
        (false, 1) => "invariato",
        (false, _) => "invariati",
    };
    let ways = [(Ordering::Greater, "in aumento"), (Ordering::Less, "in calo"), (Ordering::Equal, same)];
    let found = ways.map(|(way, words)| (facts.count(way), words));
    let found: Vec<(usize, &str)> = found.into_iter().filter(|(count, _)| *count > 0).collect();
    match (&facts.moved[..], &found[..]) {
        ([], _) => {
            let none = upper(&none_of(&facts.called));
            match between {
                "" => format!("{none} ha due valori da confrontare."),
                _ => format!("{none} ha due valori da confrontare, {between}."),
            }
        }
        ([only], [(_, way), ..]) => {
            // "L’unico territorio" and "l’unica voce": both elide.
            let the = if *feminine { "l’unica" } else { "l’unico" };
            let by = match only.difference.direction() {
                Ordering::Equal => String::new(),
                _ => format!(" ({})", difference(only.difference)),
            };
            then(&format!("{the} {one} con un valore {both} è {way}: {}, {}{by}.", only.name, values(only)))
        }
        (all, [(_, way)]) => {
            let count = all.len();
            let the = if *feminine { "le" } else { the_many(count) };
            let all = match (count, feminine) {
                (2, true) => "entrambe",
                (2, false) => "entrambi",
                (_, true) => "tutte",
                (_, false) => "tutti",
            };
            then(&format!("{the} {count} {many} con un valore {both} sono {all} {way}."))
        }
        (all, _) => {
            let said = found.iter().map(|(count, words)| match (count, feminine) {
                (1, true) if *words == same => "1 invariata".to_owned(),
                (1, false) if *words == same => "1 invariato".to_owned(),
                _ => format!("{count} {words}"),
            });
            let said: Vec<String> = said.collect();
            then(&format!("su {} {many} con un valore {both}: {}.", all.len(), list(&said)))
        }
    }
}

/// What a value was and is: "dal 41% al 43%". A value that is the same is said once; of two that only print the same it
/// is said that they are rounded.
fn values(moved: &Moved<'_>) -> String {
    match moved.difference.direction() {
        Ordering::Equal => moved.new.clone(),
        _ if moved.prints_the_same() => format!("{} arrotondato", moved.new),
        _ => from_to(moved),
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
        named("Non si confrontano", &facts.refused);
    }
    named("Stesso dato, con la stessa data, nelle due edizioni", &facts.repeated);
    named("Prima n.d., ora con un valore", &facts.appeared);
    named("Ora n.d., prima con un valore", &facts.vanished);
    named("N.d. in entrambe le edizioni", &facts.absent);
    text.extend(facts.notes.iter().map(|note| sentence(note)));
    text.join(" ")
}

/// A period after *tra*: "il 31 agosto 2024", "l’8 marzo 2024", "il trimestre giugno–agosto 2024", "maggio 2024".
pub(super) fn the(when: Period) -> String {
    let (from, to) = match when {
        Period::Day(_) => return after(Before::The, &period(when)),
        Period::Month(_) => return period(when),
        Period::Window { from, to } => (from, to),
    };
    let of_months = match when.months() {
        Some(12) if from.month == 1 => return after(Before::The, &period(when)),
        Some(2) => "bimestre",
        Some(3) => "trimestre",
        Some(4) => "quadrimestre",
        Some(6) => "semestre",
        _ => "periodo",
    };
    let months = if from.year == to.year { period(when).replace(" – ", "–") } else { period(when) };
    format!("il {of_months} {months}")
}

/// The greatest move in one direction, and whose it is.
fn extreme(facts: &ChangeFacts<'_>, way: Ordering, word: &str) -> Option<String> {
    let (found, count) = (facts.furthest(Some(way)), facts.count(way));
    let points = difference(found.first()?.difference);
    let the = if way.is_gt() { "L’" } else { "Il " };
    Some(match found[..] {
        [one] => {
            let of = match &one.territory {
                Some(territory) => format!("quello {}", territory.genitive),
                None => format!("di «{}»", one.name),
            };
            let most = if count == 1 { format!("L’unico {word}") } else { format!("{the}{word} più grande") };
            format!("{most} è {of}: {} ({points}).", values(one))
        }
        _ if found.len() <= NAMES => {
            let names: Vec<&str> = found.iter().map(|moved| moved.name).collect();
            format!("{the}{word} più grande, {points}: {}.", list(&names))
        }
        _ => format!("{the}{word} più grande, {points}, è di {} {}.", found.len(), facts.called.many),
    })
}

#[cfg(test)]
mod tests {
    use super::{difference, distance, place, the};
    use crate::data::number::Number;
    use crate::data::observation::Observation;
    use crate::data::period::Period;
    use crate::data::points::Points;

    /// The difference of two exact values.
    fn points(from: &str, to: &str, decimals: u8) -> Points {
        let observed = |text: &str| {
            let value = Number::parse(text).ok();
            Observation { value, exact: value, ..Observation::missing(Period::parse("2024-08").unwrap()) }
        };
        Points::between(&observed(from), &observed(to), decimals).unwrap()
    }

    #[test]
    fn differences_are_said_in_points() {
        let said = |from, to, decimals| difference(points(from, to, decimals));
        assert_eq!(said("39", "65", 0), "+26 punti");
        assert_eq!(said("3", "2", 0), "−1 punto");
        assert_eq!(said("3", "3.5", 1), "+0,5 punti");
        assert_eq!(said("3", "4", 1), "+1,0 punto");
        assert_eq!(said("3", "3", 1), "invariato");
        assert_eq!(said("3", "3.04", 1), "meno di 0,1 punti in più");
        assert_eq!(said("3.4", "3", 0), "meno di 1 punto in meno");
    }

    #[test]
    fn distances_have_the_same_decimals_whether_there_is_one_or_not() {
        let said = |from, to| distance(points(from, to, 1));
        assert_eq!(
            [said("3", "3"), said("3", "3.1"), said("3", "2.96")],
            ["0,0 punti", "+0,1 punti", "meno di 0,1 punti sotto"]
        );
    }

    #[test]
    fn windows_are_named_by_their_length() {
        let said = |text: &str| the(Period::parse(text).unwrap());
        assert_eq!(said("2021-01/2021-03"), "il trimestre gennaio–marzo 2021");
        assert_eq!(said("2024-11/2025-01"), "il trimestre novembre 2024 – gennaio 2025");
        assert_eq!(said("2024-01/2024-12"), "il 2024");
        assert_eq!(said("2024-01/2024-05"), "il periodo gennaio–maggio 2024");
        assert_eq!([said("2024-03-08"), said("2024-04")], ["l’8 marzo 2024", "aprile 2024"]);
    }

    #[test]
    fn a_place_says_whether_others_share_it() {
        assert_eq!([place(1, false), place(9, true)], ["1ª", "9ª a pari merito"]);
    }
}
