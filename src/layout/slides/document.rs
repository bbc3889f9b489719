//! The deck as a document: a page for each slide, then the tables behind the figures, and an outline of both.

use super::appendix::appendix;
use super::deck::What;
use super::lay::{backup_page, slide_page};
use super::stage::Stage;
use crate::scene::page::{Content, Document, Entry, Page, Part, Place, Role, Target};
use crate::theme::Palette;

/// What stands before the number of a page of the tables.
const APPENDIX: &str = "A-";

/// The slides of a deck, then the tables of their figures.
pub fn slides(stage: &Stage, palette: &Palette) -> Document {
    let mut pages: Vec<Page> = Vec::new();
    let mut places: Vec<Place> = Vec::new();
    for (index, slide) in stage.deck.slides.iter().enumerate() {
        let mut page = slide_page(stage, slide, palette);
        // What is kept back stands after a page that says so; its pages keep the numbers of their slides.
        if slide.backup && pages.len() == index {
            pages.push(backup_page(stage, palette));
            page.counted = Some((String::new(), slide.number));
        }
        places.push(top(pages.len()));
        pages.push(page);
    }
    pages.iter_mut().flat_map(|page| &mut page.parts).for_each(|part| redirect(part, &places));
    let mut outline = of_slides(stage, &|slide| places[slide]);
    if let Some(first) = pages.iter().position(|page| page.counted.is_some())
        && let Some(line) = outline.iter_mut().find(|line| line.at.page == first + 1)
    {
        line.at = top(first);
    }
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
        page.counted = Some((APPENDIX.to_owned(), 1));
        outline.push(Entry { title: stage.words().appendix.to_owned(), at: top(first), under: tables });
    }
    let words = stage.words();
    document(stage, words.slides, pages, outline)
}

/// A document of an edition; `what` says in words what it is, such as slides or a report.
pub(in crate::layout) fn document(stage: &Stage, what: &str, pages: Vec<Page>, outline: Vec<Entry>) -> Document {
    let (site, cover) = (stage.site, &stage.edition.cover);
    // No two talks have one title: it says for whom they are, and how they are cut.
    let audience = stage.edition.audience.as_ref().map_or_else(String::new, |of| format!(" · {}", of.name));
    let cut = if stage.cut.is_empty() { String::new() } else { format!(" ({})", stage.cut) };
    Document {
        title: format!("{}{audience} · {what}{cut} · {}", cover.title, cover.period),
        description: cover.subtitle.clone(),
        lang: site.language.tag().to_owned(),
        about: about(stage),
        pages,
        outline,
    }
}

/// Where a document comes from, by keywords: whose it is, its edition, its period. What is not known is left out.
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

/// Turns links from slide to slide into links to the pages on which those slides stand.
pub(in crate::layout) fn redirect(part: &mut Part, places: &[Place]) {
    if let Role::Link(Target::Place(place), _) = &mut part.role
        && let Some(now) = places.get(place.page)
    {
        *place = *now;
    }
    for content in &mut part.content {
        if let Content::Part(part) = content {
            redirect(part, places);
        }
    }
}

fn top(page: usize) -> Place {
    Place { page, y: 0.0 }
}

/// The outline of the slides: slides under their sections, and those kept back under a line of their own.
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
