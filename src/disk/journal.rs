//! What a command that changes several files at once has begun, so that the next one can end it.
//!
//! Before anything is touched, the names of all files stand in a hidden file of the content folder; when all new texts
//! are whole beside their places, a last line says so. Whoever dies before that line has changed nothing, and what it
//! left is cleared away; whoever dies after it is finished by the next command.

use super::MachineError;
use super::error::{READ, WRITE};
use super::step::Step;
use crate::diag::Words;
use crate::words;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

const NAME: &str = ".fascicle.journal";
const HEAD: &str = "# Files that fascicle is changing; the next command ends what was broken off.\n";
/// The line which says that all new texts are written, and only have to be put in their places.
const READY: &str = "ready\n";
/// The line which says that one could not be put in its place, and that the others go back.
const BACK: &str = "back\n";

/// The list of the files of one command, locked against other commands while it is open.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
}

/// What was ended for a command that had been broken off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// The files that have their new text now, some perhaps since before.
    pub finished: Vec<String>,
    /// The files that somebody has changed since, which stay as they are.
    pub kept: Vec<String>,
    /// How many files were cleared away.
    pub cleared: usize,
}

impl Journal {
    /// Writes down the paths of the files, below the folder, and whether each is there already.
    ///
    /// # Errors
    /// Another command is at work, or the system refuses.
    pub(super) fn begin(folder: &Path, files: &[(&str, bool)]) -> Result<Journal, MachineError> {
        let path = folder.join(NAME);
        let failed = |cause| MachineError::system(WRITE, &path, cause);
        let busy = || {
            let hint = words!(
                "another command is changing these files: wait until it ends, and run this one again",
                "un altro comando sta cambiando questi file: aspetta che finisca, e ripeti questo"
            );
            MachineError::refusal(WRITE, &path, hint)
        };
        let mut file =
            File::options().read(true).write(true).create(true).truncate(false).open(&path).map_err(failed)?;
        if !lock(&file).map_err(failed)? || file.metadata().map_err(failed)?.len() > 0 {
            return Err(busy());
        }
        let line = |(path, there): &(&str, bool)| {
            let path = serde_json::Value::from(*path);
            format!("{} {path}\n", if *there { "old" } else { "new" })
        };
        let text = HEAD.to_owned() + &files.iter().map(line).collect::<String>();
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
        // Whoever had it before may have taken it away between our opening and our holding it.
        if fs::read(&path).is_ok_and(|now| now == text.as_bytes()) { Ok(Journal { path, file }) } else { Err(busy()) }
    }

    /// Notes that all new texts are written.
    pub(super) fn ready(&mut self) -> Result<(), MachineError> {
        self.add(READY).map_err(|cause| MachineError::system(WRITE, &self.path, cause))
    }

    /// Notes that the texts already in their places go back.
    pub(super) fn back(&mut self) {
        // What cannot be noted down is done all the same.
        let _ = self.add(BACK);
    }

    fn add(&mut self, line: &str) -> io::Result<()> {
        self.file.write_all(line.as_bytes()).and_then(|()| self.file.sync_all())
    }

    /// Removes the list: nothing is left to do.
    pub(super) fn end(self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Takes the lock of the list; `false` where another command has it. Some network disks know no locks: there the
/// command goes on without one.
fn lock(file: &File) -> io::Result<bool> {
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Unsupported => Ok(true),
        Err(TryLockError::Error(cause)) => Err(cause),
    }
}

/// Ends what a command that was broken off has begun in a content folder; `None` where there is nothing to end, or
/// where that command is still at work.
///
/// # Errors
/// The system refuses.
pub fn settle(folder: &Path) -> Result<Option<Settled>, MachineError> {
    let path = folder.join(NAME);
    let mut file = match File::options().read(true).write(true).open(&path) {
        Ok(file) => file,
        Err(cause) if [io::ErrorKind::NotFound, io::ErrorKind::NotADirectory].contains(&cause.kind()) => {
            return Ok(None);
        }
        Err(cause) => return Err(MachineError::system(READ, &path, cause)),
    };
    let failed = |cause| MachineError::system(READ, &path, cause);
    if !lock(&file).map_err(failed)? {
        return Ok(None);
    }
    let mut text = String::new();
    file.read_to_string(&mut text).map_err(failed)?;
    let files: Vec<(bool, String)> = text.lines().filter_map(listed).collect();
    let mut settled = Settled::default();
    let mut steps: Vec<(Step, &str)> =
        files.iter().map(|(there, path)| (Step::begin(folder, path, *there), path.as_str())).collect();
    for (step, path) in &mut steps {
        if text.ends_with(BACK) {
            settled.cleared += usize::from(step.take_back());
        } else if text.ends_with(READY) {
            match step.finish()? {
                true => settled.finished.push((*path).to_owned()),
                false => settled.kept.push((*path).to_owned()),
            }
        } else {
            settled.cleared += usize::from(step.is_begun());
        }
        step.clear();
    }
    drop(file);
    fs::remove_file(&path).map_err(|cause| MachineError::system(WRITE, &path, cause))?;
    Ok((settled != Settled::default()).then_some(settled))
}

/// Reads `old "editions/2024-11/edition.yaml"`; no line leads out of the folder.
fn listed(line: &str) -> Option<(bool, String)> {
    let (word, path) = line.split_once(' ')?;
    let path: String = serde_json::from_str(path).ok()?;
    let inside = Path::new(&path).components().all(|part| matches!(part, std::path::Component::Normal(_)));
    (inside && ["old", "new"].contains(&word)).then_some((word == "old", path))
}

impl Settled {
    /// What is told of it.
    pub fn words(&self) -> Words {
        let cleared = words!(
            "A command was broken off before it changed anything; what it left was cleared away.",
            "Un comando era stato interrotto prima di cambiare qualcosa; quello che ha lasciato è stato tolto."
        );
        if self.finished.is_empty() && self.kept.is_empty() {
            return cleared;
        }
        let (finished, kept) = (self.finished.join(", "), self.kept.join(", "));
        let done = words!(
            "A command was broken off while it changed files; its work was finished: {finished}",
            "Un comando era stato interrotto mentre cambiava dei file; il suo lavoro è stato finito: {finished}"
        );
        match self.kept.is_empty() {
            true => done,
            false => words!(
                "{done}\nChanged since, and left as it is: {kept}",
                "{done}\nCambiato nel frattempo, e lasciato com’è: {kept}";
                done
            ),
        }
    }
}
