//! Numbers as tables write them: `1.234,5`, `12,5 %`, `12.5`, `n.d.`; exact, and never guessed.
//!
//! `1.234` is a thousand and more in Italian, and little more than one in English. No cell can say which; another of
//! its column often can.

use crate::data::number::Number;

/// The sign before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// As Italian writes.
    Comma,
    /// As English and data files write.
    Point,
}

/// An exact decimal number: its digits as a whole, and how many of them are decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    digits: u128,
    decimals: u32,
}

impl Decimal {
    /// Reads digits with a point, as data files write them.
    pub fn read(text: &str) -> Option<Decimal> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.len() + part.len() == 0 || whole.len() + part.len() > 30 || !all_digits(whole) || !all_digits(part) {
            return None;
        }
        let digits = format!("{whole}{part}").parse().ok()?;
        Some(Decimal { negative: text.starts_with('-'), digits, decimals: part.len() as u32 }.shortest())
    }

    /// The number of a cell of a spreadsheet: with fifteen digits, all that spreadsheets show, so that what is kept in
    /// binary as 0.30000000000000004 is 0.3. None where it has more places than thirty.
    pub fn of_spreadsheet(value: f64) -> Option<Decimal> {
        let text = format!("{value:.14e}");
        let (digits, power) = text.split_once('e')?;
        let power: i32 = power.parse().ok()?;
        let number = Decimal::read(digits)?;
        let decimals = i32::try_from(number.decimals).ok()? - power;
        match u32::try_from(decimals) {
            Ok(decimals) => (decimals <= 30).then_some(Decimal { decimals, ..number }),
            Err(_) => {
                let digits = number.digits.checked_mul(10_u128.checked_pow(decimals.unsigned_abs())?)?;
                (digits < 10_u128.pow(30)).then_some(Decimal { digits, decimals: 0, ..number })
            }
        }
    }

    /// A hundred times as much, exactly.
    #[must_use]
    pub fn hundredfold(self) -> Decimal {
        match self.decimals {
            0 | 1 => Decimal { digits: self.digits * 100 / 10_u128.pow(self.decimals), decimals: 0, ..self },
            decimals => Decimal { decimals: decimals - 2, ..self }.shortest(),
        }
    }

    /// Rounded to so many decimals, half away from zero, as figures are printed.
    #[must_use]
    pub fn rounded(self, decimals: u8) -> Decimal {
        let Some(less) = self.decimals.checked_sub(u32::from(decimals)).filter(|less| *less > 0) else { return self };
        let unit = 10_u128.pow(less);
        let digits = (self.digits + unit / 2) / unit;
        Decimal { digits, decimals: u32::from(decimals), ..self }.shortest()
    }

    fn shortest(mut self) -> Decimal {
        while self.decimals > 0 && self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.decimals -= 1;
        }
        self
    }

    /// Digits with a point.
    pub fn text(self) -> String {
        let width = self.decimals as usize + 1;
        let digits = format!("{:0width$}", self.digits);
        let (whole, part) = digits.split_at(digits.len() - self.decimals as usize);
        let sign = if self.negative && self.digits > 0 { "-" } else { "" };
        let point = if part.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{part}")
    }

    /// The number; none where it has more digits than a data file may hold.
    pub fn number(self) -> Option<Number> {
        Number::parse(&self.text()).ok()
    }

    /// Whether it lies from nought to one.
    pub fn is_fraction(self) -> bool {
        self.digits == 0 || (!self.negative && self.digits <= 10_u128.pow(self.decimals))
    }

    /// Whether it has no decimals.
    pub fn is_whole(self) -> bool {
        self.decimals == 0
    }
}

/// A number as it is written, before its column has said which sign is the decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// What it is where a comma is the mark; none where it cannot be.
    comma: Option<Decimal>,
    /// What it is where a point is.
    point: Option<Decimal>,
    /// Whether it has a per cent sign.
    pub percent: bool,
}

