//! `fascicle chart`

use super::reading::{AllowLinks, Reading};
use super::{Failure, say};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgGroup, Args};
use fascicle::diag::Language;
use fascicle::disk;
use fascicle::render::Format;
use fascicle::render::drawing::svg::{TextAs, Width};
use fascicle::words;
use fascicle::{Found, Site, Wish};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// With fewer pictures than this there is no bar: it would be gone before anybody reads it.
const MANY: usize = 12;

/// Draw one figure, or all, to take along
///
/// A figure leaves complete: title, measure, drawing, notes, source. It is that of the newest edition that has it, unless
/// --edition says otherwise; any figure the data can show, whether or not an outline does. With --lang, the words that
/// fascicle writes are in that language; those of the authors stay. A file that is there already is replaced.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("which").args(["id", "all"]).required(true))]
pub struct Chart {
    /// The figure, by the name of its files: consenso, documenti-items
    #[arg(value_name = "ID")]
    id: Option<String>,

    /// All figures that the outlines show, into the folder --output names
    #[arg(long, requires = "output")]
    all: bool,

    /// Where it goes: a file, whose ending gives the format; a folder, for more than one file; - for standard output
    #[arg(long, short, value_name = "PATH", default_value = "-")]
    output: PathBuf,

    /// The formats, with commas between; svg where the file's ending gives none
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', value_parser = formats(Format::ALL))]
    format: Vec<Format>,

    /// The edition, by its folder or its id; the newest that has the figure when absent
    #[arg(long, value_name = "ID")]
    edition: Option<String>,

    /// Territories to mark, with commas between, by name or code
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    highlight: Vec<String>,

    /// How wide it will be shown: 160mm, 16cm, 1200px; type stays large enough to read
    #[arg(long, value_name = "LENGTH", value_parser = length)]
    width: Option<Width>,

    /// How high; as high as it needs when absent, and never less
    #[arg(long, value_name = "LENGTH", value_parser = length)]
    height: Option<Width>,

    /// How words are written in SVG: live text; text with its fonts embedded, for browsers; or outlined, as shapes
    #[arg(long, value_name = "KIND", value_parser = ["live", "embedded", "outlined"], default_value = "live")]
    text: String,

    /// Pixels of a PNG for each pixel of a screen: 2 is sharp on screens of today and in print
    #[arg(long, value_name = "TIMES", value_parser = clap::value_parser!(u8).range(1..=4), default_value_t = Wish::SCALE)]
    scale: u8,

    /// The ground: that of the theme, or none, so that the page's shows through
    #[arg(long, value_name = "GROUND", value_parser = ["paper", "none"], default_value = "paper")]
    background: String,

    /// In the dark colours of the theme
    #[arg(long)]
    dark: bool,

    /// The authors' files
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,

    #[command(flatten)]
    links: AllowLinks,

    /// A theme's folder, in place of the one site.yaml names
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,
}

/// Reads formats by their words.
pub fn formats(known: &'static [Format]) -> impl TypedValueParser<Value = Format> {
    let read = |word: String| known.iter().copied().find(|format| format.word() == word);
    PossibleValuesParser::new(known.iter().map(|format| format.word()))
        .map(move |word| read(word).unwrap_or(Format::Svg))
}

/// Reads a length: a number with `mm`, `cm` or `px`; a bare one is in pixels.
fn length(text: &str) -> Result<Width, String> {
    let unit = text.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ','));
    let number = text[..text.len() - unit.len()].replace(',', ".").parse::<f64>().ok();
    let length = match (number, unit) {
        (Some(number), "mm") => Some(Width::Mm(number)),
        (Some(number), "cm") => Some(Width::Mm(number * 10.0)),
        (Some(number), "px" | "") => Some(Width::Px(number)),
        _ => None,
    };
    let length = length.ok_or("write it as 160mm, 16cm or 1200px")?;
    // Below, nothing could be read; above, it is a wall.
    let inches = length.inches();
    if (1.5..=80.0).contains(&inches) { Ok(length) } else { Err("between 40mm and 2000mm, or 150px and 7600px".into()) }
}

/// Where pictures go: one to standard output, one into a file, or any number into a folder.
enum Target {
    Standard(Format),
    File(PathBuf, Format),
    Folder(PathBuf, Vec<Format>),
}

