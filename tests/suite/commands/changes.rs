//! `fascicle changes`, and the pages that say the same.

use crate::common::page::{section, sections, text};
use crate::common::project::Project;

fn asked(project: &Project, editions: &[&str]) -> String {
    let answer = project.run(&[["changes"].as_slice(), editions].concat());
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""), "{editions:?}");
    answer.stdout
}

#[test]
fn the_answer_goes_to_standard_output_in_eighty_columns_and_nothing_is_written() {
    let project = Project::of_the_talk();
    let before = project.state("");
    let said = asked(&project, &[]);
    assert!(said.starts_with("Che cosa è cambiato: gennaio – marzo 2025\n"), "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 80), "{said}");
    assert!(said.contains("  Emilia-Romagna                 39%     65%   +26 punti"), "{said}");
    assert_eq!(said, asked(&project, &["2025-01_2025-03"]));
    let exact = asked(&project, &["2024-06_2024-08", "2025-01_2025-03"]);
    assert!(
        exact.starts_with("Che cosa è cambiato: gennaio – marzo 2025 rispetto a giugno – agosto 2024\n"),
        "{exact}"
    );
    assert!(project.state("") == before);
}

#[test]
fn it_is_said_in_the_language_of_the_site_unless_another_is_asked_for() {
    let project = Project::of_the_talk();
    let environment = project.command(&["changes"]).env("LC_ALL", "en_GB.UTF-8").output().unwrap();
    assert_eq!(String::from_utf8(environment.stdout).unwrap(), asked(&project, &[]));
    let english = asked(&project, &["--lang", "en"]);
    assert!(english.starts_with("What changed: January – March 2025\n"), "{english}");
    assert!(english.contains("+26 points") && english.contains("no data → 30%"), "{english}");
    assert!(!english.contains("n.d. →") && !english.contains("punti"), "{english}");
}

#[test]
fn services_of_two_years_are_side_by_side_and_nothing_is_reckoned_of_them() {
    let project = Project::of_the_talk();
    let said = asked(&project, &["2024-06_2024-08", "2025-01_2025-03"]);
    let services = said.split("\n\n").find(|part| part.contains("Servizi disponibili nei portali")).unwrap();
    assert!(services.contains("! Definizioni diverse: i due valori non si confrontano"), "{services}");
    assert!(services.lines().any(|line| line.split_whitespace().eq(["Toscana", "64%", "56%"])), "{services}");
    assert!(!services.contains("punti") && !services.contains('ª'), "{services}");
}

#[test]
fn json_is_read_by_programs() {
    let project = Project::of_the_talk();
    let read: serde_json::Value = serde_json::from_str(&asked(&project, &["--format", "json"])).unwrap();
    let figures = read["figures"].as_array().unwrap();
    let use_ = figures.iter().find(|figure| figure["id"] == "uso_cittadini").unwrap();
    assert_eq!(use_["since"]["id"], "2024-06_2024-08");
    let emilia = use_["rows"].as_array().unwrap().iter().find(|row| row["code"] == "ITH5").unwrap();
    assert_eq!((&emilia["points"], &emilia["kind"]), (&26.0.into(), &"rose".into()));
}

#[test]
fn editions_that_are_not_there_or_have_nothing_older_are_faults() {
    let project = Project::of_the_talk();
    for (editions, words) in [
        (&["2024-12"][..], "there is no edition `2024-12`"),
        (&["2024-01_2024-03"], "there is no edition older than `2024-01_2024-03`"),
        (&["2024-11", "2024-11"], "`2024-11` is named twice"),
    ] {
        let answer = project.run(&[["changes"].as_slice(), editions].concat());
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(1), ""), "{editions:?}");
        assert!(answer.stderr.contains(words) && answer.stderr.contains("2024-11"), "{}", answer.stderr);
    }
    assert_eq!(project.run(&["changes", "2024-11", "2025-01_2025-03", "2024-06_2024-08"]).code, Some(2));
}

#[test]
fn every_edition_with_an_older_one_has_its_page_and_its_report_leads_there() {
    let project = Project::of_the_talk();
    project.build(&[]);
    for edition in ["2024-06_2024-08", "2024-11", "2025-01_2025-03"] {
        let page = project.read(&format!("output/{edition}/changes.html"));
        assert!(sections(&page).len() > 3, "{edition}");
        let report = project.read(&format!("output/{edition}/index.html"));
        assert!(report.contains("<a href=\"changes.html\">Che cosa è cambiato</a>"), "{edition}");
    }
    assert!(!project.path("output/2024-01_2024-03/changes.html").exists());
    assert!(!project.read("output/2024-01_2024-03/index.html").contains("changes.html"));
    let page = project.read("output/2025-01_2025-03/changes.html");
    let use_ = text(section(&page, "change-uso_cittadini"));
    for words in ["Emilia-Romagna 39% 65% +26 punti", "Valle d’Aosta n.d. 30% prima n.d.", "ora n.d."] {
        assert!(use_.contains(words), "`{words}` is not in {use_}");
    }
    assert!(!text(section(&page, "change-servizi-territories")).contains("punti"));
}

#[test]
fn the_slide_of_what_changed_says_the_greatest_change_and_that_of_services_refuses_one() {
    let project = Project::of_the_talk();
    project.build(&[]);
    let deck = project.read("output/2025-01_2025-03/slides.html");
    let use_ = text(section(&deck, "figure-change-uso_cittadini"));
    let words =
        ["Che cosa è cambiato", "Uso dei cittadini: l’Emilia-Romagna passa dal 39% al 65%", "+26 punti", "prima n.d."];
    for words in words {
        assert!(use_.contains(words), "`{words}` is not in {use_}");
    }
    let services = section(&deck, "figure-change-servizi-territories");
    assert!(text(services).contains("Definizioni diverse: i due valori non si confrontano"));
    assert!(!services.contains("class=\"links") && !text(services).contains("punti"));
    let rows = project.rows("output/2025-01_2025-03/data/change-uso_cittadini.csv");
    let emilia = rows.iter().find(|row| row["territory"] == "ITH5").unwrap();
    assert_eq!([&emilia["old_value"], &emilia["value"], &emilia["difference"]], ["39", "65", "26"]);
    assert!(emilia["old_source"].starts_with("ANSA") && emilia["source"].starts_with("FPress"), "{emilia:?}");
}
