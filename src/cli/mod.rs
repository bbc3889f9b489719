//! Talks to people: reads the command line, calls the library, says what came of it.
//!
//! The one place that knows terminals, exit codes and the clock. A command is a file.

mod build;
mod changes;
mod chart;
mod check;
mod completions;
mod explain;
mod findings;
mod import;
mod init;
mod language;
mod man;
mod new;
mod progress;
mod reading;
mod say;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod verify;

use clap::{Parser, Subcommand};
use fascicle::Faults;
use fascicle::diag::{Language, Words};
use fascicle::disk::{self, MachineError};
use fascicle::words;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

const EXAMPLES: &str = "\
Examples:
  fascicle build                          content/ becomes a site in output/
  fascicle check                          only looks for faults; writes nothing
  fascicle init recycling                 begins a project of your own in a new folder
  fascicle new                            the files of the next edition, made from the last
  fascicle import figures.xlsx --edition 2025-01_2025-03 --source istat
                                          brings a table of figures in
  fascicle changes                        says what changed in the newest edition
  fascicle chart consenso --output consenso.svg
                                          one figure, to take along; --all for all of them
  fascicle build --edition 2024-11        makes one edition anew, keeps the others
  fascicle build --output public/fse      writes somewhere else
  fascicle verify chart.svg               tells whether a figure is genuine and still holds
  fascicle explain F012                   what a fault means, with an example

Exit codes:
  0  done
  1  faults in the authors' files; each is printed with its line, and the site is left as it was
  2  the machine refused: a file cannot be read or written, or the command line is not understood

The site's own files are listed in output/.fascicle. Anything else you keep in output/ stays.";

/// Turns indicator data and narrative into a talk, a report site and charts, edition after edition.
///
/// Authors write YAML, CSV and Markdown in a content folder; fascicle checks all of it, then writes for each edition a
/// slide deck (one HTML file), a report page, every chart as SVG and the data as CSV, and a home page over them. The
/// pages open from the disk: no server, no network.
#[derive(Debug, Parser)]
#[command(name = "fascicle", version, after_long_help = EXAMPLES, arg_required_else_help = true, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// The language of messages; that of the environment (LC_ALL, LC_MESSAGES, LANG) when absent
    #[arg(long, value_name = "LANG", global = true, value_parser = language::parser())]
    lang: Option<Language>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Build),
    Check(check::Check),
    Init(init::Init),
    New(new::New),
    Import(import::Import),
    #[cfg(feature = "serve")]
    Serve(serve::Serve),
    Schema(schema::Schema),
    Completions(completions::Completions),
    Man(man::Man),
    Changes(changes::Changes),
    Chart(chart::Chart),
    Verify(verify::Verify),
    Explain(explain::Explain),
}

impl Command {
    /// The content folder it reads, if it reads one.
    fn content(&self) -> Option<&Path> {
        let content = match self {
            Command::Build(build) => &build.reading.content,
            Command::Check(check) => &check.reading.content,
            #[cfg(feature = "serve")]
            Command::Serve(serve) => &serve.reading.content,
            Command::New(new) => &new.content,
            Command::Import(import) => &import.content,
            Command::Changes(changes) => &changes.content,
            Command::Chart(chart) => &chart.content,
            Command::Verify(verify) => &verify.content,
            Command::Init(_) | Command::Schema(_) | Command::Completions(_) | Command::Man(_) | Command::Explain(_) => {
                return None;
            }
        };
        Some(content)
    }
}

/// Why a command did not succeed.
enum Failure {
    /// The authors': everything found, and a last line.
    Faults(Faults, Words),
    /// The authors', told already.
    Told,
    /// Something asked for that is not there.
    Asked(Words),
    /// The machine's.
    Machine(MachineError),
}

impl From<MachineError> for Failure {
    fn from(error: MachineError) -> Failure {
        Failure::Machine(error)
    }
}

/// What cannot be done.
fn refused(words: &Words, language: Language) -> ExitCode {
    say::line(&words!("error: {words}", "errore: {words}"; words), language);
    ExitCode::from(2)
}

/// Runs the command typed.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        // Help and the version are asked for, too.
        Err(asked) if !asked.use_stderr() => {
            let language = language::of_the_environment();
            return match say::went_out(asked.print().and_then(|()| io::stdout().flush())) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => refused(&error.words(), language),
            };
        }
        Err(error) => error.exit(),
    };
    let language = arguments.lang.unwrap_or_else(language::of_the_environment);
    say::so_when_we_are_at_fault(language);
    // What a command that was killed has begun is ended before anything is read.
    match arguments.command.content().map_or(Ok(None), disk::settle) {
        Ok(settled) => say::line(&settled.map_or_else(Words::default, |settled| settled.words()), language),
        Err(error) => return refused(&error.words(), language),
    }
    let done = match arguments.command {
        Command::Build(build) => build.run(language),
        Command::Check(check) => check.run(language),
        Command::Init(init) => init.run(language),
        Command::Explain(explain) => explain.run(language),
        Command::New(new) => new.run(language),
        #[cfg(feature = "serve")]
        Command::Serve(serve) => serve.run(language),
        Command::Schema(schema) => schema.run(arguments.lang, language),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
        Command::Import(import) => import.run(language),
        Command::Changes(changes) => changes.run(arguments.lang),
        Command::Chart(chart) => chart.run(arguments.lang, language),
        Command::Verify(verify) => match verify.run(language) {
            Ok(code) => return ExitCode::from(code),
            Err(failure) => Err(failure),
        },
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Faults(faults, last)) => {
            say::faults(&faults, language);
            say::line(&last, language);
            ExitCode::from(1)
        }
        Err(Failure::Told) => ExitCode::from(1),
        Err(Failure::Asked(words)) => refused(&words, language),
        Err(Failure::Machine(error)) => refused(&error.words(), language),
    }
}
