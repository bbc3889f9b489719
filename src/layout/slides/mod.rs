//! The slides of a deck as pages: every word placed, as `css/slide.css` and a browser place it.
//!
//! The same code lays out a slide to measure it ([`overflow`]) and to write it ([`slide_page`]), so the two agree.

mod appendix;
pub(super) mod deck;
mod document;
mod figure;
pub(super) mod fit;
mod head;
mod large;
pub(super) mod passage;
mod plain;

pub use document::slides;
pub(super) use document::{document, of_slides, redirect};
pub(super) use figure::source_runs;
pub use figure::{Around, around};
pub(crate) use figure::{is_sentence, source_words};
pub(super) use head::title_part;
pub(super) use large::event_line;
pub use plain::is_dense;

use super::text::ink::Ink;
use super::text::pen::{Draft, Pen, Ruler, Shape};
use crate::lang::{PageWords, page_words};
use crate::layout::figure::sheet::FigureSheet;
use crate::layout::sizes::{HEIGHT, WIDTH};
use crate::resolve::{Edition, Entry, Masthead};
use crate::scene::page::{Page, Role};
use crate::theme::Palette;
use deck::{Deck, Slide, What};

/// All that slides are made from.
#[derive(Clone, Copy, Debug)]
pub struct Stage<'s> {
    /// What holds for all editions.
    pub site: &'s Masthead,
    /// The edition, with what it says and shows.
    pub edition: &'s Edition,
    /// The drawings of its figures.
    pub figures: &'s [FigureSheet],
    /// The slides.
    pub deck: &'s Deck,
    /// The name of the cut in words, "10 minuti"; empty for the whole talk.
    pub cut: &'s str,
}

impl Stage<'_> {
    pub(super) fn words(&self) -> &'static PageWords {
        page_words(self.site.language)
    }

    /// The language of the authors' words, where it is not that of the pages.
    fn authors(&self) -> Option<&'static str> {
        (self.site.authors != self.site.language).then(|| self.site.authors.tag())
    }

    /// The level of the headings of slides: below that of the talk's title, where the talk begins with one.
    fn level(&self) -> u8 {
        let titled = self.deck.slides.first().is_some_and(|slide| slide.what == What::Title);
        if titled { 2 } else { 1 }
    }
}

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

/// Sets a ground as large as a slide, and the bar at its left.
fn ground(ground: Ink, (bar, at, size): (Ink, f64, (f64, f64)), pen: &mut dyn Pen) {
    let shape = |at, size, ink| Shape { at, size, radius: 0.0, fill: Some(ink), stroke: None };
    pen.shape(shape((0.0, 0.0), (WIDTH, HEIGHT), ground));
    pen.shape(shape((0.0, at), size, bar));
}
