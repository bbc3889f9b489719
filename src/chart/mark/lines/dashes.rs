//! Broken lines.

use crate::scene::{Color, Node, Path, Stroke};

/// A line of dashes along some corners.
pub fn dashes(corners: &[(f64, f64)], (dash, step): (f64, f64), color: Color, width: f64) -> Node {
    let mut outlines = Vec::new();
    for pair in corners.windows(2) {
        let ((x, y), (dx, dy)) = (pair[0], (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1));
        let length = dx.hypot(dy);
        let mut from = 0.0;
        while from < length {
            let to = (from + dash).min(length);
            outlines.push([from, to].map(|far| (x + dx * far / length, y + dy * far / length)).to_vec());
            from += step;
        }
    }
    Node::Path(Path { outlines, closed: false, fill: None, stroke: Some(Stroke { color, width }) })
}
