//! Narrative set in a width: blocks one below the other, each line broken and placed. The same code measures a passage
//! for its slide and sets it on the pages of a PDF, so the two cannot disagree.
//!
//! On slides, sizes and distances are those of `css/slide.css`; a browser that sets the same text uses the same height.

use super::ink::Ink;
use super::lines::{Run, break_lines, count_lines, widest_word};
use super::pen::{Align, Metrics, Pen, Shape};
use crate::data::prose::{Block, Callout, Inline, Side, plain};
use crate::lang::PageWords;
use crate::scene::Face;
use crate::scene::page::{Role, Scope, Target};

/// Sizes and distances of narrative, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::layout) struct Setting {
    /// The sizes of text of the first level and of the levels below it.
    pub(in crate::layout) sizes: (f64, f64),
    /// The spaces above a block of the first level, above an item of the first level, and above both on the levels
    /// below.
    pub(in crate::layout) gaps: (f64, f64, f64),
    /// The distance from line to line, as a part of the size.
    pub(in crate::layout) leading: f64,
    /// How far the items of a list stand to the right of its edge.
    pub(in crate::layout) indent: f64,
    /// The marks of items of the first level and of the levels below: for each its size, how far before the item it
    /// stands, and how far below the top of the item, as a part of the size of its text.
    pub(in crate::layout) bullets: [(f64, f64, f64); 2],
    /// The size of headings.
    pub(in crate::layout) heading: f64,
    /// The spaces above, at both sides of and below the words of a box beside the text.
    pub(in crate::layout) callout: (f64, f64, f64),
    /// The width of the bar at the left of such a box, and the size of the word above its text.
    pub(in crate::layout) callout_bar: (f64, f64),
    /// How far the words of a quotation stand from its left edge, and the width of its bar.
    pub(in crate::layout) quote: (f64, f64),
    /// The size of the words of tables, and the spaces above and beside the words of a cell.
    pub(in crate::layout) table: (f64, f64, f64),
}

/// The space between the word of a box and what follows it, in pixels.
const CALLOUT_GAP: f64 = 4.0;

/// The height of the rule under a row, in pixels.
const RULE: f64 = 1.0;

/// Where blocks stand; their size depends on it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Level {
    /// On the slide or page itself.
    Top,
    /// In an item of a list of the first level.
    Item,
    /// Anywhere deeper.
    Deep,
}

/// Sets blocks of narrative with a pen.
pub(in crate::layout) struct Flow<'f> {
    setting: &'f Setting,
    words: &'f PageWords,
    /// The level of the heading above all, and of the last one.
    above: u8,
    level: u8,
    pen: &'f mut dyn Pen,
}

/// The place in which blocks stand, and how their words look there.
#[derive(Clone, Copy)]
struct Column {
    x: f64,
    width: f64,
    level: Level,
    ink: Ink,
}

