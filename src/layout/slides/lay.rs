//! A slide laid out, to measure it and to write it alike.

use super::deck::{Slide, What};
use super::stage::Stage;
use super::{figure, large, plain};
use crate::layout::sizes::{HEIGHT, WIDTH};
use crate::layout::text::pen::{Draft, Pen, Ruler};
use crate::resolve::Entry;
use crate::scene::page::{Page, Role};
use crate::theme::Palette;

/// A slide as a page.
pub fn slide_page(stage: &Stage, slide: &Slide, palette: &Palette) -> Page {
    let mut draft = Draft::new(palette);
    draft.open(Role::Section);
    lay(stage, slide, &mut draft);
    draft.close();
    Page { width: WIDTH, height: HEIGHT, counted: None, parts: draft.parts() }
}

/// By how many pixels what stands on a slide runs over it; `None` where it fits.
pub fn overflow(stage: &Stage, slide: &Slide) -> Option<f64> {
    let over = lay(stage, slide, &mut Ruler);
    (over > 0.01).then_some(over)
}

/// The page before the slides that are kept back.
pub(super) fn backup_page(stage: &Stage, palette: &Palette) -> Page {
    let mut draft = Draft::new(palette);
    draft.open(Role::Section);
    large::backup(stage, &mut draft);
    draft.close();
    Page { width: WIDTH, height: HEIGHT, counted: Some(("+".to_owned(), 1)), parts: draft.parts() }
}

/// Lays out a slide; returns by how many pixels it is too high, negative where there is room left.
fn lay(stage: &Stage, slide: &Slide, pen: &mut dyn Pen) -> f64 {
    pen.lang(None);
    match (&stage.edition.outline[slide.step].entry, slide.what) {
        (Entry::Section(section), _) => large::section(stage, slide, section, pen),
        (Entry::Closing(closing), _) => large::closing(stage, slide, closing, pen),
        (Entry::Narrative(passages), What::Narrative(place, density)) => {
            plain::narrative(stage, slide, &passages[place], &density, pen)
        }
        (Entry::Link(link), _) => plain::link(stage, slide, link, pen),
        (Entry::Overview(overview), _) => plain::overview(stage, slide, overview, pen),
        (Entry::Profile(profile), _) => plain::profile(stage, slide, profile, pen),
        (_, What::Figure { figure, drawing, drawings }) => {
            figure::figure(stage, slide, (figure, drawing, drawings), pen)
        }
        _ => large::title(stage, slide, pen),
    }
}
