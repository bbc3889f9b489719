//! Italian: numbers with a comma, dates with the names of months, lists that end in "e".

mod change;
mod described;
mod goal;
pub(super) mod interface;
mod lines;
pub mod numerals;
pub(super) mod office;
mod pages;
mod places;
mod profile;
pub(super) mod stage;
mod summary;

pub use change::{
    CHANGE_TERMS, allowed, before, broken, change_finding, change_summary, defined, difference, distance, headline,
    moved, not_compared, place, rounding, uncapped,
};
pub use described::{SHAPE_NAMES, at_a_place, drawn, row_of_table, values};
pub use goal::{goal, target, target_drawn, target_note};
pub use lines::{LINE_TERMS, line_break, line_gaps, line_names, line_parted, lines_summary, short_date, span};
pub use pages::PAGE_WORDS;
pub use places::{PLACE_TERMS, held_by, some_of, step};
pub use profile::{PROFILE_TERMS, among, in_figures, profile_summary};
pub use summary::{distance_measure, items_summary, range, stands, table_summary, territories_summary};

use super::{Forms, Terms};
use crate::data::number::{Number, Rounded};
use crate::data::period::{Day, Month, Period};
use crate::data::status::Status;
use numerals::Before;

/// Words that do not change with the data.
pub const TERMS: Terms = Terms {
    missing: "n.d.",
    nobody: "nessuno",
    source: "Fonte",
    cells: ["disponibile", "non disponibile", "n.d."],
    yes_no: ["sì", "no", "n.d."],
    territory: "territorio",
    territories: "territori",
    item: "Voce",
    value: "Valore",
    count: "Conteggio",
    rank: "Posizione",
    distance: "Distanza",
    area: "Macro-area",
    elsewhere: "Altri territori",
    note: "Nota",
    total: "Totale",
    at_a_glance: "In sintesi",
    thanks: "Grazie per l’attenzione",
    period: "Periodo di riferimento",
    of: "di",
    origin: ["Edizione", "revisione", "dati"],
};

pub(super) const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// `1.234,5`: a comma for decimals, points for thousands, a true minus.
pub fn number(value: Number, decimals: u8) -> String {
    let rounded = value.rounded(decimals);
    let scale = 10_u64.pow(u32::from(decimals));
    let magnitude = rounded.units.unsigned_abs();
    let whole = (magnitude / scale).to_string();
    let mut text = String::new();
    if rounded.units < 0 {
        text.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    if decimals > 0 {
        text.push_str(&format!(",{:0width$}", magnitude % scale, width = usize::from(decimals)));
    }
    text
}

/// `41%`: no space before the sign, as GIMBE and ISTAT print.
pub fn percent(value: Number, decimals: u8) -> String {
    format!("{}%", number(value, decimals))
}

/// `26 punti`, `1 punto`, `−2 punti`, `meno di 0,1 punti`: a difference of two percentages.
pub fn points(value: Number, decimals: u8) -> String {
    if value != Number::ZERO && value.rounded(decimals).units == 0 {
        let least = points(Rounded { units: 1, decimals }.into(), decimals);
        return format!("meno di {least}{}", if value < Number::ZERO { " in meno" } else { "" });
    }
    let one = value.magnitude().rounded(decimals) == Number::whole(1).rounded(decimals);
    format!("{} {}", number(value, decimals), if one { "punto" } else { "punti" })
}

/// `31 agosto 2024`, `1° gennaio 2025`.
pub fn day(day: Day) -> String {
    let number = if day.day == 1 { "1°".to_owned() } else { day.day.to_string() };
    format!("{number} {} {}", month_name(day.month), day.year)
}

fn month_name(month: u8) -> &'static str {
    MONTHS[usize::from(month) - 1]
}

/// `giugno – agosto 2024`, `novembre 2024 – gennaio 2025`, `maggio 2024`, `31 agosto 2024`; a whole year is `2024`.
pub fn period(period: Period) -> String {
    match period {
        Period::Day(date) => day(date),
        Period::Month(Month { year, month }) => format!("{} {year}", month_name(month)),
        Period::Window { from: Month { year, month: 1 }, to: Month { year: last, month: 12 } } if year == last => {
            year.to_string()
        }
        Period::Window { from, to } if from.year == to.year => {
            format!("{} – {} {}", month_name(from.month), month_name(to.month), to.year)
        }
        Period::Window { from, to } => {
            format!("{} {} – {} {}", month_name(from.month), from.year, month_name(to.month), to.year)
        }
    }
}

