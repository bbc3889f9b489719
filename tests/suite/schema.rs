//! The schemas against the parser: what the one takes the other takes, file by file and key by key.

use crate::common::examples::examples;
use crate::common::mistake::{self, Files};
use fascicle::data::period::Period;
use fascicle::diag::{Code, Diagnostic, Language};
use fascicle::disk::{self, Loaded};
use fascicle::files::{Source, Sources};
use fascicle::scaffold::{self, Beginning, Whose};
use fascicle::{Request, Site, parse, schema};
use jsonschema::Validator;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The schemas by name.
fn schemas() -> BTreeMap<String, Value> {
    let name = |path: &str| path.strip_suffix(".schema.json").unwrap().to_owned();
    schema::files(Language::English)
        .into_iter()
        .map(|(path, text)| (name(&path), serde_json::from_str(&text).unwrap()))
        .collect()
}

fn validators() -> BTreeMap<String, Validator> {
    let validator = |schema: &Value| jsonschema::validator_for(schema).unwrap();
    schemas().iter().map(|(name, schema)| (name.clone(), validator(schema))).collect()
}

/// The name of the schema that a file's first line would name.
fn named(path: &str) -> Option<String> {
    let line = schema::first_line(path)?;
    Some(line.trim_end().rsplit('/').next()?.strip_suffix(".schema.json")?.to_owned())
}

/// A file as an editor reads it; none where it is no YAML, or one that has a key twice.
fn json(text: &str) -> Option<Value> {
    let empty = text.lines().all(|line| line.trim().is_empty() || line.starts_with('#'));
    if empty { Some(Value::Null) } else { serde_saphyr::from_str(text).ok() }
}

/// What the schema of a file has against it; none where the file has no schema or is no YAML.
fn refused(validators: &BTreeMap<String, Validator>, path: &str, text: &str) -> Option<Vec<String>> {
    let validator = &validators[&named(path)?];
    let value = json(text)?;
    Some(validator.iter_errors(&value).map(|error| format!("{path}: {}: {error}", error.instance_path())).collect())
}

/// The contents that come with the program and are its tests' own, with their language.
const CONTENTS: [(&str, Language); 2] =
    [("tests/talk", Language::Italian), ("docs/examples/waste/content", Language::English)];

#[test]
fn the_schemas_of_the_samples_are_those_of_the_program_in_their_language() {
    for (content, language) in CONTENTS {
        let folder = root().join(content).join(schema::FOLDER);
        for (name, text) in schema::files(language) {
            let path = folder.join(&name);
            if std::env::var_os("BLESS").is_some() {
                fs::write(&path, &text).unwrap();
            }
            let committed = fs::read_to_string(&path).unwrap_or_default();
            assert!(committed == text, "{} is not current: run `fascicle schema`", path.display());
            let schema: Value = serde_json::from_str(&text).unwrap();
            assert!(jsonschema::meta::is_valid(&schema), "{name} is no JSON Schema");
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        }
        assert_eq!(fs::read_dir(folder).unwrap().count(), schema::files(language).len(), "a file that is no schema");
    }
}

#[test]
fn every_file_of_the_samples_names_its_schema_and_follows_it() {
    let validators = validators();
    let mut checked = 0;
    for content in CONTENTS.map(|(content, _)| root().join(content)) {
        let loaded = disk::load(&content).unwrap();
        for Source { path, text, .. } in loaded.sources.files.iter().filter(|file| file.path.ends_with(".yaml")) {
            let line = schema::first_line(path).unwrap_or_else(|| panic!("{path} has no schema"));
            assert!(text.starts_with(&line), "{path} should begin with {line}");
            let way = line.trim_end().strip_prefix(schema::FIRST_LINE).unwrap();
            let there = content.join(path).parent().unwrap().join(way);
            assert!(there.is_file(), "{path}: {} is not there", there.display());
            assert_eq!(refused(&validators, path, text).unwrap(), Vec::<String>::new());
            checked += 1;
        }
    }
    assert!(checked >= 40, "{checked} files");
}

#[test]
fn the_files_of_a_project_that_begins_follow_the_schemas() {
    let validators = validators();
    for language in Language::ALL {
        for territories in [Whose::Italy, Whose::Own] {
            let period = Period::parse("2024-11").unwrap();
            for (path, text) in scaffold::project(&Beginning { language, territories, period }) {
                let Some(line) = schema::first_line(&path) else { continue };
                assert!(text.starts_with(&line), "{path} should begin with {line}");
                assert_eq!(refused(&validators, &path, &text).unwrap(), Vec::<String>::new());
            }
        }
    }
}