impl Numeral {
    /// Reads a number that is written out, with or without its per cent sign.
    pub fn read(text: &str) -> Option<Numeral> {
        let spaced: String = text.trim().chars().map(|sign| if is_space(sign) { ' ' } else { sign }).collect();
        let (text, percent) = match spaced.strip_suffix('%') {
            Some(text) => (text.trim_end(), true),
            None => (spaced.as_str(), false),
        };
        let (text, negative) = match text.strip_prefix(['-', '−', '+']) {
            Some(rest) => (rest, !text.starts_with('+')),
            None => (text, false),
        };
        let signed = |decimal: Decimal| Decimal { negative, ..decimal };
        let comma = with_mark(text, ',', '.').map(signed);
        let point = with_mark(text, '.', ',').map(signed);
        (comma.is_some() || point.is_some()).then_some(Numeral { comma, point, percent })
    }

    /// Which mark it must have; none where it may have either, or where both give the same.
    pub fn tells(&self) -> Option<Mark> {
        match (self.comma, self.point) {
            (Some(_), None) => Some(Mark::Comma),
            (None, Some(_)) => Some(Mark::Point),
            _ => None,
        }
    }

    /// Whether each mark makes it another number.
    pub fn is_ambiguous(&self) -> bool {
        matches!((self.comma, self.point), (Some(comma), Some(point)) if comma != point)
    }

    /// The number with a mark; none where it cannot have that mark.
    pub fn with(&self, mark: Mark) -> Option<Decimal> {
        match mark {
            Mark::Comma => self.comma,
            Mark::Point => self.point,
        }
    }
}

/// Spaces of all kinds that stand between thousands.
fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}')
}

/// A number with `mark` before its decimals. Thousands may be apart by `other`, by spaces or by apostrophes, in groups
/// of three, and all of them alike.
fn with_mark(text: &str, mark: char, other: char) -> Option<Decimal> {
    let (whole, part) = match text.split_once(mark) {
        Some((whole, part)) if !part.is_empty() => (whole, part),
        Some(_) => return None,
        None => (text, ""),
    };
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(part) {
        return None;
    }
    let between = whole.chars().find(|sign| !sign.is_ascii_digit());
    let whole = match between {
        None => whole.to_owned(),
        Some(between) if between == other || [' ', '\'', '’'].contains(&between) => {
            let groups: Vec<&str> = whole.split(between).collect();
            let first_fits = (1..=3).contains(&groups[0].len()) && !groups[0].starts_with('0');
            let fit = first_fits && groups[1..].iter().all(|group| group.len() == 3);
            if !fit || !groups.iter().all(|group| all_digits(group)) {
                return None;
            }
            groups.concat()
        }
        Some(_) => return None,
    };
    Decimal::read(&format!("{whole}.{part}")).filter(|_| !(whole.is_empty() && part.is_empty()))
}

