//! `new`: the next edition from the last one, and the to-do list that `check` prints of it.

use crate::common::mistake::{self, Files};
use crate::common::project::{Answer, Project, copy};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const LAST: &str = "content/editions/2025-01_2025-03";
const NEXT: &str = "content/editions/2025-04_2025-06";

/// The files of a folder as text.
fn texts(project: &Project, folder: &str) -> BTreeMap<String, String> {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    project.files(folder).into_iter().map(|(path, bytes)| (path, text(bytes))).collect()
}

fn new(project: &Project, arguments: &[&str]) -> Answer {
    project.run(&[["new"].as_slice(), arguments].concat())
}

/// The number of to-dos in the last lines of `check`.
fn todos(answer: &Answer) -> usize {
    let words = ["to-dos", "to-do"];
    let counted = answer.stderr.lines().filter_map(|line| line.split(" in ").next());
    let numbers = counted.filter_map(|line| {
        let (before, last) = line.rsplit_once(' ')?;
        words.contains(&last).then(|| before.rsplit(' ').next()?.parse().ok())?
    });
    numbers.max().unwrap_or(0)
}

#[test]
fn the_next_edition_of_the_talk_has_every_series_with_every_territory_and_no_old_figure() {
    let project = Project::of_the_talk();
    let before = project.state("content");
    let answer = new(&project, &[]);
    assert_eq!((answer.code, &*answer.stdout), (Some(0), ""), "{}", answer.stderr);
    assert!(answer.stderr.starts_with(&format!("Made {NEXT} from 2025-01_2025-03: ")), "{}", answer.stderr);
    assert!(answer.stderr.contains("  1. ") && answer.stderr.contains("  5. "), "{}", answer.stderr);

    let (last, next) = (texts(&project, LAST), texts(&project, NEXT));
    assert_eq!(last.keys().collect::<BTreeSet<_>>(), next.keys().collect::<BTreeSet<_>>());
    for (path, text) in next.iter().filter(|(path, _)| path.starts_with("observations/")) {
        let values: Vec<&str> = text.lines().filter(|line| line.starts_with("  ") && !line.contains('#')).collect();
        assert_eq!(values.len(), if path.contains(".items.") { 16 } else { 21 }, "{path}");
        assert!(values.iter().all(|line| line.ends_with(": todo")), "{path}: {text}");
        // What stands outside comments is words and the version of a definition.
        let said = text.lines().filter(|line| !line.trim_start().starts_with('#') && !line.starts_with("definition: "));
        assert!(said.clone().all(|line| !line.contains(|sign: char| sign.is_ascii_digit())), "{path}: {text}");
        let national = text.contains("\nnational: todo\n");
        assert_eq!(national, !path.contains(".items."), "{path}: {text}");
    }
    let consenso = &next["observations/consenso.yaml"];
    let exception = "as_of: 2024-12-31 }\n  Friuli-Venezia Giulia: todo\n";
    assert!(consenso.contains(exception), "{consenso}");
    assert!(next["observations/servizi.yaml"].contains("definition: \"2025\"\n"), "the version of the definition");
    assert!(next["edition.yaml"].contains("\nstatus: draft\n"));

    // All else is as it was.
    let after = project.state("content");
    let changed: Vec<_> =
        before.iter().filter(|(path, state)| path.ends_with(".yaml") && after[*path] != **state).collect();
    assert!(changed.is_empty(), "{changed:?}");
}

#[test]
fn a_new_edition_builds_as_a_draft_and_check_lists_what_is_to_do() {
    let project = Project::of_the_talk();
    let said = new(&project, &[]).stderr;
    let answer = project.run(&["check"]);
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    let counted = todos(&answer);
    assert!(counted > 20, "{}", answer.stderr);
    assert!(said.contains(&format!(" with {counted} things to do.")), "{said}");
    for line in [
        format!("{NEXT}/observations/consenso.yaml:"),
        ": all 22 values are still to be given\n".to_owned(),
        format!("{NEXT}/narrative/conclusions.md:"),
        format!("{NEXT}/outline.yaml:"),
    ] {
        assert!(answer.stderr.contains(&line), "{line} is not in {}", answer.stderr);
    }
    // Each line leads to its comment or value.
    let lines = answer.stderr.lines().filter(|line| line.starts_with(NEXT));
    assert_eq!(lines.clone().count(), counted);
    for line in lines {
        let (path, rest) = line.split_once(".yaml:").map_or_else(
            || line.split_once(".md:").map(|(path, rest)| (format!("{path}.md"), rest)).unwrap(),
            |(path, rest)| (format!("{path}.yaml"), rest),
        );
        let number: usize = rest.split(':').next().unwrap().parse().unwrap();
        let text = project.read(&path);
        let there = text.lines().nth(number - 1).unwrap();
        assert!(there.contains("todo") || there.contains("<!-- claim:"), "{line}");
    }
    project.build(&["--quiet"]);
    let deck = project.read("output/2025-04_2025-06/slides.html");
    assert!(deck.contains("Bozza") && deck.contains("n.d."));
}

