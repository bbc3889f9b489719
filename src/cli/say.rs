//! The words of the command. They go to standard error: the site is the output, and the terminal is for people. What is
//! asked for as such, an explanation or a list for programs, goes to standard output.

use anstream::{AutoStream, ColorChoice};
use fascicle::diag::{Language, Term, Words};
use fascicle::disk::MachineError;
use fascicle::{Faults, Summary, Tested, diag, words};
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Duration;

/// Writes a line to standard error; nothing where it is empty. That nobody reads it any more is no fault.
pub fn line(words: &Words, language: Language) {
    let text = words.get(language);
    if !text.is_empty() {
        let _ = writeln!(io::stderr(), "{text}");
    }
}

/// Writes lines that are in their language already to standard error, and an empty one below; nothing where there are
/// none.
pub fn text(lines: &str) {
    if !lines.is_empty() {
        let _ = writeln!(io::stderr(), "{lines}");
    }
}

/// Writes all faults to standard error, in colour on a terminal that wants it.
pub fn faults(faults: &Faults, language: Language) {
    colored(|color| diag::print(&faults.list, &faults.sources, language, color));
}

/// Writes what a mend changes to standard error, line by line.
pub fn mends(round: &Faults, language: Language) {
    let mends = diag::sure(&round.list, &round.sources);
    colored(|color| diag::print_mends(&mends, &round.sources, language, color));
}

fn colored(print: impl FnOnce(bool) -> String) {
    let color = AutoStream::choice(&io::stderr()) != ColorChoice::Never;
    let _ = anstream::stderr().write_all(print(color).as_bytes());
}

/// Writes what was asked for to standard output.
///
/// # Errors
/// As [`bytes`].
pub fn answer(text: &str) -> Result<(), MachineError> {
    bytes(text.as_bytes())
}

/// Writes the bytes of what was asked for to standard output. That nobody reads them any more is no fault.
///
/// # Errors
/// They cannot all be written.
pub fn bytes(bytes: &[u8]) -> Result<(), MachineError> {
    let mut out = io::stdout().lock();
    went_out(out.write_all(bytes).and_then(|()| out.flush()))
}

/// The outcome of writing to standard output.
///
/// # Errors
/// As [`bytes`].
pub fn went_out(written: io::Result<()>) -> Result<(), MachineError> {
    match written {
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => {
            let tried = Term::new("cannot write to", "non si può scrivere in");
            let hint = words!(
                "what came out is not whole: make room, or send it elsewhere, and run the command again",
                "quello che è uscito non è intero: fai spazio, o mandalo altrove, e ripeti il comando"
            );
            Err(MachineError { tried, path: PathBuf::from("standard output"), cause: Some(cause), hint })
        }
        _ => Ok(()),
    }
}

/// The sentences that were tested against the data, one a line.
pub fn tested(tested: &[Tested]) -> Words {
    let mut text = match tested.len() {
        0 => return Words::default(),
        1 => words!("1 claim holds:", "1 affermazione è vera:"),
        count => words!("{count} claims hold:", "{count} affermazioni sono vere:"),
    };
    for claim in tested {
        let Tested { edition, path, line, claim, values } = claim;
        let file = path.rsplit('/').next().unwrap_or(path);
        let one = format!("\n  {edition}  {file}:{line}  {claim}\n      ");
        text = words!("{text}{one}{values}", "{text}{one}{values}"; text, values);
    }
    text
}

/// The summary of a build: "4 editions, 62 slides, 29 figures".
pub fn summary(summary: &Summary) -> Words {
    let list = |editions: [&str; 2], slides: [&str; 2], figures: [&str; 2]| {
        [(summary.editions, editions), (summary.slides, slides), (summary.figures, figures)]
            .map(|(n, [one, many])| format!("{n} {}", if n == 1 { one } else { many }))
            .join(", ")
    };
    Words {
        en: list(["edition", "editions"], ["slide", "slides"], ["figure", "figures"]),
        it: list(["edizione", "edizioni"], ["diapositiva", "diapositive"], ["figura", "figure"]),
    }
}

/// A time in words: "18 ms", "1.2 s".
pub fn time(time: Duration) -> Words {
    match time.as_secs_f64() {
        seconds if seconds < 1.0 => Words::same(format!("{} ms", time.as_millis())),
        seconds => {
            let en = format!("{seconds:.1} s");
            Words { it: en.replace('.', ","), en }
        }
    }
}

/// Has a panic say that it is a fault of ours, and what to do.
pub fn so_when_we_are_at_fault(language: Language) {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let ours = words!(
            "This is a fault of fascicle's own, not of your files. The site was left as it was. Please report this:",
            "Questo è un errore di fascicle, non dei tuoi file. Il sito è rimasto com’era. Segnalalo, per favore:"
        );
        line(&ours, language);
        usual(panic);
        // Without this, a build that aborts would look like one that was killed.
        std::process::exit(101);
    }));
}
