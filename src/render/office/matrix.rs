//! The table of what each territory has: signs for yes and no, and what they mean below it.

use super::page::{Page, alternative};
use super::shape::Name;
use super::table::{self, Cell, Table};
use super::text::{Look, Setting, paragraph, room, wider};
use crate::chart::{self, Labelled, Matrix, MatrixRow};
use crate::data::observation;
use crate::face::measure;
use crate::lang::terms;
use crate::layout::Area;
use crate::resolve::Figure;
use crate::scene::{Face, Scene};

/// Adds some rows of a table in an area; nothing, and `false`, where its columns would be too narrow.
pub fn table(
    page: &mut Page<'_>,
    matrix: &Matrix,
    rows: &[MatrixRow],
    body: &Area,
    figure: &Figure,
    scene: &Scene,
) -> bool {
    let palette = page.talk.palette;
    let missing = terms(page.talk.site.language).missing;
    let sign = |cell: &observation::Cell| match cell {
        observation::Cell::Yes => "●",
        observation::Cell::No => "–",
        observation::Cell::Missing => missing,
    };
    let occurs = matrix.rows.iter().any(|row| row.cells.contains(&observation::Cell::Missing));
    let said: Vec<String> = ["●", "–", missing]
        .iter()
        .zip(&matrix.words)
        .take(if occurs { 3 } else { 2 })
        .map(|(sign, words)| if sign == words { words.clone() } else { format!("{sign} {words}") })
        .collect();
    let printed = |label: &Labelled| format!("{}{}", label.name, label.mark);
    let legend = 26.0;
    let count = rows.len().max(1) as f64;
    let name_size = 16.0;
    let widest = rows.iter().map(|row| measure(Face::Sans, name_size, &printed(&row.label))).fold(60.0, f64::max);
    let first = (widest * wider(Face::Sans) + 14.0).min(body.width * 0.34);
    let head_size = 14.0;
    let last = (room(Face::SansBold, head_size, &matrix.total) + 8.0).max(62.0);
    let column = (body.width - first - last) / matrix.columns.len().max(1) as f64;
    let widest_sign = if occurs { 26.0 } else { 16.0 };
    if rows.is_empty() || column < widest_sign {
        return false;
    }
    let longest = matrix.columns.iter().map(|of| measure(Face::SansSemi, head_size, &printed(of))).fold(0.0, f64::max);
    let upright = longest * 1.2 + 10.0 > column;
    // Heads that read upwards may have as many lines as their column is wide; programs do not agree on how to break
    // them, so they are broken here.
    let most_lines = if upright { ((column - 4.0) / (head_size * 1.4)).floor().max(1.0) as usize } else { 1 };
    let length = |line: &String| measure(Face::SansBold, head_size, line);
    let broken = |of: &Labelled| {
        let whole = printed(of);
        let widest = |lines: &Vec<String>| lines.iter().map(length).fold(0.0, f64::max);
        let tries = (2..=most_lines)
            .filter_map(|count| chart::balance(Face::SansBold, head_size, f64::INFINITY, count, &whole));
        tries.chain([vec![whole.clone()]]).min_by(|one, two| widest(one).total_cmp(&widest(two))).unwrap_or_default()
    };
    let lines_of_heads: Vec<Vec<String>> = matrix.columns.iter().map(broken).collect();
    let longest =
        lines_of_heads.iter().flatten().map(length).fold(measure(Face::SansBold, head_size, &matrix.total), f64::max);
    let head = if upright { longest * wider(Face::SansBold) + 10.0 } else { head_size * 2.0 };
    let row_height = ((body.height - head - legend) / count).min(30.0);
    let size = (row_height * 0.72).clamp(12.0, name_size);
    let line = (size * 1.15).min(row_height.max(size));

    let at = |align| Setting { align: Some(align), line: Some(line), ..Setting::default() };
    let look = |bold, color| Look { size: Some(size), bold, color: Some(color), ..Look::default() };
    let cell = |text: String, margins: [f64; 4]| Cell {
        text,
        below: Some((palette.grid, 1.0)),
        anchor: "ctr",
        margins,
        ..Cell::default()
    };
    let of_head = Look { size: Some(head_size), bold: true, color: Some(palette.ink), ..Look::default() };
    let head_line =
        Setting { align: Some(if upright { "l" } else { "ctr" }), line: Some(head_size * 1.15), ..Setting::default() };
    let heading = |lines: &[String], upright: bool| Cell {
        text: paragraph(
            &head_line,
            &lines.iter().map(|line| page.ours.run(line, of_head)).collect::<Vec<_>>().join("<a:br/>"),
        ),
        below: Some((palette.accent, 2.0)),
        anchor: if upright { "ctr" } else { "b" },
        margins: if upright { [2.0, 2.0, 2.0, 2.0] } else { [2.0, 2.0, 2.0, 3.0] },
        upright,
        ..Cell::default()
    };
    let corner = &figure.table.head.first().cloned().unwrap_or_default();
    let mut heads = vec![heading(std::slice::from_ref(corner), false)];
    heads.extend(lines_of_heads.iter().map(|lines| heading(lines, upright)));
    heads.push(heading(std::slice::from_ref(&matrix.total), upright));
    let mut written = vec![(head, heads)];
    for row in rows {
        let name = page.ours.run(&printed(&row.label), look(row.highlight, palette.ink));
        let mut cells = vec![cell(paragraph(&at("r"), &name), [0.0, 0.0, 8.0, 0.0])];
        for of in &row.cells {
            let color = match of {
                observation::Cell::Yes => palette.mark,
                observation::Cell::No | observation::Cell::Missing => palette.quiet,
            };
            let run = page.ours.run(sign(of), look(*of == observation::Cell::Yes, color));
            let ground = (*of == observation::Cell::No).then_some(palette.panel);
            cells.push(Cell { fill: ground, ..cell(paragraph(&at("ctr"), &run), [0.0; 4]) });
        }
        let total = match row.known {
            0 => page.ours.run(missing, look(false, palette.quiet)),
            known => {
                page.ours.run(&row.yes.to_string(), look(true, palette.accent))
                    + &page.ours.run(&format!("/{known}"), look(false, palette.quiet))
            }
        };
        cells.push(cell(paragraph(&at("ctr"), &total), [0.0; 4]));
        written.push((row_height, cells));
    }
    let mut widths = vec![first];
    widths.extend(std::iter::repeat_n(column, matrix.columns.len()));
    widths.push(last);
    let height: f64 = head + row_height * count;
    let alternative = alternative(scene);
    let name = Name { name: page.file.table, title: &scene.title, alternative: &alternative };
    let table =
        Table { name, in_placeholder: true, area: *body, widths, rows: written, first_column: true, first_row: true };
    table::add(&mut page.shapes, &table, palette);
    let area = Area { y: body.y + height + 4.0, height: 22.0, ..*body };
    let look = Look { size: Some(14.0), color: Some(palette.ink), ..Look::default() };
    page.lines(page.file.labels, &area, &[said.join("     ")], look, "l");
    true
}
