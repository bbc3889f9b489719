//! One file of an author's on the way to its new text: written beside its place, put into it, or taken back.

use super::MachineError;
use super::error::WRITE;
use crate::diag::Words;
use crate::words;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The byte-order mark that some editors put before the text.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// One file, or one new folder, on its way to what it shall be.
#[derive(Debug)]
pub(super) struct Step {
    /// The path as the author wrote it, for messages.
    shown: PathBuf,
    /// The path of the file itself, with links followed.
    target: PathBuf,
    /// The path beside it where the new text is written first.
    pub(super) new: PathBuf,
    /// The path beside it where the old text is kept until all files are in place.
    old: PathBuf,
    /// Whether there is an old text.
    there: bool,
}

impl Step {
    pub(super) fn begin(folder: &Path, path: &str, there: bool) -> Step {
        let shown = path.split('/').fold(folder.to_owned(), |folder, part| folder.join(part));
        let target = fs::canonicalize(&shown).unwrap_or_else(|_| shown.clone());
        let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Hidden, so that a build that runs meanwhile passes it over.
        let beside = |ending: &str| target.with_file_name(format!(".{name}.{ending}"));
        Step { new: beside("new"), old: beside("old"), shown, target, there }
    }

    /// Writes the new text beside the file, and keeps the old one under another name. `before` is the text that the
    /// file must still have.
    pub(super) fn prepare(&self, before: Option<&str>, after: &str) -> Result<(), MachineError> {
        let failed = |cause| MachineError::system(WRITE, &self.shown, cause);
        let refused = |hint: Words| Err(MachineError::refusal(WRITE, &self.shown, hint));
        let held = match fs::read(&self.target) {
            Ok(bytes) => Some(bytes),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
            Err(cause) => return Err(failed(cause)),
        };
        let marked = held.as_ref().is_some_and(|bytes| bytes.starts_with(MARK));
        let text = held.as_ref().map(|bytes| bytes.strip_prefix(MARK).unwrap_or(bytes));
        if text != before.map(str::as_bytes) {
            return refused(words!(
                "it was changed meanwhile, and is left as it is: run the command again",
                "nel frattempo è stato cambiato, e resta com’è: ripeti il comando"
            ));
        }
        if held.is_some() {
            // A file that its owner has closed to writing stays closed, though a rename would not ask.
            File::options().write(true).open(&self.target).map_err(failed)?;
            let _ = fs::remove_file(&self.old);
            // A copy, and no link: an editor may write into the file itself.
            fs::copy(&self.target, &self.old).map_err(failed)?;
        } else if let Some(parent) = self.target.parent() {
            fs::create_dir_all(parent).map_err(failed)?;
        }
        let mut file = File::create(&self.new).map_err(failed)?;
        if marked {
            file.write_all(MARK).map_err(failed)?;
        }
        // The authors' own work, unlike a site, cannot be built again: it is forced down to the disk.
        file.write_all(after.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
        drop(file);
        match held {
            Some(_) => {
                let permissions = fs::metadata(&self.target).map_err(failed)?.permissions();
                fs::set_permissions(&self.new, permissions).map_err(failed)
            }
            None => Ok(()),
        }
    }

    /// Puts the new text in its place.
    pub(super) fn place(&self) -> Result<(), MachineError> {
        fs::rename(&self.new, &self.target).map_err(|cause| MachineError::system(WRITE, &self.shown, cause))
    }

    /// Puts the new text in its place for a command that was broken off; `false` where somebody has changed the file
    /// since.
    pub(super) fn finish(&self) -> Result<bool, MachineError> {
        if !self.new.exists() {
            return Ok(true);
        }
        let as_it_was = match self.there {
            true => fs::read(&self.old).is_ok_and(|old| fs::read(&self.target).is_ok_and(|now| now == old)),
            false => !self.target.exists(),
        };
        if as_it_was {
            self.place()?;
        }
        Ok(as_it_was)
    }

    /// Gives the file its old text back, or removes it where there was none.
    pub(super) fn undo(&self) {
        // The refusal that led here is told; a second one would only hide it.
        let _ = match self.there {
            true => fs::rename(&self.old, &self.target),
            false => fs::remove_file(&self.target),
        };
    }

    /// Does as [`Step::undo`] for a command that was broken off while it took its texts back; `false` where there was
    /// nothing to undo.
    pub(super) fn take_back(&self) -> bool {
        let placed = !self.new.exists() && (!self.there || self.old.exists());
        if placed {
            self.undo();
        }
        placed || self.is_begun()
    }

    /// Whether anything was left of it beside the file.
    pub(super) fn is_begun(&self) -> bool {
        self.new.exists() || self.old.exists()
    }

    pub(super) fn clear(&self) {
        let _ = if self.new.is_dir() { fs::remove_dir_all(&self.new) } else { fs::remove_file(&self.new) };
        let _ = fs::remove_file(&self.old);
    }
}
