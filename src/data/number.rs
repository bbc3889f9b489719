//! Exact numbers: what a source printed, or a count over its total, without binary fractions.
//!
//! 10 of 16 is 62.5 and prints 63; a binary float printed with no decimals would say 62. All arithmetic is on
//! integers, so a figure rounds the same on every machine.

use std::cmp::Ordering;
use std::fmt;

/// An exact fraction, always reduced, with a positive denominator. A share of two counts fits in 64 bits, the difference of
/// two shares does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    numerator: i128,
    denominator: i128,
}

/// Why a text is not a number an author may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// `12,5`: the decimal mark of prose, not of data files.
    DecimalComma,
    /// `.inf`, `.nan` and their spellings.
    NotFinite,
    /// A figure with its unit: `41%`.
    Percent,
    /// Anything else, or more digits than a published figure ever has.
    NotANumber,
}

/// A number rounded for print: `units` counted in the last decimal shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rounded {
    /// The value times ten to the power of `decimals`.
    pub units: i64,
    /// Decimals shown.
    pub decimals: u8,
}

impl Number {
    /// The number 0.
    pub const ZERO: Number = Number { numerator: 0, denominator: 1 };
    /// The number 100: the whole of a share.
    pub const HUNDRED: Number = Number { numerator: 100, denominator: 1 };

    /// A whole number.
    pub const fn whole(value: i64) -> Number {
        Number { numerator: value as i128, denominator: 1 }
    }

    /// `count` of `total` as a percentage; `None` where the total is zero.
    pub fn share(count: u32, total: u32) -> Option<Number> {
        (total > 0).then(|| Number::reduced(i128::from(count) * 100, i128::from(total)))
    }

    fn reduced(numerator: i128, denominator: i128) -> Number {
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs()).max(1) as i128;
        Number { numerator: numerator / divisor, denominator: denominator / divisor }
    }

    /// Reads a decimal number with a point: `41`, `-0.5`, `12.75`. At most twelve digits in all, which keeps
    /// every later product inside the integers used.
    pub fn parse(text: &str) -> Result<Number, NumberFault> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let negative = text.starts_with('-');
        if matches!(unsigned.to_ascii_lowercase().as_str(), ".inf" | ".nan" | "inf" | "nan" | "infinity") {
            return Err(NumberFault::NotFinite);
        }
        if let Some(before) = unsigned.strip_suffix('%') {
            let before = before.trim_end();
            if Number::parse(before).is_ok() || Number::parse(before) == Err(NumberFault::DecimalComma) {
                return Err(NumberFault::Percent);
            }
        }
        if let Some((whole, part)) = unsigned.split_once(',') {
            let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
            let whole_ok = whole.split('.').all(digits);
            if whole_ok && digits(part) {
                return Err(NumberFault::DecimalComma);
            }
        }
        let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let dotted_without_part = unsigned.contains('.') && part.is_empty();
        let all_digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || dotted_without_part || !all_digits(whole) || !all_digits(part) {
            return Err(NumberFault::NotANumber);
        }
        if whole.len() + part.len() > 12 {
            return Err(NumberFault::NotANumber);
        }
        let digits: i64 = [whole, part].concat().parse().map_err(|_| NumberFault::NotANumber)?;
        let signed = if negative { -digits } else { digits };
        Ok(Number::reduced(signed.into(), 10_i128.pow(part.len() as u32)))
    }

    /// The number rounded half away from zero, as Italian official statistics print: 62.5 is 63, 62.49 is 62, -0.5 is
    /// -1.
    pub fn rounded(self, decimals: u8) -> Rounded {
        let scale = 10_i128.pow(u32::from(decimals));
        let Number { numerator, denominator } = self;
        let numerator = numerator * scale;
        let magnitude = (2 * numerator.abs() + denominator) / (2 * denominator);
        let units = if numerator < 0 { -magnitude } else { magnitude };
        Rounded { units: units as i64, decimals }
    }

    /// The difference of two numbers; exact for all that [`Number::parse`] and [`Number::share`] give.
    pub fn minus(self, other: Number) -> Number {
        let numerator = self.numerator * other.denominator - other.numerator * self.denominator;
        Number::reduced(numerator, self.denominator * other.denominator)
    }

    /// The number without its sign.
    pub fn magnitude(self) -> Number {
        Number { numerator: self.numerator.abs(), ..self }
    }

    /// The decimal number nearest to a binary float, to six decimals: what a calculation gives back. `None` where it
    /// is not finite, or greater than a billion.
    pub fn nearest(float: f64) -> Option<Number> {
        (float.abs() < 1e9).then(|| Number::reduced((float * 1e6).round() as i128, 1_000_000))
    }

    /// The fewest decimals that write the number exactly; `None` where more than six are needed.
    pub fn decimals(self) -> Option<u8> {
        (0..=6).find(|&decimals| Number::from(self.rounded(decimals)) == self)
    }

    /// Which count of `total` a printed percentage stands for: 44 stands for 7 of 16, since 43.75 rounds to it.
    ///
    /// # Errors
    /// The counts below and above it, where no count gives it: 40 of 16 stands between 6 and 7. Both are `total` where
    /// it is more than all of them.
    pub fn count_of(self, total: u32) -> Result<u32, (u32, u32)> {
        self.count_up_to(total, total)
    }

    /// Which count a printed percentage stands for where the count may be more than the total, up to `most`: the total
    /// is still the hundred.
    ///
    /// # Errors
    /// The two counts between which it stands.
    pub fn count_up_to(self, total: u32, most: u32) -> Result<u32, (u32, u32)> {
        let below = self.numerator * i128::from(total) / (self.denominator * 100);
        let below = below.clamp(0, i128::from(most)) as u32;
        let above = most.min(below.saturating_add(1));
        let decimals = self.decimals().unwrap_or(6);
        let gives = |count: &u32| {
            let share = Number::share(*count, total);
            share.is_some_and(|share| share.rounded(decimals) == self.rounded(decimals))
        };
        // Rounding goes to the nearest: where neither of the two next to it gives it, none does.
        [below, above].into_iter().find(gives).ok_or((below, above))
    }

    /// The nearest binary float: for drawing only, never for print or comparison.
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    /// The decimal text with a point, as the author wrote it; twelve decimals are the most that are read.
    pub fn written(self) -> String {
        let exact = (7..=12).find(|&decimals| Number::from(self.rounded(decimals)) == self);
        match self.decimals() {
            None => exact.map_or_else(|| self.to_data(), |decimals| self.rounded(decimals).to_string()),
            Some(_) => self.to_data(),
        }
    }

    /// The decimal text with a point, exact where the fraction ends within six decimals, else rounded to six.
    /// This is the spelling of data files.
    pub fn to_data(self) -> String {
        let mut text = self.rounded(6).to_string();
        if text.contains('.') {
            text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
        }
        text
    }
}

