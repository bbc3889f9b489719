//! What the machine refused, in one sentence with its path and what to do.

use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::{Path, PathBuf};

/// The machine's fault: a file that cannot be read, a disk that is full, a folder that is somebody else's.
#[derive(Debug)]
pub struct MachineError {
    /// What was tried: `cannot read`.
    pub tried: String,
    /// On what.
    pub path: PathBuf,
    /// What the system answered; none where the refusal is our own.
    pub cause: Option<io::Error>,
    /// What to do.
    pub hint: String,
}

impl MachineError {
    /// A refusal of the system's. The hint follows from its kind.
    pub(super) fn system(tried: &str, path: &Path, cause: io::Error) -> MachineError {
        let hint = match cause.kind() {
            io::ErrorKind::PermissionDenied => "give yourself the right to it, or name another folder",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room on the disk and build again",
            io::ErrorKind::ReadOnlyFilesystem => "name a folder that may be written, with --output DIR",
            io::ErrorKind::NotFound => "look whether it was moved or deleted meanwhile",
            io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => {
                "a folder that is a disk of its own cannot be exchanged: name one inside it, with --output DIR"
            }
            _ => "see that the disk is well and build again",
        };
        MachineError { tried: tried.to_owned(), path: path.to_owned(), cause: Some(cause), hint: hint.to_owned() }
    }

    /// A refusal of our own.
    pub(super) fn refusal(tried: &str, path: &Path, hint: &str) -> MachineError {
        MachineError { tried: tried.to_owned(), path: path.to_owned(), cause: None, hint: hint.to_owned() }
    }
}

impl Display for MachineError {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.tried, self.path.display())?;
        if let Some(cause) = &self.cause {
            let text = cause.to_string();
            let words = text.split(" (os error").next().unwrap_or(&text);
            write!(out, ": {}", words.to_lowercase())?;
        }
        write!(out, "; {}", self.hint)
    }
}

impl std::error::Error for MachineError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_ref().map(|cause| cause as _)
    }
}
