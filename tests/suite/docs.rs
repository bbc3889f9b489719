//! The documents are true: the examples of docs/format.md build together, and docs/faults.md lists every fault.

use crate::common::examples::examples;
use crate::common::mistake;
use fascicle::diag::{self, Code, Language};
use fascicle::disk::Loaded;
use fascicle::files::Sources;
use fascicle::{Request, Site, Summary};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn the_examples_of_the_format_build_together() {
    let mut files = examples(&read("docs/format.md"));
    // The others are about the Regions of Italy.
    files.retain(|file| file.path != "territories.yaml");
    let paths: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
    for path in ["site.yaml", "indicators.yaml", "sources.yaml", "outline.yaml", "narrative/disclosure.md"] {
        assert!(paths.iter().any(|known| known == path), "{path} has no example: {paths:?}");
    }
    let folders = ["2024-06_2024-08".to_owned()];
    let loaded = Loaded { sources: Sources::of_content("content", files, &folders), themes: BTreeMap::new() };
    let site = Site::check(&loaded, &Request::default())
        .unwrap_or_else(|faults| panic!("{}", diag::print(&faults.list, &faults.sources, Language::English, false)));
    assert_eq!(site.summary(), Summary { editions: 1, slides: 9, figures: 2 });
}

#[test]
fn the_example_of_a_list_of_ones_own_is_read() {
    let mut files = mistake::base();
    let example = examples(&read("docs/format.md")).into_iter().find(|file| file.path == "territories.yaml").unwrap();
    files.insert(example.path, Some(example.text));
    files.insert("outline.yaml".to_owned(), Some("- figure: consenso\n".to_owned()));
    files.insert("narrative/fine.md".to_owned(), None);
    let folder = "editions/2024-06_2024-08/observations";
    let values = "indicator: consenso\nsource: prova\nvalues: { GB: 41, Cymru: 8, UKM: 9, England: 3, NIR: missing }\n";
    files.insert(format!("{folder}/consenso.yaml"), Some(values.to_owned()));
    for other in ["accessi.yaml", "documenti.table.yaml"] {
        files.insert(format!("{folder}/{other}"), None);
    }
    let site = Site::check(&mistake::loaded(files), &Request::default())
        .unwrap_or_else(|faults| panic!("{}", diag::print(&faults.list, &faults.sources, Language::English, false)));
    let table = &site.edition(0).figures[0].table;
    let names: Vec<&str> = table.rows.iter().map(|row| row.cells[0].as_str()).collect();
    assert_eq!(names, ["United Kingdom", "Scotland", "Wales", "England", "Northern Ireland"]);
}

/// The catalogue of docs/faults.md is what `explain` says, row for row. `BLESS=1 cargo test --test suite docs::` writes it.
#[test]
fn every_fault_is_in_the_catalogue_as_it_is_explained() {
    let row = |code: &Code| {
        let about = code.explanation();
        format!("| {} | {} | {} |\n", code.number(), about.title.en, about.meaning.en)
    };
    let rows: String = Code::ALL.iter().map(row).collect();
    let page = read("docs/faults.md");
    let listed = |line: &&str| line.starts_with("| F");
    let (before, _) = page.split_once("| F0").expect("the page has a catalogue");
    let after = page.rsplit_once("\n| F").and_then(|(_, last)| last.split_once('\n')).map_or("", |(_, after)| after);
    if std::env::var_os("BLESS").is_some() {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/faults.md"), format!("{before}{rows}{after}"))
            .unwrap();
        return;
    }
    assert!(Code::ALL.len() > 40);
    for (row, listed) in rows.lines().zip(page.lines().filter(listed)) {
        assert_eq!(listed, row);
    }
    assert_eq!(page.lines().filter(listed).count(), Code::ALL.len());
}

/// The pictures of docs/figures.md are what the tool draws of the samples. `BLESS=1 cargo test --test suite docs::` writes them.
#[test]
fn the_pictures_of_the_figures_are_drawn_by_the_tool() {
    use fascicle::render::Format;
    use fascicle::render::drawing::svg::Width;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/images/figures");
    let text = read("docs/figures.md");
    let names: Vec<&str> =
        text.split("](images/figures/").skip(1).filter_map(|rest| rest.split(".svg)").next()).collect();
    let drawn: Vec<String> = fs::read_dir(&folder)
        .map(|entries| entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect())
        .unwrap_or_default();
    for name in &drawn {
        assert!(names.iter().any(|known| format!("{known}.svg") == *name), "{name} is in no document");
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sites = ["tests/talk", "docs/examples/waste/content"].map(|content| {
        let loaded = fascicle::disk::load(&root.join(content)).unwrap();
        Site::check(&loaded, &Request::default()).unwrap_or_else(|faults| panic!("{content}: {:?}", faults.list))
    });
    let wish = fascicle::Wish { width: Some(Width::Mm(190.0)), ..fascicle::Wish::default() };
    let mut differ = Vec::new();
    for name in names {
        let found = sites.iter().find_map(|site| Some((site, site.look_up(name, None, &wish).ok()?)));
        let (site, found) = found.unwrap_or_else(|| panic!("there is no figure {name}"));
        let bytes = site.picture(&found, Format::Svg, &wish).unwrap();
        let path = folder.join(format!("{name}.svg"));
        if std::env::var_os("BLESS").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(path, bytes).unwrap();
        } else if fs::read(path).ok() != Some(bytes) {
            differ.push(name);
        }
    }
    assert!(differ.is_empty(), "drawn otherwise (BLESS=1 cargo test --test suite docs::, then look): {differ:?}");
}

/// What authors publish in `content/` changes; that it can be published does not.
#[test]
fn the_talk_of_this_repository_has_no_fault() {
    let loaded = fascicle::disk::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).unwrap();
    let site = Site::check(&loaded, &Request { strict: true, ..Request::default() });
    let site = site
        .unwrap_or_else(|faults| panic!("{}", diag::print(&faults.list, &faults.sources, Language::English, false)));
    assert!(site.summary().editions >= 4);
}
