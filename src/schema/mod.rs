//! The shape of the authors' files as JSON Schema, for the editors they write in.
//!
//! The types here are that shape and nothing else: no value of them is ever made, and their doc comments are what an
//! editor shows. What reads the files is `parse`; a test holds the two against each other, key by key.
#![allow(dead_code, reason = "a type is only its schema")]

mod edition;
mod indicators;
mod observations;
mod outline;
mod site;
mod sources;
mod territories;
mod words;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

/// How the line begins that tells an editor the schema of a file.
pub const FIRST_LINE: &str = "# yaml-language-server: $schema=";

/// The folder of the schemas, in the content folder. Hidden, so that nobody takes it for content.
pub const FOLDER: &str = ".schema";

/// The schema of a file, by its path in the content folder; none where it has none.
fn of(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next()?;
    let in_observations = path.contains("/observations/") && name.ends_with(".yaml");
    match name {
        _ if in_observations => Some("observations"),
        "site.yaml" => Some("site"),
        "territories.yaml" => Some("territories"),
        "indicators.yaml" => Some("indicators"),
        "sources.yaml" => Some("sources"),
        "outline.yaml" => Some("outline"),
        "edition.yaml" => Some("edition"),
        _ => None,
    }
}

/// The line, with the way from the file to its schema.
pub fn first_line(path: &str) -> Option<String> {
    let up = "../".repeat(path.matches('/').count());
    Some(format!("{FIRST_LINE}{up}{FOLDER}/{}.schema.json\n", of(path)?))
}

/// The file of each schema, in the folder of the schemas, and its text: JSON Schema, draft 2020-12.
pub fn files() -> Vec<(String, String)> {
    let schemas = [
        ("site", schema::<site::Site>()),
        ("territories", schema::<territories::Territories>()),
        ("indicators", schema::<indicators::Indicators>()),
        ("sources", schema::<sources::Sources>()),
        ("outline", schema::<outline::Outline>()),
        ("edition", schema::<edition::Edition>()),
        ("observations", schema::<observations::Observations>()),
    ];
    let text = |schema: &Value| serde_json::to_string_pretty(schema).unwrap_or_default() + "\n";
    schemas.map(|(name, schema)| (format!("{name}.schema.json"), text(&schema))).into()
}

/// One schema: what it is comes first.
fn schema<T: JsonSchema>() -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value();
    unfold(&mut schema);
    let Some(object) = schema.as_object_mut() else { return schema };
    let first = ["$schema", "title", "description"].map(|key| (key.to_owned(), object.shift_remove(key)));
    let first = first.into_iter().filter_map(|(key, value)| Some((key, value?)));
    first.chain(std::mem::take(object)).collect::<Map<_, _>>().into()
}

/// Descriptions without the ends of lines of their comments: an editor folds them anew.
fn unfold(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(text) if key == "description" => *text = text.replace('\n', " "),
                    value => unfold(value),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(unfold),
        _ => {}
    }
}
