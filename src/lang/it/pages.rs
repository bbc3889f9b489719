//! Words of printed pages.

use crate::lang::PageWords;

/// The words.
pub const PAGE_WORDS: PageWords = PageWords {
    note: "Nota",
    tip: "Suggerimento",
    important: "Importante",
    warning: "Attenzione",
    draft: "Bozza",
    draft_long: "Bozza: testi e dati possono cambiare prima della pubblicazione.",
    slides: "Diapositive",
    slide: "Diapositiva",
    handout: "Dispensa",
    report: "Rapporto",
    contents: "Indice",
    notes: "Note",
    sources: "Fonti",
    licence: "Licenza",
    data: "Dati",
    appendix: "Appendice",
    backup: "Diapositive di riserva",
    backup_text: "Non fanno parte dell’intervento: servono per le domande.",
    qr: ["Codice da fotografare", "Porta a"],
};
