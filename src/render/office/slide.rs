//! A slide: the layout it stands on, and what it has in its places.

use super::master::Layout;
use super::package::Relations;
use super::page::Page;
use super::shape::Shapes;
use super::text::Words;
use super::xml::{HEAD, NAMES};
use super::{Talk, figure, notes, opening, passage};
use crate::lang;
use crate::layout::{Slide, What};
use crate::resolve::Entry;

/// A slide with the parts that belong to it.
pub struct Made {
    /// The XML of the slide.
    pub part: String,
    /// The relations of the slide to other parts.
    pub relations: Relations,
    /// The XML of its notes.
    pub notes: String,
    /// The XML of its chart and the bytes of the workbook behind it, where it has a chart.
    pub chart: Option<(String, Vec<u8>)>,
}

/// Makes a slide with its notes and, where it shows one, its chart.
pub fn made(talk: &Talk<'_>, slide: &Slide) -> Made {
    let file = lang::office(talk.site.language);
    let authors = lang::office(talk.site.authors).lang;
    let palette = talk.palette;
    let mut page = Page {
        talk: *talk,
        slide,
        shapes: Shapes::default(),
        file,
        ours: Words { lang: file.lang, palette },
        authors: Words { lang: authors, palette },
        chart: None,
    };
    let layout = match (&talk.edition.outline[slide.step].entry, slide.what) {
        (_, What::Figure { figure, drawing, drawings }) => {
            figure::fill(&mut page, figure, (drawing, drawings));
            Layout::Figure
        }
        (Entry::Narrative(passages), What::Narrative(place, density)) => {
            passage::fill(&mut page, &passages[place], &density);
            Layout::Text
        }
        (Entry::Title, _) => {
            opening::title(&mut page);
            Layout::Title
        }
        (Entry::Section(section), _) => {
            opening::section(&mut page, section);
            Layout::Section
        }
        (Entry::Closing(closing), _) => {
            opening::closing(&mut page, closing);
            Layout::Closing
        }
        (Entry::Link(link), _) => {
            opening::link(&mut page, link);
            Layout::Statement
        }
        (Entry::Overview(overview), _) => {
            opening::overview(&mut page, overview);
            Layout::TitleOnly
        }
        (Entry::Profile(profile), _) => {
            opening::profile(&mut page, profile);
            Layout::TitleOnly
        }
        // A step has the slides that were made of it: there is no other pair.
        (Entry::Narrative(_) | Entry::Figure(_), _) => Layout::TitleOnly,
    };
    page.shapes.relations.to("slideLayout", &format!("../slideLayouts/slideLayout{}.xml", layout.number()));
    page.shapes.relations.to("notesSlide", &format!("../notesSlides/notesSlide{}.xml", slide.number));
    let hidden = if slide.backup { " show=\"0\"" } else { "" };
    let part = format!(
        "{HEAD}<p:sld {NAMES}{hidden}><p:cSld>{}</p:cSld><p:clrMapOvr>{}</p:clrMapOvr></p:sld>",
        page.shapes.tree(),
        layout.colors()
    );
    let notes = notes::notes(talk, slide, authors);
    Made { part, relations: page.shapes.relations, notes, chart: page.chart }
}
