//! The style sheets of a theme with its colours and faces inside, so that they need no other file.

use crate::theme::{Palette, Theme};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Family, weight, file.
const FACES: [(&str, u16, &str); 4] = [
    ("Titillium Web", 400, "fonts/titillium-web-400.woff2"),
    ("Titillium Web", 600, "fonts/titillium-web-600.woff2"),
    ("Titillium Web", 700, "fonts/titillium-web-700.woff2"),
    ("Caladea", 700, "fonts/caladea-700.woff2"),
];

/// The style sheet of home and reports: `assets/style.css`.
pub fn page(theme: &Theme) -> String {
    [&common(theme), &dark(theme), theme.text("css/page.css")].concat()
}

/// What all views of a deck share.
pub fn common(theme: &Theme) -> String {
    let mut css = String::new();
    for (family, weight, path) in FACES {
        let font = STANDARD.encode(&theme.files[path]);
        css.push_str(&format!(
            "@font-face{{font-family:\"{family}\";font-weight:{weight};\
             src:url(data:font/woff2;base64,{font}) format(\"woff2\")}}\n"
        ));
    }
    // The ground of titles is dark in both schemes, so it has names of its own.
    css.push_str(&format!(
        ":root{{--banner:{};--on-banner:{};--band:{};{}}}\n",
        theme.light.accent.hex(),
        theme.light.paper.hex(),
        theme.light.mark.hex(),
        tokens(&theme.light)
    ));
    css.push_str(theme.text("css/base.css"));
    css
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
