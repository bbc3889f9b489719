//! Questions that are answered are not asked, and none is asked where nobody can know. Figures are made up.

use crate::common::italy::ITALY;
use crate::common::mistake::{Files, base, loaded};
use fascicle::diag::Code;
use fascicle::{Request, Site};

const SUMMER: &str = "editions/2024-06_2024-08";
const AUTUMN: &str = "editions/2024-11";

/// A share of six territories, with lines that come before the values, such as a note.
fn share(head: &str, values: [&str; 6]) -> String {
    let names = ["Lazio", "Umbria", "Molise", "Puglia", "Veneto", "Sicilia"];
    let rows: Vec<String> = names.iter().zip(values).map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!("indicator: consenso\nsource: prova\nnational: 41\n{head}values:\n{}others: missing\n", rows.concat())
}

const OLD: [&str; 6] = ["8", "1", "29", "69", "84", "missing"];

/// The base with an edition more, and these files.
fn project(files: &[(&str, &str, String)]) -> Files {
    let mut project = base();
    project.insert("outline.yaml".into(), Some("- title\n- figure: consenso\n".into()));
    project.remove("narrative/fine.md");
    let head = project[&format!("{SUMMER}/edition.yaml")].clone();
    project.insert(format!("{AUTUMN}/edition.yaml"), head);
    for (folder, name, text) in files {
        project.insert(format!("{folder}/{name}"), Some(text.clone()));
    }
    project
}

/// Two editions of one share.
fn editions(older: String, newer: String) -> Files {
    project(&[(SUMMER, "observations/consenso.yaml", older), (AUTUMN, "observations/consenso.yaml", newer)])
}

/// The kinds of faults and warnings.
fn codes(files: Files) -> Vec<Code> {
    let list = match Site::check(&loaded(files), &Request::default()) {
        Ok(site) => site.warnings().list.clone(),
        Err(faults) => faults.list,
    };
    list.iter().map(|fault| fault.code).collect()
}

fn site(files: Files) -> Site {
    Site::check(&loaded(files), &Request::default()).unwrap_or_else(|faults| panic!("{:?}", faults.list))
}

#[test]
fn a_jump_is_answered_by_a_note_on_the_value_and_not_by_one_on_the_file() {
    let older = || share("", OLD);
    let jump = ["8", "100", "29", "69", "84", "missing"];
    assert_eq!(codes(editions(older(), share("", jump))), [Code::Jump]);
    let noted = ["8", "{ value: 100, note: lo conferma la fonte. }", "29", "69", "84", "missing"];
    assert_eq!(codes(editions(older(), share("", noted))), []);
    assert_eq!(codes(editions(older(), share("note: lo conferma la fonte.\n", jump))), [Code::Jump]);
    // Fifty points are a jump, and forty-nine are not.
    assert_eq!(codes(editions(older(), share("", ["58", "1", "29", "69", "84", "missing"]))), [Code::Jump]);
    assert_eq!(codes(editions(older(), share("", ["57", "1", "29", "69", "84", "missing"]))), []);
}

#[test]
fn a_jump_that_is_counted_from_a_table_is_answered_beside_it() {
    let table = |cells: &str| {
        let rows: String = base_names().map(|name| format!("  {name}: {cells}\n")).collect();
        format!("indicator: documenti\npart: table\nsource: prova\nnote: Di prova.\nrows:\n{rows}  Sicilia: yes\n")
    };
    let items = "indicator: documenti\npart: items\nsource: prova\nvalues: { referto: { note: Lo conferma la fonte. } }\n\
                 others: table\n";
    let of = |items: &[(&str, &str, String)]| {
        let mut files = vec![
            (SUMMER, "observations/documenti.table.yaml", table("{ referto: no, lettera: yes }")),
            (AUTUMN, "observations/documenti.table.yaml", table("yes")),
            (AUTUMN, "observations/consenso.yaml", share("", OLD).replace("national: 41", "national: 42")),
        ];
        files.extend_from_slice(items);
        let list = Site::check(&loaded(project(&files)), &Request::default()).unwrap_err().list;
        let jumps = list.iter().filter(|fault| fault.code == Code::Jump).map(|fault| fault.hint.en.clone());
        jumps.filter(|hint| hint.contains("documenti.items.yaml")).count()
    };
    assert_eq!(of(&[]), 1);
    assert_eq!(of(&[(AUTUMN, "observations/documenti.items.yaml", items.into())]), 0);
}

