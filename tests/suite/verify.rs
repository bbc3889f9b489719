//! Files that left the site, looked at by the library: what they carry, every way of changing them, and hostile ones.

use fascicle::diag::Language;
use fascicle::render::Format;
use fascicle::render::drawing::svg::{TextAs, Width};
use fascicle::resolve::Figure;
use fascicle::verify::{Claim, Kind, Known, Newer, Today, Verdict, verify};
use fascicle::{Request, Site, Wish, disk};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

static SITE: LazyLock<Site> = LazyLock::new(|| {
    let loaded = disk::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/talk")).unwrap();
    Site::check(&loaded, &Request::default()).unwrap()
});

/// Every figure of the site and its file.
static FIGURES: LazyLock<Vec<(Figure, String)>> = LazyLock::new(|| {
    let files = std::sync::Mutex::new(std::collections::BTreeMap::new());
    let put = |artifact: fascicle::render::Artifact| {
        if artifact.path.ends_with(".svg") {
            files.lock().unwrap().insert(artifact.path, String::from_utf8(artifact.bytes).unwrap());
        }
        Ok::<_, ()>(())
    };
    SITE.ready().unwrap().write(put).unwrap();
    let files = files.into_inner().unwrap();
    let editions = 0..SITE.report().covers.len();
    let figures = editions.flat_map(|edition| SITE.edition(edition).figures);
    figures
        .map(|figure| {
            let (edition, id) = (&figure.provenance.edition, &figure.id);
            let is_its = |path: &&String| path.starts_with(&**edition) && path.ends_with(&format!("/{id}.svg"));
            let path = files.keys().find(is_its).unwrap_or_else(|| panic!("{edition} has no file of {id}"));
            (figure.clone(), files[path].clone())
        })
        .collect()
});

fn old() -> &'static str {
    let is_old =
        |figure: &&(Figure, String)| figure.0.id == "consenso" && figure.0.provenance.edition == "2024-06_2024-08";
    &FIGURES.iter().find(is_old).unwrap().1
}

/// The texts of the elements of a drawing, and of its metadata apart.
fn texts(svg: &str) -> (String, String) {
    let document = roxmltree::Document::parse(svg).unwrap();
    let (mut seen, mut metadata) = (String::new(), String::new());
    for node in document.descendants().filter(roxmltree::Node::is_text) {
        let inside = node.ancestors().any(|above| above.tag_name().name() == "metadata");
        let into = if inside { &mut metadata } else { &mut seen };
        *into += node.text().unwrap();
        into.push(' ');
    }
    let single = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    (single(seen), single(metadata))
}

#[test]
fn with_the_drawing_alone_one_can_tell_source_period_denominator_exceptions_and_who_is_missing() {
    let mut missing = 0;
    let mut friuli = 0;
    for (figure, svg) in FIGURES.iter() {
        let (seen, metadata) = texts(svg);
        let at = format!("{} of {}", figure.id, figure.provenance.edition);
        let provenance = &figure.provenance;
        for words in [&figure.source, &figure.measure, &provenance.edition, &provenance.data] {
            assert!(seen.contains(words.as_str()) && metadata.contains(words.as_str()), "{at}: `{words}`");
        }
        for words in [&figure.definition, &provenance.period, &provenance.period_iso, &provenance.organisation] {
            assert!(metadata.contains(words.as_str()), "{at}: `{words}`");
        }
        for note in &figure.notes {
            assert!(seen.contains(&note.text) && metadata.contains(&note.text), "{at}: {note:?}");
            friuli += usize::from(note.text.starts_with("Friuli-Venezia Giulia"));
        }
        for row in &figure.table.rows {
            let name = &row.cells[0];
            assert!(seen.contains(name.as_str()) && metadata.contains(name.as_str()), "{at}: {name}");
            if row.cells[1] == "n.d." {
                missing += 1;
                assert!(metadata.contains(&format!("{name}|n.d.")) && seen.contains("n.d."), "{at}: {name}");
            }
        }
    }
    assert!(missing > 10 && friuli > 1, "{missing} {friuli}");
}

#[test]
fn the_mark_of_the_data_is_that_of_its_values_and_of_nothing_else() {
    let of = |id: &str, edition: &str| {
        let is_it = |one: &&(Figure, String)| one.0.id == id && one.0.provenance.edition == edition;
        FIGURES.iter().find(is_it).unwrap().0.provenance.data.clone()
    };
    let marks: Vec<&String> = FIGURES.iter().map(|(figure, _)| &figure.provenance.data).collect();
    assert!(marks.iter().all(|mark| mark.len() == 12 && mark.bytes().all(|byte| byte.is_ascii_hexdigit())));
    assert_ne!(of("consenso", "2024-06_2024-08"), of("consenso", "2025-01_2025-03"));
    let distinct: std::collections::BTreeSet<_> = marks.iter().collect();
    // Two kinds of figure may show the same data, and slopes that of their dumbbells.
    let data: std::collections::BTreeSet<_> = FIGURES
        .iter()
        .map(|(figure, _)| (&figure.provenance.edition, figure.dataset.trim_end_matches("-slope")))
        .collect();
    assert_eq!(distinct.len(), data.len());
}

