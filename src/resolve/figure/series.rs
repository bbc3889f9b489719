//! The figure of one series: what its views have alike, such as ranks, the source and notes on the whole.

use super::figure::{Figure, Note, Table};
use super::rank::ranking;
use super::shared::{self, Heading, Parts, Subject};
use super::words::{add_publishers, sourced, words};
use crate::chart::Chart;
use crate::check::{Body, Checked, EditionData, FigureData, Series};
use crate::data::indicator::Indicator;
use crate::data::number::{Number, Rounded};
use crate::data::observation::Observation;
use crate::data::territory::TerritoryId;
use crate::data::view::View;
use crate::diag::Language;
use crate::lang::{self, Extremes, Terms, terms};
use crate::resolve::compare::compared::Side;
use crate::resolve::names::{dataset_name, view_id};

/// A figure of an edition. `number` counts figures from 1.
pub fn figure(checked: &Checked, edition: &EditionData, series: &Series, asked: &FigureData, number: usize) -> Figure {
    let (part, language) = (asked.part, checked.site.language);
    let indicator = &checked.catalogue.indicators[series.indicator];
    let view = SeriesView {
        checked,
        edition,
        asked,
        indicator,
        series,
        language,
        when: &lang::adverb(language, series.period),
    };
    let Content { chart, table, summary, notes, sources } = match &series.body {
        Body::Territories { national, values } => view.territories(national, values),
        Body::Items(values) => view.items(values),
        Body::Table { cells, source } => view.table(cells, source.as_deref()),
    };
    let when = lang::when(language, series.period);
    let (_, measure) = words(indicator, series.definition, part);
    let measure = match asked.view {
        View::Distance => lang::distance_measure(language, &measure, checked.territories.is_built_in()),
        _ => measure,
    };
    let sides = [Side { edition, series }];
    let subject = Subject { checked, edition, indicator, part, sides: &sides, words: &asked.words, number };
    let parts = Parts {
        id: view_id(indicator, part, asked.view),
        dataset: dataset_name(indicator, part),
        heading: Heading::OfIndicator,
        measure: format!("{measure} · {when}"),
        when,
        definition: indicator.definitions[series.definition].text.clone(),
        summary,
        source: view.source(&sources),
        chart,
        table,
        notes,
    };
    shared::figure(&subject, parts)
}

/// One series, as an outline asks to see it.
pub struct SeriesView<'d> {
    /// The whole site.
    pub checked: &'d Checked,
    /// The edition.
    pub edition: &'d EditionData,
    /// What the outline asks for.
    pub asked: &'d FigureData,
    /// What is measured.
    pub indicator: &'d Indicator,
    /// The series.
    pub series: &'d Series,
    /// The language of the words.
    pub language: Language,
    /// When the values are of, as an adverb: "al 31 agosto 2024".
    pub when: &'d str,
}

/// What the body of a series gives to its figure.
pub struct Content<'d> {
    /// The rows, values and words that are drawn.
    pub chart: Chart,
    /// The values as a table.
    pub table: Table,
    /// What the data say, in sentences.
    pub summary: String,
    /// Notes with their marks.
    pub notes: Vec<Note>,
    /// Keys of the sources used.
    pub sources: Vec<&'d str>,
}

impl SeriesView<'_> {
    /// Whether the author marks a territory.
    pub fn is_marked(&self, index: usize) -> bool {
        self.asked.highlight.contains(&TerritoryId(index as u16))
    }

    /// A value as printed, as a number.
    pub fn rounded(&self, observation: &Observation) -> Option<Rounded> {
        observation.value.map(|value| value.rounded(self.indicator.decimals))
    }

    /// The greatest value and the least, of ranked rows, and the names of those that have them.
    pub fn extremes(
        &self,
        values: &[Observation],
        ranked: &[(usize, u32)],
        name: impl Fn(usize) -> String,
    ) -> Option<Extremes> {
        let (first, last) = (ranked.first()?.0, ranked.last()?.0);
        let who = |of: usize| {
            let alike = ranked.iter().filter(|(index, _)| self.rounded(&values[*index]) == self.rounded(&values[of]));
            alike.map(|(index, _)| name(*index)).collect()
        };
        let printed = |index: usize| self.printed(&values[index]);
        Some(Extremes { max: printed(first), max_who: who(first), min: printed(last), min_who: who(last) })
    }

    /// Who published a source; empty where the edition has none of that key.
    pub fn publisher(&self, key: &str) -> &str {
        self.edition.sources.iter().find(|source| source.id == key).map_or("", |source| source.publisher.as_str())
    }

    /// A share of the indicator, as printed.
    pub fn percent(&self, value: Number) -> String {
        lang::percent(self.language, value, self.indicator.decimals)
    }

    /// A value as printed; nothing where there is none.
    pub fn printed(&self, observation: &Observation) -> String {
        observation.value.map_or_else(String::new, |value| self.percent(value))
    }

    /// Whose measurement it is, and who published the values.
    fn source(&self, keys: &[&str]) -> String {
        let mut publishers = Vec::new();
        add_publishers(self.edition, keys, &mut publishers);
        sourced(self.language, &self.indicator.origin, &publishers)
    }

    /// Notes on the figure as a whole come before those with marks.
    pub fn with_general(&self, notes: Vec<Note>, of_items: bool) -> Vec<Note> {
        let general = |text: String| Note { mark: String::new(), text };
        let mut all: Vec<Note> = self.series.note.iter().map(|note| general(note.clone())).collect();
        all.extend(self.indicator.uncapped.iter().map(|why| general(lang::uncapped(self.language, why))));
        let definition = &self.indicator.definitions[self.series.definition];
        let listed = definition.items.len();
        match definition.total {
            total if of_items && total != Some(listed as u32) => {
                all.push(general(lang::partial_list(self.language, listed, total)));
            }
            _ => {}
        }
        all.extend(notes);
        all
    }

    /// The words of all figures.
    pub fn terms(&self) -> &'static Terms {
        terms(self.language)
    }

    /// The rows with a value, by their places, with their ranks; the greatest first.
    pub fn ranked<N: Ord>(&self, values: &[Observation], names: impl Fn(usize) -> N) -> Vec<(usize, u32)> {
        let values: Vec<Option<Number>> = values.iter().map(|value| value.value).collect();
        ranking(&values, self.indicator.decimals, names)
    }
}

/// Keys of the sources of some observations.
pub fn sources<'o>(observations: impl IntoIterator<Item = &'o Observation>) -> Vec<&'o str> {
    observations.into_iter().filter_map(|observation| observation.source.as_deref()).collect()
}
