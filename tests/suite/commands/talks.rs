//! Talks beside the whole one: cut to the time there is, and for a territory.

use crate::common::page::{heading, section, sections, text};
use crate::common::project::Project;

const TALK: &str = "output/2024-06_2024-08";

/// The talk of Arezzo, built with these arguments.
fn built(arguments: &[&str]) -> Project {
    let project = Project::of_the_talk();
    project.build(&[&["--edition", "2024-06_2024-08"], arguments].concat());
    project
}

/// The addresses of the slides of a deck: those of the run, then those kept back.
fn run(project: &Project, deck: &str) -> [Vec<String>; 2] {
    let page = project.read(&format!("{TALK}/{deck}"));
    let (mut run, mut backup) = (Vec::new(), Vec::new());
    for tag in page.split("<section class=\"slide").skip(1) {
        let tag = &tag[..tag.find('>').unwrap()];
        let id = tag.split("id=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        if tag.contains("data-backup") { backup.push(id) } else { run.push(id) }
    }
    [run, backup]
}

#[test]
fn a_cut_keeps_the_core_and_what_there_is_time_for_and_puts_the_rest_after_the_end() {
    let project = built(&[]);
    let [all, none] = run(&project, "slides.html");
    assert_eq!((all.len(), none.len()), (19, 0));
    let [kept, back] = run(&project, "slides-breve.html");
    // The core takes nine minutes; the two of the background do not fit, that of the link does.
    let expected = [
        "title",
        "disclosure-dichiarazione-di-interessi",
        "link-il-monitoraggio-nazionale",
        "overview",
        "figure-documenti-table",
        "figure-documenti-territories",
        "figure-servizi-territories",
        "section-utilizzo",
        "figure-consenso",
        "figure-uso_cittadini",
        "conclusions-un-fascicolo-diverso-in-ogni-regione",
        "conclusions-un-fse-usato-allo-stesso-modo-in",
        "closing",
    ];
    assert_eq!(kept, expected);
    // Nothing is lost, and each part keeps its order.
    let expected: Vec<&String> = all.iter().filter(|id| !kept.contains(id)).collect();
    assert_eq!(back.iter().collect::<Vec<_>>(), expected);
    let report = project.read(&format!("{TALK}/index.html"));
    assert!(report.contains("<a href=\"slides-breve.html\">breve</a>"));
}

#[test]
fn minutes_keep_of_the_rest_what_there_is_time_for() {
    let project = built(&["--minutes", "12"]);
    let [kept, back] = run(&project, "slides-12-minuti.html");
    assert!(kept.contains(&"background-gli-obiettivi-e-le-regole".to_owned()), "{kept:?}");
    assert_eq!((kept.len(), back.len()), (15, 4));
    assert!(back.contains(&"figure-specialisti".to_owned()), "{back:?}");
}

#[test]
fn too_few_minutes_are_a_fault_and_nothing_is_written() {
    let project = Project::of_the_talk();
    let answer = project.run(&["build", "--minutes", "4"]);
    assert_eq!(answer.code, Some(1));
    let said = "error[F079]: the core of the talk of 2025-01_2025-03 takes 9 min 0 s: more than 4 minutes\n --> \
                command line:1:11\n";
    assert!(answer.stderr.starts_with(said), "{}", answer.stderr);
    assert!(!project.path("output").exists());
}

#[test]
fn what_is_wrong_with_a_talk_alone_stops_no_command_that_makes_none() {
    let project = Project::of_the_talk();
    project.change("content/outline.yaml", "breve: 10", "breve: 1");
    let conclusions = "content/editions/2024-11/narrative/conclusions.md";
    let long = "- Una riga che sta qui soltanto per riempire la diapositiva, e che è lunga quanto basta\n".repeat(40);
    project.write(conclusions, &format!("{}\n{long}", project.read(conclusions)));
    let check = project.run(&["check"]);
    assert_eq!(check.code, Some(1));
    assert!(check.stderr.contains("F079") && check.stderr.contains("`consenso` 1 min"), "{}", check.stderr);
    project.write("a.txt", "not ours");
    for (arguments, code) in [(&["changes"][..], 0), (&["chart", "consenso"], 0), (&["verify", "a.txt"], 7)] {
        assert_eq!(project.run(arguments).code, Some(code), "{arguments:?}");
    }
}

#[test]
fn a_talk_for_a_territory_marks_it_and_has_its_profile() {
    let project = built(&["--for", "Umbria"]);
    let page = project.read(&format!("{TALK}/for/umbria/slides.html"));
    let ids: Vec<String> = sections(&page).into_iter().map(|(id, _)| id).collect();
    let slide = |id: &str| section(&page, id);
    assert!(text(slide("title")).contains("Umbria · Completezza e utilizzo"));
    let profile = slide("profile-umbria");
    assert_eq!(heading(profile), "L’Umbria in cifre");
    let said = text(profile);
    // From the file of the data: value, place among those known, Italy, distance, change since the edition before.
    let rows = project.rows(&format!("{TALK}/data/consenso.csv"));
    let known: Vec<f64> =
        rows.iter().filter(|row| row["name"] != "Italia").filter_map(|row| row["value"].parse().ok()).collect();
    let own: f64 = rows.iter().find(|row| row["name"] == "Umbria").unwrap()["value"].parse().unwrap();
    let rank = known.iter().filter(|value| **value > own).count() + 1;
    assert_eq!(known.iter().filter(|value| **value == own).count(), 1, "no one shares its place");
    let row = format!("Consenso {own}% {rank}ª su {} 41% −{} punti", known.len(), 41.0 - own);
    assert!(said.contains(&row), "{row} is not in {said}");
    let place = |id: &str| ids.iter().position(|one| one == id);
    assert!(place("profile-umbria") < place("figure-documenti-items"), "{ids:?}");
    for figure in ["consenso", "uso_cittadini", "documenti-territories", "servizi-territories", "specialisti"] {
        assert!(text(slide(&format!("figure-{figure}"))).contains("In evidenza: Umbria"), "{figure}");
    }
    assert!(text(slide("closing")).contains("Il valore dell’Umbria è noto"));
    // The talk for all does not change.
    assert!(!project.read(&format!("{TALK}/slides.html")).contains("In evidenza: Umbria"));
}

#[test]
fn every_territory_may_have_its_talk() {
    let project = built(&["--for", "all"]);
    let talks: Vec<String> = project.files(TALK).into_keys().filter(|path| path.starts_with("for/")).collect();
    assert_eq!(talks.len(), 21, "{talks:?}");
    let report = project.read(&format!("{TALK}/index.html"));
    for path in &talks {
        assert!(report.contains(&format!("<a href=\"{path}\">")), "{path}");
    }
    // Without being asked for they go, and with them the links.
    project.build(&[]);
    assert!(project.files(TALK).into_keys().all(|path| !path.starts_with("for/")));
    assert!(!project.read(&format!("{TALK}/index.html")).contains("for/"));
}

#[test]
fn a_territory_that_does_not_exist_is_a_fault_with_the_nearest_name() {
    let project = Project::of_the_talk();
    let answer = project.run(&["build", "--for", "Umbira", "--for", "Molise"]);
    assert_eq!(answer.code, Some(1));
    assert!(answer.stderr.starts_with("error[F082]: there is no territory `Umbira`\n"), "{}", answer.stderr);
    assert!(answer.stderr.contains("help: did you mean `Umbria`?"), "{}", answer.stderr);
}

#[test]
fn a_comment_that_is_nearly_ours_is_pointed_out() {
    let project = Project::of_the_talk();
    let path = "content/narrative/disclosure.md";
    project.write(path, &(project.read(path) + "\n<!-- passi -->\n"));
    let answer = project.run(&["check"]);
    assert_eq!(answer.code, Some(0));
    assert!(answer.stderr.contains("a comment that begins with `passi` is read by nobody"), "{}", answer.stderr);
    assert!(answer.stderr.contains("did you mean `steps`?"), "{}", answer.stderr);
}
