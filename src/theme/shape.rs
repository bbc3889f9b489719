//! Text as the glyphs a browser would set it in, kerned, and the outlines of those glyphs: for pictures in which words
//! are shapes, or fonts go along. Boxes are measured without kerning ([`super::measure`]), so they are never too small.

use super::font::FILES;
use crate::scene::Face;
use harfrust::{Direction, ShapeOptions, ShapePlan, Shaper, ShaperData, UnicodeBuffer, script};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::sync::{LazyLock, OnceLock};

/// One glyph of a line of text, placed. Lengths are in the unit of the size asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the face; 0 is the sign for what the face lacks.
    pub id: u16,
    /// Where it is drawn, from the start of the text.
    pub x: f64,
    /// How far above the baseline it is drawn; other than 0 only for accents that stand apart from their letter.
    pub rise: f64,
    /// How far it moves what follows, kerning included.
    pub advance: f64,
    /// The byte of the text where its signs begin.
    pub cluster: usize,
}

/// A step of an outline, in ems; y grows downwards, the baseline is 0.
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
    /// Its points, control points first.
    pub fn points(self) -> impl Iterator<Item = (f64, f64)> {
        let points = match self {
            Step::Move(x, y) | Step::Line(x, y) => [Some((x, y)), None, None],
            Step::Quad(cx, cy, x, y) => [Some((cx, cy)), Some((x, y)), None],
            Step::Cubic(ax, ay, bx, by, x, y) => [Some((ax, ay)), Some((bx, by)), Some((x, y))],
            Step::Close => [None; 3],
        };
        points.into_iter().flatten()
    }

    /// The same with every point moved.
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

/// The glyphs of one line of text from left to right, with kerning and ligatures as browsers set them by default.
pub fn shape(face: Face, size: f64, text: &str) -> Vec<Glyph> {
    let shaper = &SHAPERS[face as usize];
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(script::LATIN);
    let set = shaper.shape(buffer, ShapeOptions::new().plan(Some(&PLANS[face as usize])));
    let unit = size / f64::from(shaper.units_per_em());
    let mut pen = 0;
    let glyphs = set.glyph_infos().iter().zip(set.glyph_positions()).map(|(info, at)| {
        let glyph = Glyph {
            id: u16::try_from(info.glyph_id).expect("a face has at most 65,535 glyphs"),
            x: f64::from(pen + at.x_offset) * unit,
            rise: f64::from(at.y_offset) * unit,
            advance: f64::from(at.x_advance) * unit,
            cluster: info.cluster as usize,
        };
        pen += at.x_advance;
        glyph
    });
    glyphs.collect()
}

/// The file of a bundled face: TrueType.
pub fn face_bytes(face: Face) -> &'static [u8] {
    FILES[face as usize].1
}

/// The contours of a glyph, to be filled by the nonzero rule; none for a space, or where the face has no such glyph.
pub fn outline(face: Face, glyph: u16) -> &'static [Step] {
    let Some(outline) = OUTLINES[face as usize].get(usize::from(glyph)) else { return &[] };
    outline.get_or_init(|| {
        let font = font(face as usize);
        let mut contours = Contours { unit: 1.0 / f64::from(SHAPERS[face as usize].units_per_em()), steps: Vec::new() };
        if let Some(glyph) = font.outline_glyphs().get(GlyphId::from(glyph)) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            glyph.draw(settings, &mut contours).expect("a bundled font can be drawn");
        }
        contours.steps
    })
}

/// What skrifa draws, one glyph.
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

fn font(index: usize) -> FontRef<'static> {
    FontRef::new(FILES[index].1).expect("a bundled font is a font")
}

/// All in the order of [`Face`].
static DATA: LazyLock<[ShaperData; 4]> = LazyLock::new(|| [0, 1, 2, 3].map(|index| ShaperData::new(&font(index))));
static SHAPERS: LazyLock<[Shaper; 4]> =
    LazyLock::new(|| [0, 1, 2, 3].map(|index| DATA[index].shaper(&font(index)).build()));
static PLANS: LazyLock<[ShapePlan; 4]> = LazyLock::new(|| {
    [0, 1, 2, 3].map(|index| ShapePlan::new(&SHAPERS[index], Direction::LeftToRight, Some(script::LATIN), None, &[]))
});
static OUTLINES: LazyLock<[Vec<OnceLock<Vec<Step>>>; 4]> = LazyLock::new(|| {
    [0, 1, 2, 3].map(|index| {
        let glyphs = font(index).outline_glyphs().iter().count();
        (0..glyphs).map(|_| OnceLock::new()).collect()
    })
});

#[cfg(test)]
mod tests {
    use super::{Glyph, Step, outline, shape};
    use crate::scene::Face;
    use crate::theme::measure;

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
    fn an_l_stands_on_the_baseline_and_a_space_has_no_outline() {
        for face in FACES {
            let [l, space] = ["l", " "].map(|text| outline(face, shape(face, 1.0, text)[0].id));
            assert_eq!(space, [], "{face:?}");
            assert!(matches!(l[0], Step::Move(..)) && matches!(l[l.len() - 1], Step::Close), "{face:?}");
            let heights = l.iter().filter_map(|step| match *step {
                Step::Move(_, y) | Step::Line(_, y) | Step::Quad(.., y) | Step::Cubic(.., y) => Some(y),
                Step::Close => None,
            });
            let (top, bottom) = heights.fold((0.0, -1.0), |(top, bottom), y| (f64::min(top, y), f64::max(bottom, y)));
            assert!(top < -0.6 && top > -0.9 && bottom.abs() < 0.02, "{face:?}: {top} to {bottom}");
        }
        assert_eq!(outline(Face::Sans, u16::MAX), []);
    }
}