#[test]
fn the_examples_of_the_format_follow_the_schemas() {
    let validators = validators();
    let files = examples(&fs::read_to_string(root().join("docs/format.md")).unwrap());
    let checked = files.iter().filter_map(|file| refused(&validators, &file.path, &file.text));
    let checked: Vec<Vec<String>> = checked.collect();
    assert!(checked.len() >= 7, "{} examples", checked.len());
    assert_eq!(checked.concat(), Vec::<String>::new());
}

/// The faults of spelling that stand in a file, without those that no schema can see: an anchor; a key twice; a file that
/// disagrees with another; a to-do; a binding where none is read; a day that this year does not have, months in the wrong
/// order.
fn misspelt<'f>(found: &'f [Diagnostic], sources: &Sources, path: &str) -> Vec<&'f Diagnostic> {
    let unseen = |fault: &Diagnostic| match fault.code {
        Code::YamlSyntax | Code::DuplicateKey | Code::Disagreement | Code::ToDo | Code::UnknownBinding => true,
        Code::WrongDate => fault.message.en.contains("2024-08/2024-06"),
        _ => false,
    };
    found.iter().filter(|fault| sources.get(fault.at.file).path == path && !unseen(fault)).collect()
}

#[test]
fn a_file_the_parser_refuses_the_schema_refuses_and_one_without_faults_it_takes() {
    let validators = validators();
    let (mut refusals, mut codes) = (0, BTreeSet::new());
    let base = Files::new();
    let typical = mistake::in_folder("tests/mistakes");
    let cases = mistake::all().iter().chain(&typical).map(|case| &case.files);
    for files in cases.chain([&mistake::base(), &base]) {
        let mut project = mistake::base();
        project.extend(files.clone());
        let loaded = mistake::loaded(project);
        let (_, spelling) = parse::parse(&loaded.sources);
        let all = Site::check(&loaded, &Request::default()).err().unwrap_or_default().list;
        for Source { path, text, .. } in &loaded.sources.files {
            let Some(against) = refused(&validators, path, text) else { continue };
            let misspelt = misspelt(&spelling, &loaded.sources, path);
            if !misspelt.is_empty() {
                assert!(!against.is_empty(), "the schema takes {path}, the parser does not: {misspelt:#?}\n{text}");
                refusals += 1;
                codes.extend(misspelt.iter().map(|fault| fault.code));
            }
            if !against.is_empty() {
                let faulty = all.iter().any(|fault| loaded.sources.get(fault.at.file).path == *path);
                assert!(faulty, "the schema refuses what has no fault: {against:#?}\n{text}");
            }
        }
    }
    assert!(refusals >= 15 && codes.len() >= 8, "{refusals} files, {codes:?}");
    for code in [Code::UnknownKey, Code::MissingKey, Code::WrongShape, Code::UnknownWord, Code::UnknownEntry] {
        assert!(codes.contains(&code), "{code:?} is in no case");
    }
}

/// A word that nobody would write.
const STRANGE: &str = "zzzzqq";

/// What the parser says of one file of the base with some words changed.
fn said(path: &str, from: &str, to: &str) -> Vec<Diagnostic> {
    let mut files = mistake::base();
    let list =
        "called: { one: a, many: b }\nnational: { code: X, name: All }\nterritories:\n  A: A\n  B: { name: B }\n";
    files.insert("territories.yaml".to_owned(), Some(list.to_owned()));
    let text = files[path].clone().unwrap();
    assert!(text.contains(from), "`{from}` is in {path}");
    files.insert(path.to_owned(), Some(text.replacen(from, to, 1)));
    let Loaded { sources, .. } = mistake::loaded(files);
    parse::parse(&sources).1
}

/// The words that the hint of a fault lists after its colon.
fn listed(faults: &[Diagnostic], code: Code) -> BTreeSet<String> {
    let about_strange = |fault: &&Diagnostic| fault.code == code && fault.message.en.contains(STRANGE);
    let fault = faults.iter().find(about_strange).unwrap_or_else(|| panic!("no {code:?} in {faults:#?}"));
    let (_, list) = fault.hint.en.rsplit_once(": ").unwrap_or_else(|| panic!("no list in {}", fault.hint.en));
    list.split(", ").map(str::to_owned).collect()
}

