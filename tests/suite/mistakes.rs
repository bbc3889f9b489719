//! Typical mistakes, each as a file of its own in `tests/mistakes/`: what an author writes, what is printed, and the
//! files mended as the printed hint says. One mistake is one fault, and its hint mends it.
//!
//! `BLESS=1 cargo test --test suite mistakes::` writes what is printed into the files; read that diff like prose.

use crate::common::mistake::{self, Files, Mistake, PRINTED};
use fascicle::diag::{self, Diagnostic, Language};
use fascicle::{Faults, Request, Site};
use std::fs;

const MENDED: &str = "=== mended\n";

/// All that is said of some files: faults, or warnings alone.
fn said(files: &Files) -> Faults {
    let loaded = mistake::loaded(files.clone());
    Site::check(&loaded, &Request::default()).map_or_else(|faults| faults, |site| site.warnings().clone())
}

fn printed(said: &Faults, language: Language) -> String {
    diag::print(&said.list, &said.sources, language, false)
}

/// The files with the mistake, and as they are after its hint was followed.
fn both(case: &Mistake) -> [Files; 2] {
    let (wrong, mended) = case.given.split_once(MENDED).expect("a mistake has its mend");
    let base = mistake::base();
    [wrong, mended].map(|part| base.clone().into_iter().chain(mistake::files(&format!("\n{part}"))).collect())
}

#[test]
fn each_mistake_is_one_fault_and_its_hint_mends_it() {
    let bless = std::env::var_os("BLESS").is_some();
    let cases = mistake::in_folder("tests/mistakes");
    assert!(cases.len() >= 40, "{} mistakes", cases.len());
    let (mut differing, mut wrong_ones) = (Vec::new(), Vec::new());
    for case in &cases {
        let path = case.path.display();
        let [wrong, mended] = both(case);
        let found = said(&wrong);
        let text = printed(&found, Language::English) + &printed(&found, Language::Italian);
        let [fault] = &found.list[..] else {
            wrong_ones.push(format!("{path}: one mistake is one fault, not\n{text}"));
            continue;
        };
        if fault.hint.is_empty() || !differs(fault) {
            wrong_ones.push(format!("{path}: a hint, and in both languages\n{text}"));
        }
        let left = printed(&said(&mended), Language::English);
        if !left.is_empty() {
            wrong_ones.push(format!("{path}: mended as the hint says\n{text}\nthere is still\n{left}"));
        }
        // What `check --fix` would make of it is what the hint says.
        let by_itself = fascicle::mend(&mistake::loaded(wrong.clone()), &Request::default());
        for file in by_itself.files {
            let by_hand = mended.get(&file.path).and_then(Option::as_deref);
            if by_hand != Some(file.after.as_str()) {
                wrong_ones.push(format!("{path}: mended by itself it is\n{}", file.after));
            }
        }
        if bless {
            fs::write(&case.path, format!("{}{PRINTED}{text}", case.given)).unwrap();
        } else if text != case.printed {
            differing.push(format!("{path}:\n{text}"));
        }
    }
    assert!(wrong_ones.is_empty(), "{}", wrong_ones.join("\n"));
    assert!(differing.is_empty(), "{} differ\n\n{}", differing.len(), differing.join("\n"));
}

fn differs(fault: &Diagnostic) -> bool {
    fault.message.en != fault.message.it && fault.hint.en != fault.hint.it
}
