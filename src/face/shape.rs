//! Text as the glyphs a browser would set it in, kerned, and the outlines of those glyphs: for pictures in which words
//! are shapes, or fonts go along. Boxes are measured without kerning ([`super::measure`]), so they are never too small.

use super::further::FURTHER;
use super::own::OWN;
use crate::scene::Face;
use harfrust::{Direction, ShapeOptions, ShapePlan, Shaper, ShaperData, UnicodeBuffer, script};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::ops::Range;
use std::sync::OnceLock;

/// A glyph of a line of text in its place. Lengths have the unit of the size asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// The font that has it.
    pub font: Font,
    /// Its number in that font; 0 is the sign for what no font has.
    pub id: u16,
    /// How far from the start of the text it is drawn.
    pub x: f64,
    /// How far above the baseline it is drawn; other than 0 only for accents that stand apart from their letter.
    pub rise: f64,
    /// How far it moves what follows, kerning included.
    pub advance: f64,
    /// The byte of the text at which its signs begin.
    pub cluster: usize,
}

/// A file of glyphs: a face, or the further signs that a face lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Font(usize);

impl Font {
    /// How many fonts there are.
    pub const COUNT: usize = 8;

    /// Every font, those of the faces first.
    pub fn all() -> impl Iterator<Item = Font> {
        (0..Font::COUNT).map(Font)
    }

    fn own(face: Face) -> Font {
        Font(face as usize)
    }

    fn further(face: Face) -> Font {
        Font(face as usize + OWN.len())
    }

    /// Its place among all fonts.
    pub fn place(self) -> usize {
        self.0
    }

    /// Its file: TrueType.
    pub fn bytes(self) -> &'static [u8] {
        if self.0 < OWN.len() { OWN[self.0].1 } else { FURTHER[self.0 - OWN.len()] }
    }

    fn read(self) -> FontRef<'static> {
        FontRef::new(self.bytes()).expect("a bundled font is a font")
    }

    fn has(self, sign: char) -> bool {
        self.read().charmap().map(sign).is_some()
    }

    fn shaping(self) -> &'static Shaping {
        static DATA: [OnceLock<ShaperData>; Font::COUNT] = [const { OnceLock::new() }; Font::COUNT];
        static ALL: [OnceLock<Shaping>; Font::COUNT] = [const { OnceLock::new() }; Font::COUNT];
        ALL[self.0].get_or_init(|| {
            let data = DATA[self.0].get_or_init(|| ShaperData::new(&self.read()));
            let shaper = data.shaper(&self.read()).build();
            let plan = ShapePlan::new(&shaper, Direction::LeftToRight, Some(script::LATIN), None, &[]);
            Shaping { shaper, plan }
        })
    }
}

/// Units to the em, of every bundled font.
const UNITS: f64 = 1000.0;

/// What shapes text with a font.
struct Shaping {
    shaper: Shaper<'static>,
    plan: ShapePlan,
}

/// A step of a contour, in ems: y grows downwards, and the baseline is 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Begins a contour.
    Move(f64, f64),
    /// A straight line.
    Line(f64, f64),
    /// A quadratic curve: control point, end.
    Quad(f64, f64, f64, f64),
    /// A cubic curve: two control points, end.
    Cubic(f64, f64, f64, f64, f64, f64),
    /// Back to where the contour began.
    Close,
}

impl Step {
    /// The points of the step, control points first.
    pub fn points(self) -> impl Iterator<Item = (f64, f64)> {
        let points = match self {
            Step::Move(x, y) | Step::Line(x, y) => [Some((x, y)), None, None],
            Step::Quad(cx, cy, x, y) => [Some((cx, cy)), Some((x, y)), None],
            Step::Cubic(ax, ay, bx, by, x, y) => [Some((ax, ay)), Some((bx, by)), Some((x, y))],
            Step::Close => [None; 3],
        };
        points.into_iter().flatten()
    }

    /// The step with every point moved to where `to` puts it.
    #[must_use]
    pub fn map(self, to: impl Fn(f64, f64) -> (f64, f64)) -> Step {
        match self {
            Step::Move(x, y) => {
                let (x, y) = to(x, y);
                Step::Move(x, y)
            }
            Step::Line(x, y) => {
                let (x, y) = to(x, y);
                Step::Line(x, y)
            }
            Step::Quad(cx, cy, x, y) => {
                let ((cx, cy), (x, y)) = (to(cx, cy), to(x, y));
                Step::Quad(cx, cy, x, y)
            }
            Step::Cubic(ax, ay, bx, by, x, y) => {
                let ((ax, ay), (bx, by), (x, y)) = (to(ax, ay), to(bx, by), to(x, y));
                Step::Cubic(ax, ay, bx, by, x, y)
            }
            Step::Close => Step::Close,
        }
    }
}

