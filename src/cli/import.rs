//! `fascicle import`

use super::reading::AllowLinks;
use super::{Failure, say};
use clap::{Args, ValueEnum};
use fascicle::diag::{Language, Words};
use fascicle::import::{self, Empty, Hidden, Mark, Request};
use fascicle::{Faults, disk, words};
use std::path::PathBuf;

/// Bring a table of figures into an edition: CSV, TSV, XLSX, ODS, or pasted
///
/// Territories, indicators and items are found by their names; the report says what matched, what did not, and what is
/// new, the same or different. Nothing is guessed, and all is written or nothing: a value that is there and differs
/// stops the import unless --replace is given. docs/import.md shows how tables may look.
#[derive(Debug, Args)]
pub struct Import {
    /// The table: CSV, TSV, XLSX or ODS; `-` reads one pasted on standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// The edition that gets the figures, by its folder or its id
    #[arg(long, value_name = "ID")]
    edition: String,

    /// The key of the source, declared in edition.yaml or sources.yaml
    #[arg(long, value_name = "KEY")]
    source: String,

    /// Only this indicator; also says whose values a column without its name holds
    #[arg(long, value_name = "NAME")]
    indicator: Option<String>,

    /// Only this sheet of a workbook
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,

    /// Leave this column out, by its head or its letter; may be given several times
    #[arg(long, value_name = "COLUMN")]
    skip: Vec<String>,

    /// What becomes of rows and columns that a workbook hides or filters out; asked where they matter
    #[arg(long, value_name = "WHAT")]
    hidden: Option<HiddenCells>,

    /// The date of stocks, where it is not the end of the edition's period: 2025-03-31
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,

    /// The window of flows, where it is not the edition's period: 2025-01/2025-03
    #[arg(long, value_name = "MONTHS")]
    window: Option<String>,

    /// The version of the definition that new files follow, where an indicator has several
    #[arg(long, value_name = "ID")]
    definition: Option<String>,

    /// How decimals are written, where no cell tells: 12,5 (comma) or 12.5 (point)
    #[arg(long, value_name = "MARK")]
    decimal: Option<Decimal>,

    /// What an empty cell means; it is left alone when this is absent
    #[arg(long, value_name = "WHAT")]
    empty: Option<EmptyCell>,

    /// Numbers from 0 to 1 are fractions: each is taken a hundred times
    #[arg(long)]
    fractions: bool,

    /// Round to so many decimals, half up
    #[arg(long, value_name = "DECIMALS", value_parser = clap::value_parser!(u8).range(0..=6))]
    round: Option<u8>,

    /// Put new values in the place of those that are there and differ
    #[arg(long)]
    replace: bool,

    /// Only report; write nothing
    #[arg(long)]
    dry_run: bool,

    /// The authors' files
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,

    #[command(flatten)]
    links: AllowLinks,
}

/// The mark before decimals.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Decimal {
    /// 1.234,5
    Comma,
    /// 1,234.5
    Point,
}

/// What an empty cell means.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum EmptyCell {
    /// No source gives the value
    Missing,
    /// In a table of yes and no: no
    No,
}

/// What becomes of what a workbook hides.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum HiddenCells {
    /// Read like the rest
    Read,
    /// Left out
    Skip,
}

impl Import {
    pub fn run(self, language: Language) -> Result<(), Failure> {
        let loaded = self.links.load(&self.content)?;
        let pasted = self.file.as_os_str() == "-";
        let bytes = if pasted { disk::read_pasted()? } else { disk::read_figures(&self.file)? };
        let name = match pasted {
            true => words!("pasted table", "tabella incollata").get(language).to_owned(),
            false => self.file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        };
        let request = Request {
            name: &name,
            bytes: &bytes,
            edition: &self.edition,
            source: &self.source,
            indicator: self.indicator.as_deref(),
            sheet: self.sheet.as_deref(),
            skip: &self.skip,
            hidden: self.hidden.map(|hidden| match hidden {
                HiddenCells::Read => Hidden::Read,
                HiddenCells::Skip => Hidden::Skip,
            }),
            as_of: self.as_of.as_deref(),
            window: self.window.as_deref(),
            definition: self.definition.as_deref(),
            decimal: self.decimal.map(|mark| match mark {
                Decimal::Comma => Mark::Comma,
                Decimal::Point => Mark::Point,
            }),
            empty: self.empty.map(|empty| match empty {
                EmptyCell::Missing => Empty::Missing,
                EmptyCell::No => Empty::No,
            }),
            fractions: self.fractions,
            round: self.round,
            replace: self.replace,
        };
        let done = import::import(&loaded.sources, &request);
        say::text(&import::printed(&done.report, language));
        let faults = Faults { list: done.faults, sources: done.sources };
        if let Some(why) = done.refused {
            return Err(Failure::Faults(faults, why));
        }
        say::faults(&faults, language);
        if !self.dry_run {
            let files = done.files.iter().map(|file| (&*file.path, file.before.as_deref(), &*file.after));
            disk::rewrite(&self.content, &files.collect::<Vec<_>>())?;
        }
        say::line(&self.last(done.values, done.files.len()), language);
        let questions = faults.list.iter().filter(|fault| fault.is_fault()).count();
        if questions > 0 && !done.files.is_empty() {
            let asks = match questions {
                1 => words!(
                    "One question above is to be answered, mostly by a `note`, before the edition can be built.",
                    "A una domanda qui sopra va risposto, di solito con una `note`, prima di costruire l’edizione."
                ),
                count => words!(
                    "{count} questions above are to be answered, mostly by a `note`, before the edition can be built.",
                    "A {count} domande qui sopra va risposto, di solito con una `note`, prima di costruire l’edizione."
                ),
            };
            say::line(&asks, language);
        }
        Ok(())
    }

    /// What was written, and what the author does next.
    fn last(&self, values: usize, files: usize) -> Words {
        let edition = &self.edition;
        let values = match values {
            1 => words!("1 value", "1 valore"),
            count => words!("{count} values", "{count} valori"),
        };
        let into = match files {
            1 => words!("1 file", "1 file"),
            count => words!("{count} files", "{count} file"),
        };
        let written =
            Words { en: format!("{} into {}", values.en, into.en), it: format!("{} in {}", values.it, into.it) };
        match (files, self.dry_run) {
            (0, _) => words!(
                "Nothing to write: {edition} has all that was read.",
                "Nulla da scrivere: {edition} ha già tutto ciò che è stato letto."
            ),
            (_, true) => Words {
                en: format!("Would write {} of {edition}; nothing was written.", written.en),
                it: format!("Scriverebbe {} di {edition}; non è stato scritto nulla.", written.it),
            },
            (_, false) => Words {
                en: format!("Wrote {} of {edition}. Next: fascicle check", written.en),
                it: format!("Ho scritto {} di {edition}. Ora: fascicle check", written.it),
            },
        }
    }
}
