//! What goes with a figure wherever it goes: the same words in every file, and in each of them alone the source, the period,
//! what the shares are of, the notes and who is missing.

use fascicle::diag::Language;
use fascicle::disk;
use fascicle::files::Source;
use fascicle::render::{Artifact, Format};
use fascicle::resolve::{Behind, Figure};
use fascicle::{Request, Site, Wish};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

const SITES: [&str; 2] = ["tests/talk", "docs/examples/waste/content"];

/// A site in a language, published at an address.
fn site(content: &str, language: Language) -> Site {
    let mut loaded = disk::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(content)).unwrap();
    for Source { text, .. } in loaded.sources.files.iter_mut().filter(|file| file.path == "site.yaml") {
        if !text.contains("\nurl:") {
            text.push_str("\nurl: https://example.org/site\n");
        }
    }
    Site::check(&loaded, &Request::default()).unwrap_or_else(|faults| panic!("{:?}", faults.list)).in_language(language)
}

/// Every file of a site, its figures in all formats.
fn files(site: &mut Site) -> BTreeMap<String, Vec<u8>> {
    site.draw_as(Format::ALL);
    let files = Mutex::new(BTreeMap::new());
    let put = |artifact: Artifact| {
        files.lock().unwrap().insert(artifact.path, artifact.bytes);
        Ok::<_, ()>(())
    };
    site.ready().unwrap().write(put).unwrap();
    files.into_inner().unwrap()
}

/// Every figure, in both languages: where it is said to be, the figure, what is behind it, and its folder's files.
fn each(mut look: impl FnMut(&str, &Figure, &Behind, &dyn Fn(&str) -> Vec<u8>)) -> usize {
    let mut count = 0;
    for content in SITES {
        for language in Language::ALL {
            let mut site = site(content, language);
            let files = files(&mut site);
            for index in 0..site.report().covers.len() {
                let edition = site.edition(index);
                for (figure, behind) in edition.figures.iter().zip(&edition.behind) {
                    let folder = format!("{}/figures/{}/", edition.cover.id, figure.id);
                    let file = |name: &str| {
                        files
                            .get(&format!("{folder}{name}"))
                            .unwrap_or_else(|| panic!("{folder} has no {name}"))
                            .clone()
                    };
                    look(&format!("{folder} in {}", language.tag()), figure, behind, &file);
                    count += 1;
                }
            }
        }
    }
    count
}

/// The same without what marks up text in XML and HTML.
fn plain(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&apos;", "'").replace("&amp;", "&")
}

/// The text with tags of this name bare: in another language than ours they say which it is, and some have an id.
fn bare(text: &str, tag: &str) -> String {
    let open = format!("<{tag} ");
    let mut parts = text.split(&open);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(&format!("<{tag}>"));
        out.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
    }
    out
}

/// Whether a PDF holds a text among its strings: UTF-16 in hexadecimal digits, or as it is.
fn in_pdf(bytes: &[u8], text: &str) -> bool {
    let hex: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    let escaped = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    [hex, escaped].iter().any(|text| bytes.windows(text.len()).any(|window| window == text.as_bytes()))
}

