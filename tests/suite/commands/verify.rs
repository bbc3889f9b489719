//! `fascicle verify`: a figure that left the site, given back to the command with and without changes.

use crate::common::project::{Answer, Project};
use std::fs;
use std::path::Path;

/// A figure of an edition that is not the newest, and one of the newest.
const OLD: &str = "output/2024-06_2024-08/figures/consenso/consenso.svg";
const NEW: &str = "output/2025-01_2025-03/figures/consenso/consenso.svg";

fn built() -> Project {
    let project = Project::of_the_talk();
    project.build(&[]);
    project
}

/// The figure with some words in the place of others, saved as `altered.svg`.
fn altered(project: &Project, figure: &str, changes: &[(&str, &str)]) -> Answer {
    let mut text = project.read(figure);
    for (from, to) in changes {
        assert!(text.contains(from), "`{from}` stands in {figure}");
        text = text.replacen(from, to, 1);
    }
    project.write("altered.svg", &text);
    project.run(&["verify", "altered.svg"])
}

fn codes(answer: &Answer, code: i32) {
    assert_eq!((answer.code, answer.stderr.as_str()), (Some(code), ""), "{}", answer.stdout);
}

/// Everything that can be said, in both languages, against `tests/golden/commands/verify.txt`.
#[test]
fn what_is_said_of_a_file_is_written_down() {
    let project = built();
    let mut said = String::new();
    let mut say = |title: &str, project: &Project, arguments: &[&str]| {
        said += &format!("# {title}\n\n");
        for language in ["en", "it"] {
            let answer = project.run(&[["verify", "--lang", language].as_slice(), arguments].concat());
            said += &format!("{}{}(exit code {})\n\n", answer.stdout, answer.stderr, answer.code.unwrap());
        }
    };
    say("As it was made", &project, &[NEW]);
    say("Of an older edition", &project, &[OLD]);

    altered(
        &project,
        OLD,
        &[
            ("width=\"596\"", "width=\"696\""),
            (">69%<", ">80%<"),
            (
                "<g class=\"rule\"",
                "<rect x=\"40\" y=\"300\" width=\"500\" height=\"20\" fill=\"#FFFFFF\"/>\n<g class=\"rule\"",
            ),
            (
                "<text x=\"40\" y=\"756.6\">* Friuli-Venezia Giulia: nessun valore nei dati al 31 marzo 2024</text>\n",
                "",
            ),
        ],
    );
    say("A bar made longer, its value changed, another covered, a note taken away", &project, &["altered.svg"]);

    altered(&project, OLD, &[(">Puglia|69%", ">Puglia|80%"), ("<dc:rights>", "<dc:rights>libero: ")]);
    say("What it carries with it changed, the drawing left alone", &project, &["altered.svg"]);

    project.write("altered.svg", &inkscape(&project.read(NEW)));
    say("Saved again by another program", &project, &["altered.svg"]);

    project.write("altered.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"3\" height=\"4\"/></svg>");
    project.write("words.txt", "Cittadini che hanno espresso il consenso: 69% in Puglia.");
    say("Not ours", &project, &["altered.svg", "words.txt"]);

    altered(&project, OLD, &[(">2024-06_2024-08<", ">2019-01_2019-03<")]);
    say("Of an edition that is not there", &project, &["altered.svg"]);

    fs::copy(project.path(OLD), project.path("given-away.svg")).unwrap();
    project.change("content/editions/2024-06_2024-08/observations/consenso.yaml", "Puglia: 69", "Puglia: 71");
    project.change("content/editions/2024-06_2024-08/edition.yaml", "subtitle:", "revision: 2\nsubtitle:");
    say("The content corrected since", &project, &["given-away.svg"]);

    altered(&project, "given-away.svg", &[("width=\"596\"", "width=\"696\"")]);
    say("The content corrected since, and the file altered", &project, &["altered.svg"]);

    let indicators = "content/indicators.yaml";
    fs::copy(project.path(NEW), project.path("given-away.svg")).unwrap();
    project.change(indicators, "Cittadini che hanno espresso il consenso", "Cittadini che hanno dato il consenso");
    say("The data of today under another title", &project, &["given-away.svg"]);

    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/commands/verify.txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&golden, &said).unwrap();
    }
    assert_eq!(said, fs::read_to_string(&golden).unwrap_or_default(), "BLESS=1 writes what is said");
}

