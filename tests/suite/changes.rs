//! What changed from one edition to another: every value, rank, note and sentence that is not what it was, and nothing
//! that cannot be said. Figures are made up.

use crate::common::mistake::{Files, base, loaded};
use fascicle::chart::{Chart, Dumbbell};
use fascicle::diag::Language;
use fascicle::render::changes::json;
use fascicle::render::changes::text;
use fascicle::resolve::{Changes, Edition, FigureChange, Kind, RowChange, State, TextChange};
use fascicle::{Request, Site};

const SUMMER: &str = "editions/2024-06_2024-08";
const AUTUMN: &str = "editions/2024-09_2024-11";
const WINTER: &str = "editions/2024-12_2025-02";

/// The base with an edition more that is the same.
fn twice() -> Files {
    let mut files = base();
    for (path, text) in base() {
        if let Some(rest) = path.strip_prefix(SUMMER) {
            files.insert(format!("{AUTUMN}{rest}"), text);
        }
    }
    files
}

fn put(files: &mut Files, path: &str, text: &str) {
    files.insert(path.to_owned(), Some(text.to_owned()));
}

fn consent(national: &str, rows: &str) -> String {
    format!("indicator: consenso\nsource: prova\nnational: {national}\nvalues:\n{rows}others: missing\n")
}

fn site(files: Files) -> Site {
    Site::check(&loaded(files), &Request::default()).unwrap_or_else(|faults| panic!("{:#?}", faults.list))
}

/// What changed in the newest edition.
fn changes(files: Files) -> Changes {
    site(files).changes(&[], Language::Italian).unwrap_or_else(|faults| panic!("{:#?}", faults.list))
}

fn figure<'c>(changes: &'c Changes, id: &str) -> &'c FigureChange {
    changes.figures.iter().find(|figure| figure.id == id).unwrap_or_else(|| panic!("{id} is compared"))
}

fn row<'c>(figure: &'c FigureChange, name: &str) -> &'c RowChange {
    figure.rows.iter().find(|row| row.name == name).unwrap_or_else(|| panic!("{name} has changed"))
}

/// Two editions of consent.
fn of_consent(older: &str, newer: &str) -> Changes {
    let mut files = twice();
    put(&mut files, &format!("{SUMMER}/observations/consenso.yaml"), &consent("41", older));
    put(&mut files, &format!("{AUTUMN}/observations/consenso.yaml"), &consent("41", newer));
    changes(files)
}

#[test]
fn where_nothing_changed_nothing_is_said() {
    let changes = changes(twice());
    assert!(changes.is_nothing());
    let said = text(&changes, Language::Italian);
    assert!(said.ends_with("\nNulla è cambiato.\n") && said.lines().count() < 8, "{said}");
}

#[test]
fn one_changed_cell_gives_one_line() {
    let mut files = twice();
    put(&mut files, &format!("{AUTUMN}/observations/consenso.yaml"), &consent("41", "  Lazio: 8\n  Umbria: 31\n"));
    let changes = changes(files);
    let rows: Vec<&RowChange> = changes.figures.iter().flat_map(|figure| &figure.rows).collect();
    assert_eq!(rows.len(), 1);
    let said = text(&changes, Language::Italian);
    let lines: Vec<&str> = said.lines().filter(|line| line.contains("29%") || line.contains("31%")).collect();
    assert_eq!(lines.len(), 1, "{said}");
    assert_eq!(lines[0].split_whitespace().collect::<Vec<_>>(), ["Umbria", "29%", "31%", "+2", "punti", "1ª"]);
    assert!(said.contains("invariati: Italia 41%, Lazio 8%"), "{said}");
}

