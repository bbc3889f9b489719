//! What older frames show at their head: that a newer edition of the figure exists.
//!
//! A frame of an edition holds `<object data=".../latest/figures/FIGURE/notice.html#EDITION">`: a page of the same site,
//! of which there is one a figure, the only thing that changes when an edition is added. Where the address names an
//! edition that is current, `:target` hides the words; where the page is not there, as in a copy of one edition or
//! without a network, an object shows what it holds instead, which is nothing. So it needs no script, asks no other
//! host and leaves the pages of older editions as they are.
//!
//! An object without words would still be a stop of the Tab key and a name that is read aloud. So pages hide theirs, and
//! a style sheet beside the notice shows those of the editions that are old.
//!
//! Both are let in by their scheme, not as `'self'`: to WebKit a page in a sandbox has no self.

use super::snippets::escaped;
use crate::lang::InterfaceWords;
use crate::resolve::{Collection, Latest};
use crate::theme::Theme;

/// The name of the page in the folder of the figure under `latest/`.
pub const FILE: &str = "notice.html";

/// The name of the style sheet beside it.
pub const STYLE_FILE: &str = "notice.css";

/// The style sheet of one figure.
pub fn style(report: &Collection, latest: &Latest) -> String {
    let current: Vec<String> =
        latest.current.iter().map(|&place| format!("[data$=\"#{}\"]", report.covers[place].id)).collect();
    format!("@media screen{{object[data*=\"{FILE}#\"]:not({}){{display:block}}}}\n", current.join(","))
}

/// The page of one figure.
pub fn page(report: &Collection, latest: &Latest, words: &InterfaceWords, theme: &Theme) -> String {
    let newest = &report.covers[latest.edition];
    let current: String =
        latest.current.iter().map(|&place| format!("<i id=\"{}\"></i>", report.covers[place].id)).collect();
    let [light, dark] = [&theme.light, &theme.dark].map(|palette| {
        let (ground, ink) = (palette.panel.hex(), palette.accent.hex());
        format!("p{{background:{ground};border-left-color:{};color:{ink}}}", palette.mark.hex())
    });
    let lang = report.site.language.tag();
    let (title, period) = (escaped(words.kit.newer), escaped(&newest.period));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src http: https: file: \
         'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'\">\n\
         <title>{title}</title>\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"stylesheet\" href=\"../../../assets/fonts.css\">\n<style>\n\
         body{{margin:0}}\n\
         p{{display:flex;align-items:center;min-height:40px;margin:0;padding:0 10px;border-left:5px solid;box-sizing:border-box;\
         font:600 14px/1.25 \"Titillium Web\",system-ui,sans-serif}}\n\
         a{{color:inherit}}\n:target~p{{display:none}}\n{light}\n\
         @media screen and (prefers-color-scheme:dark){{{dark}}}\n@media print{{p{{display:none}}}}\n</style>\n</head>\n\
         <body>\n{current}<p><a href=\"index.html\" target=\"_top\">{title}: {period}</a></p>\n</body>\n</html>\n"
    )
}
