//! Ranks on what is printed: a rank never depends on a digit that no reader sees, and ties share one.

use crate::data::number::Number;

/// Indices of `values`, greatest first, each with its rank; equal values share a rank and the next is skipped
/// over (1, 2, 2, 4). Among equals the exact values decide, for lengths are drawn from those, and then the order of
/// `names`. Those without a value are left out.
pub fn ranking<N: Ord>(values: &[Option<Number>], decimals: u8, names: impl Fn(usize) -> N) -> Vec<(usize, u32)> {
    let known = values.iter().enumerate().filter_map(|(index, value)| value.map(|value| (index, value)));
    let mut order: Vec<(usize, Number)> = known.collect();
    // Rounding keeps the order of values.
    order.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| names(a.0).cmp(&names(b.0))));
    let printed = |place: usize| order[place].1.rounded(decimals);
    let mut ranked: Vec<(usize, u32)> = Vec::with_capacity(order.len());
    for (place, &(index, _)) in order.iter().enumerate() {
        let rank = match place.checked_sub(1) {
            Some(before) if printed(before) == printed(place) => ranked[before].1,
            _ => place as u32 + 1,
        };
        ranked.push((index, rank));
    }
    ranked
}

#[cfg(test)]
mod tests {
    use super::ranking;
    use crate::data::number::Number;
    use proptest::prelude::*;

    fn parsed(value: &str) -> Option<Number> {
        Number::parse(value).ok()
    }

    #[test]
    fn ties_share_a_rank_and_the_next_is_skipped() {
        let values = ["1", "89", "", "1", "41"].map(parsed);
        let names = ["Molise", "Emilia-Romagna", "Basilicata", "Abruzzo", "Lazio"];
        assert_eq!(ranking(&values, 0, |index| names[index]), [(1, 1), (4, 2), (3, 3), (0, 3)]);
    }

    #[test]
    fn within_a_tie_the_greater_value_comes_first_and_the_rank_stays_shared() {
        let values = ["80.6", "81.4", "80.6", "90"].map(parsed);
        let names = ["Basilicata", "Liguria", "Abruzzo", "Veneto"];
        assert_eq!(ranking(&values, 0, |index| names[index]), [(3, 1), (1, 2), (2, 2), (0, 2)]);
    }

    proptest! {
        #[test]
        fn a_rank_is_one_more_than_the_number_of_greater_values(
            values in proptest::collection::vec(proptest::option::of(0i64..20), 0..40),
        ) {
            let given: Vec<_> = values.iter().map(|value| value.map(Number::whole)).collect();
            let ranked = ranking(&given, 0, |index| index);
            prop_assert_eq!(ranked.len(), values.iter().flatten().count());
            for (index, rank) in ranked {
                let greater = values.iter().flatten().filter(|other| **other > values[index].unwrap()).count();
                prop_assert_eq!(rank as usize, greater + 1);
            }
        }
    }
}
