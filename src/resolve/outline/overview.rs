//! The indicators at a glance: the national value of each, with its date, its notes and who published it.

use crate::check::{Body, Checked, EditionData};
use crate::data::indicator::Part;
use crate::data::observation::Observation;
use crate::lang::{self, terms};
use crate::resolve::figure::figure::Note;
use crate::resolve::figure::notes::Notes;
use crate::resolve::figure::words::{add_publishers, sourced};

/// The indicators at a glance, in columns, one a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// Stable address.
    pub id: String,
    /// Above the title.
    pub kicker: String,
    /// Title.
    pub title: String,
    /// One a group.
    pub columns: Vec<OverviewColumn>,
    /// "Fonte"
    pub source_label: String,
    /// Whose measurements, and who published the national values; empty where none has a value.
    pub source: String,
    /// With their marks.
    pub notes: Vec<Note>,
}

/// One group of the overview.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewColumn {
    /// Group title.
    pub title: String,
    /// Its indicators.
    pub rows: Vec<OverviewRow>,
}

/// One indicator of the overview.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewRow {
    /// Short name, with the mark of a note on its value.
    pub label: String,
    /// What it measures: "degli assistiti".
    pub of: String,
    /// National value as printed, or "n.d.".
    pub value: String,
    /// "al 31 agosto 2024".
    pub period: String,
    /// First figure of the indicator in [`Edition::figures`](crate::resolve::Edition::figures), to link to.
    pub figure: Option<usize>,
}

/// The overview of an edition without its address; `figure` is the first figure that shows an indicator.
pub fn overview(
    checked: &Checked,
    edition: &EditionData,
    [title, kicker]: [Option<&str>; 2],
    figure: impl Fn(usize) -> Option<usize>,
) -> Overview {
    let (language, catalogue) = (checked.site.language, &checked.catalogue);
    let mut notes = Notes::new(language);
    let (mut origins, mut publishers): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut row = |index: usize| {
        let indicator = &catalogue.indicators[index];
        let series = edition.series(index, Part::Territories);
        let national = series.and_then(|series| national(&series.body));
        let value = national.and_then(|national| national.value);
        if value.is_some() && !origins.contains(&indicator.origin.as_str()) {
            origins.push(&indicator.origin);
        }
        let keys = national.filter(|_| value.is_some()).and_then(|national| national.source.as_deref());
        add_publishers(edition, keys.as_slice(), &mut publishers);
        let mark = national.map_or_else(String::new, |national| notes.mark(&indicator.short, national));
        OverviewRow {
            label: format!("{}{mark}", indicator.short),
            of: series.map_or(indicator.of.as_str(), |series| indicator.whole(series.definition)).to_owned(),
            value: value.map_or_else(
                || terms(language).missing.to_owned(),
                |value| lang::percent(language, value, indicator.decimals),
            ),
            period: national.map_or_else(String::new, |national| lang::when(language, national.period)),
            figure: figure(index),
        }
    };
    let columns = catalogue.groups.iter().enumerate().map(|(group, of)| {
        let members = (0..catalogue.indicators.len()).filter(|index| catalogue.indicators[*index].group == group);
        OverviewColumn { title: of.title.clone(), rows: members.map(&mut row).collect() }
    });
    let columns = columns.collect();
    Overview {
        id: String::new(),
        kicker: kicker.unwrap_or_default().to_owned(),
        title: title.unwrap_or(terms(language).at_a_glance).to_owned(),
        columns,
        source_label: terms(language).source.to_owned(),
        source: sourced(language, &origins.join(", "), &publishers),
        notes: notes.finish(),
    }
}

fn national(body: &Body) -> Option<&Observation> {
    match body {
        Body::Territories { national, .. } => Some(national),
        Body::Items(_) | Body::Table { .. } => None,
    }
}
