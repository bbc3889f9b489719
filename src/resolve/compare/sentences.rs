//! Which sentences of a narrative were added, taken away or changed: a plain comparison, paragraph by paragraph.
//!
//! A sentence is compared as its author wrote it: where only a number that is read from the data has changed, the data
//! say so, and the sentence is the same.

use crate::check::{ClaimData, EditionData, EntryData, PassageData};
use crate::data::prose::{Block, Inline, map_inlines, plain};
use crate::data::value::Value;
use crate::diag::Language;
use crate::resolve::figure::value::print;
use serde::Serialize;

/// A text of the author's that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum TextChange {
    /// Only the newer edition has it.
    Added {
        /// The text.
        new: String,
    },
    /// Only the older edition has it.
    Removed {
        /// The text.
        old: String,
    },
    /// Much of it is as it was.
    Changed {
        /// The text that was.
        old: String,
        /// The text that is.
        new: String,
    },
}

/// A claim of a narrative that is new, gone, or compares other values than it did; each was so in its edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimChange {
    /// As the author wrote it: `consenso.italia < 50`.
    pub claim: String,
    /// What was compared in the older edition, and what it was: `consenso.italia`, 41%; none where it is new.
    pub old: Option<Vec<[String; 2]>>,
    /// What is compared in the newer edition, and what it is; none where the claim is gone.
    pub new: Option<Vec<[String; 2]>>,
}

/// What came between the claims of a narrative in two editions, those of the newer first.
pub fn claims(old: &[PassageData], new: &[PassageData], language: Language) -> Vec<ClaimChange> {
    let all = |passages: &[PassageData]| -> Vec<(String, Vec<[String; 2]>)> {
        let claims = passages.iter().flat_map(|passage| &passage.claims);
        let sides = |claim: &ClaimData| {
            claim.sides.iter().map(|(text, value)| [text.clone(), print(value, language)]).collect()
        };
        claims.map(|claim| (claim.text.clone(), sides(claim))).collect()
    };
    let (mut old, new) = (all(old), all(new));
    let mut changes = Vec::new();
    for (claim, sides) in new {
        let was = old.iter().position(|(other, _)| *other == claim).map(|place| old.remove(place).1);
        if was.as_ref() != Some(&sides) {
            changes.push(ClaimChange { claim, old: was, new: Some(sides) });
        }
    }
    changes.extend(old.into_iter().map(|(claim, sides)| ClaimChange { claim, old: Some(sides), new: None }));
    changes
}

/// A paragraph: as written, and as read.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// With a gap for each number that is read from the data.
    written: String,
    /// As printed.
    read: String,
}

impl Paragraph {
    /// A text without bindings.
    pub fn plain(text: &str) -> Paragraph {
        Paragraph { written: text.to_owned(), read: text.to_owned() }
    }

    /// Whether a reader finds the same sentence.
    fn is(&self, other: &Paragraph) -> bool {
        self.written == other.written || self.read == other.read
    }
}

/// The narratives of an edition's talk, by the names of their files.
pub fn narratives(edition: &EditionData) -> impl Iterator<Item = (&str, &[PassageData])> {
    edition.entries().filter_map(|entry| match entry {
        EntryData::Narrative { name, passages, .. } => Some((name.as_str(), passages.as_slice())),
        _ => None,
    })
}

/// The paragraphs of a narrative: headings, running text, items of lists, rows of tables; not the speaker's notes,
/// which no page shows.
pub fn paragraphs(passages: &[PassageData], language: Language) -> Vec<Paragraph> {
    let mut found = Found { language, paragraphs: Vec::new() };
    for passage in passages {
        if !passage.continues {
            found.text(&passage.title);
        }
        found.blocks(&passage.blocks);
    }
    found.paragraphs
}

/// What a narrative is called: its first heading.
pub fn title(passages: &[PassageData], language: Language) -> String {
    let first =
        passages.first().map(|passage| plain(&map_inlines(&passage.title, &mut |value| print(value, language))));
    first.unwrap_or_default().trim().to_owned()
}

struct Found {
    language: Language,
    paragraphs: Vec<Paragraph>,
}

impl Found {
    fn blocks(&mut self, blocks: &[Block<Value>]) {
        for block in blocks {
            match block {
                Block::Paragraph(text) | Block::Heading(_, text) => self.text(text),
                Block::List(_, items) => items.iter().for_each(|item| self.blocks(item)),
                Block::Callout(_, inner) | Block::Quote(inner) => self.blocks(inner),
                Block::Table(_, head, rows) => {
                    for row in std::iter::once(head).chain(rows) {
                        let mut line: Vec<Inline<Value>> = Vec::new();
                        for cell in row {
                            if !line.is_empty() {
                                line.push(Inline::Text(" · ".to_owned()));
                            }
                            line.extend(cell.iter().cloned());
                        }
                        self.text(&line);
                    }
                }
            }
        }
    }

