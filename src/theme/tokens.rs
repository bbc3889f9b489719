//! Reads theme.yaml into two palettes and the steps for a text that does not fit its slide. A token that the author
//! leaves out keeps its built-in colour; what the colours must do is asked of `rules`.

use super::colour::palette::TOKENS;
use super::colour::rules;
use super::{Fit, Palette};
use crate::diag::{Code, Diagnostic, nearest};
use crate::files::{FileId, Span};
use crate::scene::Color;
use crate::words;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Spanned};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

/// A key with its place.
#[derive(Deserialize)]
#[serde(transparent)]
struct Key(Spanned<String>);

type Written = BTreeMap<Key, Part>;

/// What stands under a key of the file.
enum Part {
    /// Colours by their tokens.
    Colours(BTreeMap<Key, Spanned<Option<String>>>),
    /// Words in a list.
    Words(Vec<Spanned<String>>),
    /// A single word, which belongs nowhere.
    Alone,
}

/// What a theme.yaml says.
#[derive(Debug)]
pub(super) struct Tokens {
    /// The light palette, then the dark one.
    pub palettes: [Palette; 2],
    /// The steps for a text that does not fit, in the order in which they are tried.
    pub fit: Vec<Fit>,
}

/// Reads the text of a theme.yaml, whose colours take the place of those given, light then dark.
///
/// # Errors
/// All faults of the file at once.
pub(super) fn read(text: &str, file: FileId, palettes: [Palette; 2]) -> Result<Tokens, Vec<Diagnostic>> {
    let written: Written = match serde_saphyr::from_str(text) {
        Ok(written) => written,
        Err(error) => return Err(vec![syntax(&error, text, file)]),
    };

    let mut faults = Vec::new();
    let mut palettes = palettes;
    let mut places: [BTreeMap<&'static str, Span>; 2] = Default::default();
    let mut fit = Vec::new();
    for (scheme, part) in &written {
        let Some(index) = SECTIONS.iter().position(|name| *name == scheme.0.value) else {
            faults.push(unknown(scheme, &SECTIONS, file));
            continue;
        };
        let tokens = match (part, index) {
            (Part::Colours(tokens), 0 | 1) => tokens,
            (Part::Words(words), 2) => {
                fit = words.iter().filter_map(|word| step(word, file, &mut faults)).collect();
                continue;
            }
            _ => {
                faults.push(shape(scheme, file));
                continue;
            }
        };
        for (token, color) in tokens {
            let Some((name, field)) = TOKENS.iter().find(|(name, _)| *name == token.0.value) else {
                faults.push(unknown(token, &TOKENS.map(|(name, _)| name), file));
                continue;
            };
            let at = span(&color.referenced, file);
            let written = color.value.as_deref().unwrap_or_default();
            match Color::parse(written) {
                Some(parsed) => {
                    *field(&mut palettes[index]) = parsed;
                    places[index].insert(name, at);
                }
                None => faults.push(Diagnostic::new(
                    Code::WrongColor,
                    at,
                    words!("“{written}” is not a colour", "“{written}” non è un colore"),
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
    if faults.is_empty() { Ok(Tokens { palettes, fit }) } else { Err(faults) }
}

/// The keys of a theme.yaml.
const SECTIONS: [&str; 3] = ["light", "dark", "fit"];

/// The step that a word names; where it names none, that is added to the faults.
fn step(word: &Spanned<String>, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<Fit> {
    let found = Fit::ALL.into_iter().find(|step| step.word() == word.value);
    if found.is_none() {
        let message = words!("`{}` is no step of `fit`", "`{}` non è un passo di `fit`", word.value);
        let all = Fit::ALL.map(Fit::word).join(", ");
        let hint = words!("write one of: {all}", "scrivi una di queste parole: {all}");
        faults.push(Diagnostic::new(Code::UnknownWord, span(&word.referenced, file), message, hint));
    }
    found
}

/// The fault of a list where colours should be, or of colours where a list should be.
fn shape(key: &Key, file: FileId) -> Diagnostic {
    let name = &key.0.value;
    let (message, hint) = match name.as_str() {
        "fit" => (
            words!("`fit` is a list", "`fit` è un elenco"),
            words!("write `fit: [small, split]`, or one of the two", "scrivi `fit: [small, split]`, o uno dei due"),
        ),
        _ => (
            words!("`{name}` is a table of colours", "`{name}` è un blocco di colori"),
            words!("write lines such as accent: \"#00457D\"", "scrivi righe come accent: \"#00457D\""),
        ),
    };
    Diagnostic::new(Code::WrongShape, span(&key.0.referenced, file), message, hint)
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Part, D::Error> {
        deserializer.deserialize_any(PartVisitor)
    }
}

/// Reads what stands under a key: colours, a list, or a single word.
struct PartVisitor;

impl<'de> Visitor<'de> for PartVisitor {
    type Value = Part;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a table of colours or a list of words")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Part, A::Error> {
        let mut tokens = BTreeMap::new();
        while let Some((key, value)) = map.next_entry()? {
            tokens.insert(key, value);
        }
        Ok(Part::Colours(tokens))
    }

    fn visit_str<E>(self, _: &str) -> Result<Part, E> {
        Ok(Part::Alone)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Part, E> {
        Ok(Part::Alone)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Part, E> {
        Ok(Part::Alone)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Part, E> {
        Ok(Part::Alone)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Part, E> {
        Ok(Part::Alone)
    }

    fn visit_none<E>(self) -> Result<Part, E> {
        Ok(Part::Alone)
    }

    fn visit_unit<E>(self) -> Result<Part, E> {
        Ok(Part::Alone)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Part, A::Error> {
        let mut words = Vec::new();
        while let Some(word) = list.next_element()? {
            words.push(word);
        }
        Ok(Part::Words(words))
    }
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
