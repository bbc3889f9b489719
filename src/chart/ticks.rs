//! Where an axis from zero has its ticks, as a coordinate of plotters.
//!
//! plotters' own steps are 1, 2 and 5, which gives a percentage no quarters; these are 1, 2, 2.5 and 5, always whole.

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use plotters::coord::types::RangedCoordf64;
use std::ops::Range;

/// Round whole values from zero to `max`, at most `most` of them (and never fewer than one).
pub fn ticks(max: f64, most: usize) -> Vec<f64> {
    let steps = (0..16).flat_map(|power| [1.0, 2.0, 2.5, 5.0].map(|step| step * 10_f64.powi(power)));
    let fits = |step: &f64| step.fract() == 0.0 && max / step < most.max(1) as f64;
    let step = steps.into_iter().find(fits).unwrap_or(f64::INFINITY);
    let count = if step.is_finite() { (max / step).max(0.0) as usize } else { 0 };
    (0..=count).map(|tick| if tick == 0 { 0.0 } else { tick as f64 * step }).collect()
}

/// A measure from zero to its end: the horizontal coordinate of bars.
#[derive(Clone)]
pub(super) struct Measure {
    max: f64,
    line: RangedCoordf64,
}

impl Measure {
    /// Ends that are no length are one.
    pub(super) fn to(max: f64) -> Measure {
        let max = if max.is_finite() && max > 0.0 { max } else { 1.0 };
        Measure { max, line: (0.0..max).into() }
    }

    /// Its end.
    pub(super) fn end(&self) -> f64 {
        self.max
    }

    /// A value on the axis: nothing is drawn before its begin or beyond its end.
    pub(super) fn within(&self, value: f64) -> f64 {
        if value.is_nan() { 0.0 } else { value.clamp(0.0, self.max) }
    }
}

impl Ranged for Measure {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        self.line.map(value, limit)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        ticks(self.max, hint.max_num_points())
    }

    fn range(&self) -> Range<f64> {
        0.0..self.max
    }
}

#[cfg(test)]
mod tests {
    use super::ticks;
    use proptest::prelude::*;

    #[test]
    fn a_percentage_has_quarters() {
        assert_eq!(ticks(100.0, 5), [0.0, 25.0, 50.0, 75.0, 100.0]);
        assert_eq!(ticks(40.0, 5), [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(ticks(3.0, 5), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(ticks(100.0, 3), [0.0, 50.0, 100.0]);
        assert_eq!(ticks(0.4, 5), [0.0]);
    }

    proptest! {
        #[test]
        fn ticks_are_whole_even_within_the_axis_and_not_too_many(max in 0.0..1e7, most in 1_usize..12) {
            let ticks = ticks(max, most);
            prop_assert_eq!(ticks[0], 0.0);
            prop_assert!(ticks.len() <= most);
            prop_assert!(ticks.iter().all(|tick| *tick <= max && tick.fract() == 0.0));
            prop_assert!(ticks.windows(3).all(|three| three[2] - three[1] == three[1] - three[0]));
            prop_assert!(max < 5.0 || most < 3 || ticks.len() >= 2, "an axis with one tick has no scale");
        }
    }
}
