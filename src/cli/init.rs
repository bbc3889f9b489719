//! `fascicle init`

use super::{Failure, say};
use clap::{Args, ValueEnum};
use fascicle::data::period::{Month, Period};
use fascicle::diag::{Language, Words};
use fascicle::disk;
use fascicle::scaffold::{self, Beginning, Whose};
use fascicle::schema;
use fascicle::words;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Begin a project of your own, in an empty folder
///
/// Writes a content folder that builds at once: one indicator, one edition, every value `missing`, each file with
/// comments that say what its keys are. Then it tells what to edit next. The folder is made where it does not exist; one
/// that holds anything but hidden files is left alone.
#[derive(Debug, Args)]
pub struct Init {
    /// Where the project goes: a new folder, or an empty one
    #[arg(value_name = "DIR")]
    folder: PathBuf,

    /// The language of the site, and of the comments in its files; when absent, that of the messages
    #[arg(long, value_name = "LANG", value_parser = super::language::parser())]
    language: Option<Language>,

    /// The territories that are compared; when absent, italy for a site in Italian, else own
    #[arg(long, value_name = "WHOSE")]
    territories: Option<Territories>,

    /// The period of the first edition: 2024-06_2024-08, or 2024-11; when absent, the last whole year
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    period: Option<Period>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Territories {
    /// The Regions and autonomous Provinces of Italy
    Italy,
    /// A list of your own, with names to replace
    Own,
}

fn period(text: &str) -> Result<Period, String> {
    let none = || "not a period: write a month, 2024-11, or the first and the last, 2024-06_2024-08".to_owned();
    Period::parse_folder(text).ok_or_else(none)
}

impl Init {
    pub fn run(self, spoken: Language) -> Result<(), Failure> {
        let (folder, language) = (self.folder, self.language.unwrap_or(spoken));
        let territories = match (self.territories, language) {
            (Some(Territories::Italy), _) | (None, Language::Italian) => Whose::Italy,
            (Some(Territories::Own), _) | (None, Language::English) => Whose::Own,
        };
        let beginning = Beginning { language, territories, period: self.period.unwrap_or_else(last_year) };
        let files = scaffold::project(&beginning);
        // What editors read, which nobody edits.
        let schemas =
            schema::files(language).into_iter().map(|(name, text)| (format!("{}/{name}", schema::FOLDER), text));
        let all: Vec<(String, String)> = files.iter().cloned().chain(schemas).collect();
        disk::begin(&folder, &all, scaffold::IGNORED)?;
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        say::line(&begun(&folder, &paths, territories), spoken);
        Ok(())
    }
}

/// The period from January to December of the year before this one.
fn last_year() -> Period {
    let days = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs() / 86_400);
    // A mean year of the Gregorian calendar: wrong by hours around New Year, which is no matter for a name to begin with.
    let year = 1969 + (days as f64 / 365.2425) as u16;
    Period::Window { from: Month { year, month: 1 }, to: Month { year, month: 12 } }
}

/// What was made, and what the author does next.
fn begun(folder: &Path, paths: &[&str], territories: Whose) -> Words {
    let (name, count) = (folder.display(), paths.len());
    let path = |end: &str| {
        let found = paths.iter().find(|path| path.ends_with(end)).copied().unwrap_or(end);
        format!("content/{found}")
    };
    let mut steps: Vec<(String, Words)> = Vec::new();
    if folder != Path::new(".") {
        let quote = if name.to_string().contains(' ') { "\"" } else { "" };
        steps.push((format!("cd {quote}{name}{quote}"), Words::default()));
    }
    let site = words!(
        "then open output/index.html: a talk without figures yet",
        "poi apri output/index.html: una presentazione ancora senza dati"
    );
    steps.push(("fascicle build".to_owned(), site));
    steps.push((path("site.yaml"), words!("the title, and who publishes", "il titolo, e chi pubblica")));
    if territories == Whose::Own {
        let list =
            words!("your territories, in the place of those made up", "i tuoi territori, al posto di quelli inventati");
        steps.push((path("territories.yaml"), list));
    }
    steps.push((path("indicators.yaml"), words!("what is measured", "che cosa si misura")));
    steps.push((path("edition.yaml"), words!("the talk and its sources", "la presentazione e le sue fonti")));
    let is_values = |path: &&&str| path.contains("/observations/");
    let values = paths.iter().find(is_values).copied().unwrap_or_default();
    steps.push((
        format!("content/{values}"),
        words!("the figures, in the place of `missing`", "i dati, al posto di `missing`"),
    ));
    let is_text = |path: &&&str| path.contains("/narrative/");
    let text = paths.iter().find(is_text).copied().unwrap_or_default();
    steps.push((format!("content/{text}"), words!("the conclusions", "le conclusioni")));
    steps.push((
        "fascicle build".to_owned(),
        words!("again; it says what is wrong, if anything is", "di nuovo; dice che cosa non va, se qualcosa non va"),
    ));

    let list = |language: Language| {
        let line = |(number, (what, why)): (usize, &(String, Words))| match why.get(language) {
            "" => format!("  {}. {what}\n", number + 1),
            why => format!("  {}. {what}\n     {why}\n", number + 1),
        };
        steps.iter().enumerate().map(line).collect::<String>().trim_end().to_owned()
    };
    let (en, it) = (list(Language::English), list(Language::Italian));
    Words {
        en: format!(
            "Began a project in {name}: {count} files, a draft that can be built as it is.\n\nWhat to do next:\n{en}"
        ),
        it: format!(
            "Creato un progetto in {name}: {count} file, una bozza che si può già costruire.\n\nChe cosa fare adesso:\n{it}"
        ),
    }
}
