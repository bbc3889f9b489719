//! A slide with a figure: its title and measure, the drawing, source and notes.

use super::deck::{Area, Boxes, Slide};
use super::head::{Head, foot_top, head, place, rule, title};
use super::stage::Stage;
use crate::layout::head::{foot_width, part};
use crate::layout::sizes::{FOOT_FRAME, FOOT_TYPE, LONG_FOOT_TYPE, MEASURE_LINE, TITLE_LINE};
use crate::layout::text::flow::text_of;
use crate::layout::text::pen::{Align, Pen};
use crate::layout::words::{source_runs, source_words, tied};
use crate::resolve::{Figure, Note};
use crate::scene::Scene;
use crate::scene::page::{At, Role};

/// How many lines stand around the drawing of a figure on a slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around {
    /// Those of its title.
    pub title: usize,
    /// Those of what it measures.
    pub measure: usize,
    /// Those of its source and notes.
    pub foot: usize,
}

/// How many lines stand around the drawing of a figure on a slide; `place` is the figure's in the edition.
pub fn around(stage: &Stage, slide: &Slide, place: usize) -> Around {
    let boxes = &slide.boxes;
    let (_, line) = if stage.figures[place].long_foot { LONG_FOOT_TYPE } else { FOOT_TYPE };
    let lines = |height: f64, line: f64| (height / line).round() as usize;
    Around {
        title: lines(boxes.title.height, TITLE_LINE),
        measure: lines(boxes.measure.height, MEASURE_LINE),
        foot: lines(boxes.foot.height - FOOT_FRAME, line),
    }
}

/// One drawing of a figure; its place, which of how many.
pub(super) fn figure(
    stage: &Stage,
    slide: &Slide,
    (place, drawing, drawings): (usize, usize, usize),
    pen: &mut dyn Pen,
) -> f64 {
    let (figure, sheet) = (&stage.edition.figures[place], &stage.figures[place]);
    let part = part(drawing, drawings, stage.site.language);
    let measure = tied(&figure.measure);
    let words = Head {
        kicker: &figure.kicker,
        title: title(&figure.title),
        plain: &figure.title,
        part: &part,
        measure: &measure,
    };
    let over = head(stage, &words, &slide.boxes, pen);
    let over = over.max(over + drawn(&sheet.slides[drawing], slide.boxes.body, pen));
    self::foot(stage, slide, figure, sheet.long_foot, pen);
    over
}

/// Sets a drawing in the middle of its room; returns by how many pixels it is too high.
fn drawn(scene: &Scene, room: Area, pen: &mut dyn Pen) -> f64 {
    let scale = room.width / scene.width;
    // One that is too high is shown smaller, as browsers do.
    let shown = scale.min(room.height / scene.height);
    let (width, height) = (scene.width * shown, scene.height * shown);
    let at = At { x: room.x + (room.width - width) / 2.0, y: room.y + (room.height - height) / 2.0, scale: shown };
    pen.figure(scene, at);
    scene.height * scale.min(1.0) - room.height
}

fn foot(stage: &Stage, slide: &Slide, figure: &Figure, long: bool, pen: &mut dyn Pen) {
    let Slide { boxes, .. } = slide;
    rule(boxes, pen);
    sources(stage, (&figure.source_label, &figure.source, &figure.notes), long, boxes, pen);
    place(stage, &slide.number.to_string(), boxes.foot.right(), foot_top(boxes), pen);
}

/// Source and notes at the foot.
pub(super) fn sources(
    stage: &Stage,
    (label, source, notes): (&str, &str, &[Note]),
    long: bool,
    boxes: &Boxes,
    pen: &mut dyn Pen,
) {
    let (size, line) = if long { LONG_FOOT_TYPE } else { FOOT_TYPE };
    let words = source_words(source, notes);
    let at = (boxes.foot.x, foot_top(boxes));
    pen.open(Role::Paragraph);
    text_of(&source_runs(label, &words, size), line, at, (Align::Left, foot_width(stage.edition)), pen);
    pen.close();
}
