//! Report + Sheets -> Artifacts: a path and its bytes. Nothing here opens a file.

pub mod svg;

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Relative to the output folder, with `/`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}
