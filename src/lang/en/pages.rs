//! Words of printed pages.

use crate::lang::PageWords;

/// The words.
pub const PAGE_WORDS: PageWords = PageWords {
    note: "Note",
    tip: "Tip",
    important: "Important",
    warning: "Warning",
    draft: "Draft",
    draft_long: "Draft: text and data may change before publication.",
    slides: "Slides",
    slide: "Slide",
    handout: "Handout",
    report: "Report",
    contents: "Contents",
    notes: "Notes",
    sources: "Sources",
    licence: "Licence",
    data: "Data",
    appendix: "Appendix",
    backup: "Backup slides",
    backup_text: "They are no part of the talk: they are here for questions.",
    qr: ["Code to photograph", "Leads to"],
};
