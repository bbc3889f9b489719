//! The words of the interface, in each language. What a report says of itself comes ready in the report; these are the
//! words of pages: links, labels, landmarks.

use crate::diag::Language;
use crate::lang::terms;
use serde::Serialize;

/// Templates see these as `words`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "each is named by what it says in English")]
pub struct Words {
    pub skip: &'static str,
    pub home: &'static str,
    pub editions: &'static str,
    pub newer: &'static str,
    pub older: &'static str,
    pub contents: &'static str,
    pub report: &'static str,
    pub slides: &'static str,
    pub slide: &'static str,
    pub of: &'static str,
    pub figure: &'static str,
    pub figures: &'static str,
    pub draft: &'static str,
    pub draft_long: &'static str,
    pub table: &'static str,
    pub download_svg: &'static str,
    pub download_csv: &'static str,
    pub data: &'static str,
    pub sources: &'static str,
    pub notes: &'static str,
    pub licence: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub reading_view: &'static str,
    pub stage_view: &'static str,
    pub controls: &'static str,
    pub note: &'static str,
    pub tip: &'static str,
    pub important: &'static str,
    pub warning: &'static str,
}

/// The words of a language.
pub const fn words(language: Language) -> &'static Words {
    match language {
        Language::English => &ENGLISH,
        Language::Italian => &ITALIAN,
    }
}

const ENGLISH: Words = Words {
    skip: "Skip to the content",
    home: "All editions",
    editions: "Editions",
    newer: "Next edition",
    older: "Previous edition",
    contents: "Contents",
    report: "Report",
    slides: "Slides",
    slide: "Slide",
    of: terms(Language::English).of,
    figure: "figure",
    figures: "figures",
    draft: "Draft",
    draft_long: "Draft: text and data may change before publication.",
    table: "Table of the data",
    download_svg: "Download the chart (SVG)",
    download_csv: "Download the data (CSV)",
    data: "All data of this edition",
    sources: "Sources",
    notes: "Notes",
    licence: "Licence",
    previous: "Previous slide",
    next: "Next slide",
    reading_view: "Reading view",
    stage_view: "Presentation view",
    controls: "Controls of the presentation",
    note: "Note",
    tip: "Tip",
    important: "Important",
    warning: "Warning",
};

const ITALIAN: Words = Words {
    skip: "Salta al contenuto",
    home: "Tutte le edizioni",
    editions: "Edizioni",
    newer: "Edizione successiva",
    older: "Edizione precedente",
    contents: "Indice",
    report: "Rapporto",
    slides: "Diapositive",
    slide: "Diapositiva",
    of: terms(Language::Italian).of,
    figure: "figura",
    figures: "figure",
    draft: "Bozza",
    draft_long: "Bozza: testi e dati possono cambiare prima della pubblicazione.",
    table: "Tabella dei dati",
    download_svg: "Scarica il grafico (SVG)",
    download_csv: "Scarica i dati (CSV)",
    data: "Tutti i dati di questa edizione",
    sources: "Fonti",
    notes: "Note",
    licence: "Licenza",
    previous: "Diapositiva precedente",
    next: "Diapositiva successiva",
    reading_view: "Vista lettura",
    stage_view: "Vista presentazione",
    controls: "Comandi della presentazione",
    note: "Nota",
    tip: "Suggerimento",
    important: "Importante",
    warning: "Attenzione",
};
