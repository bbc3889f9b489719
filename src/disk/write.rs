//! A site is written so that a reader, or a kill at any moment, meets the whole old site or the whole new one.
//!
//! Everything goes to a staging folder beside the output; at the end the two are exchanged in one system call. A list
//! of the files that are ours stands in the output as `.fascicle`: what is not in it is somebody's, and goes along into
//! the new site. What did not change is the same file as before, with its time. Nothing is forced down to the disk
//! (`fsync`): a site can be built again.

use super::MachineError;
use super::error::{CLEAR, KEEP, MAKE, READ, REPLACE, WRITE, WRITE_TO};
use super::load::themes_beside;
use crate::diag::Term;
use crate::render::Artifact;
use crate::words;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use walkdir::WalkDir;

/// The name of the list of our files, in the output.
const MANIFEST: &str = ".fascicle";

/// The first line of that list.
const MANIFEST_HEAD: &str = "# The files fascicle wrote here; it leaves all others alone.";

/// A site on its way to the disk. Where it is dropped before [`Staging::finish`], the output stays as it was.
#[derive(Debug)]
pub struct Staging {
    /// The output as the author typed it, for messages.
    shown: PathBuf,
    /// The output with its links followed.
    output: PathBuf,
    /// The folder in which the new site grows; after the exchange it holds the old one.
    folder: PathBuf,
    /// The folder in which the old site waits where the system cannot exchange two folders at once, and they are
    /// renamed instead.
    aside: PathBuf,
    /// The paths of our files in the output, as the last build left them.
    ours: BTreeSet<String>,
    /// The files of the new site, and what became of each.
    files: Mutex<BTreeMap<String, Put>>,
    /// The folders of the new site that exist already.
    folders: Mutex<HashSet<OsString>>,
    /// The lock against a second build, held until the end. The system lets go of it when the process dies, however it
    /// dies.
    _lock: File,
}

/// What became of a file.
#[derive(Clone, Copy, Debug)]
struct Put {
    unchanged: bool,
    bytes: u64,
}

/// What a build did to the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// How many files are new or changed.
    pub written: usize,
    /// How many files were left as they were.
    pub unchanged: usize,
    /// How many files of the last site the new one does not have.
    pub removed: usize,
    /// The bytes of the whole site.
    pub bytes: u64,
}

impl Staging {
    /// Opens a staging folder beside `output`, and clears away what a killed build left.
    ///
    /// # Errors
    /// Another build is at work, the place cannot be written, or `output` is no folder that may be exchanged.
    pub fn begin(output: &Path) -> Result<Staging, MachineError> {
        let shown = output.to_owned();
        let output = resolved(output)?;
        let (Some(parent), Some(name)) = (output.parent(), output.file_name()) else {
            let hint =
                words!("name a folder of its own, with --output DIR", "indica una cartella a sé, con --output DIR");
            return Err(MachineError::refusal(WRITE_TO, &shown, hint));
        };
        if std::env::current_dir().is_ok_and(|here| here.starts_with(&output)) {
            let hint = words!(
                "the command runs inside it: name a folder of its own, with --output DIR",
                "il comando è stato dato al suo interno: indica una cartella a sé, con --output DIR"
            );
            return Err(MachineError::refusal(REPLACE, &shown, hint));
        }
        if exists(&output) && !may_write(&output) {
            let hint = words!(
                "it is closed to writing, and stays as it is: give yourself the right to it, or name another folder \
                 with --output DIR",
                "è chiusa alla scrittura, e resta com’è: datti il permesso, o indica un’altra cartella con --output DIR"
            );
            return Err(MachineError::refusal(REPLACE, &shown, hint));
        }
        let beside = |ending: &str| parent.join(format!(".{}.{ending}", name.to_string_lossy()));

        let lock = lock(&beside("lock"), &shown)?;
        let (folder, aside) = (beside("staging"), beside("staging.old"));
        let clear = |path| remove(path).map_err(|cause| MachineError::system(CLEAR, path, cause));
        // A build killed between two renames has left no output: the old site goes back first of all.
        if !exists(&output) && exists(&aside) {
            let tried = Term::new("cannot bring back", "non si può riportare al suo posto");
            fs::rename(&aside, &output).map_err(|cause| MachineError::system(tried, &output, cause))?;
        }
        clear(&aside)?;
        clear(&folder)?;
        fs::create_dir(&folder).map_err(|cause| MachineError::system(MAKE, &folder, cause))?;

        let ours = manifest(&output)?;
        let (files, folders) = (Mutex::default(), Mutex::default());
        Ok(Staging { shown, output, folder, aside, ours, files, folders, _lock: lock })
    }

