//! CSV and JSON: what they say they are, and their values as a table, so that they can be held against those of today.

use super::json;
use crate::data::cell::as_it_was;
use crate::provenance::{Claim, Rows};
use serde_json::Value;

/// The most cells of a file that are looked at.
const MOST_CELLS: usize = 2_000_000;

/// Columns of a CSV that say what the file is, and the keyword of each.
const KEYWORDS: [(&str, &str); 6] = [
    ("figure", "fascicle:figure"),
    ("edition", "fascicle:edition"),
    ("edition_status", "fascicle:status"),
    ("revision", "fascicle:revision"),
    ("data", "fascicle:data"),
    ("language", "dc:language"),
];

/// The column of a row's own edition.
const OF_EDITION: &str = "value_edition";

/// What a row is called.
fn called(name: &str, edition: &str) -> String {
    if edition.is_empty() || edition == OF_EDITION { name.to_owned() } else { format!("{name} ({edition})") }
}

/// Data of a figure, read back.
pub struct Data {
    /// What it says of itself.
    pub claim: Option<Claim>,
    /// Its values: names of columns, then rows, the first cell of each its name.
    pub rows: Rows,
    /// What holds for all rows, by name.
    pub whole: Vec<(String, String)>,
    /// Members of objects that stand more than once, by name.
    pub twice: Vec<String>,
}

/// Reads a CSV. What stands alike in each row, and says of which figure it is, is told once.
pub fn of_csv(text: &str) -> Option<Data> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut rows: Rows = Vec::new();
    let mut cells = 0;
    for record in reader.records() {
        let row: Vec<String> = record.ok()?.iter().map(|cell| as_it_was(cell).to_owned()).collect();
        cells += row.len();
        if cells > MOST_CELLS {
            return None;
        }
        rows.push(row);
    }
    // A row longer than the head has cells of columns without a name.
    let widest = rows.iter().map(Vec::len).max()?;
    let (head, body) = rows.split_first_mut()?;
    head.resize(widest, String::new());
    let mut pairs = Vec::new();
    let mut own = Vec::new();
    for (column, keyword) in KEYWORDS {
        let place = head.iter().position(|name| name == column);
        let first = place.and_then(|place| Some(body.first()?.get(place)?.clone()));
        // A file put together of several is of none.
        let alike = place.filter(|place| body.iter().all(|row| row.get(*place) == first.as_ref()));
        own.extend(alike);
        pairs.extend(alike.and(first).map(|text| (keyword.to_owned(), text)));
    }
    let name = head.iter().position(|head| head == "name").unwrap_or(0);
    let order: Vec<usize> =
        std::iter::once(name).chain((0..head.len()).filter(|place| *place != name && !own.contains(place))).collect();
    // Over several editions, a row is called by its own edition too.
    let edition = head.iter().position(|head| head == OF_EDITION);
    let ordered = |row: &Vec<String>| {
        let mut cells: Vec<String> = order.iter().map(|place| row.get(*place).cloned().unwrap_or_default()).collect();
        cells[0] = called(&cells[0], edition.and_then(|place| row.get(place)).map_or("", String::as_str));
        cells
    };
    let is_of_all = |keyword: &str| matches!(keyword, "fascicle:revision" | "fascicle:status");
    let whole = pairs.iter().filter(|(keyword, _)| is_of_all(keyword)).cloned().collect();
    Some(Data { claim: Claim::of(pairs), rows: rows.iter().map(ordered).collect(), whole, twice: Vec::new() })
}

/// Reads JSON: `id`, `edition.id`, `revision`, `data`, `language`, and `rows` of objects that have a `name`.
pub fn of_json(text: &str) -> Option<Data> {
    let json::Read { value: read, twice } = json::read(text)?;
    let said = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let pairs = [
        ("fascicle:figure", &read["id"]),
        ("fascicle:edition", &read["edition"]["id"]),
        ("fascicle:revision", &read["revision"]),
        ("fascicle:data", &read["data"]),
        ("fascicle:options", &read["options"]),
        ("dc:language", &read["language"]),
    ];
    let status = (read["edition"]["draft"] == true).then(|| ("fascicle:status".to_owned(), "draft".to_owned()));
    let pairs = pairs.map(|(keyword, value)| (keyword.to_owned(), said(value))).into_iter().chain(status);
    let list = read["rows"].as_array().map_or(&[][..], Vec::as_slice);
    let mut head = vec!["name".to_owned()];
    for key in list.iter().filter_map(Value::as_object).flat_map(|row| row.keys()) {
        if !head.contains(key) && head.len() < 1000 {
            head.push(key.clone());
        }
    }
    if list.len().saturating_mul(head.len()) > MOST_CELLS {
        return None;
    }
    let mut rows = vec![head.clone()];
    rows.extend(list.iter().map(|row| {
        let mut cells: Vec<String> = head.iter().map(|key| said(&row[key])).collect();
        cells[0] = called(&cells[0], &said(&row[OF_EDITION]));
        cells
    }));
    let told = ["rows", "data"];
    let whole = read.as_object()?.iter().filter(|(key, _)| !told.contains(&key.as_str()));
    let whole = whole.map(|(key, value)| (key.clone(), said(value))).collect();
    Some(Data { claim: Claim::of(pairs), rows, whole, twice })
}
