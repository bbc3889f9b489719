//! Waits until files are saved. The only file that knows `notify`.
//!
//! The system tells of a save within a millisecond, but not on every disk, and it tells no more once the watched folder
//! is gone. So the folders are also looked through now and then, at names, lengths and times only. What this finds is a
//! change too, and then the watch begins anew, for folders that were deleted and made again.

use super::load::{is_passed_over, themes_beside};
use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{ErrorKind, Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};
use walkdir::WalkDir;

/// How long nothing must be heard before a save is taken as done: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(10);
/// How long an editor that never stops writing is waited for.
const LONGEST: Duration = Duration::from_millis(100);
/// The time between two looks through the folders.
const LOOK: Duration = Duration::from_secs(1);
/// The time between two looks where the system tells nothing of saves.
const LOOK_WHEN_DEAF: Duration = Duration::from_millis(250);

/// Waits for changes in the folders a build reads.
#[derive(Debug)]
pub struct Watch {
    folders: Vec<PathBuf>,
    watcher: Option<RecommendedWatcher>,
    heard: Receiver<Heard>,
    tell: Sender<Heard>,
    /// What the last look found; `None` where a watched folder has gone since.
    seen: Option<u64>,
}

/// What the system told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heard {
    /// A file is new, changed or gone.
    Change,
    /// A watched folder itself was moved or deleted, and the watch with it.
    FolderGone,
}

impl Watch {
    /// Watches a content folder, the themes beside it, and one more theme. None of them need exist.
    pub fn new(content: &Path, theme: Option<&Path>) -> Watch {
        let beside = themes_beside(content).ok();
        let folders: Vec<PathBuf> =
            [Some(content.to_owned()), beside, theme.map(Path::to_owned)].into_iter().flatten().collect();
        let mut watch = Watch::deaf(folders);
        watch.listen();
        watch
    }

    /// A watch that is told nothing by the system and only looks.
    fn deaf(folders: Vec<PathBuf>) -> Watch {
        let (tell, heard) = channel();
        let seen = Some(look(&folders));
        Watch { folders, watcher: None, heard, tell, seen }
    }

    /// Whether the system tells of saves. Where it does not, they are found a little later.
    pub fn hears(&self) -> bool {
        self.watcher.is_some()
    }

    /// Returns when something may have changed since the last time, and the author's editor is done with it.
    pub fn wait(&mut self) {
        loop {
            match self.heard.recv_timeout(if self.hears() { LOOK } else { LOOK_WHEN_DEAF }) {
                Ok(heard) => return self.settle(heard),
                Err(RecvTimeoutError::Timeout) => {
                    let now = Some(look(&self.folders));
                    if now != self.seen {
                        self.seen = now;
                        self.listen();
                        return;
                    }
                }
                Err(RecvTimeoutError::Disconnected) => unreachable!("a watch keeps a sender of its own"),
            }
        }
    }

    /// Takes in what else the system tells, until it is quiet.
    fn settle(&mut self, first: Heard) {
        let (began, mut heard) = (Instant::now(), Some(first));
        while let Some(what) = heard {
            if what == Heard::FolderGone {
                self.seen = None;
            }
            heard = self.heard.recv_timeout(QUIET).ok().filter(|_| began.elapsed() < LONGEST);
        }
    }

    /// Asks the system to tell of saves. The new watcher stands before the old one goes, so that no save falls between
    /// them.
    fn listen(&mut self) {
        // A folder may be reached through a link, and events come with whole paths.
        let roots: Vec<PathBuf> = self.folders.iter().filter_map(|folder| folder.canonicalize().ok()).collect();
        let (tell, known) = (self.tell.clone(), roots.clone());
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // The receiver is gone only when the program ends.
            let _ = match event {
                Ok(event) if is_of_a_root(&event, &known) => tell.send(Heard::FolderGone),
                Ok(event) if !matters(&event, &known) => Ok(()),
                _ => tell.send(Heard::Change),
            };
        });
        self.watcher = watcher.ok().and_then(|mut watcher| {
            let watched = roots.iter().all(|root| match watcher.watch(root, RecursiveMode::Recursive) {
                Ok(()) => true,
                // Deleted this moment; the next look finds it when it is back.
                Err(error) => matches!(error.kind, ErrorKind::PathNotFound),
            });
            watched.then_some(watcher)
        });
    }
}

/// Whether an event may change what a build reads: reading does not, nor does what a build passes over.
fn matters(event: &Event, roots: &[PathBuf]) -> bool {
    let reads =
        |kind| matches!(kind, EventKind::Access(access) if !matches!(access, AccessKind::Close(AccessMode::Write)));
    let passed_over = |path: &PathBuf| {
        let below =
            roots.iter().filter_map(|root| path.strip_prefix(root).ok()).min_by_key(|below| below.as_os_str().len());
        below.is_some_and(|below| below.iter().any(|part| is_passed_over(&part.to_string_lossy())))
    };
    !reads(event.kind) && (event.paths.is_empty() || !event.paths.iter().all(passed_over))
}