    /// Whether the last site has a file.
    pub fn has(&self, path: &str) -> bool {
        self.ours.contains(path) && exists(&self.output.join(path))
    }

    /// Whether the last site has a file, with the same bytes.
    pub fn has_same(&self, artifact: &Artifact) -> bool {
        self.ours.contains(&artifact.path) && is_same(&self.output.join(&artifact.path), &artifact.bytes)
    }

    /// Adds one file to the new site. Many threads may do so at once.
    ///
    /// # Errors
    /// The file cannot be written, or its path leads out of the site.
    pub fn put(&self, artifact: Artifact) -> Result<(), MachineError> {
        let Artifact { path, bytes } = artifact;
        if !is_inside(&path) {
            let hint = words!("the path leads out of the site", "il percorso porta fuori dal sito");
            return Err(MachineError::refusal(WRITE, Path::new(&path), hint));
        }
        let unchanged = self.ours.contains(&path) && is_same(&self.output.join(&path), &bytes);
        if !unchanged {
            let new = self.folder.join(&path);
            self.make_parent(&new)?;
            File::create_new(&new)
                .and_then(|mut file| file.write_all(&bytes))
                .map_err(|cause| MachineError::system(WRITE, &new, cause))?;
        }
        self.files().insert(path, Put { unchanged, bytes: bytes.len() as u64 });
        Ok(())
    }

    /// Keeps files of the last site as they are: those of editions that this build does not make.
    pub fn keep_old(&self, keep: impl Fn(&str) -> bool) {
        let kept: Vec<&String> = self.ours.iter().filter(|path| keep(path)).collect();
        let size = |path: &&String| {
            // It may have been deleted by hand since.
            let there = fs::symlink_metadata(self.output.join(path)).ok().filter(fs::Metadata::is_file)?;
            Some(there.len())
        };
        let sizes: Vec<Option<u64>> = kept.par_iter().map(size).collect();
        let mut files = self.files();
        for (path, bytes) in kept.into_iter().zip(sizes) {
            // What this build has made anew stays.
            if let Some(bytes) = bytes {
                files.entry(path.clone()).or_insert(Put { unchanged: true, bytes });
            }
        }
    }

    /// Puts the new site in the place of the old. Where the two are the same, nothing is touched.
    ///
    /// # Errors
    /// A file that is not ours stands in the way, or the system refuses; the output is then as it was.
    pub fn finish(self) -> Result<Written, MachineError> {
        let paths = std::mem::take(&mut *self.files());
        let unchanged: Vec<&String> = paths.iter().filter(|(_, put)| put.unchanged).map(|(path, _)| path).collect();
        let done = Written {
            written: paths.len() - unchanged.len(),
            unchanged: unchanged.len(),
            removed: self.ours.iter().filter(|path| !paths.contains_key(*path)).count(),
            bytes: paths.values().map(|put| put.bytes).sum(),
        };
        let manifest = paths.keys().fold(format!("{MANIFEST_HEAD}\n"), |text, path| text + path + "\n");
        let same_manifest = is_same(&self.output.join(MANIFEST), manifest.as_bytes());
        if done.written == 0 && done.removed == 0 && same_manifest {
            return Ok(done);
        }

        unchanged.into_par_iter().try_for_each(|path| self.carry_own(path))?;
        match same_manifest {
            true => self.carry_own(MANIFEST)?,
            false => {
                let new = self.folder.join(MANIFEST);
                fs::write(&new, manifest).map_err(|cause| MachineError::system(WRITE, &new, cause))?;
            }
        }
        if exists(&self.output) {
            self.carry_foreign()?;
            let tried = Term::new("cannot set the rights of", "non si possono dare i permessi a");
            copy_permissions(&self.output, &self.folder)
                .map_err(|cause| MachineError::system(tried, &self.folder, cause))?;
        }
        self.exchange().map_err(|cause| MachineError::system(REPLACE, &self.shown, cause))?;
        Ok(done)
        // `self` is dropped here, and with it goes the folder that now holds the old site.
    }

