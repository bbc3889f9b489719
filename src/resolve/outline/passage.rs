//! Slides of narrative.

use crate::check::{Checked, EntryData, PassageData};
use crate::data::prose::{Block, Inline, map_blocks, map_inlines, plain};
use crate::data::value::Value;
use crate::diag::Language;
use crate::files::Span;
use crate::resolve::figure::value;

/// One slide of narrative.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Stable address within the edition: `background-un-unico-punto-di-accesso`.
    pub id: String,
    /// Above the title; may be empty.
    pub kicker: String,
    /// The heading.
    pub title: Vec<Inline>,
    /// Whether the heading is the one of the slide before.
    pub continues: bool,
    /// What follows.
    pub blocks: Vec<Block>,
    /// Whether the items of its lists appear one by one on the stage.
    pub stepwise: bool,
    /// Whether its text is set below the usual sizes, for else it would not fit.
    pub small: bool,
    /// For the speaker.
    pub speaker_notes: Vec<String>,
}

/// The slides of narrative of one edition, each with the place of its heading; their addresses are left open.
pub fn passages(checked: &Checked, index: usize) -> impl Iterator<Item = (Span, Passage)> {
    let data = &checked.editions[index];
    let narratives = data.entries().filter_map(|entry| match entry {
        EntryData::Narrative { kicker, passages, .. } => Some((kicker, passages)),
        _ => None,
    });
    narratives.flat_map(move |(kicker, passages)| {
        passages.iter().map(move |passage| (passage.at, self::passage(kicker, passage, checked.site.language)))
    })
}

/// A slide of narrative, whose address is left open.
pub fn passage(kicker: &str, passage: &PassageData, language: Language) -> Passage {
    let mut print = |value: &Value| value::tied(value, language);
    let mut blocks = map_blocks(&passage.blocks, &mut print);
    let because =
        passage.because.iter().map(|why| Block::Paragraph(vec![Inline::Emphasis(vec![Inline::Text(why.clone())])]));
    blocks.extend(because);
    Passage {
        id: String::new(),
        kicker: kicker.to_owned(),
        title: map_inlines(&passage.title, &mut print),
        continues: passage.continues,
        blocks,
        stepwise: passage.stepwise,
        small: false,
        speaker_notes: passage
            .speaker_notes
            .iter()
            .map(|note| plain(&map_inlines(note, &mut |value| value::print(value, language))))
            .collect(),
    }
}
