//! What an indicator is to reach, as a figure of it says: in its line, its note and its summary.

use super::figure::Note;
use crate::check::EditionData;
use crate::data::indicator::{Better, Indicator, Part};
use crate::data::number::{Number, Rounded};
use crate::diag::Language;
use crate::lang::{self, Goal};

/// The value to be reached, with as many decimals as its author gave it; none where nothing is.
pub fn goal(language: Language, indicator: &Indicator) -> Option<Goal<'_>> {
    let target = indicator.target.as_ref()?;
    let decimals = target.value.decimals().unwrap_or(indicator.decimals);
    let printed = lang::percent(language, target.value, decimals);
    Some(Goal { printed, by: target.by, text: target.text.as_deref() })
}

/// How many of some values reach it; none does where nothing is to be reached.
pub fn reached(indicator: &Indicator, values: &[Option<Rounded>]) -> usize {
    let Some(target) = &indicator.target else { return 0 };
    let reaches = |value: &&Rounded| match indicator.better {
        Better::Lower => Number::from(**value) <= target.value,
        Better::Higher | Better::Neither => Number::from(**value) >= target.value,
    };
    values.iter().flatten().filter(reaches).count()
}

/// The note at the foot of a figure of one part of an indicator: what is to be reached, who states it, and whether a line
/// of the figure marks it. Items have no target.
pub fn note(
    language: Language,
    edition: &EditionData,
    (indicator, part): (&Indicator, Part),
    has_line: bool,
) -> Option<Note> {
    let goal = goal(language, indicator).filter(|_| part == Part::Territories)?;
    let key = &indicator.target.as_ref()?.source;
    let publisher = edition.sources.iter().find(|source| source.id == *key).map_or("", |source| &source.publisher);
    Some(Note { mark: String::new(), text: lang::target_note(language, &goal, publisher, has_line) })
}
