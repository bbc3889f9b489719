//! The names of figures and of their data files.

use crate::data::indicator::{Indicator, Kind, Part};
use crate::data::view::View;

/// The name of a figure: of its files and its address.
pub fn figure_id(indicator: &Indicator, part: Part) -> String {
    match indicator.kind {
        Kind::Share => indicator.id.clone(),
        Kind::Availability { .. } => format!("{}-{}", indicator.id, part.word()),
    }
}

/// The name of a view of it: the plain one has the figure's.
pub fn view_id(indicator: &Indicator, part: Part, view: View) -> String {
    let id = figure_id(indicator, part);
    if view == View::plain(part) { id } else { format!("{id}-{}", view.word()) }
}

/// The name of the data file that holds it.
pub fn dataset_name(indicator: &Indicator, part: Part) -> String {
    match part {
        Part::Territories => indicator.id.clone(),
        Part::Items | Part::Table => figure_id(indicator, part),
    }
}
