//! Folders of files: one that was not there, whole or not at all; and one of our own files, brought up to date.

use super::MachineError;
use super::error::{CLEAR, MAKE, WRITE};
use crate::words;
use std::fs;
use std::io;
use std::path::Path;

/// Writes files, by their path within it, into a folder that does not exist yet. They are written beside it under a
/// hidden name, which then becomes the folder's: nobody meets half of them.
///
/// # Errors
/// Something stands at the folder's place, which is left as it is; or the system refuses, and nothing is left behind.
pub fn add_folder(folder: &Path, files: &[(String, String)]) -> Result<(), MachineError> {
    if fs::symlink_metadata(folder).is_ok() {
        let hint = words!(
            "it is there already, and nothing is overwritten: move it away, or name another",
            "c’è già, e nulla viene sovrascritto: spostala, o scegli un altro nome"
        );
        return Err(MachineError::refusal(MAKE, folder, hint));
    }
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let new = folder.with_file_name(format!(".{name}.new"));
    let written = write(&new, files)
        .and_then(|()| fs::rename(&new, folder).map_err(|cause| MachineError::system(MAKE, folder, cause)));
    if written.is_err() {
        // What matters is why it failed; the next attempt clears what is left.
        let _ = fs::remove_dir_all(&new);
    }
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
        if fs::read(&file).is_ok_and(|old| old == text.as_bytes()) {
            continue;
        }
        let parent = file.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|cause| MachineError::system(MAKE, parent, cause))?;
        fs::write(&file, text).map_err(|cause| MachineError::system(WRITE, &file, cause))?;
    }
    Ok(())
}
