//! What the preview shows: the last site without faults, and what is wrong now. Made anew at each save.

use crate::cli::reading::Reading;
use crate::cli::say;
use axum::body::Bytes;
use fascicle::diag::{Language, Words};
use fascicle::disk::{Loaded, MachineError};
use fascicle::{Faults, Request, Site, Summary, diag, words};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant, UNIX_EPOCH};
use tokio::sync::watch;

/// A file may vanish between being listed and being read, while an editor puts another in its place.
const SECOND_TRY: Duration = Duration::from_millis(40);

/// What a browser is shown at a moment.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// The name of this moment. No other moment of this run or of another has it.
    pub turn: String,
    /// The last site without faults; `None` before there was one.
    pub site: Option<Arc<Made>>,
    /// What is wrong now.
    pub found: Found,
}

/// A site in memory.
#[derive(Debug)]
pub struct Made {
    /// The turn in which it was made.
    pub turn: String,
    /// Path, bytes.
    pub files: BTreeMap<String, Bytes>,
}

/// Faults and warnings, counted and in the words of the terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub faults: usize,
    pub warnings: usize,
    pub text: String,
}

/// Makes the site anew when asked, and shows it.
pub struct Preview {
    reading: Reading,
    language: Language,
    shown: watch::Sender<Arc<Shown>>,
    /// What the last site was made of; none where it could not be read.
    last: Option<(Loaded, Request)>,
    /// This run, so that a page of an earlier one knows that it is old.
    run: u128,
    turns: u64,
}

/// What came of a build: a site, if there is one, and what is wrong.
type Outcome = (Option<(BTreeMap<String, Bytes>, Summary)>, Wrong);

/// What is wrong, and whose doing it is.
enum Wrong {
    /// Faults, or only warnings, or nothing at all.
    Found(Faults),
    /// The machine's.
    Refused(MachineError),
}

impl Preview {
    /// Makes the site for the first time.
    ///
    /// # Errors
    /// The machine refuses: there is no content folder, a file cannot be read.
    pub fn begin(reading: Reading, language: Language) -> Result<(Preview, watch::Receiver<Arc<Shown>>), MachineError> {
        let (shown, seen) = watch::channel(Arc::default());
        let run = UNIX_EPOCH.elapsed().unwrap_or_default().as_micros();
        let mut preview = Preview { reading, language, shown, last: None, run, turns: 0 };
        let started = Instant::now();
        let read = preview.reading.load()?;
        let outcome = build(&read);
        preview.last = Some(read);
        preview.show(outcome, |summary| {
            let (summary, time) = (say::summary(summary), say::time(started.elapsed()));
            words!("Built {summary} in {time}", "Fatto in {time}: {summary}"; summary, time)
        });
        Ok((preview, seen))
    }

    /// Reads the files again, and makes the site if one of them is another.
    pub fn follow(&mut self) {
        let started = Instant::now();
        let read = self.reading.load().or_else(|_| {
            thread::sleep(SECOND_TRY);
            self.reading.load()
        });
        let (outcome, changed) = match read {
            Ok(read) => {
                let changed = match &self.last {
                    Some(last) if *last == read => return,
                    Some(last) => changed(last, &read),
                    None => Vec::new(),
                };
                let outcome = build(&read);
                self.last = Some(read);
                (outcome, changed)
            }
            Err(error) => {
                self.last = None;
                ((None, Wrong::Refused(error)), Vec::new())
            }
        };
        self.show(outcome, |_| {
            let time = say::time(started.elapsed());
            let what = match &changed[..] {
                [] => return words!("Rebuilt in {time}", "Rifatto in {time}"; time),
                [one] => Words::same(one),
                more => words!("{} files", "{} file", more.len()),
            };
            words!("Rebuilt in {time}: {what}", "Rifatto in {time}: {what}"; time, what)
        });
    }

