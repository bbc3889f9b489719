//! Slides with few words, set large in the middle: the opening, a divider, the end.

use super::deck::Slide;
use super::head::{KICKER_SPACING, draft, ground, kicker, middle, place};
use super::stage::Stage;
use crate::layout::figure::qr::qr_code;
use crate::layout::sizes::HEIGHT;
use crate::layout::text::flow::text_of;
use crate::layout::text::ink::Ink;
use crate::layout::text::lines::{Run, balanced, count_lines};
use crate::layout::text::pen::{Align, Metrics, Pen, Ruler};
use crate::layout::words::tied;
use crate::resolve::{Closing, Cover, Event, Section};
use crate::scene::page::{At, Role, Target};
use crate::scene::{Face, Scene};

/// The bar at the left edge: its top, its width and its height, in pixels.
const BAND: (f64, (f64, f64)) = (0.0, (34.0, HEIGHT));

/// The distance from line to line, as a part of the size.
const LEADING: f64 = 1.3;

/// Sets the opening: period, title and subtitle, and at the foot where and when it is given.
pub(super) fn title(stage: &Stage, slide: &Slide, pen: &mut dyn Pen) -> f64 {
    let (cover, room) = (&stage.edition.cover, slide.boxes.title);
    ground(Ink::Banner, (Ink::Mark, BAND.0, BAND.1), pen);
    let words = |y: f64, pen: &mut dyn Pen| {
        let (size, line) = (22.0, 30.0);
        let mut height = kicker(stage, &cover.period, (size, line, Ink::FaintOnBanner), (room.x, y), room.width, pen);
        if cover.draft {
            let period = cover.period.to_uppercase();
            let period = Run::new(&period, Face::SansSemi, size, Ink::Text).spaced(KICKER_SPACING);
            let x = room.x + period.drawn(period.text) + crate::face::measure(Face::SansSemi, size, " ") + 16.0;
            let baseline = y + 2.0 + Metrics::baseline(Face::SansSemi, size, line);
            pen.open(Role::Paragraph);
            draft(stage, size, (x, baseline), line, Ink::FaintOnBanner, pen);
            pen.close();
            height += 4.0;
        }
        height += 14.0;
        height += heading(stage, 1, &cover.title, (60.0, 67.0, Ink::OnBanner), (room.x, y + height), room.width, pen);
        if !cover.subtitle.is_empty() {
            height += 24.0;
            height += paragraph(stage, &cover.subtitle, (28.0, Ink::OnBanner), (room.x, y + height), room.width, pen);
        }
        height
    };
    let over = centred((room.y, room.height), &words, pen);

    let (size, line) = (21.0, 21.0 * LEADING);
    let said = event_line(cover);
    let said = if said.is_empty() { &stage.site.organisation } else { &said };
    let tag = cover.event.as_ref().map_or("", |event| &event.tag);
    let tag_width = Run::new(tag, Face::Sans, size, Ink::OnBanner).width();
    let width = room.width - if tag.is_empty() { 0.0 } else { tag_width + 40.0 };
    let runs = [Run::new(said, Face::Sans, size, Ink::OnBanner)];
    let lines = count_lines(&runs, width) as f64;
    let y = HEIGHT - 64.0 - lines * line;
    pen.open(Role::Paragraph);
    pen.lang(stage.authors());
    text_of(&runs, line, (room.x, y), (Align::Left, width), pen);
    pen.close();
    if !tag.is_empty() {
        pen.open(Role::Paragraph);
        text_of(&[Run::new(tag, Face::Sans, size, Ink::OnBanner)], line, (room.x, y), (Align::Right, room.width), pen);
        pen.close();
    }
    over + (lines - 1.0) * line
}

