//! `schema`: what editors read.

use crate::common::mistake::{self, Files};
use crate::common::project::Project;
use std::fs;

#[test]
fn schemas_go_where_the_first_lines_of_the_files_say_and_check_passes_them_over() {
    let project = Project::of_the_talk();
    fs::remove_dir_all(project.path("content/.schema")).unwrap();
    let answer = project.run(&["schema"]);
    assert_eq!((answer.code, &*answer.stdout), (Some(0), ""), "{}", answer.stderr);
    assert!(answer.stderr.starts_with("Wrote 7 schemas to content/.schema: "), "{}", answer.stderr);
    assert_eq!(project.run(&["new"]).code, Some(0));
    assert_eq!(project.run(&["check"]).code, Some(0));
    let mut named = 0;
    for (path, bytes) in project.files("content/editions/2025-04_2025-06") {
        let text = String::from_utf8(bytes).unwrap();
        let Some(line) = text.lines().next().and_then(|line| line.strip_prefix("# yaml-language-server: $schema="))
        else {
            assert!(path.ends_with(".md"), "{path} names no schema");
            continue;
        };
        let file = project.path("content/editions/2025-04_2025-06").join(&path);
        assert!(file.parent().unwrap().join(line).is_file(), "{path}: {line} is not there");
        named += 1;
    }
    assert!(named > 5);
    // What is current is left alone.
    let before = project.state("content/.schema");
    assert_eq!(project.run(&["schema"]).code, Some(0));
    assert!(project.state("content/.schema") == before);
}

#[test]
fn a_project_without_first_lines_gets_none_from_new() {
    let project = Project::of(&mistake::base());
    assert_eq!(project.run(&["new"]).code, Some(0));
    let edition = project.read("content/editions/2024-09_2024-11/edition.yaml");
    assert!(!edition.contains("yaml-language-server"), "{edition}");
}

#[test]
fn schemas_go_to_a_folder_that_is_named_and_nowhere_where_there_is_no_content() {
    let project = Project::of(&Files::new());
    fs::remove_dir(project.path("content")).unwrap();
    let answer = project.run(&["schema"]);
    assert_eq!(answer.code, Some(2));
    assert!(answer.stderr.contains("cannot find the content folder content"), "{}", answer.stderr);
    assert!(!project.path("content").exists());
    assert_eq!(project.run(&["schema", "docs/shapes"]).code, Some(0));
    assert_eq!(project.files("docs/shapes").len(), 7);
}
