//! A project of one's own: begun in an empty folder, built at once, and taken to a talk as docs/start.md says.

use crate::common::mistake::Files;
use crate::common::page::{section, text};
use crate::common::project::Project;
use std::fs;
use std::path::Path;

const PERIOD: [&str; 2] = ["--period", "2024-01_2024-12"];

fn empty() -> Project {
    let project = Project::of(&Files::new());
    fs::remove_dir(project.path("content")).unwrap();
    project
}

#[test]
fn every_beginning_builds_at_once_and_says_what_to_edit() {
    for (language, territories, draft, first) in [
        ("en", "own", "Draft", "Territory A"),
        ("en", "italy", "Draft", "Piemonte"),
        ("it", "own", "Bozza", "Territorio A"),
        ("it", "italy", "Bozza", "Piemonte"),
    ] {
        let project = empty();
        let arguments = ["init", "mine", "--language", language, "--territories", territories];
        let answer = project.run(&[&arguments[..], &PERIOD].concat());
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        assert!(answer.stderr.contains("\n  1. cd mine\n  2. fascicle build\n"), "{}", answer.stderr);

        // Every file it says to edit is there.
        let named: Vec<&str> = answer.stderr.split_whitespace().filter(|word| word.starts_with("content/")).collect();
        assert_eq!(named.len(), if territories == "own" { 6 } else { 5 }, "{}", answer.stderr);
        for file in named {
            assert!(project.path("mine").join(file).is_file(), "{file} is not there");
        }

        // Comments stand in a window, and nothing is left of the pattern.
        let (schemas, files): (Vec<_>, Vec<_>) =
            project.files("mine/content").into_iter().partition(|(path, _)| path.starts_with(".schema/"));
        assert!(!schemas.is_empty());
        for (path, bytes) in files {
            for line in String::from_utf8(bytes).unwrap().lines() {
                assert!(line.chars().count() <= 120, "{path}: {line}");
                let pattern = ["VALUES", "WHOLE", "ROW"].iter().find(|word| line.contains(**word));
                assert_eq!(pattern, None, "{path}: {line}");
            }
        }

        project.build(&["--content", "mine/content", "--output", "mine/output"]);
        let checked = project.run(&["check", "--content", "mine/content"]);
        assert_eq!((checked.code, checked.stderr.contains("warning")), (Some(0), false), "{}", checked.stderr);
        // Nothing that nobody measured.
        let indicator = if language == "en" { "sample" } else { "esempio" };
        let rows = project.rows(&format!("mine/output/2024-01_2024-12/data/{indicator}.csv"));
        assert_eq!(rows.len(), if territories == "own" { 5 } else { 22 });
        assert!(rows.iter().all(|row| row["value"].is_empty() && row["status"] == "O"), "{rows:?}");
        let deck = project.read("mine/output/2024-01_2024-12/slides.html");
        assert!(text(&deck).contains(draft), "{language} {territories}");
        let figure = format!("figure-{indicator}");
        assert!(text(section(&deck, &figure)).contains(first), "{language} {territories}");
    }
}

