//! The times that some words name: a cell that is one, words that name some, months without their year.

use super::between::{is_before, is_behind, is_between};
use super::forms::{one, together};
use super::signs::{Sign, signs};
use super::time::Time;
use super::words::{is_filler, month, part_of_year, refers};

/// A cell that says a time and nothing else; words such as "Anno", "al" and "Situazione al" may stand before it, a mark
/// or a remark in brackets behind it.
pub fn whole(text: &str) -> Option<Time> {
    let signs = signs(text);
    if let [Sign::Digits(digits)] = signs[..]
        && let Some(time) = together(digits)
    {
        return Some(time);
    }
    let first = signs.iter().position(|sign| !is_before(sign))?;
    // "IV" and "S" are fillers too: the longest reading that reaches the end is meant.
    (0..=first.min(12)).find_map(|start| {
        let (time, length) = at(&signs[start..])?;
        is_behind(&signs[start + length..]).then_some(time)
    })
}

/// All times that some words name, in their order.
pub fn within(text: &str) -> Vec<Time> {
    placed(&signs(text)).into_iter().map(|(_, time)| time).collect()
}

/// The times of which a remark says that the data are of them, as against days on which something was published: `dati al
/// 31/12/2017`, but not `Istat, 2019`.
pub fn of_data(text: &str) -> Vec<Time> {
    let signs = signs(text);
    let leads = |sign: &&Sign<'_>| match sign {
        Sign::Word(word) => is_filler(word) || refers(word),
        Sign::Other(sign) => [':', '\'', '’'].contains(sign),
        Sign::Digits(_) => false,
    };
    let is_of_data = |place: usize| {
        let mut before = signs[..place].iter().rev().take_while(leads);
        before.any(|sign| matches!(sign, Sign::Word(word) if refers(word)))
    };
    placed(&signs).into_iter().filter(|(place, _)| is_of_data(*place)).map(|(_, time)| time).collect()
}

/// The times that some words name without a year, as those of a year: `giugno`, `I trimestre`, `Q1`, `nel primo semestre`.
/// Short words, which may mean something else, only where nothing else stands beside them.
pub fn without_year(text: &str, year: u16) -> Vec<Time> {
    let (signs, digits) = (signs(text), year.to_string());
    let named = |from: usize, to: usize| {
        let whole: Vec<Sign<'_>> = signs[from..to].iter().cloned().chain([Sign::Digits(&digits)]).collect();
        let (time, length) = one(&whole)?;
        let words =
            || signs[from..to].iter().filter_map(|sign| if let Sign::Word(word) = sign { Some(word) } else { None });
        let alone = signs[..from].iter().all(is_before) && is_behind(&signs[to..]);
        let is_short = |word: &&String| word.len() > 1 || ["q", "h"].contains(&word.as_str());
        let is_long = |word: &String| match part_of_year(word) {
            Some(_) => word.len() > 3,
            None => word.len() > 4 && month(word).is_some(),
        };
        let counts = if alone { words().any(|word| is_short(&word)) } else { words().any(is_long) };
        (length == whole.len() && counts).then_some(time)
    };
    let (mut times, mut place) = (Vec::new(), 0);
    while place < signs.len() {
        let longest = (place + 1..=signs.len().min(place + 8)).rev().find_map(|to| Some((named(place, to)?, to)));
        place = longest.map_or(place + 1, |(_, to)| to);
        times.extend(longest.map(|(time, _)| time));
    }
    times
}

/// All times among some signs, each with its place.
fn placed(signs: &[Sign<'_>]) -> Vec<(usize, Time)> {
    let (mut times, mut place) = (Vec::new(), 0);
    while place < signs.len() {
        // A number that goes on is another number: 1.2018, 2018,5.
        let goes_on = place > 1
            && matches!(signs[place - 1], Sign::Other('.' | ','))
            && matches!(signs[place - 2], Sign::Digits(_));
        match at(&signs[place..]) {
            Some((time, length)) if !goes_on => {
                times.push((place, time));
                place += length;
            }
            _ => place += 1,
        }
    }
    times
}

/// A time at the beginning of some signs, and how many of them it takes.
fn at(signs: &[Sign<'_>]) -> Option<(Time, usize)> {
    let (time, length) = one(signs)?;
    // "gennaio 2024 - marzo 2025", "2018-01/2018-03", "dal 1.1.2018 al 31.12.2018".
    let between = signs[length..].iter().take_while(|sign| is_between(sign)).count();
    if (1..=4).contains(&between)
        && let Some((end, more)) = one(&signs[length + between..])
        && time.from < end.from
        && (time.or, end.or) == (None, None)
        && (time.from == time.to) == (end.from == end.to)
    {
        return Some((Time::new(time.from, end.to), length + between + more));
    }
    Some((time, length))
}
