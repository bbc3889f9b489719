//! Tables of figures brought in, as an analyst meets it: one file in `tests/import/cases/` is one table, typed or pasted,
//! with the options given, the words printed, and the files as they are afterwards.
//!
//! `BLESS=1 cargo test --test suite import::` writes what is printed and written into the files; read that diff like prose.

mod own;
mod silent;
mod times;
mod trials;

use crate::common::mistake;
use crate::common::project::{Answer, Project};
use fascicle::data::number::Number;
use fascicle::diag::{self, Language};
use fascicle::import::{self, Mark, Request};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

const EDITION: &str = "editions/2024-06_2024-08";

/// Runs the command with a table on standard input.
fn pasted(project: &Project, options: &[&str], table: &[u8]) -> Answer {
    let mut command = project.command(&[&["import", "-"], options].concat());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that refuses its options reads nothing.
    let _ = child.stdin.take().unwrap().write_all(table);
    let output = child.wait_with_output().unwrap();
    let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    Answer { code: output.status.code(), stdout, stderr }
}

/// The texts of the content folder.
fn texts(project: &Project) -> BTreeMap<String, String> {
    let files = project.files("content").into_iter();
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// Files that are not what they were, each under its name.
fn changed(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> String {
    assert!(before.keys().all(|path| after.contains_key(path)), "an import takes no file away");
    let changed = after.iter().filter(|(path, text)| before.get(*path) != Some(text));
    changed.map(|(path, text)| format!("=== {path}\n{text}")).collect()
}

#[test]
fn each_table_is_brought_in_as_its_case_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/cases");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 30, "{} cases", paths.len());
    let mut differing = Vec::new();
    let mut italian = String::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let (given, expected) = text.split_once("=== printed\n").unwrap_or((&text, ""));
        let parts: BTreeMap<&str, &str> =
            given.split("\n--- ").skip(1).map(|part| part.split_once('\n').unwrap_or((part, ""))).collect();
        let mut files = mistake::base();
        for (file, body) in parts.iter().filter(|(file, _)| file.contains('/')) {
            match file.strip_suffix(" (absent)") {
                Some(file) => files.insert(file.to_owned(), None),
                None => files.insert((*file).to_owned(), Some(format!("{}\n", body.trim_end_matches('\n')))),
            };
        }
        let project = Project::of(&files);
        let before = texts(&project);
        let (options, table) = (parts["options"], parts["table"]);
        let typed: Vec<&str> = options.split_whitespace().collect();
        let dry = if options.contains("--dry-run") { vec![] } else { vec!["--dry-run"] };
        let said = pasted(&project, &[&typed[..], &dry, &["--lang", "it"]].concat(), table.as_bytes());
        let name = path.file_stem().unwrap().to_string_lossy();
        italian.push_str(&format!("--- {name}\n{}\n", said.stderr.trim_end()));
        assert_eq!(texts(&project), before, "{name}: a dry run writes nothing");

        let answer = pasted(&project, &typed, table.as_bytes());
        assert_eq!(answer.stdout, "", "{}", path.display());
        let printed = format!("{}exit {}\n{}", answer.stderr, answer.code.unwrap(), changed(&before, &texts(&project)));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, format!("{given}=== printed\n{printed}")).unwrap();
        } else if printed != expected {
            differing.push(format!("{}\n{printed}", path.display()));
        }
        // What was written is there: the same table again changes nothing.
        if answer.code == Some(0) && !options.contains("--dry-run") {
            let again = pasted(&project, &typed, table.as_bytes());
            assert!(again.stderr.contains("Nothing to write"), "{}: {}", path.display(), again.stderr);
        }
    }
    // The same in Italian, in one file to be read.
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/italian.txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, italian).unwrap();
    } else if fs::read_to_string(path).unwrap() != italian {
        differing.push(italian);
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// The folder of workbooks.
fn workbook(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import").join(name).display().to_string()
}

/// The talk's own project without the figures of January - March 2025.
#[cfg(feature = "spreadsheets")]
fn without_figures() -> Project {
    let project = Project::of_the_talk();
    let folder = project.path("content/editions/2025-01_2025-03/observations");
    for entry in fs::read_dir(folder).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    project
}

const SPRING: [&str; 2] = ["--edition", "2025-01_2025-03"];

/// Runs the command with a file.
fn imported(project: &Project, file: &str, options: &[&str]) -> Answer {
    project.run(&[&["import", file], &SPRING[..], options].concat())
}

#[cfg(feature = "spreadsheets")]
#[test]
fn a_workbook_brings_a_whole_edition() {
    for name in ["fse-2025-q1.xlsx", "fse-2025-q1.ods"] {
        let project = without_figures();
        let file = workbook(name);

        // Three sheets hold tables: it does not choose.
        let answer = imported(&project, &file, &["--source", "unionesarda"]);
        assert_eq!(answer.code, Some(1));
        assert!(answer.stderr.contains("Indicatori, Precisazioni, Documenti"), "{}", answer.stderr);
        // One of them has a new definition: it does not choose either.
        let sheet = ["--source", "unionesarda", "--sheet", "Indicatori"];
        let answer = imported(&project, &file, &sheet);
        assert_eq!(answer.code, Some(1));
        assert!(answer.stderr.contains("--definition"), "{}", answer.stderr);

        for (options, counts) in [
            (
                [&sheet[..], &["--definition", "2025"]].concat(),
                "67 new, 63 missing, 0 the same, 0 different, 2 not given",
            ),
            (vec!["--source", "unionesarda", "--sheet", "Precisazioni"], "2 new, 0 missing"),
            (vec!["--source", "ore12", "--sheet", "Documenti"], "12 new, 4 missing"),
        ] {
            let answer = imported(&project, &file, &options);
            assert_eq!(answer.code, Some(0), "{}", answer.stderr);
            assert!(answer.stderr.contains(counts), "{}", answer.stderr);
        }
        // A jump is a question: the figure is written, and its note is the author's.
        let asked = project.run(&["check", "--edition", "2025-01_2025-03"]);
        assert!(asked.stderr.contains("Umbria: 1 in the edition 2024-06_2024-08, 100 here"), "{}", asked.stderr);
        let specialists = "content/editions/2025-01_2025-03/observations/specialisti.yaml";
        project.change(specialists, "Umbria: 100", "Umbria: { value: 100, note: \"era 1% ad agosto 2024.\" }");
        project.build(&[]);

        // The figures are those of the talk, whoever wrote them down.
        let rows = |project: &Project, name: &str| -> Vec<Vec<String>> {
            let rows = project.rows(&format!("output/2025-01_2025-03/data/{name}.csv")).into_iter();
            let kept = ["name", "value", "status", "period"];
            rows.map(|row| kept.iter().map(|column| row[*column].clone()).collect()).collect()
        };
        let talk = Project::of_the_talk();
        talk.build(&[]);
        for series in ["documenti", "servizi", "consenso", "uso_cittadini", "mmg_pls", "specialisti", "documenti-items"]
        {
            let (ours, theirs) = (rows(&project, series), rows(&talk, series));
            for (ours, theirs) in ours.iter().zip(&theirs) {
                // A share of documents that the talk also counts is printed from its count.
                let rounded = |row: &[String]| row[1].parse::<f64>().map(f64::round).unwrap_or(-1.0);
                assert_eq!((&ours[0], &ours[2], &ours[3]), (&theirs[0], &theirs[2], &theirs[3]), "{series}");
                assert_eq!(rounded(ours), rounded(theirs), "{series}: {ours:?} {theirs:?}");
            }
            assert_eq!(ours.len(), theirs.len());
        }
    }
}

#[cfg(feature = "spreadsheets")]
#[test]
fn the_same_figures_again_change_nothing_in_an_edition_written_by_hand() {
    let project = Project::of_the_talk();
    let before = texts(&project);
    for (sheet, source) in [("Indicatori", "unionesarda"), ("Precisazioni", "unionesarda"), ("Documenti", "ore12")] {
        let answer = imported(&project, &workbook("fse-2025-q1.xlsx"), &["--source", source, "--sheet", sheet]);
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        assert!(
            answer.stderr.contains("0 different") && answer.stderr.contains("Nothing to write"),
            "{}",
            answer.stderr
        );
    }
    assert_eq!(texts(&project), before);
}

#[cfg(feature = "spreadsheets")]
#[test]
fn cells_that_show_percentages_are_percentages_and_bare_parts_ask() {
    let shares = |sheet: &str, options: &[&str]| {
        let project = Project::of_the_talk();
        let file = workbook("consenso-parti.xlsx");
        let answer = imported(&project, &file, &[&["--source", "unionesarda", "--sheet", sheet], options].concat());
        (answer.code, answer.stderr)
    };
    let (code, printed) = shares("Percentuali", &[]);
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.contains("formatted as percentages") && printed.contains("21 the same, 0 different"), "{printed}");

    let (code, printed) = shares("Frazioni", &[]);
    assert_eq!(code, Some(1));
    assert!(printed.contains("error[F063]") && printed.contains("0.42 may be 42%"), "{printed}");
    let (code, printed) = shares("Frazioni", &["--fractions"]);
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.contains("taken a hundred times") && printed.contains("21 the same, 0 different"), "{printed}");

    // A formula without its number is no blank cell.
    let (code, printed) = shares("Formule", &[]);
    assert_eq!(code, Some(1));
    assert!(printed.contains("a formula that was never worked out"), "{printed}");
}

