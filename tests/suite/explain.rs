//! What `explain` says is true: the wrong lines give the fault they explain, the right ones none. Each example stands in
//! the made-up project of tests/faults/base.txt.

use crate::common::mistake::{self, Files};
use fascicle::diag::{Code, Diagnostic, Language};
use fascicle::disk::Loaded;
use fascicle::files::{Source, Sources};
use fascicle::{Request, Site, diag, import};
use std::collections::BTreeMap;

const EDITION: &str = "editions/2024-06_2024-08/";

/// Faults whose example is words about files, or needs more than these lines. The first are tried by hand below; the others
/// stand in tests/mistakes and tests/faults with all their files.
const TOLD: [Code; 24] = [
    Code::NotText,
    Code::UnknownEdition,
    Code::EmptyEdition,
    Code::StrayFile,
    Code::DoesNotFit,
    Code::NoShare,
    Code::NationalOutside,
    Code::Jump,
    Code::SameAsBefore,
    Code::SwappedColumns,
    Code::NotComparable,
    Code::CannotEdit,
    Code::NoTiles,
    Code::TooSmall,
    Code::UnknownTalk,
    Code::OnlyInPages,
    Code::TilePlace,
    Code::NoMap,
    Code::NothingJoined,
    Code::TooManyNames,
    Code::SumsDisagree,
    Code::PeriodOfFolder,
    Code::PeriodsOverlap,
    Code::NoWhole,
];

#[test]
fn every_fault_has_all_its_words_in_both_languages() {
    for code in Code::ALL {
        let about = code.explanation();
        for (what, words) in [("title", about.title), ("meaning", about.meaning)] {
            assert!(!words.en.is_empty() && !words.it.is_empty(), "{code:?}: {what}");
            assert_ne!(words.en, words.it, "{code:?}: {what}");
            assert!(!words.it.contains('\''), "{code:?}: an apostrophe in Italian is ’");
        }
        assert!(about.title.en.chars().all(|sign| sign != '|') && about.meaning.en.ends_with(['.', '`']), "{code:?}");
        assert!(!about.place.en.is_empty() && !about.place.it.is_empty(), "{code:?}");
        assert!(!about.wrong.trim().is_empty() && !about.right.trim().is_empty(), "{code:?}");
        assert_ne!(about.wrong, about.right, "{code:?}");
    }
}

#[test]
fn titles_are_not_shared() {
    for language in Language::ALL {
        let mut titles: Vec<_> = Code::ALL.iter().map(|code| code.explanation().title.get(language)).collect();
        titles.sort_unstable();
        let count = titles.len();
        titles.dedup();
        assert_eq!(titles.len(), count, "{titles:?}");
    }
}

#[test]
fn the_wrong_lines_give_the_fault_and_the_right_ones_none() {
    for code in Code::ALL.iter().filter(|code| !TOLD.contains(code)) {
        let about = code.explanation();
        let wrong = found(*code, about.wrong);
        assert!(wrong.iter().any(|fault| fault.code == *code), "{code:?}: {:?}", codes(&wrong));
        let right = found(*code, about.right);
        assert!(right.is_empty(), "{code:?}: {:?}", codes(&right));
    }
}

fn codes(faults: &[Diagnostic]) -> Vec<Code> {
    faults.iter().map(|fault| fault.code).collect()
}

/// Everything found with these lines in their place.
fn found(code: Code, lines: &str) -> Vec<Diagnostic> {
    let about = code.explanation();
    let place = about.place.en;
    if place == "theme.yaml" || place.starts_with("templates/") {
        return of_theme(place, lines);
    }
    if place == "figures.csv" {
        return of_figures(lines);
    }
    let mut files = mistake::base();
    let path = match place {
        "edition.yaml" => format!("{EDITION}{place}"),
        _ if place.starts_with("observations/") => format!("{EDITION}{place}"),
        _ => place.to_owned(),
    };
    if place == "territories.yaml" {
        // Of two territories alone, the values of the base are no likely ones.
        for text in files.values_mut().flatten() {
            *text = text.replace("national: 41", "national: missing").replace("national: 18", "national: missing");
        }
    }
    if code == Code::NoData {
        files.remove(&format!("{EDITION}observations/accessi.yaml"));
    }
    let text = files.get(&path).and_then(Clone::clone);
    let text = text.map_or_else(|| lines.to_owned(), |text| with(&text, about.right, lines, code));
    files.insert(path, Some(text));
    of(&mistake::loaded(files), &Request::default())
}

