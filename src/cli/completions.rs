//! `fascicle completions`

use super::{Arguments, Failure, say};
use clap::{Args, CommandFactory};
use clap_complete::Shell;

/// Print what a shell needs to complete fascicle's commands and options
///
/// The script goes to standard output; docs/editors.md says where each shell wants it.
#[derive(Debug, Args)]
pub struct Completions {
    /// For which shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl Completions {
    pub fn run(self) -> Result<(), Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "fascicle", &mut script);
        say::bytes(&script)?;
        Ok(())
    }
}
