//! How large the text of a narrative slide may be: the largest of four sizes at which it fits, measured with the
//! bundled faces, and how far it runs over the slide where none does.
//!
//! The sizes and distances are those of `css/slide.css`; a browser that sets the same text uses the same height.

use super::lines::{Run, break_lines, widest_word};
use crate::data::prose::{Block, Inline};
use crate::resolve::Passage;
use crate::scene::Face;

/// A size of text on slides, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Density {
    /// Class of the slide.
    pub name: &'static str,
    /// Text of the first level and of those below it.
    sizes: (f64, f64),
    /// Above a block or an item of the first level and of those below it.
    gaps: (f64, f64),
    /// Between the title and the first block.
    top: f64,
}

impl Density {
    /// Space between the title and the first block, in pixels.
    pub fn top(&self) -> f64 {
        self.top
    }

    /// Sizes of text of the first level and of those below it, in pixels.
    pub fn sizes(&self) -> (f64, f64) {
        self.sizes
    }

    /// Spaces above a block or an item of the first level and of those below it, in pixels.
    pub fn gaps(&self) -> (f64, f64) {
        self.gaps
    }
}

/// From the largest text to the smallest, which is never below 24 pixels.
const DENSITIES: [Density; 4] = [
    Density { name: "airy", sizes: (34.0, 29.0), gaps: (34.0, 16.0), top: 44.0 },
    Density { name: "roomy", sizes: (30.0, 26.0), gaps: (26.0, 13.0), top: 36.0 },
    Density { name: "normal", sizes: (27.0, 25.0), gaps: (15.0, 8.0), top: 28.0 },
    DENSE,
];
const DENSE: Density = Density { name: "dense", sizes: (24.0, 24.0), gaps: (9.0, 4.0), top: 16.0 };

/// Width of a slide's text.
const WIDTH: f64 = 1168.0;

/// A line of text, as a part of its size.
const LEADING: f64 = 1.3;

/// Size of a table, and of the word above a callout.
const TABLE: f64 = 24.0;
const CALLOUT_WORD: f64 = 17.0;

/// The largest density at which a passage fits its slide, else the smallest.
pub fn density(passage: &Passage) -> Density {
    let room = room(passage);
    *DENSITIES.iter().find(|density| height(passage, density) <= room).unwrap_or(&DENSE)
}

/// By how many pixels, on a slide 720 pixels high, a passage runs over its slide even at the smallest size; `None`
/// where it fits.
pub fn passage_overflow(passage: &Passage) -> Option<f64> {
    let over = height(passage, &DENSE) - room(passage);
    (over > 0.0).then_some(over)
}

/// Height between the title and the foot.
fn room(passage: &Passage) -> f64 {
    let kicker = if passage.kicker.is_empty() { 0.0 } else { super::KICKER };
    let title = lines(&passage.title, Face::Serif, super::TITLE, WIDTH) * super::TITLE_LINE + super::HEAD_GAP;
    super::HEIGHT - super::TOP - kicker - title - super::FOOT_GAP - super::FOOT
}

fn height(passage: &Passage, density: &Density) -> f64 {
    density.top + stack(&passage.blocks, density, WIDTH, Place::Slide)
}

/// Where blocks stand, which says how large they are.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// On the slide itself.
    Slide,
    /// In an item of a list of the slide.
    Item,
    /// Anywhere below.
    Deep,
}

/// Blocks one below the other.
fn stack(blocks: &[Block], density: &Density, width: f64, place: Place) -> f64 {
    let gap = if place == Place::Slide { density.gaps.0 } else { density.gaps.1 };
    let heights: f64 = blocks.iter().map(|block| of_block(block, density, width, place)).sum();
    heights + gap * blocks.len().saturating_sub(1) as f64
}

fn of_block(block: &Block, density: &Density, width: f64, place: Place) -> f64 {
    let size = if place == Place::Deep { density.sizes.1 } else { density.sizes.0 };
    match block {
        Block::Paragraph(inlines) => lines(inlines, Face::Sans, size, width) * size * LEADING,
        Block::Heading(_, inlines) => {
            lines(inlines, Face::SansSemi, density.sizes.0, width) * density.sizes.0 * LEADING
        }
        Block::List(_, items) => {
            // A list of the slide has items of the first level, any other of the second.
            let (inside, gap) = match place {
                Place::Slide => (Place::Item, density.gaps.0),
                Place::Item | Place::Deep => (Place::Deep, density.gaps.1),
            };
            let heights: f64 = items.iter().map(|item| stack(item, density, width - 30.0, inside)).sum();
            heights + gap * items.len().saturating_sub(1) as f64
        }
        Block::Callout(_, blocks) => {
            30.0 + CALLOUT_WORD * LEADING + 4.0 + stack(blocks, density, width - 58.0, Place::Deep)
        }
        Block::Quote(blocks) => stack(blocks, density, width - 40.0, Place::Deep),
        Block::Table(head, rows) => table(head, rows, width),
    }
}