    fn files(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Put>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes the folder of a file, and asks the system only once for each folder.
    fn make_parent(&self, file: &Path) -> Result<(), MachineError> {
        let Some(parent) = file.parent() else { return Ok(()) };
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        // As bytes: a path is compared part by part, and there are thousands.
        if !folders.contains(parent.as_os_str()) {
            fs::create_dir_all(parent).map_err(|cause| MachineError::system(MAKE, parent, cause))?;
            folders.insert(parent.as_os_str().to_owned());
        }
        Ok(())
    }

    /// Takes a file of the last site along as it is.
    fn carry_own(&self, path: &str) -> Result<(), MachineError> {
        let (old, new) = (self.output.join(path), self.folder.join(path));
        self.make_parent(&new)?;
        carry(&old, &new).map_err(|cause| MachineError::system(KEEP, &old, cause))
    }

    /// Takes along what is in the output and is not ours: files, links and folders, with their times and rights.
    fn carry_foreign(&self) -> Result<(), MachineError> {
        let our_folders: BTreeSet<&Path> =
            self.ours.iter().flat_map(|path| Path::new(path).ancestors().skip(1)).collect();
        let mut folders = Vec::new();
        for entry in WalkDir::new(&self.output).min_depth(1) {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(&self.output).to_owned();
                MachineError::system(READ, &path, error.into())
            })?;
            let below = entry.path().strip_prefix(&self.output).unwrap_or(entry.path());
            let in_the_way = || {
                let hint = words!(
                    "it is not fascicle's and stands where the site must go: move it, or name another \
                     folder with --output DIR",
                    "non è di fascicle e sta dove deve andare il sito: spostalo, o indica un’altra cartella \
                     con --output DIR"
                );
                MachineError::refusal(REPLACE, &self.shown.join(below), hint)
            };
            let new = self.folder.join(below);
            if entry.file_type().is_dir() {
                if our_folders.contains(below) {
                    continue;
                }
                fs::create_dir_all(&new).map_err(|_| in_the_way())?;
                folders.push((entry.into_path(), new));
                continue;
            }
            let is_ours = below == Path::new(MANIFEST) || below.to_str().is_some_and(|path| self.ours.contains(path));
            if is_ours {
                continue;
            }
            if exists(&new) {
                return Err(in_the_way());
            }
            self.make_parent(&new).map_err(|_| in_the_way())?;
            carry(entry.path(), &new).map_err(|cause| MachineError::system(KEEP, entry.path(), cause))?;
        }
        // Innermost first, and only now: filling a folder changes its time, and one closed to writing cannot be filled.
        for (old, new) in folders.iter().rev() {
            copy_times(old, new).and_then(|()| copy_permissions(old, new)).map_err(|cause| {
                let tried = Term::new("cannot keep the time of", "non si può conservare la data di");
                MachineError::system(tried, old, cause)
            })?;
        }
        Ok(())
    }

    fn exchange(&self) -> io::Result<()> {
        if !exists(&self.output) {
            return fs::rename(&self.folder, &self.output);
        }
        if exchange(&self.folder, &self.output).is_ok() {
            return Ok(());
        }
        // Some file systems cannot. For a moment there is no output; `begin` mends it if we die in that moment.
        fs::rename(&self.output, &self.aside)?;
        if let Err(cause) = fs::rename(&self.folder, &self.output) {
            fs::rename(&self.aside, &self.output)?;
            return Err(cause);
        }
        // The site is in place: what cannot be removed now is cleared by the next build.
        let _ = remove(&self.aside);
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Not worth failing a build that has succeeded, nor hiding why one has failed: the next build clears it.
        let _ = remove(&self.folder);
    }
}

