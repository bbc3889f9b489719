//! Colours as an author and a reader meet them: what a theme is told, and every drawing in the dark.

use crate::common::mistake;
use fascicle::diag::{self, Language};
use fascicle::{Request, Site, disk};
use std::collections::BTreeMap;
use std::path::Path;

/// What is said of a theme.yaml.
fn told(yaml: &str, language: Language) -> String {
    let files = BTreeMap::from([("theme.yaml".to_owned(), yaml.as_bytes().to_vec())]);
    let request = Request { theme: Some(("tema".to_owned(), files)), ..Request::default() };
    match Site::check(&mistake::loaded(mistake::base()), &request) {
        Ok(_) => String::new(),
        Err(faults) => diag::print(&faults.list, &faults.sources, language, false),
    }
}

#[test]
fn text_that_is_too_pale_is_told_with_its_contrast_and_the_nearest_colour_that_passes() {
    let expected = "\
error[F041]: quiet on paper has a contrast of 2.32:1; the least is 4.5:1
 --> tema/theme.yaml:2:10
  |
2 |   quiet: \"#AAAAAA\"
  |          ^^^^^^^^^
  |
help: the nearest quiet that passes is \"#6F6F6F\"

error[F041]: quiet on panel has a contrast of 2.10:1; the least is 4.5:1
 --> tema/theme.yaml:2:10
  |
2 |   quiet: \"#AAAAAA\"
  |          ^^^^^^^^^
  |
help: the nearest quiet that passes is \"#6F6F6F\"

2 faults in 1 file
";
    let told = told("light:\n  quiet: \"#AAAAAA\"\n", Language::English);
    assert!(told == expected, "{told}");
}

#[test]
fn colours_alike_are_told_with_who_sees_them_so_how_far_apart_they_are_and_the_nearest_that_passes() {
    let expected = "\
errore[F067]: above e below si confondono nella stampa in grigio: distano 2.1; il minimo è 10
 --> tema/theme.yaml:2:10
  |
2 |   above: \"#77933C\"
  |          ^^^^^^^^^
  |
aiuto: il colore più vicino che va bene per above è \"#4D6600\"

1 errore in 1 file
";
    let yaml = "light:\n  above: \"#77933C\"\n  below: \"#C0702D\"\n";
    let found = told(yaml, Language::Italian);
    assert!(found == expected, "{found}");
    let red_and_green = "light:\n  mark: \"#B5672A\"\n  target: \"#6F7F1F\"\n";
    let found = told(red_and_green, Language::English);
    assert!(found.contains("target and mark look alike with "), "{found}");
    assert!(found.contains("opia (no ") && found.contains(" apart; the least is 10\n"), "{found}");
}

/// Of each drawing inside a page, every colour has a rule in the dark scheme of the style sheet, whatever drew it.
#[test]
fn every_colour_of_every_drawing_in_a_page_follows_the_dark_scheme() {
    for content in ["tests/talk", "docs/examples/waste/content"] {
        let loaded = disk::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(content)).expect("it loads");
        let site = Site::check(&loaded, &Request::default()).unwrap_or_else(|_| panic!("{content} has faults"));
        let pages = std::sync::Mutex::new(BTreeMap::new());
        let put = |artifact: fascicle::render::Artifact| {
            pages.lock().expect("no test panics here").insert(artifact.path, artifact.bytes);
            Ok::<(), ()>(())
        };
        site.ready().unwrap().write(put).expect("it is written");
        let pages = pages.into_inner().expect("no test panics here");
        let style = String::from_utf8_lossy(&pages["assets/style.css"]).into_owned();
        let mut drawings = 0;
        for (path, bytes) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
            let html = String::from_utf8_lossy(bytes);
            let dark = if path.ends_with("slides.html") { html.split("<svg").next().expect("a head") } else { &style };
            let (_, dark) = dark.split_once("prefers-color-scheme:dark").expect("a dark scheme");
            let drawings_of = html.split("<svg").skip(1).filter_map(|rest| rest.split("</svg>").next());
            // A code to photograph is black on white in both.
            for drawing in drawings_of.filter(|drawing| !drawing.starts_with(" class=code")) {
                drawings += 1;
                for part in drawing.split([' ', '>', '/']) {
                    let Some((name, value)) = part.split_once('=') else { continue };
                    let value = value.trim_matches('"');
                    if ["fill", "stroke"].contains(&name) && value != "none" {
                        assert!(dark.contains(&format!(".plot [{name}=\"{value}\"]{{")), "{path}: {part}");
                    }
                }
            }
        }
        assert!(drawings >= 8, "{content}: {drawings} drawings");
    }
}
