//! The authors' files, all of them, sorted, as text.
//!
//! Every regular file that is not hidden and not an editor's backup is loaded; whether it belongs where it stands is
//! for `check` to say. Bytes that are not UTF-8 are no error here: the place is kept and becomes a fault with a name.

use super::MachineError;
use super::error::READ;
use crate::diag::Term;
use crate::files::{Source, Sources, Unread};
use crate::words;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The most bytes of one file. A longer one is no text of an author's, but a film or a disk image in the wrong folder.
const LARGEST: u64 = 64 << 20;

const TAKE_IN: Term = Term::new("cannot take in", "non si può accogliere");

/// All that a build reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The authors' files.
    pub sources: Sources,
    /// The folders in `themes/` beside the content, by their names: the bytes of each file by its path within the
    /// theme.
    pub themes: BTreeMap<String, BTreeMap<String, Vec<u8>>>,
}

/// Where links in the authors' folders may lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Links {
    /// Only to what stands in the same folder, so that no file of this machine gets into a site unnoticed.
    #[default]
    Inside,
    /// Anywhere.
    Anywhere,
}

/// Reads a content folder and the themes beside it; links may not leave the folder.
///
/// # Errors
/// As [`load_with`].
pub fn load(content: &Path) -> Result<Loaded, MachineError> {
    load_with(content, Links::Inside)
}

/// Reads a content folder and the themes beside it. What stands in the content and is no file that may be read is kept
/// as a place, and becomes a fault where a file is expected.
///
/// # Errors
/// The folder does not exist, a file cannot be read or is longer than 64 MiB, a link leads back to its own folder, or a
/// theme holds something that is no file that may be read.
pub fn load_with(content: &Path, links: Links) -> Result<Loaded, MachineError> {
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
    let source = |(path, held): (String, Held)| match held {
        Held::Bytes(bytes) => Source::from_bytes(path, without_mark(bytes)),
        Held::Nothing(why) => Source { unread: Some(why), ..Source::new(path, "") },
    };
    let files: Vec<Source> = read_folder(content, content, links)?.into_iter().map(source).collect();
    // An edition that is a link is told as such, and needs no file.
    let is_link = |path: &str| files.iter().any(|file| file.path == path && file.unread.is_some());
    let mut editions = folders(&content.join("editions"))?;
    editions.retain(|name| !is_link("editions") && !is_link(&format!("editions/{name}")));
    let themes = load_themes(content, links)?;
    Ok(Loaded { sources: Sources::of_content(name_of(content), files, &editions), themes })
}

/// The names of the folders in a folder, sorted; empty where it does not exist.
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

/// Reads the folder of one theme: the bytes of each file by its path.
///
/// # Errors
/// As [`load_with`].
pub fn load_theme(folder: &Path, links: Links) -> Result<BTreeMap<String, Vec<u8>>, MachineError> {
    if !folder.is_dir() {
        let tried = Term::new("cannot find the theme folder", "non si trova la cartella del tema");
        let hint = words!(
            "name a folder that holds templates, styles or fonts, with --theme DIR",
            "indica una cartella con modelli, stili o caratteri, con --theme DIR"
        );
        return Err(MachineError::refusal(tried, folder, hint));
    }
    theme_within(folder, folder, links)
}

/// Reads the themes in `themes/` beside the content, if there is such a folder.
fn load_themes(content: &Path, links: Links) -> Result<BTreeMap<String, BTreeMap<String, Vec<u8>>>, MachineError> {
    let themes = themes_beside(content).map_err(|cause| MachineError::system(READ, content, cause))?;
    let mut found = BTreeMap::new();
    for name in folders(&themes)? {
        let folder = themes.join(&name);
        let inside = fs::canonicalize(&folder).is_ok_and(|target| target.starts_with(&themes));
        if links == Links::Inside && !inside {
            return Err(no_file(&folder, Unread::Link));
        }
        let theme = theme_within(&folder, &themes, links)?;
        found.insert(name, theme);
    }
    Ok(found)
}

/// The files of a theme, whose links may lead to what stands in `home`.
fn theme_within(folder: &Path, home: &Path, links: Links) -> Result<BTreeMap<String, Vec<u8>>, MachineError> {
    let bytes = |(path, held): (String, Held)| match held {
        Held::Bytes(bytes) => Ok((path, bytes)),
        Held::Nothing(why) => Err(no_file(&folder.join(&path), why)),
    };
    read_folder(folder, home, links)?.into_iter().map(bytes).collect()
}

