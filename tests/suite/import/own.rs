//! The program's own files, back again.

use super::{pasted, texts};
use crate::common::project::Project;
use std::fs;

#[test]
fn every_csv_that_the_program_wrote_changes_nothing_in_its_own_edition() {
    let project = Project::of_the_talk();
    project.build(&[]);
    let before = texts(&project);
    let mut count = 0;
    let (edition, source) = ("2024-06_2024-08", "lastampa");
    let folders = ["data".to_owned()].into_iter().chain(
        ["consenso", "documenti-items", "documenti-table", "documenti-territories", "uso_cittadini"]
            .map(|figure| format!("figures/{figure}")),
    );
    for folder in folders {
        let Ok(entries) = fs::read_dir(project.path(&format!("output/{edition}/{folder}"))) else { continue };
        let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        // A line holds several editions: it is no table of one.
        let is_table = |name: &str| name.ends_with(".csv") && !name.contains("lines") && !name.contains("change");
        for path in paths.iter().filter(|path| is_table(&path.file_name().unwrap().to_string_lossy())) {
            let path = path.to_string_lossy();
            let answer = project.run(&["import", &path, "--edition", edition, "--source", source]);
            assert_eq!(answer.code, Some(0), "{path}: {}", answer.stderr);
            assert!(answer.stderr.contains("0 new, 0 missing, "), "{path}: {}", answer.stderr);
            assert!(answer.stderr.contains(" 0 different, 0 not given."), "{path}: {}", answer.stderr);
            count += 1;
        }
    }
    assert!(count >= 12, "{count}");
    assert_eq!(texts(&project), before);

    // One number that somebody changed is one value that differs, and no derived note comes with it.
    let csv = project.read("output/2024-06_2024-08/data/documenti.csv").replace("IT,Italia,79,", "IT,Italia,80,");
    let options = ["--edition", "2024-06_2024-08", "--source", "lastampa", "--indicator", "documenti", "--replace"];
    let answer = pasted(&project, &options, csv.as_bytes());
    assert!(answer.stderr.contains("replaced: Italia 79 → 80"), "{}", answer.stderr);
    assert!(answer.stderr.contains("0 new, 0 missing, 21 the same, 1 different"), "{}", answer.stderr);
    let after = texts(&project);
    let (path, text) = after.iter().find(|(path, text)| before.get(*path) != Some(text)).unwrap();
    assert_eq!(text.lines().count(), before[path].lines().count());
    assert!(text.matches("ad oggi").count() == before[path].matches("ad oggi").count(), "{text}");

    // Of another edition, it stops.
    let answer = pasted(
        &project,
        &["--edition", "2025-01_2025-03", "--source", "unionesarda", "--indicator", "documenti"],
        csv.as_bytes(),
    );
    assert_eq!(answer.code, Some(1), "{}", answer.stderr);
}
