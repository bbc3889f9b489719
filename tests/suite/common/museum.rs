//! The projects of the museum, `tests/museum/*.txt`: in a line what each claims, then the files that differ from those of
//! `base.txt`.

use super::mistake;
use fascicle::{Request, Site};
use std::fs;
use std::path::{Path, PathBuf};

/// Where they stand.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/museum")
}

/// A project of the museum, checked.
pub struct Case {
    /// Of its file.
    pub name: String,
    /// What it claims.
    pub claim: String,
    /// Its last figure, in its newest edition, is what it shows.
    pub site: Site,
}

/// All projects, by name.
pub fn cases() -> Vec<Case> {
    let base = mistake::files(&fs::read_to_string(folder().join("base.txt")).unwrap());
    let mut paths: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt") && !path.ends_with("base.txt"));
    paths.sort();
    let case = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(path).unwrap();
        let mut files = base.clone();
        files.extend(mistake::files(&text));
        let site = Site::check(&mistake::loaded(files), &Request::default()).unwrap_or_else(|faults| {
            let said: Vec<String> = faults.list.iter().map(|fault| fault.message.en.clone()).collect();
            panic!("{name}: {}", said.join("\n"))
        });
        Case { claim: text.lines().next().unwrap_or_default().to_owned(), name, site }
    };
    paths.iter().map(case).collect()
}
