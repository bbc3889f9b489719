//! sources.yaml, and `sources` of an edition.

use super::words::{Day, Keyed, Text, Url};
use schemars::JsonSchema;

/// Sources that all editions share, by a key of yours; observations name them by it.
#[derive(JsonSchema)]
#[schemars(title = "sources.yaml", transparent)]
pub struct Sources(Keyed<Source>);

/// Who published a figure, and where. Its publisher is printed at the foot of figures.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Source {
    /// Who published: printed at the foot of figures.
    publisher: Text,
    /// What was published.
    title: Text,
    /// Its address, which begins with https://.
    url: Option<Url>,
    /// The day it was published: 2024-11-27.
    date: Option<Day>,
    /// What a reader should know of it: read through a reprint.
    note: Option<Text>,
}
