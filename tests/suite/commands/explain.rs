//! `explain`: what each fault means, in both languages.

use crate::common::project::Project;
use fascicle::diag::{Code, Language};

#[test]
fn a_fault_is_explained_however_its_code_is_typed() {
    let project = Project::of_the_talk();
    let expected = "\
F016 decimal comma

`12,5`: data files have a decimal point. Also `{Lazio: 12,5}`, which YAML takes for something else.

Wrong (observations/consenso.yaml):

      Umbria: 29,5

Right:

      Umbria: 29.5
";
    for typed in ["F016", "f16", "16"] {
        let answer = project.run(&["explain", typed]);
        assert_eq!((answer.code, &*answer.stdout, &*answer.stderr), (Some(0), expected, ""), "{typed}");
    }
    let italian = project.run(&["explain", "16", "--lang", "it"]).stdout;
    assert!(italian.starts_with("F016 virgola decimale\n\n`12,5`: nei file di dati i decimali hanno il punto."));
    assert!(italian.contains("\nSbagliato (observations/consenso.yaml):\n") && italian.contains("\nGiusto:\n"));
}

#[test]
fn every_fault_that_is_printed_can_be_looked_up() {
    let project = Project::of_the_talk();
    for language in Language::ALL {
        let list = project.run(&["explain", "--lang", language.tag()]).stdout;
        let expected: Vec<String> = Code::ALL
            .iter()
            .map(|code| format!("{}  {}", code.number(), code.explanation().title.get(language)))
            .collect();
        assert_eq!(list.lines().collect::<Vec<_>>(), expected);
        for code in Code::ALL {
            let answer = project.run(&["explain", &code.number(), "--lang", language.tag()]);
            let about = code.explanation();
            for words in [about.title, about.meaning, about.place] {
                assert!(answer.stdout.contains(words.get(language)), "{}", answer.stdout);
            }
            for line in about.wrong.lines().chain(about.right.lines()) {
                assert!(answer.stdout.contains(line), "`{line}` is not in {}", answer.stdout);
            }
        }
    }
}

#[test]
fn a_code_that_does_not_exist_is_refused() {
    let project = Project::of_the_talk();
    for typed in ["F999", "consenso", ""] {
        let answer = project.run(&["explain", typed]);
        assert_eq!((answer.code, &*answer.stdout), (Some(2), ""));
        assert_eq!(answer.stderr, format!("error: there is no fault `{typed}`; `fascicle explain` lists them all\n"));
    }
}
