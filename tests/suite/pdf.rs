//! Figures as PDF: every figure of the talk is one that PDF/UA accepts, and the same one each time. What other programs
//! read in them is tried in `.ci/run`.

use fascicle::disk;
use fascicle::layout::Plate;
use fascicle::render::{Format, pdf};
use fascicle::scene::{Anchor, Color, Face, Group, Node, Path, Rect, Scene, Stroke, Text};
use fascicle::{Request, Site, Wish};
use std::path::Path as File;

fn talk() -> Site {
    let loaded = disk::load(&File::new(env!("CARGO_MANIFEST_DIR")).join("tests/talk")).unwrap();
    Site::check(&loaded, &Request::default()).unwrap_or_else(|faults| panic!("{:?}", faults.list))
}

fn has(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

/// A text as PDF writes it where it is no ASCII: UTF-16 in hexadecimal digits.
fn hex(text: &str) -> String {
    text.encode_utf16().map(|unit| format!("{unit:04X}")).collect()
}

#[test]
fn every_figure_of_the_talk_is_a_tagged_page_of_its_own_size_and_the_same_twice() {
    let site = talk();
    let mut count = 0;
    for cover in &site.report().covers {
        for found in site.figures(Some(&cover.id), &Wish::default()).unwrap() {
            for dark in [false, true] {
                let wish = Wish { dark, ..Wish::default() };
                let bytes = site.picture(&found, Format::Pdf, &wish).expect("not too many pixels");
                let name = format!("{} of {}", found.figure.id, cover.id);
                assert!(bytes.starts_with(b"%PDF-1.7"), "{name}");
                // Points: 1200 pixels of 96 to the inch are 900.
                assert!(has(&bytes, "/MediaBox[0 0 900 "), "{name}");
                let data = format!("fascicle:data: {}", found.figure.provenance.data);
                for words in
                    [data.as_str(), "<pdfuaid:part>1</pdfuaid:part>", "/S/Figure", "/S/H1", "/S/P", "/Lang(it)"]
                {
                    assert!(has(&bytes, words), "{name} has no {words}");
                }
                assert!(has(&bytes, &hex(&found.figure.summary)), "{name} has no alternative");
                let dates = ["CreationDate", "ModDate", "CreateDate", "ModifyDate"];
                assert!(!dates.iter().any(|date| has(&bytes, date)), "{name} says when it was made");
                assert_eq!(bytes, site.picture(&found, Format::Pdf, &wish).expect("not too many pixels"), "{name}");
                count += 1;
            }
        }
    }
    assert!(count > 40, "{count} figures");
}

#[test]
fn signs_that_no_face_has_and_shapes_without_a_size_are_no_reason_to_fail() {
    let text = |words: &str, rotate: f64, anchor: Anchor| {
        Node::Text(Text {
            x: 50.0,
            y: 50.0,
            rotate,
            anchor,
            face: Face::Sans,
            size: 15.0,
            fill: Color(0),
            text: words.to_owned(),
            width: 40.0,
        })
    };
    let stroke = Some(Stroke { color: Color(0x00457D), width: 1.0 });
    let rect = |width: f64| {
        let (x, y, height, radius) = (1.0, 1.0, 0.0, 2.0);
        Node::Rect(Rect { x, y, width, height, radius, fill: Some(Color(0)), stroke })
    };
    let path = |outlines| Node::Path(Path { outlines, closed: true, fill: Some(Color(0)), stroke });
    let words = ["字 e 🙂", "", " ", "\u{feff}\u{0}\n\t", "ﬁ ffi Å a\u{301}\u{323}", "שלום", "\u{fffe}", "AV\u{ad}TA"];
    let mut nodes: Vec<Node> = words.iter().map(|words| text(words, 0.0, Anchor::Middle)).collect();
    nodes.push(text("字", -35.0, Anchor::End));
    nodes.extend([rect(0.0), rect(10.0), path(vec![]), path(vec![vec![]]), path(vec![vec![(3.0, 3.0)]])]);
    let head = Group { class: "head", title: None, nodes: vec![text("字🙂", 0.0, Anchor::Start)] };
    nodes.push(Node::Group(head));
    nodes.push(Node::Group(Group { class: "foot", title: None, nodes: Vec::new() }));
    let scene = |title: &str| Scene {
        width: 100.0,
        height: 60.5,
        lang: "en".into(),
        others: fascicle::scene::OtherLanguages::default(),
        title: title.to_owned(),
        description: "字 \u{0} (a) \\".into(),
        nodes: nodes.clone(),
    };
    let about = [("Author", "A, B".to_owned()), ("dc:source", "Name, \u{0}name (b)\nname".to_owned())];
    let bytes = pdf::document(&Plate { scene: scene("字 🙂\u{feff}"), unit: 0.5 }, &about);
    assert!(has(&bytes, "<pdf:Keywords>dc:source: Name,  name (b)\n\tname</pdf:Keywords>"));
}
