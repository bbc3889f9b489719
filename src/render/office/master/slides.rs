//! The master of slides.

use super::holders::{Holders, LEFT, WIDE, area};
use super::layout::LAYOUTS;
use super::layouts::layout_part;
use super::level::{AT_RIGHT, NUMBER, TITLE};
use crate::lang::OfficeWords;
use crate::render::office::package::{Package, Relations};
use crate::render::office::text::{DISC, RING};
use crate::render::office::xml::{HEAD, NAMES, emu, hundredths};

/// The identifier of the master. Those of the layouts follow it, and no slide may have one of them.
const FIRST: u64 = 2_147_483_648;

/// Adds the master of slides with its theme, and all layouts.
pub fn add(package: &mut Package, theme: &str, words: &OfficeWords) {
    let mut relations = Relations::default();
    let ids: String = LAYOUTS
        .iter()
        .map(|layout| {
            let relation = relations.to("slideLayout", &format!("../slideLayouts/slideLayout{}.xml", layout.number()));
            format!("<p:sldLayoutId id=\"{}\" r:id=\"{relation}\"/>", FIRST + layout.number() as u64)
        })
        .collect();
    relations.to("theme", "../theme/theme1.xml");

    let mut holders = Holders::new(words);
    holders.shape(words.line, &area(0.0, 40.0, 14.0, 44.0), "tx2");
    holders.title();
    let at = area(LEFT, 132.0, WIDE, 528.0);
    holders.add(words.text, "type=\"body\" idx=\"1\"", &at, "t", "", false);
    let at = area(918.0, 679.0, 272.0, 20.0);
    holders.add(words.footer, "type=\"ftr\" sz=\"quarter\" idx=\"3\"", &at, "t", &AT_RIGHT.written(1), false);
    let at = area(1194.0, 679.0, 30.0, 20.0);
    holders.add(words.number, "type=\"sldNum\" sz=\"quarter\" idx=\"4\"", &at, "t", &NUMBER.written(1), true);
    let master = format!(
        "{HEAD}<p:sldMaster {NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>\
         <a:effectLst/></p:bgPr></p:bg>{}</p:cSld>\
         <p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" \
         accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>\
         <p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr=\"0\" dt=\"0\"/>\
         <p:txStyles><p:titleStyle>{}</p:titleStyle><p:bodyStyle>{}</p:bodyStyle><p:otherStyle>{}</p:otherStyle></p:txStyles>\
         </p:sldMaster>",
        holders.tree(),
        TITLE.written(1),
        body_style(),
        others_style(),
    );
    package.add("ppt/slideMasters/slideMaster1.xml", "officedocument.presentationml.slideMaster", master, &relations);
    package.add("ppt/theme/theme1.xml", "officedocument.theme", theme.to_owned(), &Relations::default());

    for layout in LAYOUTS {
        let mut relations = Relations::default();
        relations.to("slideMaster", "../slideMasters/slideMaster1.xml");
        let path = format!("ppt/slideLayouts/slideLayout{}.xml", layout.number());
        package.add(&path, "officedocument.presentationml.slideLayout", layout_part(layout, words), &relations);
    }
}

/// The nine levels of text. They are those of lists from the first on; a paragraph that is no item of a list says so
/// itself.
fn body_style() -> String {
    let level = |level: u8| {
        let (size, left) = if level == 1 { (27.0, 30.0) } else { (25.0, 30.0 * f64::from(level)) };
        format!(
            "<a:lvl{level}pPr marL=\"{}\" indent=\"{}\" algn=\"l\" defTabSz=\"914400\" rtl=\"0\" eaLnBrk=\"1\" latinLnBrk=\"0\" \
             hangingPunct=\"1\"><a:lnSpc><a:spcPts val=\"{}\"/></a:lnSpc><a:spcBef><a:spcPts val=\"{}\"/></a:spcBef>{}\
             <a:defRPr sz=\"{}\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
             <a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl{level}pPr>",
            emu(left),
            emu(-30.0),
            hundredths(size * 1.3),
            hundredths(if level == 1 { 15.0 } else { 8.0 }),
            if level == 1 { DISC } else { RING },
            hundredths(size)
        )
    };
    (1..=9).map(level).collect()
}

fn others_style() -> String {
    let level = |level: u8| {
        format!(
            "<a:lvl{level}pPr marL=\"0\" algn=\"l\" defTabSz=\"914400\" rtl=\"0\" eaLnBrk=\"1\" latinLnBrk=\"0\" \
             hangingPunct=\"1\"><a:defRPr sz=\"1800\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
             <a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl{level}pPr>"
        )
    };
    (1..=9).map(level).collect()
}
