//! `fascicle chart`: one figure, or all, to take along.

use crate::common::project::Project;
use serde_json::Value;
use std::fs;

/// What the command writes to standard output.
fn asked(project: &Project, arguments: &[&str]) -> String {
    let answer = project.run(&[["chart"].as_slice(), arguments].concat());
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""), "{arguments:?}");
    answer.stdout
}

fn json(project: &Project, arguments: &[&str]) -> Value {
    serde_json::from_str(&asked(project, &[arguments, &["--format", "json"]].concat())).unwrap()
}

fn row<'v>(figure: &'v Value, name: &str) -> &'v Value {
    let rows = figure["rows"].as_array().unwrap();
    rows.iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("no row of {name}"))
}

#[test]
fn a_figure_goes_to_standard_output_as_svg_and_nothing_else_is_said_or_written() {
    let project = Project::of_the_talk();
    let before = project.state("");
    let svg = asked(&project, &["consenso"]);
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && svg.ends_with("</svg>\n"), "{svg}");
    assert!(svg.contains("al 31 marzo 2025") && svg.contains("#FFFFFF"));
    assert!(project.state("") == before);
}

#[test]
fn it_is_that_of_the_newest_edition_that_has_it_or_of_the_one_named() {
    let project = Project::of_the_talk();
    assert_eq!(json(&project, &["consenso"])["edition"]["id"], "2025-01_2025-03");
    assert_eq!(json(&project, &["documenti-table"])["edition"]["id"], "2024-06_2024-08");
    let older = json(&project, &["consenso", "--edition", "2024-11"]);
    assert_eq!((&older["edition"]["id"], &older["period"]), (&"2024-11".into(), &"2024-11-30".into()));
}

#[test]
fn a_figure_that_no_outline_shows_is_drawn_all_the_same() {
    let project = Project::of_the_talk();
    project.change("content/editions/2025-01_2025-03/outline.yaml", "- figure: consenso\n", "");
    let figure = json(&project, &["consenso", "--edition", "2025-01_2025-03"]);
    assert_eq!(figure["edition"]["id"], "2025-01_2025-03");
    assert_eq!(row(&figure, "Emilia-Romagna")["value"], 92);
}

#[test]
fn json_alone_tells_source_period_denominator_the_exception_and_who_is_missing() {
    let project = Project::of_the_talk();
    let figure = json(&project, &["consenso"]);
    assert_eq!((&figure["unit"], &figure["share_of"]), (&"percent".into(), &"degli assistiti".into()));
    assert_eq!((&figure["period"], &figure["edition"]["period"]), (&"2025-03-31".into(), &"2025-01/2025-03".into()));
    assert!(figure["source"].as_str().unwrap().starts_with("Ministero della Salute"));
    assert_eq!(figure["notes"][0]["text"], "Friuli-Venezia Giulia: al 31 dicembre 2024");
    assert_eq!(figure["missing"].as_array().unwrap().len(), 8);

    let (whole, first) = (row(&figure, "Italia"), row(&figure, "Emilia-Romagna"));
    assert_eq!((&whole["national"], &whole["value"], &whole["rank"]), (&true.into(), &42.into(), &Value::Null));
    assert_eq!((&first["national"], &first["value"], &first["rank"]), (&false.into(), &92.into(), &1.into()));
    let missing = row(&figure, "Toscana");
    assert_eq!((&missing["value"], &missing["status"]), (&Value::Null, &"O".into()));
    assert_eq!(missing["missing"], "nessuna fonte riporta il valore");
    assert_eq!(row(&figure, "Friuli-Venezia Giulia")["period"], "2024-12-31");
}

#[test]
fn a_table_is_true_false_or_null_and_a_change_has_both_sides() {
    let project = Project::of_the_talk();
    let table = json(&project, &["documenti-table"]);
    assert_eq!((&table["unit"], &table["items"][0]["id"]), (&Value::Null, &"lettera_dimissione".into()));
    let row_of = row(&table, "Piemonte");
    assert_eq!((&row_of["lettera_dimissione"], &row_of["cartella_clinica"]), (&true.into(), &false.into()));
    assert_eq!(row_of["certificato_vaccinale"], Value::Null);

    let change = json(&project, &["change-uso_cittadini"]);
    assert_eq!(change["since"]["edition"], "2024-06_2024-08");
    let row_of = row(&change, "Valle d’Aosta");
    assert_eq!(
        (&row_of["old_value"], &row_of["value"], &row_of["change"]),
        (&Value::Null, &30.into(), &"appeared".into())
    );
    assert_eq!(row_of["old_missing"], "nessuna fonte riporta il valore");
}