#[test]
fn text_of_any_certain_encoding_is_read_and_any_other_refused_with_a_reason() {
    let table = "Regione;Consenso\nValle d’Aosta;12,5\nSüdtirol;7\n";
    let windows: Vec<u8> = table.chars().map(|sign| if sign == '’' { 0x92 } else { sign as u32 as u8 }).collect();
    let utf16 = |unit: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        mark.into_iter().chain(table.encode_utf16().flat_map(unit)).collect::<Vec<u8>>()
    };
    let options = ["--edition", "2024-06_2024-08", "--source", "prova"];
    for (name, bytes, said) in [
        ("UTF-8", table.as_bytes().to_vec(), ""),
        ("UTF-8 with its mark", [b"\xEF\xBB\xBF", table.as_bytes()].concat(), ""),
        ("CRLF", table.replace('\n', "\r\n").into_bytes(), ""),
        ("Windows-1252", windows, "Read as Windows-1252; these cells depend on it: «Südtirol», «Valle d’Aosta»"),
        ("UTF-16", utf16(u16::to_le_bytes, [0xFF, 0xFE]), "Read as UTF-16"),
        ("UTF-16 of big endians", utf16(u16::to_be_bytes, [0xFE, 0xFF]), "Read as UTF-16"),
    ] {
        let project = Project::of(&mistake::base());
        let answer = pasted(&project, &options, &bytes);
        assert_eq!(answer.code, Some(0), "{name}: {}", answer.stderr);
        assert!(answer.stderr.contains("Valle d’Aosta 12.5; P.A. Bolzano 7"), "{name}: {}", answer.stderr);
        assert!(answer.stderr.contains(said), "{name}: {}", answer.stderr);
        let file = project.read(&format!("content/{EDITION}/observations/consenso.yaml"));
        assert!(file.contains("  Valle d’Aosta: 12.5\n  P.A. Bolzano: 7\n"), "{name}: {file}");
    }
    for (name, bytes, said) in [
        ("DOS", &b"Regione;Consenso;Disponibilit\x85\nLazio;1;2\n"[..], "Disponibilit`: the byte 0x85"),
        ("Mac", b"Regione;Consenso\nValle d\xD5Aosta;2\n", "the byte 0xD5"),
        ("UTF-16 without its mark", b"R\0e\0g\0", "it has zero bytes"),
        ("an old workbook", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ".xls"),
        #[cfg(feature = "spreadsheets")]
        ("a damaged workbook", b"PK\x03\x04 and nothing", "no XLSX or ODS"),
    ] {
        let project = Project::of(&mistake::base());
        let before = texts(&project);
        let answer = pasted(&project, &options, bytes);
        assert_eq!(answer.code, Some(1), "{name}: {}", answer.stderr);
        assert!(answer.stderr.contains("error[F060]") && answer.stderr.contains(said), "{name}: {}", answer.stderr);
        assert!(answer.stderr.contains("help: ") && answer.stderr.ends_with("Nothing was written.\n"), "{name}");
        assert_eq!(texts(&project), before, "{name}");
    }
}

