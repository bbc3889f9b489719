//! What changed, in words: differences in points, places with ties, breaks, the sentences of a comparison.

use super::{counted, list, period, points, rank, status};
use crate::data::comparability::Break;
use crate::data::number::Rounded;
use crate::data::period::{Day, Period};
use crate::data::territory::Called;
use crate::lang::facts::{sentence, upper};
use crate::lang::{ChangeFacts, ChangeTerms, Moved};

/// Words that do not change with the data.
pub const CHANGE_TERMS: ChangeTerms = ChangeTerms {
    title: "Che cosa è cambiato",
    sides: ["prima", "ora"],
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

/// A difference: "+26 punti", "−1 punto", "invariato".
pub fn difference(difference: Rounded) -> String {
    if difference.units == 0 {
        return "invariato".to_owned();
    }
    format!("{}{}", if difference.units < 0 { '−' } else { '+' }, size(difference))
}

/// How far a value is from another of the same time.
pub fn distance(difference: Rounded) -> String {
    if difference.units == 0 { "0 punti".to_owned() } else { self::difference(difference) }
}

/// The same without its sign.
fn size(difference: Rounded) -> String {
    let size = Rounded { units: difference.units.abs(), ..difference };
    points(size.into(), size.decimals)
}

/// A rank, and whether others share it: "9ª", "9ª pari merito".
pub fn place(place: u32, tied: bool) -> String {
    format!("{}{}", rank(place), if tied { " pari merito" } else { "" })
}

/// A place that was gained or lost.
pub fn moved(was: &str, is: &str) -> String {
    format!("{is}, era {was}")
}

/// What was: "prima 50%".
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

/// The same as a sentence.
pub fn not_compared(why: &str) -> String {
    format!("{}: i due valori non si confrontano", upper(why))
}

/// What one side counts, where the other counts something else: `side` is "prima" or "ora".
pub fn defined(side: &str, text: &str) -> String {
    format!("definizione, {side}: {}", text.trim_end_matches('.'))
}

/// What must be said where an author allows a comparison.
pub fn allowed(because: &str) -> String {
    format!("Definizioni diverse, confronto ammesso: {because}")
}

/// The finding, as the title of a slide: the greatest change. Of a broken comparison nothing is found.
pub fn headline(subject: &str, facts: &ChangeFacts<'_>) -> String {
    if facts.broken.is_some() {
        return format!("{subject}: due misure che non si confrontano");
    }
    match facts.furthest(0)[..] {
        [] if !facts.moved.is_empty() => format!("{subject}: nessun valore è cambiato"),
        [] if facts.refused.is_empty() => format!("{subject}: nessun valore si può confrontare"),
        [] => format!("{subject}: valori che non si confrontano"),
        [one] => {
            let article = one.territory.map_or("", |territory| &territory.article);
            let plural = ["le ", "gli ", "i "].iter().any(|article_of_many| article.starts_with(article_of_many));
            let verb = if plural { "passano" } else { "passa" };
            format!("{subject}: {} {verb} da {} a {}", one.name, one.old, one.new)
        }
        [one, other] if one.difference == other.difference => {
            format!("{subject}: {} {}", list(&[one.name, other.name]), difference(one.difference))
        }
        [one, ..] => {
            let count = facts.furthest(0).len();
            format!("{subject}: {count} {} cambiano di {}", facts.called.many, size(one.difference))
        }
    }
}

/// The finding in sentences: how many rose and fell, who most, the whole.
pub fn change_finding(facts: &ChangeFacts<'_>) -> String {
    let between = format!("tra {} e {}", the(facts.before), the(facts.after));
    let Called { one, many, feminine } = &facts.called;
    if let Some(why) = &facts.broken {
        return format!("{} i valori non si confrontano: {why}.", upper(&between));
    }
    let mut text = Vec::new();
    if facts.moved.is_empty() {
        let none = if *feminine { "Nessuna" } else { "Nessun" };
        text.push(format!("{none} {one} ha due valori da confrontare, {between}."));
    } else {
        let same = if *feminine { ["invariata", "invariate"] } else { ["invariato", "invariati"] };
        let parts = [
            format!("{} in aumento", facts.count(1)),
            format!("{} in calo", facts.count(-1)),
            counted(facts.count(0), same[0], same[1]),
        ];
        let known = counted(facts.moved.len(), one, many);
        let between = upper(&between);
        text.push(format!("{between}, su {known} con un valore in entrambe le edizioni: {}.", list(&parts)));
    }
    text.extend(extreme(&facts.furthest(1), "L’aumento più grande"));
    text.extend(extreme(&facts.furthest(-1), "Il calo più grande"));
    if let Some(Moved { name, old, new, difference: by, .. }) = &facts.national {
        let whole = if facts.built_in { "Valore nazionale" } else { "Valore complessivo" };
        text.push(match by.units {
            0 => format!("{whole} ({name}): {new}, invariato."),
            _ => format!("{whole} ({name}): da {old} a {new}, {}.", difference(*by)),
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
        named("Non si confrontano", &facts.refused);
    }
    named("Stesso dato, con la stessa data, nelle due edizioni", &facts.repeated);
    named("Prima n.d., ora con un valore", &facts.appeared);
    named("Ora n.d., prima con un valore", &facts.vanished);
    named("N.d. in entrambe le edizioni", &facts.absent);
    text.extend(facts.notes.iter().map(|note| sentence(note)));
    text.join(" ")
}

/// A period after *tra*: "il 31 agosto 2024", "l’8 marzo 2024", "giugno – agosto 2024".
pub(super) fn the(when: Period) -> String {
    match when {
        Period::Day(Day { day: 8 | 11, .. }) => format!("l’{}", period(when)),
        Period::Day(_) => format!("il {}", period(when)),
        _ => period(when),
    }
}

/// Who moved most in one direction.
fn extreme(found: &[&Moved<'_>], words: &str) -> Option<String> {
    let points = difference(found.first()?.difference);
    Some(match found {
        [one] => {
            let of = match &one.territory {
                Some(territory) => format!("quello {}", territory.genitive),
                None => format!("di «{}»", one.name),
            };
            format!("{words} è {of}: da {} a {} ({points}).", one.old, one.new)
        }
        _ => {
            let names: Vec<&str> = found.iter().map(|moved| moved.name).collect();
            format!("{words}, {points}: {}.", list(&names))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{difference, place};
    use crate::data::number::Rounded;

    #[test]
    fn differences_are_said_in_points() {
        let said = |units, decimals| difference(Rounded { units, decimals });
        assert_eq!(said(26, 0), "+26 punti");
        assert_eq!(said(-1, 0), "−1 punto");
        assert_eq!(said(5, 1), "+0,5 punti");
        assert_eq!(said(10, 1), "+1,0 punto");
        assert_eq!(said(0, 1), "invariato");
    }

    #[test]
    fn a_place_says_whether_others_share_it() {
        assert_eq!([place(1, false), place(9, true)], ["1ª", "9ª pari merito"]);
    }
}
