//! `fascicle check`

use super::reading::Reading;
use super::{Failure, say};
use clap::Args;

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
    pub fn run(self) -> Result<(), Failure> {
        let site = self.reading.site(String::new)?;
        say::faults(site.warnings());
        self.reading.say(&say::tested(site.tested()));
        self.reading.say(&format!("No faults in {}", say::summary(&site.summary())));
        Ok(())
    }
}