/// Whether a watched folder itself was moved or deleted.
fn is_of_a_root(event: &Event, roots: &[PathBuf]) -> bool {
    let goes = matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
    goes && event.paths.iter().any(|path| roots.contains(path))
}

/// A digest of the names, lengths and times of all that a build reads in some folders.
fn look(folders: &[PathBuf]) -> u64 {
    let mut all = 0u64;
    for folder in folders {
        let walk = WalkDir::new(folder).follow_links(true).into_iter();
        let matters =
            |entry: &walkdir::DirEntry| entry.depth() == 0 || !is_passed_over(&entry.file_name().to_string_lossy());
        for entry in walk.filter_entry(matters) {
            let mut hasher = DefaultHasher::new();
            match entry {
                Ok(entry) => {
                    entry.path().hash(&mut hasher);
                    // The time of a folder tells only of names, which are seen anyway, and changes with an editor's own files.
                    let file = entry.metadata().ok().filter(std::fs::Metadata::is_file);
                    file.map(|file| (file.len(), file.modified().ok())).hash(&mut hasher);
                }
                Err(error) => error.path().hash(&mut hasher),
            }
            // Folders come in no fixed order.
            all = all.wrapping_add(hasher.finish());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// Fails unless the watch returns.
    fn returns(watch: Watch) -> Watch {
        let (done, end) = channel();
        let waiting = std::thread::spawn(move || {
            let mut watch = watch;
            watch.wait();
            let _ = done.send(());
            watch
        });
        assert!(end.recv_timeout(Duration::from_secs(10)).is_ok(), "the watch does not return");
        waiting.join().unwrap()
    }

    #[test]
    fn a_save_is_heard_and_one_that_is_not_heard_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir_all(content.join("editions")).unwrap();
        for watch in [Watch::new(&content, None), Watch::deaf(vec![content.clone()])] {
            fs::write(content.join("editions/new.yaml"), format!("{watch:?}")).unwrap();
            returns(watch);
        }
    }

    #[test]
    fn a_folder_deleted_and_made_again_is_still_watched() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir(&content).unwrap();
        let watch = Watch::new(&content, None);
        fs::remove_dir(&content).unwrap();
        let watch = returns(watch);
        fs::create_dir(&content).unwrap();
        let watch = returns(watch);
        fs::write(content.join("site.yaml"), "title: x\n").unwrap();
        returns(watch);
    }

    #[test]
    fn a_theme_that_did_not_exist_is_seen_when_it_does() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir(&content).unwrap();
        let watch = Watch::new(&content, Some(&folder.path().join("blue")));
        fs::create_dir(folder.path().join("themes")).unwrap();
        let watch = returns(watch);
        fs::create_dir(folder.path().join("blue")).unwrap();
        let watch = returns(watch);
        fs::write(folder.path().join("blue/theme.yaml"), "").unwrap();
        returns(watch);
    }

    #[test]
    fn reading_and_editors_own_files_do_not_matter() {
        let roots = [PathBuf::from("/site/.hidden/content")];
        let event = |kind, path: &str| Event::new(kind).add_path(roots[0].join(path));
        let modify = EventKind::Modify(ModifyKind::Any);
        assert!(matters(&event(modify, "site.yaml"), &roots));
        assert!(matters(&event(modify, ""), &roots));
        assert!(matters(&Event::new(EventKind::Other), &roots), "an overflow names no path");
        for path in [".site.yaml.swp", "site.yaml~", "#site.yaml#", ".git/index", "narrative/.a/b.md"] {
            assert!(!matters(&event(modify, path), &roots), "{path}");
        }
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert!(matters(&event(written, "site.yaml"), &roots));
        assert!(!matters(&event(EventKind::Access(AccessKind::Open(AccessMode::Any)), "site.yaml"), &roots));
        // An editor writes beside the file, then renames.
        let renamed = event(modify, ".site.yaml.tmp").add_path(roots[0].join("site.yaml"));
        assert!(matters(&renamed, &roots));
    }

    #[test]
    fn a_look_sees_names_lengths_and_times_and_no_editors_files() {
        let folder = tempfile::tempdir().unwrap();
        let folders = [folder.path().to_owned()];
        let mut seen = vec![look(&folders)];
        fs::write(folder.path().join("a.yaml"), "a").unwrap();
        seen.push(look(&folders));
        fs::create_dir(folder.path().join("b")).unwrap();
        seen.push(look(&folders));
        fs::rename(folder.path().join("a.yaml"), folder.path().join("b/a.yaml")).unwrap();
        seen.push(look(&folders));
        for (index, one) in seen.iter().enumerate() {
            assert!(!seen[..index].contains(one), "{index}");
        }
        fs::write(folder.path().join("b/.a.yaml.swp"), "a").unwrap();
        assert_eq!(look(&folders), *seen.last().unwrap());
        assert_ne!(look(&folders[..0]), *seen.last().unwrap());
    }
}
