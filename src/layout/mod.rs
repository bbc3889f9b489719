//! Edition -> Sheets: each figure drawn for each place it stands in, every text measured.
//!
//! A slide is 1280 by 720 pixels. Its sizes and distances below are those of `css/slide.css`.

mod figure;
mod paper;
mod slides;
mod text;

pub use figure::frame::FrameRoom;
pub use figure::plate::{Plate, PlateSize, plate};
pub use figure::qr::qr_code;
pub use paper::handout::handout;
pub use paper::report::report;
pub use slides::deck::{Area, Boxes, Deck, Slide, What, deck, speaker_notes};
pub use slides::fit::{Fitted, fitted, for_slides};
pub use slides::passage::{Density, block_heights, density};
pub use slides::{Around, Stage, around, is_dense, overflow, slide_page, slides};

use crate::chart::{Drawing, Room, Scale, draw};
use crate::diag::Language;
use crate::face::measure;
use crate::lang::terms;
use crate::resolve::{Edition, Figure, Masthead, Note, Own};
use crate::scene::{Face, Node, OtherLanguages, Scene};
use crate::theme::{Palette, Theme};
pub(crate) use slides::{is_sentence, source_words};
use slides::{source_runs, title_part};
use text::ink::Ink;
use text::lines::{Run, break_lines};

/// The figures of an edition, drawn; one for each of [`Edition::figures`], in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheets {
    /// One a figure.
    pub figures: Vec<FigureSheet>,
}

/// One figure, drawn for each place it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureSheet {
    /// Complete, to stand alone: title, measure, figure, notes, source.
    pub plate: Scene,
    /// Without title and foot, one for each slide it needs.
    pub slides: Vec<Scene>,
    /// Height of the foot of its slides.
    pub foot: f64,
    /// Whether the foot of its slides is long, and set smaller.
    pub long_foot: bool,
    /// Without title and foot, for the report; `None` where the one slide serves.
    pub wide: Option<Scene>,
    /// Without title and foot, for a column of 340 pixels.
    pub narrow: Scene,
    /// How high a frame is that shows it in a page elsewhere.
    pub frame: FrameRoom,
}

/// Width of a slide, in pixels.
const WIDTH: f64 = 1280.0;

/// Width of a figure on a slide and in the report, in pixels.
const WIDE: f64 = 1168.0;

/// Width of a figure in a narrow column.
const NARROW: f64 = 340.0;

/// Height wished for in the report, where a figure is not cut into slides.
const WIDE_HEIGHT: f64 = 720.0;

/// Height of a slide, the space above its kicker, the kicker.
const HEIGHT: f64 = 720.0;
const TOP: f64 = 36.0;
const KICKER: f64 = 22.0;

/// Size of a title, a line of it, and the space above it.
const TITLE: f64 = 35.0;
const TITLE_LINE: f64 = 42.0;
const HEAD_GAP: f64 = 4.0;

/// Size of what follows the title in brackets where a figure goes on.
const TITLE_PART: f64 = 26.0;

/// Size of the measure under a title, a line of it, and the space above it.
const MEASURE: f64 = 21.0;
const MEASURE_LINE: f64 = 28.0;

/// Above the figure, and between it and the foot.
const BODY_GAP: f64 = 16.0;
const FOOT_GAP: f64 = 8.0;

/// The lowest foot, and what is in a foot besides its lines.
const FOOT: f64 = 52.0;
const FOOT_FRAME: f64 = 27.0;

/// Size and line of a foot; of one that would take more lines than [`FOOT_LINES`].
const FOOT_TYPE: (f64, f64) = (15.0, 20.0);
const LONG_FOOT_TYPE: (f64, f64) = (13.0, 17.0);
const FOOT_LINES: usize = 2;

/// Draws all figures of an edition, in the light palette; in the dark, pages change its colours.
pub fn layout(edition: &Edition, site: &Masthead, theme: &Theme) -> Sheets {
    let complete = |figure| {
        let sheet = sheet(figure, edition, site, &theme.light);
        let wide = match sheet.slides.len() {
            0 | 1 => None,
            _ => {
                let room = Room { height: WIDE_HEIGHT, paged: false, ..room(figure, "", sheet.foot) };
                bare(figure, site, &theme.light, &room).next()
            }
        };
        let shown = wide.as_ref().or(sheet.slides.first()).unwrap_or(&sheet.narrow);
        let frame = figure::frame::room(figure, edition, site, shown, &sheet.narrow);
        let plate = plate(figure, site, &theme.light, PlateSize::SITE).scene;
        FigureSheet { plate, wide, frame, ..sheet }
    };
    Sheets { figures: edition.figures.iter().map(complete).collect() }
}

/// Draws the figures of a talk that has no report of its own: of each what slides show. Plates are empty.
pub fn layout_of_talk(edition: &Edition, site: &Masthead, theme: &Theme) -> Sheets {
    Sheets { figures: edition.figures.iter().map(|figure| sheet(figure, edition, site, &theme.light)).collect() }
}

/// The room of a figure on a slide; `more` follows its title.
fn room(figure: &Figure, more: &str, foot: f64) -> Room {
    let height = HEIGHT - head(figure, more) - BODY_GAP - FOOT_GAP - foot;
    Room { left: 0.0, top: 0.0, width: WIDE, height: height.floor(), paged: true, scale: Scale::Large }
}

