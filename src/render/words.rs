//! The words of the interface, per language. What a report says of itself comes ready in the report; these are the
//! words of pages: links, labels, landmarks.

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

/// The words of a language, BCP 47; Italian where there are none of its own.
pub const fn words(_lang: &str) -> &'static Words {
    &ITALIAN
}

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
    of: "di",
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
