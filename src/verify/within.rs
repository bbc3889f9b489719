//! Pictures that stand inside a document: the files in DOCX, PPTX, ODT and ODP, drawings and data addresses in HTML,
//! files attached to a PDF. Each is judged as if it had come alone.
//!
//! Any file may come here: how many parts are looked at, and how large they may grow, is bounded.

use super::{Answer, Ask, Kind, LARGEST, chunks, verify};
use crate::words;
use base64::Engine;

/// The largest document that is looked into, in bytes.
pub const LARGEST_DOCUMENT: usize = 256 * 1024 * 1024;

/// The most parts of a document that are looked at.
const MOST_PARTS: usize = 20_000;

/// What was found about a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// It is one figure, or nothing we know.
    File(Box<Answer>),
    /// It is a document that holds figures of ours, each with its name in it.
    Document {
        /// The figures that say where they come from.
        figures: Vec<(String, Answer)>,
        /// How many other pictures it holds.
        others: usize,
    },
}

/// A picture in a document: what it is called there, and its bytes.
struct Picture {
    name: String,
    bytes: Vec<u8>,
}

/// Looks at a file, or at every picture inside it. `today` says what the figure is that a file claims to be.
pub fn find(bytes: &[u8], today: Ask<'_>) -> Found {
    let Some(pictures) = pictures(bytes) else { return Found::File(Box::new(verify(bytes, today))) };
    let count = pictures.len();
    let judged = pictures.into_iter().map(|picture| (picture.name, verify(&picture.bytes, today)));
    let figures: Vec<(String, Answer)> = judged.filter(|(_, answer)| answer.claim.is_some()).collect();
    if figures.is_empty() {
        let why = match count {
            0 => words!("no picture is found in it", "non vi si trova alcuna immagine"),
            1 => words!(
                "the picture in it does not say where it comes from: it is not ours, or its metadata were taken out",
                "l’immagine che contiene non dice da dove viene: non è nostra, o ne sono stati tolti i metadati"
            ),
            _ => words!(
                "none of its {count} pictures says where it comes from: they are not ours, or their metadata were taken out",
                "nessuna delle sue {count} immagini dice da dove viene: non sono nostre, o ne sono stati tolti i metadati"
            ),
        };
        return Found::File(Box::new(Answer::unknown(why)));
    }
    let others = count - figures.len();
    Found::Document { figures, others }
}

/// The pictures of a document; `None` where the file is none.
fn pictures(bytes: &[u8]) -> Option<Vec<Picture>> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => Some(of_archive(bytes)),
        [b'%', b'P', b'D', b'F', b'-', ..] if chunks::of_pdf(bytes).is_none() => Some(of_pdf(bytes)),
        _ => std::str::from_utf8(bytes).ok().filter(|text| is_html(text)).map(of_html),
    }
}

/// Whether bytes are a picture of a kind that carries what it is.
fn is_picture(bytes: &[u8]) -> bool {
    match Kind::of(bytes) {
        Some(Kind::Png | Kind::Pdf) => true,
        Some(Kind::Svg) => {
            let head = &bytes[..bytes.len().min(4096)];
            head.windows(4).any(|window| window == b"<svg")
        }
        _ => false,
    }
}

#[cfg(any(feature = "pptx", feature = "spreadsheets"))]
fn of_archive(bytes: &[u8]) -> Vec<Picture> {
    use std::io::{Cursor, Read};
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let mut room = LARGEST_DOCUMENT;
    let mut pictures = Vec::new();
    for place in 0..archive.len().min(MOST_PARTS) {
        let Ok(part) = archive.by_index(place) else { continue };
        let Ok(name) = part.name().map(std::borrow::Cow::into_owned) else { continue };
        if !["svg", "png", "pdf"].iter().any(|ending| name.to_ascii_lowercase().ends_with(&format!(".{ending}"))) {
            continue;
        }
        let mut bytes = Vec::new();
        if part.take(LARGEST.min(room) as u64).read_to_end(&mut bytes).is_ok() && is_picture(&bytes) {
            room -= bytes.len();
            pictures.push(Picture { name, bytes });
        }
    }
    pictures.sort_by(|one, other| one.name.cmp(&other.name));
    pictures
}

#[cfg(not(any(feature = "pptx", feature = "spreadsheets")))]
fn of_archive(_: &[u8]) -> Vec<Picture> {
    Vec::new()
}

