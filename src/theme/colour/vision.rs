//! How far apart two colours are: to usual sight, to three kinds of colour blindness, and in grey print.
//!
//! Colour blindness is simulated as Machado, Oliveira and Fernandes do ("A Physiologically-based Model for Simulation
//! of Color Vision Deficiency", IEEE TVCG 15, 2009), with their matrices for the full deficiency, on linear sRGB.
//! Distances are CIEDE2000 (ISO/CIE 11664-6), lightness is that of CIELAB (ISO/CIE 11664-4), both under D65.

use crate::diag::Words;
use crate::scene::Color;
use crate::words;

/// Who looks at two colours, or on what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Vision {
    /// With the sight most people have.
    Usual,
    /// Without the cones for long waves: "red-blind".
    Protanopia,
    /// Without those for middle waves: "green-blind".
    Deuteranopia,
    /// Without those for short waves: "blue-blind".
    Tritanopia,
    /// A print without colours, whoever looks at it.
    Grey,
}

/// The least distance of two colours that must be told apart, but for grey print: ten units of CIEDE2000. One unit is
/// about what is just seen between two large areas that touch; the marks of a figure are thin, stand apart and are seen
/// across a room.
pub const LEAST_DISTANCE: f64 = 10.0;

/// The least difference of their lightness in grey print, of 100: one step of Munsell's scale of values.
pub const LEAST_LIGHTNESS: f64 = 10.0;

/// Machado et al. 2009, severity 1.0: rows give red, green and blue.
const PROTANOPIA: [[f64; 3]; 3] =
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];
const DEUTERANOPIA: [[f64; 3]; 3] =
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];
const TRITANOPIA: [[f64; 3]; 3] =
    [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]];

impl Vision {
    /// All of them.
    pub const ALL: [Vision; 5] =
        [Vision::Usual, Vision::Protanopia, Vision::Deuteranopia, Vision::Tritanopia, Vision::Grey];

    /// How far apart two colours are: in units of CIEDE2000, and in grey print in lightness, of 100.
    pub fn distance(self, a: Color, b: Color) -> f64 {
        let [a, b] = [a, b].map(|color| lab(self.seen(linear(color))));
        match self {
            Vision::Grey => (a[0] - b[0]).abs(),
            _ => ciede2000(a, b),
        }
    }

    /// The least distance at which two colours are told apart.
    pub fn least(self) -> f64 {
        match self {
            Vision::Grey => LEAST_LIGHTNESS,
            _ => LEAST_DISTANCE,
        }
    }

    /// The words for whoever sees two colours alike.
    pub fn words(self) -> Words {
        match self {
            Vision::Usual => words!("to everybody", "per tutti"),
            Vision::Protanopia => words!("with protanopia (no red)", "con la protanopia (senza il rosso)"),
            Vision::Deuteranopia => words!("with deuteranopia (no green)", "con la deuteranopia (senza il verde)"),
            Vision::Tritanopia => words!("with tritanopia (no blue)", "con la tritanopia (senza il blu)"),
            Vision::Grey => words!("in grey print", "nella stampa in grigio"),
        }
    }

    fn seen(self, rgb: [f64; 3]) -> [f64; 3] {
        let matrix = match self {
            Vision::Usual | Vision::Grey => return rgb,
            Vision::Protanopia => &PROTANOPIA,
            Vision::Deuteranopia => &DEUTERANOPIA,
            Vision::Tritanopia => &TRITANOPIA,
        };
        times(matrix, rgb).map(|part| part.clamp(0.0, 1.0))
    }
}

/// A matrix times a column.
pub(in crate::theme) fn times(matrix: &[[f64; 3]; 3], column: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * column[0] + row[1] * column[1] + row[2] * column[2])
}

