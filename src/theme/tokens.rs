//! theme.yaml -> two palettes. A token the author leaves out keeps its built-in colour; what the colours must do is
//! asked of `rules`.

use super::palette::TOKENS;
use super::{Palette, rules};
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

/// Reads the text of a theme.yaml over the palettes given, light then dark; all its faults at once.
pub(super) fn read(text: &str, file: FileId, palettes: [Palette; 2]) -> Result<[Palette; 2], Vec<Diagnostic>> {
    let written: Written = match serde_saphyr::from_str(text) {
        Ok(written) => written,
        Err(error) => return Err(vec![syntax(&error, text, file)]),
    };

    let mut faults = Vec::new();
    let mut palettes = palettes;
    let mut places: [BTreeMap<&'static str, Span>; 2] = Default::default();
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

    // Colours are judged only where every colour could be read.
    if faults.is_empty() {
        for (palette, places) in palettes.iter_mut().zip(&places) {
            *palette = rules::fitted(palette, places);
            faults.extend(rules::faults(palette, places));
        }
    }
    if faults.is_empty() { Ok(palettes) } else { Err(faults) }
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