#[test]
fn the_same_title_and_the_same_summary_reach_every_file() {
    let count = each(|at, figure, _, file| {
        let id = &figure.id;
        let title = &figure.title;
        let description = format!("{}. {}", figure.measure, figure.summary);
        let in_drawing = [format!("<title>{title}</title>"), format!("<desc>{description}</desc>")];
        let has = |name: &str, words: &[String]| {
            let text = plain(&file(name));
            for words in words {
                assert!(text.contains(words.as_str()), "{at}: {name} has not `{words}`");
            }
        };
        let of_other = |name: &str| {
            let text = ["title", "desc"].iter().fold(plain(&file(name)), |text, tag| bare(&text, tag));
            for words in &in_drawing {
                assert!(text.contains(words.as_str()), "{at}: {name} has not `{words}`");
            }
        };
        ["index.html", "frame.html"].into_iter().for_each(of_other);
        of_other(&format!("{id}.svg"));
        let heading = format!("<h1>{title}</h1>");
        has("frame.html", std::slice::from_ref(&heading));
        let alternative = format!("{}. {}. {}", title.trim_end_matches('.'), figure.measure, figure.summary);
        let page = plain(&file("index.html"));
        for words in [heading, format!("<p class=\"summary\">{}</p>", figure.summary), alternative.clone()] {
            assert!(page.contains(&words), "{at}: the page has not `{words}`");
        }
        for paragraph in figure.in_words() {
            assert!(page.contains(&format!("<p>{paragraph}</p>")), "{at}: the page has not `{paragraph}`");
        }
        #[cfg(feature = "pdf")]
        assert!(
            in_pdf(&file(&format!("{id}.pdf")), &format!("{title}. {description}")),
            "{at}: no alternative in the PDF"
        );
        #[cfg(feature = "png")]
        {
            let png = file(&format!("{id}.png"));
            for (keyword, words) in [("Title", title), ("Description", &description)] {
                let chunk = [b"iTXt", keyword.as_bytes(), b"\0\0\0"].concat();
                let start = png.windows(chunk.len()).position(|window| window == chunk).expect("a text chunk");
                let text = words.as_bytes();
                assert!(
                    png[start..start + text.len() + 40].windows(text.len()).any(|window| window == text),
                    "{at}: {keyword}"
                );
            }
        }
        let json: serde_json::Value = serde_json::from_slice(&file(&format!("{id}.json"))).unwrap();
        assert_eq!(
            (json["title"].as_str(), json["summary"].as_str()),
            (Some(title.as_str()), Some(figure.summary.as_str()))
        );
        assert_eq!(json["alternative"], alternative, "{at}");
        assert_eq!(json["description"].as_array().map(Vec::len), Some(figure.in_words().len()), "{at}");
        let csv = String::from_utf8(file(&format!("{id}.csv"))).unwrap().replace("\"\"", "\"");
        assert!(csv.lines().skip(1).all(|line| line.contains(title.as_str())), "{at}: a row of the CSV has no title");
        let oembed: serde_json::Value = serde_json::from_slice(&file("oembed.json")).unwrap();
        assert!(oembed["title"].as_str().is_some_and(|said| said.starts_with(title.as_str())), "{at}: {oembed}");
        assert_eq!(oembed["description"], alternative, "{at}");
    });
    assert!(count > 50, "{count} figures");
}

#[test]
fn with_any_of_its_files_alone_one_can_tell_whose_when_of_what_what_is_special_and_who_is_missing() {
    let (mut friuli, mut missing) = (0, 0);
    each(|at, figure, behind, file| {
        let id = &figure.id;
        let mut facts = vec![figure.source.clone(), figure.provenance.period.clone(), figure.definition.clone()];
        // The measure says of what the shares are.
        facts.push(figure.measure.clone());
        facts.extend(figure.notes.iter().map(|note| note.text.clone()));
        friuli += figure.notes.iter().filter(|note| note.text.starts_with("Friuli-Venezia Giulia")).count();
        let without: Vec<&str> = behind.missing().collect();
        missing += without.len();
        assert!(figure.measure.contains(&behind.denominator), "{at}: {}", behind.denominator);
        let mut texts = vec![("svg", plain(&file(&format!("{id}.svg"))))];
        #[cfg(feature = "pdf")]
        texts.push(("pdf", plain(&file(&format!("{id}.pdf"))).replace("\n\t", "\n")));
        #[cfg(feature = "png")]
        texts.push(("png", plain(&file(&format!("{id}.png")))));
        for (format, text) in &texts {
            for fact in &facts {
                assert!(text.contains(fact.as_str()), "{at}: the {format} has not `{fact}`");
            }
            for name in &without {
                let cells = text.split(&format!("{name}|")).nth(1).unwrap_or_default();
                let row = cells.lines().next().unwrap_or_default();
                assert!(row.contains("n.d.") || row.contains("no data"), "{at}: the {format} has no {name}: {row}");
            }
        }

        let json: serde_json::Value = serde_json::from_slice(&file(&format!("{id}.json"))).unwrap();
        let said = json.to_string();
        for fact in &facts[..1] {
            assert!(said.contains(fact.as_str()), "{at}: the JSON has not `{fact}`");
        }
        assert_eq!(json["measure"], figure.measure, "{at}");
        assert!(json["share_of"] == behind.denominator || behind.denominator.is_empty(), "{at}");
        assert!(json["period"].as_str().is_some_and(|period| figure.provenance.period_iso.contains(period)), "{at}");
        assert_eq!(json["notes"].as_array().map(Vec::len), Some(figure.notes.len()), "{at}");
        let names: Vec<&str> = json["missing"].as_array().unwrap().iter().filter_map(|name| name.as_str()).collect();
        assert_eq!(names, without, "{at}");
        let words = json["description"].as_array().unwrap().last().unwrap().as_str().unwrap();
        assert!(words.contains(figure.source.trim_end_matches('.')), "{at}: {words}");

        let csv = String::from_utf8(file(&format!("{id}.csv"))).unwrap().replace("\"\"", "\"");
        let (head, rows) = csv.split_once('\n').unwrap();
        for column in ["period", "source", "share_of", "definition", "figure_note", "measure", "note"] {
            assert!(head.split(',').any(|name| name.trim() == column), "{at}: the CSV has no column `{column}`");
        }
        for fact in [&figure.measure, &figure.definition, &behind.denominator] {
            assert!(rows.contains(fact.as_str()), "{at}: the CSV has not `{fact}`");
        }
        for note in figure.notes.iter().filter(|note| note.mark.is_empty()) {
            assert!(rows.contains(&note.text), "{at}: the CSV has not `{}`", note.text);
        }
        for name in &without {
            assert!(rows.lines().any(|row| row.contains(name)), "{at}: the CSV has no {name}");
        }
    });
    assert!(friuli > 4 && missing > 20, "{friuli} {missing}");
}

