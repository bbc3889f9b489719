//! How large the text of a narrative slide may be: the largest of four sizes at which it fits, measured with the
//! bundled faces, and how far it runs over the slide where none does.

use crate::diag::Language;
use crate::lang::page_words;
use crate::layout::sizes::{FOOT, FOOT_GAP, HEAD_GAP, HEIGHT, KICKER, TITLE, TITLE_LINE, TOP, WIDE};
use crate::layout::text::flow::{Flow, Setting, runs};
use crate::layout::text::ink::Ink;
use crate::layout::text::lines::count_lines;
use crate::layout::text::pen::Ruler;
use crate::resolve::Passage;
use crate::scene::Face;

/// How large the text of a narrative slide is. Sizes and spaces are in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Density {
    /// The class of the slide in style sheets.
    pub name: &'static str,
    /// The sizes of text of the first level and of the levels below it.
    sizes: (f64, f64),
    /// The spaces above a block or an item of the first level, and above those of the levels below it.
    gaps: (f64, f64),
    /// The space between the title and the first block.
    top: f64,
}

impl Density {
    /// The space between the title and the first block, in pixels.
    pub fn top(&self) -> f64 {
        self.top
    }

    /// The sizes of text of the first level and of the levels below it, in pixels.
    pub fn sizes(&self) -> (f64, f64) {
        self.sizes
    }

    /// The spaces above a block or an item of the first level, and above those of the levels below it, in pixels.
    pub fn gaps(&self) -> (f64, f64) {
        self.gaps
    }

    /// All sizes and distances of its narrative, those of `css/slide.css`.
    pub(in crate::layout) fn setting(&self) -> Setting {
        Setting {
            sizes: self.sizes,
            gaps: (self.gaps.0, self.gaps.0, self.gaps.1),
            leading: 1.3,
            indent: 30.0,
            bullets: [(12.0, 30.0, 0.45), (11.0, 26.0, 0.5)],
            heading: self.sizes.0,
            callout: (14.0, 24.0, 16.0),
            callout_bar: (10.0, 17.0),
            quote: (40.0, 4.0),
            table: (self.sizes.0.min(24.0), 8.0, 16.0),
        }
    }
}

/// The usual sizes, from the largest to the smallest, which is never below 24 pixels.
const DENSITIES: [Density; 4] = [
    Density { name: "airy", sizes: (34.0, 29.0), gaps: (34.0, 16.0), top: 44.0 },
    Density { name: "roomy", sizes: (30.0, 26.0), gaps: (26.0, 13.0), top: 36.0 },
    Density { name: "normal", sizes: (27.0, 25.0), gaps: (15.0, 8.0), top: 28.0 },
    DENSE,
];
pub(in crate::layout) const DENSE: Density =
    Density { name: "dense", sizes: (24.0, 24.0), gaps: (9.0, 4.0), top: 16.0 };

/// The size below the usual ones, for themes that allow it where nothing else helps.
pub(in crate::layout) const SMALL: Density =
    Density { name: "small", sizes: (20.0, 18.0), gaps: (8.0, 3.0), top: 16.0 };

/// The largest of the usual sizes at which a passage fits its slide, or else the smallest.
pub fn density(passage: &Passage) -> Density {
    if passage.small {
        return SMALL;
    }
    let room = room(passage);
    *DENSITIES.iter().find(|density| height(passage, density) <= room).unwrap_or(&DENSE)
}

/// The height of each block of a passage on its slide, in pixels.
pub fn block_heights(passage: &Passage, density: &Density) -> Vec<f64> {
    let setting = density.setting();
    let height = |block| {
        let mut ruler = Ruler;
        let mut flow = Flow::new(&setting, page_words(Language::English), 2, &mut ruler);
        flow.blocks(std::slice::from_ref(block), (0.0, 0.0), WIDE)
    };
    passage.blocks.iter().map(height).collect()
}

/// The height between the title and the foot, in pixels.
pub(in crate::layout) fn room(passage: &Passage) -> f64 {
    let kicker = if passage.kicker.is_empty() { 0.0 } else { KICKER };
    let title = runs(&passage.title, Face::Serif, TITLE, Ink::Accent);
    let title = count_lines(&title, WIDE) as f64 * TITLE_LINE + HEAD_GAP;
    HEIGHT - TOP - kicker - title - FOOT_GAP - FOOT
}

pub(in crate::layout) fn height(passage: &Passage, density: &Density) -> f64 {
    let (setting, mut ruler) = (density.setting(), Ruler);
    // The words of boxes take one line in every language.
    let mut flow = Flow::new(&setting, page_words(Language::English), 2, &mut ruler);
    density.top + flow.blocks(&passage.blocks, (0.0, 0.0), WIDE)
}

#[cfg(test)]
mod tests {
    use super::density;
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
            small: false,
            speaker_notes: Vec::new(),
        }
    }

    #[test]
    fn few_words_stand_large_and_many_stand_small() {
        assert_eq!([3, 7, 9, 12].map(|count| density(&items(count)).name), ["airy", "roomy", "normal", "dense"]);
    }
}