impl<'f> Flow<'f> {
    /// Sets blocks that stand under a heading of a level.
    pub(in crate::layout) fn new(
        setting: &'f Setting,
        words: &'f PageWords,
        above: u8,
        pen: &'f mut dyn Pen,
    ) -> Flow<'f> {
        Flow { setting, words, above, level: above, pen }
    }

    /// Sets blocks one below the other; returns their height in pixels.
    pub(in crate::layout) fn blocks(&mut self, blocks: &[Block], (x, y): (f64, f64), width: f64) -> f64 {
        self.stack(blocks, y, Column { x, width, level: Level::Top, ink: Ink::Text })
    }

    /// Sets one item of a list of the first level; returns its height in pixels.
    pub(in crate::layout) fn item(&mut self, item: &[Block], number: Option<u64>, width: f64) -> f64 {
        let column = Column { x: 0.0, width, level: Level::Top, ink: Ink::Text };
        self.list_item(item, number, 0.0, column)
    }

    fn stack(&mut self, blocks: &[Block], y: f64, column: Column) -> f64 {
        let gap = if column.level == Level::Top { self.setting.gaps.0 } else { self.setting.gaps.2 };
        let mut height = 0.0;
        for (place, block) in blocks.iter().enumerate() {
            if place > 0 {
                height += gap;
            }
            height += self.block(block, y + height, column);
        }
        height
    }

    fn block(&mut self, block: &Block, y: f64, column: Column) -> f64 {
        let Setting { sizes, gaps, leading, .. } = *self.setting;
        let size = if column.level == Level::Deep { sizes.1 } else { sizes.0 };
        match block {
            Block::Paragraph(inlines) => {
                self.pen.open(Role::Paragraph);
                let height =
                    text(&runs(inlines, Face::Sans, size, column.ink), leading, (column.x, y), column.width, self.pen);
                self.pen.close();
                height
            }
            Block::Heading(level, inlines) => {
                // Headings follow each other without gaps, whatever the author's levels.
                let asked = (level + self.above).saturating_sub(2);
                self.level = asked.clamp(self.above + 1, self.level + 1);
                self.pen.open(Role::Heading(self.level, plain(inlines)));
                let runs = runs(inlines, Face::SansSemi, self.setting.heading, Ink::Accent);
                let height = text(&runs, leading, (column.x, y), column.width, self.pen);
                self.pen.close();
                height
            }
            Block::List(start, items) => {
                let gap = if column.level == Level::Top { gaps.1 } else { gaps.2 };
                self.pen.open(Role::List(start.is_some()));
                let mut height = 0.0;
                for (place, item) in items.iter().enumerate() {
                    if place > 0 {
                        height += gap;
                    }
                    let number = start.map(|first| first + place as u64);
                    height += self.list_item(item, number, y + height, column);
                }
                self.pen.close();
                height
            }
            Block::Callout(kind, blocks) => self.callout(*kind, blocks, y, column),
            Block::Quote(blocks) => self.quote(blocks, y, column),
            Block::Table(sides, head, rows) => self.table(sides, (head, rows), y, column),
        }
    }

    fn list_item(&mut self, item: &[Block], number: Option<u64>, y: f64, column: Column) -> f64 {
        let Setting { sizes, leading, indent, bullets, .. } = *self.setting;
        // A list of the page has items of the first level, any other of the second.
        let inside = if column.level == Level::Top { Level::Item } else { Level::Deep };
        let size = if inside == Level::Deep { sizes.1 } else { sizes.0 };
        let (x, width) = (column.x + indent, column.width - indent);
        self.pen.open(Role::Item);
        self.pen.open(Role::Label);
        match number {
            Some(number) => {
                let number = format!("{number}. ");
                let runs = [Run::new(&number, Face::Sans, size, column.ink)];
                let right = (Align::Right, indent - crate::face::measure(Face::Sans, size, " "));
                let baseline = y + Metrics::baseline(Face::Sans, size, size * leading);
                break_lines(&runs, f64::INFINITY, &mut |line| self.pen.line(line, &runs, (column.x, baseline), right));
            }
            None => {
                let deep = column.level != Level::Top;
                let (side, before, below) = bullets[usize::from(deep)];
                self.pen.bullet((x - before, y + below * size), side, deep);
            }
        }
        self.pen.close();
        self.pen.open(Role::Body);
        let height = self.stack(item, y, Column { x, width, level: inside, ink: column.ink });
        self.pen.close();
        self.pen.close();
        // An item without words is as high as a line.
        if item.is_empty() { size * leading } else { height }
    }

    fn callout(&mut self, kind: Callout, blocks: &[Block], y: f64, column: Column) -> f64 {
        let Setting { leading, callout: (above, beside, below), callout_bar: (bar, size), .. } = *self.setting;
        let (x, width) = (column.x + bar + beside, column.width - bar - 2.0 * beside);
        let head = above + size * leading + CALLOUT_GAP;
        let column_in = Column { x, width, level: Level::Deep, ink: column.ink };
        let (word, ink) = match kind {
            Callout::Note => (self.words.note, Ink::Mark),
            Callout::Tip => (self.words.tip, Ink::Mark),
            Callout::Important => (self.words.important, Ink::Accent),
            Callout::Warning => (self.words.warning, Ink::Accent),
        };
        self.pen.open(Role::Aside);
        self.pen.open(Role::Paragraph);
        let word = word.to_uppercase();
        let runs = [Run::new(&word, Face::SansBold, size, Ink::Accent).spaced(0.06)];
        text(&runs, leading, (x, y + above), width, self.pen);
        self.pen.close();
        let height = head + self.stack(blocks, y + head, column_in) + below;
        for (width, ink) in [(bar, ink), (column.width, Ink::Panel)] {
            let (at, size) = ((column.x, y), (width, height));
            self.pen.ground(Shape { at, size, radius: 0.0, fill: Some(ink), stroke: None });
        }
        self.pen.close();
        height
    }

    fn quote(&mut self, blocks: &[Block], y: f64, column: Column) -> f64 {
        let (indent, bar) = self.setting.quote;
        let inside = Column { x: column.x + indent, width: column.width - indent, level: Level::Deep, ink: Ink::Quiet };
        self.pen.open(Role::Quote);
        let height = self.stack(blocks, y, inside);
        let shape = Shape { at: (column.x, y), size: (bar, height), radius: 0.0, fill: Some(Ink::Grid), stroke: None };
        self.pen.shape(shape);
        self.pen.close();
        height
    }

    /// Sets a table as wide as its place; returns its height in pixels. Columns are as wide as their words where there
    /// is space; otherwise each is between its longest word and that width, as browsers share it.
    fn table(
        &mut self,
        sides: &[Side],
        (head, rows): (&[Vec<Inline>], &[Vec<Vec<Inline>>]),
        y: f64,
        column: Column,
    ) -> f64 {
        let Setting { leading, table: (size, above, beside), .. } = *self.setting;
        let head: Vec<Vec<Run>> = head.iter().map(|cell| runs(cell, Face::SansBold, size, Ink::OnBanner)).collect();
        let cells = rows.iter().map(|row| row.iter().map(|cell| runs(cell, Face::Sans, size, column.ink)).collect());
        let rows: Vec<Vec<Vec<Run>>> = cells.collect();
        let all = || std::iter::once(&head).chain(&rows);
        let columns: Vec<(f64, f64)> = (0..head.len())
            .map(|place| {
                let cells = all().filter_map(|row| row.get(place));
                cells.fold((0.0, 0.0), |(least, most): (f64, f64), cell| {
                    (least.max(widest_word(cell)), most.max(cell.iter().map(Run::set_width).sum()))
                })
            })
            .collect();
        let widths = shared(&columns, column.width - head.len() as f64 * 2.0 * beside);
        let line = size * leading;
        let count = |row: &Vec<Vec<Run>>| {
            let lines = row.iter().zip(&widths).map(|(cell, width)| count_lines(cell, width + 0.01));
            lines.max().unwrap_or(1).max(1) as f64
        };
        let mut height = 0.0;
        self.pen.open(Role::Table);
        for (place, row) in all().enumerate() {
            let lines = count(row);
            // The rule under a row is part of it, but for the head.
            let tall = lines * line + 2.0 * above + if place == 0 { 0.0 } else { RULE };
            match place {
                0 => self.pen.open(Role::TableHead),
                1 => self.pen.open(Role::TableBody),
                _ => {}
            }
            let bar = |y: f64, height: f64, ink: Ink| Shape {
                at: (column.x, y),
                size: (column.width, height),
                radius: 0.0,
                fill: Some(ink),
                stroke: None,
            };
            match place {
                0 => self.pen.shape(bar(y, tall, Ink::Banner)),
                _ => self.pen.shape(bar(y + height + tall - RULE, RULE, Ink::Grid)),
            }
            self.pen.open(Role::Row);
            let mut x = column.x;
            for (index, (cell, width)) in row.iter().zip(&widths).enumerate() {
                self.pen.open(if place == 0 { Role::HeadCell(Scope::Column) } else { Role::Cell });
                let own = count_lines(cell, width + 0.01) as f64;
                let down = if place == 0 { (lines - own) * line } else { 0.0 };
                let align = sides.get(index).map_or(Align::Left, |side| Align::of(*side));
                let at = (x + beside, y + height + above + down);
                text_of(cell, line, at, (align, width + 0.01), self.pen);
                self.pen.close();
                x += width + 2.0 * beside;
            }
            self.pen.close();
            height += tall;
            if place == 0 || place == rows.len() {
                self.pen.close();
            }
        }
        self.pen.close();
        height
    }
}

