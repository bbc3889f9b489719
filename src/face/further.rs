//! Signs that the bundled faces lack, drawn by further faces: `signs/README.md` says how they were made. For the web
//! they are cut into blocks, and a page brings those that are in use.

use crate::scene::Face;
use std::sync::LazyLock;

/// How many blocks there are.
const COUNT: usize = 11;

macro_rules! further {
    ($($face:literal),*; $blocks:tt) => {
        /// Every sign, in the order of [`Face`]: TrueType.
        pub(super) const FURTHER: [&[u8]; 4] = [$(include_bytes!(concat!("signs/", $face, ".ttf"))),*];

        /// The signs of each face, cut into blocks in the order of `blocks.txt`: WOFF2.
        const PIECES: [[&[u8]; COUNT]; 4] = [$(pieces!($face; $blocks)),*];
    };
}

macro_rules! pieces {
    ($face:literal; [$($block:literal),*]) => {
        [$(include_bytes!(concat!("signs/", $face, ".", $block, ".woff2"))),*]
    };
}

further!(
    "titillium-web-400", "titillium-web-600", "titillium-web-700", "caladea-700";
    [
        "latin", "latin-more", "greek", "greek-more", "cyrillic", "cyrillic-more", "signs", "punctuation", "arrows",
        "mathematics", "shapes"
    ]
);

/// A line for each block: its name, and the code points it holds, as a style sheet writes them.
const BLOCKS: &str = include_str!("signs/blocks.txt");

/// The code points of a block: as a style sheet writes them, and as ranges, both ends included.
type Held = (&'static str, Vec<(u32, u32)>);

/// The code points of each block, in the order of the lines.
static HOLDS: LazyLock<Vec<Held>> = LazyLock::new(|| {
    let code = |digits: &str| u32::from_str_radix(digits, 16).expect("a range has two hexadecimal numbers");
    let range = |said: &'static str| {
        let said = said.strip_prefix("U+").expect("a range begins with U+");
        let (first, last) = said.split_once('-').unwrap_or((said, said));
        (code(first), code(last))
    };
    let line = |line: &'static str| {
        let (_, said) = line.split_once(": ").expect("a block has a name");
        (said, said.split(", ").map(range).collect())
    };
    BLOCKS.lines().map(line).collect()
});

/// A set of blocks of further signs, such as those that some texts need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Blocks(u16);

impl Blocks {
    /// Adds the blocks that a text needs.
    pub fn add(&mut self, text: &str) {
        // Most texts have none: the faces have all of Latin-1.
        if text.bytes().all(|byte| byte < 0xC4) {
            return;
        }
        for code in text.chars().map(u32::from).filter(|code| *code > 0xFF) {
            let holds = |(_, ranges): &(&str, Vec<(u32, u32)>)| {
                ranges.iter().any(|(first, last)| (*first..=*last).contains(&code))
            };
            if let Some(place) = HOLDS.iter().position(holds).filter(|_| !super::own::owns(code)) {
                self.0 |= 1 << place;
            }
        }
    }

    /// The blocks of both sets.
    #[must_use]
    pub fn and(self, other: Blocks) -> Blocks {
        Blocks(self.0 | other.0)
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// For each block of the set, its code points as a style sheet writes them, and its file in a face.
    pub fn of(self, face: Face) -> impl Iterator<Item = (&'static str, &'static [u8])> {
        let pieces = &PIECES[face as usize];
        let there = (0..COUNT).filter(move |place| self.0 >> place & 1 == 1);
        there.map(move |place| (HOLDS[place].0, pieces[place]))
    }
}

#[cfg(test)]
mod tests {
    use super::{Blocks, COUNT, FURTHER, HOLDS};
    use crate::face::draws;
    use crate::scene::Face;
    use skrifa::{FontRef, MetadataProvider};
    use std::collections::BTreeSet;

    #[test]
    fn blocks_share_nothing() {
        assert_eq!(HOLDS.len(), COUNT);
        let mut ranges: Vec<_> = HOLDS.iter().flat_map(|(_, ranges)| ranges.iter().copied()).collect();
        ranges.sort_unstable();
        assert!(ranges.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn every_face_has_the_same_further_signs_and_each_is_in_a_block() {
        let codes = FURTHER.map(|bytes| -> BTreeSet<u32> {
            FontRef::new(bytes).unwrap().charmap().mappings().map(|(code, _)| code).collect()
        });
        let [first, others @ ..] = &codes;
        // Where two faces differ, the one without has the sign itself.
        for other in others {
            let apart = first.symmetric_difference(other);
            assert!(apart.into_iter().all(|code| char::from_u32(*code).is_some_and(draws)));
        }
        assert!(first.iter().all(|code| {
            let mut blocks = Blocks::default();
            blocks.add(&char::from_u32(*code).unwrap().to_string());
            !blocks.is_empty()
        }));
    }

    #[test]
    fn texts_need_the_blocks_of_what_the_faces_lack() {
        let count = |text: &str| {
            let mut blocks = Blocks::default();
            blocks.add(text);
            blocks.of(Face::Sans).map(|(said, _)| said.split(',').next().unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(count("Così è: «90%» – già…"), Vec::<&str>::new());
        assert_eq!(count("Łódź ≥ 40%"), ["U+100-17F", "U+2016"]);
        assert_eq!(count("Αθήνα, София"), ["U+370-3FF", "U+400-45F"]);
    }
}
