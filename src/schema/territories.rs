//! territories.yaml

use super::words::{Coded, Keyed, Text};
use schemars::JsonSchema;

/// A list of territories of one's own, in the place of the Regions of Italy that are built in.
#[derive(JsonSchema)]
#[schemars(title = "territories.yaml", deny_unknown_fields)]
pub struct Territories {
    /// How sentences call the territories; "territory" when absent.
    called: Option<Called>,
    /// The whole that they make: its value stands among theirs.
    national: National,
    /// Macro-areas: the key of each with its title.
    areas: Option<Keyed<Text>>,
    /// The territories in order: the code of each, which stands in data files, with its name, or with more.
    territories: Coded<Territory>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Called {
    /// One of them: nation.
    one: Text,
    /// Many of them: nations.
    many: Text,
    /// For sentences in Italian: "nessuna Regione", not "nessun Regione". `masculine` when absent.
    gender: Option<Gender>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Gender {
    /// "nessun territorio"
    Masculine,
    /// "nessuna Regione"
    Feminine,
}

/// The whole.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct National {
    /// What stands in data files: UK.
    code: Text,
    /// Its name.
    name: Text,
    /// A short name for small places; the code when absent.
    short: Option<Text>,
    /// Other spellings that mean it.
    aliases: Option<Vec<Text>>,
    /// Its code in ISO 3166: a spelling that means it, too.
    iso: Option<Text>,
    /// Its code in NUTS: a spelling that means it, too.
    nuts: Option<Text>,
    /// `the`, `le`, or the name with it, for sentences.
    article: Option<Text>,
    /// "in the United Kingdom", "in Italia"; made of the article when absent.
    locative: Option<Text>,
    /// "of the United Kingdom", "dell’Italia"; made of the article when absent.
    genitive: Option<Text>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Territory {
    /// Its name.
    Name(Text),
    /// Its name, and more.
    Words(TerritoryWords),
}

/// Column and row, from 1.
#[derive(JsonSchema)]
struct Tile(#[schemars(range(min = 1, max = 12))] u8, #[schemars(range(min = 1, max = 16))] u8);

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct TerritoryWords {
    /// Its name.
    name: Text,
    /// A short name for small places; the code when absent.
    short: Option<Text>,
    /// Other spellings that mean it.
    aliases: Option<Vec<Text>>,
    /// Its macro-area: a key of `areas`.
    area: Option<Text>,
    /// Its place in figures of tiles: column and row, from 1. All territories have one, or none.
    tile: Option<Tile>,
    /// Its code in ISO 3166-2: a spelling that means it, too.
    iso: Option<Text>,
    /// Its code in NUTS: a spelling that means it, too.
    nuts: Option<Text>,
    /// `the`, `le`, or the name with it, `la P.A. di Trento`, for sentences: "for the North East", "per le Marche".
    article: Option<Text>,
    /// "in the North East", "nelle Marche"; made of the article when absent.
    locative: Option<Text>,
    /// "of the North East", "delle Marche"; made of the article when absent.
    genitive: Option<Text>,
}
