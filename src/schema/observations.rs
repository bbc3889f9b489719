//! Files of observations in YAML.

use super::words::{Count, Date, Key, Named, Percentage, Text, Todo, Window, either};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::borrow::Cow;

/// The values of one indicator, or of one part of it.
pub struct Observations;

impl JsonSchema for Observations {
    fn schema_name() -> Cow<'static, str> {
        "Observations".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let items = generator.subschema_for::<ByItem>();
        let rest = either("part", "items", items, generator.subschema_for::<ByTerritory>());
        let mut schema = either("part", "table", generator.subschema_for::<Table>(), rest);
        schema.insert("title".to_owned(), "observations".into());
        let meaning = "The values of one indicator, or of one part of it.";
        schema.insert("description".to_owned(), meaning.into());
        schema
    }
}

/// Values by territory, with the national one.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = one_time)]
struct ByTerritory {
    /// What is measured: a key of indicators.yaml.
    indicator: Key,
    /// Which part of an availability this file holds. `territories` when absent.
    part: Option<Part>,
    /// The date of a stock, when it is not the last day of the edition's period: 2024-08-31, 2024-05.
    as_of: Option<Date>,
    /// The months of a flow, when they are not the edition's: 2024-06/2024-08.
    window: Option<Window>,
    /// The source of all values that name none: a key of `sources`.
    source: Option<Key>,
    /// Which version of the definition these values follow, where the indicator has several.
    definition: Option<Text>,
    /// A note on the figure as a whole.
    note: Option<Text>,
    /// The national value, as the source gives it; `missing` where it gives none.
    national: Option<Value>,
    /// The value of each territory, by its name.
    values: Option<Named<Value>>,
    /// What is said of the territories not listed: that their value is missing.
    others: Option<Missing>,
}

/// The share of territories that have each item.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = one_time)]
struct ByItem {
    /// What is measured: a key of indicators.yaml.
    indicator: Key,
    /// Which part of an availability this file holds.
    part: Part,
    /// The date of a stock, when it is not the last day of the edition's period: 2024-08-31, 2024-05.
    as_of: Option<Date>,
    /// The months of a flow, when they are not the edition's: 2024-06/2024-08.
    window: Option<Window>,
    /// The source of all values that name none: a key of `sources`.
    source: Option<Key>,
    /// Which version of the definition these values follow, where the indicator has several.
    definition: Option<Text>,
    /// A note on the figure as a whole.
    note: Option<Text>,
    /// The value of each item, by its key: a percentage of territories.
    values: Option<Named<Value>>,
    /// What is said of the items not listed.
    others: Option<MissingOrCounted>,
}

/// Territory by item: yes or no. The cells may stand in a CSV of the same name instead.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = one_time)]
struct Table {
    /// What is measured: a key of indicators.yaml.
    indicator: Key,
    /// Which part of an availability this file holds.
    part: Part,
    /// The date of a stock, when it is not the last day of the edition's period: 2024-08-31, 2024-05.
    as_of: Option<Date>,
    /// The months of a flow, when they are not the edition's: 2024-06/2024-08.
    window: Option<Window>,
    /// The source of the table: a key of `sources`.
    source: Option<Key>,
    /// Which version of the definition it follows, where the indicator has several.
    definition: Option<Text>,
    /// A note on the figure as a whole.
    note: Option<Text>,
    /// The row of each territory, by its name.
    rows: Option<Named<Row>>,
    /// What is said of the territories not listed: that their cells are missing.
    others: Option<Missing>,
}

/// `as_of` or `window`, but not both.
fn one_time(schema: &mut Schema) {
    let both = serde_json::json!({
        "required": ["as_of", "window"],
        "properties": { "as_of": { "type": "string" }, "window": { "type": "string" } },
    });
    schema.insert("not".to_owned(), both);
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Part {
    /// The share of items that each territory has; or simply the values of a share.
    Territories,
    /// The share of territories that have each item.
    Items,
    /// Territory by item.
    Table,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Missing {
    /// No source gives them.
    Missing,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum MissingOrCounted {
    /// No source gives them.
    Missing,
    /// They are counted from the table of the same edition.
    Table,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Value {
    Number(Percentage),
    Absence(Absence),
    Todo(Todo),
    More(More),
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Absence {
    /// No source gives the value.
    Missing,
    /// The data exist but were not collected.
    NotCollected,
    /// The value cannot exist.
    NotApplicable,
    /// The value is held back.
    Suppressed,
}

/// A value with what must be said of it.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = one_time, extend("minProperties" = 1))]
struct More {
    /// The percentage: 41, 13.7. A count and its total may stand instead.
    value: Option<NumberOrTodo>,
    /// How many of the total.
    count: Option<Count>,
    /// The total that `count` is of.
    of: Option<Count>,
    /// What kind of value, or of absence, it is. `normal` when absent.
    status: Option<Status>,
    /// Its own date, which is then marked in every figure: 2024-03-31.
    as_of: Option<Date>,
    /// Its own months, which are then marked in every figure: 2024-01/2024-03.
    window: Option<Window>,
    /// What a reader must know of this value: it stands at the foot of every figure.
    note: Option<Text>,
    /// The source of this value: a key of `sources`.
    source: Option<Key>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum NumberOrTodo {
    Number(Percentage),
    Todo(Todo),
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Status {
    Word(StatusWord),
    Letter(StatusLetter),
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum StatusWord {
    /// A value like any other.
    Normal,
    /// The series breaks here.
    Break,
    /// It follows another definition.
    DefinitionDiffers,
    /// Estimated by the source.
    Estimated,
    /// Imputed by the source.
    Imputed,
    /// Provisional.
    Provisional,
    /// Of low reliability: the source itself says "about".
    LowReliability,
    /// Not validated.
    Unvalidated,
    /// No source gives the value.
    Missing,
    /// The data exist but were not collected.
    NotCollected,
    /// The value cannot exist.
    NotApplicable,
    /// The value is held back.
    Suppressed,
}

/// The letter that SDMX has for a status.
#[derive(JsonSchema)]
enum StatusLetter {
    A,
    B,
    D,
    E,
    I,
    P,
    U,
    V,
    O,
    L,
    M,
    Q,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Row {
    Whole(Cell),
    Cells(Cells),
}

/// The items of a territory, by their keys; `others` speaks of those not listed.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct Cells(Named<Cell>);

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Cell {
    Word(CellWord),
    Truth(bool),
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum CellWord {
    /// The territory has the item.
    Yes,
    /// It has not.
    No,
    /// The source does not say.
    Missing,
    /// Still to be given: a draft may hold it, a published edition may not.
    Todo,
    /// The territory has the item.
    #[schemars(rename = "sì")]
    YesItalian,
    /// The territory has the item.
    #[schemars(rename = "si")]
    YesWithoutAccent,
    /// The source does not say.
    #[schemars(rename = "n.d.")]
    MissingItalian,
    /// The territory has the item.
    #[schemars(rename = "Yes")]
    YesCapital,
    /// It has not.
    #[schemars(rename = "No")]
    NoCapital,
    /// The territory has the item.
    #[schemars(rename = "Sì")]
    YesItalianCapital,
    /// The territory has the item.
    #[schemars(rename = "SI")]
    YesCapitals,
    /// It has not.
    #[schemars(rename = "NO")]
    NoCapitals,
}
