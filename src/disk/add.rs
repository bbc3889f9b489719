//! Folders of files: one that was not there, whole or not at all; and one of our own files, brought up to date.

use super::MachineError;
use super::error::{CLEAR, MAKE};
use super::journal::Journal;
use super::put::put_file;
use super::step::Step;
use crate::words;
use std::fs;
use std::io;
use std::path::Path;

/// Writes files, by their path within it, into a folder below the content that does not exist yet: `editions/2025-01`.
/// They are written beside it under a hidden name, which then becomes the folder's: nobody meets half of them.
///
/// # Errors
/// Something stands at the folder's place, which is left as it is; or the system refuses, and nothing is left behind.
pub fn add_folder(content: &Path, below: &str, files: &[(String, String)]) -> Result<(), MachineError> {
    let folder = below.split('/').fold(content.to_owned(), |folder, part| folder.join(part));
    if fs::symlink_metadata(&folder).is_ok() {
        let hint = words!(
            "it is there already, and nothing is overwritten: move it away, or name another",
            "c’è già, e nulla viene sovrascritto: spostala, o scegli un altro nome"
        );
        return Err(MachineError::refusal(MAKE, &folder, hint));
    }
    let journal = Journal::begin(content, &[(below, false)])?;
    let step = Step::begin(content, below, false);
    let written = write(&step.new, files).and_then(|()| step.place());
    // What matters is why it failed; the next attempt clears what is left.
    step.clear();
    journal.end();
    written
}

/// Writes all files into a folder that nobody looks at.
fn write(folder: &Path, files: &[(String, String)]) -> Result<(), MachineError> {
    match fs::remove_dir_all(folder) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(MachineError::system(CLEAR, folder, cause)),
        _ => put_files(folder, files),
    }
}

/// Writes files, by their path within it, into a folder that may be there; those of the same name are replaced, and those
/// that are the same already are left alone.
///
/// # Errors
/// The system refuses.
pub fn put_files(folder: &Path, files: &[(String, String)]) -> Result<(), MachineError> {
    for (path, text) in files {
        let file = folder.join(path);
        put_file(&file, text.as_bytes())?;
    }
    Ok(())
}
