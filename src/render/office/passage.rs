//! Narrative: text in the placeholder of the slide, level by level; boxes, quotes and tables where they stand between.

use super::page::Page;
use super::shape::{Inside, RECTANGLE};
use super::table::{self, Cell, Table};
use super::text::{Bullet, Look, Setting, paragraph};
use super::xml;
use crate::data::prose::{Block, Callout, Inline, Side, plain};
use crate::face::measure;
use crate::lang;
use crate::layout::{Area, Density, block_heights};
use crate::resolve::Passage;
use crate::scene::Face;

/// The distance from line to line, as a part of the size of the words.
const LEADING: f64 = 1.3;

/// How much further to the right each level of a list begins, in pixels.
const INDENT: f64 = 30.0;

/// The size of the words in tables, in pixels.
const TABLE: f64 = 24.0;

/// The size of the word above a box, in pixels.
const WORD: f64 = 17.0;

/// Fills a slide with a passage.
pub fn fill(page: &mut Page<'_>, passage: &Passage, density: &Density) {
    let title = page.inlines(&passage.title, Look::default());
    page.head(&paragraph(&Setting::default(), &title), &passage.kicker);
    let heights = block_heights(passage, density);
    let body = page.slide.boxes.body;
    let gap = density.gaps().0;
    let mut y = body.y;
    let mut begun = false;
    let mut place = 0;
    while place < passage.blocks.len() {
        let is_text = |block: &Block| matches!(block, Block::Paragraph(_) | Block::Heading(..) | Block::List(..));
        let count = passage.blocks[place..].iter().take_while(|block| is_text(block)).count().max(1);
        let blocks = &passage.blocks[place..place + count];
        let height = heights[place..place + count].iter().sum::<f64>() + gap * (count - 1) as f64;
        let area = Area { y, height, ..body };
        match &blocks[0] {
            Block::Callout(kind, inner) => callout(page, *kind, inner, &area, density),
            Block::Quote(inner) => quote(page, inner, &area, density),
            Block::Table(sides, head, rows) => of_table(page, sides, (head, rows), &area),
            _ => {
                let mut writer = Writer::new(density, false);
                writer.blocks(page, blocks, 0, None);
                // Below the last text a slide has room for more.
                let last = place + count == passage.blocks.len();
                let area = if last { Area { height: (body.bottom() - y).max(height), ..area } } else { area };
                match begun {
                    false => page.shapes.placeholder(
                        page.file.text,
                        "idx=\"1\"",
                        Some(&area),
                        "<a:normAutofit/>",
                        &writer.written,
                    ),
                    true => {
                        page.shapes.text_box(page.file.text, &area, &Inside::default(), "", &writer.written);
                    }
                }
                begun = true;
            }
        }
        y += height + gap;
        place += count;
    }
    let organisation = page.organisation();
    page.foot(&organisation, None);
}

/// Writes paragraphs, one after the other.
struct Writer<'d> {
    written: String,
    density: &'d Density,
    /// Whether all words have the size of the second level, as in boxes and quotes.
    small: bool,
    /// How all words look, beside their size.
    look: Look,
}

