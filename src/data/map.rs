//! The outlines of the territories of Italy, to draw: made once from public geometry, as `docs/map/README.md` tells.

use std::sync::LazyLock;

/// The outlines of all territories. Lengths are steps of a grid, and y grows downwards.
#[derive(Debug)]
pub struct Map {
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// The territories, in the order of the built-in list.
    pub units: Vec<Unit>,
}

/// One territory.
#[derive(Debug)]
pub struct Unit {
    /// Its NUTS 2 code.
    pub code: &'static str,
    /// Its closed outlines, the largest first.
    pub outlines: Vec<Vec<(f64, f64)>>,
    /// Boxes within the largest outline in which words may stand.
    pub boxes: Vec<Space>,
}

/// A box inside a territory.
#[derive(Clone, Copy, Debug)]
pub struct Space {
    /// Its middle.
    pub middle: (f64, f64),
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// The territories of Italy.
pub fn italy() -> &'static Map {
    static MAP: LazyLock<Map> =
        LazyLock::new(|| read(include_str!("italy.txt")).expect("italy.txt is as docs/map/make.mjs wrote it"));
    &MAP
}

/// Reads what `docs/map/make.mjs` wrote: a head, the size, the territories, the borders.
fn read(text: &'static str) -> Option<Map> {
    let mut parts = text.split("\n\n").skip(1);
    let [width, height] = numbers(parts.next()?)[..] else { return None };
    let units = parts.next()?;
    let borders: Vec<Vec<(f64, f64)>> = parts.next()?.lines().map(border).collect();
    let units = units.lines().map(|line| unit(line, &borders)).collect::<Option<Vec<Unit>>>()?;
    Some(Map { width, height, units })
}

/// Reads the line of a territory, its code, its borders and its boxes: `ITC2; -4 7; 204 401 107 97, 207 403 143 89`.
fn unit(line: &'static str, borders: &[Vec<(f64, f64)>]) -> Option<Unit> {
    let mut parts = line.split("; ");
    let code = parts.next()?;
    let outlines = parts.next()?.split(", ").map(|outline| closed(outline, borders)).collect::<Option<_>>()?;
    let space = |space| match numbers(space)[..] {
        [x, y, width, height] => Some(Space { middle: (x, y), width, height }),
        _ => None,
    };
    let boxes = parts.next()?.split(", ").map(space).collect::<Option<_>>()?;
    Some(Unit { code, outlines, boxes })
}

/// An outline, put together from its borders: each begins where the one before it ends, and one with a minus is taken
/// backwards.
fn closed(outline: &str, borders: &[Vec<(f64, f64)>]) -> Option<Vec<(f64, f64)>> {
    let mut points = Vec::new();
    for word in outline.split(' ') {
        let number: isize = word.parse().ok()?;
        let border = borders.get(number.unsigned_abs().checked_sub(1)?)?;
        let all_but_last = border.len() - 1;
        match number > 0 {
            true => points.extend(&border[..all_but_last]),
            false => points.extend(border[1..].iter().rev()),
        }
    }
    Some(points)
}

/// Reads a border: its first point, then the way from each point to the next.
fn border(line: &str) -> Vec<(f64, f64)> {
    let mut at = (0.0, 0.0);
    let points = numbers(line);
    let step = |step: &[f64]| {
        at = (at.0 + step[0], at.1 + step[1]);
        at
    };
    points.chunks_exact(2).map(step).collect()
}

fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Map, italy};
    use crate::data::territory::Territories;
    use std::collections::BTreeMap;

    fn edges(map: &Map) -> BTreeMap<[i64; 4], i32> {
        let mut edges = BTreeMap::new();
        for outline in map.units.iter().flat_map(|unit| &unit.outlines) {
            for (at, from) in outline.iter().enumerate() {
                let to = outline[(at + 1) % outline.len()];
                let (from, to) = ((from.0 as i64, from.1 as i64), (to.0 as i64, to.1 as i64));
                let (edge, way) = if from < to { ([from, to], 1) } else { ([to, from], -1) };
                let [(x, y), (right, below)] = edge;
                *edges.entry([x, y, right, below]).or_insert(0) += way;
            }
        }
        edges
    }

    #[test]
    fn it_has_the_territories_of_the_built_in_list_in_their_order() {
        let codes: Vec<&str> = italy().units.iter().map(|unit| unit.code).collect();
        let italy = Territories::italy();
        let known: Vec<&str> = italy.iter().map(|(_, territory)| territory.code.as_str()).collect();
        assert_eq!(codes, known);
    }

    #[test]
    fn a_border_of_two_territories_is_one_line() {
        // Where both go along it, each its own way, nothing is left of an edge; a tear would leave two lines.
        let edges = edges(italy());
        let shared = edges.values().filter(|way| **way == 0).count();
        assert!(shared > 350, "only {shared} edges are shared");
        assert!(edges.values().all(|way| (-1..=1).contains(way)), "an edge is drawn twice in one direction");
    }

    #[test]
    fn every_outline_is_an_area_within_the_whole() {
        let map = italy();
        for unit in &map.units {
            for outline in &unit.outlines {
                assert!(outline.len() >= 3, "{}: {outline:?}", unit.code);
                let inside = |(x, y): &(f64, f64)| (0.0..=map.width).contains(x) && (0.0..=map.height).contains(y);
                assert!(outline.iter().all(inside), "{}", unit.code);
            }
        }
    }
}