/// Refuses an output folder that holds what a build reads or lies within it, since the one would swallow the other.
/// What a build reads is the content, the themes beside it and the theme that is named; the home folder and those above
/// it are refused too.
///
/// # Errors
/// The two are not apart.
pub fn keep_apart(content: &Path, theme: Option<&Path>, output: &Path) -> Result<(), MachineError> {
    let place = standing(output);
    let refused = |hint| Err(MachineError::refusal(WRITE_TO, output, hint));
    let meets = |read: &Path| read.starts_with(&place) || place.starts_with(read);
    if meets(&standing(content)) {
        return refused(words!(
            "the site and the content must be folders apart: name another with --output DIR",
            "il sito e i contenuti devono stare in cartelle separate: indicane un’altra con --output DIR"
        ));
    }
    let themes = [themes_beside(content).ok(), theme.map(Path::to_owned)];
    if themes.into_iter().flatten().any(|theme| meets(&standing(&theme))) {
        return refused(words!(
            "the site and the themes must be folders apart: name another with --output DIR",
            "il sito e i temi devono stare in cartelle separate: indicane un’altra con --output DIR"
        ));
    }
    let home = std::env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" }).filter(|home| !home.is_empty());
    if home.is_some_and(|home| standing(Path::new(&home)).starts_with(&place)) {
        return refused(words!(
            "it is your home folder, or one above it: name a folder of its own with --output DIR",
            "è la tua cartella personale, o una che la contiene: indica una cartella a sé con --output DIR"
        ));
    }
    Ok(())
}

/// Where a path leads: the links in the part of it that exists are followed, the rest is appended.
fn standing(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let there = whole.ancestors().find_map(|above| Some((fs::canonicalize(above).ok()?, above)));
    there.map_or_else(
        || whole.clone(),
        |(real, above)| match whole.strip_prefix(above) {
            Ok(rest) if rest.as_os_str().is_empty() => real,
            Ok(rest) => real.join(rest),
            Err(_) => real,
        },
    )
}

/// Whether a folder may be written to. A user who may do everything on a machine has closed it to himself, too.
#[cfg(unix)]
fn may_write(folder: &Path) -> bool {
    use rustix::fs::{Access, access};
    let closed = fs::metadata(folder).is_ok_and(|there| there.permissions().readonly());
    !closed && access(folder, Access::WRITE_OK).is_ok()
}

/// Whether a folder may be written to: on other systems the mark says nothing of folders.
#[cfg(not(unix))]
fn may_write(_folder: &Path) -> bool {
    true
}

/// The real path of the output. A link to a folder is followed, so that the link itself stays; folders above it are
/// made.
fn resolved(output: &Path) -> Result<PathBuf, MachineError> {
    let failed = |cause| MachineError::system(WRITE_TO, output, cause);
    match fs::canonicalize(output) {
        Ok(path) if path.is_dir() => Ok(path),
        Ok(_) => {
            let hint = words!(
                "it is a file: name a folder with --output DIR",
                "è un file: indica una cartella con --output DIR"
            );
            Err(MachineError::refusal(WRITE_TO, output, hint))
        }
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            let whole = std::path::absolute(output).map_err(failed)?;
            let parent = whole.parent().unwrap_or(&whole);
            if let Ok(target) = fs::read_link(&whole) {
                return resolved(&parent.join(target));
            }
            fs::create_dir_all(parent).map_err(failed)?;
            Ok(fs::canonicalize(parent).map_err(failed)?.join(whole.file_name().unwrap_or_default()))
        }
        Err(cause) => Err(failed(cause)),
    }
}

/// Takes the lock of the output, so that no second build writes to it.
fn lock(path: &Path, output: &Path) -> Result<File, MachineError> {
    let failed = |cause| MachineError::system(Term::new("cannot lock", "non si può riservare"), path, cause);
    let file = File::options().write(true).create(true).truncate(false).open(path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            let hint = words!(
                "another build is writing it: wait until it ends, or name another folder with --output DIR",
                "un altro comando la sta scrivendo: aspetta che finisca, o indica un’altra cartella con --output DIR"
            );
            Err(MachineError::refusal(WRITE_TO, output, hint))
        }
        // Some network disks know no locks. Better without than not at all.
        Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Unsupported => Ok(file),
        Err(TryLockError::Error(cause)) => Err(failed(cause)),
    }
}

/// The paths of our files in the output, the list of them included; `None` where there is no such list.
pub(super) fn ours(output: &Path) -> Option<Vec<String>> {
    let paths = manifest(output).ok()?;
    (!paths.is_empty()).then(|| paths.into_iter().chain([MANIFEST.to_owned()]).collect())
}

