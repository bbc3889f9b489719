//! Figures on Monday, a talk on Tuesday: the published figures of January - March 2025, from a spreadsheet to a finished
//! edition and its deck, in that edition's folder alone.

use crate::common::project::Project;
use std::fs;
use std::path::Path;

const FOLDER: &str = "content/editions/2025-01_2025-03";

/// A file of the edition as it stands in this repository: what its authors wrote by hand.
fn written_by_hand(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER).join(path)).unwrap()
}

/// How many to-dos `check` counts.
fn todos(project: &Project) -> usize {
    let told = project.run(&["check"]).stderr;
    let before = told.split(" to-do").next().filter(|before| before.len() < told.len());
    before.and_then(|before| before.rsplit([' ', '\n']).next()?.parse().ok()).unwrap_or(0)
}

#[test]
fn a_spreadsheet_of_figures_becomes_a_finished_edition_and_its_deck() {
    let project = Project::of_the_talk();
    fs::remove_dir_all(project.path(FOLDER)).unwrap();
    let before = project.files("content");

    // A draft from the talk before: all values are to be given.
    let answer = project.run(&["new", "2025-01_2025-03", "--from", "2024-06_2024-08"]);
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    let begun = todos(&project);
    assert!(begun > 30, "{begun} to-dos");

    // Its head and sources, then the figures.
    let head = written_by_hand("edition.yaml");
    project.write(&format!("{FOLDER}/edition.yaml"), &head.replacen("event:", "status: draft\nevent:", 1));
    let sheet = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/fse-2025-q1.xlsx");
    let import = ["import", sheet.to_str().unwrap(), "--edition", "2025-01_2025-03", "--source", "unionesarda"];
    let answer = project.run(&[&import[..], &["--sheet", "Indicatori", "--definition", "2025"]].concat());
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    assert!(answer.stderr.contains("Read 7 of 7 columns"), "{}", answer.stderr);

    // What the tool asks: a jump, and a sentence on specialists that is no longer so.
    let told = project.run(&["check"]).stderr;
    assert!(told.contains("Umbria: 1 in the edition 2024-06_2024-08, 100 here"), "{told}");
    assert!(told.contains("quasi nessuno abilitato") && told.contains("error[F048]"), "{told}");
    assert!((1..begun).contains(&todos(&project)));

    // The answers, by hand: what is not published goes, what was asked is confirmed or dropped.
    let observations = format!("{FOLDER}/observations");
    for unpublished in ["documenti.table.csv", "documenti.table.yaml", "servizi.items.yaml"] {
        fs::remove_file(project.path(&format!("{observations}/{unpublished}"))).unwrap();
    }
    for series in ["consenso", "documenti", "mmg_pls", "servizi", "specialisti", "uso_cittadini"] {
        let path = format!("{observations}/{series}.yaml");
        let kept = project.read(&path);
        let kept = kept.lines().filter(|line| !line.trim_start().starts_with("# todo:"));
        let text: String = kept.map(|line| format!("{line}\n")).collect();
        let text = match series {
            "consenso" => text.replace(
                "Friuli-Venezia Giulia: todo",
                "Friuli-Venezia Giulia: { value: 86, as_of: 2024-12-31, source: ilnordest }",
            ),
            "documenti" => text.replace(
                "Sicilia: todo",
                "Sicilia: { value: 60, status: low-reliability, note: la fonte dice «circa il 60%»., source: ilsicilia }",
            ),
            "specialisti" => {
                text.replace("Umbria: 100", "Umbria: { value: 100, note: \"al 31 agosto 2024 era l’1%, secondo La Nazione.\" }")
            }
            _ => text,
        };
        project.write(&path, &text);
    }
    for path in ["observations/documenti.items.yaml", "outline.yaml", "narrative/conclusions.md"] {
        project.write(&format!("{FOLDER}/{path}"), &written_by_hand(path));
    }
    let answer = project.run(&["check"]);
    assert_eq!((answer.code, todos(&project)), (Some(0), 0), "{}", answer.stderr);

    // Published: the deck, and the same values as those typed into this repository one by one.
    project.change(&format!("{FOLDER}/edition.yaml"), "status: draft\n", "");
    project.build(&[]);
    assert!(project.read("output/2025-01_2025-03/slides.html").contains("l’Emilia-Romagna passa dal 39% al 65%"));
    let values = |project: &Project, series: &str| -> Vec<(String, String)> {
        let rows = project.rows(&format!("output/2025-01_2025-03/data/{series}.csv"));
        rows.into_iter().map(|row| (row["name"].clone(), row["value"].clone())).collect()
    };
    let repository = Project::of_the_talk();
    repository.build(&[]);
    for series in ["consenso", "uso_cittadini", "mmg_pls", "specialisti"] {
        assert_eq!(values(&project, series), values(&repository, series), "{series}");
    }

    // Nothing but that folder was touched.
    let after = project.files("content");
    for (path, bytes) in &before {
        assert!(after.get(path) == Some(bytes), "{path} has changed");
    }
    let own = FOLDER.strip_prefix("content/").unwrap();
    assert!(after.keys().all(|path| before.contains_key(path) || path.starts_with(own)));
}
