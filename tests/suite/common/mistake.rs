//! One file in `tests/faults/` is one mistake: in a line what it is, then the files that hold it, then the whole of what
//! is printed. Files not named are those of `base.txt`, a small made-up project without faults.

use fascicle::disk::Loaded;
use fascicle::files::{Source, Sources};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// What stands before the name of a file.
const FILE: &str = "--- ";
/// What stands before the words printed.
pub const PRINTED: &str = "=== printed\n";

/// The file that says all of it in Italian.
pub const ITALIAN: &str = "italian.txt";

/// Files by path; none stands for one that is absent.
pub type Files = BTreeMap<String, Option<String>>;

/// A mistake.
pub struct Mistake {
    /// Where it stands.
    pub path: PathBuf,
    /// Everything before the words printed.
    pub given: String,
    /// Its files.
    pub files: Files,
    /// The words printed.
    pub printed: String,
}

impl Mistake {
    fn read(path: PathBuf) -> Mistake {
        let text = fs::read_to_string(&path).unwrap();
        let (given, printed) = text.split_once(PRINTED).unwrap_or((&text, ""));
        let files = files(given);
        assert!(given.contains(FILE), "{}: no file begins with `{FILE}`", path.display());
        Mistake { given: given.to_owned(), printed: printed.to_owned(), files, path }
    }

    /// The base with this mistake in it.
    pub fn project(&self) -> Files {
        let mut files = base();
        files.extend(self.files.clone());
        files
    }
}

/// The files of a text: each begins with its name, after a line feed and three hyphens.
pub fn files(text: &str) -> Files {
    let mut files = BTreeMap::new();
    for part in text.split("\n--- ").skip(1) {
        let (name, body) = part.split_once('\n').unwrap_or((part, ""));
        match name.strip_suffix(" (absent)") {
            Some(name) => files.insert(name.to_owned(), None),
            None => files.insert(name.to_owned(), Some(body.to_owned())),
        };
    }
    files
}

/// All mistakes of a folder, by name.
pub fn in_folder(folder: &str) -> Vec<Mistake> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.retain(|path| path.file_name().is_some_and(|name| name != "base.txt" && name != ITALIAN));
    paths.into_iter().map(Mistake::read).collect()
}

/// Where they all stand.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")
}

/// The project without faults.
pub fn base() -> Files {
    Mistake::read(folder().join("base.txt")).files
}

/// All mistakes, by name.
pub fn all() -> &'static [Mistake] {
    // Read once, before any is rewritten.
    static ALL: LazyLock<Vec<Mistake>> = LazyLock::new(|| in_folder("tests/faults"));
    &ALL
}

/// A project as the disk would give it.
pub fn loaded(files: Files) -> Loaded {
    let files: Vec<Source> = files.into_iter().filter_map(|(path, text)| Some(Source::new(path, text?))).collect();
    let mut folders: Vec<String> = Vec::new();
    for file in &files {
        if let Some((folder, _)) = file.path.strip_prefix("editions/").and_then(|rest| rest.split_once('/')) {
            folders.push(folder.to_owned());
        }
    }
    Loaded { sources: Sources::of_content("content", files, &folders), themes: BTreeMap::new() }
}
