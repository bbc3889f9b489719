//! The plan of the house as ARCHITECTURE.md draws it, held against the code.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Lines of a file that is still one idea.
const MOST_LINES: usize = 600;

/// Parts in a hundred of all lines that one room may hold.
const MOST_OF_ALL: usize = 15;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The floor of each room, counted from the top: the lines of the plan that begin with a name and a stroke.
fn floors() -> BTreeMap<String, usize> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("there is a plan");
    let plan = text.lines().skip_while(|line| !line.starts_with("    main.rs")).skip(1);
    let mut floors = BTreeMap::new();
    for (floor, line) in plan.take_while(|line| line.starts_with("    ")).enumerate() {
        let names = line.split_whitespace().map_while(|word| word.strip_suffix('/'));
        floors.extend(names.map(|name| (name.to_owned(), floor)));
    }
    floors
}

/// Every file of the library, by its path within `src/`.
fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder can be read") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root().join("src")).expect("it is in src");
                let name = name.to_string_lossy().replace('\\', "/");
                files.push((name, std::fs::read_to_string(&path).expect("code is text")));
            }
        }
    }
    files.sort();
    files
}

/// The code of a file, without its comments and its own tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let kept = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    kept.collect::<Vec<_>>().join("\n")
}

/// The first names of paths that begin with `crate::`, those of a list among them.
fn named(code: &str) -> Vec<&str> {
    let word = |text: &str| text.find(|sign: char| !(sign.is_alphanumeric() || sign == '_')).unwrap_or(text.len());
    let mut found = Vec::new();
    for (at, before) in code.match_indices("crate::") {
        let rest = &code[at + before.len()..];
        match rest.strip_prefix('{') {
            None => found.push(&rest[..word(rest)]),
            // Names within the braces of another name are no rooms.
            Some(list) => {
                let (mut depth, mut begins) = (0_usize, true);
                for (place, sign) in list.char_indices() {
                    match sign {
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        '{' => depth += 1,
                        ',' if depth == 0 => begins = true,
                        _ if begins && sign.is_alphabetic() => {
                            found.push(&list[place..place + word(&list[place..])]);
                            begins = false;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    found
}

/// Imports that run upward, each as "file -> room".
fn upward(files: &[(String, String)], floors: &BTreeMap<String, usize>) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in files {
        let Some(own) = path.split_once('/').and_then(|(room, _)| Some((room, *floors.get(room)?))) else { continue };
        let code = code(text);
        let above = named(&code)
            .into_iter()
            .filter(|room| *room != own.0 && floors.get(*room).is_some_and(|floor| *floor <= own.1));
        found.extend(above.map(|room| format!("{path} -> {room}")));
    }
    found.dedup();
    found
}

#[test]
fn every_room_stands_in_the_plan_and_imports_only_rooms_below_it() {
    let (files, floors) = (files(), floors());
    let rooms = files.iter().filter_map(|(path, _)| path.split_once('/')).map(|(room, _)| room);
    let lost: Vec<&str> = rooms.filter(|room| *room != "cli" && !floors.contains_key(*room)).collect();
    assert!(lost.is_empty(), "not in the plan: {lost:?}");
    let upward = upward(&files, &floors);
    assert!(upward.is_empty(), "{}", upward.join("\n"));
}

#[test]
fn an_import_that_runs_upward_is_found() {
    let floors = BTreeMap::from([("check".to_owned(), 1), ("parse".to_owned(), 2)]);
    let file = |text: &str| vec![("parse/yaml.rs".to_owned(), text.to_owned())];
    assert_eq!(upward(&file("use crate::check::Checked;\n"), &floors), ["parse/yaml.rs -> check"]);
    let list = file("use crate::{words, data::{self, check}, check::{self, Checked}};\n");
    assert_eq!(upward(&list, &floors), ["parse/yaml.rs -> check"]);
    assert!(upward(&file("// crate::check\nuse crate::words;\n"), &floors).is_empty());
}

#[test]
fn no_file_and_no_room_holds_too_much() {
    let files = files();
    let mut rooms: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all = 0;
    for (path, text) in &files {
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES, "{path} has {lines} lines");
        *rooms.entry(path.split('/').next().unwrap_or_default()).or_default() += lines;
        all += lines;
    }
    for (room, lines) in rooms {
        assert!(lines * 100 <= all * MOST_OF_ALL, "{room} holds {lines} of {all} lines");
    }
}

#[test]
fn no_crate_is_there_twice_without_a_reason() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).expect("it can be read");
    let lock = read("Cargo.lock");
    let mut versions: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lock.lines() {
        if let Some(name) = line.strip_prefix("name = \"").and_then(|rest| rest.strip_suffix('"')) {
            *versions.entry(name).or_default() += 1;
        }
    }
    let twice: Vec<&str> = versions.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name).collect();
    let reasons = read("deny.toml");
    let (_, skipped) = reasons.split_once("skip = [").expect("a list of those that are there twice");
    let skipped = skipped.split("\n]").next().unwrap_or_default();
    let known: Vec<&str> =
        skipped.split("crate = \"").skip(1).filter_map(|rest| Some(rest.split_once('@')?.0)).collect();
    assert_eq!(twice, known, "deny.toml says why each is there");
}

#[test]
fn every_path_that_the_plan_names_is_there() {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("there is a plan");
    let quoted = text.split('`').skip(1).step_by(2);
    let fine = |byte: u8| byte.is_ascii_alphanumeric() || b"_./-".contains(&byte);
    let is_path = |word: &&str| word.contains('/') && word.bytes().all(fine);
    let places = ["", "src", "themes/gimbe", "tests", "tests/talk", "src/lang"];
    let is_there = |path: &str| places.iter().any(|place| root().join(place).join(path).exists());
    let lost: Vec<&str> = quoted.filter(is_path).filter(|path| !is_there(path)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}
