//! `fascicle build`

use super::chart::formats;
use super::findings::Findings;
use super::progress::Progress;
use super::reading::Reading;
use super::{Failure, say};
use clap::Args;
use fascicle::diag::{Language, Words};
use fascicle::disk::{self, Memory, Staging};
use fascicle::render::Format;
use fascicle::site::inputs;
use fascicle::{AskedTalks, Faults, Site, words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Instant;

/// Make the site: talks, reports, charts and data of all editions
///
/// The whole site is checked and drawn before the output changes, and then takes the place of the last one in a single
/// step. If anything is wrong, the last site stays as it was. Files that did not change keep their times; files in the
/// output that fascicle did not write are left alone.
#[derive(Debug, Args)]
pub struct Build {
    #[command(flatten)]
    pub reading: Reading,

    #[command(flatten)]
    findings: Findings,

    /// Where the site goes
    #[arg(long, value_name = "DIR", default_value = "output")]
    output: PathBuf,

    /// The formats of each figure, with commas between, and pptx, the slides of each edition; docs/chart.md and
    /// docs/powerpoint.md describe them
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', default_value = "svg,csv,json", value_parser = formats(Format::BUILD))]
    formats: Vec<Format>,

    /// Also the talk cut to so many minutes; docs/presenting.md says how
    ///
    /// Of the editions named by --edition, else of the newest. Steps marked `extra: true` in the outline are kept while
    /// there is time for them.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=240))]
    minutes: Option<u32>,

    /// Also the talk for a territory, or for `all`; may be given more than once
    ///
    /// Of the editions named by --edition, else of the newest. The territory is marked in every figure, and its own
    /// figures have a slide.
    #[arg(long = "for", value_name = "TERRITORY")]
    audiences: Vec<String>,
}

impl Build {
    pub fn run(self, language: Language) -> Result<(), Failure> {
        let started = Instant::now();
        let left_alone = || match self.output.exists() {
            true => {
                let output = self.output.display();
                words!("The site in {output} was left as it was.", "Il sito in {output} è rimasto com’era.")
            }
            false => words!("Nothing was written.", "Non è stato scritto nulla."),
        };
        disk::keep_apart(&self.reading.content, self.reading.theme.as_deref(), &self.output)?;
        let asked = AskedTalks { minutes: self.minutes, audiences: self.audiences.clone() };
        let (loaded, request) = self.reading.load()?;
        let program = program();
        let digest = inputs::digest(&loaded, &request, &self.formats, &asked, &program);
        // Of a build of some editions nothing is remembered: it leaves a site that no one build has made.
        let memory = Memory::of(&self.output).filter(|_| request.editions.is_empty());
        let same = memory.as_ref().filter(|memory| memory.site == digest && memory.holds(&self.output));
        if let Some(said) = same.and_then(|memory| serde_json::from_str::<Said>(&memory.said).ok()) {
            self.findings.found(&Faults::default(), language)?;
            self.say(&said, started, language);
            return Ok(());
        }
        let site = Site::check(&loaded, &request).map_err(|faults| Failure::Faults(faults, left_alone()));
        let mut site = site.map_err(|failure| self.findings.failed(failure, language))?;
        site.draw_as(&self.formats);
        let given = site.give(&asked, !self.reading.editions.is_empty());
        let given = given.map_err(|faults| Failure::Faults(faults, left_alone()));
        given.map_err(|failure| self.findings.failed(failure, language))?;

        let said = Said { tested: say::tested(site.tested()), summary: say::summary(&site.summary()) };
        let staging = Staging::begin(&self.output)?;
        let digests = site.digests(&asked, &program);
        if let Some(memory) = &memory {
            let same = |id: &str| memory.editions.get(id).is_some_and(|digest| digests.get(id) == Some(digest));
            let same: BTreeSet<&str> = digests.keys().map(String::as_str).filter(|id| same(id)).collect();
            let made = memory.hold(&self.output, &same, |path| site.edition_of(path));
            site.spare(|id| made.contains(id));
        }
        // The home page leads to every edition: what the last site does not have is made too.
        let completed = site.complete(|path| staging.has(path), |artifact| staging.has_same(artifact));
        let failed = |faults| Failure::Faults(faults, left_alone());
        completed.map_err(failed).map_err(|failure| self.findings.failed(failure, language))?;
        let ready = site.ready().map_err(failed).map_err(|failure| self.findings.failed(failure, language))?;
        let progress = Progress::begin(started, site.summary().editions, language);
        let written = ready.write(|artifact| {
            progress.add(&artifact.path);
            staging.put(artifact)
        });
        progress.end();
        written?;
        staging.keep_old(|path| site.leaves(path));
        staging.finish()?;
        if let Some(text) = serde_json::to_string(&said).ok().filter(|_| request.editions.is_empty()) {
            // What somebody should look at is told each time: such a site is checked each time.
            let digest = if site.warnings().list.is_empty() { digest } else { String::new() };
            Memory::new(digest, text, digests).keep(&self.output);
        }
        self.findings.found(site.warnings(), language)?;
        self.say(&said, started, language);
        Ok(())
    }

    /// Says what was tested, what was built, and where it is.
    fn say(&self, Said { tested, summary }: &Said, started: Instant, language: Language) {
        self.reading.say(tested, language);
        let home = self.output.join("index.html");
        let (time, home) = (say::time(started.elapsed()), home.display());
        let done =
            words!("Built {summary} in {time}: open {home}", "Fatto in {time}: {summary}. Apri {home}"; summary, time);
        self.reading.say(&done, language);
    }
}

/// What is said at the end, remembered for a build that has nothing to do.
#[derive(Serialize, Deserialize)]
struct Said {
    tested: Words,
    summary: Words,
}

/// Which program this is: its version, and the size and time of its file, so that no other is taken for it.
fn program() -> String {
    let file = std::env::current_exe().and_then(std::fs::metadata);
    let file = file.map(|file| (file.len(), file.modified().ok()));
    format!("{} {file:?}", env!("CARGO_PKG_VERSION"))
}
