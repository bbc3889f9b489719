//! A difference of two values of one measure, in points.
//!
//! It is taken from the exact values where both are known so, and rounded once; else from what is printed. So it may be
//! other than what a reader finds who subtracts, and then [`Rounding`] has that said. Whoever prints, draws, counts or
//! ranks a difference asks here, so that no two say other things of it.

use super::number::{Number, Rounded};
use super::observation::Observation;
use std::cmp::Ordering;

/// A difference of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    /// The second without the first.
    exact: Number,
    /// Decimals of the measure.
    decimals: u8,
    /// Whether it was taken before rounding.
    is_exact: bool,
    /// Whether it prints as the difference of the two as printed.
    is_as_printed: bool,
}

impl Points {
    /// The second without the first, of a measure with so many decimals; none where one of them has no value.
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

    /// Up, down, or not at all: of what is equal alone.
    pub fn direction(self) -> Ordering {
        self.exact.cmp(&Number::ZERO)
    }

    /// As it is printed.
    pub fn rounded(self) -> Rounded {
        self.exact.rounded(self.decimals)
    }

    /// The difference itself: exact, or of what is printed.
    pub fn number(self) -> Number {
        self.exact
    }

    /// Whether there is a difference, but a smaller one than can be printed.
    pub fn is_slight(self) -> bool {
        self.rounded().units == 0 && self.direction().is_ne()
    }

    /// What a claim compares: as printed, but a slight difference is not nought.
    pub fn as_printed(self) -> Number {
        if self.is_slight() { self.exact } else { self.rounded().into() }
    }

    /// Whether two say the same: of those of which only what is printed is known, what is printed.
    pub fn is_level_with(self, other: Points) -> bool {
        match self.is_exact && other.is_exact {
            true => self.exact == other.exact,
            false => self.rounded() == other.rounded(),
        }
    }
}

/// The places of those that are greatest by a number of each. Where of one that prints the same as the greatest no more
/// is known than that, all that print so are.
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

/// What must be said of the differences that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// Nothing: all are taken from exact values, and are those of what is printed.
    Unseen,
    /// They are taken before rounding, and some are not those of what is printed; or not all of them are exact.
    Before {
        /// Whether all are.
        all: bool,
    },
    /// They are those of what is printed; or not all of them are.
    After {
        /// Whether all are.
        all: bool,
    },
}

impl Rounding {
    /// Of some differences.
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
