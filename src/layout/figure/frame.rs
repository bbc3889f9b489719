//! The height that a frame needs, so that a page which shows a figure in one neither cuts it off nor leaves a hole.
//!
//! Sizes and distances are those of `css/frame.css`.

use crate::chart::wrap;
use crate::layout::sizes::NARROW;
use crate::resolve::{Edition, Figure, Masthead};
use crate::scene::{Face, Scene};

/// The width from which on a frame shows the wide drawing, in pixels.
const WIDE_FROM: f64 = 560.0;

/// The narrowest width that is reckoned with, in pixels.
const NARROWEST: f64 = 320.0;

/// The width from which on nothing grows any more, in pixels: the drawing keeps its own width and has margins.
const WIDEST: f64 = 1200.0;

/// The margin at the left and at the right, in pixels.
const MARGIN: f64 = 16.0;

/// The height of the strip at the head, of the distances below it and of the lower margin together, in pixels.
const SPACES: f64 = 40.0 + 8.0 + 4.0 + 12.0 + 12.0 + 4.0 + 14.0;

/// The size of the title and the height of its lines, in pixels.
const TITLE: (f64, f64) = (20.0, 25.0);

/// The size of the measure and the height of its lines, in pixels.
const MEASURE: (f64, f64) = (15.0, 20.0);

/// The size of the foot and the height of its lines, in pixels.
const FOOT: (f64, f64) = (13.0, 18.0);

/// The room on the last line for the link to the page of the figure, in pixels.
const LINK: f64 = 250.0;

/// How much more room words may take where the bundled faces do not come along.
const WIDER: f64 = 1.1;

/// How high a frame must be at each width.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FrameRoom {
    /// The height at a width below [`FrameRoom::WIDE_FROM`], in pixels.
    pub narrow: u32,
    /// The height at a width from there on, in two parts: what every width needs, in pixels, and what comes to it for
    /// each hundred pixels of width.
    pub wide: (u32, f64),
}

impl FrameRoom {
    /// The width from which on a frame shows the wide drawing, in pixels.
    pub const WIDE_FROM: u32 = WIDE_FROM as u32;

    /// The width from which on a frame grows no higher, in pixels.
    pub const WIDEST: u32 = WIDEST as u32;

    /// The height at a width, in pixels.
    pub fn height(&self, width: u32) -> u32 {
        let width = width.min(FrameRoom::WIDEST);
        let wide = f64::from(self.wide.0) + self.wide.1 * f64::from(width) / 100.0;
        if width < FrameRoom::WIDE_FROM { self.narrow.max(wide.ceil() as u32) } else { wide.ceil() as u32 }
    }
}

/// How high a frame of a figure must be, found from its drawings.
pub(in crate::layout) fn room(
    figure: &Figure,
    edition: &Edition,
    site: &Masthead,
    wide: &Scene,
    narrow: &Scene,
) -> FrameRoom {
    let words = words(figure, edition, site);
    let drawn = |scene: &Scene, width: f64| scene.height * width.min(scene.width) / scene.width;
    let [narrowest, full] = [NARROWEST - 2.0 * MARGIN, NARROW];
    let narrow = [narrowest, full].map(|width| words(width) + drawn(narrow, width));
    // The drawing fills the width; the words need most lines where it is least.
    let slope = wide.height / wide.width;
    let base = words(WIDE_FROM - 2.0 * MARGIN) - 2.0 * MARGIN * slope;
    FrameRoom {
        narrow: narrow[0].max(narrow[1]).ceil() as u32,
        // Tenths rounded upwards: a frame is never too low.
        wide: (base.max(0.0).ceil() as u32, (slope * 1000.0).ceil() / 10.0),
    }
}

/// The height of all words of a frame in a width, both in pixels.
fn words<'f>(figure: &'f Figure, edition: &'f Edition, site: &'f Masthead) -> impl Fn(f64) -> f64 + 'f {
    let mut foot = format!("{} {}", figure.source_label, figure.source);
    for note in &figure.notes {
        foot.extend([" · ", &note.mark, " ", &note.text]);
    }
    let edition = format!("{} · {}", edition.cover.period, site.organisation);
    move |width| {
        let lines = |face, (size, line): (f64, f64), before: f64, text: &str| {
            wrap(face, size * WIDER, width, before, text).len() as f64 * line
        };
        SPACES
            + lines(Face::Serif, TITLE, 0.0, &figure.title)
            + lines(Face::Sans, MEASURE, 0.0, &figure.measure)
            + lines(Face::Sans, FOOT, 0.0, &foot)
            + lines(Face::Sans, FOOT, LINK.min(width), &edition)
    }
}

#[cfg(test)]
mod tests {
    use super::FrameRoom;

    #[test]
    fn a_frame_has_one_height_where_it_is_narrow_and_grows_with_its_width_up_to_that_of_the_drawing() {
        let room = FrameRoom { narrow: 900, wide: (200, 60.5) };
        let heights = [320, 559, 560, 1000, 1200, 1600].map(|width| room.height(width));
        assert_eq!(heights, [900, 900, 539, 805, 926, 926]);
    }
}
