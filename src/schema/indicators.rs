//! indicators.yaml

use super::words::{Count, Day, Decimals, Key, Keyed, Named, Percentage, Points, Text, either};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::json;
use std::borrow::Cow;

/// What is measured: groups of indicators, and the indicators by their keys.
#[derive(JsonSchema)]
#[schemars(title = "indicators.yaml", deny_unknown_fields)]
pub struct Indicators {
    /// The parts of the talk: the key of each with its title.
    groups: Keyed<Text>,
    /// The indicators, by a key of yours: observations, outlines and narrative name them by it.
    indicators: Keyed<Indicator>,
}

/// An indicator: a share, or an availability with its items.
struct Indicator;

impl JsonSchema for Indicator {
    fn schema_name() -> Cow<'static, str> {
        "Indicator".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let availability = generator.subschema_for::<Availability>();
        either("kind", "availability", availability, generator.subschema_for::<Share>())
    }
}

/// A percentage of a stated whole.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = of_a_share)]
struct Share {
    /// The official name of the measure: over its figures.
    title: Text,
    /// A short name, for the overview and above titles.
    short: Text,
    /// Other names that tables of figures give it, for `import`.
    aliases: Option<Vec<Text>>,
    /// The group it belongs to, by its key.
    group: Text,
    /// What it counts.
    kind: Kind,
    /// The whole, in words that follow the sign: "degli assistiti" for "% degli assistiti".
    of: Text,
    /// `none` where values may pass 100, for the whole is no cap: doses given of doses delivered.
    cap: Option<Cap>,
    /// Why values may pass 100: printed with each figure.
    because: Option<Text>,
    /// When it counts.
    timing: Timing,
    /// Which way is better. `neither` when absent.
    better: Option<Better>,
    /// How many decimals are printed. 0 when absent.
    decimals: Option<Decimals>,
    /// A change of so many points from the last edition wants a note. 50 when absent.
    jump: Option<Points>,
    /// A value to be reached: a line in figures by territory.
    target: Option<Target>,
    /// Whose measurement it is: at the foot of each figure.
    origin: Text,
    /// What exactly is counted, of what.
    definition: Option<Text>,
    /// Versions, where what is counted changed over the years: each file of observations says which it follows.
    definitions: Option<Named<ShareDefinition>>,
}

/// Which items each territory has.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = one_definition)]
struct Availability {
    /// The official name of the measure: over its figures.
    title: Text,
    /// A short name, for the overview and above titles.
    short: Text,
    /// Other names that tables of figures give it, for `import`.
    aliases: Option<Vec<Text>>,
    /// The group it belongs to, by its key.
    group: Text,
    /// What it counts.
    kind: Kind,
    /// The whole, in words that follow the sign: "delle 16 tipologie" for "% delle 16 tipologie".
    of: Text,
    /// When it counts: what is available is counted at a date.
    timing: Stock,
    /// Which way is better. `neither` when absent.
    better: Option<Better>,
    /// How many decimals are printed. 0 when absent.
    decimals: Option<Decimals>,
    /// A change of so many points from the last edition wants a note. 50 when absent.
    jump: Option<Points>,
    /// A value to be reached: a line in figures by territory.
    target: Option<Target>,
    /// Whose measurement it is: at the foot of each figure.
    origin: Text,
    /// What exactly is counted, of what.
    definition: Option<Text>,
    /// How many items are monitored. All items listed, when absent.
    total: Option<Total>,
    /// Versions, where what is counted changed over the years: each file of observations says which it follows.
    definitions: Option<Named<AvailabilityDefinition>>,
    /// The items, in the order of the talk: the key of each with its name.
    items: Keyed<Item>,
    /// Words of its three figures.
    figures: Figures,
}

/// A value to be reached, by a territory or by the whole.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Target {
    /// The value: a percentage.
    value: Percentage,
    /// By when: a day.
    by: Option<Day>,
    /// What the line says: "PNRR: 85% entro il 2025". Written from value and day when absent.
    text: Option<Text>,
    /// Who states it: a key of sources.yaml.
    source: Text,
}

/// Either `definition` or `definitions`.
fn one_definition(schema: &mut Schema) {
    let either = json!([{ "required": ["definition"] }, { "required": ["definitions"] }]);
    schema.insert("oneOf".to_owned(), either);
}

/// Either `definition` or `definitions`; `cap` with its `because`.
fn of_a_share(schema: &mut Schema) {
    one_definition(schema);
    let both = json!({ "cap": ["because"], "because": ["cap"] });
    schema.insert("dependentRequired".to_owned(), both);
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Cap {
    /// Values may pass 100.
    None,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Kind {
    /// A percentage of a stated whole.
    Share,
    /// Which items each territory has: yes or no. Its shares can be counted from that table.
    Availability,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Timing {
    /// At a date: how many there are on 31 August.
    Stock,
    /// Over months: how many there were from June to August.
    Flow,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Stock {
    /// At a date.
    Stock,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// The measure does not judge.
    Neither,
}

/// One version of what is counted.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = continued)]
struct ShareDefinition {
    /// What exactly is counted, of what.
    text: Text,
    /// The whole of this version, in words that follow the sign; the indicator's when absent.
    of: Option<Text>,
    /// An older version that this one may be compared with all the same.
    continues: Option<Text>,
    /// Why the two may be compared: printed at every comparison.
    because: Option<Text>,
}

/// One version of what is counted.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = continued)]
struct AvailabilityDefinition {
    /// What exactly is counted, of what.
    text: Text,
    /// The whole of this version, in words that follow the sign; the indicator's when absent.
    of: Option<Text>,
    /// The items that this version lists, by their keys; all of the indicator's when absent.
    items: Option<Vec<Key>>,
    /// How many items are monitored. As many as the version lists, when absent.
    total: Option<Total>,
    /// Words of one figure or more of this version; the indicator's when absent.
    figures: Option<SomeFigures>,
    /// An older version that this one may be compared with all the same.
    continues: Option<Text>,
    /// Why the two may be compared: printed at every comparison.
    because: Option<Text>,
}

/// `continues` with its `because`.
fn continued(schema: &mut Schema) {
    let both = json!({ "continues": ["because"], "because": ["continues"] });
    schema.insert("dependentRequired".to_owned(), both);
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Total {
    /// How many.
    Known(Count),
    /// No source says.
    Unknown(Unknown),
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Unknown {
    /// No source says how many.
    Unknown,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Item {
    /// Its name.
    Name(Text),
    /// Its name, and a short one.
    Names(ItemNames),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ItemNames {
    /// Full name.
    title: Text,
    /// A short one, for the heads of columns.
    short: Option<Text>,
    /// Other names that tables of figures give it, for `import`.
    aliases: Option<Vec<Text>>,
}

/// Words of the three figures that an availability gives.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Figures {
    /// The share of territories that have each item.
    items: FigureWords,
    /// The table itself: territory by item.
    table: FigureWords,
    /// The share of items that each territory has.
    territories: FigureWords,
}

/// Words of figures that differ in one version.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct SomeFigures {
    /// The share of territories that have each item.
    items: Option<FigureWords>,
    /// The table itself: territory by item.
    table: Option<FigureWords>,
    /// The share of items that each territory has.
    territories: Option<FigureWords>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct FigureWords {
    /// The title over the figure.
    title: Text,
    /// What the number is: "% delle Regioni".
    measure: Text,
}