#[test]
fn a_file_of_an_editor_keeps_its_mark_and_its_ends_of_lines() {
    let project = Project::of(&mistake::base());
    let path = format!("content/{EDITION}/observations/consenso.yaml");
    let text = format!("\u{FEFF}{}", project.read(&path).replace('\n', "\r\n"));
    project.write(&path, &text);
    let options = ["--edition", "2024-06_2024-08", "--source", "prova"];
    let answer = pasted(&project, &options, "Regione;Consenso\nMarche;7\nPiemonte;5\n".as_bytes());
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    let expected = text.replace("  Lazio: 8\r\n", "  Piemonte: 5\r\n  Lazio: 8\r\n");
    assert_eq!(project.read(&path), expected.replace("  Umbria: 29\r\n", "  Umbria: 29\r\n  Marche: 7\r\n"));
}

#[cfg(not(feature = "spreadsheets"))]
#[test]
fn without_its_feature_a_workbook_is_refused_with_what_to_do() {
    let project = Project::of_the_talk();
    let answer = imported(&project, &workbook("fse-2025-q1.xlsx"), &["--source", "unionesarda"]);
    assert_eq!(answer.code, Some(1));
    assert!(answer.stderr.contains("built without reading them"), "{}", answer.stderr);
    assert!(answer.stderr.contains("save the sheet as CSV in UTF-8"), "{}", answer.stderr);
}

