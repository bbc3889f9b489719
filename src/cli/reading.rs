//! What all commands that read content have in common: their options, and the way from the disk to a checked site.

use super::{Failure, say};
use clap::Args;
use fascicle::diag::{Language, Words};
use fascicle::disk::{self, Links, Loaded, MachineError};
use fascicle::{Request, Site};
use std::path::{Path, PathBuf};

/// Where links may lead, of every command that reads content.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct AllowLinks {
    /// Follow links in content/ and themes/ that lead out of them
    ///
    /// Without it such a link is a fault: a file of this machine could get into a site unnoticed.
    #[arg(long)]
    allow_links: bool,
}

impl AllowLinks {
    /// Loads a content folder.
    pub fn load(self, content: &Path) -> Result<Loaded, MachineError> {
        disk::load_with(content, self.links())
    }

    fn links(self) -> Links {
        if self.allow_links { Links::Anywhere } else { Links::Inside }
    }
}

/// Options of every command that reads content.
#[derive(Debug, Args)]
pub struct Reading {
    /// The authors' files
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,

    /// A theme's folder, in place of the one site.yaml names
    ///
    /// Files it does not have come from the built-in theme.
    #[arg(long, value_name = "DIR")]
    pub theme: Option<PathBuf>,

    /// Only this edition; may be given more than once
    ///
    /// An edition is called by its folder in content/editions/, or by the id its edition.yaml gives.
    #[arg(long = "edition", value_name = "ID")]
    pub editions: Vec<String>,

    /// Take warnings for faults
    #[arg(long)]
    pub strict: bool,

    /// How many threads to use, 256 at most; all cores when absent
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,

    #[command(flatten)]
    pub links: AllowLinks,

    /// Say nothing unless something is wrong
    #[arg(long, short)]
    pub quiet: bool,
}

impl Reading {
    /// Loads and checks the content. `last` is the line that follows the faults.
    ///
    /// # Errors
    /// The machine refuses, or there are faults.
    pub fn site(&self, last: impl FnOnce() -> Words) -> Result<Site, Failure> {
        let (loaded, request) = self.load()?;
        Site::check(&loaded, &request).map_err(|faults| Failure::Faults(faults, last()))
    }

    /// Loads and checks the content for a command that makes no talk: what is wrong with a talk alone does not stop it.
    /// `last` is the line that follows the faults.
    ///
    /// # Errors
    /// The machine refuses, or there are faults.
    pub fn site_without_talks(&self, last: impl FnOnce() -> Words) -> Result<Site, Failure> {
        let (loaded, request) = self.load()?;
        let request = Request { no_talk: true, ..request };
        Site::check(&loaded, &request).map_err(|faults| Failure::Faults(faults, last()))
    }

    /// Loads the content and the theme, and gives what the options ask for.
    pub fn load(&self) -> Result<(Loaded, Request), MachineError> {
        if let Some(jobs) = self.jobs {
            // It fails where threads were started before, and then their number stands; no byte of the site depends on it.
            let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs.into()).build_global();
        }
        let loaded = self.links.load(&self.content)?;
        let theme = match &self.theme {
            Some(folder) => Some((folder.display().to_string(), disk::load_theme(folder, self.links.links())?)),
            None => None,
        };
        Ok((loaded, Request { theme, editions: self.editions.clone(), strict: self.strict, no_talk: false }))
    }

    /// Says how the command went, unless it was asked to be quiet.
    pub fn say(&self, words: &Words, language: Language) {
        if !self.quiet {
            say::line(words, language);
        }
    }
}
