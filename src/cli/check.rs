//! `fascicle check`

use super::findings::Findings;
use super::reading::Reading;
use super::{Failure, say};
use clap::Args;
use fascicle::diag::{self, Language, Words};
use fascicle::{Mended, Site, disk, words};

/// Look for faults in the authors' files, and write nothing
///
/// Everything `build` does short of drawing and writing: all files are read and checked, and all faults printed at
/// once, each with its file, its line, the words at fault and what to do.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub reading: Reading,

    #[command(flatten)]
    findings: Findings,

    /// Mend what can be mended surely, and show what was changed
    ///
    /// A decimal comma becomes a point, a date in another form becomes 2024-08-31, and so on; what a number says never
    /// changes. Each file is written whole; what remains is for you.
    #[arg(long)]
    fix: bool,

    /// With --fix: show what would be changed, and write nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,
}

impl Check {
    pub fn run(self, language: Language) -> Result<(), Failure> {
        if self.fix {
            return self.mend(language);
        }
        let site = self.reading.site(Words::default).and_then(|site| match site.ready() {
            Ok(_) => Ok(site),
            Err(faults) => Err(Failure::Faults(faults, Words::default())),
        });
        let site = self.findings.tell(site, language)?;
        self.reading.say(&say::tested(site.tested()), language);
        let summary = say::summary(&site.summary());
        self.reading.say(&words!("No faults in {summary}", "Nessun errore in {summary}"; summary), language);
        Ok(())
    }

    /// Mends in memory, shows what that changes, writes it, and says what remains.
    fn mend(&self, language: Language) -> Result<(), Failure> {
        let (loaded, request) = self.reading.load()?;
        let Mended { rounds, files, outcome } = fascicle::mend(&loaded, &request);
        for round in &rounds {
            say::mends(round, language);
        }
        if !self.dry_run {
            let texts = files.iter().map(|file| (&*file.path, Some(&*file.before), &*file.after));
            disk::rewrite(&self.reading.content, &texts.collect::<Vec<_>>())?;
        }
        let made = rounds.iter().map(|round| diag::sure(&round.list, &round.sources).len()).sum();
        say::line(&counted(made, files.len(), self.dry_run), language);

        // Without writing, all is as it was; and people asked for the changes alone.
        let outcome = if self.dry_run { Site::check(&loaded, &request) } else { outcome };
        if self.dry_run && self.findings.are_for_people() {
            return outcome.map(drop).map_err(|_| Failure::Told);
        }
        let outcome = outcome.map_err(|faults| Failure::Faults(faults, Words::default()));
        let site = self.findings.tell(outcome, language)?;
        self.reading.say(&say::tested(site.tested()), language);
        let summary = say::summary(&site.summary());
        self.reading.say(&words!("No faults in {summary}", "Nessun errore in {summary}"; summary), language);
        Ok(())
    }
}

/// "3 mistakes mended in 2 files"
fn counted(mistakes: usize, files: usize, dry_run: bool) -> Words {
    let (mistake, errori, correggerebbe) = match mistakes {
        1 => ("mistake", "errore corretto", "Si correggerebbe 1 errore".to_owned()),
        _ => ("mistakes", "errori corretti", format!("Si correggerebbero {mistakes} errori")),
    };
    let file = if files == 1 { "file" } else { "files" };
    match (mistakes, dry_run) {
        (0, _) => words!("Nothing can be mended surely.", "Non c’è nulla che si possa correggere con certezza."),
        (_, false) => words!("{mistakes} {mistake} mended in {files} {file}", "{mistakes} {errori} in {files} file"),
        (_, true) => words!(
            "{mistakes} {mistake} would be mended in {files} {file}; nothing was written",
            "{correggerebbe} in {files} file; non è stato scritto nulla"
        ),
    }
}
