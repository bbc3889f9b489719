//! What the colours of a theme must do: text is read on its ground, marks are seen, and colours that say different
//! things are told apart by everybody, in print too. What fails is a fault that names the nearest colour that passes.

use super::line::Line;
use super::palette::{color, with};
use super::vision::{Vision, linear};
use crate::diag::{Code, Diagnostic};
use crate::files::Span;
use crate::scene::Color;
use crate::theme::Palette;
use crate::words;
use std::collections::BTreeMap;

/// Pairs of a colour in front and its ground, with the least contrast between them: 4.5:1 for text (WCAG 2.2, 1.4.3),
/// 3:1 for marks (1.4.11).
const CONTRASTS: [(&str, &str, f64); 10] = [
    ("ink", "paper", 4.5),
    ("ink", "panel", 4.5),
    ("quiet", "paper", 4.5),
    ("quiet", "panel", 4.5),
    ("accent", "paper", 4.5),
    ("accent", "panel", 4.5),
    ("mark", "paper", 3.0),
    ("above", "paper", 3.0),
    ("below", "paper", 3.0),
    ("target", "paper", 3.0),
];

/// Pairs of colours that say different things in one figure, and whether they must also differ in grey print. A target
/// need not: it is a thin line with its words, which no bar is.
const APART: [(&str, &str, bool); 4] =
    [("mark", "accent", true), ("above", "below", true), ("target", "mark", false), ("target", "accent", false)];

/// What is wrong between two colours.
enum Wrong {
    /// Too little contrast: the one there is, and the least there may be.
    Contrast(f64, f64),
    /// Too alike: to whom, and the distance that they see.
    Alike(Vision, f64),
}

/// All that is wrong in a palette, as far as the author wrote one colour of a pair. `places` holds the colours that the
/// author wrote; the others are those of the built-in theme.
pub(in crate::theme) fn faults(palette: &Palette, places: &BTreeMap<&'static str, Span>) -> Vec<Diagnostic> {
    let found = wrong(palette, |_| true);
    let faults = found.into_iter().filter_map(|(front, ground, wrong)| {
        let mended = [front, ground].into_iter().find(|token| places.contains_key(token))?;
        Some(fault(palette, mended, places[mended], (front, ground), &wrong))
    });
    faults.collect()
}

/// The colours that few figures need and few authors think of. Where an author left one out, and the built-in one does
/// not pass beside the author's own colours, the nearest colour that does takes its place.
const LESSER: [&str; 3] = ["above", "below", "target"];

/// The palette in which each lesser colour that the author left out passes beside the others.
pub(in crate::theme) fn fitted(palette: &Palette, places: &BTreeMap<&'static str, Span>) -> Palette {
    let left_out = LESSER.into_iter().filter(|token| !places.contains_key(token));
    left_out.fold(*palette, |palette, token| match wrong(&palette, |asked| asked == token).is_empty() {
        true => palette,
        false => nearest(&palette, token).map_or(palette, |near| with(&palette, token, near)),
    })
}

/// The pairs that fail, each with what is wrong, among those of which `asked` accepts a colour.
fn wrong(palette: &Palette, asked: impl Fn(&str) -> bool) -> Vec<(&'static str, &'static str, Wrong)> {
    let mut found = Vec::new();
    for (front, ground, least) in CONTRASTS.into_iter().filter(|(front, ground, _)| asked(front) || asked(ground)) {
        let ratio = contrast(color(palette, front), color(palette, ground));
        if ratio < least {
            found.push((front, ground, Wrong::Contrast(ratio, least)));
        }
    }
    for (one, other, printed) in APART.into_iter().filter(|(one, other, _)| asked(one) || asked(other)) {
        let distance = |vision: Vision| vision.distance(color(palette, one), color(palette, other));
        let short = Vision::ALL.map(|vision| (vision, distance(vision)));
        let short = short.into_iter().filter(|(vision, distance)| *distance < vision.least());
        let short = short.filter(|(vision, _)| printed || *vision != Vision::Grey);
        // To whom they are most alike, of those of whom one is the first.
        if let Some((vision, distance)) = short.min_by(|a, b| (a.1 / a.0.least()).total_cmp(&(b.1 / b.0.least()))) {
            found.push((one, other, Wrong::Alike(vision, distance)));
        }
    }
    found
}

