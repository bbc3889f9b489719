//! What an edition is called, of when it is and where it was given.

use crate::check::{EditionData, EntryData};
use crate::diag::Language;
use crate::lang;

/// What an edition is called, of when it is and where it was given.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    /// Folder name in the output.
    pub id: String,
    /// Title of the talk.
    pub title: String,
    /// Subtitle; may be empty.
    pub subtitle: String,
    /// "giugno – agosto 2024".
    pub period: String,
    /// ISO 8601.
    pub period_iso: String,
    /// Where and when it was given.
    pub event: Option<Event>,
    /// "draft", "published": drafts say so on every page.
    pub draft: bool,
    /// How many figures it has.
    pub figures: usize,
}

/// An occasion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// "19° Forum Risk Management"
    pub name: String,
    /// "Arezzo"; may be empty.
    pub place: String,
    /// "27 novembre 2024"; may be empty.
    pub date: String,
    /// "#ForumRisk19"; may be empty.
    pub tag: String,
}

/// The cover of an edition, in a language.
pub fn cover(data: &EditionData, language: Language) -> Cover {
    let is_figure = |entry: &&EntryData| matches!(entry, EntryData::Figure(_) | EntryData::Change { .. });
    Cover {
        id: data.id.clone(),
        title: data.title.clone(),
        subtitle: data.subtitle.clone(),
        period: lang::period(language, data.period),
        period_iso: data.period.iso(),
        draft: data.draft,
        event: data.event.as_ref().map(|event| Event {
            name: event.name.clone(),
            place: event.place.clone(),
            date: event.date.map_or_else(String::new, |day| lang::day(language, day)),
            tag: event.tag.clone(),
        }),
        figures: data.entries().filter(is_figure).count(),
    }
}
