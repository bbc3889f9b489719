//! How a time may be written: in digits, by the part of a year, by the name of a month, by years alone.

use super::between::{is_between, is_between_day_and_month, is_between_day_and_year, is_between_part_and_year};
use super::signs::Sign;
use super::time::{Time, day_of};
use super::words::{month, ordinal, part_of_year};
use crate::data::period::Month;

/// The longest time that some signs begin with, in any form, and how many of them it takes.
pub fn one(signs: &[Sign<'_>]) -> Option<(Time, usize)> {
    let ways = [numbers, part_behind, part_before, named, years];
    ways.iter().filter_map(|way| way(signs)).max_by_key(|(_, length)| *length)
}

/// Days and months in digits: `2018-12-31T17:00:00`, `31.12.2018`, `12/2018`, `2018-12`.
fn numbers(signs: &[Sign<'_>]) -> Option<(Time, usize)> {
    let digits = |place: usize| match signs.get(place) {
        Some(Sign::Digits(digits)) => Some(*digits),
        _ => None,
    };
    let sign = |place: usize| match signs.get(place) {
        Some(Sign::Other(sign)) => Some(*sign),
        _ => None,
    };
    let (a, s, b) = (digits(0)?, sign(1)?, digits(2)?);
    if !['-', '/', '.'].contains(&s) {
        return None;
    }
    if let (Some(c), true) = (digits(4).filter(|c| a.len() != 4 || c.len() <= 2), sign(3) == Some(s)) {
        let made = |year: &str, month: &str, day: &str| {
            ((1..=2).contains(&day.len()) && (1..=2).contains(&month.len())).then_some(())?;
            day_of(century(year)?, month.parse().ok()?, day.parse().ok()?)
        };
        if a.len() == 4 {
            let time = Time::day(made(a, b, c)?);
            return Some((time, 5 + clock(&signs[5..])));
        }
        if c.len() != 4 && c.len() != 2 {
            return None;
        }
        let (ours, theirs) = (made(c, b, a), made(c, a, b).filter(|_| s != '.'));
        let time = Time { or: theirs.filter(|theirs| Some(*theirs) != ours), ..Time::day(ours.or(theirs)?) };
        let time = if ours.is_none() { Time { or: None, ..time } } else { time };
        return Some((time, 5 + clock(&signs[5..])));
    }
    let month = |year: &str, month: &str| {
        let (year, month) = (year_of(year)?, month.parse::<u8>().ok().filter(|_| month.len() <= 2)?);
        (1..=12).contains(&month).then_some(Month { year, month })
    };
    if s != '.' && b.len() == 4 && a.len() <= 2 {
        let month = month(b, a)?;
        return Some((Time::months(month, month)?, 3));
    }
    // 2011/12 may be a month or a year across two: `years` says which.
    if s == '-' && a.len() == 4 && b.len() == 2 {
        let month = month(a, b)?;
        return Some((Time::months(month, month)?, 3));
    }
    None
}

/// How many signs of a time of day follow a date.
fn clock(signs: &[Sign<'_>]) -> usize {
    let is_clock = |sign: &Sign<'_>| match sign {
        Sign::Digits(digits) => digits.len() <= 9,
        Sign::Other(sign) => [':', '.', '+', '-', ' '].contains(sign),
        Sign::Word(word) => ["t", "z", "h", "ore", "alle"].contains(&word.as_str()),
    };
    let begins = match signs {
        [Sign::Word(word), ..] if word == "t" || word == "ore" || word == "alle" => true,
        [Sign::Digits(hour), Sign::Other(':'), ..] => hour.len() <= 2,
        _ => false,
    };
    let hours = signs.iter().take_while(|sign| is_clock(sign)).count();
    if begins && signs[..hours].contains(&Sign::Other(':')) { hours } else { 0 }
}

/// A year and its part behind it: `2017-Q4`, `2017K4`, `2017M12`, `2018S1`, `2017 IV trim.`
fn part_behind(signs: &[Sign<'_>]) -> Option<(Time, usize)> {
    let Some(Sign::Digits(year)) = signs.first() else { return None };
    let year = year_of(year)?;
    let mut place = 1;
    while matches!(signs.get(place), Some(Sign::Other('-' | '/' | '.' | ',' | ':'))) {
        place += 1;
    }
    let (time, length) = part(&signs[place..], year)?;
    Some((time, place + length))
}

/// A part and its year behind it: `Q4 2017`, `T4-2017`, `IV trim. 2017`, `1° semestre 2018`, `4. Quartal 2017`.
fn part_before(signs: &[Sign<'_>]) -> Option<(Time, usize)> {
    // The year is looked for behind the part, whatever it is.
    let (_, length) = part(signs, 2000)?;
    let fillers = signs[length..].iter().take_while(|sign| is_between_part_and_year(sign)).count();
    let Some(Sign::Digits(year)) = signs.get(length + fillers) else { return None };
    let year = year_of(year).or_else(|| short_year(&signs[..length + fillers], year))?;
    Some((part(signs, year)?.0, length + fillers + 1))
}

/// The part of a year: `Q4`, `IV trim.`, `secondo semestre`.
fn part(signs: &[Sign<'_>], year: u16) -> Option<(Time, usize)> {
    let number = |sign: &Sign<'_>| match sign {
        Sign::Digits(digits) if digits.len() <= 2 => digits.parse::<u8>().ok(),
        Sign::Word(word) => ordinal(word),
        _ => None,
    };
    let kind = |sign: &Sign<'_>| match sign {
        Sign::Word(word) => part_of_year(word),
        _ => None,
    };
    let (months, which, length) = match signs {
        [first, second, ..] if kind(first).is_some() && number(second).is_some() => (kind(first)?, number(second)?, 2),
        [first, Sign::Other('.' | '-'), third, ..] if kind(first).is_some() && number(third).is_some() => {
            (kind(first)?, number(third)?, 3)
        }
        [first, rest @ ..] => {
            let which = number(first)?;
            let is_ending = |sign: &Sign<'_>| match sign {
                Sign::Other(sign) => ['.', '°', 'º', 'ª', '^'].contains(sign),
                Sign::Word(word) => ["st", "nd", "rd", "th", "e", "er", "re", "eme", "o", "a"].contains(&word.as_str()),
                Sign::Digits(_) => false,
            };
            let endings = rest.iter().take_while(|sign| is_ending(sign)).count();
            let kind = match rest.get(endings)? {
                // A letter behind a number is a mark, not a part.
                Sign::Word(word) if word.len() > 2 || word == "hj" || word == "tr" => part_of_year(word)?,
                _ => return None,
            };
            (kind, which, endings + 2)
        }
        [] => return None,
    };
    if !(1..=12 / months).contains(&which) {
        return None;
    }
    let month = |month: u8| Month { year, month };
    let time = Time::months(month((which - 1) * months + 1), month(which * months))?;
    let point = usize::from(matches!(signs.get(length), Some(Sign::Other('.'))));
    Some((time, length + point))
}

/// Months by name: `giugno 2019`, `Dic-17`, `31 dicembre 2018`, `December 31, 2018`, `gennaio - marzo 2025`.
fn named(signs: &[Sign<'_>]) -> Option<(Time, usize)> {
    let day = match signs.first() {
        Some(Sign::Digits(day)) if day.len() <= 2 => Some(day.parse::<u8>().ok()?),
        _ => None,
    };
    let mut place = usize::from(day.is_some());
    if day.is_some() {
        place += signs[place..].iter().take_while(|sign| is_between_day_and_month(sign)).count();
    }
    let (from, length) = month_at(&signs[place..])?;
    place += length;
    let mut to = from;
    if day.is_none() {
        let between = signs[place..].iter().take_while(|sign| is_between(sign)).count();
        if let Some((other, length)) = month_at(&signs[place + between..]).filter(|_| between > 0)
            && other > from
        {
            (to, place) = (other, place + between + length);
        }
    }
    let fillers = signs[place..].iter().take_while(|sign| is_between_part_and_year(sign)).count();
    let Some(Sign::Digits(number)) = signs.get(place + fillers) else { return None };
    let end = place + fillers;
    // English puts the day behind its month.
    let endings = signs[end + 1..].iter().take_while(|sign| is_between_day_and_year(sign)).count();
    if let (None, true, Some(Sign::Digits(year))) = (day, from == to, signs.get(end + 1 + endings))
        && let Some(day) = number.parse().ok().filter(|_| number.len() <= 2)
        && let Some(day) = year_of(year).and_then(|year| day_of(year, from, day))
    {
        return Some((Time::day(day), end + endings + 2));
    }
    let year = year_of(number).or_else(|| short_year(&signs[..end], number))?;
    let time = match day {
        Some(day) => Time::day(day_of(year, from, day)?),
        None => Time::months(Month { year, month: from }, Month { year, month: to })?,
    };
    Some((time, end + 1))
}

/// A month by name, with the point that cuts it short.
fn month_at(signs: &[Sign<'_>]) -> Option<(u8, usize)> {
    match signs {
        [Sign::Word(word), Sign::Other('.'), ..] => Some((month(word)?, 2)),
        [Sign::Word(word), ..] => Some((month(word)?, 1)),
        _ => None,
    }
}

/// Years: `2018`, `2019/20`, `2019-2020`, `2015-2018`.
fn years(signs: &[Sign<'_>]) -> Option<(Time, usize)> {
    let Some(Sign::Digits(year)) = signs.first() else { return None };
    let (digits, year) = (*year, year_of(year)?);
    let whole = |from: u16, to: u16| Time::months(Month { year: from, month: 1 }, Month { year: to, month: 12 });
    if let [_, Sign::Other(sign), Sign::Digits(next), ..] = signs
        && ['/', '-', '–'].contains(sign)
    {
        let to = match next.len() {
            4 => year_of(next),
            2 => format!("{}{next}", &digits[..2]).parse().ok(),
            _ => None,
        };
        if let Some(to) = to.filter(|to| *to > year) {
            let time = Time { across: to == year + 1, ..whole(year, to)? };
            return Some((time, 3));
        }
        // 2018/06, and no year across two.
        let month = next.parse::<u8>().ok().filter(|month| next.len() == 2 && (1..=12).contains(month));
        if let Some(month) = month.filter(|_| *sign == '/') {
            let month = Month { year, month };
            return Some((Time::months(month, month)?, 3));
        }
    }
    Some((whole(year, year)?, 1))
}

/// Days and months without a sign between: `20181231`, `201812`.
pub fn together(digits: &str) -> Option<Time> {
    let year = year_of(digits.get(..4)?)?;
    let month = digits.get(4..6)?.parse().ok().filter(|month| (1..=12).contains(month))?;
    match digits.len() {
        6 => Time::months(Month { year, month }, Month { year, month }),
        8 => Some(Time::day(day_of(year, month, digits[6..].parse().ok()?)?)),
        _ => None,
    }
}

/// A year in four digits.
fn year_of(digits: &str) -> Option<u16> {
    let year = digits.parse().ok().filter(|_| digits.len() == 4)?;
    (1900..=2199).contains(&year).then_some(year)
}

/// A year in four digits or two.
fn century(digits: &str) -> Option<u16> {
    if digits.len() == 2 { Some(2000 + digits.parse::<u16>().ok()?) } else { year_of(digits) }
}

/// `Dic-17`, `Dec '17`, `Q4 17`: two digits right behind a month or a part.
fn short_year(before: &[Sign<'_>], digits: &str) -> Option<u16> {
    let joined = matches!(before.last(), Some(Sign::Other('-' | '\'' | '’' | '/' | '.') | Sign::Word(_)));
    if joined && digits.len() == 2 { century(digits) } else { None }
}
