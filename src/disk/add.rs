//! Folders of files: one that was not there is added whole or not at all; one of our own is brought up to date.

use super::MachineError;
use super::error::{CLEAR, MAKE};
use super::journal::Journal;
use super::put::put_file;
use super::step::Step;
use crate::words;
use std::fs;
use std::io;
use std::path::Path;

/// Writes files, given by their paths, into a folder of the content folder that does not exist yet, such as
/// `editions/2025-01`. They are written to a hidden folder beside it, which then takes its name, so nobody ever sees
/// half of them.
///
/// # Errors
/// Something stands where the folder should be, and is left as it is; or the system refuses, and nothing is left
/// behind.
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

/// Writes all files into the hidden folder.
fn write(folder: &Path, files: &[(String, String)]) -> Result<(), MachineError> {
    match fs::remove_dir_all(folder) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(MachineError::system(CLEAR, folder, cause)),
        _ => put_files(folder, files),
    }
}

/// Writes files, given by their paths, into a folder that may exist already. A file of the same name is replaced; one
/// with the same bytes is left alone.
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
