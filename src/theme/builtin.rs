//! The files of the built-in theme beside its faces: the whole list, in the order of their paths.

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../themes/gimbe/", $path)))),*]
    };
}

/// The files, in the order of their paths: the path of each within the theme, and its bytes.
pub(super) const FILES: &[(&str, &[u8])] = files![
    "css/base.css",
    "css/dark.css",
    "css/deck.css",
    "css/frame.css",
    "css/page.css",
    "css/reading.css",
    "css/slide.css",
    "css/speaker.css",
    "deck.js",
    "deck/ask.js",
    "deck/keys.js",
    "deck/overview.js",
    "deck/speaker.js",
    "templates/base.html",
    "templates/changes.html",
    "templates/deck.html",
    "templates/figure.html",
    "templates/frame.html",
    "templates/home.html",
    "templates/part/blocks.html",
    "templates/part/controls.html",
    "templates/part/dialogs.html",
    "templates/part/figure.html",
    "templates/part/foot.html",
    "templates/part/overview.html",
    "templates/part/speaker.html",
    "templates/report.html",
    "templates/slide/closing.html",
    "templates/slide/figure.html",
    "templates/slide/link.html",
    "templates/slide/narrative.html",
    "templates/slide/overview.html",
    "templates/slide/profile.html",
    "templates/slide/section.html",
    "templates/slide/title.html",
    "theme.yaml",
];
