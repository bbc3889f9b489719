//! Pages of A4: the pieces that stand on them one below the other, and where one page ends and the next begins.

use crate::layout::text::flow::text_of;
use crate::layout::text::grid::{Grid, Head};
use crate::layout::text::ink::Ink;
use crate::layout::text::lines::Run;
use crate::layout::text::pen::{Align, Draft, Pen, Shape};
use crate::scene::Face;
use crate::scene::page::{At, Content, Page, Part, Place, Role};
use crate::theme::Palette;
use std::ops::Range;

/// The width and the height of A4, in pixels of 96 to the inch.
pub(in crate::layout) const PAPER: (f64, f64) = (210.0 / 25.4 * 96.0, 297.0 / 25.4 * 96.0);

/// The margin at the left and at the right of a page, in pixels.
pub(in crate::layout) const MARGIN: f64 = 76.0;

/// The margin above, in pixels.
const ABOVE: f64 = 74.0;

/// The margin below, in pixels.
const BELOW: f64 = 66.0;

/// The width between the margins, in pixels.
pub(in crate::layout) const WIDTH: f64 = PAPER.0 - 2.0 * MARGIN;

/// The height between the margins, in pixels.
pub(in crate::layout) const HEIGHT: f64 = PAPER.1 - ABOVE - BELOW;

/// The size of the words at the edges of every page, and the height of their line, in pixels.
const RUNNING: (f64, f64) = (12.0, 16.0);

/// A piece of what stands on paper.
#[derive(Clone, Debug)]
pub(in crate::layout) struct Piece<'t> {
    /// The space above it, in pixels; it has none at the head of a page.
    pub(in crate::layout) gap: f64,
    /// Whether the piece after it must begin on the same page.
    pub(in crate::layout) keep: bool,
    /// Whether that piece may yet begin on the next page, where this one would otherwise be left half empty.
    pub(in crate::layout) loose: bool,
    /// Its line in the outline, if it has one.
    pub(in crate::layout) mark: Option<Mark>,
    /// What the piece consists of.
    pub(in crate::layout) matter: Matter<'t>,
}

/// A line of the outline.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::layout) struct Mark {
    /// The depth of the heading, from 1.
    pub(in crate::layout) level: u8,
    /// The words of the heading.
    pub(in crate::layout) title: String,
    /// Whether they also stand at the head of the pages that follow.
    pub(in crate::layout) runs: bool,
}

/// What a piece consists of.
#[derive(Clone, Debug)]
pub(in crate::layout) enum Matter<'t> {
    /// A part, which is never cut, and its height in pixels.
    Part(Part, f64),
    /// A part, which is never cut, and its height in pixels, that stands within a larger part of some role. The larger
    /// part, such as a list, may go on over pages.
    Within(Role, Part, f64),
    /// A table, which may be cut between its rows, and whether it is kept whole where it takes less than half a page.
    Grid(Grid<'t>, bool),
    /// The end of a page.
    End,
}

/// What stands at the left of the head and of the foot of every page.
pub(in crate::layout) struct Edges<'e> {
    pub(in crate::layout) head: &'e str,
    pub(in crate::layout) foot: &'e str,
}

/// Pages, and the places of the pieces that have a line in the outline.
pub(in crate::layout) struct Paged {
    pub(in crate::layout) pages: Vec<Page>,
    pub(in crate::layout) marks: Vec<(Mark, Place)>,
}

impl<'t> Piece<'t> {
    /// A part that is never cut; `gap` is the space above it and `height` its own, both in pixels.
    pub(in crate::layout) fn part(gap: f64, part: Part, height: f64) -> Piece<'t> {
        Piece { gap, keep: false, loose: false, mark: None, matter: Matter::Part(part, height) }
    }

    /// A piece that is drawn with a pen, from the upper left corner of its place on; `draw` returns its height in
    /// pixels.
    pub(in crate::layout) fn drawn(gap: f64, palette: &Palette, draw: impl FnOnce(&mut dyn Pen) -> f64) -> Piece<'t> {
        let mut draft = Draft::new(palette);
        let height = draw(&mut draft);
        let mut parts = draft.parts();
        let part = if parts.len() == 1 { parts.remove(0) } else { whole(parts) };
        Piece::part(gap, part, height)
    }

    /// The piece, followed by the next one on the same page.
    pub(in crate::layout) fn kept(self) -> Piece<'t> {
        Piece { keep: true, ..self }
    }

    /// The piece, followed by the next one on the same page, unless the page before would then be left half empty.
    pub(in crate::layout) fn loosely_kept(self) -> Piece<'t> {
        Piece { keep: true, loose: true, ..self }
    }

    /// The piece with a line in the outline. With `runs`, its words also stand at the head of the pages that follow.
    pub(in crate::layout) fn marked(self, level: u8, title: &str, runs: bool) -> Piece<'t> {
        Piece { mark: Some(Mark { level, title: title.to_owned(), runs }), ..self }
    }

    /// The least height that it needs to begin on a page, in pixels.
    fn least(&self) -> f64 {
        match &self.matter {
            Matter::Part(_, height) | Matter::Within(_, _, height) => *height,
            Matter::Grid(grid, whole) => grid.least(WIDTH, HEIGHT, *whole),
            Matter::End => 0.0,
        }
    }
}

