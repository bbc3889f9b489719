//! The bundled faces, and the signs that they have of their own.

use skrifa::{FontRef, MetadataProvider};
use std::sync::LazyLock;

/// The bundled faces, in the order of [`Face`](crate::scene::Face): the path of each within the theme, and its bytes
/// (TrueType).
pub(crate) const OWN: [(&str, &[u8]); 4] = [
    ("fonts/titillium-web-400.ttf", include_bytes!("../../themes/gimbe/fonts/titillium-web-400.ttf")),
    ("fonts/titillium-web-600.ttf", include_bytes!("../../themes/gimbe/fonts/titillium-web-600.ttf")),
    ("fonts/titillium-web-700.ttf", include_bytes!("../../themes/gimbe/fonts/titillium-web-700.ttf")),
    ("fonts/caladea-700.ttf", include_bytes!("../../themes/gimbe/fonts/caladea-700.ttf")),
];

/// The bundled faces as pages bring them, in the order of [`Face`](crate::scene::Face): the path of each within the
/// theme, and its bytes (WOFF2).
pub(crate) const WEB: [(&str, &[u8]); 4] = [
    ("fonts/titillium-web-400.woff2", include_bytes!("../../themes/gimbe/fonts/titillium-web-400.woff2")),
    ("fonts/titillium-web-600.woff2", include_bytes!("../../themes/gimbe/fonts/titillium-web-600.woff2")),
    ("fonts/titillium-web-700.woff2", include_bytes!("../../themes/gimbe/fonts/titillium-web-700.woff2")),
    ("fonts/caladea-700.woff2", include_bytes!("../../themes/gimbe/fonts/caladea-700.woff2")),
];

/// Whether the bundled faces have a sign of their own, by its code.
pub(super) fn owns(code: u32) -> bool {
    OWNED.binary_search(&code).is_ok()
}

/// The codes of the signs that all faces have of their own, in order.
static OWNED: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let fonts = OWN.map(|(_, bytes)| FontRef::new(bytes).expect("a bundled font is a font"));
    let [first, others @ ..] = fonts;
    let in_all = |code: &u32| others.iter().all(|font| font.charmap().map(*code).is_some());
    let mut codes: Vec<u32> = first.charmap().mappings().map(|(code, _)| code).filter(in_all).collect();
    codes.sort_unstable();
    codes
});