#[test]
fn the_list_is_empty_when_all_is_done_and_then_the_edition_can_be_published() {
    let project = Project::of_the_talk();
    new(&project, &[]);
    let publish = |text: String| text.replace("status: draft", "status: published");
    let of_next = |path: &str| format!("{NEXT}/{path}");
    let edition = publish(project.read(&of_next("edition.yaml")));
    project.write(&of_next("edition.yaml"), &edition);
    let answer = project.run(&["check"]);
    assert_eq!(answer.code, Some(1), "a published edition has no to-dos");
    assert!(answer.stderr.contains("error[F051]"), "{}", answer.stderr);

    // Each step takes some away; at the end there are none.
    project.write(&of_next("edition.yaml"), &edition.replace("status: published", "status: draft"));
    let mut left = todos(&project.run(&["check"]));
    for (path, text) in texts(&project, NEXT) {
        let is_todo = |line: &str| line.trim_start().starts_with("# todo:") || line.starts_with("<!-- todo:");
        // Of what no source gives, no claim can be made.
        let plain = |line: &str| format!("{}\n", line.split(" <!-- claim:").next().unwrap());
        let done: String = text.lines().filter(|line| !is_todo(line)).map(plain).collect();
        project.write(&of_next(&path), &done.replace(": todo\n", ": missing\n"));
        let answer = project.run(&["check"]);
        assert_eq!(answer.code, Some(0), "{path}: {}", answer.stderr);
        let now = todos(&answer);
        assert!(now < left, "{path}: {left}, then {now}");
        left = now;
    }
    assert_eq!(left, 0);
    project.write(&of_next("edition.yaml"), &publish(project.read(&of_next("edition.yaml"))));
    let answer = project.run(&["check"]);
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    assert!(!answer.stderr.contains(NEXT), "{}", answer.stderr);
}

#[test]
fn a_claim_waits_for_its_values_and_is_tested_when_they_are_given() {
    let project = Project::of_the_talk();
    new(&project, &[]);
    let answer = project.run(&["check"]);
    let waits = ": to be tested when the values are given: mmg_pls.italia >= 90 and ";
    assert!(answer.code == Some(0) && answer.stderr.contains(waits), "{}", answer.stderr);
    let path = format!("{NEXT}/observations/mmg_pls.yaml");
    let given = |text: String| text.replace("# source:", "source:").replace(": todo", ": 80");
    project.write(&path, &given(project.read(&path)));
    project.change(
        &format!("{NEXT}/edition.yaml"),
        "\nsources:\n",
        "\nsources:\n  opinione: { publisher: a, title: b }\n",
    );
    let answer = project.run(&["check"]);
    assert!(answer.code == Some(1) && !answer.stderr.contains(waits), "{}", answer.stderr);
    assert!(answer.stderr.contains("error[F048]"), "{}", answer.stderr);
}

#[test]
fn a_site_in_english_with_territories_of_its_own_has_its_to_dos_in_english() {
    let project = Project::of(&Files::new());
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples/waste/content"), &project.path("content"));
    assert_eq!(new(&project, &[]).code, Some(0));
    let next = texts(&project, "content/editions/2023-01_2023-12");
    let values =
        "national: todo\nvalues:\n  England: todo\n  Wales: todo\n  Scotland: todo\n  Northern Ireland: todo\n";
    assert!(next["observations/recycling.yaml"].ends_with(values), "{}", next["observations/recycling.yaml"]);
    assert!(next["narrative/conclusions.md"].contains("<!-- todo: review, title included -->\n"));
    assert!(next["edition.yaml"].contains("\n# todo: the sources of this edition; "), "{}", next["edition.yaml"]);
    project.build(&["--quiet"]);
}

#[test]
fn nothing_is_overwritten() {
    let project = Project::of_the_talk();
    assert_eq!(new(&project, &[]).code, Some(0));
    let before = project.state("content");
    // The unfinished one is not what the next is made from.
    for arguments in [[].as_slice(), &["2025-04_2025-06"], &["--from", "2025-01_2025-03"], &["2024-11"]] {
        let answer = new(&project, arguments);
        assert_eq!(answer.code, Some(1), "{}", answer.stderr);
        assert!(answer.stderr.contains("there is already an edition"), "{}", answer.stderr);
        assert!(answer.stderr.ends_with("Nothing was written.\n"), "{}", answer.stderr);
    }
    // What check does not see is not overwritten either.
    project.write("content/editions/2025-07/.gitkeep", "");
    project.write("content/editions/2025-08", "");
    for period in ["2025-07", "2025-08"] {
        let answer = new(&project, &[period, "--from", "2024-11"]);
        assert!(answer.code != Some(0) && !answer.stderr.contains("Made"), "{}", answer.stderr);
    }
    fs::remove_dir_all(project.path("content/editions/2025-07")).unwrap();
    fs::remove_file(project.path("content/editions/2025-08")).unwrap();
    let files = |state: &crate::common::project::State| state.keys().cloned().collect::<Vec<_>>();
    assert_eq!(files(&project.state("content")), files(&before));
}

