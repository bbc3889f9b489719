//! The museum: one tiny project for each kind of figure and each hard case; the name of its file is what it claims.
//!
//! A case is a text file in `tests/museum/`: the claim, then the files that differ from `base.txt`. Beside it stands
//! the figure as drawn, alone and in a narrow column. `BLESS=1 cargo test --test suite museum::` rewrites the drawings and
//! `tests/museum/index.html`, a contact sheet of all of them, to look at.

use crate::common::museum::{self, folder};
use crate::common::scheme;
use fascicle::Site;
use fascicle::layout::{Book, FigureSheet};
use fascicle::render::drawing::svg::standalone;
use fascicle::theme::Theme;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

/// A case: its name, what it claims, the drawings it makes.
struct Case {
    name: String,
    claim: String,
    drawings: Vec<(String, String)>,
}

/// Draws the last figure of the newest edition.
fn drawn(site: &Site) -> FigureSheet {
    let edition = site.edition(0);
    let theme = Theme::builtin();
    let mut sheets = Book::of(&edition, &site.report().site, &theme, &[]).sheets;
    scheme::is_followed(edition.figures.last().expect("a case has a figure"), &site.report().site, &theme);
    sheets.pop().expect("a case has a figure")
}

fn cases() -> Vec<Case> {
    let case = |museum::Case { name, claim, site }| {
        let sheet = drawn(&site);
        let mut drawings =
            vec![("".to_owned(), standalone(&sheet.plate)), (".narrow".to_owned(), standalone(&sheet.narrow))];
        // Where a figure goes on, the cut is what there is to see.
        if sheet.slides.len() > 1 {
            let slides = sheet.slides.iter().enumerate();
            drawings.extend(slides.map(|(number, scene)| (format!(".slide-{}", number + 1), standalone(scene))));
        }
        Case { name, claim, drawings }
    };
    museum::cases().into_iter().map(case).collect()
}

/// The contact sheet: every drawing under its claim.
fn contact_sheet(cases: &[Case]) -> String {
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>The museum of figures</title>\n<style>\n\
         body { font: 16px/1.4 sans-serif; margin: 24px; max-width: 1400px }\n\
         div { display: flex; flex-wrap: wrap; gap: 16px; align-items: start }\n\
         img { border: 1px solid #888; max-width: 100% }\n\
         img.plate { width: 800px }\n</style>\n<h1>The museum of figures</h1>\n\
         <p>All figures are made up. <code>BLESS=1 cargo test --test suite museum::</code> draws them anew.</p>\n",
    );
    for Case { name, claim, drawings } in cases {
        write!(page, "<h2 id=\"{name}\">{name}</h2>\n<p>{claim}</p>\n<div>\n").unwrap();
        for (ending, _) in drawings {
            let class = if ending.is_empty() { " class=\"plate\"" } else { "" };
            writeln!(page, "<img{class} src=\"{name}{ending}.svg\" alt=\"{claim}\" loading=\"lazy\">").unwrap();
        }
        page.push_str("</div>\n");
    }
    page.push_str("</html>\n");
    page
}

#[test]
fn every_figure_of_the_museum_is_drawn_as_it_was() {
    let cases = cases();
    let mut made: BTreeMap<String, String> = BTreeMap::new();
    for Case { name, drawings, .. } in &cases {
        made.extend(drawings.iter().map(|(ending, svg)| (format!("{name}{ending}.svg"), svg.clone())));
    }
    made.insert("index.html".to_owned(), contact_sheet(&cases));
    let there = || fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let drawings = there().filter(|name| !name.ends_with(".txt"));
    if std::env::var_os("BLESS").is_some() {
        for stale in drawings.filter(|name| !made.contains_key(name)) {
            fs::remove_file(folder().join(stale)).unwrap();
        }
        for (name, text) in &made {
            fs::write(folder().join(name), text).unwrap();
        }
        return;
    }
    let stale: Vec<String> = drawings.filter(|name| !made.contains_key(name)).collect();
    assert!(stale.is_empty(), "drawings of no case: {stale:?}");
    let differ: Vec<&String> = made
        .iter()
        .filter(|(name, text)| fs::read_to_string(folder().join(name)).ok().as_ref() != Some(text))
        .map(|(name, _)| name)
        .collect();
    assert!(differ.is_empty(), "drawn otherwise (BLESS=1 cargo test --test suite museum::, then look): {differ:?}");
}
