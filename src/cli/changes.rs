//! `fascicle changes`

use super::reading::{AllowLinks, Reading};
use super::{Failure, say};
use clap::{Args, ValueEnum};
use fascicle::diag::{Language, Words};
use fascicle::render::changes::json;
use fascicle::render::changes::text;
use std::path::PathBuf;

/// Say what changed between two editions
///
/// Values, ranks, notes, what is missing, definitions, sentences and claims: only what is not as it was. With two editions, A and B, the older is held against the newer. With one, or with none (then it is the newest),
/// each figure is compared with the last older edition that has it. Where a definition changed, the two values are
/// printed side by side and no difference is drawn.
#[derive(Debug, Args)]
pub struct Changes {
    /// An edition, by its folder or its id; the newest when absent
    #[arg(value_name = "A")]
    edition: Option<String>,

    /// Another, to hold against the first
    #[arg(value_name = "B")]
    other: Option<String>,

    /// For people, or for machines (docs/changes.md)
    #[arg(long, value_enum, default_value = "human")]
    format: Format,

    /// The authors' files
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,

    #[command(flatten)]
    links: AllowLinks,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Human,
    Json,
}

impl Changes {
    /// `asked` is the language of `--lang`; without it the answer is in that of the site.
    pub fn run(self, asked: Option<Language>) -> Result<(), Failure> {
        let reading = Reading {
            content: self.content,
            theme: None,
            editions: Vec::new(),
            strict: false,
            jobs: None,
            links: self.links,
            quiet: false,
        };
        let site = reading.site_without_talks(Words::default)?;
        let editions: Vec<String> = self.edition.into_iter().chain(self.other).collect();
        let language = asked.unwrap_or(site.report().site.language);
        let changes = site.changes(&editions, language).map_err(|faults| Failure::Faults(faults, Words::default()))?;
        let printed = match self.format {
            Format::Human => text(&changes, language),
            Format::Json => json(&changes),
        };
        say::answer(&printed)?;
        Ok(())
    }
}