impl From<Rounded> for Number {
    fn from(rounded: Rounded) -> Number {
        Number::reduced(rounded.units.into(), 10_i128.pow(u32::from(rounded.decimals)))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> Ordering {
        let left = self.numerator.checked_mul(other.denominator);
        match (left, other.numerator.checked_mul(self.denominator)) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => order([self.numerator, self.denominator], [other.numerator, other.denominator]),
        }
    }
}

/// The order of two fractions whose cross products would not fit in 128 bits: that of their whole parts, and where
/// these are equal, the reverse order of what remains of each, turned upside down.
fn order([above, below]: [i128; 2], [other_above, other_below]: [i128; 2]) -> Ordering {
    let whole = above.div_euclid(below).cmp(&other_above.div_euclid(other_below));
    whole.then_with(|| match (above.rem_euclid(below), other_above.rem_euclid(other_below)) {
        (0, 0) => Ordering::Equal,
        (0, _) => Ordering::Less,
        (_, 0) => Ordering::Greater,
        (left, other_left) => order([other_below, other_left], [below, left]),
    })
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// With a decimal point, as data files spell it. For people, `lang` writes numbers.
impl fmt::Display for Rounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let magnitude = self.units.unsigned_abs();
        if self.decimals == 0 {
            return write!(f, "{sign}{magnitude}");
        }
        let scale = 10_u64.pow(u32::from(self.decimals));
        write!(f, "{sign}{}.{:0width$}", magnitude / scale, magnitude % scale, width = usize::from(self.decimals))
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        // Nearly all are small, and then this is much faster.
        if let (Ok(small), Ok(other)) = (u64::try_from(a), u64::try_from(b)) {
            (a, b) = (other.into(), (small % other).into());
        } else {
            (a, b) = (b, a % b);
        }
    }
    a
}

#[cfg(test)]
mod tests {
    use super::{Number, NumberFault, order};
    use proptest::prelude::*;

    #[test]
    fn ten_of_sixteen_prints_sixty_three() {
        assert_eq!(Number::share(10, 16).unwrap().rounded(0).to_string(), "63");
        assert_eq!(Number::share(14, 16).unwrap().rounded(0).to_string(), "88");
        assert_eq!(Number::parse("62.5").unwrap().rounded(0).to_string(), "63");
        assert_eq!(Number::parse("62.49").unwrap().rounded(0).to_string(), "62");
        assert_eq!(Number::parse("-0.5").unwrap().rounded(0).to_string(), "-1");
    }

    #[test]
    fn forty_is_no_share_of_sixteen_but_one_of_fifteen() {
        let count_of = |text, total| Number::parse(text).unwrap().count_of(total);
        assert_eq!(count_of("40", 16), Err((6, 7)));
        assert_eq!(count_of("40", 15), Ok(6));
        assert_eq!(count_of("63", 16), Ok(10));
        assert_eq!(count_of("62", 16), Err((9, 10)));
        assert_eq!(count_of("43.8", 16), Ok(7));
        assert_eq!(count_of("43.7", 16), Err((6, 7)));
        assert_eq!(count_of("43.75", 16), Ok(7));
        assert_eq!(count_of("100", 16), Ok(16));
        assert_eq!(count_of("0", 16), Ok(0));
        assert_eq!(count_of("41", 58_255_223), Ok(23_884_641));
        assert_eq!(count_of("101", 16), Err((16, 16)));
        assert_eq!(count_of("40", 0), Err((0, 0)));
    }

