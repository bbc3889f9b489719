//! The authors' files, all of them, sorted, as text.
//!
//! Every regular file that is not hidden and not an editor's backup is loaded; whether it belongs where it stands is
//! for `check` to say. Bytes that are not UTF-8 are no error here: the place is kept and becomes a fault with a name.

use super::MachineError;
use super::error::READ;
use crate::diag::{Source, Sources, Term};
use crate::words;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// No text an author writes is longer; what is longer is a film or a disk image in the wrong folder.
const LARGEST: u64 = 64 << 20;

/// Everything a build reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The authors' files.
    pub sources: Sources,
    /// The folders in `themes/` beside the content, by name: path within the theme, bytes.
    pub themes: BTreeMap<String, BTreeMap<String, Vec<u8>>>,
}

/// Reads a content folder, and the themes beside it.
///
/// # Errors
/// The folder does not exist, a file cannot be read or is longer than 64 MiB, a link leads back to its own folder.
pub fn load(content: &Path) -> Result<Loaded, MachineError> {
    if !content.is_dir() {
        return Err(MachineError::refusal(
            Term::new("cannot find the content folder", "non si trova la cartella dei contenuti"),
            content,
            words!(
                "it holds site.yaml, indicators.yaml, outline.yaml and editions/: \
                 run the command in the folder above it, or name it with --content DIR",
                "contiene site.yaml, indicators.yaml, outline.yaml e editions/: \
                 dai il comando nella cartella che la contiene, o indicala con --content DIR"
            ),
        ));
    }
    let files =
        read_folder(content)?.into_iter().map(|(path, bytes)| Source::from_bytes(path, without_mark(bytes))).collect();
    let editions = folders(&content.join("editions"))?;
    Ok(Loaded { sources: Sources::of_content(name_of(content), files, &editions), themes: load_themes(content)? })
}

/// Names of the folders in a folder, sorted; none where it does not exist.
fn folders(folder: &Path) -> Result<Vec<String>, MachineError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|cause| MachineError::system(READ, folder, cause))? {
        let entry = entry.map_err(|cause| MachineError::system(READ, folder, cause))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && !is_passed_over(&name) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Reads one theme folder: path within it, bytes.
///
/// # Errors
/// As [`load`].
pub fn load_theme(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, MachineError> {
    if !folder.is_dir() {
        let tried = Term::new("cannot find the theme folder", "non si trova la cartella del tema");
        let hint = words!(
            "name a folder that holds templates, styles or fonts, with --theme DIR",
            "indica una cartella con modelli, stili o caratteri, con --theme DIR"
        );
        return Err(MachineError::refusal(tried, folder, hint));
    }
    Ok(read_folder(folder)?.into_iter().collect())
}

/// The folders in `themes/` beside the content, if there is such a folder.
fn load_themes(content: &Path) -> Result<BTreeMap<String, BTreeMap<String, Vec<u8>>>, MachineError> {
    let themes = themes_beside(content).map_err(|cause| MachineError::system(READ, content, cause))?;
    let mut found = BTreeMap::new();
    for name in folders(&themes)? {
        let theme = load_theme(&themes.join(&name))?;
        found.insert(name, theme);
    }
    Ok(found)
}

/// Where the themes of a content folder are, if there are any.
pub(super) fn themes_beside(content: &Path) -> io::Result<PathBuf> {
    // The content folder may be called `.`: what stands beside it is known only to its full path.
    let whole = fs::canonicalize(content)?;
    Ok(whole.parent().unwrap_or(&whole).join("themes"))
}

/// Path with `/` and bytes of every file that matters, sorted by path.
fn read_folder(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, MachineError> {
    let mut paths = Vec::new();
    let walk = WalkDir::new(folder).min_depth(1).follow_links(true).into_iter();
    for entry in walk.filter_entry(|entry| !is_passed_over(&entry.file_name().to_string_lossy())) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => paths.push((slashed(folder, entry.path()), entry.into_path())),
            Ok(_) => {}
            // An editor's lock is a hidden link to nowhere.
            Err(error)
                if error.path().and_then(Path::file_name).is_some_and(|n| is_passed_over(&n.to_string_lossy())) => {}
            Err(error) => return Err(walk_error(folder, error)),
        }
    }
    paths.sort();
    paths.into_par_iter().map(|(name, path)| read_file(&path).map(|bytes| (name, bytes))).collect()
}

/// The bytes of one file.
fn read_file(path: &Path) -> Result<Vec<u8>, MachineError> {
    let failed = |cause| MachineError::system(READ, path, cause);
    let file = File::open(path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    let mut bytes = Vec::with_capacity(length.min(LARGEST) as usize + 1);
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        let hint = words!(
            "a file may have 64 MiB at most: keep it outside this folder",
            "un file può avere al massimo 64 MiB: tienilo fuori da questa cartella"
        );
        return Err(MachineError::refusal(Term::new("cannot take in", "non si può accogliere"), path, hint));
    }
    Ok(bytes)
}

/// Without the byte-order mark that some editors put before the text.
fn without_mark(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    bytes
}

/// Hidden files, and what editors and desktops leave beside a file.
pub(super) fn is_passed_over(name: &str) -> bool {
    name.starts_with(['.', '~'])
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || [".swp", ".swo", ".tmp"].iter().any(|ending| name.ends_with(ending))
        || ["Thumbs.db", "desktop.ini"].contains(&name)
}

/// A path below `folder`, with `/` on every system.
fn slashed(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// How the folder is called in messages: as typed, without a slash at its end.
fn name_of(folder: &Path) -> String {
    let name = folder.iter().collect::<PathBuf>().to_string_lossy().into_owned();
    if cfg!(windows) { name.replace('\\', "/") } else { name }
}

fn walk_error(folder: &Path, error: walkdir::Error) -> MachineError {
    let path = error.path().unwrap_or(folder).to_owned();
    if error.loop_ancestor().is_some() {
        let tried = Term::new("cannot follow the link", "non si può seguire il collegamento");
        let hint = words!("it leads back to its own folder: delete it", "riporta alla sua stessa cartella: cancellalo");
        return MachineError::refusal(tried, &path, hint);
    }
    MachineError::system(READ, &path, error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into()))
}