/// A CSV and a JSON of a figure, as they are today.
const CSV: &str = "territory,name,value,figure,edition,revision,data\n\
                   ITF4,Puglia,69,consenso,2024-06_2024-08,1,aaaaaaaaaaaa\n\
                   ITI2,Umbria,,consenso,2024-06_2024-08,1,aaaaaaaaaaaa\n";
const JSON: &str = r#"{ "id": "consenso", "edition": { "id": "2024-06_2024-08" }, "revision": 1, "data": "aaaaaaaaaaaa",
    "title": "Consenso", "rows": [ { "name": "Puglia", "value": 69 }, { "name": "Umbria", "value": null } ] }"#;

/// The verdict on a file, where the figure of today has this file and these data.
fn judged(file: &str, today: &str, data: &str, newer: bool) -> (Verdict, String) {
    let ask = |claim: &Claim, kind: Kind| {
        assert!(matches!(kind, Kind::Csv | Kind::Json));
        assert_eq!((claim.figure(), claim.edition()), ("consenso", "2024-06_2024-08"));
        let mut now = claim.clone();
        now.pairs.insert("fascicle:data".into(), data.into());
        now.pairs.insert("fascicle:revision".into(), "2".into());
        let newer = newer.then(|| Newer { edition: "2025".into(), address: "2025/".into() });
        Today::Figure(Box::new(Known { file: Some(today.as_bytes().to_vec()), claim: now, newer }))
    };
    let answer = verify(file.as_bytes(), &ask);
    (answer.verdict, answer.words("file").en)
}

#[test]
fn values_of_csv_and_json_are_held_against_those_of_today() {
    for text in [CSV, JSON] {
        assert_eq!(judged(text, text, "aaaaaaaaaaaa", false).0, Verdict::Current);
        assert_eq!(judged(text, text, "aaaaaaaaaaaa", true).0, Verdict::Superseded);
        let changed = text.replace("69", "96");
        let (verdict, said) = judged(&changed, text, "aaaaaaaaaaaa", false);
        assert!(verdict == Verdict::Altered && said.contains("Puglia: ") && said.contains("69 → 96"), "{said}");
        let today = changed.replace("aaaaaaaaaaaa", "bbbbbbbbbbbb");
        let (verdict, said) = judged(text, &today, "bbbbbbbbbbbb", false);
        assert!(verdict == Verdict::Corrected && said.contains("in revision 2") && said.contains("69 → 96"), "{said}");
    }
    let without = CSV.replace("ITI2,Umbria,,consenso,2024-06_2024-08,1,aaaaaaaaaaaa\n", "");
    let (verdict, said) = judged(&without, CSV, "aaaaaaaaaaaa", false);
    assert!(verdict == Verdict::Altered && said.contains("Umbria"), "{said}");
    let (verdict, said) = judged(&JSON.replace("Consenso", "Dissenso"), JSON, "aaaaaaaaaaaa", false);
    assert!(verdict == Verdict::Redrawn && said.contains("`title` says \"Dissenso\""), "{said}");
}

