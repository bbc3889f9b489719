//! Ranks on what is printed: a rank never depends on a digit that no reader sees, and ties share one.

use crate::data::number::Rounded;

/// Indices of `values`, greatest first, each with its rank; equal values share a rank and the next is skipped
/// over (1, 2, 2, 4). Among equals the order of `names` decides. Those without a value are left out.
pub fn ranking<N: Ord>(values: &[Option<Rounded>], names: impl Fn(usize) -> N) -> Vec<(usize, u32)> {
    let mut order: Vec<(usize, Rounded)> =
        values.iter().enumerate().filter_map(|(index, value)| value.map(|value| (index, value))).collect();
    order.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| names(a.0).cmp(&names(b.0))));
    let mut ranked: Vec<(usize, u32)> = Vec::with_capacity(order.len());
    for (place, &(index, value)) in order.iter().enumerate() {
        let rank = match place.checked_sub(1) {
            Some(before) if order[before].1 == value => ranked[before].1,
            _ => place as u32 + 1,
        };
        ranked.push((index, rank));
    }
    ranked
}

#[cfg(test)]
mod tests {
    use super::ranking;
    use crate::data::number::{Number, Rounded};
    use proptest::prelude::*;

    fn rounded(value: i64) -> Rounded {
        Number::whole(value).rounded(0)
    }

    #[test]
    fn ties_share_a_rank_and_the_next_is_skipped() {
        let values = [Some(1), Some(89), None, Some(1), Some(41)].map(|value| value.map(rounded));
        let names = ["Molise", "Emilia-Romagna", "Basilicata", "Abruzzo", "Lazio"];
        assert_eq!(ranking(&values, |index| names[index]), [(1, 1), (4, 2), (3, 3), (0, 3)]);
    }

    proptest! {
        #[test]
        fn a_rank_is_one_more_than_the_number_of_greater_values(
            values in proptest::collection::vec(proptest::option::of(0i64..20), 0..40),
        ) {
            let given: Vec<_> = values.iter().map(|value| value.map(rounded)).collect();
            let ranked = ranking(&given, |index| index);
            prop_assert_eq!(ranked.len(), values.iter().flatten().count());
            for (index, rank) in ranked {
                let greater = values.iter().flatten().filter(|other| **other > values[index].unwrap()).count();
                prop_assert_eq!(rank as usize, greater + 1);
            }
        }
    }
}
