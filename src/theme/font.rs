//! Text measured with the bundled fonts: the same widths on every machine, whatever is installed.

use super::builtin::FILES as FILES_OF_THEME;
use crate::scene::Face;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::sync::LazyLock;

/// Width in pixels of one line of text at a size. Signs the face lacks count as its widest common one, so that
/// a box is never too small.
pub fn measure(face: Face, size: f64, text: &str) -> f64 {
    let advances = &FACES[face as usize];
    let units: u32 = text.chars().map(|sign| u32::from(advances.of(sign))).sum();
    f64::from(units) * size / 1000.0
}

/// How far a face reaches above its baseline and below it, as parts of its size: what makes up a line in a browser.
pub fn metrics(face: Face) -> (f64, f64) {
    METRICS[face as usize]
}

/// In the order of [`Face`].
static METRICS: LazyLock<[(f64, f64); 4]> = LazyLock::new(|| {
    FILES.map(|(_, bytes)| {
        let font = FontRef::new(bytes).expect("a bundled font is a font");
        let metrics = font.metrics(Size::new(1.0), LocationRef::default());
        (f64::from(metrics.ascent), -f64::from(metrics.descent))
    })
});

/// Advances of the signs below U+0250 and of general punctuation, in thousandths of the size.
struct Advances {
    low: Vec<u16>,
    punctuation: Vec<u16>,
    other: u16,
}

const LOW: u32 = 0x250;
const PUNCTUATION: std::ops::Range<u32> = 0x2000..0x2220;

impl Advances {
    fn read(bytes: &'static [u8]) -> Advances {
        let font = FontRef::new(bytes).expect("a bundled font is a font");
        let metrics = font.glyph_metrics(Size::new(1000.0), LocationRef::default());
        let charmap = font.charmap();
        let advance = |code: u32| {
            let glyph = charmap.map(char::from_u32(code)?)?;
            metrics.advance_width(glyph).map(|width| width.round() as u16)
        };
        let other = advance(u32::from('M')).expect("a bundled font has an M");
        Advances {
            low: (0..LOW).map(|code| advance(code).unwrap_or(other)).collect(),
            punctuation: PUNCTUATION.map(|code| advance(code).unwrap_or(other)).collect(),
            other,
        }
    }

    fn of(&self, sign: char) -> u16 {
        let code = u32::from(sign);
        if code < LOW {
            self.low[code as usize]
        } else if PUNCTUATION.contains(&code) {
            self.punctuation[(code - PUNCTUATION.start) as usize]
        } else {
            self.other
        }
    }
}

/// In the order of [`Face`].
static FACES: LazyLock<[Advances; 4]> = LazyLock::new(|| FILES.map(|(_, bytes)| Advances::read(bytes)));

/// The bundled faces, in the order of [`Face`]: path within the theme, bytes.
pub(super) const FILES: [(&str, &[u8]); 4] = [
    ("fonts/titillium-web-400.ttf", include_bytes!("../../themes/gimbe/fonts/titillium-web-400.ttf")),
    ("fonts/titillium-web-600.ttf", include_bytes!("../../themes/gimbe/fonts/titillium-web-600.ttf")),
    ("fonts/titillium-web-700.ttf", include_bytes!("../../themes/gimbe/fonts/titillium-web-700.ttf")),
    ("fonts/caladea-700.ttf", include_bytes!("../../themes/gimbe/fonts/caladea-700.ttf")),
];

/// A face as files of the web know it.
#[derive(Clone, Copy, Debug)]
pub struct WebFace {
    /// Its family.
    pub family: &'static str,
    /// Its weight.
    pub weight: u16,
    path: &'static str,
}

impl WebFace {
    /// Its file: WOFF2.
    pub fn bytes(&self) -> &'static [u8] {
        let (_, bytes) = FILES_OF_THEME.iter().find(|(path, _)| *path == self.path).expect("the theme has its faces");
        bytes
    }
}

/// The bundled faces for the web, in the order of [`Face`].
pub static WEB_FACES: [WebFace; 4] = [
    WebFace { family: "Titillium Web", weight: 400, path: "fonts/titillium-web-400.woff2" },
    WebFace { family: "Titillium Web", weight: 600, path: "fonts/titillium-web-600.woff2" },
    WebFace { family: "Titillium Web", weight: 700, path: "fonts/titillium-web-700.woff2" },
    WebFace { family: "Caladea", weight: 700, path: "fonts/caladea-700.woff2" },
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
