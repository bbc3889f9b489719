//! Slides with a title and a body below it: narrative, an address, the indicators at a glance, a territory.

use super::deck::{Area, Slide};
use super::figure::sources;
use super::head::{Head, foot, foot_top, head, place, rule, title};
use super::large::{CODE, address, code, paragraph};
use super::stage::Stage;
use crate::data::prose::plain;
use crate::layout::head::Sourced;
use crate::layout::sizes::TITLE;
use crate::layout::slides::passage::Density;
use crate::layout::text::flow::{Flow, runs, text_of};
use crate::layout::text::grid::{Head as TableHead, Type, grids};
use crate::layout::text::ink::Ink;
use crate::layout::text::lines::{Run, balanced};
use crate::layout::text::pen::{Align, Pen, Ruler, Shape};
use crate::resolve::{LinkEntry, Overview, OverviewColumn, OverviewRow, Passage, Profile};
use crate::scene::Face;
use crate::scene::page::{At, Role, Target};

/// Sets narrative, as large as it fits.
pub(super) fn narrative(stage: &Stage, slide: &Slide, passage: &Passage, density: &Density, pen: &mut dyn Pen) -> f64 {
    let words = plain(&passage.title);
    let title = runs(&passage.title, Face::Serif, TITLE, Ink::Accent);
    let words = Head { kicker: &passage.kicker, title, plain: &words, part: "", measure: "" };
    let over = head(stage, &words, &slide.boxes, pen);
    let body = slide.boxes.body;
    let setting = density.setting();
    pen.open(Role::Section);
    pen.lang(stage.authors());
    let mut flow = Flow::new(&setting, stage.words(), stage.level(), pen);
    let height = flow.blocks(&passage.blocks, (body.x, body.y), body.width);
    pen.close();
    foot(stage, slide, &slide.boxes, pen);
    over + height - body.height
}

/// Sets an address, large, with its code to photograph at the right where one is asked for.
pub(super) fn link(stage: &Stage, slide: &Slide, link: &LinkEntry, pen: &mut dyn Pen) -> f64 {
    let over = plain_head(stage, slide, &link.kicker, &link.title, pen);
    let body = slide.boxes.body;
    let room = body.height - 60.0;
    let code = link.qr.as_ref().and_then(|address| code(stage, address));
    let (size, width) = match &code {
        Some(_) => (44.0, body.width - CODE - 64.0),
        None => (56.0, body.width),
    };
    let words = |y: f64, pen: &mut dyn Pen| {
        let mut height = address(&link.url, (size, size * 1.15, Ink::Accent), (body.x, y), width, pen);
        if !link.text.is_empty() {
            height += 28.0;
            let width = width.min(32.0 * 28.0);
            height += paragraph(stage, &link.text, (28.0, Ink::Text), (body.x, y + height), width, pen);
        }
        height
    };
    let height = words(0.0, &mut Ruler);
    words(body.y + (room - height) / 2.0, pen);
    let mut tallest = height;
    if let Some(code) = code {
        pen.figure(&code, At { x: body.right() - CODE, y: body.y + (room - CODE) / 2.0, scale: CODE / code.width });
        tallest = height.max(CODE);
    }
    foot(stage, slide, &slide.boxes, pen);
    over + tallest - room
}

/// The least width of a column of the overview, and the space between two columns, in pixels.
const COLUMN: (f64, f64) = (300.0, 64.0);

/// Sets the indicators at a glance, in columns.
pub(super) fn overview(stage: &Stage, slide: &Slide, overview: &Overview, pen: &mut dyn Pen) -> f64 {
    let over = plain_head(stage, slide, &overview.kicker, &overview.title, pen);
    let body = slide.boxes.body;
    // Columns stand beside each other while each has its least width; the others begin a further row.
    let most = ((body.width + COLUMN.1) / (COLUMN.0 + COLUMN.1)).floor().max(1.0) as usize;
    let across = overview.columns.len().clamp(1, most);
    let width = (body.width - (across - 1) as f64 * COLUMN.1) / across as f64;
    let rows = if is_dense(overview) { &DENSE } else { &USUAL };
    let mut y = body.y + 16.0;
    for row in overview.columns.chunks(across) {
        let mut tallest: f64 = 0.0;
        for (place, column) in row.iter().enumerate() {
            let x = body.x + place as f64 * (width + COLUMN.1);
            tallest = tallest.max(self::column(stage, (column, rows), (x, y), width, pen));
        }
        y += tallest;
    }
    if overview.source.is_empty() {
        foot(stage, slide, &slide.boxes, pen);
    } else {
        sourced_foot(stage, slide, (&overview.source_label, &overview.source, &overview.notes), pen);
    }
    over + y - body.bottom()
}

/// The sizes of the rows of an overview, in pixels.
struct Rows {
    /// The size of a name, and the height of its line.
    label: (f64, f64),
    /// The size of the words below a name, and the height of their line.
    of: (f64, f64),
    value: f64,
    /// The space above and below the words of a row.
    pad: f64,
}

const USUAL: Rows = Rows { label: (26.0, 32.0), of: (19.0, 26.0), value: 50.0, pad: 15.0 };
const DENSE: Rows = Rows { label: (20.0, 24.0), of: (15.0, 19.0), value: 34.0, pad: 6.0 };

/// Whether a group has so many indicators that the rows of the overview are set smaller.
pub fn is_dense(overview: &Overview) -> bool {
    overview.columns.iter().any(|column| column.rows.len() > 5)
}

