//! A project begins whole or not at all: its content grows under a hidden name and becomes `content/` in one step.

use super::MachineError;
use super::error::{CLEAR, MAKE, READ, WRITE};
use crate::diag::Term;
use crate::words;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const BEGIN_IN: Term = Term::new("cannot begin in", "non si può cominciare in");

/// Writes `files`, by their path, into `content/` of a project's folder, and `ignored` beside it as `.gitignore` where
/// there is none. The folder is made where it does not exist; nothing in it is overwritten.
///
/// # Errors
/// The folder holds something that is not hidden, or is no folder; or the system refuses. Nothing is left behind then.
pub fn begin(folder: &Path, files: &[(String, String)], ignored: &str) -> Result<(), MachineError> {
    must_be_empty(folder)?;
    let made = first_absent(folder);
    let begun = write(folder, files, ignored);
    if let (Err(_), Some(made)) = (&begun, &made) {
        // What matters is why it failed; what could not be cleared is hidden, and the next attempt clears it.
        let _ = fs::remove_dir_all(made);
    }
    begun
}

/// Hidden files may be there: a repository that has just begun has nothing else.
fn must_be_empty(folder: &Path) -> Result<(), MachineError> {
    let entries = match fs::read_dir(folder) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(folder).is_err() => return Ok(()),
        Err(cause) if cause.kind() == io::ErrorKind::NotADirectory => {
            let hint = words!(
                "a file stands there: name an empty folder, or one that does not exist yet",
                "lì c’è un file: indica una cartella vuota, o una che non esiste ancora"
            );
            return Err(MachineError::refusal(BEGIN_IN, folder, hint));
        }
        entries => entries.map_err(|cause| MachineError::system(BEGIN_IN, folder, cause))?,
    };
    for entry in entries {
        let entry = entry.map_err(|cause| MachineError::system(READ, folder, cause))?;
        let name = entry.file_name();
        if !name.to_string_lossy().starts_with('.') {
            let hint = words!(
                "it holds something already, and nothing is overwritten: name an empty folder, or one that does \
                 not exist yet",
                "contiene già qualcosa, e nulla viene sovrascritto: indica una cartella vuota, o una che non esiste ancora"
            );
            return Err(MachineError::refusal(BEGIN_IN, folder, hint));
        }
    }
    Ok(())
}

/// The outermost folder that must be made for this one.
fn first_absent(folder: &Path) -> Option<PathBuf> {
    let absent = |path: &&Path| !path.as_os_str().is_empty() && fs::symlink_metadata(path).is_err();
    folder.ancestors().take_while(absent).last().map(Path::to_owned)
}

fn write(folder: &Path, files: &[(String, String)], ignored: &str) -> Result<(), MachineError> {
    let (staging, content, ignore) =
        (folder.join(".content.staging"), folder.join("content"), folder.join(".gitignore"));
    match fs::remove_dir_all(&staging) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            return Err(MachineError::system(CLEAR, &staging, cause));
        }
        _ => {}
    }
    let written = fill(&staging, files).and_then(|()| {
        let own = fs::symlink_metadata(&ignore).is_err();
        if own {
            fs::write(&ignore, ignored).map_err(|cause| MachineError::system(WRITE, &ignore, cause))?;
        }
        let renamed = fs::rename(&staging, &content);
        if renamed.is_err() && own {
            let _ = fs::remove_file(&ignore);
        }
        renamed.map_err(|cause| MachineError::system(MAKE, &content, cause))
    });
    if written.is_err() {
        let _ = fs::remove_dir_all(&staging);
    }
    written
}

fn fill(folder: &Path, files: &[(String, String)]) -> Result<(), MachineError> {
    for (path, text) in files {
        let file = folder.join(path);
        let parent = file.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|cause| MachineError::system(MAKE, parent, cause))?;
        fs::write(&file, text).map_err(|cause| MachineError::system(WRITE, &file, cause))?;
    }
    Ok(())
}