#[test]
fn nobody_asks_about_a_change_across_a_break() {
    let jump = |value: &'static str| share("", ["8", value, "29", "69", "84", "missing"]);
    let older = || share("", OLD);
    assert_eq!(codes(editions(older(), jump("{ value: 100, status: break }"))), []);
    assert_eq!(codes(editions(older(), jump("{ value: 100, status: definition-differs }"))), []);
    assert_eq!(codes(editions(older(), jump("{ value: 100, status: estimated }"))), [Code::Jump]);
    // Two versions of the definition, and then one that continues the other.
    let versions = |newer: &str, continues: &str| {
        let mut files = editions(
            share("definition: \"2024\"\n", OLD),
            share(&format!("definition: {newer:?}\n"), ["8", "100", "29", "69", "84", "missing"]),
        );
        let indicators = files["indicators.yaml"].clone().unwrap();
        let definitions = format!(
            "definitions:\n      \"2024\": {{ text: Consensi. }}\n      \"2025\": {{ text: Consensi validi.{continues} }}\n"
        );
        let changed = indicators.replace("definition: Consensi sul totale degli assistiti.\n", &definitions);
        assert_ne!(changed, indicators);
        files.insert("indicators.yaml".into(), Some(changed));
        codes(files)
    };
    assert_eq!(versions("2025", ""), []);
    assert_eq!(versions("2024", ""), [Code::Jump]);
    assert_eq!(versions("2025", ", continues: \"2024\", because: Cambia solo il nome."), [Code::Jump]);
}

#[test]
fn nobody_asks_about_a_flow_over_another_window() {
    let accesses = |window: &str, value: &str| {
        format!(
            "indicator: accessi\nsource: prova\nwindow: {window}\nnational: {value}\nvalues: {{}}\nothers: missing\n"
        )
    };
    let of = |window: &str| {
        codes(project(&[
            (SUMMER, "observations/accessi.yaml", accesses("2024-06/2024-08", "18")),
            (AUTUMN, "observations/accessi.yaml", accesses(window, "80")),
            (AUTUMN, "observations/consenso.yaml", share("", ["1", "1", "1", "1", "2", "missing"])),
        ]))
    };
    assert_eq!(of("2024-11"), []);
    assert_eq!(of("2024-09/2024-11"), [Code::Jump]);
}

#[test]
fn the_same_values_are_asked_about_once_unless_a_note_or_their_date_says_so() {
    let older = || share("", OLD);
    assert_eq!(codes(editions(older(), share("", OLD))), [Code::SameAsBefore]);
    assert_eq!(codes(editions(older(), share("note: Nulla è cambiato.\n", OLD))), []);
    assert_eq!(codes(editions(older(), share("as_of: 2024-08-31\n", OLD))), []);
    let other = ["8", "1", "29", "69", "83", "missing"];
    assert_eq!(codes(editions(older(), share("", other))), []);
    // One more that is known is news.
    assert_eq!(codes(editions(older(), share("", ["8", "1", "29", "69", "84", "2"]))), []);
    let four = ["8", "1", "29", "69", "missing", "missing"];
    assert_eq!(codes(editions(share("", four), share("", four))), []);
    // A new national value above copied ones, and one of them taken away.
    let national = share("", OLD).replace("national: 41", "national: 43");
    assert_eq!(codes(editions(older(), national)), [Code::SameAsBefore]);
    let six = ["8", "1", "29", "69", "84", "2"];
    assert_eq!(codes(editions(share("", six), share("", OLD))), [Code::SameAsBefore]);
    assert_eq!(codes(editions(older(), share("", four))), [], "four values may well be the same");
}

#[test]
fn the_same_values_are_a_warning_and_a_fault_for_who_is_strict() {
    let files = || editions(share("", OLD), share("", OLD));
    assert_eq!(site(files()).warnings().list.len(), 1);
    let strict = Request { strict: true, ..Request::default() };
    assert_eq!(Site::check(&loaded(files()), &strict).unwrap_err().list.len(), 1);
}

