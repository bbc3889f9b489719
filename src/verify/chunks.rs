//! What a PNG or a PDF says of itself: pairs in iTXt chunks; the keywords and Dublin Core of an XMP packet.

use crate::provenance::Claim;
use roxmltree::{Document, Node, ParsingOptions};

/// Reads the international texts of a PNG (PNG, third edition, 11.3.3.4), as far as they are not compressed.
pub fn of_png(bytes: &[u8]) -> Option<Claim> {
    let texts = chunks(bytes).filter(|(kind, _)| *kind == b"iTXt").filter_map(|(_, data)| {
        let (keyword, rest) = split(data)?;
        let rest = rest.strip_prefix(&[0, 0])?;
        let (_language, rest) = split(rest)?;
        let (_translated, text) = split(rest)?;
        let keyword = keyword.iter().map(|byte| char::from(*byte)).collect();
        Some((keyword, std::str::from_utf8(text).ok()?.to_owned()))
    });
    Claim::of(texts)
}

/// Kind and content of each chunk, to the first that is cut off.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8; 4], &[u8])> {
    let mut rest = bytes.get(8..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (kind, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let data = after.get(..length)?;
        // A checksum follows; whether it is right is no matter here.
        rest = after.get(length.checked_add(4)?..)?;
        Some((kind, data))
    })
}

/// What stands before a zero, and what behind it.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|byte| *byte == 0)?;
    Some((&bytes[..at], &bytes[at + 1..]))
}

/// Reads the XMP packet of a PDF, where it stands as plain text; of several, the last, which is the one that holds.
pub fn of_pdf(bytes: &[u8]) -> Option<Claim> {
    const END: &[u8] = b"</x:xmpmeta>";
    let find = |text: &[u8], within: &[u8]| within.windows(text.len()).rposition(|window| window == text);
    let end = find(END, bytes)? + END.len();
    let start = find(b"<x:xmpmeta", &bytes[..end])?;
    let text = std::str::from_utf8(&bytes[start..end]).ok()?;
    let options = ParsingOptions { allow_dtd: false, nodes_limit: 20_000, ..ParsingOptions::default() };
    let packet = Document::parse_with_options(text, options).ok()?;
    let named = |space: &'static str, name: &'static str| {
        packet.descendants().find(|node| node.has_tag_name((space, name))).map(words).filter(|words| !words.is_empty())
    };
    let of_file =
        [("Title", "title"), ("Description", "description"), ("Author", "creator"), ("dc:language", "language")];
    let mut pairs: Vec<(String, String)> =
        of_file.into_iter().filter_map(|(keyword, name)| Some((keyword.to_owned(), named(DC, name)?))).collect();
    for line in named(PDF, "Keywords").unwrap_or_default().lines() {
        match (line.strip_prefix('\t'), pairs.last_mut()) {
            (Some(more), Some((_, text))) => {
                text.push('\n');
                text.push_str(more);
            }
            _ => pairs.extend(line.split_once(": ").map(|(keyword, text)| (keyword.to_owned(), text.to_owned()))),
        }
    }
    Claim::of(pairs)
}

const DC: &str = "http://purl.org/dc/elements/1.1/";
const PDF: &str = "http://ns.adobe.com/pdf/1.3/";

/// All words below an element.
fn words(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}
