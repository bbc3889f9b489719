//! How a figure is drawn, and its values one after the other, for people who do not see it.

use super::list;
use crate::lang::facts::sentence;
use crate::lang::{DrawnFacts, Shape, ShapeNames};

/// The name of each kind of drawing in a list of figures.
pub const SHAPE_NAMES: ShapeNames = ShapeNames {
    bars: "bars",
    areas: "by macro-area",
    columns: "columns",
    distance: "distance",
    strip: "panels by macro-area",
    change: "change",
    matrix: "table",
    lines: "over time",
    tiles: "tiles",
    map: "map",
};

/// What kind of drawing it is, and what its parts mean.
pub fn drawn(facts: &DrawnFacts<'_>) -> String {
    let DrawnFacts { shape, called, axis, .. } = facts;
    let one = &called.one;
    let axis = format!("on an axis from 0 to {axis}");
    let whole = |place: &str| facts.whole.map_or_else(String::new, |whole| format!(" {whole} {place}."));
    match shape {
        Shape::Bars => format!(
            "Chart of horizontal bars, one for each {one}, from the highest value to the lowest; the length is the value, \
             {axis}.{}",
            whole("is among the bars, in its place")
        ),
        Shape::Areas => format!(
            "Chart of horizontal bars grouped by macro-area, one for each {one}, in each group from the highest value to the \
             lowest; the length is the value, {axis}.{}",
            whole("stands at the head")
        ),
        Shape::Columns => format!(
            "Chart of upright bars, one for each {one}, from left to right from the highest value to the lowest; the height is \
             the value, {axis}.{}",
            whole("is among the bars, in its place")
        ),
        Shape::Distance(zero) => format!(
            "Chart of horizontal bars to both sides of an upright line ({zero}), one for each {one}: to the right those above \
             it, to the left those below; the length is the distance in points."
        ),
        Shape::Strip => format!(
            "Panels side by side, one for each macro-area, all on the same scale: in each horizontal bars, one for each {one}, \
             from the highest value to the lowest, {axis}.{}",
            whole("is the upright line through all of them")
        ),
        Shape::Dumbbell([before, after], joined) => format!(
            "One row for each {one}, with two circles {axis}: the hollow one is the value before ({before}), the full one \
             the value now ({after}){}. Rows go from the highest value now to the lowest.",
            if *joined { "; a line joins them" } else { "; no line joins them, for they are not compared" }
        ),
        Shape::Slope([before, after], joined) => format!(
            "Two upright axes from 0, with the same values: on the left before ({before}), on the right now ({after}). {}",
            match joined {
                true => format!(
                    "A line for each {one} goes from one value to the other: where it rises, the value has grown."
                ),
                false => "No line joins the values, for they are not compared.".to_owned(),
            }
        ),
        Shape::Matrix(columns) => format!(
            "Table with a row for each {one} and {columns} columns, one for each item: every cell says whether the item is \
             available, not available or without data; the total stands at the end of the row. Rows go from the greatest total \
             to the smallest."
        ),
        Shape::Lines(dates) => format!(
            "Line chart, one line for each {one}: dates across ({}), the value upwards, {axis}.{} Where a value is missing, or \
             is not compared with the one before, the line is interrupted.",
            list(dates),
            whole("is the thickest line")
        ),
        Shape::Tiles(steps) => format!(
            "Equal tiles, one for each {one}, placed roughly as on the map; each has its short name and its value, and its \
             colour says in which step it is: {}.",
            list(steps)
        ),
        Shape::Map(steps) => {
            format!("Map of Italy: the colour of each {one} says in which step its value is: {}.", list(steps))
        }
    }
}

/// All values, one after the other; those that share a rank are joined already.
pub fn values(all: &[String]) -> String {
    sentence(&format!("Values, in order: {}", all.join("; ")))
}

/// Names that share a rank, with their value: `Abruzzo and Molise 12% (joint 9th)`.
pub fn at_a_place(names: &[&str], value: &str, place: Option<&str>) -> String {
    let names = list(names);
    place.map_or_else(|| format!("{names} {value}"), |place| format!("{names} {value} ({place})"))
}

/// A row of yes and no, with the items that are not there and those that are not known: `Lazio 2 of 4 (not available:
/// a, b; no data: c)`.
pub fn row_of_table(name: &str, total: &str, no: &[&str], unknown: &[&str]) -> String {
    let lacks = [("not available", no), ("no data", unknown)];
    let lacks = lacks.iter().filter(|(_, items)| !items.is_empty());
    let lacks: Vec<String> = lacks.map(|(words, items)| format!("{words}: {}", items.join(", "))).collect();
    if lacks.is_empty() { format!("{name} {total}") } else { format!("{name} {total} ({})", lacks.join("; ")) }
}
