//! After the slides, the tables behind the figures: pages of the same size, one figure after another.

use super::Stage;
use super::head::{Head, foot_top, head, place, rule, title};
use crate::layout::deck::{Boxes, headed};
use crate::layout::grid::{Grid, Head as TableHead, Type, grids};
use crate::layout::pen::{Draft, Pen};
use crate::layout::{BODY_GAP, FOOT, HEIGHT, WIDTH, part, tied};
use crate::resolve::Figure;
use crate::scene::Face;
use crate::scene::page::{Page, Role};
use crate::theme::Palette;

/// Type of a table, from the largest: as large as it can be on the fewest pages.
const TYPES: [Type; 5] = [of_size(18.0), of_size(16.0), of_size(15.0), of_size(14.0), of_size(13.0)];

/// Between two columns of rows.
const GAP: f64 = 40.0;

const fn of_size(size: f64) -> Type {
    Type { size, line: size * 1.3, pads: (size * 0.16, size * 0.55), stretched: false, heads: Face::Sans, second: None }
}

/// Some rows of a table beside others of it.
type Block = std::ops::Range<usize>;

/// The pages of a figure's table.
pub(super) fn appendix(stage: &Stage, figure: &Figure, from: usize, palette: &Palette) -> Vec<Page> {
    let kicker = format!("{} · {}", stage.words().data, figure.number);
    let measure = tied(&figure.measure);
    let boxes = |part: &str| headed(&kicker, (&figure.title, part), &measure, BODY_GAP, FOOT);
    // Room for the longest that may follow the title.
    let room = boxes(&part(8, 10, stage.site.language)).body;
    let sized = |kind: Type| {
        let grids = grids(&figure.table, kind, room.width);
        let pages: Vec<(Grid<'_>, Vec<Block>)> = grids
            .into_iter()
            .flat_map(|grid| {
                let pages = paged(&grid, room.width, room.height);
                pages.into_iter().map(move |blocks| (grid.clone(), blocks))
            })
            .collect();
        pages
    };
    let sizes: Vec<Vec<(Grid<'_>, Vec<Block>)>> = TYPES.into_iter().map(sized).collect();
    let fewest = sizes.iter().map(Vec::len).min().unwrap_or_default();
    let pages = sizes.into_iter().find(|pages| pages.len() == fewest).unwrap_or_default();
    let count = pages.len();
    let page = |(index, (grid, blocks)): (usize, (Grid<'_>, Vec<Block>))| {
        let part = part(index, count, stage.site.language);
        let boxes = boxes(&part);
        let words =
            Head { kicker: &kicker, title: title(&figure.title), plain: &figure.title, part: &part, measure: &measure };
        let mut draft = Draft::new(palette);
        draft.open(Role::Section);
        head(stage, &words, &boxes, &mut draft);
        set(&grid, blocks, &boxes, &mut draft);
        rule(&boxes, &mut draft);
        place(stage, &(from + index).to_string(), boxes.foot.right(), foot_top(&boxes), &mut draft);
        draft.close();
        Page { width: WIDTH, height: HEIGHT, counted: None, parts: draft.parts() }
    };
    pages.into_iter().enumerate().map(page).collect()
}

/// The rows of each page, in blocks beside each other.
fn paged(grid: &Grid, width: f64, height: f64) -> Vec<Vec<Block>> {
    let across = ((width + GAP) / (grid.width() + GAP)).floor().max(1.0) as usize;
    let rows = grid.rows().len();
    let mut pages = Vec::new();
    let mut from = 0;
    while from < rows {
        let mut blocks: Vec<Block> = Vec::new();
        let mut to = from;
        while blocks.len() < across && to < rows {
            let count = grid.fitting(to, height);
            blocks.push(to..to + count);
            to += count;
        }
        // On the last page, blocks as long as each other.
        let count = (to - from).div_ceil(blocks.len());
        let even: Vec<Block> = (from..to).step_by(count).map(|start| start..(start + count).min(to)).collect();
        let fits = |block: &Block| grid.fitting(block.start, height) >= block.len();
        pages.push(if even.iter().all(fits) { even } else { blocks });
        from = to;
    }
    pages
}

/// Sets blocks of rows as one table.
fn set(grid: &Grid, blocks: Vec<Block>, boxes: &Boxes, pen: &mut dyn Pen) {
    let mut x = boxes.body.x;
    pen.open(Role::Table);
    for (place, block) in blocks.into_iter().enumerate() {
        let head = if place == 0 { TableHead::First } else { TableHead::Again };
        grid.set(block, (x, boxes.body.y), head, pen);
        x += grid.width() + GAP;
    }
    pen.close();
}
