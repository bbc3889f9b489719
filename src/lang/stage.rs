//! The words of the stage: its dialogs, its keys and the window of the speaker, in each language.

use super::{en, it};
use crate::diag::Language;
use serde::Serialize;

/// The words of a deck, which templates see as `words.deck`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "each is named by what it says in English")]
pub struct StageWords {
    pub overview: &'static str,
    pub search: &'static str,
    pub help: &'static str,
    pub key: &'static str,
    pub does: &'static str,
    /// Keys of the keyboard, and what they do.
    pub keys: [(&'static [&'static str], &'static str); 14],
    pub signs: &'static str,
    pub signs_note: &'static str,
    pub close: &'static str,
    pub jump: &'static str,
    pub go: &'static str,
    pub ask: &'static str,
    pub ask_title: &'static str,
    pub territory: &'static str,
    pub territories: &'static str,
    pub black: &'static str,
    pub black_text: &'static str,
    pub black_audience: &'static str,
    pub full: &'static str,
    pub paper: &'static str,
    pub leave_paper: &'static str,
    pub speaker_window: &'static str,
    pub then: &'static str,
    pub time: &'static str,
    pub clock: &'static str,
    pub timer: &'static str,
    pub plan_here: &'static str,
    pub plan_sum: &'static str,
    pub notes: &'static str,
    pub larger: &'static str,
    pub smaller: &'static str,
    pub reset: &'static str,
    pub said: &'static SaidWords,
}

/// What the script of a deck says, with `{blanks}` for it to fill.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "each is named by what it says in English")]
pub struct SaidWords {
    pub said: &'static str,
    pub said_backup: &'static str,
    pub backup: &'static str,
    pub found: &'static str,
    pub found_one: &'static str,
    pub jump_range: &'static str,
    pub ask_none: &'static str,
    pub full_refused: &'static str,
    pub full_left: &'static str,
    pub speaker_refused: &'static str,
    pub audience_black: &'static str,
    pub no_notes: &'static str,
    pub items: &'static str,
    pub end: &'static str,
    pub start: &'static str,
    pub pause: &'static str,
    pub resume: &'static str,
    pub seconds: &'static str,
    pub minutes: &'static str,
    pub ahead: &'static str,
    pub late: &'static str,
    pub on_time: &'static str,
}

/// The words of a language.
pub const fn stage(language: Language) -> &'static StageWords {
    match language {
        Language::English => &en::stage::WORDS,
        Language::Italian => &it::stage::WORDS,
    }
}