/// Sets a group of the overview; returns its height in pixels.
fn column(
    stage: &Stage,
    (column, rows): (&OverviewColumn, &Rows),
    (x, y): (f64, f64),
    width: f64,
    pen: &mut dyn Pen,
) -> f64 {
    let line = 26.0 * 1.2;
    let run = [Run::new(&column.title, Face::SansSemi, 26.0, Ink::Accent)];
    pen.open(Role::Heading(stage.level() + 1, column.title.clone()));
    pen.lang(stage.authors());
    let mut height = text_of(&run, line, (x, y), (Align::Left, balanced(&run, width)), pen) + 10.0;
    pen.shape(bar((x, y + height), (width, 2.0), Ink::Accent));
    pen.close();
    height += 2.0;
    pen.open(Role::List(false));
    for row in &column.rows {
        height += overview_row(stage, (row, rows), (x, y + height), width, pen);
    }
    pen.close();
    height
}

/// Sets an indicator of the overview: its name, which leads to its figure, and its value at the right. Returns its
/// height in pixels.
fn overview_row(
    stage: &Stage,
    (row, sizes): (&OverviewRow, &Rows),
    (x, y): (f64, f64),
    width: f64,
    pen: &mut dyn Pen,
) -> f64 {
    let value = [Run { whole: true, ..Run::new(&row.value, Face::SansBold, sizes.value, Ink::Accent) }];
    let beside = width - value[0].width() - 24.0;
    let slide = row.figure.and_then(|figure| stage.slide_of(figure));
    let link = slide.map(|slide| Target::Place(crate::scene::page::Place { page: slide, y: 0.0 }));
    let ink = if link.is_some() { Ink::Accent } else { Ink::Text };
    let label = [Run { link, underlined: false, ..Run::new(&row.label, Face::SansSemi, sizes.label.0, ink) }];
    let dot = if row.of.is_empty() || row.period.is_empty() { "" } else { "\u{a0}· " };
    let of = format!("{}{dot}", row.of);
    let period = Run { whole: true, ..Run::new(&row.period, Face::Sans, sizes.of.0, Ink::Quiet) };
    let of = [Run::new(&of, Face::Sans, sizes.of.0, Ink::Quiet), period];
    let lines = |runs: &[Run], line: f64| text_of(runs, line, (0.0, 0.0), (Align::Left, beside), &mut Ruler);
    let (name, under) = (lines(&label, sizes.label.1), lines(&of, sizes.of.1));
    let inside = (name + under).max(sizes.value);
    let spare = (inside - name - under) / 2.0;
    let top = y + sizes.pad;
    pen.open(Role::Item);
    pen.open(Role::Label);
    pen.lang(stage.authors());
    text_of(&label, sizes.label.1, (x, top), (Align::Left, beside), pen);
    pen.close();
    pen.open(Role::Body);
    let middle = top + (inside - sizes.value) / 2.0;
    pen.open(Role::Paragraph);
    text_of(&value, sizes.value, (x, middle), (Align::Right, width), pen);
    pen.close();
    pen.open(Role::Paragraph);
    text_of(&of, sizes.of.1, (x, top + name + spare), (Align::Left, beside), pen);
    pen.close();
    pen.close();
    let height = inside + 2.0 * sizes.pad + 1.0;
    pen.shape(bar((x, y + height - 1.0), (width, 1.0), Ink::Grid));
    pen.close();
    height
}

/// The type of the table of a territory.
const PROFILE: Type =
    Type { size: 21.0, line: 26.0, pads: (8.0, 14.0), stretched: true, heads: Face::SansSemi, second: Some(24.0) };

/// Sets the figures of one territory: some sentences and a table.
pub(super) fn profile(stage: &Stage, slide: &Slide, profile: &Profile, pen: &mut dyn Pen) -> f64 {
    let over = plain_head(stage, slide, &profile.kicker, &profile.title, pen);
    let Area { x, y, width, height: room } = slide.boxes.body;
    let run = [Run::new(&profile.summary, Face::Sans, 22.0, Ink::Text)];
    pen.open(Role::Paragraph);
    let mut height = text_of(&run, 30.0, (x, y), (Align::Left, width), pen) + 18.0;
    pen.close();
    let mut widest: f64 = 0.0;
    for grid in grids(&profile.table, PROFILE, width) {
        pen.open(Role::Table);
        height += grid.set(0..grid.rows().len(), (x, y + height), TableHead::First, pen);
        pen.close();
        widest = widest.max(grid.width());
    }
    sourced_foot(stage, slide, (&profile.source_label, &profile.source, &profile.notes), pen);
    over + height - room + (widest - width).max(0.0)
}

/// Sets a foot with source and notes.
fn sourced_foot(stage: &Stage, slide: &Slide, sourced: Sourced<'_>, pen: &mut dyn Pen) {
    let (boxes, (_, is_long)) = (&slide.boxes, crate::layout::foot(sourced, stage.edition));
    rule(boxes, pen);
    sources(stage, sourced, is_long, boxes, pen);
    place(stage, &slide.number.to_string(), boxes.foot.right(), foot_top(boxes), pen);
}

/// Sets the head of a slide whose title is plain words.
fn plain_head(stage: &Stage, slide: &Slide, kicker: &str, words: &str, pen: &mut dyn Pen) -> f64 {
    let words = Head { kicker, title: title(words), plain: words, part: "", measure: "" };
    head(stage, &words, &slide.boxes, pen)
}

fn bar(at: (f64, f64), size: (f64, f64), ink: Ink) -> Shape {
    Shape { at, size, radius: 0.0, fill: Some(ink), stroke: None }
}

impl Stage<'_> {
    /// The page of the first slide of a figure, counted from 0.
    fn slide_of(&self, figure: usize) -> Option<usize> {
        use super::deck::What;
        let is_it = |slide: &Slide| matches!(slide.what, What::Figure { figure: of, drawing: 0, .. } if of == figure);
        self.deck.slides.iter().position(is_it)
    }
}
