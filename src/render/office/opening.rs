//! Slides of words alone: opening, divider, address, end; and the two with tables: all indicators, one territory.

use super::drawing::{self, Fit};
use super::page::{Page, lines_of};
use super::shape::Name;
use super::table::{self, Cell, Table};
use super::text::{Look, Setting, link as link_to, paragraph, slide_link};
use crate::face::measure;
use crate::lang;
use crate::layout::{Area, Sourced, qr_code};
use crate::resolve::{Closing, LinkEntry, Overview, OverviewColumn, Profile, Section};
use crate::scene::Face;

/// The left edge of words on slides with a band, in pixels.
const BANDED: f64 = 110.0;

/// The greatest width of words on slides with a band, in pixels.
const WIDE: f64 = 1060.0;

/// Side of a QR code, in pixels.
const CODE: f64 = 250.0;

/// Boxes that stand one below the other, together in the middle between `top` and `bottom`. Each part is the space
/// above a box and its height; all lengths are in pixels.
fn stacked(parts: &[(f64, f64)], top: f64, bottom: f64, width: f64) -> Vec<Area> {
    let whole: f64 = parts.iter().map(|(above, height)| above + height).sum();
    let mut y = top + (bottom - top - whole).max(0.0) / 2.0;
    let place = |(above, height): &(f64, f64)| {
        y += above;
        let area = Area { x: BANDED, y, width, height: *height };
        y += height;
        area
    };
    parts.iter().map(place).collect()
}

/// The opening: period, title, subtitle; at the foot the event.
pub fn title(page: &mut Page<'_>) {
    let cover = &page.talk.edition.cover;
    let lines = lines_of(Face::Serif, 60.0, WIDE, &cover.title);
    let subtitle = lines_of(Face::Sans, 28.0, WIDE, &cover.subtitle) * 36.4;
    let parts = [(0.0, 30.0), (14.0, lines * 67.0), (if subtitle > 0.0 { 24.0 } else { 0.0 }, subtitle)];
    let areas = stacked(&parts, 10.0, 720.0 - 91.3, WIDE);
    let words = page.own(&cover.title);
    page.title_in("type=\"ctrTitle\"", areas[1], &words);
    let draft = if cover.draft { format!(" · {}", page.draft()) } else { String::new() };
    let kicker = page.plain(&format!("{}{draft}", cover.period));
    page.shapes.placeholder(page.file.kicker, "type=\"body\" sz=\"quarter\" idx=\"13\"", Some(&areas[0]), "", &kicker);
    if !cover.subtitle.is_empty() {
        let words = page.own(&cover.subtitle);
        page.shapes.placeholder(page.file.subtitle, "type=\"subTitle\" idx=\"1\"", Some(&areas[2]), "", &words);
    }
    let event = crate::render::web::context::edition(cover).event;
    let event = if event.is_empty() { page.talk.site.organisation.clone() } else { event };
    let words = page.own(&event);
    page.shapes.placeholder(page.file.event, "type=\"body\" sz=\"quarter\" idx=\"17\"", None, "", &words);
    if let Some(tag) = cover.event.as_ref().map(|event| &event.tag).filter(|tag| !tag.is_empty()) {
        let words = page.own(tag);
        page.shapes.placeholder(page.file.footer, "type=\"body\" sz=\"quarter\" idx=\"18\"", None, "", &words);
    }
}