/// Every way to show the real data, beside those of the outlines.
const VIEWS: [&str; 9] = [
    "consenso",
    "consenso-areas",
    "consenso-columns",
    "consenso-tiles",
    "consenso-map",
    "consenso-distance",
    "consenso-strip",
    "consenso-lines",
    "documenti-items",
];

#[test]
fn a_figure_in_words_has_every_name_and_every_value_of_its_table() {
    for language in Language::ALL {
        let site = site("tests/talk", language);
        let wish = Wish::default();
        let mut all: Vec<Figure> =
            VIEWS.map(|id| site.look_up(id, Some("2025-01_2025-03"), &wish).unwrap().figure).to_vec();
        all.extend(site.figures(None, &wish).unwrap().into_iter().map(|found| found.figure));
        for figure in all {
            let paragraphs = figure.in_words();
            let words = paragraphs.join("\n");
            assert!(paragraphs.iter().all(|paragraph| !paragraph.trim().is_empty()), "{}", figure.id);
            for row in &figure.table.rows {
                assert!(words.contains(&row.cells[0]), "{}: {} is not in\n{words}", figure.id, row.cells[0]);
                let values = row.cells.iter().zip(&figure.table.numeric).filter(|(_, numeric)| **numeric);
                for value in values.map(|(value, _)| value.trim_end_matches('*')).filter(|value| value.ends_with('%')) {
                    assert!(words.contains(value), "{}: {value} of {} is not in\n{words}", figure.id, row.cells[0]);
                }
            }
        }
    }
}

/// How each view is told, to be read like prose.
#[test]
fn figures_in_words_say_what_the_goldens_say() {
    for language in Language::ALL {
        let site = site("tests/talk", language);
        let wish = Wish { highlight: vec!["Puglia".to_owned()], ..Wish::default() };
        let mut said = String::new();
        let mut tell = |figure: &Figure| {
            said.push_str(&format!("## {}\n{}\n\n", figure.id, figure.in_words().join("\n")));
        };
        for id in VIEWS {
            let wish = if id == "documenti-items" { Wish::default() } else { wish.clone() };
            tell(&site.look_up(id, Some("2025-01_2025-03"), &wish).unwrap().figure);
        }
        for id in ["documenti-table", "change-uso_cittadini", "change-uso_cittadini-slope"] {
            tell(&site.look_up(id, None, &Wish::default()).unwrap().figure);
        }
        let path = format!("{}/tests/golden/words/in-words.{}.txt", env!("CARGO_MANIFEST_DIR"), language.tag());
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &said).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), said, "{path}");
    }
}
