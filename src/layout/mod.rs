//! Report -> Sheets: each figure drawn for each place it stands in, every text measured.

mod plate;

use crate::chart::{Drawing, Room, Scale, draw, wrap};
use crate::resolve::{Edition, Figure, Site};
use crate::scene::{Face, Node, Scene};
use crate::theme::{Palette, Theme};

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

/// Width of a figure on a slide and in the report, in pixels.
const WIDE: f64 = 1168.0;

/// Width of a figure in a narrow column.
const NARROW: f64 = 340.0;

/// Height of a figure on a slide, below a title of one line and of two.
const SLIDE_HEIGHTS: [f64; 2] = [510.0, 460.0];

/// Height wished for in the report, where a figure is not cut into slides.
const WIDE_HEIGHT: f64 = 720.0;

/// Size of a title on a slide.
const SLIDE_TITLE: f64 = 34.0;

/// Draws all figures of an edition.
pub fn layout(edition: &Edition, site: &Site, theme: &Theme) -> Sheets {
    Sheets { figures: edition.figures.iter().map(|figure| sheet(figure, site, &theme.light)).collect() }
}

fn sheet(figure: &Figure, site: &Site, palette: &Palette) -> FigureSheet {
    let lines = wrap(Face::Serif, SLIDE_TITLE, WIDE, 0.0, &figure.title).len();
    let height = SLIDE_HEIGHTS[usize::from(lines > 1)];
    let slide = Room { left: 0.0, top: 0.0, width: WIDE, height, paged: true, scale: Scale::Large };
    let slides: Vec<Scene> = bare(figure, site, palette, &slide).collect();
    let unpaged = |room| bare(figure, site, palette, &room).next();
    let wide = if slides.len() > 1 { unpaged(Room { height: WIDE_HEIGHT, paged: false, ..slide }) } else { None };
    let narrow = unpaged(Room { width: NARROW, height: 0.0, paged: false, scale: Scale::Small, ..slide });
    let empty = || scene(figure, site, (NARROW, 1.0), Vec::new());
    FigureSheet { plate: plate::draw(figure, site, palette), slides, wide, narrow: narrow.unwrap_or_else(empty) }
}

/// The figure alone, in one scene or more.
fn bare<'a>(figure: &'a Figure, site: &'a Site, palette: &Palette, room: &Room) -> impl Iterator<Item = Scene> + 'a {
    let drawings = draw(&figure.chart, room, palette).into_iter();
    drawings.map(move |Drawing { nodes, right, bottom }| scene(figure, site, (right.ceil(), bottom.ceil()), nodes))
}

fn scene(figure: &Figure, site: &Site, (width, height): (f64, f64), nodes: Vec<Node>) -> Scene {
    Scene {
        width,
        height,
        lang: site.lang.clone(),
        title: figure.title.clone(),
        description: format!("{}. {}", figure.measure, figure.summary),
        nodes,
    }
}
