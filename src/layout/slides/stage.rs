//! All that a slide is made from.

use super::deck::{Deck, What};
use crate::lang::{PageWords, page_words};
use crate::layout::figure::sheet::FigureSheet;
use crate::resolve::{Edition, Masthead};

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
    pub(in crate::layout) fn words(&self) -> &'static PageWords {
        page_words(self.site.language)
    }

    /// The language of the authors' words, where it is not that of the pages.
    pub(in crate::layout) fn authors(&self) -> Option<&'static str> {
        (self.site.authors != self.site.language).then(|| self.site.authors.tag())
    }

    /// The level of the headings of slides: below that of the talk's title, where the talk begins with one.
    pub(in crate::layout) fn level(&self) -> u8 {
        let titled = self.deck.slides.first().is_some_and(|slide| slide.what == What::Title);
        if titled { 2 } else { 1 }
    }
}
