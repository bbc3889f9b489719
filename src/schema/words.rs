//! Words that stand in several files: texts, keys, dates, numbers, and tables of one's own keys.
//!
//! `patternErrorMessage` is no part of JSON Schema: the editors that know it say it, the others pass it over.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;
use std::borrow::Cow;
use std::marker::PhantomData;

/// A type that is only its schema, written out wherever it stands.
macro_rules! written {
    ($($name:ident $schema:tt)*) => {
        $(
            pub struct $name;

            impl JsonSchema for $name {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!($schema)
                }
            }
        )*
    };
}

/// A key of an author's.
const KEY: &str = "^[a-z0-9][a-z0-9_-]*$";
const KEY_MESSAGE: &str = "lower-case letters without accents, digits, _ and -: it stands in addresses and file names";

written! {
    // YAML takes `2025` for a number and `true` for a truth value; an author means the words.
    Text { "type": ["string", "number", "boolean"], "pattern": "\\S" }

    Key { "type": ["string", "integer"], "pattern": KEY, "patternErrorMessage": KEY_MESSAGE }

    Figure {
        "type": "string",
        "pattern": "^[a-z0-9][a-z0-9_-]*(/(items|table|territories))?$",
        "patternErrorMessage": "an indicator, such as consenso; of an availability one of its figures: documenti/items",
    }

    Url {
        "type": "string",
        "pattern": "^https?://",
        "patternErrorMessage": "the address of a page: begin it with https://",
    }

    SiteUrl {
        "type": "string",
        "pattern": "^https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9/._~%!$&'()*+,;=:@-]*)?$",
        "patternErrorMessage": "the address of a site, https://example.org/report: begin it with https://, without ? and #",
    }

    Day {
        "type": "string",
        "pattern": DAY,
        "patternErrorMessage": "a day of the calendar: 2024-08-31",
        "examples": ["2024-08-31"],
    }

    Date {
        "type": "string",
        "pattern": one_of(&[DAY, MONTH]),
        "patternErrorMessage": "a day 2024-08-31, or a month 2024-05",
        "examples": ["2024-08-31", "2024-05"],
    }

    Window {
        "type": "string",
        "pattern": one_of(&[WINDOW, MONTH]),
        "patternErrorMessage": "months, the first and the last: 2024-06/2024-08; or one month: 2024-05",
        "examples": ["2024-06/2024-08", "2024-05"],
    }

    AnyPeriod {
        "type": "string",
        "pattern": one_of(&[WINDOW, MONTH, DAY]),
        "patternErrorMessage": "months 2024-06/2024-08, a month 2024-11, or a day 2024-08-31",
        "examples": ["2024-06/2024-08", "2024-11"],
    }

    // Numbers may stand in quotes. Of an indicator whose whole is no cap, values may pass 100.
    Percentage {
        "type": ["number", "string"],
        "minimum": 0,
        "pattern": "^[+-]?[0-9]{1,12}(\\.[0-9]+)?$",
        "patternErrorMessage": "a number with a decimal point and no unit: 41, 13.7",
    }

    Points {
        "type": ["number", "string"],
        "exclusiveMinimum": 0,
        "maximum": 100,
        "pattern": "^[+]?[0-9]{1,12}(\\.[0-9]+)?$",
        "patternErrorMessage": "points: a number of more than 0 and at most 100",
    }

    Count {
        "type": ["integer", "string"],
        "minimum": 0,
        "maximum": 999_999_999,
        "pattern": "^[0-9]{1,9}$",
        "patternErrorMessage": "how many: a whole number",
    }

    Revision {
        "type": ["integer", "string"],
        "minimum": 1,
        "maximum": 999_999_999,
        "pattern": "^0*[1-9][0-9]{0,8}$",
        "patternErrorMessage": "which publication it is: 1 for the first, 2 for the first corrected one",
    }

    Decimals { "type": ["integer", "string"], "minimum": 0, "maximum": 3, "pattern": "^[0-3]$" }

    Todo { "const": "todo", "description": "Still to be given: a draft may hold it, a published edition may not." }
}

const DAY: &str = "^(19|20|21)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)\
                   |02-(0[1-9]|1[0-9]|2[0-9]))$";
const MONTH: &str = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$";
const WINDOW: &str = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])/(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$";

/// A pattern that is one of several.
fn one_of(patterns: &[&str]) -> String {
    patterns.join("|")
}

/// A table whose keys are the author's: they stand in addresses and file names.
pub struct Keyed<V>(PhantomData<V>);

impl<V: JsonSchema> JsonSchema for Keyed<V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Keyed{}", V::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "additionalProperties": generator.subschema_for::<V>(),
            "propertyNames": { "pattern": KEY, "patternErrorMessage": KEY_MESSAGE },
        })
    }
}

/// A table whose keys are codes of territories.
pub struct Coded<V>(PhantomData<V>);

impl<V: JsonSchema> JsonSchema for Coded<V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Coded{}", V::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "additionalProperties": generator.subschema_for::<V>(),
            "propertyNames": {
                "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]*$",
                "patternErrorMessage": "letters without accents, digits, -, _ and .: the code stands in data files",
            },
            "minProperties": 2,
            "maxProperties": 1000,
        })
    }
}

/// A table whose keys are names: territories, items, versions.
pub struct Named<V>(PhantomData<V>);

impl<V: JsonSchema> JsonSchema for Named<V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Named{}", V::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": generator.subschema_for::<V>() })
    }
}

/// One shape where a key has a certain word, another elsewhere.
pub fn either(key: &str, word: &str, then: Schema, otherwise: Schema) -> Schema {
    let is = json!({ "properties": { key: { "const": word } }, "required": [key] });
    json_schema!({ "if": is, "then": then, "else": otherwise })
}
