//! What a build remembers of the last one saves work and changes no byte.

use crate::common::mistake::base;
use crate::common::project::Project;
use std::fs::{self, File, FileTimes};
use std::path::PathBuf;

/// xorshift64: the same changes at every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

/// Another digit somewhere in a file of the content, where that leaves it sound: the file, and its text before.
fn another_digit(project: &Project, random: &mut Random) -> (String, String) {
    let files: Vec<String> = project.files("content").into_keys().collect();
    let path = format!("content/{}", files[random.below(files.len())]);
    let before = project.read(&path);
    let digits: Vec<usize> = before.match_indices(|sign: char| sign.is_ascii_digit()).map(|(at, _)| at).collect();
    if !digits.is_empty() {
        let at = digits[random.below(digits.len())];
        let digit = char::from(b'0' + random.below(10) as u8);
        project.write(&path, &format!("{}{digit}{}", &before[..at], &before[at + 1..]));
    }
    (path, before)
}

/// Builds with what is remembered and without, and holds the two against each other.
fn is_the_clean_site(project: &Project, why: &str) {
    let _ = fs::remove_dir_all(project.path("clean"));
    let _ = fs::remove_file(project.path(".clean.cache"));
    let (remembered, clean) =
        (project.run(&["build", "--quiet"]), project.run(&["build", "--quiet", "--output", "clean"]));
    assert_eq!(remembered.code, clean.code, "{why}: {}", remembered.stderr);
    if clean.code == Some(0) {
        let (remembered, clean) = (project.files("output"), project.files("clean"));
        let differs = clean.iter().find(|(path, bytes)| remembered.get(*path) != Some(bytes)).map(|(path, _)| path);
        assert!(differs.is_none(), "{why}: {differs:?}");
        assert_eq!(remembered.len(), clean.len(), "{why}");
    }
}

#[test]
fn whatever_changes_the_site_is_that_of_a_clean_build() {
    let mut random = Random(0x51AB_7711_0C0F_FEE5);
    for (project, turns) in [(Project::of_the_talk(), 25), (Project::of(&base()), 40)] {
        project.run(&["build", "--quiet"]);
        for turn in 0..turns {
            let (path, before) = another_digit(&project, &mut random);
            is_the_clean_site(&project, &format!("turn {turn}: {path}"));
            // Half of the changes stay, so that the next one meets a site that was made of several.
            if random.below(2) == 0 || project.run(&["check", "--quiet"]).code != Some(0) {
                project.write(&path, &before);
                is_the_clean_site(&project, &format!("turn {turn}: {path} as it was"));
            }
        }
    }
}

#[test]
fn what_becomes_of_the_output_and_of_the_memory_is_noticed() {
    let project = Project::of_the_talk();
    project.build(&["--quiet"]);
    project.write("output/2024-11/index.html", "altered");
    is_the_clean_site(&project, "a page was altered");
    fs::remove_file(project.path("output/2024-11/slides.html")).unwrap();
    is_the_clean_site(&project, "a page was deleted");
    fs::remove_file(project.path(".output.cache")).unwrap();
    is_the_clean_site(&project, "the memory was deleted");
    let memory = project.read(".output.cache");
    project.write(".output.cache", &memory[..memory.len() / 2]);
    is_the_clean_site(&project, "half of the memory is gone");
    project.write(".output.cache", "something else");
    is_the_clean_site(&project, "the memory is no memory");
    fs::remove_dir_all(project.path("content/editions/2024-11")).unwrap();
    is_the_clean_site(&project, "an edition is gone");
    project.change("content/site.yaml", "language: it", "language: en");
    is_the_clean_site(&project, "the language is another");
}

#[test]
fn other_options_and_other_themes_are_noticed() {
    let project = Project::of_the_talk();
    project.build(&["--quiet"]);
    project.build(&["--quiet", "--formats", "svg,csv"]);
    assert!(!project.path("output/2024-11/figures/consenso/consenso.json").exists());
    project.build(&["--quiet"]);
    assert!(project.path("output/2024-11/figures/consenso/consenso.json").exists());
    project.write("themes/own/css/page.css", "main { color: red }");
    project.build(&["--quiet", "--theme", "themes/own"]);
    assert!(project.read("output/assets/style.css").contains("color: red"));
    project.build(&["--quiet"]);
    assert!(!project.read("output/assets/style.css").contains("color: red"));
    project.build(&["--quiet", "--minutes", "15"]);
    assert!(project.path("output/2025-01_2025-03/slides-15-minuti.html").exists());
    project.build(&["--quiet", "--edition", "2024-11"]);
    is_the_clean_site(&project, "after a build of one edition");
}

#[test]
fn a_build_that_has_nothing_to_do_says_what_the_first_one_said() {
    let project = Project::of_the_talk();
    let said = |answer: crate::common::project::Answer| {
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        // All but the time it took.
        let words = |line: &str| line.split_once(" in ").map_or(line.to_owned(), |(before, _)| before.to_owned());
        answer.stderr.lines().map(words).collect::<Vec<_>>()
    };
    let first = said(project.run(&["build"]));
    let state = project.state("output");
    assert_eq!(said(project.run(&["build"])), first);
    assert_eq!(project.state("output"), state, "nothing is touched");
    let listed = project.run(&["build", "--format", "json"]).stdout;
    assert_eq!(project.run(&["check", "--format", "json"]).stdout, listed);
}

/// Puts other words of the same length into a file, and keeps its time: a build that makes the file anew undoes it.
fn tamper(file: &PathBuf) {
    let modified = fs::metadata(file).unwrap().modified().unwrap();
    let text = fs::read_to_string(file).unwrap();
    fs::write(file, text.replacen("<!DOCTYPE html>", "<!doctype html>", 1)).unwrap();
    File::options().write(true).open(file).unwrap().set_times(FileTimes::new().set_modified(modified)).unwrap();
}

#[test]
fn one_value_makes_anew_the_edition_that_has_it_and_those_that_look_back_at_it() {
    let files = base();
    let edition = |folder: &str, year: &str| {
        let of = |path: &str| files.get(&format!("editions/2024-06_2024-08/{path}")).cloned().flatten();
        let mut put = std::collections::BTreeMap::new();
        for path in files.keys().filter_map(|path| path.strip_prefix("editions/2024-06_2024-08/")) {
            let text = of(path).unwrap_or_default().replace("2024", year);
            put.insert(format!("editions/{folder}/{path}"), Some(text));
        }
        put
    };
    let mut all = files.clone();
    for year in ["2025", "2026", "2027"] {
        all.extend(edition(&format!("{year}-06_{year}-08"), year));
    }
    let project = Project::of(&all);
    project.build(&["--quiet"]);
    let page = |year: &str| project.path(&format!("output/{year}-06_{year}-08/index.html"));
    let years = ["2024", "2025", "2026", "2027"];
    years.iter().for_each(|year| tamper(&page(year)));
    let observations = project.files("content/editions/2025-06_2025-08/observations").into_keys().next().unwrap();
    let path = format!("content/editions/2025-06_2025-08/observations/{observations}");
    let text = project.read(&path);
    let at = text.rfind(|sign: char| sign.is_ascii_digit()).unwrap();
    let digit = if &text[at..=at] == "1" { "2" } else { "1" };
    project.write(&path, &format!("{}{digit}{}", &text[..at], &text[at + 1..]));
    project.build(&["--quiet"]);
    let is_anew = |year: &str| fs::read_to_string(page(year)).unwrap().starts_with("<!DOCTYPE");
    assert_eq!(years.map(is_anew), [false, true, true, false], "its own year, and the next, which is compared with it");
}
