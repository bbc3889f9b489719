//! The figure of items: how many have each, or do it.

use super::notes::Notes;
use super::series::{Content, SeriesView, sources};
use super::words::texts;
use crate::chart::{Bar, Chart, Labelled};
use crate::data::observation::Observation;
use crate::lang::{self, ItemsFacts};

impl<'d> SeriesView<'d> {
    /// A bar an item, the greatest first.
    pub fn items(&self, values: &'d [Observation]) -> Content<'d> {
        let items = self.indicator.items_of(self.series.definition);
        let name = |index: usize| items[index].title.as_str();
        let ranked = self.ranked(values, |index| index);
        let mut notes = Notes::new(self.language);
        let mut table = self.head(self.terms().item, false);
        let rows: Vec<Bar> = ranked
            .iter()
            .filter_map(|&(index, _)| self.bar(name(index), &values[index], None, false, &mut notes, &mut table))
            .collect();
        let without: Vec<usize> = (0..values.len()).filter(|index| values[*index].value.is_none()).collect();
        let absent: Vec<Labelled> =
            without.iter().map(|&index| self.absent(name(index), &values[index], &mut notes, &mut table)).collect();
        let missing: Vec<String> = without.iter().map(|&index| name(index).to_owned()).collect();
        let notes = notes.finish();
        let summary = lang::items_summary(
            self.language,
            &ItemsFacts {
                when: self.when,
                extremes: self.extremes(values, &ranked, |index| name(index).to_owned()),
                known: ranked.len(),
                missing: &missing,
                notes: &texts(&notes),
            },
        );
        Content {
            chart: Chart::Bars(self.bars(rows, absent)),
            table,
            summary,
            notes: self.with_general(notes, true),
            sources: sources(values),
        }
    }
}