#[test]
fn a_copied_table_is_asked_about_once_and_not_for_what_is_counted_from_it() {
    let table = "indicator: documenti\npart: table\nsource: prova\nrows:\n  Lazio: yes\n  Umbria: no\n  Molise: yes\nothers: \
                 missing\n";
    let files = project(&[
        (SUMMER, "observations/documenti.table.yaml", table.into()),
        (AUTUMN, "observations/documenti.table.yaml", table.into()),
        (AUTUMN, "observations/consenso.yaml", share("", OLD)),
    ]);
    assert_eq!(codes(files), [Code::SameAsBefore]);
}

#[test]
fn a_mean_is_asked_about_only_where_all_are_known() {
    let of = |national: &str, sicily: &str| {
        let names: Vec<&str> = base_names().collect();
        let rows: String = names.iter().map(|name| format!("  {name}: 50\n")).collect();
        let text =
            format!("indicator: consenso\nsource: prova\nnational: {national}\nvalues:\n{rows}  Sicilia: {sicily}\n");
        codes(project(&[
            (SUMMER, "observations/consenso.yaml", text),
            (AUTUMN, "observations/consenso.yaml", share("", OLD).replace("national: 41", "national: missing")),
        ]))
        .into_iter()
        .filter(|code| *code == Code::NationalOutside)
        .count()
    };
    assert_eq!(of("61", "60"), 1);
    assert_eq!(of("60", "60"), 0);
    assert_eq!(of("{ value: 61, note: la fonte pesa altrimenti. }", "60"), 0);
    assert_eq!(of("61", "missing"), 0);
}

/// All territories but one.
fn base_names() -> impl Iterator<Item = &'static str> {
    ITALY.into_iter().filter(|name| *name != "Sicilia")
}

#[test]
fn fractions_are_a_measure_that_is_small_where_a_note_or_the_last_edition_says_so() {
    let small = ["0.1", "0.2", "0", "0.3", "1", "missing"];
    let head = |text: String| text.replace("national: 41", "national: missing");
    assert_eq!(codes(editions(share("", OLD), head(share("", small)))), [Code::Fractions]);
    let noted = || head(share("note: È una misura di pochi.\n", small));
    assert_eq!(codes(editions(noted(), head(share("", ["0.1", "0.2", "0", "0.4", "1", "missing"])))), []);
    // One good value among them switches nothing off, where the others are a hundredth of what they were.
    let older = || share("", ["40", "30", "29", "69", "84", "missing"]);
    let most = ["0.41", "0.32", "0.29", "0.7", "84", "missing"];
    assert_eq!(codes(editions(older(), share("", most))), [Code::Fractions]);
    let noted = codes(editions(older(), share("note: È una misura di pochi.\n", most)));
    assert!(!noted.contains(&Code::Fractions), "{noted:?}");
    for values in [["0.41", "0.32", "29", "69", "84", "missing"], ["0.9", "0.1", "0.8", "69", "84", "missing"]] {
        assert!(!codes(editions(older(), share("", values))).contains(&Code::Fractions), "{values:?}");
    }
    // Whole numbers, a greater one among them, and counts are what they are.
    let whole = ["0", "1", "0", "1", "1", "missing"];
    let greater = ["0.1", "0.2", "0", "0.3", "1.1", "missing"];
    let counted = ["{ count: 1, of: 900 }", "{ count: 2, of: 900 }", "{ count: 3, of: 900 }", "0", "1", "missing"];
    for values in [whole, greater, counted] {
        let files = editions(head(share("", values)), head(share("", ["2", "2", "2", "2", "2", "missing"])));
        assert_eq!(codes(files), [], "{values:?}");
    }
}

#[test]
fn swapped_files_are_answered_by_a_note_in_each() {
    let high = ["92", "60", "74", "12", "30", "missing"];
    let low = ["8", "1", "29", "69", "84", "missing"];
    let accesses = |head: &str, values| share(head, values).replace("indicator: consenso", "indicator: accessi");
    let of = |first: &str, second: &str| {
        codes(project(&[
            (SUMMER, "observations/consenso.yaml", share("", low)),
            (SUMMER, "observations/accessi.yaml", accesses("", high)),
            (AUTUMN, "observations/consenso.yaml", share(first, high)),
            (AUTUMN, "observations/accessi.yaml", accesses(&format!("window: 2024-09/2024-11\n{second}"), low)),
        ]))
    };
    let note = "note: Lo conferma la fonte.\n";
    assert_eq!(of("", ""), [Code::SwappedColumns]);
    assert_eq!(of(note, ""), [Code::SwappedColumns]);
    // Then each jump is asked about for itself.
    assert_eq!(of(note, note), [Code::Jump; 8]);
}

