//! The lines of an index: entries of one title are told apart by what they show.

use super::figure::Figure;
use crate::chart::Chart;
use crate::lang::shape_names;
use std::collections::HashMap;

/// The titles of an index, each with its figure where it has one: a title that stands more than once says how its figure
/// shows it, else which figure it is; what is no figure has a number from its second place on.
pub fn told_apart(titles: &[(&str, Option<&Figure>)]) -> Vec<String> {
    let mut all: Vec<String> = titles.iter().map(|(title, _)| (*title).to_owned()).collect();
    for by in [Figure::kind, Figure::label] {
        let counts = counts(&all);
        for (text, (title, figure)) in all.iter_mut().zip(titles) {
            if let Some(figure) = figure.filter(|_| counts[text.as_str()] > 1) {
                *text = format!("{title} ({})", by(figure));
            }
        }
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    for text in &mut all {
        let times = seen.entry(text.clone()).or_default();
        *times += 1;
        if *times > 1 {
            text.push_str(&format!(" ({times})"));
        }
    }
    all
}

fn counts(all: &[String]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for text in all {
        *counts.entry(text.clone()).or_default() += 1;
    }
    counts
}

impl Figure {
    /// How it shows its data, in a word or two: "mappa".
    fn kind(&self) -> &str {
        let names = shape_names(self.provenance.language);
        match self.chart {
            Chart::Bars(_) => names.bars,
            Chart::Areas(_) => names.areas,
            Chart::Columns(_) => names.columns,
            Chart::Distance(_) => names.distance,
            Chart::Strip(_) => names.strip,
            Chart::Dumbbell(_) | Chart::Slope(_) => names.change,
            Chart::Matrix(_) => names.matrix,
            Chart::Lines(_) => names.lines,
            Chart::Tiles(_) => names.tiles,
            Chart::Map(_) => names.map,
        }
    }

    /// "Figura 3"
    fn label(&self) -> &str {
        &self.number
    }
}
