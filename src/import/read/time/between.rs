//! The signs and words that may stand around a time, or between its parts.

use super::signs::Sign;
use super::words::is_filler;

/// Whether a sign may stand before a time in its cell.
pub fn is_before(sign: &Sign<'_>) -> bool {
    match sign {
        Sign::Word(word) => is_filler(word),
        Sign::Other(sign) => !sign.is_alphanumeric(),
        Sign::Digits(_) => false,
    }
}

/// What may follow a time in its cell: a mark, a flag, a remark in brackets.
pub fn is_behind(signs: &[Sign<'_>]) -> bool {
    let mut depth = 0;
    signs.iter().all(|sign| match sign {
        Sign::Other('(' | '[') => {
            depth += 1;
            true
        }
        Sign::Other(')' | ']') => {
            depth -= 1;
            true
        }
        Sign::Other('%' | '‰' | '€' | '$') if depth == 0 => false,
        Sign::Other(_) => true,
        Sign::Word(word) => depth > 0 || word.chars().count() == 1,
        Sign::Digits(digits) => depth > 0 && digits.len() < 3,
    })
}

/// Whether a sign may stand between the two times from and to which one lasts.
pub fn is_between(sign: &Sign<'_>) -> bool {
    match sign {
        Sign::Other(sign) => ['-', '–', '—', '/', '_', '.', '’', '\''].contains(sign),
        Sign::Word(word) => [
            "a", "ad", "al", "all", "e", "to", "and", "bis", "und", "zum", "au", "et", "y", "until", "through", "hasta",
        ]
        .contains(&word.as_str()),
        Sign::Digits(_) => false,
    }
}

/// Whether a sign may stand between the part of a year, or a month, and the year.
pub fn is_between_part_and_year(sign: &Sign<'_>) -> bool {
    match sign {
        Sign::Other(sign) => ['-', '–', '/', '\'', '’', ',', '.', '_'].contains(sign),
        Sign::Word(word) => ["di", "del", "dell", "anno", "of", "de", "du", "des", "the"].contains(&word.as_str()),
        Sign::Digits(_) => false,
    }
}

/// Whether a sign may stand between a day and its month.
pub fn is_between_day_and_month(sign: &Sign<'_>) -> bool {
    match sign {
        Sign::Other(sign) => ['-', '/', '.', '°', 'º', ','].contains(sign),
        Sign::Word(word) => ["st", "nd", "rd", "th", "er", "of", "de", "di", "o"].contains(&word.as_str()),
        Sign::Digits(_) => false,
    }
}

/// Whether a sign may stand between a day that follows its month, and the year.
pub fn is_between_day_and_year(sign: &Sign<'_>) -> bool {
    match sign {
        Sign::Other(sign) => [',', '.'].contains(sign),
        Sign::Word(word) => ["st", "nd", "rd", "th"].contains(&word.as_str()),
        Sign::Digits(_) => false,
    }
}