#[test]
fn a_dry_run_reports_and_leaves_every_file_as_it_is() {
    let project = Project::of(&mistake::base());
    let before = project.state("content");
    let options = ["--edition", "2024-06_2024-08", "--source", "prova", "--dry-run"];
    let answer = pasted(&project, &options, b"Regione;Consenso\nMarche;7\n");
    assert_eq!(answer.code, Some(0));
    assert!(answer.stderr.contains("Would write 1 value into 1 file"), "{}", answer.stderr);
    assert!(project.state("content") == before);
}

#[test]
fn what_the_machine_refuses_is_said() {
    let project = Project::of(&mistake::base());
    let options = ["--edition", "2024-06_2024-08", "--source", "prova"];
    for (file, said) in [("absent.csv", "cannot read absent.csv"), ("content", "it is a folder")] {
        let answer = project.run(&[&["import", file], &options[..]].concat());
        assert_eq!(answer.code, Some(2));
        assert!(answer.stderr.contains(said), "{}", answer.stderr);
    }
}

/// One value of a file, as people write them.
fn written(style: u8, value: &str, place: usize) -> String {
    match style % 6 {
        0 => format!("{value}  # remark {place}"),
        1 => format!("{{ value: {value}, note: \"una nota, {place}\" }}  # remark {place}"),
        2 => format!("\n    # remark {place}\n    value: {value}\n    source: altra"),
        3 => format!("{{value: {value},source: altra}}"),
        4 => format!(
            "\n    value: {value} # remark {place}\n    note: >-\n      lunga\n      nota {place}\n    status: provisional"
        ),
        _ => format!("{{ count: {}, of: 50, as_of: 2024-03-31 }}", place + 1),
    }
}

