//! The tables behind the figures, on pages after the slides: of the same size, one figure after another.

use super::deck::headed;
use super::head::{Head, foot_top, head, place, rule, title};
use super::stage::Stage;
use crate::layout::head::part;
use crate::layout::sizes::{BODY_GAP, FOOT, HEIGHT, WIDTH};
use crate::layout::text::grid::{Grid, Head as TableHead, Type, grids};
use crate::layout::text::pen::{Draft, Pen};
use crate::layout::words::tied;
use crate::resolve::Figure;
use crate::scene::Face;
use crate::scene::page::{Page, Role};
use crate::theme::Palette;

/// The types in which a table may be set, from the largest: the largest is taken with which it needs the fewest pages.
const TYPES: [Type; 5] = [of_size(18.0), of_size(16.0), of_size(15.0), of_size(14.0), of_size(13.0)];

const fn of_size(size: f64) -> Type {
    Type { size, line: size * 1.3, pads: (size * 0.16, size * 0.55), stretched: false, heads: Face::Sans, second: None }
}

/// A block: some rows of a table that stand beside others of it.
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
        draft.open(Role::Table);
        grid.set_blocks(&blocks, (boxes.body.x, boxes.body.y), TableHead::First, &mut draft);
        draft.close();
        rule(&boxes, &mut draft);
        place(stage, &(from + index).to_string(), boxes.foot.right(), foot_top(&boxes), &mut draft);
        draft.close();
        Page { width: WIDTH, height: HEIGHT, counted: None, parts: draft.parts() }
    };
    pages.into_iter().enumerate().map(page).collect()
}

/// The rows of each page, in blocks that stand beside each other. Each page has about as many.
fn paged(grid: &Grid, width: f64, height: f64) -> Vec<Vec<Block>> {
    let rows = grid.rows().len();
    let by = |most: usize| {
        let mut pages = Vec::new();
        let mut from = 0;
        while from < rows {
            let blocks = grid.blocks((from, rows.min(from + most)), width, height);
            from = blocks.last().map_or(rows, |block| block.end);
            pages.push(blocks);
        }
        pages
    };
    let pages = by(rows);
    let even = by(rows.div_ceil(pages.len().max(1)));
    if even.len() == pages.len() { even } else { pages }
}
