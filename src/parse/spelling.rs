//! What people write elsewhere, in the spelling of these files: decimal commas, units, dates as they are said.
//!
//! A mend is sure where nobody could have meant anything else; the rest is for a hint.

use crate::data::number::Number;
use crate::data::period::Period;
use crate::diag::{Code, Diagnostic, Words, did_you_mean};
use crate::files::Placed;
use crate::words;

/// A number without its decimal comma and its percent sign: `12,5%` is 12.5.
///
/// None where it could be another: `1,234` is one and a bit in Italian, a thousand and more in English.
pub fn number(given: &str) -> Option<String> {
    let bare = given.strip_suffix('%').unwrap_or(given).trim_end();
    let written = match bare.split_once(',') {
        None => bare.to_owned(),
        Some((whole, part)) => {
            let unsigned = whole.trim_start_matches(['-', '+']);
            let mut groups = unsigned.split('.');
            let first = groups.next().unwrap_or("");
            let grouped = unsigned.contains('.');
            let in_threes = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
            if grouped && !in_threes || !grouped && part.len() == 3 && first != "0" {
                return None;
            }
            format!("{}.{part}", whole.replace('.', ""))
        }
    };
    Number::parse(&written).is_ok().then_some(written)
}

/// The first sign of a text that is not seen, by its name in Unicode.
pub fn unseen(text: &str) -> Option<&'static str> {
    text.chars().find_map(|sign| match sign {
        '\u{a0}' => Some("U+00A0 NO-BREAK SPACE"),
        '\u{202f}' => Some("U+202F NARROW NO-BREAK SPACE"),
        '\u{2007}' => Some("U+2007 FIGURE SPACE"),
        '\u{3000}' => Some("U+3000 IDEOGRAPHIC SPACE"),
        '\u{ad}' => Some("U+00AD SOFT HYPHEN"),
        '\u{200b}' => Some("U+200B ZERO WIDTH SPACE"),
        '\u{200c}' => Some("U+200C ZERO WIDTH NON-JOINER"),
        '\u{200d}' => Some("U+200D ZERO WIDTH JOINER"),
        '\u{200e}' => Some("U+200E LEFT-TO-RIGHT MARK"),
        '\u{200f}' => Some("U+200F RIGHT-TO-LEFT MARK"),
        '\u{2060}' => Some("U+2060 WORD JOINER"),
        '\u{feff}' => Some("U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        _ => None,
    })
}

/// A whole number without the signs that part its thousands: `1.234` is 1234, for it can have no decimals.
pub fn count(given: &str) -> Option<String> {
    let separator = given.chars().find(|sign| !sign.is_ascii_digit())?;
    let groups: Vec<&str> = given.split(separator).collect();
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let in_threes = (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    let parted = ['.', ',', '’', '\'', ' ', '\u{a0}', '\u{202f}'].contains(&separator);
    (parted && in_threes && groups.iter().all(digits) && !groups[0].starts_with('0')).then(|| groups.concat())
}

/// Whether a text says that there is no figure, and no more than that. A dash or two dots do not: in the tables of
/// Istat ("segni convenzionali") they stand for nothing counted, and for less than half of the last digit. Nor does
/// `n.a.`: not applicable is another status than not available.
pub fn is_missing(given: &str) -> bool {
    ["n.d.", "n.d", "nd", "nd.", "n/d", "....", "non disponibile"].contains(&given.to_lowercase().as_str())
}

/// A date that is written in another way, as it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The date as these files write it: `2024-08-31`, `2024-08`, `2024-06/2024-08`.
    pub iso: String,
    /// Whether no other date can be meant.
    pub sure: bool,
}

/// A day, a month or a window of months written in another way: `31/08/2024`, `31 agosto 2024`, `agosto 2024`,
/// `06/2024 - 08/2024`, `giugno-agosto 2024`, `2024-8-31`.
pub fn period(given: &str) -> Option<Meant> {
    let parts = parts(given)?;
    let (parts, numbers): (&[Part], bool) = (&parts, parts.iter().all(|part| !matches!(part, Part::Month(_))));
    let sure = |iso: String| Meant { iso, sure: true };
    use Part::{Month, Number, Year};
    let meant = match *parts {
        // In numbers alone a day and a month can change places, unless the day is no month or both are the same.
        [Number(day), Number(month), Year(year)] => {
            Meant { iso: iso_day(year, month, day), sure: day > 12 || day == month }
        }
        [Year(year), Number(month), Number(day)] => sure(iso_day(year, month, day)),
        [Number(day), Month(month), Year(year)] => sure(iso_day(year, month, day)),
        [Number(month) | Month(month), Year(year)] => sure(iso_month(year, month)),
        [Year(year), Number(month)] => sure(iso_month(year, month)),
        [Number(from) | Month(from), Year(first), Number(to) | Month(to), Year(last)] => {
            sure(format!("{}/{}", iso_month(first, from), iso_month(last, to)))
        }
        [Year(first), Number(from), Year(last), Number(to)] => {
            sure(format!("{}/{}", iso_month(first, from), iso_month(last, to)))
        }
        [Month(from), Month(to), Year(year)] if !numbers => {
            sure(format!("{}/{}", iso_month(year, from), iso_month(year, to)))
        }
        _ => return None,
    };
    Period::parse(&meant.iso).is_some().then_some(meant)
}

/// A part of a date.
#[derive(Clone, Copy)]
enum Part {
    Year(u32),
    /// A month, by its name.
    Month(u32),
    /// A day, or a month by its number.
    Number(u32),
}