/// A period after a measure: `al 31 agosto 2024`, `all’8 marzo 2024`; all but a day as [`period`] gives it.
pub fn when(when: Period) -> String {
    match when {
        Period::Day(_) => numerals::after(Before::To, &period(when)),
        _ => period(when),
    }
}

/// A period as an adverb: `al 31 agosto 2024`, `a maggio 2024`, `nel 2024`, `tra giugno e agosto 2024`.
pub fn adverb(period: Period) -> String {
    match period {
        Period::Day(_) => when(period),
        Period::Month(_) => numerals::to(&self::period(period)),
        Period::Window { from: Month { year, month: 1 }, to: Month { year: last, month: 12 } } if year == last => {
            format!("nel {year}")
        }
        Period::Window { from, to } if from.year == to.year => {
            format!("tra {} e {} {}", month_name(from.month), month_name(to.month), to.year)
        }
        Period::Window { from, to } => {
            format!("tra {} {} e {} {}", month_name(from.month), from.year, month_name(to.month), to.year)
        }
    }
}

/// `nessun valore nei dati al 31 marzo 2024`, `nessun valore nei dati di gennaio – marzo 2024`
pub fn without_value(period: Period) -> String {
    let of = if matches!(period, Period::Day(_)) { "" } else { "di " };
    format!("nessun valore nei dati {of}{}", when(period))
}

/// `a, b e c`, `Campania ed Emilia-Romagna`.
pub fn list<S: AsRef<str>>(names: &[S]) -> String {
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [before @ .., last] => {
            let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
            let last = last.as_ref();
            let and = if last.starts_with(['e', 'E']) { "ed" } else { "e" };
            format!("{} {and} {last}", before.join(", "))
        }
    }
}

/// `1 territorio`, `9 territori`.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// What a status means to a reader; nothing for an ordinary value, and for one that is simply missing.
pub fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Normal | Status::Missing => None,
        Status::Break => Some("interruzione della serie"),
        Status::DefinitionDiffers => Some("definizione diversa"),
        Status::Estimated => Some("stima della fonte"),
        Status::Imputed => Some("valore imputato dalla fonte"),
        Status::Provisional => Some("dato provvisorio"),
        Status::LowReliability => Some("valore approssimato"),
        Status::Unvalidated => Some("dato non validato"),
        Status::NotCollected => Some("dato non rilevato"),
        Status::NotApplicable => Some("dato non applicabile"),
        Status::Suppressed => Some("dato riservato"),
    }
}

/// Why there is no value: `nessuna fonte riporta il valore`.
pub fn absence(status: Status) -> &'static str {
    match status {
        Status::Missing => "nessuna fonte riporta il valore",
        absent if absent.is_absent() => self::status(absent).unwrap_or_default(),
        _ => "",
    }
}

/// `Figura 3`
pub fn figure(number: usize) -> String {
    format!("Figura {number}")
}

/// `12 su 16`, `3.664.839 su 4.198.088`
pub fn out_of(count: u32, of: u32) -> String {
    let [count, of] = [count, of].map(|count| number(Number::whole(count.into()), 0));
    format!("{count} su {of}")
}

/// `3ª`, said of a *posizione*.
pub fn rank(rank: u32) -> String {
    format!("{rank}ª")
}

/// The caption as GIMBE prints it: the title, and in brackets whose data of when; there is one pair of brackets, never
/// two.
pub fn caption(title: &str, origin: &str, when: &str) -> String {
    match title.strip_suffix(')') {
        Some(open) => format!("{open}; dati {origin}, {when})"),
        None => format!("{title} (dati {origin}, {when})"),
    }
}

/// Who measures, and who published the values.
pub fn published_by(origin: &str, publishers: &[&str]) -> String {
    format!("{origin} · valori pubblicati da {}", list(publishers))
}

/// That only some of the monitored items are listed, and how many are monitored, where that is known.
pub fn partial_list(listed: usize, total: Option<u32>) -> String {
    match total {
        Some(total) => format!("Elenco parziale: {listed} voci su {total} monitorate"),
        None => {
            let voices = counted(listed, "voce nota", "voci note");
            format!("Elenco parziale: {voices}; quante siano le voci monitorate non è pubblicato")
        }
    }
}

