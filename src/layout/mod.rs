//! Report -> Sheets: each figure drawn for each place it stands in, every text measured.

use crate::resolve::{Edition, Figure, Site};
use crate::scene::Scene;
use crate::theme::Theme;

/// The figures of an edition, drawn; one for each of [`Edition::figures`], in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheets {
    /// One a figure.
    pub figures: Vec<FigureSheet>,
}

/// One figure, drawn for each place it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureSheet {
    /// Complete, to stand alone: title, measure, figure, notes, source.
    pub plate: Scene,
    /// Without title and foot, one for each slide it needs.
    pub slides: Vec<Scene>,
    /// Without title and foot, for the report; `None` where the one slide serves.
    pub wide: Option<Scene>,
    /// Without title and foot, for a column of 340 pixels.
    pub narrow: Scene,
}

/// Draws all figures of an edition.
pub fn layout(edition: &Edition, site: &Site, theme: &Theme) -> Sheets {
    Sheets { figures: edition.figures.iter().map(|figure| sheet(figure, site, theme)).collect() }
}

fn sheet(figure: &Figure, site: &Site, _theme: &Theme) -> FigureSheet {
    let scene = Scene {
        width: 1168.0,
        height: 500.0,
        lang: site.lang.clone(),
        title: figure.title.clone(),
        description: figure.summary.clone(),
        nodes: Vec::new(),
    };
    FigureSheet { plate: scene.clone(), slides: vec![scene.clone()], wide: None, narrow: scene }
}