/// The paths of our files in the output, from the list.
fn manifest(output: &Path) -> Result<BTreeSet<String>, MachineError> {
    let path = output.join(MANIFEST);
    match fs::read_to_string(&path) {
        Ok(text) if text.starts_with(MANIFEST_HEAD) => {
            Ok(text.lines().skip(1).filter(|line| is_inside(line)).map(str::to_owned).collect())
        }
        Ok(_) => {
            let hint = words!(
                "it should list the files fascicle wrote: delete it, or name another folder with --output DIR",
                "dovrebbe elencare i file scritti da fascicle: cancellalo, o indica un’altra cartella con --output DIR"
            );
            Err(MachineError::refusal(Term::new("cannot understand", "non si capisce"), &path, hint))
        }
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(cause) => Err(MachineError::system(READ, &path, cause)),
    }
}

/// Whether a path of the site stays in the site, and can stand on a line of the list.
fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && path != MANIFEST
        && !path.contains(['\\', ':'])
        && !path.contains(char::is_control)
        && !path.split('/').any(|part| part.is_empty() || part == ".")
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Whether a regular file holds exactly these bytes.
fn is_same(file: &Path, bytes: &[u8]) -> bool {
    let is_candidate = fs::symlink_metadata(file).is_ok_and(|old| old.is_file() && old.len() == bytes.len() as u64);
    is_candidate && File::open(file).is_ok_and(|mut file| begins(&mut file, bytes).unwrap_or(false))
}

/// Whether the rest of a file begins with these bytes.
fn begins(file: &mut File, mut bytes: &[u8]) -> io::Result<bool> {
    let mut chunk = [0; 64 << 10];
    while !bytes.is_empty() {
        match file.read(&mut chunk)? {
            0 => return Ok(false),
            n if bytes.starts_with(&chunk[..n]) => bytes = &bytes[n..],
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// Puts a file of the old site into the new one: by a hard link, or where that cannot be, as a copy with its time and
/// rights.
fn carry(old: &Path, new: &Path) -> io::Result<()> {
    if fs::hard_link(old, new).is_ok() {
        return Ok(());
    }
    #[cfg(unix)]
    if let Ok(target) = fs::read_link(old) {
        return std::os::unix::fs::symlink(target, new);
    }
    fs::copy(old, new)?;
    copy_times(old, new)
}

fn copy_times(old: &Path, new: &Path) -> io::Result<()> {
    let metadata = fs::metadata(old)?;
    let times = fs::FileTimes::new().set_accessed(metadata.accessed()?).set_modified(metadata.modified()?);
    File::open(new)?.set_times(times)
}

fn copy_permissions(old: &Path, new: &Path) -> io::Result<()> {
    fs::set_permissions(new, fs::metadata(old)?.permissions())
}

/// Whether anything stands at a path, a link to nowhere included.
fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Removes a folder and all in it, if it is there.
fn remove(folder: &Path) -> io::Result<()> {
    // The folders in it side by side: a large site is thousands of files. What fails here is told below. No link is
    // followed, neither in it nor in its own place.
    let is_folder = fs::symlink_metadata(folder).is_ok_and(|there| there.is_dir());
    let within = is_folder.then(|| fs::read_dir(folder).ok()).flatten().into_iter().flatten().flatten();
    within
        .map(|entry| entry.path())
        .collect::<Vec<_>>()
        .into_par_iter()
        .filter(|path| !path.is_symlink() && path.is_dir())
        .for_each(|path| {
            let _ = fs::remove_dir_all(path);
        });
    match fs::remove_dir_all(folder) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        #[cfg(unix)]
        Err(cause) if cause.kind() == io::ErrorKind::PermissionDenied => {
            // Somebody's folder closed to writing: what it held lives on in the new site, this one must open.
            use std::os::unix::fs::PermissionsExt;
            for entry in WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_dir()) {
                fs::set_permissions(entry.path(), fs::Permissions::from_mode(0o700))?;
            }
            fs::remove_dir_all(folder)
        }
        other => other,
    }
}

/// Exchanges two folders in one system call.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Exchanges two folders; this system has no call for it, so it always fails.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
