//! The rows of a chart of bars, and what all its bars share.

use crate::chart::{Bar, Labelled};

/// The part of its row that a bar takes.
pub(super) const THICKNESS: f64 = 0.71;

/// What stands in a row.
pub enum Row<'a> {
    /// A bar.
    Bar(&'a Bar),
    /// The title of the bars below, such as the name of a macro-area.
    Head(&'a str),
}

/// The bars of a figure, and what they share.
pub struct Bars<'a> {
    /// The rows in the order in which they are shown.
    pub rows: Vec<Row<'a>>,
    /// The names that have no value. The workbook lists them below the others; the chart does not show them.
    pub absent: Vec<&'a Labelled>,
    /// What the workbook says of them in place of a value: "n.d.".
    pub absent_word: &'a str,
    /// The greatest value of the axis; of distances, that of the axis which the values themselves would have.
    pub axis_max: f64,
    /// What follows a number on the axis: "%".
    pub suffix: &'a str,
    /// What the values are: "% degli assistiti · al 31 agosto 2024".
    pub measure: &'a str,
    /// The national value where the bars are distances from it; none where they are values.
    pub around: Option<f64>,
    /// The value to be reached, where there is one.
    pub target: Option<f64>,
}

impl Bars<'_> {
    /// The bars with the places of their rows, counted from 0.
    pub(super) fn placed_bars(&self) -> impl Iterator<Item = (usize, &Bar)> {
        self.rows.iter().enumerate().filter_map(|(place, row)| match row {
            Row::Bar(bar) => Some((place, *bar)),
            Row::Head(_) => None,
        })
    }

    /// The bars alone.
    pub(super) fn bars(&self) -> impl Iterator<Item = &Bar> {
        self.placed_bars().map(|(_, bar)| bar)
    }

    /// The name of each row; titles of bars in capitals.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        self.rows.iter().map(|row| match row {
            Row::Bar(bar) => printed(&bar.label),
            Row::Head(title) => title.to_uppercase(),
        })
    }

    /// Whether the line of the target crosses the printed value of a bar. `reach` is how far the printed value goes beyond
    /// the end of the bar, in the unit of the axis.
    pub(super) fn crosses_target(&self, bar: &Bar, reach: f64) -> bool {
        self.target.is_some_and(|target| bar.value < target + reach * 0.1 && bar.value + reach > target)
    }

    /// The `barChart` element with its one series: `direction` is `bar` where bars lie and `col` where they stand, `thick`
    /// the part of its row that a bar takes.
    pub(super) fn plot(direction: &str, series: &str, thick: f64) -> String {
        format!(
            "<c:barChart><c:barDir val=\"{direction}\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>{series}\
             <c:gapWidth val=\"{}\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>",
            gap(thick)
        )
    }
}

/// A name with the mark of its notes.
pub(super) fn printed(label: &Labelled) -> String {
    format!("{}{}", label.name, label.mark)
}

/// The gap between two bars as Office wants it, in hundredths of a bar: the one that leaves bars the part `thick` of their
/// rows.
fn gap(thick: f64) -> i64 {
    (((1.0 - thick) / thick * 100.0).round() as i64).clamp(0, 500)
}

#[cfg(test)]
mod tests {
    use super::gap;

    #[test]
    fn a_gap_of_41_leaves_a_bar_71_hundredths_of_its_row() {
        assert_eq!(gap(0.71), 41);
    }
}
