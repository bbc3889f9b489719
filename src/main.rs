//! The command: what a person types, and what it answers.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