#[test]
fn what_cannot_be_asked_for_is_said() {
    let project = Project::of_the_talk();
    for (arguments, words) in [
        (["giugno", "--from", "2024-11"], "`giugno` is not a period"),
        (["2025-13", "--from", "2024-11"], "`2025-13` is not a period"),
        (["2025-06_2025-04", "--from", "2024-11"], "`2025-06_2025-04` is not a period"),
        (["2025-07", "--from", "2024-12"], "editions are: 2025-01_2025-03, 2024-11, "),
    ] {
        let answer = new(&project, &arguments);
        assert_eq!(answer.code, Some(1));
        assert!(answer.stderr.contains(words), "`{words}` is not in {}", answer.stderr);
    }
    // Where there are faults, there is nothing sound to start from.
    project.change("content/site.yaml", "language: it", "language: xx");
    let answer = new(&project, &[]);
    assert_eq!(answer.code, Some(1));
    assert!(answer.stderr.contains("--> content/site.yaml:"), "{}", answer.stderr);
    assert!(!project.path(NEXT).exists());
}

#[test]
fn a_period_before_that_of_the_edition_it_starts_from_is_refused() {
    let project = Project::of_the_talk();
    let before = project.state("content");
    let answer = new(&project, &["2020-01"]);
    assert_eq!(answer.code, Some(1), "{}", answer.stderr);
    assert!(answer.stderr.contains("error[F022]: 2020-01 comes before `2025-01_2025-03`"), "{}", answer.stderr);
    assert_eq!(project.state("content"), before);
}

#[test]
fn a_period_may_be_named_and_an_older_edition_chosen() {
    let project = Project::of_the_talk();
    for (arguments, folder) in [
        (["--from", "2024-11"].as_slice(), "2024-12"),
        (&["--from", "2024-06_2024-08", "2025-09/2025-11"], "2025-09_2025-11"),
        (&["2025-06-30", "--from", "2024-11"], "2025-06-30"),
    ] {
        let answer = new(&project, arguments);
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        assert!(project.path(&format!("content/editions/{folder}/edition.yaml")).exists(), "{}", answer.stderr);
    }
    let day = project.read("content/editions/2025-06-30/edition.yaml");
    assert!(day.contains("\nperiod: 2025-06-30\n"), "a folder's name cannot say a day: {day}");
    let answer = new(&project, &["--from", "2025-06-30"]);
    assert!(answer.stderr.contains("`2025-06-30` is not finished"), "{}", answer.stderr);
    assert!(answer.stderr.contains("start from a finished one: --from 2025-01_2025-03"), "{}", answer.stderr);
    assert_eq!(project.run(&["check"]).code, Some(0));
    let edition = "content/editions/2024-11/edition.yaml";
    project.write(edition, &format!("{}\nperiod: 2024-11-30\n", project.read(edition)));
    let answer = new(&project, &["--from", "2024-11"]);
    assert!(answer.stderr.contains("does not tell which one follows"), "{}", answer.stderr);
}

#[test]
fn an_edition_is_known_by_its_folder_and_by_its_id_and_its_period_is_taken() {
    let project = Project::of_the_talk();
    let last = format!("{LAST}/edition.yaml");
    project.write(&last, &format!("id: primo-2025\n{}", project.read(&last)));
    for name in ["2025-01_2025-03", "primo-2025"] {
        let answer = new(&project, &["2026-01", "--from", name]);
        assert!(answer.stderr.starts_with("Made content/editions/2026-01 from primo-2025: "), "{}", answer.stderr);
        fs::remove_dir_all(project.path("content/editions/2026-01")).unwrap();
        let answer = project.run(&["check", "--edition", name]);
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        assert!(answer.stderr.contains("No faults in 1 edition, "), "{}", answer.stderr);
        assert_eq!(project.run(&["changes", name]).code, Some(0));
    }
    // The period of another folder is the period of an edition all the same.
    fs::rename(project.path(LAST), project.path("content/editions/primo")).unwrap();
    project.change("content/editions/primo/edition.yaml", "id: ", "period: 2025-01/2025-03\nid: ");
    let answer = new(&project, &["2025-01_2025-03"]);
    assert_eq!(answer.code, Some(1), "{}", answer.stderr);
    let said = "there is already an edition of 2025-01_2025-03: `primo-2025`";
    assert!(answer.stderr.contains(said), "{}", answer.stderr);
    assert!(!project.path(LAST).exists());
    assert_eq!(new(&project, &["--from", "primo"]).code, Some(0));
}

