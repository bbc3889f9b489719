//! The style sheets of a theme with its colours and faces inside, so that they need no other file.

use crate::scene::Face;
use crate::theme::{Palette, Theme, WEB_FACES, WebFace};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::sync::LazyLock;

/// The rule that brings each bundled face, in the order of [`Face`].
static FACES: LazyLock<[String; 4]> = LazyLock::new(|| {
    WEB_FACES.each_ref().map(|face| {
        let (WebFace { family, weight, .. }, font) = (face, STANDARD.encode(face.bytes()));
        format!(
            "@font-face{{font-family:\"{family}\";font-weight:{weight};\
             src:url(data:font/woff2;base64,{font}) format(\"woff2\")}}\n"
        )
    })
});

/// The rule that brings a face.
pub fn face(face: Face) -> &'static str {
    &FACES[face as usize]
}

/// The style sheet of home and reports: `assets/style.css`.
pub fn page(theme: &Theme) -> String {
    [&common(theme), &dark(theme), theme.text("css/page.css")].concat()
}

/// What all views of a deck share.
pub fn common(theme: &Theme) -> String {
    let mut css = faces();
    css.push_str(&colours(theme));
    css.push_str(theme.text("css/base.css"));
    css
}

/// A figure alone, in a frame; without the faces, which all frames share.
pub fn frame(theme: &Theme) -> String {
    [&colours(theme), &dark(theme), theme.text("css/frame.css")].concat()
}

/// The faces: `assets/fonts.css`.
pub fn faces() -> String {
    let mut css = String::new();
    FACES.iter().for_each(|face| css.push_str(face));
    css
}

/// The colours of the light scheme, as style sheets name them.
fn colours(theme: &Theme) -> String {
    // The ground of titles is dark in both schemes, so it has names of its own.
    format!(
        ":root{{--banner:{};--on-banner:{};--band:{};{}}}\n",
        theme.light.accent.hex(),
        theme.light.paper.hex(),
        theme.light.mark.hex(),
        tokens(&theme.light)
    )
}

/// A deck as one column.
pub fn reading(theme: &Theme) -> String {
    [&dark(theme), theme.text("css/reading.css")].concat()
}

fn dark(theme: &Theme) -> String {
    format!(
        "@media screen and (prefers-color-scheme:dark){{\n:root{{color-scheme:dark;{}}}\n{}}}\n",
        tokens(&theme.dark),
        theme.text("css/dark.css")
    )
}

fn tokens(palette: &Palette) -> String {
    format!(
        "--accent:{};--mark:{};--ink:{};--quiet:{};--grid:{};--panel:{};--paper:{}",
        palette.accent.hex(),
        palette.mark.hex(),
        palette.ink.hex(),
        palette.quiet.hex(),
        palette.grid.hex(),
        palette.panel.hex(),
        palette.paper.hex()
    )
}
