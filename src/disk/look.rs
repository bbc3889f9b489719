//! Reads a file that somebody was given, and no more of it than can be of use.

use super::MachineError;
use super::error::READ;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The bytes of a file. Of one that is longer than `most`, that many and one more, so that a caller can tell.
///
/// # Errors
/// The system refuses.
pub fn look(path: &Path, most: usize) -> Result<Vec<u8>, MachineError> {
    let failed = |cause| MachineError::system(READ, path, cause);
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(most as u64 + 1).read_to_end(&mut bytes)).map_err(failed)?;
    Ok(bytes)
}
