//! What a drawing says of itself to programs: RDF in the metadata of an SVG, with a mark of all that is drawn.

use crate::files::markup::escape;
use crate::provenance::{DUBLIN_CORE, canonical, mark};
use crate::resolve::Figure;

const OPEN: &str = "<metadata>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" \
                    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:cc=\"http://creativecommons.org/ns#\" \
                    xmlns:fascicle=\"urn:fascicle:figure:1\">\n<cc:Work rdf:about=\"\">\n\
                    <dc:format>image/svg+xml</dc:format>\n\
                    <dc:type rdf:resource=\"http://purl.org/dc/dcmitype/StillImage\"/>\n";
const CLOSE: &str = "</cc:Work>\n</rdf:RDF>\n</metadata>\n";
const END: &str = "</svg>\n";

/// The text of an SVG with the provenance of its figure added as its last element. `options` are those with which it
/// was drawn.
///
/// # Panics
/// Where the text is not one that [`super::svg`] wrote.
pub fn written_into(mut svg: String, figure: &Figure, options: &str) -> String {
    let drawing = mark(&canonical(&svg));
    assert!(svg.ends_with(END), "a drawing ends");
    svg.truncate(svg.len() - END.len());
    svg.reserve(8192);
    svg.push_str(OPEN);
    let pairs = figure.provenance.pairs(figure, options);
    for (keyword, text) in pairs.iter().map(|(keyword, text)| (*keyword, text.as_str())) {
        match keyword {
            "cc:license" => {
                svg.push_str("<cc:license rdf:resource=\"");
                escape(text, &mut svg);
                svg.push_str("\"/>\n");
            }
            "fascicle:notes" => text.lines().for_each(|line| element("fascicle:note", line, &mut svg)),
            "fascicle:table" => text.lines().for_each(|line| element("fascicle:row", line, &mut svg)),
            _ => match DUBLIN_CORE.iter().find(|(ours, _)| *ours == keyword) {
                Some((_, name)) => element(&format!("dc:{name}"), text, &mut svg),
                None => element(keyword, text, &mut svg),
            },
        }
    }
    element("fascicle:drawing", &drawing, &mut svg);
    svg.push_str(CLOSE);
    svg.push_str(END);
    svg
}

fn element(name: &str, text: &str, into: &mut String) {
    for part in ["<", name, ">"] {
        into.push_str(part);
    }
    let strange = |sign: char| sign < ' ' || matches!(sign, '\u{fffe}' | '\u{ffff}');
    match text.contains(strange) {
        true => escape(&text.replace(strange, " "), into),
        false => escape(text, into),
    }
    for part in ["</", name, ">\n"] {
        into.push_str(part);
    }
}