/// Some parts as one, which belong together.
fn whole(parts: Vec<Part>) -> Part {
    Part { content: parts.into_iter().map(Content::Part).collect(), ..Part::new(Role::Section) }
}

/// Pages while they are filled.
struct Sheets<'p> {
    palette: &'p Palette,
    pages: Vec<Vec<Part>>,
    /// How much of the last page is used, in pixels.
    used: f64,
}

/// Puts pieces on pages. No page begins with a gap, and none ends with a piece that must not stand there alone.
pub(in crate::layout) fn paged(pieces: Vec<Piece<'_>>, edges: &Edges, palette: &Palette) -> Paged {
    let mut sheets = Sheets { palette, pages: vec![Vec::new()], used: 0.0 };
    let mut marks = Vec::new();
    let needs: Vec<_> = (0..pieces.len()).map(|from| [true, false].map(|all| together(&pieces[from..], all))).collect();
    // How many pieces stand where they are because the one before them does.
    let mut held = 0;
    for (piece, [(needs, _), (least, count)]) in pieces.into_iter().zip(needs) {
        let fits = |height: f64| sheets.used == 0.0 || sheets.used + piece.gap + height <= HEIGHT;
        match held {
            0 if fits(needs) => {}
            0 if sheets.used < FILLED * HEIGHT && fits(least) => held = count - 1,
            0 => sheets.turn(),
            _ => held -= 1,
        }
        if sheets.used > 0.0 {
            sheets.used += piece.gap;
        }
        if let Some(mark) = piece.mark {
            marks.push((mark, Place { page: sheets.pages.len() - 1, y: ABOVE + sheets.used - 8.0 }));
        }
        match piece.matter {
            Matter::Part(part, height) => sheets.put(part, height),
            Matter::Within(role, part, height) => sheets.put_within(role, part, height),
            Matter::Grid(grid, _) => sheets.put_rows(&grid),
            Matter::End => sheets.used = HEIGHT,
        }
    }
    let pages = finished(sheets.pages, &marks, edges, palette);
    Paged { pages, marks }
}

/// The part of its height from which on a page counts as filled.
const FILLED: f64 = 0.55;

/// The height of the first piece with those that must stand on its page, as many as a page can hold, and how many these
/// are. Pieces that are only loosely kept are left out unless `all` is asked for.
fn together(pieces: &[Piece], all: bool) -> (f64, usize) {
    let (mut needs, mut count) = (0.0, 0);
    for (place, piece) in pieces.iter().enumerate() {
        let more = if place == 0 { 0.0 } else { piece.gap } + piece.least();
        if place > 0 && needs + more > HEIGHT {
            break;
        }
        needs += more;
        count += 1;
        if !piece.keep || (piece.loose && !all) {
            break;
        }
    }
    (needs, count)
}