#[test]
fn csv_says_in_each_row_what_holds_for_all() {
    let project = Project::of_the_talk();
    assert_eq!(project.run(&["chart", "consenso", "--output", "consenso.csv"]).code, Some(0));
    let rows = project.rows("consenso.csv");
    assert_eq!(rows.len(), 22);
    for row in &rows {
        assert_eq!((row["edition"].as_str(), row["share_of"].as_str()), ("2025-01_2025-03", "degli assistiti"));
        assert!(row["origin"].starts_with("Ministero della Salute") && row["title"].starts_with("Cittadini"));
        assert_eq!(row["value"].is_empty(), !row["missing"].is_empty(), "{row:?}");
    }
    let friuli = rows.iter().find(|row| row["territory"] == "ITH4").unwrap();
    assert_eq!((friuli["period"].as_str(), friuli["note"].as_str()), ("2024-12-31", "al 31 dicembre 2024"));
}

#[test]
fn the_figure_speaks_the_language_asked_for_and_its_authors_theirs() {
    let project = Project::of_the_talk();
    let english = json(&project, &["consenso", "--lang", "en"]);
    assert_eq!(english["language"], "en");
    assert!(english["measure"].as_str().unwrap().ends_with("as of 31 March 2025"));
    assert!(english["title"].as_str().unwrap().starts_with("Cittadini"));
    assert_eq!(english["rows"][0]["name"], "Italy");
    assert!(asked(&project, &["consenso", "--lang", "en"]).contains(">Source<"));
    // The language of the environment is that of messages alone.
    let output = project.command(&["chart", "consenso"]).env("LANG", "en_GB.UTF-8").output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().contains(">Fonte<"));
}

#[test]
fn a_name_that_is_no_figure_is_a_fault_that_says_which_there_are() {
    let project = Project::of_the_talk();
    for (arguments, words) in [
        (&["consensi"][..], "did you mean `consenso`?"),
        (&["xyz"], "figures are: "),
        (&["documenti-table", "--edition", "2024-11"], "the edition 2024-06_2024-08 has it"),
        (&["consenso", "--edition", "2024-12"], "there is no edition `2024-12`"),
    ] {
        let answer = project.run(&[&["chart"], arguments, &["--output", "new.svg"]].concat());
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(1), ""), "{arguments:?}");
        assert!(answer.stderr.contains(words), "{}", answer.stderr);
        assert!(!project.path("new.svg").exists());
    }
}

#[test]
fn faults_of_the_content_are_told_and_the_file_stays_as_it_was() {
    let project = Project::of_the_talk();
    project.write("consenso.svg", "mine");
    project.change("content/editions/2024-11/observations/consenso.yaml", "Toscana: 27", "Toscana: 127");
    let answer = project.run(&["chart", "consenso", "--output", "consenso.svg"]);
    assert_eq!(answer.code, Some(1));
    assert!(answer.stderr.contains("error[F019]") && answer.stderr.ends_with("Nothing was written.\n"));
    assert_eq!(project.read("consenso.svg"), "mine");
}

#[test]
fn a_file_takes_the_place_of_the_last_and_its_ending_gives_the_format() {
    let project = Project::of_the_talk();
    project.write("charts/consenso.json", "old");
    for path in ["charts/consenso.json", "charts/consenso.SVG"] {
        assert_eq!(asked(&project, &["consenso", "--output", path]), "");
    }
    assert!(project.read("charts/consenso.json").starts_with("{\n  \"id\": \"consenso\""));
    assert!(project.read("charts/consenso.SVG").starts_with("<svg"));
    assert_eq!(fs::read_dir(project.path("charts")).unwrap().count(), 2);
    for (arguments, words) in [
        (&["--output", "a.doc"][..], "does not say in which format"),
        (&["--output", "a.svg", "--format", "csv"], "ends as another format than csv"),
        (&["--format", "svg,csv"], "more than one picture needs a folder"),
        (&["--format", "svg,csv", "--output", "charts/consenso.json"], "is a file, and more than one picture"),
    ] {
        let answer = project.run(&[&["chart", "consenso"], arguments].concat());
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(answer.stderr.contains(words), "{}", answer.stderr);
    }
}

