//! A file that somebody was given, read no further than it can be of use.

use super::MachineError;
use super::error::READ;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The bytes of a file; of a longer one, `most` and one more.
///
/// # Errors
/// The system refuses.
pub fn look(path: &Path, most: usize) -> Result<Vec<u8>, MachineError> {
    let failed = |cause| MachineError::system(READ, path, cause);
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(most as u64 + 1).read_to_end(&mut bytes)).map_err(failed)?;
    Ok(bytes)
}
