//! What the last build was made from, and what it left in the output: a file beside the output, `.output.cache`.
//!
//! It saves work and decides nothing else. Where it is missing, cannot be read or does not agree with the output to the
//! last file, everything is made anew; deleting it costs the time of one build.

use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// The first line of the file. The number changes when its form does.
const HEAD: &str = "fascicle cache 1";

/// What a build remembers of the last one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The digest of all that went in.
    pub site: String,
    /// What the build said at its end, as one line of JSON; its form is the caller's business.
    pub said: String,
    /// The digest of all that an edition was made from, by the address of the edition.
    pub editions: BTreeMap<String, String>,
    /// The mark of each file of the site, by its path.
    files: BTreeMap<String, Mark>,
}

/// What a file is known by without reading it: its size in bytes, and the time of its last change in nanoseconds since
/// 1970.
type Mark = (u64, u128);

impl Memory {
    /// The memory of a build, before it knows its files: the digest of all that went in, what was said at the end, and
    /// the digest of each edition.
    pub fn new(site: String, said: String, editions: BTreeMap<String, String>) -> Memory {
        Memory { site, said, editions, files: BTreeMap::new() }
    }

    /// What the last build into a folder remembered; `None` where there is nothing that can be trusted.
    pub fn of(output: &Path) -> Option<Memory> {
        let text = fs::read_to_string(beside(output, "cache")?).ok()?;
        let mut lines = text.lines();
        (lines.next()? == HEAD).then_some(())?;
        let mut memory = Memory::default();
        let mut whole = false;
        for line in lines {
            let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
            match kind {
                "site" => memory.site = rest.to_owned(),
                "said" => memory.said = rest.to_owned(),
                "edition" => {
                    let (digest, id) = rest.split_once(' ')?;
                    memory.editions.insert(id.to_owned(), digest.to_owned());
                }
                "file" => {
                    let mut words = rest.splitn(3, ' ');
                    let mark = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
                    memory.files.insert(words.next()?.to_owned(), mark);
                }
                "end" => whole = true,
                _ => return None,
            }
        }
        whole.then_some(memory)
    }

    /// Whether the whole site is as the last build left it, and no build was killed since: what such a one leaves beside
    /// the output, the next that has something to do clears.
    pub fn holds(&self, output: &Path) -> bool {
        let is_settled = ["staging", "staging.old"]
            .iter()
            .all(|ending| beside(output, ending).is_some_and(|left| fs::symlink_metadata(left).is_err()));
        let files: Vec<_> = self.files.iter().collect();
        is_settled
            && !files.is_empty()
            && files.par_iter().all(|(path, known)| mark(&output.join(path)) == Some(**known))
    }

    /// The editions, among those asked for, whose files are all as the last build left them; `of` gives the edition to
    /// which a file belongs.
    pub fn hold<'i>(
        &self,
        output: &Path,
        asked: &BTreeSet<&'i str>,
        of: impl Fn(&str) -> Option<&'i str>,
    ) -> BTreeSet<String> {
        let mut files: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for (path, known) in &self.files {
            if let Some(id) = of(path).filter(|id| asked.contains(id)) {
                files.entry(id).or_default().push((path, *known));
            }
        }
        let is_left =
            |files: &[(&String, Mark)]| files.iter().all(|(path, known)| mark(&output.join(path)) == Some(*known));
        let held = files.par_iter().filter(|(_, files)| is_left(files)).map(|(id, _)| (*id).to_owned());
        held.collect::<Vec<_>>().into_iter().collect()
    }

    /// Stores what this build was made from and what it left. If that fails, only the next build takes longer.
    pub fn keep(mut self, output: &Path) {
        let Some(place) = beside(output, "cache") else { return };
        let Some(paths) = super::write::ours(output) else { return };
        let marks: Option<Vec<Mark>> = paths.par_iter().map(|path| mark(&output.join(path))).collect();
        let Some(marks) = marks else { return };
        self.files = paths.into_iter().zip(marks).collect();
        let mut text = format!("{HEAD}\nsite {}\nsaid {}\n", self.site, self.said);
        for (id, digest) in &self.editions {
            text += &format!("edition {digest} {id}\n");
        }
        for (path, (size, changed)) in &self.files {
            text += &format!("file {size} {changed} {path}\n");
        }
        text += "end\n";
        let new = place.with_extension("cache.new");
        if fs::write(&new, text).is_err() || fs::rename(&new, &place).is_err() {
            let _ = fs::remove_file(&new);
        }
    }
}

/// The path beside an output folder that has an ending: ".output.cache".
fn beside(output: &Path, ending: &str) -> Option<PathBuf> {
    let output = fs::canonicalize(output).ok()?;
    let name = output.file_name()?.to_string_lossy().into_owned();
    Some(output.parent()?.join(format!(".{name}.{ending}")))
}

/// The mark of a file; `None` where there is no regular file.
fn mark(file: &Path) -> Option<Mark> {
    let there = fs::symlink_metadata(file).ok().filter(fs::Metadata::is_file)?;
    let changed = there.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some((there.len(), changed.as_nanos()))
}
