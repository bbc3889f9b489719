//! Text measured with the bundled fonts: the same widths on every machine, whatever is installed.

use super::further::FURTHER;
use super::own::{OWN, WEB};
use crate::scene::Face;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::sync::LazyLock;

/// The width of one line of text at a size, both in pixels. A sign that no face has counts as wide as the widest common
/// one, so that a box is never too small.
pub fn measure(face: Face, size: f64, text: &str) -> f64 {
    let advances = &FACES[face as usize];
    let units: u32 = text.chars().map(|sign| u32::from(advances.of(sign))).sum();
    f64::from(units) * size / 1000.0
}

/// Whether a sign is drawn as itself, by a face or by its further signs, or is one that nobody sees.
pub fn draws(sign: char) -> bool {
    FACES[Face::Sans as usize].known(sign).is_some()
}

/// How far a face reaches above its baseline and below it, as parts of its size; of both a browser makes the height of
/// a line.
pub fn metrics(face: Face) -> (f64, f64) {
    METRICS[face as usize]
}

/// The heights above and below the baseline, in the order of [`Face`].
static METRICS: LazyLock<[(f64, f64); 4]> = LazyLock::new(|| {
    OWN.map(|(_, bytes)| {
        let font = FontRef::new(bytes).expect("a bundled font is a font");
        let metrics = font.metrics(Size::new(1.0), LocationRef::default());
        (f64::from(metrics.ascent), -f64::from(metrics.descent))
    })
});

/// The advances of the signs of a face, in thousandths of the size.
struct Advances {
    /// The advance of each sign below [`END`]; [`NONE`] where no face has it.
    known: Vec<u16>,
    other: u16,
}

/// The code after the last sign that a face has.
const END: usize = 0x2720;
const NONE: u16 = u16::MAX;

impl Advances {
    /// Reads the advances of a face, and of its further signs where the face has none.
    fn read(own: &'static [u8], further: &'static [u8]) -> Advances {
        let mut known = vec![NONE; END];
        for bytes in [further, own] {
            let font = FontRef::new(bytes).expect("a bundled font is a font");
            let metrics = font.glyph_metrics(Size::new(1000.0), LocationRef::default());
            for (code, glyph) in font.charmap().mappings() {
                if let (Some(place), Some(width)) = (known.get_mut(code as usize), metrics.advance_width(glyph)) {
                    *place = width.round() as u16;
                }
            }
        }
        let other = known[usize::from(b'M')];
        (0..END).filter_map(|code| char::from_u32(code as u32)).filter(|sign| sign.is_control()).for_each(|sign| {
            let place = &mut known[sign as usize];
            *place = if *place == NONE { other } else { *place };
        });
        Advances { known, other }
    }

    fn of(&self, sign: char) -> u16 {
        self.known(sign).unwrap_or(self.other)
    }

    fn known(&self, sign: char) -> Option<u16> {
        match self.known.get(sign as usize) {
            Some(&NONE) | None => unseen(sign).then_some(0),
            Some(&advance) => Some(advance),
        }
    }
}

/// Whether a sign has no shape of its own: it tells how those beside it look, or where a word may break.
fn unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{34f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// The advances of each face, in the order of [`Face`].
static FACES: LazyLock<[Advances; 4]> =
    LazyLock::new(|| [0, 1, 2, 3].map(|face| Advances::read(OWN[face].1, FURTHER[face])));

/// A face as files of the web know it.
#[derive(Clone, Copy, Debug)]
pub struct WebFace {
    /// The name of its family.
    pub family: &'static str,
    /// Its weight.
    pub weight: u16,
    /// The bytes of its file: WOFF2.
    pub bytes: &'static [u8],
}

/// The bundled faces for the web, in the order of [`Face`].
pub static WEB_FACES: [WebFace; 4] = [
    WebFace { family: "Titillium Web", weight: 400, bytes: WEB[0].1 },
    WebFace { family: "Titillium Web", weight: 600, bytes: WEB[1].1 },
    WebFace { family: "Titillium Web", weight: 700, bytes: WEB[2].1 },
    WebFace { family: "Caladea", weight: 700, bytes: WEB[3].1 },
];

#[cfg(test)]
mod tests {
    use super::measure;
    use crate::scene::Face;

    #[test]
    fn digits_are_of_equal_width_and_double_size_is_double_width() {
        let width = measure(Face::Sans, 20.0, "1111");
        assert!((width - measure(Face::Sans, 20.0, "8888")).abs() < 1e-9);
        assert!((width * 2.0 - measure(Face::Sans, 40.0, "1111")).abs() < 1e-9);
        assert!((width - 4.0 * 0.560 * 20.0).abs() < 1e-9);
    }
}
