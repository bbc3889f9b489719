//! The data behind a figure as files that explain themselves: CSV, in which what holds for all rows stands in each of
//! them, and JSON, in which values are numbers.

use super::csv as data;
use crate::render::web::kit::alternative;
use crate::resolve::{Behind, Cover, Figure, Masthead};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// The columns that hold numbers, in every data file.
const NUMBERS: [&str; 6] = ["value", "old_value", "difference", "numerator", "denominator", "rank"];

/// The rows as CSV, each with what holds for all of them: a row may be copied alone, and remarks above the head would
/// not be CSV.
pub fn csv(site: &Masthead, cover: &Cover, figure: &Figure, behind: &Behind) -> String {
    let notes: Vec<&str> =
        figure.notes.iter().filter(|note| note.mark.is_empty()).map(|note| note.text.as_str()).collect();
    let mut of_all = vec![
        ("figure", figure.id.clone()),
        ("title", figure.title.clone()),
        ("measure", figure.measure.clone()),
        ("share_of", behind.denominator.clone()),
        ("definition", figure.definition.clone()),
        ("figure_note", notes.join(" · ")),
        ("origin", behind.origin.clone()),
        ("edition", cover.id.clone()),
        ("revision", figure.provenance.revision.to_string()),
        ("data", figure.provenance.data.clone()),
        ("language", site.language.tag().to_owned()),
        ("organisation", site.organisation.clone()),
        ("licence", licence(site)),
    ];
    of_all.extend(status(cover));
    data::csv_with(&behind.data, &of_all)
}

/// The column that tells a draft, with its cell; published editions do not have it.
pub fn status(cover: &Cover) -> Option<(&'static str, String)> {
    cover.draft.then(|| ("edition_status", "draft".to_owned()))
}

fn licence(site: &Masthead) -> String {
    match &site.licence_url {
        Some(url) if !site.licence.is_empty() => format!("{}, {url}", site.licence),
        _ => site.licence.clone(),
    }
}

/// The figure as one JSON object: words, sources, and rows in which values are numbers, or `null` with the reason.
/// `options` are those with which the figure was asked for.
pub fn json(site: &Masthead, cover: &Cover, figure: &Figure, behind: &Behind, options: &str) -> String {
    let text = |text: &str| if text.is_empty() { Value::Null } else { text.into() };
    let notes: Vec<Value> =
        figure.notes.iter().map(|note| json!({ "mark": text(&note.mark), "text": note.text })).collect();
    let is_table = behind.unit.is_empty();
    let missing: Vec<&str> = behind.missing().collect();
    let since = behind
        .since
        .as_ref()
        .map(|since| json!({ "edition": since.edition, "period": since.period, "share_of": since.denominator }));
    let items: Vec<Value> = behind.items.iter().map(|(id, title)| json!({ "id": id, "title": title })).collect();
    let words = json!({
        "id": figure.id,
        "language": site.language.tag(),
        "title": figure.title,
        "kicker": text(&figure.kicker),
        "measure": figure.measure,
        "summary": figure.summary,
        "alternative": alternative(figure),
        "description": figure.in_words(),
        "caption": figure.caption,
        "definition": figure.definition,
        "edition": {
            "id": cover.id,
            "title": cover.title,
            "period": cover.period_iso,
            "period_words": cover.period,
            "draft": cover.draft,
        },
        "revision": figure.provenance.revision,
        "data": figure.provenance.data,
        "options": text(options),
        "address": figure.provenance.address(&figure.id),
        "period": behind.period,
        "unit": text(&behind.unit),
        "share_of": text(&behind.denominator),
        "since": since,
        "origin": text(&behind.origin),
        "source": figure.source,
        "organisation": text(&site.organisation),
        "licence": { "name": text(&site.licence), "url": site.licence_url },
        "notes": notes,
        "missing": missing,
        "items": items,
    });
    let head = &behind.data.head;
    let rows = behind.data.rows.iter().map(|cells| Row { head, cells, is_table }).collect();
    let whole = Whole { words: &words, rows };
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_else(|_| unreachable!("every key is a text"));
    text.push('\n');
    text
}

/// The object in the order in which it is written. The rows come last and are written as they are read, for a large
/// site has a million cells.
#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    words: &'a Value,
    rows: Vec<Row<'a>>,
}

/// A row as an object whose keys are the names of the columns.
struct Row<'a> {
    head: &'a [String],
    cells: &'a [String],
    is_table: bool,
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_map(Some(self.head.len()))?;
        for (head, cell) in self.head.iter().zip(self.cells) {
            row.serialize_key(head)?;
            // An empty cell is `null`; in a table, yes and no are true and false.
            match (head.as_str(), cell.as_str()) {
                (_, "") => row.serialize_value(&())?,
                ("national", cell) => row.serialize_value(&(cell == "yes"))?,
                (head, cell) if NUMBERS.contains(&head) => match cell.parse::<serde_json::Number>() {
                    Ok(number) => row.serialize_value(&number)?,
                    Err(_) => row.serialize_value(cell)?,
                },
                ("territory" | "item" | "name" | "period" | "note" | "source", cell) => row.serialize_value(cell)?,
                (_, "yes") if self.is_table => row.serialize_value(&true)?,
                (_, "no") if self.is_table => row.serialize_value(&false)?,
                (_, "missing") if self.is_table => row.serialize_value(&())?,
                (_, cell) => row.serialize_value(cell)?,
            }
        }
        row.end()
    }
}