/// What slides show of a figure.
fn sheet(figure: &Figure, edition: &Edition, site: &Masthead, palette: &Palette) -> FigureSheet {
    let (foot, long_foot) = foot((&figure.source_label, &figure.source, &figure.notes), edition);
    let mut slide = room(figure, "", foot);
    let mut slides: Vec<Scene> = bare(figure, site, palette, &slide).collect();
    let part = part(0, slides.len(), site.language);
    let with_part = room(figure, &part, foot);
    if slides.len() > 1 && with_part != slide {
        slide = with_part;
        slides = bare(figure, site, palette, &slide).collect();
    }
    let column = Room { width: NARROW, height: 0.0, paged: false, scale: Scale::Small, ..slide };
    let empty = || scene(figure, site, (NARROW, 1.0), Vec::new());
    let narrow = bare(figure, site, palette, &column).next().unwrap_or_else(empty);
    FigureSheet { plate: empty(), slides, foot, long_foot, wide: None, narrow, frame: FrameRoom::default() }
}

/// Height of a figure's head on a slide, from the upper edge; `more` follows its title.
fn head(figure: &Figure, more: &str) -> f64 {
    let kicker = if figure.kicker.is_empty() { 0.0 } else { KICKER };
    let measure = measure_lines(&tied(&figure.measure));
    TOP + kicker + HEAD_GAP + title_lines(&figure.title, more) * TITLE_LINE + HEAD_GAP + measure * MEASURE_LINE
}

/// Lines of a slide's title; `more` follows it.
fn title_lines(title: &str, more: &str) -> f64 {
    let mut runs = vec![Run::new(title, Face::Serif, TITLE, Ink::Accent)];
    runs.extend(title_part(more));
    break_lines(&runs, WIDE, &mut |_| {}) as f64
}

/// Lines of the measure under it.
fn measure_lines(measure: &str) -> f64 {
    break_lines(&[Run::new(measure, Face::Sans, MEASURE, Ink::Quiet)], WIDE, &mut |_| {}) as f64
}

/// Text whose lines break neither before a middle dot nor beside the dash of a range.
pub(crate) fn tied(text: &str) -> String {
    text.replace(" · ", "\u{a0}· ").replace(" – ", "\u{a0}–\u{a0}")
}

/// What follows the title of a figure that goes on: " (1 di 2)".
fn part(drawing: usize, drawings: usize, language: Language) -> String {
    match drawings {
        0 | 1 => String::new(),
        _ => format!(" ({} {} {drawings})", drawing + 1, terms(language).of),
    }
}

/// What stands at the foot of a slide: the word for a source, the source, the notes.
pub(crate) type Sourced<'f> = (&'f str, &'f str, &'f [Note]);

/// Height of the foot of a slide, and whether it is a long one.
pub(crate) fn foot((label, source, notes): Sourced<'_>, edition: &Edition) -> (f64, bool) {
    let words = source_words(source, notes);
    let width = foot_width(edition);
    let lines = |size| break_lines(&source_runs(label, &words, size), width, &mut |_| {});
    let height = |lines: usize, line: f64| (FOOT_FRAME + lines as f64 * line).max(FOOT);
    match lines(FOOT_TYPE.0) {
        few if few <= FOOT_LINES => (height(few, FOOT_TYPE.1), false),
        _ => (height(lines(LONG_FOOT_TYPE.0), LONG_FOOT_TYPE.1), true),
    }
}

/// Width of the words of a foot: at the right stand the tag and the number of the slide, before them the word for a
/// draft.
fn foot_width(edition: &Edition) -> f64 {
    let tag = edition.cover.event.as_ref().map_or("", |event| &event.tag);
    let draft = if edition.cover.draft { 90.0 } else { 0.0 };
    let place = measure(Face::Sans, FOOT_TYPE.0, tag) + measure(Face::SansBold, FOOT_TYPE.0, "000") + 12.0 + draft;
    WIDE - 40.0 - place
}

/// The figure alone, in one scene or more.
fn bare<'a>(
    figure: &'a Figure,
    site: &'a Masthead,
    palette: &Palette,
    room: &Room,
) -> impl Iterator<Item = Scene> + 'a {
    let drawings = draw(&figure.chart, room, palette).into_iter();
    drawings.map(move |Drawing { nodes, right, bottom }| scene(figure, site, (right.ceil(), bottom.ceil()), nodes))
}

fn scene(figure: &Figure, site: &Masthead, (width, height): (f64, f64), nodes: Vec<Node>) -> Scene {
    let mut description = format!("{}. {}", figure.measure, figure.summary);
    if let Some(warning) = figure.provenance.warning() {
        description = format!("{warning} {description}");
    }
    Scene {
        width,
        height,
        lang: site.language.tag().to_owned(),
        others: others(figure, site),
        title: figure.title.clone(),
        description,
        nodes,
    }
}

/// Which words of a figure are the author's, where those are in another language than ours.
fn others(figure: &Figure, site: &Masthead) -> OtherLanguages {
    let tag = |is_own: bool| (is_own && site.authors != site.language).then(|| site.authors.tag().to_owned());
    let Own { kicker, title, summary } = figure.own;
    OtherLanguages { kicker: tag(kicker), title: tag(title), description: tag(summary) }
}