/// Shares a width among columns. Each column is given by the width of its longest word and by that of all its words on
/// one line; all widths are in pixels.
pub(in crate::layout) fn shared(columns: &[(f64, f64)], space: f64) -> Vec<f64> {
    let (least, most) = columns.iter().fold((0.0, 0.0), |sum, column| (sum.0 + column.0, sum.1 + column.1));
    let share = if most > least { ((space - least) / (most - least)).clamp(0.0, 1.0) } else { 1.0 };
    let spare = (space - most).max(0.0) / most.max(1.0);
    columns.iter().map(|(least, most)| least + (most - least) * share + most * spare).collect()
}

/// Sets a text at the left; returns its height in pixels.
pub(in crate::layout) fn text(runs: &[Run], leading: f64, at: (f64, f64), width: f64, pen: &mut dyn Pen) -> f64 {
    let line = runs.first().map_or(0.0, |run| run.size) * leading;
    text_of(runs, line, at, (Align::Left, width), pen)
}

/// Sets a text in lines of a given height; returns the height of all lines in pixels.
pub(in crate::layout) fn text_of(
    runs: &[Run],
    line: f64,
    (x, y): (f64, f64),
    (align, width): (Align, f64),
    pen: &mut dyn Pen,
) -> f64 {
    let Some(first) = runs.first() else { return line };
    let baseline = Metrics::baseline(first.face, first.size, line);
    let mut top = y;
    let lines = break_lines(runs, width, &mut |pieces| {
        pen.line(pieces, runs, (x, top + baseline), (align, width));
        top += line;
    });
    lines as f64 * line
}