#[test]
fn the_period_is_last_year_where_none_is_given() {
    let project = empty();
    assert_eq!(project.run(&["init", "mine"]).code, Some(0));
    let editions: Vec<String> = fs::read_dir(project.path("mine/content/editions"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let [edition] = &editions[..] else { panic!("{editions:?}") };
    let (from, to) = edition.split_once('_').unwrap();
    assert!(
        from.ends_with("-01") && to.ends_with("-12") && from[..4] == to[..4] && from.starts_with("20"),
        "{edition}"
    );
}

#[test]
fn a_folder_that_holds_anything_is_left_as_it_is() {
    let project = empty();
    project.write("full/notes.txt", "mine");
    project.write("file", "mine");
    let before = project.state("");
    for folder in ["full", ".", "file", "file/within"] {
        let answer = project.run(&["init", folder]);
        assert_eq!(answer.code, Some(2), "{}", answer.stderr);
        assert!(answer.stderr.contains(&format!("cannot begin in {folder}; ")), "{}", answer.stderr);
    }
    // Nor does a period that is none, or a second time in the same place.
    assert_eq!(project.run(&["init", "new", "--period", "2024"]).code, Some(2));
    assert!(project.state("") == before);
    assert_eq!(project.run(&["init", "new"]).code, Some(0));
    let begun = project.state("new");
    assert_eq!(project.run(&["init", "new"]).code, Some(2));
    assert!(project.state("new") == begun);
}

#[test]
fn hidden_files_may_be_there_and_stay() {
    let project = empty();
    project.write("mine/.git/HEAD", "ref: refs/heads/main\n");
    project.write("mine/.gitignore", "mine\n");
    project.write("mine/.content.staging/half.yaml", "left by an attempt that was killed");
    assert_eq!(project.run(&["init", "mine"]).code, Some(0));
    assert_eq!(project.read("mine/.gitignore"), "mine\n");
    assert_eq!(project.read("mine/.git/HEAD"), "ref: refs/heads/main\n");
    assert!(!project.path("mine/.content.staging").exists() && !project.path("mine/content/half.yaml").exists());
    assert!(project.path("mine/content/site.yaml").is_file());
    assert_eq!(project.run(&["init", "other"]).code, Some(0));
    assert!(project.read("other/.gitignore").starts_with("/output/\n"));
}

#[test]
fn what_cannot_be_written_leaves_nothing_behind() {
    let project = empty();
    let long = "x".repeat(300);
    let answer = project.run(&["init", &format!("a/b/{long}")]);
    assert_eq!(answer.code, Some(2), "{}", answer.stderr);
    assert!(!project.path("a").exists(), "folders that were made on the way are gone");
}

/// A step of docs/start.md.
#[derive(Debug)]
enum Step {
    /// A line to type.
    Type(String),
    /// A whole file.
    Write(String, String),
    /// Words in a file that become others.
    Change(String, String, String),
    /// What the last command printed.
    Printed(String),
}

/// The steps of docs/start.md: lines that are indented are typed; a fenced block is the file named last before it, or
/// what was printed; a line "In `file`, `these words` becomes `those`." is a change.
fn steps(page: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut named = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let block = block.join("\n");
            steps.push(match kind {
                "text" => Step::Printed(block),
                _ => Step::Write(std::mem::take(&mut named), format!("{block}\n")),
            });
        } else if let Some(typed) = line.strip_prefix("    ") {
            steps.push(Step::Type(typed.to_owned()));
        } else {
            let code: Vec<&str> = line.split('`').skip(1).step_by(2).collect();
            if let ([.., file, from, to], true) = (&code[..], line.contains("` becomes `")) {
                steps.push(Step::Change((*file).to_owned(), (*from).to_owned(), (*to).to_owned()));
            } else if let Some(file) = code.iter().rfind(|code| code.starts_with("content/")) {
                named = (*file).to_owned();
            }
        }
    }
    steps
}

#[test]
fn a_new_user_who_follows_the_page_comes_to_a_talk() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/start.md")).unwrap();
    let steps = steps(&page);
    assert!(steps.len() > 20, "{steps:#?}");
    let project = empty();
    let mut here = String::new();
    let mut printed = String::new();
    for step in &steps {
        let path = |file: &str| format!("{here}{file}");
        match step {
            Step::Type(line) => match line.split(' ').collect::<Vec<_>>()[..] {
                ["cd", folder] => here = format!("{folder}/"),
                ["mv", from, to] => fs::rename(project.path(&path(from)), project.path(&path(to))).unwrap(),
                ["fascicle", ref arguments @ ..] => {
                    let output = project.command(arguments).current_dir(project.path(&here)).output().unwrap();
                    printed = String::from_utf8(output.stderr).unwrap();
                }
                _ => panic!("`{line}` is not understood"),
            },
            Step::Write(file, text) => {
                assert!(project.path(&path(file)).is_file(), "{file} is there to be edited");
                project.write(&path(file), text);
            }
            Step::Change(file, from, to) => project.change(&path(file), from, to),
            Step::Printed(words) => assert!(printed.contains(words.as_str()), "`{words}` is not in: {printed}"),
        }
    }
    // The last build is the site that the page promises.
    assert!(printed.contains("Built 1 edition, 4 slides, 1 figure"), "{printed}");
    let home = project.read("recycling/output/index.html");
    assert!(home.contains("<h1>Recycling in the United Kingdom</h1>") && home.contains("Your name"), "{home}");
    let report = project.read("recycling/output/2022-01_2022-12/index.html");
    assert!(!report.contains("class=\"draft\""));
    let figure = text(section(&report, "figure-recycling"));
    let summary = "In 2022 the highest value, 56.9%, is in Wales; the lowest, 42.1%, is in Scotland. In the United Kingdom \
                   as a whole: 44.1%; 2 nations are above it and 2 are below.";
    assert!(figure.contains(summary), "{figure}");
    let conclusions = text(section(&report, "conclusions-wales-alone-recycles-more-than-half"));
    assert!(conclusions.contains("England is at 43.4%, just below the whole: 44.1%"), "{conclusions}");
}
