//! The talk given in Arezzo, from its files to its slides, report, charts and data.

use crate::common::page::{heading, lines, section, sections, text};
use crate::common::project::{Project, copy};
use std::collections::BTreeMap;

const TALK: &str = "output/2024-06_2024-08";

fn built() -> Project {
    let project = Project::of_the_talk();
    project.build(&[]);
    project
}

/// The values of a CSV file by name of territory, as they are printed; those that are known.
fn values(project: &Project, indicator: &str) -> BTreeMap<String, f64> {
    let rows = project.rows(&format!("{TALK}/data/{indicator}.csv"));
    rows.iter().filter_map(|row| Some((row["name"].clone(), row["value"].parse().ok()?))).collect()
}

#[test]
fn every_file_has_the_name_it_was_promised() {
    let project = built();
    let files = project.files("output");
    let mut expected = vec!["index.html".to_owned()];
    for edition in ["2024-01_2024-03", "2024-06_2024-08", "2024-11", "2025-01_2025-03"] {
        expected.extend(["index.html", "slides.html"].map(|page| format!("{edition}/{page}")));
    }
    let figures = [
        "documenti-items",
        "documenti-table",
        "documenti-territories",
        "servizi-items",
        "servizi-territories",
        "consenso",
        "uso_cittadini",
        "mmg_pls",
        "specialisti",
    ];
    let indicators = ["documenti", "servizi", "consenso", "uso_cittadini", "mmg_pls", "specialisti"];
    expected.extend(figures.map(|figure| format!("2024-06_2024-08/figures/{figure}/{figure}.svg")));
    expected.extend(indicators.map(|indicator| format!("2024-06_2024-08/data/{indicator}.csv")));
    for path in expected {
        assert!(files.get(&path).is_some_and(|bytes| !bytes.is_empty()), "{path} is not among {:?}", files.keys());
    }
}

#[test]
fn data_of_every_indicator_have_the_columns_promised() {
    let project = built();
    for (path, bytes) in project.files("output") {
        let others = ["-items", "-table", "-lines", "/change-"];
        let is_of_territories = path.contains("/data/") && !others.iter().any(|other| path.contains(other));
        if is_of_territories {
            let text = String::from_utf8(bytes).unwrap();
            let head = "territory,name,value,numerator,denominator,unit,status,period,note,source\n";
            assert!(text.starts_with(head), "{path}");
            let rows = project.rows(&format!("output/{path}"));
            assert!(rows.len() >= 21, "{path} has a row for every territory");
            for row in rows {
                // Missing says so; zero is a value.
                assert_eq!(row["value"].is_empty(), ["O", "L", "M", "Q"].contains(&&*row["status"]), "{path}: {row:?}");
                assert!(row["value"].is_empty() || !row["source"].is_empty(), "{path}: {row:?}");
                assert!(row["period"].starts_with("20"), "{path}: {row:?}");
            }
        }
    }
}

#[test]
fn slides_stand_in_the_order_of_the_talk() {
    let project = built();
    let deck = project.read(&format!("{TALK}/slides.html"));
    // The address, or how it begins; a title that is official, or some words that must be there.
    let expected = [
        ("title", "19° Forum Risk Management · Arezzo · 27 novembre 2024 #ForumRisk19"),
        ("disclosure", "Fondazione GIMBE"),
        ("background", "PNRR"),
        ("background", "7 settembre 2023"),
        ("link", "monitopen.fse.salute.gov.it"),
        ("overview", "I numeri del FSE"),
        ("figure-documenti-items", "Documenti disponibili nei Fascicoli Sanitari Regionali"),
        ("figure-documenti-table", "Tipologie documentali disponibili nei FSE Regionali"),
        ("figure-documenti-territories", "Tipologie documentali disponibili nei FSE Regionali (% su 16)"),
        ("figure-servizi-items", "Servizi disponibili nei FSE regionali (% sul totale delle Regioni)"),
        ("figure-servizi-territories", "Servizi disponibili nei portali FSE regionali (% sul totale)"),
        ("section", "giugno – agosto 2024"),
        ("figure-consenso", "Cittadini che hanno espresso il consenso alla consultazione del FSE"),
        (
            "figure-uso_cittadini",
            "Cittadini che hanno utilizzato il FSE nei 90 giorni precedenti la data di rilevazione",
        ),
        ("figure-mmg_pls", "MMG e PLS che hanno effettuato almeno un’operazione sul FSE nel periodo di riferimento"),
        ("figure-specialisti", "Medici specialisti delle aziende sanitarie abilitati al FSE"),
        ("conclusions", "variabilità"),
        ("conclusions", "interoperabilità"),
        ("closing", ""),
    ];
    let slides = sections(&deck);
    let ids: Vec<&str> = slides.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(slides.len(), expected.len(), "{ids:?}");
    for ((id, slide), (begin, words)) in slides.iter().zip(expected) {
        assert!(id.starts_with(begin), "{id} is not {begin}");
        match id.starts_with("figure-") {
            true => assert_eq!((id.as_str(), heading(slide).as_str()), (begin, words)),
            false => assert!(text(slide).contains(words), "{id} lacks `{words}`: {}", text(slide)),
        }
    }
}

