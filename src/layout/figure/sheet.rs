//! A figure drawn for each place it stands in.

use super::frame::{self, FrameRoom};
use super::plate::{PlateSize, plate};
use super::scene::{bare, scene};
use crate::chart::{Room, Scale};
use crate::layout::head::{foot, head, part};
use crate::layout::sizes::{BODY_GAP, FOOT_GAP, HEIGHT, NARROW, WIDE, WIDE_HEIGHT};
use crate::resolve::{Edition, Figure, Masthead};
use crate::scene::Scene;
use crate::theme::{Palette, Theme};

/// The drawings of one figure, for each place it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureSheet {
    /// The figure complete, to stand alone: title, measure, drawing, notes, source.
    pub plate: Scene,
    /// The figure without title and foot, one drawing for each slide that it needs.
    pub slides: Vec<Scene>,
    /// The height of the foot of its slides, in pixels.
    pub foot: f64,
    /// Whether that foot is long, and so set smaller.
    pub long_foot: bool,
    /// The figure without title and foot, for the report; `None` where the drawing of its one slide serves.
    pub wide: Option<Scene>,
    /// The figure without title and foot, for a column of 340 pixels.
    pub narrow: Scene,
    /// How high a frame must be that shows it in a page elsewhere.
    pub frame: FrameRoom,
}

/// Draws all figures of an edition, in the light palette; in the dark, pages change its colours.
pub(in crate::layout) fn for_all_places(edition: &Edition, site: &Masthead, theme: &Theme) -> Vec<FigureSheet> {
    let complete = |figure| {
        let sheet = sheet(figure, edition, site, &theme.light);
        let wide = match sheet.slides.len() {
            0 | 1 => None,
            _ => {
                let room = Room { height: WIDE_HEIGHT, paged: false, ..room(figure, "", sheet.foot) };
                bare(figure, site, &theme.light, &room).next()
            }
        };
        let shown = wide.as_ref().or(sheet.slides.first()).unwrap_or(&sheet.narrow);
        let frame = frame::room(figure, edition, site, shown, &sheet.narrow);
        let plate = plate(figure, site, &theme.light, PlateSize::SITE).scene;
        FigureSheet { plate, wide, frame, ..sheet }
    };
    edition.figures.iter().map(complete).collect()
}

/// Draws the figures of a talk that has no report of its own: only what slides show. Plates are empty.
pub(in crate::layout) fn for_slides(edition: &Edition, site: &Masthead, theme: &Theme) -> Vec<FigureSheet> {
    edition.figures.iter().map(|figure| sheet(figure, edition, site, &theme.light)).collect()
}

/// The room of a figure on a slide. `more` follows its title, and `foot` is the height of the foot in pixels.
fn room(figure: &Figure, more: &str, foot: f64) -> Room {
    let height = HEIGHT - head(figure, more) - BODY_GAP - FOOT_GAP - foot;
    Room { left: 0.0, top: 0.0, width: WIDE, height: height.floor(), paged: true, scale: Scale::Large }
}

/// Draws the figures of a talk for its slides alone, to see whether they fit: plates and narrow drawings are empty.
pub(in crate::layout) fn for_measuring(edition: &Edition, site: &Masthead, theme: &Theme) -> Vec<FigureSheet> {
    edition.figures.iter().map(|figure| on_slides(figure, edition, site, &theme.light).0).collect()
}

/// The drawings of a figure for its slides, and for a narrow column.
fn sheet(figure: &Figure, edition: &Edition, site: &Masthead, palette: &Palette) -> FigureSheet {
    let (sheet, slide) = on_slides(figure, edition, site, palette);
    let column = Room { width: NARROW, height: 0.0, paged: false, scale: Scale::Small, ..slide };
    match bare(figure, site, palette, &column).next() {
        Some(narrow) => FigureSheet { narrow, ..sheet },
        None => sheet,
    }
}

/// The drawings of a figure for its slides alone, and their room.
fn on_slides(figure: &Figure, edition: &Edition, site: &Masthead, palette: &Palette) -> (FigureSheet, Room) {
    let (foot, long_foot) = foot((&figure.source_label, &figure.source, &figure.notes), edition);
    let mut slide = room(figure, "", foot);
    let mut slides: Vec<Scene> = bare(figure, site, palette, &slide).collect();
    let part = part(0, slides.len(), site.language);
    let with_part = room(figure, &part, foot);
    if slides.len() > 1 && with_part != slide {
        slide = with_part;
        slides = bare(figure, site, palette, &slide).collect();
    }
    let empty = || scene(figure, site, (NARROW, 1.0), Vec::new());
    let (plate, narrow, frame) = (empty(), empty(), FrameRoom::default());
    (FigureSheet { plate, slides, foot, long_foot, wide: None, narrow, frame }, slide)
}
