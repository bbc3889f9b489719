//! The figures of an edition by their names: those that its outline shows, and those that it could show.

use super::figure::change::change_id;
use super::figure::figure::Figure;
use super::figure::{lines, over_time, series};
use super::names::view_id;
use crate::check::{Checked, EditionData, EntryData, FigureData};
use crate::data::view::View;

/// The figure that has a name in an edition, by the edition's place in the collection: as its outline shows it, else as the
/// series alone would be shown; `None` where the edition has no such series, or it cannot be shown so.
///
/// # Panics
/// Where there is no such edition.
pub fn asked(checked: &Checked, index: usize, id: &str) -> Option<FigureData> {
    let data = &checked.editions[index];
    let is_it = |asked: &FigureData| {
        let indicator = &checked.catalogue.indicators[asked.indicator];
        view_id(indicator, asked.part, asked.view) == id && data.series(asked.indicator, asked.part).is_some()
    };
    let in_outline = data.entries().find_map(|entry| match entry {
        EntryData::Figure(asked) if is_it(asked) => Some(asked.clone()),
        _ => None,
    });
    in_outline.or_else(|| all_views(checked, index).find(is_it))
}

/// A figure of an edition, by the edition's place in the collection, whether its outline shows it or not; `None` where the
/// edition has no such series. `number` counts figures from 1.
///
/// # Panics
/// Where there is no such edition or indicator.
pub fn figure_of(checked: &Checked, index: usize, asked: &FigureData, number: usize) -> Option<Figure> {
    let data = &checked.editions[index];
    if asked.view == View::Lines {
        return lines::figure(checked, data, asked, number);
    }
    let series = data.series(asked.indicator, asked.part)?;
    Some(series::figure(checked, data, series, asked, number))
}

/// The names of the figures an edition can show: those of its outline, in its order; then every other view of its data.
///
/// # Panics
/// Where there is no such edition.
pub fn figure_names(checked: &Checked, index: usize) -> (Vec<String>, Vec<String>) {
    let data = &checked.editions[index];
    let indicators = &checked.catalogue.indicators;
    let shown: Vec<String> = figure_ids(checked, data).collect();
    let views = all_views(checked, index).map(|one| view_id(&indicators[one.indicator], one.part, one.view));
    let others = views.filter(|id| !shown.contains(id)).collect();
    (shown, others)
}

/// The names of the figures that the outline of an edition shows.
pub fn figure_ids<'d>(checked: &'d Checked, data: &'d EditionData) -> impl Iterator<Item = String> + 'd {
    let indicators = &checked.catalogue.indicators;
    data.entries().filter_map(move |entry| match entry {
        EntryData::Figure(FigureData { indicator, part, view, .. }) => {
            Some(view_id(&indicators[*indicator], *part, *view))
        }
        EntryData::Change { indicator, part, view, .. } => Some(change_id(&indicators[*indicator], *part, *view)),
        _ => None,
    })
}

/// Every view of every series of an edition, whether or not its outline shows it.
fn all_views(checked: &Checked, index: usize) -> impl Iterator<Item = FigureData> + '_ {
    let keys = checked.editions[index].series.keys();
    let views = keys.flat_map(|&(indicator, part)| View::of(part).map(move |view| (indicator, part, view)));
    views.filter_map(move |(indicator, part, view)| {
        let mut asked = FigureData::new(indicator, part, view);
        let territories = &checked.territories;
        match view {
            View::Lines => asked.older = over_time::older(checked, index, (indicator, part))?,
            View::Tiles if !territories.have_tiles() => return None,
            View::Map if !territories.is_built_in() => return None,
            _ => {}
        }
        Some(asked)
    })
}
