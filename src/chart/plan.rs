//! What a chart decided when it was drawn, for a writer that makes the same chart by means of its own: a program of
//! slides knows bars and axes, but neither how large our names are nor whether columns found room to stand.

use super::series::Chart;
use crate::scene::{Anchor, Node, Path, Text};

/// The decisions behind one drawing. Lengths are pixels of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan<'n> {
    /// How the names of marks are set; `None` where there are none.
    pub names: Option<Set>,
    /// How the values of marks are set; `None` where there are none.
    pub values: Option<Set>,
    /// Whether columns stand. Where they have no room, they lie as bars do.
    pub upright: bool,
    /// The lines of the grid that lie, from the lowest.
    pub levels: Vec<Level>,
    /// The two axes of a slope that stand; `None` where names had no room beside them, and dumbbells were drawn.
    pub axes: Option<[Upright; 2]>,
    /// What is drawn behind the marks of a slope: its axes.
    pub behind: Vec<&'n Node>,
    /// What stands beside the marks of lines and of a slope: names with their leaders, dates, legends, who is missing.
    pub beside: Vec<&'n Node>,
}

/// How a word is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Set {
    /// Its size.
    pub size: f64,
    /// By how many degrees it is turned.
    pub turned: f64,
}

/// A line that lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// Its left and its right end.
    pub ends: [f64; 2],
    /// Its distance from the top.
    pub y: f64,
}

/// A line that stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Upright {
    /// Its distance from the left.
    pub x: f64,
    /// Its upper and its lower end.
    pub ends: [f64; 2],
}

/// Groups beside the marks of lines.
const OF_LINES: [&str; 10] = [
    "breaks",
    "broken",
    "legend",
    "missing",
    "missing national",
    "ticks dates",
    "leaders",
    "labels",
    "national",
    "absent",
];

/// Groups beside the marks of a slope.
const OF_SLOPE: [&str; 7] = ["breaks", "broken", "legend", "leaders", "labels", "national", "absent"];

/// The plan of a chart that was drawn as `nodes`.
pub fn plan<'n>(chart: &Chart, nodes: &'n [Node]) -> Plan<'n> {
    let first = |class: &str| texts(&groups(nodes, &[class])).first().copied();
    let set = |class: &str| first(class).map(|text| Set { size: text.size, turned: text.rotate });
    let grid = outlines(&groups(nodes, &["grid"]));
    let beside: &[&str] = match chart {
        Chart::Lines(_) => &OF_LINES,
        Chart::Slope(_) => &OF_SLOPE,
        _ => &[],
    };
    let is_slope = matches!(chart, Chart::Slope(_)) && !groups(nodes, &["leaders"]).is_empty();
    Plan {
        names: set("labels"),
        values: set("values"),
        upright: first("values").is_some_and(|text| text.anchor == Anchor::Middle || text.rotate != 0.0),
        levels: levels(&grid),
        axes: if is_slope { axes(&grid) } else { None },
        behind: if is_slope { groups(nodes, &["grid"]) } else { Vec::new() },
        beside: groups(nodes, beside),
    }
}

/// The groups that have one of these classes.
fn groups<'n>(nodes: &'n [Node], classes: &[&str]) -> Vec<&'n Node> {
    let is_one = |node: &&Node| matches!(node, Node::Group(group) if classes.contains(&group.class));
    nodes.iter().filter(is_one).collect()
}

/// All texts of some nodes, and of the groups among them, in their order.
fn texts<'n>(nodes: &[&'n Node]) -> Vec<&'n Text> {
    let mut found = Vec::new();
    for node in nodes {
        match node {
            Node::Group(group) => found.extend(texts(&group.nodes.iter().collect::<Vec<_>>())),
            Node::Text(text) => found.push(text),
            Node::Rect(_) | Node::Path(_) => {}
        }
    }
    found
}

/// The outlines of all paths of some nodes.
fn outlines<'n>(nodes: &[&'n Node]) -> Vec<&'n [(f64, f64)]> {
    let mut found = Vec::new();
    for node in nodes {
        match node {
            Node::Group(group) => found.extend(outlines(&group.nodes.iter().collect::<Vec<_>>())),
            Node::Path(Path { outlines, .. }) => found.extend(outlines.iter().map(Vec::as_slice)),
            Node::Rect(_) | Node::Text(_) => {}
        }
    }
    found
}

/// The lines of a grid that lie, from the lowest.
fn levels(grid: &[&[(f64, f64)]]) -> Vec<Level> {
    let of = |outline: &&[(f64, f64)]| match *outline {
        [from, to] if from.1 == to.1 => Some(Level { ends: [from.0, to.0], y: from.1 }),
        _ => None,
    };
    let mut levels: Vec<Level> = grid.iter().filter_map(of).collect();
    levels.sort_by(|one, two| two.y.total_cmp(&one.y));
    levels
}

/// The two axes of a grid that has no other lines.
fn axes(grid: &[&[(f64, f64)]]) -> Option<[Upright; 2]> {
    let of = |outline: &[(f64, f64)]| match outline {
        [from, to] => Some(Upright { x: from.0, ends: [from.1, to.1] }),
        _ => None,
    };
    match grid {
        [first, second] => Some([of(first)?, of(second)?]),
        _ => None,
    }
}