    fn text(&mut self, text: &[Inline<Value>]) {
        let written = plain(&map_inlines(text, &mut |_| "{{}}".to_owned()));
        let read = plain(&map_inlines(text, &mut |value| print(value, self.language)));
        let read = read.trim();
        if !read.is_empty() {
            self.paragraphs.push(Paragraph { written: written.trim().to_owned(), read: read.to_owned() });
        }
    }
}

/// What came between two lists of paragraphs, in the order of the newer.
pub fn differences(old: &[Paragraph], new: &[Paragraph]) -> Vec<TextChange> {
    let mut changes = Vec::new();
    let (mut at_old, mut at_new) = (0, 0);
    for (kept_old, kept_new) in common(old, new).into_iter().chain([(old.len(), new.len())]) {
        between(&old[at_old..kept_old], &new[at_new..kept_new], &mut changes);
        (at_old, at_new) = (kept_old + 1, kept_new + 1);
    }
    changes
}

/// The longest common part of two lists: places in both, in order.
fn common(old: &[Paragraph], new: &[Paragraph]) -> Vec<(usize, usize)> {
    let same = |a: usize, b: usize| old[a].is(&new[b]);
    let start = old.iter().zip(new).take_while(|(a, b)| a.is(b)).count();
    let mut pairs: Vec<(usize, usize)> = (0..start).map(|at| (at, at)).collect();
    // longest[a][b]: of what follows the places a and b.
    let (rows, columns) = (old.len() - start, new.len() - start);
    let mut longest = vec![vec![0_usize; columns + 1]; rows + 1];
    for a in (0..rows).rev() {
        for b in (0..columns).rev() {
            longest[a][b] = match same(start + a, start + b) {
                true => longest[a + 1][b + 1] + 1,
                false => longest[a + 1][b].max(longest[a][b + 1]),
            };
        }
    }
    let (mut a, mut b) = (0, 0);
    while a < rows && b < columns {
        if same(start + a, start + b) {
            pairs.push((start + a, start + b));
            (a, b) = (a + 1, b + 1);
        } else if longest[a + 1][b] >= longest[a][b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

/// Old and new paragraphs between two that stayed: a new one that is much like an old one has taken its place.
fn between(mut old: &[Paragraph], mut new: &[Paragraph], changes: &mut Vec<TextChange>) {
    loop {
        let alike = new.iter().enumerate().find_map(|(at, paragraph)| {
            let place = old.iter().position(|before| is_alike(&before.read, &paragraph.read))?;
            Some((place, at))
        });
        let (gone, come) = alike.unwrap_or((old.len(), new.len()));
        changes.extend(old[..gone].iter().map(|gone| TextChange::Removed { old: gone.read.clone() }));
        changes.extend(new[..come].iter().map(|come| TextChange::Added { new: come.read.clone() }));
        if alike.is_none() {
            return;
        }
        changes.push(TextChange::Changed { old: old[gone].read.clone(), new: new[come].read.clone() });
        (old, new) = (&old[gone + 1..], &new[come + 1..]);
    }
}

/// Whether two texts have at least half of their words in common.
fn is_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (one, mut left) = (words(one), words(other));
    let all = one.len() + left.len();
    let shared =
        one.iter().filter(|word| left.iter().position(|other| other == *word).map(|at| left.swap_remove(at)).is_some());
    let shared = shared.count();
    all > 0 && 4 * shared >= all
}

#[cfg(test)]
mod tests {
    use super::{Paragraph, TextChange, differences};

    fn changes(old: &[&str], new: &[&str]) -> Vec<TextChange> {
        let paragraphs = |texts: &[&str]| texts.iter().map(|text| Paragraph::plain(text)).collect::<Vec<_>>();
        differences(&paragraphs(old), &paragraphs(new))
    }

    #[test]
    fn what_stays_is_not_said() {
        assert_eq!(changes(&["a", "b", "c"], &["a", "b", "c"]), []);
        assert_eq!(changes(&[], &[]), []);
    }

    #[test]
    fn one_changed_paragraph_is_one_change() {
        let found = changes(
            &["Titolo", "Uso dei cittadini modesto", "Fine"],
            &["Titolo", "Uso dei cittadini in crescita", "Nuovo punto, tutto diverso", "Fine"],
        );
        let (old, new) = ("Uso dei cittadini modesto".into(), "Uso dei cittadini in crescita".into());
        let added = TextChange::Added { new: "Nuovo punto, tutto diverso".into() };
        assert_eq!(found, [TextChange::Changed { old, new }, added]);
    }

    #[test]
    fn what_has_nothing_in_common_is_taken_away_and_added() {
        let found = changes(&["a b c"], &["d e f"]);
        assert_eq!(found, [TextChange::Removed { old: "a b c".into() }, TextChange::Added { new: "d e f".into() }]);
    }
}
