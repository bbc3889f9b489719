//! Narrative that does not fit its slide at the smallest usual size: the steps that the theme allows are tried in its
//! order.

use super::passage::{DENSE, SMALL, height, room};
use crate::data::prose::{Block, Inline};
use crate::diag::Language;
use crate::layout::head::part;
use crate::resolve::{Edition, Entry, Passage};
use crate::theme::Fit;
use std::borrow::Cow;

/// How a passage comes to fit its slide.
#[derive(Clone, Debug, PartialEq)]
pub enum Fitted {
    /// At a usual size.
    Fits,
    /// At a size that the last row of a room can hardly read.
    Small,
    /// Cut into these passages, one for each slide.
    Split(Vec<Passage>),
    /// Not at all: at the smallest size that is allowed it runs over its slide by so many pixels.
    Over(f64),
}

/// Tries the steps on a passage, in their order.
pub fn fitted(passage: &Passage, steps: &[Fit], language: Language) -> Fitted {
    let over = height(passage, &DENSE) - room(passage);
    if over <= 0.0 {
        return Fitted::Fits;
    }
    let mut least = over;
    for step in steps {
        match step {
            Fit::Small => {
                let over = height(passage, &SMALL) - room(passage);
                if over <= 0.0 {
                    return Fitted::Small;
                }
                least = over;
            }
            Fit::Split => {
                if let Some(passages) = split(passage, language) {
                    return Fitted::Split(passages);
                }
            }
        }
    }
    Fitted::Over(least)
}

/// The edition as its decks show it: passages that need it are made smaller, or cut into several.
pub fn for_slides<'e>(edition: &'e Edition, steps: &[Fit], language: Language) -> Cow<'e, Edition> {
    let mut shown = Cow::Borrowed(edition);
    if steps.is_empty() {
        return shown;
    }
    for (place, step) in edition.outline.iter().enumerate() {
        let Entry::Narrative(passages) = &step.entry else { continue };
        let all: Vec<Fitted> = passages.iter().map(|passage| fitted(passage, steps, language)).collect();
        if all.iter().all(|one| matches!(one, Fitted::Fits | Fitted::Over(_))) {
            continue;
        }
        let each = passages.iter().zip(all).flat_map(|(passage, fitted)| match fitted {
            Fitted::Split(passages) => passages,
            Fitted::Small => vec![Passage { small: true, ..passage.clone() }],
            Fitted::Fits | Fitted::Over(_) => vec![passage.clone()],
        });
        shown.to_mut().outline[place].entry = Entry::Narrative(each.collect());
    }
    shown
}

/// The passage cut for as few slides as can hold it, about equally full, each with "(1 di 2)" after its title. `None`
/// where a block alone is too high for a slide.
fn split(passage: &Passage, language: Language) -> Option<Vec<Passage>> {
    // The title of every slide ends in its number, which may take a line more.
    let titled = |blocks: Vec<Block>, place: usize, count: usize| {
        let mut title = passage.title.clone();
        title.push(Inline::Text(part(place, count, language)));
        let id = if place == 0 { passage.id.clone() } else { format!("{}-{}", passage.id, place + 1) };
        let speaker_notes = if place == 0 { passage.speaker_notes.clone() } else { Vec::new() };
        Passage { id, title, blocks, speaker_notes, ..passage.clone() }
    };
    let pieces = pieces(&passage.blocks);
    let full = room(&titled(Vec::new(), 0, 2));
    let cut = |limit: f64| {
        let mut slides: Vec<Vec<Block>> = vec![Vec::new()];
        for piece in &pieces {
            let mut with = slides.last().cloned().unwrap_or_default();
            add(&mut with, piece.clone());
            if height(&titled(with.clone(), 0, 2), &DENSE) <= limit {
                *slides.last_mut()? = with;
            } else {
                slides.push(vec![piece.clone()]);
            }
        }
        slides.retain(|blocks| !blocks.is_empty());
        let fits = slides.iter().all(|blocks| height(&titled(blocks.clone(), 0, 2), &DENSE) <= limit);
        fits.then_some(slides)
    };
    let mut slides = cut(full)?;
    // As many slides, less full: the last is not left with a line.
    let mut limit = full;
    while let Some(less) = cut(limit - EVENING).filter(|less| less.len() == slides.len()) {
        slides = less;
        limit -= EVENING;
    }
    let count = slides.len();
    Some(slides.into_iter().enumerate().map(|(place, blocks)| titled(blocks, place, count)).collect())
}