/// A list that grows makes a new version; the old edition stays as it was.
#[test]
fn each_edition_is_drawn_on_the_list_of_its_definition() {
    let mut files = project(&[
        (
            SUMMER,
            "observations/documenti.table.yaml",
            "indicator: documenti\npart: table\ndefinition: \"2024\"\nsource: prova\nrows:\n  Lazio: yes\n  Umbria: { referto: \
             yes, lettera: no }\nothers: missing\n"
                .into(),
        ),
        (
            AUTUMN,
            "observations/documenti.table.yaml",
            "indicator: documenti\npart: table\ndefinition: \"2026\"\nsource: prova\nrows:\n  Lazio: { invito: no, others: yes }\n  \
             Umbria: no\nothers: missing\n"
                .into(),
        ),
        (AUTUMN, "observations/consenso.yaml", share("", OLD)),
    ]);
    let indicators = files["indicators.yaml"].clone().unwrap();
    let changed = indicators
        .replace(
            "definition: Documenti disponibili.\n",
            "definitions:\n      \"2024\":\n        text: Due documenti.\n        items: [lettera, referto]\n        of: dei due \
             documenti\n      \"2026\":\n        text: Tre documenti.\n        figures: { territories: { title: Documenti (% su 3), \
             measure: \"% su 3\" } }\n",
        )
        .replace("      referto: Referto\n", "      referto: Referto\n      invito: Lettera di invito\n");
    assert_ne!(changed, indicators);
    files.insert("indicators.yaml".into(), Some(changed));
    let outline =
        "- title\n- overview\n- figure: documenti/items\n- figure: documenti/table\n- figure: documenti/territories\n";
    files.insert("outline.yaml".into(), Some(outline.into()));
    let site = site(files);

    let (autumn, summer) = (site.edition(0), site.edition(1));
    let heads = |edition: &fascicle::resolve::Edition| edition.figures[1].table.head.join(" ");
    assert_eq!(heads(&autumn), "Territorio Referto Lettera di invito Lettera di dimissione Totale");
    assert_eq!(heads(&summer), "Territorio Referto Lettera di dimissione Totale");
    let row = |edition: &fascicle::resolve::Edition, figure: usize, name: &str| {
        let rows = &edition.figures[figure].table.rows;
        rows.iter().find(|row| row.cells[0] == name).unwrap().cells[1..3].join(" ")
    };
    assert_eq!(row(&autumn, 2, "Lazio"), "67% 2 su 3");
    assert_eq!(row(&summer, 2, "Lazio"), "100% 2 su 2");
    assert_eq!(row(&summer, 2, "Umbria"), "50% 1 su 2");
    assert_eq!(summer.figures[0].table.rows.len(), 2);
    assert_eq!(autumn.figures[0].table.rows.len(), 3);
    assert_eq!(autumn.figures[2].title, "Documenti (% su 3)");
    assert_eq!(summer.figures[2].title, "Documenti (% su 2)");
    let data = |edition: &fascicle::resolve::Edition| {
        let table = edition.datasets.iter().find(|dataset| dataset.name == "documenti-table").unwrap();
        table.head.join(",")
    };
    assert_eq!(data(&summer), "territory,name,referto,lettera,period,note,source");
    assert_eq!(data(&autumn), "territory,name,referto,invito,lettera,period,note,source");
    let of = |edition: &fascicle::resolve::Edition| {
        edition
            .outline
            .iter()
            .find_map(|step| match &step.entry {
                fascicle::resolve::Entry::Overview(overview) => Some(overview.columns[0].rows[2].of.clone()),
                _ => None,
            })
            .unwrap()
    };
    assert_eq!((of(&summer), of(&autumn)), ("dei due documenti".to_owned(), "dei documenti".to_owned()));
}
