//! How large the text of a narrative slide may be: the largest of three sizes at which it fits, measured with the
//! bundled faces. The sizes and distances are those of `css/slide.css`.

use crate::data::prose::{Block, Inline, plain};
use crate::scene::Face;
use crate::theme::measure;

/// Width of a slide's text, pixels.
const WIDTH: f64 = 1168.0;
/// Height between a title of one line and the foot, pixels.
const HEIGHT: f64 = 555.0;
/// Height of a line of the title, pixels.
const TITLE_LINE: f64 = 42.0;
const TITLE_SIZE: f64 = 35.0;

/// A size of text on slides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Density {
    /// Class of the slide.
    pub name: &'static str,
    /// First level and second level, pixels.
    sizes: (u32, u32),
    /// Above a first-level item and above a second-level one, pixels.
    gaps: (u32, u32),
    /// Above the first of all, pixels.
    top: u32,
}

/// From the largest text to the smallest, which never goes below 24 pixels.
const DENSITIES: [Density; 3] = [
    Density { name: "roomy", sizes: (30, 26), gaps: (26, 13), top: 36 },
    Density { name: "normal", sizes: (27, 25), gaps: (15, 8), top: 28 },
    Density { name: "dense", sizes: (24, 24), gaps: (9, 4), top: 16 },
];

/// The density of a slide with this title and these blocks.
pub fn density(title: &[Inline], blocks: &[Block]) -> Density {
    let title_lines = lines(Face::Serif, TITLE_SIZE, &plain(title), WIDTH);
    let room = HEIGHT - (title_lines - 1.0) * TITLE_LINE;
    let fits = |density: &&Density| {
        let above_first = f64::from(density.top) - f64::from(density.gaps.0);
        height(blocks, **density, 1, WIDTH) + above_first <= room
    };
    *DENSITIES.iter().find(fits).unwrap_or(&DENSITIES[2])
}

fn height(blocks: &[Block], density: Density, level: u8, width: f64) -> f64 {
    let (size, gap) = if level == 1 {
        (f64::from(density.sizes.0), f64::from(density.gaps.0))
    } else {
        (f64::from(density.sizes.1), f64::from(density.gaps.1))
    };
    let line = size * 1.3;
    let text = |inlines: &[Inline], width| lines(Face::Sans, size, &plain(inlines), width) * line + gap;
    let of = |block: &Block| match block {
        Block::Paragraph(inlines) | Block::Heading(_, inlines) => text(inlines, width),
        Block::List(_, items) => items.iter().map(|item| self::item(item, density, level, width - 30.0)).sum(),
        Block::Callout(_, blocks) => height(blocks, density, 2, width - 60.0) + 56.0 + gap,
        Block::Quote(blocks) => height(blocks, density, level, width - 40.0),
        Block::Table(_, rows) => (rows.len() + 1) as f64 * 48.0 + gap,
    };
    blocks.iter().map(of).sum()
}

fn item(item: &[Block], density: Density, level: u8, width: f64) -> f64 {
    match item {
        [first, rest @ ..] => {
            height(std::slice::from_ref(first), density, level, width) + height(rest, density, 2, width)
        }
        [] => 0.0,
    }
}

/// Lines a text breaks into, as a browser breaks it: at spaces, as late as it can.
fn lines(face: Face, size: f64, text: &str, width: f64) -> f64 {
    let space = measure(face, size, " ");
    let mut lines = 1.0;
    let mut used = 0.0;
    for word in text.split_whitespace() {
        let word = measure(face, size, word);
        if used > 0.0 && used + space + word > width {
            lines += 1.0;
            used = word;
        } else {
            used += if used > 0.0 { space + word } else { word };
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::density;
    use crate::data::prose::{Block, Inline};

    fn items(count: usize) -> Vec<Block> {
        let line = "Una voce abbastanza lunga da riempire quasi tutta la riga di una diapositiva larga";
        let item = vec![Block::Paragraph(vec![Inline::Text(line.into())])];
        vec![Block::List(None, vec![item; count])]
    }

    #[test]
    fn few_words_stand_large_and_many_stand_small() {
        assert_eq!([3, 9, 12].map(|count| density(&[], &items(count)).name), ["roomy", "normal", "dense"]);
    }
}