/// A table as wide as its place: columns as wide as their words where there is space, else between their longest
/// word and that, as browsers share it.
fn table(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], width: f64) -> f64 {
    let all = || std::iter::once((head, Face::SansBold)).chain(rows.iter().map(|row| (row.as_slice(), Face::Sans)));
    let columns: Vec<(f64, f64)> = (0..head.len())
        .map(|column| {
            let cells = all().filter_map(|(row, face)| Some((row.get(column)?, face)));
            cells.fold((0.0, 0.0), |(least, most): (f64, f64), (cell, face)| {
                let runs = runs(cell, face);
                (least.max(widest_word(&runs, TABLE)), most.max(runs.iter().map(|run| run.width(TABLE)).sum()))
            })
        })
        .collect();
    let space = width - head.len() as f64 * 32.0;
    let (least, most) = columns.iter().fold((0.0, 0.0), |sum, column| (sum.0 + column.0, sum.1 + column.1));
    let share = if most > least { ((space - least) / (most - least)).clamp(0.0, 1.0) } else { 1.0 };
    let spare = (space - most).max(0.0) / most.max(1.0);
    let row = |(row, face): (&[Vec<Inline>], Face)| {
        let cells = row.iter().zip(&columns);
        let count = cells.map(|(cell, (least, most))| {
            let width = least + (most - least) * share + most * spare;
            lines(cell, face, TABLE, width + 0.01)
        });
        count.fold(1.0, f64::max) * TABLE * LEADING + 17.0
    };
    all().map(row).sum::<f64>() - 1.0
}

/// Lines that a text takes.
fn lines(inlines: &[Inline], face: Face, size: f64, width: f64) -> f64 {
    break_lines(&runs(inlines, face), size, width)
}

fn runs(inlines: &[Inline], face: Face) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    add_runs(inlines, face, &mut runs);
    runs
}

fn add_runs<'a>(inlines: &'a [Inline], face: Face, runs: &mut Vec<Run<'a>>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => runs.push(Run { text, face, whole: false, around: 0.0 }),
            Inline::Value(text) => runs.push(Run { text, face, whole: true, around: 0.0 }),
            Inline::Code(text) => runs.push(Run { text, face, whole: false, around: 0.5 }),
            Inline::Break => runs.push(Run { text: "\n", face, whole: false, around: 0.0 }),
            Inline::Strong(parts) => add_runs(parts, if face == Face::Serif { face } else { Face::SansBold }, runs),
            Inline::Emphasis(parts) | Inline::Link(_, parts) => add_runs(parts, face, runs),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{density, passage_overflow};
    use crate::data::prose::{Block, Inline};
    use crate::resolve::Passage;

    fn items(count: usize) -> Passage {
        let line = "Una voce abbastanza lunga da riempire quasi tutta la riga di una diapositiva larga";
        let item = vec![Block::Paragraph(vec![Inline::Text(line.into())])];
        Passage {
            id: String::new(),
            kicker: "Prova".into(),
            title: vec![Inline::Text("Titolo".into())],
            continues: false,
            blocks: vec![Block::List(None, vec![item; count])],
            stepwise: false,
            speaker_notes: Vec::new(),
        }
    }

    #[test]
    fn few_words_stand_large_and_many_stand_small() {
        assert_eq!([3, 7, 9, 12].map(|count| density(&items(count)).name), ["airy", "roomy", "normal", "dense"]);
    }

    #[test]
    fn a_passage_too_long_at_the_smallest_size_says_by_how_much() {
        // Lines of 31.2 pixels, 9 apart, 16 below the title: 13 fit in 556.
        assert_eq!([12, 13].map(|count| passage_overflow(&items(count))), [None, None]);
        let over = passage_overflow(&items(14)).expect("14 do not");
        assert!((over - (16.0 + 14.0 * 31.2 + 13.0 * 9.0 - 556.0)).abs() < 0.01, "{over}");
    }
}
