//! `fascicle verify`

use super::reading::{AllowLinks, Reading};
use super::{Failure, say};
use clap::Args;
use fascicle::data::paths;
use fascicle::diag::{Language, Words};
use fascicle::disk;
use fascicle::verify::{Claim, Found, Kind, Known, LARGEST, LARGEST_DOCUMENT, Newer, Today, Verdict, claim_of, find};
use fascicle::words;
use std::path::{Path, PathBuf};

const CODES: &str = "\
Exit codes, the highest of all files:
  0  genuine and current
  1  faults in the authors' files; nothing was looked at
  2  a file cannot be read, or the command line is not understood
  3  genuine, and superseded by a newer edition
  4  of the data of today, in other words or another drawing
  5  corrected since it was made
  6  altered
  7  cannot be told: not ours, or without its metadata";

/// Tell whether a figure is genuine and still holds
///
/// Takes files that left the site, by mail or from somebody's page, and holds each against the content: genuine and
/// current; superseded, and by which edition; corrected since, with old and new values; or altered, and what. With
/// --site, against a site as it was built, for those who have no content. A picture that another program has saved
/// again is known all the same, as long as it kept the metadata. Of a document (DOCX, PPTX, ODT, ODP, HTML, PDF with
/// attachments) each picture inside is judged.
#[derive(Debug, Args)]
#[command(after_long_help = CODES)]
pub struct Verify {
    /// The files
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// The authors' files
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,

    #[command(flatten)]
    links: AllowLinks,

    /// A site as it was built, in their place
    #[arg(long, value_name = "DIR", conflicts_with = "content")]
    site: Option<PathBuf>,
}

impl Verify {
    /// The highest code of all files.
    pub fn run(self, language: Language) -> Result<u8, Failure> {
        let files: Vec<(&PathBuf, Vec<u8>)> = self
            .files
            .iter()
            .map(|path| Ok((path, disk::look(path, LARGEST_DOCUMENT)?)))
            .collect::<Result<_, disk::MachineError>>()?;
        let all: Vec<Found> = match &self.site {
            Some(site) => {
                files.iter().map(|(_, bytes)| find(bytes, &|claim, kind| of_site(site, claim, kind))).collect()
            }
            None => {
                let reading = Reading {
                    content: self.content.clone(),
                    theme: None,
                    editions: Vec::new(),
                    strict: false,
                    jobs: None,
                    links: self.links,
                    quiet: false,
                };
                let site = reading.site_without_talks(Words::default)?;
                files.iter().map(|(_, bytes)| site.verify_within(bytes)).collect()
            }
        };
        let mut highest = Verdict::Current.code();
        for ((path, _), found) in files.iter().zip(&all) {
            let path = path.display();
            let named = match found {
                Found::File(answer) => vec![(path.to_string(), &**answer)],
                Found::Document { figures, .. } => {
                    figures.iter().map(|(name, answer)| (format!("{path} > {name}"), answer)).collect()
                }
            };
            for (name, answer) in named {
                say::answer(answer.words(&name).get(language))?;
                highest = highest.max(answer.verdict.code());
            }
            if let Found::Document { others: others @ 1.., .. } = found {
                say::answer(others_of(&path.to_string(), *others).get(language))?;
            }
        }
        Ok(highest)
    }
}

/// What is said of the other pictures of a document.
fn others_of(path: &str, count: usize) -> Words {
    match count {
        1 => words!(
            "{path}: another picture does not say where it comes from\n",
            "{path}: un’altra immagine non dice da dove viene\n"
        ),
        _ => words!(
            "{path}: {count} other pictures do not say where they come from\n",
            "{path}: altre {count} immagini non dicono da dove vengono\n"
        ),
    }
}

/// The figure that a file claims to be, as a site has it. What it claims is not believed where it would lead out of the
/// site.
fn of_site(site: &Path, claim: &Claim, kind: Kind) -> Today {
    let is_name = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    let (edition, figure) = (claim.edition(), claim.figure());
    if !is_name(edition) || !site.join(edition).is_dir() {
        return Today::NoEdition;
    }
    let read = |edition: &str, kind: Kind| {
        let file = site.join(edition).join("figures").join(figure).join(format!("{figure}.{}", kind.ending()));
        disk::look(&file, LARGEST).ok()
    };
    let claim_in = |edition: &str| claim_of(std::str::from_utf8(&read(edition, Kind::Svg)?).ok()?);
    let known = Some(figure).filter(|figure| is_name(figure)).and_then(|_| claim_in(edition));
    let Some(known) = known else { return Today::NoFigure };
    let latest = claim_in("latest").filter(|latest| latest.edition() != edition);
    let newer = latest.map(|latest| {
        let address = paths::figure(latest.edition(), figure);
        Newer { edition: latest.edition().to_owned(), address }
    });
    // Drawn with other options, it is not the one that the site has.
    let language = claim.get("dc:language");
    let is_alike = claim.options() == known.options() && (language.is_empty() || language == known.get("dc:language"));
    let file = read(edition, kind).filter(|_| is_alike);
    Today::Figure(Box::new(Known { file, claim: known, newer }))
}
