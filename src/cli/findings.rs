//! How faults and warnings are told: underlined for people, or as a list for programs.

use super::{Failure, say};
use clap::{Args, ValueEnum};
use fascicle::diag::{self, Language};
use fascicle::{Faults, Site};

/// Options of the commands that look for faults.
#[derive(Debug, Args)]
pub struct Findings {
    /// How faults and warnings are told; json and sarif go to standard output
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// For whom faults and warnings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, with their lines underlined
    Human,
    /// For programs: docs/faults.md lists the keys
    Json,
    /// For editors and code hosts: SARIF 2.1.0
    Sarif,
}

impl Findings {
    /// Whether a person reads the findings.
    pub fn are_for_people(&self) -> bool {
        self.format == Format::Human
    }

    /// Tells what a check has found, whether or not it stops the command.
    ///
    /// # Errors
    /// The check has found a fault, or the machine refuses.
    pub fn tell(&self, checked: Result<Site, Failure>, language: Language) -> Result<Site, Failure> {
        match checked {
            Ok(site) => {
                self.found(site.warnings(), language)?;
                Ok(site)
            }
            Err(failure) => Err(self.failed(failure, language)),
        }
    }

    /// Tells the faults of a failure, and returns a failure whose faults were told.
    pub fn failed(&self, failure: Failure, language: Language) -> Failure {
        let Failure::Faults(faults, last) = failure else { return failure };
        if let Err(failure) = self.found(&faults, language) {
            return failure;
        }
        say::line(&last, language);
        Failure::Told
    }

    /// Tells faults and warnings; a program is also told that there are none.
    pub fn found(&self, found: &Faults, language: Language) -> Result<(), Failure> {
        match self.format {
            Format::Human => say::faults(found, language),
            Format::Json => say::answer(&diag::json(&found.list, &found.sources, language))?,
            Format::Sarif => say::answer(&diag::sarif(&found.list, &found.sources, language))?,
        }
        Ok(())
    }
}