/// The glyphs of one line of text from left to right, with kerning and ligatures as browsers set them by default. What
/// the face lacks is drawn by its further signs.
pub fn shape(face: Face, size: f64, text: &str) -> Vec<Glyph> {
    let mut glyphs = set(Font::own(face), text, 0);
    if glyphs.iter().any(|glyph| glyph.id == 0) {
        glyphs = with_further(face, text, &glyphs);
    }
    let unit = size / UNITS;
    let mut pen = 0.0;
    for glyph in &mut glyphs {
        let Glyph { x, rise, advance, .. } = *glyph;
        *glyph = Glyph { x: (pen + x) * unit, rise: rise * unit, advance: advance * unit, ..*glyph };
        pen += advance;
    }
    glyphs
}

/// The glyphs of a text in which each part that the face lacks is drawn by its further signs.
fn with_further(face: Face, text: &str, own: &[Glyph]) -> Vec<Glyph> {
    let clusters: Vec<&[Glyph]> = own.chunk_by(|one, next| one.cluster == next.cluster).collect();
    let lacks = |cluster: &[Glyph]| cluster.iter().any(|glyph| glyph.id == 0);
    let mut ends = clusters.iter().skip(1).map(|cluster| cluster[0].cluster).chain([text.len()]);
    let mut glyphs = Vec::with_capacity(own.len());
    for run in clusters.chunk_by(|one, next| lacks(one) == lacks(next)) {
        let end = ends.nth(run.len() - 1).expect("a cluster ends");
        match lacks(run[0]) {
            true => glyphs.extend(further(face, text, run[0][0].cluster..end)),
            false => glyphs.extend(run.iter().copied().flatten()),
        }
    }
    glyphs
}

/// The glyphs of a part of a text that the face lacks.
fn further(face: Face, text: &str, part: Range<usize>) -> Vec<Glyph> {
    let glyphs = set(Font::further(face), &text[part.clone()], part.start);
    if glyphs.iter().all(|glyph| glyph.id != 0) {
        return glyphs;
    }
    // A letter of the face under a mark that it lacks, or a sign that nobody draws: sign by sign.
    let one = |(at, sign): (usize, char)| {
        let font = if Font::own(face).has(sign) { Font::own(face) } else { Font::further(face) };
        set(font, sign.encode_utf8(&mut [0; 4]), part.start + at)
    };
    text[part.clone()].char_indices().flat_map(one).collect()
}

/// The glyphs of a text in one font; `start` is the byte where it begins in its line. Lengths are in units of the font,
/// and `x` is counted from the start of this text.
fn set(font: Font, text: &str, start: usize) -> Vec<Glyph> {
    let Shaping { shaper, plan } = font.shaping();
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(script::LATIN);
    let set = shaper.shape(buffer, ShapeOptions::new().plan(Some(plan)));
    let glyphs = set.glyph_infos().iter().zip(set.glyph_positions()).map(|(info, at)| Glyph {
        font,
        id: u16::try_from(info.glyph_id).expect("a face has at most 65,535 glyphs"),
        x: f64::from(at.x_offset),
        rise: f64::from(at.y_offset),
        advance: f64::from(at.x_advance),
        cluster: start + info.cluster as usize,
    });
    glyphs.collect()
}

/// The contours of a glyph, to be filled by the nonzero rule; none for a space, or where the font has no such glyph.
pub fn outline(font: Font, glyph: u16) -> &'static [Step] {
    static ALL: [OnceLock<Vec<OnceLock<Vec<Step>>>>; Font::COUNT] = [const { OnceLock::new() }; Font::COUNT];
    let outlines = ALL[font.0].get_or_init(|| {
        let glyphs = font.read().outline_glyphs().iter().count();
        (0..glyphs).map(|_| OnceLock::new()).collect()
    });
    let Some(outline) = outlines.get(usize::from(glyph)) else { return &[] };
    outline.get_or_init(|| {
        let mut contours = Contours { unit: 1.0 / UNITS, steps: Vec::new() };
        if let Some(glyph) = font.read().outline_glyphs().get(GlyphId::from(glyph)) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            glyph.draw(settings, &mut contours).expect("a bundled font can be drawn");
        }
        contours.steps
    })
}

/// Collects what skrifa draws of one glyph.
struct Contours {
    unit: f64,
    steps: Vec<Step>,
}

