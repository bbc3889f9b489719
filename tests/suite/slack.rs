//! Room around words: where another engine, or a face in the place of ours, sets them a twentieth wider, no text leaves its
//! drawing, in any figure of the talk and the museum, in any form.

use crate::common::museum;
use fascicle::layout::{Book, FigureSheet};
use fascicle::render::drawing::svg::{Description, inline, standalone};
use fascicle::scene::{Anchor, Node, Scene, Text};
use fascicle::theme::Theme;
use fascicle::{Request, Site, disk};
use std::path::Path;

/// How much wider.
const WIDER: f64 = 1.05;

fn talk() -> Site {
    let loaded = disk::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/talk")).unwrap();
    Site::check(&loaded, &Request::default()).unwrap_or_else(|faults| panic!("{:?}", faults.list))
}

/// Every drawing of a site with what it is.
fn drawings(name: &str, site: &Site, each: &mut impl FnMut(&str, &Scene)) {
    let theme = Theme::builtin();
    for index in 0..site.report().covers.len() {
        let edition = site.edition(index);
        let book = Book::of(&edition, &site.report().site, &theme, &[]);
        for (figure, sheet) in edition.figures.iter().zip(&book.sheets) {
            let FigureSheet { plate, slides, wide, narrow, .. } = sheet;
            let forms =
                [("plate", plate), ("narrow", narrow)].into_iter().chain(wide.as_ref().map(|wide| ("wide", wide)));
            for (form, scene) in forms.chain(slides.iter().map(|slide| ("slide", slide))) {
                each(&format!("{name}, {} of {}, {form}", figure.id, edition.cover.id), scene);
            }
        }
    }
}

fn texts<'n>(nodes: &'n [Node], found: &mut Vec<&'n Text>) {
    for node in nodes {
        match node {
            Node::Group(group) => texts(&group.nodes, found),
            Node::Text(text) => found.push(text),
            Node::Rect(_) | Node::Path(_) => {}
        }
    }
}

/// The left and the right end of a text set wider, along its line.
fn ends(text: &Text) -> [f64; 2] {
    let width = text.width * WIDER;
    let start = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => -width / 2.0,
        Anchor::End => -width,
    };
    [start, start + width]
}

#[test]
fn no_text_leaves_its_drawing_where_words_are_a_twentieth_wider() {
    let mut cut = Vec::new();
    let mut look = |name: &str, scene: &Scene| {
        let mut found = Vec::new();
        texts(&scene.nodes, &mut found);
        for text in found {
            let (sin, cos) = text.rotate.to_radians().sin_cos();
            let out = ends(text).into_iter().any(|along| {
                let (x, y) = (text.x + along * cos, text.y + along * sin);
                !(-0.6..=scene.width + 0.6).contains(&x) || !(-0.6..=scene.height + 0.6).contains(&y)
            });
            if out {
                cut.push(format!("{name}: {}", text.text));
            }
        }
    };
    drawings("talk", &talk(), &mut look);
    for museum::Case { name, site, .. } in museum::cases() {
        drawings(&name, &site, &mut look);
    }
    assert!(cut.is_empty(), "{} texts, as:\n{}", cut.len(), cut[..cut.len().min(40)].join("\n"));
}

#[test]
fn nothing_is_clipped_and_pages_draw_no_rectangles() {
    drawings("talk", &talk(), &mut |name, scene| {
        assert!(standalone(scene).contains(" overflow=\"visible\""), "{name}");
        // Readers of pages that set heights of their own would flatten them.
        assert!(!inline(scene, "plot", Description::Inside).contains("<rect"), "{name}");
    });
}