/// A divider: title, period and what differs from it.
pub fn section(page: &mut Page<'_>, section: &Section) {
    let lines = lines_of(Face::Serif, 54.0, WIDE, &section.title);
    let period = match section.period.as_str() {
        "" => String::new(),
        period => format!("{}: {period}", section.period_label),
    };
    let exceptions: f64 = section.exceptions.iter().map(|text| lines_of(Face::Sans, 27.0, WIDE, text)).sum();
    let text = (lines_of(Face::Sans, 27.0, WIDE, &period) + exceptions) * 38.0;
    let kicker = if section.kicker.is_empty() { 0.0 } else { 22.0 };
    let parts = [(0.0, kicker), (12.0, lines * 62.0), (28.0, text)];
    let areas = stacked(&parts, 0.0, 668.0, WIDE);
    let words = page.own(&section.title);
    page.title_in("type=\"title\"", areas[1], &words);
    if !section.kicker.is_empty() {
        let words = page.own(&section.kicker);
        page.shapes.placeholder(
            page.file.kicker,
            "type=\"body\" sz=\"quarter\" idx=\"13\"",
            Some(&areas[0]),
            "",
            &words,
        );
    }
    let palette = page.talk.palette;
    let mut text = String::new();
    if !period.is_empty() {
        let strong = Look { bold: true, color: Some(palette.accent), ..Look::default() };
        let runs = page.ours.run(&format!("{}: ", section.period_label), Look::default())
            + &page.ours.run(&section.period, strong);
        text.push_str(&paragraph(&Setting::default(), &runs));
    }
    for exception in &section.exceptions {
        let quiet = Look { color: Some(palette.quiet), ..Look::default() };
        text.push_str(&paragraph(&Setting::default(), &page.ours.run(exception, quiet)));
    }
    if !text.is_empty() {
        page.shapes.placeholder(page.file.text, "type=\"body\" idx=\"1\"", Some(&areas[2]), "", &text);
    }
    page.foot("", None);
}

/// The end: large words, a sentence, an address.
pub fn closing(page: &mut Page<'_>, closing: &Closing) {
    let width = if closing.qr.is_some() { WIDE - CODE - 40.0 } else { WIDE };
    let shown = closing.url.as_deref().map_or("", shown);
    let lines = lines_of(Face::Serif, 64.0, width, &closing.title);
    let text = lines_of(Face::Sans, 28.0, width, &closing.text) * 36.4;
    let address = lines_of(Face::SansSemi, 28.0, width, shown) * 36.4 + if shown.is_empty() { 0.0 } else { 28.0 };
    let parts = [(0.0, lines * 72.0), (20.0, text + address)];
    let areas = stacked(&parts, 0.0, 720.0, width);
    let words = page.own(&closing.title);
    page.title_in("type=\"title\"", areas[0], &words);
    let mut text = String::new();
    if !closing.text.is_empty() {
        text.push_str(&page.own(&closing.text));
    }
    if let Some(url) = &closing.url {
        let link = link_to(url, &mut page.shapes.relations, &|_| None);
        let look = Look { bold: true, color: Some(page.talk.palette.paper), ..Look::default() };
        let setting = Setting { before: Some(28.0), ..Setting::default() };
        text.push_str(&paragraph(&setting, &page.ours.linked(shown, look, &link)));
    }
    if !text.is_empty() {
        page.shapes.placeholder(page.file.text, "type=\"body\" idx=\"1\"", Some(&areas[1]), "", &text);
    }
    if let Some(address) = &closing.qr {
        code(page, address, 235.0);
    }
}

/// An address shown large, with a sentence below it.
pub fn link(page: &mut Page<'_>, link: &LinkEntry) {
    let title = page.own(&link.title);
    page.head(&title, &link.kicker);
    let to = link_to(&link.url, &mut page.shapes.relations, &|_| None);
    let look = Look { bold: true, color: Some(page.talk.palette.accent), ..Look::default() };
    let mut text = paragraph(&Setting::default(), &page.ours.linked(&link.shown, look, &to));
    if !link.text.is_empty() {
        let setting = Setting { line: Some(36.4), before: Some(28.0), ..Setting::default() };
        text.push_str(&paragraph(
            &setting,
            &page.authors.run(&link.text, Look { size: Some(28.0), ..Look::default() }),
        ));
    }
    let body = page.slide.boxes.body;
    let width = if link.qr.is_some() { body.width - CODE - 40.0 } else { body.width };
    let area = Area { width, height: body.height - 60.0, ..body };
    page.shapes.placeholder(page.file.text, "type=\"body\" idx=\"1\"", Some(&area), "<a:normAutofit/>", &text);
    if let Some(address) = &link.qr {
        code(page, address, body.y + (body.height - 60.0 - CODE).max(0.0) / 2.0);
    }
    let organisation = page.organisation();
    page.foot(&organisation, None);
}

