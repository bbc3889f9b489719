//! Dates and windows, as statistics use them: a stock stands at a day (or a month), a flow fills a window.
//!
//! Written as ISO 8601 dates and intervals: `2024-08-31`, `2024-05`, `2024-06/2024-08`.

/// A day of the Gregorian calendar, 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year, in four digits.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year, in four digits.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
}

/// When an observation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A stock at the end of a day.
    Day(Day),
    /// A stock in, or a flow over, one month.
    Month(Month),
    /// A flow over whole months, both included; `from` is before `to`.
    Window {
        /// First month.
        from: Month,
        /// Last month.
        to: Month,
    },
}

/// Whether an indicator is counted at a moment or over a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Timing {
    /// Counted at a moment: "al 31 agosto 2024".
    Stock,
    /// Counted over a window: "giugno – agosto 2024".
    Flow,
}

impl Day {
    /// Reads `2024-08-31`; `None` for another form or a day that is not in the calendar.
    pub fn parse(text: &str) -> Option<Day> {
        let (head, day) = text.rsplit_once('-')?;
        let Month { year, month } = Month::parse(head)?;
        let day = digits(day, 2)? as u8;
        (1..=days_in(year, month)).contains(&day).then_some(Day { year, month, day })
    }

    /// The day in ISO 8601: `2024-08-31`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The number of days since 1 January 1900, which is 0.
    pub fn number(self) -> i64 {
        let year = i64::from(self.year);
        let leap_years = |until: i64| until / 4 - until / 100 + until / 400;
        let before = (year - 1900) * 365 + leap_years(year - 1) - leap_years(1899);
        let months: i64 = (1..self.month).map(|month| i64::from(days_in(self.year, month))).sum();
        before + months + i64::from(self.day) - 1
    }
}

impl Month {
    /// Reads `2024-08`; `None` for another form or a month that there is not.
    pub fn parse(text: &str) -> Option<Month> {
        let (year, month) = text.split_once('-')?;
        let year = digits(year, 4)? as u16;
        let month = digits(month, 2)? as u8;
        ((1900..=2199).contains(&year) && (1..=12).contains(&month)).then_some(Month { year, month })
    }

    /// The month in ISO 8601: `2024-08`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}", self.year, self.month)
    }

    /// The last day of the month.
    pub fn last_day(self) -> Day {
        Day { year: self.year, month: self.month, day: days_in(self.year, self.month) }
    }
}

impl Period {
    /// Reads a day, a month, or two months with a slash between; `None` for any other form, a date that is not
    /// in the calendar, or a window that ends before it begins.
    pub fn parse(text: &str) -> Option<Period> {
        if let Some((from, to)) = text.split_once('/') {
            return Period::window(Month::parse(from)?, Month::parse(to)?);
        }
        Day::parse(text).map(Period::Day).or_else(|| Month::parse(text).map(Period::Month))
    }

    /// Reads the name of an edition's folder: `2024-06_2024-08`, `2024-11`.
    pub fn parse_folder(name: &str) -> Option<Period> {
        if let Some((from, to)) = name.split_once('_') {
            return Period::window(Month::parse(from)?, Month::parse(to)?);
        }
        Month::parse(name).map(Period::Month)
    }

    fn window(from: Month, to: Month) -> Option<Period> {
        match from.cmp(&to) {
            std::cmp::Ordering::Less => Some(Period::Window { from, to }),
            std::cmp::Ordering::Equal => Some(Period::Month(from)),
            std::cmp::Ordering::Greater => None,
        }
    }

    /// How many months it fills; `None` for a day.
    pub fn months(self) -> Option<u32> {
        let count = |month: Month| u32::from(month.year) * 12 + u32::from(month.month);
        match self {
            Period::Day(_) => None,
            Period::Month(_) => Some(1),
            Period::Window { from, to } => Some(count(to) - count(from) + 1),
        }
    }

    /// The period of the same length that follows: the next month, the next three months. `None` for a day, whose
    /// successor is not known, and beyond the years that are read.
    pub fn following(self) -> Option<Period> {
        let months = self.months()?;
        let month = |count: u32| {
            let (year, month) = ((count - 1) / 12, (count - 1) % 12 + 1);
            (year <= 2199).then_some(Month { year: year as u16, month: month as u8 })
        };
        let first = u32::from(self.start().year) * 12 + u32::from(self.start().month) + months;
        Period::window(month(first)?, month(first + months - 1)?)
    }

    /// The name of an edition's folder, `2024-06_2024-08`.
    pub fn folder(self) -> String {
        self.iso().replace('/', "_")
    }

    /// The period in ISO 8601: `2024-08-31`, `2024-08`, `2024-06/2024-08`.
    pub fn iso(self) -> String {
        match self {
            Period::Day(day) => day.iso(),
            Period::Month(month) => month.iso(),
            Period::Window { from, to } => format!("{}/{}", from.iso(), to.iso()),
        }
    }

    /// The last day it covers. Editions are sorted by it, and a stock of an edition stands at it.
    pub fn end(self) -> Day {
        match self {
            Period::Day(day) => day,
            Period::Month(month) | Period::Window { to: month, .. } => month.last_day(),
        }
    }

    /// The first month it touches.
    pub fn start(self) -> Month {
        match self {
            Period::Day(day) => Month { year: day.year, month: day.month },
            Period::Month(month) | Period::Window { from: month, .. } => month,
        }
    }
}

fn digits(text: &str, width: usize) -> Option<u32> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Period;

    #[test]
    fn only_dates_of_the_calendar_are_read() {
        for text in ["2024-02-29", "2024-08-31", "2024-05", "2024-06/2024-08"] {
            assert_eq!(Period::parse(text).unwrap().iso(), text);
        }
        for text in
            ["2023-02-29", "2024-13", "2024-06-31", "31/08/2024", "2024", "2024-8", "2024-08/2024-06", "+024-01"]
        {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_counted_as_the_calendar_has_them() {
        let number = |text: &str| Period::parse(text).unwrap().end().number();
        assert_eq!(number("1900-01-01"), 0);
        // Python: (date(2024, 8, 31) - date(1900, 1, 1)).days
        assert_eq!([number("2024-08-31"), number("2199-12-31")], [45_533, 109_572]);
        assert_eq!(number("2024-03-01") - number("2024-02-28"), 2);
        assert_eq!(number("2100-03-01") - number("2100-02-28"), 1);
    }

    #[test]
    fn a_period_is_followed_by_one_as_long() {
        for (period, next) in [
            ("2024-11", Some("2024-12")),
            ("2024-12", Some("2025-01")),
            ("2025-01/2025-03", Some("2025-04/2025-06")),
            ("2024-06/2025-05", Some("2025-06/2026-05")),
            ("2024-10/2024-11", Some("2024-12/2025-01")),
            ("2199-10/2199-12", None),
            ("2024-08-31", None),
        ] {
            let following = Period::parse(period).unwrap().following();
            assert_eq!(following.map(Period::iso).as_deref(), next, "{period}");
        }
    }

    #[test]
    fn a_folder_name_is_a_window_or_a_month() {
        assert_eq!(Period::parse_folder("2024-06_2024-08").unwrap().end().iso(), "2024-08-31");
        assert_eq!(Period::parse_folder("2024-11").unwrap().iso(), "2024-11");
        assert_eq!(Period::parse_folder("autumn"), None);
    }
}