/// Names of months, in Italian and in English; three letters are enough.
const MONTHS: [[&str; 2]; 12] = [
    ["gennaio", "january"],
    ["febbraio", "february"],
    ["marzo", "march"],
    ["aprile", "april"],
    ["maggio", "may"],
    ["giugno", "june"],
    ["luglio", "july"],
    ["agosto", "august"],
    ["settembre", "september"],
    ["ottobre", "october"],
    ["novembre", "november"],
    ["dicembre", "december"],
];

/// Cuts a date into its parts; `None` where something is no part of one.
fn parts(given: &str) -> Option<Vec<Part>> {
    let separated = |sign: char| sign.is_whitespace() || ['/', '-', '–', '.', ',', '_', '°', 'º'].contains(&sign);
    let words = given.split(separated).filter(|word| !word.is_empty());
    let small = ["a", "al", "da", "dal", "di", "e", "to", "il", "the"];
    words.filter(|word| !small.contains(&word.to_lowercase().as_str())).map(part).collect()
}

fn part(word: &str) -> Option<Part> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return match word.len() {
            4 => Some(Part::Year(word.parse().ok()?)),
            1 | 2 => Some(Part::Number(word.parse().ok()?)),
            _ => None,
        };
    }
    let word = word.to_lowercase();
    let is_name = |names: &[&str; 2]| {
        names.iter().any(|name| {
            *name == word || (name.get(..3) == Some(word.as_str())) || (word == "sept" && names[1] == "september")
        })
    };
    let month = MONTHS.iter().position(is_name)?;
    Some(Part::Month(month as u32 + 1))
}

fn iso_month(year: u32, month: u32) -> String {
    format!("{year:04}-{month:02}")
}

fn iso_day(year: u32, month: u32, day: u32) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// The fault of a date, with what is meant where that can be told: sure as a mend, else as a question.
pub fn wrong_date(words: &Placed<String>, message: Words, meant: Option<Meant>, hint: Words) -> Diagnostic {
    let fault = |hint| Diagnostic::new(Code::WrongDate, words.at, message, hint);
    match meant {
        Some(Meant { iso, sure: true }) => fault(words!("write {iso}", "scrivi {iso}")).fix(words.at, iso),
        Some(Meant { iso, sure: false }) => fault(did_you_mean(&iso)),
        None => fault(hint),
    }
}

#[cfg(test)]
mod tests {
    use super::{count, is_missing, number, period};

    #[test]
    fn a_number_is_mended_where_it_can_be_no_other() {
        for (given, mended) in [
            ("12,5", "12.5"),
            ("-0,5", "-0.5"),
            ("0,125", "0.125"),
            ("41%", "41"),
            ("41 %", "41"),
            ("12,5%", "12.5"),
            ("1.234,5", "1234.5"),
            ("1.234.567,25", "1234567.25"),
        ] {
            assert_eq!(number(given).as_deref(), Some(mended), "{given}");
        }
        // A thousand in English; groups that are none; no number at all.
        for given in ["1,234", "12,345", "1.23,5", "1234.567,5", "12,5,5", ",5", "12,", "n.d.", "%", ""] {
            assert_eq!(number(given), None, "{given}");
        }
    }

    #[test]
    fn a_count_has_no_decimals() {
        for (given, mended) in [("1.234", "1234"), ("12,345", "12345"), ("1 234 567", "1234567")] {
            assert_eq!(count(given).as_deref(), Some(mended), "{given}");
        }
        for given in ["12.5", "1.2345", "1.234,5", "1.234,567", "0.123", "1234.567", "-1.234", "12%", "tre", ""] {
            assert_eq!(count(given), None, "{given}");
        }
    }

    #[test]
    fn a_date_is_read_as_people_write_it() {
        for (given, iso) in [
            ("31/08/2024", "2024-08-31"),
            ("31-8-2024", "2024-08-31"),
            ("31.08.2024", "2024-08-31"),
            ("31 agosto 2024", "2024-08-31"),
            ("1° settembre 2024", "2024-09-01"),
            ("1 Sept. 2024", "2024-09-01"),
            ("2024/08/31", "2024-08-31"),
            ("2024-8-31", "2024-08-31"),
            ("8/8/2024", "2024-08-08"),
            ("agosto 2024", "2024-08"),
            ("08/2024", "2024-08"),
            ("2024-8", "2024-08"),
            ("2024/08", "2024-08"),
            ("giugno-agosto 2024", "2024-06/2024-08"),
            ("giu – ago 2024", "2024-06/2024-08"),
            ("da giugno ad agosto 2024", ""),
            ("da giugno a agosto 2024", "2024-06/2024-08"),
            ("dicembre 2024 - febbraio 2025", "2024-12/2025-02"),
            ("06/2024-08/2024", "2024-06/2024-08"),
            ("2024-06_2024-08", "2024-06/2024-08"),
            ("2024-06 / 2024-08", "2024-06/2024-08"),
        ] {
            let meant = period(given);
            assert_eq!(meant.as_ref().map_or("", |meant| meant.iso.as_str()), iso, "{given}");
            assert!(meant.is_none_or(|meant| meant.sure), "{given}");
        }
        // In English the fifth of August is another day than the eighth of May.
        let either = period("05/08/2024").unwrap();
        assert_eq!((either.iso.as_str(), either.sure), ("2024-08-05", false));
        for given in
            ["31/02/2024", "2024", "31/08/24", "agosto", "agosto-giugno 2024", "primavera 2024", "31/13/2024", ""]
        {
            assert_eq!(period(given), None, "{given}");
        }
    }

    #[test]
    fn a_dash_is_not_said_to_be_missing() {
        assert!(is_missing("n.d.") && is_missing("N.D.") && is_missing("...."));
        assert!(!is_missing("-") && !is_missing("..") && !is_missing("0"));
    }
}
