//! The same PDF in fewer bytes: its many small objects, above all tags, are put together and compressed.
//!
//! The writer of PDF writes every object as text, and a table of their places: for a table of twenty rows that is more
//! than all that is drawn. PDF 1.5 has object streams and cross-reference streams instead (ISO 32000-1, 7.5.7 and
//! 7.5.8). Other streams stay as they are, byte for byte, and so does the metadata, which anyone may read without
//! unpacking.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;
use std::ops::Range;

/// How many objects are put into one object stream.
const TOGETHER: usize = 400;

/// Where an object of the packed file is: at a byte, or in an object stream, given by the stream's number and the place
/// there.
#[derive(Clone, Copy)]
enum Place {
    Free,
    At(usize),
    In(usize, usize),
}

/// Packs a file as the writer makes it. A file of any other form comes back unchanged.
pub(super) fn packed(document: Vec<u8>) -> Vec<u8> {
    pack(&document).unwrap_or(document)
}

fn pack(document: &[u8]) -> Option<Vec<u8>> {
    let (places, trailer) = table(document)?;
    let mut ends: Vec<usize> = places.iter().copied().flatten().chain([table_start(document)?]).collect();
    ends.sort_unstable();
    let first = *ends.first()?;
    let mut out = document[..first].to_vec();
    let mut found = vec![Place::Free; places.len()];

    // Streams stand by themselves; what is no stream is gathered.
    let mut small: Vec<(usize, &[u8])> = Vec::new();
    for (number, start) in places.iter().enumerate() {
        let Some(start) = *start else { continue };
        let end = ends[ends.partition_point(|end| *end <= start)];
        let object = &document[start..end];
        let body = object.strip_prefix(format!("{number} 0 obj\n").as_bytes())?;
        let body = body.trim_ascii_end().strip_suffix(b"endobj")?.trim_ascii_end();
        if body.ends_with(b"endstream") {
            found[number] = Place::At(out.len());
            out.extend_from_slice(object);
        } else {
            small.push((number, body));
        }
    }
    for together in small.chunks(TOGETHER) {
        let number = found.len();
        found.push(Place::At(out.len()));
        let (mut index, mut bodies) = (String::new(), Vec::new());
        for (place, (of, body)) in together.iter().enumerate() {
            index.push_str(&format!("{of} {} ", bodies.len()));
            bodies.extend_from_slice(body);
            bodies.push(b'\n');
            found[*of] = Place::In(number, place);
        }
        let head = format!("/Type/ObjStm/N {}/First {}", together.len(), index.len());
        stream(&mut out, number, &head, &[index.as_bytes(), &bodies].concat())?;
    }

    // The table of places is a stream, too, and the last object.
    let (number, start) = (found.len(), out.len());
    found.push(Place::At(start));
    let mut rows = Vec::with_capacity(found.len() * 7);
    for place in &found {
        let (kind, first, second) = match *place {
            Place::Free => (0u8, 0, u16::MAX),
            Place::At(byte) => (1, byte, 0),
            Place::In(stream, place) => (2, stream, place as u16),
        };
        rows.push(kind);
        rows.extend_from_slice(&u32::try_from(first).ok()?.to_be_bytes());
        rows.extend_from_slice(&second.to_be_bytes());
    }
    let head = format!("/Type/XRef/Size {}/W[1 4 2]{trailer}", found.len());
    stream(&mut out, number, &head, &rows)?;
    out.extend_from_slice(format!("startxref\n{start}\n%%EOF").as_bytes());
    (out.len() < document.len()).then_some(out)
}

/// Writes a compressed stream as an object.
fn stream(out: &mut Vec<u8>, number: usize, head: &str, bytes: &[u8]) -> Option<()> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).ok()?;
    let bytes = encoder.finish().ok()?;
    out.extend_from_slice(
        format!("{number} 0 obj\n<<{head}/Filter/FlateDecode/Length {}>>\nstream\n", bytes.len()).as_bytes(),
    );
    out.extend_from_slice(&bytes);
    out.extend_from_slice(b"\nendstream\nendobj\n");
    Some(())
}

/// The first byte of each object, by its number, and what the trailer says beside their count; `None` for a file of
/// another form.
fn table(document: &[u8]) -> Option<(Vec<Option<usize>>, String)> {
    let text = std::str::from_utf8(document.get(table_start(document)?..)?).ok()?;
    let (rows, trailer) = text.split_once("trailer\n<<")?;
    let mut lines = rows.lines();
    (lines.next()? == "xref").then_some(())?;
    let count: usize = lines.next()?.strip_prefix("0 ")?.trim().parse().ok()?;
    let place = |row: &str| match row.trim_end().ends_with('n') {
        true => Some(Some(row.get(Range { start: 0, end: 10 })?.parse().ok()?)),
        false => Some(None),
    };
    let places = lines.map(place).collect::<Option<Vec<_>>>()?;
    let (said, _) = trailer.split_once(">>\nstartxref")?;
    let said = said.strip_prefix(&format!("/Size {count}"))?;
    (places.len() == count).then(|| (places, said.to_owned()))
}

/// Where the table of places begins; `None` for a file of another form.
fn table_start(document: &[u8]) -> Option<usize> {
    let tail = &document[document.len().saturating_sub(64)..];
    let tail = std::str::from_utf8(tail).ok()?;
    let (_, after) = tail.rsplit_once("startxref\n")?;
    after.lines().next()?.trim().parse().ok().filter(|start| *start < document.len())
}

#[cfg(test)]
mod tests {
    use super::{packed, table};

    #[test]
    fn what_is_no_document_of_ours_stays_as_it_is() {
        for bytes in [&b""[..], b"%PDF-1.7", b"%PDF-1.7\nstartxref\n99999\n%%EOF", b"\xff\xfestartxref\n3\n"] {
            assert_eq!(packed(bytes.to_vec()), bytes);
            assert!(table(bytes).is_none());
        }
    }
}