impl Chart {
    /// `asked` is the language of `--lang`, which figures follow; without it they speak that of the site.
    pub fn run(self, asked: Option<Language>, language: Language) -> Result<(), Failure> {
        let target = self.target()?;
        let reading = Reading {
            content: self.content,
            theme: self.theme,
            editions: Vec::new(),
            strict: false,
            jobs: None,
            links: self.links,
            quiet: false,
        };
        let nothing = || words!("Nothing was written.", "Non è stato scritto nulla.");
        let mut site = reading.site_without_talks(nothing)?;
        if let Some(language) = asked {
            site = site.in_language(language);
        }
        let wish = Wish {
            highlight: self.highlight,
            width: self.width,
            height: self.height,
            text: match self.text.as_str() {
                "outlined" => TextAs::Outlined,
                "embedded" => TextAs::Embedded,
                _ => TextAs::Live,
            },
            scale: self.scale,
            dark: self.dark,
            paper: self.background == "paper",
        };
        let edition = self.edition.as_deref();
        let found = match &self.id {
            Some(id) => site.look_up(id, edition, &wish).map(|found| vec![found]),
            None => site.figures(edition, &wish),
        };
        let found = found.map_err(|faults| Failure::Faults(faults, nothing()))?;
        match (target, &found[..]) {
            (Target::Standard(format), [one, ..]) => say::bytes(&picture(&site, one, format, &wish)?)?,
            (Target::File(path, format), [one, ..]) => disk::put_file(&path, &picture(&site, one, format, &wish)?)?,
            (Target::Folder(folder, formats), _) => {
                let count = fill(&folder, &site, &found, &formats, &wish)?;
                let shown = folder.display();
                say::line(&words!("Wrote {count} files to {shown}", "Scritti {count} file in {shown}"), language);
            }
            (Target::Standard(_) | Target::File(..), []) => {}
        }
        Ok(())
    }

    /// Where the pictures go, and in which formats.
    fn target(&self) -> Result<Target, Failure> {
        let path = &self.output;
        let mut formats = self.format.clone();
        formats.sort_unstable();
        formats.dedup();
        let first = formats.first().copied().unwrap_or(Format::Svg);
        if path == Path::new("-") {
            return match (self.all || formats.len() > 1, first) {
                (true, _) => Err(Failure::Asked(words!(
                    "more than one picture needs a folder: name it with --output DIR",
                    "per più di un’immagine serve una cartella: indicala con --output DIR"
                ))),
                (false, format) if !format.is_text() && io::stdout().is_terminal() => {
                    let ending = format.ending();
                    Err(Failure::Asked(words!(
                        "a terminal cannot show {ending}: name a file with --output FILE",
                        "un terminale non può mostrare {ending}: indica un file con --output FILE"
                    )))
                }
                (false, format) => Ok(Target::Standard(format)),
            };
        }
        let is_folder = self.all || formats.len() > 1 || path.is_dir() || ends_in_a_slash(path);
        if is_folder && path.is_file() {
            let shown = path.display();
            return Err(Failure::Asked(words!(
                "{shown} is a file, and more than one picture needs a folder: name another with --output DIR",
                "{shown} è un file, e per più di un’immagine serve una cartella: indicane un’altra con --output DIR"
            )));
        }
        if is_folder {
            return Ok(Target::Folder(path.clone(), if formats.is_empty() { vec![first] } else { formats }));
        }
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        match (Format::read(&ending), formats.first()) {
            (Some(of_ending), None) => Ok(Target::File(path.clone(), of_ending)),
            (Some(of_ending), Some(&asked)) if of_ending != asked => {
                let (shown, asked) = (path.display(), asked.ending());
                Err(Failure::Asked(words!(
                    "{shown} ends as another format than {asked}: change the ending, or leave --format out",
                    "{shown} finisce come un formato diverso da {asked}: cambia la fine del nome, o togli --format"
                )))
            }
            (_, Some(&asked)) => Ok(Target::File(path.clone(), asked)),
            (None, None) => {
                let endings = Format::ALL.iter().map(|format| format.ending()).collect::<Vec<_>>().join(", ");
                let shown = path.display();
                Err(Failure::Asked(words!(
                    "{shown} does not say in which format: end it in one of {endings}, or add --format",
                    "{shown} non dice in quale formato: fallo finire in uno di questi: {endings}; o aggiungi --format"
                )))
            }
        }
    }
}

fn picture(site: &Site, found: &Found, format: Format, wish: &Wish) -> Result<Vec<u8>, Failure> {
    site.picture(found, format, wish).map_err(Failure::Asked)
}

fn ends_in_a_slash(path: &Path) -> bool {
    path.to_string_lossy().ends_with(std::path::is_separator)
}

/// Draws all figures into a folder, with a bar on a terminal where they are many; returns how many files were written.
fn fill(folder: &Path, site: &Site, found: &[Found], formats: &[Format], wish: &Wish) -> Result<usize, Failure> {
    use rayon::prelude::*;
    let count = found.len() * formats.len();
    // The bar draws nothing where standard error is no terminal.
    let bar = if count < MANY { ProgressBar::hidden() } else { ProgressBar::new(count as u64) };
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}") {
        bar.set_style(style);
    }
    let each: Vec<(&Found, Format)> =
        found.iter().flat_map(|one| formats.iter().map(move |format| (one, *format))).collect();
    let done = each.par_iter().try_for_each(|&(one, format)| {
        let name = format!("{}.{}", one.figure.id, format.ending());
        let bytes = picture(site, one, format, wish)?;
        disk::put_file(&folder.join(&name), &bytes)?;
        bar.set_message(name);
        bar.inc(1);
        Ok::<(), Failure>(())
    });
    bar.finish_and_clear();
    done?;
    Ok(count)
}
