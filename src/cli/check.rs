//! `fascicle check`

use super::reading::Reading;
use super::{Failure, say};
use clap::Args;
use fascicle::diag::{Language, Words};
use fascicle::words;

/// Look for faults in the authors' files, and write nothing
///
/// Everything `build` does short of drawing and writing: all files are read and checked, and all faults printed at
/// once, each with its file, its line, the words at fault and what to do.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    reading: Reading,
}

impl Check {
    pub fn run(self, language: Language) -> Result<(), Failure> {
        let site = self.reading.site(Words::default)?;
        self.reading.say(&say::tested(site.tested()), language);
        let summary = say::summary(&site.summary());
        self.reading.say(&words!("No faults in {summary}", "Nessun errore in {summary}"; summary), language);
        Ok(())
    }
}