const CONSENSO: &str = "editions/2024-06_2024-08/observations/consenso.yaml";
const DOCUMENTI: &str = "editions/2024-06_2024-08/observations/documenti.table.yaml";
const EDITION: &str = "editions/2024-06_2024-08/edition.yaml";

/// A table of keys: its schema and place there, and a strange key put into it.
const TABLES: [(&str, &str, &str, &str, &str); 29] = [
    ("site", "", "site.yaml", "title:", "zzzzqq: 1\ntitle:"),
    ("site", "Licence", "site.yaml", "language:", "licence: { zzzzqq: 1 }\nlanguage:"),
    ("territories", "", "territories.yaml", "called:", "zzzzqq: 1\ncalled:"),
    ("territories", "Called", "territories.yaml", "one: a", "zzzzqq: 1"),
    ("territories", "National", "territories.yaml", "name: All", "zzzzqq: 1"),
    ("territories", "TerritoryWords", "territories.yaml", "name: B", "zzzzqq: 1"),
    ("indicators", "", "indicators.yaml", "groups:", "zzzzqq: 1\ngroups:"),
    ("indicators", "Share", "indicators.yaml", "kind: share\n", "kind: share\n    zzzzqq: 1\n"),
    ("indicators", "Availability", "indicators.yaml", "kind: availability\n", "kind: availability\n    zzzzqq: 1\n"),
    ("indicators", "Target", "indicators.yaml", "kind: share\n", "kind: share\n    target: { zzzzqq: 1 }\n"),
    ("indicators", "ShareDefinition", "indicators.yaml", "definition: C", "definitions: { a: { zzzzqq: 1 } }\n    #"),
    (
        "indicators",
        "AvailabilityDefinition",
        "indicators.yaml",
        "definition: D",
        "definitions: { a: { zzzzqq: 1 } }\n    #",
    ),
    ("indicators", "ItemNames", "indicators.yaml", "referto: Referto", "referto: { title: a, zzzzqq: 1 }"),
    ("indicators", "Figures", "indicators.yaml", "figures:\n", "figures:\n      zzzzqq: 1\n"),
    (
        "indicators",
        "SomeFigures",
        "indicators.yaml",
        "definition: D",
        "definitions: { a: { text: a, figures: { zzzzqq: 1 } } }\n    #",
    ),
    ("indicators", "FigureWords", "indicators.yaml", "items: {", "items: { zzzzqq: 1,"),
    ("sources", "Source", EDITION, "prova: {", "prova: { zzzzqq: 1,"),
    ("edition", "Source", EDITION, "prova: {", "prova: { zzzzqq: 1,"),
    ("edition", "", EDITION, "title: Prova\n", "title: Prova\nzzzzqq: 1\n"),
    ("edition", "Event", EDITION, "title: Prova\n", "title: Prova\nevent: { zzzzqq: 1 }\n"),
    ("outline", "ShownWords", "outline.yaml", "- title", "- figure: { zzzzqq: 1 }"),
    ("outline", "ChangeWords", "outline.yaml", "- title", "- change: { zzzzqq: 1 }"),
    ("outline", "LinkWords", "outline.yaml", "- title", "- link: { zzzzqq: 1 }"),
    ("outline", "Overview", "outline.yaml", "- title", "- overview: { zzzzqq: 1 }"),
    ("outline", "Closing", "outline.yaml", "- title", "- closing: { zzzzqq: 1 }"),
    ("observations", "ByTerritory", CONSENSO, "source:", "zzzzqq: 1\nsource:"),
    ("observations", "ByItem", CONSENSO, "source:", "part: items\nzzzzqq: 1\nsource:"),
    ("observations", "Table", DOCUMENTI, "source:", "zzzzqq: 1\nsource:"),
    ("observations", "More", CONSENSO, "Lazio: 8", "Lazio: { zzzzqq: 1 }"),
];