/// Files attached to a PDF: streams that are a picture as they stand, or once they are unpacked.
fn of_pdf(bytes: &[u8]) -> Vec<Picture> {
    let mut room = LARGEST_DOCUMENT;
    let mut pictures = Vec::new();
    let mut rest = bytes;
    for _ in 0..MOST_PARTS {
        let Some((_, after)) = cut(rest, b"stream") else { break };
        let after = after.strip_prefix(b"\r").unwrap_or(after);
        let after = after.strip_prefix(b"\n").unwrap_or(after);
        let Some((stream, behind)) = cut(after, b"endstream") else { break };
        rest = behind;
        let content = if is_picture(stream) { Some(stream.to_vec()) } else { unpacked(stream, LARGEST.min(room)) };
        if let Some(bytes) = content.filter(|bytes| is_picture(bytes)) {
            room -= bytes.len();
            pictures.push(Picture { name: format!("attachment {}", pictures.len() + 1), bytes });
        }
    }
    pictures
}

/// What stands before some bytes, and behind them.
fn cut<'b>(bytes: &'b [u8], at: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let start = bytes.windows(at.len()).position(|window| window == at)?;
    Some((&bytes[..start], &bytes[start + at.len()..]))
}

#[cfg(feature = "pdf")]
fn unpacked(stream: &[u8], most: usize) -> Option<Vec<u8>> {
    use std::io::Read;
    let mut bytes = Vec::new();
    flate2::read::ZlibDecoder::new(stream).take(most as u64).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(not(feature = "pdf"))]
fn unpacked(_: &[u8], _: usize) -> Option<Vec<u8>> {
    None
}

fn is_html(text: &str) -> bool {
    let start: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(1024).collect();
    let start = start.to_ascii_lowercase();
    start.starts_with("<!doctype html")
        || (start.starts_with('<') && !start.starts_with("<svg") && start.contains("<html"))
}

/// Drawings written into a page, and pictures that stand in it as data addresses.
fn of_html(text: &str) -> Vec<Picture> {
    let mut pictures = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("<svg").filter(|_| pictures.len() < MOST_PARTS) {
        let drawing = &rest[start..];
        let Some(end) = end_of(drawing) else { break };
        let name = format!("drawing {}", pictures.len() + 1);
        pictures.push(Picture { name, bytes: drawing.as_bytes()[..end].to_vec() });
        rest = &drawing[end..];
    }
    let mut count = 0;
    for address in text.split("data:image/").skip(1).take(MOST_PARTS) {
        let end = address.find(['"', '\'', ')', '>', ' ', '\n']).unwrap_or(address.len());
        let Some((head, data)) = address[..end].split_once(',') else { continue };
        let bytes = match head.ends_with(";base64") {
            true => base64::engine::general_purpose::STANDARD.decode(data).ok(),
            false => Some(unescaped(data)),
        };
        if let Some(bytes) = bytes.filter(|bytes| is_picture(bytes)) {
            count += 1;
            pictures.push(Picture { name: format!("picture {count}"), bytes });
        }
    }
    pictures
}

/// Where the first element ends, drawings within drawings and all.
fn end_of(drawing: &str) -> Option<usize> {
    let (mut depth, mut at) = (0, 0);
    loop {
        let next = at + drawing[at..].find('<')?;
        if drawing[next..].starts_with("<svg") {
            depth += 1;
        } else if drawing[next..].starts_with("</svg") {
            depth -= 1;
            if depth == 0 {
                return Some(next + drawing[next..].find('>')? + 1);
            }
        }
        at = next + 1;
    }
}

/// The bytes of a data address whose signs are written as `%3C`.
fn unescaped(data: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(data.len());
    let mut rest = data.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        match code.filter(|_| first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::{end_of, is_html, of_html, unescaped};

    #[test]
    fn drawings_and_data_addresses_of_a_page_are_found() {
        let page = "<!DOCTYPE html><p><svg a=\"1\"><svg></svg></svg><img src=\"data:image/svg+xml,%3Csvg%3E%3C/svg%3E\">\
                    <img src='data:image/png;base64,iVBORw0KGgo='><img src=\"data:image/gif;base64,R0lG\"><svg>";
        let found: Vec<(String, Vec<u8>)> =
            of_html(page).into_iter().map(|picture| (picture.name, picture.bytes)).collect();
        let named = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
        assert_eq!(
            found,
            [
                named("drawing 1", b"<svg a=\"1\"><svg></svg></svg>"),
                named("picture 1", b"<svg></svg>"),
                named("picture 2", b"\x89PNG\r\n\x1a\n"),
            ]
        );
    }

    #[test]
    fn a_page_is_told_from_a_drawing_and_a_drawing_that_never_ends_from_one_that_does() {
        assert!(is_html("\u{feff} <!doctype HTML>") && is_html("<!-- a --><html lang=it>"));
        assert!(!is_html("<svg><html/></svg>") && !is_html("name,value") && !is_html("{\"html\": \"<html\"}"));
        assert_eq!(end_of("<svg><svg></svg>"), None);
        assert_eq!(unescaped("%3Ca%2%"), b"<a%2%");
    }
}
