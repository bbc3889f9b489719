//! A part of a workbook as events of XML: elements by their local names, attributes as text.

use super::bounds::{LARGEST, Unread};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::{BufReader, Cursor, Read};

/// What is met in a part, in its order.
pub enum Met<'e> {
    /// An element begins.
    Begins(&'e str, &'e BytesStart<'e>),
    /// An element ends.
    Ends(&'e str),
    /// Words, or a piece of them.
    Words(&'e str),
}

/// Reads a part of an archive and tells what is met; false where there is no such part.
///
/// # Errors
/// It is no XML.
pub fn read(bytes: &[u8], part: &str, mut tell: impl FnMut(Met<'_>)) -> Result<bool, Unread> {
    let damaged = |why: String| Unread::Damaged(why);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    let Ok(part) = archive.by_name(part) else { return Ok(false) };
    let mut reader = Reader::from_reader(BufReader::new(part.take(LARGEST)));
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| damaged(error.to_string()))? {
            Event::Start(element) => tell(Met::Begins(element.local_name().as_ref(), &element)),
            Event::End(element) => tell(Met::Ends(element.local_name().as_ref())),
            Event::Text(text) => tell(Met::Words(&text.xml10_content())),
            Event::CData(text) => tell(Met::Words(&text.xml10_content())),
            Event::GeneralRef(reference) => {
                let sign = reference.resolve_char_ref().ok().flatten().or(match &*reference.xml10_content() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => None,
                });
                tell(Met::Words(&sign.map(String::from).unwrap_or_default()));
            }
            Event::Eof => return Ok(true),
            _ => {}
        }
    }
}

/// An attribute by its local name.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut found = attributes.with_checks(false).filter_map(Result::ok);
    let found = found.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// An attribute that is a number; another where it is not there.
pub fn number(element: &BytesStart<'_>, name: &str, absent: usize) -> usize {
    attribute(element, name).and_then(|value| value.parse().ok()).unwrap_or(absent)
}

/// Whether an attribute is true.
pub fn is_true(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}
