//! The words of the command. All go to standard error: the site is the output, and the terminal is for people.

use anstream::{AutoStream, ColorChoice};
use fascicle::diag::{Language, Words};
use fascicle::{Faults, Summary, Tested, diag};
use std::io::{self, Write};
use std::time::Duration;

/// A line; nothing where it is empty. A reader who has gone is no fault.
pub fn line(text: &str) {
    if !text.is_empty() {
        let _ = writeln!(io::stderr(), "{text}");
    }
}

/// All faults, in colour on a terminal that wants it.
pub fn faults(faults: &Faults) {
    let color = AutoStream::choice(&io::stderr()) != ColorChoice::Never;
    let printed = diag::print(&faults.list, &faults.sources, Language::English, color);
    let _ = anstream::stderr().write_all(printed.as_bytes());
}

/// The sentences that were tested, one a line.
pub fn tested(tested: &[Tested]) -> String {
    if tested.is_empty() {
        return String::new();
    }
    let one = if tested.len() == 1 { "claim holds" } else { "claims hold" };
    let mut text = format!("{} {one}:", tested.len());
    for claim in tested {
        let Tested { edition, path, line, claim, values } = claim;
        let file = path.rsplit('/').next().unwrap_or(path);
        text.push_str(&format!("\n  {edition}  {file}:{line}  {claim}\n      {}", values.get(Language::English)));
    }
    text
}

/// "4 editions, 62 slides, 29 figures"
pub fn summary(summary: &Summary) -> String {
    let counted = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    [(summary.editions, "edition"), (summary.slides, "slide"), (summary.figures, "figure")]
        .map(|(n, what)| counted(n, what))
        .join(", ")
}

/// "18 ms", "1.2 s"
pub fn time(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds < 1.0 => format!("{} ms", time.as_millis()),
        seconds => format!("{seconds:.1} s"),
    }
}

/// A panic is our fault, and says so.
pub fn so_when_we_are_at_fault() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        line("This is a fault of fascicle's own, not of your files. The site was left as it was. Please report this:");
        usual(panic);
        // Without this, a build that aborts would look like one that was killed.
        std::process::exit(101);
    }));
}

/// A sentence in the language of the terminal.
pub fn words(words: &Words) -> String {
    words.get(Language::English).to_owned()
}