/// Signs and words by which a table says that it has no value.
pub fn is_absent(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let dashes = ["-", "–", "—", "−", "--", "..", "...", "....", "…", "/", "//"];
    let words = [
        "n.d.",
        "n.d",
        "nd",
        "n. d.",
        "n/d",
        "n.a.",
        "n.a",
        "na",
        "n. a.",
        "n/a",
        "n.p.",
        "n.p",
        "non disponibile",
        "non disponibili",
        "dato non disponibile",
        "mancante",
        "missing",
        "not available",
    ];
    dashes.contains(&text.as_str()) || words.contains(&text.as_str())
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Mark, Numeral, is_absent};
    use proptest::prelude::*;

    fn both(text: &str) -> (Option<String>, Option<String>) {
        let read = Numeral::read(text);
        let with = |mark| read.and_then(|numeral| numeral.with(mark)).map(Decimal::text);
        (with(Mark::Comma), with(Mark::Point))
    }

    #[test]
    fn each_mark_reads_what_it_can() {
        let same = |text: &str| (Some(text.to_owned()), Some(text.to_owned()));
        let (comma, point) = (|text: &str| (Some(text.to_owned()), None), |text: &str| (None, Some(text.to_owned())));
        for (text, expected) in [
            ("41", same("41")),
            ("12,5", comma("12.5")),
            ("12,50%", comma("12.5")),
            ("12.5", point("12.5")),
            ("1.234,5", comma("1234.5")),
            ("1,234.5", point("1234.5")),
            ("1.234.567", comma("1234567")),
            ("1,234,567", point("1234567")),
            ("1 234 567", same("1234567")),
            ("1\u{202F}234,567", comma("1234.567")),
            ("1’234", same("1234")),
            ("0.234", point("0.234")),
            ("0,234", comma("0.234")),
            ("1234.567", point("1234.567")),
            ("12.34.567", (None, None)),
            ("−3,5", comma("-3.5")),
            ("-0", same("0")),
            (",5", comma("0.5")),
            ("1.234", (Some("1234".into()), Some("1.234".into()))),
        ] {
            assert_eq!(both(text), expected, "{text}");
        }
        for text in ["", "%", "-", "12,", "12;5", "1 23", "12*", "circa 12", "1e5", "12 13 14", "٣"] {
            assert_eq!(Numeral::read(text), None, "{text}");
        }
    }

    #[test]
    fn only_a_number_that_two_readings_part_is_ambiguous() {
        for (text, ambiguous, tells) in [
            ("1.234", true, None),
            ("1,234", true, None),
            ("12", false, None),
            ("12,5", false, Some(Mark::Comma)),
            ("1.234,5", false, Some(Mark::Comma)),
            ("12.5 %", false, Some(Mark::Point)),
        ] {
            let read = Numeral::read(text).unwrap();
            assert_eq!((read.is_ambiguous(), read.tells()), (ambiguous, tells), "{text}");
        }
    }

    #[test]
    fn numbers_of_spreadsheets_are_the_decimals_they_show() {
        for (value, text) in [
            (0.1 + 0.2, "0.3"),
            (12.3, "12.3"),
            (12.299999999999999, "12.3"),
            (41.0, "41"),
            (-0.5, "-0.5"),
            (7.0 / 17.0, "0.411764705882353"),
            (1_234_567.0, "1234567"),
            (0.0, "0"),
            (1e17, "100000000000000000"),
        ] {
            assert_eq!(Decimal::of_spreadsheet(value).unwrap().text(), text);
        }
        for value in [f64::NAN, f64::INFINITY, 1e300, 1e-300] {
            assert_eq!(Decimal::of_spreadsheet(value), None);
        }
        assert_eq!(Decimal::of_spreadsheet(0.145).unwrap().hundredfold().text(), "14.5");
        assert_eq!(Decimal::of_spreadsheet(1.0).unwrap().hundredfold().text(), "100");
    }

    #[test]
    fn rounding_is_half_up_and_on_digits() {
        let rounded = |text: &str, decimals| Decimal::read(text).unwrap().rounded(decimals).text();
        assert_eq!(rounded("41.1764705882353", 1), "41.2");
        assert_eq!(rounded("62.5", 0), "63");
        assert_eq!(rounded("0.45", 1), "0.5");
        assert_eq!(rounded("-0.5", 0), "-1");
        assert_eq!(rounded("12", 1), "12");
    }

    #[test]
    fn signs_of_absence_are_known() {
        for text in ["n.d.", "N.D.", "nd", "-", "–", "..", "...", "…", " n.a. ", "non disponibile"] {
            assert!(is_absent(text), "{text}");
        }
        for text in ["0", "Nord", "sì", "x"] {
            assert!(!is_absent(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_in_a_cell_is_what_is_read(units in -99_999_999i64..99_999_999, decimals in 0u32..5) {
            let scale = 10_f64.powi(decimals as i32);
            let read = Decimal::of_spreadsheet(units as f64 / scale).unwrap();
            let sign = if units < 0 { "-" } else { "" };
            let digits = format!("{sign}{:0width$}", units.unsigned_abs(), width = decimals as usize + 1);
            let (whole, part) = digits.split_at(digits.len() - decimals as usize);
            prop_assert_eq!(Some(read), Decimal::read(&format!("{whole}.{part}")));
        }

        #[test]
        fn italian_print_reads_back(units in 0i64..999_999_999, decimals in 0u8..4) {
            let exact = Decimal::read(&format!("{}.{:03}", units / 1000, units % 1000)).unwrap();
            let number = exact.number().unwrap();
            let printed = crate::lang::it::percent(number, decimals);
            let read = Numeral::read(&printed).unwrap().with(Mark::Comma).unwrap();
            prop_assert_eq!(read, exact.rounded(decimals));
        }
    }
}
