//! The theme of the file: the colours of ours as the twelve colours of Office, and the two faces.

use super::xml::HEAD;
use crate::scene::Color;
use crate::theme::Palette;

/// The face of titles. Office takes another where it is not installed, for faces cannot be put into the file.
pub const TITLES: &str = "Caladea";

/// The face of text.
pub const TEXT: &str = "Titillium Web";

/// The XML of the theme.
pub fn theme(palette: &Palette) -> String {
    let colors: String = [
        ("dk1", palette.ink),
        ("lt1", palette.paper),
        ("dk2", palette.accent),
        ("lt2", palette.panel),
        ("accent1", palette.mark),
        ("accent2", palette.above),
        ("accent3", palette.below),
        ("accent4", palette.target),
        ("accent5", palette.quiet),
        ("accent6", palette.grid),
        ("hlink", palette.accent),
        ("folHlink", palette.accent),
    ]
    .map(|(name, Color(rgb))| format!("<a:{name}><a:srgbClr val=\"{rgb:06X}\"/></a:{name}>"))
    .concat();
    let face = |name: &str, face: &str| {
        format!("<a:{name}><a:latin typeface=\"{face}\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:{name}>")
    };
    let faces = face("majorFont", TITLES) + &face("minorFont", TEXT);
    let solid = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = |width: u32| format!("<a:ln w=\"{width}\">{solid}</a:ln>");
    let lines = line(9525) + &line(19050) + &line(28575);
    format!(
        "{HEAD}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"fascicle\">\
         <a:themeElements><a:clrScheme name=\"fascicle\">{colors}</a:clrScheme>\
         <a:fontScheme name=\"fascicle\">{faces}</a:fontScheme>\
         <a:fmtScheme name=\"fascicle\"><a:fillStyleLst>{solid}{solid}{solid}</a:fillStyleLst>\
         <a:lnStyleLst>{lines}</a:lnStyleLst>\
         <a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>\
         <a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst>\
         <a:bgFillStyleLst>{solid}{solid}{solid}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>\
         <a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )
}
