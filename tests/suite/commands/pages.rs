//! Every page of the site: where its links lead, what it loads, what it says of itself.

use crate::common::mistake;
use crate::common::page::{Tag, tags, text};
use crate::common::project::Project;
use std::collections::{BTreeMap, BTreeSet};

/// Pages and drawings of the site by path.
fn pages(project: &Project) -> BTreeMap<String, String> {
    let files = project.files("output");
    let texts = files.into_iter().filter(|(path, _)| [".html", ".svg", ".css"].iter().any(|end| path.ends_with(end)));
    texts.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

fn built() -> Project {
    let project = Project::of_the_talk();
    project.build(&[]);
    project
}

/// Where a relative link leads from a page: the file, without `..`.
fn led(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop().expect("a link stays in the site")),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn ids(tags: &[Tag]) -> Vec<&str> {
    tags.iter().filter_map(|tag| tag.get("id")).collect()
}

#[test]
fn links_are_relative_and_lead_to_files_and_places_that_exist() {
    let project = built();
    let pages = pages(&project);
    let files = project.files("output");
    let tags: BTreeMap<&str, Vec<Tag>> = pages.iter().map(|(path, text)| (path.as_str(), tags(text))).collect();
    let mut followed = 0;
    for (page, all) in &tags {
        for tag in all {
            let Some(link) = tag.get("href").or(tag.get("src")).or(tag.get("data")) else { continue };
            let is_of_others = ["https://", "http://", "mailto:"].iter().any(|start| link.starts_with(start));
            // An alternate is for programs that look for one: oEmbed wants its whole address.
            let may_leave = tag.name == "a" || tag.get("rel") == Some("alternate");
            if link.starts_with("data:") || (may_leave && is_of_others) {
                continue;
            }
            assert!(!link.contains(':') && !link.starts_with('/'), "{page}: {link} is not relative");
            let (path, place) = link.split_once('#').unwrap_or((link, ""));
            let file = if path.is_empty() { (*page).to_owned() } else { led(page, path) };
            assert!(files.contains_key(&file), "{page}: {link} leads to no file");
            // An edition that is no longer current has no place in the notice, which is why it is shown.
            let found = place.is_empty()
                || tag.name == "object"
                || tags.get(&*file).is_some_and(|tags| ids(tags).contains(&place));
            assert!(found, "{page}: there is no place {link}");
            followed += 1;
        }
    }
    assert!(followed > 100, "{followed} links were followed");
}

#[test]
fn every_page_and_drawing_can_be_reached_from_home() {
    let project = built();
    let pages = pages(&project);
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut next = vec!["index.html".to_owned()];
    while let Some(page) = next.pop() {
        let Some(text) = pages.get(&page).filter(|_| page.ends_with(".html")) else { continue };
        for tag in tags(text) {
            let link = tag.get("href").or(tag.get("data"));
            let Some(link) = link.filter(|link| !link.contains(':') && !link.starts_with('#')) else {
                continue;
            };
            let file = led(&page, link.split('#').next().unwrap());
            if reached.insert(file.clone()) {
                next.push(file);
            }
        }
    }
    let unreached: Vec<&String> = pages.keys().filter(|path| !reached.contains(*path)).collect();
    assert!(unreached.is_empty(), "{unreached:?}");
}

#[test]
fn nothing_is_loaded_from_another_host() {
    let project = built();
    for (page, text) in pages(&project) {
        for tag in tags(&text) {
            for (name, value) in &tag.attributes {
                let leads_there = name == "href" && (tag.name == "a" || tag.get("rel") == Some("alternate"));
                // Names of vocabularies and of things: nothing is fetched from them.
                let is_named = name.starts_with("xmlns") || name.starts_with("rdf:");
                let is_said = ["content", "aria-label"].contains(&name.as_str()) || is_named;
                let is_foreign = value.contains("//");
                assert!(leads_there || is_said || !is_foreign, "{page}: <{} {name}={value:?}>", tag.name);
            }
        }
        for (index, _) in text.match_indices("url(") {
            assert!(text[index..].starts_with("url(data:"), "{page}: {}", &text[index..text.len().min(index + 60)]);
        }
        assert!(!text.contains("@import"), "{page}");
    }
}

#[test]
fn every_page_has_a_language_a_title_one_heading_above_all_and_no_id_twice() {
    let project = built();
    for (page, text) in pages(&project).into_iter().filter(|(path, _)| path.ends_with(".html")) {
        // A template is of another window.
        let text = text.split("<template").map(|part| part.split_once("</template>").map_or(part, |(_, after)| after));
        let text = text.collect::<String>();
        let tags = tags(&text);
        let named = |name: &str| tags.iter().filter(|tag| tag.name == name).collect::<Vec<_>>();
        assert_eq!(named("html")[0].get("lang"), Some("it"), "{page}");
        let title = &text[named("title")[0].place.end..];
        assert!(!title.starts_with('<'), "{page} has a title");
        // A notice is a line of another page.
        assert_eq!(named("h1").len(), if page.ends_with("/notice.html") { 0 } else { 1 }, "{page}");
        let all = ids(&tags);
        let once: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), once.len(), "{page} has an id twice: {all:?}");
    }
}

