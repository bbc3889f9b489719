//! The handout: on A4, each slide with what is said while it is shown and what stands behind its figure.

use super::sheet::{Edges, Matter, Paged, Piece, WIDTH, paged};
use crate::layout::slides::deck::{What, speaker_notes};
use crate::layout::slides::{Stage, document, of_slides, redirect, slide_page};
use crate::layout::text::flow::text;
use crate::layout::text::grid::{Type, grids};
use crate::layout::text::ink::Ink;
use crate::layout::text::lines::Run;
use crate::layout::text::pen::{Draft, Pen, Shape};
use crate::layout::words::{source_runs, source_words};
use crate::resolve::Figure;
use crate::scene::Face;
use crate::scene::page::{At, Document, Page, Part, Place, Role};
use crate::theme::Palette;

/// The size of notes in pixels (10.5 points), and the height of their lines as a part of it.
const TEXT: (f64, f64) = (14.0, 1.45);

/// The size of lesser words in pixels (9 points), and the height of their lines as a part of it.
const LESSER: (f64, f64) = (12.0, 1.4);

/// The type of tables (9 points).
pub(in crate::layout) const DATA: Type =
    Type { size: 12.0, line: 15.0, pads: (1.8, 6.0), stretched: false, heads: Face::Sans, second: None };

/// The width of a slide in pixels, so that a page holds two, or one with the table of twenty territories.
const SLIDE: f64 = 560.0;

/// The space above a slide, in pixels.
const GAP: f64 = 34.0;

/// The space between the pieces under a slide, in pixels.
const SMALL_GAP: f64 = 9.0;

/// The handout of a deck.
pub fn handout(stage: &Stage, palette: &Palette) -> Document {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for (index, slide) in stage.deck.slides.iter().enumerate() {
        if slide.backup && !stage.deck.slides[..index].last().is_some_and(|before| before.backup) {
            pieces.push(kept_back(stage, palette));
        }
        let shown = small(slide_page(stage, slide, palette), palette);
        let height = crate::layout::sizes::HEIGHT * SLIDE / crate::layout::sizes::WIDTH;
        pieces.push(Piece::part(GAP, shown, height).marked(1, &index.to_string(), false));
        let from = pieces.len();
        for note in speaker_notes(stage.edition, slide) {
            pieces.push(note_piece(note, palette));
        }
        // The table stands under the last of a figure's drawings.
        if let What::Figure { figure, drawing, drawings } = slide.what
            && drawing + 1 == drawings
        {
            pieces.extend(behind(&stage.edition.figures[figure], palette));
        }
        // All of a figure stands on one page, where a page can hold it.
        let last = pieces.len() - 1;
        pieces[from - 1..last].iter_mut().for_each(|piece| piece.keep = true);
    }
    let cover = &stage.edition.cover;
    let edges = Edges { head: &cover.title, foot: &format!("{} · {}", stage.site.organisation, cover.period) };
    let Paged { mut pages, marks } = paged(pieces, &edges, palette);
    // What led from slide to slide leads to where the slides are now.
    let places: Vec<Place> = marks.into_iter().map(|(_, place)| place).collect();
    pages.iter_mut().flat_map(|page| &mut page.parts).for_each(|part| redirect(part, &places));
    let outline = of_slides(stage, &|slide| places[slide]);
    document(stage, stage.words().handout, pages, outline)
}

/// The heading which says that the slides after it are kept back.
fn kept_back<'t>(stage: &Stage, palette: &Palette) -> Piece<'t> {
    let words = stage.words();
    let title = [Run::new(words.backup, Face::Serif, 24.0, Ink::Accent)];
    let said = [Run::new(words.backup_text, Face::Sans, TEXT.0, Ink::Quiet)];
    let piece = Piece::drawn(GAP, palette, |pen| {
        pen.open(Role::Heading(2, words.backup.to_owned()));
        let mut height = text(&title, 1.2, (0.0, 0.0), WIDTH, pen);
        pen.close();
        pen.open(Role::Paragraph);
        height += text(&said, TEXT.1, (0.0, height), WIDTH, pen);
        pen.close();
        height
    });
    piece.kept()
}

/// A slide, small, in a frame.
fn small(page: Page, palette: &Palette) -> Part {
    let scale = SLIDE / page.width;
    let mut draft = Draft::new(palette);
    for part in page.parts {
        draft.put(part);
    }
    let width = 1.0 / scale;
    let frame = Shape {
        at: (0.0, 0.0),
        size: (page.width, page.height),
        radius: 0.0,
        fill: None,
        stroke: Some((Ink::Grid, width)),
    };
    draft.shape(frame);
    Part { at: At { scale, ..At::HERE }, ..draft.part() }
}

fn note_piece<'t>(note: &str, palette: &Palette) -> Piece<'t> {
    paragraph(SMALL_GAP, &[Run::new(note, Face::Sans, TEXT.0, Ink::Text)], TEXT.1, palette)
}

/// A paragraph as wide as the page allows; `gap` is the space above it, in pixels.
pub(in crate::layout) fn paragraph<'t>(gap: f64, runs: &[Run], leading: f64, palette: &Palette) -> Piece<'t> {
    Piece::drawn(gap, palette, |pen| {
        pen.open(Role::Paragraph);
        let height = text(runs, leading, (0.0, 0.0), WIDTH, pen);
        pen.close();
        height
    })
}

/// What stands behind a figure: its definition, its source, its notes and its table.
fn behind<'t>(figure: &'t Figure, palette: &Palette) -> Vec<Piece<'t>> {
    let lesser =
        |words: &str| paragraph(SMALL_GAP, &[Run::new(words, Face::Sans, LESSER.0, Ink::Quiet)], LESSER.1, palette);
    let mut pieces = Vec::new();
    if !figure.definition.is_empty() {
        pieces.push(lesser(&figure.definition).kept());
    }
    // Before the table, which may go on over pages: the last would else have nothing but the source.
    let words = source_words(&figure.source, &figure.notes);
    let runs = source_runs(&figure.source_label, &words, LESSER.0);
    pieces.push(paragraph(SMALL_GAP, &runs, LESSER.1, palette));
    pieces.extend(tables(figure, true));
    pieces
}

/// The table of a figure. With `whole` it is kept on one page where it takes no more than half of one.
pub(in crate::layout) fn tables(figure: &Figure, whole: bool) -> impl Iterator<Item = Piece<'_>> {
    let grids = if figure.table.rows.is_empty() { Vec::new() } else { grids(&figure.table, DATA, WIDTH) };
    grids.into_iter().map(move |grid| Piece {
        gap: SMALL_GAP + 3.0,
        keep: false,
        loose: false,
        mark: None,
        matter: Matter::Grid(grid, whole),
    })
}
