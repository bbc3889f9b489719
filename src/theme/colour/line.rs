//! The colours of one hue, from dark to light: where the nearest one that passes is looked for.
//!
//! Hue, chroma and lightness are OKLCH's (Björn Ottosson, "A perceptual color space for image processing", 2020), in
//! which a colour made lighter keeps the hue people see. Where sRGB does not reach a chroma, it is lessened.

use super::vision::{linear, times};
use crate::scene::Color;

/// Steps between black and white.
const STEPS: u32 = 1000;

/// All colours of one hue and, as far as they can be shown, of one chroma.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    lightness: f64,
    chroma: f64,
    hue: f64,
}

impl Line {
    /// The line through a colour.
    pub fn through(color: Color) -> Line {
        const CONES: [[f64; 3]; 3] = [
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ];
        const OKLAB: [[f64; 3]; 3] = [
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ];
        let [lightness, a, b] = times(&OKLAB, times(&CONES, linear(color)).map(f64::cbrt));
        Line { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }

    /// The colour of a lightness from 0 to 1.
    pub fn at(&self, lightness: f64) -> Color {
        // Lessening chroma always ends in a grey, which can be shown.
        let (mut shown, mut beyond) = (0.0, self.chroma);
        if in_gamut(rgb(lightness, beyond, self.hue)) {
            shown = beyond;
        }
        for _ in 0..24 {
            let middle = (shown + beyond) / 2.0;
            if in_gamut(rgb(lightness, middle, self.hue)) { shown = middle } else { beyond = middle }
        }
        let channel = |part: f64| {
            let part = part.clamp(0.0, 1.0);
            let part = if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
            (part * 255.0).round() as u32
        };
        let [red, green, blue] = rgb(lightness, shown, self.hue).map(channel);
        Color(red << 16 | green << 8 | blue)
    }

    /// The colours of the line, those nearest in lightness first; of two that are equally near, the darker first.
    pub fn nearest_first(self) -> impl Iterator<Item = Color> {
        let lightness = move |step: u32, sign: f64| self.lightness + sign * f64::from(step) / f64::from(STEPS);
        let both = (1..=STEPS).flat_map(move |step| [lightness(step, -1.0), lightness(step, 1.0)]);
        both.filter(|lightness| (0.0..=1.0).contains(lightness)).map(move |lightness| self.at(lightness))
    }

    /// The lightness of the colour through which the line was drawn, from 0 to 1.
    #[cfg(test)]
    pub fn lightness(&self) -> f64 {
        self.lightness
    }
}

/// The linear sRGB of an OKLCH colour; beyond 0 and 1 where it cannot be shown.
fn rgb(lightness: f64, chroma: f64, hue: f64) -> [f64; 3] {
    const CONES: [[f64; 3]; 3] = [
        [1.0, 0.396_337_777_4, 0.215_803_757_3],
        [1.0, -0.105_561_345_8, -0.063_854_172_8],
        [1.0, -0.089_484_177_5, -1.291_485_548_0],
    ];
    const RGB: [[f64; 3]; 3] = [
        [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
        [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
        [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0],
    ];
    let cones = times(&CONES, [lightness, chroma * hue.cos(), chroma * hue.sin()]);
    times(&RGB, cones.map(|cone| cone * cone * cone))
}

fn in_gamut(rgb: [f64; 3]) -> bool {
    rgb.iter().all(|part| (-1e-6..=1.0 + 1e-6).contains(part))
}

#[cfg(test)]
mod tests {
    use super::Line;
    use crate::scene::Color;
    use proptest::prelude::*;

    #[test]
    fn a_line_goes_from_black_to_white_and_keeps_its_hue() {
        let line = Line::through(Color(0x4A8CC9));
        assert_eq!([line.at(0.0), line.at(1.0)], [Color(0x000000), Color(0xFFFFFF)]);
        let turned = (Line::through(line.at(0.35)).hue - line.hue).abs();
        assert!(turned < 0.02, "{turned}");
        assert_eq!(line.nearest_first().last(), Some(Color(0x000000)), "the far end comes last");
    }

    proptest! {
        #[test]
        fn every_colour_stands_on_its_own_line(rgb in 0_u32..0x100_0000) {
            let line = Line::through(Color(rgb));
            prop_assert_eq!(line.at(line.lightness()), Color(rgb));
        }
    }
}
