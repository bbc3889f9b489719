//! edition.yaml

use super::sources::Source;
use super::words::{AnyPeriod, Day, Key, Keyed, Revision, Text};
use schemars::JsonSchema;

/// One edition of the talk: its title, its period, the occasion, its sources.
#[derive(JsonSchema)]
#[schemars(title = "edition.yaml", deny_unknown_fields)]
pub struct Edition {
    /// Title of the talk.
    title: Text,
    /// A line below the title.
    subtitle: Option<Text>,
    /// The period that the figures speak of: 2024-06/2024-08, or a month 2024-11. When absent, the folder's name says
    /// it: 2024-06_2024-08.
    period: Option<AnyPeriod>,
    /// The address in the site, when it is not the folder's name.
    id: Option<Key>,
    /// Which publication it is: 1 when absent, 2 for the first that corrects figures already given away. It stands at
    /// the foot of every figure.
    revision: Option<Revision>,
    /// Whether it may be read as it is. Published when absent; a draft says so on every page.
    status: Option<Status>,
    /// Where it is presented.
    event: Option<Event>,
    /// Notes on the edition as a whole.
    notes: Option<Vec<Text>>,
    /// Sources of this edition, by a key of yours; observations name them by it.
    sources: Option<Keyed<Source>>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Status {
    /// Still being written: every page says so, and to-dos may stand in it.
    Draft,
    /// Done: nothing is left to do in it.
    Published,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Event {
    /// Name of the conference or meeting.
    name: Text,
    /// Where: a town.
    place: Option<Text>,
    /// When: 2024-11-27.
    date: Option<Day>,
    /// Its tag, in quotes, for # begins a comment: "#ForumRisk19".
    tag: Option<Text>,
}
