//! Faults and warnings for programs, as JSON and as SARIF; and warnings taken for faults.

use crate::common::mistake;
use crate::common::project::Project;
use fascicle::diag::Code;
use serde_json::{Value, json};

const CONSENT: &str = "content/editions/2024-06_2024-08/observations/consenso.yaml";
const EDITION: &str = "content/editions/2024-06_2024-08/edition.yaml";

/// A project with a territory twice, and a decimal comma.
fn wrong() -> Project {
    let project = Project::of(&mistake::base());
    project.change(CONSENT, "  Lazio: 8\n", "  P.A. Bolzano: 8\n  Südtirol: 12,5\n");
    project
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn json_tells_all_that_people_are_told() {
    let project = wrong();
    let answer = project.run(&["check", "--format", "json"]);
    assert_eq!((answer.code, &*answer.stderr), (Some(1), ""));
    assert_eq!(
        read(&answer.stdout),
        json!({
            "form": 1,
            "language": "en",
            "faults": 2,
            "warnings": 0,
            "todos": 0,
            "list": [
                {
                    "severity": "fault",
                    "code": "F008",
                    "title": "duplicate territory",
                    "message": "`Südtirol` has been given before",
                    "label": "",
                    "hint": "keep one of the two",
                    "file": CONSENT,
                    "line": 6, "column": 3, "end_line": 6, "end_column": 11, "bytes": [75, 84],
                    "other": {
                        "label": "the first",
                        "file": CONSENT,
                        "line": 5, "column": 3, "end_line": 5, "end_column": 15, "bytes": [57, 69],
                    },
                    "fix": null,
                },
                {
                    "severity": "fault",
                    "code": "F016",
                    "title": "decimal comma",
                    "message": "`12,5` uses the decimal comma",
                    "label": "",
                    "hint": "write 12.5",
                    "file": CONSENT,
                    // Characters, not bytes: ü is one.
                    "line": 6, "column": 13, "end_line": 6, "end_column": 17, "bytes": [86, 90],
                    "other": null,
                    "fix": {
                        "text": "12.5",
                        "file": CONSENT,
                        "line": 6, "column": 13, "end_line": 6, "end_column": 17, "bytes": [86, 90],
                    },
                },
            ],
        })
    );
    let italian = read(&project.run(&["check", "--format", "json", "--lang", "it"]).stdout);
    assert_eq!(italian["language"], "it");
    assert_eq!(italian["list"][0]["message"], "`Südtirol` c’è già");
    assert_eq!(italian["list"][1]["title"], "virgola decimale");
}

#[test]
fn sarif_has_the_rules_of_the_catalogue_and_the_fixes() {
    let project = wrong();
    let answer = project.run(&["build", "--format", "sarif"]);
    assert_eq!((answer.code, &*answer.stderr), (Some(1), "Nothing was written.\n"));
    let log = read(&answer.stdout);
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().ends_with("/sarif-schema-2.1.0.json"));
    let [run] = &log["runs"].as_array().unwrap()[..] else { panic!("one run") };
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let driver = &run["tool"]["driver"];
    assert_eq!((&driver["name"], &driver["semanticVersion"]), (&json!("fascicle"), &json!(env!("CARGO_PKG_VERSION"))));
    let rules = driver["rules"].as_array().unwrap();
    assert_eq!(rules.len(), Code::ALL.len());
    assert_eq!(rules[15]["id"], "F016");
    assert_eq!(rules[15]["name"], "DecimalComma");
    assert_eq!(rules[15]["shortDescription"]["text"], "decimal comma");

    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    for result in results {
        let place = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[place]["id"], result["ruleId"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert!(["startLine", "startColumn", "endLine", "endColumn"].iter().all(|key| region[key].as_u64() > Some(0)));
    }
    let [twice, comma] = &results[..] else { panic!("two") };
    assert_eq!(twice["relatedLocations"][0]["message"]["text"], "the first");
    assert_eq!(comma["level"], "error");
    assert_eq!(comma["message"]["text"], "`12,5` uses the decimal comma\nwrite 12.5");
    let region = json!({ "startLine": 6, "startColumn": 13, "endLine": 6, "endColumn": 17 });
    let place = json!({
        "physicalLocation": { "artifactLocation": { "uri": CONSENT }, "region": region },
    });
    assert_eq!(comma["locations"], json!([place]));
    assert_eq!(
        comma["fixes"],
        json!([{
            "description": { "text": "write 12.5" },
            "artifactChanges": [{
                "artifactLocation": { "uri": CONSENT },
                "replacements": [{ "deletedRegion": region, "insertedContent": { "text": "12.5" } }],
            }],
        }])
    );
}

#[test]
fn nothing_found_is_told_to_programs_too() {
    let project = Project::of(&mistake::base());
    for command in ["check", "build"] {
        let json = project.run(&[command, "--format", "json", "--quiet"]);
        assert_eq!((json.code, &*json.stderr), (Some(0), ""));
        let none = json!({ "form": 1, "language": "en", "faults": 0, "warnings": 0, "todos": 0, "list": [] });
        assert_eq!(read(&json.stdout), none);
        let sarif = project.run(&[command, "--format", "sarif", "--quiet"]);
        assert_eq!((sarif.code, &*sarif.stderr), (Some(0), ""));
        assert_eq!(read(&sarif.stdout)["runs"][0]["results"], json!([]));
    }
    // What the machine refuses is no list.
    let refused = project.run(&["check", "--format", "json", "--content", "elsewhere"]);
    assert_eq!((refused.code, &*refused.stdout), (Some(2), ""));
}

#[test]
fn warnings_are_shown_and_counted_and_stop_only_who_is_strict() {
    let project = Project::of(&mistake::base());
    let istat = "  istat: { publisher: Istat, title: Popolazione }\n";
    project.write(EDITION, &format!("{}{istat}", project.read(EDITION)));
    let warning = "\
warning[F057]: no value names the source `istat`: no page will show it
 --> content/editions/2024-06_2024-08/edition.yaml:4:3
  |
4 |   istat: { publisher: Istat, title: Popolazione }
  |   ^^^^^
  |
help: name it where it belongs with `source: istat`, or take it away

1 warning in 1 file
";
    for command in ["check", "build"] {
        let answer = project.run(&[command]);
        assert_eq!(answer.code, Some(0), "{}", answer.stderr);
        assert!(answer.stderr.starts_with(warning), "{}", answer.stderr);
        assert_eq!(answer.stderr.matches("warning").count(), 2, "{}", answer.stderr);
        // Who is quiet hears what is wrong, and this may be.
        assert_eq!(project.run(&[command, "--quiet"]).stderr, warning);
    }
    let json = read(&project.run(&["check", "--format", "json"]).stdout);
    assert_eq!((&json["faults"], &json["warnings"]), (&json!(0), &json!(1)));
    assert_eq!((&json["list"][0]["severity"], &json["list"][0]["fix"]), (&json!("warning"), &Value::Null));
    let sarif = read(&project.run(&["check", "--format", "sarif"]).stdout);
    assert_eq!(sarif["runs"][0]["results"][0]["level"], "warning");

    let before = project.files("output");
    let fault = warning.replace("warning", "error").replace("1 error in", "1 fault in");
    for (command, last) in [("check", ""), ("build", "The site in output was left as it was.\n")] {
        let strict = project.run(&[command, "--strict"]);
        assert_eq!((strict.code, strict.stderr), (Some(1), format!("{fault}{last}")));
        let json = read(&project.run(&[command, "--strict", "--format", "json"]).stdout);
        assert_eq!((&json["faults"], &json["list"][0]["severity"]), (&json!(1), &json!("fault")));
    }
    assert!(project.files("output") == before);
}

#[test]
fn what_is_left_to_do_in_a_draft_is_told_apart() {
    let project = Project::of(&mistake::base());
    project.change(EDITION, "title: Prova\nsources", "title: Prova\nstatus: draft\nsources");
    project.change(CONSENT, "Umbria: 29", "Umbria: todo");
    let answer = project.run(&["check", "--format", "json"]);
    assert_eq!(answer.code, Some(0), "{}", answer.stdout);
    let told = read(&answer.stdout);
    assert_eq!((&told["faults"], &told["warnings"], &told["todos"]), (&json!(0), &json!(0), &json!(1)));
    assert_eq!((&told["list"][0]["severity"], &told["list"][0]["code"]), (&json!("todo"), &json!("F051")));
    let sarif = read(&project.run(&["check", "--format", "sarif"]).stdout);
    assert_eq!(sarif["runs"][0]["results"][0]["level"], "note");
}
