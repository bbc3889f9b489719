//! The notes of a slide: what is said while it is shown; of a figure also its source and its notes.

use super::Talk;
use super::shape::{RECTANGLE, Shapes};
use super::text::{Look, Setting, Words, paragraph};
use super::xml::{HEAD, NAMES};
use crate::lang;
use crate::layout::{Slide, What, speaker_notes};
use crate::resolve::{Entry, Note};

/// The XML of the notes of a slide; `lang` is the language of the author, such as `it-IT`.
pub fn notes(talk: &Talk<'_>, slide: &Slide, lang: &str) -> String {
    let words = Words { lang, palette: talk.palette };
    let file = lang::office(talk.site.language);
    let mut said: Vec<String> = speaker_notes(talk.edition, slide).into_iter().map(str::to_owned).collect();
    if let What::Figure { figure, .. } = slide.what {
        let figure = &talk.edition.figures[figure];
        said.extend(sourced(&figure.source_label, &figure.source, &figure.notes));
    }
    if let Some(Entry::Profile(profile)) = talk.edition.outline.get(slide.step).map(|step| &step.entry) {
        said.extend(sourced(&profile.source_label, &profile.source, &profile.notes));
    }
    let paragraphs: String =
        said.iter().map(|line| paragraph(&Setting::default(), &words.run(line, Look::default()))).collect();
    let mut shapes = Shapes::default();
    let named = shapes.named(&super::shape::Name::plain(file.image));
    shapes.push(&format!(
        "<p:sp><p:nvSpPr>{named}<p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr>\
         <p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"685800\" y=\"914400\"/>\
         <a:ext cx=\"5486400\" cy=\"3086100\"/></a:xfrm>{RECTANGLE}</p:spPr></p:sp>"
    ));
    shapes.placeholder(file.notes, "type=\"body\" sz=\"quarter\" idx=\"1\"", None, "", &paragraphs);
    format!(
        "{HEAD}<p:notes {NAMES}><p:cSld>{}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>",
        shapes.tree()
    )
}

/// The source, then each note with its mark, a paragraph each.
fn sourced(label: &str, source: &str, notes: &[Note]) -> Vec<String> {
    let mut said = vec![format!("{label}: {source}")];
    said.extend(notes.iter().map(|note| format!("{} {}", note.mark, note.text).trim().to_owned()));
    said
}
