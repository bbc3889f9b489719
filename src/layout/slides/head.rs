//! What stands at the head and at the foot of most slides.

use super::deck::{Boxes, Slide};
use super::stage::Stage;
use crate::face::measure;
use crate::layout::head::title_part;
use crate::layout::sizes::{HEIGHT, KICKER, MEASURE, MEASURE_LINE, TITLE, TITLE_LINE, WIDTH};
use crate::layout::text::flow::text_of;
use crate::layout::text::ink::Ink;
use crate::layout::text::lines::{Run, balanced, break_lines};
use crate::layout::text::pen::{Align, Metrics, Pen, Shape};
use crate::scene::Face;
use crate::scene::page::Role;

/// Sets a ground as large as a slide, and the bar at its left.
pub(super) fn ground(ground: Ink, (bar, at, size): (Ink, f64, (f64, f64)), pen: &mut dyn Pen) {
    let shape = |at, size, ink| Shape { at, size, radius: 0.0, fill: Some(ink), stroke: None };
    pen.shape(shape((0.0, 0.0), (WIDTH, HEIGHT), ground));
    pen.shape(shape((0.0, at), size, bar));
}

/// The bar beside the title: its top, its width and its height, in pixels.
const BAR: (f64, (f64, f64)) = (40.0, (14.0, 44.0));

/// The size of the words above a title, in pixels.
const KICKER_TYPE: f64 = 17.0;

/// The further space after each of their signs, as a part of their size.
pub(super) const KICKER_SPACING: f64 = 0.09;

/// The space above the words of a foot, in pixels.
const FOOT_PAD: f64 = 11.0;

/// The size of the tag and the number in a foot, and the height of their line, in pixels.
const PLACE_TYPE: (f64, f64) = (15.0, 20.0);

/// What the head of a slide says.
pub(super) struct Head<'h> {
    /// The few words above the title; may be empty.
    pub(super) kicker: &'h str,
    /// The title, in runs.
    pub(super) title: Vec<Run<'h>>,
    /// The title as plain text.
    pub(super) plain: &'h str,
    /// What follows the title where it goes on over slides: " (1 di 2)".
    pub(super) part: &'h str,
    /// What a figure measures, below the title; may be empty.
    pub(super) measure: &'h str,
}

/// Sets the ground and the head; returns by how many pixels the head is higher than its room.
pub(super) fn head(stage: &Stage, head: &Head, boxes: &Boxes, pen: &mut dyn Pen) -> f64 {
    ground(Ink::Paper, (Ink::Banner, BAR.0, BAR.1), pen);
    let mut over = 0.0;
    if !head.kicker.is_empty() {
        let area = boxes.kicker;
        over += kicker(stage, head.kicker, (KICKER_TYPE, KICKER, Ink::Quiet), (area.x, area.y), area.width, pen);
        over -= area.height;
    }
    pen.open(Role::Heading(stage.level(), format!("{}{}", head.plain, head.part)));
    pen.lang(stage.authors());
    let area = boxes.title;
    let mut title = head.title.clone();
    title.extend(title_part(head.part));
    let width = balanced(&title, area.width);
    over += text_of(&title, TITLE_LINE, (area.x, area.y), (Align::Left, width), pen) - area.height;
    pen.close();
    if !head.measure.is_empty() {
        let run = [Run::new(head.measure, Face::Sans, MEASURE, Ink::Quiet)];
        let area = boxes.measure;
        pen.open(Role::Paragraph);
        over += text_of(&run, MEASURE_LINE, (area.x, area.y), (Align::Left, area.width), pen) - area.height;
        pen.close();
    }
    over
}

/// The title of a slide, of plain words.
pub(super) fn title(words: &str) -> Vec<Run<'_>> {
    vec![Run::new(words, Face::Serif, TITLE, Ink::Accent)]
}

/// Sets the few words above a title, in capitals; returns their height in pixels.
pub(super) fn kicker(
    stage: &Stage,
    words: &str,
    (size, line, ink): (f64, f64, Ink),
    at: (f64, f64),
    width: f64,
    pen: &mut dyn Pen,
) -> f64 {
    let words = words.to_uppercase();
    let run = [Run::new(&words, Face::SansSemi, size, ink).spaced(KICKER_SPACING)];
    pen.open(Role::Paragraph);
    pen.lang(stage.authors());
    let height = text_of(&run, line, at, (Align::Left, width), pen);
    pen.close();
    height
}