/// The runs of a text.
pub(in crate::layout) fn runs(inlines: &[Inline], face: Face, size: f64, ink: Ink) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    add_runs(inlines, &Run::new("", face, size, ink), &mut runs);
    runs
}

fn add_runs<'a>(inlines: &'a [Inline], like: &Run<'a>, runs: &mut Vec<Run<'a>>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Value(text) => runs.push(Run { text, ..like.clone() }),
            Inline::Code(text) => runs.push(Run { text, around: 0.5, boxed: true, ..like.clone() }),
            Inline::Break => runs.push(Run { text: "\n", ..like.clone() }),
            Inline::Strong(parts) => {
                // On heads, which are bold and dark already, strong words look like the others.
                let strong = match like.face {
                    Face::Serif => like.clone(),
                    _ => Run { face: Face::SansBold, ink: strong(like.ink), ..like.clone() },
                };
                add_runs(parts, &strong, runs);
            }
            Inline::Emphasis(parts) => add_runs(parts, &Run { slanted: true, ..like.clone() }, runs),
            Inline::Link(address, parts) => {
                let (link, ink) = (Some(Target::Address(address.clone())), strong(like.ink));
                add_runs(parts, &Run { link, ink, ..like.clone() }, runs);
            }
        }
    }
}

fn strong(ink: Ink) -> Ink {
    if ink == Ink::OnBanner { ink } else { Ink::Accent }
}