#[test]
fn every_table_has_the_keys_that_the_parser_takes_and_no_others() {
    let schemas = schemas();
    let mut tried = BTreeSet::new();
    for (name, table, path, from, to) in TABLES {
        let schema = if table.is_empty() { &schemas[name] } else { &schemas[name]["$defs"][table] };
        assert_eq!(schema["additionalProperties"], false, "{name} {table}");
        let keys: BTreeSet<String> = schema["properties"].as_object().unwrap().keys().cloned().collect();
        let mut taken = listed(&said(path, from, to), Code::UnknownKey);
        // The parser takes them there too, for check to say that a share has none.
        let elsewhere: &[&str] = match table {
            "Share" => &["total"],
            "ShareDefinition" => &["total", "items", "figures"],
            _ => &[],
        };
        taken.retain(|key| !elsewhere.contains(&key.as_str()));
        assert_eq!(keys, taken, "{name} {table}");
        tried.insert((name, table));
    }
    // The entries of an outline have a fault of their own.
    let keyed = schemas["outline"]["$defs"]["Keyed"]["properties"].as_object().unwrap();
    let words = schemas["outline"]["$defs"]["Word"]["oneOf"].as_array().unwrap();
    let words = words.iter().map(|word| word["const"].as_str().unwrap());
    let entries: BTreeSet<String> = keyed.keys().map(String::as_str).chain(words).map(str::to_owned).collect();
    // Two of them stand beside an entry, and are none themselves.
    let mut taken = listed(&said("outline.yaml", "- title", "- zzzzqq"), Code::UnknownEntry);
    taken.extend(["minutes", "extra"].map(str::to_owned));
    assert_eq!(entries, taken);
    tried.insert(("outline", "Keyed"));

    // No table of a schema is left out.
    for (name, schema) in &schemas {
        let tables = schema["$defs"].as_object().into_iter().flatten().map(|(table, schema)| (table.as_str(), schema));
        for (table, schema) in tables.chain([("", schema)]) {
            let closed = schema["additionalProperties"] == false;
            assert!(!closed || tried.contains(&(name, table)), "{name} {table} is not tried");
        }
    }
}

#[test]
fn every_word_that_the_parser_knows_the_schemas_know() {
    let schemas = schemas();
    let words = |name: &str, table: &str| -> BTreeSet<String> {
        let words = schemas[name]["$defs"][table]["oneOf"].as_array().unwrap_or_else(|| panic!("{name} {table}"));
        words.iter().map(|word| word["const"].as_str().unwrap().to_owned()).collect()
    };
    for (name, table, path, from, to) in [
        ("indicators", "Kind", "indicators.yaml", "kind: share", "kind: zzzzqq"),
        ("indicators", "Timing", "indicators.yaml", "timing: stock", "timing: zzzzqq"),
        ("indicators", "Better", "indicators.yaml", "timing: stock", "better: zzzzqq\n    timing: stock"),
        ("territories", "Gender", "territories.yaml", "many: b", "many: b, gender: zzzzqq"),
        ("edition", "Status", EDITION, "title: Prova", "status: zzzzqq\ntitle: Prova"),
        ("observations", "Part", DOCUMENTI, "part: table", "part: zzzzqq"),
        ("observations", "Missing", CONSENSO, "others: missing", "others: zzzzqq"),
        ("observations", "MissingOrCounted", CONSENSO, "others: missing", "part: items\nothers: zzzzqq"),
        ("observations", "StatusWord", CONSENSO, "Lazio: 8", "Lazio: { status: zzzzqq }"),
    ] {
        assert_eq!(words(name, table), listed(&said(path, from, to), Code::UnknownWord), "{name} {table}");
    }
    let languages = Language::ALL.map(|language| language.tag().to_owned());
    assert_eq!(words("site", "Language"), BTreeSet::from(languages));

    // Each word of a value and of a cell is read as one.
    let takes = |path: &str, from: &str, to: &str| {
        let faults = said(path, from, to);
        assert!(faults.iter().all(|fault| fault.code == Code::ToDo), "{to}: {faults:#?}");
    };
    for word in words("observations", "Absence").into_iter().chain(["todo".to_owned()]) {
        takes(CONSENSO, "Lazio: 8", &format!("Lazio: {word}"));
    }
    for cell in words("observations", "CellWord").into_iter().chain(["true", "false"].map(str::to_owned)) {
        takes(DOCUMENTI, "lettera: yes", &format!("lettera: {cell}"));
    }
    let letters = schemas["observations"]["$defs"]["StatusLetter"]["enum"].as_array().unwrap();
    assert_eq!(letters.len(), words("observations", "StatusWord").len());
    for letter in letters {
        takes(CONSENSO, "Lazio: 8", &format!("Lazio: {{ value: 8, status: {} }}", letter.as_str().unwrap()));
    }
}
