//! How a figure shows its series: a closed list, each with the word authors write after `as:`.

use super::indicator::Part;

/// The list of views: each stands in it once, with its word.
macro_rules! views {
    ($($(#[$doc:meta])* $view:ident = $word:literal),* $(,)?) => {
        /// A way to show a series.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum View {
            $($(#[$doc])* $view),*
        }

        impl View {
            /// All of them, in the order in which messages list them.
            pub const ALL: &[View] = &[$(View::$view),*];

            /// The word that authors write, which also ends the id of such a figure.
            pub const fn word(self) -> &'static str {
                match self {
                    $(View::$view => $word),*
                }
            }
        }
    };
}

views! {
    /// Horizontal bars, ranked.
    Bars = "bars",
    /// Bars under the titles of macro-areas.
    Areas = "areas",
    /// Upright bars.
    Columns = "columns",
    /// A square for each territory, at its place.
    Tiles = "tiles",
    /// The map of Italy.
    Map = "map",
    /// Bars to both sides of the national value.
    Distance = "distance",
    /// A small panel of bars for each macro-area.
    Strip = "strip",
    /// Lines over the dates of the editions.
    Lines = "lines",
    /// A table of territories by items, yes or no.
    Table = "table",
}

impl View {
    /// The view that a part has where the author asks for none.
    pub const fn plain(part: Part) -> View {
        match part {
            Part::Territories | Part::Items => View::Bars,
            Part::Table => View::Table,
        }
    }

    /// Whether a part can be shown in this way.
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
        let others = View::ALL.iter().copied().filter(move |view| view.shows(part) && *view != View::plain(part));
        std::iter::once(View::plain(part)).chain(others)
    }
}

/// A way to show what changed in a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeView {
    /// Two circles for each territory, on one axis.
    Dumbbell,
    /// A line for each territory, between two upright axes.
    Slope,
}

impl ChangeView {
    /// All of them, the plain one first.
    pub const ALL: [ChangeView; 2] = [ChangeView::Dumbbell, ChangeView::Slope];

    /// The word that authors write; where the view is not the plain one, it also ends the id of the figure.
    pub const fn word(self) -> &'static str {
        match self {
            ChangeView::Dumbbell => "dumbbell",
            ChangeView::Slope => "slope",
        }
    }
}
