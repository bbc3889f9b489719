//! The embed kit as others meet it: files, addresses, what to paste, and which edition is the newest.

use crate::common::page::{Tag, tags};
use crate::common::project::Project;
use serde_json::Value;
use std::collections::BTreeSet;

const OLD: &str = "2024-06_2024-08/figures/consenso";
const NEW: &str = "2025-01_2025-03/figures/consenso";
const LATEST: &str = "latest/figures/consenso";

fn built() -> Project {
    let project = Project::of_the_talk();
    project.build(&[]);
    project
}

fn page(project: &Project, path: &str) -> String {
    project.read(&format!("output/{path}"))
}

/// What a page offers to paste, as text.
fn snippets(page: &str) -> Vec<String> {
    let code = page.split("<pre class=\"paste\"><code>").skip(1);
    let plain = |code: &str| {
        let code = code.split("</code>").next().unwrap();
        code.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    };
    code.map(plain).collect()
}

fn one<'t>(tags: &'t [Tag], name: &str) -> &'t Tag {
    tags.iter().find(|tag| tag.name == name).unwrap_or_else(|| panic!("there is no <{name}>"))
}

/// The file of the site at an address of it.
fn at(address: &str) -> String {
    let path = address.strip_prefix("https://fse.example/").unwrap_or_else(|| panic!("{address} is of the site"));
    if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

#[test]
fn a_figure_has_its_whole_kit_in_one_folder_of_its_edition_and_under_latest() {
    let project = built();
    let files = project.files("output");
    for folder in [OLD, NEW, LATEST] {
        for file in ["index.html", "frame.html", "consenso.svg", "consenso.csv", "oembed.json", "qr.svg"] {
            assert!(files.contains_key(&format!("{folder}/{file}")), "{folder}/{file}");
        }
    }
    // The newest stands under both addresses, byte for byte.
    for file in ["consenso.svg", "consenso.csv"] {
        assert_eq!(files[&format!("{NEW}/{file}")], files[&format!("{LATEST}/{file}")], "{file}");
    }
    let flat =
        files.keys().filter(|path| path.split('/').collect::<Vec<_>>()[..].len() == 3 && path.contains("/figures/"));
    assert_eq!(flat.count(), 0, "no figure stands outside a folder of its own");
}

#[test]
fn a_drawing_with_words_as_shapes_is_made_where_it_is_asked_for_and_verified_as_any() {
    let project = Project::of_the_talk();
    project.build(&["--formats", "svg,svg-outlined,csv,json", "--edition", "2025-01_2025-03"]);
    let drawing = page(&project, &format!("{NEW}/consenso.outlined.svg"));
    assert!(drawing.contains("aria-label=") && !drawing.contains("<text"), "words are shapes");
    assert!(page(&project, &format!("{NEW}/index.html")).contains("href=\"consenso.outlined.svg\""));
    let answer = project.run(&["verify", &format!("output/{NEW}/consenso.outlined.svg")]);
    assert_eq!(answer.code, Some(0), "{}{}", answer.stdout, answer.stderr);
}

#[test]
fn every_download_is_offered_with_its_size() {
    let project = built();
    let files = project.files("output");
    let text = page(&project, &format!("{OLD}/index.html"));
    let offered: BTreeSet<String> = tags(&text)
        .iter()
        .filter(|tag| tag.get("download").is_some())
        .filter_map(|tag| tag.get("href").map(str::to_owned))
        .collect();
    for file in ["consenso.svg", "consenso.csv", "qr.svg"] {
        assert!(offered.contains(file), "{file} is not among {offered:?}");
    }
    for file in offered.iter().filter(|file| *file != "qr.svg") {
        let size = files[&format!("{OLD}/{file}")].len().div_ceil(1000);
        assert!(text.contains(&format!("</a>, {size} kB: ")), "{file} has {size} kB");
    }
}

#[test]
fn what_is_pasted_leads_to_files_of_the_site_and_says_what_is_shown() {
    let project = built();
    let files = project.files("output");
    for folder in [OLD, LATEST] {
        let all = snippets(&page(&project, &format!("{folder}/index.html")));
        assert_eq!(all.len(), if folder == LATEST { 1 } else { 4 }, "{folder}");
        for snippet in &all {
            assert!(
                !snippet.contains("<script") && !snippet.contains("javascript:") && !snippet.contains(" on"),
                "{snippet}"
            );
            for tag in tags(snippet).iter().filter(|tag| ["iframe", "img", "a"].contains(&tag.name.as_str())) {
                let address = tag.get("src").or(tag.get("href")).unwrap();
                assert!(files.contains_key(&at(address)), "{address}");
            }
        }
    }
    let all = snippets(&page(&project, &format!("{OLD}/index.html")));
    let frame = tags(&all[0]);
    let title = one(&frame, "iframe").get("title").unwrap();
    assert!(title.contains("giugno – agosto 2024"), "{title}");
    let image = tags(&all[1]);
    let alt = one(&image, "img").get("alt").unwrap();
    for words in ["Cittadini che hanno espresso il consenso", "al 31 agosto 2024", "89%", "Friuli-Venezia Giulia"] {
        assert!(alt.contains(words), "`{words}` is not in {alt}");
    }
    // What always shows the newest edition quotes no number that a newer one would change.
    let latest = snippets(&page(&project, &format!("{LATEST}/index.html")));
    let title = tags(&latest[0]);
    let title = one(&title, "iframe").get("title").unwrap();
    assert!(!title.contains(|c: char| c.is_ascii_digit()), "{title}");
}

#[test]
fn oembed_is_found_from_the_page_and_is_what_version_1_0_asks_for() {
    let project = built();
    for folder in [OLD, LATEST] {
        let text = page(&project, &format!("{folder}/index.html"));
        let all = tags(&text);
        let link = all.iter().find(|tag| tag.get("type") == Some("application/json+oembed")).unwrap();
        // Those who look for it do not resolve addresses: WordPress asks for the very words that stand there.
        let address = format!("https://fse.example/{folder}/oembed.json");
        assert_eq!((link.get("rel"), link.get("href")), (Some("alternate"), Some(&*address)));
        let said: Value = serde_json::from_str(&page(&project, &format!("{folder}/oembed.json"))).unwrap();
        assert_eq!((said["version"].as_str(), said["type"].as_str()), (Some("1.0"), Some("rich")));
        assert_eq!(said["provider_url"], "https://fse.example");
        assert!(said["width"].as_u64() == Some(800) && said["height"].as_u64().unwrap() > 200, "{said}");
        let html = tags(said["html"].as_str().unwrap());
        assert_eq!(one(&html, "iframe").get("src").map(at), Some(format!("{folder}/frame.html")));
    }
}

#[test]
fn a_code_to_photograph_has_a_quiet_zone_and_says_where_it_leads() {
    let project = built();
    let code = page(&project, &format!("{OLD}/qr.svg"));
    assert!(code.contains(&format!("<desc>Porta a: https://fse.example/{OLD}/</desc>")), "{code}");
    // Four modules of four pixels all around: the first dark module is at the corner of the finder.
    assert!(code.contains("<path d=\"M16 16h28v4"), "{code}");
    // Black, which is what SVG fills with where nothing is said, on white.
    assert_eq!(code.matches("fill=").collect::<Vec<_>>().len(), 1);
    assert!(code.contains("<g class=\"ground\" fill=\"#FFFFFF\">"));
}

/// The editions that the notice of a figure does not speak to, and the one it names.
fn notice(project: &Project, figure: &str) -> (Vec<String>, String) {
    let text = page(project, &format!("latest/figures/{figure}/notice.html"));
    let ids =
        tags(&text).iter().filter(|tag| tag.name == "i").filter_map(|tag| tag.get("id").map(str::to_owned)).collect();
    let words = text.split("target=\"_top\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    (ids, words)
}

#[test]
fn a_frame_asks_whether_a_newer_edition_exists_and_one_under_latest_does_not() {
    let project = built();
    let frame = tags(&page(&project, &format!("{OLD}/frame.html")));
    let data = one(&frame, "object").get("data").map(str::to_owned);
    assert_eq!(data.as_deref(), Some("../../../latest/figures/consenso/notice.html#2024-06_2024-08"));
    assert!(!frame.iter().any(|tag| ["script", "img", "iframe"].contains(&tag.name.as_str())));
    let newest = "È uscita un’edizione più recente: gennaio – marzo 2025".to_owned();
    assert_eq!(notice(&project, "consenso"), (vec!["2025-01_2025-03".to_owned()], newest));
    assert!(!page(&project, &format!("{LATEST}/frame.html")).contains("<object"));
}

#[test]
fn frames_and_notices_ask_for_nothing_by_the_origin_that_a_sandbox_takes_away() {
    let project = built();
    for path in [format!("{OLD}/frame.html"), format!("{LATEST}/frame.html"), format!("{LATEST}/notice.html")] {
        let tags = tags(&page(&project, &path));
        let policy = tags.iter().find(|tag| tag.get("http-equiv") == Some("Content-Security-Policy"));
        let policy = policy.and_then(|tag| tag.get("content")).expect("there is a policy");
        assert!(!policy.contains("'self'") && policy.starts_with("default-src 'none'; "), "{path}: {policy}");
    }
}

/// Makes the newest edition a draft.
fn unpublish(project: &Project) {
    let path = "content/editions/2025-01_2025-03/edition.yaml";
    let text = project.read(path);
    project.write(path, &format!("status: draft\n{text}"));
}

#[test]
fn a_draft_is_not_the_newest_while_something_is_published_and_its_frames_are_not_old() {
    let project = Project::of_the_talk();
    unpublish(&project);
    project.build(&[]);
    let (current, words) = notice(&project, "consenso");
    assert_eq!(current, ["2025-01_2025-03", "2024-11"]);
    let style = page(&project, &format!("{LATEST}/notice.css"));
    assert!(style.contains(":not([data$=\"#2025-01_2025-03\"],[data$=\"#2024-11\"])"), "{style}");
    assert!(words.ends_with("novembre 2024"), "{words}");
    assert!(page(&project, &format!("{LATEST}/index.html")).contains("<strong>novembre 2024</strong>"));
}

#[test]
fn one_edition_made_anew_leaves_latest_as_it_was() {
    let project = built();
    let before = project.files("output");
    project.build(&["--edition", "2024-06_2024-08"]);
    assert_eq!(before, project.files("output"));
}

#[test]
fn what_stands_under_latest_follows_when_the_newest_edition_is_another() {
    let project = built();
    let before = project.files("output");
    unpublish(&project);
    // The edition asked for is neither the old nor the new newest one.
    project.build(&["--edition", "2024-06_2024-08"]);
    let after = project.files("output");
    assert_eq!(after[&format!("{LATEST}/consenso.csv")], after["2024-11/figures/consenso/consenso.csv"]);
    assert_ne!(after[&format!("{LATEST}/consenso.csv")], before[&format!("{LATEST}/consenso.csv")]);
    // Older frames are the same bytes as before: what tells them of the newer edition stands elsewhere.
    for (path, bytes) in before.iter().filter(|(path, _)| path.starts_with("2024-0") && path.ends_with("frame.html")) {
        assert_eq!(&after[path], bytes, "{path}");
    }
    assert!(notice(&project, "consenso").1.ends_with("novembre 2024"));
}

#[test]
fn a_figure_that_no_edition_shows_any_more_is_gone_from_latest() {
    let project = built();
    assert!(project.files("output").contains_key(&format!("{LATEST}/index.html")));
    let editions = ["2024-01_2024-03", "2024-06_2024-08", "2024-11", "2025-01_2025-03"];
    for edition in editions {
        let path = format!("content/editions/{edition}/outline.yaml");
        let path = if project.path(&path).exists() { path } else { "content/outline.yaml".to_owned() };
        let outline = project.read(&path);
        let entries = outline
            .split("\n- ")
            .filter(|entry| !entry.contains("figure: consenso") && !entry.contains("show: consenso"));
        project.write(&path, &(entries.collect::<Vec<_>>().join("\n- ") + "\n"));
    }
    project.build(&["--edition", "2025-01_2025-03"]);
    let left: Vec<String> = project.files("output").into_keys().filter(|path| path.starts_with(LATEST)).collect();
    assert!(left.is_empty(), "{left:?}");
}
