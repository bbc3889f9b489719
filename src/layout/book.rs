//! An edition laid out: its figures drawn, its talks as decks, and what is printed of them as pages. Every writer of
//! the edition writes from its book, so a slide has one number, one title and one place in all of them.

use super::figure::sheet::{self, FigureSheet};
use super::paper::handout::handout;
use super::paper::report::report;
use super::slides::deck::{Deck, Slide, deck};
use super::slides::fit::for_slides;
use super::slides::{Around, Stage, around, overflow, slides};
use crate::data::talk::Cut;
use crate::resolve::{Edition, Masthead};
use crate::scene::page::Document;
use crate::theme::{Palette, Theme};
use std::borrow::Cow;

/// An edition, laid out.
#[derive(Clone, Debug)]
pub struct Book<'e> {
    /// What holds for all editions.
    pub site: &'e Masthead,
    /// The edition as reports and the pages of figures say it.
    pub edition: &'e Edition,
    /// The edition as its decks show it: passages that do not fit their slide are set smaller, or cut into several.
    pub shown: Cow<'e, Edition>,
    /// The drawings of its figures, one sheet for each of [`Edition::figures`], in their order.
    pub sheets: Vec<FigureSheet>,
    /// The whole talk, then its cuts.
    pub talks: Vec<Talk>,
}

/// One talk of an edition.
#[derive(Clone, Debug)]
pub struct Talk {
    /// The name of its cut, as addresses have it; empty for the whole talk.
    pub name: String,
    /// The name of its cut in words, "10 minuti"; empty for the whole talk.
    pub spoken: String,
    /// Its slides.
    pub deck: Deck,
    /// Its pages, where they were asked for.
    pub printed: Option<Printed>,
}

/// What is printed of a talk.
#[derive(Clone, Debug)]
pub struct Printed {
    /// A page for each slide, then the tables behind its figures.
    pub slides: Document,
    /// Each slide with what is said while it is shown.
    pub handout: Document,
    /// The edition as a document of A4; only the whole talk has it.
    pub report: Option<Document>,
}

impl<'e> Book<'e> {
    /// The whole edition: its figures drawn for slides, for reports, for pages of their own and for frames. The
    /// drawings are in the light palette; in the dark, pages change its colours.
    ///
    /// # Panics
    /// Where the core of the talk is longer than a cut: `check` refuses that.
    pub fn of(edition: &'e Edition, site: &'e Masthead, theme: &Theme, cuts: &[(String, Cut)]) -> Book<'e> {
        Book::bound(edition, site, theme, cuts, sheet::for_all_places(edition, site, theme))
    }

    /// The talks alone: figures are drawn as slides show them, and their plates are empty.
    ///
    /// # Panics
    /// Where the core of the talk is longer than a cut: `check` refuses that.
    pub fn of_talks(edition: &'e Edition, site: &'e Masthead, theme: &Theme, cuts: &[(String, Cut)]) -> Book<'e> {
        Book::bound(edition, site, theme, cuts, sheet::for_slides(edition, site, theme))
    }

    /// The whole talk with its figures as slides show them and nothing besides: enough to see whether all of it fits.
    pub fn of_slides(edition: &'e Edition, site: &'e Masthead, theme: &Theme) -> Book<'e> {
        Book::bound(edition, site, theme, &[], sheet::for_measuring(edition, site, theme))
    }

    /// A book of figures that were drawn already, one sheet for each figure of the edition.
    ///
    /// # Panics
    /// Where the core of the talk is longer than a cut: `check` refuses that.
    pub fn bound(
        edition: &'e Edition,
        site: &'e Masthead,
        theme: &Theme,
        cuts: &[(String, Cut)],
        sheets: Vec<FigureSheet>,
    ) -> Book<'e> {
        let shown = for_slides(edition, &theme.fit, site.language);
        let talk = |name: &str, cut| Talk {
            name: name.to_owned(),
            spoken: name.replace(['-', '_'], " "),
            deck: deck(&shown, &sheets, site.language, cut),
            printed: None,
        };
        let cuts = cuts.iter().map(|(name, cut)| talk(name, *cut));
        let talks = std::iter::once(talk("", Cut::All)).chain(cuts).collect();
        Book { site, edition, shown, sheets, talks }
    }

    /// The book with the pages of its talks, and with the report.
    #[must_use]
    pub fn printed(mut self, palette: &Palette) -> Book<'e> {
        let print = |talk: &Talk| {
            let stage = self.stage(talk);
            let is_whole = talk.name.is_empty() && self.edition.audience.is_none();
            Printed {
                slides: slides(&stage, palette),
                handout: handout(&stage, palette),
                report: is_whole.then(|| report(&stage, palette)),
            }
        };
        let pages: Vec<Printed> = self.talks.iter().map(print).collect();
        for (talk, printed) in self.talks.iter_mut().zip(pages) {
            talk.printed = Some(printed);
        }
        self
    }

    /// By how many pixels what stands on a slide of the whole talk runs over it; `None` where it fits.
    pub fn overflow(&self, slide: &Slide) -> Option<f64> {
        overflow(&self.stage(&self.talks[0]), slide)
    }

    /// How many lines stand around the drawing of a figure, given by its place, on a slide of the whole talk.
    pub fn around(&self, slide: &Slide, place: usize) -> Around {
        around(&self.stage(&self.talks[0]), slide, place)
    }

    fn stage<'s>(&'s self, talk: &'s Talk) -> Stage<'s> {
        Stage { site: self.site, edition: &self.shown, figures: &self.sheets, deck: &talk.deck, cut: &talk.spoken }
    }
}
