//! What the machine refused, in one sentence with its path and what to do.

use crate::diag::{Language, Term, Words};
use crate::words;
use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::{Path, PathBuf};

/// A fault of the machine's: a file that cannot be read, a disk that is full, a folder that belongs to somebody else.
#[derive(Debug)]
pub struct MachineError {
    /// What was tried, such as `cannot read`.
    pub tried: Term,
    /// The path on which it was tried.
    pub path: PathBuf,
    /// What the system answered; `None` where the refusal is our own.
    pub cause: Option<io::Error>,
    /// What a person can do.
    pub hint: Words,
}

// What is tried, more than once.
pub(super) const READ: Term = Term::new("cannot read", "non si può leggere");
pub(super) const WRITE: Term = Term::new("cannot write", "non si può scrivere");
pub(super) const WRITE_TO: Term = Term::new("cannot write to", "non si può scrivere in");
pub(super) const REPLACE: Term = Term::new("cannot replace", "non si può sostituire");
pub(super) const MAKE: Term = Term::new("cannot make", "non si può creare");
pub(super) const CLEAR: Term = Term::new("cannot clear", "non si può svuotare");
pub(super) const KEEP: Term = Term::new("cannot keep", "non si può conservare");

impl MachineError {
    /// A refusal of the system, with a hint that follows from its kind.
    pub(super) fn system(tried: Term, path: &Path, cause: io::Error) -> MachineError {
        let hint = match cause.kind() {
            io::ErrorKind::PermissionDenied => words!(
                "give yourself the right to it, or name another folder",
                "datti il permesso, o indica un’altra cartella"
            ),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                words!("make room on the disk and build again", "fai spazio sul disco e riprova")
            }
            io::ErrorKind::ReadOnlyFilesystem => words!(
                "name a folder that may be written, with --output DIR",
                "indica una cartella in cui si può scrivere, con --output DIR"
            ),
            io::ErrorKind::NotFound => words!(
                "look whether it was moved or deleted meanwhile",
                "guarda se nel frattempo è stato spostato o cancellato"
            ),
            io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => words!(
                "a folder that is a disk of its own cannot be exchanged: name one inside it, with --output DIR",
                "una cartella che è un disco a sé non si può scambiare: indicane una al suo interno, con --output DIR"
            ),
            _ => words!("see that the disk is well and build again", "controlla che il disco stia bene e riprova"),
        };
        MachineError { tried, path: path.to_owned(), cause: Some(cause), hint }
    }

    /// A refusal of our own.
    pub(super) fn refusal(tried: Term, path: &Path, hint: Words) -> MachineError {
        MachineError { tried, path: path.to_owned(), cause: None, hint }
    }

    /// The whole error as one sentence.
    pub fn words(&self) -> Words {
        let (tried, path, hint) = (self.tried, self.path.display(), &self.hint);
        match self.cause.as_ref().map(answer) {
            None => words!("{tried} {path}; {hint}", "{tried} {path}; {hint}"; tried, hint),
            Some(answer) => {
                words!("{tried} {path}: {answer}; {hint}", "{tried} {path}: {answer}; {hint}"; tried, answer, hint)
            }
        }
    }
}

/// The answer of the system: in English and Italian for what happens often, in its own words for the rest.
fn answer(cause: &io::Error) -> Words {
    let text = cause.to_string();
    let en = text.split(" (os error").next().unwrap_or(&text).to_lowercase();
    let it = match cause.kind() {
        io::ErrorKind::NotFound => "non esiste",
        io::ErrorKind::PermissionDenied => "permesso negato",
        io::ErrorKind::StorageFull => "il disco è pieno",
        io::ErrorKind::QuotaExceeded => "lo spazio assegnato è finito",
        io::ErrorKind::ReadOnlyFilesystem => "il disco è in sola lettura",
        io::ErrorKind::AlreadyExists => "esiste già",
        io::ErrorKind::IsADirectory => "è una cartella",
        io::ErrorKind::NotADirectory => "non è una cartella",
        io::ErrorKind::CrossesDevices => "sta su un altro disco",
        io::ErrorKind::ResourceBusy => "è in uso",
        io::ErrorKind::AddrInUse => "la porta è già usata",
        _ => return Words::same(en),
    };
    Words { en, it: it.to_owned() }
}

/// Shows the error in the language of the program's own words.
impl Display for MachineError {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str(self.words().get(Language::English))
    }
}

impl std::error::Error for MachineError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_ref().map(|cause| cause as _)
    }
}
