//! What holds for the file as a whole: the list of its slides, its title and language, and what Office wants to find.

use super::Talk;
use super::package::{Package, Relations};
use super::xml::{HEAD, NAMES, escape};
use crate::lang;
use crate::layout::What;
use crate::resolve::Entry;

/// Identifiers of slides begin here (ECMA-376 part 1, 19.7.13).
const FIRST: usize = 256;

/// The relations of the package itself: to the presentation and to both files of properties.
pub fn of_all() -> Relations {
    let mut relations = Relations::default();
    relations.to("officeDocument", "ppt/presentation.xml");
    relations.core("docProps/core.xml");
    relations.to("extended-properties", "docProps/app.xml");
    relations
}

/// Adds the presentation with the list of its slides, given by their relations, and the properties that Office wants to
/// find.
pub fn add(package: &mut Package, talk: &Talk<'_>, slides: &[String], relations: &Relations) {
    let lang = lang::office(talk.site.language).lang;
    let list: String = slides
        .iter()
        .enumerate()
        .map(|(place, relation)| format!("<p:sldId id=\"{}\" r:id=\"{relation}\"/>", FIRST + place))
        .collect();
    let list = if list.is_empty() { String::new() } else { format!("<p:sldIdLst>{list}</p:sldIdLst>") };
    let levels: String = (1..=9)
        .map(|level| {
            format!(
                "<a:lvl{level}pPr marL=\"0\" algn=\"l\" defTabSz=\"914400\" rtl=\"0\" eaLnBrk=\"1\" latinLnBrk=\"0\" \
                 hangingPunct=\"1\"><a:defRPr sz=\"1800\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
                 <a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl{level}pPr>"
            )
        })
        .collect();
    let presentation = format!(
        "{HEAD}<p:presentation {NAMES} saveSubsetFonts=\"1\" autoCompressPictures=\"0\"><p:sldMasterIdLst>\
         <p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:notesMasterIdLst>\
         <p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst>{list}<p:sldSz cx=\"12192000\" cy=\"6858000\"/>\
         <p:notesSz cx=\"6858000\" cy=\"9144000\"/><p:defaultTextStyle><a:defPPr><a:defRPr lang=\"{lang}\"/></a:defPPr>{levels}\
         </p:defaultTextStyle>{}</p:presentation>",
        sections(talk)
    );
    package.add("ppt/presentation.xml", "officedocument.presentationml.presentation.main", presentation, relations);

    let none = Relations::default();
    package.add(
        "ppt/presProps.xml",
        "officedocument.presentationml.presProps",
        format!("{HEAD}<p:presentationPr {NAMES}/>"),
        &none,
    );
    package.add(
        "ppt/viewProps.xml",
        "officedocument.presentationml.viewProps",
        format!("{HEAD}<p:viewPr {NAMES}/>"),
        &none,
    );
    package.add(
        "ppt/tableStyles.xml",
        "officedocument.presentationml.tableStyles",
        format!(
            "{HEAD}<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
             def=\"{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}\"/>"
        ),
        &none,
    );
    let cover = &talk.edition.cover;
    let audience = talk.edition.audience.as_ref().map_or_else(String::new, |of| format!(" · {}", of.name));
    let cut = if talk.cut.is_empty() { String::new() } else { format!(" ({})", talk.cut) };
    // Neither the day it was made nor who made it: who opens it learns whose it is, and of when its figures are.
    let core = format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>{}</dc:creator><dc:language>{lang}</dc:language>\
         </cp:coreProperties>",
        escape(&format!("{}{audience}{cut}", cover.title)),
        escape(&cover.period),
        escape(&talk.site.organisation),
    );
    package.add_core("docProps/core.xml", core);
    let app = format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>fascicle</Application><Slides>{}</Slides></Properties>",
        slides.len()
    );
    package.add("docProps/app.xml", "officedocument.extended-properties", app, &none);
}

/// The sections into which the list of slides is cut: one begins at every divider, and one where the slides begin that
/// are kept back. Empty where there would be one section alone.
fn sections(talk: &Talk<'_>) -> String {
    let mut sections: Vec<(String, String)> = Vec::new();
    let mut was_backup = false;
    for (place, slide) in talk.deck.slides.iter().enumerate() {
        let named = match (&talk.edition.outline.get(slide.step).map(|step| &step.entry), slide.what) {
            _ if slide.backup && !was_backup => Some(lang::office(talk.site.language).backup.to_owned()),
            (Some(Entry::Section(section)), What::Section) if !slide.backup => Some(section.title.clone()),
            _ if place == 0 => Some(talk.edition.cover.title.clone()),
            _ => None,
        };
        was_backup = slide.backup;
        sections.extend(named.map(|name| (name, String::new())));
        if let Some((_, ids)) = sections.last_mut() {
            ids.push_str(&format!("<p14:sldId id=\"{}\"/>", FIRST + place));
        }
    }
    if sections.len() < 2 {
        return String::new();
    }
    let all: String = sections
        .iter()
        .enumerate()
        .map(|(place, (name, ids))| {
            format!(
                "<p14:section name=\"{}\" id=\"{{{:08X}-0000-4000-8000-000000000000}}\"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>",
                escape(name),
                place + 1
            )
        })
        .collect();
    format!(
        "<p:extLst><p:ext uri=\"{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}\"><p14:sectionLst \
         xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\">{all}</p14:sectionLst></p:ext></p:extLst>"
    )
}
