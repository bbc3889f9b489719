//! What stands behind a figure as a file that says all by itself: CSV, with what holds for all rows repeated in each; JSON,
//! with values as numbers.

use super::data;
use super::kit::alternative;
use crate::resolve::{Behind, Cover, Dataset, Figure, Site};
use serde_json::{Map, Value, json};

/// Columns of numbers, in any data file.
const NUMBERS: [&str; 6] = ["value", "old_value", "difference", "numerator", "denominator", "rank"];

/// The rows, and in each what holds for all: a row may leave alone, and a remark above the head would be no CSV.
pub fn csv(site: &Site, cover: &Cover, figure: &Figure, behind: &Behind) -> String {
    let Dataset { name, mut head, rows } = behind.data.clone();
    let notes: Vec<&str> =
        figure.notes.iter().filter(|note| note.mark.is_empty()).map(|note| note.text.as_str()).collect();
    let of_all = [
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
        ("organisation", site.organisation.clone()),
        ("licence", licence(site)),
    ];
    head.extend(of_all.iter().map(|(head, _)| (*head).to_owned()));
    let cells = of_all.map(|(_, cell)| cell);
    let rows = rows.into_iter().map(|mut row| {
        row.extend_from_slice(&cells);
        row
    });
    data::csv(&Dataset { name, head, rows: rows.collect() })
}

fn licence(site: &Site) -> String {
    match &site.licence_url {
        Some(url) if !site.licence.is_empty() => format!("{}, {url}", site.licence),
        _ => site.licence.clone(),
    }
}

/// The figure as one object: words, sources, rows with numbers; `null` where there is no value, and why. `options`
/// are those it was asked for with.
pub fn json(site: &Site, cover: &Cover, figure: &Figure, behind: &Behind, options: &str) -> String {
    let text = |text: &str| if text.is_empty() { Value::Null } else { text.into() };
    let notes: Vec<Value> =
        figure.notes.iter().map(|note| json!({ "mark": text(&note.mark), "text": note.text })).collect();
    let is_table = behind.unit.is_empty();
    let rows: Vec<Value> = behind.data.rows.iter().map(|row| self::row(&behind.data.head, row, is_table)).collect();
    let missing: Vec<&str> = behind.missing().collect();
    let since = behind
        .since
        .as_ref()
        .map(|since| json!({ "edition": since.edition, "period": since.period, "share_of": since.denominator }));
    let items: Vec<Value> = behind.items.iter().map(|(id, title)| json!({ "id": id, "title": title })).collect();
    let whole = json!({
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
        "rows": rows,
    });
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_else(|_| unreachable!("every key is a text"));
    text.push('\n');
    text
}

/// A row by the names of its columns. An empty cell is `null`; in a table, yes and no are true and false.
fn row(head: &[String], cells: &[String], is_table: bool) -> Value {
    let value = |head: &str, cell: &str| match (head, cell) {
        (_, "") => Value::Null,
        ("national", _) => (cell == "yes").into(),
        _ if NUMBERS.contains(&head) => cell.parse::<serde_json::Number>().map_or_else(|_| cell.into(), Value::Number),
        ("territory" | "item" | "name" | "period" | "note" | "source", _) => cell.into(),
        (_, "yes") if is_table => true.into(),
        (_, "no") if is_table => false.into(),
        (_, "missing") if is_table => Value::Null,
        _ => cell.into(),
    };
    let pairs = head.iter().zip(cells).map(|(head, cell)| (head.clone(), value(head, cell)));
    Value::Object(pairs.collect::<Map<_, _>>())
}