/// What Inkscape does to a drawing that it opens and saves: ids, its own namespaces, a view, metadata moved, spaces.
fn inkscape(svg: &str) -> String {
    let (head, rest) = svg.split_once(">\n").unwrap();
    let head = head.replace("<svg ", "<svg\n   version=\"1.1\"\n   id=\"svg42\"\n   ");
    let own = "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"\n   \
               xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\"\n   \
               xmlns:svg=\"http://www.w3.org/2000/svg\"\n   inkscape:version=\"1.4\"";
    let view =
        "  <defs\n     id=\"defs1\" />\n  <sodipodi:namedview\n     id=\"view\"\n     inkscape:zoom=\"0.7\" />\n";
    let mut count = 0;
    let mut body = String::new();
    for line in rest.lines() {
        count += 1;
        let with_id = ["<rect ", "<path ", "<g "].iter().find(|tag| line.starts_with(**tag));
        body += &match with_id {
            Some(tag) => format!("    {}\n", line.replacen(*tag, &format!("{tag}\n       id=\"it{count}\" "), 1)),
            None => format!("    {line}\n"),
        };
    }
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n{head}\n   {own}>\n{view}{body}")
}

#[test]
fn every_figure_of_the_site_is_genuine_against_its_content_and_against_the_site() {
    let project = built();
    let files = project.files("output");
    let figures: Vec<String> = files
        .keys()
        .filter(|path| path.ends_with(".svg") && !path.ends_with("qr.svg"))
        .map(|path| format!("output/{path}"))
        .collect();
    assert!(figures.len() > 20, "{figures:?}");
    for figure in &figures {
        let answer = project.run(&["verify", figure]);
        assert!(answer.stdout.starts_with(&format!("{figure}: genuine")), "{}", answer.stdout);
        assert!(matches!(answer.code, Some(0 | 3)), "{}", answer.stdout);
        assert!(!answer.stdout.contains("another program"), "{}", answer.stdout);
    }
}

#[test]
fn whatever_can_be_seen_and_was_changed_is_found() {
    let project = built();
    for (from, to, words) in [
        ("fill=\"#4A8CC9\"", "fill=\"#C94A4A\"", "things of the group `bars` is #C94A4A"),
        ("fill=\"#4A8CC9\"", "style=\"fill:#C94A4A\"", "#C94A4A"),
        ("<g class=\"bars\"", "<g opacity=\"0\" class=\"bars\"", "`opacity` 0"),
        ("<g class=\"foot\"", "<g display=\"none\" class=\"foot\"", "`display` none"),
        ("<g class=\"bars\"", "<g transform=\"scale(1.1 1)\" class=\"bars\"", "`transform`"),
        ("<title>", "<style>.bars{display:none}</style><title>", "added: a style sheet"),
        ("<metadata>", "<metadata><style xmlns=\"http://www.w3.org/1999/xhtml\">rect{fill:red}</style>", "style sheet"),
        (">89%<", "><tspan display=\"none\">89%</tspan><", "`content`"),
        (
            "/>\n</g>\n<g class=\"ranks\"",
            "><animate attributeName=\"width\" to=\"9\"/></rect>\n</g>\n<g class=\"ranks\"",
            "`content`",
        ),
        ("<desc>", "<desc>Falso. ", "the description for those who do not see it: \"Falso. "),
        (
            "role=\"img\"",
            "role=\"img\" preserveAspectRatio=\"none\"",
            "the drawing as a whole has `preserveAspectRatio` none",
        ),
        ("<svg ", "<?xml-stylesheet href=\"a.css\"?><svg ", "added: a style sheet"),
    ] {
        let answer = altered(&project, OLD, &[(from, to)]);
        codes(&answer, 6);
        assert!(answer.stdout.contains(words), "{to}: {}", answer.stdout);
    }
}

#[test]
fn what_cannot_be_seen_may_change() {
    let project = built();
    for (from, to) in [
        ("width=\"1200\" height=", "width=\"600\" height=\"300\" data-was="),
        ("<svg ", "<svg style=\"max-width:100%;height:auto\" "),
        ("width=\"768.7\"", "width=\"768.70\""),
        ("fill=\"#4A8CC9\"", "fill=\"#4a8cc9\""),
        ("<g class=\"bars\"", "<!-- bars --><g id=\"x\""),
    ] {
        let answer = altered(&project, OLD, &[(from, to)]);
        codes(&answer, 3);
        assert!(answer.stdout.contains("what it shows is unchanged"), "{to}: {}", answer.stdout);
    }
}