#[test]
fn to_dos_of_other_editions_are_not_listed_and_their_faults_are() {
    let project = Project::of_the_talk();
    new(&project, &[]);
    for arguments in [["check", "--edition", "2025-01_2025-03"], ["build", "--edition", "2025-01_2025-03"]] {
        let answer = project.run(&arguments);
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        assert!(!answer.stderr.contains("2025-04_2025-06"), "{}", answer.stderr);
    }
    let strict = project.run(&["check", "--strict", "--edition", "2025-01_2025-03"]);
    assert_eq!(strict.code, Some(0), "{}", strict.stderr);
    assert!(todos(&project.run(&["check", "--edition", "2025-04_2025-06"])) > 20);
    project.change(&format!("{NEXT}/edition.yaml"), "status: draft", "status: published");
    let answer = project.run(&["check", "--edition", "2025-01_2025-03"]);
    assert!(answer.code == Some(1) && answer.stderr.contains("error[F051]"), "{}", answer.stderr);
}

#[test]
fn a_to_do_of_shared_narrative_is_that_of_the_editions_that_read_it() {
    let project = Project::of(&mistake::base());
    let (head, fine) = ("content/editions/2024-06_2024-08/edition.yaml", "content/narrative/fine.md");
    project.write(fine, &format!("{}\n<!-- todo: rileggere -->\n", project.read(fine)));
    let answer = project.run(&["check"]);
    assert_eq!(answer.code, Some(1), "{}", answer.stderr);
    let said = "error[F051]: still to do in a text that the published edition 2024-06_2024-08 reads: rileggere\n";
    assert!(answer.stderr.contains(said) && answer.stderr.contains(fine), "{}", answer.stderr);
    // Drafts may read it, also where others are asked for.
    project.write(head, &format!("status: draft\n{}", project.read(head)));
    for arguments in [["check"].as_slice(), &["check", "--edition", "2024-06_2024-08"]] {
        let answer = project.run(arguments);
        assert_eq!((answer.code, todos(&answer)), (Some(0), 1), "{}", answer.stderr);
        assert!(answer.stderr.contains("content/narrative/fine.md:5: rileggere\n"), "{}", answer.stderr);
    }
    // A text of its own is read in its place; the shared one is read by nobody then.
    project.write(head, &project.read(head).replace("status: draft\n", ""));
    project.write("content/editions/2024-06_2024-08/narrative/fine.md", "# Fine\n\nTesto.\n");
    let answer = project.run(&["check"]);
    assert_eq!((answer.code, todos(&answer)), (Some(0), 0), "{}", answer.stderr);
}

#[test]
fn one_thing_to_do_is_one() {
    let project = Project::of(&mistake::base());
    for series in ["accessi.yaml", "documenti.table.yaml"] {
        fs::remove_file(project.path(&format!("content/editions/2024-06_2024-08/observations/{series}"))).unwrap();
    }
    let head = "content/editions/2024-06_2024-08/edition.yaml";
    project.write(head, "title: Prova\n");
    project.write("content/sources.yaml", "prova: { publisher: Prova, title: Dati di prova }\n");
    let answer = project.run(&["new", "--lang", "it"]);
    assert!(answer.stderr.contains(" di 2 file, con 1 cosa da fare.\n"), "{}", answer.stderr);
    fs::remove_dir_all(project.path("content/editions/2024-09_2024-11")).unwrap();
    let answer = new(&project, &[]);
    assert!(answer.stderr.contains(" of 2 files, with 1 thing to do.\n"), "{}", answer.stderr);
}

/// The folder of the golden, and what a run that was killed has left there.
#[test]
fn all_that_must_be_asked_again_is_asked() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/new");
    let project = Project::of(&mistake::files(&fs::read_to_string(golden.join("project.txt")).unwrap()));
    project.write("content/editions/.2024-10_2024-12.new/half", "");
    let answer = new(&project, &[]);
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    assert!(!project.path("content/editions/.2024-10_2024-12.new").exists());
    let files = texts(&project, "content/editions/2024-10_2024-12");
    let mut written = files.iter().map(|(path, text)| format!("--- {path}\n{text}\n")).collect::<String>();
    written.push_str(&format!("=== new\n{}\n=== check\n{}", answer.stderr, project.run(&["check"]).stderr));
    let path = golden.join("next.txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &written).unwrap();
    }
    assert_eq!(written, fs::read_to_string(&path).unwrap_or_default());
}
