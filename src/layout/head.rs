//! The lines and heights of what stands above and below a figure on its slide.

use super::sizes::{
    FOOT, FOOT_FRAME, FOOT_LINES, FOOT_TYPE, HEAD_GAP, KICKER, LONG_FOOT_TYPE, MEASURE, MEASURE_LINE, TITLE,
    TITLE_LINE, TITLE_PART, TOP, WIDE,
};
use super::text::ink::Ink;
use super::text::lines::{Run, count_lines};
use super::words::{source_runs, source_words, tied};
use crate::diag::Language;
use crate::face::measure;
use crate::lang::terms;
use crate::resolve::{Edition, Figure, Note};
use crate::scene::Face;

/// The height of what stands above a figure, from the upper edge of the slide, in pixels; `more` follows its title.
pub(super) fn head(figure: &Figure, more: &str) -> f64 {
    let kicker = if figure.kicker.is_empty() { 0.0 } else { KICKER };
    let measure = measure_lines(&tied(&figure.measure));
    TOP + kicker + HEAD_GAP + title_lines(&figure.title, more) * TITLE_LINE + HEAD_GAP + measure * MEASURE_LINE
}

/// What follows a title that goes on over slides: a space, and words that stay together.
pub(in crate::layout) fn title_part(part: &str) -> Vec<Run<'_>> {
    let Some(words) = part.strip_prefix(' ') else { return Vec::new() };
    let whole = Run { whole: true, ..Run::new(words, Face::Serif, TITLE_PART, Ink::Quiet) };
    vec![Run::new(" ", Face::Serif, TITLE, Ink::Accent), whole]
}

/// How many lines the title of a slide takes; `more` follows it.
pub(super) fn title_lines(title: &str, more: &str) -> f64 {
    let mut runs = vec![Run::new(title, Face::Serif, TITLE, Ink::Accent)];
    runs.extend(title_part(more));
    count_lines(&runs, WIDE) as f64
}

/// How many lines the measure below it takes.
pub(super) fn measure_lines(measure: &str) -> f64 {
    count_lines(&[Run::new(measure, Face::Sans, MEASURE, Ink::Quiet)], WIDE) as f64
}

/// What follows the title of a figure that goes on over slides: " (1 di 2)".
pub(super) fn part(drawing: usize, drawings: usize, language: Language) -> String {
    match drawings {
        0 | 1 => String::new(),
        _ => format!(" ({} {} {drawings})", drawing + 1, terms(language).of),
    }
}

/// What the foot of a slide says: the word for a source, the source, the notes.
pub(crate) type Sourced<'f> = (&'f str, &'f str, &'f [Note]);

/// The height of the foot of a slide, in pixels, and whether it is a long one, which is set smaller.
pub(crate) fn foot((label, source, notes): Sourced<'_>, edition: &Edition) -> (f64, bool) {
    let words = source_words(source, notes);
    let width = foot_width(edition);
    let lines = |size| count_lines(&source_runs(label, &words, size), width);
    let height = |lines: usize, line: f64| (FOOT_FRAME + lines as f64 * line).max(FOOT);
    match lines(FOOT_TYPE.0) {
        few if few <= FOOT_LINES => (height(few, FOOT_TYPE.1), false),
        _ => (height(lines(LONG_FOOT_TYPE.0), LONG_FOOT_TYPE.1), true),
    }
}

/// The width of the source in a foot, in pixels. At its right stand the tag and the number of the slide, and before
/// them the word for a draft.
pub(super) fn foot_width(edition: &Edition) -> f64 {
    let tag = edition.cover.event.as_ref().map_or("", |event| &event.tag);
    let draft = if edition.cover.draft { 90.0 } else { 0.0 };
    let place = measure(Face::Sans, FOOT_TYPE.0, tag) + measure(Face::SansBold, FOOT_TYPE.0, "000") + 12.0 + draft;
    WIDE - 40.0 - place
}
