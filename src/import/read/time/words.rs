//! The words of times in five languages, in lower case and without accents.

/// Names of months, whole and cut short.
const MONTHS: [&[&str]; 12] = [
    &["gennaio", "gen", "genn", "january", "jan", "januar", "janner", "janvier", "janv", "enero", "ene"],
    &["febbraio", "feb", "febbr", "february", "februar", "fevrier", "fev", "fevr", "febrero"],
    &["marzo", "mar", "march", "marz", "mrz", "maerz", "mars"],
    &["aprile", "apr", "april", "avril", "avr", "abril", "abr"],
    &["maggio", "mag", "magg", "may", "mai", "mayo"],
    &["giugno", "giu", "june", "jun", "juni", "juin", "junio"],
    &["luglio", "lug", "july", "jul", "juli", "juillet", "juil", "julio"],
    &["agosto", "ago", "ag", "august", "aug", "aout"],
    &["settembre", "set", "sett", "september", "sep", "sept", "septembre", "septiembre"],
    &["ottobre", "ott", "october", "oct", "oktober", "okt", "octobre", "octubre"],
    &["novembre", "nov", "november", "noviembre"],
    &["dicembre", "dic", "december", "dec", "dezember", "dez", "decembre", "diciembre"],
];

/// Parts of a year with the months that they last.
const PARTS: [(u8, &[&str]); 4] = [
    (
        3,
        &[
            "q",
            "t",
            "k",
            "tr",
            "trim",
            "trimestre",
            "quarter",
            "qtr",
            "quartal",
            "quart",
            "trimester",
            "qrt",
            "kv",
            "quartale",
        ],
    ),
    (6, &["s", "h", "sem", "semestre", "half", "hj", "halbjahr", "semester"]),
    (4, &["quadrimestre", "quadr"]),
    (1, &["m"]),
];

/// Numbers as words and in Roman signs.
const ORDINALS: [&[&str]; 12] = [
    &["i", "primo", "prima", "first", "erstes", "erste", "premier", "primer"],
    &["ii", "secondo", "seconda", "second", "zweites", "zweite", "deuxieme", "segundo"],
    &["iii", "terzo", "third", "drittes", "dritte", "troisieme", "tercer"],
    &["iv", "iiii", "quarto", "fourth", "viertes", "vierte", "quatrieme", "cuarto"],
    &["v"],
    &["vi"],
    &["vii"],
    &["viii"],
    &["ix"],
    &["x"],
    &["xi"],
    &["xii"],
];

/// Words before a time that say no more than that it is one.
const FILLERS: &[&str] = &[
    "a",
    "aa",
    "ad",
    "aggiornamento",
    "aggiornati",
    "aggiornato",
    "al",
    "all",
    "alla",
    "am",
    "an",
    "ano",
    "annata",
    "anni",
    "anno",
    "annee",
    "ano",
    "as",
    "at",
    "au",
    "d",
    "da",
    "dal",
    "data",
    "date",
    "dati",
    "datum",
    "day",
    "de",
    "del",
    "dell",
    "della",
    "der",
    "des",
    "di",
    "du",
    "el",
    "en",
    "end",
    "ende",
    "esercizio",
    "estrazione",
    "ejercicio",
    "fecha",
    "fine",
    "fin",
    "for",
    "from",
    "fy",
    "giorno",
    "i",
    "il",
    "im",
    "in",
    "inizio",
    "jahr",
    "jour",
    "l",
    "la",
    "le",
    "mese",
    "mes",
    "mois",
    "monat",
    "month",
    "nel",
    "nell",
    "of",
    "on",
    "per",
    "period",
    "periodo",
    "reference",
    "riferimento",
    "riferiti",
    "rilevazione",
    "s",
    "scolastico",
    "accademico",
    "situazione",
    "stagione",
    "stand",
    "stichtag",
    "tag",
    "the",
    "time",
    "ultimo",
    "updated",
    "vom",
    "year",
    "zeitraum",
    "zum",
    "stato",
];

/// Words before a time that say that the data are of it.
const REFERRING: &[&str] = &[
    "aggiornati",
    "data",
    "dati",
    "dato",
    "daten",
    "figures",
    "periodo",
    "reference",
    "relativi",
    "riferimento",
    "riferiti",
    "riferito",
    "rilevati",
    "rilevazione",
    "situazione",
    "stand",
    "valori",
    "values",
];

/// Words of a head that says when, each enough alone.
const HEADS: &[&str] = &[
    "anni",
    "anno",
    "annee",
    "annees",
    "annualita",
    "ano",
    "anos",
    "cal year",
    "calendar year",
    "data",
    "data del dato",
    "data aggiornamento",
    "data estrazione",
    "data rilevazione",
    "data riferimento",
    "data di riferimento",
    "date",
    "datum",
    "day",
    "dia",
    "esercizio",
    "fecha",
    "fiscal year",
    "giorno",
    "giorni",
    "jahr",
    "jahre",
    "jour",
    "mes",
    "mese",
    "mesi",
    "mois",
    "monat",
    "month",
    "obs time",
    "observation period",
    "period",
    "periode",
    "periodo",
    "quadrimestre",
    "quartal",
    "quarter",
    "ref period",
    "reference period",
    "reference year",
    "rilevazione",
    "seleziona periodo",
    "semestre",
    "semester",
    "settimana",
    "stichtag",
    "tag",
    "time",
    "time period",
    "timestamp",
    "trimestre",
    "ultimo aggiornamento",
    "week",
    "woche",
    "year",
    "years",
    "zeit",
    "zeitraum",
];

/// The month of a name.
pub fn month(word: &str) -> Option<u8> {
    MONTHS.iter().position(|names| names.contains(&word)).map(|place| place as u8 + 1)
}

/// How many months a part of a year lasts.
pub fn part_of_year(word: &str) -> Option<u8> {
    PARTS.iter().find(|(_, words)| words.contains(&word)).map(|(months, _)| *months)
}

/// The number of a word.
pub fn ordinal(word: &str) -> Option<u8> {
    ORDINALS.iter().position(|words| words.contains(&word)).map(|place| place as u8 + 1)
}

/// Whether a word before a time says no more than that it is one.
pub fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word) || part_of_year(word).is_some() || ordinal(word).is_some() || month(word).is_some()
}

/// Whether a word before a time says that the data are of it.
pub fn refers(word: &str) -> bool {
    REFERRING.contains(&word)
}

/// Whether a head, folded, says that its column tells times.
pub fn is_head(folded: &str) -> bool {
    HEADS.contains(&folded)
}

/// Whether one of the words of a head does.
pub fn speaks_of_time(folded: &str) -> bool {
    folded.split(' ').any(|word| HEADS.contains(&word))
}