/// Some territories, in the order of the built-in list.
const NAMES: [&str; 9] = [
    "Piemonte",
    "Valle d’Aosta",
    "P.A. Bolzano",
    "Friuli-Venezia Giulia",
    "Umbria",
    "Lazio",
    "Molise",
    "Sicilia",
    "Sardegna",
];

/// What a cell of the table says: a number in tenths, an absence, nothing.
#[derive(Clone, Debug)]
enum Cell {
    Number(u32),
    Absent,
    Blank,
}

fn cell() -> impl Strategy<Value = Option<Cell>> {
    let cell = prop_oneof![4 => (0u32..1000).prop_map(Cell::Number), 1 => Just(Cell::Absent), 1 => Just(Cell::Blank)];
    proptest::option::weighted(0.7, cell)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    /// Whatever is held and however it is written: what the table says is there afterwards, and nothing else has changed.
    #[test]
    fn what_was_imported_is_there_and_all_else_is_as_it_was(
        held in prop::collection::vec(proptest::option::of((0u8..6, 0u32..100)), NAMES.len()),
        table in prop::collection::vec(cell(), NAMES.len()),
        others in any::<bool>(),
        crlf in any::<bool>(),
    ) {
        let path = format!("{EDITION}/observations/consenso.yaml");
        let mut text = String::from("# above\nindicator: consenso\nsource: prova\nnational: 41\nvalues:\n");
        for (place, (name, held)) in NAMES.iter().zip(&held).enumerate() {
            if let Some((style, value)) = held {
                let value = written(*style, &value.to_string(), place);
                let space = if value.starts_with('\n') { "" } else { " " };
                text.push_str(&format!("  {name}:{space}{value}\n"));
            }
        }
        if held.iter().all(Option::is_none) {
            text = text.replace("values:\n", "values: {}\n");
        }
        if others {
            text.push_str("others: missing # the rest\n");
        }
        text.push_str("# below\n");
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        let mut files = mistake::base();
        files.insert(path.clone(), Some(text.clone()));
        let head = format!("{EDITION}/edition.yaml");
        let sources = "title: Prova\nsources:\n  prova: { publisher: P, title: T }\n  altra: { publisher: A, title: T }\n";
        files.insert(head, Some(sources.to_owned()));

        let mut rows = String::from("Regione;Consenso\nItalia;41,0\n");
        for (name, cell) in NAMES.iter().zip(&table) {
            match cell {
                Some(Cell::Number(tenths)) => rows.push_str(&format!("{name};{},{}\n", tenths / 10, tenths % 10)),
                Some(Cell::Absent) => rows.push_str(&format!("{name};n.d.\n")),
                Some(Cell::Blank) => rows.push_str(&format!("{name};\n")),
                None => {}
            }
        }
        let request = Request {
            name: "t.csv",
            bytes: rows.as_bytes(),
            edition: "2024-06_2024-08",
            source: "prova",
            replace: true,
            // All of them may happen to lie between 0 and 1.
            decimal: Some(Mark::Comma),
            ..Request::default()
        };
        let done = import::import(&mistake::loaded(files.clone()).sources, &request);
        let is_fraction = |fault: &fascicle::diag::Diagnostic| fault.code == fascicle::diag::Code::FractionsOrShares;
        prop_assume!(!done.faults.iter().any(is_fraction));
        let told = |done: &import::Import| {
            diag::print(&done.faults, &done.sources, Language::English, false)
                + &import::printed(&done.report, Language::English)
        };
        prop_assert!(done.refused.is_none(), "{}\n{text}{rows}", told(&done));
        let after = done.files.first().map_or(text.clone(), |file| file.after.clone());

        // Every line that holds no value of the table is still there, in its order.
        let mut lines = after.lines();
        for line in text.lines().filter(|line| line.trim_start().starts_with('#')) {
            prop_assert!(lines.any(|other| other == line), "lost: {line}\n{after}");
        }
        let after_lines = |line: &str| after.lines().filter(|other| *other == line).count();
        for ((name, held), cell) in NAMES.iter().zip(&held).zip(&table) {
            if let (Some((style, value)), None | Some(Cell::Blank)) = (held, cell) {
                let place = NAMES.iter().position(|other| other == name).unwrap();
                let value = written(*style, &value.to_string(), place);
                let space = if value.starts_with('\n') { "" } else { " " };
                for line in format!("  {name}:{space}{value}").lines() {
                    prop_assert!(after_lines(line) >= 1, "changed: {line}\n{after}");
                }
            }
        }
        prop_assert_eq!(after.matches('\r').count(), if crlf { after.matches('\n').count() } else { 0 });
        for remark in 0..NAMES.len() {
            // A remark beside a value stays beside it.
            let mark = format!("# remark {remark}");
            prop_assert_eq!(text.matches(&mark).count(), after.matches(&mark).count(), "{}", after);
        }

        // Read back, each value is the table's, or what it was; and the same table changes nothing more.
        files.insert(path.clone(), Some(after.clone()));
        let sources = mistake::loaded(files).sources;
        let (draft, _) = fascicle::parse::parse(&sources);
        let series = draft.editions[0].series.iter().find(|series| series.indicator.value == "consenso").unwrap();
        for (name, cell) in NAMES.iter().zip(&table) {
            let value = series.values.iter().find(|(other, _)| other.value == *name).map(|(_, value)| value);
            match cell {
                Some(Cell::Number(tenths)) => {
                    let expected = Number::parse(&format!("{}.{}", tenths / 10, tenths % 10)).unwrap();
                    let value = value.unwrap_or_else(|| panic!("{name} is not there: {after}"));
                    let counted = value.count.zip(value.of).and_then(|(count, of)| Number::share(count.value, of.value));
                    let held = value.value.map(|value| value.value);
                    // A count that agrees as printed says it already.
                    let agrees = counted.is_some_and(|share| share.rounded(0) == expected.rounded(0));
                    prop_assert!(held == Some(expected) || (held.is_none() && agrees), "{name}\n{after}");
                }
                Some(Cell::Absent) => {
                    let absent = value.is_none_or(|value| value.status.is_some_and(|status| status.value.is_absent()));
                    prop_assert!(absent && value.is_none_or(|value| value.value.is_none()), "{name}\n{after}");
                }
                Some(Cell::Blank) | None => {}
            }
        }
        let again = import::import(&sources, &request);
        prop_assert!(again.refused.is_none() && again.files.is_empty(), "{}\n{after}", told(&again));
    }
}

