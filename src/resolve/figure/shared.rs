//! What every kind of figure has alike: its number, caption, own words, provenance, and how its drawing is told.

use super::described;
use super::figure::{Figure, Note, Own, Provenance, Table};
use super::goal::goal;
use super::provenance::provenance;
use super::words::{own_words, words};
use crate::chart::Chart;
use crate::check::{Checked, EditionData, WordsData};
use crate::data::indicator::{Indicator, Part};
use crate::lang::{self, terms};
use crate::resolve::compare::compared::Side;

/// What a figure is of, and what its author says of it.
pub struct Subject<'s> {
    /// The whole site.
    pub checked: &'s Checked,
    /// The edition that shows the figure.
    pub edition: &'s EditionData,
    /// What is measured.
    pub indicator: &'s Indicator,
    /// The part of it: territories, items, or the table of both.
    pub part: Part,
    /// The series that are shown, the newest last; there is one at least.
    pub sides: &'s [Side<'s>],
    /// What its author says of it.
    pub words: &'s WordsData,
    /// Its place among the figures of its edition, counted from 1.
    pub number: usize,
}

/// Who wrote what stands above a figure whose author gives it no title.
pub enum Heading {
    /// The authors of the indicator: its group and short name, and its title.
    OfIndicator,
    /// We have, from the data.
    FromData {
        /// Above the title.
        kicker: String,
        /// The title.
        title: String,
    },
}

/// What a kind of figure makes in its own way.
pub struct Parts {
    /// File name and address.
    pub id: String,
    /// The name of the data file that holds it.
    pub dataset: String,
    /// What stands above it.
    pub heading: Heading,
    /// Measure, date, place.
    pub measure: String,
    /// When the values are of, in words.
    pub when: String,
    /// What exactly is counted.
    pub definition: String,
    /// The summary from the data; the author's own stands in its place.
    pub summary: String,
    /// The rows, values and words that are drawn.
    pub chart: Chart,
    /// The values as a table.
    pub table: Table,
    /// Whose measurement, and who published the values.
    pub source: String,
    /// Notes with their marks.
    pub notes: Vec<Note>,
}

/// The figure of a subject, from its parts.
pub fn figure(of: &Subject<'_>, parts: Parts) -> Figure {
    let (checked, language) = (of.checked, of.checked.site.language);
    let definition = of.sides.last().map_or(0, |side| side.series.definition);
    let (title, measure) = words(of.indicator, definition, of.part);
    let own_words = own_words(checked, of.words);
    let is_of_indicator = matches!(parts.heading, Heading::OfIndicator);
    let own = Own {
        kicker: is_of_indicator,
        title: is_of_indicator || own_words.title.is_some(),
        summary: own_words.summary.is_some(),
    };
    let (kicker, title) = match parts.heading {
        Heading::OfIndicator => {
            (format!("{} · {}", checked.catalogue.groups[of.indicator.group].title, of.indicator.short), title)
        }
        Heading::FromData { kicker, title } => (kicker, title),
    };
    let title = own_words.title.unwrap_or(title);
    Figure {
        caption: lang::caption(language, &title, &of.indicator.origin, &parts.when),
        number: lang::figure(language, of.number),
        own,
        drawn: drawn(of, &parts.chart),
        source_label: terms(language).source.to_owned(),
        provenance: Provenance { period: parts.when, ..provenance(checked, of.edition, of.sides, &measure, language) },
        kicker,
        title,
        id: parts.id,
        dataset: parts.dataset,
        measure: parts.measure,
        definition: parts.definition,
        summary: own_words.summary.unwrap_or(parts.summary),
        chart: parts.chart,
        table: parts.table,
        source: parts.source,
        notes: parts.notes,
    }
}

/// What kind of drawing it is, and what its line marks where one marks what is to be reached.
fn drawn(of: &Subject<'_>, chart: &Chart) -> String {
    let (checked, language) = (of.checked, of.checked.site.language);
    let called = match of.part {
        Part::Items => lang::items(language),
        Part::Territories | Part::Table => lang::called(language, &checked.territories),
    };
    let mut drawn = described::drawn(language, chart, &called, &checked.territories.national().name);
    if let Some(goal) = goal(language, of.indicator).filter(|_| has_line(chart)) {
        drawn.push_str(&format!(" {}", lang::target_drawn(language, &goal)));
    }
    drawn
}

/// Whether a line of a chart marks what is to be reached.
pub fn has_line(chart: &Chart) -> bool {
    match chart {
        Chart::Bars(bars) | Chart::Columns(bars) => bars.target.is_some(),
        Chart::Areas(areas) | Chart::Strip(areas) => areas.target.is_some(),
        Chart::Distance(_)
        | Chart::Dumbbell(_)
        | Chart::Matrix(_)
        | Chart::Lines(_)
        | Chart::Slope(_)
        | Chart::Tiles(_)
        | Chart::Map(_) => false,
    }
}