#[test]
fn titles_of_pages_differ() {
    let project = built();
    let pages = pages(&project);
    let mut titles = BTreeSet::new();
    // Frames and notices are parts of other pages.
    let is_part = |path: &str| ["/frame.html", "/notice.html"].iter().any(|part| path.ends_with(part));
    let html: Vec<_> = pages.iter().filter(|(path, _)| path.ends_with(".html") && !is_part(path)).collect();
    for (_, text) in &html {
        let from = text.find("<title>").unwrap();
        titles.insert(&text[from..from + text[from..].find("</title>").unwrap()]);
    }
    assert_eq!(titles.len(), html.len(), "{titles:?}");
}

/// A project in which one indicator is shown in some ways, its values counted.
fn shown_in_many_ways() -> Project {
    let mut files = mistake::base();
    let mut put = |path: &str, text: &str| drop(files.insert(path.to_owned(), Some(text.to_owned())));
    let ways = ["bars", "areas", "columns", "tiles", "map", "distance", "strip"];
    let outline: String = ways.iter().map(|way| format!("- figure: {{ show: consenso, as: {way} }}\n")).collect();
    put("outline.yaml", &format!("- title\n- section: uso\n{outline}- narrative: fine\n- narrative: altro\n"));
    put("narrative/altro.md", "# Fine\n\n- Altro\n");
    put(
        "editions/2024-06_2024-08/observations/consenso.yaml",
        "indicator: consenso\nsource: prova\nnational: 41\nvalues:\n  Lazio: { count: 3664839, of: 4198088 }\n\
         \u{20} Umbria: { count: 999, of: 1000 }\nothers: missing\n",
    );
    Project::of(&files)
}

#[test]
fn entries_of_one_title_are_told_apart_in_the_index() {
    let project = shown_in_many_ways();
    project.build(&[]);
    let page = project.read("output/2024-06_2024-08/index.html");
    let (_, index) = page.split_once("<nav class=\"contents\"").unwrap();
    let (index, _) = index.split_once("</nav>").unwrap();
    let lines: Vec<String> = index.split("<li>").skip(1).map(text).collect();
    let of = |way: &str| format!("Cittadini che hanno espresso il consenso ({way})");
    assert_eq!(lines[0], "Utilizzo");
    assert_eq!(
        lines[1..8],
        [
            of("barre"),
            of("per macro-area"),
            of("colonne"),
            of("tessere"),
            of("mappa"),
            of("distanza"),
            of("riquadri per macro-area"),
        ]
    );
    assert_eq!(lines[8..10], ["Fine", "Fine (2)"]);
}

#[test]
fn counts_have_their_thousands_set_apart_for_readers_and_are_plain_for_programs() {
    let project = shown_in_many_ways();
    project.build(&[]);
    let [report, slides] = ["index", "slides"].map(|page| project.read(&format!("output/2024-06_2024-08/{page}.html")));
    for page in [&report, &slides] {
        let read = text(page);
        assert!(read.contains("3.664.839 su 4.198.088") && read.contains("999 su 1.000"));
        assert!(!read.contains("3664839"));
    }
    let rows = project.rows("output/2024-06_2024-08/data/consenso.csv");
    let lazio = rows.iter().find(|row| row.values().any(|cell| cell == "Lazio")).unwrap();
    assert!(lazio.values().any(|cell| cell == "3664839") && lazio.values().any(|cell| cell == "4198088"), "{lazio:?}");
}
