//! theme.yaml -> two palettes. A token the author leaves out keeps its built-in colour; pairs of colours that a
//! reader could not tell apart are faults, computed as WCAG 2.2 does.

use super::Palette;
use crate::diag::{Code, Diagnostic, FileId, Span, nearest};
use crate::scene::Color;
use crate::words;
use serde::Deserialize;
use serde_saphyr::{Location, Spanned};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A key with its place.
#[derive(Deserialize)]
#[serde(transparent)]
struct Key(Spanned<String>);

type Written = BTreeMap<Key, BTreeMap<Key, Spanned<String>>>;

/// One colour of a palette, to read or to write.
type Field = fn(&mut Palette) -> &mut Color;

const TOKENS: [(&str, Field); 7] = [
    ("accent", |palette| &mut palette.accent),
    ("mark", |palette| &mut palette.mark),
    ("ink", |palette| &mut palette.ink),
    ("quiet", |palette| &mut palette.quiet),
    ("grid", |palette| &mut palette.grid),
    ("panel", |palette| &mut palette.panel),
    ("paper", |palette| &mut palette.paper),
];

/// Front, ground and the least contrast between them: 4.5:1 for text, 3:1 for marks.
const PAIRS: [(&str, &str, f64); 7] = [
    ("ink", "paper", 4.5),
    ("ink", "panel", 4.5),
    ("quiet", "paper", 4.5),
    ("quiet", "panel", 4.5),
    ("accent", "paper", 4.5),
    ("accent", "panel", 4.5),
    ("mark", "paper", 3.0),
];

/// Reads the text of a theme.yaml over the palettes given, light then dark; all its faults at once.
pub(super) fn read(text: &str, file: FileId, palettes: [Palette; 2]) -> Result<[Palette; 2], Vec<Diagnostic>> {
    let written: Written = match serde_saphyr::from_str(text) {
        Ok(written) => written,
        Err(error) => return Err(vec![syntax(&error, text, file)]),
    };

    let mut faults = Vec::new();
    let mut palettes = palettes;
    let mut places: [BTreeMap<&str, Span>; 2] = Default::default();
    for (scheme, tokens) in &written {
        let Some(index) = ["light", "dark"].iter().position(|name| *name == scheme.0.value) else {
            faults.push(unknown(scheme, &["light", "dark"], file));
            continue;
        };
        for (token, color) in tokens {
            let Some((name, field)) = TOKENS.iter().find(|(name, _)| *name == token.0.value) else {
                faults.push(unknown(token, &TOKENS.map(|(name, _)| name), file));
                continue;
            };
            let at = span(&color.referenced, file);
            match Color::parse(&color.value) {
                Some(parsed) => {
                    *field(&mut palettes[index]) = parsed;
                    places[index].insert(name, at);
                }
                None => faults.push(Diagnostic::new(
                    Code::WrongColor,
                    at,
                    words!("“{}” is not a colour", "“{}” non è un colore", color.value),
                    words!(
                        "write it as \"#00457D\", with the quotation marks",
                        "scrivilo come \"#00457D\", con le virgolette"
                    ),
                )),
            }
        }
    }

    // Contrast is judged only where every colour could be read.
    if faults.is_empty() {
        for (palette, places) in palettes.iter_mut().zip(&places) {
            faults.extend(PAIRS.iter().filter_map(|pair| low_contrast(palette, places, pair)));
        }
    }
    if faults.is_empty() { Ok(palettes) } else { Err(faults) }
}

fn low_contrast(
    palette: &mut Palette,
    places: &BTreeMap<&str, Span>,
    &(front, ground, least): &(&str, &str, f64),
) -> Option<Diagnostic> {
    // A pair the author did not touch is the built-in theme's own.
    let at = *places.get(front).or_else(|| places.get(ground))?;
    let ratio = contrast(color(palette, front), color(palette, ground));
    let fault = Diagnostic::new(
        Code::LowContrast,
        at,
        words!(
            "{front} on {ground} has a contrast of {ratio:.2}:1",
            "{front} su {ground} ha un contrasto di {ratio:.2}:1"
        ),
        words!(
            "make it at least {least}:1: a darker or lighter {front}",
            "portalo almeno a {least}:1: un {front} più scuro o più chiaro"
        ),
    );
    (ratio < least).then_some(fault)
}

fn color(palette: &mut Palette, token: &str) -> Color {
    let (_, field) = TOKENS.iter().find(|(name, _)| *name == token).expect("the pairs name tokens");
    *field(palette)
}

/// Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
pub fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(Color(rgb): Color) -> f64 {
    let channel = |shift: u32| {
        let part = f64::from((rgb >> shift) & 0xFF) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

fn unknown(key: &Key, known: &[&str], file: FileId) -> Diagnostic {
    let word = &key.0.value;
    let hint = match nearest(word, known.iter().copied()) {
        Some(name) => words!("did you mean “{name}”?", "forse intendevi “{name}”?"),
        None => words!("the theme has: {}", "il tema ha: {}", known.join(", ")),
    };
    let message = words!("the theme has no “{word}”", "il tema non ha “{word}”");
    Diagnostic::new(Code::UnknownKey, span(&key.0.referenced, file), message, hint)
}

fn syntax(error: &serde_saphyr::Error, text: &str, file: FileId) -> Diagnostic {
    let at = error.location().map_or(Span::top(file), |place| span(&place, file));
    let at = Span { end: at.end.min(text.len() as u32), ..at };
    let said = error.without_snippet();
    let message = words!("{said}", "questo non si legge come tema: {said}");
    let hint = words!(
        "light: and dark:, each with lines such as accent: \"#00457D\"",
        "light: e dark:, ciascuno con righe come accent: \"#00457D\""
    );
    Diagnostic::new(Code::YamlSyntax, at, message, hint)
}

fn span(place: &Location, file: FileId) -> Span {
    let start = place.span().byte_offset().unwrap_or_default() as usize;
    Span::new(file, start, start + place.span().byte_len().unwrap_or_default() as usize)
}

impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        self.0.value == other.0.value
    }
}

impl Eq for Key {}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Key) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Key) -> Ordering {
        self.0.value.cmp(&other.0.value)
    }
}

#[cfg(test)]
mod tests {
    use super::contrast;
    use crate::scene::Color;

    #[test]
    fn black_on_white_is_twenty_one_to_one_and_the_order_does_not_matter() {
        assert!((contrast(Color(0x000000), Color(0xFFFFFF)) - 21.0).abs() < 1e-9);
        assert!((contrast(Color(0xFFFFFF), Color(0x5B9BD5)) - 2.96).abs() < 0.01);
    }
}