/// Everything found in a table of figures.
fn of_figures(lines: &str) -> Vec<Diagnostic> {
    let request = import::Request {
        name: "figures.csv",
        bytes: lines.as_bytes(),
        edition: "2024-06_2024-08",
        source: "prova",
        ..import::Request::default()
    };
    import::import(&mistake::loaded(mistake::base()).sources, &request).faults
}

/// The text with lines in the place of the right ones; where it does not have those, in the place of each line that begins
/// as one of them does.
fn with(text: &str, right: &str, lines: &str, code: Code) -> String {
    let whole_lines = format!("{right}\n");
    if text.contains(&whole_lines) {
        return text.replacen(&whole_lines, &format!("{lines}\n"), 1);
    }
    let key = |line: &str| line.split_inclusive(':').next().unwrap_or("").to_owned();
    let keys: Vec<String> = right.lines().filter(|line| !line.is_empty()).map(key).collect();
    let mut put = false;
    let mut out = String::new();
    for line in text.lines() {
        if !keys.contains(&key(line)) {
            out.push_str(line);
            out.push('\n');
        } else if !put {
            out.push_str(lines);
            out.push('\n');
            put = true;
        }
    }
    assert!(put, "{code:?}: no line of the base begins as `{right}` does");
    out
}

fn of(loaded: &Loaded, request: &Request) -> Vec<Diagnostic> {
    match Site::check(loaded, request) {
        Ok(site) => {
            let mut found = site.warnings().list.clone();
            if let Err(faults) = site.ready() {
                found.extend(faults.list);
            }
            found
        }
        Err(faults) => faults.list,
    }
}

fn of_theme(path: &str, lines: &str) -> Vec<Diagnostic> {
    let files = BTreeMap::from([(path.to_owned(), format!("{lines}\n").into_bytes())]);
    let mut with_end: Files = mistake::base();
    let outline = with_end.get_mut("outline.yaml").and_then(Option::as_mut).unwrap();
    outline.push_str("- closing\n");
    of(&mistake::loaded(with_end), &Request { theme: Some(("tema".to_owned(), files)), ..Request::default() })
}

/// Of those that cannot be tried as they stand, each is tried by hand.
#[test]
fn what_the_others_tell_is_true() {
    let base = || mistake::loaded(mistake::base());
    let latin = Source::from_bytes("site.yaml", b"title: Sanit\xE0\n".to_vec());
    let mut not_text = base();
    not_text.sources.files.iter_mut().filter(|file| file.path == latin.path).for_each(|file| *file = latin.clone());
    assert!(codes(&of(&not_text, &Request::default())).contains(&Code::NotText));

    let request = Request { editions: vec!["2024-06".to_owned()], ..Request::default() };
    assert_eq!(codes(&of(&base(), &request)), [Code::UnknownEdition]);

    for (code, path) in [(Code::EmptyEdition, "edition.yaml"), (Code::StrayFile, "consenso.yaml")] {
        let mut files = mistake::base();
        let text = files
            [&format!("{EDITION}{}", if path == "edition.yaml" { path } else { "observations/consenso.yaml" })]
            .clone();
        files.insert(format!("editions/2024-11/{path}"), text);
        assert!(codes(&of(&mistake::loaded(files), &Request::default())).contains(&code), "{code:?}");
    }

    let lines = (0..60).map(|line| format!("Riga {line}\n\n")).collect::<String>();
    let slide = |text: String| {
        let mut files = mistake::base();
        files.insert("narrative/fine.md".to_owned(), Some(text));
        codes(&of(&mistake::loaded(files), &Request::default()))
    };
    assert_eq!(slide(format!("# Fine\n\n{lines}")), [Code::DoesNotFit]);
    assert!(slide(format!("# Fine\n\n{}\n---\n\nAltre", &lines[..60])).is_empty());
    // The sources of a project are in order, or no file would be found.
    assert!(Sources::of_content("", base().sources.files, &[]).files.is_sorted_by_key(|file| file.path.clone()));
    assert!(!diag::print(&of(&not_text, &Request::default()), &not_text.sources, Language::Italian, false).is_empty());
}