fn shown(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/')
}

/// Adds a code to photograph at the right edge, its top at `y`; nothing where the address is too long for a code.
fn code(page: &mut Page<'_>, address: &str, y: f64) {
    let kit = lang::interface(page.talk.site.language).kit;
    let said = format!("{}: {address}", kit.qr_text);
    let Some(scene) = qr_code(address, page.file.lang, kit.qr.to_owned(), said.clone()) else { return };
    let area = Area { x: 1224.0 - CODE, y, width: CODE, height: CODE };
    let fit = Fit { at: (area.x, area.y), scale: CODE / scene.width };
    let nodes: Vec<_> = scene.nodes.iter().collect();
    let name = Name { name: page.file.code, title: kit.qr, alternative: &said };
    drawing::add(&mut page.shapes, &nodes, &fit, &area, &name, &page.ours);
}

/// The indicators at a glance: a table for each group, side by side.
pub fn overview(page: &mut Page<'_>, overview: &Overview) {
    let title = page.own(&overview.title);
    page.head(&title, &overview.kicker);
    let body = page.slide.boxes.body;
    let body = Area { y: body.y + 16.0, height: body.height - 16.0, ..body };
    let count = overview.columns.len().max(1);
    let across = count.min(3);
    let gap = 64.0;
    let width = (body.width - gap * (across as f64 - 1.0)) / across as f64;
    let height = body.height / count.div_ceil(across) as f64;
    for (place, column) in overview.columns.iter().enumerate() {
        let area = Area {
            x: body.x + (place % across) as f64 * (width + gap),
            y: body.y + (place / across) as f64 * height,
            width,
            height,
        };
        group(page, column, &area);
    }
    if overview.source.is_empty() {
        let organisation = page.organisation();
        page.foot(&organisation, None);
    } else {
        sourced_foot(page, (&overview.source_label, &overview.source, &overview.notes));
    }
}

/// Adds the foot with a source and its notes.
fn sourced_foot(page: &mut Page<'_>, sourced: Sourced<'_>) {
    page.rule();
    let (label, source, notes) = sourced;
    let (size, line) = page.foot_type(label, source, notes);
    let words = page.sourced(label, source, notes, Some(size));
    page.foot(&words, Some(line));
}

/// How much wider than with our face a value may be where that face is not installed; its column is so wide that it
/// does not break.
const WIDER: f64 = 1.5;

fn group(page: &mut Page<'_>, column: &OverviewColumn, area: &Area) {
    let palette = page.talk.palette;
    // All sizes shrink together where there are many rows.
    let wanted = 44.0 + column.rows.len() as f64 * 91.0;
    let scale = (area.height / wanted).min(1.0);
    let line = |size: f64| Setting { line: Some(size * 1.25 * scale), ..Setting::default() };
    let look =
        |size: f64, bold: bool, color| Look { size: Some(size * scale), bold, color: Some(color), ..Look::default() };
    let value_width =
        column.rows.iter().map(|row| measure(Face::SansBold, 50.0 * scale, &row.value)).fold(60.0, f64::max);
    let widths = vec![area.width - value_width * 1.1 - 16.0, value_width * WIDER + 16.0];
    let margins = [0.0, 2.0, 0.0, 2.0];
    let head = paragraph(&line(26.0), &page.authors.run(&column.title, look(26.0, true, palette.accent)));
    let cell = |text: String| Cell { text, margins, anchor: "ctr", ..Cell::default() };
    let lined = |cell: Cell, color, width| Cell { below: Some((color, width)), ..cell };
    let mut rows = vec![(
        44.0 * scale,
        vec![lined(cell(head), palette.accent, 2.0), lined(cell(String::new()), palette.accent, 2.0)],
    )];
    for row in &column.rows {
        let slide = row.figure.and_then(|figure| page.talk.slide_of(figure));
        let link = slide.map_or_else(String::new, |slide| slide_link(slide, &mut page.shapes.relations));
        let name = page.authors.linked(&row.label, look(26.0, true, palette.accent), &link);
        let of = format!("{} · {}", row.of, row.period);
        let words = paragraph(&line(26.0), &name)
            + &paragraph(&line(19.0), &page.ours.run(of.trim_matches([' ', '·']), look(19.0, false, palette.quiet)));
        let setting = Setting { align: Some("r"), ..line(50.0) };
        let value = paragraph(&setting, &page.ours.run(&row.value, look(50.0, true, palette.accent)));
        rows.push((91.0 * scale, vec![lined(cell(words), palette.grid, 1.0), lined(cell(value), palette.grid, 1.0)]));
    }
    let table = Table {
        name: Name { name: page.file.table, title: &column.title, alternative: &column.title },
        in_placeholder: false,
        area: *area,
        widths,
        rows,
        first_column: true,
        first_row: true,
    };
    table::add(&mut page.shapes, &table, palette);
}

