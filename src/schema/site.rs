//! site.yaml

use super::words::{SiteUrl, Text};
use schemars::JsonSchema;

/// What holds for the whole site: its title, who publishes it, its language, its look.
#[derive(JsonSchema)]
#[schemars(title = "site.yaml", deny_unknown_fields)]
pub struct Site {
    /// Name of the site, over its home page.
    title: Text,
    /// One sentence for the home page.
    description: Option<Text>,
    /// Who publishes.
    organisation: Text,
    /// The language of all that the tool writes.
    language: Language,
    /// How the site looks: `gimbe`, which is built in, or a folder of that name in `themes/` beside the content. `gimbe`
    /// when absent.
    theme: Option<Text>,
    /// Under which terms the site may be used again.
    licence: Option<Licence>,
    /// The address at which the site is published, https://example.org/report: without it, there is nothing to embed
    /// elsewhere. No `?` and no `#`.
    url: Option<SiteUrl>,
}

#[derive(JsonSchema)]
enum Language {
    /// English.
    #[schemars(rename = "en")]
    English,
    /// Italian.
    #[schemars(rename = "it")]
    Italian,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Licence {
    /// Its name: CC BY-NC 4.0.
    name: Text,
    /// The address of its text.
    url: Option<Text>,
}
