//! The slides of an edition as PowerPoint: parts that are well-formed, complete and the same each time. What other programs
//! read in them is tried by `tests/office/slides.py`.

use crate::common::museum;
use fascicle::render::Format;
use fascicle::{Request, Site, disk};
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::path::Path;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn content(folder: &str) -> Site {
    let loaded = disk::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
    Site::check(&loaded, &Request::default()).unwrap_or_else(|faults| panic!("{:?}", faults.list))
}

/// The files of slides of a site, by their paths.
fn decks(mut site: Site) -> BTreeMap<String, Vec<u8>> {
    site.draw_as(&[Format::Pptx]);
    let decks = std::sync::Mutex::new(BTreeMap::new());
    site.ready()
        .unwrap()
        .write(|artifact| {
            if artifact.path.ends_with(".pptx") {
                decks.lock().unwrap().insert(artifact.path, artifact.bytes);
            }
            Ok::<(), ()>(())
        })
        .unwrap();
    decks.into_inner().unwrap()
}

/// The parts of a file, in their order.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let name = part.name().unwrap().into_owned();
            assert_eq!(part.last_modified().unwrap().year(), 1980, "{name} bears a date");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (name, bytes)
        })
        .collect()
}

/// Holds a file against what every reader of a package asks for.
fn sound(name: &str, bytes: &[u8]) {
    let parts = parts(bytes);
    assert_eq!(parts[0].0, "[Content_Types].xml", "{name}");
    let names: BTreeSet<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), parts.len(), "{name}: a part stands twice");
    let texts: BTreeMap<&str, &str> = parts
        .iter()
        .filter(|(part, _)| !part.ends_with(".xlsx"))
        .map(|(part, bytes)| (part.as_str(), std::str::from_utf8(bytes).unwrap()))
        .collect();
    let documents: BTreeMap<&str, Document<'_>> = texts
        .iter()
        .map(|(part, text)| {
            (*part, Document::parse(text).unwrap_or_else(|error| panic!("{name}, {part}: {error}\n{text}")))
        })
        .collect();

    // Each part has a type, and each type a part.
    let types = documents["[Content_Types].xml"].root_element();
    let of = |kind: &str, attribute: &str| -> Vec<String> {
        let of_kind = types
            .children()
            .filter(|node| node.has_tag_name(("http://schemas.openxmlformats.org/package/2006/content-types", kind)));
        of_kind.map(|node| node.attribute(attribute).unwrap().trim_start_matches('/').to_owned()).collect()
    };
    let (defaults, overrides) = (of("Default", "Extension"), of("Override", "PartName"));
    for part in &names {
        let ending = part.rsplit('.').next().unwrap();
        let plain = ending != "xml" && defaults.iter().any(|known| known == ending);
        assert!(
            plain || *part == "[Content_Types].xml" || overrides.iter().any(|known| known == part),
            "{name}: {part} has no type"
        );
    }
    assert!(overrides.iter().all(|part| names.contains(part.as_str())), "{name}: a type of no part");

    // Each relation leads to a part, each part is led to, and each id that is used is there.
    let mut led_to: BTreeSet<String> = BTreeSet::new();
    for (part, document) in documents.iter().filter(|(part, _)| part.ends_with(".rels")) {
        let folder = part.replace("_rels/", "");
        let owner = folder.trim_end_matches(".rels").to_owned();
        for relation in document.root_element().children() {
            if relation.attribute("TargetMode") == Some("External") {
                continue;
            }
            let target = resolved(&owner, relation.attribute("Target").unwrap());
            assert!(names.contains(target.as_str()), "{name}: {part} leads to {target}, which is not there");
            led_to.insert(target);
        }
    }
    for part in names.iter().filter(|part| !part.ends_with(".rels") && **part != "[Content_Types].xml") {
        assert!(led_to.contains(*part), "{name}: nothing leads to {part}");
    }
    for (part, document) in documents.iter().filter(|(part, _)| !part.ends_with(".rels")) {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let relations = documents.get(format!("{folder}/_rels/{file}.rels").as_str());
        let known: BTreeSet<&str> = relations
            .iter()
            .flat_map(|relations| relations.root_element().children())
            .filter_map(|relation| relation.attribute("Id"))
            .collect();
        for node in document.descendants() {
            for used in node.attributes().filter(|attribute| attribute.namespace() == Some(OFFICE)) {
                assert!(known.contains(used.value()), "{name}: {part} uses {}, which is not there", used.value());
            }
        }
        numbered_once(name, part, document);
    }
}

