//! Where a figure comes from: its edition, period, licence, revision, and a short mark of the data behind it.

use super::figure::{Figure, Provenance, Table, TableRow};
use crate::check::{Body, Checked, EditionData};
use crate::data::number::Number;
use crate::data::observation::{Cell, Observation};
use crate::data::paths;
use crate::data::territory::TerritoryId;
use crate::diag::Language;
use crate::lang;
use crate::resolve::compare::compared::Side;
use crate::resolve::data::datasets::cite;

/// The provenance of a figure that is made of some series, the newest last. `measure` is what they measure, in the author's words.
pub(in crate::resolve) fn provenance(
    checked: &Checked,
    edition: &EditionData,
    sides: &[Side<'_>],
    measure: &str,
    language: Language,
) -> Provenance {
    let periods = || sides.iter().map(|side| side.series.period);
    let whens: Vec<String> = periods().map(|period| lang::when(language, period)).collect();
    let isos: Vec<String> = periods().map(|period| period.iso()).collect();
    let licence = checked.site.licence.as_ref();
    Provenance {
        edition: edition.id.clone(),
        period_iso: isos.join(", "),
        period: lang::list(language, &whens),
        language,
        organisation: checked.site.organisation.clone(),
        licence: licence.map_or_else(String::new, |(name, _)| name.clone()),
        licence_url: licence.and_then(|(_, url)| url.clone()),
        revision: edition.revision,
        draft: edition.draft,
        data: mark(&canonical(checked, sides, measure)),
        site: checked.site.url.clone(),
    }
}

/// The first twelve hexadecimal digits of a hash.
fn mark(text: &str) -> String {
    let mut digits = blake3::hash(text.as_bytes()).to_hex().to_string();
    digits.truncate(12);
    digits
}

/// All that is known of some series as lines of text, without a word of ours: equal data give equal texts in every
/// language.
fn canonical(checked: &Checked, sides: &[Side<'_>], measure: &str) -> String {
    let mut text = String::with_capacity(4096);
    let all = &checked.territories;
    for Side { edition, series } in sides {
        let indicator = &checked.catalogue.indicators[series.indicator];
        let definition = &indicator.definitions[series.definition];
        line(&mut text, &["indicator", &indicator.id, measure, &definition.text, &indicator.origin]);
        line(&mut text, &["period", &series.period.iso(), series.note.as_deref().unwrap_or_default()]);
        let items = indicator.items_of(series.definition);
        let mut row = |code: &str, name: &str, value: &Observation| {
            let number = |count: Option<u32>| count.map_or_else(String::new, |count| count.to_string());
            let exact = value.value.map_or_else(String::new, Number::to_data);
            let printed =
                value.value.map_or_else(String::new, |value| value.rounded(indicator.decimals).units.to_string());
            let source = cite(edition, value.source.as_deref());
            let (count, of) = (number(value.count), number(value.of));
            let note = value.note.as_deref().unwrap_or_default();
            let when = value.period.iso();
            line(&mut text, &[code, name, &exact, &printed, &count, &of, value.status.code(), &when, note, &source]);
        };
        match &series.body {
            Body::Territories { national, values } => {
                row(&all.national().code, &all.national().name, national);
                all.iter().zip(values).for_each(|((_, of), value)| row(&of.code, &of.name, value));
            }
            Body::Items(values) => {
                items.iter().zip(values).for_each(|(item, value)| row(&item.id, &item.title, value));
            }
            Body::Table { cells, source } => {
                line(&mut text, &["source", &cite(edition, source.as_deref())]);
                for (place, row) in cells.iter().enumerate() {
                    let territory = all.get(TerritoryId(place as u16));
                    line(&mut text, &[&territory.code, &territory.name]);
                    for (item, cell) in items.iter().zip(row) {
                        let said = match cell {
                            Cell::Yes => "yes",
                            Cell::No => "no",
                            Cell::Missing => "missing",
                        };
                        line(&mut text, &["", &item.id, &item.title, said]);
                    }
                }
            }
        }
    }
    text
}

fn line(text: &mut String, cells: &[&str]) {
    for (column, cell) in cells.iter().enumerate() {
        if column > 0 {
            text.push('\t');
        }
        text.push_str(cell);
    }
    text.push('\n');
}

impl Provenance {
    /// What is said wherever a figure of a draft stands alone: "Draft: text and data may change before publication.";
    /// `None` of a published edition.
    pub fn warning(&self) -> Option<&'static str> {
        self.draft.then(|| lang::page_words(self.language).draft_long)
    }

    /// The address of the page of a figure, if that of the site is known.
    pub fn address(&self, figure: &str) -> Option<String> {
        self.site.as_ref().map(|site| paths::address(site, &paths::figure(&self.edition, figure)))
    }

    /// All that can be said of a figure where a file has room for keywords and texts (PNG, PDF): what it is called, what
    /// it counts, whose it is, its notes and its table. `options` are those it was drawn with, as `chart` takes them;
    /// empty for the picture of the site. The first four keywords are PNG's own (PNG, third edition, 11.3.3.1).
    pub fn pairs(&self, figure: &Figure, options: &str) -> Vec<(&'static str, String)> {
        let description = format!("{}. {}", figure.measure, figure.summary);
        let description =
            self.warning().map_or_else(|| description.clone(), |warning| format!("{warning} {description}"));
        let mut pairs = vec![
            ("Title", figure.title.clone()),
            ("Description", description),
            ("Author", self.organisation.clone()),
            ("Copyright", self.licence.clone()),
            ("cc:license", self.licence_url.clone().unwrap_or_default()),
            ("dc:source", format!("{}: {}", figure.source_label, figure.source)),
            ("dc:date", self.period_iso.clone()),
            ("dc:language", self.language.tag().to_owned()),
            ("dc:identifier", self.address(&figure.id).unwrap_or_default()),
            ("fascicle:figure", figure.id.clone()),
            ("fascicle:edition", self.edition.clone()),
            ("fascicle:revision", self.revision.to_string()),
            ("fascicle:period", self.period.clone()),
            ("fascicle:measure", figure.measure.clone()),
            ("fascicle:definition", figure.definition.clone()),
        ];
        let note = |note: &crate::resolve::Note| format!("{} {}", note.mark, note.text).trim().to_owned();
        let notes: Vec<String> = figure.notes.iter().map(note).collect();
        pairs.push(("fascicle:notes", notes.join("\n")));
        if self.draft {
            pairs.push(("fascicle:status", "draft".to_owned()));
        }
        pairs.push(("fascicle:table", rows(&figure.table)));
        pairs.push(("fascicle:data", self.data.clone()));
        pairs.push(("fascicle:options", options.to_owned()));
        pairs.retain(|(_, text)| !text.is_empty());
        pairs
    }
}

/// A table as lines, its cells between vertical bars; a bar or line within a cell is written `\|`, `\n`.
fn rows(table: &Table) -> String {
    let mut text = String::with_capacity(table.rows.len() * 64);
    let all = std::iter::once(&table.head).chain(table.rows.iter().map(|TableRow { cells, .. }| cells));
    for cells in all.filter(|cells| !cells.is_empty()) {
        if !text.is_empty() {
            text.push('\n');
        }
        for (column, cell) in cells.iter().enumerate() {
            if column > 0 {
                text.push('|');
            }
            match cell.contains(['\\', '|', '\n']) {
                true => text += &cell.replace('\\', "\\\\").replace('|', "\\|").replace('\n', "\\n"),
                false => text.push_str(cell),
            }
        }
    }
    text
}
