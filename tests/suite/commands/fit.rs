//! What does not fit its slide is told with its place and by how much, whatever kind of slide it is.

use crate::common::project::Project;

const CONCLUSIONS: &str = "content/editions/2024-06_2024-08/narrative/conclusions.md";

/// The talk of Arezzo with one change, checked.
fn told(change: impl Fn(&Project)) -> (Option<i32>, String) {
    let project = Project::of_the_talk();
    change(&project);
    let checked = project.run(&["check", "--edition", "2024-06_2024-08"]);
    // A build says the same and writes nothing.
    let built = project.run(&["build", "--edition", "2024-06_2024-08"]);
    assert_eq!(built.code, checked.code, "{}", built.stderr);
    assert_eq!(project.path("output").exists(), checked.code == Some(0), "{}", built.stderr);
    (checked.code, checked.stderr)
}

#[test]
fn a_bullet_made_twice_as_long_is_a_fault_with_its_slide_and_line() {
    let path = "content/narrative/disclosure.md";
    let bullet = "- Una voce abbastanza lunga da riempire quasi tutta la riga di una diapositiva larga\n";
    let full = format!("---\nkicker: Prova\n---\n\n# Una diapositiva piena\n\n{}", bullet.repeat(13));
    assert_eq!(told(|project| project.write(path, &full)).0, Some(0), "13 lines fit");
    let twice = format!("{} {}", bullet.trim_end(), bullet.trim_start_matches("- "));
    let (code, said) = told(|project| project.write(path, &full.replacen(bullet, &twice, 1)));
    assert_eq!(code, Some(1));
    let expected = "\
error[F038]: this slide is too full by 5 of its 720 pixels, at the smallest size
 --> content/narrative/disclosure.md:5:1
  |
5 | # Una diapositiva piena
  | ^^^^^^^^^^^^^^^^^^^^^^^
";
    assert!(said.contains(expected), "{said}");
}

#[test]
fn a_title_a_link_and_a_closing_that_are_too_long_are_faults_with_their_line() {
    let (code, said) = told(|project| {
        let words = "Il Fascicolo Sanitario Elettronico nelle Regioni italiane e nelle Province autonome ".repeat(9);
        let edition = "content/editions/2024-06_2024-08/edition.yaml";
        let title = "title: Il Fascicolo Sanitario Elettronico nelle Regioni italiane";
        project.change(edition, title, &format!("title: {words}"));
        let outline = "content/outline.yaml";
        project.change(outline, "title: Il monitoraggio nazionale", &format!("title: {words}{words}"));
        project.change(outline, "text: Dati, figure", &format!("text: {words}{words} Dati, figure"));
    });
    assert_eq!(code, Some(1));
    for place in ["content/outline.yaml:4:3", "content/outline.yaml:9:3", "content/outline.yaml:36:3"] {
        assert!(said.contains(&format!(" --> {place}\n")), "{place} is not in {said}");
    }
    assert_eq!(said.matches("error[F038]: the slide “").count(), 3, "{said}");
}

#[test]
fn a_theme_may_allow_smaller_text_which_is_pointed_out_or_further_slides() {
    let full = |project: &Project, fit: &str| {
        let longer = "- Documenti e servizi **uniformi** in tutte le Regioni\n".repeat(9);
        project.change(CONCLUSIONS, "- Documenti e servizi **uniformi** in tutte le Regioni\n", &longer);
        project.write("themes/stretto/theme.yaml", fit);
    };
    let run = |fit: &str| {
        let project = Project::of_the_talk();
        full(&project, fit);
        let answer = project.run(&["build", "--edition", "2024-06_2024-08", "--theme", "themes/stretto"]);
        (answer, project)
    };
    let (answer, _) = run("fit: []\n");
    assert!(answer.stderr.contains("error[F038]: this slide is too full by"), "{}", answer.stderr);

    let (answer, project) = run("fit: [small, split]\n");
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    assert!(
        answer.stderr.contains("warning[F081]: the text of this slide is set at 20 of 720 pixels"),
        "{}",
        answer.stderr
    );
    assert!(project.read("output/2024-06_2024-08/slides.html").contains("slide--small"));

    let (answer, project) = run("fit: [split]\n");
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    assert!(!answer.stderr.contains("F081"), "{}", answer.stderr);
    let page = project.read("output/2024-06_2024-08/slides.html");
    for part in ["(1 di 2)", "(2 di 2)"] {
        assert!(page.contains(&format!("Un FSE usato allo stesso modo in tutto il Paese {part}")), "{part}");
    }
    // The report is one text.
    assert!(!project.read("output/2024-06_2024-08/index.html").contains("(1 di 2)"));
}

#[test]
fn an_overview_of_many_indicators_has_smaller_rows_and_one_of_too_many_is_a_fault() {
    let groups = |more: usize| {
        let project = Project::of_the_talk();
        let path = "content/indicators.yaml";
        let text = project.read(path).replace("group: completezza", "group: utilizzo");
        let further = (0..more).map(|n| {
            format!(
                "\n  altro_{n}: {{ title: Altro numero {n}, short: Altro {n}, group: utilizzo, kind: share, of: degli assistiti, timing: \
                 stock, origin: Prova, definition: Prova. }}"
            )
        });
        project.write(path, &(text.trim_end().to_owned() + &further.collect::<String>() + "\n"));
        let answer = project.run(&["build", "--edition", "2024-06_2024-08"]);
        (answer, project)
    };
    let (answer, project) = groups(0);
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    assert!(project.read("output/2024-06_2024-08/slides.html").contains("class=\"overview overview--dense\""));
    let (answer, _) = groups(6);
    assert_eq!(answer.code, Some(1), "{}", answer.stderr);
    assert!(answer.stderr.contains("error[F038]: the slide “I numeri del FSE” of 2024-06_2024-08 is too full by"));
    assert!(answer.stderr.contains("help: a slide holds eight indicators a group"), "{}", answer.stderr);
}
