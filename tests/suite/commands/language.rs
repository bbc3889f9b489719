//! The language of messages: the option, then the environment, then English.

use crate::common::project::Project;

/// The last line that `check` prints in each case.
fn said(project: &Project, arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let mut command = project.command(arguments);
    let output = command.envs(variables.iter().copied()).output().unwrap();
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn the_environment_says_which_language_and_the_option_says_it_louder() {
    let project = Project::of_the_talk();
    let (english, italian) = ("No faults in 4 editions", "Nessun errore in 4 edizioni");
    for (arguments, variables, expected) in [
        (&["check"][..], &[][..], english),
        (&["check", "--lang", "it"], &[], italian),
        (&["--lang", "it", "check"], &[], italian),
        (&["check"], &[("LANG", "it_IT.UTF-8")], italian),
        (&["check"], &[("LANG", "it_IT.UTF-8"), ("LC_ALL", "C.UTF-8")], english),
        (&["check"], &[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "it_IT")], italian),
        (&["check", "--lang", "en"], &[("LC_ALL", "it_IT.UTF-8")], english),
    ] {
        let said = said(&project, arguments, variables);
        assert!(said.contains(expected), "{arguments:?} {variables:?}: {said}");
    }
    let wrong = project.run(&["check", "--lang", "fr"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.stderr.contains("[possible values: en, it]"), "{}", wrong.stderr);
}

#[test]
fn all_that_a_build_says_is_said_in_italian() {
    let project = Project::of_the_talk();
    let italian = |arguments: &[&str]| project.run(&[arguments, &["--lang", "it"]].concat());
    let built = italian(&["build"]);
    assert!(built.stderr.starts_with("10 affermazioni sono vere:\n"), "{}", built.stderr);
    assert!(built.stderr.contains("\nFatto in ") && built.stderr.contains(" 4 edizioni, "), "{}", built.stderr);
    assert!(built.stderr.ends_with(" figure. Apri output/index.html\n"), "{}", built.stderr);

    project.change("content/editions/2024-06_2024-08/observations/consenso.yaml", "Puglia: 69", "Puglia: 69,5");
    let fault = italian(&["build"]);
    assert_eq!(fault.code, Some(1));
    for words in [
        "errore[F016]: `69,5` ha la virgola decimale\n",
        "aiuto: scrivi 69.5\n",
        "1 errore in 1 file\nIl sito in output è rimasto com’era.\n",
    ] {
        assert!(fault.stderr.contains(words), "`{words}` is not in: {}", fault.stderr);
    }

    let refused = italian(&["check", "--content", "altrove"]);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.stderr.starts_with("errore: non si trova la cartella dei contenuti altrove; "),
        "{}",
        refused.stderr
    );
}
