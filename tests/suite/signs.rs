//! Letters and signs beyond Latin-1: `tests/signs/` has names in ten languages, and arrows, signs of mathematics and
//! subscripts wherever an author writes. All are drawn, and can be read again, in every format.

use fascicle::render::drawing::svg::TextAs;
use fascicle::render::{Artifact, Format};
use fascicle::{Request, Site, Wish, disk};
use flate2::read::ZlibDecoder;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::sync::Mutex;

fn site(folder: &str) -> Site {
    let loaded = disk::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
    let mut site = Site::check(&loaded, &Request::default()).unwrap_or_else(|faults| panic!("{:?}", faults.list));
    site.draw_as(&[Format::Svg]);
    site
}

fn written(site: &Site) -> Vec<Artifact> {
    let all = Mutex::new(Vec::new());
    let put = |artifact| {
        all.lock().unwrap().push(artifact);
        Ok::<(), ()>(())
    };
    assert!(site.ready().unwrap().write(put).is_ok());
    all.into_inner().unwrap()
}

fn text(artifacts: &[Artifact], ending: &str) -> String {
    let one = artifacts.iter().find(|artifact| artifact.path.ends_with(ending));
    String::from_utf8(one.unwrap_or_else(|| panic!("no {ending}")).bytes.clone()).unwrap()
}

/// What the fonts of a PDF say their glyphs stand for.
fn readable(pdf: &[u8]) -> BTreeSet<char> {
    let mut signs = BTreeSet::new();
    let starts = (0..pdf.len()).filter(|at| pdf[*at..].starts_with(b"stream\n") && !pdf[..*at].ends_with(b"end"));
    for start in starts {
        let mut map = Vec::new();
        let _ = ZlibDecoder::new(&pdf[start + b"stream\n".len()..]).read_to_end(&mut map);
        let map = String::from_utf8_lossy(&map).into_owned();
        let lines = map.lines().filter(|_| map.contains("begincmap"));
        for to in lines.filter_map(|line| line.trim().strip_suffix('>')?.rsplit_once('<')) {
            let units: Vec<u16> =
                (0..to.1.len() / 4).filter_map(|at| u16::from_str_radix(&to.1[at * 4..at * 4 + 4], 16).ok()).collect();
            signs.extend(String::from_utf16_lossy(&units).chars());
        }
    }
    signs
}

#[test]
fn names_of_ten_languages_and_signs_can_be_read_again_in_the_pdf_of_a_figure() {
    let site = site("tests/signs/content");
    let found = &site.figures(None, &Wish::default()).unwrap()[0];
    let pdf = site.picture(found, Format::Pdf, &Wish::default()).expect("not too many pixels");
    let readable = readable(&pdf);
    let names = "Łódź, Śląsk Žďár Přerov Timiș, Țara Făgărașului İstanbul, Iğdır Θεσσαλονίκη, Ήπειρος София, Велико \
                 Търново Ђаково, Љубовија Ħal Għaxaq, Żebbuġ Őriszentpéter Šiauliai, Kėdainiai ≥ → Český úřad";
    let lost: BTreeSet<char> = names.chars().filter(|sign| !readable.contains(sign)).collect();
    assert!(lost.is_empty(), "{lost:?} of {readable:?}");
}

#[test]
fn every_sign_has_a_shape_in_outlines_and_its_rule_in_embedded_faces() {
    let site = site("tests/signs/content");
    let found = &site.figures(None, &Wish::default()).unwrap()[0];
    let svg = |text: TextAs| {
        let wish = Wish { text, ..Wish::default() };
        String::from_utf8(site.picture(found, Format::Svg, &wish).expect("not too many pixels")).unwrap()
    };
    // The sign for what is lacking is a box; nothing is drawn twice.
    let outlined = svg(TextAs::Outlined);
    let shapes: Vec<&str> = outlined.lines().filter(|line| line.contains("aria-label")).collect();
    assert!(shapes.len() > 20 && shapes.iter().all(|line| line.contains("d=\"M")));
    let embedded = svg(TextAs::Embedded);
    for range in ["U+100-17F", "U+370-3FF", "U+400-45F", "U+2016,"] {
        assert!(embedded.contains(&format!("unicode-range:{range}")), "{range}");
    }
    assert!(!embedded.contains("unicode-range:U+1F00"), "what is not used stays out");
}

#[test]
fn pages_bring_the_blocks_of_signs_that_a_site_uses_and_no_others() {
    let artifacts = written(&site("tests/signs/content"));
    for file in ["slides.html", "assets/style.css", "assets/fonts.css"] {
        let css = text(&artifacts, file);
        for range in ["U+100-17F", "U+370-3FF", "U+400-45F", "U+2016,"] {
            assert_eq!(css.matches(&format!("unicode-range:{range}")).count(), 4, "{range} of each face: {file}");
        }
        for unused in ["U+1F00", "U+460-48F", "U+2200-2201"] {
            assert!(!css.contains(unused), "{unused} in {file}");
        }
        // A face comes after its further signs: its own are looked for first.
        let (last, own) = (css.rfind("unicode-range").unwrap(), css.rfind("@font-face").unwrap());
        assert!(own > last, "{file}");
    }
    let talk = written(&site("tests/talk"));
    for file in ["slides.html", "assets/style.css", "assets/fonts.css"] {
        assert!(!text(&talk, file).contains("unicode-range"), "{file} of the talk");
    }
}
