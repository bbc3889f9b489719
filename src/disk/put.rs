//! Puts one file where a person says: whole or not at all, in place of the file that stood there.

use super::MachineError;
use super::error::{MAKE, WRITE};
use crate::words;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a file under a hidden name beside its place and then puts it there. A file that stood there is replaced; one
/// with the same bytes is left alone. Folders above it are made. A link is followed, and what is no regular file, such
/// as a pipe, is written to directly.
///
/// # Errors
/// A folder stands there, or the system refuses; the place is then as it was.
pub fn put_file(path: &Path, bytes: &[u8]) -> Result<(), MachineError> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let failed = |cause| MachineError::system(WRITE, path, cause);
    match fs::metadata(&target) {
        Ok(there) if there.is_dir() => {
            let hint = words!("it is a folder: name a file in it", "è una cartella: indica un file al suo interno");
            return Err(MachineError::refusal(WRITE, path, hint));
        }
        Ok(there) if !there.is_file() => return fs::write(&target, bytes).map_err(failed),
        Ok(there) if there.len() == bytes.len() as u64 && fs::read(&target).is_ok_and(|old| old == bytes) => {
            return Ok(());
        }
        _ => {}
    }
    if let Some(parent) = target.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(|cause| MachineError::system(MAKE, parent, cause))?;
    }
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let new = target.with_file_name(format!(".{name}.new"));
    let written = write(&new, &target, bytes);
    if written.is_err() {
        // What matters is why it failed; the next attempt writes over what is left.
        let _ = fs::remove_file(&new);
    }
    written.map_err(failed)
}

fn write(new: &Path, target: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(new)?;
    file.write_all(bytes)?;
    drop(file);
    if let Ok(old) = fs::metadata(target) {
        fs::set_permissions(new, old.permissions())?;
    }
    fs::rename(new, target)
}

#[cfg(test)]
mod tests {
    use super::put_file;
    use std::fs;

    #[test]
    fn a_file_takes_the_place_of_another_and_a_folder_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/a.svg");
        put_file(&path, b"one").unwrap();
        put_file(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert!(put_file(&folder.path().join("new"), b"three").is_err());
        let left: Vec<_> =
            fs::read_dir(folder.path().join("new")).unwrap().map(|one| one.unwrap().file_name()).collect();
        assert_eq!(left, ["a.svg"]);
    }
}
