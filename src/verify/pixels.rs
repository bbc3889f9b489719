//! Two PNG: where their pixels differ. Programs that save a picture again pack its pixels otherwise.

use crate::diag::Words;
use crate::words;
use png::{ColorType, Decoder, Limits, Transformations};
use std::io::Cursor;

/// The most bytes that the pixels of a stranger's picture may take.
const MOST: usize = 1 << 30;

/// How the pixels of a file differ from ours; none where all are alike.
pub fn differences(ours: &[u8], theirs: &[u8]) -> Vec<Words> {
    let (Some(ours), Some(theirs)) = (Pixels::read(ours), Pixels::read(theirs)) else {
        return vec![words!("its pixels cannot be read", "i suoi pixel non si leggono")];
    };
    if (ours.width, ours.height) != (theirs.width, theirs.height) {
        let ([width, height], [wide, high]) = ([theirs.width, theirs.height], [ours.width, ours.height]);
        return vec![words!(
            "it is {width} × {height} pixels large, and was drawn with {wide} × {high}",
            "è grande {width} × {height} pixel, ed era disegnata con {wide} × {high}"
        )];
    }
    let pairs = ours.bytes.chunks_exact(4).zip(theirs.bytes.chunks_exact(4)).enumerate();
    let mut count = 0;
    let (mut left, mut top, mut right, mut bottom) = (usize::MAX, usize::MAX, 0, 0);
    for (at, _) in pairs.filter(|(_, (ours, theirs))| ours != theirs) {
        let (x, y) = (at % ours.width, at / ours.width);
        (left, top, right, bottom) = (left.min(x), top.min(y), right.max(x), bottom.max(y));
        count += 1;
    }
    match count {
        0 => Vec::new(),
        1 => vec![words!(
            "one pixel differs, at {left}, {top} from the upper left corner",
            "un pixel è diverso, a {left}, {top} dall’angolo in alto a sinistra"
        )],
        _ => vec![words!(
            "{count} pixels differ, all of them between {left}, {top} and {right}, {bottom} from the upper left corner",
            "{count} pixel sono diversi, tutti tra {left}, {top} e {right}, {bottom} dall’angolo in alto a sinistra"
        )],
    }
}

/// A picture, four bytes a pixel: red, green, blue and how much it covers.
struct Pixels {
    width: usize,
    height: usize,
    bytes: Vec<u8>,
}

impl Pixels {
    fn read(file: &[u8]) -> Option<Pixels> {
        let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: MOST });
        decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
        let mut reader = decoder.read_info().ok()?;
        let size = reader.output_buffer_size().filter(|size| *size <= MOST)?;
        let mut bytes = vec![0; size];
        let frame = reader.next_frame(&mut bytes).ok()?;
        bytes.truncate(frame.buffer_size());
        let bytes = match frame.color_type {
            ColorType::Rgba => bytes,
            ColorType::GrayscaleAlpha => {
                bytes.chunks_exact(2).flat_map(|grey| [grey[0], grey[0], grey[0], grey[1]]).collect()
            }
            _ => return None,
        };
        Some(Pixels { width: frame.width as usize, height: frame.height as usize, bytes })
    }
}