/// No two shapes of a slide have one number.
fn numbered_once(name: &str, part: &str, document: &Document<'_>) {
    let shapes = document.descendants().filter(|node| node.tag_name().name() == "cNvPr");
    let numbers: Vec<&str> = shapes.filter_map(|node| node.attribute("id")).collect();
    let distinct: BTreeSet<&&str> = numbers.iter().collect();
    assert_eq!(distinct.len(), numbers.len(), "{name}: in {part} a number stands twice");
}

/// A target of a relation, from the part whose it is.
fn resolved(owner: &str, target: &str) -> String {
    let mut folder: Vec<&str> = owner.split('/').collect();
    folder.pop();
    for step in target.split('/') {
        match step {
            ".." => drop(folder.pop()),
            step => folder.push(step),
        }
    }
    folder.join("/")
}

/// All words of a part, in their order.
fn words(part: &Document<'_>) -> String {
    let text = |node: Node<'_, '_>| node.text().map(str::to_owned);
    part.descendants().filter(|node| node.tag_name().name() == "t").filter_map(text).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_slides_of_every_edition_are_a_sound_package_and_the_same_twice() {
    for (folder, count) in [("tests/talk", 4), ("docs/examples/waste/content", 2)] {
        let (first, second) = (decks(content(folder)), decks(content(folder)));
        let whole = first.keys().filter(|path| path.ends_with("/slides.pptx")).count();
        assert_eq!(whole, count, "{:?}", first.keys());
        for (path, bytes) in &first {
            sound(path, bytes);
            assert!(bytes == &second[path], "{path} differs from itself");
        }
    }
}

#[test]
fn every_figure_of_the_museum_stands_on_slides_that_are_sound() {
    let mut charts = 0;
    for case in museum::cases() {
        for (path, bytes) in decks(case.site) {
            let name = format!("{}, {path}", case.name);
            sound(&name, &bytes);
            charts += parts(&bytes).iter().filter(|(part, _)| part.starts_with("ppt/charts/chart")).count();
        }
    }
    assert!(charts > 60, "{charts} charts");
}

#[test]
fn what_is_missing_is_said_on_the_slide_and_has_no_value_in_the_chart_and_in_the_workbook() {
    let deck = &decks(content("tests/talk"))["2024-06_2024-08/slides.pptx"];
    let parts = parts(deck);
    let text = |path: &str| {
        let part = parts.iter().find(|(name, _)| name == path).unwrap_or_else(|| panic!("no {path}"));
        String::from_utf8(part.1.clone()).unwrap()
    };
    let slide = (1..30)
        .find(|number| text(&format!("ppt/slides/slide{number}.xml")).contains("espresso il consenso"))
        .expect("the consent has a slide");
    let slide_text = text(&format!("ppt/slides/slide{slide}.xml"));
    let said = words(&Document::parse(&slide_text).unwrap());
    assert!(said.contains("n.d.  Basilicata, Friuli-Venezia"), "{said}");
    let chart = text(&format!("ppt/charts/chart{slide}.xml"));
    assert!(chart.contains("<c:v>Emilia-Romagna</c:v>") && !chart.contains("Basilicata"));
    assert!(chart.contains("<c:dispBlanksAs val=\"gap\"/>"));
    // The national point is of the colour of the theme that is for it.
    let document = Document::parse(&chart).unwrap();
    let point = document.descendants().find(|node| node.tag_name().name() == "dPt").expect("Italia is marked");
    assert!(point.descendants().any(|node| node.attribute("val") == Some("tx2")));
}

#[test]
fn a_single_figure_has_no_slides() {
    use fascicle::Wish;
    let site = content("tests/talk");
    let found = site.look_up("consenso", None, &Wish::default()).unwrap();
    let refused = site.picture(&found, Format::Pptx, &Wish::default()).expect_err("no format of one figure");
    assert!(refused.en.contains("build --formats pptx"), "{}", refused.en);
    assert!(!Format::ALL.contains(&Format::Pptx) && Format::read("pptx").is_none());
}