/// The rule above the foot.
pub(super) fn rule(boxes: &Boxes, pen: &mut dyn Pen) {
    let area = boxes.foot;
    let (at, size) = ((area.x, area.y), (area.width, 1.0));
    pen.shape(Shape { at, size, radius: 0.0, fill: Some(Ink::Grid), stroke: None });
}

/// Sets the foot of a slide without a source: who publishes, and where in the talk it stands.
pub(super) fn foot(stage: &Stage, slide: &Slide, boxes: &Boxes, pen: &mut dyn Pen) {
    rule(boxes, pen);
    pen.open(Role::Ornament);
    let run = [Run::new(&stage.site.organisation, Face::Sans, PLACE_TYPE.0, Ink::Quiet)];
    let at = (boxes.foot.x, boxes.foot.y + FOOT_PAD);
    text_of(&run, PLACE_TYPE.1, at, (Align::Left, boxes.foot.width), pen);
    pen.close();
    place(stage, &slide.number.to_string(), boxes.foot.right(), boxes.foot.y + FOOT_PAD, pen);
}

/// Sets the tag and the number at the right of the foot, and before them the word for a draft.
pub(super) fn place(stage: &Stage, number: &str, right: f64, y: f64, pen: &mut dyn Pen) {
    let (size, line) = PLACE_TYPE;
    let tag = stage.edition.cover.event.as_ref().map_or("", |event| &event.tag);
    pen.open(Role::Ornament);
    let run = [Run::new(number, Face::SansBold, size, Ink::Accent)];
    text_of(&run, line, (right - 100.0, y), (Align::Right, 100.0), pen);
    let right = right - run[0].width() - 6.0 - measure(Face::Sans, size, " ");
    let run = [Run::new(tag, Face::Sans, size, Ink::Quiet)];
    text_of(&run, line, (right - 600.0, y), (Align::Right, 600.0), pen);
    if stage.edition.cover.draft {
        let width = draft_width(stage, size);
        let right = right - run[0].width() - measure(Face::Sans, size, " ");
        draft(stage, size, (right - width, y + Metrics::baseline(Face::Sans, size, line)), line, Ink::Quiet, pen);
    }
    pen.close();
}

/// The width of the word for a draft with its frame, in pixels.
pub(super) fn draft_width(stage: &Stage, size: f64) -> f64 {
    let word = stage.words().draft;
    let run = Run::new(word, Face::SansBold, size, Ink::Quiet).spaced(DRAFT_SPACING);
    run.width() + size + 2.0 * DRAFT_FRAME
}

/// The frame around the word for a draft, and the space after each of its signs.
const DRAFT_FRAME: f64 = 2.0;
const DRAFT_SPACING: f64 = 0.04;

/// Sets the word for a draft in its frame, its baseline at `y`.
pub(super) fn draft(stage: &Stage, size: f64, (x, y): (f64, f64), line: f64, ink: Ink, pen: &mut dyn Pen) {
    let (word, width) = (stage.words().draft, draft_width(stage, size));
    let top = y - Metrics::baseline(Face::SansBold, size, line) - DRAFT_FRAME;
    let size_of = (width, line + 2.0 * DRAFT_FRAME);
    pen.shape(Shape { at: (x, top), size: size_of, radius: 3.0, fill: None, stroke: Some((ink, DRAFT_FRAME)) });
    let run = [Run::new(word, Face::SansBold, size, ink).spaced(DRAFT_SPACING)];
    let left = x + DRAFT_FRAME + size / 2.0;
    break_lines(&run, f64::INFINITY, &mut |pieces| pen.line(pieces, &run, (left, y), (Align::Left, width)));
}

/// The top of the words of a foot, in pixels.
pub(super) fn foot_top(boxes: &Boxes) -> f64 {
    boxes.foot.y + FOOT_PAD
}

/// The top of words in the middle of a room, and by how much they are higher than it, in pixels.
pub(super) fn middle(height: f64, (top, room): (f64, f64)) -> (f64, f64) {
    (top + (room - height) / 2.0, height - room)
}
