//! Wrong files: one answer, all faults, and the site as it was.

use crate::common::mistake;
use crate::common::project::Project;

const LAST: &str = "The site in output was left as it was.\n";

#[test]
fn each_mistake_is_said_and_leaves_the_site_byte_for_byte_as_it_was() {
    let project = Project::of(&mistake::base());
    project.build(&[]);
    let before = project.state("");
    let built: Vec<_> = before.iter().filter(|(path, _)| path.starts_with("output")).collect();
    assert!(built.len() > 10);

    let mistakes = mistake::all();
    assert!(mistakes.len() >= 25, "{} mistakes", mistakes.len());
    for mistake in mistakes {
        let name = mistake.path.display();
        project.put(&mistake.project());
        let answer = project.run(&["build"]);
        assert_eq!(answer.code, Some(1), "{name}: {}", answer.stderr);
        assert_eq!(answer.stderr, format!("{}{LAST}", mistake.printed), "{name}");
        assert_eq!(answer.stdout, "", "{name}");
        let after = project.state("output");
        for (path, state) in &built {
            let path = path.strip_prefix("output").unwrap().trim_start_matches('/');
            assert!(after.get(path) == Some(state), "{name}: {path} has changed");
        }
        assert_eq!(after.len(), built.len(), "{name}: {:?}", after.keys());
    }
}

#[test]
fn mistakes_all_over_the_talk_are_found_in_one_run_by_both_commands() {
    let project = Project::of_the_talk();
    project.build(&[]);
    let before = project.state("output");
    let (talk, spring) = ("content/editions/2024-06_2024-08", "content/editions/2025-01_2025-03");
    let mistakes = [
        ("content/site.yaml", "organisation:", "organization:", "did you mean `organisation`?"),
        ("content/outline.yaml", "- figure: mmg_pls", "- figure: mmg_plz", "did you mean `mmg_pls`?"),
        ("content/narrative/disclosure.md", "# ", "<b>a</b>\n\n# ", "disclosure.md"),
        (&format!("{talk}/observations/consenso.yaml"), "Puglia: 69", "Puglia: 69,5", "decimal"),
        (&format!("{talk}/observations/mmg_pls.yaml"), "Marche: 92", "Marche: 192", "192"),
        (&format!("{talk}/observations/specialisti.yaml"), "  Marche: 2", "  Marke: 2", "did you mean `Marche`?"),
        (&format!("{talk}/observations/uso_cittadini.yaml"), "Sicilia: 1", "Trinacria: 1", "Trinacria"),
        (&format!("{talk}/observations/servizi.yaml"), "others: missing", "", "others: missing"),
        (&format!("{talk}/observations/documenti.yaml"), "count: 16, of: 16", "count: 17, of: 16", "17 of 16"),
        (&format!("{spring}/narrative/conclusions.md"), ".italia }}", ".itala }}", "did you mean `italia`?"),
    ];
    for (path, from, to, _) in &mistakes {
        let text = project.read(path);
        assert!(text.contains(from), "`{from}` is in {path}");
        project.write(path, &text.replacen(from, to, 1));
    }
    for command in ["build", "check"] {
        let answer = project.run(&[command, "--quiet"]);
        assert_eq!(answer.code, Some(1));
        for (path, _, _, words) in &mistakes {
            assert!(answer.stderr.contains(&format!("--> {path}:")), "{path} is not in {}", answer.stderr);
            assert!(answer.stderr.contains(words), "`{words}` is not in {}", answer.stderr);
        }
        assert!(project.state("output") == before, "the site has changed");
    }
}