impl<'d> Writer<'d> {
    fn new(density: &'d Density, small: bool) -> Writer<'d> {
        Writer { written: String::new(), density, small, look: Look::default() }
    }

    /// Writes blocks at a depth of lists, which is 0 outside of all lists; `item` is the sign before the first
    /// paragraph, where the blocks are an item.
    fn blocks(&mut self, page: &mut Page<'_>, blocks: &[Block], depth: usize, item: Option<Bullet>) {
        let mut item = item;
        for block in blocks {
            match block {
                Block::Paragraph(inlines) => self.line(page, inlines, depth, item.take(), false),
                Block::Heading(_, inlines) => self.line(page, inlines, depth, item.take(), true),
                Block::List(start, items) => {
                    for (place, blocks) in (0..).zip(items) {
                        let sign = match (start, depth) {
                            (Some(first), _) => Bullet::Number(first + place),
                            (None, 0) => Bullet::Disc,
                            (None, _) => Bullet::Ring,
                        };
                        self.blocks(page, blocks, depth + 1, Some(sign));
                    }
                }
                Block::Callout(kind, inner) => {
                    let word = vec![Inline::Strong(vec![Inline::Text(word_of(page, *kind).to_owned())])];
                    self.line(page, &word, depth, item.take(), false);
                    self.blocks(page, inner, depth, None);
                }
                Block::Quote(inner) => self.blocks(page, inner, depth, item.take()),
                Block::Table(_, head, rows) => {
                    for row in std::iter::once(head).chain(rows) {
                        let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
                        self.line(page, &[Inline::Text(cells.join(" · "))], depth, item.take(), false);
                    }
                }
            }
        }
    }

    fn line(&mut self, page: &mut Page<'_>, inlines: &[Inline], depth: usize, item: Option<Bullet>, heading: bool) {
        let (first, second) = self.density.sizes();
        let deep = depth > 1 || self.small;
        let size = if deep && !heading { second } else { first };
        let (gap, small_gap) = self.density.gaps();
        // Items of the first level, and what is no item, are as far apart as blocks; a further paragraph of an item, less.
        let is_apart = !deep && (depth == 0 || item.is_some());
        let before = match (self.written.is_empty(), is_apart) {
            (true, _) => 0.0,
            (false, true) => gap,
            (false, false) => small_gap,
        };
        let look = Look { size: Some(size), bold: heading, ..self.look };
        let look = if heading { Look { color: Some(page.talk.palette.accent), ..look } } else { look };
        let left = depth as f64 * INDENT;
        let setting = Setting {
            level: depth.saturating_sub(1) as u8,
            align: None,
            line: Some(size * LEADING),
            before: Some(before),
            indent: Some((left, if item.is_some() { INDENT } else { 0.0 })),
            bullet: item.unwrap_or(Bullet::None),
        };
        let runs = page.inlines(inlines, look);
        self.written.push_str(&paragraph(&setting, &runs));
    }
}

fn word_of(page: &Page<'_>, kind: Callout) -> &'static str {
    let words = lang::interface(page.talk.site.language);
    match kind {
        Callout::Note => words.note,
        Callout::Tip => words.tip,
        Callout::Important => words.important,
        Callout::Warning => words.warning,
    }
}

/// A box with a bar at its left, a word above and the text.
fn callout(page: &mut Page<'_>, kind: Callout, blocks: &[Block], area: &Area, density: &Density) {
    let palette = page.talk.palette;
    let bar = if matches!(kind, Callout::Warning | Callout::Important) { palette.accent } else { palette.mark };
    side(page, area, 10.0, bar);
    let word = Look { size: Some(WORD), bold: true, color: Some(palette.accent), ..Look::default() };
    let setting = Setting { line: Some(WORD * LEADING), ..Setting::default() };
    let head = paragraph(&setting, &page.ours.run(&word_of(page, kind).to_uppercase(), word));
    let mut writer = Writer::new(density, true);
    // The word is the first line: what follows stands below it.
    writer.blocks(page, blocks, 0, None);
    let text = head + &writer.written;
    let inside = Inside { insets: [24.0, 14.0, 24.0, 12.0], ..Inside::default() };
    let look = fill_of(page);
    let area = Area { x: area.x + 10.0, width: area.width - 10.0, ..*area };
    page.shapes.text_box(page.file.box_of_text, &area, &inside, &look, &text);
}

fn fill_of(page: &Page<'_>) -> String {
    xml::fill(page.talk.palette.panel, page.talk.palette)
}

/// Adds a quote: somebody's words, with a line at their left.
fn quote(page: &mut Page<'_>, blocks: &[Block], area: &Area, density: &Density) {
    let palette = page.talk.palette;
    side(page, area, 4.0, palette.grid);
    let mut writer = Writer::new(density, true);
    writer.look.color = Some(palette.quiet);
    writer.blocks(page, blocks, 0, None);
    let inside = Inside { insets: [40.0, 0.0, 0.0, 0.0], ..Inside::default() };
    page.shapes.text_box(page.file.text, area, &inside, "", &writer.written);
}

fn side(page: &mut Page<'_>, area: &Area, width: f64, color: crate::scene::Color) {
    let look = format!("{}<a:ln><a:noFill/></a:ln>", xml::fill(color, page.talk.palette));
    let line = page.shapes.shape(page.file.line, &Area { width, ..*area }, RECTANGLE, &look);
    page.shapes.push(&line);
}

/// A small table, as wide as its place; columns share it by their words.
fn of_table(page: &mut Page<'_>, sides: &[Side], (head, rows): (&[Vec<Inline>], &[Vec<Vec<Inline>>]), area: &Area) {
    let palette = page.talk.palette;
    let all = || std::iter::once(head).chain(rows.iter().map(Vec::as_slice));
    let widths: Vec<f64> = (0..head.len())
        .map(|column| {
            let cells = all().filter_map(|row| row.get(column));
            cells.map(|cell| measure(Face::SansBold, TABLE, &plain(cell))).fold(20.0, f64::max) + 34.0
        })
        .collect();
    let whole: f64 = widths.iter().sum();
    let widths: Vec<f64> = widths.iter().map(|width| width * area.width / whole.max(1.0)).collect();
    let row_height = area.height / (rows.len() + 1) as f64;
    let margins = [16.0, 6.0, 16.0, 6.0];
    let align = |column: usize| match sides.get(column) {
        Some(Side::Middle) => Some("ctr"),
        Some(Side::Right) => Some("r"),
        Some(Side::Left) | None => None,
    };
    let mut written = Vec::new();
    for (place, row) in all().enumerate() {
        let look = match place {
            0 => Look { size: Some(TABLE), bold: true, color: Some(palette.paper), ..Look::default() },
            _ => Look { size: Some(TABLE), color: Some(palette.ink), ..Look::default() },
        };
        let mut cells = Vec::new();
        for column in 0..head.len() {
            let runs = row.get(column).map_or_else(String::new, |cell| page.inlines(cell, look));
            let setting = Setting { align: align(column), line: Some(TABLE * LEADING), ..Setting::default() };
            cells.push(Cell {
                text: paragraph(&setting, &runs),
                fill: (place == 0).then_some(palette.accent),
                below: Some((palette.grid, 1.0)),
                anchor: "ctr",
                margins,
                upright: false,
            });
        }
        written.push((row_height, cells));
    }
    let name = page.named(page.file.table, "", "");
    let title = page.slide.title.clone();
    let name = super::shape::Name { title: &title, alternative: &title, ..name };
    let table =
        Table { name, in_placeholder: false, area: *area, widths, rows: written, first_column: false, first_row: true };
    table::add(&mut page.shapes, &table, palette);
}
