//! PDF of vectors, with fonts cut to the glyphs in use and text that can be read, copied and found.
//!
//! Everything is held against PDF/UA-1 (ISO 14289-1) while it is written. No file has a date or a random number in it,
//! so the same scene or pages give the same bytes.

mod draw;
mod figure;
mod packed;
mod pages;

pub use figure::document;

use crate::scene;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::metadata::Metadata;
use krilla::{Document, SerializeSettings};
use packed::packed;

/// Pages as a PDF: slides, a handout, a report.
///
/// # Panics
/// Where the writer refuses something that any pages may hold: a fault of ours.
pub fn pages(document: &scene::page::Document) -> Vec<u8> {
    packed(pages::document(document))
}

/// How many points a pixel has: an inch is 72 of the one and 96 of the other.
const POINTS: f64 = 0.75;

/// An empty document that is held against PDF/UA-1.
fn begin() -> Document {
    let ua = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = ua.expect("PDF/UA-1 alone contradicts nothing");
    Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() })
}

/// The metadata of a file. Words that have a field of their own go there; the others become keywords, a line each,
/// `key: words`, whose further lines begin with a tab.
fn metadata([title, description, lang]: [&str; 3], about: &[(&str, String)]) -> Metadata {
    let of_scene = ["Title", "Description", "dc:language"];
    let authors = about.iter().filter(|(key, _)| *key == "Author").map(|(_, words)| said(words)).collect();
    let others = about.iter().filter(|(key, _)| *key != "Author" && !of_scene.contains(key));
    let lines: Vec<String> = others.map(|(key, words)| format!("{key}: {}", words.replace('\n', "\n\t"))).collect();
    let keywords = if lines.is_empty() { Vec::new() } else { vec![kept(&lines.join("\n"), &['\n', '\t'])] };
    Metadata::new()
        .title(said(title))
        .description(said(description))
        .language(lang.to_owned())
        .authors(authors)
        .keywords(keywords)
        .creator("fascicle".to_owned())
        .producer("fascicle".to_owned())
}

/// A text without the signs that no text of a PDF may hold.
fn said(text: &str) -> String {
    kept(text, &[])
}

fn kept(text: &str, also: &[char]) -> String {
    let never = |sign: char| {
        (sign.is_control() && !also.contains(&sign)) || matches!(sign, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    text.chars().map(|sign| if never(sign) { ' ' } else { sign }).collect()
}
