//! Options and exit codes: 0 done, 1 the author's faults, 2 the machine's.

use crate::common::project::{Answer, Project};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn assert_answers(answer: &Answer, code: i32, words: &[&str]) {
    assert_eq!(answer.code, Some(code), "{}", answer.stderr);
    for words in words {
        assert!(answer.stderr.contains(words), "`{words}` is not in: {}", answer.stderr);
    }
}

#[test]
fn build_says_what_it_made_and_where_to_look() {
    let project = Project::of_the_talk();
    let answer = project.run(&["build"]);
    assert_answers(&answer, 0, &["Built 4 editions, ", " figures in ", ": open output/index.html\n"]);
    let (claims, last) = answer.stderr.trim_end().rsplit_once('\n').unwrap();
    assert!(last.starts_with("Built 4 editions"), "{last}");
    assert!(claims.contains("consenso.italia < 50\n      `consenso.italia` is 41%"), "{claims}");
    assert_answers(&project.run(&["build", "--output", "public/fse"]), 0, &["open public/fse/index.html"]);
    assert!(project.files("output") == project.files("public/fse"));
}

#[test]
fn check_writes_nothing_and_its_code_says_whether_there_are_faults() {
    let project = Project::of_the_talk();
    let before = project.state("");
    assert_answers(&project.run(&["check"]), 0, &["No faults in 4 editions, "]);
    assert!(project.state("") == before);
    project.change("content/site.yaml", "language: it", "language: xx");
    assert_answers(&project.run(&["check"]), 1, &["--> content/site.yaml:", "1 fault in 1 file"]);
}

#[test]
fn quiet_is_silent_where_nothing_is_wrong() {
    let project = Project::of_the_talk();
    for command in ["build", "check"] {
        let answer = project.run(&[command, "--quiet"]);
        assert_eq!((answer.code, &*answer.stdout, &*answer.stderr), (Some(0), "", ""));
    }
}

#[test]
fn one_edition_is_made_anew_and_the_others_kept() {
    let project = Project::of_the_talk();
    project.build(&[]);
    let before = project.state("output");
    for edition in ["2024-06_2024-08", "2024-11"] {
        project.change(&format!("content/editions/{edition}/edition.yaml"), "subtitle: ", "subtitle: Riletto, ");
    }
    project.build(&["--edition", "2024-11"]);
    let after = project.state("output");
    assert_eq!(after.keys().collect::<BTreeSet<_>>(), before.keys().collect::<BTreeSet<_>>());
    assert!(project.read("output/2024-11/slides.html").contains("Riletto, "));
    for (path, state) in &before {
        if path.starts_with("20") && !path.starts_with("2024-11") && state.0.is_some() {
            assert!(after[path] == *state, "{path} has changed");
        }
    }
    // The next whole build makes the rest.
    project.build(&[]);
    assert!(project.read("output/2024-06_2024-08/slides.html").contains("Riletto, "));
}

#[test]
fn an_edition_that_is_not_there_is_a_fault_with_a_suggestion() {
    let project = Project::of_the_talk();
    for command in ["build", "check"] {
        let answer = project.run(&[command, "--edition", "2024-12"]);
        assert_answers(&answer, 1, &["there is no edition `2024-12`", "editions are: 2025-01_2025-03, 2024-11, "]);
    }
    assert!(!project.path("output").exists());
}

#[test]
fn what_the_machine_refuses_is_said_with_what_to_do() {
    let project = Project::of_the_talk();
    project.write("file", "");
    for (arguments, words) in [
        (["--content", "elsewhere"], ["cannot find the content folder elsewhere", "--content DIR"]),
        (["--theme", "elsewhere"], ["cannot find the theme folder elsewhere", "--theme DIR"]),
        (["--output", "file"], ["cannot write to file", "--output DIR"]),
        (["--output", "file/site"], ["file/site", "; "]),
        (["--output", "content/site"], ["content/site", "--output DIR"]),
        (["--output", "."], ["cannot write to .", "--output DIR"]),
    ] {
        let answer = project.run(&[["build"].as_slice(), &arguments].concat());
        assert_answers(&answer, 2, &words);
        assert_eq!(answer.stderr.lines().count(), 1, "{}", answer.stderr);
    }
    assert!(!project.path("output").exists() && project.read("file").is_empty());
}

#[test]
fn a_command_line_that_is_not_understood_ends_with_2() {
    let project = Project::of_the_talk();
    assert_answers(&project.run(&["build", "--jobs", "0"]), 2, &["--jobs"]);
    assert_answers(&project.run(&["built"]), 2, &["build"]);
    assert_answers(&project.run(&["build", "--editon", "2024-11"]), 2, &["--edition"]);
    assert_answers(&project.run(&[]), 2, &["Usage: fascicle [OPTIONS] <COMMAND>"]);
    assert!(!project.path("output").exists());
}

#[test]
fn a_folder_may_replace_one_template_of_the_theme() {
    let project = Project::of_the_talk();
    let template = "blu/templates/slide/closing.html";
    project.write(template, "<h2 id=\"{{ slide.id }}-title\">Arrivederci</h2>\n");
    project.build(&["--theme", "blu"]);
    let deck = project.read("output/2024-11/slides.html");
    assert!(deck.contains("Arrivederci") && deck.contains("Titillium Web"), "the rest is the built-in theme's");

    // A mistake in a template is the author's fault too, in its line.
    let before = project.state("output");
    project.write(template, "<h2>\n{{ slide.headline }}</h2>\n");
    let answer = project.run(&["build", "--theme", "blu"]);
    assert_answers(&answer, 1, &["headline", "templates/slide/closing.html:2:", "help: ", "left as it was"]);
    project.write(template, "<h2>{% if %}</h2>\n");
    let answer = project.run(&["build", "--theme", "blu"]);
    assert_answers(&answer, 1, &["templates/slide/closing.html:1:", "help: "]);
    assert!(project.state("output") == before);
}

#[test]
fn help_teaches() {
    let project = Project::of_the_talk();
    let mut differing = Vec::new();
    for (name, arguments) in [
        ("help", vec!["--help"]),
        ("build", vec!["build", "--help"]),
        ("check", vec!["check", "--help"]),
        ("changes", vec!["changes", "--help"]),
        ("init", vec!["init", "--help"]),
        ("new", vec!["new", "--help"]),
        ("schema", vec!["schema", "--help"]),
        #[cfg(feature = "serve")]
        ("serve", vec!["serve", "--help"]),
        ("import", vec!["import", "--help"]),
    ] {
        let answer = project.run(&arguments);
        assert_eq!((answer.code, &*answer.stderr), (Some(0), ""));
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/commands/{name}.txt"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &answer.stdout).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != answer.stdout {
            differing.push(answer.stdout);
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