/// The figures of a territory: a sentence, and a table with an indicator a row.
pub fn profile(page: &mut Page<'_>, profile: &Profile) {
    let palette = page.talk.palette;
    let title = page.plain(&profile.title);
    page.head(&title, &profile.kicker);
    let body = page.slide.boxes.body;
    let size = 24.0;
    let summary = lines_of(Face::Sans, size * 1.05, body.width, &profile.summary) * size * 1.4;
    let area = Area { height: summary, ..body };
    let look = Look { size: Some(size), color: Some(palette.ink), ..Look::default() };
    page.lines(page.file.text, &area, std::slice::from_ref(&profile.summary), look, "l");

    let head = &profile.table.head;
    let rows = || std::iter::once(head).chain(profile.table.rows.iter().map(|row| &row.cells));
    let top = body.y + summary + 16.0;
    let height = body.bottom() - top;
    let count = profile.table.rows.len() + 1;
    let size = (height / count as f64 * 0.48).clamp(12.0, 20.0);
    let widest: Vec<f64> = (0..head.len())
        .map(|column| {
            let cells = rows().filter_map(|row| row.get(column));
            // Heads of several words may break.
            cells
                .enumerate()
                .map(|(row, cell)| match row {
                    0 => cell.split(' ').map(|word| measure(Face::SansBold, size, word)).fold(0.0, f64::max),
                    _ => measure(Face::SansBold, size, cell),
                })
                .fold(20.0, f64::max)
                + 22.0
        })
        .collect();
    let whole: f64 = widest.iter().sum();
    let widths: Vec<f64> = widest.iter().map(|width| width * body.width / whole.max(1.0)).collect();
    let row_height = (height / count as f64).min(size * 2.2);
    let mut written = Vec::new();
    for (place, row) in rows().enumerate() {
        let mut cells = Vec::new();
        for (column, text) in row.iter().enumerate() {
            let color = match (place, column) {
                (0, _) => palette.paper,
                (_, 0) => palette.accent,
                _ => palette.ink,
            };
            let look =
                Look { size: Some(size), bold: place == 0 || column == 0, color: Some(color), ..Look::default() };
            let align = profile.table.numeric.get(column).copied().unwrap_or_default().then_some("r");
            let setting = Setting { align, line: Some(size * 1.2), ..Setting::default() };
            let figure = if column == 0 { place.checked_sub(1) } else { None };
            let figure = figure.and_then(|row| *profile.figures.get(row)?).and_then(|of| page.talk.slide_of(of));
            let link = figure.map_or_else(String::new, |slide| slide_link(slide, &mut page.shapes.relations));
            cells.push(Cell {
                text: paragraph(&setting, &page.ours.linked(text, look, &link)),
                fill: (place == 0).then_some(palette.accent),
                below: Some((palette.grid, 1.0)),
                anchor: "ctr",
                margins: [8.0, 2.0, 8.0, 2.0],
                upright: false,
            });
        }
        written.push((row_height, cells));
    }
    let table = Table {
        name: Name { name: page.file.table, title: &profile.title, alternative: &profile.summary },
        in_placeholder: false,
        area: Area { y: top, height, ..body },
        widths,
        rows: written,
        first_column: true,
        first_row: true,
    };
    table::add(&mut page.shapes, &table, palette);
    sourced_foot(page, (&profile.source_label, &profile.source, &profile.notes));
}