/// By how many pixels slides are made less full, step by step, until they are about equally full.
const EVENING: f64 = 12.0;

/// What may stand on different slides: each block, and each item of a list as a list of its own.
fn pieces(blocks: &[Block]) -> Vec<Block> {
    let pieces = blocks.iter().flat_map(|block| match block {
        Block::List(start, items) => {
            let item = |(place, item): (usize, &Vec<Block>)| {
                Block::List(start.map(|start| start + place as u64), vec![item.clone()])
            };
            items.iter().enumerate().map(item).collect()
        }
        other => vec![other.clone()],
    });
    pieces.collect()
}

/// Adds a piece to others; an item joins the list that it continues.
fn add(blocks: &mut Vec<Block>, piece: Block) {
    match (blocks.last_mut(), piece) {
        (Some(Block::List(start, items)), Block::List(next, more))
            if next == start.map(|start| start + items.len() as u64) =>
        {
            items.extend(more);
        }
        (_, piece) => blocks.push(piece),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fitted, fitted};
    use crate::data::prose::{Block, Inline, plain};
    use crate::diag::Language;
    use crate::resolve::Passage;
    use crate::theme::Fit;

    fn items(count: usize) -> Passage {
        let line = "Una voce abbastanza lunga da riempire quasi tutta la riga di una diapositiva larga";
        let item = |place: usize| vec![Block::Paragraph(vec![Inline::Text(format!("{place} {line}"))])];
        Passage {
            id: "prova".into(),
            kicker: "Prova".into(),
            title: vec![Inline::Text("Titolo".into())],
            continues: false,
            blocks: vec![Block::List(None, (0..count).map(item).collect())],
            stepwise: false,
            small: false,
            speaker_notes: vec!["Da dire.".into()],
        }
    }

    #[test]
    fn a_passage_too_long_at_the_smallest_size_says_by_how_much() {
        // Lines of 31.2 pixels, 9 apart, 16 below the title: 13 fit in 556.
        assert_eq!([12, 13].map(|count| fitted(&items(count), &[], Language::Italian)), [Fitted::Fits, Fitted::Fits]);
        let Fitted::Over(over) = fitted(&items(14), &[], Language::Italian) else { panic!("14 do not fit") };
        assert!((over - (16.0 + 14.0 * 31.2 + 13.0 * 9.0 - 556.0)).abs() < 0.01, "{over}");
    }

    #[test]
    fn what_the_theme_allows_is_tried_in_its_order() {
        let with = |count, steps: &[Fit]| fitted(&items(count), steps, Language::Italian);
        assert_eq!(with(14, &[Fit::Small, Fit::Split]), Fitted::Small);
        let Fitted::Split(slides) = with(14, &[Fit::Split, Fit::Small]) else { panic!("it is split") };
        assert_eq!(slides.len(), 2);
        let Fitted::Split(slides) = with(40, &[Fit::Small, Fit::Split]) else {
            panic!("40 are too many for one slide")
        };
        assert_eq!(slides.len(), 4);
    }

    #[test]
    fn slides_of_one_passage_are_evenly_full_and_lose_nothing() {
        let Fitted::Split(slides) = fitted(&items(14), &[Fit::Split], Language::Italian) else { panic!("it is split") };
        let count = |slide: &Passage| {
            slide
                .blocks
                .iter()
                .map(|block| match block {
                    Block::List(_, items) => items.len(),
                    _ => 0,
                })
                .sum::<usize>()
        };
        assert_eq!(slides.iter().map(count).collect::<Vec<_>>(), [7, 7]);
        let titles: Vec<String> = slides.iter().map(|slide| plain(&slide.title)).collect();
        assert_eq!(titles, ["Titolo (1 di 2)", "Titolo (2 di 2)"]);
        assert_eq!([slides[0].id.as_str(), &slides[1].id], ["prova", "prova-2"]);
        assert_eq!([slides[0].speaker_notes.len(), slides[1].speaker_notes.len()], [1, 0]);
    }

    #[test]
    fn a_block_that_is_too_high_alone_is_not_cut() {
        let words = "parola ".repeat(900);
        let blocks = vec![Block::Paragraph(vec![Inline::Text(words)])];
        let over = fitted(&Passage { blocks, ..items(0) }, &[Fit::Split], Language::Italian);
        assert!(matches!(over, Fitted::Over(_)), "{over:?}");
    }
}
