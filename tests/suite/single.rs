//! One mistake is one fault: each file of the talk gets each mistake of a frozen set, and exactly one is told.

use crate::common::mistake;
use fascicle::disk::{Loaded, load};
use fascicle::{Request, Site, diag};
use std::path::Path;

/// A mistake, and what a file of a path becomes with it; nothing where it is none there.
type Mistake = (&'static str, fn(&str, &str) -> Option<String>);

/// Mistakes that any file may have.
const MISTAKES: [Mistake; 4] = [
    ("a bracket that is not closed", |path, text| path.ends_with(".yaml").then(|| format!("{text}\nzzz: [1, 2\n"))),
    ("an unknown key", |path, text| {
        (path.ends_with(".yaml") && !path.ends_with("outline.yaml") && path != "sources.yaml")
            .then(|| format!("{text}\nzzz: 1\n"))
    }),
    ("a tab", |path, text| path.ends_with(".yaml").then(|| text.replacen("\n  ", "\n\t", 1)).filter(|now| now != text)),
    ("an empty file", |path, _| path.ends_with(".yaml").then(String::new)),
];

fn talk() -> Loaded {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/talk")).expect("the talk is there")
}

#[test]
fn any_one_mistake_in_any_one_file_is_one_fault() {
    let talk = talk();
    let mut wrong = Vec::new();
    let mut tried = 0;
    for place in 0..talk.sources.files.len() {
        for (name, mistake) in MISTAKES {
            let mut now = talk.clone();
            let source = &mut now.sources.files[place];
            let Some(text) = mistake(&source.path, &source.text) else { continue };
            source.text = text;
            tried += 1;
            let path = source.path.clone();
            let found = Site::check(&now, &Request::default()).err().map_or_else(Vec::new, |faults| faults.list);
            let found: Vec<_> = found.into_iter().filter(diag::Diagnostic::is_fault).collect();
            if found.len() != 1 {
                let told = found.iter().map(|fault| format!("    {}: {}", fault.code.number(), fault.message.en));
                let told = told.take(6).collect::<Vec<_>>().join("\n");
                wrong.push(format!("{path}, {name}: {} faults\n{told}", found.len()));
            }
        }
    }
    assert!(tried > 80, "{tried} mistakes were tried");
    assert!(wrong.is_empty(), "{} of {tried} are not one fault\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn thousands_of_wrong_rows_are_told_to_a_hundred_and_counted() {
    let mut files = mistake::base();
    let rows: String = (0..32_000).map(|row| format!("Territorio {row},x{row},prova\n")).collect();
    files.remove("editions/2024-06_2024-08/observations/consenso.yaml");
    let csv = format!("territory,value,source\nItalia,41,prova\nLazio,8,prova\n{rows}");
    files.insert("editions/2024-06_2024-08/observations/consenso.csv".to_owned(), Some(csv));
    let faults = Site::check(&mistake::loaded(files), &Request::default()).expect_err("nothing is right");
    // Each row has a name and a number that mean nothing.
    assert!(faults.list.len() <= 300, "{} are told", faults.list.len());
    assert!(diag::how_many(&faults.list) >= 64_000, "{} are counted", diag::how_many(&faults.list));
    let printed = diag::print(&faults.list, &faults.sources, diag::Language::English, false);
    assert!(printed.contains("and 31900 more of F017 in content/editions/2024-06_2024-08/observations/consenso.csv"));
}