    #[test]
    fn what_is_not_a_number_says_in_what_way() {
        assert_eq!(Number::parse("12,5"), Err(NumberFault::DecimalComma));
        assert_eq!(Number::parse("1.234,5"), Err(NumberFault::DecimalComma));
        assert_eq!(Number::parse(".inf"), Err(NumberFault::NotFinite));
        assert_eq!(Number::parse("NaN"), Err(NumberFault::NotFinite));
        assert_eq!(Number::parse("41%"), Err(NumberFault::Percent));
        for text in ["", "-", "n.d.", "4 1", "1e5", "0x1F", "12.", ".5", "1.2.3", "1234567890123"] {
            assert_eq!(Number::parse(text), Err(NumberFault::NotANumber), "{text}");
        }
    }

    proptest! {
        #[test]
        fn rounding_is_within_half_a_unit_and_never_down_at_the_half(count in 0u32..5000, total in 1u32..5000) {
            let share = Number::share(count, total).unwrap();
            let twice_error = 2 * i128::from(share.rounded(0).units) * i128::from(total) - 200 * i128::from(count);
            prop_assert!(twice_error <= i128::from(total), "rounded up by more than a half");
            prop_assert!(twice_error > -i128::from(total), "a half must go up");
        }

        #[test]
        fn data_text_reads_back_as_the_same_number(units in -999_999_999i64..999_999_999, decimals in 0u32..4) {
            let number = Number::reduced_for_test(units.into(), 10_i128.pow(decimals));
            prop_assert_eq!(Number::parse(&number.to_data()).unwrap(), number);
        }

        #[test]
        fn every_count_of_a_total_is_a_share_of_it(total in 1u32..=200, decimals in 0u8..=2) {
            for count in 0..=total {
                let printed = Number::from(Number::share(count, total).unwrap().rounded(decimals));
                let found = printed.count_of(total);
                prop_assert!(found.is_ok(), "{} is {} of {}", printed.to_data(), count, total);
                // At so few decimals several counts may print the same; the one found is one of them.
                let again = Number::share(found.unwrap(), total).unwrap();
                let own = printed.decimals().unwrap_or(6);
                prop_assert_eq!(again.rounded(own), printed.rounded(own));
            }
        }

        #[test]
        fn what_no_count_gives_stands_between_two_that_do(hundredths in 0i64..=10_000, total in 1u32..=200) {
            let printed = Number::reduced(hundredths.into(), 100);
            let decimals = printed.decimals().unwrap_or(6);
            let gives = |count| Number::share(count, total).unwrap().rounded(decimals) == printed.rounded(decimals);
            match printed.count_of(total) {
                Ok(count) => prop_assert!(gives(count)),
                Err((below, above)) => {
                    prop_assert!(!(0..=total).any(gives), "{} is a share of {}", printed.to_data(), total);
                    prop_assert_eq!(below + 1, above);
                    prop_assert!(Number::share(below, total).unwrap() < printed);
                    prop_assert!(printed < Number::share(above, total).unwrap());
                }
            }
        }

        #[test]
        fn differences_of_shares_of_any_totals_are_exact(
            totals in [1u32.., 1u32.., 1u32.., 1u32..], counts in [0u32.., 0u32.., 0u32.., 0u32..]
        ) {
            let share = |at: usize| Number::share(counts[at] % totals[at], totals[at]).unwrap();
            let (one, other) = (share(0).minus(share(1)), share(2).minus(share(3)));
            prop_assert_eq!(one.cmp(&Number::ZERO), share(0).cmp(&share(1)));
            prop_assert_eq!(one.cmp(&other), other.cmp(&one).reverse());
            prop_assert_eq!(one.cmp(&other), order([one.numerator, one.denominator], [other.numerator, other.denominator]));
            prop_assert_eq!(one == other, one.cmp(&other).is_eq());
            prop_assert!((one.to_f64() - (share(0).to_f64() - share(1).to_f64())).abs() < 1e-9);
        }

        #[test]
        fn order_agrees_with_cross_multiplication(a in 0u32..300, b in 1u32..300, c in 0u32..300, d in 1u32..300) {
            let order = Number::share(a, b).unwrap().cmp(&Number::share(c, d).unwrap());
            prop_assert_eq!(order, (u64::from(a) * u64::from(d)).cmp(&(u64::from(c) * u64::from(b))));
        }
    }

    impl Number {
        fn reduced_for_test(numerator: i128, denominator: i128) -> Number {
            Number::reduced(numerator, denominator)
        }
    }
}
