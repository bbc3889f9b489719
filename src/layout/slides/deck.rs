//! An edition as a deck: its slides in order, each with its address, its time and the boxes of what stands on it.
//!
//! HTML, PDF and PPTX are all made from it, so a slide has the same number, the same title and the same place in each.

use super::passage::density;
use crate::data::prose::plain;
use crate::data::talk::{self, Cut, Timed};
use crate::diag::Language;
use crate::layout::figure::sheet::FigureSheet;
use crate::layout::head::{Sourced, measure_lines, part, title_lines};
use crate::layout::sizes::{
    BODY_GAP, FOOT, FOOT_GAP, HEAD_GAP, HEIGHT, KICKER, MEASURE_LINE, TITLE_LINE, TOP, WIDE, WIDTH,
};
use crate::layout::slides::passage::Density;
use crate::layout::words::tied;
use crate::resolve::{Edition, Entry, Figure, Passage, Step};

/// The slides of a talk.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// The slides: those of the talk, then those kept back.
    pub slides: Vec<Slide>,
}

impl Deck {
    /// How long the talk is planned to take without what is kept back, in seconds.
    pub fn seconds(&self) -> u32 {
        self.slides.iter().filter(|slide| !slide.backup).map(|slide| slide.seconds).sum()
    }
}

/// A slide of 1280 by 720 pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Its address in the page, which is the same in every edition that has it: `figure-consenso`, `figure-consenso-2`.
    pub id: String,
    /// Its number, from 1.
    pub number: usize,
    /// Its title, as plain text.
    pub title: String,
    /// The step it belongs to, by its place in [`Edition::outline`].
    pub step: usize,
    /// What stands on it.
    pub what: What,
    /// Where it stands.
    pub boxes: Boxes,
    /// How long it is planned to take.
    pub seconds: u32,
    /// Whether it is kept back: it stands after the end, for questions.
    pub backup: bool,
}

/// What stands on a slide. The words are those of its step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// The opening.
    Title,
    /// A passage of narrative, by its place in its step, and how large its text is.
    Narrative(usize, Density),
    /// An address shown large.
    Link,
    /// The indicators at a glance.
    Overview,
    /// One drawing of a figure.
    Figure {
        /// The figure, by its place in [`Edition::figures`].
        figure: usize,
        /// Which of its drawings, from 0.
        drawing: usize,
        /// How many drawings it has.
        drawings: usize,
    },
    /// A divider.
    Section,
    /// The figures of one territory.
    Profile,
    /// The end of the talk.
    Closing,
}

/// An area on a slide, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// The left edge.
    pub x: f64,
    /// The top.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height; zero where nothing stands there.
    pub height: f64,
}

/// The boxes of a slide, one below the other. On a title slide, a divider and the end, words stand in the middle of the
/// slide: there only the box of the title counts, and it is all the room there is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Boxes {
    /// The few words above the title.
    pub kicker: Area,
    /// The title, as high as its lines.
    pub title: Area,
    /// What a figure measures, below the title.
    pub measure: Area,
    /// What the slide is about.
    pub body: Area,
    /// The foot: source and notes at the left, tag and number at the right.
    pub foot: Area,
}

/// The left edge of all words, in pixels.
const LEFT: f64 = (WIDTH - WIDE) / 2.0;

/// The left edge of words on slides with a band, in pixels.
const BANDED: f64 = 110.0;

/// The height of the line of the event at the foot of a title slide with the space below it, in pixels.
const EVENT: f64 = 27.3 + 64.0;

