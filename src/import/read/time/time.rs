//! A time: its first and its last day, and the calendar it is made of.

use crate::data::period::{Day, Month, Period};

/// A time: its first and its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// `2019/20`: a year that begins in the one and ends in the other, nobody says when.
    pub across: bool,
    /// `11/12/2018`: the other day that it may be.
    pub or: Option<Day>,
}

impl Time {
    /// From a day to another.
    pub fn new(from: Day, to: Day) -> Time {
        Time { from, to, across: false, or: None }
    }

    /// A day.
    pub fn day(day: Day) -> Time {
        Time::new(day, day)
    }

    /// From the beginning of a month to the end of another; none where it is the earlier.
    pub fn months(from: Month, to: Month) -> Option<Time> {
        (from <= to).then(|| Time::new(first(from), to.last_day()))
    }

    /// The time of a period.
    pub fn of(period: Period) -> Time {
        match period {
            Period::Day(day) => Time::day(day),
            Period::Month(month) => Time::new(first(month), month.last_day()),
            Period::Window { from, to } => Time::new(first(from), to.last_day()),
        }
    }

    /// As files write it: a day, or whole months. None where it is neither, or where it may be two days.
    pub fn period(self) -> Option<Period> {
        let (from, to) = (month_of(self.from), month_of(self.to));
        if self.across || self.or.is_some() {
            return None;
        }
        if self.from == self.to {
            return Some(Period::Day(self.from));
        }
        if self.from.day != 1 || to.last_day() != self.to {
            return None;
        }
        Some(if from == to { Period::Month(from) } else { Period::Window { from, to } })
    }

    /// Whether it has a day with another in common.
    pub fn overlaps(self, other: Time) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Whether another lies within it.
    pub fn holds(self, other: Time) -> bool {
        self.from <= other.from && other.to <= self.to
    }
}

fn first(month: Month) -> Day {
    Day { year: month.year, month: month.month, day: 1 }
}

fn month_of(day: Day) -> Month {
    Month { year: day.year, month: day.month }
}

/// A day; none where the calendar has no such day.
pub fn day_of(year: u16, month: u8, day: u8) -> Option<Day> {
    ((1..=12).contains(&month) && (1..=Month { year, month }.last_day().day).contains(&day)).then_some(Day {
        year,
        month,
        day,
    })
}
