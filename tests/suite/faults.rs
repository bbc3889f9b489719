//! Faults as an author meets them: each mistake in `tests/faults/` prints its fault, its place and what to do.
//!
//! `BLESS=1 cargo test --test suite faults::` writes what is printed into the files; read that diff like prose.

use crate::common::mistake::{self, Files, PRINTED};
use fascicle::diag::{self, Code, Language};
use fascicle::{Faults, Request, Site};
use std::fs;

fn faults(files: Files) -> Option<Faults> {
    Site::check(&mistake::loaded(files), &Request::default()).err()
}

#[test]
fn the_base_has_no_faults() {
    if let Some(faults) = faults(mistake::base()) {
        panic!("{}", diag::print(&faults.list, &faults.sources, Language::English, false));
    }
}

#[test]
fn each_mistake_prints_its_fault() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut differing = Vec::new();
    for case in mistake::all() {
        let path = case.path.display();
        let found = faults(case.project());
        let printed = found
            .map_or_else(String::new, |faults| diag::print(&faults.list, &faults.sources, Language::English, false));
        assert!(!printed.is_empty(), "{path}: no fault was found");
        if bless {
            fs::write(&case.path, format!("{}{PRINTED}{printed}", case.given)).unwrap();
        } else if printed != case.printed {
            differing.push(format!("{path}:\n{printed}"));
        }
    }
    assert!(differing.is_empty(), "{} differ\n\n{}", differing.len(), differing.join("\n"));
}

#[test]
fn every_fault_has_a_place_and_says_what_to_do_in_both_languages() {
    for case in mistake::all() {
        for fault in faults(case.project()).unwrap().list {
            let said = || fault.other.iter().map(|other| &other.1).chain([&fault.message, &fault.hint]);
            for words in said() {
                let name = case.path.display();
                assert!(!words.en.is_empty() && !words.it.is_empty(), "{name}: {:?} is silent", fault.code);
                let translated = words.en != words.it || !words.en.contains(' ');
                assert!(translated, "{name}: `{}` is the same in both languages", words.en);
            }
        }
    }
}

/// What Italian says of every mistake, to be read like prose: message, words beside the underline, hint.
#[test]
fn each_mistake_is_said_in_italian() {
    let mut printed = String::new();
    for case in mistake::all() {
        let name = case.path.file_stem().unwrap().to_string_lossy();
        printed.push_str(&format!("--- {name}\n"));
        let found = faults(case.project()).unwrap();
        for fault in diag::in_order(&found.list) {
            let words = |words: &diag::Words| words.get(Language::Italian).to_owned();
            printed.push_str(&format!("{}: {}\n", fault.code.number(), words(&fault.message)));
            let labels = [words(&fault.label)].into_iter().chain(fault.other.iter().map(|other| words(&other.1)));
            labels.filter(|label| !label.is_empty()).for_each(|label| printed.push_str(&format!("      ({label})\n")));
            printed.push_str(&format!("      {}\n", words(&fault.hint)));
        }
        printed.push('\n');
    }
    let path = mistake::folder().join(mistake::ITALIAN);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, printed).unwrap();
    } else if let Some((now, before)) =
        printed.lines().zip(fs::read_to_string(&path).unwrap_or_default().lines()).find(|(now, before)| now != before)
    {
        panic!("`{now}` is not `{before}`");
    } else {
        assert_eq!(fs::read_to_string(&path).unwrap_or_default(), printed);
    }
}

/// What is wrong; not a jump, for that depends on the other editions.
fn codes(faults: Faults) -> Vec<Code> {
    faults.list.iter().map(|fault| fault.code).filter(|code| *code != Code::Jump).collect()
}

/// One run prints every fault there is: each case's faults, put together in one project, are all found again.
#[test]
fn all_mistakes_of_observations_together_are_found_in_one_run() {
    let mut files = mistake::base();
    let mut expected = Vec::new();
    for (number, case) in mistake::all().iter().enumerate() {
        let changed: Vec<_> = case.files.iter().filter(|(_, text)| text.is_some()).collect();
        let [(path, Some(text))] = changed[..] else { continue };
        let Some(rest) = path.strip_prefix("editions/2024-06_2024-08/") else { continue };
        if !rest.starts_with("observations/consenso.yaml") {
            continue;
        }
        let mut alone = mistake::base();
        alone.insert(path.clone(), Some(text.clone()));
        let codes: Vec<_> = codes(faults(alone).unwrap());
        let folder = format!("{}-01", 1900 + number);
        for (path, text) in mistake::base() {
            if let Some(rest) = path.strip_prefix("editions/2024-06_2024-08/") {
                files.insert(format!("editions/{folder}/{rest}"), text);
            }
        }
        files.insert(format!("editions/{folder}/{rest}"), Some(text.clone()));
        expected.extend(codes);
    }
    assert!(expected.len() >= 15, "{} mistakes are put together", expected.len());
    let mut found: Vec<_> = codes(faults(files).unwrap());
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
}
