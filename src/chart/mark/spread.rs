//! Labels beside a column of points: each as near to its point as can be, and none over another.

/// Where the middles of labels stand, for the middles wished for, which rise, and the heights of the labels. Labels that
/// would overlap stand side by side around the mean of their wishes; none leaves `top..bottom` as long as all fit there.
pub fn spread(wished: &[f64], heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    // Neighbours that touch become one block, which stands where its members want it on the average.
    struct Block {
        count: usize,
        height: f64,
        /// Sum of where each member wants the block to begin.
        begins: f64,
    }
    let place = |block: &Block| {
        let begin = block.begins / block.count as f64;
        begin.min(bottom - block.height).max(top)
    };
    let mut blocks: Vec<Block> = Vec::new();
    for (wish, height) in wished.iter().zip(heights) {
        let mut block = Block { count: 1, height: *height, begins: wish - height / 2.0 };
        while let Some(before) = blocks.last() {
            if place(before) + before.height <= place(&block) {
                break;
            }
            block.begins = before.begins + block.begins - before.height * block.count as f64;
            block.count += before.count;
            block.height += before.height;
            blocks.pop();
        }
        blocks.push(block);
    }
    let mut heights = heights.iter();
    let mut middles = Vec::with_capacity(wished.len());
    for block in &blocks {
        let mut begin = place(block);
        for height in heights.by_ref().take(block.count) {
            middles.push(begin + height / 2.0);
            begin += height;
        }
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::spread;
    use proptest::prelude::*;

    #[test]
    fn labels_with_room_stand_at_their_points_and_others_around_them() {
        assert_eq!(spread(&[10.0, 50.0], &[10.0, 10.0], 0.0, 100.0), [10.0, 50.0]);
        assert_eq!(spread(&[50.0, 50.0, 50.0], &[10.0; 3], 0.0, 100.0), [40.0, 50.0, 60.0]);
        assert_eq!(spread(&[0.0, 100.0], &[10.0, 10.0], 0.0, 100.0), [5.0, 95.0]);
    }

    proptest! {
        #[test]
        fn labels_keep_their_order_their_room_and_their_distance(
            mut wished in prop::collection::vec(-20.0..420.0_f64, 1..30),
            height in 5.0..30.0_f64,
        ) {
            wished.sort_by(f64::total_cmp);
            let heights = vec![height; wished.len()];
            let bottom = (height * wished.len() as f64).max(400.0);
            let middles = spread(&wished, &heights, 0.0, bottom);
            prop_assert_eq!(middles.len(), wished.len());
            prop_assert!(middles[0] >= height / 2.0 - 1e-6);
            prop_assert!(middles[middles.len() - 1] <= bottom - height / 2.0 + 1e-6);
            for pair in middles.windows(2) {
                prop_assert!(pair[1] - pair[0] >= height - 1e-6, "{:?}", middles);
            }
        }
    }
}
