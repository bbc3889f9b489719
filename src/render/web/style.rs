//! The style sheets of a theme with its colours and faces inside, and the script of its decks, so that they need no
//! other file.

use crate::face::{Blocks, WEB_FACES, WebFace};
use crate::scene::Face;
use crate::theme::{Palette, Theme};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::sync::LazyLock;

/// The rule that brings in each bundled face, in the order of [`Face`].
static FACES: LazyLock<[String; 4]> = LazyLock::new(|| {
    WEB_FACES.each_ref().map(|face| {
        let (WebFace { family, weight, .. }, font) = (face, STANDARD.encode(face.bytes));
        format!(
            "@font-face{{font-family:{family};font-weight:{weight};\
             src:url(data:font/woff2;base64,{font})}}\n"
        )
    })
});

/// The rule that brings in a face.
pub fn face(face: Face) -> &'static str {
    &FACES[face as usize]
}

/// The rules that bring in blocks of the signs that a face lacks. They come before the rule of the face itself, whose
/// own signs are taken first.
pub fn further(face: Face, blocks: Blocks) -> String {
    let WebFace { family, weight, .. } = WEB_FACES[face as usize];
    let rule = |(holds, font): (&str, &[u8])| {
        let (holds, font) = (holds.replace(' ', ""), STANDARD.encode(font));
        format!(
            "@font-face{{font-family:{family};font-weight:{weight};unicode-range:{holds};\
             src:url(data:font/woff2;base64,{font})}}\n"
        )
    };
    blocks.of(face).map(rule).collect()
}

/// The style sheet of home and reports: `assets/style.css`.
pub fn page(theme: &Theme, blocks: Blocks) -> String {
    [&common(theme, blocks), &in_the_dark(theme), theme.text("css/page.css")].concat()
}

/// The style sheet that all views of a deck share.
pub fn common(theme: &Theme, blocks: Blocks) -> String {
    let mut css = faces(blocks);
    css.push_str(&colours(theme));
    css.push_str(theme.text("css/base.css"));
    css
}

/// The style sheet of a frame, without the faces, which all frames share.
pub fn frame(theme: &Theme) -> String {
    [&colours(theme), &in_the_dark(theme), theme.text("css/frame.css")].concat()
}

/// The faces, with some blocks of the signs they lack: `assets/fonts.css`.
pub fn faces(blocks: Blocks) -> String {
    let further = ALL.into_iter().map(|face| further(face, blocks));
    further.chain(FACES.iter().cloned()).collect()
}

/// All faces.
const ALL: [Face; 4] = [Face::Sans, Face::SansSemi, Face::SansBold, Face::Serif];

/// The colours of the light scheme, under the names that style sheets use.
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

/// The files of the script of a deck, in the order in which they are read.
const SCRIPT: [&str; 5] = ["deck.js", "deck/keys.js", "deck/overview.js", "deck/ask.js", "deck/speaker.js"];

/// The script of a deck: its files within one function, without the remarks that only its authors need.
pub fn script(theme: &Theme) -> String {
    let mut script = String::from("(() => {\n\"use strict\";\n");
    for line in SCRIPT.iter().flat_map(|path| theme.text(path).lines()).map(str::trim_start) {
        let remark = ["//", "/**"].iter().any(|opening| line.starts_with(opening));
        if !line.is_empty() && !remark {
            script.push_str(line);
            script.push('\n');
        }
    }
    script.push_str("})();\n");
    script
}

/// The dark scheme, for readers whose system asks for it.
fn in_the_dark(theme: &Theme) -> String {
    format!("@media screen and (prefers-color-scheme:dark){{\n{}}}\n", dark(theme))
}

/// The dark scheme, for all readers.
pub fn dark(theme: &Theme) -> String {
    format!(":root{{color-scheme:dark;{}}}\n{}{}", tokens(&theme.dark), drawings(theme), theme.text("css/dark.css"))
}

/// Rules for drawings in the dark. A drawing inside a page gives each colour as an attribute, and each colour of the
/// light palette gives way to the one at its place in the dark palette, whatever is drawn with it.
fn drawings(theme: &Theme) -> String {
    let mut css = String::new();
    for (light, dark) in theme.light.inks().into_iter().zip(theme.dark.inks()) {
        let (light, dark) = (light.hex(), dark.hex());
        for property in ["fill", "stroke"] {
            css.push_str(&format!(".plot [{property}=\"{light}\"]{{{property}:{dark}}}\n"));
        }
    }
    // What can be read on a step of a map depends on the step, not on what could be read on it in the light.
    for step in theme.dark.steps() {
        let (class, text) = (step.class, step.text.hex());
        css.push_str(&format!(".plot .{class}[fill],.plot .{class} text{{fill:{text}}}\n"));
    }
    css
}

fn tokens(palette: &Palette) -> String {
    let Palette { accent, mark, above, below, target, ink, quiet, grid, panel, paper } = palette;
    let named = [
        ("accent", accent),
        ("mark", mark),
        ("above", above),
        ("below", below),
        ("target", target),
        ("ink", ink),
        ("quiet", quiet),
        ("grid", grid),
        ("panel", panel),
        ("paper", paper),
    ];
    named.map(|(name, color)| format!("--{name}:{}", color.hex())).join(";")
}