#[test]
fn one_changed_cell_of_a_table_is_one_line_of_the_table_and_of_each_share_counted_from_it() {
    let mut files = twice();
    // Of two items one is half, which is a jump.
    let indicators = files["indicators.yaml"].clone().unwrap();
    put(&mut files, "indicators.yaml", &indicators.replace("of: dei documenti", "of: dei documenti\n    jump: 60"));
    let path = format!("{AUTUMN}/observations/documenti.table.yaml");
    let table = files[&path].clone().unwrap().replace("Umbria: { referto: yes, lettera: no }", "Umbria: yes");
    put(&mut files, &path, &table);
    let changes = changes(files);
    let cells = &figure(&changes, "documenti-table").cells;
    assert_eq!(cells.len(), 1);
    assert_eq!((cells[0].name.as_str(), cells[0].title.as_str()), ("Umbria", "Lettera di dimissione"));
    assert_eq!((cells[0].old, cells[0].new), ("no", "sì"));
    let share = row(figure(&changes, "documenti-territories"), "Umbria");
    assert_eq!((share.old.printed.as_str(), share.new.printed.as_str(), share.points), ("50%", "100%", Some(50.0)));
}

#[test]
fn a_difference_is_taken_before_rounding_where_both_values_are_exact() {
    // 38.6 and 64.5 print 39% and 65%, 1.4 and 3.6 print 1% and 4%: they are 2.2 apart.
    let changes = of_consent("  Lazio: 38.6\n  Molise: 1.4\n", "  Lazio: 64.5\n  Molise: 3.6\n");
    let found = figure(&changes, "consenso");
    let of = |name| (row(found, name).difference.as_str(), row(found, name).points);
    assert_eq!((of("Lazio"), of("Molise")), (("+26 punti", Some(25.9)), ("+2 punti", Some(2.2))));
    let lazio = row(found, "Lazio");
    assert_eq!((lazio.old.value, lazio.new.value), (Some(38.6), Some(64.5)));
    assert_eq!(found.rounding, "Le differenze sono calcolate prima dell’arrotondamento");
    assert!(text(&changes, Language::Italian).contains("prima dell’arrotondamento."));
}

#[test]
fn where_only_what_is_printed_is_known_the_difference_is_of_that_and_is_said_to_be() {
    // 40 beside 39.6 is 40.0: a source gives all its values with the same decimals.
    let changes = of_consent("  Lazio: 39.6\n  Molise: 7\n", "  Lazio: 40\n  Molise: 8.2\n");
    assert_eq!(row(figure(&changes, "consenso"), "Lazio").difference, "meno di 1 punto in più");
    assert!(text(&changes, Language::Italian).contains("meno di 1 punto in più  1ª\n"), "the place stands apart");
    let changes = of_consent("  Lazio: 39.6\n", "  Lazio: 40\n");
    let found = figure(&changes, "consenso");
    assert_eq!((found.counts.unchanged, found.counts.rose), (1, 0), "40 alone may be 39.5");
    assert_eq!(found.rounding, "Le differenze sono tra i valori arrotondati, come pubblicati");
    // So may the same counts be more of more, and no less.
    let changes = of_consent("  Lazio: { count: 10, of: 20 }\n", "  Lazio: { count: 11, of: 22 }\n");
    let found = figure(&changes, "consenso");
    assert_eq!((found.counts.unchanged, found.rows.len()), (1, 0), "other counts of the same share are no difference");
}

#[test]
fn what_is_missing_is_said_to_be_gained_or_lost() {
    let changes = of_consent("  Lazio: 8\n  Umbria: 29\n", "  Lazio: 8\n  Molise: 30\n");
    let found = figure(&changes, "consenso");
    assert_eq!((found.counts.appeared, found.counts.vanished, found.counts.unchanged), (1, 1, 1));
    let kinds = ["Molise", "Umbria"].map(|name| (row(found, name).kind, row(found, name).difference.as_str()));
    assert_eq!(kinds, [(Kind::Appeared, "prima n.d."), (Kind::Vanished, "ora n.d.")]);
    let said = text(&changes, Language::Italian);
    assert!(said.contains("n.d. → 30%") && said.contains("29% → n.d."), "{said}");
    // Who stays where it was has not risen because another is not known any more.
    assert!(!found.ranks_compared && said.contains("Le posizioni non si confrontano"), "{said}");
}