impl Contours {
    fn at(&self, x: f32, y: f32) -> (f64, f64) {
        (f64::from(x) * self.unit, f64::from(-y) * self.unit)
    }
}

impl OutlinePen for Contours {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.steps.push(Step::Move(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.steps.push(Step::Line(x, y));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        let ((cx, cy), (x, y)) = (self.at(cx0, cy0), self.at(x, y));
        self.steps.push(Step::Quad(cx, cy, x, y));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let ((ax, ay), (bx, by), (x, y)) = (self.at(cx0, cy0), self.at(cx1, cy1), self.at(x, y));
        self.steps.push(Step::Cubic(ax, ay, bx, by, x, y));
    }

    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::{Font, Glyph, Step, outline, shape};
    use crate::face::measure;
    use crate::scene::Face;

    const FACES: [Face; 4] = [Face::Sans, Face::SansSemi, Face::SansBold, Face::Serif];

    fn width(glyphs: &[Glyph]) -> f64 {
        glyphs.iter().map(|glyph| glyph.advance).sum()
    }

    #[test]
    fn kerning_draws_a_pair_together_and_leaves_digits_alone() {
        for face in FACES {
            assert!(width(&shape(face, 20.0, "AVATAR")) < measure(face, 20.0, "AVATAR") - 0.1, "{face:?}");
            assert!((width(&shape(face, 20.0, "1984")) - measure(face, 20.0, "1984")).abs() < 1e-9, "{face:?}");
        }
    }

    #[test]
    fn glyphs_know_the_bytes_they_come_from() {
        let glyphs = shape(Face::Sans, 10.0, "è più");
        assert_eq!(glyphs.iter().map(|glyph| glyph.cluster).collect::<Vec<_>>(), [0, 2, 3, 4, 5]);
        assert!(glyphs.windows(2).all(|pair| (pair[0].x + pair[0].advance - pair[1].x).abs() < 1e-9));
        assert_eq!(shape(Face::Sans, 10.0, "字")[0].id, 0);
    }

    #[test]
    fn what_a_face_lacks_comes_from_its_further_signs_as_wide_as_measured() {
        for face in FACES {
            for text in ["Łódź Śląsk", "≥ 40% → CO₂ ≈ 3 ✓", "Αθήνα", "София Ћирилица", "Việt", "6‰ ∞ ≠"]
            {
                let glyphs = shape(face, 20.0, text);
                assert!(glyphs.iter().all(|glyph| glyph.id != 0), "{face:?}: {text}: {glyphs:?}");
                let drawn = width(&glyphs);
                assert!(
                    drawn <= measure(face, 20.0, text) + 1e-9 && drawn > measure(face, 20.0, text) - 3.0,
                    "{face:?}: {text}"
                );
                assert!(glyphs.is_sorted_by_key(|glyph| glyph.cluster), "{face:?}: {text}");
            }
        }
    }

    #[test]
    fn letters_and_marks_that_stand_apart_are_one() {
        for (apart, whole) in [("c\u{30c}", "č"), ("e\u{300}", "è"), ("о\u{301}", "о")] {
            let [apart, whole] = [apart, whole].map(|text| shape(Face::Sans, 20.0, text));
            assert!(apart.iter().all(|glyph| glyph.id != 0));
            assert!((width(&apart) - width(&whole)).abs() < 1e-9);
        }
        // No face has this one as a whole: a letter of the face, and a mark that moves nothing.
        let glyphs = shape(Face::Sans, 20.0, "q\u{30c}");
        assert!(glyphs.iter().all(|glyph| glyph.id != 0) && glyphs[1].advance == 0.0);
    }

    #[test]
    fn an_l_stands_on_the_baseline_and_a_space_has_no_outline() {
        for face in FACES {
            let [l, space] = ["l", " "].map(|text| {
                let glyph = shape(face, 1.0, text)[0];
                outline(glyph.font, glyph.id)
            });
            assert_eq!(space, [], "{face:?}");
            assert!(matches!(l[0], Step::Move(..)) && matches!(l[l.len() - 1], Step::Close), "{face:?}");
            let heights = l.iter().filter_map(|step| match *step {
                Step::Move(_, y) | Step::Line(_, y) | Step::Quad(.., y) | Step::Cubic(.., y) => Some(y),
                Step::Close => None,
            });
            let (top, bottom) = heights.fold((0.0, -1.0), |(top, bottom), y| (f64::min(top, y), f64::max(bottom, y)));
            assert!(top < -0.6 && top > -0.9 && bottom.abs() < 0.02, "{face:?}: {top} to {bottom}");
        }
        assert_eq!(outline(Font::own(Face::Sans), u16::MAX), []);
    }
}