#[test]
fn the_overview_has_a_number_of_every_measure_and_the_divider_the_exception() {
    let project = built();
    let deck = project.read(&format!("{TALK}/slides.html"));
    let overview = text(section(&deck, "overview"));
    for number in ["79%", "41%", "18%", "94%", "76%"] {
        assert!(overview.contains(number), "{number} is not in {overview}");
    }
    let divider = text(section(&deck, "section-utilizzo"));
    for words in ["#ForumRisk19", "giugno – agosto 2024", "Friuli-Venezia Giulia: gennaio – marzo 2024"] {
        assert!(divider.contains(words), "`{words}` is not in {divider}");
    }
}

#[test]
fn consent_is_ranked_with_italy_in_its_place_four_tied_and_nine_missing() {
    let project = built();
    let drawing = project.read(&format!("{TALK}/figures/consenso/consenso.svg"));
    let lines = lines(&drawing);
    let bars: Vec<Vec<&str>> = lines
        .iter()
        .map(|line| line.iter().map(String::as_str).collect::<Vec<_>>())
        .filter(|line| line.last().is_some_and(|word| word.ends_with('%')) && line[0] != "0%")
        .collect();
    assert_eq!(
        bars,
        [
            vec!["1", "Emilia-Romagna", "89%"],
            vec!["2", "Veneto", "84%"],
            vec!["3", "Puglia", "69%"],
            vec!["4", "Lombardia", "65%"],
            vec!["Italia", "41%"],
            vec!["5", "Umbria", "29%"],
            vec!["6", "Sardegna", "23%"],
            vec!["7", "Liguria", "10%"],
            vec!["8", "Lazio", "8%"],
            vec!["9", "Abruzzo", "1%"],
            vec!["9", "Calabria", "1%"],
            vec!["9", "Campania", "1%"],
            vec!["9", "Molise", "1%"],
        ]
    );
    let missing: Vec<_> = project
        .rows(&format!("{TALK}/data/consenso.csv"))
        .into_iter()
        .filter(|row| row["value"].is_empty())
        .map(|row| row["name"].clone())
        .collect();
    assert_eq!(missing.len(), 9);
    let words = lines.concat().join(" ");
    for name in missing {
        assert!(words.contains(&name), "{name} is not said to be missing: {words}");
    }
}

#[test]
fn the_note_on_friuli_stands_wherever_its_figures_do() {
    let project = built();
    let [deck, report] = ["slides", "index"].map(|page| project.read(&format!("{TALK}/{page}.html")));
    for (figure, when, period) in [
        ("consenso", "nessun valore nei dati al 31 marzo 2024", "2024-03-31"),
        ("uso_cittadini", "nessun valore nei dati di gennaio – marzo 2024", "2024-01/2024-03"),
        ("mmg_pls", "nessun valore nei dati di gennaio – marzo 2024", "2024-01/2024-03"),
        ("specialisti", "nessun valore nei dati al 31 marzo 2024", "2024-03-31"),
    ] {
        let note = format!("Friuli-Venezia Giulia: {when}");
        let id = format!("figure-{figure}");
        let drawing = project.read(&format!("{TALK}/figures/{figure}/{figure}.svg"));
        // In what is seen, not only in what is read aloud.
        let seen = lines(&drawing).concat().join(" ");
        assert!(seen.contains(&note), "{figure}.svg: {seen}");
        for (page, name) in [(&deck, "deck"), (&report, "report")] {
            let section = section(page, &id);
            let after_drawing = &section[section.rfind("</svg>").unwrap()..];
            assert!(text(after_drawing).contains(&note), "{name}, {figure}: {}", text(after_drawing));
        }
        let rows = project.rows(&format!("{TALK}/data/{figure}.csv"));
        let row = rows.iter().find(|row| row["territory"] == "ITH4").unwrap();
        assert_eq!((row["period"].as_str(), row["note"].as_str()), (period, when));
    }
}

