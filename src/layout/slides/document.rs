//! The deck as a document: a page a slide, the tables behind the figures after them, and the outline of both.

use super::appendix::appendix;
use super::{Stage, slide_page};
use crate::layout::deck::What;
use crate::scene::page::{Document, Entry, Page, Place};
use crate::theme::Palette;

/// What stands before the number of a page of the appendix.
const APPENDIX: &str = "A-";

/// The slides of a deck, then the tables of their figures.
pub fn slides(stage: &Stage, palette: &Palette) -> Document {
    let mut pages: Vec<Page> = stage.deck.slides.iter().map(|slide| slide_page(stage, slide, palette)).collect();
    let mut outline = of_slides(stage, &top);
    let (first, mut tables) = (pages.len(), Vec::new());
    for (place, figure) in stage.edition.figures.iter().enumerate() {
        let is_shown = |what: What| matches!(what, What::Figure { figure, .. } if figure == place);
        if figure.table.rows.is_empty() || !stage.deck.slides.iter().any(|slide| is_shown(slide.what)) {
            continue;
        }
        let title = format!("{} · {}", figure.number, figure.title);
        tables.push(Entry { title, at: top(pages.len()), under: Vec::new() });
        let from = pages.len() + 1;
        pages.extend(appendix(stage, figure, from, palette));
    }
    if let Some(page) = pages.get_mut(first) {
        page.counted = Some(APPENDIX.to_owned());
        outline.push(Entry { title: stage.words().appendix.to_owned(), at: top(first), under: tables });
    }
    let words = stage.words();
    document(stage, words.slides, pages, outline)
}

/// A document of an edition; `what` it is: slides, a report.
pub(in crate::layout) fn document(stage: &Stage, what: &str, pages: Vec<Page>, outline: Vec<Entry>) -> Document {
    let (site, cover) = (stage.site, &stage.edition.cover);
    Document {
        title: format!("{} · {what} · {}", cover.title, cover.period),
        description: cover.subtitle.clone(),
        lang: site.language.tag().to_owned(),
        about: about(stage),
        pages,
        outline,
    }
}

/// Whose it is, of when, and of which edition; what is not known is left out.
fn about(stage: &Stage) -> Vec<(&'static str, String)> {
    let (site, cover) = (stage.site, &stage.edition.cover);
    let revision = stage.edition.figures.first().map(|figure| figure.provenance.revision.to_string());
    let mut pairs = vec![
        ("Author", site.organisation.clone()),
        ("Copyright", site.licence.clone()),
        ("cc:license", site.licence_url.clone().unwrap_or_default()),
        ("dc:date", cover.period_iso.clone()),
        ("dc:identifier", site.url.as_ref().map_or_else(String::new, |url| format!("{url}/{}/", cover.id))),
        ("fascicle:edition", cover.id.clone()),
        ("fascicle:revision", revision.unwrap_or_default()),
        ("fascicle:period", cover.period.clone()),
    ];
    pairs.retain(|(_, words)| !words.is_empty());
    pairs
}

fn top(page: usize) -> Place {
    Place { page, y: 0.0 }
}

/// Slides under their sections, those kept back under a line of their own.
pub(in crate::layout) fn of_slides(stage: &Stage, at: &dyn Fn(usize) -> Place) -> Vec<Entry> {
    let mut outline: Vec<Entry> = Vec::new();
    let (mut in_section, mut in_backup) = (false, false);
    let mut before: Option<&str> = None;
    for (index, slide) in stage.deck.slides.iter().enumerate() {
        // A figure or a passage that goes on has its line already.
        let goes_on = before == Some(slide.title.as_str())
            && matches!(slide.what, What::Figure { drawing: 1.., .. } | What::Narrative(1.., _));
        before = Some(&slide.title);
        if slide.backup && !in_backup {
            let title = stage.words().backup.to_owned();
            outline.push(Entry { title, at: at(index), under: Vec::new() });
            in_backup = true;
        }
        if goes_on {
            continue;
        }
        let entry = Entry { title: slide.title.trim().to_owned(), at: at(index), under: Vec::new() };
        let ends_section = !matches!(slide.what, What::Figure { .. } | What::Profile);
        if slide.what == What::Section || (ends_section && in_section) {
            in_section = slide.what == What::Section;
        }
        let under = (in_backup || (in_section && slide.what != What::Section)).then(|| outline.last_mut()).flatten();
        match under {
            Some(above) => above.under.push(entry),
            None => outline.push(entry),
        }
    }
    outline
}
