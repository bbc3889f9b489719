//! The master of notes.

use super::holders::{Holders, area};
use super::level::{Level, PLAIN};
use crate::lang::OfficeWords;
use crate::render::office::package::{Package, Relations};
use crate::render::office::shape::RECTANGLE;
use crate::render::office::xml::{HEAD, NAMES, escape, place};

/// Adds the master of notes, with a theme of its own, as the format asks.
pub fn add_notes(package: &mut Package, theme: &str, words: &OfficeWords) {
    let mut relations = Relations::default();
    relations.to("theme", "../theme/theme2.xml");
    let plain = Level { size: 16.0, line: 21.0, ..PLAIN }.written(1);
    let mut holders = Holders::new(words);
    holders.add(
        words.notes,
        "type=\"body\" sz=\"quarter\" idx=\"1\"",
        &area(72.0, 456.0, 576.0, 432.0),
        "t",
        "",
        false,
    );
    let image = format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"{} 3\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/>\
         </p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>{RECTANGLE}\
         <a:noFill/><a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"accent6\"/></a:solidFill></a:ln></p:spPr></p:sp>",
        escape(words.image),
        place(&area(72.0, 96.0, 576.0, 324.0))
    );
    holders.push(&image);
    let master = format!(
        "{HEAD}<p:notesMaster {NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>\
         <a:effectLst/></p:bgPr></p:bg>{}</p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" \
         accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" \
         folHlink=\"folHlink\"/><p:notesStyle>{plain}</p:notesStyle></p:notesMaster>",
        holders.tree()
    );
    package.add("ppt/notesMasters/notesMaster1.xml", "officedocument.presentationml.notesMaster", master, &relations);
    package.add("ppt/theme/theme2.xml", "officedocument.theme", theme.to_owned(), &Relations::default());
}
