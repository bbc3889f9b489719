//! A mended file takes the place of the author's, whole or not at all.

use super::MachineError;
use super::error::{READ, WRITE};
use crate::diag::Term;
use crate::words;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// The byte-order mark that some editors put before the text.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Writes `after` into the file at `path` below `content`, which must still hold `before`. A byte-order mark, the rights
/// of the file and a link that leads to it stay.
///
/// # Errors
/// The file was changed since it was read, or the system refuses; it is then as it was.
pub fn mend(content: &Path, path: &str, before: &str, after: &str) -> Result<(), MachineError> {
    let shown = content.join(path);
    let file = fs::canonicalize(&shown).map_err(|cause| MachineError::system(READ, &shown, cause))?;
    let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else {
        let hint = words!("it is no file in a folder", "non è un file in una cartella");
        return Err(MachineError::refusal(WRITE, &shown, hint));
    };
    // Hidden, so that whoever reads the folder meanwhile passes it over.
    let new = folder.join(format!(".{}.{}.tmp", name.to_string_lossy(), std::process::id()));
    let done = replace(&shown, &file, &new, before.as_bytes(), after.as_bytes());
    if done.is_err() {
        let _ = fs::remove_file(&new);
    }
    done
}

fn replace(shown: &Path, file: &Path, new: &Path, before: &[u8], after: &[u8]) -> Result<(), MachineError> {
    let failed = |cause| MachineError::system(WRITE, shown, cause);
    let now = fs::read(file).map_err(|cause| MachineError::system(READ, shown, cause))?;
    let marked = now.starts_with(MARK);
    let text = if marked { &now[MARK.len()..] } else { &now[..] };
    if text != before {
        let tried = Term::new("cannot mend", "non si può correggere");
        let hint = words!(
            "it was changed meanwhile, and is left as it is: run the command again",
            "nel frattempo è stato cambiato, e resta com’è: ripeti il comando"
        );
        return Err(MachineError::refusal(tried, shown, hint));
    }
    // A file that its owner has closed to writing stays closed, though a rename would not ask.
    File::options().write(true).open(file).map_err(failed)?;
    let mut out = File::create(new).map_err(failed)?;
    if marked {
        out.write_all(MARK).map_err(failed)?;
    }
    out.write_all(after).map_err(failed)?;
    drop(out);
    let rights = fs::metadata(file).map_err(failed)?.permissions();
    fs::set_permissions(new, rights).map_err(failed)?;
    fs::rename(new, file).map_err(failed)
}