#[test]
fn conclusions_read_their_numbers_from_the_data() {
    let project = built();
    let said = |project: &Project| {
        let deck = project.read(&format!("{TALK}/slides.html"));
        let slides: Vec<_> = sections(&deck).into_iter().filter(|(id, _)| id.starts_with("conclusions")).collect();
        slides.iter().map(|(_, slide)| text(slide)).collect::<Vec<_>>().join(" ")
    };
    let check = |project: &Project| {
        let said = said(project);
        let holds = |words: String| assert!(said.contains(&words), "`{words}` is not in: {said}");
        for (indicator, before) in [("documenti", "documenti: minimo "), ("servizi", "servizi: minimo ")] {
            let mut values = values(project, indicator);
            values.remove("Italia");
            let extreme = |value: f64| {
                let who: Vec<&str> = values.iter().filter(|(_, v)| **v == value).map(|(name, _)| &**name).collect();
                format!("{value}% ({})", who.join(" e "))
            };
            let least = values.values().copied().fold(f64::INFINITY, f64::min);
            let most = values.values().copied().fold(0.0, f64::max);
            holds(format!("{before}{}, massimo {}", extreme(least), extreme(most)));
        }
        holds(format!("Consenso limitato: {}% degli assistiti", values(project, "consenso")["Italia"]));
        holds(format!("Uso dei cittadini modesto: {}%", values(project, "uso_cittadini")["Italia"]));
        holds(format!("buon utilizzo, {}%", values(project, "mmg_pls")["Italia"]));
        let enabled = values(project, "specialisti");
        let [liguria, umbria, marche] = ["Liguria", "Umbria", "Marche"].map(|name| enabled[name]);
        holds(format!("Liguria {liguria}%, Umbria {umbria}%, Marche {marche}%"));
    };
    check(&project);

    // Other figures, other conclusions; nobody types them.
    let observations = "content/editions/2024-06_2024-08/observations";
    project.change(&format!("{observations}/consenso.yaml"), "national: { value: 41", "national: { value: 40");
    project.change(&format!("{observations}/specialisti.yaml"), "Marche: 2", "Marche: 7");
    project.build(&[]);
    check(&project);
    assert!(said(&project).contains("40% degli assistiti") && said(&project).contains("Marche 7%"));
}

#[test]
fn a_copied_edition_with_another_figure_is_a_new_edition() {
    let project = built();
    let before = project.files("output");
    let folder = "content/editions/2025-04_2025-06";
    copy(&project.path("content/editions/2024-06_2024-08"), &project.path(folder));
    project.change(&format!("{folder}/observations/consenso.yaml"), "  Puglia: 69", "  Puglia: 71");
    // Now it is the edition after the one in which Umbria has 100.
    let umbria = ("Umbria: { value: 1,", "Umbria: { value: 1, note: nell’edizione precedente era il 100%.,");
    project.change(&format!("{folder}/observations/specialisti.yaml"), umbria.0, umbria.1);
    project.build(&[]);

    let home = project.read("output/index.html");
    let reports: Vec<usize> = ["2025-04_2025-06", "2025-01_2025-03", "2024-11", "2024-06_2024-08", "2024-01_2024-03"]
        .iter()
        .map(|edition| home.find(&format!("href=\"{edition}/index.html\"")).expect("home leads to every edition"))
        .collect();
    assert!(reports.is_sorted(), "the newest stands first: {reports:?}");

    let new = "output/2025-04_2025-06";
    let deck = project.read(&format!("{new}/slides.html"));
    assert!(text(section(&deck, "title")).contains("aprile – giugno 2025"));
    assert!(text(section(&deck, "section-utilizzo")).contains("aprile – giugno 2025"));
    let consent = text(section(&deck, "figure-consenso"));
    assert!(consent.contains("al 30 giugno 2025") && consent.contains("71%"), "{consent}");
    let use_ = text(section(&deck, "figure-uso_cittadini"));
    assert!(use_.contains("aprile – giugno 2025") && !use_.contains("giugno – agosto 2024"), "{use_}");
    let period = |path: &str| {
        let rows = project.rows(&format!("{new}/data/{path}.csv"));
        rows.iter().find(|row| row["territory"] == "IT").unwrap()["period"].clone()
    };
    assert_eq!(period("consenso"), "2025-06-30");
    assert_eq!(period("uso_cittadini"), "2025-04/2025-06");

    // Of the others, only what leads from one edition to the next has changed; and what is the newest is the new one's.
    let after = project.files("output");
    let is_of_editions = |path: &&String| !path.starts_with("latest/");
    let changed: Vec<&String> =
        before.keys().filter(is_of_editions).filter(|path| before[*path] != after[*path]).collect();
    assert_eq!(changed, [".fascicle", "2025-01_2025-03/index.html", "index.html"]);
}
