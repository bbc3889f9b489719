//! A difference of two values of one measure, in points.
//!
//! It is taken from the exact values where both are known, and rounded once; otherwise from the printed values. So it
//! may differ from what a reader finds who subtracts the printed values, and then [`Rounding`] tells that this must be
//! said. Whoever prints, draws, counts or ranks a difference asks here, so that no two say different things of it.

use super::number::{Number, Rounded};
use super::observation::Observation;
use std::cmp::Ordering;

/// A difference of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    /// The second value less the first.
    exact: Number,
    /// How many decimals the measure shows.
    decimals: u8,
    /// Whether it was taken from exact values, and not from printed ones.
    is_exact: bool,
    /// Whether it prints as the difference of the two printed values.
    is_as_printed: bool,
}

impl Points {
    /// The second value less the first, of a measure that shows so many decimals; `None` where one of the two has no
    /// value.
    pub fn between(first: &Observation, second: &Observation, decimals: u8) -> Option<Points> {
        let [from, to] = [first.value?, second.value?].map(|value| value.rounded(decimals));
        let printed = Rounded { units: to.units - from.units, decimals };
        Some(match (first.exact, second.exact) {
            (Some(from), Some(to)) => {
                let exact = to.minus(from);
                Points { exact, decimals, is_exact: true, is_as_printed: exact.rounded(decimals) == printed }
            }
            _ => Points { exact: printed.into(), decimals, is_exact: false, is_as_printed: true },
        })
    }

    /// Whether the value went up, down or stayed: only values that are equal have stayed.
    pub fn direction(self) -> Ordering {
        self.exact.cmp(&Number::ZERO)
    }

    /// The difference as it is printed.
    pub fn rounded(self) -> Rounded {
        self.exact.rounded(self.decimals)
    }

    /// The difference itself, exact where both values are known exactly.
    pub fn number(self) -> Number {
        self.exact
    }

    /// Whether there is a difference, but a smaller one than can be printed.
    pub fn is_slight(self) -> bool {
        self.rounded().units == 0 && self.direction().is_ne()
    }

    /// The difference as a claim of an author compares it: as printed, except that a slight one is not nought.
    pub fn as_printed(self) -> Number {
        if self.is_slight() { self.exact } else { self.rounded().into() }
    }

    /// Whether two differences are level: by what is known of them exactly, or, where of one only the printed value is
    /// known, by what is printed.
    pub fn is_level_with(self, other: Points) -> bool {
        match self.is_exact && other.is_exact {
            true => self.exact == other.exact,
            false => self.rounded() == other.rounded(),
        }
    }
}

/// The places of the greatest differences, by a number of each. Where one of those that print the same as the greatest
/// is known only as printed, all of them are greatest.
pub fn greatest(all: &[(usize, Points)], of: impl Fn(Points) -> Number) -> Vec<usize> {
    let printed = |points: Points| of(points).rounded(points.decimals);
    let Some(most) = all.iter().map(|(_, points)| printed(*points)).max() else { return Vec::new() };
    let mut first: Vec<(usize, Points)> = all.iter().copied().filter(|(_, points)| printed(*points) == most).collect();
    if first.iter().all(|(_, points)| points.is_exact) {
        let most = first.iter().map(|(_, points)| of(*points)).max();
        first.retain(|(_, points)| Some(of(*points)) == most);
    }
    first.into_iter().map(|(place, _)| place).collect()
}

/// What must be said of some differences that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// Nothing: all are taken from exact values, and all are the differences of what is printed.
    Unseen,
    /// Some are taken from exact values, before rounding, and are not the differences of what is printed.
    Before {
        /// Whether all are taken from exact values.
        all: bool,
    },
    /// All are the differences of what is printed, and some are taken from that, for their exact values are not known.
    After {
        /// Whether all are taken from what is printed.
        all: bool,
    },
}

impl Rounding {
    /// What must be said of these differences.
    pub fn of(all: impl IntoIterator<Item = Points>) -> Rounding {
        let (mut exact, mut printed, mut is_as_printed) = (false, false, true);
        for points in all {
            exact |= points.is_exact;
            printed |= !points.is_exact;
            is_as_printed &= points.is_as_printed;
        }
        match (is_as_printed, printed) {
            (false, mixed) => Rounding::Before { all: !mixed },
            (true, true) => Rounding::After { all: !exact },
            (true, false) => Rounding::Unseen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Points, Rounding, greatest};
    use crate::data::number::Number;
    use crate::data::observation::Observation;
    use crate::data::period::Period;
    use crate::data::status::Status;

    fn observed(value: Number, exact: Option<Number>) -> Observation {
        let missing = Observation::missing(Period::parse("2024-08-31").unwrap());
        Observation { value: Some(value), exact, status: Status::Normal, ..missing }
    }

    fn printed(text: &str) -> Observation {
        observed(Number::parse(text).unwrap(), None)
    }

    fn counted(count: u32, of: u32) -> Observation {
        let share = Number::share(count, of).unwrap();
        observed(share, Some(share))
    }

    #[test]
    fn a_difference_is_rounded_once() {
        // 90.74 and 90.76 print 90.7 and 90.8, and are 0.02 apart; 10 and 12 of 16 print 63 and 75.
        let near = Points::between(&counted(9074, 10_000), &counted(9076, 10_000), 1).unwrap();
        assert_eq!((near.rounded().units, near.is_slight(), near.direction().is_gt()), (0, true, true));
        assert_eq!(Rounding::of([near]), Rounding::Before { all: true });
        let eighth = Points::between(&counted(10, 16), &counted(12, 16), 0).unwrap();
        assert_eq!(eighth.rounded().units, 13);
        let level = Points::between(&counted(10, 16), &counted(20, 32), 0).unwrap();
        assert_eq!((level.direction().is_eq(), level.is_slight()), (true, false));
        assert_eq!(Rounding::of([level]), Rounding::Unseen);
    }

    #[test]
    fn where_one_is_known_as_printed_alone_so_is_the_difference() {
        let of = Points::between(&counted(10, 16), &printed("75"), 0).unwrap();
        assert_eq!((of.rounded().units, Rounding::of([of])), (12, Rounding::After { all: true }));
        let exact = Points::between(&counted(10, 16), &counted(12, 16), 0).unwrap();
        assert_eq!(Rounding::of([of, exact]), Rounding::Before { all: false });
        assert_eq!(Points::between(&printed("1"), &Observation::missing(Period::parse("2024-08").unwrap()), 0), None);
    }

    #[test]
    fn who_prints_the_same_ties_with_who_is_known_no_better() {
        let more = Points::between(&counted(0, 1000), &counted(14, 1000), 0).unwrap();
        let less = Points::between(&counted(0, 1000), &counted(13, 1000), 0).unwrap();
        let known_less = Points::between(&printed("0"), &printed("1"), 0).unwrap();
        let magnitude = |points: Points| points.number().magnitude();
        assert_eq!(greatest(&[(0, less), (1, more)], magnitude), [1]);
        assert_eq!(greatest(&[(0, less), (1, more), (2, known_less)], magnitude), [0, 1, 2]);
        assert!(!more.is_level_with(less) && more.is_level_with(known_less));
    }
}
