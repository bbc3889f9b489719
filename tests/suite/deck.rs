//! What the decks of the site bring for the one who speaks.

use fascicle::disk::load;
use fascicle::{Request, Site};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{LazyLock, Mutex};

/// How large a talk of ten figures may be with everything inside, in bytes, and one of eighteen, with a map.
const LARGEST: [(&str, usize); 2] = [("2024-06_2024-08/", 350_000), ("2025-01_2025-03/", 440_000)];

#[test]
fn a_deck_brings_the_figures_of_every_territory_each_word_once() {
    let html = deck("2024-06_2024-08/slides.html");
    let (_, rest) = html.split_once("id=\"stage-territories\">").expect("the deck brings the territories");
    let json = rest.split_once("</script>").expect("the element ends").0;
    let read: serde_json::Value = serde_json::from_str(json).expect("it is JSON");
    let words: Vec<&str> = read["words"].as_array().expect("words").iter().filter_map(|word| word.as_str()).collect();
    let once: std::collections::BTreeSet<_> = words.iter().collect();
    assert_eq!(once.len(), words.len());
    let territories = read["territories"].as_array().expect("a list");
    assert_eq!(territories.len(), 21);
    let molise = territories.iter().find(|one| one["name"] == "Molise").expect("Molise is there");
    let rows: Vec<Vec<&str>> = molise["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            let cells = row.as_array().expect("cells").iter();
            cells.map(|at| at.as_u64().map_or("", |at| words[at as usize])).collect()
        })
        .collect();
    assert!(rows.iter().any(|row| row[..3] == ["consenso", "Consenso", "1%"]), "{rows:?}");
}

#[test]
fn slides_say_their_time_which_come_item_by_item_and_which_are_kept_back() {
    let (whole, short) = (deck("2024-06_2024-08/slides.html"), deck("2024-06_2024-08/slides-breve.html"));
    for html in [whole, short] {
        assert_eq!(html.matches(" data-steps>").count(), 1);
        assert_eq!(html.matches(" data-seconds=\"").count(), html.matches("<section class=\"slide ").count());
        assert_eq!(html.matches("<div class=\"qr\">").count(), 2, "on the slide of the link, and on the last");
    }
    assert_eq!((whole.matches(" data-backup").count(), short.matches(" data-backup").count()), (0, 6));
}

#[test]
fn the_script_of_a_deck_is_one_function_without_remarks() {
    let script = deck("2024-11/slides.html").rsplit_once("<script>").expect("a script").1;
    assert!(script.trim_start().starts_with("(() => {\n\"use strict\";\n"));
    assert!(!script.lines().any(|line| line.starts_with("//") || line.starts_with(' ')));
}

#[test]
fn a_deck_is_small_enough_to_be_sent() {
    for (edition, most) in LARGEST {
        let sizes = DECKS.iter().filter(|(path, _)| path.starts_with(edition)).map(|(path, html)| (path, html.len()));
        let (under, over): (Vec<_>, Vec<_>) = sizes.partition(|(_, size)| *size <= most);
        assert!(!under.is_empty() && over.is_empty(), "{over:?}");
    }
}

fn deck(path: &str) -> &'static str {
    &DECKS[path]
}

/// All decks of the site, by their paths.
static DECKS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let loaded = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/talk")).expect("the content is there");
    let site = Site::check(&loaded, &Request::default()).expect("the content has no faults");
    let decks = Mutex::new(BTreeMap::new());
    let put = |artifact: fascicle::render::Artifact| -> Result<(), ()> {
        if artifact.path.split('/').next_back().is_some_and(|name| name.starts_with("slides")) {
            let html = String::from_utf8(artifact.bytes).expect("pages are text");
            decks.lock().expect("no test panics here").insert(artifact.path, html);
        }
        Ok(())
    };
    assert!(site.ready().unwrap().write(put).is_ok());
    decks.into_inner().expect("no test panics here")
});
