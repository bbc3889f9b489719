//! The schema of each file, as the text that an editor reads, and the line by which a file names it.

use super::{edition, indicators, observations, outline, site, sources, territories};
use crate::diag::Language;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

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

/// The file of each schema, in the folder of the schemas, and its text: JSON Schema, draft 2020-12, with descriptions in
/// one language.
pub fn files(language: Language) -> Vec<(String, String)> {
    let translated = match language {
        Language::English => BTreeMap::new(),
        Language::Italian => italian(),
    };
    let schemas = [
        ("site", schema::<site::Site>()),
        ("territories", schema::<territories::Territories>()),
        ("indicators", schema::<indicators::Indicators>()),
        ("sources", schema::<sources::Sources>()),
        ("outline", schema::<outline::Outline>()),
        ("edition", schema::<edition::Edition>()),
        ("observations", schema::<observations::Observations>()),
    ];
    let text = |mut schema: Value| {
        each_description(&mut schema, &mut |text| {
            if let Some(translated) = translated.get(text.as_str()) {
                *text = (*translated).to_owned();
            }
        });
        serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
    };
    schemas.map(|(name, schema)| (format!("{name}.schema.json"), text(schema))).into()
}

/// Each description in English, and in Italian.
fn italian() -> BTreeMap<&'static str, &'static str> {
    let pairs = include_str!("it.txt").split("\n\n");
    pairs.filter_map(|pair| pair.trim_end().split_once('\n')).collect()
}

/// One schema: what it is comes first.
fn schema<T: JsonSchema>() -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value();
    // An editor folds lines anew.
    each_description(&mut schema, &mut |text| *text = text.replace('\n', " "));
    let Some(object) = schema.as_object_mut() else { return schema };
    let first = ["$schema", "title", "description"].map(|key| (key.to_owned(), object.shift_remove(key)));
    let first = first.into_iter().filter_map(|(key, value)| Some((key, value?)));
    first.chain(std::mem::take(object)).collect::<Map<_, _>>().into()
}

/// Changes every description of a schema.
fn each_description(value: &mut Value, change: &mut impl FnMut(&mut String)) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(text) if key == "description" => change(text),
                    value => each_description(value, change),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| each_description(value, change)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{each_description, files, italian};
    use crate::diag::Language;
    use std::collections::BTreeSet;

    #[test]
    fn every_description_is_said_in_italian_too() {
        let mut english = BTreeSet::new();
        for (_, text) in files(Language::English) {
            let mut schema = serde_json::from_str(&text).unwrap_or_default();
            each_description(&mut schema, &mut |text| {
                english.insert(text.clone());
            });
        }
        let translated: BTreeSet<String> = italian().into_keys().map(str::to_owned).collect();
        assert_eq!(english.symmetric_difference(&translated).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}