/// Linear red, green and blue of sRGB (IEC 61966-2-1), from 0 to 1.
pub(in crate::theme) fn linear(Color(rgb): Color) -> [f64; 3] {
    [16, 8, 0].map(|shift| {
        let part = f64::from((rgb >> shift) & 0xFF) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

/// CIELAB of linear sRGB, under D65.
fn lab(rgb: [f64; 3]) -> [f64; 3] {
    const XYZ: [[f64; 3]; 3] = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    const WHITE: [f64; 3] = [0.950_47, 1.0, 1.088_83];
    let [x, y, z] = times(&XYZ, rgb);
    let [x, y, z] = [x / WHITE[0], y / WHITE[1], z / WHITE[2]]
        .map(|part| if part > 216.0 / 24389.0 { part.cbrt() } else { (24389.0 / 27.0 * part + 16.0) / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000 of two colours in CIELAB, as Sharma, Wu and Dalal write it (Color Research & Application 30, 2005).
fn ciede2000([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let seventh = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25_f64.powi(7))).sqrt();
    let stretch = 1.5 - 0.5 * seventh((a1.hypot(b1) + a2.hypot(b2)) / 2.0);
    let (a1, a2) = (a1 * stretch, a2 * stretch);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| if a == 0.0 && b == 0.0 { 0.0 } else { b.atan2(a).to_degrees().rem_euclid(360.0) };
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));

    let turn = if c1 * c2 == 0.0 { 0.0 } else { (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0 };
    let hue_part = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let mean_hue = match (h1 - h2).abs() {
        _ if c1 * c2 == 0.0 => h1 + h2,
        apart if apart <= 180.0 => (h1 + h2) / 2.0,
        _ if h1 + h2 < 360.0 => (h1 + h2 + 360.0) / 2.0,
        _ => (h1 + h2 - 360.0) / 2.0,
    };
    let (lightness, chroma) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(mean_hue - 30.0) + 0.24 * cos(2.0 * mean_hue) + 0.32 * cos(3.0 * mean_hue + 6.0)
        - 0.20 * cos(4.0 * mean_hue - 63.0);
    let from_middle = (lightness - 50.0).powi(2);
    let of_lightness = (l2 - l1) / (1.0 + 0.015 * from_middle / (20.0 + from_middle).sqrt());
    let of_chroma = (c2 - c1) / (1.0 + 0.045 * chroma);
    let of_hue = hue_part / (1.0 + 0.015 * chroma * t);
    let rotation = -(60.0 * (-((mean_hue - 275.0) / 25.0).powi(2)).exp()).to_radians().sin() * 2.0 * seventh(chroma);
    (of_lightness.powi(2) + of_chroma.powi(2) + of_hue.powi(2) + rotation * of_chroma * of_hue).sqrt()
}

#[cfg(test)]
mod tests {
    use super::{Vision, ciede2000, linear, times};
    use crate::scene::Color;

    /// Pairs and distances from the test data that Sharma, Wu and Dalal publish with their paper.
    #[test]
    fn distances_are_those_of_the_published_test_data() {
        for (a, b, expected) in [
            ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
            ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
            ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
            ([50.0, 2.5, 0.0], [61.0, -5.0, 29.0], 22.8977),
            ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
            ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
        ] {
            assert!((ciede2000(a, b) - expected).abs() < 5e-5, "{a:?} {b:?}: {}", ciede2000(a, b));
            assert!((ciede2000(b, a) - expected).abs() < 5e-5, "the order does not matter");
        }
    }

    #[test]
    fn white_and_greys_stay_what_they_are_to_everybody() {
        for matrix in [&super::PROTANOPIA, &super::DEUTERANOPIA, &super::TRITANOPIA] {
            assert!(times(matrix, [1.0; 3]).iter().all(|part| (part - 1.0).abs() < 1e-5), "rows add up to one");
        }
        for grey in [Color(0x000000), Color(0x808080), Color(0xFFFFFF)] {
            for vision in Vision::ALL {
                let seen = vision.seen(linear(grey));
                assert!(seen.iter().zip(linear(grey)).all(|(seen, is)| (seen - is).abs() < 1e-5));
            }
        }
    }

    #[test]
    fn red_and_green_of_one_lightness_are_told_apart_by_usual_sight_alone() {
        let (red, green) = (Color(0xC0504D), Color(0x77933C));
        assert!(Vision::Usual.distance(red, green) > 40.0);
        assert!(Vision::Deuteranopia.distance(red, green) < Vision::Usual.distance(red, green) / 2.0);
        assert!(Vision::Tritanopia.distance(red, green) > 20.0, "who lacks blue sees them");
        assert!(Vision::Grey.distance(red, green) < 10.0);
    }
}