    /// Puts what came of a build in the place of the last, then says so.
    fn show(&mut self, (made, wrong): Outcome, built: impl FnOnce(&Summary) -> Words) {
        let before = self.shown.borrow().clone();
        let found = wrong.found(self.language);
        let is_new = found != before.found;
        if !is_new && matches!(wrong, Wrong::Refused(_)) {
            // Said once, and not at each look at a folder that is still not there.
            return;
        }
        self.turns += 1;
        let turn = format!("{:x}-{}", self.run, self.turns);
        let line = made.as_ref().map(|(_, summary)| built(summary));
        let site = match made {
            Some((files, _)) => Some(Arc::new(Made { turn: turn.clone(), files })),
            None => before.site.clone(),
        };
        let line = line.or_else(|| site.is_some().then(last_site_stands));
        self.shown.send_replace(Arc::new(Shown { turn, site, found }));

        // The browser goes first: a terminal may be slow.
        match wrong {
            Wrong::Found(faults) if is_new => say::faults(&faults, self.language),
            Wrong::Found(_) => {}
            Wrong::Refused(error) => say::line(&refusal(&error), self.language),
        }
        if let Some(line) = line {
            self.reading.say(&line, self.language);
        }
    }
}

/// What is said while there are faults.
pub fn last_site_stands() -> Words {
    words!("The last site without faults is still shown", "Resta visibile l’ultimo sito senza errori")
}

impl Wrong {
    fn found(&self, language: Language) -> Found {
        match self {
            Wrong::Found(found) => {
                let faults = diag::how_many(found.list.iter().filter(|fault| fault.is_fault()));
                let text = diag::print(&found.list, &found.sources, language, false);
                Found { faults, warnings: diag::how_many(&found.list) - faults, text }
            }
            Wrong::Refused(error) => {
                Found { faults: 1, warnings: 0, text: format!("{}\n", refusal(error).get(language)) }
            }
        }
    }
}

/// What the machine refused, as all commands say it.
fn refusal(error: &MachineError) -> Words {
    let words = error.words();
    words!("error: {words}", "errore: {words}"; words)
}

/// From files to a site in memory.
fn build((loaded, request): &(Loaded, Request)) -> Outcome {
    let site = match Site::check(loaded, request) {
        Ok(site) => site,
        Err(faults) => return (None, Wrong::Found(faults)),
    };
    let files = Mutex::new(BTreeMap::new());
    let put = |artifact: fascicle::render::Artifact| {
        files.lock().unwrap_or_else(PoisonError::into_inner).insert(artifact.path, Bytes::from(artifact.bytes));
        Ok::<(), Infallible>(())
    };
    let written = match site.ready() {
        Ok(ready) => ready.write(put),
        Err(faults) => return (None, Wrong::Found(faults)),
    };
    match written {
        Ok(()) => {
            let files = files.into_inner().unwrap_or_else(PoisonError::into_inner);
            (Some((files, site.summary())), Wrong::Found(site.warnings().clone()))
        }
        Err(never) => match never {},
    }
}

/// Names of the files that are new, gone or another.
fn changed(last: &(Loaded, Request), read: &(Loaded, Request)) -> Vec<String> {
    let (last, read) = (files(last), files(read));
    let names: BTreeSet<&String> = last.keys().chain(read.keys()).collect();
    names.into_iter().filter(|name| last.get(*name) != read.get(*name)).cloned().collect()
}

/// Every file read, as the author calls it, with what is in it.
fn files((loaded, request): &(Loaded, Request)) -> BTreeMap<String, (&[u8], Option<u32>)> {
    let Loaded { sources, themes } = loaded;
    let beside = themes.iter().map(|(name, files)| (format!("themes/{name}"), files));
    let folders = beside.chain(request.theme.iter().map(|(name, files)| (name.clone(), files)));
    let of_themes = folders.flat_map(|(folder, files)| {
        files.iter().map(move |(path, bytes)| (format!("{folder}/{path}"), (bytes.as_slice(), None)))
    });
    let written = sources
        .files
        .iter()
        .filter(|source| !source.absent)
        .map(|source| (format!("{}/{}", sources.root, source.path), (source.text.as_bytes(), source.not_utf8_at)));
    written.chain(of_themes).collect()
}
