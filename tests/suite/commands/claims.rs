//! What the talk says of the data is tested at every build.

use crate::common::project::Project;

const CONSENT: &str = "content/editions/2024-06_2024-08/observations/consenso.yaml";
const CONCLUSIONS: &str = "content/editions/2024-06_2024-08/narrative/conclusions.md";

/// The conclusions of the talk with one figure changed: exactly the sentences that speak of it are false, each
/// underlined; mending the text is enough.
#[test]
fn consent_of_italy_at_52_makes_exactly_the_sentences_false_that_speak_of_it() {
    let project = Project::of_the_talk();
    project.build(&[]);
    let before = project.files("output");
    project.change(CONSENT, "value: 41", "value: 52");
    let answer = project.run(&["build"]);
    assert_eq!(answer.code, Some(1), "{}", answer.stderr);
    let told = answer.stderr;
    assert!(told.contains("`consenso.italia` is 52%"), "{told}");
    assert!(told.contains("- **Consenso** limitato: {{ consenso.italia }}"), "{told}");
    // November still says that consent has grown: from 52 it has not.
    assert!(told.contains("`change(consenso.italia, since = \"2024-06_2024-08\")` is -10"), "{told}");
    // And March 2025 that it hardly moves.
    assert!(told.contains("# Più uso dei cittadini, consenso quasi fermo"), "{told}");
    assert_eq!(told.matches("error[F048]").count(), 3, "{told}");
    assert_eq!(told.matches("error[F048]").count(), told.matches("error[").count(), "{told}");
    assert!(project.files("output") == before, "the last good site is left as it was");

    project.change(CONCLUSIONS, "**Consenso** limitato", "**Consenso** di oltre la metà");
    project.change(CONCLUSIONS, "claim: consenso.italia < 50", "claim: consenso.italia > 50");
    let november = "content/editions/2024-11/narrative/conclusions.md";
    let text = project.read(november);
    let (before, rest) = text.split_once(", poco più che ad agosto <!-- claim: ").unwrap();
    let (_, after) = rest.split_once("-->").unwrap();
    project.write(november, &format!("{before}{after}"));
    let last = "content/editions/2025-01_2025-03/narrative/conclusions.md";
    project.change(last, ", consenso quasi fermo", "");
    project.change(last, " and change(consenso.italia, since = \"2024-06_2024-08\") | abs <= 2", "");
    project.build(&[]);
}

/// Each finding of the conclusions has something that is tested behind it.
#[test]
fn all_five_findings_of_the_talk_carry_a_claim() {
    let conclusions = Project::of_the_talk().read(CONCLUSIONS);
    let findings = conclusions.split("\n- ").skip(1).take(5);
    for finding in findings {
        assert!(finding.contains("<!-- claim: "), "{finding}");
    }
}

/// A draft that stands between two published editions, with all its values still to be given, changes nothing of what the
/// newer one says.
#[test]
fn an_unfinished_draft_between_two_editions_says_nothing_of_what_came_before() {
    let project = Project::of_the_talk();
    project.build(&[]);
    let before = project.files("output/2025-01_2025-03");
    let answer = project.run(&["new", "2024-09_2024-10", "--from", "2024-06_2024-08"]);
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    project.build(&[]);
    let after = project.files("output/2025-01_2025-03");
    for path in ["slides.html", "changes.html", "figures/change-uso_cittadini/change-uso_cittadini.svg"] {
        assert!(before[path] == after[path], "{path}");
    }
}
