//! How a figure shows its series: a closed list, each with the word authors write after `as:`.

use super::indicator::Part;

/// A way to show a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// Horizontal bars, ranked.
    Bars,
    /// Bars grouped by macro-area.
    Areas,
    /// Upright bars.
    Columns,
    /// Distance from the national value.
    Distance,
    /// A small panel of bars for each macro-area.
    Strip,
    /// Territory by item, yes or no.
    Table,
    /// Lines over the editions.
    Lines,
    /// A square for each territory, at its place.
    Tiles,
    /// The map of Italy.
    Map,
}

impl View {
    /// All of them.
    pub const ALL: [View; 9] = [
        View::Bars,
        View::Areas,
        View::Columns,
        View::Tiles,
        View::Map,
        View::Distance,
        View::Strip,
        View::Lines,
        View::Table,
    ];

    /// The word authors write, and the end of a figure's id.
    pub const fn word(self) -> &'static str {
        match self {
            View::Bars => "bars",
            View::Areas => "areas",
            View::Columns => "columns",
            View::Distance => "distance",
            View::Strip => "strip",
            View::Table => "table",
            View::Lines => "lines",
            View::Tiles => "tiles",
            View::Map => "map",
        }
    }

    /// The view a part has where the author asks for none.
    pub const fn plain(part: Part) -> View {
        match part {
            Part::Territories | Part::Items => View::Bars,
            Part::Table => View::Table,
        }
    }

    /// Whether a part can be shown so.
    pub fn shows(self, part: Part) -> bool {
        match self {
            View::Bars | View::Lines => part != Part::Table,
            View::Table => part == Part::Table,
            View::Areas | View::Columns | View::Tiles | View::Map | View::Distance | View::Strip => {
                part == Part::Territories
            }
        }
    }

    /// The views a part can have, the plain one first.
    pub fn of(part: Part) -> impl Iterator<Item = View> {
        let others = View::ALL.into_iter().filter(move |view| view.shows(part) && *view != View::plain(part));
        std::iter::once(View::plain(part)).chain(others)
    }
}

/// A way to show what changed in a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeView {
    /// Two circles of each, on one axis.
    Dumbbell,
    /// A line of each, from one upright axis to another.
    Slope,
}

impl ChangeView {
    /// All of them, the plain one first.
    pub const ALL: [ChangeView; 2] = [ChangeView::Dumbbell, ChangeView::Slope];

    /// The word authors write, and, where it is not the plain one, the end of a figure's id.
    pub const fn word(self) -> &'static str {
        match self {
            ChangeView::Dumbbell => "dumbbell",
            ChangeView::Slope => "slope",
        }
    }
}
