//! The deck of the talk with all that a deck may have on it: items one by one, a code, figures of every territory.
//!
//! It is left in `target/tmp/deck.html`, where `tests/browser/deck.mjs` drives it. The profiles are
//! invented: their values are read from the figures, their places and distances measure nothing.

use fascicle::disk::load;
use fascicle::layout;
use fascicle::render::Renderer;
use fascicle::resolve::{Edition, Entry, Note, Profile, Step, Table, TableRow};
use fascicle::theme::Theme;
use fascicle::{Request, check};
use std::path::Path;

const EDITION: &str = "2024-06_2024-08";

#[test]
fn a_deck_brings_the_figures_of_every_territory_each_word_once() {
    let html = whole_deck();
    let (_, rest) = html.split_once("id=\"territories\">").expect("the deck brings the territories");
    let json = rest.split_once("</script>").expect("the element ends").0;
    assert!(!json.contains('<'), "nothing in it ends the element");
    let read: serde_json::Value = serde_json::from_str(json).expect("it is JSON");
    let words = read["words"].as_array().expect("a list of words");
    let mut once: Vec<_> = words.iter().map(|word| word.as_str().expect("a word")).collect();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), words.len());
    let molise = read["territories"].as_array().expect("a list").iter().find(|one| one["name"] == "Molise");
    let cells = molise.expect("Molise is there")["rows"][0].as_array().expect("cells").clone();
    let said: Vec<&str> = cells.iter().map(|at| words[at.as_u64().unwrap() as usize].as_str().unwrap()).collect();
    assert_eq!(said[..3], ["consenso", "Consenso </script>", "1%"]);
}

#[test]
fn slides_say_their_time_and_which_items_come_one_by_one() {
    let html = whole_deck();
    assert_eq!(html.matches(" data-steps>").count(), 1);
    let times = html.matches(" data-seconds=\"").count();
    assert_eq!(times, html.matches("<section class=\"slide ").count());
    assert_eq!(html.matches("<div class=\"qr\">").count(), 2, "a code on the slide of the link, and on the last");
}

#[test]
fn the_script_of_a_deck_is_one_function_without_remarks() {
    let html = whole_deck();
    let script = html.rsplit_once("<script>").expect("a script").1;
    assert!(script.trim_start().starts_with("(() => {\n\"use strict\";\n"));
    assert!(!script.lines().any(|line| line.starts_with("//") || line.starts_with(' ')));
}

/// The deck with everything on it; written where a browser can open it.
fn whole_deck() -> String {
    let loaded = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("the content is there");
    let site = check(&loaded, &Request::default()).expect("the content has no faults");
    let index = site.report().covers.iter().position(|cover| cover.id == EDITION).expect("the content has the edition");
    let mut edition = site.edition(index);
    enrich(&mut edition);
    let theme = Theme::builtin();
    let sheets = layout::layout(&edition, &site.report().site, &theme);
    let artifacts = Renderer::new(&theme)
        .and_then(|renderer| renderer.edition(site.report(), index, &edition, &sheets))
        .expect("it renders");
    let deck = artifacts.into_iter().find(|artifact| artifact.path.ends_with("/slides.html")).expect("a deck");
    let html = String::from_utf8(deck.bytes).expect("pages are text");
    write(&html);
    html
}

fn write(html: &str) {
    // Tests run side by side: what is read is always a whole file.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let own = folder.join(format!("deck-{:?}.html", std::thread::current().id()));
    std::fs::write(&own, html).and_then(|()| std::fs::rename(&own, folder.join("deck.html"))).expect("it is written");
}

fn enrich(edition: &mut Edition) {
    let address = "https://esempio.it/fse/2024-06_2024-08/slides.html";
    for step in &mut edition.outline {
        match &mut step.entry {
            Entry::Link(link) => link.qr = Some(address.into()),
            Entry::Closing(closing) => closing.qr = Some(address.into()),
            Entry::Narrative(passages) if passages[0].id.starts_with("background") => passages[0].stepwise = true,
            _ => {}
        }
    }
    let territories: Vec<String> = table(edition, "consenso").rows.iter().map(|row| row.cells[0].clone()).collect();
    edition.profiles = territories.iter().map(|name| profile(edition, name)).collect();
    let shown = edition.profiles.iter().find(|profile| profile.name == "Molise").expect("it is there").clone();
    let last = edition.outline.len() - 1;
    edition.outline.insert(last, Step::from(Entry::Profile(shown)));
}

fn table<'a>(edition: &'a Edition, id: &str) -> &'a Table {
    &edition.figures.iter().find(|figure| figure.id == id).expect("the talk has the figure").table
}

fn profile(edition: &Edition, name: &str) -> Profile {
    let value = |id: &str, name: &str| -> String {
        let row = table(edition, id).rows.iter().find(|row| row.cells[0].starts_with(name));
        row.map_or_else(|| "n.d.".into(), |row| row.cells[1].clone())
    };
    let asked = [
        ("consenso", "Consenso </script>"),
        ("uso_cittadini", "Uso da parte dei cittadini"),
        ("mmg_pls", "MMG e PLS"),
        ("specialisti", "Medici specialisti"),
        ("consenso", "Documenti disponibili"),
        ("uso_cittadini", "Servizi disponibili"),
        ("mmg_pls", "Farmacisti che consultano il FSE"),
        ("specialisti", "Ottavo indicatore*"),
    ];
    let figure = |id: &str| edition.figures.iter().position(|figure| figure.id == id);
    let rows = asked.iter().map(|(id, label)| TableRow {
        national: false,
        cells: [*label, &value(id, name), "18ª di 21", &value(id, "Italia"), "−40 punti", "+3 punti"].map(str::to_owned).to_vec(),
    });
    Profile {
        id: name.to_lowercase().replace(|sign: char| !sign.is_ascii_alphanumeric(), "-"),
        name: name.into(),
        aliases: if name.starts_with("Friuli") { vec!["FVG".into(), "Friuli VG".into()] } else { Vec::new() },
        kicker: "Territori".into(),
        title: format!("{name} in cifre"),
        summary: format!("{name}: due indicatori su otto sono sopra il valore nazionale; di uno non è noto il valore."),
        table: Table {
            head: ["Indicatore", "Valore", "Posizione", "Italia", "Distanza", "Variazione"].map(str::to_owned).to_vec(),
            rows: rows.collect(),
            numeric: vec![false, true, true, true, true, true],
        },
        figures: asked.iter().map(|(id, _)| figure(id)).collect(),
        notes: vec![Note { mark: "*".into(), text: "nota inventata".into() }],
        source_label: "Fonte".into(),
        source: "Ministero della Salute, valori di prova".into(),
    }
}
