//! The sure mends of an author's files, made in memory: nothing is written here.

use super::{Request, Site};
use crate::diag::Faults;
use crate::diag::{self};
use crate::disk::Loaded;
use crate::files::Sources;

/// Content with its sure mends made.
#[derive(Debug)]
pub struct Mended {
    /// What was mended, in rounds: each has the faults that bear a mend, and the texts as they were before it. A mend may
    /// uncover the next: a file that could not be parsed now can.
    pub rounds: Vec<Faults>,
    /// The files that changed.
    pub files: Vec<MendedFile>,
    /// What is found in the mended content.
    pub outcome: Result<Site, Faults>,
}

/// A file that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MendedFile {
    /// Relative to the content folder.
    pub path: String,
    /// Its text as it was read.
    pub before: String,
    /// Its text with the mends made.
    pub after: String,
}

/// No content needs more rounds: each mend uncovers at most what one step of reading hid.
const MOST_ROUNDS: usize = 8;

/// Makes every sure mend, checks again, and goes on until none is left.
pub fn mend(loaded: &Loaded, request: &Request) -> Mended {
    let mut now = loaded.clone();
    let mut rounds = Vec::new();
    loop {
        let outcome = Site::check(&now, request);
        let found = match &outcome {
            Ok(site) => site.warnings(),
            Err(faults) => faults,
        };
        let mended = if rounds.len() < MOST_ROUNDS { mended(found, &now.sources) } else { None };
        let Some(sources) = mended else {
            return Mended { rounds, files: changed(&loaded.sources, &now.sources), outcome };
        };
        let list = found.list.iter().filter(|fault| fault.fix.is_some()).cloned().collect();
        rounds.push(Faults { list, sources: std::mem::replace(&mut now.sources, sources) });
    }
}

/// The content with one round of mends made; `None` where there are none, or where the faults are not the content's but
/// a theme's or the command line's.
fn mended(found: &Faults, sources: &Sources) -> Option<Sources> {
    if found.sources != *sources {
        return None;
    }
    let mends = diag::sure(&found.list, sources);
    if mends.is_empty() {
        return None;
    }
    let mut next = sources.clone();
    for (file, source) in next.files.iter_mut().enumerate() {
        let of_file = || mends.iter().map(|(_, fix)| *fix).filter(|fix| fix.at.file.0 as usize == file);
        if of_file().next().is_some() {
            source.text = diag::apply(&source.text, of_file());
        }
    }
    Some(next)
}

fn changed(before: &Sources, after: &Sources) -> Vec<MendedFile> {
    let pairs = before.files.iter().zip(&after.files).filter(|(before, after)| before.text != after.text);
    pairs
        .map(|(before, after)| MendedFile {
            path: before.path.clone(),
            before: before.text.clone(),
            after: after.text.clone(),
        })
        .collect()
}