#[test]
fn who_alters_the_mark_too_is_found_out_against_the_content() {
    let project = built();
    let text = project.read(OLD);
    let mark = text.split("<fascicle:drawing>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let answer =
        altered(&project, OLD, &[("width=\"596\"", "width=\"696\""), (&mark, "0123456789abcdef0123456789abcdef")]);
    codes(&answer, 6);
    assert!(answer.stdout.contains("the bar of Puglia is 696 wide"), "{}", answer.stdout);
}

#[test]
fn a_file_may_be_hostile_and_the_answer_stays_short() {
    let project = built();
    let entities = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let cases = [
        format!("{entities}<svg xmlns=\"http://www.w3.org/2000/svg\">&b;</svg>"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\">".to_owned() + &"<g>".repeat(200_000),
        "<svg xmlns=\"http://www.w3.org/2000/svg\">".to_owned()
            + &"<g>".repeat(100_000)
            + &"</g>".repeat(100_000)
            + "</svg>",
        "<".repeat(1_000_000),
        project.read(OLD).replace("2024-06_2024-08<", "../../../../etc<"),
    ];
    for text in cases {
        project.write("hostile.svg", &text);
        for arguments in [&["verify", "hostile.svg"][..], &["verify", "hostile.svg", "--site", "output"]] {
            let answer = project.run(arguments);
            codes(&answer, 7);
            assert!(answer.stdout.len() < 400, "{}", answer.stdout);
        }
    }
    let many = (0..3000).map(|at| format!("<rect x=\"{at}\" y=\"0\" width=\"1\" height=\"1\"/>")).collect::<String>();
    let answer = altered(&project, OLD, &[("<g class=\"bars\"", &format!("{many}<g class=\"bars\""))]);
    codes(&answer, 6);
    assert!(answer.stdout.lines().count() < 60 && answer.stdout.contains("more"), "{}", answer.stdout);
}

#[test]
fn a_file_that_cannot_be_read_or_a_site_that_cannot_be_checked_is_said_apart() {
    let project = built();
    assert_eq!(project.run(&["verify", "nothing.svg"]).code, Some(2));
    project.change("content/site.yaml", "language: it", "language: zz");
    assert_eq!(project.run(&["verify", NEW]).code, Some(1));
}

/// Address, revision, columns, rows, members: what was changed beside the values is told, and a value is not needed for it.
#[test]
fn what_a_file_says_beside_its_values_is_held_against_today_too() {
    let project = built();
    let site = project.read("content/site.yaml");
    assert!(site.contains("url:"), "the talk has an address");
    let address = "<dc:identifier>";
    let told = altered(&project, NEW, &[(address, "<dc:identifier>https://example.org/")]);
    codes(&told, 4);
    assert!(told.stdout.contains("`dc:identifier` says "), "{}", told.stdout);
    let told = altered(&project, NEW, &[("<fascicle:revision>1<", "<fascicle:revision>7<")]);
    codes(&told, 6);
    assert!(told.stdout.contains("`fascicle:revision` says \"7\""), "{}", told.stdout);

    let csv = NEW.replace(".svg", ".csv");
    let text = project.read(&csv);
    let line = text.lines().nth(3).unwrap();
    let wide: String = text.lines().map(|line| format!("{line},1\n")).collect();
    for (changed, code, words) in [
        (wide, 6, "the column `1`, which was not there"),
        (format!("{text}{line}\n"), 6, "which was not there"),
        (text.replace(&format!("{line}\n"), ""), 6, "which is not there now"),
        (text.replace('\n', "\r\n"), 0, "saved again by another program"),
    ] {
        project.write("altered.csv", &changed);
        let told = project.run(&["verify", "altered.csv"]);
        assert!(told.code == Some(code) && told.stdout.contains(words), "{words}: {}", told.stdout);
    }

    let json = NEW.replace(".svg", ".json");
    let text = project.read(&json);
    for (from, to, words) in [
        ("\"revision\": 1", "\"revision\": 7", "`revision` says \"7\""),
        ("\"revision\": 1", "\"revision\": 1, \"weight\": 2", "`weight` says \"2\""),
        ("\"revision\": 1", "\"revision\": 1, \"revision\": 1", "`revision` stands twice"),
        ("\"name\": \"Puglia\"", "\"name\": \"Puglia\", \"name\": \"Puglia\"", "`name` stands twice"),
        ("\"name\": \"Puglia\"", "\"name\": \"Puglia\", \"weight\": 2", "the column `weight`"),
        ("\"address\": \"", "\"address\": \"https://example.org/", "`address` says "),
    ] {
        assert!(text.contains(from), "{from} stands in {json}");
        project.write("altered.json", &text.replacen(from, to, 1));
        let told = project.run(&["verify", "altered.json"]);
        assert!(matches!(told.code, Some(4 | 6)) && told.stdout.contains(words), "{words}: {}", told.stdout);
    }
}

/// A draft says so wherever it goes, and to whoever asks.
#[test]
fn a_figure_of_a_draft_says_so_in_every_format() {
    let project = Project::of_the_talk();
    project.change("content/editions/2025-01_2025-03/edition.yaml", "subtitle:", "status: draft\nsubtitle:");
    project.build(&[]);
    let warning = "Bozza: testi e dati possono cambiare prima della pubblicazione.";
    let folder = "output/2025-01_2025-03/figures/consenso";
    let svg = project.read(&format!("{folder}/consenso.svg"));
    let (drawn, described) = svg.split_once("</desc>").map(|(before, after)| (after, before)).unwrap();
    assert!(described.contains(warning) && drawn.contains(&format!(">{warning}<")));
    assert!(project.read(&format!("{folder}/consenso.json")).contains("\"draft\": true"));
    for csv in [format!("{folder}/consenso.csv"), "output/2025-01_2025-03/data/consenso.csv".to_owned()] {
        let text = project.read(&csv);
        assert!(text.lines().next().unwrap().ends_with(",edition_status"), "{csv}");
        assert!(text.lines().skip(1).all(|line| line.ends_with(",draft")), "{csv}");
    }
    assert!(project.read(&format!("{folder}/frame.html")).contains("Bozza"));
    let published = project.read("output/2024-06_2024-08/figures/consenso/consenso.csv");
    assert!(!published.contains("edition_status"));
    let mut formats = vec!["svg", "csv", "json"];
    formats.extend(cfg!(feature = "png").then_some("png"));
    formats.extend(cfg!(feature = "pdf").then_some("pdf"));
    for format in formats {
        let file = format!("consenso.{format}");
        let made = project.run(&["chart", "consenso", "--edition", "2025-01_2025-03", "--output", &file]);
        assert_eq!(made.code, Some(0), "{made:?}");
        let told = project.run(&["verify", &file]);
        codes(&told, 0);
        assert!(told.stdout.contains("of a DRAFT"), "{format}: {}", told.stdout);
    }
}

#[test]
fn a_figure_in_another_language_is_genuine_in_every_format() {
    let project = Project::of_the_talk();
    let mut formats = vec!["svg", "csv", "json"];
    formats.extend(cfg!(feature = "png").then_some("png"));
    formats.extend(cfg!(feature = "pdf").then_some("pdf"));
    for figure in ["consenso", "documenti-table", "change-uso_cittadini", "consenso-lines"] {
        for format in &formats {
            let file = format!("{figure}.{format}");
            let made = project.run(&["chart", figure, "--lang", "en", "--output", &file]);
            assert_eq!(made.code, Some(0), "{made:?}");
            codes(&project.run(&["verify", &file]), 0);
        }
    }
}

/// A document of other programs: its parts, packed as they pack them.
#[cfg(any(feature = "pptx", feature = "spreadsheets"))]
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[cfg(any(feature = "pptx", feature = "spreadsheets"))]
#[test]
fn pictures_inside_documents_are_found_and_judged() {
    let project = built();
    let (new, old) = (project.read(NEW), project.read(OLD));
    assert!(old.contains(">69%<"));
    let altered = old.replace(">69%<", ">96%<");
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let talk =
        archive(&[("ppt/media/image1.svg", &new), ("ppt/media/image2.svg", &altered), ("ppt/media/logo.svg", logo)]);
    fs::write(project.path("talk.pptx"), talk).unwrap();
    let told = project.run(&["verify", "talk.pptx"]);
    codes(&told, 6);
    for words in [
        "talk.pptx > ppt/media/image1.svg: genuine and current",
        "talk.pptx > ppt/media/image2.svg: ALTERED",
        "talk.pptx: another picture does not say where it comes from",
    ] {
        assert!(told.stdout.contains(words), "{words}: {}", told.stdout);
    }

    fs::write(project.path("letter.odt"), archive(&[("Pictures/1.svg", logo)])).unwrap();
    let told = project.run(&["verify", "letter.odt"]);
    codes(&told, 7);
    assert!(told.stdout.contains("the picture in it does not say where it comes from"), "{}", told.stdout);

    project.write("page.html", &format!("<!DOCTYPE html><html><body>{new}<p>{old}</body></html>"));
    let told = project.run(&["verify", "page.html", "--site", "output"]);
    codes(&told, 3);
    assert!(told.stdout.contains("page.html > drawing 1: genuine and current"), "{}", told.stdout);
    assert!(told.stdout.contains("page.html > drawing 2: genuine, and superseded"), "{}", told.stdout);
}