fn no_file(path: &Path, why: Unread) -> MachineError {
    let hint = match why {
        Unread::Folder => words!("it is a folder: give it another name", "è una cartella: dalle un altro nome"),
        Unread::Device => words!(
            "it is a pipe or a device: put a file in its place",
            "è una pipe o un dispositivo: metti un file al suo posto"
        ),
        Unread::Link => words!(
            "it is a link that leads out of the folder: copy the file here, or say --allow-links if you want it",
            "è un collegamento che porta fuori dalla cartella: copia qui il file, o di’ --allow-links se lo vuoi"
        ),
    };
    MachineError::refusal(TAKE_IN, path, hint)
}

/// The folder of the themes beside a content folder, if there is one.
pub(super) fn themes_beside(content: &Path) -> io::Result<PathBuf> {
    // The content folder may be called `.`: what stands beside it is known only to its full path.
    let whole = fs::canonicalize(content)?;
    Ok(whole.parent().unwrap_or(&whole).join("themes"))
}

/// What stands at a path.
enum Held {
    Bytes(Vec<u8>),
    Nothing(Unread),
}

/// All that matters in a folder: each path, with `/` and sorted, and what stands there. Links may lead to what stands
/// in `home`.
fn read_folder(folder: &Path, home: &Path, links: Links) -> Result<Vec<(String, Held)>, MachineError> {
    let home = fs::canonicalize(home).map_err(|cause| MachineError::system(READ, home, cause))?;
    let leads_out = |entry: &DirEntry| {
        links == Links::Inside
            && entry.path_is_symlink()
            && fs::canonicalize(entry.path()).is_ok_and(|target| !target.starts_with(&home))
    };
    let mut found = Vec::new();
    let mut walk = WalkDir::new(folder).min_depth(1).follow_links(true).into_iter();
    while let Some(entry) = walk.next() {
        let passed_over = |path: &Path| path.file_name().is_some_and(|name| is_passed_over(&name.to_string_lossy()));
        let entry = match entry {
            Ok(entry) => entry,
            // An editor's lock is a hidden link to nowhere.
            Err(error) if error.path().is_some_and(passed_over) => continue,
            Err(error) => return Err(walk_error(folder, error)),
        };
        let (path, kind) = (slashed(folder, entry.path()), entry.file_type());
        let (skipped, out) = (passed_over(entry.path()), leads_out(&entry));
        if kind.is_dir() && !skipped && !out && !is_text(&path) {
            continue;
        }
        if kind.is_dir() {
            walk.skip_current_dir();
        }
        let why = match kind {
            _ if skipped => continue,
            // What nobody reads is nobody's harm.
            kind if (out || !kind.is_file()) && !kind.is_dir() && !is_text(&path) => continue,
            _ if out => Some(Unread::Link),
            kind if kind.is_dir() => Some(Unread::Folder),
            kind if !kind.is_file() => Some(Unread::Device),
            _ => None,
        };
        found.push((path, entry.into_path(), why));
    }
    found.sort();
    let read = |(name, path, why): (String, PathBuf, Option<Unread>)| match why {
        Some(why) => Ok((name, Held::Nothing(why))),
        None => read_file(&path).map(|bytes| (name, Held::Bytes(bytes))),
    };
    found.into_par_iter().map(read).collect()
}

/// Whether a path is that of a file which authors write.
fn is_text(path: &str) -> bool {
    [".yaml", ".yml", ".csv", ".md", ".html", ".css", ".js"].iter().any(|ending| path.ends_with(ending))
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
        return Err(MachineError::refusal(TAKE_IN, path, hint));
    }
    Ok(bytes)
}

/// The bytes without the byte-order mark that some editors put before a text.
fn without_mark(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    bytes
}

/// Whether a name is passed over: it is hidden, or what editors and desktops leave beside a file.
pub(super) fn is_passed_over(name: &str) -> bool {
    name.starts_with(['.', '~'])
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || [".swp", ".swo", ".swx", ".tmp", ".bak", ".orig", ".rej"].iter().any(|ending| name.ends_with(ending))
        // The last is what Vim tries whether a folder may be written with.
        || ["Thumbs.db", "desktop.ini", "4913"].contains(&name)
}

/// A path relative to `folder`, with `/` on every system.
fn slashed(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The name of the folder in messages: as typed, without a slash at its end.
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
