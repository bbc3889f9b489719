//! A figure in words alone: how it is drawn, and every value in order, for who has not the picture.

use super::figure::{Figure, Table, TableRow};
use crate::chart::{Chart, Labelled, Matrix};
use crate::data::number::Number;
use crate::data::observation::Cell;
use crate::data::territory::Called;
use crate::diag::Language;
use crate::lang::{self, DrawnFacts, Shape, change_terms, terms};

/// What kind of drawing a chart is, and what its parts mean. `whole` is the name of the whole.
pub fn drawn(language: Language, chart: &Chart, called: &Called, whole: &str) -> String {
    let (shape, axis_max, has_whole) = match chart {
        Chart::Bars(bars) | Chart::Columns(bars) => {
            let shape = if matches!(chart, Chart::Bars(_)) { Shape::Bars } else { Shape::Columns };
            (shape, bars.axis_max, bars.rows.iter().any(|bar| bar.national))
        }
        Chart::Areas(areas) => (Shape::Areas, areas.axis_max, areas.national.is_some()),
        Chart::Strip(areas) => (Shape::Strip, areas.axis_max, areas.national.is_some()),
        Chart::Distance(distance) => (Shape::Distance(&distance.zero_label), distance.axis_max, false),
        Chart::Dumbbell(pairs) => {
            let [before, after] = &pairs.legend;
            (Shape::Dumbbell([before, after], pairs.broken.is_none()), pairs.axis_max, false)
        }
        Chart::Slope(slope) => {
            let [before, after] = &slope.pairs.legend;
            (Shape::Slope([before, after], slope.pairs.broken.is_none()), slope.pairs.axis_max, false)
        }
        Chart::Matrix(matrix) => (Shape::Matrix(matrix.columns.len()), 0.0, false),
        Chart::Lines(lines) => {
            let dates: Vec<String> = lines.dates.iter().map(|date| date.words.join(" ")).collect();
            let has_whole = lines.rows.iter().any(|line| line.weight == crate::chart::Weight::National);
            let facts = DrawnFacts {
                shape: Shape::Lines(&dates),
                called,
                whole: has_whole.then_some(whole),
                axis: &axis(language, lines.axis_max),
            };
            return lang::drawn(language, &facts);
        }
        Chart::Tiles(places) => (Shape::Tiles(&places.steps), 0.0, false),
        Chart::Map(places) => (Shape::Map(&places.steps), 0.0, false),
    };
    let facts = DrawnFacts { shape, called, whole: has_whole.then_some(whole), axis: &axis(language, axis_max) };
    lang::drawn(language, &facts)
}

fn axis(language: Language, end: f64) -> String {
    lang::percent(language, Number::nearest(end).unwrap_or(Number::HUNDRED), 0)
}

impl Figure {
    /// The figure in words alone, a paragraph each: how it is drawn, what it says, every value in order with who shares a
    /// place and who has none, the notes that what it says leaves out, the source.
    pub fn in_words(&self) -> Vec<String> {
        let language = self.provenance.language;
        let values = match &self.chart {
            Chart::Matrix(matrix) => of_table(language, matrix),
            Chart::Dumbbell(pairs) => of_pairs(language, &self.table, &pairs.absent, &pairs.absent_word),
            Chart::Slope(slope) => of_pairs(language, &self.table, &slope.pairs.absent, &slope.pairs.absent_word),
            Chart::Lines(lines) => {
                let mut values: Vec<String> = lines.rows.iter().map(|line| line.title.clone()).collect();
                values.extend(absent(&lines.absent, &lines.absent_word));
                values
            }
            Chart::Bars(_)
            | Chart::Areas(_)
            | Chart::Columns(_)
            | Chart::Distance(_)
            | Chart::Strip(_)
            | Chart::Tiles(_)
            | Chart::Map(_) => of_ranks(language, &self.table),
        };
        let unsaid = self.notes.iter().filter(|note| !self.summary.contains(note.text.trim_end_matches('.')));
        let notes: Vec<String> = unsaid.map(|note| format!("{} {}", note.mark, note.text).trim().to_owned()).collect();
        let mut paragraphs = vec![
            format!("{}. {}.", self.title.trim_end_matches('.'), self.measure.trim_end_matches('.')),
            self.drawn.clone(),
            self.summary.clone(),
        ];
        paragraphs.extend((!values.is_empty()).then(|| lang::values(language, &values)));
        paragraphs.extend(notes);
        paragraphs.push(format!("{}: {}.", self.source_label, self.source.trim_end_matches('.')));
        paragraphs
    }
}