#[test]
fn a_table_that_says_nothing_of_itself_is_not_judged() {
    let nobody = |_: &Claim, _: Kind| -> Today { unreachable!("nothing is claimed") };
    for text in ["", "a,b\n1,2\n", "{}", "[", "territory,figure\nx,consenso\ny,altro\n", "%PDF-1.7 x", "\u{feff}"] {
        assert_eq!(verify(text.as_bytes(), &nobody).verdict, Verdict::Unknown, "{text}");
    }
    assert_eq!(verify(b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXt", &nobody).verdict, Verdict::Unknown);
    assert_eq!(verify(&vec![b' '; fascicle::verify::LARGEST + 1], &nobody).verdict, Verdict::Unknown);
}

/// Every figure of the talk, in each format and with options, as `chart` writes it.
#[test]
fn whatever_chart_writes_is_told_to_be_genuine() {
    let wishes = [
        Wish::default(),
        Wish { width: Some(Width::Mm(120.0)), scale: 1, dark: true, text: TextAs::Outlined, ..Wish::default() },
        Wish { width: Some(Width::Px(640.5)), scale: 1, paper: false, text: TextAs::Embedded, ..Wish::default() },
    ];
    let english = SITE.clone().in_language(Language::English);
    for (site, wish) in [(&*SITE, &wishes[0]), (&*SITE, &wishes[1]), (&english, &wishes[2])] {
        assert_eq!(Wish::read(&wish.options()).as_ref(), Some(wish));
        // All of them as they are; of those drawn otherwise, some.
        let some = if *wish == Wish::default() { usize::MAX } else { 4 };
        for found in site.figures(None, wish).unwrap().into_iter().take(some) {
            for &format in Format::ALL {
                // Data are the same however they are drawn.
                if !matches!(format, Format::Csv | Format::Json) || *wish == Wish::default() {
                    let answer = SITE.verify(&site.picture(&found, format, wish).unwrap());
                    let verdict = if answer.newer.is_some() { Verdict::Superseded } else { Verdict::Current };
                    let words = answer.words(&format!("{} {format:?} {}", found.figure.id, wish.options())).en;
                    assert!(answer.verdict == verdict && !answer.saved_again, "{words}");
                }
            }
        }
    }
    let wish = Wish { highlight: vec!["Puglia".into(), "Valle d'Aosta".into()], ..Wish::default() };
    let found = SITE.look_up("consenso-map", Some("2024-06_2024-08"), &wish).unwrap();
    for &format in Format::ALL {
        assert_eq!(
            SITE.verify(&SITE.picture(&found, format, &wish).unwrap()).verdict,
            Verdict::Superseded,
            "{format:?}"
        );
    }
}

#[test]
fn options_that_chart_would_not_have_written_are_not_followed() {
    for options in [
        "--width 12000mm",
        "--width 1px",
        "--scale 9",
        "--scale 02",
        "--dark yes",
        "--output x",
        "puglia",
        "--dark --dark",
    ] {
        assert_eq!(Wish::read(options), None, "{options}");
    }
}

#[cfg(feature = "png")]
/// Another program packs the pixels of a picture otherwise; the texts beside them it keeps.
fn saved_again(png: &[u8], change: impl Fn(&mut [u8])) -> Vec<u8> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    change(&mut pixels);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, frame.width, frame.height);
    encoder.set_color(frame.color_type);
    encoder.set_compression(png::Compression::NoCompression);
    for text in &reader.info().utf8_text {
        encoder.add_itxt_chunk(text.keyword.clone(), text.get_text().unwrap()).unwrap();
    }
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    file
}

#[cfg(feature = "png")]
#[test]
fn a_pixel_that_was_changed_is_found_and_a_picture_saved_again_is_known() {
    let wish = Wish { scale: 1, ..Wish::default() };
    let found = SITE.look_up("consenso", None, &wish).unwrap();
    let ours = SITE.picture(&found, Format::Png, &wish).unwrap();
    let again = SITE.verify(&saved_again(&ours, |_| ()));
    assert!(again.verdict == Verdict::Current && again.saved_again, "{}", again.words("again").en);
    let painted = SITE.verify(&saved_again(&ours, |pixels| pixels[3 * (1200 * 300 + 500)] ^= 0x80));
    // It may as well have been drawn by another version of the program.
    assert_eq!(painted.verdict, Verdict::Redrawn);
    let words = painted.words("painted").en;
    assert!(words.contains("one pixel differs, at 500, 300 from"), "{words}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Digits are lengths, colours, values and dates: every one of them can be seen or heard.
    #[test]
    fn another_digit_anywhere_in_a_drawing_is_found(place in any::<prop::sample::Index>(), by in 1u8..10) {
        let svg = old();
        let drawing = svg.find("<title>").unwrap()..svg.find("<metadata>").unwrap();
        let digits: Vec<usize> = drawing.filter(|at| svg.as_bytes()[*at].is_ascii_digit()).collect();
        let at = *place.get(&digits);
        let mut bytes = svg.as_bytes().to_vec();
        bytes[at] = b'0' + (bytes[at] - b'0' + by) % 10;
        let answer = SITE.verify(&bytes);
        prop_assert_eq!(answer.verdict, Verdict::Altered, "{}", &svg[at - 30..at + 10]);
        prop_assert!(!answer.drawn.is_empty());
    }

    #[test]
    fn no_change_whatever_makes_it_panic(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, prop::collection::vec(any::<u8>(), 0..12)), 1..6),
    ) {
        let mut bytes = old().as_bytes().to_vec();
        for (place, length, new) in cuts {
            let at = place.index(bytes.len());
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, new);
        }
        let words = SITE.verify(&bytes).words("file");
        prop_assert!(words.en.starts_with("file: ") && words.it.starts_with("file: "));
    }
}

#[test]
fn no_column_of_a_figures_csv_stands_twice() {
    for found in SITE.figures(None, &Wish::default()).unwrap() {
        let csv = SITE.picture(&found, Format::Csv, &Wish::default()).unwrap();
        let mut head: Vec<&str> = std::str::from_utf8(&csv).unwrap().lines().next().unwrap().split(',').collect();
        let count = head.len();
        head.sort_unstable();
        head.dedup();
        assert_eq!(head.len(), count, "{}: {head:?}", found.figure.id);
    }
}