/// The commands of docs/import.md, in the talk without the figures of spring, print what the page says.
#[cfg(feature = "spreadsheets")]
#[test]
fn the_sessions_of_the_page_are_as_they_are_printed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/import.md");
    let page = fs::read_to_string(&path).unwrap();
    let project = without_figures();
    fs::copy(workbook("fse-2025-q1.xlsx"), project.path("fse-2025-q1.xlsx")).unwrap();
    let mut sessions = page.split("```console\n");
    // The first only shows what is typed.
    let mut written = [sessions.next().unwrap(), sessions.next().unwrap()].join("```console\n");
    for session in sessions {
        let (session, after) = session.split_once("\n```").unwrap();
        let (typed, rest) = session.split_once('\n').unwrap_or((session, ""));
        let command = typed.strip_prefix("$ fascicle ").unwrap();
        let table = rest.split_once("END\n").map_or("", |(table, _)| table);
        let arguments: Vec<&str> = command.trim_end_matches(" <<'END'").split(' ').collect();
        let answer = match arguments[1] {
            "-" => pasted(&project, &arguments[2..], table.as_bytes()),
            _ => project.run(&arguments),
        };
        let table = if table.is_empty() { String::new() } else { format!("{table}END\n") };
        let printed = answer.stderr.trim_end();
        written.push_str(&format!("```console\n{typed}\n{table}{printed}\n```{after}"));
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, written).unwrap();
        return;
    }
    assert!(page.matches("$ fascicle import").count() == 5);
    assert_eq!(written, page);
}

