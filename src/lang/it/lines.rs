//! Lines over time, in words: short dates, breaks, what is missing, the sentences of a figure.

use super::change::{finding, the};
use super::numerals::{Before, after, to};
use super::{counted, list, when};
use crate::data::period::{Day, Month, Period};
use crate::lang::facts::{sentence, upper};
use crate::lang::lines::Ends;
use crate::lang::{LineTerms, LinesFacts};

/// Words that do not change with the data.
pub const LINE_TERMS: LineTerms = LineTerms {
    missing: "valore mancante (n.d.)",
    parted: "linea interrotta: i due valori non si confrontano (vedi le note)",
    absent: "n.d. a tutte le date",
    not_joined: "non si confronta con il dato precedente",
    other_notes: "Le altre note sono nella tabella e nei dati",
    edition: "edizione",
};

const MONTHS: [&str; 12] = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];

/// A date on two short lines: `31 ago` and `2024`, `giu – ago` and `2024`, `nov 2024 –` and `gen 2025`.
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

/// `dal 31 marzo 2024 al 31 marzo 2025`, `da gennaio – marzo 2024 ad aprile – giugno 2024`, `dal 2023 al 2024`.
pub fn span(first: Period, last: Period) -> String {
    let is_numeral = |words: &str| words.starts_with(|sign: char| sign.is_ascii_digit());
    let from = match super::period(first) {
        words if is_numeral(&words) => after(Before::From, &words),
        words => format!("da {words}"),
    };
    let to = match super::period(last) {
        words if is_numeral(&words) => after(Before::To, &words),
        words => self::to(&words),
    };
    format!("{from} {to}")
}

/// That no line goes on between two dates, and why.
pub fn line_break([from, to]: [Period; 2], why: &str) -> String {
    format!("Tra {} e {} le linee si interrompono: {why}", the(from), the(to))
}

/// That some lines do not go on between two dates, and why.
pub fn line_parted([from, to]: [Period; 2], why: &str, names: &[String]) -> String {
    format!("Tra {} e {} non si confrontano ({why}): {}", the(from), the(to), list(names))
}

/// Which values of the named lines are missing, and when.
pub fn line_gaps(gaps: &[(String, Vec<Period>)]) -> String {
    let one = |(name, whens): &(String, Vec<Period>)| {
        let whens: Vec<String> = whens.iter().map(|period| when(*period)).collect();
        format!("{name}, {}", list(&whens))
    };
    format!("Valori mancanti (n.d.): {}", gaps.iter().map(one).collect::<Vec<_>>().join("; "))
}

/// That of many items only the first and the last so many have a name.
pub fn line_names(of_each: usize) -> String {
    format!("Hanno un nome le prime {of_each} e le ultime {of_each} voci; le altre sono nella tabella")
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
    let counted = counted(facts.dates, "rilevazione", "rilevazioni");
    let mut text = vec![format!("{}, {}.", counted, span(facts.first, facts.last))];
    let change = &facts.change;
    if change.broken.is_none() && facts.dates > 1 {
        text.push(match (change.before, change.after) == (facts.first, facts.last) {
            // The dates have just been said.
            true => finding(change, "", "alla prima e all’ultima"),
            false => {
                finding(change, &format!("tra {} e {}", the(change.before), the(change.after)), "a entrambe le date")
            }
        });
    }
    if let Some(national) = &facts.national {
        let whole = if facts.change.built_in { "Valore nazionale" } else { "Valore complessivo" };
        text.push(ends(&format!("{whole} ({})", national.0), national));
    }
    text.extend(facts.highlighted.iter().map(|marked| ends(&marked.0, marked)));
    text.extend(facts.notes.iter().map(|note| sentence(&upper(note))));
    text.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{short_date, span};
    use crate::data::period::Period;

    #[test]
    fn dates_are_short_below_an_axis() {
        let short = |text: &str| short_date(Period::parse(text).unwrap()).join("/");
        assert_eq!(short("2024-08-31"), "31 ago/2024");
        assert_eq!(short("2024-05"), "mag/2024");
        assert_eq!(short("2024-06/2024-08"), "giu – ago/2024");
        assert_eq!(short("2024-11/2025-01"), "nov 2024 –/gen 2025");
    }

    #[test]
    fn a_span_has_its_prepositions() {
        let of = |from: &str, to: &str| span(Period::parse(from).unwrap(), Period::parse(to).unwrap());
        assert_eq!(of("2024-03-31", "2025-03-08"), "dal 31 marzo 2024 all’8 marzo 2025");
        assert_eq!(of("2024-01/2024-03", "2024-04/2024-06"), "da gennaio – marzo 2024 ad aprile – giugno 2024");
        assert_eq!(of("2023-01/2023-12", "2024-01/2024-12"), "dal 2023 al 2024");
    }
}