/// The fault of a pair that fails. `mended` is the one of the two colours that the author wrote, for which another is
/// suggested.
fn fault(
    palette: &Palette,
    mended: &'static str,
    at: Span,
    (front, ground): (&str, &str),
    wrong: &Wrong,
) -> Diagnostic {
    let hint = match nearest(palette, mended) {
        Some(near) => {
            let near = near.hex();
            words!(
                "the nearest {mended} that passes is \"{near}\"",
                "il colore più vicino che va bene per {mended} è \"{near}\""
            )
        }
        None => words!(
            "no {mended} of this hue passes beside the other colours: change {front} and {ground}",
            "nessun colore di questa tinta va bene per {mended} accanto agli altri: cambia {front} e {ground}"
        ),
    };
    match wrong {
        Wrong::Contrast(ratio, least) => {
            let ratio = down(*ratio, 2);
            let message = words!(
                "{front} on {ground} has a contrast of {ratio}:1; the least is {least}:1",
                "{front} su {ground} ha un contrasto di {ratio}:1; il minimo è {least}:1"
            );
            Diagnostic::new(Code::LowContrast, at, message, hint)
        }
        Wrong::Alike(vision, distance) => {
            let (who, least, distance) = (vision.words(), vision.least(), down(*distance, 1));
            let message = words!(
                "{front} and {ground} look alike {who}: they are {distance} apart; the least is {least}",
                "{front} e {ground} si confondono {who}: distano {distance}; il minimo è {least}";
                who
            );
            Diagnostic::new(Code::ColoursAlike, at, message, hint)
        }
    }
}

/// The colour nearest to that of a token, on the line of its hue, with which no pair of the token fails; `None` where
/// there is none.
fn nearest(palette: &Palette, token: &str) -> Option<Color> {
    let passes = |candidate: &Color| wrong(&with(palette, token, *candidate), |asked| asked == token).is_empty();
    Line::through(color(palette, token)).nearest_first().find(passes)
}

/// A measure that falls short, as text: rounded down, so that it never reads as what it falls short of.
fn down(figure: f64, decimals: u8) -> String {
    let scale = 10_f64.powi(i32::from(decimals));
    format!("{:.*}", usize::from(decimals), (figure * scale).floor() / scale)
}

/// Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
pub fn contrast(a: Color, b: Color) -> f64 {
    let luminance = |color: Color| {
        let [red, green, blue] = linear(color);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::{APART, CONTRASTS, contrast, nearest, wrong};
    use crate::scene::Color;
    use crate::theme::colour::line::Line;
    use crate::theme::colour::palette::{color, with};
    use crate::theme::colour::vision::Vision;
    use crate::theme::{Palette, Theme};
    use proptest::prelude::*;

    #[test]
    fn black_on_white_is_twenty_one_to_one_and_the_order_does_not_matter() {
        assert!((contrast(Color(0x000000), Color(0xFFFFFF)) - 21.0).abs() < 1e-9);
        assert!((contrast(Color(0xFFFFFF), Color(0x5B9BD5)) - 2.96).abs() < 0.01);
    }

    #[test]
    fn both_palettes_of_the_built_in_theme_pass() {
        let Theme { light, dark, .. } = Theme::builtin();
        for palette in [light, dark] {
            assert!(wrong(&palette, |_| true).is_empty());
        }
    }

    /// Whether no pair of a token fails, reckoned from the rules themselves.
    fn sound(palette: &Palette, token: &str) -> bool {
        let of = |name| color(palette, name);
        let contrasts = CONTRASTS.iter().filter(|(front, ground, _)| [*front, *ground].contains(&token));
        let apart = APART.iter().filter(|(one, other, _)| [*one, *other].contains(&token));
        contrasts.into_iter().all(|(front, ground, least)| contrast(of(front), of(ground)) >= *least)
            && apart.into_iter().all(|(one, other, printed)| {
                let visions = Vision::ALL.iter().filter(|vision| *printed || **vision != Vision::Grey);
                visions.into_iter().all(|vision| vision.distance(of(one), of(other)) >= vision.least())
            })
    }

    const TOKENS: [&str; 7] = ["accent", "mark", "ink", "quiet", "above", "below", "target"];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
        #[test]
        fn the_colour_proposed_passes_and_none_on_its_line_is_nearer(
            rgb in 0_u32..0x100_0000,
            token in 0..TOKENS.len(),
            dark in any::<bool>(),
            between in prop::collection::vec(-1.0..1.0_f64, 24),
        ) {
            let (theme, token) = (Theme::builtin(), TOKENS[token]);
            let palette = with(if dark { &theme.dark } else { &theme.light }, token, Color(rgb));
            prop_assume!(!sound(&palette, token));
            let line = Line::through(Color(rgb));
            match nearest(&palette, token) {
                Some(near) => {
                    prop_assert!(sound(&with(&palette, token, near), token), "{}", near.hex());
                    let away = |color: Color| (Line::through(color).lightness() - line.lightness()).abs();
                    // The line is walked in thousandths and shown in steps of 255, which near black are wide.
                    let step = if Line::through(near).lightness() > 0.25 { 0.01 } else { 0.08 };
                    for part in between {
                        let other = line.at((line.lightness() + part).clamp(0.0, 1.0));
                        let sound = sound(&with(&palette, token, other), token);
                        prop_assert!(!sound || away(other) + step > away(near), "{} is nearer", other.hex());
                    }
                }
                None => {
                    for part in between {
                        let any = line.at((part + 1.0) / 2.0);
                        prop_assert!(!sound(&with(&palette, token, any), token), "{} passes", any.hex());
                    }
                }
            }
        }
    }
}
