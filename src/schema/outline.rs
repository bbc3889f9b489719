//! outline.yaml

use super::words::{Figure, Text, Url};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The talk in order, an entry a line. The report follows it, without its opening and its end.
#[derive(JsonSchema)]
#[schemars(title = "outline.yaml", transparent)]
pub struct Outline(Vec<Entry>);

/// A word, or a key with what it shows.
struct Entry;

impl JsonSchema for Entry {
    fn schema_name() -> Cow<'static, str> {
        "Entry".into()
    }

    // Not a choice between the two: an editor would not know which of them a wrong entry was meant to be.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (word, keyed) = (generator.subschema_for::<Word>(), generator.subschema_for::<Keyed>());
        json_schema!({ "if": { "type": "string" }, "then": word, "else": keyed })
    }
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Word {
    /// The opening: title, subtitle, occasion.
    Title,
    /// The national values of all indicators, at a glance.
    Overview,
    /// The end.
    Closing,
}

/// An entry with what it shows: one key; beside it how long it takes, and whether the talk can do without it.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", transform = one_key)]
enum Keyed {
    /// A text: narrative/NAME.md of the edition, or else the shared one.
    Narrative(Text),
    /// A figure: an indicator; of an availability one of its three, such as documenti/items, documenti/table or
    /// documenti/territories.
    Figure(Shown),
    /// What changed in a figure since an older edition: which figure, or that and with which edition.
    Change(Change),
    /// A divider with the period and its exceptions: the key of a group.
    Section(Text),
    /// An address to go to: alone, or with words.
    Link(Link),
    /// The national values of all indicators, at a glance, under a title of yours.
    Overview(Overview),
    /// The end, with words of yours.
    Closing(Closing),
    /// Cuts of the talk, each a deck of its own: name: core, name: all, or name: how many minutes there are.
    Cuts(BTreeMap<String, Cut>),
    /// How long this step is planned to take, all its slides together, in minutes.
    Minutes(f64),
    /// true: the talk can do without this step where time is short.
    Extra(bool),
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Cut {
    /// core: without what is extra; all: with it.
    Word(CutWord),
    /// How many whole minutes there are.
    Minutes(u32),
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum CutWord {
    /// Without what is extra.
    Core,
    /// With what is extra.
    All,
}

/// A code to photograph: true for the address beside it, deck for that of the slides.
struct Qr;

impl JsonSchema for Qr {
    fn schema_name() -> Cow<'static, str> {
        "Qr".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": [true, "true", "deck"] })
    }
}

/// One table that has one of the keys, instead of one table a key: an editor then names the key that is wrong.
fn one_key(schema: &mut Schema) {
    let variants = schema.remove("oneOf");
    let mut properties = Map::new();
    for variant in variants.iter().filter_map(Value::as_array).flatten() {
        for (key, value) in variant["properties"].as_object().into_iter().flatten() {
            let mut value = value.clone();
            value["description"] = variant["description"].clone();
            properties.insert(key.clone(), value);
        }
    }
    schema.insert("type".to_owned(), "object".into());
    schema.insert("properties".to_owned(), properties.into());
    schema.insert("additionalProperties".to_owned(), false.into());
    schema.insert("minProperties".to_owned(), 1.into());
    // One, and the two that may stand beside it.
    schema.insert("maxProperties".to_owned(), 3.into());
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Shown {
    Figure(Figure),
    Words(ShownWords),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ShownWords {
    /// A figure: an indicator, or of an availability one of its three, such as documenti/items.
    show: Figure,
    /// How it is shown: bars for territories and items, table for a table when absent; territories as tiles or as a
    /// map, too.
    r#as: Option<View>,
    /// Title of the figure, in place of the indicator's. May read numbers: {{ consenso.italia }}.
    title: Option<Text>,
    /// What it says, in place of the summary written from the data; it names the period. May read numbers.
    summary: Option<Text>,
    /// Numbers in them that do not come from the data: [85%].
    fixed: Option<Fixed>,
    /// Territories to mark, by any usual name: [Puglia, Molise].
    highlight: Option<Vec<Text>>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum View {
    /// Horizontal bars, ranked.
    Bars,
    /// Bars grouped by macro-area.
    Areas,
    /// Upright bars.
    Columns,
    /// Distance from the national value, in points.
    Distance,
    /// A small panel of bars for each macro-area.
    Strip,
    /// Territory by item, yes or no.
    Table,
    /// Lines over the editions, this one the last; not of a table.
    Lines,
    /// Territories as squares, each at its place.
    Tiles,
    /// Territories on the map of Italy.
    Map,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Change {
    Figure(Figure),
    Words(ChangeWords),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ChangeWords {
    /// A figure: an indicator, or of an availability one of two, such as documenti/items or documenti/territories.
    figure: Figure,
    /// The older edition; the last that has the figure when absent.
    since: Option<Text>,
    /// How it is shown: as dumbbell when absent.
    r#as: Option<ChangeView>,
    /// Title of the slide, in place of the finding. May read numbers: {{ consenso.italia.change }}.
    title: Option<Text>,
    /// What it says, in place of the summary written from the data; it names both dates. May read numbers.
    summary: Option<Text>,
    /// Numbers in them that do not come from the data: [85%].
    fixed: Option<Fixed>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Fixed {
    One(Text),
    Many(Vec<Text>),
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum ChangeView {
    /// Two circles of each, on one axis.
    Dumbbell,
    /// A line of each, from one upright axis to another.
    Slope,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Link {
    Address(Url),
    Words(LinkWords),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct LinkWords {
    /// The address, which begins with https://.
    url: Url,
    /// Title of the slide.
    title: Option<Text>,
    /// A sentence below it.
    text: Option<Text>,
    /// A word above the title.
    kicker: Option<Text>,
    /// A QR code beside it: true for this address, deck for that of the slides.
    qr: Option<Qr>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Overview {
    /// Title of the slide.
    title: Option<Text>,
    /// A word above the title.
    kicker: Option<Text>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Closing {
    /// Title of the slide: Grazie.
    title: Option<Text>,
    /// A sentence below it.
    text: Option<Text>,
    /// An address to go to, which begins with https://.
    url: Option<Url>,
    /// A QR code: true for this address, deck for that of the slides, which needs url in site.yaml.
    qr: Option<Qr>,
}
