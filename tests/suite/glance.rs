//! What a reader sees at one glance and takes on trust: the values of the overview have their sources and notes, lengths
//! stand in their order, no column is empty, and every shape of a map is seen on its ground.

use crate::common::museum;
use crate::common::page::{section, text};
use fascicle::chart::{Bar, Chart};
use fascicle::diag::Language;
use fascicle::files::Source;
use fascicle::layout::Book;
use fascicle::render::Artifact;
use fascicle::resolve::{Edition, Entry, Overview};
use fascicle::scene::{Color, Node, Stroke};
use fascicle::theme::{Theme, contrast};
use fascicle::{Request, Site, disk};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

/// The talk, with a note on a national value.
fn talk(language: Language) -> Site {
    let mut loaded = disk::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/talk")).unwrap();
    for Source { path, text, .. } in &mut loaded.sources.files {
        if path.ends_with("2024-06_2024-08/observations/mmg_pls.yaml") {
            *text = text.replace("national: 94\n", "national: { value: 94, note: una testata scrive 98%. }\n");
        }
    }
    Site::check(&loaded, &Request::default()).unwrap_or_else(|faults| panic!("{:?}", faults.list)).in_language(language)
}

fn editions(site: &Site) -> impl Iterator<Item = Edition> + '_ {
    (0..site.report().covers.len()).map(|index| site.edition(index))
}

/// The pages of a site.
fn pages(site: &Site) -> BTreeMap<String, String> {
    let files = Mutex::new(BTreeMap::new());
    let put = |Artifact { path, bytes, .. }: Artifact| {
        if path.ends_with(".html") {
            files.lock().unwrap().insert(path, String::from_utf8(bytes).unwrap());
        }
        Ok::<_, ()>(())
    };
    site.ready().unwrap().write(put).unwrap();
    files.into_inner().unwrap()
}

fn overview(edition: &Edition) -> Option<&Overview> {
    edition.outline.iter().find_map(|step| match &step.entry {
        Entry::Overview(overview) => Some(overview),
        _ => None,
    })
}

#[test]
fn the_values_at_a_glance_have_their_sources_and_notes_on_slides_and_in_the_report() {
    let mut noted = 0;
    for language in Language::ALL {
        let site = talk(language);
        let pages = pages(&site);
        for edition in editions(&site) {
            let Some(overview) = overview(&edition) else { continue };
            let rows: Vec<_> = overview.columns.iter().flat_map(|column| &column.rows).collect();
            assert!(!overview.source.is_empty(), "{}", edition.cover.id);
            for note in &overview.notes {
                assert!(rows.iter().any(|row| row.label.ends_with(&note.mark)), "{note:?} has a mark");
                noted += 1;
            }
            for page in ["slides.html", "index.html"] {
                let page = &pages[&format!("{}/{page}", edition.cover.id)];
                let said = text(section(page, "overview")).replace('\u{a0}', " ");
                let wanted = [&overview.source_label, &overview.source];
                for words in wanted.into_iter().chain(overview.notes.iter().map(|note| &note.text)) {
                    assert!(said.contains(&words.replace('\u{a0}', " ")), "{}: {words} in {said}", edition.cover.id);
                }
            }
        }
    }
    assert!(noted >= Language::ALL.len(), "one in each language at least");
}

#[test]
fn bars_that_share_a_rank_stand_in_the_order_of_their_lengths() {
    let sites = museum::cases().into_iter().map(|case| (case.name, case.site));
    for (name, site) in sites.chain([("the talk".to_owned(), talk(Language::Italian))]) {
        for figure in editions(&site).flat_map(|edition| edition.figures) {
            let lists: Vec<Vec<&Bar>> = match &figure.chart {
                Chart::Bars(bars) | Chart::Columns(bars) => vec![bars.rows.iter().collect()],
                Chart::Areas(areas) | Chart::Strip(areas) => {
                    areas.areas.iter().map(|area| area.rows.iter().collect()).collect()
                }
                _ => Vec::new(),
            };
            for rows in lists {
                let values: Vec<f64> = rows.iter().map(|bar| bar.value).collect();
                assert!(values.is_sorted_by(|one, next| one >= next), "{name}, {}: {values:?}", figure.id);
            }
        }
    }
}

#[test]
fn no_page_shows_a_column_in_which_nothing_is_said() {
    for (path, page) in pages(&talk(Language::Italian)) {
        for table in page.split("<table class=\"data\">").skip(1) {
            let table = table.split("</table>").next().unwrap();
            let body = table.split_once("<tbody>").unwrap().1;
            let row = |row: &str| -> Vec<bool> {
                let cells = row.split("<td").skip(1).map(|cell| cell.split_once('>').unwrap().1);
                cells.map(|cell| !text(cell).trim().is_empty()).collect()
            };
            let rows: Vec<Vec<bool>> = body.split("<tr").skip(1).map(row).collect();
            for column in 0..rows[0].len() {
                assert!(rows.iter().any(|row| row[column]), "{path}: column {column} of {table}");
            }
        }
    }
}

#[test]
fn every_shape_of_a_map_has_an_outline_of_three_to_one_against_its_ground() {
    let theme = Theme::builtin();
    let mut shapes = 0;
    for case in museum::cases() {
        for edition in editions(&case.site) {
            let book = Book::of(&edition, &case.site.report().site, &theme, &[]);
            for (figure, sheet) in edition.figures.iter().zip(&book.sheets) {
                if !matches!(figure.chart, Chart::Map(_) | Chart::Tiles(_)) {
                    continue;
                }
                let steps = theme.light.steps().map(|step| step.fill);
                for scene in [&sheet.plate, &sheet.narrow].into_iter().chain(&sheet.slides) {
                    outlined(&scene.nodes, &steps, &mut |outline| {
                        // The dark scheme has the colour of the same place, of which a theme must promise the same.
                        assert_eq!(outline, Some(theme.light.quiet), "{}", case.name);
                        shapes += 1;
                    });
                }
            }
        }
    }
    assert!(shapes > 100, "the museum has maps");
    for palette in [theme.light, theme.dark] {
        assert!(contrast(palette.quiet, palette.paper) >= 3.0);
    }
}

/// The outline of each shape that is filled with a step.
fn outlined(nodes: &[Node], steps: &[Color], each: &mut impl FnMut(Option<Color>)) {
    let color = |stroke: Option<Stroke>| stroke.map(|stroke| stroke.color);
    for node in nodes {
        match node {
            Node::Group(group) => outlined(&group.nodes, steps, each),
            Node::Path(path) if path.fill.is_some_and(|fill| steps.contains(&fill)) => each(color(path.stroke)),
            Node::Rect(rect) if rect.fill.is_some_and(|fill| steps.contains(&fill)) => each(color(rect.stroke)),
            Node::Path(_) | Node::Rect(_) | Node::Text(_) => {}
        }
    }
}

#[test]
fn what_changed_in_a_narrative_is_told_by_its_heading_and_without_formulas() {
    let pages = pages(&talk(Language::Italian));
    let said = text(&pages["2025-01_2025-03/changes.html"]);
    assert!(said.contains("Testo: Più uso dei cittadini, consenso quasi fermo"), "{said}");
    assert!(said.contains("Affermazioni verificate sui dati: "));
    for formula in ["Testo: conclusions", "change(", "uso_cittadini.italia", "| abs"] {
        assert!(!said.contains(formula), "{formula} in {said}");
    }
}