/// Pieces of which tables are made, and of which they are made badly.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "Regione",
        "Consenso",
        "Accessi",
        "Referto",
        "Lettera",
        "Indicatore",
        "Valore",
        "Numero",
        "Su",
        "Periodo",
        "Nota",
        "Italia",
        "Lazio",
        "Marche",
        "Trento",
        "P.A. Trento",
        "consenso",
        "Documento",
        "12",
        "12,5",
        "12.5",
        "1.234",
        "0,5",
        "%",
        "41%",
        "n.d.",
        "-",
        "…",
        "sì",
        "x",
        "no",
        "2024-08-31",
        "todo",
        "missing",
        "\"",
        "\"a;b\"",
        ";",
        ",",
        "\t",
        "\n",
        "\n",
        "\r\n",
        "",
        "à",
        "\u{A0}",
        "'",
        "{",
        "#",
        "999999999999999999999999999999999",
        "-0",
        "sep=;",
        "𝟙",
    ];
    prop::sample::select(pieces.map(str::to_owned).to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    /// Whatever is pasted, the answer is a report, a fault or files that a build takes; never a panic.
    #[test]
    fn no_table_breaks_the_import(
        pieces in prop::collection::vec(piece(), 0..60),
        separated in any::<bool>(),
        asked in any::<bool>(),
        fractions in any::<bool>(),
        round in proptest::option::of(0u8..4),
        blank in any::<bool>(),
    ) {
        let table = pieces.join(if separated { ";" } else { "" });
        let request = Request {
            name: "t",
            bytes: table.as_bytes(),
            edition: "2024-06_2024-08",
            source: "prova",
            indicator: asked.then_some("consenso"),
            empty: blank.then_some(import::Empty::Missing),
            fractions,
            round,
            replace: true,
            ..Request::default()
        };
        let done = import::import(&mistake::loaded(mistake::base()).sources, &request);
        for language in Language::ALL {
            import::printed(&done.report, language);
            diag::print(&done.faults, &done.sources, language, false);
        }
        prop_assert!(done.refused.is_none() || done.files.is_empty());
        prop_assert!(done.refused.is_some() || !done.report.is_empty());
    }

    /// A workbook that was damaged on its way is refused, or read where the damage does not matter.
    #[test]
    fn no_damaged_workbook_breaks_the_import(
        name in prop::sample::select(vec!["fse-2025-q1.xlsx", "fse-2025-q1.ods", "consenso-parti.xlsx"]),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = fs::read(workbook(name)).unwrap();
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        let request =
            Request { name: "t", bytes: &bytes, edition: "2024-06_2024-08", source: "prova", ..Request::default() };
        let done = import::import(&mistake::loaded(mistake::base()).sources, &request);
        prop_assert!(done.refused.is_some() || !done.report.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, ..ProptestConfig::default() })]

    /// However the file of observations is damaged, the import is refused or its values are there afterwards.
    #[test]
    fn no_damaged_file_breaks_the_import(
        damage in prop::collection::vec((any::<prop::sample::Index>(), 0usize..12, piece()), 1..4),
        csv in any::<bool>(),
    ) {
        let mut text = match csv {
            false => concat!(
                "# above\nindicator: consenso\nsource: prova\nnational: { value: 41, note: \"a, b\" }\nvalues:\n",
                "  Lazio: 8 # c\n  Umbria:\n    value: 29\n    note: >-\n      una\n      nota\n",
                "  Marche: { value: 7,\n    source: prova }\nothers: missing\n",
            ),
            true => "territory,value,note,status\nItalia,41,\"a, b\",\nLazio,8,,\n\nUmbria,missing,,\nMarche,,,missing\n",
        }
        .to_owned();
        for (place, length, piece) in damage {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let Some(start) = places.get(place.index(places.len().max(1))).copied() else { continue };
            let end = text[start..].char_indices().nth(length).map_or(text.len(), |(at, _)| start + at);
            text.replace_range(start..end, &piece);
        }
        let mut files = mistake::base();
        let path = format!("{EDITION}/observations/consenso");
        if csv {
            let head = "indicator: consenso\nsource: prova\nothers: missing\n";
            files.insert(format!("{path}.yaml"), Some(head.to_owned()));
            files.insert(format!("{path}.csv"), Some(text.clone()));
        } else {
            files.insert(format!("{path}.yaml"), Some(text.clone()));
        }
        let table = "Regione;Consenso\nItalia;43\nLazio;9\nUmbria;n.d.\nMolise;5,5\n";
        let request = Request {
            name: "t",
            bytes: table.as_bytes(),
            edition: "2024-06_2024-08",
            source: "prova",
            replace: true,
            ..Request::default()
        };
        let done = import::import(&mistake::loaded(files.clone()).sources, &request);
        diag::print(&done.faults, &done.sources, Language::English, false);
        if done.refused.is_some() {
            return Ok(());
        }
        for file in &done.files {
            files.insert(file.path.clone(), Some(file.after.clone()));
        }
        let again = import::import(&mistake::loaded(files.clone()).sources, &request);
        let after = done.files.first().map_or("", |file| &file.after);
        prop_assert!(again.refused.is_none() && again.files.is_empty(), "{text}\n---\n{after}");
    }
}

