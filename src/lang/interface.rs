//! The words of the interface, in each language. What a report says of itself comes ready in the report; these are the
//! words of pages: links, labels, landmarks.

use super::stage::StageWords;
use super::{en, it};
use crate::diag::Language;
use serde::Serialize;

/// The words of pages, which templates see as `words`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "each is named by what it says in English")]
pub struct InterfaceWords {
    #[serde(skip)]
    pub language: Language,
    pub skip: &'static str,
    pub home: &'static str,
    pub editions: &'static str,
    pub newer: &'static str,
    pub older: &'static str,
    pub contents: &'static str,
    pub report: &'static str,
    pub slides: &'static str,
    pub minutes: &'static str,
    pub handout: &'static str,
    pub take_along: &'static str,
    pub whole_talk: &'static str,
    pub audiences: &'static str,
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
    pub changes: &'static ChangeWords,
    pub kit: &'static KitWords,
    pub deck: &'static StageWords,
}

/// The words of a figure's own page and of its frame.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "each is named by what it says in English")]
pub struct KitWords {
    pub page: &'static str,
    pub edition: &'static str,
    pub latest: &'static str,
    pub latest_long: &'static str,
    pub this_edition: &'static str,
    pub newer: &'static str,
    pub newer_label: &'static str,
    pub definition: &'static str,
    pub downloads: &'static str,
    /// Of each format: its ending, what it is, and what it is good for.
    pub formats: [(&'static str, &'static str, &'static str); 6],
    pub in_words: &'static str,
    pub embed: &'static str,
    pub embed_long: &'static str,
    pub frame: &'static str,
    pub frame_text: &'static str,
    pub frame_alone: &'static str,
    pub image: &'static str,
    pub image_text: &'static str,
    pub markdown_text: &'static str,
    pub latex_text: &'static str,
    pub latest_frame: &'static str,
    pub latest_frame_text: &'static str,
    pub latest_only: &'static str,
    pub addresses: &'static str,
    pub for_ever: &'static str,
    pub always_newest: &'static str,
    pub qr: &'static str,
    pub qr_text: &'static str,
    pub qr_download: &'static str,
    pub link: &'static str,
    pub in_report: &'static str,
}

/// What stands around a comparison of two editions.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "each is named by what it says in English")]
pub struct ChangeWords {
    pub title: &'static str,
    pub since: &'static str,
    pub since_last: &'static str,
    pub nothing: &'static str,
    /// What stands before the older period, and before the newer.
    pub when: [&'static str; 2],
    pub difference: &'static str,
    pub rank: &'static str,
    /// The word for what did not change, in its masculine and its feminine form.
    pub unchanged: [&'static str; 2],
    pub absent: &'static str,
    pub ranks: &'static str,
    pub definition: &'static str,
    pub note: &'static str,
    pub note_new: &'static str,
    pub note_gone: &'static str,
    pub added: &'static str,
    pub gone: &'static str,
    pub last_in: &'static str,
    pub notes: &'static str,
    pub narrative: &'static str,
    pub new: &'static str,
    pub text_added: &'static str,
    pub text_removed: &'static str,
    pub claims: &'static str,
    /// What stands after the number of claims that are new, gone, or compare other values: for one, and for more.
    pub claim_counts: [[&'static str; 2]; 3],
    pub claim_new: &'static str,
    pub claim_gone: &'static str,
    pub figure: &'static str,
    pub older: &'static str,
    /// What became of an item: it is there now, it is not there now, or it is not known now.
    pub cells: [&'static str; 3],
}

/// The words of a language.
pub const fn interface(language: Language) -> &'static InterfaceWords {
    match language {
        Language::English => &en::interface::WORDS,
        Language::Italian => &it::interface::WORDS,
    }
}

/// The words around a comparison.
pub const fn change_words(language: Language) -> &'static ChangeWords {
    match language {
        Language::English => &en::interface::CHANGES,
        Language::Italian => &it::interface::CHANGES,
    }
}
