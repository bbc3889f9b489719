//! An address as a code to photograph (QR, ISO/IEC 18004), drawn as a scene like any figure.

use crate::scene::{Color, Group, Node, OtherLanguages, Path, Rect, Scene};
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// The side of a module, the smallest square of the code, in pixels.
const MODULE: f64 = 4.0;

/// The quiet zone around a code, in modules: what the standard asks for.
const QUIET: i32 = 4;

/// The code of an address; `None` where the address is longer than a code can hold. `title` and `description` are its
/// text alternative.
///
/// About 15% of it may be dirty or torn (level M), or more where there is room. The mask is always the same: any can be
/// read, and to weigh all eight would take longer than everything else about a figure.
pub fn qr_code(address: &str, lang: &str, title: String, description: String) -> Option<Scene> {
    let segments = QrSegment::make_segments(address);
    let mask = Some(Mask::new(2));
    let (ecc, least, most) = (QrCodeEcc::Medium, Version::MIN, Version::MAX);
    let code = QrCode::encode_segments_advanced(&segments, ecc, least, most, mask, true).ok()?;
    let side = f64::from(code.size() + 2 * QUIET) * MODULE;
    let at = |module: i32| f64::from(module + QUIET) * MODULE;
    let mut outlines = Vec::new();
    for row in 0..code.size() {
        let mut column = 0;
        while column < code.size() {
            let start = column;
            while column < code.size() && code.get_module(column, row) {
                column += 1;
            }
            if column > start {
                let (left, right, top, bottom) = (at(start), at(column), at(row), at(row + 1));
                outlines.push(vec![(left, top), (right, top), (right, bottom), (left, bottom)]);
            }
            column += 1;
        }
    }
    // Black on white in both schemes: cameras read no other.
    let ground =
        Rect { x: 0.0, y: 0.0, width: side, height: side, radius: 0.0, fill: Some(Color(0x00FF_FFFF)), stroke: None };
    let modules = Path { outlines, closed: true, fill: Some(Color(0)), stroke: None };
    let group = |class, node| Node::Group(Group { class, title: None, nodes: vec![node] });
    Some(Scene {
        width: side,
        height: side,
        lang: lang.to_owned(),
        others: OtherLanguages::default(),
        title,
        description,
        nodes: vec![group("ground", Node::Rect(ground)), group("modules", Node::Path(modules))],
    })
}