#[cfg(feature = "spreadsheets")]
#[test]
fn a_new_edition_takes_its_figures_without_replacing_and_keeps_every_question() {
    let project = Project::of_the_talk();
    let folder = "content/editions/2025-01_2025-03";
    let head = project.read(&format!("{folder}/edition.yaml"));
    fs::remove_dir_all(project.path(folder)).unwrap();
    let answer = project.run(&["new", "2025-01_2025-03", "--from", "2024-06_2024-08"]);
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    // The author declares the sources and keeps it a draft.
    project.write(&format!("{folder}/edition.yaml"), &format!("{head}status: draft\n"));
    let before = texts(&project);

    let file = workbook("fse-2025-q1.xlsx");
    for (sheet, options) in [
        ("Indicatori", vec!["--source", "unionesarda", "--definition", "2025"]),
        ("Precisazioni", vec!["--source", "unionesarda"]),
        ("Documenti", vec!["--source", "ore12"]),
    ] {
        let answer = imported(&project, &file, &[&["--sheet", sheet], &options[..]].concat());
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        assert!(answer.stderr.contains(" 0 different"), "{}", answer.stderr);
    }
    let after = texts(&project);
    for series in ["consenso", "documenti", "documenti.items", "servizi", "uso_cittadini", "mmg_pls", "specialisti"] {
        let path = format!("editions/2025-01_2025-03/observations/{series}.yaml");
        let (was, is) = (&before[&path], &after[&path]);
        assert!(was.contains(": todo") && !is.contains(": todo"), "{series}\n{is}");
        let remarks =
            |text: &str| text.lines().filter(|line| line.contains('#')).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(remarks(was), remarks(is), "{series}");
    }
    let services = &after["editions/2025-01_2025-03/observations/servizi.yaml"];
    assert!(services.contains("definition: \"2025\""), "{services}");
    assert!(after["editions/2025-01_2025-03/observations/documenti.table.csv"].contains("todo"), "nobody gave it");
}
