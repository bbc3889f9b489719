//! A talk, and the bytes of its file of slides: every slide made on its own, then put together with what they share.

use super::package::{Package, Relations};
use super::{master, properties, slide, theme};
use crate::lang;
use crate::layout::{self, FigureSheet};
use crate::resolve::{Edition, Masthead};
use crate::theme::Palette;
use rayon::prelude::*;

/// A talk, and what its slides are made of.
#[derive(Clone, Copy)]
pub struct Talk<'a> {
    /// What holds for all editions of the site.
    pub site: &'a Masthead,
    /// The edition whose talk it is.
    pub edition: &'a Edition,
    /// Its figures as they were drawn, one for each of the edition's, in their order.
    pub sheets: &'a [FigureSheet],
    /// Its slides as they were laid out.
    pub deck: &'a layout::Deck,
    /// Its colours.
    pub palette: &'a Palette,
    /// The name of its cut, in words; empty where it is whole.
    pub cut: &'a str,
}

impl Talk<'_> {
    /// The number of the slide that has an address within the deck.
    pub(super) fn slide_at(&self, id: &str) -> Option<usize> {
        self.deck.slides.iter().find(|slide| slide.id == id).map(|slide| slide.number)
    }

    /// The number of the first slide of a figure, given by its place in the edition.
    pub(super) fn slide_of(&self, figure: usize) -> Option<usize> {
        self.slide_at(&format!("figure-{}", self.edition.figures.get(figure)?.id))
    }
}

/// The bytes of the file of slides; the same talk gives the same bytes.
pub fn slides(talk: &Talk<'_>) -> Vec<u8> {
    let words = lang::office(talk.site.language);
    let theme = theme::theme(talk.palette);
    let made: Vec<slide::Made> = talk.deck.slides.par_iter().map(|slide| slide::made(talk, slide)).collect();

    let mut package = Package::default();
    let mut of_presentation = Relations::default();
    of_presentation.to("slideMaster", "slideMasters/slideMaster1.xml");
    of_presentation.to("notesMaster", "notesMasters/notesMaster1.xml");
    master::add(&mut package, &theme, words);
    master::add_notes(&mut package, &theme, words);
    let mut ids = Vec::with_capacity(made.len());
    for (slide, made) in talk.deck.slides.iter().zip(made) {
        let number = slide.number;
        ids.push(of_presentation.to("slide", &format!("slides/slide{number}.xml")));
        package.add(
            &format!("ppt/slides/slide{number}.xml"),
            "officedocument.presentationml.slide",
            made.part,
            &made.relations,
        );
        let mut relations = Relations::default();
        relations.to("notesMaster", "../notesMasters/notesMaster1.xml");
        relations.to("slide", &format!("../slides/slide{number}.xml"));
        package.add(
            &format!("ppt/notesSlides/notesSlide{number}.xml"),
            "officedocument.presentationml.notesSlide",
            made.notes,
            &relations,
        );
        if let Some((chart, workbook)) = made.chart {
            let mut relations = Relations::default();
            relations.to("package", &format!("../embeddings/Microsoft_Excel_Sheet{number}.xlsx"));
            package.add(&format!("ppt/charts/chart{number}.xml"), "officedocument.drawingml.chart", chart, &relations);
            package.add_workbook(&format!("ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"), workbook);
        }
    }
    for (kind, target) in [("presProps", "presProps.xml"), ("viewProps", "viewProps.xml")] {
        of_presentation.to(kind, target);
    }
    of_presentation.to("theme", "theme/theme1.xml");
    of_presentation.to("tableStyles", "tableStyles.xml");
    properties::add(&mut package, talk, &ids, &of_presentation);
    package.finish(&properties::of_all())
}

#[cfg(test)]
mod tests {
    use super::{Talk, slides};
    use crate::layout;
    use crate::resolve::Entry;
    use crate::theme::Theme;
    use crate::{Request, Site, disk};
    use std::io::Read;
    use std::path::Path;

    fn part(bytes: &[u8], path: &str) -> String {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("slides are a zip");
        let mut text = String::new();
        archive.by_name(path).unwrap_or_else(|_| panic!("no {path}")).read_to_string(&mut text).expect("XML is text");
        text
    }

    #[test]
    fn slides_kept_back_are_hidden_in_a_section_of_their_own_and_a_code_to_photograph_says_where_it_leads() {
        let loaded = disk::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("the example is there");
        let site = Site::check(&loaded, &Request::default()).expect("the example is sound");
        let (mut edition, theme) = (site.edition(0), Theme::builtin());
        for step in &mut edition.outline {
            if let Entry::Closing(closing) = &mut step.entry {
                closing.qr = Some("https://fse.example/slides".into());
            }
        }
        let of_site = &site.report().site;
        let mut book = layout::Book::of(&edition, of_site, &theme, &[]);
        let deck = &mut book.talks[0].deck;
        let last = deck.slides.len();
        deck.slides[last - 2].backup = true;
        deck.slides.swap(last - 2, last - 1);
        deck.slides[last - 2].number = last - 1;
        deck.slides[last - 1].number = last;
        let palette = &theme.light;
        let (sheets, deck) = (&book.sheets, &book.talks[0].deck);
        let bytes = slides(&Talk { site: of_site, edition: &edition, sheets, deck, palette, cut: "" });

        assert!(part(&bytes, &format!("ppt/slides/slide{last}.xml")).contains("<p:sld "));
        assert!(part(&bytes, &format!("ppt/slides/slide{last}.xml")).contains(" show=\"0\">"));
        let closing = part(&bytes, &format!("ppt/slides/slide{}.xml", last - 1));
        assert!(!closing.contains("show=\"0\""));
        assert!(closing.contains("descr=\"Porta a: https://fse.example/slides\""));
        let presentation = part(&bytes, "ppt/presentation.xml");
        let (_, sections) =
            presentation.split_once("<p14:section name=\"Riserva\"").expect("a section of what is kept back");
        assert_eq!(sections.matches("<p14:sldId ").count(), 1);
        assert_eq!(presentation.matches("<p14:sldId ").count(), last);
    }
}
