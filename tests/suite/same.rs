//! The same input gives the same bytes: wherever it stands, whatever the time zone and the language, however many threads.

use crate::common::project::Project;
use std::collections::BTreeMap;

/// The whole site, built with these settings.
fn site(project: &Project, settings: &[(&str, &str)], arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let status =
        project.command(&[["build", "--quiet"].as_slice(), arguments].concat()).envs(settings.to_vec()).status();
    assert!(status.unwrap().success());
    project.files("output")
}

#[test]
fn the_same_content_gives_the_same_bytes_everywhere() {
    let expected = site(&Project::of_the_talk(), &[], &[]);
    assert!(expected.len() > 40 && expected.contains_key(".fascicle"));
    let moved = Project::of_the_talk();
    std::fs::create_dir_all(moved.path("another/place")).unwrap();
    std::fs::rename(moved.path("content"), moved.path("another/place/texts")).unwrap();
    let content = moved.path("another/place/texts");
    let elsewhere = ["--content", content.to_str().unwrap()];
    let ways: [(&[_], &[_]); 4] = [
        (&[("TZ", "Pacific/Kiritimati"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")], &[]),
        (&[("TZ", "America/Los_Angeles"), ("LANG", "C"), ("LC_ALL", "C"), ("COLUMNS", "20")], &["--jobs", "1"]),
        (&[("TZ", ""), ("LANG", ""), ("RAYON_NUM_THREADS", "7")], &[]),
        (&[("LANG", "it_IT.UTF-8"), ("SOURCE_DATE_EPOCH", "0")], &["--jobs", "2"]),
    ];
    for (settings, arguments) in ways {
        // Anew, so that nothing is carried over.
        std::fs::remove_dir_all(moved.path("output")).unwrap_or_default();
        let found = site(&moved, settings, &[&elsewhere, arguments].concat());
        assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
        for (path, bytes) in &expected {
            assert!(found[path] == *bytes, "{path} differs with {settings:?} {arguments:?}");
        }
    }
}

#[test]
fn a_second_build_touches_nothing() {
    let project = Project::of_the_talk();
    project.build(&[]);
    let before = project.state("output");
    project.build(&[]);
    assert!(project.state("output") == before);
}