impl Sheets<'_> {
    fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.used = 0.0;
    }

    fn place(&self) -> At {
        At { x: MARGIN, y: ABOVE + self.used, scale: 1.0 }
    }

    fn push(&mut self, part: Part) {
        self.pages.last_mut().expect("there is a first page").push(part);
    }

    fn put(&mut self, part: Part, height: f64) {
        let at = self.place();
        self.push(moved(part, at));
        self.used += height;
    }

    /// Adds a part to the last one of the page, where that has the role. Otherwise it begins a new part of the role,
    /// which goes on from the page before where that page ended with one.
    fn put_within(&mut self, role: Role, part: Part, height: f64) {
        let part = moved(part, self.place());
        self.used += height;
        let count = self.pages.len();
        if let Some(last) = self.pages[count - 1].last_mut()
            && last.role == role
        {
            return last.content.push(Content::Part(part));
        }
        let goes_on = self.pages[count - 1].is_empty()
            && count > 1
            && self.pages[count - 2].last().is_some_and(|last| last.role == role);
        self.push(Part { continues: goes_on, content: vec![Content::Part(part)], ..Part::new(role) });
    }

    fn put_rows(&mut self, grid: &Grid) {
        let (mut from, rows) = (0, grid.rows().len());
        // Rows closer to each other, where the page then holds them all.
        let holds = |grid: &Grid| {
            let blocks = grid.blocks((0, rows), WIDTH, HEIGHT - self.used);
            let fits = |block: &Range<usize>| grid.fitting(block.start, HEIGHT - self.used) >= block.len();
            blocks.last().is_none_or(|last| last.end == rows) && blocks.iter().all(fits)
        };
        let tight = (!holds(grid)).then(|| grid.tight()).filter(holds);
        let grid = tight.as_ref().unwrap_or(grid);
        loop {
            let blocks = grid.blocks((from, rows), WIDTH, HEIGHT - self.used);
            let mut draft = Draft::new(self.palette);
            draft.open(Role::Table);
            let head = if from == 0 { Head::First } else { Head::Again };
            let height = grid.set_blocks(&blocks, (0.0, 0.0), head, &mut draft);
            draft.close();
            let part = draft.parts().remove(0);
            self.put(Part { continues: from > 0, ..part }, height);
            from = blocks.last().map_or(rows, |block| block.end);
            if from >= rows {
                return;
            }
            self.turn();
        }
    }
}

/// A part moved to another place.
fn moved(part: Part, to: At) -> Part {
    let at = At { x: to.x + part.at.x, y: to.y + part.at.y, scale: part.at.scale };
    Part { at, ..part }
}

/// The pages with what stands at their edges.
fn finished(pages: Vec<Vec<Part>>, marks: &[(Mark, Place)], edges: &Edges, palette: &Palette) -> Vec<Page> {
    let page = |(index, parts): (usize, Vec<Part>)| {
        // At the head, the last heading that begins on the page or before it.
        let mut runs = marks.iter().filter(|(mark, at)| mark.runs && at.page <= index);
        let begins = marks.iter().find(|(mark, at)| mark.runs && at.page == index);
        let section = begins.or(runs.next_back()).map_or("", |(mark, _)| mark.title.as_str());
        let mut draft = Draft::new(palette);
        draft.open(Role::Ornament);
        if index > 0 {
            let section = if section == edges.head { "" } else { section };
            running(edges.head, section, ABOVE - 40.0, &mut draft);
            let rule = Shape {
                at: (MARGIN, ABOVE - 20.0),
                size: (WIDTH, 1.0),
                radius: 0.0,
                fill: Some(Ink::Grid),
                stroke: None,
            };
            draft.shape(rule);
        }
        running(edges.foot, &(index + 1).to_string(), PAPER.1 - BELOW + 24.0, &mut draft);
        draft.close();
        let mut all = draft.parts();
        all.extend(parts);
        Page { width: PAPER.0, height: PAPER.1, counted: None, parts: all }
    };
    pages.into_iter().enumerate().map(page).collect()
}

/// Sets words at both ends of a line. Each has the room that the other leaves, and is cut to its first line.
fn running(left: &str, right: &str, y: f64, pen: &mut dyn Pen) {
    let (size, line) = RUNNING;
    let right_width = Run::new(right, Face::Sans, size, Ink::Quiet).width().min(WIDTH * 0.45);
    let left_width = WIDTH - right_width - 24.0;
    for (words, x, width, align) in [
        (left, MARGIN, left_width, Align::Left),
        (right, MARGIN + WIDTH - right_width, right_width + 0.01, Align::Right),
    ] {
        let shown = shortened(words, size, width);
        text_of(&[Run::new(&shown, Face::Sans, size, Ink::Quiet)], line, (x, y), (align, width), pen);
    }
}

/// Words shortened to a width: where they do not fit, the last of them give way to three dots.
fn shortened(words: &str, size: f64, width: f64) -> String {
    let fits = |words: &str| crate::face::measure(Face::Sans, size, words) <= width;
    if fits(words) {
        return words.to_owned();
    }
    let mut short = words;
    while let Some((before, _)) = short.rsplit_once(' ') {
        short = before;
        if fits(&format!("{short}…")) {
            break;
        }
    }
    format!("{}…", short.trim_end_matches([',', ';', ':', '·', ' ']))
}
