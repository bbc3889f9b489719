//! The colours a theme names, and those that drawings make of them.

use crate::scene::Color;
use crate::theme::contrast;

/// The colours a theme names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The colour of heads and of the national mark.
    pub accent: Color,
    /// The colour of marks.
    pub mark: Color,
    /// The colour of marks above a reference, in figures that diverge from one.
    pub above: Color,
    /// The colour of marks below a reference.
    pub below: Color,
    /// The colour of the line of a target.
    pub target: Color,
    /// The colour of text.
    pub ink: Color,
    /// The colour of lesser text.
    pub quiet: Color,
    /// The colour of gridlines and rules.
    pub grid: Color,
    /// The ground of panels.
    pub panel: Color,
    /// The ground of pages.
    pub paper: Color,
}

/// A step of a map: the colour of marks, mixed with paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tint {
    /// The ground.
    pub fill: Color,
    /// The colour of words that stand on it.
    pub text: Color,
    /// The class of the group of words that stand on it. It tells style sheets the step, for ink in one scheme may be
    /// paper in the other.
    pub class: &'static str,
}

/// The part of a mark's colour in the line that joins two marks; the rest is paper.
const LINK: f64 = 0.6;

/// How many steps a map has.
pub const STEPS: usize = 5;

/// For each step of a map, from the least value to the greatest: the part of the mark's colour in it, and the class of
/// the words on it.
const PARTS: [(f64, &str); STEPS] = [(0.12, "on-1"), (0.3, "on-2"), (0.5, "on-3"), (0.75, "on-4"), (1.0, "on-5")];

/// The least contrast of words with the step they stand on, which is that of text (WCAG 2.2, 1.4.3).
const ON_STEP: f64 = 4.5;

impl Palette {
    /// A palette all black, before a theme is read.
    pub(in crate::theme) const BLANK: Palette = {
        let black = Color(0);
        Palette {
            accent: black,
            mark: black,
            above: black,
            below: black,
            target: black,
            ink: black,
            quiet: black,
            grid: black,
            panel: black,
            paper: black,
        }
    };

    /// The colour of the line that joins two marks of a colour.
    pub fn link(&self, mark: Color) -> Color {
        mark.mix(self.paper, LINK)
    }

    /// The steps of a map, from the least value to the greatest. A step on which neither ink nor paper could be read
    /// gives way to the nearest tint on which one can.
    pub fn steps(&self) -> [Tint; STEPS] {
        PARTS.map(|(part, class)| {
            let step = |hundredths: i32| {
                let fill = self.mark.mix(self.paper, f64::from(hundredths) / 100.0);
                let text = if contrast(self.ink, fill) >= contrast(self.paper, fill) { self.ink } else { self.paper };
                Tint { fill, text, class }
            };
            let whole = (part * 100.0).round() as i32;
            let near = (0..100).flat_map(|off| [whole - off, whole + off]).filter(|at| (1..=100).contains(at));
            let readable = |step: &Tint| contrast(step.fill, step.text) >= ON_STEP;
            near.map(step).find(readable).unwrap_or_else(|| step(whole))
        })
    }

    /// Every colour that a drawing may have, always in the same order: what is drawn in a colour of the light palette
    /// is drawn, in the dark, in the one at the same place of the dark palette. Where two places of the light palette
    /// have one colour, the later one counts.
    pub fn inks(&self) -> Vec<Color> {
        let mut inks: Vec<Color> = self.steps().iter().map(|step| step.fill).collect();
        inks.extend([self.mark, self.accent].map(|mark| self.link(mark)));
        inks.extend([self.panel, self.grid, self.target, self.below, self.above]);
        inks.extend([self.mark, self.quiet, self.accent, self.ink, self.paper]);
        inks
    }
}

/// The field of a palette that holds one of its colours, to be read or written.
pub(in crate::theme) type Field = fn(&mut Palette) -> &mut Color;

/// The names by which authors give colours, each with its field.
pub(in crate::theme) const TOKENS: [(&str, Field); 10] = [
    ("accent", |palette| &mut palette.accent),
    ("mark", |palette| &mut palette.mark),
    ("above", |palette| &mut palette.above),
    ("below", |palette| &mut palette.below),
    ("target", |palette| &mut palette.target),
    ("ink", |palette| &mut palette.ink),
    ("quiet", |palette| &mut palette.quiet),
    ("grid", |palette| &mut palette.grid),
    ("panel", |palette| &mut palette.panel),
    ("paper", |palette| &mut palette.paper),
];

/// The colour of a token.
pub(in crate::theme) fn color(palette: &Palette, token: &str) -> Color {
    let mut palette = *palette;
    *field(token)(&mut palette)
}

/// A palette in which a token has another colour.
pub(in crate::theme) fn with(palette: &Palette, token: &str, color: Color) -> Palette {
    let mut palette = *palette;
    *field(token)(&mut palette) = color;
    palette
}

fn field(token: &str) -> Field {
    TOKENS.iter().find(|(name, _)| *name == token).expect("rules name tokens").1
}

#[cfg(test)]
mod tests {
    use crate::theme::{Palette, Theme, Vision, contrast};

    #[test]
    fn the_steps_of_a_map_rise_and_can_be_written_on_in_both_schemes() {
        let Theme { light, dark, .. } = Theme::builtin();
        for palette in [light, dark] {
            let steps = palette.steps();
            assert!(steps.iter().all(|step| contrast(step.fill, step.text) >= 4.5), "{steps:?}");
            let from_paper = steps.map(|step| Vision::Grey.distance(step.fill, palette.paper));
            assert!(from_paper.windows(2).all(|two| two[0] + 5.0 < two[1]), "{from_paper:?}");
        }
    }

    #[test]
    fn a_mark_between_ink_and_paper_gives_steps_that_can_be_read_all_the_same() {
        let middle = crate::scene::Color(0x767676);
        let palette = Palette { mark: middle, ..Theme::builtin().light };
        assert!(palette.steps().iter().all(|step| contrast(step.fill, step.text) >= 4.5));
    }
}