#[test]
fn all_figures_go_into_a_folder_in_each_format() {
    let project = Project::of_the_talk();
    let answer = project.run(&["chart", "--all", "--output", "charts", "--format", "svg,json"]);
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
    let files = project.files("charts");
    assert_eq!(answer.stderr, format!("Wrote {} files to charts\n", files.len()));
    for name in ["consenso", "documenti-table", "documenti-items", "change-uso_cittadini"] {
        assert!(files.contains_key(&format!("{name}.svg")) && files.contains_key(&format!("{name}.json")), "{name}");
    }
    // The newest edition that has each; and what is drawn alone is what is drawn among all.
    assert_eq!(String::from_utf8_lossy(&files["documenti-table.svg"]), asked(&project, &["documenti-table"]));
    let older = project.run(&["chart", "--all", "--edition", "2024-11", "--output", "older"]);
    assert_eq!(older.code, Some(0), "{}", older.stderr);
    assert!(project.files("older").keys().all(|name| name.ends_with(".svg")));
    assert!(project.files("older").len() * 2 < files.len());
}

#[test]
fn dark_figures_and_figures_without_a_ground_are_drawn_so() {
    let project = Project::of_the_talk();
    let plain = asked(&project, &["consenso"]);
    let bare = asked(&project, &["consenso", "--background", "none"]);
    let dark = asked(&project, &["consenso", "--dark"]);
    assert!(plain.contains("class=\"paper\"") && !bare.contains("class=\"paper\""));
    assert!(dark.contains("#121A22") && !dark.contains("#00457D"));
}

#[test]
fn a_width_on_paper_is_the_width_of_the_drawing_and_of_the_page() {
    let project = Project::of_the_talk();
    let svg = asked(&project, &["consenso", "--width", "160mm"]);
    assert!(svg.contains(" width=\"160mm\" height=\""), "{}", &svg[..300]);
    assert!(svg.contains("fascicle:options>--width 160mm<"));
    assert!(asked(&project, &["consenso", "--width", "16cm"]).contains(" width=\"160mm\""));
    assert!(
        asked(&project, &["consenso", "--width", "800", "--height", "900px"]).contains(" width=\"800\" height=\"900\"")
    );
    for length in ["160", "160pt", "mm", "-5mm", "1e9px", "2mm", "nan"] {
        let answer = project.run(&["chart", "consenso", "--width", length, "--output", "a.svg"]);
        // 160 are pixels, and enough.
        let code = if length == "160" { Some(0) } else { Some(2) };
        assert_eq!(answer.code, code, "{length}: {}", answer.stderr);
    }
}

#[test]
#[cfg(feature = "pdf")]
fn a_pdf_is_a_page_of_the_size_asked_for() {
    let project = Project::of_the_talk();
    let answer = project.run(&["chart", "consenso", "--width", "127mm", "--output", "consenso.pdf"]);
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(0), ""));
    let bytes = fs::read(project.path("consenso.pdf")).unwrap();
    // 127 mm are 5 inches of 72 points.
    assert!(bytes.windows(18).any(|window| window == b"/MediaBox[0 0 360 ") && bytes.starts_with(b"%PDF"));
}

#[test]
fn territories_are_marked_by_name_or_code_and_others_are_faults() {
    let project = Project::of_the_talk();
    let plain = json(&project, &["consenso"]);
    let marked = json(&project, &["consenso", "--highlight", "puglia,ITH4"]);
    assert_ne!(plain["summary"], marked["summary"]);
    assert!(marked["summary"].as_str().unwrap().contains("Puglia"));
    assert_ne!(asked(&project, &["consenso"]), asked(&project, &["consenso", "--highlight", "Puglia"]));
    for (id, name, words) in [
        ("consenso", "Pulia", "did you mean `Puglia`?"),
        ("documenti-items", "Puglia", "a figure of items has no territory to mark"),
        ("change-uso_cittadini", "Puglia", "a figure of what changed marks no territory"),
    ] {
        let answer = project.run(&["chart", id, "--highlight", name]);
        assert_eq!((answer.code, answer.stdout.as_str()), (Some(1), ""), "{id}");
        assert!(answer.stderr.contains(words), "{}", answer.stderr);
    }
    // Of all figures, those that have territories are marked.
    let answer = project.run(&["chart", "--all", "--highlight", "Puglia", "--output", "charts"]);
    assert_eq!(answer.code, Some(0), "{}", answer.stderr);
}

#[test]
fn words_are_text_or_shapes() {
    let project = Project::of_the_talk();
    let count = |svg: &str| svg.matches("<text").count();
    assert!(count(&asked(&project, &["consenso"])) > 30);
    assert_eq!(count(&asked(&project, &["consenso", "--text", "outlined"])), 0);
    assert!(asked(&project, &["consenso", "--text", "embedded"]).contains("@font-face"));
}