#[test]
fn a_place_is_gained_only_where_it_is_not_shared() {
    let changes = of_consent(
        "  Lazio: 8\n  Umbria: 29\n  Molise: 1\n  Puglia: 1\n  Veneto: 1\n",
        "  Lazio: 30\n  Umbria: 28\n  Molise: 2\n  Puglia: 1\n  Veneto: 1\n",
    );
    let found = figure(&changes, "consenso");
    assert!(found.ranks_compared);
    let of = |name| {
        let RowChange { places: [was, is], place, moved, .. } = row(found, name);
        (was.as_str(), is.as_str(), place.as_str(), *moved)
    };
    assert_eq!(of("Lazio"), ("2ª", "1ª", "1ª, era 2ª", Some(1)));
    assert_eq!(of("Umbria"), ("1ª", "2ª", "2ª, era 1ª", Some(-1)));
    // Three shared the places from the third to the fifth: the third was among them.
    assert_eq!(of("Molise"), ("3ª a pari merito", "3ª", "3ª", None));
    let said = text(&changes, Language::Italian);
    assert!(said.contains("2ª → 1ª") && !said.contains("3ª a pari merito"), "{said}");
}

#[test]
fn long_places_do_not_make_a_line_longer_than_the_terminal() {
    let tied = |first: &str| format!("  Lazio: {first}\n  Umbria: 2\n  Molise: 5\n  Puglia: 9\n  Veneto: 9\n");
    let said = text(&of_consent(&tied("2"), &tied("9")), Language::Italian);
    assert!(said.contains("\n    4ª a pari merito → 1ª a pari merito\n"), "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 80), "{said}");
}

#[test]
fn notes_and_own_dates_that_come_go_and_change_are_said_of_values_that_stay() {
    let changes = of_consent(
        "  Lazio: { value: 8, note: vecchia. }\n  Umbria: { value: 29, note: uguale. }\n  Molise: 3\n",
        "  Lazio: { value: 8, note: nuova. }\n  Umbria: { value: 29, note: uguale. }\n  \
           Molise: { value: 3, as_of: 2024-10-31 }\n",
    );
    let found = figure(&changes, "consenso");
    assert_eq!(found.rows.len(), 2);
    let note = |name| row(found, name).note.clone().unwrap();
    assert_eq!((note("Lazio").old.as_deref(), note("Lazio").new.as_deref()), (Some("vecchia."), Some("nuova.")));
    assert_eq!((note("Molise").old, note("Molise").new.as_deref()), (None, Some("al 31 ottobre 2024")));
}

#[test]
fn who_has_no_value_in_both_is_among_those_though_the_date_of_the_absence_went() {
    let changes = of_consent("  Lazio: 8\n  Molise: { status: missing, as_of: 2024-03-31 }\n", "  Lazio: 9\n");
    let found = figure(&changes, "consenso");
    assert!(found.absent.contains(&"Molise".to_owned()), "{:?}", found.absent);
    assert_eq!(found.absent.len(), found.counts.absent);
    let old = row(found, "Molise").note.clone().unwrap().old;
    assert_eq!(old.as_deref(), Some("nessun valore nei dati al 31 marzo 2024"), "an absence has no bare date");
}

#[test]
fn the_same_value_of_the_same_date_is_not_said_to_have_stayed() {
    let own = "  Lazio: { value: 8, as_of: 2024-03-31 }\n  Umbria: 29\n";
    let changes = of_consent(own, own);
    let found = figure(&changes, "consenso");
    assert_eq!((found.counts.repeated, found.counts.unchanged), (1, 1));
    let lazio = found.unchanged.iter().find(|same| same.name == "Lazio").unwrap();
    assert_eq!(lazio.printed, "8% (stesso dato)");
}

/// Two versions of the definition of consent; the second continues the first where a reason is given.
fn definitions(because: &str) -> Files {
    let mut files = twice();
    let continues = match because {
        "" => String::new(),
        because => format!(", continues: \"2023\", because: {because}"),
    };
    let two = format!("definitions:\n      \"2023\": {{ text: Una. }}\n      \"2024\": {{ text: Altra.{continues} }}");
    let text = files["indicators.yaml"].clone().unwrap();
    put(&mut files, "indicators.yaml", &text.replacen("definition: Consensi sul totale degli assistiti.", &two, 1));
    for (folder, version, rows) in [(SUMMER, "2023", "  Lazio: 8\n"), (AUTUMN, "2024", "  Lazio: 8\n  Umbria: 30\n")] {
        let text = consent("41", rows).replacen("source:", &format!("definition: \"{version}\"\nsource:"), 1);
        put(&mut files, &format!("{folder}/observations/consenso.yaml"), &text);
    }
    files
}

#[test]
fn across_a_break_there_is_no_difference_no_rank_and_no_word_of_either() {
    let changes = changes(definitions(""));
    let found = figure(&changes, "consenso");
    assert_eq!(found.comparison.state, State::Broken);
    assert_eq!(found.comparison.words, "Definizioni diverse: i due valori non si confrontano");
    assert_eq!(found.definitions.as_ref().unwrap().each_ref().map(|one| one.id.as_str()), ["2023", "2024"]);
    for row in &found.rows {
        assert_eq!((row.points, row.moved, row.places.concat()), (None, None, String::new()), "{}", row.name);
    }
    // Values that print the same are not said to be unchanged.
    assert!(found.unchanged.is_empty() && found.rows.len() == 3, "Italia, Lazio, Umbria");
    let said = text(&changes, Language::Italian);
    assert!(said.contains("! Definizioni diverse") && said.contains("definizione 2024: Altra."), "{said}");
    assert!(!said.contains("punti") && !said.contains("invariat") && !said.contains('ª'), "{said}");
}

#[test]
fn an_authors_reason_to_compare_is_said_beside_the_differences() {
    let changes = changes(definitions("Le due contano lo stesso."));
    let found = figure(&changes, "consenso");
    assert_eq!(found.comparison.state, State::Allowed);
    assert!(found.comparison.words.ends_with("Le due contano lo stesso."));
    assert!(found.unchanged.iter().any(|same| same.name == "Lazio"));
}

#[test]
fn seventy_five_of_sixteen_and_sixty_seven_of_fifteen_are_not_compared() {
    let mut files = twice();
    let indicators = files["indicators.yaml"].clone().unwrap();
    let total = "definition: Documenti.\n    total: 16";
    put(&mut files, "indicators.yaml", &indicators.replace("definition: Documenti disponibili.", total));
    let values = [(SUMMER, "{ value: 75, count: 12, of: 16 }"), (AUTUMN, "{ value: 67, count: 10, of: 15 }")];
    for (folder, value) in values {
        files.remove(&format!("{folder}/observations/documenti.table.yaml"));
        let head = "indicator: documenti\nsource: prova\nnational: missing\n";
        let text = format!("{head}values:\n  Lazio: {value}\nothers: missing\n");
        put(&mut files, &format!("{folder}/observations/documenti.yaml"), &text);
    }
    let changes = changes(files);
    let found = figure(&changes, "documenti-territories");
    assert_eq!(found.comparison.words, "Totali diversi, 16 e 15: i due valori non si confrontano");
    assert_eq!(row(found, "Lazio").points, None);
    assert!(!text(&changes, Language::Italian).contains("punti"));
}

#[test]
fn a_value_that_breaks_its_series_is_not_compared_and_the_others_are() {
    let changes = of_consent("  Lazio: 8\n  Umbria: 29\n", "  Lazio: { value: 60, status: break }\n  Umbria: 30\n");
    let found = figure(&changes, "consenso");
    let lazio = row(found, "Lazio");
    assert_eq!((lazio.kind, lazio.points, lazio.why.as_str()), (Kind::Refused, None, "interruzione della serie"));
    assert_eq!(row(found, "Umbria").points, Some(1.0));
    assert!(!found.ranks_compared, "Umbria has not lost a place to a value that cannot be compared");
}

#[test]
fn figures_that_come_and_go_are_named_once() {
    let mut files = twice();
    put(&mut files, "outline.yaml", "- title\n- figure: consenso\n- narrative: fine\n");
    files.remove(&format!("{AUTUMN}/observations/accessi.yaml"));
    files.remove(&format!("{SUMMER}/observations/documenti.table.yaml"));
    let found = changes(files.clone());
    assert_eq!(found.gone.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["accessi"]);
    assert_eq!(found.added.len(), 3, "the table and the two shares counted from it");

    // What was gone before is no news in the next edition.
    for (path, text) in files.clone() {
        if let Some(rest) = path.strip_prefix(AUTUMN) {
            files.insert(format!("{WINTER}{rest}"), text);
        }
    }
    assert_eq!((changes(files.clone()).gone, changes(files).added), (Vec::new(), Vec::new()));
}

#[test]
fn each_figure_is_compared_with_the_last_older_edition_that_has_it() {
    let mut files = twice();
    for (path, text) in twice() {
        if let Some(rest) = path.strip_prefix(AUTUMN) {
            files.insert(format!("{WINTER}{rest}"), text);
        }
    }
    put(&mut files, "outline.yaml", "- title\n- figure: consenso\n- narrative: fine\n");
    files.remove(&format!("{AUTUMN}/observations/accessi.yaml"));
    put(
        &mut files,
        &format!("{WINTER}/observations/accessi.yaml"),
        "indicator: accessi\nsource: prova\nnational: 20\nvalues:\n  Lazio: 12\nothers: missing\n",
    );
    let site = site(files);
    let last = site.changes(&["2024-12_2025-02".into()], Language::Italian).unwrap();
    assert_eq!(figure(&last, "accessi").since.id, "2024-06_2024-08");
    assert_eq!(figure(&last, "consenso").since.id, "2024-09_2024-11");
    assert_eq!(row(figure(&last, "accessi"), "Lazio").points, Some(2.0));
    // Two that are named are held against each other, whichever is named first.
    let named = |names: [&str; 2]| site.changes(&names.map(str::to_owned), Language::Italian).unwrap();
    let exact = named(["2024-09_2024-11", "2024-12_2025-02"]);
    assert_eq!(exact.since.as_ref().unwrap().id, "2024-09_2024-11");
    assert!(exact.figures.iter().all(|figure| figure.id != "accessi"));
    assert!(exact.added.iter().any(|one| one.id == "accessi"));
    assert_eq!(exact, named(["2024-12_2025-02", "2024-09_2024-11"]));
}

#[test]
fn sentences_are_compared_as_written_and_numbers_are_left_to_the_data() {
    let mut files = twice();
    let text = "# Fine\n\n- Consenso: {{ consenso.italia }}\n- Poco cambia nelle Regioni del Sud\n- Da togliere\n";
    put(&mut files, "narrative/fine.md", text);
    let text =
        "# Fine\n\n- Consenso: {{ consenso.italia }}\n- Molto cambia nelle Regioni del Sud\n\n<!-- note: A voce. -->\n";
    put(&mut files, &format!("{AUTUMN}/narrative/fine.md"), text);
    put(&mut files, &format!("{AUTUMN}/observations/consenso.yaml"), &consent("44", "  Lazio: 8\n  Umbria: 29\n"));
    let changes = changes(files);
    let [found] = &changes.narratives[..] else { panic!("one narrative changed: {:?}", changes.narratives) };
    let changed = TextChange::Changed {
        old: "Poco cambia nelle Regioni del Sud".into(),
        new: "Molto cambia nelle Regioni del Sud".into(),
    };
    assert_eq!(found.changes, [changed, TextChange::Removed { old: "Da togliere".into() }]);
}

#[test]
fn claims_that_come_go_or_compare_other_values_are_said() {
    let mut files = twice();
    let old = "# Fine\n\n- Consenso basso <!-- claim: consenso.italia < 50 -->\n";
    put(&mut files, "narrative/fine.md", old);
    let newer = format!("{old}- Umbria in testa <!-- claim: consenso.max >= 29 -->\n");
    put(&mut files, &format!("{AUTUMN}/narrative/fine.md"), &newer);
    put(&mut files, &format!("{AUTUMN}/observations/consenso.yaml"), &consent("44", "  Lazio: 8\n  Umbria: 29\n"));
    let changes = changes(files);
    let claims = &changes.narratives[0].claims;
    let side = |what: &str, value: &str| Some(vec![[what.to_owned(), value.to_owned()]]);
    assert_eq!(claims.len(), 2);
    assert_eq!((&claims[0].old, &claims[0].new), (&side("consenso.italia", "41%"), &side("consenso.italia", "44%")));
    assert_eq!((&claims[1].old, &claims[1].new), (&None, &side("consenso.max", "29%")));
    let added = TextChange::Added { new: "Umbria in testa".into() };
    assert_eq!(changes.narratives[0].changes, [added], "the first sentence is as it was");
}

#[test]
fn json_has_the_fields_that_docs_changes_names_in_their_order() {
    let changes = of_consent("  Lazio: 8\n", "  Lazio: 9\n");
    let text = json(&changes);
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let docs =
        std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/changes.md")).unwrap();
    let documented = |heading: &str| -> Vec<String> {
        let (_, rest) =
            docs.split_once(&format!("\n### {heading}\n")).unwrap_or_else(|| panic!("docs/changes.md has {heading}"));
        let rows = rest.lines().skip_while(|line| !line.starts_with("| `")).take_while(|line| line.starts_with("| `"));
        rows.flat_map(|row| {
            row.split('|')
                .nth(1)
                .unwrap()
                .split(',')
                .map(|key| key.trim().trim_matches('`').to_owned())
                .collect::<Vec<_>>()
        })
        .collect()
    };
    assert_eq!(keys(&read), documented("The whole"));
    let figure = &read["figures"].as_array().unwrap().iter().find(|figure| figure["id"] == "consenso").unwrap();
    assert_eq!(keys(figure), documented("A figure"));
    assert_eq!(keys(&figure["rows"][0]), documented("A row"));
    assert_eq!(figure["rows"][0]["points"], 1.0);
    assert_eq!(text, json(&changes), "the same every time");
}

/// The figure of what changed, of the newest edition.
fn drawn(files: Files, entry: &str) -> (Edition, Dumbbell) {
    let mut files = files;
    put(&mut files, &format!("{AUTUMN}/outline.yaml"), &format!("- title\n{entry}\n- narrative: fine\n"));
    let edition = site(files).edition(0);
    let Chart::Dumbbell(dumbbell) = edition.figures[0].chart.clone() else { panic!("it is drawn as dumbbells") };
    (edition, dumbbell)
}

fn risen() -> Files {
    let mut files = twice();
    put(
        &mut files,
        &format!("{SUMMER}/observations/consenso.yaml"),
        &consent("41", "  Lazio: 8\n  Umbria: 29\n  Molise: 3\n"),
    );
    put(
        &mut files,
        &format!("{AUTUMN}/observations/consenso.yaml"),
        &consent("43", "  Lazio: 30\n  Umbria: 28\n  Puglia: 5\n"),
    );
    files
}

#[test]
fn the_figure_says_the_greatest_change_and_draws_every_value() {
    let (edition, dumbbell) = drawn(risen(), "- change: consenso");
    let figure = &edition.figures[0];
    assert_eq!(figure.title, "Consenso: il Lazio passa dall’8% al 30%");
    assert_eq!((figure.id.as_str(), figure.kicker.as_str()), ("change-consenso", "Che cosa è cambiato"));
    let rows: Vec<(&str, &str, &str, bool)> = dumbbell
        .rows
        .iter()
        .map(|row| (row.label.name.as_str(), row.printed.as_str(), row.said.as_str(), row.joined))
        .collect();
    assert_eq!(
        rows,
        [
            ("Italia", "43%", "+2 punti", true),
            ("Lazio", "30%", "+22 punti", true),
            ("Umbria", "28%", "−1 punto", true),
            ("Puglia", "5%", "prima n.d.", false),
            ("Molise", "n.d.", "prima 3%", false),
        ]
    );
    assert_eq!(dumbbell.rows.len() + dumbbell.absent.len(), 22, "nobody is left out");
    for words in ["1 in aumento e 1 in calo", "dall’8% al 30% (+22 punti)", "Molise (3%)", "Puglia (5%)"] {
        assert!(figure.summary.contains(words), "{words}: {}", figure.summary);
    }
    let data = edition.datasets.iter().find(|dataset| dataset.name == "change-consenso").unwrap();
    let lazio = data.rows.iter().find(|row| row[1] == "Lazio").unwrap();
    assert_eq!(lazio[2..6], ["8", "30", "22", "rose"]);
    assert_eq!(data.rows.len(), 22);
}

#[test]
fn a_title_of_the_authors_takes_the_place_of_the_finding() {
    let (edition, _) = drawn(risen(), "- change: { figure: consenso, since: 2024-06_2024-08, title: Lazio corre }");
    assert_eq!(edition.figures[0].title, "Lazio corre");
}

#[test]
fn the_figure_across_a_break_joins_nothing_and_finds_nothing() {
    let (edition, dumbbell) = drawn(definitions(""), "- change: consenso");
    let figure = &edition.figures[0];
    assert_eq!(figure.title, "Consenso: due misure che non si confrontano");
    assert_eq!(dumbbell.broken.as_deref(), Some("Definizioni diverse: i due valori non si confrontano"));
    assert!(dumbbell.rows.iter().all(|row| !row.joined));
    let words = format!("{} {:?} {:?}", figure.summary, figure.table, dumbbell.rows);
    assert!(!words.contains("punti") && !words.contains("invariat"), "{words}");
    let data = edition.datasets.iter().find(|dataset| dataset.name == "change-consenso").unwrap();
    assert!(data.rows.iter().all(|row| row[4].is_empty()), "no difference in the data either");
}

#[test]
fn a_reason_to_compare_is_printed_at_the_foot_of_the_figure() {
    let (edition, dumbbell) = drawn(definitions("Le due contano lo stesso."), "- change: consenso");
    assert!(dumbbell.broken.is_none() && dumbbell.rows.iter().any(|row| row.joined));
    let notes: Vec<&str> = edition.figures[0].notes.iter().map(|note| note.text.as_str()).collect();
    assert!(notes.iter().any(|note| note.ends_with("Le due contano lo stesso.")), "{notes:?}");
}

#[test]
fn several_that_changed_most_are_named_together_or_counted() {
    let title = |older: &str, newer: &str| {
        let mut files = twice();
        put(&mut files, &format!("{SUMMER}/observations/consenso.yaml"), &consent("41", older));
        put(&mut files, &format!("{AUTUMN}/observations/consenso.yaml"), &consent("41", newer));
        drawn(files, "- change: consenso").0.figures.remove(0).title
    };
    assert_eq!(
        title("  Lazio: 8\n  Marche: 1\n", "  Lazio: 8\n  Marche: 4\n"),
        "Consenso: le Marche passano dall’1% al 4%"
    );
    assert_eq!(title("  Lazio: 8\n  Umbria: 1\n", "  Lazio: 9\n  Umbria: 2\n"), "Consenso: Lazio e Umbria +1 punto");
    assert_eq!(
        title("  Lazio: 8\n  Umbria: 1\n", "  Lazio: 6\n  Umbria: 3\n"),
        "Consenso: 2 territori cambiano di 2 punti"
    );
    assert_eq!(title("  Lazio: 8\n", "  Lazio: 8\n"), "Consenso: nessun valore è cambiato");
}

#[test]
fn a_site_in_english_says_it_in_english() {
    let mut files = risen();
    put(&mut files, "site.yaml", "title: Test\norganisation: Nobody\nlanguage: en\n");
    let (edition, dumbbell) = drawn(files.clone(), "- change: consenso");
    let figure = &edition.figures[0];
    assert_eq!((figure.kicker.as_str(), figure.title.as_str()), ("What changed", "Consenso: Lazio from 8% to 30%"));
    assert!(dumbbell.legend == ["as of 31 August 2024", "as of 30 November 2024"] && dumbbell.broken.is_none());
    let said: Vec<&str> = dumbbell.rows.iter().map(|row| row.said.as_str()).collect();
    assert_eq!(said, ["+2 points", "+22 points", "−1 point", "no data before", "before 3%"]);
    assert!(
        figure.summary.starts_with(
            "Between 31 August 2024 and 30 November 2024, of 2 territories with a value in both editions: 1 up and 1 \
             down. The only rise is in Lazio: from 8% to 30% (+22 points). The only fall is in Umbria: from 29% to 28% \
             (−1 point). In Italy as a whole: from 41% to 43%, +2 points."
        ),
        "{}",
        figure.summary
    );
    let changes = site(files).changes(&[], Language::English).unwrap();
    let said = text(&changes, Language::English);
    assert!(said.starts_with("What changed: September – November 2024\n"), "{said}");
    assert!(said.contains("no data → 5%") && said.contains("Ranks are not compared"), "{said}");
}
