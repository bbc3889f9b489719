//! Faults as an author meets them. One file in `tests/faults/` is one mistake: in a line what it is, then the files
//! that hold it, then the whole of what is printed. Files not named are those of `base.txt`, a small made-up project
//! without faults.
//!
//! `BLESS=1 cargo test --test faults` writes what is printed into the files; read that diff like prose.

use fascicle::diag::{self, Source, Sources};
use fascicle::disk::Loaded;
use fascicle::{Faults, Request};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const FILE: &str = "--- ";
const PRINTED: &str = "=== printed\n";

/// A case: what stands before the printed faults, its files, the printed faults.
struct Case {
    given: String,
    files: BTreeMap<String, Option<String>>,
    printed: String,
}

fn read(path: &Path) -> Case {
    let text = fs::read_to_string(path).unwrap();
    let (given, printed) = text.split_once(PRINTED).unwrap_or((&text, ""));
    let mut files = BTreeMap::new();
    for part in given.split("\n--- ").skip(1) {
        let (name, body) = part.split_once('\n').unwrap_or((part, ""));
        match name.strip_suffix(" (absent)") {
            Some(name) => files.insert(name.to_owned(), None),
            None => files.insert(name.to_owned(), Some(body.to_owned())),
        };
    }
    assert!(given.contains(FILE), "{}: no file begins with `{FILE}`", path.display());
    Case { given: given.to_owned(), files, printed: printed.to_owned() }
}

/// All cases, read once, before any is rewritten.
fn cases() -> &'static [(PathBuf, Case)] {
    static CASES: LazyLock<Vec<(PathBuf, Case)>> = LazyLock::new(read_all);
    &CASES
}

fn read_all() -> Vec<(PathBuf, Case)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.retain(|path| path.file_name().is_some_and(|name| name != "base.txt"));
    paths.into_iter().map(|path| (path.clone(), read(&path))).collect()
}

fn base() -> BTreeMap<String, Option<String>> {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/base.txt")).files
}

fn loaded(files: BTreeMap<String, Option<String>>) -> Loaded {
    let files: Vec<Source> = files.into_iter().filter_map(|(path, text)| Some(Source::new(path, text?))).collect();
    let mut folders: Vec<String> = Vec::new();
    for file in &files {
        if let Some((folder, _)) = file.path.strip_prefix("editions/").and_then(|rest| rest.split_once('/')) {
            folders.push(folder.to_owned());
        }
    }
    Loaded { sources: Sources::of_content("content", files, &folders), themes: BTreeMap::new() }
}

fn faults(files: BTreeMap<String, Option<String>>) -> Option<Faults> {
    fascicle::check(&loaded(files), &Request::default()).err()
}

#[test]
fn the_base_has_no_faults() {
    if let Some(faults) = faults(base()) {
        panic!("{}", diag::print(&faults.list, &faults.sources, false));
    }
}

#[test]
fn each_mistake_prints_its_fault() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut differing = Vec::new();
    for (path, case) in cases() {
        let mut files = base();
        files.extend(case.files.clone());
        let found = faults(files);
        let printed = found.map_or_else(String::new, |faults| diag::print(&faults.list, &faults.sources, false));
        assert!(!printed.is_empty(), "{}: no fault was found", path.display());
        if bless {
            fs::write(path, format!("{}{PRINTED}{printed}", case.given)).unwrap();
        } else if printed != case.printed {
            differing.push(format!("{}:\n{printed}", path.display()));
        }
    }
    assert!(differing.is_empty(), "{} differ\n\n{}", differing.len(), differing.join("\n"));
}

#[test]
fn every_fault_has_a_place_and_says_what_to_do() {
    for (path, case) in cases() {
        let mut files = base();
        files.extend(case.files.clone());
        for fault in faults(files).unwrap().list {
            assert!(!fault.hint.is_empty(), "{}: {:?} has no hint", path.display(), fault.code);
        }
    }
}

/// One run prints every fault there is: each case's faults, put together in one project, are all found again.
#[test]
fn all_mistakes_of_observations_together_are_found_in_one_run() {
    let mut files = base();
    let mut expected = Vec::new();
    for (number, (_, case)) in cases().iter().enumerate() {
        let changed: Vec<_> = case.files.iter().filter(|(_, text)| text.is_some()).collect();
        let [(path, Some(text))] = changed[..] else { continue };
        let Some(rest) = path.strip_prefix("editions/2024-06_2024-08/") else { continue };
        if !rest.starts_with("observations/consenso.yaml") {
            continue;
        }
        let mut alone = base();
        alone.insert(path.clone(), Some(text.clone()));
        let codes: Vec<_> = faults(alone).unwrap().list.iter().map(|fault| fault.code).collect();
        let folder = format!("19{number:02}-01");
        for (path, text) in base() {
            if let Some(rest) = path.strip_prefix("editions/2024-06_2024-08/") {
                files.insert(format!("editions/{folder}/{rest}"), text);
            }
        }
        files.insert(format!("editions/{folder}/{rest}"), Some(text.clone()));
        expected.extend(codes);
    }
    assert!(expected.len() >= 15, "{} mistakes are put together", expected.len());
    let mut found: Vec<_> = faults(files).unwrap().list.iter().map(|fault| fault.code).collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
}