/// That a territory has a date of its own, by its name with its article and a date as [`when`] prints it: `per le
/// Marche: al 31 marzo 2024`.
pub fn exception(article: &str, when: &str) -> String {
    format!("per {article}: {when}")
}

/// Articles, each with what *in* and *di* make of it.
const ARTICLES: [[&str; 3]; 7] = [
    ["il", "nel", "del"],
    ["lo", "nello", "dello"],
    ["la", "nella", "della"],
    ["l’", "nell’", "dell’"],
    ["i", "nei", "dei"],
    ["gli", "negli", "degli"],
    ["le", "nelle", "delle"],
];

/// The forms of a name: `nelle Marche`, `dell’Umbria`; `in Umbria` where no article is given.
pub fn forms(name: &str, article: Option<&str>) -> Forms {
    let bare =
        |article: String| Forms { locative: format!("in {article}"), genitive: format!("di {article}"), article };
    let Some(given) = article.map(|article| article.trim().replace('\'', "’")) else { return bare(name.to_owned()) };
    for [article, within, of] in ARTICLES {
        let joined = |word: &str, name: &str| match word.ends_with('’') {
            true => format!("{word}{name}"),
            false => format!("{word} {name}"),
        };
        let whole = if given == article { joined(article, name) } else { given.clone() };
        if let Some(rest) = whole.strip_prefix(&joined(article, "")) {
            return Forms { locative: joined(within, rest), genitive: joined(of, rest), article: whole };
        }
    }
    bare(given)
}

#[cfg(test)]
mod tests {
    use super::{adverb, forms, list, number, period, when};
    use crate::data::number::Number;
    use crate::data::period::Period;

    #[test]
    fn numbers_are_written_as_italians_write_them() {
        let written = |text: &str, decimals| number(Number::parse(text).unwrap(), decimals);
        assert_eq!(written("1234567.89", 1), "1.234.567,9");
        assert_eq!(written("1234.5", 1), "1.234,5");
        assert_eq!(super::out_of(3_664_839, 4_198_088), "3.664.839 su 4.198.088");
        assert_eq!(super::out_of(999, 1000), "999 su 1.000");
        assert_eq!(written("62.5", 0), "63");
        assert_eq!(written("-0.25", 1), "−0,3");
    }

    #[test]
    fn dates_are_written_as_italians_write_them() {
        let both = |text: &str| {
            let read = Period::parse(text).unwrap();
            (period(read), when(read))
        };
        assert_eq!(both("2024-08-31"), ("31 agosto 2024".into(), "al 31 agosto 2024".into()));
        assert_eq!(both("2025-01-01").1, "al 1° gennaio 2025");
        assert_eq!(both("2025-03-08").1, "all’8 marzo 2025");
        assert_eq!(both("2024-06/2024-08").1, "giugno – agosto 2024");
        assert_eq!(both("2024-11/2025-01").0, "novembre 2024 – gennaio 2025");
        assert_eq!(both("2024-05").1, "maggio 2024");
        assert_eq!(adverb(Period::parse("2024-08").unwrap()), "ad agosto 2024");
        assert_eq!(both("2024-01/2024-12").0, "2024");
        assert_eq!(adverb(Period::parse("2024-01/2024-12").unwrap()), "nel 2024");
    }

    #[test]
    fn prepositions_join_the_article() {
        let of = |name, article| {
            let forms = forms(name, article);
            [forms.article, forms.locative, forms.genitive]
        };
        assert_eq!(of("Milano", None), ["Milano", "in Milano", "di Milano"]);
        for article in ["le", "le Marche"] {
            assert_eq!(of("Marche", Some(article)), ["le Marche", "nelle Marche", "delle Marche"]);
        }
        for article in ["l’", "l'", "l’Umbria", "l'Umbria"] {
            assert_eq!(of("Umbria", Some(article)), ["l’Umbria", "nell’Umbria", "dell’Umbria"]);
        }
        let trento = ["la P.A. di Trento", "nella P.A. di Trento", "della P.A. di Trento"];
        assert_eq!(of("P.A. Trento", Some("la P.A. di Trento")), trento);
    }

    #[test]
    fn a_list_ends_in_e() {
        assert_eq!(list(&["Abruzzo", "Calabria", "Molise"]), "Abruzzo, Calabria e Molise");
        assert_eq!(list(&["Lazio"]), "Lazio");
        assert_eq!(list(&["Campania", "Emilia-Romagna"]), "Campania ed Emilia-Romagna");
    }
}