/// Where and when a talk is given, in one line; may be empty.
pub(in crate::layout) fn event_line(cover: &Cover) -> String {
    let event = |event: &Event| {
        let parts = [&event.name, &event.place, &event.date].map(String::as_str);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    cover.event.as_ref().map(event).unwrap_or_default()
}

/// Sets a divider: the title of a group, its period, and what differs from it.
pub(super) fn section(stage: &Stage, slide: &Slide, section: &Section, pen: &mut dyn Pen) -> f64 {
    let room = slide.boxes.title;
    ground(Ink::Panel, (Ink::Banner, BAND.0, BAND.1), pen);
    let exceptions: Vec<String> = section.exceptions.iter().map(|exception| tied(exception)).collect();
    let words = |y: f64, pen: &mut dyn Pen| {
        let (size, line) = (27.0, 38.0);
        let mut height = 0.0;
        if !section.kicker.is_empty() {
            height += kicker(stage, &section.kicker, (17.0, 22.0, Ink::Quiet), (room.x, y), room.width, pen);
        }
        height += 12.0;
        let level = stage.level();
        height +=
            heading(stage, level, &section.title, (54.0, 62.0, Ink::Accent), (room.x, y + height), room.width, pen);
        if !section.period.is_empty() {
            let label = format!("{}: ", section.period_label);
            let period = Run::new(&section.period, Face::SansBold, size, Ink::Accent);
            let runs = [Run::new(&label, Face::Sans, size, Ink::Text), Run { whole: true, ..period }];
            height += 28.0;
            pen.open(Role::Paragraph);
            height += text_of(&runs, line, (room.x, y + height), (Align::Left, room.width), pen);
            pen.close();
        }
        for exception in &exceptions {
            pen.open(Role::Paragraph);
            let run = [Run::new(exception, Face::Sans, size, Ink::Quiet)];
            height += text_of(&run, line, (room.x, y + height), (Align::Left, room.width), pen);
            pen.close();
        }
        height
    };
    let over = centred((room.y, room.height), &words, pen);
    // The number stands where it does on other slides.
    place(stage, &slide.number.to_string(), 1224.0, HEIGHT - 52.0 + 10.0, pen);
    over
}

/// Sets the page before the slides that are kept back, which says that they are.
pub(super) fn backup(stage: &Stage, pen: &mut dyn Pen) {
    let words_of = stage.words();
    let (x, width) = (110.0, crate::layout::sizes::WIDTH - 2.0 * 110.0);
    ground(Ink::Panel, (Ink::Banner, BAND.0, BAND.1), pen);
    let words = |y: f64, pen: &mut dyn Pen| {
        let mut height = 0.0;
        if !stage.cut.is_empty() {
            height += kicker(stage, stage.cut, (17.0, 22.0, Ink::Quiet), (x, y), width, pen) + 12.0;
        }
        height +=
            heading(stage, stage.level(), words_of.backup, (54.0, 62.0, Ink::Accent), (x, y + height), width, pen);
        height += 28.0;
        pen.open(Role::Paragraph);
        let run = [Run::new(words_of.backup_text, Face::Sans, 27.0, Ink::Text)];
        height += text_of(&run, 38.0, (x, y + height), (Align::Left, width), pen);
        pen.close();
        height
    };
    centred((0.0, HEIGHT), &words, pen);
}

/// Sets the end: large words, a sentence, an address, and its code to photograph.
pub(super) fn closing(stage: &Stage, slide: &Slide, closing: &Closing, pen: &mut dyn Pen) -> f64 {
    let room = slide.boxes.title;
    ground(Ink::Banner, (Ink::Mark, BAND.0, BAND.1), pen);
    let code = closing.qr.as_ref().and_then(|address| code(stage, address));
    let width = if code.is_some() { 720.0_f64.min(room.width) } else { room.width };
    let words = |y: f64, pen: &mut dyn Pen| {
        let level = stage.level();
        let mut height = heading(stage, level, &closing.title, (64.0, 72.0, Ink::OnBanner), (room.x, y), width, pen);
        if !closing.text.is_empty() {
            height += 20.0;
            height += paragraph(stage, &closing.text, (28.0, Ink::OnBanner), (room.x, y + height), width, pen);
        }
        if let Some(url) = &closing.url {
            height += 28.0;
            height += address(url, (28.0, 28.0 * LEADING, Ink::OnBanner), (room.x, y + height), width, pen);
        }
        height
    };
    let over = centred((room.y, room.height), &words, pen);
    if let Some(code) = code {
        pen.figure(&code, At { x: room.right() - CODE, y: 220.0, scale: CODE / code.width });
    }
    over
}

/// The side of a code to photograph, in pixels.
pub(super) const CODE: f64 = 280.0;

/// The code of an address, with its text alternative.
pub(super) fn code(stage: &Stage, address: &str) -> Option<Scene> {
    let [title, leads] = stage.words().qr;
    qr_code(address, stage.site.language.tag(), title.to_owned(), format!("{leads}: {address}"))
}

/// Sets an address, large, that leads to itself; returns its height in pixels.
pub(super) fn address(
    url: &str,
    (size, line, ink): (f64, f64, Ink),
    at: (f64, f64),
    width: f64,
    pen: &mut dyn Pen,
) -> f64 {
    let shown = url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/');
    let link = Some(Target::Address(url.to_owned()));
    pen.open(Role::Paragraph);
    let run = [Run { link, ..Run::new(shown, Face::SansSemi, size, ink) }];
    let height = text_of(&run, line, at, (Align::Left, width), pen);
    pen.close();
    height
}

/// Sets words in the middle of a room: they are first measured, then set. Returns by how many pixels they are too high.
fn centred(room: (f64, f64), words: &dyn Fn(f64, &mut dyn Pen) -> f64, pen: &mut dyn Pen) -> f64 {
    let (top, over) = middle(words(0.0, &mut Ruler), room);
    words(top, pen);
    over
}

/// Sets a heading in lines of about equal length; returns its height in pixels.
fn heading(
    stage: &Stage,
    level: u8,
    words: &str,
    (size, line, ink): (f64, f64, Ink),
    at: (f64, f64),
    width: f64,
    pen: &mut dyn Pen,
) -> f64 {
    let run = [Run::new(words, Face::Serif, size, ink)];
    pen.open(Role::Heading(level, words.to_owned()));
    pen.lang(stage.authors());
    let height = text_of(&run, line, at, (Align::Left, balanced(&run, width)), pen);
    pen.close();
    height
}

/// Sets a paragraph of the author's; returns its height in pixels.
pub(super) fn paragraph(
    stage: &Stage,
    words: &str,
    (size, ink): (f64, Ink),
    at: (f64, f64),
    width: f64,
    pen: &mut dyn Pen,
) -> f64 {
    let run = [Run::new(words, Face::Sans, size, ink)];
    pen.open(Role::Paragraph);
    pen.lang(stage.authors());
    let height = text_of(&run, size * LEADING, at, (Align::Left, width), pen);
    pen.close();
    height
}
