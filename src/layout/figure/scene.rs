//! A figure as scenes: what is drawn, and what is said of it.

use crate::chart::{Drawing, Room, draw};
use crate::resolve::{Figure, Masthead, Own};
use crate::scene::{Node, OtherLanguages, Scene};
use crate::theme::Palette;

/// The figure without title and foot, in one scene or more.
pub(in crate::layout) fn bare<'a>(
    figure: &'a Figure,
    site: &'a Masthead,
    palette: &Palette,
    room: &Room,
) -> impl Iterator<Item = Scene> + 'a {
    let drawings = draw(&figure.chart, room, palette).into_iter();
    drawings.map(move |Drawing { nodes, right, bottom }| scene(figure, site, (right.ceil(), bottom.ceil()), nodes))
}

pub(in crate::layout) fn scene(
    figure: &Figure,
    site: &Masthead,
    (width, height): (f64, f64),
    nodes: Vec<Node>,
) -> Scene {
    let mut description = format!("{}. {}", figure.measure, figure.summary);
    if let Some(warning) = figure.provenance.warning() {
        description = format!("{warning} {description}");
    }
    Scene {
        width,
        height,
        lang: site.language.tag().to_owned(),
        others: others(figure, site),
        title: figure.title.clone(),
        description,
        nodes,
    }
}

/// The languages of the words of a figure that are the author's, where that is not the language of the site.
pub(in crate::layout) fn others(figure: &Figure, site: &Masthead) -> OtherLanguages {
    let tag = |is_own: bool| (is_own && site.authors != site.language).then(|| site.authors.tag().to_owned());
    let Own { kicker, title, summary } = figure.own;
    OtherLanguages { kicker: tag(kicker), title: tag(title), description: tag(summary) }
}
