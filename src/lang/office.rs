//! What a file of slides says of itself: names of layouts and shapes, and what empty placeholders ask for.

use super::{en, it};
use crate::diag::Language;

/// The words of one language.
#[allow(missing_docs, reason = "each is named by what it says in English")]
pub struct OfficeWords {
    /// The language as Office writes it: `it-IT`.
    pub lang: &'static str,
    pub title_slide: &'static str,
    pub title_and_text: &'static str,
    pub figure: &'static str,
    pub section: &'static str,
    pub statement: &'static str,
    pub closing: &'static str,
    pub title_only: &'static str,
    pub title: &'static str,
    pub kicker: &'static str,
    pub subtitle: &'static str,
    pub text: &'static str,
    pub measure: &'static str,
    pub content: &'static str,
    pub source: &'static str,
    pub event: &'static str,
    pub footer: &'static str,
    pub number: &'static str,
    pub notes: &'static str,
    pub image: &'static str,
    pub chart: &'static str,
    pub table: &'static str,
    pub drawing: &'static str,
    pub labels: &'static str,
    pub code: &'static str,
    pub line: &'static str,
    pub box_of_text: &'static str,
    pub backup: &'static str,
    pub name: &'static str,
    pub date: &'static str,
    pub printed: &'static str,
    pub rank: &'static str,
    pub row_of_chart: &'static str,
    pub names: &'static str,
    pub along: &'static str,
    pub down: &'static str,
}

/// The words of a language.
pub const fn office(language: Language) -> &'static OfficeWords {
    match language {
        Language::English => &en::office::WORDS,
        Language::Italian => &it::office::WORDS,
    }
}