/// The deck of an edition in a cut. What the cut leaves out comes after the end, for questions.
///
/// # Panics
/// Where the core of the talk is longer than the cut.
pub fn deck(edition: &Edition, sheets: &[FigureSheet], language: Language, cut: Cut) -> Deck {
    let timed: Vec<Timed> = edition.outline.iter().map(Step::timed).collect();
    let kept = talk::kept(&timed, cut).expect("the time of a cut is checked before");
    let mut slides = Vec::new();
    for (step, of_step) in edition.outline.iter().enumerate() {
        let from = slides.len();
        let slide = |id: String, title: String, what, boxes| Slide {
            id,
            number: 0,
            title,
            step,
            what,
            boxes,
            seconds: 0,
            backup: false,
        };
        match &of_step.entry {
            Entry::Title => {
                let room = Area { x: BANDED, y: 10.0, width: WIDTH - 2.0 * BANDED, height: HEIGHT - EVENT - 10.0 };
                let boxes = Boxes { title: room, ..Boxes::default() };
                slides.push(slide("title".into(), edition.cover.title.clone(), What::Title, boxes));
            }
            Entry::Narrative(passages) => {
                slides.extend(passages.iter().enumerate().map(|(place, passage)| {
                    let density = density(passage);
                    let boxes = of_passage(passage, &density);
                    slide(passage.id.clone(), plain(&passage.title), What::Narrative(place, density), boxes)
                }));
            }
            Entry::Link(link) => {
                let boxes = plain_boxes(&link.kicker, &link.title);
                slides.push(slide(link.id.clone(), link.title.clone(), What::Link, boxes));
            }
            Entry::Overview(overview) => {
                let foot = foot_height((&overview.source_label, &overview.source, &overview.notes), edition);
                let boxes = headed(&overview.kicker, (&overview.title, ""), "", BODY_GAP, foot);
                slides.push(slide(overview.id.clone(), overview.title.clone(), What::Overview, boxes));
            }
            Entry::Figure(figure) => {
                let (of, sheet) = (&edition.figures[*figure], &sheets[*figure]);
                let drawings = sheet.slides.len();
                slides.extend((0..drawings).map(|drawing| {
                    let id = match drawing {
                        0 => format!("figure-{}", of.id),
                        _ => format!("figure-{}-{}", of.id, drawing + 1),
                    };
                    let what = What::Figure { figure: *figure, drawing, drawings };
                    slide(id, of.title.clone(), what, of_figure(of, sheet, &part(drawing, drawings, language)))
                }));
            }
            Entry::Section(section) => {
                let room = Area { x: BANDED, y: 0.0, width: WIDTH - 2.0 * BANDED, height: HEIGHT - FOOT };
                let boxes = Boxes { title: room, foot: foot(FOOT), ..Boxes::default() };
                slides.push(slide(section.id.clone(), section.title.clone(), What::Section, boxes));
            }
            Entry::Profile(profile) => {
                let foot = foot_height((&profile.source_label, &profile.source, &profile.notes), edition);
                let boxes = headed(&profile.kicker, (&profile.title, ""), "", BODY_GAP, foot);
                slides.push(slide(format!("profile-{}", profile.id), profile.title.clone(), What::Profile, boxes));
            }
            Entry::Closing(closing) => {
                let room = Area { x: BANDED, y: 0.0, width: WIDTH - 2.0 * BANDED, height: HEIGHT };
                let boxes = Boxes { title: room, ..Boxes::default() };
                slides.push(slide(closing.id.clone(), closing.title.clone(), What::Closing, boxes));
            }
        }
        share(&mut slides[from..], of_step.seconds, !kept[step]);
    }
    slides.sort_by_key(|slide| slide.backup);
    for (index, slide) in slides.iter_mut().enumerate() {
        slide.number = index + 1;
    }
    Deck { slides }
}

/// Shares the time of a step among its slides.
fn share(slides: &mut [Slide], seconds: u32, backup: bool) {
    let count = slides.len() as u32;
    for (place, slide) in (0..).zip(slides) {
        slide.backup = backup;
        // What does not divide evenly goes to the first slides.
        slide.seconds = seconds / count + u32::from(place < seconds % count);
    }
}

/// What is said while a slide is shown: for narrative, what its author notes; for figures, what they show.
pub fn speaker_notes<'a>(edition: &'a Edition, slide: &Slide) -> Vec<&'a str> {
    match (&edition.outline[slide.step].entry, slide.what) {
        (Entry::Narrative(passages), What::Narrative(place, _)) => {
            passages[place].speaker_notes.iter().map(String::as_str).collect()
        }
        (Entry::Figure(figure), What::Figure { drawing: 0, .. }) => vec![&edition.figures[*figure].summary],
        (Entry::Profile(profile), _) => vec![&profile.summary],
        _ => Vec::new(),
    }
}

/// The height of a foot with a source and notes, in pixels; without a source, that of the lowest foot.
fn foot_height(sourced: Sourced<'_>, edition: &Edition) -> f64 {
    if sourced.1.is_empty() { FOOT } else { crate::layout::foot(sourced, edition).0 }
}

/// The boxes of a slide with a title and a body below it.
fn plain_boxes(kicker: &str, title: &str) -> Boxes {
    headed(kicker, (title, ""), "", BODY_GAP, FOOT)
}

fn of_passage(passage: &Passage, density: &Density) -> Boxes {
    headed(&passage.kicker, (&plain(&passage.title), ""), "", density.top(), FOOT)
}

fn of_figure(figure: &Figure, sheet: &FigureSheet, part: &str) -> Boxes {
    headed(&figure.kicker, (&figure.title, part), &tied(&figure.measure), BODY_GAP, sheet.foot)
}

pub(in crate::layout) fn headed(
    kicker: &str,
    (title, part): (&str, &str),
    measure: &str,
    gap: f64,
    foot_height: f64,
) -> Boxes {
    let area = |y: f64, height: f64| Area { x: LEFT, y, width: WIDE, height };
    let kicker = area(TOP, if kicker.is_empty() { 0.0 } else { KICKER });
    let title = area(kicker.bottom() + HEAD_GAP, title_lines(title, part) * TITLE_LINE);
    let measure = match measure {
        "" => area(title.bottom(), 0.0),
        words => area(title.bottom() + HEAD_GAP, measure_lines(words) * MEASURE_LINE),
    };
    let foot = foot(foot_height);
    let top = measure.bottom() + gap;
    Boxes { kicker, title, measure, body: area(top, (foot.y - FOOT_GAP - top).max(0.0)), foot }
}

fn foot(height: f64) -> Area {
    Area { x: LEFT, y: HEIGHT - height, width: WIDE, height }
}

impl Area {
    /// Its lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Its right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }
}