/// Rows of a table by value and rank: those that have the same are said once, and who has none at the end of its group.
fn of_ranks(language: Language, table: &Table) -> Vec<String> {
    let terms = terms(language);
    let column = |head: &str| table.head.iter().position(|known| known == head);
    let (value, rank, area, distance) =
        (column(terms.value), column(terms.rank), column(terms.area), column(terms.distance));
    let cell =
        |row: &TableRow, column: Option<usize>| column.and_then(|at| row.cells.get(at)).cloned().unwrap_or_default();
    let key = |row: &TableRow| (cell(row, area), cell(row, value), cell(row, distance), cell(row, rank), row.national);
    let mut said = Vec::new();
    let mut around = String::new();
    // With macro-areas, those without a value stand with the others of theirs, not below all.
    let mut rows: Vec<&TableRow> = table.rows.iter().collect();
    if area.is_some() {
        let mut areas: Vec<String> = Vec::new();
        rows.sort_by_cached_key(|row| {
            let own = cell(row, area);
            let known = areas.iter().position(|known| *known == own);
            known.unwrap_or_else(|| {
                areas.push(own);
                areas.len() - 1
            })
        });
    }
    for chunk in rows.chunk_by(|a, b| key(a) == key(b)) {
        let (area, value, distance, rank, _) = key(chunk[0]);
        let names: Vec<&str> = chunk.iter().map(|row| row.cells[0].as_str()).collect();
        let value = if distance.is_empty() { value } else { format!("{value}, {distance}") };
        let tied = table.rows.iter().filter(|row| cell(row, column(terms.rank)) == rank).count() > 1;
        let place = rank.trim_end_matches(|sign: char| !sign.is_ascii_digit()).parse::<u32>().ok();
        let place = place.map(|place| lang::place(language, place, tied));
        let words = lang::at_a_place(language, &names, &value, place.as_deref());
        let begins = !area.is_empty() && area != around;
        said.push(if begins { format!("{area}: {words}") } else { words });
        around = area;
    }
    said
}

/// Rows of two values, before and now, and what came between.
fn of_pairs(language: Language, table: &Table, without: &[Labelled], word: &str) -> Vec<String> {
    let [before, now] = change_terms(language).sides;
    let missing = terms(language).missing;
    // Columns: name, before, now, the difference where there can be one, note.
    let has_difference = table.head.len() > 4;
    let rows = table.rows.iter().filter_map(|row| {
        let [name, old, new, difference, ..] = &row.cells[..] else { return None };
        let is_known = |value: &str| value != missing;
        let words = format!("{name}: {before} {old}, {now} {new}");
        match (is_known(old), is_known(new)) {
            (false, false) => None,
            (true, true) if has_difference && !difference.is_empty() => Some(format!("{words} ({difference})")),
            _ => Some(words),
        }
    });
    rows.chain(absent(without, word)).collect()
}

fn absent(names: &[Labelled], word: &str) -> Option<String> {
    let names: Vec<&str> = names.iter().map(|label| label.name.as_str()).collect();
    (!names.is_empty()).then(|| format!("{word}: {}", names.join(", ")))
}

/// Rows of a table of yes and no: what each has, and what it has not.
fn of_table(language: Language, matrix: &Matrix) -> Vec<String> {
    // Of an item that nothing is known of, the summary speaks.
    let is_unknown = |at: usize| matrix.rows.iter().all(|row| row.cells.get(at) == Some(&Cell::Missing));
    let rows = matrix.rows.iter().map(|row| {
        let of = |wanted: Cell| -> Vec<&str> {
            let cells = row.cells.iter().zip(&matrix.columns).enumerate();
            let cells = cells.filter(|(at, (cell, _))| **cell == wanted && !is_unknown(*at));
            cells.map(|(_, (_, column))| column.name.as_str()).collect()
        };
        let total = lang::out_of(language, row.yes, row.known);
        lang::row_of_table(language, &row.label.name, &total, &of(Cell::No), &of(Cell::Missing))
    });
    rows.collect()
}
